/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two computers: whatever was written, changed and deleted on both, merging makes them the same, and undo takes it back. */
#include <string.h>

#include "lum-backup.h"
#include "lum-sample-life.h"
#include "lum-test-journal.h"
#include "lum-test-life.h"
#include "lum-test-random.h"

#define TODAY 20600
#define ROUNDS 4

/* Later than all that a random life holds. */
#define LATER G_GINT64_CONSTANT (4000000000000)

static LumTestJournal *
copy_of (LumTestJournal *other)
{
  LumTestJournal *copy = lum_test_journal_new (TODAY, 700);

  lum_test_journal_merge (copy, other);
  return copy;
}

/* Says which line is another, not two whole journals. */
static void
assert_text (const char *one, const char *other)
{
  g_auto (GStrv) a = g_strsplit (one, "\n", -1);
  g_auto (GStrv) b = g_strsplit (other, "\n", -1);

  for (guint i = 0; a[i] && b[i]; i++)
    g_assert_cmpstr (a[i], ==, b[i]);
  g_assert_cmpuint (strlen (one), ==, strlen (other));
}

static void
assert_same (LumTestJournal *a, LumTestJournal *b)
{
  g_autofree char *one = lum_test_journal_export (a);
  g_autofree char *other = lum_test_journal_export (b);

  assert_text (one, other);
}

static void
assert_exports (LumTestJournal *journal, const char *text)
{
  g_autofree char *now = lum_test_journal_export (journal);

  assert_text (now, text);
}

/* Nothing changes, and nothing is there to be undone. */
static void
assert_brings_nothing (LumTestJournal *to, LumTestJournal *from)
{
  guint64 revision = lum_diary_get_revision (lum_test_journal_get_diary (to));
  LumMergeCounts counts = lum_test_journal_merge (to, from);

  g_assert_cmpuint (counts.n_new + counts.n_changed + counts.n_deleted, ==, 0);
  g_assert_cmpuint (lum_diary_get_revision (lum_test_journal_get_diary (to)), ==, revision);
}

/* The file is sound, and its log leads to what is in it. */
static void
assert_sound (LumTestJournal *test)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) sentences = NULL;

  lum_check_journal_async (test->journal, lum_test_sync_cb, &result);
  sentences = lum_check_journal_finish (test->journal, lum_test_wait (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; sentences[i]; i++)
    /* A life that was thrown together breaks rules of its own. */
    if (strstr (sentences[i], "damaged") || strstr (sentences[i], "not there") ||
        strstr (sentences[i], "something other"))
      g_error ("%s", sentences[i]);
}

static void
redo (LumTestJournal *test)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  lum_journal_redo_async (test->journal, lum_test_sync_cb, &result);
  lum_journal_undo_finish (test->journal, lum_test_wait (&result), &error);
  g_assert_no_error (error);
}

/* A life that began on one computer, went on on both, and was changed and cleared up on both. */
static void
make_two (GRand *rand, LumTestJournal **one, LumTestJournal **other)
{
  *one = lum_test_journal_new (TODAY, 600);
  lum_test_journal_commit (*one, lum_test_random_life (rand));
  *other = copy_of (*one);
  lum_test_journal_commit (*one, lum_test_random_life (rand));
  lum_test_journal_commit (*other, lum_test_random_life (rand));
  for (int turn = 0; turn < 2; turn++) {
    lum_test_journal_commit (*one, lum_test_random_edits (rand, lum_test_journal_get_diary (*one), LATER + turn));
    lum_test_journal_commit (*other, lum_test_random_edits (rand, lum_test_journal_get_diary (*other), LATER + turn));
  }
}

static void
test_both_ways (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260601);

  for (int round = 0; round < ROUNDS; round++) {
    g_autoptr (LumTestJournal) one = NULL;
    g_autoptr (LumTestJournal) other = NULL;
    g_autoptr (LumTestJournal) first_one = NULL;
    g_autoptr (LumTestJournal) first_other = NULL;

    make_two (rand, &one, &other);
    first_one = copy_of (one);
    first_other = copy_of (other);
    assert_same (one, first_one);
    assert_same (other, first_other);

    lum_test_journal_merge (first_one, other);
    lum_test_journal_merge (first_other, one);
    assert_same (first_one, first_other);
    assert_brings_nothing (first_one, other);
    assert_brings_nothing (first_one, one);
    assert_brings_nothing (first_one, first_other);

    /* The journals themselves find the same as their copies. */
    lum_test_journal_merge (one, other);
    lum_test_journal_merge (other, one);
    assert_same (one, first_one);
    assert_same (other, first_one);
    assert_sound (one);
    assert_sound (first_one);
  }
}

