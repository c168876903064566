/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "lum-csv-tables.h"
#include "lum-number.h"
#include "lum-recording.h"
#include "lum-time-parse.h"
#include "lum-track-sums.h"

/* OpenTracks' CSV: a line for each point of one track (formats §11). */

static LumCsvMapping *
match (const LumTableView *view)
{
  if (lum_table_view_find (view, "trackpoint_type") < 0 || lum_table_view_find (view, "latitude") < 0)
    return NULL;
  return lum_csv_mapping_new (LUM_RECORD_RUN, view->n_columns);
}

static double
get_number (const LumTableView *view, guint row, int column, double min, double max)
{
  const char *cell = column < 0 ? "" : lum_table_view_get (view, row, (guint) column);
  double value = NAN;

  lum_number_parse_in (cell, strlen (cell), min, max, &value);
  return value;
}

static void
read_table (const LumTableView *view, LumImportBatch *batch)
{
  int time = lum_table_view_find (view, "#time"), type = lum_table_view_find (view, "trackpoint_type");
  int lat = lum_table_view_find (view, "latitude"), lon = lum_table_view_find (view, "longitude");
  int ele = lum_table_view_find (view, "altitude"), hr = lum_table_view_find (view, "heartrate");
  int sensor = lum_table_view_find (view, "sensor_distance");
  guint n = lum_csv_table_get_n_rows (view->table);
  double sensor_m = 0;
  LumTrackSums sums;
  LumRecording run;

  lum_recording_init (&run);
  lum_track_sums_init (&sums, FALSE);
  if (time < 0)
    time = lum_table_view_find (view, "time");
  for (guint row = view->header_row + 1; row < n; row++) {
    const char *kind = lum_table_view_get (view, row, (guint) type);
    const char *text = time < 0 ? "" : lum_table_view_get (view, row, (guint) time);
    LumTrackPoint point = {.ele = get_number (view, row, ele, -500, 9000), .covered = NAN, .time = LUM_INSTANT_NONE};
    double beats = get_number (view, row, hr, 25, 250), metres = get_number (view, row, sensor, 0, 10000);
    LumTime parsed;

    if (g_str_has_prefix (kind, "SEGMENT_START"))
      lum_track_sums_end_segment (&sums);
    point.lat = get_number (view, row, lat, -90, 90);
    point.lon = get_number (view, row, lon, -180, 180);
    point.placed = !isnan (point.lat) && !isnan (point.lon);
    point.hr = isnan (beats) ? 0 : (int) beats;
    sensor_m += isnan (metres) ? 0 : metres;
    if (lum_time_parse (text, strlen (text), &parsed)) {
      point.time = parsed.instant;
      if (parsed.zone == LUM_ZONE_OFFSET && run.utc_offset == LUM_INT_NONE)
        run.utc_offset = parsed.utc_offset;
    }
    lum_track_sums_add (&sums, &point);
    if (g_str_has_prefix (kind, "SEGMENT_END"))
      lum_track_sums_end_segment (&sums);
  }
  lum_track_sums_end_segment (&sums);

  run.start = sums.first;
  if (sums.first != LUM_INSTANT_NONE)
    run.elapsed_s = (double) (sums.last - sums.first) / 1000;
  run.timer_s = sums.timer_s;
  run.moving_s = sums.moving_s;
  run.distance_m = sums.distance_m > 0 ? sums.distance_m : sensor_m;
  if (sums.n_hr > 0) {
    run.avg_hr = sums.hr_sum / sums.n_hr;
    run.max_hr = sums.max_hr;
  }
  if (sums.has_ele) {
    run.ascent_m = sums.ascent_m;
    run.descent_m = sums.descent_m;
    run.ascent_computed = TRUE;
  }
  run.app = "OpenTracks";
  lum_recording_add (&run, view->source, "csv", batch);
}

const LumTableFormat lum_csv_points = {.format = "opentracks", .match = match, .read = read_table};
