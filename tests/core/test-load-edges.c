/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of load at their edges: for each number of rules §4 a case that just reaches it and one that just does not.
 * The rows are derived from the rules' words; ./dev mutate tells which edge has none. */
#include <math.h>
#include <string.h>

#include "lum-test-findings.h"

#define ORIGIN 20000

static LumFindings *
find (const LumTestLife *life, int today)
{
  return lum_test_find (life, ORIGIN + today);
}

/* --- windows over daily loads --- */

/* OU-1, OU-9: from 80 % of the runs with an effort on. */
static void
test_rated (void)
{
  static const struct {
    int runs, rated; /* of 28 days */
    gboolean enough;
  } rows[] = {{25, 20, TRUE}, {24, 19, FALSE}, {10, 8, TRUE}, {10, 7, FALSE}};

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    double hard[28] = {0}, runs[28] = {0}, rated[28] = {0};

    for (int day = 0; day < rows[i].runs; day++)
      runs[day] = 1;
    for (int day = 0; day < rows[i].rated; day++)
      rated[day] = 1;
    g_assert_cmpint (lum_intensity_new (hard, runs, rated, 28).verdict != LUM_LOAD_NOT_ENOUGH_DATA, ==, rows[i].enough);
  }
}

/* OU-3: a note from a monotony of 2.0 on, where the week is no less than the middle of the four before it. */
static void
test_monotonous (void)
{
  static const struct {
    double week[7];
    double before[5]; /* sums, the newest first; the fifth is none of the four */
    gboolean fires;
  } rows[] = {
      {{100, 100, 100, 300, 300, 300, 200}, {0, 0, 0, 0, 0}, TRUE},  /* exactly 2 */
      {{400, 250, 250, 400, 0, 300, 300}, {0, 0, 0, 0, 0}, TRUE},    /* 2.01 */
      {{100, 100, 90, 300, 300, 300, 200}, {0, 0, 0, 0, 0}, FALSE},  /* 1.93 */
      {{100, 100, 100, 300, 300, 310, 200}, {0, 0, 0, 0, 0}, FALSE}, /* 1.97 */
      {{0, 30, 30, 30, 30, 30, 30}, {100, 200, 300, 400, 0}, FALSE}, /* 180, the middle is 250 */
      {{0, 40, 40, 40, 40, 40, 40}, {100, 200, 300, 400, 0}, FALSE}, /* 240 */
      {{0, 50, 40, 40, 40, 40, 40}, {100, 200, 300, 400, 0}, TRUE},  /* 250 */
      {{0, 0, 40, 40, 40, 40, 40}, {0, 0, 0, 0, 0}, FALSE},          /* two days of rest are 1.46 at most */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    double au[42] = {0}, runs[42] = {0};

    for (int week = 0; week < 5; week++)
      au[28 - 7 * week] = rows[i].before[week];
    for (int day = 0; day < 7; day++)
      au[35 + day] = rows[i].week[day];
    for (int day = 0; day < 42; day++)
      runs[day] = au[day] > 0;
    g_test_message ("row %u", i);
    g_assert_cmpint (lum_is_monotonous (au, runs, runs, 42), ==, rows[i].fires);
  }
}

/* OU-6: more than 1.30 times the last week and more than 1.10 times the largest of three; two runs in the last week. */
static void
test_ramp (void)
{
  static const struct {
    double weeks[4]; /* the newest first */
    guint runs;
    LumLoadVerdict verdict;
  } rows[] = {
      {{46, 30, 40, 30}, 2, LUM_LOAD_NOTE},   {{46, 30, 40, 30}, 1, LUM_LOAD_NOT_ENOUGH_DATA},
      {{44, 30, 40, 30}, 2, LUM_LOAD_OK},     {{46, 30, 30, 40}, 2, LUM_LOAD_NOTE},
      {{44, 30, 30, 40}, 2, LUM_LOAD_OK},     {{39, 30, 30, 30}, 2, LUM_LOAD_OK},
      {{39.5, 30, 30, 30}, 2, LUM_LOAD_NOTE}, {{10, 0, 30, 30}, 2, LUM_LOAD_NOT_ENOUGH_DATA},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    double daily[28] = {0};

    for (int week = 0; week < 4; week++)
      daily[27 - 7 * week] = rows[i].weeks[week];
    g_test_message ("row %u", i);
    g_assert_cmpint (lum_ramp_new (daily, 28, rows[i].runs).verdict, ==, rows[i].verdict);
    g_assert_cmpint (lum_ramp_new (daily + 1, 27, rows[i].runs).verdict, ==, LUM_LOAD_NOT_ENOUGH_DATA);
  }
}