static void
test_three (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (int round = 0; round < ROUNDS; round++) {
    g_autoptr (LumTestJournal) one = NULL;
    g_autoptr (LumTestJournal) other = NULL;
    g_autoptr (LumTestJournal) third = NULL;
    g_autoptr (LumTestJournal) left = NULL;
    g_autoptr (LumTestJournal) right = NULL;

    make_two (rand, &one, &other);
    third = copy_of (one);
    lum_test_journal_commit (third, lum_test_random_edits (rand, lum_test_journal_get_diary (third), LATER + 1));
    left = copy_of (one);
    lum_test_journal_merge (left, other);
    lum_test_journal_merge (left, third);
    right = copy_of (third);
    lum_test_journal_merge (right, other);
    lum_test_journal_merge (right, one);
    assert_same (left, right);
  }
}

static void
test_undo (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (int round = 0; round < ROUNDS; round++) {
    g_autoptr (LumTestJournal) one = NULL;
    g_autoptr (LumTestJournal) other = NULL;
    g_autoptr (LumTestJournal) empty = lum_test_journal_new (TODAY, 600);
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;
    g_autofree char *nothing = lum_test_journal_export (empty);

    make_two (rand, &one, &other);
    before = lum_test_journal_export (one);
    lum_test_journal_merge (one, other);
    after = lum_test_journal_export (one);
    g_assert_cmpstr (before, !=, after);
    lum_test_journal_undo (one);
    assert_exports (one, before);
    redo (one);
    assert_exports (one, after);
    lum_test_journal_undo (one);
    assert_exports (one, before);
    assert_sound (one);

    /* What was undone can come again from the same file. */
    lum_test_journal_merge (one, other);
    assert_exports (one, after);

    lum_test_journal_merge (empty, one);
    assert_exports (empty, after);
    lum_test_journal_undo (empty);
    assert_exports (empty, nothing);
    assert_brings_nothing (one, empty);
    lum_test_journal_merge (empty, one);
    assert_exports (empty, after);
    assert_sound (empty);
  }
}

/* A day of the sample's, on two computers, with the deeds of a person: their times are those of the clock. */
static void
test_sample (void)
{
  g_autoptr (LumDiary) life = lum_sample_life_new (TODAY, 1, 3);
  g_autoptr (LumTestJournal) home = lum_test_journal_new (TODAY, 600);
  g_autoptr (LumTestJournal) away = NULL;
  g_autoptr (LumTestJournal) third = NULL;
  LumChangeSet *changes = lum_change_set_new ();
  g_autofree char *before = NULL;
  const LumPainEntry *entries;
  LumMergeCounts counts;
  gsize n;

  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    gsize size = lum_record_get_info (kind)->size;
    const char *records = lum_diary_get_records (life, kind, &n);

    for (gsize i = 0; i < n; i++)
      lum_change_set_put (changes, kind, records + i * size);
  }
  lum_change_set_keep_times (changes);
  lum_test_journal_commit (home, changes);
  away = copy_of (home);
  third = copy_of (home);
  before = lum_test_journal_export (home);

  /* Away, two entries are deleted; one of them comes back by undo. */
  entries = lum_diary_get_pain (lum_test_journal_get_diary (away), &n);
  changes = lum_change_set_new ();
  lum_change_set_delete (changes, LUM_RECORD_PAIN, entries[0].base.id);
  lum_test_journal_commit (away, changes);
  entries = lum_diary_get_pain (lum_test_journal_get_diary (away), &n);
  changes = lum_change_set_new ();
  lum_change_set_delete (changes, LUM_RECORD_PAIN, entries[0].base.id);
  lum_test_journal_commit (away, changes);
  lum_test_journal_undo (away);

  counts = lum_test_journal_merge (home, away);
  g_assert_cmpuint (counts.n_deleted, ==, 1);
  g_assert_cmpuint (counts.n_new, ==, 0);
  assert_same (home, away);
  /* Who still has the entry does not bring it back. */
  assert_brings_nothing (home, third);
  lum_test_journal_undo (home);
  assert_exports (home, before);
}

