/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of running (MS-4) beside visits (VI-1), how the pain goes over months, and EP-11 once a flare. */
#include <string.h>

#include "lum-test-findings.h"

#define ORIGIN lum_day_from_ymd (2026, 3, 2)

static LumFindings *
find (const LumTestLife *life, int today)
{
  return lum_test_find (life, ORIGIN + today);
}

static LumVisit *
visit (LumTestLife *life, int day, LumPlan plan)
{
  LumVisit *record = lum_test_life_add (life, LUM_RECORD_VISIT);

  record->day = ORIGIN + day;
  record->plan = plan;
  return record;
}

static void
add_leg (LumTestLife *life, int day, gboolean numb, gboolean below_knee)
{
  LumDayDetail *detail = lum_test_life_add (life, LUM_RECORD_DAY_DETAIL);

  detail->day = ORIGIN + day;
  detail->leg_numb = numb;
  detail->spread_below_knee = below_knee;
}

static void
add_red_run (LumTestLife *life, int day)
{
  lum_test_life_add_run (life, ORIGIN + day, 5000);
  lum_test_life_add_pain (life, ORIGIN + day, 7, LUM_MOMENT_DURING_RUN);
}

/* --- MS-4 --- */

static const struct {
  const char *name;
  const char *pain;
  int today;
  const char *ticked;
  int numb, below_knee; /* days of a detail, -1: none */
  int red;              /* the first of two red runs, -1: none */
  int visit;            /* -1: none */
  LumPlan plan;
  int until; /* of a pause, -1: open */
  LumRunning running;
  LumRunningReason reason;
} advices[] = {
    {"nothing", "", 0, "", -1, -1, -1, -1, 0, -1, LUM_RUNNING_FREE, LUM_RUNNING_FOR_NOTHING},
    {"two weeks", "3x15", 14, "", -1, -1, -1, -1, 0, -1, LUM_RUNNING_FREE, LUM_RUNNING_FOR_NOTHING},
    {"three weeks", "2x22", 21, "", -1, -1, -1, -1, 0, -1, LUM_RUNNING_ADJUST, LUM_RUNNING_FOR_THREE_WEEKS},
    {"… and settling", "2x22 0", 22, "", -1, -1, -1, -1, 0, -1, LUM_RUNNING_FREE, LUM_RUNNING_FOR_NOTHING},
    {"… and slight", "3x15 1x6 2", 21, "", -1, -1, -1, -1, 0, -1, LUM_RUNNING_FREE, LUM_RUNNING_FOR_NOTHING},
    {"twelve weeks", "3x85", 84, "", -1, -1, -1, -1, 0, -1, LUM_RUNNING_ADJUST, LUM_RUNNING_FOR_THREE_WEEKS},
    {"three weeks, seen", "2x22", 21, "", -1, -1, -1, 20, 0, -1, LUM_RUNNING_FREE, LUM_RUNNING_FOR_NOTHING},
    {"seen before it began", "0x9 2x22", 30, "", -1, -1, -1, 5, 0, -1, LUM_RUNNING_ADJUST, LUM_RUNNING_FOR_THREE_WEEKS},
    {"strong", "3 3 7 8", 3, "", -1, -1, -1, -1, 0, -1, LUM_RUNNING_PAUSE, LUM_RUNNING_FOR_SEVERE},
    {"strong, seen today", "3 3 7 8", 3, "", -1, -1, -1, 3, 0, -1, LUM_RUNNING_FREE, LUM_RUNNING_FOR_NOTHING},
    {"numb leg", "3x5", 4, "", 4, -1, -1, -1, 0, -1, LUM_RUNNING_PAUSE, LUM_RUNNING_FOR_LEG},
    {"numb leg a week ago", "3x12", 11, "", 4, -1, -1, -1, 0, -1, LUM_RUNNING_FREE, LUM_RUNNING_FOR_NOTHING},
    {"numb leg, seen", "3x5", 4, "", 3, -1, -1, 4, 0, -1, LUM_RUNNING_FREE, LUM_RUNNING_FOR_NOTHING},
    {"numb leg on the day of the visit", "3x5", 4, "", 4, -1, -1, 4, 0, -1, LUM_RUNNING_FREE, LUM_RUNNING_FOR_NOTHING},
    {"a red run too long ago", "3x8", 7, "", -1, -1, 0, -1, 0, -1, LUM_RUNNING_FREE, LUM_RUNNING_FOR_NOTHING},
    {"numb leg after the visit", "3x5", 4, "", 4, -1, -1, 3, LUM_PLAN_RUN_AS_AGREED, -1, LUM_RUNNING_PAUSE,
     LUM_RUNNING_FOR_LEG},
    {"below the knee", "3x5", 4, "", -1, 4, -1, -1, 0, -1, LUM_RUNNING_PAUSE, LUM_RUNNING_FOR_LEG},
    {"red runs", "3x8", 7, "", -1, -1, 4, -1, 0, -1, LUM_RUNNING_PAUSE, LUM_RUNNING_FOR_RED_RUNS},
    {"red runs, seen between them", "3x8", 7, "", -1, -1, 4, 4, 0, -1, LUM_RUNNING_FREE, LUM_RUNNING_FOR_NOTHING},
    {"red runs, as agreed", "3x8", 7, "", -1, -1, 4, 2, LUM_PLAN_RUN_AS_AGREED, -1, LUM_RUNNING_AS_AGREED,
     LUM_RUNNING_FOR_VISIT},
    {"paused for good", "3x8", 7, "", -1, -1, -1, 2, LUM_PLAN_PAUSE, -1, LUM_RUNNING_PAUSE, LUM_RUNNING_FOR_VISIT},
    {"paused until tomorrow", "3x8", 7, "", -1, -1, -1, 2, LUM_PLAN_PAUSE, 8, LUM_RUNNING_PAUSE, LUM_RUNNING_FOR_VISIT},
    {"paused until today", "3x8", 7, "", -1, -1, -1, 2, LUM_PLAN_PAUSE, 7, LUM_RUNNING_FREE, LUM_RUNNING_FOR_NOTHING},
    {"emergency", "", 0, "RF-02", -1, -1, -1, -1, 0, -1, LUM_RUNNING_PAUSE, LUM_RUNNING_FOR_SAFETY},
    {"within days, seen", "3x8", 7, "RF-11", -1, -1, -1, 7, LUM_PLAN_RUN_AS_AGREED, -1, LUM_RUNNING_PAUSE,
     LUM_RUNNING_FOR_SAFETY},
    {"pin-point pain", "3x8", 7, "RF-21", -1, -1, -1, -1, 0, -1, LUM_RUNNING_PAUSE, LUM_RUNNING_FOR_SAFETY},
    {"coughing", "3x8", 7, "RF-16", -1, -1, -1, -1, 0, -1, LUM_RUNNING_FREE, LUM_RUNNING_FOR_NOTHING},
};

