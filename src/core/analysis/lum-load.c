/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-load.h"

#include <math.h>

#include "lum-parameters.h"

static double
sum (const double *daily, gsize n)
{
  double total = 0;

  for (gsize i = 0; i < n; i++)
    total += daily[i];
  return total;
}

/* The exponentially weighted mean on the last day, seeded with the first day's load. */
static double
exponential_mean (const double *daily, gsize n, int span)
{
  double lambda = 2.0 / (span + 1), mean = daily[0];

  for (gsize i = 1; i < n; i++)
    mean = lambda * daily[i] + (1 - lambda) * mean;
  return mean;
}

/**
 * lum_acwr_new:
 * @n: days of history; all three are NAN before 28 are complete
 *
 * Acute against chronic load in its three forms (OU-4). They disagree; none is an alarm.
 */
LumAcwr
lum_acwr_new (const double *daily, gsize n)
{
  LumAcwr acwr = {NAN, NAN, NAN};

  if (n < LUM_P_LOAD_HISTORY)
    return acwr;

  double week = sum (daily + n - LUM_P_WEEK, LUM_P_WEEK) / LUM_P_WEEK;
  double month = sum (daily + n - LUM_P_CHRONIC_WIN, LUM_P_CHRONIC_WIN) / LUM_P_CHRONIC_WIN;
  double before =
      sum (daily + n - LUM_P_CHRONIC_WIN, LUM_P_CHRONIC_WIN - LUM_P_WEEK) / (LUM_P_CHRONIC_WIN - LUM_P_WEEK);
  double chronic = exponential_mean (daily, n, LUM_P_CHRONIC_WIN);

  if (month > 0)
    acwr.coupled = week / month;
  if (before > 0)
    acwr.uncoupled = week / before;
  if (chronic > 0)
    acwr.ewma = exponential_mean (daily, n, LUM_P_WEEK) / chronic;
  return acwr;
}

/**
 * lum_monotony_new:
 * @n: at least 7
 *
 * How alike the last seven days were, and the strain of the week (OU-3): mean over sample standard deviation, at most
 * 10; strain takes the unrounded value.
 */
LumMonotony
lum_monotony_new (const double *daily, gsize n)
{
  LumMonotony result = {NAN, NAN};
  double total, mean, squares = 0;

  g_return_val_if_fail (n >= LUM_P_WEEK, result);

  daily += n - LUM_P_WEEK;
  total = sum (daily, LUM_P_WEEK);
  mean = total / LUM_P_WEEK;
  if (total <= 0)
    return result;
  for (int i = 0; i < LUM_P_WEEK; i++)
    squares += (daily[i] - mean) * (daily[i] - mean);

  double deviation = sqrt (squares / (LUM_P_WEEK - 1));
  result.monotony = deviation > 0 ? MIN (LUM_P_MONOTONY_MOST, mean / deviation) : LUM_P_MONOTONY_MOST;
  result.strain = total * result.monotony;
  return result;
}

/**
 * lum_ramp_new:
 * @n: days of history
 * @runs_in_previous_week: runs in W1
 *
 * Whether this week is a jump (OU-6): more than 1.3 times the last and clearly the biggest of four.
 */
LumRamp
lum_ramp_new (const double *daily, gsize n, guint runs_in_previous_week)
{
  LumRamp ramp = {LUM_LOAD_NOT_ENOUGH_DATA, NAN};
  double weeks[LUM_P_RAMP_WEEKS];

  if (n < LUM_P_LOAD_HISTORY || runs_in_previous_week < LUM_P_RAMP_RUNS)
    return ramp;
  for (int i = 0; i < LUM_P_RAMP_WEEKS; i++)
    weeks[i] = sum (daily + n - LUM_P_WEEK * (i + 1), LUM_P_WEEK);
  if (weeks[1] <= 0)
    return ramp;

  ramp.ratio = weeks[0] / weeks[1];
  ramp.verdict =
      ramp.ratio > LUM_P_RAMP_RATIO && weeks[0] > LUM_P_RAMP_OVER_MONTH * MAX (weeks[1], MAX (weeks[2], weeks[3]))
          ? LUM_LOAD_NOTE
          : LUM_LOAD_OK;
  return ramp;
}

/**
 * lum_rest_days_new:
 * @daily: the last days; NAN on a day without sign of life
 *
 * How many of the last 14 days were without a run (OU-7).
 */
LumRestDays
lum_rest_days_new (const double *daily, gsize n)
{
  LumRestDays result = {LUM_LOAD_NOT_ENOUGH_DATA, 0};

  if (n < LUM_P_REST_WIN)
    return result;
  for (gsize i = n - LUM_P_REST_WIN; i < n; i++) {
    if (isnan (daily[i]))
      return (LumRestDays){LUM_LOAD_NOT_ENOUGH_DATA, 0};
    result.rest_days += daily[i] <= 0;
  }
  result.verdict = result.rest_days <= LUM_P_REST_FEW ? LUM_LOAD_NOTE : LUM_LOAD_OK;
  return result;
}

/**
 * lum_streak_new:
 * @n: days of history
 *
 * Run days in a row up to the last day, against the longest streak of the 56 days before (OU-8). Those who always run
 * daily are not nagged, unless the back hurts.
 */
LumStreak
lum_streak_new (const double *daily, gsize n, gboolean bout_active)
{
  LumStreak result = {LUM_LOAD_OK, 0, 0};
  gsize begin = n;
  int run = 0;

  while (begin > 0 && daily[begin - 1] > 0)
    begin--;
  result.streak = (int) (n - begin);
  for (gsize i = begin > LUM_P_STREAK_WIN ? begin - LUM_P_STREAK_WIN : 0; i < begin; i++) {
    run = daily[i] > 0 ? run + 1 : 0;
    result.habitual = MAX (result.habitual, run);
  }

  if (bout_active && result.streak >= LUM_P_STREAK_LONG)
    result.verdict = LUM_LOAD_CAUTION;
  else if (n < LUM_P_LOAD_HISTORY)
    result.verdict = LUM_LOAD_NOT_ENOUGH_DATA;
  else if (result.streak >= LUM_P_STREAK_LONG && result.streak > LUM_P_STREAK_MORE + result.habitual)
    result.verdict = LUM_LOAD_NOTE;
  return result;
}

/**
 * lum_run_pain_new:
 * @before: pain before the run, the baseline where @morning is missing
 * @during: the worst during it
 * @after: the worst in the two hours after
 * @morning: waking on the day
 * @next_morning: waking on the day after; any of them LUM_INT_NONE
 *
 * The zone of a run (OU-11): from the worst of during and after, one step up where the next morning was not back.
 */
LumRunPain
lum_run_pain_new (int before, int during, int after, int morning, int next_morning)
{
  LumRunPain result = {LUM_ZONE_NONE, LUM_BACK_UNKNOWN};
  int worst = MAX (during, after); /* LUM_INT_NONE is the smallest of all */
  int baseline = morning != LUM_INT_NONE ? morning : before;

  if (baseline != LUM_INT_NONE && next_morning != LUM_INT_NONE)
    result.back = next_morning - baseline < LUM_P_MORNING_RISE ? LUM_BACK_YES : LUM_BACK_NO;
  if (worst == LUM_INT_NONE)
    return result;

  result.zone = worst >= LUM_P_RED_FROM ? LUM_ZONE_RED : worst >= LUM_P_AMBER_FROM ? LUM_ZONE_AMBER : LUM_ZONE_GREEN;
  if (result.back == LUM_BACK_NO && result.zone < LUM_ZONE_RED)
    result.zone++;
  return result;
}
