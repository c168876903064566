/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-backup-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lum-i18n.h"
#include "lum-journal-file.h"
#include "lum-record.h"

/* What is kept of the daily copies: the newest of each of so many days, weeks (Monday to Sunday) and months. */
#define KEEP_DAYS 7
#define KEEP_WEEKS 4
#define KEEP_MONTHS 12

static void
set_target_error (const char *target, int code, GError **error)
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
static LumDb *
open_source (const char *journal, GError **error)
{
  LumFileState state;

  if (!lum_journal_file_inspect (journal, &state, error))
    return NULL;
  return lum_db_open (journal, LUM_DB_READ, error);
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
    set_target_error (target, errno, error);
    if (fd >= 0)
      close (fd);
    return FALSE;
  }
  close (fd);
  return TRUE;
}

static gboolean
write_copy (LumDb *source, const char *target, gboolean replace, GError **error)
{
  g_autofree char *beside = g_strconcat (target, ".new-XXXXXX", NULL);
  int fd = g_mkstemp_full (beside, O_RDWR | O_CLOEXEC, 0600);
  gboolean ok;

  if (fd < 0) {
    set_target_error (target, errno, error);
    return FALSE;
  }
  fchmod (fd, 0600);
  close (fd);

  ok = copy_into (source, beside, target, error);
  if (ok && !replace && g_access (target, F_OK) == 0) {
    set_target_error (target, EEXIST, error);
    ok = FALSE;
  }
  if (ok && g_rename (beside, target) != 0) {
    set_target_error (target, errno, error);
    ok = FALSE;
  }
  if (ok)
    lum_journal_file_sync_folder (target);
  else
    g_unlink (beside);
  return ok;
}

/**
 * lum_backup_file_write:
 * @journal: a journal's file, perhaps in use
 * @target: where the copy goes; must not be there
 *
 * Writes a copy of a journal as it is at one moment. It appears whole or not at all, and replaces nothing.
 */
gboolean
lum_backup_file_write (const char *journal, const char *target, GError **error)
{
  g_autoptr (LumDb) source = NULL;

  if (g_access (target, F_OK) == 0) {
    g_autofree char *name = g_filename_display_name (target);

    g_set_error (error, LUM_ERROR, LUM_ERROR_CONFLICT,
                 _ ("“%s” is there already and was left as it is; please choose another name."), name);
    return FALSE;
  }
  source = open_source (journal, error);
  return source && write_copy (source, target, FALSE, error);
}

/* --- the copies beside the journal ----------------------------------------------------------------------------- */

typedef struct {
  char *path;
  LumDay day;
  gint64 n_rows; /* living ones; -1 for a file that cannot be read */
} Backup;

static void
clear_backup (gpointer data)
{
  g_clear_pointer (&((Backup *) data)->path, g_free);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  return ((const Backup *) b)->day - ((const Backup *) a)->day;
}

/* How many living rows a journal holds of what a person logged. */
static gint64
count_rows (LumDb *db)
{
  gint64 sum = 0;

  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    g_autofree char *sql =
        g_strdup_printf ("SELECT count(*) FROM %s WHERE deleted_at IS NULL", lum_record_get_info (kind)->table);
    gint64 n;

    if (!lum_db_query_int (db, sql, &n, NULL))
      return -1;
    sum += n;
  }
  return sum;
}

static gint64
count_rows_of_file (const char *path)
{
  g_autoptr (LumDb) db = open_source (path, NULL);

  return db ? count_rows (db) : -1;
}

/* `journal.db` has `journal-2026-05-27.db`. */
static char *
get_backup_prefix (const char *journal)
{
  g_autofree char *name = g_path_get_basename (journal);

  if (g_str_has_suffix (name, ".db"))
    name[strlen (name) - 3] = '\0';
  return g_strconcat (name, "-", NULL);
}

static GArray *
list_backups (const char *journal, const char *folder)
{
  g_autofree char *prefix = get_backup_prefix (journal);
  GArray *backups = g_array_new (FALSE, FALSE, sizeof (Backup));
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_array_set_clear_func (backups, clear_backup);
  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *date = NULL;
    Backup backup = {NULL, LUM_DAY_NONE, -1};

    if (!g_str_has_prefix (name, prefix) || strlen (name) != strlen (prefix) + strlen ("2026-05-27.db") ||
        !g_str_has_suffix (name, ".db"))
      continue;
    date = g_strndup (name + strlen (prefix), 10);
    if (!lum_day_parse (date, &backup.day, NULL))
      continue;
    backup.path = g_build_filename (folder, name, NULL);
    g_array_append_val (backups, backup);
  }
  g_array_sort (backups, compare_newest_first);
  return backups;
}

