/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-status.h"

#include <math.h>

#include "lum-parameters.h"

/* What is computed from the chart score C (PM-3) alone. Answers to silence play no part here (EP-4). */

/**
 * lum_mean_chart:
 * @n: (out) (optional): scored days among them
 *
 * The mean of C over the days @first to @last, both counted.
 *
 * Returns: 0 to 10, NAN without a scored day
 */
double
lum_mean_chart (const LumDiary *diary, LumDay first, LumDay last, int *n)
{
  gsize n_days;
  const LumDaySummary *days = lum_diary_get_days (diary, &n_days);
  double sum = 0;
  int scored = 0;

  for (gsize i = lum_diary_find_first_day (diary, first); i < n_days && days[i].day <= last; i++)
    if (days[i].highest != LUM_INT_NONE) {
      sum += days[i].chart;
      scored++;
    }

  if (n)
    *n = scored;
  return scored ? sum / scored : NAN;
}

static int
compare_scores (gconstpointer pa, gconstpointer pb)
{
  double a = *(const double *) pa, b = *(const double *) pb;

  return (a > b) - (a < b);
}

/**
 * lum_median_chart:
 * @n: (out) (optional): scored days among them
 *
 * The median of C over the days @first to @last, both counted; of an even number, the mean of the middle two.
 *
 * Returns: 0 to 10, NAN without a scored day
 */
double
lum_median_chart (const LumDiary *diary, LumDay first, LumDay last, int *n)
{
  gsize n_days;
  const LumDaySummary *days = lum_diary_get_days (diary, &n_days);
  g_autoptr (GArray) scores = g_array_new (FALSE, FALSE, sizeof (double));

  for (gsize i = lum_diary_find_first_day (diary, first); i < n_days && days[i].day <= last; i++)
    if (days[i].highest != LUM_INT_NONE) {
      double score = days[i].chart;

      g_array_append_val (scores, score);
    }
  g_array_sort (scores, compare_scores);

  if (n)
    *n = (int) scores->len;
  if (scores->len == 0)
    return NAN;
  return (g_array_index (scores, double, (scores->len - 1) / 2) + g_array_index (scores, double, scores->len / 2)) / 2;
}

/**
 * lum_trend_new:
 *
 * Whether the week up to @day differs from the week before in a way that matters (PM-6).
 */
LumTrend
lum_trend_new (const LumDiary *diary, LumDay day)
{
  LumTrend trend = {.verdict = LUM_TREND_NOT_ENOUGH_DATA, .previous = NAN, .last = NAN};
  double m1 = lum_mean_chart (diary, day - LUM_P_WEEK + 1, day, &trend.n_last);
  double m0 = lum_mean_chart (diary, day - 2 * LUM_P_WEEK + 1, day - LUM_P_WEEK, &trend.n_previous);
  double change = m1 - m0;

  if (trend.n_last < LUM_P_TREND_SCORED || trend.n_previous < LUM_P_TREND_SCORED)
    return trend;

  gboolean by_share = m0 >= LUM_P_CHANGE_FROM - LUM_P_SAME && fabs (change) >= LUM_P_CHANGE_LEAST - LUM_P_SAME &&
                      fabs (change) / m0 >= LUM_P_CHANGE_SHARE - LUM_P_SAME;

  trend.last = m1;
  trend.previous = m0;
  if (fabs (change) >= LUM_P_CHANGE - LUM_P_SAME || by_share)
    trend.verdict = change < 0 ? LUM_TREND_BETTER : LUM_TREND_WORSE;
  else
    trend.verdict = LUM_TREND_SAME;
  return trend;
}
