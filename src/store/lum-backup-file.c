/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-backup-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lum-i18n.h"
#include "lum-journal-file.h"

/* A failed system call as a sentence that names the copy. */
void
lum_backup_file_set_error (const char *target, int code, GError **error)
{
  g_autofree char *name = g_filename_display_name (target);
  g_autofree char *folder = g_path_get_dirname (target);

  if (code == ENOSPC || code == EDQUOT)
    g_set_error (error, LUM_ERROR, LUM_ERROR_FULL, _ ("There is no space left for the backup “%s”."), name);
  else if (code == EACCES || code == EPERM || code == EROFS)
    g_set_error (error, LUM_ERROR, LUM_ERROR_READ_ONLY, _ ("There is no permission to write the backup “%s”."), name);
  else if ((code == ENOENT || code == ENOTDIR) && g_file_test (folder, G_FILE_TEST_IS_DIR))
    /* A folder of the system's own, as /proc, says so though it is there. */
    g_set_error (error, LUM_ERROR, LUM_ERROR_IO, _ ("The backup “%s” cannot be written: its folder takes no files."),
                 name);
  else if (code == ENOENT || code == ENOTDIR)
    g_set_error (error, LUM_ERROR, LUM_ERROR_NOT_FOUND,
                 _ ("The backup “%s” cannot be written: its folder does not exist."), name);
  else
    g_set_error (error, LUM_ERROR, LUM_ERROR_IO, _ ("The backup “%s” cannot be written: %s."), name, g_strerror (code));
}

/* A connection that only reads, whatever may be written here. */
LumDb *
lum_backup_file_open (const char *journal, GError **error)
{
  LumFileState state;

  if (!lum_journal_file_inspect (journal, &state, error))
    return NULL;
  return lum_journal_file_open_to_read (journal, error);
}

/* The copy is a file of its own, without a write-ahead log, and on the disk. */
static gboolean
copy_into (LumDb *source, const char *beside, const char *target, GError **error)
{
  g_autoptr (LumDb) copy = lum_db_open (beside, LUM_DB_WRITE, error);
  g_autofree char *mode = NULL;
  int fd;

  if (!copy)
    return FALSE;
  lum_db_set_path (copy, target);
  /* It is brought to the disk as a whole, below. */
  if (!lum_db_exec (copy, "PRAGMA synchronous = OFF", error) || !lum_db_copy_to (source, copy, error) ||
      !(mode = lum_db_query_text (copy, "PRAGMA journal_mode = DELETE", error)))
    return FALSE;
  g_clear_pointer (&copy, lum_db_close);

  fd = open (beside, O_RDONLY | O_CLOEXEC);
  if (fd < 0 || fsync (fd) != 0) {
    lum_backup_file_set_error (target, errno, error);
    if (fd >= 0)
      close (fd);
    return FALSE;
  }
  close (fd);
  return TRUE;
}

/* The copy appears whole or not at all. */
gboolean
lum_backup_file_write_from (LumDb *source, const char *target, gboolean replace, GError **error)
{
  g_autofree char *beside = g_strconcat (target, ".new-XXXXXX", NULL);
  int fd = g_mkstemp_full (beside, O_RDWR | O_CLOEXEC, 0600);
  gboolean ok;

  if (fd < 0) {
    lum_backup_file_set_error (target, errno, error);
    return FALSE;
  }
  fchmod (fd, 0600);
  close (fd);

  ok = copy_into (source, beside, target, error);
  if (ok && !replace && g_access (target, F_OK) == 0) {
    lum_backup_file_set_error (target, EEXIST, error);
    ok = FALSE;
  }
  if (ok && g_rename (beside, target) != 0) {
    lum_backup_file_set_error (target, errno, error);
    ok = FALSE;
  }
  if (ok)
    lum_journal_file_sync_folder (target);
  else
    g_unlink (beside);
  return ok;
}

/* Whether something is there that must stay: in any case the journal itself, and one that another program has open. */
static gboolean
must_stay (const char *journal, const char *target, gboolean replace)
{
  g_autofree char *wal = g_strconcat (target, "-wal", NULL);
  GStatBuf ours, there;

  if (g_stat (target, &there) != 0)
    return FALSE;
  return !replace || !S_ISREG (there.st_mode) || g_access (wal, F_OK) == 0 || g_stat (journal, &ours) != 0 ||
         (ours.st_dev == there.st_dev && ours.st_ino == there.st_ino);
}

/**
 * lum_backup_file_write:
 * @journal: a journal's file, perhaps in use
 * @target: where the copy goes
 * @replace: somebody agreed that a file that is there is replaced; a journal in use is not all the same
 *
 * Writes a copy of a journal as it is at one moment. It appears whole or not at all.
 */
gboolean
lum_backup_file_write (const char *journal, const char *target, gboolean replace, GError **error)
{
  g_autoptr (LumDb) source = NULL;

  if (must_stay (journal, target, replace)) {
    g_autofree char *name = g_filename_display_name (target);

    g_set_error (error, LUM_ERROR, LUM_ERROR_CONFLICT,
                 _ ("“%s” is there already and was left as it is; please choose another name."), name);
    return FALSE;
  }
  source = lum_backup_file_open (journal, error);
  return source && lum_backup_file_write_from (source, target, replace, error);
}
