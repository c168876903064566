/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of load (rules §4): worked examples as rows, each over a diary, and what the overuse pattern makes of them. */
#include <math.h>
#include <string.h>

#include "lum-findings.h"
#include "lum-load-days.h"
#include "lum-parameters.h"
#include "lum-patterns.h"
#include "lum-quiet.h"
#include "lum-test-life.h"

#define ORIGIN 20000

static LumLoad
get_load (const LumTestLife *life, int today)
{
  g_autoptr (LumDiary) diary = lum_test_life_make (life);
  g_autoptr (LumFindings) findings = lum_findings_new (diary, ORIGIN + today, LUM_UNITS_METRIC);

  return findings->load;
}

/* Kilometres a day: "6 0 6 0x4"; a dash is a day without a run, too. */
static void
add_runs (LumTestLife *life, const char *kilometres, int first)
{
  g_auto (GStrv) tokens = g_strsplit (kilometres, " ", -1);
  int day = first;

  for (guint t = 0; tokens[t]; t++) {
    g_auto (GStrv) parts = g_strsplit (tokens[t], "x", 2);
    int times = parts[1] ? atoi (parts[1]) : 1;

    for (int i = 0; i < times; i++, day++)
      if (g_ascii_strtod (parts[0], NULL) > 0)
        lum_test_life_add_run (life, ORIGIN + day, 1000 * g_ascii_strtod (parts[0], NULL));
  }
}

/* --- pure windows --- */

static void
test_monotony (void)
{
  static const double varied[] = {300, 0, 400, 0, 500, 0, 600}, alike[] = {300, 320, 280, 310, 0, 330, 300};
  static const double same[] = {350, 350, 350, 350, 350, 350, 350}, rest[7];

  g_assert_cmpfloat_with_epsilon (lum_monotony_new (varied, 7).monotony, 0.999, 0.0005);
  g_assert_cmpfloat_with_epsilon (lum_monotony_new (varied, 7).strain, 1799, 0.5);
  g_assert_cmpfloat_with_epsilon (lum_monotony_new (alike, 7).monotony, 2.25, 0.005);
  g_assert_cmpfloat (lum_monotony_new (same, 7).monotony, ==, 10);
  g_assert_true (isnan (lum_monotony_new (rest, 7).monotony) && isnan (lum_monotony_new (rest, 7).strain));
}

/* I12, and the worked values of OU-4. */
static void
test_acwr_identity (void)
{
  static const double pairs[][2] = {{0.8, 0.842}, {1.0, 1.0}, {1.3, 1.209}, {1.5, 1.333}, {2.0, 1.600}};
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    double daily[28];

    for (int d = 0; d < 28; d++)
      daily[d] = d < 21 ? 10 : 10 * pairs[i][0];
    g_assert_cmpfloat_with_epsilon (lum_acwr_new (daily, 28).coupled, pairs[i][1], 0.0005);
    g_assert_true (isnan (lum_acwr_new (daily, 27).coupled) && isnan (lum_acwr_new (daily, 27).ewma));
  }
  for (int round = 0; round < 1000; round++) {
    double daily[40];

    for (int d = 0; d < 40; d++)
      daily[d] = g_rand_boolean (rand) ? g_rand_double_range (rand, 0, 30) : 0;

    LumAcwr acwr = lum_acwr_new (daily, 40);
    if (!isnan (acwr.uncoupled))
      g_assert_cmpfloat_with_epsilon (acwr.coupled, 4 * acwr.uncoupled / (acwr.uncoupled + 3), 1e-9);
    g_assert_true (isnan (acwr.coupled) || acwr.coupled <= 4);
  }
}

/* --- over a diary --- */