/* --- the rule, case by case ------------------------------------------------------------------------------------- */

#define ID "6f1c2a3e-0000-4000-8000-000000000001"

static LumChangeSet *
entry_at (LumInstant at, int score)
{
  LumChangeSet *changes = lum_change_set_new ();
  LumPainEntry entry;

  lum_record_init (LUM_RECORD_PAIN, &entry);
  entry.base = (LumRecord){ID, 1000, at, 3600};
  entry.day = entry.entered = TODAY;
  entry.score = score;
  entry.moment = LUM_MOMENT_AVERAGE;
  lum_change_set_put (changes, LUM_RECORD_PAIN, &entry);
  lum_change_set_keep_times (changes);
  return changes;
}

static LumChangeSet *
deleted_at (LumInstant at)
{
  LumChangeSet *changes = lum_change_set_new ();

  lum_change_set_bury (changes, LUM_RECORD_PAIN, ID, at);
  lum_change_set_keep_times (changes);
  return changes;
}

static void
assert_score (LumTestJournal *test, int score)
{
  const LumPainEntry *entry = lum_diary_find (lum_test_journal_get_diary (test), LUM_RECORD_PAIN, ID);

  g_assert_cmpint (entry ? entry->score : -1, ==, score);
}

static void
test_rule (void)
{
  const struct {
    LumInstant one, other;
    int one_score, other_score, score; /* -1: deleted */
  } cases[] = {
      {2000, 3000, 4, 7, 7},   {3000, 2000, 4, 7, 4},    {2000, 2000, 4, 7, 7},    {2000, 3000, 4, -1, -1},
      {3000, 2000, 4, -1, 4},  {2000, 2000, 4, -1, -1},  {2000, 3000, -1, 7, 7},   {3000, 2000, -1, 7, -1},
      {2000, 2000, -1, 7, -1}, {2000, 3000, -1, -1, -1}, {3000, 2000, -1, -1, -1},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (LumTestJournal) one = lum_test_journal_new (TODAY, 600);
    g_autoptr (LumTestJournal) other = lum_test_journal_new (TODAY, 600);
    g_autoptr (LumTestJournal) copy = NULL;

    lum_test_journal_commit (one, cases[i].one_score < 0 ? deleted_at (cases[i].one)
                                                         : entry_at (cases[i].one, cases[i].one_score));
    lum_test_journal_commit (other, cases[i].other_score < 0 ? deleted_at (cases[i].other)
                                                             : entry_at (cases[i].other, cases[i].other_score));
    copy = copy_of (one);
    lum_test_journal_merge (one, other);
    lum_test_journal_merge (other, copy);
    g_test_message ("case %u", i);
    assert_score (one, cases[i].score);
    assert_score (other, cases[i].score);
    assert_same (one, other);
  }
}

/* A file that was compared with what the journal held a moment ago replaces nothing that is newer by now. */
static void
test_late (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);

  lum_test_journal_commit (test, entry_at (3000, 4));
  lum_test_journal_commit (test, entry_at (2000, 7));
  assert_score (test, 4);
  lum_test_journal_commit (test, deleted_at (2500));
  assert_score (test, 4);
  lum_test_journal_commit (test, deleted_at (3500));
  assert_score (test, -1);
}

/* Every kind of record can be known as deleted without ever having been here. */
static void
test_strangers (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  g_autoptr (LumTestJournal) empty = lum_test_journal_new (TODAY, 600);
  g_autofree char *nothing = lum_test_journal_export (empty);
  g_autofree char *text = NULL;
  LumChangeSet *changes = lum_change_set_new ();

  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    g_autofree char *id = g_uuid_string_random ();

    lum_change_set_bury (changes, kind, id, 1001 + kind);
  }
  lum_change_set_keep_times (changes);
  lum_test_journal_commit (test, changes);
  text = lum_test_journal_export (test);
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    g_autofree char *time = g_strdup_printf ("1970-01-01T00:00:01.%03dZ", kind + 1);

    g_assert_nonnull (strstr (text, time));
  }
  assert_sound (test);
  lum_test_journal_undo (test);
  assert_exports (test, nothing);
}

