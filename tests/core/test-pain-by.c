/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-findings.h"
#include "lum-pain-by.h"
#include "lum-parameters.h"
#include "lum-test-life.h"
#include "lum-week-summary.h"

#define TODAY 20600   /* a Wednesday */
#define MONDAY 20598  /* of that week */
#define FIRST (20517) /* of the twelve weeks that end today */

/* The mean, its count and its pain days as a text: "3.5 of 4, 2 with pain"; "- of 2, 0 with pain". */
static void
assert_mean (const LumPainMean *mean, const char *wanted)
{
  double value = lum_pain_mean_get (mean);
  g_autofree char *number = isnan (value) ? g_strdup ("-") : g_strdup_printf ("%.2f", value);
  g_autofree char *text = g_strdup_printf ("%s of %d, %d", number, mean->n, mean->pain);

  g_assert_cmpstr (text, ==, wanted);
}

/* --- weekdays --- */

static void
test_weekdays (void)
{
  static const struct {
    const char *name;
    const char *diary; /* from a Monday in the period on */
    const char *monday, *tuesday, *sunday;
    int scored;
  } rows[] = {
      {"nothing", "", "- of 0, 0", "- of 0, 0", "- of 0, 0", 0},
      {"two Mondays make no mean", "4 .x6 4", "- of 2, 2", "- of 0, 0", "- of 0, 0", 2},
      {"three do", "4 .x6 4 .x6 1", "3.00 of 3, 2", "- of 0, 0", "- of 0, 0", 3},
      {"pain begins at 2", "1 2 .x5 1 2 .x5 1 2", "1.00 of 3, 0", "2.00 of 3, 3", "- of 0, 0", 6},
      {"gaps stay gaps", "5 . . . . . 1 . . . . . . 3 5 . . . . . 2", "- of 2, 2", "- of 0, 0", "2.00 of 3, 2", 5},
      /* PM-3: the mean is of the averages, pain is what the worst of the day says. */
      {"several a day", "3/0 .x6 8/1 .x6 0/0", "0.33 of 3, 2", "- of 0, 0", "- of 0, 0", 3},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumDiary) diary = lum_test_diary_new (rows[i].diary, MONDAY - 28);
    LumPainByWeekday by;

    g_test_message ("%s", rows[i].name);
    lum_pain_by_weekday_init (&by, diary, TODAY);
    assert_mean (&by.weekdays[0], rows[i].monday);
    assert_mean (&by.weekdays[1], rows[i].tuesday);
    assert_mean (&by.weekdays[6], rows[i].sunday);
    g_assert_cmpint (by.scored, ==, rows[i].scored);
    g_assert_cmpint (by.days, ==, 84);
    g_assert_false (by.enough);
  }
}

/* Twelve weeks, today included; before 28 scored days nothing is told of weekdays. */
static void
test_weekday_period (void)
{
  static const struct {
    LumDay first;
    int n, scored;
    gboolean enough;
  } rows[] = {
      {TODAY - 26, 27, 27, FALSE}, {TODAY - 27, 28, 28, TRUE}, {FIRST, 84, 84, TRUE},
      {FIRST - 1, 1, 0, FALSE},    {FIRST - 10, 11, 1, FALSE}, {TODAY + 1, 40, 0, FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumDiary) diary = NULL;
    LumPainByWeekday by;

    for (int day = 0; day < rows[i].n; day++)
      lum_test_life_add_pain (life, rows[i].first + day, 3, LUM_MOMENT_AVERAGE);
    diary = lum_test_life_make (life);
    lum_pain_by_weekday_init (&by, diary, TODAY);
    g_assert_cmpint (by.scored, ==, rows[i].scored);
    g_assert_cmpint (by.enough, ==, rows[i].enough);
    for (int weekday = 0; weekday < 7 && rows[i].scored == 84; weekday++)
      assert_mean (&by.weekdays[weekday], "3.00 of 12, 12");
  }
}

