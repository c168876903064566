/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two activities, written down: named, renamed, rated, rated again, taken back; and what is refused. */
#include "lum-error.h"
#include "lum-record-activity.h"
#include "lum-report-offer.h"
#include "lum-test-journal.h"

#define TODAY 20600

static const LumActivity *
get_activities (LumTestJournal *test, gsize expected)
{
  gsize n;
  const LumActivity *activities = lum_diary_get_activities (lum_test_journal_get_diary (test), &n);

  g_assert_cmpuint (n, ==, expected);
  return activities;
}

static const LumActivityRating *
get_ratings (LumTestJournal *test, gsize expected)
{
  gsize n;
  const LumActivityRating *ratings = lum_diary_get_activity_ratings (lum_test_journal_get_diary (test), &n);

  g_assert_cmpuint (n, ==, expected);
  return ratings;
}

static void
call (LumTestJournal *test, const char *id, const char *name)
{
  g_autoptr (GError) error = NULL;
  LumChangeSet *changes = lum_record_activity (test->journal, id, name, &error);

  g_assert_no_error (error);
  lum_test_journal_commit (test, changes);
}

static void
rate (LumTestJournal *test, const char *id, LumDay day, int score)
{
  g_autoptr (GError) error = NULL;
  LumChangeSet *changes = lum_record_activity_rating (test->journal, id, day, score, &error);

  g_assert_no_error (error);
  lum_test_journal_commit (test, changes);
}

static void
test_names (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  g_autofree char *id = NULL;

  call (test, NULL, "  run 5 km ");
  g_assert_cmpstr (get_activities (test, 1)->name, ==, "run 5 km");
  g_assert_cmpint (get_activities (test, 1)->position, ==, 1);
  g_assert_cmpint (get_activities (test, 1)->since, ==, TODAY);
  g_assert_cmpint (get_activities (test, 1)->base.utc_offset, ==, 7200);
  id = g_strdup (get_activities (test, 1)->base.id);

  call (test, NULL, "tie shoes");
  g_assert_cmpstr (get_activities (test, 2)[1].name, ==, "tie shoes");
  g_assert_cmpint (get_activities (test, 2)[1].position, ==, 2);

  /* In another word it is still the same, at its place. */
  lum_clock_set_frozen (test->clock, TODAY + 1, 600);
  call (test, id, "run 10 km");
  g_assert_cmpstr (get_activities (test, 2)[0].name, ==, "run 10 km");
  g_assert_cmpstr (get_activities (test, 2)[0].base.id, ==, id);
  g_assert_cmpint (get_activities (test, 2)[0].since, ==, TODAY);
  lum_test_journal_undo (test);
  g_assert_cmpstr (get_activities (test, 2)[0].name, ==, "run 5 km");
  lum_test_journal_undo (test);
  g_assert_cmpstr (get_activities (test, 1)[0].name, ==, "run 5 km");

  for (int i = 0; i < 11; i++)
    call (test, NULL, "more");
  g_assert_cmpint (get_activities (test, 12)[11].position, ==, 9);
}

static void
test_ratings (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  g_autofree char *run = NULL, *tie = NULL;
  LumActivityCourse course;

  call (test, NULL, "run 5 km");
  call (test, NULL, "tie shoes");
  run = g_strdup (get_activities (test, 2)[0].base.id);
  tie = g_strdup (get_activities (test, 2)[1].base.id);

  rate (test, run, TODAY - 7, 2);
  rate (test, run, TODAY, 0);
  rate (test, tie, TODAY, 10);
  get_ratings (test, 3);

  /* A day has one of each. */
  rate (test, run, TODAY, 5);
  get_ratings (test, 3);
  course = lum_activity_course_new (lum_test_journal_get_diary (test), &get_activities (test, 2)[0], TODAY);
  g_assert_cmpint (course.then->score, ==, 2);
  g_assert_cmpint (course.now->score, ==, 5);
  g_assert_cmpint (course.now->day, ==, TODAY);
  course = lum_activity_course_new (lum_test_journal_get_diary (test), &get_activities (test, 2)[1], TODAY);
  g_assert_cmpint (course.now->score, ==, 10);

  lum_test_journal_undo (test);
  course = lum_activity_course_new (lum_test_journal_get_diary (test), &get_activities (test, 2)[0], TODAY);
  g_assert_cmpint (course.now->score, ==, 0);
  lum_test_journal_undo (test);
  get_ratings (test, 2);
}

/* A name and a rating can follow each other at once: the rating does not wait for the name to be in the diary. */
static void
test_both (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  LumChangeSet *named = lum_record_activity (test->journal, NULL, "tie shoes", NULL);
  gsize n;
  g_autofree char *id = g_strdup (lum_change_set_get_changes (named, &n)[0].record->id);
  LumChangeSet *rated = lum_record_activity_rating (test->journal, id, TODAY, 6, NULL);

  g_assert_cmpuint (n, ==, 1);
  lum_test_journal_commit (test, named);
  lum_test_journal_commit (test, rated);
  g_assert_cmpstr (get_ratings (test, 1)->activity_id, ==, get_activities (test, 1)->base.id);
}

static void
test_refused (void)
{
  static const struct {
    int days_ahead;
    int score;
  } bad[] = {{0, 11}, {0, -1}, {0, LUM_INT_NONE}, {1, 5}};
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  static const char *const names[] = {"", " \t\n", "\xff\xfe"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (lum_record_activity (test->journal, NULL, names[i], &error));
    g_assert_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT);
  }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (
        lum_record_activity_rating (test->journal, "an id", TODAY + bad[i].days_ahead, bad[i].score, &error));
    g_assert_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT);
  }

  g_autoptr (GError) unset = NULL, gone = NULL;

  g_assert_null (lum_record_activity_rating (test->journal, "an id", LUM_DAY_NONE, 5, &unset));
  g_assert_error (unset, LUM_ERROR, LUM_ERROR_INVALID_INPUT);
  g_assert_null (lum_record_activity (test->journal, "nobody's", "run", &gone));
  g_assert_error (gone, LUM_ERROR, LUM_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/activity/names", test_names);
  g_test_add_func ("/activity/ratings", test_ratings);
  g_test_add_func ("/activity/both", test_both);
  g_test_add_func ("/activity/refused", test_refused);
  return g_test_run ();
}