/* What the first version wrote, which knew of no deletions, and a run that names a shoe that was deleted there. */
static void
test_first_version (void)
{
  static const char old[] =
      "{\n \"format\": \"lumbar-journal\",\n \"version\": 1,\n \"pain\": [\n"
      "  {\"id\": \"6f1c2a3e-0000-4000-8000-000000000001\", \"created_at\": \"2026-05-01T08:00:00Z\", "
      "\"updated_at\": \"2026-05-01T08:00:00Z\", \"utc_offset\": 7200, \"day\": \"2026-05-01\", \"score\": 3, "
      "\"moment\": \"average\", \"entered\": \"2026-05-01\"}],\n \"runs\": [\n"
      "  {\"id\": \"6f1c2a3e-0000-4000-8000-000000000002\", \"created_at\": \"2026-05-01T08:00:00Z\", "
      "\"updated_at\": \"2026-05-01T08:00:00Z\", \"utc_offset\": 7200, \"day\": \"2026-05-01\", \"distance_m\": 8200, "
      "\"ascent_computed\": false, \"race\": false, \"shoe_id\": \"6f1c2a3e-0000-4000-8000-000000000003\"}]\n}\n";
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  g_autofree char *path = lum_test_journal_write (test, "old.json", old);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LumMergeCounts counts;
  const LumRun *runs;
  gint64 group;
  gsize n;

  lum_restore_async (test->journal, path, lum_test_sync_cb, &result);
  lum_restore_finish (test->journal, lum_test_wait (&result), &counts, &group, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.n_new, ==, 2);
  g_assert_cmpint (group, !=, 0);
  assert_score (test, 3);
  runs = lum_diary_get_runs (lum_test_journal_get_diary (test), &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (runs[0].shoe_id);
}

static void
test_bad_deletions (void)
{
  static const struct {
    const char *deleted;
    const char *says;
  } bad[] = {
      {"[]", "“deleted”"},
      {"{\"pain\": {}}", "“pain”"},
      {"{\"pain\": [7]}", "“id”"},
      {"{\"pain\": [{\"id\": \"../x\", \"deleted_at\": \"2026-05-01T08:00:00Z\"}]}", "“id”"},
      {"{\"pain\": [{\"id\": \"" ID "\"}]}", "“deleted_at”"},
      {"{\"pain\": [{\"id\": \"" ID "\", \"deleted_at\": 5}]}", "“deleted_at”"},
      {"{\"pain\": [{\"id\": \"" ID "\", \"deleted_at\": \"yesterday\"}]}", "“deleted_at”"},
      {"{\"pain\": [{\"id\": \"" ID "\", \"deleted_at\": \"1969-05-01T08:00:00Z\"}]}", "“deleted_at”"},
  };
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);

  lum_test_journal_commit (test, entry_at (1000, 4));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autofree char *text =
        g_strdup_printf ("{\"format\": \"lumbar-journal\", \"version\": 2, \"deleted\": %s}", bad[i].deleted);
    g_autofree char *path = lum_test_journal_write (test, "bad.json", text);
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;
    LumMergeCounts counts;
    gint64 group;

    lum_restore_async (test->journal, path, lum_test_sync_cb, &result);
    g_assert_false (lum_restore_finish (test->journal, lum_test_wait (&result), &counts, &group, &error));
    g_assert_error (error, LUM_ERROR, LUM_ERROR_DAMAGED);
    g_assert_nonnull (strstr (error->message, bad[i].says));
    assert_score (test, 4);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/both-ways", test_both_ways);
  g_test_add_func ("/merge/three", test_three);
  g_test_add_func ("/merge/undo", test_undo);
  g_test_add_func ("/merge/sample", test_sample);
  g_test_add_func ("/merge/rule", test_rule);
  g_test_add_func ("/merge/late", test_late);
  g_test_add_func ("/merge/strangers", test_strangers);
  g_test_add_func ("/merge/first-version", test_first_version);
  g_test_add_func ("/merge/bad-deletions", test_bad_deletions);
  return g_test_run ();
}
