/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies: whole or not at all, while the journal is being written; kept by day, week and month; and a day on which much
 * was lost never takes away what was there before. And the check that finds what is wrong. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lum-backup-file.h"
#include "lum-check.h"
#include "lum-session.h"

#define NOW G_GINT64_CONSTANT (1780000000000)

typedef struct {
  char *folder;
  char *path;
  char *backups;
  LumSession *session;
} Fixture;

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    if (g_file_test (child, G_FILE_TEST_IS_DIR))
      remove_tree (child);
    else
      g_unlink (child);
  }
  g_rmdir (path);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("lumbar-backup-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "journal.db", NULL);
  f->backups = g_build_filename (f->folder, "backups", NULL);
  f->session = lum_session_open (f->path, LUM_STORE_OPEN_CREATE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_pointer (&f->session, lum_session_close);
  remove_tree (f->folder);
  g_free (f->folder);
  g_free (f->path);
  g_free (f->backups);
}

static void
add_entries (Fixture *f, int n)
{
  g_autoptr (LumChangeSet) changes = lum_change_set_new ();
  g_autoptr (GError) error = NULL;
  LumPainEntry entry;
  gint64 group;

  lum_record_init (LUM_RECORD_PAIN, &entry);
  entry.moment = LUM_MOMENT_AVERAGE;
  for (int i = 0; i < n; i++) {
    entry.day = 20000 + i;
    entry.score = i % 11;
    lum_change_set_put (changes, LUM_RECORD_PAIN, &entry);
  }
  lum_change_set_set_time (changes, NOW, 0);
  lum_session_commit (f->session, changes, NOW, &group, &error);
  g_assert_no_error (error);
}

/* Whether another process sees a lock of ours on a file. It must be another: to ourselves our locks are invisible. */
static gboolean
is_locked (const char *path)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0) {
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0, .l_len = 0};
    int fd = open (path, O_RDWR);

    _exit (fd >= 0 && fcntl (fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK ? 0 : 1);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

/* Whoever closes a file loses all the process's locks on it, SQLite's too. Without them another program believes that
 * nobody has the journal open, and takes its log away: what the window writes then is lost. */
static void
test_locks_stay (Fixture *f, gconstpointer data)
{
  g_autofree char *shm = g_strconcat (f->path, "-shm", NULL);
  g_autofree char *copy = g_build_filename (f->folder, "copy.db", NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) sentences = NULL;

  add_entries (f, 3);
  g_assert_true (is_locked (f->path));
  g_assert_true (is_locked (shm));

  g_assert_true (lum_backup_file_write (f->path, copy, FALSE, &error));
  g_assert_no_error (error);
  sentences = lum_check_file (f->path, &error);
  g_assert_no_error (error);
  g_assert_true (is_locked (f->path));
  g_assert_true (is_locked (shm));
}

static gsize
count_entries (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LumSession) session = lum_session_open (path, LUM_STORE_OPEN_NONE, &error);
  gsize n;

  g_assert_no_error (error);
  lum_diary_get_pain (lum_session_get_diary (session), &n);
  return n;
}

static LumDay
day (const char *iso)
{
  LumDay value = LUM_DAY_NONE;

  g_assert_true (lum_day_parse (iso, &value, NULL));
  return value;
}

static void
keep (Fixture *f, LumDay today)
{
  g_autoptr (GError) error = NULL;

  lum_backup_file_keep (f->path, today, &error);
  g_assert_no_error (error);
}

