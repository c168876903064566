/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-journal-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "lum-i18n.h"
#include "lum-schema.h"

#define HEADER_SIZE 100

/* File systems over a network, or over another program that may be a network: no shared memory between machines. */
static const guint32 remote_file_systems[] = {
    0x00006969, /* NFS */
    0x0000517b, /* SMB */
    0xff534d42, /* CIFS */
    0xfe534d42, /* SMB 2 */
    0x65735546, /* FUSE: sshfs, gvfs, cloud folders */
    0x01021997, /* 9P */
    0x00c36400, /* Ceph */
    0x5346414f, /* AFS */
    0x73757245, /* Coda */
    0x0bd00bd0, /* Lustre */
};

static gboolean
is_remote (const char *path)
{
  struct statfs info;

  if (statfs (path, &info) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (remote_file_systems); i++)
    if ((guint32) info.f_type == remote_file_systems[i])
      return TRUE;
  return FALSE;
}

/* A failed system call as a sentence that names the file. */
static void
set_system_error (const char *path, int code, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  switch (code) {
  case ENOENT:
  case ENOTDIR:
    g_set_error (error, LUM_ERROR, LUM_ERROR_NOT_FOUND, _ ("There is no journal “%s”."), name);
    break;
  case EACCES:
  case EPERM:
  case EROFS:
    g_set_error (error, LUM_ERROR, LUM_ERROR_READ_ONLY, _ ("There is no permission to use the journal “%s”."), name);
    break;
  case ENOSPC:
  case EDQUOT:
    g_set_error (error, LUM_ERROR, LUM_ERROR_FULL, _ ("There is no space left on the disk of “%s”; nothing was saved."),
                 name);
    break;
  default:
    g_set_error (error, LUM_ERROR, LUM_ERROR_IO, _ ("The journal “%s” cannot be used: %s."), name, g_strerror (code));
    break;
  }
}

static void
set_not_a_journal (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, LUM_ERROR, LUM_ERROR_NOT_A_JOURNAL, _ ("“%s” is not a Lumbar journal; it was left as it is."),
               name);
}

static void
set_damaged (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, LUM_ERROR, LUM_ERROR_DAMAGED, _ ("The journal “%s” is damaged and cannot be read."), name);
}

static guint32
read_be32 (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/**
 * lum_journal_file_sync_folder:
 *
 * Makes the names in a file's folder survive a power cut.
 */
gboolean
lum_journal_file_sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean ok = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return ok;
}

/**
 * lum_journal_file_create:
 *
 * Makes an empty journal where there is none: folder 0700 (if it is new), file 0600. It appears whole or not at all,
 * and never in the place of another file. If there is one already, that is fine.
 */
gboolean
lum_journal_file_create (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *beside = g_strconcat (path, ".new-XXXXXX", NULL);
  g_autoptr (LumDb) db = NULL;
  gboolean ok;
  int fd;

  if (g_access (path, F_OK) == 0)
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0 || (fd = g_mkstemp_full (beside, O_RDWR | O_CLOEXEC, 0600)) < 0) {
    set_system_error (path, errno == ENOENT ? EACCES : errno, error);
    return FALSE;
  }
  fchmod (fd, 0600);
  close (fd);

  db = lum_db_open (beside, LUM_DB_WRITE, error);
  ok = db && lum_db_exec (db, "PRAGMA synchronous = FULL", error) && lum_schema_migrate (db, 0, error);
  g_clear_pointer (&db, lum_db_close);
  /* link() does not replace: of two programs that make the same journal at once, one gives way. */
  if (ok && link (beside, path) != 0 && errno != EEXIST) {
    /* Some file systems have no links; there the race is left to luck, but a file that is there is not. */
    if ((errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS) || g_access (path, F_OK) == 0 ||
        g_rename (beside, path) != 0) {
      set_system_error (path, errno, error);
      ok = FALSE;
    }
  }
  g_unlink (beside);
  if (ok)
    lum_journal_file_sync_folder (path);
  return ok;
}

static gboolean
has_log (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  GStatBuf info;

  return g_stat (wal, &info) == 0 && info.st_size > 0;
}

