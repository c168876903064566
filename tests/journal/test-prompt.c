/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Today may ask, and that nothing is asked twice. */
#include <math.h>

#include "lum-prompt.h"
#include "lum-record-pain.h"
#include "lum-silence.h"
#include "lum-test-journal.h"

#define TODAY 20600
#define HOUR 60

static LumDiary *
get_diary (LumTestJournal *test)
{
  return lum_test_journal_get_diary (test);
}

/* A run that starts at a minute of a day and takes 40 minutes. */
static LumChangeSet *
make_run (LumTestJournal *test, LumDay day, int minute, int n_with_it)
{
  g_autoptr (LumClock) clock = lum_clock_new_frozen (day, minute < 0 ? 0 : minute, 7200);
  LumChangeSet *changes = lum_change_set_new ();
  LumImportBatchRecord batch;
  LumRun run;

  lum_record_init (LUM_RECORD_RUN, &run);
  run.day = day;
  run.distance_m = 6100;
  run.elapsed_s = 40 * 60;
  run.sport = "running";
  if (minute >= 0)
    run.start = lum_clock_get_now (clock, &run.start_offset);
  if (n_with_it > 0) {
    lum_record_init (LUM_RECORD_IMPORT_BATCH, &batch);
    batch.day = TODAY;
    batch.source = "files";
    batch.n_new = n_with_it;
    batch.n_known = batch.n_refused = 0;
    run.batch_id = lum_change_set_put (changes, LUM_RECORD_IMPORT_BATCH, &batch);
  }
  lum_change_set_put (changes, LUM_RECORD_RUN, &run);
  return changes;
}

/* OU-11: ended 2 to 20 hours ago, by the clock; many files at once are not asked about. */
static void
test_when (void)
{
  static const struct {
    LumDay day;
    int minute; /* -1: only the day is known */
    int n_with_it;
    LumDay now;
    int now_minute;
    gboolean asked;
  } cases[] = {
      {TODAY, 9 * HOUR, 0, TODAY, 11 * HOUR + 39, FALSE},
      {TODAY, 9 * HOUR, 0, TODAY, 11 * HOUR + 40, TRUE},
      {TODAY - 1, 18 * HOUR, 0, TODAY, 8 * HOUR, TRUE},
      {TODAY - 1, 18 * HOUR, 0, TODAY, 14 * HOUR + 40, TRUE},
      {TODAY - 1, 18 * HOUR, 0, TODAY, 14 * HOUR + 41, FALSE},
      {TODAY - 2, 18 * HOUR, 0, TODAY, 8 * HOUR, FALSE},
      {TODAY - 1, 18 * HOUR, 1, TODAY, 8 * HOUR, TRUE},
      {TODAY - 1, 18 * HOUR, 2, TODAY, 8 * HOUR, FALSE},
      {TODAY - 1, -1, 0, TODAY, 8 * HOUR, FALSE},
      {TODAY, 18 * HOUR, 0, TODAY, 8 * HOUR, FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (LumTestJournal) test = lum_test_journal_new (cases[i].now, cases[i].now_minute);
    LumRunPrompt prompt;

    lum_test_journal_commit (test, make_run (test, cases[i].day, cases[i].minute, cases[i].n_with_it));
    g_test_message ("case %u", i);
    g_assert_cmpint (lum_prompt_find_run (get_diary (test), test->clock, &prompt), ==, cases[i].asked);
  }
}

/* One written down by hand on its day had ended by then. */
static void
test_by_hand (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 18 * HOUR);
  LumRunPrompt prompt;

  lum_test_journal_commit (test, make_run (test, TODAY, -1, 0));
  g_assert_false (lum_prompt_find_run (get_diary (test), test->clock, &prompt));
  lum_clock_set_frozen (test->clock, TODAY, 20 * HOUR);
  g_assert_true (lum_prompt_find_run (get_diary (test), test->clock, &prompt));
  lum_clock_set_frozen (test->clock, TODAY + 1, 14 * HOUR);
  g_assert_true (lum_prompt_find_run (get_diary (test), test->clock, &prompt));
  lum_clock_set_frozen (test->clock, TODAY + 1, 14 * HOUR + 1);
  g_assert_false (lum_prompt_find_run (get_diary (test), test->clock, &prompt));
}