static gboolean
has_backup (Fixture *f, LumDay of)
{
  g_autofree char *date = lum_day_to_iso (of);
  g_autofree char *name = g_strdup_printf ("journal-%s.db", date);
  g_autofree char *path = g_build_filename (f->backups, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static int
count_backups (Fixture *f)
{
  g_autoptr (GDir) dir = g_dir_open (f->backups, 0, NULL);
  int n = 0;

  while (dir && g_dir_read_name (dir))
    n++;
  return n;
}

static void
test_write (Fixture *f, gconstpointer data)
{
  g_autofree char *target = g_build_filename (f->folder, "copy.db", NULL);
  g_autofree char *wal = g_strconcat (target, "-wal", NULL);
  g_autofree char *nowhere = g_build_filename (f->folder, "no", "such", "folder.db", NULL);
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  add_entries (f, 30);
  g_assert_true (lum_backup_file_write (f->path, target, FALSE, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS)); /* one file is all of it */
  g_assert_cmpint (g_stat (target, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (count_entries (target), ==, 30);

  /* What is there already stays. */
  add_entries (f, 5);
  g_assert_false (lum_backup_file_write (f->path, target, FALSE, &error));
  g_assert_error (error, LUM_ERROR, LUM_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, target));
  g_clear_error (&error);
  g_assert_cmpuint (count_entries (target), ==, 30);
  g_assert_false (lum_backup_file_write (f->path, f->path, FALSE, &error));
  g_clear_error (&error);
  /* Unless somebody agreed that it goes; but not the journal itself, nor another that is open. */
  g_assert_true (lum_backup_file_write (f->path, target, TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_entries (target), ==, 35);
  g_assert_false (lum_backup_file_write (f->path, f->path, TRUE, &error));
  g_assert_error (error, LUM_ERROR, LUM_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (wal, "", 0, NULL));
  g_assert_false (lum_backup_file_write (f->path, target, TRUE, &error));
  g_assert_error (error, LUM_ERROR, LUM_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (lum_backup_file_write (f->path, nowhere, FALSE, &error));
  g_assert_nonnull (strstr (error->message, nowhere));
}

static void
test_rotation (Fixture *f, gconstpointer data)
{
  LumDay today = day ("2026-05-27"); /* a Wednesday */
  GStatBuf info;

  /* An empty journal is not worth a copy. */
  keep (f, today - 500);
  g_assert_cmpint (count_backups (f), ==, 0);

  add_entries (f, 3);
  for (LumDay d = today - 420; d < today - 40; d += 10)
    keep (f, d);
  for (LumDay d = today - 40; d <= today; d++)
    keep (f, d);
  keep (f, today); /* once a day */

  g_assert_cmpint (g_stat (f->backups, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  for (int i = 0; i < 7; i++)
    g_assert_true (has_backup (f, today - i));
  /* The Sundays of the weeks before, and the last days of the months before. */
  g_assert_true (has_backup (f, day ("2026-05-17")));
  g_assert_true (has_backup (f, day ("2026-05-10")));
  g_assert_false (has_backup (f, day ("2026-05-03")));
  g_assert_false (has_backup (f, day ("2026-05-14")));
  g_assert_true (has_backup (f, day ("2026-04-30")));
  g_assert_cmpint (count_backups (f), ==, 7 + 2 + 11);
}

static void
test_much_less (Fixture *f, gconstpointer data)
{
  LumDay today = day ("2026-05-27");

  add_entries (f, 40);
  for (LumDay d = today - 61; d < today - 30; d += 2)
    keep (f, d);
  g_assert_true (has_backup (f, today - 31));

  /* Everything but the last few entries is lost, and the person notices only a year later. */
  g_assert_true (lum_session_undo (f->session, NOW, NULL));
  add_entries (f, 4);
  for (LumDay d = today - 30; d < today + 400; d += 20)
    keep (f, d);
  g_assert_true (has_backup (f, today - 31));
  g_assert_false (has_backup (f, today - 33));
}

static void
test_before_migration (Fixture *f, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (f->backups, "journal-version-1.db", NULL);
  g_autoptr (GError) error = NULL;

  add_entries (f, 3);
  g_assert_true (lum_backup_file_write_before_migration (f->path, 1, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_entries (copy), ==, 3);
  add_entries (f, 3);
  g_assert_true (lum_backup_file_write_before_migration (f->path, 1, &error));
  g_assert_cmpuint (count_entries (copy), ==, 3);
  /* The daily ones come and go beside it. */
  for (LumDay d = 20000; d < 20400; d += 50)
    keep (f, d);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
}

static void
assert_found (const char *path, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) sentences = lum_check_file (path, &error);
  g_autofree char *all = NULL;

  g_assert_no_error (error);
  all = g_strjoinv ("\n", sentences);
  g_test_message ("%s", all);
  if (part)
    g_assert_nonnull (strstr (all, part));
  else
    g_assert_cmpstr (all, ==, "");
}

static void
run_sql (Fixture *f, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LumDb) db = lum_db_open (f->path, LUM_DB_WRITE, &error);

  g_assert_true (lum_db_exec (db, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON", &error));
  g_assert_true (lum_db_exec (db, sql, &error));
  g_assert_no_error (error);
}

static void
test_check (Fixture *f, gconstpointer data)
{
  add_entries (f, 20);
  assert_found (f->path, NULL);
  g_assert_true (lum_session_undo (f->session, NOW, NULL));
  g_assert_true (lum_session_redo (f->session, NOW, NULL));
  assert_found (f->path, NULL);

  run_sql (f, "UPDATE pain SET score = 5 WHERE rowid = 3");
  assert_found (f->path, "1 record of pain");
  run_sql (f, "UPDATE pain SET run_id = 'nobody' WHERE rowid = 4");
  assert_found (f->path, "pain names a row of runs");
  run_sql (f, "UPDATE pain SET run_id = NULL, started = '2030-01-01' WHERE rowid = 4");
  assert_found (f->path, "starts after the day");
  run_sql (f, "UPDATE pain SET score = 42, started = NULL WHERE rowid = 4");
  assert_found (f->path, "score");
  run_sql (f, "UPDATE pain SET score = 4, id = 'not-a-uuid' WHERE rowid = 4");
  assert_found (f->path, "not-a-uuid");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/backup-file/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("locks-stay", test_locks_stay);
  ADD ("write", test_write);
  ADD ("rotation", test_rotation);
  ADD ("much-less", test_much_less);
  ADD ("before-migration", test_before_migration);
  ADD ("check", test_check);

  return g_test_run ();
}
