/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going back to a backup: as it was then, with what was there now kept, and with one undo. */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <utime.h>

#include "lum-backup.h"
#include "lum-test-journal.h"
#include "lum-test-random.h"

#define TODAY 20600
#define ROUNDS 3

static char *
back_up (LumTestJournal *test, const char *name)
{
  char *path = g_build_filename (test->folder, name, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  lum_backup_to_async (test->journal, path, NULL, lum_test_sync_cb, &result);
  lum_backup_to_finish (test->journal, lum_test_wait (&result), &error);
  g_assert_no_error (error);
  return path;
}

static LumDiary *
read_backup (LumTestJournal *test, const char *path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lum_backup_read_async (test->journal, path, lum_test_sync_cb, &result);
  return lum_backup_read_finish (test->journal, lum_test_wait (&result), error);
}

static gint64
restore (LumTestJournal *test, const char *path, LumMergeCounts *counts)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LumDiary) wanted = read_backup (test, path, &error);
  gint64 group = -1;

  g_assert_no_error (error);
  lum_backup_restore_async (test->journal, wanted, lum_test_sync_cb, &result);
  lum_backup_restore_finish (test->journal, lum_test_wait (&result), counts, &group, &error);
  g_assert_no_error (error);
  return group;
}

static GPtrArray *
list (LumTestJournal *test)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *backups;

  lum_backup_list_async (test->journal, lum_test_sync_cb, &result);
  backups = lum_backup_list_finish (test->journal, lum_test_wait (&result), &error);
  g_assert_no_error (error);
  return backups;
}

static guint
count_kept (LumTestJournal *test)
{
  g_autoptr (GPtrArray) backups = list (test);
  guint n = 0;

  for (guint i = 0; i < backups->len; i++)
    n += ((const LumBackupInfo *) backups->pdata[i])->reason == LUM_BACKUP_BEFORE_RESTORE;
  return n;
}

/* All that a diary holds, but for when it was touched. */
static char *
describe (const LumDiary *diary)
{
  g_autoptr (GRegex) times = g_regex_new ("\"updated_at\": \"[^\"]*\", ", 0, 0, NULL);
  g_autofree char *text = lum_export_to_json (diary, NULL);

  return g_regex_replace_literal (times, text, -1, 0, "", 0, NULL);
}

static void
assert_holds (LumTestJournal *test, const char *wanted)
{
  g_autofree char *now = describe (lum_test_journal_get_diary (test));

  g_assert_cmpstr (now, ==, wanted);
}

/* What a person does: changes, deletes, adds; dated by the clock. */
static void
live_on (LumTestJournal *test, GRand *rand)
{
  LumChangeSet *changes = lum_change_set_new ();

  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    gsize n, size = lum_record_get_info (kind)->size;
    const char *records = lum_diary_get_records (lum_test_journal_get_diary (test), kind, &n);

    for (gsize i = 0; i < n; i++)
      if (g_rand_int_range (rand, 0, 3) == 0)
        lum_change_set_delete (changes, kind, ((const LumRecord *) (records + i * size))->id);
  }
  lum_test_journal_commit (test, changes);
  lum_test_journal_commit (test, lum_test_random_life (rand));
  lum_test_journal_commit (
      test, lum_test_random_edits (rand, lum_test_journal_get_diary (test), G_GINT64_CONSTANT (3000000000000)));
}

static void
test_as_it_was (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);

  for (int round = 0; round < ROUNDS; round++) {
    g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
    g_autoptr (LumDiary) kept = NULL;
    g_autoptr (GPtrArray) backups = NULL;
    g_autoptr (GError) error = NULL;
    g_autofree char *then = NULL;
    g_autofree char *now = NULL;
    g_autofree char *in_copy = NULL;
    g_autofree char *path = NULL;
    LumMergeCounts counts;

    lum_test_journal_commit (test, lum_test_random_life (rand));
    path = back_up (test, "copy.db");
    then = describe (lum_test_journal_get_diary (test));
    g_assert_cmpint (restore (test, path, &counts), ==, 0); /* it is so already */
    g_assert_cmpuint (count_kept (test), ==, 0);

    live_on (test, rand);
    now = describe (lum_test_journal_get_diary (test));
    g_assert_cmpint (restore (test, path, &counts), !=, 0);
    g_assert_cmpuint (counts.n_new, >, 0);
    g_assert_cmpuint (counts.n_changed, >, 0);
    g_assert_cmpuint (counts.n_deleted, >, 0);
    assert_holds (test, then);

    /* What was there is in a copy. */
    g_assert_cmpuint (count_kept (test), ==, 1);
    backups = list (test);
    kept = read_backup (test, ((const LumBackupInfo *) backups->pdata[0])->path, &error);
    g_assert_no_error (error);
    in_copy = describe (kept);
    g_assert_cmpstr (in_copy, ==, now);

    lum_test_journal_undo (test);
    assert_holds (test, now);
    g_assert_cmpint (restore (test, path, &counts), !=, 0);
    assert_holds (test, then);
    g_assert_cmpuint (count_kept (test), ==, 2);
  }
}