/* OU-4's worked diary: three weeks of 6+6+12 km, then 8+8+20; longer before it, only the exponential form changes. */
static void
test_acwr_diary (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new (), later = lum_test_life_new ();
  LumLoad load;

  lum_test_life_add_pain (life, ORIGIN, 0, LUM_MOMENT_AVERAGE);
  add_runs (life, "0 6 0 6 0 0 12 0 6 0 6 0 0 12 0 6 0 6 0 0 12 0 8 0 8 0 0 20", 0);
  load = get_load (life, 27);
  g_assert_cmpfloat_with_epsilon (load.acwr.coupled, 4.0 / 3, 1e-12);
  g_assert_cmpfloat_with_epsilon (load.acwr.uncoupled, 1.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (load.acwr.ewma, 1.756, 0.0005);
  g_assert_cmpfloat (load.week_m, ==, 36000);
  g_assert_true (isnan (get_load (life, 26).acwr.coupled) && isnan (get_load (life, 26).acwr.ewma));

  lum_test_life_add_pain (later, ORIGIN - 20, 0, LUM_MOMENT_AVERAGE);
  lum_test_life_add_run (later, ORIGIN - 15, 30000);
  add_runs (later, "0 6 0 6 0 0 12 0 6 0 6 0 0 12 0 6 0 6 0 0 12 0 8 0 8 0 0 20", 0);
  load = get_load (later, 27);
  g_assert_cmpfloat_with_epsilon (load.acwr.uncoupled, 1.5, 1e-12);
  g_assert_cmpfloat (load.acwr.ewma, <, 1.75);
}

/* OU-1: the session load stands for load where 80 % of the runs have one; strain is told only then. */
static void
test_choice (void)
{
  for (int rated = 3; rated <= 4; rated++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    LumLoad load;

    for (int i = 0; i < 5; i++) {
      LumRun *run = lum_test_life_add_run (life, ORIGIN + i, 8000);

      run->timer_s = 60 * (30 + 5 * i);
      run->effort = i < rated ? 5 : LUM_INT_NONE;
    }
    /* OU-3 wants 35 days. */
    lum_test_life_add_pain (life, ORIGIN - 27, 0, LUM_MOMENT_AVERAGE);
    g_assert_true (isnan (get_load (life, 6).monotony.monotony));
    lum_test_life_add_pain (life, ORIGIN - 28, 0, LUM_MOMENT_AVERAGE);
    load = get_load (life, 6);
    g_assert_false (isnan (load.monotony.monotony));
    g_assert_cmpint (isnan (load.monotony.strain), ==, rated < 4);
    if (rated == 4) /* a run without an effort has no load: it is not made up */
      g_assert_cmpfloat_with_epsilon (load.monotony.strain / load.monotony.monotony, 5 * (30 + 35 + 40 + 45), 1e-6);
  }
}

#define USUAL "0 10 0 10 0 0 20 " /* 40 km a week */

static const struct {
  const char *name;
  const char *kilometres;
  int today;
  LumLoadVerdict verdict;
  double ratio;
} ramps[] = {
    {"30 31 32 45", "0 10 0 10 0 0 10 0 10 0 10 0 0 11 0 10 0 10 0 0 12 0 15 0 15 0 0 15", 27, LUM_LOAD_NOTE, 1.40625},
    {"40 42 20 41", "0 10 0 10 0 0 20 0 11 0 11 0 0 20 0 5 0 5 0 0 10 0 10 0 11 0 0 20", 27, LUM_LOAD_OK, 2.05},
    {"three weeks", "0 10 0 10 0 0 10 0 10 0 10 0 0 11 0 15 0 15 0 0 15", 20, LUM_LOAD_NOT_ENOUGH_DATA, NAN},
    {"one run in the week before", USUAL USUAL "0 0 0 0 0 0 20 0 30 0 30 0 0 30", 27, LUM_LOAD_NOT_ENOUGH_DATA, NAN},
    {"exactly 1.3 times", USUAL USUAL USUAL "0 13 0 13 0 0 26", 27, LUM_LOAD_OK, 1.3},
    {"not the biggest by a tenth", "0 25 0 0 0 0 25 " USUAL USUAL "0 20 0 15 0 0 20", 27, LUM_LOAD_OK, 1.375},
};

static void
test_ramp (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ramps); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    LumLoad load;

    g_test_message ("%s", ramps[i].name);
    lum_test_life_add_pain (life, ORIGIN, 0, LUM_MOMENT_AVERAGE);
    add_runs (life, ramps[i].kilometres, 0);
    load = get_load (life, ramps[i].today);
    g_assert_cmpint (load.ramp.verdict, ==, ramps[i].verdict);
    if (isnan (ramps[i].ratio))
      g_assert_true (isnan (load.ramp.ratio));
    else
      g_assert_cmpfloat_with_epsilon (load.ramp.ratio, ramps[i].ratio, 1e-9);
  }
}

