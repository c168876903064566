/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is offered before the report is printed (RF-R7, RP-8): the safety check by the age of its lines, the activities
 * by their names and ratings, the questions. */
#include <stdio.h>

#include "lum-parameters.h"
#include "lum-report-offer.h"
#include "lum-safety-signs.h"
#include "lum-test-life.h"

#define TODAY lum_day_from_ymd (2026, 5, 27)
#define S LUM_REPORT_OFFER_SAFETY
#define A LUM_REPORT_OFFER_ACTIVITIES
#define Q LUM_REPORT_OFFER_QUESTIONS
#define NEVER 1000

static LumSafetyAnswer *
tick (LumTestLife *life, const char *question, LumSafetyWord word, int back)
{
  LumSafetyAnswer *record = lum_test_life_add (life, LUM_RECORD_SAFETY_ANSWER);

  record->question = question;
  record->answer = word;
  record->day = TODAY - back;
  return record;
}

/* A check in which each line is answered with no, but for one that is left out. */
static void
check (LumTestLife *life, int back, const char *without)
{
  guint n;
  const LumSafetySign *signs = lum_safety_signs_get (&n);

  for (guint i = 0; i < n; i++)
    if (!signs[i].counted && g_strcmp0 (signs[i].id, without) != 0)
      tick (life, signs[i].id, LUM_SAFETY_NO, back);
}

static LumReportOffer
look (const LumTestLife *life, LumDiary **diary)
{
  *diary = lum_test_life_make (life);
  return lum_report_offer_new (*diary, TODAY);
}

static const struct {
  const char *name;
  int check;           /* days ago, or NEVER */
  const char *without; /* left out of it */
  const char *ticked;  /* a line answered besides */
  LumSafetyWord word;
  int back;    /* days ago */
  int settled; /* checked on, days ago, or NEVER */
  gboolean offered;
  int last_check; /* days ago, or NEVER */
  int last_answer;
} checks[] = {
    {"never", NEVER, NULL, NULL, 0, 0, NEVER, TRUE, NEVER, NEVER},
    {"today", 0, NULL, NULL, 0, 0, NEVER, FALSE, 0, 0},
    {"seven days", 7, NULL, NULL, 0, 0, NEVER, FALSE, 7, 7},
    {"eight days", 8, NULL, NULL, 0, 0, NEVER, TRUE, 8, 8},
    {"a year", 365, NULL, NULL, 0, 0, NEVER, TRUE, 365, 365},
    /* One line today does not make a check of a month ago new, and a check without one line is not whole … */
    {"one line", 30, NULL, "RF-16", LUM_SAFETY_NO, 0, NEVER, TRUE, 30, 0},
    {"not whole", 0, "RF-16", NULL, 0, 0, NEVER, TRUE, NEVER, 0},
    {"an old line", 0, "RF-16", "RF-16", LUM_SAFETY_NO, 20, NEVER, TRUE, 20, 0},
    /* … but it can be made whole on another day. */
    {"in pieces", 0, "RF-16", "RF-16", LUM_SAFETY_NO, 3, NEVER, FALSE, 3, 0},
    /* What is open is not asked again; once it was looked at, it is. */
    {"open", 1, "RF-10", "RF-10", LUM_SAFETY_YES, 90, NEVER, FALSE, 1, 1},
    {"settled", 1, "RF-10", "RF-10", LUM_SAFETY_YES, 90, 60, TRUE, 90, 1},
    {"settled lately", 30, "RF-10", "RF-10", LUM_SAFETY_YES, 2, 0, TRUE, 30, 2},
    /* Who travels has answered tomorrow; what is dated later than that is not known yet. */
    {"tomorrow", -1, NULL, NULL, 0, 0, NEVER, FALSE, 0, -1},
    {"in two days", -2, NULL, NULL, 0, 0, NEVER, TRUE, NEVER, NEVER},
    /* Follows from other answers, and is asked nevertheless. */
    {"counted", NEVER, NULL, "RF-22a", LUM_SAFETY_YES, 0, NEVER, TRUE, NEVER, NEVER},
};

static void
assert_day (LumDay day, int back)
{
  g_assert_cmpint (day, ==, back == NEVER ? LUM_DAY_NONE : TODAY - back);
}

static void
test_safety (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumDiary) diary = NULL;
    LumReportOffer offer;

    g_test_message ("%s", checks[i].name);
    if (checks[i].check != NEVER)
      check (life, checks[i].check, checks[i].without);
    if (checks[i].ticked) {
      LumSafetyAnswer *answer = tick (life, checks[i].ticked, checks[i].word, checks[i].back);

      if (checks[i].settled != NEVER)
        answer->checked_on = TODAY - checks[i].settled;
    }
    offer = look (life, &diary);
    g_assert_cmpuint (offer.parts, ==, A | Q | (checks[i].offered ? S : 0));
    assert_day (offer.last_check, checks[i].last_check);
    assert_day (offer.last_answer, checks[i].last_answer);
  }
  g_assert_cmpint (LUM_P_REPORT_CHECK, ==, 7);
}

