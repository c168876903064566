/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-run.h"

#include <math.h>

/* No run is longer; a broken file may say so. Sums of such stay far from the end of an int. */
#define MAX_METRES 10000000

/**
 * lum_run_get_duration:
 *
 * The time that is shown: without pauses, else moving, else elapsed (formats §0).
 *
 * Returns: seconds, or NAN
 */
double
lum_run_get_duration (const LumRun *run)
{
  if (!isnan (run->timer_s))
    return run->timer_s;
  if (!isnan (run->moving_s))
    return run->moving_s;
  return run->elapsed_s;
}

/**
 * lum_run_get_metres:
 *
 * The distance in whole metres, as the spike rule takes it (OU-5).
 *
 * Returns: metres, or LUM_INT_NONE
 */
int
lum_run_get_metres (const LumRun *run)
{
  return isnan (run->distance_m) ? LUM_INT_NONE : (int) (CLAMP (run->distance_m, 0, MAX_METRES) + 0.5);
}

/**
 * lum_run_get_load:
 *
 * The session load: effort × minutes (OU-1).
 *
 * Returns: arbitrary units, or NAN without an effort or a time; never imputed
 */
double
lum_run_get_load (const LumRun *run)
{
  double seconds = lum_run_get_duration (run);

  return run->effort == LUM_INT_NONE || !(seconds >= 0) ? NAN : run->effort * seconds / 60;
}

/* The share of the longer span that both runs cover, for starts that agree but for a zone's shift. */
static gboolean
durations_overlap (const LumRun *a, const LumRun *b, double start_difference_s)
{
  double da = lum_run_get_duration (a), db = lum_run_get_duration (b);

  if (isnan (da) || isnan (db) || da <= 0 || db <= 0)
    return TRUE;

  double shared = MIN (da, db + start_difference_s) - MAX (0, start_difference_s);
  return shared >= 0.8 * MIN (da, db);
}

/**
 * lum_run_looks_same:
 *
 * Whether two records are the same run (formats §1): starts within 90 s (or after a shift by quarters of an hour, up
 * to 14 h, where one side's zone is not sure), distances within 100 m or 3 %, times that overlap by 80 %.
 */
gboolean
lum_run_looks_same (const LumRun *a, const LumRun *b)
{
  double difference;

  if (a->start == LUM_INSTANT_NONE || b->start == LUM_INSTANT_NONE)
    return FALSE;

  difference = (double) (b->start - a->start) / 1000;
  if (fabs (difference) > 90) {
    gboolean sure = a->offset_source == LUM_OFFSET_FILE && b->offset_source == LUM_OFFSET_FILE;
    double rest = difference - 900 * round (difference / 900);

    if (sure || fabs (difference) > 14 * 3600 + 90 || fabs (rest) > 90)
      return FALSE;
    difference = rest;
  }

  if (!isnan (a->distance_m) && !isnan (b->distance_m) &&
      fabs (a->distance_m - b->distance_m) > MAX (100, 0.03 * MAX (a->distance_m, b->distance_m)))
    return FALSE;

  return durations_overlap (a, b, difference);
}