/* What was entered late counts (PM-5 leaves it out of the load–pain test alone); what was answered does not (EP-4). */
static void
test_late_and_answered (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;
  LumPainByWeekday by;

  for (int week = 1; week <= 3; week++)
    lum_test_life_add_pain (life, MONDAY - 7 * week, 6, LUM_MOMENT_AVERAGE)->entered = TODAY;
  lum_test_life_answer (life, MONDAY - 20, MONDAY - 16, LUM_GAP_HURT);
  lum_test_life_add_run (life, MONDAY - 5, 8000);
  diary = lum_test_life_make (life);
  lum_pain_by_weekday_init (&by, diary, TODAY);
  assert_mean (&by.weekdays[0], "6.00 of 3, 3");
  g_assert_cmpint (by.scored, ==, 3);
}

/* --- moments --- */

static void
test_moments (void)
{
  static const struct {
    int waking, average, during; /* scores of each, on days before today */
    int told;
    gboolean enough;
  } rows[] = {
      {0, 0, 0, 0, FALSE}, {2, 40, 0, 1, FALSE}, {3, 3, 0, 2, TRUE}, {3, 2, 2, 1, FALSE}, {3, 3, 3, 3, TRUE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumDiary) diary = NULL;
    LumPainByMoment by;

    for (int n = 0; n < rows[i].waking; n++)
      lum_test_life_add_pain (life, TODAY - n, 4 + n, LUM_MOMENT_WAKING);
    for (int n = 0; n < rows[i].average; n++)
      lum_test_life_add_pain (life, TODAY - n, 1, LUM_MOMENT_AVERAGE);
    for (int n = 0; n < rows[i].during; n++) /* all on one day: each score counts */
      lum_test_life_add_pain (life, TODAY - 3, 2, LUM_MOMENT_DURING_RUN);
    lum_test_life_add_pain (life, FIRST - 1, 9, LUM_MOMENT_WORST);
    lum_test_life_add_pain (life, TODAY + 1, 9, LUM_MOMENT_WORST);
    lum_test_life_add_pain (life, TODAY - 1, 9, LUM_N_MOMENTS); /* of no moment that there is */
    lum_test_life_add_pain (life, TODAY - 1, 9, (LumMoment) LUM_INT_NONE);
    diary = lum_test_life_make (life);
    lum_pain_by_moment_init (&by, diary, TODAY);
    g_assert_cmpint (by.told, ==, rows[i].told);
    g_assert_cmpint (by.enough, ==, rows[i].enough);
    g_assert_cmpint (by.scores, ==, rows[i].waking + rows[i].average + rows[i].during);
    assert_mean (&by.moments[LUM_MOMENT_WORST], "- of 0, 0");
    if (rows[i].waking == 3)
      assert_mean (&by.moments[LUM_MOMENT_WAKING], "5.00 of 3, 3");
    if (rows[i].during == 3)
      assert_mean (&by.moments[LUM_MOMENT_DURING_RUN], "2.00 of 3, 3");
    if (rows[i].average == 3)
      assert_mean (&by.moments[LUM_MOMENT_AVERAGE], "1.00 of 3, 0");
  }
}

/* --- shoes --- */

static LumShoe *
add_shoe (LumTestLife *life, const char *name, double start)
{
  LumShoe *shoe = lum_test_life_add (life, LUM_RECORD_SHOE);

  shoe->name = name;
  shoe->start_distance_m = start;
  return shoe;
}

static const LumPainOfShoe *
get_pair (const LumPainByShoe *by, guint i)
{
  g_assert_cmpuint (i, <, by->pairs->len);
  return &g_array_index (by->pairs, LumPainOfShoe, i);
}

