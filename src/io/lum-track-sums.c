/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-track-sums.h"

#include <math.h>
#include <string.h>

#define EARTH_RADIUS_M 6371008.8
#define RADIANS (G_PI / 180)
#define MAX_STEP_S 30.0
#define MIN_SPEED 0.5

static void
begin_segment (LumTrackSums *self)
{
  self->segment_first = self->segment_last = LUM_INSTANT_NONE;
  self->has_previous = FALSE;
  self->n_eles = 0;
}

/**
 * lum_track_sums_init:
 * @barometer: whether elevations come from air pressure, which is finer than GPS
 *
 * Nothing yet.
 */
void
lum_track_sums_init (LumTrackSums *self, gboolean barometer)
{
  memset (self, 0, sizeof *self);
  self->first = self->last = LUM_INSTANT_NONE;
  self->covered_m = NAN;
  self->climb_step = barometer ? 3 : 5;
  begin_segment (self);
}

/* Climbs count in steps of 3 or 5 m, so that noise does not add up to a mountain. */
static void
climb_to (LumTrackSums *self, double ele)
{
  if (ele - self->base_ele >= self->climb_step) {
    self->ascent_m += ele - self->base_ele;
    self->base_ele = ele;
  } else if (self->base_ele - ele >= self->climb_step) {
    self->descent_m += self->base_ele - ele;
    self->base_ele = ele;
  }
}

static double
find_median (const double *values, guint n)
{
  double sorted[5];

  for (guint i = 0; i < n; i++) {
    guint j = i;

    for (; j > 0 && sorted[j - 1] > values[i]; j--)
      sorted[j] = sorted[j - 1];
    sorted[j] = values[i];
  }
  return sorted[n / 2];
}

static void
add_elevation (LumTrackSums *self, double ele)
{
  if (ele != 0)
    self->has_ele = TRUE;
  if (self->n_eles == 0)
    self->base_ele = ele;
  self->eles[self->n_eles % 5] = ele;
  self->n_eles++;
  if (self->n_eles >= 5)
    climb_to (self, find_median (self->eles, 5));
}

/* The great circle between the last placed point and this one, metres. The cosine of a latitude is kept for the next
 * step: this is most of the work of a track. */
static double
measure_step (LumTrackSums *self, double lat, double lon, double cosine)
{
  double dlat = sin ((lat - self->previous_lat) / 2), dlon = sin ((lon - self->previous_lon) / 2);
  double h = dlat * dlat + self->previous_cos * cosine * dlon * dlon;

  return 2 * EARTH_RADIUS_M * asin (sqrt (MIN (h, 1)));
}

static void
add_position (LumTrackSums *self, const LumTrackPoint *point)
{
  double lat = point->lat * RADIANS, lon = point->lon * RADIANS, cosine = cos (lat);

  self->n_placed++;
  if (self->has_previous) {
    double metres = measure_step (self, lat, lon, cosine);

    self->distance_m += metres;
    if (point->time != LUM_INSTANT_NONE && self->previous_time != LUM_INSTANT_NONE) {
      double seconds = (double) (point->time - self->previous_time) / 1000;

      if (seconds > 0 && seconds <= MAX_STEP_S) {
        self->stepped_s += seconds;
        if (metres >= MIN_SPEED * seconds)
          self->moving_s += seconds;
      }
    }
  }
  self->previous_lat = lat;
  self->previous_lon = lon;
  self->previous_cos = cosine;
  self->previous_time = point->time;
  self->has_previous = TRUE;
}

/**
 * lum_track_sums_add:
 *
 * Takes the next point. One without a position or time adds what it has.
 */
void
lum_track_sums_add (LumTrackSums *self, const LumTrackPoint *point)
{
  self->n_points++;

  if (point->time != LUM_INSTANT_NONE) {
    self->n_timed++;
    if (self->segment_first == LUM_INSTANT_NONE) {
      self->segment_first = self->segment_last = point->time;
    } else {
      self->segment_first = MIN (self->segment_first, point->time);
      self->segment_last = MAX (self->segment_last, point->time);
    }
  }
  if (point->placed)
    add_position (self, point);
  if (!isnan (point->ele))
    add_elevation (self, point->ele);
  if (!isnan (point->covered) && !(point->covered < self->covered_m))
    self->covered_m = point->covered;
  if (point->hr) {
    self->hr_sum += point->hr;
    self->n_hr++;
    self->max_hr = MAX (self->max_hr, point->hr);
  }
}

/**
 * lum_track_sums_end_segment:
 *
 * A pause: nothing is measured from here to the next point. Also to be called at the end.
 */
void
lum_track_sums_end_segment (LumTrackSums *self)
{
  if (self->segment_first != LUM_INSTANT_NONE) {
    self->timer_s += (double) (self->segment_last - self->segment_first) / 1000;
    if (self->first == LUM_INSTANT_NONE || self->segment_first < self->first)
      self->first = self->segment_first;
    if (self->last == LUM_INSTANT_NONE || self->segment_last > self->last)
      self->last = self->segment_last;
  }

  /* The last elevations have no five around them. */
  if (self->n_eles >= 3) {
    double tail[3];

    for (guint i = 0; i < 3; i++)
      tail[i] = self->eles[(self->n_eles - 3 + i) % 5];
    climb_to (self, find_median (tail, 3));
  }
  if (self->n_eles > 0)
    climb_to (self, self->eles[(self->n_eles - 1) % 5]);

  begin_segment (self);
}