/* OU-8: seven days and more than one above the longest streak of the 56 days before; 28 days of history. */
static void
test_streak (void)
{
  static const struct {
    int n;            /* days of history */
    int streak, rest; /* the days at the end, and those without a run before them */
    int before;       /* the streak before that */
    gboolean active;
    LumLoadVerdict verdict;
  } rows[] = {
      {28, 7, 21, 0, FALSE, LUM_LOAD_NOTE},   {27, 7, 20, 0, FALSE, LUM_LOAD_NOT_ENOUGH_DATA},
      {28, 6, 22, 0, FALSE, LUM_LOAD_OK},     {28, 6, 22, 0, TRUE, LUM_LOAD_OK},
      {27, 7, 20, 0, TRUE, LUM_LOAD_CAUTION}, {27, 6, 21, 0, TRUE, LUM_LOAD_NOT_ENOUGH_DATA},
      {40, 7, 1, 6, FALSE, LUM_LOAD_OK},      {40, 8, 1, 6, FALSE, LUM_LOAD_NOTE},
      {90, 9, 48, 8, FALSE, LUM_LOAD_OK},   /* all eight are among the 56 days */
      {90, 9, 49, 8, FALSE, LUM_LOAD_NOTE}, /* seven are */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    double daily[90] = {0};
    int end = rows[i].n - rows[i].streak - rows[i].rest;

    for (int day = end - rows[i].before; day < end; day++)
      daily[day] = 1;
    for (int day = rows[i].n - rows[i].streak; day < rows[i].n; day++)
      daily[day] = 1;
    g_test_message ("row %u", i);
    g_assert_cmpint (lum_streak_new (daily, rows[i].n, rows[i].active).verdict, ==, rows[i].verdict);
  }
}

/* OU-10: half of a week of 10 km, and at most a tenth of 20 km in the three weeks before. */
static void
test_surface (void)
{
  static const struct {
    double week, on_it, before, on_it_before;
    gboolean fires;
  } rows[] = {
      {10000, 5000, 20000, 2000, TRUE},  {9999, 5000, 20000, 2000, FALSE},  {10000, 4999, 20000, 2000, FALSE},
      {10000, 5000, 19999, 1000, FALSE}, {10000, 5000, 20000, 2001, FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    double any[28] = {0}, on_it[28] = {0};

    any[0] = rows[i].before;
    on_it[20] = rows[i].on_it_before;
    any[21] = rows[i].week;
    on_it[27] = rows[i].on_it;
    g_test_message ("row %u", i);
    g_assert_cmpint (lum_is_new_surface (on_it, any, any, 28), ==, rows[i].fires);
  }
}

/* OU-4: with nothing to divide by there is no ratio. */
static void
test_no_ratio (void)
{
  double rest[28] = {0}, week[28] = {0};

  week[27] = 7;
  g_assert_true (isnan (lum_acwr_new (rest, 28).coupled) && isnan (lum_acwr_new (rest, 28).uncoupled));
  g_assert_true (isnan (lum_acwr_new (rest, 28).ewma));
  g_assert_cmpfloat (lum_acwr_new (week, 28).coupled, ==, 4); /* it can never exceed that */
  g_assert_true (isnan (lum_acwr_new (week, 28).uncoupled));
}

/* --- over a diary --- */

/* OU-9: an effort of 7 is hard. */
static void
test_hard (void)
{
  for (int effort = 6; effort <= 7; effort++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumFindings) findings = NULL;
    LumRun *run;

    lum_test_life_add_days (life, "0x28", ORIGIN, G_MAXINT32);
    run = lum_test_life_add_run (life, ORIGIN + 27, 5000);
    run->effort = effort;
    run->timer_s = 60 * 30;
    findings = find (life, 27);
    g_assert_cmpfloat (findings->load.intensity.week, ==, effort == 7 ? 30 : 0);
    g_assert_cmpint (findings->load.intensity.verdict, ==, effort == 7 ? LUM_LOAD_NOTE : LUM_LOAD_OK);
  }
}