/* OU-7: a day without a run is a rest day only if the diary was alive within three days of it. */
static void
test_rest_days (void)
{
  g_autoptr (LumTestLife) few = lum_test_life_new (), silent = lum_test_life_new ();

  add_runs (few, "5x5 0 5x5 0 5 0", 0);
  g_assert_cmpint (get_load (few, 13).rest.verdict, ==, LUM_LOAD_NOTE);
  g_assert_cmpint (get_load (few, 13).rest.rest_days, ==, 3);
  g_assert_cmpint (get_load (few, 14).rest.verdict, ==, LUM_LOAD_OK);
  g_assert_cmpint (get_load (few, 12).rest.verdict, ==, LUM_LOAD_NOT_ENOUGH_DATA);

  add_runs (silent, "5x3 0x7 5x4", 0); /* day 6 is four days from either side */
  g_assert_cmpint (get_load (silent, 13).rest.verdict, ==, LUM_LOAD_NOT_ENOUGH_DATA);
  lum_test_life_answer (silent, ORIGIN + 6, ORIGIN + 6, LUM_GAP_UNSURE);
  g_assert_cmpint (get_load (silent, 13).rest.verdict, ==, LUM_LOAD_NOT_ENOUGH_DATA);
  lum_test_life_answer (silent, ORIGIN + 6, ORIGIN + 6, LUM_GAP_FINE);
  g_assert_cmpint (get_load (silent, 13).rest.verdict, ==, LUM_LOAD_OK);
  g_assert_cmpint (get_load (silent, 13).rest.rest_days, ==, 7);
}

static void
test_alive (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;
  gboolean alive[20];
  LumExerciseDone *exercise;
  LumDayDetail *detail;

  lum_test_life_add_run (life, ORIGIN - 3, 5000);
  exercise = lum_test_life_add (life, LUM_RECORD_EXERCISE);
  exercise->day = ORIGIN + 7;
  exercise->exercise = "EX-4";
  detail = lum_test_life_add (life, LUM_RECORD_DAY_DETAIL);
  detail->day = ORIGIN + 14;
  lum_test_life_add_run (life, ORIGIN + 20, 5000); /* does not exist yet */
  diary = lum_test_life_make (life);
  lum_mark_alive (diary, ORIGIN, ORIGIN + 19, alive);
  for (int i = 0; i < 20; i++)
    g_assert_cmpint (alive[i], ==, i == 0 || (i >= 4 && i <= 10) || (i >= 11 && i <= 17));
}

/* EP-4: "unsure" is no sign of life, and withdraws one that was given before. */
static void
test_alive_answers (void)
{
  for (int withdrawn = FALSE; withdrawn <= TRUE; withdrawn++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumDiary) diary = NULL;
    gboolean alive[30];

    lum_test_life_add_pain (life, ORIGIN, 0, LUM_MOMENT_AVERAGE);
    lum_test_life_answer (life, ORIGIN + 10, ORIGIN + 19, LUM_GAP_FINE);
    if (withdrawn)
      lum_test_life_answer (life, ORIGIN + 12, ORIGIN + 25, LUM_GAP_UNSURE);
    diary = lum_test_life_make (life);
    lum_mark_alive (diary, ORIGIN, ORIGIN + 29, alive);
    for (int i = 0; i < 30; i++)
      g_assert_cmpint (alive[i], ==, i <= 3 || (i >= 7 && i <= (withdrawn ? 14 : 22)));
  }
}

/* OU-8, also a streak that is longer than every window. */
static const struct {
  const char *kilometres;
  const char *pain; /* from the first day */
  int today;
  LumLoadVerdict verdict;
  int streak, habitual;
} streaks[] = {
    {"5x6 0x24 5x7", "0x37", 36, LUM_LOAD_OK, 7, 6},      {"5x6 0x24 5x8", "0x38", 37, LUM_LOAD_NOTE, 8, 6},
    {"0x30 5x7", "0x34 3x3", 36, LUM_LOAD_CAUTION, 7, 0}, {"0x20 5x7", "0x27", 26, LUM_LOAD_NOT_ENOUGH_DATA, 7, 0},
    {"5x7 0 5x50 0 5x7", "0x66", 65, LUM_LOAD_OK, 7, 50}, {"5x400", "0x400", 399, LUM_LOAD_NOTE, 400, 0},
    {"5x10 0x56 5x7", "0x73", 72, LUM_LOAD_NOTE, 7, 0}, /* 56 days back, no further */
};