static const char *
name (LumTestLife *life, const char *words, int position)
{
  LumActivity *activity = lum_test_life_add (life, LUM_RECORD_ACTIVITY);

  activity->name = words;
  activity->position = position;
  return activity->base.id;
}

static void
rate (LumTestLife *life, const char *id, int back, int score)
{
  LumActivityRating *rating = lum_test_life_add (life, LUM_RECORD_ACTIVITY_RATING);

  rating->activity_id = id;
  rating->day = TODAY - back;
  rating->score = score;
}

/* How many are named; and for each of two, its ratings as "days ago:score", oldest first. */
static const struct {
  int named;
  const char *ratings[2];
  gboolean offered;
  int then[2], now[2]; /* scores, -1: none */
} courses[] = {
    {0, {"", ""}, TRUE, {-1, -1}, {-1, -1}},
    {1, {"0:4", ""}, TRUE, {4, -1}, {4, -1}},
    {2, {"", ""}, TRUE, {-1, -1}, {-1, -1}},
    {2, {"0:4", ""}, TRUE, {4, -1}, {4, -1}},
    {2, {"", "0:4"}, TRUE, {-1, 4}, {-1, 4}},
    {2, {"1:4", "0:5"}, TRUE, {4, 5}, {4, 5}},
    {2, {"0:4", "0:0"}, FALSE, {4, 0}, {4, 0}},
    {2, {"9:2 5:7 0:4", "9:3 0:10"}, FALSE, {2, 3}, {4, 10}},
    {2, {"9:2 -1:4", "0:3"}, TRUE, {2, 3}, {2, 3}},
    {3, {"0:4", "0:5"}, FALSE, {4, 5}, {4, 5}}, /* the third is none of the two */
};

static void
test_activities (void)
{
  static const char *const names[] = {"run 5 km", "tie shoes", "sleep"};

  for (guint i = 0; i < G_N_ELEMENTS (courses); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumDiary) diary = NULL;
    LumReportOffer offer;

    g_test_message ("case %u", i);
    check (life, 0, NULL);
    for (int a = courses[i].named - 1; a >= 0; a--) { /* their order is that of their places */
      const char *id = name (life, names[a], a + 1);
      g_auto (GStrv) ratings = g_strsplit (a < 2 ? courses[i].ratings[a] : "", " ", -1);

      for (guint r = 0; ratings[r]; r++) {
        int back, score;

        g_assert_cmpint (sscanf (ratings[r], "%d:%d", &back, &score), ==, 2);
        rate (life, id, back, score);
      }
    }
    offer = look (life, &diary);
    g_assert_cmpuint (offer.parts, ==, Q | (courses[i].offered ? A : 0));
    for (int a = 0; a < 2; a++) {
      const LumActivityCourse *course = &offer.courses[a];

      g_assert_cmpstr (offer.activities[a] ? offer.activities[a]->name : NULL, ==,
                       a < courses[i].named ? names[a] : NULL);
      g_assert_cmpint (course->then ? course->then->score : -1, ==, courses[i].then[a]);
      g_assert_cmpint (course->now ? course->now->score : -1, ==, courses[i].now[a]);
    }
  }
}

/* A rating without a score says nothing, and one of something else is not this one's. */
static void
test_not_rated (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;
  LumReportOffer offer;

  rate (life, name (life, "run 5 km", 1), 0, LUM_INT_NONE);
  rate (life, "gone", 0, 5);
  offer = look (life, &diary);
  g_assert_null (offer.courses[0].then);
  g_assert_null (offer.courses[0].now);
}

static void
test_questions (void)
{
  static const struct {
    const char *text;
    gboolean offered;
  } cases[] = {{"", TRUE}, {" \n\n", TRUE}, {"May I run?", FALSE}, {"\nMay I run?", FALSE}};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumDiary) diary = NULL;

    lum_test_life_set_preference (life, LUM_PREFERENCE_QUESTIONS, cases[i].text);
    g_assert_cmpuint (look (life, &diary).parts, ==, S | A | (cases[i].offered ? Q : 0));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-offer/safety", test_safety);
  g_test_add_func ("/report-offer/activities", test_activities);
  g_test_add_func ("/report-offer/not-rated", test_not_rated);
  g_test_add_func ("/report-offer/questions", test_questions);
  return g_test_run ();
}