/* OU-5: the baseline counts while the history is under 30 days; an increase of 989 m is below the floor. */
static void
test_spike (void)
{
  static const struct {
    const char *runs; /* day:metres */
    const char *baseline;
    LumSpikeCategory category; /* of the last */
    int reference;
  } rows[] = {
      {"0:5000 29:12000", "10000", LUM_SPIKE_SMALL, 10000},
      {"0:5000 30:12000", "10000", LUM_SPIKE_NOT_ENOUGH_DATA, 5000},
      {"0:5000 29:12000", "1", LUM_SPIKE_LARGE, 5000},
      {"0:5000 29:12000", "0.5", LUM_SPIKE_NOT_ENOUGH_DATA, 5000}, /* is no distance */
      {"0:5000 29:12000", "2147483647", LUM_SPIKE_REFERENCE, G_MAXINT},
      {"0:5000 1:5000 2:5000 3:5000 9:5989", NULL, LUM_SPIKE_BELOW_FLOOR, 5000},
      {"0:5000 1:5000 2:5000 3:5000 9:5990", NULL, LUM_SPIKE_SMALL, 5000},
      {"0:5000 1:5000 2:5000 9:12000", NULL, LUM_SPIKE_NOT_ENOUGH_DATA, 5000},
      {"0:9000 1:5000 2:5000 3:5000 4:5000 30:12000", NULL, LUM_SPIKE_MODERATE, 9000},
      {"0:9000 1:5000 2:5000 3:5000 4:5000 31:12000", NULL, LUM_SPIKE_LARGE, 5000},
      {"0:9000 1:9000 2:5000 3:5000 4:5000 31:12000", NULL, LUM_SPIKE_MODERATE, 9000},
      {"0:9000 1:5000 2:5000 3:5000 31:12000", NULL, LUM_SPIKE_NOT_ENOUGH_DATA, 5000},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumDiary) diary = NULL;
    g_autoptr (GArray) all = NULL;
    g_auto (GStrv) runs = g_strsplit (rows[i].runs, " ", -1);
    LumSpike last;

    g_test_message ("row %u", i);
    for (int r = 0; runs[r]; r++)
      lum_test_life_add_run (life, ORIGIN + atoi (runs[r]), atoi (strchr (runs[r], ':') + 1));
    if (rows[i].baseline)
      lum_test_life_set_preference (life, LUM_PREFERENCE_BASELINE, rows[i].baseline);
    diary = lum_test_life_make (life);
    all = lum_spikes_for_all (diary);
    last = g_array_index (all, LumSpike, all->len - 1);
    g_assert_cmpint (last.category, ==, rows[i].category);
    g_assert_cmpint (last.reference_m, ==, rows[i].reference);
    g_assert_cmpint (lum_spike_for_run (diary, all->len - 1).category, ==, rows[i].category);
  }
}