/* Another computer that has what was given up takes the restored state for the newer one. */
static void
test_other_computer (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (43);
  g_autoptr (LumTestJournal) home = lum_test_journal_new (TODAY, 600);
  g_autoptr (LumTestJournal) away = lum_test_journal_new (TODAY, 600);
  g_autofree char *path = NULL;
  g_autofree char *then = NULL;
  LumChangeSet *changes = lum_change_set_new ();
  LumMergeCounts counts;
  LumPainEntry entry;

  lum_record_init (LUM_RECORD_PAIN, &entry);
  entry.day = TODAY - 3;
  entry.score = 3;
  entry.moment = LUM_MOMENT_AVERAGE;
  lum_change_set_put (changes, LUM_RECORD_PAIN, &entry);
  lum_test_journal_commit (home, changes);
  path = back_up (home, "copy.db");
  then = describe (lum_test_journal_get_diary (home));

  changes = lum_change_set_new ();
  entry.day++;
  lum_change_set_put (changes, LUM_RECORD_PAIN, &entry);
  lum_test_journal_commit (home, changes);
  lum_test_journal_merge (away, home);

  /* A minute later, by the clock. */
  lum_clock_set_frozen (home->clock, TODAY, 601);
  restore (home, path, &counts);
  g_assert_cmpuint (counts.n_deleted, ==, 1);
  lum_test_journal_merge (home, away);
  assert_holds (home, then);
  lum_test_journal_merge (away, home);
  assert_holds (away, then);
}

static void
test_foreign (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (44);
  g_autoptr (LumTestJournal) one = lum_test_journal_new (TODAY, 600);
  g_autoptr (LumTestJournal) other = lum_test_journal_new (TODAY, 600);
  g_autofree char *path = NULL;
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;
  LumMergeCounts counts;

  lum_test_journal_commit (one, lum_test_random_life (rand));
  lum_test_journal_commit (other, lum_test_random_life (rand));
  path = back_up (other, "copy.db");
  mine = describe (lum_test_journal_get_diary (one));
  theirs = describe (lum_test_journal_get_diary (other));
  restore (one, path, &counts);
  assert_holds (one, theirs);
  lum_test_journal_undo (one);
  assert_holds (one, mine);

  /* A journal that is in use is read as it is, with what still waits in its log; also the one that it is for. */
  restore (one, lum_journal_get_path (other->journal), &counts);
  assert_holds (one, theirs);
  g_assert_cmpint (restore (one, lum_journal_get_path (one->journal), &counts), ==, 0);
}

static void
test_kept_first (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (45);
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LumDiary) wanted = NULL;
  g_autofree char *path = NULL;
  g_autofree char *now = NULL;
  g_autofree char *folder = g_build_filename (test->folder, "backups", NULL);
  LumMergeCounts counts;
  gint64 group;

  lum_test_journal_commit (test, lum_test_random_life (rand));
  path = back_up (test, "copy.db");
  live_on (test, rand);
  now = describe (lum_test_journal_get_diary (test));
  wanted = read_backup (test, path, &error);
  g_assert_no_error (error);

  /* Where nothing can be kept, nothing is changed. */
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  lum_backup_restore_async (test->journal, wanted, lum_test_sync_cb, &result);
  g_assert_false (lum_backup_restore_finish (test->journal, lum_test_wait (&result), &counts, &group, &error));
  g_assert_true (error->domain == LUM_ERROR);
  assert_holds (test, now);
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA ignore_check_constraints = ON", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
assert_refused (LumTestJournal *test, const char *path, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LumDiary) diary = read_backup (test, path, &error);
  g_autofree char *name = g_path_get_basename (path);

  g_test_message ("%s: %s", name, error ? error->message : "read");
  g_assert_null (diary);
  g_assert_error (error, LUM_ERROR, code);
  g_assert_nonnull (strstr (error->message, name));
}

