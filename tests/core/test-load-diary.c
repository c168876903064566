/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules of load take from a diary, day by day at the edges: signs of life (rules §4), the first day, days of
 * tomorrow, streaks then and now, and which run a card speaks of. */
#include <math.h>
#include <string.h>

#include "lum-load-days.h"
#include "lum-safety.h"
#include "lum-test-findings.h"
#include "lum-week-load.h"

#define ORIGIN 20000

static LumFindings *
find (const LumTestLife *life, int today)
{
  return lum_test_find (life, ORIGIN + today);
}

/* §4: alive within three days of any entry, run, detail, answer or exercise; not of what is yet to come. */
static void
test_alive (void)
{
  typedef enum { ENTRY, RUN, DETAIL, EXERCISE, ANSWER, UNSURE } Sign;
  static const struct {
    Sign sign;
    int first, last;             /* of the sign; the window is from 10 to 20 */
    int alive_first, alive_last; /* -1: none */
  } rows[] = {
      {ENTRY, 15, 15, 12, 18},  {RUN, 15, 15, 12, 18},    {DETAIL, 15, 15, 12, 18},   {EXERCISE, 15, 15, 12, 18},
      {ENTRY, 7, 7, 10, 10},    {DETAIL, 7, 7, 10, 10},   {EXERCISE, 7, 7, 10, 10},   {ANSWER, 7, 7, 10, 10},
      {ENTRY, 6, 6, -1, -1},    {DETAIL, 6, 6, -1, -1},   {EXERCISE, 6, 6, -1, -1},   {ANSWER, 1, 6, -1, -1},
      {ENTRY, 20, 20, 17, 20},  {DETAIL, 20, 20, 17, 20}, {EXERCISE, 20, 20, 17, 20}, {ANSWER, 20, 20, 17, 20},
      {ENTRY, 21, 21, -1, -1},  {DETAIL, 21, 21, -1, -1}, {EXERCISE, 21, 21, -1, -1}, {ANSWER, 21, 25, -1, -1},
      {ANSWER, 13, 14, 10, 17}, {ANSWER, 19, 30, 16, 20}, {UNSURE, 15, 15, -1, -1},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumDiary) diary = NULL;
    gboolean alive[11];
    LumDay day = ORIGIN + rows[i].first;

    switch (rows[i].sign) {
    case ENTRY:
      lum_test_life_add_pain (life, day, 0, LUM_MOMENT_AVERAGE);
      break;
    case RUN:
      lum_test_life_add_run (life, day, 5000);
      break;
    case DETAIL:
      ((LumDayDetail *) lum_test_life_add (life, LUM_RECORD_DAY_DETAIL))->day = day;
      break;
    case EXERCISE:
      ((LumExerciseDone *) lum_test_life_add (life, LUM_RECORD_EXERCISE))->day = day;
      break;
    default:
      lum_test_life_answer (life, day, ORIGIN + rows[i].last, rows[i].sign == ANSWER ? LUM_GAP_FINE : LUM_GAP_UNSURE);
    }
    diary = lum_test_life_make (life);
    lum_mark_alive (diary, ORIGIN + 10, ORIGIN + 20, alive);
    g_test_message ("row %u", i);
    for (int d = 10; d <= 20; d++)
      g_assert_cmpint (alive[d - 10], ==, d >= rows[i].alive_first && d <= rows[i].alive_last);
  }
}