/* OU-12: 500,000 m and not a metre less; the card stands for two weeks; of two pairs the one that crossed last. */
static void
test_shoes (void)
{
  static const struct {
    double start;
    int today; /* the run is on day 40 */
    gboolean there;
  } rows[] = {{495000, 40, TRUE}, {494999, 40, FALSE}, {495000, 53, TRUE}, {495000, 54, FALSE}, {495000, 39, FALSE}};

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumFindings) findings = NULL;
    LumShoe *shoe = lum_test_life_add (life, LUM_RECORD_SHOE);

    lum_test_life_add_days (life, "0x39 3x20", ORIGIN, G_MAXINT32);
    shoe->name = "Blue";
    shoe->start_distance_m = rows[i].start;
    lum_test_life_add_run (life, ORIGIN + 40, 5000)->shoe_id = shoe->base.id;
    findings = find (life, rows[i].today);
    g_test_message ("row %u", i);
    g_assert_cmpint (lum_test_find_card (findings, "OU-12") != NULL, ==, rows[i].there);
  }
}

/* OU-15: the pain signal without an active bout: one pain day of the last seven is none, nor are two of eight. */
static void
test_pain_signal (void)
{
  static const struct {
    const char *diary;
    int today;
    gboolean signal;
  } rows[] = {
      {"3", 0, TRUE},            /* new: active */
      {"3 0x3", 3, FALSE},       /* isolated */
      {"3 0x3 3 0x3", 7, FALSE}, /* isolated, and the other is eight days back */
      {"3 0x2", 2, TRUE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumDiary) diary = lum_test_diary_new (rows[i].diary, ORIGIN);
    g_autoptr (LumStatus) status = lum_status_new (diary, ORIGIN + rows[i].today);

    g_test_message ("row %u", i);
    g_assert_cmpint (lum_has_pain_signal (diary, status), ==, rows[i].signal);
  }
}

/* OU-11: not back is three of the last 14 days, red two of the last seven; the first day of either is not before it. */
static void
test_run_patterns (void)
{
  static const struct {
    int back[3]; /* days before today of runs that were not back in the morning, red ones for less than 7 */
    int during;
    gboolean not_back, red;
  } rows[] = {
      {{13, 5, 1}, 1, TRUE, FALSE}, {{14, 5, 1}, 1, FALSE, FALSE}, {{13, 6, 1}, 5, TRUE, TRUE},
      {{13, 7, 1}, 5, TRUE, FALSE}, {{13, 11, 1}, 1, TRUE, FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumFindings) findings = NULL;

    lum_test_life_add_days (life, "0", ORIGIN, G_MAXINT32);
    for (int run = 0; run < 3; run++) {
      LumDay day = ORIGIN + 40 - rows[i].back[run];

      lum_test_life_add_run (life, day, 5000);
      lum_test_life_add_pain (life, day, 0, LUM_MOMENT_WAKING);
      lum_test_life_add_pain (life, day, rows[i].during, LUM_MOMENT_DURING_RUN);
      lum_test_life_add_pain (life, day + 1, 2, LUM_MOMENT_WAKING);
    }
    findings = find (life, 40);
    g_test_message ("row %u", i);
    const LumCard *card = lum_test_find_card (findings, "OU-11");
    const char *variant = card ? card->variant : "";

    g_assert_cmpstr (variant, ==, rows[i].red ? "red-runs" : rows[i].not_back ? "not-backs" : "not-back");
    g_assert_cmpint (!!(findings->load.overuse.kinds & 1u << LUM_OVERUSE_NOT_BACK), ==, rows[i].not_back);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/load-edges/rated", test_rated);
  g_test_add_func ("/load-edges/monotonous", test_monotonous);
  g_test_add_func ("/load-edges/ramp", test_ramp);
  g_test_add_func ("/load-edges/streak", test_streak);
  g_test_add_func ("/load-edges/surface", test_surface);
  g_test_add_func ("/load-edges/no-ratio", test_no_ratio);
  g_test_add_func ("/load-edges/hard", test_hard);
  g_test_add_func ("/load-edges/spike", test_spike);
  g_test_add_func ("/load-edges/shoes", test_shoes);
  g_test_add_func ("/load-edges/pain-signal", test_pain_signal);
  g_test_add_func ("/load-edges/run-patterns", test_run_patterns);
  return g_test_run ();
}