static void
test_bad_files (void)
{
  static const struct {
    const char *sql;
    int code;
  } bad[] = {
      {"UPDATE pain SET score = 11 WHERE rowid = 1", LUM_ERROR_DAMAGED},
      {"UPDATE pain SET moment = 'noon' WHERE rowid = 1", LUM_ERROR_DAMAGED},
      {"UPDATE pain SET id = 'one' WHERE rowid = 1", LUM_ERROR_DAMAGED},
      {"UPDATE shoes SET start_distance_m = -1", LUM_ERROR_DAMAGED},
      {"DROP TABLE visits", LUM_ERROR_DAMAGED},
      {"ALTER TABLE visits RENAME COLUMN who TO whom", LUM_ERROR_DAMAGED},
      {"PRAGMA user_version = 99", LUM_ERROR_NEWER},
      {"PRAGMA application_id = 1", LUM_ERROR_NOT_A_JOURNAL},
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (46);
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  g_autofree char *text = lum_test_journal_write (test, "text.db", "this is no journal");
  g_autofree char *nowhere = g_build_filename (test->folder, "nowhere.db", NULL);
  g_autofree char *whole = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *half = g_build_filename (test->folder, "half.db", NULL);
  g_autoptr (GDir) dir = NULL;
  g_autofree char *folder = g_build_filename (test->folder, "backups", NULL);
  gsize length;

  lum_test_journal_commit (test, lum_test_random_life (rand));
  assert_refused (test, text, LUM_ERROR_NOT_A_JOURNAL);
  assert_refused (test, nowhere, LUM_ERROR_NOT_FOUND);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autofree char *name = g_strdup_printf ("bad-%u.db", i);
    g_autofree char *path = back_up (test, name);

    run_sql (path, bad[i].sql);
    assert_refused (test, path, bad[i].code);
  }
  whole = back_up (test, "whole.db");
  g_assert_true (g_file_get_contents (whole, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (half, contents, (gssize) length / 2, NULL));
  assert_refused (test, half, LUM_ERROR_DAMAGED);

  /* No half-read copy is left. */
  dir = g_dir_open (folder, 0, NULL);
  g_assert_null (dir ? g_dir_read_name (dir) : NULL);
}

/* A file whose bytes were changed anywhere is read or refused, but never more than that. */
static void
test_any_byte (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (47);
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  g_autofree char *whole = NULL;
  g_autofree char *path = g_build_filename (test->folder, "changed.db", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  lum_test_journal_commit (test, lum_test_random_life (rand));
  whole = back_up (test, "whole.db");
  g_assert_true (g_file_get_contents (whole, &contents, &length, NULL));
  for (int i = 0; i < 60; i++) {
    g_autofree char *changed = g_memdup2 (contents, length);
    g_autoptr (GError) error = NULL;
    g_autoptr (LumDiary) diary = NULL;

    for (int k = 0; k < 20; k++)
      changed[g_rand_int_range (rand, 100, (gint32) length)] = (char) g_rand_int_range (rand, 0, 256);
    g_assert_true (g_file_set_contents (path, changed, (gssize) length, NULL));
    diary = read_backup (test, path, &error);
    g_assert_true ((diary != NULL) != (error != NULL));
    g_assert_true (!error || error->domain == LUM_ERROR);
  }
}

static void
assert_listed (GPtrArray *backups, guint i, const char *name, LumBackupReason reason)
{
  const LumBackupInfo *info = backups->pdata[i];
  g_autofree char *base = g_path_get_basename (info->path);

  g_assert_cmpstr (base, ==, name);
  g_assert_cmpint (info->reason, ==, reason);
  g_assert_cmpint (info->size, ==, 5);
}

static void
test_list (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  g_autoptr (GPtrArray) none = list (test);
  g_autoptr (GPtrArray) backups = NULL;
  static const char *const names[] = {"journal-2026-05-27.db",
                                      "journal-2026-05-26.db",
                                      "journal-2026-05-26-before-restore.db",
                                      "journal-2026-05-26-before-restore-2.db",
                                      "journal-version-1.db",
                                      "journal-2026-02-30.db",
                                      "journal-2026-05-25-other.db",
                                      "journal-2026-05-25-before-restore-x.db",
                                      "journal-2026-05-25.db.new-a1b2c3",
                                      "journal-2026-05.db",
                                      "other-2026-05-25.db",
                                      "journal-.db",
                                      "journal.db"};

  g_assert_cmpuint (none->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *name = g_build_filename ("backups", names[i], NULL);

    g_autofree char *path = lum_test_journal_write (test, name, "12345");
    /* Each is a second younger than the one before, and all are of the year 2030. */
    struct utimbuf times = {1900000000 + i, 1900000000 + i};

    g_assert_cmpint (g_utime (path, &times), ==, 0);
  }
  backups = list (test);
  g_assert_cmpuint (backups->len, ==, 5);
  /* What was kept before a change of form has its day by the file's own time. */
  assert_listed (backups, 0, "journal-version-1.db", LUM_BACKUP_BEFORE_UPDATE);
  assert_listed (backups, 1, "journal-2026-05-27.db", LUM_BACKUP_DAILY);
  assert_listed (backups, 2, "journal-2026-05-26-before-restore-2.db", LUM_BACKUP_BEFORE_RESTORE);
  assert_listed (backups, 3, "journal-2026-05-26-before-restore.db", LUM_BACKUP_BEFORE_RESTORE);
  assert_listed (backups, 4, "journal-2026-05-26.db", LUM_BACKUP_DAILY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/restore/as-it-was", test_as_it_was);
  g_test_add_func ("/restore/other-computer", test_other_computer);
  g_test_add_func ("/restore/foreign", test_foreign);
  g_test_add_func ("/restore/kept-first", test_kept_first);
  g_test_add_func ("/restore/bad-files", test_bad_files);
  g_test_add_func ("/restore/any-byte", test_any_byte);
  g_test_add_func ("/restore/list", test_list);
  return g_test_run ();
}
