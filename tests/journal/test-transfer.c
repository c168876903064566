/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Out and in again: properties over random journals with records of every kind. */
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "lum-error.h"
#include "lum-test-journal.h"
#include "lum-test-life.h"
#include "lum-test-random.h"
#include "lum-transfer.h"

#define TODAY 20600
#define ROUNDS 5

/* Exports one journal into another; gives how many records changed there. */
static guint
merge (LumTestJournal *from, LumTestJournal *to)
{
  LumMergeCounts counts = lum_test_journal_merge (to, from);

  return counts.n_new + counts.n_changed + counts.n_deleted;
}

static void
assert_same (LumTestJournal *a, LumTestJournal *b)
{
  g_autofree char *one = lum_test_journal_export (a);
  g_autofree char *other = lum_test_journal_export (b);

  g_assert_cmpstr (one, ==, other);
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260527);

  for (int round = 0; round < ROUNDS; round++) {
    g_autoptr (LumTestJournal) one = lum_test_journal_new (TODAY, 600);
    g_autoptr (LumTestJournal) other = lum_test_journal_new (TODAY + 40, 900);
    gsize n, total = 0;

    lum_test_journal_commit (one, lum_test_random_life (rand));
    for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
      lum_diary_get_records (lum_test_journal_get_diary (one), kind, &n);
      total += n;
    }
    g_assert_cmpuint (merge (one, other), ==, total);
    assert_same (one, other);
    g_assert_cmpuint (merge (one, other), ==, 0); /* again: nothing */
    g_assert_cmpuint (merge (other, one), ==, 0);
  }
}

/* Changes some records of a journal later than all others were. */
static void
touch (LumTestJournal *test, GRand *rand, LumInstant later)
{
  gsize n;
  const LumPainEntry *entries = lum_diary_get_pain (lum_test_journal_get_diary (test), &n);
  LumChangeSet *changes = lum_change_set_new ();

  lum_change_set_keep_times (changes);
  for (gsize i = 0; i < n; i++)
    if (i == 0 || g_rand_boolean (rand)) {
      LumPainEntry entry = entries[i];

      entry.score = (entry.score + 1) % 11;
      entry.base.updated_at = later + (gint64) i;
      lum_change_set_put (changes, LUM_RECORD_PAIN, &entry);
    }
  lum_test_journal_commit (test, changes);
}

static void
test_merge (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int round = 0; round < ROUNDS; round++) {
    g_autoptr (LumTestJournal) home = lum_test_journal_new (TODAY, 600);
    g_autoptr (LumTestJournal) away = lum_test_journal_new (TODAY, 600);

    /* The same life on two computers, then different days on both. */
    lum_test_journal_commit (home, lum_test_random_life (rand));
    merge (home, away);
    lum_test_journal_commit (home, lum_test_random_life (rand));
    lum_test_journal_commit (away, lum_test_random_life (rand));
    touch (home, rand, G_GINT64_CONSTANT (4000000000000));
    touch (away, rand, G_GINT64_CONSTANT (4100000000000));

    g_assert_cmpuint (merge (home, away), >, 0);
    g_assert_cmpuint (merge (away, home), >, 0);
    assert_same (home, away); /* whoever began */
    g_assert_cmpuint (merge (home, away), ==, 0);
  }
}

static void
test_deleted_shoe (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (LumTestJournal) one = lum_test_journal_new (TODAY, 600);
  g_autoptr (LumTestJournal) other = lum_test_journal_new (TODAY, 600);
  const LumRecordKind deleted[] = {LUM_RECORD_SHOE, LUM_RECORD_ACTIVITY, LUM_RECORD_RUN};

  lum_test_journal_commit (one, lum_test_random_life (rand));
  for (guint k = 0; k < G_N_ELEMENTS (deleted); k++) {
    LumChangeSet *changes = lum_change_set_new ();
    gsize n, size = lum_record_get_info (deleted[k])->size;
    const char *records = lum_diary_get_records (lum_test_journal_get_diary (one), deleted[k], &n);

    for (gsize i = 0; i < n; i++)
      lum_change_set_delete (changes, deleted[k], ((const LumRecord *) (records + i * size))->id);
    lum_test_journal_commit (one, changes);
  }
  g_assert_cmpuint (merge (one, other), >, 0);
  assert_same (one, other);
}