static void
test_shoes (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;
  g_autoptr (LumPainByShoe) by = NULL;
  const char *old_id, *new_id;
  LumShoe *shoe = add_shoe (life, "Old", 150000);

  shoe->retired = TODAY - 5;
  old_id = shoe->base.id;
  new_id = add_shoe (life, "New", NAN)->base.id;
  add_shoe (life, "Never worn", NAN);

  /* Old: three run days, of which one has nothing logged the day after; two runs on one day count its tomorrow once. */
  for (int i = 0; i < 4; i++)
    lum_test_life_add_run (life, TODAY - 40 + 2 * i, 10000)->shoe_id = old_id;
  lum_test_life_add_run (life, TODAY - 40, 5000)->shoe_id = old_id;
  lum_test_life_add_pain (life, TODAY - 39, 5, LUM_MOMENT_AVERAGE);
  lum_test_life_add_pain (life, TODAY - 37, 3, LUM_MOMENT_AVERAGE);
  lum_test_life_add_pain (life, TODAY - 33, 1, LUM_MOMENT_AVERAGE);
  /* New: the tomorrow of its first run is today, that of the other has not come. */
  lum_test_life_add_run (life, TODAY - 1, 7000)->shoe_id = new_id;
  lum_test_life_add_pain (life, TODAY, 0, LUM_MOMENT_AVERAGE);
  lum_test_life_add_run (life, TODAY, 7000)->shoe_id = new_id;
  lum_test_life_add_pain (life, TODAY + 1, 9, LUM_MOMENT_AVERAGE);
  lum_test_life_add_run (life, TODAY + 2, 7000)->shoe_id = new_id;
  /* In no pair, and in one that was deleted. */
  lum_test_life_add_run (life, TODAY - 20, 3000);
  lum_test_life_add_run (life, TODAY - 18, NAN)->shoe_id = "00000000-0000-4000-8000-ffffffffffff";
  lum_test_life_add_pain (life, TODAY - 17, 2, LUM_MOMENT_AVERAGE);

  diary = lum_test_life_make (life);
  by = lum_pain_by_shoe_new (diary, TODAY, LUM_UNITS_METRIC);
  g_assert_cmpuint (by->pairs->len, ==, 3);
  g_assert_cmpint (by->worn, ==, 2);
  g_assert_cmpint (by->told, ==, 1);

  g_assert_cmpstr (get_pair (by, 0)->name, ==, "New");
  g_assert_cmpint (get_pair (by, 0)->runs, ==, 2);
  g_assert_false (get_pair (by, 0)->retired);
  g_assert_cmpfloat (get_pair (by, 0)->metres, ==, 14000);
  assert_mean (&get_pair (by, 0)->after, "- of 1, 0");

  g_assert_cmpstr (get_pair (by, 1)->name, ==, "Old");
  g_assert_true (get_pair (by, 1)->retired);
  g_assert_cmpint (get_pair (by, 1)->runs, ==, 5);
  g_assert_cmpint (get_pair (by, 1)->run_days, ==, 4);
  g_assert_cmpfloat (get_pair (by, 1)->metres, ==, 195000);
  g_assert_cmpint (get_pair (by, 1)->first, ==, TODAY - 40);
  g_assert_cmpint (get_pair (by, 1)->last, ==, TODAY - 34);
  assert_mean (&get_pair (by, 1)->after, "3.00 of 3, 2");

  g_assert_null (get_pair (by, 2)->id);
  g_assert_cmpint (get_pair (by, 2)->runs, ==, 2);
  assert_mean (&get_pair (by, 2)->after, "- of 1, 1");
}

/* The pair is retired from the day on that says so. */
static void
test_retired (void)
{
  for (int offset = -1; offset <= 1; offset++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumDiary) diary = NULL;
    g_autoptr (LumPainByShoe) by = NULL;
    LumShoe *shoe = add_shoe (life, NULL, -5);

    shoe->retired = TODAY + offset;
    lum_test_life_add_run (life, TODAY - 9, 1000)->shoe_id = shoe->base.id;
    diary = lum_test_life_make (life);
    by = lum_pain_by_shoe_new (diary, TODAY, LUM_UNITS_METRIC);
    g_assert_cmpint (get_pair (by, 0)->retired, ==, offset <= 0);
    g_assert_null (get_pair (by, 0)->name);
    g_assert_cmpfloat (get_pair (by, 0)->metres, ==, 1000);
  }
}

