/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-bins.h"
#include "lum-test-life.h"

#define FIRST 20000

static LumSeries *
make_series (LumTestLife *life, LumDay today)
{
  g_autoptr (LumDiary) diary = lum_test_life_make (life);
  g_autoptr (LumFindings) findings = lum_findings_new (diary, today, LUM_UNITS_METRIC);

  return lum_series_new (diary, findings);
}

/* 500 days: calm, a bout, and a hole of 60 days. */
static LumTestLife *
make_life (void)
{
  LumTestLife *life = lum_test_life_new ();

  for (int day = 0; day < 500; day++)
    if (day < 200 || day >= 260)
      lum_test_life_add_pain (life, FIRST + day, day % 11, LUM_MOMENT_AVERAGE);
  for (int day = 0; day < 500; day += 3)
    lum_test_life_add_run (life, FIRST + day, 1000 * (day % 7 + 3));
  return life;
}

static void
test_when (void)
{
  g_assert_cmpint (lum_bin_days_for (14, 80), ==, 1);
  g_assert_cmpint (lum_bin_days_for (400, 2.8), ==, 1);
  g_assert_cmpint (lum_bin_days_for (401, 2.8), ==, 2);
  g_assert_cmpint (lum_bin_days_for (401, 100), ==, 2);
  g_assert_cmpint (lum_bin_days_for (7305, 0.1), ==, 45);
  for (double px = 0.01; px < 3; px *= 1.3)
    g_assert_cmpfloat (lum_bin_days_for (5000, px) * px, >=, 3);
}

static void
test_gaps_survive (void)
{
  g_autoptr (LumTestLife) life = make_life ();
  g_autoptr (LumSeries) series = make_series (life, FIRST + 499);
  int empty = 0;

  for (int bin_days = 1; bin_days <= 30; bin_days++) {
    g_autoptr (GArray) bins = lum_bins_new (series, FIRST, FIRST + 499, bin_days);

    for (guint i = 0; i < bins->len; i++) {
      const LumBin *bin = &g_array_index (bins, LumBin, i);
      gboolean within_hole = bin->first >= FIRST + 200 && bin->last < FIRST + 260;

      g_assert_cmpint (bin->n_scores == 0, ==, within_hole);
      empty += within_hole;
      if (within_hole && bin->last >= FIRST + 200 + MAX (7, bin_days))
        g_assert_true (isnan (bin->mean));
    }
  }
  g_assert_cmpint (empty, >, 60);
}

/* One day a bin is the plain drawing; whatever is binned shows no score that it does not, and none less. */
static void
test_binned_against_plain (void)
{
  g_autoptr (LumTestLife) life = make_life ();
  g_autoptr (LumSeries) series = make_series (life, FIRST + 499);
  g_autoptr (GArray) plain = lum_bins_new (series, FIRST + 50, FIRST + 450, 1);
  g_autoptr (GArray) binned = lum_bins_new (series, FIRST + 50, FIRST + 450, 2);
  guint at = 0;

  g_assert_cmpuint (plain->len, ==, 401);
  for (guint i = 0; i < binned->len; i++) {
    const LumBin *bin = &g_array_index (binned, LumBin, i);
    double lowest = INFINITY, highest = -INFINITY, mean = NAN;

    for (; at < plain->len && g_array_index (plain, LumBin, at).first <= bin->last; at++) {
      const LumBin *day = &g_array_index (plain, LumBin, at);

      lowest = MIN (lowest, day->lowest);
      highest = MAX (highest, day->highest);
      if (day->last == bin->last)
        mean = day->mean;
    }
    if (bin->first < FIRST + 50 || bin->last > FIRST + 450)
      continue; /* a whole bin at the view's edge also holds days beyond it */
    g_assert_cmpfloat (bin->lowest, ==, lowest);
    g_assert_cmpfloat (bin->highest, ==, highest);
    g_assert_true (isnan (mean) == isnan (bin->mean));
    if (!isnan (mean))
      g_assert_cmpfloat_with_epsilon (bin->mean, mean, 1e-9);
  }
  g_assert_cmpuint (at, ==, plain->len);
}