static gboolean
check_header (const char *path, const guint8 *header, gsize n_read, gint64 size, GError **error)
{
  guint32 page_size, n_pages, version;

  if (n_read < HEADER_SIZE || memcmp (header, "SQLite format 3", 16) != 0 ||
      read_be32 (header + 68) != LUM_APPLICATION_ID) {
    set_not_a_journal (path, error);
    return FALSE;
  }
  version = read_be32 (header + 60);
  if ((int) version > lum_schema_get_version ()) {
    g_autofree char *name = g_filename_display_name (path);

    g_set_error (error, LUM_ERROR, LUM_ERROR_NEWER,
                 _ ("The journal “%s” was written by a newer Lumbar; please update Lumbar to open it."), name);
    return FALSE;
  }

  page_size = (guint32) header[16] << 8 | header[17];
  page_size = page_size == 1 ? 65536 : page_size;
  n_pages = read_be32 (header + 28);
  /* A file that is shorter than it says was cut off, unless the rest still waits in the log because the disk was full.
   * The count is only right where both counters agree. */
  if (page_size < 512 || version < 1 ||
      (read_be32 (header + 24) == read_be32 (header + 92) && size < (gint64) n_pages * page_size && !has_log (path))) {
    set_damaged (path, error);
    return FALSE;
  }
  return TRUE;
}

/**
 * lum_journal_file_inspect:
 * @state: (out): how it may be opened
 *
 * Looks at a file before SQLite does, and writes nothing: whether it is there, may be read, is a journal, and is of a
 * version that this program knows.
 */
gboolean
lum_journal_file_inspect (const char *path, LumFileState *state, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  guint8 header[HEADER_SIZE];
  struct stat info;
  ssize_t n_read;
  int fd;

  /* Without blocking, because a pipe would wait for a writer. */
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) {
    set_system_error (path, errno, error);
    return FALSE;
  }
  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode)) {
    lum_db_close_file (fd);
    set_not_a_journal (path, error);
    return FALSE;
  }
  n_read = pread (fd, header, sizeof header, 0);
  if (n_read < 0) {
    set_system_error (path, errno, error);
    lum_db_close_file (fd);
    return FALSE;
  }
  if (!check_header (path, header, n_read, info.st_size, error)) {
    lum_db_close_file (fd);
    return FALSE;
  }

  state->read_only = access (path, W_OK) != 0 || access (folder, W_OK) != 0;
  state->remote = is_remote (path);
  /* A diary of pain is nobody else's to read, however it came here. */
  if (!state->read_only && info.st_uid == geteuid () && (info.st_mode & 0777) != 0600)
    fchmod (fd, 0600);
  lum_db_close_file (fd);
  return TRUE;
}

/**
 * lum_journal_file_open_to_read:
 *
 * Opens a file also in a place where nothing may be written. Where SQLite cannot keep its shared memory beside it, and no
 * log waits there, nobody can be writing.
 *
 * Returns: (transfer full) (nullable): %NULL with an error
 */
LumDb *
lum_journal_file_open_to_read (const char *path, GError **error)
{
  g_autoptr (LumDb) db = lum_db_open (path, LUM_DB_READ, error);
  g_autoptr (GError) local = NULL;
  gint64 n;

  if (!db)
    return NULL;
  if (lum_db_query_int (db, "SELECT count(*) FROM sqlite_schema", &n, &local))
    return g_steal_pointer (&db);
  if (g_error_matches (local, LUM_ERROR, LUM_ERROR_DAMAGED) || has_log (path)) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  return lum_db_open (path, LUM_DB_IMMUTABLE, error);
}

/**
 * lum_journal_file_get_lock_path:
 *
 * Returns: (transfer full): the file whose lock a window holds
 */
char *
lum_journal_file_get_lock_path (const char *path)
{
  return g_strconcat (path, ".lock", NULL);
}

/**
 * lum_journal_file_get_backup_folder:
 *
 * Returns: (transfer full): the folder of a journal's backups, beside it
 */
char *
lum_journal_file_get_backup_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_build_filename (folder, "backups", NULL);
}

/**
 * lum_journal_file_lock:
 *
 * Takes the window's lock. It ends with the process, however that ends; the file stays, since taking it away would
 * let two windows each hold a lock of their own.
 *
 * Returns: a file descriptor to close when the window does; -1 with LUM_ERROR_LOCKED or another error
 */
int
lum_journal_file_lock (const char *path, GError **error)
{
  g_autofree char *lock_path = lum_journal_file_get_lock_path (path);
  int fd = open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd < 0) {
    set_system_error (path, errno, error);
    return -1;
  }
  fchmod (fd, 0600);
  if (flock (fd, LOCK_EX | LOCK_NB) != 0) {
    int code = errno;

    close (fd);
    if (code == EWOULDBLOCK) {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, LUM_ERROR, LUM_ERROR_LOCKED, _ ("The journal “%s” is already open in another window."), name);
    } else
      set_system_error (path, code, error);
    return -1;
  }
  return fd;
}