/* Worst during a run and after it: of the run that the score names, else of the last of its day. */
static void
test_worst (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;
  g_autoptr (LumPainByShoe) by = NULL;
  const char *a = add_shoe (life, "A", NAN)->base.id, *b = add_shoe (life, "B", NAN)->base.id;

  for (int i = 0; i < 3; i++) {
    LumDay day = TODAY - 30 + 3 * i;
    LumRun *run = lum_test_life_add_run (life, day, 5000);
    const char *first = run->base.id;

    run->shoe_id = a;
    run->start = day * G_GINT64_CONSTANT (86400000);
    run = lum_test_life_add_run (life, day, 5000);
    run->shoe_id = b;
    run->start = day * G_GINT64_CONSTANT (86400000) + 36000000;
    lum_test_life_add_pain (life, day, 6, LUM_MOMENT_DURING_RUN)->run_id = first;
    lum_test_life_add_pain (life, day, 4, LUM_MOMENT_AFTER_RUN)->run_id = first;
    lum_test_life_add_pain (life, day, i, LUM_MOMENT_DURING_RUN);
    lum_test_life_add_pain (life, day, i + 1, LUM_MOMENT_AFTER_RUN);
    lum_test_life_add_pain (life, day, 9, LUM_MOMENT_WORST);
  }
  diary = lum_test_life_make (life);
  by = lum_pain_by_shoe_new (diary, TODAY, LUM_UNITS_METRIC);
  for (guint i = 0; i < 2; i++)
    assert_mean (&get_pair (by, i)->worst, g_str_equal (get_pair (by, i)->name, "A") ? "6.00 of 3, 3" : "2.00 of 3, 2");
}

/* A run belongs to the band that its pair was in before that day, the starting distance included. */
static void
test_bands (void)
{
  static const struct {
    LumUnits units;
    double start; /* of the pair, metres */
    int band;
  } rows[] = {
      {LUM_UNITS_METRIC, NAN, 0},      {LUM_UNITS_METRIC, 199999, 0},   {LUM_UNITS_METRIC, 200000, 1},
      {LUM_UNITS_METRIC, 399999, 1},   {LUM_UNITS_METRIC, 400000, 2},   {LUM_UNITS_METRIC, 799999, 3},
      {LUM_UNITS_METRIC, 800000, 4},   {LUM_UNITS_METRIC, 5000000, 4},  {LUM_UNITS_IMPERIAL, 201167, 0},
      {LUM_UNITS_IMPERIAL, 201169, 1}, {LUM_UNITS_IMPERIAL, 804673, 4},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumDiary) diary = NULL;
    g_autoptr (LumPainByShoe) by = NULL;

    /* Three pairs, so that none moves on to the next band. */
    for (int pair = 0; pair < 3; pair++) {
      lum_test_life_add_run (life, TODAY - 30 + 2 * pair, 50000)->shoe_id =
          add_shoe (life, "Pair", rows[i].start)->base.id;
      lum_test_life_add_pain (life, TODAY - 29 + 2 * pair, 2 + pair, LUM_MOMENT_AVERAGE);
    }
    lum_test_life_add_run (life, TODAY - 10, 50000); /* of no pair: of no band */
    lum_test_life_add_pain (life, TODAY - 9, 9, LUM_MOMENT_AVERAGE);
    diary = lum_test_life_make (life);
    by = lum_pain_by_shoe_new (diary, TODAY, rows[i].units);
    g_assert_cmpint (by->bands_told, ==, 1);
    for (int band = 0; band < LUM_SHOE_BANDS; band++) {
      g_assert_cmpint (by->band_days[band], ==, band == rows[i].band ? 3 : 0);
      assert_mean (&by->bands[band], band == rows[i].band ? "3.00 of 3, 3" : "- of 0, 0");
    }
  }
  g_assert_cmpfloat (lum_shoe_band_get_metres (4, LUM_UNITS_METRIC), ==, 800000);
  g_assert_cmpfloat_with_epsilon (lum_shoe_band_get_metres (4, LUM_UNITS_IMPERIAL), 500 * LUM_METRES_PER_MILE, 1e-6);
}