static void
test_streak (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (streaks); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    LumLoad load;

    g_test_message ("row %u", i);
    lum_test_life_add_days (life, streaks[i].pain, ORIGIN, G_MAXINT32);
    add_runs (life, streaks[i].kilometres, 0);
    load = get_load (life, streaks[i].today);
    g_assert_cmpint (load.streak.verdict, ==, streaks[i].verdict);
    g_assert_cmpint (load.streak.streak, ==, streaks[i].streak);
    g_assert_cmpint (load.streak.habitual, ==, streaks[i].habitual);
  }
}

/* OU-9, OU-10: four weeks of which the last is different. */
static void
fill_weeks (LumTestLife *life, double hard_before, double hard, double climb_before, double climb, gboolean rated)
{
  for (int week = 0; week < 4; week++) {
    LumRun *easy = lum_test_life_add_run (life, ORIGIN + 7 * week, 8000);
    LumRun *run;

    easy->timer_s = 3600;
    easy->effort = rated ? 3 : LUM_INT_NONE;
    run = lum_test_life_add_run (life, ORIGIN + 7 * week + 6, 8000);
    run->timer_s = 60 * (week < 3 ? hard_before : hard);
    run->effort = 7;
    run->ascent_m = week < 3 ? climb_before : climb;
  }
}

static void
test_intensity_and_climb (void)
{
  static const struct {
    double hard_before, hard, climb_before, climb;
    gboolean rated, intensity, climbs;
  } rows[] = {
      {20, 45, 0, 0, TRUE, TRUE, FALSE},    {0, 15, 0, 0, TRUE, FALSE, FALSE},   {20, 40, 0, 0, TRUE, TRUE, FALSE},
      {20, 39.9, 0, 0, TRUE, FALSE, FALSE}, {40, 60, 0, 0, TRUE, FALSE, FALSE},  {40, 61, 0, 0, TRUE, TRUE, FALSE},
      {20, 45, 0, 0, FALSE, FALSE, FALSE},  {0, 0, 200, 400, TRUE, FALSE, TRUE}, {0, 0, 199, 398, TRUE, FALSE, FALSE},
      {0, 0, 300, 599, TRUE, FALSE, FALSE}, {0, 0, 0, 200, TRUE, FALSE, TRUE},   {0, 0, 0, 199, TRUE, FALSE, FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    LumLoad load, early;

    g_test_message ("row %u", i);
    fill_weeks (life, rows[i].hard_before, rows[i].hard, rows[i].climb_before, rows[i].climb, rows[i].rated);
    load = get_load (life, 27);
    early = get_load (life, 26);
    g_assert_cmpint (load.intensity.verdict == LUM_LOAD_NOTE, ==, rows[i].intensity);
    g_assert_cmpint (load.climb.verdict == LUM_LOAD_NOTE, ==, rows[i].climbs);
    g_assert_cmpint (load.descent.verdict, ==, LUM_LOAD_OK);
    g_assert_cmpint (early.climb.verdict, ==, LUM_LOAD_NOT_ENOUGH_DATA);
    g_assert_cmpint (!!(load.overuse.kinds & (1 << LUM_OVERUSE_INTENSITY)), ==, rows[i].intensity);
    g_assert_cmpint (!!(load.overuse.kinds & (1 << LUM_OVERUSE_CLIMB)), ==, rows[i].climbs);
  }
}

static void
test_surface (void)
{
  static const struct {
    double trail_before, road_before, trail, road; /* km in three weeks, in one */
    gboolean fires;
  } rows[] = {
      {0, 30, 6, 6, TRUE},      {3, 27, 6, 6, TRUE},    {3.1, 26.9, 6, 6, FALSE},
      {0, 30, 5.9, 6.1, FALSE}, {0, 30, 9.9, 0, FALSE}, {0, 19, 6, 6, FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();

    g_test_message ("row %u", i);
    lum_test_life_add_run (life, ORIGIN, 1000 * rows[i].road_before)->surface = LUM_SURFACE_ROAD;
    lum_test_life_add_run (life, ORIGIN + 20, 1000 * rows[i].trail_before)->surface = LUM_SURFACE_TRAIL;
    lum_test_life_add_run (life, ORIGIN + 21, 1000 * rows[i].road)->surface = LUM_SURFACE_ROAD;
    lum_test_life_add_run (life, ORIGIN + 27, 1000 * rows[i].trail)->surface = LUM_SURFACE_TRAIL;
    g_assert_cmpint (!!(get_load (life, 27).overuse.kinds & (1 << LUM_OVERUSE_SURFACE)), ==, rows[i].fires);
  }
}

/* OU-3 as a note: 35 days, five run days, no less than the middle of the weeks before. */
static void
test_monotonous (void)
{
  static const struct {
    int history, run_days;
    double minutes_before;
    gboolean fires;
  } rows[] = {{35, 7, 40, TRUE}, {34, 7, 40, FALSE}, {35, 7, 41, FALSE}, {35, 4, 10, FALSE}};

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    guint kinds;

    g_test_message ("row %u", i);
    for (int day = 35 - rows[i].history; day < 35; day++) {
      LumRun *run;

      if (day >= 28 && day - 28 >= rows[i].run_days)
        continue;
      run = lum_test_life_add_run (life, ORIGIN + day, 5000);
      /* Before the last week the days differ: six of seven take no effort at all. */
      run->effort = day >= 28 || day % 7 == 0 ? 5 : 0;
      run->timer_s = 60 * (day >= 28 ? 40 : 7 * rows[i].minutes_before);
    }
    kinds = get_load (life, 34).overuse.kinds;
    g_assert_cmpint (!!(kinds & (1 << LUM_OVERUSE_MONOTONY)), ==, rows[i].fires);
  }
}

/* --- OU-15 --- */

static void
test_overuse_score (void)
{
#define KIND(name) (1u << LUM_OVERUSE_##name)
  static const struct {
    guint kinds;
    gboolean signal;
    int score;
    gboolean fires;
  } rows[] = {
      {KIND (SPIKE_MODERATE) | KIND (RED_RUNS), TRUE, 4, TRUE},
      {KIND (SPIKE_MODERATE) | KIND (RAMP), FALSE, 3, FALSE},
      {KIND (SPIKE_SMALL) | KIND (SPIKE_MODERATE), TRUE, 2, FALSE},
      {KIND (SPIKE_SMALL) | KIND (RAMP), TRUE, 3, TRUE},
      {KIND (SPIKE_SMALL) | KIND (SPIKE_MODERATE) | KIND (SPIKE_LARGE), TRUE, 3, TRUE},
      {KIND (RAMP) | KIND (FEW_REST_DAYS), TRUE, 2, FALSE},
      {(1u << LUM_N_OVERUSE_KINDS) - 1, TRUE, 13, TRUE},
  };
#undef KIND

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    LumOveruse overuse = lum_overuse_score (rows[i].kinds, rows[i].signal);

    g_assert_cmpint (overuse.score, ==, rows[i].score);
    g_assert_cmpint (overuse.fires, ==, rows[i].fires);
  }
  for (int kind = 0; kind < LUM_N_OVERUSE_KINDS; kind++) {
    LumOveruseKind again;

    g_assert_true (lum_overuse_kind_from_word (lum_overuse_kind_to_word (kind), &again));
    g_assert_cmpint (kind, ==, again);
    g_assert_cmpint (lum_overuse_get_weight (kind), ==, lum_overuse_score (1u << kind, FALSE).score);
  }
}

