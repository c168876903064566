/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing things down: what the question is, and what each use case leaves in the diary. */
#include <math.h>

#include "lum-error.h"
#include "lum-record-pain.h"
#include "lum-test-journal.h"

#define TODAY 20600

static void
test_question (void)
{
  static const struct {
    int minute;
    LumDay day;
    LumMoment moment;
    gboolean evening_before;
  } cases[] = {
      {0, TODAY - 1, LUM_MOMENT_AVERAGE, TRUE},    {2 * 60 + 59, TODAY - 1, LUM_MOMENT_AVERAGE, TRUE},
      {3 * 60, TODAY, LUM_MOMENT_WAKING, FALSE},   {11 * 60 + 59, TODAY, LUM_MOMENT_WAKING, FALSE},
      {12 * 60, TODAY, LUM_MOMENT_AVERAGE, FALSE}, {23 * 60 + 59, TODAY, LUM_MOMENT_AVERAGE, FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (LumClock) clock = lum_clock_new_frozen (TODAY, cases[i].minute, 7200);
    LumQuestion question = lum_question_now (clock);

    g_assert_cmpint (question.day, ==, cases[i].day);
    g_assert_cmpint (question.moment, ==, cases[i].moment);
    g_assert_cmpint (question.evening_before, ==, cases[i].evening_before);
  }
}

static const LumPainEntry *
get_pain (LumTestJournal *test, gsize expected)
{
  gsize n;
  const LumPainEntry *entries = lum_diary_get_pain (lum_test_journal_get_diary (test), &n);

  g_assert_cmpuint (n, ==, expected);
  return entries;
}

static void
test_pain (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 20 * 60);
  LumQuestion question = lum_question_now (test->clock);
  LumPainEntry entry;

  g_assert_null (lum_question_find_answer (&question, lum_test_journal_get_diary (test)));
  lum_test_journal_commit (test, lum_record_pain (test->journal, TODAY, LUM_MOMENT_AVERAGE, 3));
  g_assert_cmpint (get_pain (test, 1)->score, ==, 3);
  g_assert_cmpint (get_pain (test, 1)->entered, ==, TODAY);
  g_assert_cmpint (get_pain (test, 1)->base.utc_offset, ==, 7200);

  /* The question can be answered anew; what else the answer says stays. */
  entry = *get_pain (test, 1);
  entry.note = "a note";
  entry.started = TODAY - 3;
  lum_test_journal_commit (test, lum_record_pain_entry (test->journal, &entry));
  lum_test_journal_commit (test, lum_record_pain (test->journal, TODAY, LUM_MOMENT_AVERAGE, 0));
  g_assert_cmpint (get_pain (test, 1)->score, ==, 0);
  g_assert_cmpstr (get_pain (test, 1)->note, ==, "a note");
  g_assert_cmpint (get_pain (test, 1)->started, ==, TODAY - 3);
  g_assert_cmpint (lum_question_find_answer (&question, lum_test_journal_get_diary (test))->score, ==, 0);

  /* Another moment is another entry, and so is one that is written down as such. */
  lum_test_journal_commit (test, lum_record_pain (test->journal, TODAY, LUM_MOMENT_WORST, 8));
  lum_record_init (LUM_RECORD_PAIN, &entry);
  entry.day = TODAY - 5;
  entry.score = 4;
  lum_test_journal_commit (test, lum_record_pain_entry (test->journal, &entry));
  g_assert_cmpint (get_pain (test, 3)[0].moment, ==, LUM_MOMENT_AVERAGE);
  g_assert_cmpint (get_pain (test, 3)[0].entered, ==, TODAY);

  lum_test_journal_undo (test);
  get_pain (test, 2);
  lum_test_journal_commit (test, lum_record_delete (LUM_RECORD_PAIN, get_pain (test, 2)[0].base.id));
  get_pain (test, 1);
  lum_test_journal_undo (test);
  get_pain (test, 2);
}

static LumChangeSet *
make_run (LumTestJournal *test, const char *shoe, GError **error)
{
  LumRun run;

  lum_record_init (LUM_RECORD_RUN, &run);
  run.distance_m = 8000;
  run.timer_s = 2700;
  return lum_record_run (test->journal, &run, shoe, error);
}

static const char *
get_last_shoe (LumTestJournal *test)
{
  LumDiary *diary = lum_test_journal_get_diary (test);
  gsize n;
  const LumRun *runs = lum_diary_get_runs (diary, &n);
  const LumRun *newest = &runs[0];
  const LumShoe *shoe;

  for (gsize i = 1; i < n; i++)
    if (runs[i].base.created_at >= newest->base.created_at)
      newest = &runs[i];
  shoe = newest->shoe_id ? lum_diary_find (diary, LUM_RECORD_SHOE, newest->shoe_id) : NULL;
  return shoe ? shoe->name : NULL;
}

static void
run_with_shoe (LumTestJournal *test, int minute, const char *shoe)
{
  lum_clock_set_frozen (test->clock, TODAY, minute); /* so that the newest is known */
  lum_test_journal_commit (test, make_run (test, shoe, NULL));
}

