/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-day.h"

G_BEGIN_DECLS

/* A point of a track as it is read. */
typedef struct {
  gboolean placed; /* lat and lon are there and possible */
  double lat, lon; /* degrees */
  double ele;      /* metres, NAN if unknown */
  double covered;  /* metres since the start as the device counted them, NAN if unknown */
  LumInstant time; /* or LUM_INSTANT_NONE */
  int hr;          /* beats a minute, 0 if unknown */
} LumTrackPoint;

/* What a track's points come to. Points are taken one by one and never kept, so a track of any length costs nothing. */
typedef struct {
  guint n_points, n_placed, n_timed;
  LumInstant first, last; /* the earliest and latest, LUM_INSTANT_NONE without times */
  double distance_m;      /* inside the segments, on a sphere */
  double covered_m;       /* as the device counted them, NAN if it did not */
  double timer_s;         /* inside the segments */
  double moving_s;        /* at 0.5 m/s and more, in steps of at most 30 s */
  double stepped_s;       /* in all steps of at most 30 s: what moving_s could see */
  double ascent_m, descent_m;
  gboolean has_ele; /* some elevation other than 0 */
  double hr_sum;
  guint n_hr;
  int max_hr;

  /* of the segment in work */
  LumInstant segment_first, segment_last;
  gboolean has_previous;
  double previous_lat, previous_lon, previous_cos;
  LumInstant previous_time;
  double eles[5];
  guint n_eles;
  double base_ele;
  double climb_step;
} LumTrackSums;

void lum_track_sums_init (LumTrackSums *self, gboolean barometer);
void lum_track_sums_add (LumTrackSums *self, const LumTrackPoint *point);
void lum_track_sums_end_segment (LumTrackSums *self);

G_END_DECLS