/* The newest is asked about, once: answered in parts, or skipped, and an older one does not take its place. */
static void
test_answers (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 8 * HOUR);
  const LumPainEntry *entries;
  LumRunPrompt prompt;
  gsize n;
  g_autofree char *id = NULL;

  lum_test_journal_commit (test, make_run (test, TODAY - 1, 14 * HOUR, 0));
  lum_test_journal_commit (test, make_run (test, TODAY - 1, 18 * HOUR, 0));
  g_assert_true (lum_prompt_find_run (get_diary (test), test->clock, &prompt));
  g_assert_true (prompt.during && prompt.after);
  id = g_strdup (prompt.run->base.id);

  lum_test_journal_commit (test, lum_record_run_pain (test->journal, id, LUM_MOMENT_DURING_RUN, 3));
  lum_test_journal_commit (test, lum_record_run_pain (test->journal, id, LUM_MOMENT_DURING_RUN, 4));
  entries = lum_diary_get_pain (get_diary (test), &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (entries[0].score, ==, 4);
  g_assert_cmpint (entries[0].day, ==, TODAY - 1);
  g_assert_cmpint (entries[0].moment, ==, LUM_MOMENT_DURING_RUN);
  g_assert_cmpstr (entries[0].run_id, ==, id);
  g_assert_true (lum_prompt_find_run (get_diary (test), test->clock, &prompt));
  g_assert_cmpstr (prompt.run->base.id, ==, id);
  g_assert_false (prompt.during);
  g_assert_true (prompt.after);

  lum_test_journal_commit (test, lum_record_run_skipped (test->journal, id));
  g_assert_false (lum_prompt_find_run (get_diary (test), test->clock, &prompt));
  lum_test_journal_undo (test);
  lum_test_journal_commit (test, lum_record_run_pain (test->journal, id, LUM_MOMENT_AFTER_RUN, 2));
  g_assert_false (lum_prompt_find_run (get_diary (test), test->clock, &prompt));
}

static void
commit_pain (LumTestJournal *test, LumDay day, int score)
{
  lum_test_journal_commit (test, lum_record_pain (test->journal, day, LUM_MOMENT_AVERAGE, score));
}

static void
test_flare (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 20 * HOUR);
  g_autoptr (LumStatus) status = NULL;

  for (LumDay day = TODAY - 16; day < TODAY; day++)
    commit_pain (test, day, 3);
  commit_pain (test, TODAY, 7);
  status = lum_status_new (get_diary (test), TODAY);
  g_assert_true (lum_prompt_is_flare (get_diary (test), status, TODAY));
  g_assert_false (lum_prompt_is_flare (get_diary (test), status, TODAY + 1));
  g_assert_false (lum_prompt_is_flare (get_diary (test), NULL, TODAY));
  lum_test_journal_commit (test, lum_record_flare (test->journal, TODAY, FALSE));
  g_assert_false (lum_prompt_is_flare (get_diary (test), status, TODAY));
}

static gboolean
is_week (LumTestJournal *test, LumDay today)
{
  g_autoptr (LumStatus) status = lum_status_new (get_diary (test), today);

  return lum_prompt_is_week (get_diary (test), status, today);
}

/* OU-18: once a week, only in quiet mode, and not after "Stop asking". */
static void
test_week (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 10 * HOUR);
  gsize n;
  const LumGapAnswer *answers;

  g_assert_false (is_week (test, TODAY)); /* an empty journal is not quiet, it is new */
  commit_pain (test, TODAY - 40, 4);
  commit_pain (test, TODAY - 31, 2);
  commit_pain (test, TODAY - 7, 1);
  g_assert_true (is_week (test, TODAY));
  g_assert_false (is_week (test, TODAY - 2)); /* a score of that week */

  /* On screen today: it stays for today and then rests for a week. */
  lum_test_journal_commit (test, lum_record_week_seen (test->journal));
  g_assert_null (lum_record_week_seen (test->journal));
  g_assert_true (is_week (test, TODAY));
  g_assert_false (is_week (test, TODAY + 1));
  g_assert_false (is_week (test, TODAY + 6));
  g_assert_true (is_week (test, TODAY + 7));

  lum_test_journal_commit (test, lum_record_week_fine (test->journal));
  answers = lum_diary_get_answers (get_diary (test), &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (answers[0].first, ==, TODAY - 6);
  g_assert_cmpint (answers[0].last, ==, TODAY);
  g_assert_cmpint (answers[0].answer, ==, LUM_GAP_FINE);
  g_assert_false (is_week (test, TODAY));
  g_assert_true (is_week (test, TODAY + 7));

  lum_test_journal_commit (test, lum_record_preference (test->journal, LUM_PREFERENCE_WEEKLY, "no"));
  g_assert_false (is_week (test, TODAY + 7));
  lum_test_journal_undo (test);

  lum_test_journal_commit (test, lum_record_gap (test->journal, TODAY - 5, TODAY - 4, LUM_GAP_HURT));
  g_assert_false (is_week (test, TODAY + 7)); /* that was pain */
}