/* PM-4: a mean needs three scored days of the seven. */
static void
test_mean_needs_three (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumSeries) series = NULL;
  g_autoptr (GArray) bins = NULL;

  lum_test_life_add_days (life, "4 . . 5 . . 6 . . . 3", FIRST, FIRST + 10);
  series = make_series (life, FIRST + 10);
  bins = lum_bins_new (series, FIRST, FIRST + 10, 1);
  g_assert_cmpuint (bins->len, ==, 11);
  for (guint i = 0; i < bins->len; i++) {
    double mean = g_array_index (bins, LumBin, i).mean;

    if (i == 6)
      g_assert_cmpfloat_with_epsilon (mean, 5, 1e-9);
    else
      g_assert_true (isnan (mean));
  }
}

static void
test_bars (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumSeries) series = NULL;
  LumDay monday = lum_day_from_ymd (2026, 5, 4);
  static const struct {
    LumBarUnit unit;
    int week_start;
    LumDay offset;
    double metres;
    guint n;
  } cases[] = {
      {LUM_BAR_DAY, 1, 0, 0, 14},
      {LUM_BAR_WEEK, 1, 0, 6000, 2},
      {LUM_BAR_WEEK, 7, -1, 1000 + 5000, 3}, /* Sunday 3 May to Saturday 9 May */
      {LUM_BAR_MONTH, 1, -3, 13000, 1},
      {LUM_BAR_QUARTER, 1, -33, 13000, 1},
      {LUM_BAR_YEAR, 1, -123, 13000, 1},
  };

  lum_test_life_add_run (life, monday + 1, 1000);
  lum_test_life_add_run (life, monday + 5, 5000);
  lum_test_life_add_run (life, monday + 7, 7000);
  lum_test_life_add_pain (life, monday - 200, 1, LUM_MOMENT_AVERAGE);
  series = make_series (life, monday + 13);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GArray) bars =
        lum_bars_new (series, LUM_CHART_LOAD_DISTANCE, cases[i].unit, cases[i].week_start, monday, monday + 13);
    const LumBar *bar = &g_array_index (bars, LumBar, 0);

    g_assert_cmpuint (bars->len, ==, cases[i].n);
    g_assert_cmpint (bar->first, ==, monday + cases[i].offset);
    g_assert_cmpfloat_with_epsilon (bar->value, cases[i].metres, 1e-6);
  }
}

static void
test_bar_units (void)
{
  g_assert_cmpint (lum_bar_unit_for (14, 80), ==, LUM_BAR_DAY);
  g_assert_cmpint (lum_bar_unit_for (180, 6), ==, LUM_BAR_DAY);
  g_assert_cmpint (lum_bar_unit_for (181, 6), ==, LUM_BAR_WEEK);
  g_assert_cmpint (lum_bar_unit_for (180, 1.5), ==, LUM_BAR_WEEK);
  g_assert_cmpint (lum_bar_unit_for (1095, 1), ==, LUM_BAR_WEEK);
  g_assert_cmpint (lum_bar_unit_for (1200, 1), ==, LUM_BAR_MONTH);
  g_assert_cmpint (lum_bar_unit_for (7305, 0.04), ==, LUM_BAR_QUARTER);
  g_assert_cmpint (lum_bar_unit_for (20000, 0.01), ==, LUM_BAR_YEAR);
}

/* The sums by day are what the records say, whatever is asked for. */
static void
test_series_against_records (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (LumTestLife) life = make_life ();
  g_autoptr (LumDiary) diary = lum_test_life_make (life);
  g_autoptr (LumSeries) series = make_series (life, FIRST + 499);
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (diary, &n);

  for (int i = 0; i < 200; i++) {
    LumDay first = FIRST + g_rand_int_range (rand, -20, 520), last = first + g_rand_int_range (rand, 0, 90);
    double metres = 0;
    int scores = 0;

    for (gsize k = 0; k < n; k++) {
      if (days[k].day < first || days[k].day > last)
        continue;
      metres += days[k].distance_m;
      scores += days[k].n_entries > 0;
    }
    g_assert_cmpfloat_with_epsilon (lum_series_get_load (series, LUM_CHART_LOAD_DISTANCE, first, last), metres, 0.01);
    g_assert_cmpint (lum_series_count_scores (series, first, last), ==, scores);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/bins/when", test_when);
  g_test_add_func ("/chart/bins/gaps-survive", test_gaps_survive);
  g_test_add_func ("/chart/bins/binned-against-plain", test_binned_against_plain);
  g_test_add_func ("/chart/bins/mean-needs-three", test_mean_needs_three);
  g_test_add_func ("/chart/bins/bars", test_bars);
  g_test_add_func ("/chart/bins/bar-units", test_bar_units);
  g_test_add_func ("/chart/bins/series-against-records", test_series_against_records);
  return g_test_run ();
}
