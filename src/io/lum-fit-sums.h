/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-day.h"
#include "lum-fit-activity.h"

G_BEGIN_DECLS

/* The records and laps of a session, by its time. */
typedef struct {
  const LumFitActivity *activity;
  guint32 from, to; /* 0, G_MAXUINT32: all */
} LumFitWindow;

typedef struct {
  guint32 first, last; /* 0: none has a time */
  guint n;
  double distance_m, walked_m; /* as the device counted; by the positions */
  double mean_hr;
  int max_hr;
  double ascent_m, descent_m; /* NAN without altitudes */
} LumFitRecordSums;

typedef struct {
  guint n;
  guint32 start, end;
  double timer_s, distance_m;
  gint32 sport, sub_sport;
} LumFitLapSums;

LumInstant lum_fit_to_instant (guint32 time);
guint32 lum_fit_seconds_between (guint32 from, guint32 to);
LumFitRecordSums lum_fit_sum_records (const LumFitWindow *window);
LumFitLapSums lum_fit_sum_laps (const LumFitWindow *window);
double lum_fit_sum_pauses (const LumFitWindow *window, guint32 first, guint32 last);

G_END_DECLS
