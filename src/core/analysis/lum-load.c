/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-load.h"

#include <math.h>
#include <stdlib.h>

#include "lum-parameters.h"

static double
sum (const double *daily, gsize n)
{
  double total = 0;

  for (gsize i = 0; i < n; i++)
    total += daily[i];
  return total;
}

/**
 * lum_ewma_add:
 * @is_first: the first day's load is where both begin
 *
 * Takes one more day, a day of rest as 0.
 */
void
lum_ewma_add (LumEwma *self, double load, gboolean is_first)
{
  static const double acute = 2.0 / (LUM_P_WEEK + 1), chronic = 2.0 / (LUM_P_CHRONIC_WIN + 1);

  self->acute = is_first ? load : acute * load + (1 - acute) * self->acute;
  self->chronic = is_first ? load : chronic * load + (1 - chronic) * self->chronic;
}

/**
 * lum_ewma_get_ratio:
 *
 * Returns: acute over chronic, NAN where the latter is nothing, or has faded to it over years
 */
double
lum_ewma_get_ratio (const LumEwma *self)
{
  return self->chronic > LUM_P_SAME ? self->acute / self->chronic : NAN;
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
  LumEwma ewma = {0};

  if (month > 0)
    acwr.coupled = week / month;
  if (before > 0)
    acwr.uncoupled = week / before;
  for (gsize i = 0; i < n; i++)
    lum_ewma_add (&ewma, daily[i], i == 0);
  acwr.ewma = lum_ewma_get_ratio (&ewma);
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

/* Whether enough of the runs of the last days have a session load (OU-1). */
static gboolean
is_rated (const double *runs, const double *rated, gsize n, int days)
{
  return sum (rated + n - days, days) * 100 >= sum (runs + n - days, days) * LUM_P_RATED_PERCENT;
}

/**
 * lum_intensity_new:
 * @hard: minutes in runs with an effort of 7 or more
 * @rated: runs that have an effort
 * @n: days of history
 *
 * Whether this week had far more hard minutes than the three before (OU-9).
 */
LumIntensity
lum_intensity_new (const double *hard, const double *runs, const double *rated, gsize n)
{
  LumIntensity result = {LUM_LOAD_NOT_ENOUGH_DATA, NAN, NAN};
  int before = LUM_P_WEEK * LUM_P_WEEKS_BEFORE;

  if (n < LUM_P_LOAD_HISTORY || !is_rated (runs, rated, n, LUM_P_WEEK + before))
    return result;
  result.week = sum (hard + n - LUM_P_WEEK, LUM_P_WEEK);
  result.usual = sum (hard + n - LUM_P_WEEK - before, before) / LUM_P_WEEKS_BEFORE;
  result.verdict = result.week - result.usual >= LUM_P_HARD_MORE && result.week > LUM_P_HARD_TIMES * result.usual
                       ? LUM_LOAD_NOTE
                       : LUM_LOAD_OK;
  return result;
}

/**
 * lum_climb_new:
 * @climbed: metres up, or metres down
 * @n: days of history
 *
 * Whether this week had far more climb, or descent, than the three before (OU-10).
 */
LumClimb
lum_climb_new (const double *climbed, gsize n)
{
  LumClimb result = {LUM_LOAD_NOT_ENOUGH_DATA, NAN, NAN};
  int before = LUM_P_WEEK * LUM_P_WEEKS_BEFORE;

  if (n < LUM_P_LOAD_HISTORY)
    return result;
  result.week = sum (climbed + n - LUM_P_WEEK, LUM_P_WEEK);
  result.usual = sum (climbed + n - LUM_P_WEEK - before, before) / LUM_P_WEEKS_BEFORE;
  result.verdict = result.week >= LUM_P_CLIMB_TIMES * result.usual && result.week - result.usual >= LUM_P_CLIMB_MORE
                       ? LUM_LOAD_NOTE
                       : LUM_LOAD_OK;
  return result;
}

/**
 * lum_is_new_surface:
 * @on_it: metres on the surface
 * @known: metres whose surface is known
 * @all: metres in all
 * @n: days of history
 *
 * Whether half of this week was on a surface that was hardly run on in the three weeks before (OU-10). What is not known
 * never makes it so: this week's share is of all metres, that of the weeks before of those whose surface is known.
 */
gboolean
lum_is_new_surface (const double *on_it, const double *known, const double *all, gsize n)
{
  int before = LUM_P_WEEK * LUM_P_WEEKS_BEFORE;
  gsize from = n - LUM_P_WEEK;

  if (n < LUM_P_LOAD_HISTORY)
    return FALSE;

  double week = sum (all + from, LUM_P_WEEK), weeks_before = sum (known + from - before, before);

  return week >= LUM_P_SURFACE_WEEK && weeks_before >= LUM_P_SURFACE_BEFORE &&
         sum (on_it + from, LUM_P_WEEK) * 100 >= week * LUM_P_SURFACE_MOST &&
         sum (on_it + from - before, before) * 100 <= weeks_before * LUM_P_SURFACE_NEW;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

/**
 * lum_is_monotonous:
 * @au: session loads
 * @n: days of history
 *
 * OU-3 as a note: days that were alike, in a week with five run days and no less load than the middle of the four weeks
 * before it.
 */
gboolean
lum_is_monotonous (const double *au, const double *runs, const double *rated, gsize n)
{
  double weeks[LUM_P_MONOTONY_WEEKS];
  int run_days = 0;

  if (n < LUM_P_MONOTONY_HISTORY || !is_rated (runs, rated, n, LUM_P_MONOTONY_HISTORY) ||
      !(lum_monotony_new (au, n).monotony >= LUM_P_MONOTONY_HIGH))
    return FALSE;

  for (int i = 1; i <= LUM_P_WEEK; i++)
    run_days += runs[n - i] > 0;
  for (int i = 0; i < LUM_P_MONOTONY_WEEKS; i++)
    weeks[i] = sum (au + n - LUM_P_WEEK * (i + 2), LUM_P_WEEK);
  qsort (weeks, LUM_P_MONOTONY_WEEKS, sizeof weeks[0], compare_doubles);

  double median = (weeks[LUM_P_MONOTONY_WEEKS / 2 - 1] + weeks[LUM_P_MONOTONY_WEEKS / 2]) / 2;
  return run_days >= LUM_P_MONOTONY_RUN_DAYS && sum (au + n - LUM_P_WEEK, LUM_P_WEEK) >= median;
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