static void
test_bad_files (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autofree char *text = NULL;
  g_autofree char *path = NULL;
  gsize length;

  lum_test_journal_commit (test, lum_test_random_life (rand));
  text = lum_test_journal_export (test);
  length = strlen (text);

  /* Cut anywhere, or with a byte changed anywhere, it is refused, or read: never a crash, and with a reason. */
  for (int i = 0; i < 300; i++) {
    g_autofree char *bad = g_strdup (text);
    g_autoptr (GError) error = NULL;
    g_autoptr (LumDiary) diary = NULL;
    g_autoptr (LumDeletions) deletions = NULL;
    gboolean ok;
    gsize at = (gsize) g_rand_int_range (rand, 0, (gint32) length - 3);

    if (i % 2)
      bad[at] = '\0';
    else
      bad[at] = (char) g_rand_int_range (rand, 32, 256);
    g_free (path);
    path = lum_test_journal_write (test, "bad.json", bad);
    ok = lum_export_read (path, &diary, &deletions, &error);
    g_assert_true (ok == (diary != NULL) && ok == (deletions != NULL) && ok != (error != NULL));
    if (i % 2)
      g_assert_false (ok);
    if (error) {
      g_assert_true (error->domain == LUM_ERROR);
      g_assert_nonnull (strstr (error->message, "bad.json"));
    }
  }
}

static void
test_replace (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  g_autofree char *path = lum_test_journal_write (test, "out.json", "what was there");
  g_autofree char *folder = lum_test_journal_write (test, "folder/keep.txt", "kept");
  g_autofree char *inside = g_path_get_dirname (folder);
  g_autofree char *pain = g_build_filename (inside, "pain.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (lum_export_json (lum_test_journal_get_diary (test), NULL, path, &error));
  g_file_get_contents (path, &text, NULL, NULL);
  g_assert_true (g_str_has_prefix (text, "{\n  \"format\": \"lumbar-journal\",\n  \"version\": 2,"));
  g_assert_false (lum_export_json (lum_test_journal_get_diary (test), NULL, inside, &error));
  g_assert_error (error, LUM_ERROR, LUM_ERROR_IO);

  /* A folder that holds other things keeps them. */
  g_clear_error (&error);
  g_assert_true (lum_export_csv_folder (lum_test_journal_get_diary (test), inside, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (pain, G_FILE_TEST_EXISTS));
}

/* A line a day: what is not known is blank, a mean needs three scores in its week, and zero is an answer. */
static void
test_days (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  g_autoptr (LumDiary) diary = NULL;
  g_autofree char *path = lum_test_journal_write (test, "days.csv", "what was there");
  g_autofree char *nowhere = g_strconcat (path, "/none/days.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  LumDay first = lum_day_from_ymd (2026, 5, 1);
  static const char expected[] = "date,pain,highest,mean_7d,entered_later,runs,distance_m,duration_s\r\n"
                                 "2026-05-01,4.00,4,,0,0,,\r\n"
                                 "2026-05-02,,,,,1,8200,\r\n"
                                 "2026-05-03,0.00,3,,1,0,,\r\n"
                                 "2026-05-04,5.00,5,3.00,0,0,,\r\n";

  lum_test_life_add_pain (life, first, 4, LUM_MOMENT_AVERAGE);
  lum_test_life_add_run (life, first + 1, 8200)->timer_s = NAN;
  lum_test_life_add_pain (life, first + 2, 0, LUM_MOMENT_AVERAGE)->entered = first + 9;
  lum_test_life_add_pain (life, first + 2, 3, LUM_MOMENT_WAKING)->entered = first + 9;
  lum_test_life_add_pain (life, first + 3, 5, LUM_MOMENT_AVERAGE);
  diary = lum_test_life_make (life);
  g_assert_true (lum_export_days_csv (diary, first, first + 3, path, &error));
  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, NULL);
  g_assert_cmpstr (text, ==, expected);

  g_assert_false (lum_export_days_csv (diary, first, first + 3, nowhere, &error));
  g_assert_error (error, LUM_ERROR, LUM_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/transfer/round-trip", test_round_trip);
  g_test_add_func ("/transfer/merge", test_merge);
  g_test_add_func ("/transfer/deleted-shoe", test_deleted_shoe);
  g_test_add_func ("/transfer/bad-files", test_bad_files);
  g_test_add_func ("/transfer/replace", test_replace);
  g_test_add_func ("/transfer/days", test_days);
  return g_test_run ();
}