/* A diary that begins today has one day; its run counts, and a surface that Lumbar does not know counts nowhere. */
static void
test_first_day (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;
  g_autoptr (LumLoadDays) days = NULL;
  g_autoptr (LumFindings) findings = NULL, later = NULL;
  LumRun *run = lum_test_life_add_run (life, ORIGIN, 5000);

  run->timer_s = 1800;
  run->surface = LUM_N_SURFACES;
  diary = lum_test_life_make (life);
  days = lum_load_days_new (diary, ORIGIN, 0);
  g_assert_cmpuint (days->n, ==, 1);
  g_assert_cmpint (lum_load_days_get_history (days, ORIGIN), ==, 1);
  g_assert_cmpint (lum_load_days_get_history (days, ORIGIN - 1), ==, 0);
  findings = find (life, 0);
  g_assert_cmpfloat (findings->load.week_m, ==, 5000);
  g_assert_cmpint (findings->load.history, ==, 1);

  /* The week is seven days, and no other number leaks into it. */
  lum_test_life_add_run (life, ORIGIN + 7, 3000);
  lum_test_life_add_run (life, ORIGIN + 1, 4000);
  later = find (life, 7);
  g_assert_cmpfloat (later->load.week_m, ==, 7000);
}

/* OU-8, OU-15: a streak that is usual counts only where the back hurt on the day on which it held. */
static void
test_usual_streak (void)
{
  static const struct {
    const char *pain;
    int today; /* runs on seven days of eight, the last streak is from 57 to 63 */
    gboolean counts;
  } rows[] = {
      {"0x62 3x2", 63, TRUE},       /* active on the day */
      {"0x64", 63, FALSE},          /* calm */
      {"0x67 3x2", 68, FALSE},      /* active now, calm then */
      {"0x60 3x4 0x12", 75, TRUE},  /* calm now, active then */
      {"0x60 3x4 0x14", 77, FALSE}, /* … but longer than 14 days ago */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumFindings) findings = NULL;

    lum_test_life_add_days (life, rows[i].pain, ORIGIN, G_MAXINT32);
    for (int day = 1; day < 64; day++)
      if (day % 8 != 0)
        lum_test_life_add_run (life, ORIGIN + day, 5000);
    findings = find (life, rows[i].today);
    g_test_message ("row %u", i);
    g_assert_cmpint (!!(findings->load.overuse.kinds & 1u << LUM_OVERUSE_STREAK), ==, rows[i].counts);
  }
}

/* OU-15: the percentage is that of the largest spike of its kind in the 14 days, today's included. */
static void
test_named_spike (void)
{
  static const struct {
    int first, second; /* days of two moderate spikes before today, of 90 % and of 50 %; -1: none */
    const char *named;
  } rows[] = {{13, 2, "a run 90 % beyond"},
              {-1, 0, "a run 50 % beyond"},
              {-1, 13, "a run 50 % beyond"},
              {14, 13, "a run 50 % beyond"},
              {0, -1, "a run 90 % beyond"}};

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumFindings) findings = NULL;
    const LumCard *card;

    lum_test_life_add_days (life, "0x80 3x11", ORIGIN, G_MAXINT32);
    for (int day = 0; day < 76; day += 3)
      lum_test_life_add_run (life, ORIGIN + day, 10000);
    if (rows[i].first >= 0)
      lum_test_life_add_run (life, ORIGIN + 90 - rows[i].first, 19000);
    if (rows[i].second >= 0)
      lum_test_life_add_run (life, ORIGIN + 90 - rows[i].second, rows[i].first < 0 ? 15000 : 28500);
    /* Two red runs, so that it fires. */
    for (int day = 84; day <= 86; day += 2) {
      lum_test_life_add_run (life, ORIGIN + day, 2000);
      lum_test_life_add_pain (life, ORIGIN + day, 7, LUM_MOMENT_DURING_RUN);
    }
    findings = find (life, 90);
    card = lum_test_find_card (findings, "OU-15");
    g_assert_nonnull (card);
    g_test_message ("row %u: %s", i, card->message);
    g_assert_nonnull (strstr (card->message, rows[i].named));
  }
}