/* A spike counts for 14 days and then no more; what fires needs the back. */
static void
test_overuse_window (void)
{
  for (int hurts = 0; hurts <= 1; hurts++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();

    lum_test_life_add_days (life, hurts ? "0x34 3x20" : "0x60", ORIGIN, G_MAXINT32);
    add_runs (life, "5 0 0 0 5 0 0 0 5 0 0 0 5 0 0 0 5 0 0 0 5 0 0 0 5 0 0 0 5 0 0 0 5 0 0 0 11", 0);
    for (int today = 36; today < 54; today++) {
      LumOveruse overuse = get_load (life, today).overuse;

      g_assert_cmpint (!!(overuse.kinds & (1 << LUM_OVERUSE_SPIKE_LARGE)), ==, today < 50);
      g_assert_cmpint (overuse.fires, ==, hurts && today < 50);
    }
    g_assert_cmpint (get_load (life, 35).overuse.kinds & (1 << LUM_OVERUSE_SPIKE_LARGE), ==, 0);
  }
}

static void
test_pain_signal (void)
{
  static const struct {
    const char *diary;
    int today;
    gboolean signal;
  } rows[] = {
      {"0x10 3 3", 11, TRUE},   {"0x10", 9, FALSE},     {"3 3 0x3 .x30 3", 35, TRUE}, {"3x3 0x8", 10, FALSE},
      {"2 . . 2 0x3", 6, TRUE}, {"0x7 1x7", 13, FALSE}, {"1x7 3x7", 13, TRUE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumDiary) diary = NULL;
    g_autoptr (LumStatus) status = NULL;

    g_test_message ("row %u", i);
    lum_test_life_add_days (life, rows[i].diary, ORIGIN, G_MAXINT32);
    diary = lum_test_life_make (life);
    status = lum_status_new (diary, ORIGIN + rows[i].today);
    g_assert_cmpint (lum_has_pain_signal (diary, status), ==, rows[i].signal);
  }
}

