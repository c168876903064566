/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-bins.h"

#include <math.h>

#include "lum-axis.h"
#include "lum-parameters.h"

/**
 * lum_bin_days_for:
 * @days: how many days are visible
 *
 * How many days are drawn as one: 1 up to 400 days, beyond that as many as it takes to be 4.5 px wide.
 */
int
lum_bin_days_for (double days, double px_per_day)
{
  if (days <= LUM_BIN_FROM_DAYS)
    return 1;
  return MAX (2, (int) ceil (LUM_BIN_LEAST_PX / MAX (px_per_day, 1e-6)));
}

/**
 * lum_bins_new:
 * @bin_days: 1 or more
 *
 * The bins that cover the days first to last. They stand on absolute days, so that panning does not reshuffle them.
 * A bin's mean is that of the days up to its last, 7 of them or the bin's own if it holds more: with one day a bin,
 * it is the 7-day mean.
 *
 * Returns: (transfer full) (element-type LumBin): empty ones included
 */
GArray *
lum_bins_new (const LumSeries *series, LumDay first, LumDay last, int bin_days)
{
  GArray *bins = g_array_new (FALSE, FALSE, sizeof (LumBin));
  LumTimeStep step = {LUM_TIME_DAY, bin_days};

  first = MAX (first, series->first);
  last = MIN (last, series->last);
  if (first > last)
    return bins;

  for (LumDay start = lum_time_step_floor (step, 1, first); start <= last; start += bin_days) {
    LumBin bin = {.first = start, .last = start + bin_days - 1, .lowest = INFINITY, .highest = -INFINITY};

    for (LumDay day = bin.first; day <= bin.last; day++) {
      double score = lum_series_get_score (series, day);

      if (isnan (score))
        continue;
      bin.n_scores++;
      bin.lowest = MIN (bin.lowest, score);
      bin.highest = MAX (bin.highest, score);
    }
    bin.mean =
        bin.n_scores > 0 || bin_days < LUM_P_MEAN_WIN
            ? lum_series_get_mean (series, bin.last - MAX (LUM_P_MEAN_WIN, bin_days) + 1, bin.last, LUM_P_MEAN_SCORED)
            : NAN;
    g_array_append_val (bins, bin);
  }
  return bins;
}

/**
 * lum_bar_unit_for:
 *
 * What a bar stands for: a day up to about 180 days, a week up to about three years, then a month; more where bars
 * would be too thin to tell apart.
 */
LumBarUnit
lum_bar_unit_for (double days, double px_per_day)
{
  if (days <= 180 && px_per_day >= 1.6)
    return LUM_BAR_DAY;
  if (days <= 1100 && px_per_day * 7 >= 3)
    return LUM_BAR_WEEK;
  if (px_per_day * 30.4 >= 5)
    return LUM_BAR_MONTH;
  if (px_per_day * 91.3 >= 3)
    return LUM_BAR_QUARTER;
  return LUM_BAR_YEAR;
}

/**
 * lum_bars_new:
 *
 * The bars that touch the days first to last; whole weeks and months, so that a bar does not change at the edge of a
 * view.
 *
 * Returns: (transfer full) (element-type LumBar): those without a run included
 */
GArray *
lum_bars_new (const LumSeries *series, LumChartLoad load, LumBarUnit unit, int week_start, LumDay first, LumDay last)
{
  static const LumTimeStep steps[] = {
      {LUM_TIME_DAY, 1}, {LUM_TIME_WEEK, 1}, {LUM_TIME_MONTH, 1}, {LUM_TIME_MONTH, 3}, {LUM_TIME_YEAR, 1},
  };
  GArray *bars = g_array_new (FALSE, FALSE, sizeof (LumBar));

  first = MAX (first, series->first);
  last = MIN (last, series->last);
  if (first > last)
    return bars;

  for (LumDay start = lum_time_step_floor (steps[unit], week_start, first); start <= last;) {
    LumDay next = lum_time_step_next (steps[unit], start);
    LumBar bar = {start, next - 1, lum_series_get_load (series, load, start, next - 1), NAN};

    g_array_append_val (bars, bar);
    start = next;
  }
  return bars;
}
