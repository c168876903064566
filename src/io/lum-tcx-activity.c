/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-tcx-activity.h"

#include <math.h>
#include <string.h>

#include "lum-i18n.h"

/**
 * lum_tcx_activity_new:
 *
 * An activity without laps.
 */
LumTcxActivity *
lum_tcx_activity_new (void)
{
  LumTcxActivity *self = g_new0 (LumTcxActivity, 1);

  lum_track_sums_init (&self->sums, TRUE);
  self->id.instant = self->lap_start.instant = LUM_INSTANT_NONE;
  self->timer_s = self->distance_m = self->calories = self->covered_m = NAN;
  return self;
}

void
lum_tcx_activity_free (LumTcxActivity *self)
{
  g_free (self->sport);
  g_free (self->notes);
  g_free (self->creator);
  g_free (self);
}

/**
 * lum_tcx_activity_begin_lap:
 * @start: (nullable): when, as the lap says
 *
 * A lap begins.
 */
void
lum_tcx_activity_begin_lap (LumTcxActivity *self, const LumTime *start)
{
  if (self->n_laps == 0 && start)
    self->lap_start = *start;
  self->n_laps++;
  self->lap_timer_s = self->lap_hr = NAN;
}

/**
 * lum_tcx_activity_end_lap:
 *
 * A lap is over: its mean heart rate counts by its length.
 */
void
lum_tcx_activity_end_lap (LumTcxActivity *self)
{
  if (!isnan (self->lap_hr) && self->lap_timer_s > 0) {
    self->hr_weighted += self->lap_hr * self->lap_timer_s;
    self->hr_seconds += self->lap_timer_s;
  }
}

/**
 * lum_tcx_activity_add_point:
 * @point: `covered` counts from the start of the activity, in some programs from that of the lap
 *
 * Takes the next point.
 */
void
lum_tcx_activity_add_point (LumTcxActivity *self, const LumTrackPoint *point)
{
  LumTrackPoint plain = *point;

  plain.covered = NAN;
  lum_track_sums_add (&self->sums, &plain);
  if (isnan (point->covered))
    return;
  /* The count begins anew where it falls to nearly nothing. */
  if (!isnan (self->covered_m) && self->covered_before + point->covered < self->covered_m && point->covered < 50)
    self->covered_before = self->covered_m;
  if (!(self->covered_before + point->covered < self->covered_m))
    self->covered_m = self->covered_before + point->covered;
}

/* The first believable one of what the lap, the activity and the points say (formats §4). */
static const LumTime *
find_start (const LumTcxActivity *self, const LumImportSource *source, LumTime *first)
{
  first->instant = self->sums.first;
  first->zone = LUM_ZONE_UTC;
  if (lum_recording_is_plausible (self->lap_start.instant, source->clock))
    return &self->lap_start;
  if (lum_recording_is_plausible (self->id.instant, source->clock))
    return &self->id;
  return first;
}

static double
find_distance (const LumTcxActivity *self)
{
  if (self->distance_m > 0)
    return self->distance_m;
  return self->covered_m > 0 ? self->covered_m : self->sums.distance_m;
}

/* Until the last point; a watch whose clock was set meanwhile has points of another time. */
static double
find_elapsed (const LumTcxActivity *self, LumInstant start, double timer_s)
{
  double elapsed = NAN;

  if (self->sums.last != LUM_INSTANT_NONE && start != LUM_INSTANT_NONE)
    elapsed = (double) (self->sums.last - MIN (start, self->sums.first)) / 1000;
  if (elapsed > 7 * 86400)
    elapsed = (double) (self->sums.last - self->sums.first) / 1000;
  return elapsed >= timer_s || isnan (timer_s) ? elapsed : timer_s;
}

/**
 * lum_tcx_activity_add_item:
 *
 * Makes the batch's item of an activity (formats §4).
 */
void
lum_tcx_activity_add_item (LumTcxActivity *self, const LumImportSource *source, LumImportBatch *batch)
{
  LumTime first;
  const LumTime *start;
  LumRecording run;
  LumImportItem *item;

  lum_track_sums_end_segment (&self->sums);
  start = find_start (self, source, &first);
  lum_recording_init (&run);
  lum_recording_set_sport (&run, self->sport);
  run.start = start->instant;
  if (start->zone == LUM_ZONE_OFFSET)
    run.utc_offset = start->utc_offset;
  run.timer_s = self->timer_s > 0 ? self->timer_s : self->sums.timer_s > 0 ? self->sums.timer_s : NAN;
  run.elapsed_s = find_elapsed (self, start->instant, run.timer_s);
  run.distance_m = find_distance (self);
  run.calories = self->calories;
  if (self->hr_seconds > 0)
    run.avg_hr = self->hr_weighted / self->hr_seconds;
  else if (self->sums.n_hr > 0)
    run.avg_hr = self->sums.hr_sum / self->sums.n_hr;
  if (self->max_hr || self->sums.max_hr)
    run.max_hr = self->max_hr ? self->max_hr : self->sums.max_hr;
  if (self->sums.has_ele) {
    run.ascent_m = self->sums.ascent_m;
    run.descent_m = self->sums.descent_m;
    run.ascent_computed = TRUE;
  }
  run.note = self->notes;
  run.app = self->creator;

  item = lum_recording_add (&run, source, "tcx", batch);
  if (item->status == LUM_IMPORT_NEW && run.sport_class == LUM_SPORT_UNKNOWN && self->sport)
    /* Translators: %s is the word that another program wrote, such as "Other" */
    lum_import_batch_warn (batch, item, _ ("The file calls it “%s”; it may be something else than a run."),
                           self->sport);
}
