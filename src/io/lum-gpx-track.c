/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-gpx-track.h"

#include <math.h>
#include <string.h>

#include "lum-i18n.h"
#include "lum-recording.h"

#define MAX_ELAPSED_S (7.0 * 86400)
#define MAX_JOIN_GAP_MS (6 * G_GINT64_CONSTANT (3600000))

/**
 * lum_gpx_track_new:
 *
 * A track without points.
 */
LumGpxTrack *
lum_gpx_track_new (gboolean barometer)
{
  LumGpxTrack *self = g_new0 (LumGpxTrack, 1);

  lum_track_sums_init (&self->sums, barometer);
  self->distance_m = self->timer_s = self->moving_s = self->ascent_m = self->descent_m = self->calories = NAN;
  self->utc_offset = LUM_INT_NONE;
  self->bad_time = LUM_INSTANT_NONE;
  return self;
}

void
lum_gpx_track_free (LumGpxTrack *self)
{
  g_free (self->name);
  g_free (self->desc);
  g_free (self->cmt);
  g_free (self->type);
  g_free (self->source_id);
  g_free (self);
}

/**
 * lum_gpx_track_end:
 *
 * All points are there.
 */
void
lum_gpx_track_end (LumGpxTrack *self)
{
  lum_track_sums_end_segment (&self->sums);
}

/* Garmin numbers the parts of a track that was paused: "ACTIVE LOG", "ACTIVE LOG #2". */
static gsize
measure_stem (const char *name)
{
  gsize length = name ? strlen (name) : 0, n = length;

  while (n > 0 && g_ascii_isdigit (name[n - 1]))
    n--;
  if (n == length || n < 2 || name[n - 1] != '#' || name[n - 2] != ' ')
    return length;
  return n - 2;
}

static gboolean
is_same_activity (const LumGpxTrack *a, const LumGpxTrack *b)
{
  gsize stem = measure_stem (a->name);

  /* No name is not the same name: two runs of a day are not made one on that ground. */
  return stem > 0 && stem == measure_stem (b->name) && memcmp (a->name, b->name, stem) == 0 &&
         g_strcmp0 (a->type, b->type) == 0 &&
         (!a->source_id || !b->source_id || strcmp (a->source_id, b->source_id) == 0);
}

static double
add_unless_unknown (double a, double b)
{
  return isnan (a) || isnan (b) ? NAN : a + b;
}

/**
 * lum_gpx_track_join:
 * @next: the track after it in the file
 *
 * Some programs begin a new track after every pause: tracks of one file with the same name and less than 6 hours
 * between them are one activity (formats §5). Takes the figures of @next over where that is so.
 *
 * Returns: whether it was
 */
gboolean
lum_gpx_track_join (LumGpxTrack *self, LumGpxTrack *next)
{
  LumTrackSums *a = &self->sums;
  const LumTrackSums *b = &next->sums;

  if (a->first == LUM_INSTANT_NONE || b->first == LUM_INSTANT_NONE || b->first < a->last ||
      b->first - a->last >= MAX_JOIN_GAP_MS || !is_same_activity (self, next))
    return FALSE;

  a->n_points += b->n_points;
  a->n_placed += b->n_placed;
  a->n_timed += b->n_timed;
  a->last = b->last;
  a->distance_m += b->distance_m;
  a->covered_m = add_unless_unknown (a->covered_m, b->covered_m);
  a->timer_s += b->timer_s;
  a->moving_s += b->moving_s;
  a->stepped_s += b->stepped_s;
  a->ascent_m += b->ascent_m;
  a->descent_m += b->descent_m;
  a->has_ele |= b->has_ele;
  a->hr_sum += b->hr_sum;
  a->n_hr += b->n_hr;
  a->max_hr = MAX (a->max_hr, b->max_hr);

  self->distance_m = add_unless_unknown (self->distance_m, next->distance_m);
  self->timer_s = add_unless_unknown (self->timer_s, next->timer_s);
  self->moving_s = add_unless_unknown (self->moving_s, next->moving_s);
  self->ascent_m = add_unless_unknown (self->ascent_m, next->ascent_m);
  self->descent_m = add_unless_unknown (self->descent_m, next->descent_m);
  self->calories = add_unless_unknown (self->calories, next->calories);
  self->mean_hr = 0;
  self->max_hr = MAX (self->max_hr, next->max_hr);
  self->n_bad_positions += next->n_bad_positions;
  self->n_bad_times += next->n_bad_times;
  return TRUE;
}

