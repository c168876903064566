/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-csv-names.h"
#include "lum-csv-tables.h"
#include "lum-recording.h"
#include "lum-date-words.h"
#include "lum-i18n.h"
#include "lum-time-parse.h"

#include <math.h>
#include <string.h>

/* The CSV of one session of Polar Flow (formats §8): a line of names, a line of the session, then a table of samples,
 * of which nothing is needed. */

static LumCsvMapping *
match (const LumTableView *view)
{
  if (lum_csv_table_get_n_rows (view->table) < view->header_row + 2 || lum_table_view_find (view, "sport") < 0 ||
      lum_table_view_find (view, "start time") < 0 || lum_table_view_find (view, "duration") < 0 ||
      lum_table_view_find (view, "total distance (km)") < 0)
    return NULL;
  return lum_csv_mapping_new (LUM_RECORD_RUN, view->n_columns);
}

static const char *
get (const LumTableView *view, const char *name)
{
  int column = lum_table_view_find (view, name);

  return column < 0 ? "" : lum_table_view_get (view, view->header_row + 1, (guint) column);
}

static double
get_number (const LumTableView *view, const char *name)
{
  double value;

  return lum_csv_parse_number (get (view, name), '.', &value) == LUM_CSV_NUMBER ? value : NAN;
}

static void
read_table (const LumTableView *view, LumImportBatch *batch)
{
  LumDateWords date;
  LumRecording run;
  const char *duration = get (view, "duration");

  lum_recording_init (&run);
  if (lum_date_words_parse (get (view, "date"), LUM_DATES_DAY_FIRST, &date)) {
    run.day = date.day;
    if (lum_date_words_parse_time (get (view, "start time"), &date.second_of_day)) {
      run.start = ((gint64) date.day * 86400 + date.second_of_day) * 1000;
      run.wall_clock = TRUE;
    }
  }
  if (!lum_duration_parse (duration, strlen (duration), &run.timer_s))
    run.timer_s = NAN;
  lum_recording_set_sport (&run, get (view, "sport"));
  if (run.sport_class == LUM_SPORT_UNKNOWN && run.sport)
    run.sport_class = LUM_SPORT_OTHER;
  run.distance_m = get_number (view, "total distance (km)") * 1000;
  run.avg_hr = get_number (view, "average heart rate (bpm)");
  run.calories = get_number (view, "calories");
  run.note = get (view, "notes");
  run.app = "Polar Flow";
  lum_recording_add (&run, view->source, "csv", batch);
}

const LumTableFormat lum_csv_polar = {.format = "polar", .match = match, .read = read_table};
