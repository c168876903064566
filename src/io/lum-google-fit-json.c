/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "lum-importer.h"
#include "lum-json-file.h"

/* A session of Google Fit as Takeout gives it (formats §10): one file each, in metres and kcal. */

static double
read_value (JsonObject *metric)
{
  double value = lum_json_get_number (metric, "floatValue", 0, 1e9);

  return isnan (value) ? lum_json_get_number (metric, "intValue", 0, 1e9) : value;
}

static void
read_aggregate (JsonArray *aggregate, LumRecording *run)
{
  guint n = aggregate ? json_array_get_length (aggregate) : 0;

  for (guint i = 0; i < n; i++) {
    JsonObject *metric = lum_json_get_element (aggregate, i);
    const char *name = lum_json_get_text (metric, "metricName");
    double *at = NULL;

    if (g_strcmp0 (name, "com.google.distance.delta") == 0)
      at = &run->distance_m;
    else if (g_strcmp0 (name, "com.google.calories.expended") == 0)
      at = &run->calories;
    else if (g_strcmp0 (name, "com.google.heart_rate.bpm") == 0)
      at = &run->avg_hr;
    if (at && isnan (*at))
      *at = read_value (metric);
  }
}

/* "674.186s": the time that was not paused. */
static double
read_duration (JsonObject *session)
{
  const char *text = lum_json_get_text (session, "duration");
  double seconds = NAN;

  if (text)
    lum_duration_parse (text, strlen (text), &seconds);
  return seconds;
}

static void
read_session (JsonObject *session, const LumImportSource *source, LumImportBatch *batch)
{
  LumRecording run;
  LumTime start, end;

  lum_recording_init (&run);
  lum_json_set_sport (&run, lum_json_get_text (session, "fitnessActivity"));
  read_aggregate (lum_json_get_array (session, "aggregate"), &run);
  run.timer_s = read_duration (session);
  if (lum_json_get_time (session, "startTime", &start)) {
    /* Google writes UTC, and never a wall clock. */
    run.start = start.instant;
    if (start.zone == LUM_ZONE_OFFSET)
      run.utc_offset = start.utc_offset;
    if (lum_json_get_time (session, "endTime", &end) && end.instant > start.instant)
      run.elapsed_s = (double) (end.instant - start.instant) / 1000;
  }
  run.app = "Google Fit";
  lum_recording_add (&run, source, "google-fit", batch);
}

static gboolean
sniff (const LumImportSource *source)
{
  static const char *const keys[] = {"fitnessActivity", "startTime", NULL};

  return lum_json_sniff (source, keys);
}

static gboolean
parse (const LumImportSource *source, LumImportBatch *batch, GCancellable *cancellable, GError **error)
{
  return lum_json_read (source, "google-fit", NULL, read_session, batch, cancellable, error);
}

const LumImporter lum_google_fit_json_importer = {.format = "google-fit", .sniff = sniff, .parse = parse};