/* Why a track cannot be an activity; it adds the refused item. */
static gboolean
refuse_unusable (const LumGpxTrack *self, const char *format, const LumImportSource *source, LumImportBatch *batch)
{
  const LumTrackSums *sums = &self->sums;
  double elapsed = sums->first == LUM_INSTANT_NONE ? 0 : (double) (sums->last - sums->first) / 1000;
  const char *reason;

  if (sums->n_points == 0) {
    reason = _ ("The track is empty: it has no points.");
  } else if (sums->n_timed == 0 && self->bad_time != LUM_INSTANT_NONE) {
    int year;

    lum_day_to_ymd (lum_day_from_instant (self->bad_time, 0), &year, NULL, NULL);
    lum_recording_refuse (source, format, batch,
                          /* Translators: %d is a year, such as 1901 */
                          _ ("Its times are of the year %d; the clock of the device was not set."), year);
    return TRUE;
  } else if (sums->n_timed == 0 && self->n_bad_times > 0) {
    reason = _ ("None of the track’s times can be read.");
  } else if (sums->n_timed == 0 || (sums->n_timed == 1 && sums->n_points > 1)) {
    reason = _ ("A route without times: nobody has run it yet, or its times were removed.");
  } else if (sums->n_points == 1) {
    reason = _ ("The track has a single point.");
  } else if (elapsed > MAX_ELAPSED_S) {
    reason = _ ("Its times span more than seven days; that is not one run.");
  } else if (elapsed <= 0 && !(sums->distance_m > 0)) {
    reason = _ ("The track has neither a distance nor a duration.");
  } else {
    return FALSE;
  }
  lum_recording_refuse (source, format, batch, "%s", reason);
  return TRUE;
}

static double
choose (double written, double computed)
{
  return isnan (written) ? computed : written;
}

static void
fill_figures (const LumGpxTrack *self, LumRecording *run)
{
  const LumTrackSums *sums = &self->sums;
  double elapsed = (double) (sums->last - sums->first) / 1000;
  double distance = NAN, moving = NAN;

  /* Where there are no positions (a treadmill) the device may have counted. */
  if (sums->distance_m > 0)
    distance = sums->distance_m;
  else if (sums->covered_m > 0)
    distance = sums->covered_m;
  run->distance_m = choose (self->distance_m, distance);

  if (elapsed > 0) {
    run->elapsed_s = elapsed;
    run->timer_s = choose (self->timer_s, MIN (sums->timer_s, elapsed));
    if (run->timer_s <= 0)
      run->timer_s = elapsed;
  }
  /* Points far apart do not say when somebody stood still: then moving time is not known. */
  if (sums->moving_s > 0 && sums->stepped_s >= 0.5 * sums->timer_s)
    moving = sums->moving_s;
  run->moving_s = choose (self->moving_s, moving);

  if (!isnan (self->ascent_m) || !isnan (self->descent_m)) {
    run->ascent_m = self->ascent_m;
    run->descent_m = self->descent_m;
  } else if (sums->has_ele) {
    run->ascent_m = sums->ascent_m;
    run->descent_m = sums->descent_m;
    run->ascent_computed = TRUE;
  }

  if (sums->n_hr > 0) {
    run->avg_hr = sums->hr_sum / sums->n_hr;
    run->max_hr = sums->max_hr;
  }
  if (self->mean_hr)
    run->avg_hr = self->mean_hr;
  if (self->max_hr)
    run->max_hr = self->max_hr;
  run->calories = self->calories;
}

static void
add_warnings (const LumGpxTrack *self, LumImportBatch *batch, LumImportItem *item, const LumRun *run)
{
  if (self->n_bad_positions > 0)
    lum_import_batch_warn (batch, item,
                           ngettext ("%u point has no readable position and was left out of the distance.",
                                     "%u points have no readable position and were left out of the distance.",
                                     self->n_bad_positions),
                           self->n_bad_positions);
  if (self->n_bad_times > 0)
    lum_import_batch_warn (
        batch, item,
        ngettext ("%u point has no believable time.", "%u points have no believable time.", self->n_bad_times),
        self->n_bad_times);
  if (isnan (run->elapsed_s))
    lum_import_batch_warn (batch, item, _ ("All its points carry the same time, so how long it took is not known."));
  if (isnan (run->distance_m))
    lum_import_batch_warn (batch, item, _ ("It holds no distance."));
}

/**
 * lum_gpx_track_add_item:
 *
 * Makes the batch's item of a track: a run, something that is none, or a refusal with its reason.
 */
void
lum_gpx_track_add_item (const LumGpxTrack *self,
                        const LumGpxFile *file,
                        const LumImportSource *source,
                        LumImportBatch *batch)
{
  LumRecording run;
  LumImportItem *item;

  if (refuse_unusable (self, file->format, source, batch))
    return;

  lum_recording_init (&run);
  fill_figures (self, &run);
  lum_recording_set_sport (&run, self->type);
  run.start = self->sums.first;
  run.utc_offset = self->utc_offset;
  run.title = self->name ? self->name : file->name;
  run.note = self->desc ? self->desc : self->cmt ? self->cmt : file->desc;
  run.app = file->creator;
  run.id = self->source_id;
  item = lum_recording_add (&run, source, file->format, batch);
  if (item->records)
    add_warnings (self, batch, item, item->records->pdata[0]);
}