static void
test_shoes (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  LumShoe shoe;
  gsize n;

  run_with_shoe (test, 601, NULL);
  g_assert_null (get_last_shoe (test));
  run_with_shoe (test, 602, " Blue ");
  g_assert_cmpstr (get_last_shoe (test), ==, "Blue");
  run_with_shoe (test, 603, "bLUE");
  g_assert_cmpstr (get_last_shoe (test), ==, "Blue");
  run_with_shoe (test, 604, "Red");
  lum_diary_get_shoes (lum_test_journal_get_diary (test), &n);
  g_assert_cmpuint (n, ==, 2);

  /* A default pair is worn unless somebody says otherwise; a retired one is not. */
  shoe = lum_diary_get_shoes (lum_test_journal_get_diary (test), &n)[0];
  g_assert_cmpstr (shoe.name, ==, "Blue");
  shoe.is_default = TRUE;
  {
    LumChangeSet *changes = lum_change_set_new ();

    lum_change_set_put (changes, LUM_RECORD_SHOE, &shoe);
    lum_test_journal_commit (test, changes);
  }
  run_with_shoe (test, 605, NULL);
  g_assert_cmpstr (get_last_shoe (test), ==, "Blue");
  run_with_shoe (test, 606, "");
  g_assert_null (get_last_shoe (test));
  shoe = *(const LumShoe *) lum_diary_find (lum_test_journal_get_diary (test), LUM_RECORD_SHOE, shoe.base.id);
  shoe.retired = TODAY;
  {
    LumChangeSet *changes = lum_change_set_new ();

    lum_change_set_put (changes, LUM_RECORD_SHOE, &shoe);
    lum_test_journal_commit (test, changes);
  }
  run_with_shoe (test, 607, NULL);
  g_assert_null (get_last_shoe (test));
}

static void
test_bad_run (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  g_autoptr (GError) error = NULL;
  LumRun run;

  lum_record_init (LUM_RECORD_RUN, &run);
  g_assert_null (lum_record_run (test->journal, &run, NULL, &error));
  g_assert_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT);
  g_clear_error (&error);
  run.distance_m = 5000;
  run.timer_s = 27; /* 45:10 typed as seconds, or so */
  g_assert_null (lum_record_run (test->journal, &run, NULL, &error));
  g_assert_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT);
  g_assert_nonnull (strstr (error->message, "667 km/h"));
  g_clear_error (&error);
  run.timer_s = 50 * 3600;
  g_assert_null (lum_record_run (test->journal, &run, NULL, &error));
  g_assert_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT);
  g_clear_error (&error);
  run.timer_s = 1800;
  run.effort = 11;
  g_assert_null (lum_record_run (test->journal, &run, NULL, &error));
  g_assert_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT);
}

static void
test_answers (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  const LumGapAnswer *answers;
  const LumFlareAnswer *flares;
  gsize n;

  lum_test_journal_commit (test, lum_record_gap (test->journal, TODAY - 9, TODAY - 5, LUM_GAP_HURT));
  lum_test_journal_commit (test, lum_record_gap (test->journal, TODAY - 9, TODAY - 7, LUM_GAP_FINE));
  answers = lum_diary_get_answers (lum_test_journal_get_diary (test), &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (answers[0].answer, ==, LUM_GAP_HURT);
  g_assert_cmpint (answers[1].answer, ==, LUM_GAP_FINE);
  g_assert_cmpint (answers[0].seq, <, answers[1].seq);

  lum_test_journal_commit (test, lum_record_flare (test->journal, TODAY, TRUE));
  lum_test_journal_commit (test, lum_record_flare (test->journal, TODAY, FALSE));
  flares = lum_diary_get_flares (lum_test_journal_get_diary (test), &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_false (flares[0].yes);
}

static void
test_visit_and_cards (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  LumVisit visit;
  const LumVisit *visits;
  const LumCardRecord *cards;
  gsize n;

  lum_record_init (LUM_RECORD_VISIT, &visit);
  visit.who = "A doctor";
  lum_test_journal_commit (test, lum_record_visit (test->journal, &visit));
  visits = lum_diary_get_visits (lum_test_journal_get_diary (test), &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (visits[0].day, ==, TODAY);
  g_assert_cmpint (visits[0].plan, ==, LUM_PLAN_NONE);

  lum_test_journal_commit (
      test, lum_record_card_event (test->journal, "EP-8", "beyond", TODAY - 21, TODAY, LUM_CARD_LATER, TODAY + 3));
  cards = lum_diary_get_cards (lum_test_journal_get_diary (test), &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (cards[0].day, ==, TODAY);
  g_assert_cmpint (cards[0].until, ==, TODAY + 3);
}

static void
test_preferences (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  gsize n;

  lum_test_journal_commit (test, lum_record_preference (test->journal, LUM_PREFERENCE_NAME, "A"));
  lum_test_journal_commit (test, lum_record_preference (test->journal, LUM_PREFERENCE_NAME, "B"));
  lum_test_journal_commit (test, lum_record_preference (test->journal, LUM_PREFERENCE_QUESTIONS, "1\n2\n3"));
  lum_diary_get_preferences (lum_test_journal_get_diary (test), &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (lum_diary_get_preference (lum_test_journal_get_diary (test), LUM_PREFERENCE_NAME), ==, "B");
  lum_test_journal_commit (test, lum_record_preference (test->journal, LUM_PREFERENCE_NAME, ""));
  g_assert_null (lum_diary_get_preference (lum_test_journal_get_diary (test), LUM_PREFERENCE_NAME));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/question", test_question);
  g_test_add_func ("/record/pain", test_pain);
  g_test_add_func ("/record/shoes", test_shoes);
  g_test_add_func ("/record/bad-run", test_bad_run);
  g_test_add_func ("/record/answers", test_answers);
  g_test_add_func ("/record/visit-and-cards", test_visit_and_cards);
  g_test_add_func ("/record/preferences", test_preferences);
  return g_test_run ();
}