/* --- OU-17, OU-18 --- */

static void
test_quiet (void)
{
  static const struct {
    const char *diary;
    int today;
    gboolean quiet, learning;
  } rows[] = {
      {"3 0x29", 29, FALSE, FALSE}, {"3 0x30", 30, TRUE, FALSE}, {"3 0x40 3", 41, FALSE, FALSE},
      {"0x29", 28, FALSE, FALSE},   {"0x30", 29, TRUE, FALSE},   {"", 10, FALSE, TRUE},
      {"3 0x26", 26, FALSE, TRUE},  {"3 0x27", 27, FALSE, TRUE}, {"3 0x28", 28, FALSE, FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumDiary) diary = NULL;
    g_autoptr (LumDayTable) table = NULL;
    LumDay today = ORIGIN + rows[i].today;

    g_test_message ("row %u", i);
    lum_test_life_add_days (life, rows[i].diary, ORIGIN, G_MAXINT32);
    diary = lum_test_life_make (life);
    table = lum_day_table_new (diary, today);
    g_assert_cmpint (lum_is_quiet (diary, lum_day_table_get_last_pain (table), today), ==, rows[i].quiet);
    g_assert_cmpint (lum_is_learning (diary, today), ==, rows[i].learning);
    g_assert_cmpint (lum_may_speak_of_load (diary, table, today), ==, !rows[i].quiet && !rows[i].learning);
  }
}

/* The series is bounded, whatever the dates are, and never shows what has not happened. */
static void
test_bad_input (void)
{
  static const double metres[] = {0, 1, 500000, NAN, -5000, 1e12};
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;

  lum_test_life_add_run (life, 0, 5000);                                /* 1970 */
  lum_test_life_add_run (life, lum_day_from_ymd (2099, 12, 31), 50000); /* the future */
  for (guint i = 0; i < G_N_ELEMENTS (metres); i++) {
    LumRun *run = lum_test_life_add_run (life, ORIGIN + (int) i, metres[i]);

    run->timer_s = i % 2 ? -100 : 0;
    run->effort = 10;
    run->ascent_m = -300;
    run->surface = 99;
  }
  diary = lum_test_life_make (life);
  for (int today = -2; today < 20; today++) {
    g_autoptr (LumFindings) findings = lum_findings_new (diary, ORIGIN + today, LUM_UNITS_METRIC);

    g_assert_true (findings->load.week_m >= 0 && findings->load.week_m < 1e13);
    g_assert_cmpint (findings->load.history, ==, ORIGIN + today + 1);
  }
  g_autoptr (LumLoadDays) days = lum_load_days_new (diary, ORIGIN, 0);
  g_autoptr (LumLoadDays) none = lum_load_days_new (diary, -5, 0);

  g_assert_cmpuint (days->n, <=, 100);
  g_assert_cmpuint (none->n, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/load/monotony", test_monotony);
  g_test_add_func ("/load/acwr/identity", test_acwr_identity);
  g_test_add_func ("/load/acwr/diary", test_acwr_diary);
  g_test_add_func ("/load/choice", test_choice);
  g_test_add_func ("/load/ramp", test_ramp);
  g_test_add_func ("/load/rest-days", test_rest_days);
  g_test_add_func ("/load/alive", test_alive);
  g_test_add_func ("/load/alive/answers", test_alive_answers);
  g_test_add_func ("/load/streak", test_streak);
  g_test_add_func ("/load/intensity-and-climb", test_intensity_and_climb);
  g_test_add_func ("/load/surface", test_surface);
  g_test_add_func ("/load/monotonous", test_monotonous);
  g_test_add_func ("/load/overuse/score", test_overuse_score);
  g_test_add_func ("/load/overuse/window", test_overuse_window);
  g_test_add_func ("/load/overuse/pain-signal", test_pain_signal);
  g_test_add_func ("/load/quiet", test_quiet);
  g_test_add_func ("/load/bad-input", test_bad_input);
  return g_test_run ();
}