/* EP-4: asked once; a skipped question stays skipped. In quiet mode only after more than the week's line speaks of. */
static void
test_silence (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 10 * HOUR);
  g_autoptr (LumStatus) status = NULL, after = NULL;
  LumDay first, last;

  commit_pain (test, TODAY - 9, 4);
  commit_pain (test, TODAY - 8, 4);
  status = lum_status_new (get_diary (test), TODAY);
  g_assert_true (lum_prompt_is_silence (get_diary (test), status, TODAY, &first, &last));
  g_assert_cmpint (first, ==, TODAY - 7);
  g_assert_cmpint (last, ==, TODAY - 1);
  lum_test_journal_commit (test, lum_record_silence_skipped (test->journal, first, last));
  g_assert_false (lum_prompt_is_silence (get_diary (test), status, TODAY, &first, &last)); /* before the watch knows */
  after = lum_status_new (get_diary (test), TODAY);
  g_assert_false (lum_prompt_is_silence (get_diary (test), after, TODAY, &first, &last));
}

static void
test_silence_in_quiet_mode (void)
{
  for (int silent = 13; silent <= 15; silent++) {
    g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 10 * HOUR);
    g_autoptr (LumStatus) status = NULL;
    LumDay first, last;

    commit_pain (test, TODAY - 50, 4);
    commit_pain (test, TODAY - 1 - silent, 0);
    status = lum_status_new (get_diary (test), TODAY);
    g_assert_cmpint (lum_prompt_is_silence (get_diary (test), status, TODAY, &first, &last), ==, silent > 14);
    g_assert_true (lum_prompt_is_week (get_diary (test), status, TODAY));
  }
}

/* OU-16: once a day and card, and the budget then knows it. Nothing of it stands in the way of undo. */
static void
test_card_seen (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 10 * HOUR);
  g_autoptr (LumFindings) findings = NULL, again = NULL, tomorrow = NULL;
  const LumCard *card;
  gsize n;

  for (LumDay day = TODAY - 20; day <= TODAY; day++)
    commit_pain (test, day, day >= TODAY - 1 ? 8 : 4);
  findings = lum_findings_new (get_diary (test), TODAY, LUM_UNITS_METRIC);
  card = lum_findings_get_top_card (findings);
  g_assert_nonnull (card);
  lum_test_journal_commit (test, lum_record_card_seen (test->journal, card));
  g_assert_null (lum_record_card_seen (test->journal, card));

  /* It stays for the day. Tomorrow its turn is over, unless it is worse. */
  again = lum_findings_new (get_diary (test), TODAY, LUM_UNITS_METRIC);
  g_assert_nonnull (lum_findings_get_top_card (again));
  g_assert_cmpstr (lum_findings_get_top_card (again)->rule, ==, card->rule);
  tomorrow = lum_findings_new (get_diary (test), TODAY + 1, LUM_UNITS_METRIC);
  if (lum_findings_get_top_card (tomorrow))
    g_assert_cmpstr (lum_findings_get_top_card (tomorrow)->rule, !=, card->rule);

  lum_test_journal_undo (test);
  lum_diary_get_cards (get_diary (test), &n);
  g_assert_cmpuint (n, ==, 1);
  lum_diary_get_pain (get_diary (test), &n);
  g_assert_cmpuint (n, ==, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/prompt/run/when", test_when);
  g_test_add_func ("/prompt/run/by-hand", test_by_hand);
  g_test_add_func ("/prompt/run/answers", test_answers);
  g_test_add_func ("/prompt/flare", test_flare);
  g_test_add_func ("/prompt/week", test_week);
  g_test_add_func ("/prompt/silence", test_silence);
  g_test_add_func ("/prompt/silence/quiet-mode", test_silence_in_quiet_mode);
  g_test_add_func ("/prompt/card-seen", test_card_seen);
  return g_test_run ();
}
