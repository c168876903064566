/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lum-backup-file-private.h"
#include "lum-journal-file.h"
#include "lum-record.h"

/* The copies beside the journal. Of the daily ones, the newest of each of so many days, weeks (Monday to Sunday) and
 * months is kept. */
#define KEEP_DAYS 7
#define KEEP_WEEKS 4
#define KEEP_MONTHS 12

/* Before which restores of an older copy the journal is kept, too: as long as the oldest daily copy. */
#define KEEP_BEFORE_RESTORE_DAYS 365
#define BEFORE_RESTORE "-before-restore"

static int
compare_newest_first (gconstpointer pa, gconstpointer pb)
{
  const LumBackupInfo *a = *(LumBackupInfo *const *) pa, *b = *(LumBackupInfo *const *) pb;

  if (a->day != b->day)
    return a->day > b->day ? -1 : 1;
  if (a->made_at != b->made_at)
    return a->made_at > b->made_at ? -1 : 1;
  return -g_strcmp0 (a->path, b->path);
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
  g_autoptr (LumDb) db = lum_backup_file_open (path, NULL);

  return db ? count_rows (db) : -1;
}

/* `journal.db` has `journal-2026-05-27.db`. */
char *
lum_backup_file_get_prefix (const char *journal)
{
  g_autofree char *name = g_path_get_basename (journal);

  if (g_str_has_suffix (name, ".db"))
    name[strlen (name) - 3] = '\0';
  return g_strconcat (name, "-", NULL);
}

static gboolean
is_number (const char *text)
{
  return *text && strspn (text, "0123456789") == strlen (text);
}

/* Whether the rest of a name, without prefix and ending, is that of a copy, and of which. */
static gboolean
parse_name (const char *rest, LumBackupInfo *info)
{
  g_autofree char *date = NULL;

  if (g_str_has_prefix (rest, "version-") && is_number (rest + strlen ("version-"))) {
    info->reason = LUM_BACKUP_BEFORE_UPDATE;
    return TRUE;
  }
  date = g_strndup (rest, strlen ("2026-05-27"));
  if (strlen (date) != strlen ("2026-05-27") || !lum_day_parse (date, &info->day, NULL))
    return FALSE;
  rest += strlen (date);
  if (*rest) {
    info->reason = LUM_BACKUP_BEFORE_RESTORE;
    return g_str_has_prefix (rest, BEFORE_RESTORE) &&
           (!rest[strlen (BEFORE_RESTORE)] ||
            (rest[strlen (BEFORE_RESTORE)] == '-' && is_number (rest + strlen (BEFORE_RESTORE "-"))));
  }
  info->reason = LUM_BACKUP_DAILY;
  return TRUE;
}

/* The day of a copy that does not say it, by the file's own time. */
static LumDay
get_day_of (const GStatBuf *info)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (info->st_mtime);

  return time ? lum_day_from_ymd (g_date_time_get_year (time), g_date_time_get_month (time),
                                  g_date_time_get_day_of_month (time))
              : 0;
}

/**
 * lum_backup_file_list:
 *
 * The copies beside a journal, newest first, whether they can be read or not.
 *
 * Returns: (transfer full): an array of LumBackupInfo that owns them
 */
