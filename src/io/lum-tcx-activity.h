/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-recording.h"
#include "lum-time-parse.h"
#include "lum-track-sums.h"

G_BEGIN_DECLS

/* One Activity of a TCX file as it is read: what its laps and points come to. */
typedef struct {
  char *sport, *notes, *creator; /* (nullable) */
  LumTime id, lap_start;         /* of the first lap; instant LUM_INSTANT_NONE if unknown */
  guint n_laps;
  double timer_s, distance_m, calories; /* of all laps, NAN if none says */
  double hr_weighted, hr_seconds;       /* of the laps' means */
  int max_hr;                           /* of the laps, 0 if none says */
  LumTrackSums sums;
  double covered_m, covered_before; /* as the device counted; laps that are over */

  /* of the lap in work */
  double lap_timer_s, lap_hr;
} LumTcxActivity;

LumTcxActivity *lum_tcx_activity_new (void);
void lum_tcx_activity_free (LumTcxActivity *self);
void lum_tcx_activity_begin_lap (LumTcxActivity *self, const LumTime *start);
void lum_tcx_activity_end_lap (LumTcxActivity *self);
void lum_tcx_activity_add_point (LumTcxActivity *self, const LumTrackPoint *point);
void lum_tcx_activity_add_item (LumTcxActivity *self, const LumImportSource *source, LumImportBatch *batch);

G_END_DECLS