/* OU-5, MS-3: the runs of the 30 days before are counted, the one of exactly 30 days ago among them. */
static void
test_counted_runs (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumFindings) findings = NULL;
  static const int days[] = {9, 10, 20, 25, 30};

  lum_test_life_add_days (life, ".x38 3 0", ORIGIN, G_MAXINT32);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    lum_test_life_add_run (life, ORIGIN + days[i], 10000);
  lum_test_life_add_run (life, ORIGIN + 40, 14000);
  findings = find (life, 40);
  g_assert_nonnull (strstr (lum_test_find_card (findings, "OU-5")->window, "4 runs"));
}

/* OU-11: today's run counts among the red ones. */
static void
test_red_today (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumFindings) findings = NULL, before = NULL;

  for (int day = 8; day <= 9; day++) {
    lum_test_life_add_run (life, ORIGIN + day, 5000);
    lum_test_life_add_pain (life, ORIGIN + day, 6, LUM_MOMENT_DURING_RUN);
  }
  findings = find (life, 9);
  before = find (life, 8);
  g_assert_cmpstr (lum_test_find_card (findings, "OU-11")->variant, ==, "red-runs");
  g_assert_cmpstr (lum_test_find_card (before, "OU-11")->variant, ==, "red");
}

/* OU-2: days with a score alone are no run days; the longest is of 30 days, of two alike the newest. */
static void
test_week (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;
  LumWeekLoad load;

  lum_test_life_add_days (life, "0x60", ORIGIN, G_MAXINT32);
  for (int week = 0; week < 8; week++)
    lum_test_life_add_run (life, ORIGIN + 7 * week + 3, week == 3 ? 20000 : 10000);
  diary = lum_test_life_make (life);
  lum_week_load_init (&load, diary, NULL, ORIGIN + 53);
  g_assert_cmpint (load.run_days, ==, 1);
  g_assert_cmpfloat (load.usual_run_days, ==, 1);
  g_assert_cmpfloat (load.longest_m, ==, 20000);
  lum_week_load_init (&load, diary, NULL, ORIGIN + 54); /* 30 days after it */
  g_assert_cmpfloat (load.longest_m, ==, 10000);
  g_assert_cmpint (load.longest_day, ==, ORIGIN + 52);
  lum_week_load_init (&load, diary, NULL, ORIGIN);
  g_assert_cmpint (load.history, ==, 1);
}

/* What is no kind, no state and no tier has no word, and says so. */
static void
test_no_word (void)
{
#define EXPECT(call)                                                                \
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*assertion*failed*"); \
  g_assert_true (!(call));                                                          \
  g_test_assert_expected_messages ()
  g_autoptr (LumDiary) diary = lum_test_diary_new ("3x5", ORIGIN);
  LumOveruseKind kind;

  EXPECT (lum_spike_for_run (diary, 0).category); /* there is none */
  EXPECT (lum_overuse_get_weight (LUM_N_OVERUSE_KINDS));
  EXPECT (lum_overuse_kind_to_word (LUM_N_OVERUSE_KINDS));
  EXPECT (lum_spike_to_word (LUM_SPIKE_LARGE + 1));
  EXPECT (lum_state_to_word (LUM_STATE_UNKNOWN + 1));
  EXPECT (lum_course_to_word (LUM_COURSE_CHRONIC + 1));
  EXPECT (lum_trend_to_word (LUM_TREND_WORSE + 1));
  EXPECT (lum_safety_tier_to_word (LUM_N_TIERS));
  g_assert_false (lum_overuse_kind_from_word ("nothing of the kind", &kind));
#undef EXPECT
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/load-diary/alive", test_alive);
  g_test_add_func ("/load-diary/first-day", test_first_day);
  g_test_add_func ("/load-diary/usual-streak", test_usual_streak);
  g_test_add_func ("/load-diary/named-spike", test_named_spike);
  g_test_add_func ("/load-diary/counted-runs", test_counted_runs);
  g_test_add_func ("/load-diary/red-today", test_red_today);
  g_test_add_func ("/load-diary/week", test_week);
  g_test_add_func ("/load-diary/no-word", test_no_word);
  return g_test_run ();
}