/* A day in two pairs of one band is one day of it; a pair that wears on moves to the next. */
static void
test_bands_days (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;
  g_autoptr (LumFindings) findings = NULL;
  const char *a = add_shoe (life, "A", NAN)->base.id, *b = add_shoe (life, "B", NAN)->base.id;

  for (int i = 0; i < 5; i++) {
    lum_test_life_add_run (life, TODAY - 20 + 2 * i, 100000)->shoe_id = a;
    lum_test_life_add_run (life, TODAY - 20 + 2 * i, 1000)->shoe_id = b;
    lum_test_life_add_pain (life, TODAY - 19 + 2 * i, i, LUM_MOMENT_AVERAGE);
  }
  diary = lum_test_life_make (life);
  findings = lum_findings_new (diary, TODAY, LUM_UNITS_METRIC);
  g_assert_cmpint (findings->by_shoe->band_days[0], ==, 5);
  g_assert_cmpint (findings->by_shoe->band_days[1], ==, 2);
  g_assert_cmpint (findings->by_shoe->band_days[2], ==, 1);
  assert_mean (&findings->by_shoe->bands[0], "2.00 of 5, 3");
  assert_mean (&findings->by_shoe->bands[1], "- of 2, 2");
  g_assert_cmpint (findings->by_shoe->bands_told, ==, 1);
}

/* --- weeks --- */

static void
test_week_first (void)
{
  static const struct {
    LumDay day;
    int week_start;
    LumDay first;
  } rows[] = {
      {TODAY, 1, MONDAY},     {MONDAY, 1, MONDAY},         {MONDAY - 1, 1, MONDAY - 7},
      {TODAY, 7, MONDAY - 1}, {MONDAY, 7, MONDAY - 1},     {MONDAY - 1, 7, MONDAY - 1},
      {TODAY, 6, MONDAY - 2}, {MONDAY + 5, 6, MONDAY + 5}, {MONDAY + 4, 6, MONDAY - 2},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (lum_week_find_first (rows[i].day, rows[i].week_start), ==, rows[i].first);
}

static void
test_week_count (void)
{
  static const struct {
    LumDay first;
    int week_start, weeks;
  } rows[] = {{TODAY, 1, 1},      {MONDAY, 1, 1},     {MONDAY - 1, 1, 2}, {MONDAY - 7, 1, 2},
              {MONDAY - 8, 1, 3}, {MONDAY - 1, 7, 1}, {TODAY + 1, 1, 0}};
  g_autoptr (LumDiary) empty = lum_diary_new_empty ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumDiary) diary = lum_test_diary_new ("3", rows[i].first);

    g_assert_cmpint (lum_week_count (diary, TODAY, rows[i].week_start), ==, rows[i].weeks);
  }
  g_assert_cmpint (lum_week_count (empty, TODAY, 1), ==, 0);
}

static void
test_week (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;
  LumWeekSummary week;
  LumRun *run;

  lum_test_life_add_days (life, "9 4/2 . 1 . 0 9", MONDAY - 8, G_MAXINT32);
  lum_test_life_add_run (life, MONDAY - 7, 8000)->timer_s = 2400;
  run = lum_test_life_add_run (life, MONDAY - 1, 12000);
  run->elapsed_s = 3600;
  lum_test_life_add_run (life, MONDAY - 1, NAN);
  lum_test_life_add_run (life, MONDAY - 2, 0)->timer_s = 0; /* no distance and no time, as some files have it */
  lum_test_life_add_run (life, MONDAY, 20000)->timer_s = 6000;
  lum_test_life_add_run (life, TODAY + 1, 30000)->timer_s = 6000;
  diary = lum_test_life_make (life);

  lum_week_summary_init (&week, diary, MONDAY - 7, TODAY);
  g_assert_cmpint (week.last, ==, MONDAY - 1);
  assert_mean (&week.pain, "3.00 of 4, 2");
  g_assert_cmpint (week.highest, ==, 9);
  g_assert_cmpint (week.runs, ==, 4);
  g_assert_cmpint (week.measured, ==, 2);
  g_assert_cmpint (week.timed, ==, 2);
  g_assert_cmpfloat (week.metres, ==, 20000);
  g_assert_cmpfloat (week.seconds, ==, 6000);
  g_assert_cmpfloat (week.longest_m, ==, 12000);

  /* This week: only what has come. */
  lum_week_summary_init (&week, diary, MONDAY, TODAY);
  g_assert_cmpint (week.runs, ==, 1);
  g_assert_cmpfloat (week.longest_m, ==, 20000);
  g_assert_cmpint (week.highest, ==, LUM_INT_NONE);

  /* Nothing logged, and runs of which only that they were is known. */
  lum_week_summary_init (&week, diary, MONDAY - 21, TODAY);
  assert_mean (&week.pain, "- of 0, 0");
  g_assert_cmpint (week.runs, ==, 0);
  g_assert_true (isnan (week.longest_m));
}