static const char *
get_beginning (const LumRunningAdvice *advice)
{
  if (advice->running == LUM_RUNNING_ADJUST)
    return "Running: easy runs, with pain at 3 or less";
  if (advice->running == LUM_RUNNING_AS_AGREED)
    return "Running: as agreed on ";
  if (advice->reason == LUM_RUNNING_FOR_VISIT)
    return "Running: paused";
  return advice->reason == LUM_RUNNING_FOR_SAFETY ? "Running: leave it until " : "Running: pause, and walk";
}

static void
test_advice (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (advices); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumFindings) findings = NULL;
    g_autofree char *text = NULL;
    gboolean silent;

    g_test_message ("%s", advices[i].name);
    lum_test_life_add_days (life, advices[i].pain, ORIGIN, G_MAXINT32);
    if (*advices[i].ticked) {
      LumSafetyAnswer *answer = lum_test_life_add (life, LUM_RECORD_SAFETY_ANSWER);

      answer->question = advices[i].ticked;
      answer->answer = LUM_SAFETY_YES;
      answer->day = ORIGIN;
    }
    if (advices[i].numb >= 0)
      add_leg (life, advices[i].numb, TRUE, FALSE);
    if (advices[i].below_knee >= 0)
      add_leg (life, advices[i].below_knee, FALSE, TRUE);
    if (advices[i].red >= 0) {
      add_red_run (life, advices[i].red);
      add_red_run (life, advices[i].red + 3);
    }
    if (advices[i].visit >= 0)
      visit (life, advices[i].visit, advices[i].plan)->pause_until =
          advices[i].until >= 0 ? ORIGIN + advices[i].until : LUM_DAY_NONE;

    findings = find (life, advices[i].today);
    g_assert_cmpint (findings->running.running, ==, advices[i].running);
    g_assert_cmpint (findings->running.reason, ==, advices[i].reason);
    /* RF-R1: no word on running beside an emergency. */
    silent = advices[i].running == LUM_RUNNING_FREE || findings->tier == LUM_TIER_EMERGENCY;
    text = lum_findings_describe_running (findings);
    g_assert_cmpint (text == NULL, ==, silent);
    if (text)
      g_assert_true (g_str_has_prefix (text, get_beginning (&findings->running)));
  }
}