/* Half of what another holds, or less, is much less. */
static gboolean
holds_much_less (gint64 n, gint64 than)
{
  return n < than && n * 2 <= than;
}

/* Takes away the copies that no day, week or month needs. Of those that share a place the newest stays, unless it
 * holds much less than an older one: then both do. */
static void
thin_out (GArray *backups, LumDay today)
{
  LumDay monday = today - (lum_day_get_weekday (today) - 1);
  int year, month, mday;
  gint64 most = -1;
  g_autoptr (GHashTable) filled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  lum_day_to_ymd (today, &year, &month, &mday);
  for (guint i = 0; i < backups->len; i++) {
    Backup *backup = &g_array_index (backups, Backup, i);
    int its_year, its_month, its_mday;
    int weeks = (monday - (backup->day - (lum_day_get_weekday (backup->day) - 1))) / 7;
    int months;
    gboolean keep = FALSE;

    lum_day_to_ymd (backup->day, &its_year, &its_month, &its_mday);
    months = (year - its_year) * 12 + month - its_month;
    backup->n_rows = count_rows_of_file (backup->path);

    if (today - backup->day < KEEP_DAYS)
      keep = TRUE;
    if (weeks < KEEP_WEEKS && g_hash_table_add (filled, g_strdup_printf ("w%d", weeks)))
      keep = TRUE;
    if (months < KEEP_MONTHS && g_hash_table_add (filled, g_strdup_printf ("m%d", months)))
      keep = TRUE;
    /* Backups are most wanted when something was lost, and what is newer then holds the loss. */
    if (most >= 0 && holds_much_less (most, backup->n_rows))
      keep = TRUE;
    most = MAX (most, backup->n_rows);
    if (!keep)
      g_unlink (backup->path);
  }
}

/* What an interrupted run left behind. */
static void
remove_leftovers (const char *journal, const char *folder)
{
  g_autofree char *prefix = get_backup_prefix (journal);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    if (g_str_has_prefix (name, prefix) && strstr (name, ".db.new-")) {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      /* An hour is longer than any copy takes. */
      if (g_stat (path, &info) == 0 && g_get_real_time () / G_USEC_PER_SEC - info.st_mtime > 3600)
        g_unlink (path);
    }
}

/**
 * lum_backup_file_write_before_migration:
 * @version: of the journal as it is
 *
 * Makes the copy that a journal gets before its form changes. It is not one of the daily ones and stays for ever. If
 * there is one already, from an attempt that did not come to its end, that stays.
 */
gboolean
lum_backup_file_write_before_migration (const char *journal, int version, GError **error)
{
  g_autofree char *folder = lum_journal_file_get_backup_folder (journal);
  g_autofree char *prefix = get_backup_prefix (journal);
  g_autofree char *name = g_strdup_printf ("%sversion-%d.db", prefix, version);
  g_autofree char *target = g_build_filename (folder, name, NULL);

  if (g_access (target, F_OK) == 0)
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0) {
    set_target_error (target, errno, error);
    return FALSE;
  }
  return lum_backup_file_write (journal, target, error);
}

/**
 * lum_backup_file_keep:
 * @today: names the copy
 *
 * Makes the day's copy in the folder `backups` beside the journal, if there is none yet and the journal holds anything,
 * and takes away those that are not needed: 7 daily, 4 weekly and 12 monthly stay.
 */
gboolean
lum_backup_file_keep (const char *journal, LumDay today, GError **error)
{
  g_autofree char *folder = lum_journal_file_get_backup_folder (journal);
  g_autofree char *prefix = get_backup_prefix (journal);
  g_autofree char *date = lum_day_to_iso (today);
  g_autofree char *name = g_strconcat (prefix, date, ".db", NULL);
  g_autofree char *target = g_build_filename (folder, name, NULL);
  g_autoptr (LumDb) source = NULL;
  g_autoptr (GArray) backups = NULL;
  gint64 n;

  if (g_access (target, F_OK) == 0)
    return TRUE;
  source = open_source (journal, error);
  if (!source)
    return FALSE;
  n = count_rows (source);
  if (n <= 0)
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0) {
    set_target_error (target, errno, error);
    return FALSE;
  }
  remove_leftovers (journal, folder);
  if (!write_copy (source, target, FALSE, error))
    return FALSE;
  backups = list_backups (journal, folder);
  thin_out (backups, today);
  return TRUE;
}
