/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-fit-sums.h"

#include <math.h>

#include "lum-track-sums.h"

#define DEGREES (180.0 / 2147483648.0)

/* Between two beats of one recording; longer is a pause. */
#define MAX_HR_GAP_S 30

/**
 * lum_fit_to_instant:
 *
 * FIT's time as an instant (formats §3.5).
 */
LumInstant
lum_fit_to_instant (guint32 time)
{
  return ((gint64) time + LUM_FIT_EPOCH) * 1000;
}

/* What a record without a time belongs to is known only where there is one session. */
static gboolean
is_inside (const LumFitWindow *window, guint32 time)
{
  return time ? time >= window->from && time <= window->to : window->from == 0;
}

/**
 * lum_fit_seconds_between:
 *
 * 0 where @to is not later.
 */
guint32
lum_fit_seconds_between (guint32 from, guint32 to)
{
  return to > from ? to - from : 0;
}

static double
weigh_hr (double *weighted, double *weights, double sum, guint n)
{
  if (n == 0)
    return NAN;
  return *weights > 0 ? *weighted / *weights : sum / n;
}

/**
 * lum_fit_sum_records:
 *
 * What the points come to. The mean of heart rates is by time where the device wrote when something changed ("smart
 * recording").
 */
LumFitRecordSums
lum_fit_sum_records (const LumFitWindow *window)
{
  LumFitRecordSums sums = {.distance_m = NAN, .walked_m = NAN, .mean_hr = NAN, .ascent_m = NAN, .descent_m = NAN};
  LumTrackSums track;
  double weighted = 0, weights = 0, hr_sum = 0;
  guint n_hr = 0;
  guint32 hr_time = 0, gap = 0;
  gboolean even = TRUE;

  lum_track_sums_init (&track, TRUE);
  for (guint i = 0; i < window->activity->records->len; i++) {
    const LumFitRecord *record = &g_array_index (window->activity->records, LumFitRecord, i);
    LumTrackPoint point = {.ele = record->altitude_m, .covered = NAN, .time = LUM_INSTANT_NONE};

    if (!is_inside (window, record->time))
      continue;
    sums.n++;
    if (record->time) {
      sums.first = sums.first ? MIN (sums.first, record->time) : record->time;
      sums.last = MAX (sums.last, record->time);
      point.time = lum_fit_to_instant (record->time);
    }
    if (record->distance_m > sums.distance_m || isnan (sums.distance_m))
      sums.distance_m = record->distance_m;
    if (record->lat != G_MAXINT32) {
      point.placed = TRUE;
      point.lat = record->lat * DEGREES;
      point.lon = record->lon * DEGREES;
    }
    lum_track_sums_add (&track, &point);
    if (record->hr) {
      guint32 step = hr_time ? lum_fit_seconds_between (hr_time, record->time) : 0;

      if (step > 0 && step <= MAX_HR_GAP_S) {
        weighted += (double) record->hr * step;
        weights += step;
        even = even && (gap == 0 || gap == step);
        gap = step;
      }
      hr_time = record->time;
      hr_sum += record->hr;
      n_hr++;
      sums.max_hr = MAX (sums.max_hr, record->hr);
    }
  }
  lum_track_sums_end_segment (&track);

  if (even)
    weights = 0;
  sums.mean_hr = weigh_hr (&weighted, &weights, hr_sum, n_hr);
  if (track.distance_m > 0)
    sums.walked_m = track.distance_m;
  if (track.has_ele) {
    sums.ascent_m = track.ascent_m;
    sums.descent_m = track.descent_m;
  }
  return sums;
}

/**
 * lum_fit_sum_laps:
 *
 * What the laps come to.
 */
LumFitLapSums
lum_fit_sum_laps (const LumFitWindow *window)
{
  LumFitLapSums sums = {.timer_s = NAN, .distance_m = NAN, .sport = -1, .sub_sport = -1};

  for (guint i = 0; i < window->activity->laps->len; i++) {
    const LumFitSpan *lap = &g_array_index (window->activity->laps, LumFitSpan, i);

    if (!is_inside (window, lap->start))
      continue;
    sums.n++;
    if (lap->start && (!sums.start || lap->start < sums.start))
      sums.start = lap->start;
    sums.end = MAX (sums.end, lap->end);
    if (!isnan (lap->timer_s))
      sums.timer_s = (isnan (sums.timer_s) ? 0 : sums.timer_s) + lap->timer_s;
    if (!isnan (lap->distance_m))
      sums.distance_m = (isnan (sums.distance_m) ? 0 : sums.distance_m) + lap->distance_m;
    if (sums.sport == -1) {
      sums.sport = lap->sport;
      sums.sub_sport = lap->sub_sport;
    }
  }
  return sums;
}

/**
 * lum_fit_sum_pauses:
 *
 * How long the timer stood still between two times, seconds; several starts in a row are one.
 */
double
lum_fit_sum_pauses (const LumFitWindow *window, guint32 first, guint32 last)
{
  guint32 stopped = 0;
  double pauses = 0;

  for (guint i = 0; i < window->activity->timers->len; i++) {
    const LumFitTimer *timer = &g_array_index (window->activity->timers, LumFitTimer, i);

    if (timer->time < first || timer->time > last)
      continue;
    if (!timer->running && !stopped)
      stopped = timer->time;
    else if (timer->running && stopped) {
      pauses += lum_fit_seconds_between (stopped, timer->time);
      stopped = 0;
    }
  }
  return pauses + (stopped ? lum_fit_seconds_between (stopped, last) : 0);
}
