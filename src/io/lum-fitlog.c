/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-xml-form.h"

#include <math.h>
#include <string.h>

#include "lum-number.h"
#include "lum-track-sums.h"

/* The logbook of SportTracks, .fitlog (formats §12): times are UTC. Its totals count; what its points come to stands in
 * where a program wrote points alone. */

typedef struct {
  LumTrackSums sums;
  LumTrackPoint point; /* whose time counts from the start */
} Extra;

static const LumXmlField fields[] = {
    LUM_XML_TIME ("@StartTime", TIME_UTC),
    LUM_XML_FIELD ("@Id", WORDS, id, 0),
    LUM_XML_FIELD ("Name", WORDS, title, 0),
    LUM_XML_FIELD ("Notes", WORDS, note, 0),
    LUM_XML_FIELD ("Category@Name", WORDS, sport, 0),
    LUM_XML_FIELD ("EquipmentUsed/EquipmentItem@Name", WORDS, shoe, 0),
    LUM_XML_FIELD ("Duration@TotalSeconds", NUMBER, timer_s, 1),
    LUM_XML_FIELD ("Distance@TotalMeters", NUMBER, distance_m, 1),
    LUM_XML_FIELD ("Calories@TotalCal", NUMBER, calories, 1),
    LUM_XML_FIELD ("HeartRate@AverageBPM", NUMBER, avg_hr, 1),
    LUM_XML_FIELD ("HeartRate@MaximumBPM", NUMBER, max_hr, 1),
    LUM_XML_FIELD ("Elevation@AscendMeters", NUMBER, ascent_m, 1),
    {NULL},
};

static void
begin_point (LumTrackPoint *point)
{
  *point = (LumTrackPoint){.lat = NAN, .lon = NAN, .ele = NAN, .covered = NAN, .time = LUM_INSTANT_NONE};
}

static void
begin (LumXmlActivity *activity)
{
  Extra *extra = activity->extra;

  lum_track_sums_init (&extra->sums, FALSE);
  begin_point (&extra->point);
}

static void
value (LumXmlActivity *activity, const char *path, const char *text, gsize length)
{
  Extra *extra = activity->extra;
  LumTrackPoint *point = &extra->point;
  const char *of_point = lum_xml_path_below (path, "Track/pt");
  double number;

  if (of_point && strcmp (of_point, "@lat") == 0) {
    lum_number_parse_in (text, length, -90, 90, &point->lat);
  } else if (of_point && strcmp (of_point, "@lon") == 0) {
    lum_number_parse_in (text, length, -180, 180, &point->lon);
  } else if (of_point && strcmp (of_point, "@ele") == 0) {
    lum_number_parse_in (text, length, -500, 9000, &point->ele);
  } else if (of_point && strcmp (of_point, "@dist") == 0) {
    lum_number_parse_in (text, length, 0, 1e9, &point->covered);
  } else if (of_point && strcmp (of_point, "@tm") == 0) {
    if (lum_number_parse_in (text, length, 0, 1e9, &number))
      point->time = (LumInstant) (number * 1000);
  } else if (of_point && strcmp (of_point, "@hr") == 0) {
    if (lum_number_parse_in (text, length, 25, 250, &number))
      point->hr = (int) lround (number);
  } else if (strcmp (path, "Elevation@DescendMeters") == 0) {
    /* What goes down is written below zero. */
    if (lum_number_parse_in (text, length, -1e6, 1e6, &number))
      activity->run.descent_m = fabs (number);
  } else if (strcmp (path, "Intensity@Value") == 0) {
    if (lum_number_parse_in (text, length, 1, 10, &number))
      activity->run.effort = (gint32) lround (number);
  }
}

static void
end_element (LumXmlActivity *activity, const char *path)
{
  Extra *extra = activity->extra;

  if (strcmp (path, "Track/pt") != 0)
    return;
  extra->point.placed = !isnan (extra->point.lat) && !isnan (extra->point.lon);
  lum_track_sums_add (&extra->sums, &extra->point);
  begin_point (&extra->point);
}

static void
finish (LumXmlActivity *activity)
{
  LumRecording *run = &activity->run;
  LumTrackSums *sums = &((Extra *) activity->extra)->sums;
  double elapsed = NAN;

  lum_track_sums_end_segment (sums);
  if (sums->n_timed > 1)
    elapsed = (double) (sums->last - sums->first) / 1000;
  if (!(run->timer_s > 0))
    run->timer_s = elapsed;
  /* A duration that was typed over the points' is longer than they know. */
  if (elapsed >= run->timer_s)
    run->elapsed_s = elapsed;
  if (!(run->distance_m > 0))
    run->distance_m = sums->distance_m > 0 ? sums->distance_m : sums->covered_m;
  if (isnan (run->avg_hr) && sums->n_hr > 0)
    run->avg_hr = sums->hr_sum / sums->n_hr;
  if (isnan (run->max_hr) && sums->n_hr > 0)
    run->max_hr = sums->max_hr;
  if (isnan (run->ascent_m) && isnan (run->descent_m) && sums->has_ele) {
    run->ascent_m = sums->ascent_m;
    run->descent_m = sums->descent_m;
    run->ascent_computed = TRUE;
  }
}

static const LumXmlForm form = {
    .format = "fitlog",
    .app = "SportTracks",
    .activities = (const char *const[]){"FitnessWorkbook/AthleteLog/Activity", NULL},
    .fields = fields,
    .extra_size = sizeof (Extra),
    .begin = begin,
    .value = value,
    .end_element = end_element,
    .finish = finish,
};

static gboolean
sniff (const LumImportSource *source)
{
  return lum_xml_has_root (source, "FitnessWorkbook");
}

static gboolean
parse (const LumImportSource *source, LumImportBatch *batch, GCancellable *cancellable, GError **error)
{
  return lum_xml_form_read (&form, source, batch, cancellable, error);
}

const LumImporter lum_fitlog_importer = {.format = "fitlog", .sniff = sniff, .parse = parse};