/* Pain below the knee is new once. */
static void
test_leg_is_new_once (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumFindings) first = NULL, later = NULL;

  lum_test_life_add_days (life, "3x20", ORIGIN, G_MAXINT32);
  add_leg (life, 3, FALSE, TRUE);
  add_leg (life, 12, FALSE, TRUE);
  first = find (life, 3);
  later = find (life, 12);
  g_assert_cmpint (first->running.running, ==, LUM_RUNNING_PAUSE);
  g_assert_cmpint (later->running.running, ==, LUM_RUNNING_FREE);
}

/* --- over months --- */

static void
test_course (void)
{
  static const struct {
    const char *diary;
    int today;
    LumPattern pattern;
    const char *person, *doctor;
  } rows[] = {
      {"", 0, LUM_PATTERN_NONE, NULL, NULL},
      {"3", 0, LUM_PATTERN_NONE, NULL, NULL},
      {"3x5", 4, LUM_PATTERN_SINGLE, "One episode in the last twelve months.",
       "Course: acute, under 6 weeks. Pattern: single episode."},
      {"3x43", 42, LUM_PATTERN_SINGLE, "One episode in the last twelve months.",
       "Course: subacute, 6 to 12 weeks. Pattern: single episode."},
      {"3x5 0x400", 404, LUM_PATTERN_SINGLE, "None in the last twelve months.", "Pattern: single episode."},
      {"3x5 0x361", 365, LUM_PATTERN_SINGLE, "One episode in the last twelve months.", "Pattern: single episode."},
      {"3x5 0x362", 366, LUM_PATTERN_SINGLE, "None in the last twelve months.", "Pattern: single episode."},
      {"3x5 0x35 3x5", 44, LUM_PATTERN_EPISODIC,
       "2 episodes in the last twelve months, with a calm month or more in between.",
       "Course: acute, under 6 weeks. Pattern: episodic."},
      {"3x5 0x8 3x5", 17, LUM_PATTERN_FLUCTUATING, "It comes and goes: calm days in between, but no calm month.",
       "Course: acute, under 6 weeks. Pattern: fluctuating."},
      {"3x85", 84, LUM_PATTERN_ONGOING, "Ongoing: no calm week in twelve weeks or more.",
       "Course: persistent, 12 weeks or more. Pattern: ongoing."}, /* EP-13 wants ninety days */
      {"3x91", 90, LUM_PATTERN_ONGOING, "Ongoing: no calm week in twelve weeks or more.",
       "Course: chronic, 12 weeks or more with pain on at least half the days. Pattern: ongoing."},
      {"3x20 .x10 3x20 .x10 3x20 .x10 3", 90, LUM_PATTERN_ONGOING, NULL,
       "Course: chronic, 12 weeks or more with pain on at least half the days. Pattern: ongoing."},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumFindings) findings = NULL;
    g_autofree char *person = NULL, *doctor = NULL;

    g_test_message ("row %u", i);
    lum_test_life_add_days (life, rows[i].diary, ORIGIN, G_MAXINT32);
    findings = find (life, rows[i].today);
    person = lum_status_describe_course (findings->status);
    doctor = lum_status_label_course (findings->status);
    g_assert_cmpint (lum_status_get_pattern (findings->status), ==, rows[i].pattern);
    if (rows[i].person || !rows[i].doctor)
      g_assert_cmpstr (person, ==, rows[i].person);
    g_assert_cmpstr (doctor, ==, rows[i].doctor);
  }
}

/* --- EP-11 once a flare --- */

static gboolean
shows_severe (const LumTestLife *life, int today)
{
  g_autoptr (LumFindings) findings = find (life, today);
  const LumCard *card = lum_findings_get_top_card (findings);

  return card && g_str_equal (card->rule, "EP-11");
}

/* After a visit an unusual day is told once, not every week that it lasts; the next flare is told again. */
static void
test_once_a_flare (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();

  lum_test_life_add_days (life, "3x60 7x12 3x10 8x3", ORIGIN, G_MAXINT32);
  visit (life, 30, LUM_PLAN_NONE);
  g_assert_false (shows_severe (life, 60));
  g_assert_true (shows_severe (life, 61));
  lum_test_life_add_card (life, "EP-11", "severe", ORIGIN + 60, ORIGIN + 61, ORIGIN + 61, LUM_CARD_SHOWN, LUM_DAY_NONE);
  g_assert_true (shows_severe (life, 61)); /* on its day */
  for (int day = 62; day < 72; day++)
    g_assert_false (shows_severe (life, day));
  g_assert_false (shows_severe (life, 82));
  g_assert_true (shows_severe (life, 83));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/running/advice", test_advice);
  g_test_add_func ("/running/leg-is-new-once", test_leg_is_new_once);
  g_test_add_func ("/running/course", test_course);
  g_test_add_func ("/running/once-a-flare", test_once_a_flare);
  return g_test_run ();
}