GPtrArray *
lum_backup_file_list (const char *journal)
{
  g_autofree char *folder = lum_journal_file_get_backup_folder (journal);
  g_autofree char *prefix = lum_backup_file_get_prefix (journal);
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) lum_backup_info_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *rest = NULL;
    g_autoptr (LumBackupInfo) info = NULL;
    GStatBuf status;

    if (!g_str_has_prefix (name, prefix) || !g_str_has_suffix (name, ".db") || strlen (name) < strlen (prefix) + 3)
      continue;
    rest = g_strndup (name + strlen (prefix), strlen (name) - strlen (prefix) - 3);
    info = g_new0 (LumBackupInfo, 1);
    info->day = LUM_DAY_NONE;
    info->path = g_build_filename (folder, name, NULL);
    if (!parse_name (rest, info) || g_stat (info->path, &status) != 0 || !S_ISREG (status.st_mode))
      continue;
    info->size = status.st_size;
    info->made_at = (LumInstant) status.st_mtime * 1000;
    if (info->day == LUM_DAY_NONE)
      info->day = get_day_of (&status);
    g_ptr_array_add (backups, g_steal_pointer (&info));
  }
  g_ptr_array_sort (backups, compare_newest_first);
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
thin_out (GPtrArray *backups, LumDay today)
{
  LumDay monday = today - (lum_day_get_weekday (today) - 1);
  int year, month, mday;
  gint64 most = -1;
  g_autoptr (GHashTable) filled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  lum_day_to_ymd (today, &year, &month, &mday);
  for (guint i = 0; i < backups->len; i++) {
    const LumBackupInfo *backup = backups->pdata[i];
    int its_year, its_month, its_mday;
    int weeks = (monday - (backup->day - (lum_day_get_weekday (backup->day) - 1))) / 7;
    int months;
    gboolean keep = FALSE;
    gint64 n_rows;

    lum_day_to_ymd (backup->day, &its_year, &its_month, &its_mday);
    months = (year - its_year) * 12 + month - its_month;
    if (backup->reason != LUM_BACKUP_DAILY) {
      if (backup->reason == LUM_BACKUP_BEFORE_RESTORE && today - backup->day > KEEP_BEFORE_RESTORE_DAYS)
        g_unlink (backup->path);
      continue;
    }
    n_rows = count_rows_of_file (backup->path);

    if (today - backup->day < KEEP_DAYS)
      keep = TRUE;
    if (weeks < KEEP_WEEKS && g_hash_table_add (filled, g_strdup_printf ("w%d", weeks)))
      keep = TRUE;
    if (months < KEEP_MONTHS && g_hash_table_add (filled, g_strdup_printf ("m%d", months)))
      keep = TRUE;
    /* Backups are most wanted when something was lost, and what is newer then holds the loss. */
    if (most >= 0 && holds_much_less (most, n_rows))
      keep = TRUE;
    most = MAX (most, n_rows);
    if (!keep)
      g_unlink (backup->path);
  }
}

/* What an interrupted run left behind. */
static void
remove_leftovers (const char *journal, const char *folder)
{
  g_autofree char *prefix = lum_backup_file_get_prefix (journal);
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
  g_autofree char *prefix = lum_backup_file_get_prefix (journal);
  g_autofree char *name = g_strdup_printf ("%sversion-%d.db", prefix, version);
  g_autofree char *target = g_build_filename (folder, name, NULL);

  if (g_access (target, F_OK) == 0)
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0) {
    lum_backup_file_set_error (target, errno, error);
    return FALSE;
  }
  return lum_backup_file_write (journal, target, FALSE, error);
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
  g_autofree char *prefix = lum_backup_file_get_prefix (journal);
  g_autofree char *date = lum_day_to_iso (today);
  g_autofree char *name = g_strconcat (prefix, date, ".db", NULL);
  g_autofree char *target = g_build_filename (folder, name, NULL);
  g_autoptr (LumDb) source = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  gint64 n;

  if (g_access (target, F_OK) == 0)
    return TRUE;
  source = lum_backup_file_open (journal, error);
  if (!source)
    return FALSE;
  n = count_rows (source);
  if (n <= 0)
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0) {
    lum_backup_file_set_error (target, errno, error);
    return FALSE;
  }
  remove_leftovers (journal, folder);
  if (!lum_backup_file_write_from (source, target, FALSE, error))
    return FALSE;
  backups = lum_backup_file_list (journal);
  thin_out (backups, today);
  return TRUE;
}

/**
 * lum_backup_file_keep_before_restore:
 * @today: names the copy
 *
 * Makes a copy beside the journal before an older one takes its place, unless the journal holds nothing. There may be
 * several a day; a year later they are let go.
 */
gboolean
lum_backup_file_keep_before_restore (const char *journal, LumDay today, GError **error)
{
  g_autofree char *folder = lum_journal_file_get_backup_folder (journal);
  g_autofree char *prefix = lum_backup_file_get_prefix (journal);
  g_autofree char *date = lum_day_to_iso (today);
  g_autofree char *target = NULL;
  g_autoptr (LumDb) source = lum_backup_file_open (journal, error);

  if (!source)
    return FALSE;
  if (count_rows (source) == 0)
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0) {
    lum_backup_file_set_error (folder, errno, error);
    return FALSE;
  }
  for (int i = 1; !target || g_access (target, F_OK) == 0; i++) {
    g_autofree char *number = i > 1 ? g_strdup_printf ("-%d", i) : g_strdup ("");
    g_autofree char *name = g_strconcat (prefix, date, BEFORE_RESTORE, number, ".db", NULL);

    g_free (target);
    target = g_build_filename (folder, name, NULL);
  }
  return lum_backup_file_write_from (source, target, FALSE, error);
}