/* --- properties --- */

/* Weekdays add up to the scored days, weeks to the period; seven days later all is the same. */
static void
test_properties (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4711);

  for (int round = 0; round < 300; round++) {
    g_autoptr (LumTestLife) life = lum_test_life_random (rand, 120), later = NULL;
    g_autoptr (LumDiary) diary = NULL, moved = NULL;
    LumDay today = g_rand_int_range (rand, 0, 130);
    LumPainByWeekday by, by_moved;
    LumPainByMoment moments, moments_moved;
    int scored = 0, in_weeks = 0, sum = 0, start = g_rand_int_range (rand, 1, 8);
    gsize n;

    later = lum_test_life_copy (life);
    for (guint i = 0; i < later->records[LUM_RECORD_PAIN]->len; i++) {
      g_array_index (later->records[LUM_RECORD_PAIN], LumPainEntry, i).day += 7;
      g_array_index (later->records[LUM_RECORD_PAIN], LumPainEntry, i).entered += 7;
    }
    diary = lum_test_life_make (life);
    moved = lum_test_life_make (later);

    lum_pain_by_weekday_init (&by, diary, today);
    lum_pain_by_weekday_init (&by_moved, moved, today + 7);
    const LumDaySummary *days = lum_diary_get_days (diary, &n);
    for (gsize i = 0; i < n; i++)
      scored += days[i].highest != LUM_INT_NONE && days[i].day <= today && days[i].day > today - LUM_P_AVERAGE_WIN;
    for (int weekday = 0; weekday < 7; weekday++) {
      sum += by.weekdays[weekday].n;
      g_assert_cmpint (by.weekdays[weekday].n, <=, 12);
      g_assert_cmpint (by.weekdays[weekday].n, ==, by_moved.weekdays[weekday].n);
      g_assert_cmpint (by.weekdays[weekday].pain, ==, by_moved.weekdays[weekday].pain);
      g_assert_cmpfloat (by.weekdays[weekday].sum, ==, by_moved.weekdays[weekday].sum);
    }
    g_assert_cmpint (sum, ==, scored);
    g_assert_cmpint (by.scored, ==, scored);

    lum_pain_by_moment_init (&moments, diary, today);
    lum_pain_by_moment_init (&moments_moved, moved, today + 7);
    g_assert_cmpmem (&moments, sizeof moments, &moments_moved, sizeof moments_moved);

    scored = 0;
    for (gsize i = 0; i < n; i++)
      scored += days[i].highest != LUM_INT_NONE && days[i].day <= today;
    for (int week = 0; week < lum_week_count (diary, today, start); week++) {
      LumWeekSummary summary;

      lum_week_summary_init (&summary, diary, lum_week_find_first (today, start) - 7 * week, today);
      in_weeks += summary.pain.n;
    }
    g_assert_cmpint (in_weeks, ==, scored);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pain-by/weekdays", test_weekdays);
  g_test_add_func ("/pain-by/weekday-period", test_weekday_period);
  g_test_add_func ("/pain-by/late-and-answered", test_late_and_answered);
  g_test_add_func ("/pain-by/moments", test_moments);
  g_test_add_func ("/pain-by/shoes", test_shoes);
  g_test_add_func ("/pain-by/retired", test_retired);
  g_test_add_func ("/pain-by/worst", test_worst);
  g_test_add_func ("/pain-by/bands", test_bands);
  g_test_add_func ("/pain-by/bands-days", test_bands_days);
  g_test_add_func ("/pain-by/week-first", test_week_first);
  g_test_add_func ("/pain-by/week-count", test_week_count);
  g_test_add_func ("/pain-by/week", test_week);
  g_test_add_func ("/pain-by/properties", test_properties);
  return g_test_run ();
}
