/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-xml-form.h"

#include <math.h>
#include <string.h>

#include "lum-number.h"
#include "lum-time-parse.h"
#include "lum-track-sums.h"

/* Suunto's logs (formats §8): SML, and the older XML that has no root element but a header, samples and more beside each
 * other. Heart rates are in hertz, energies in joules. The start is local; the samples are in UTC, which says the zone. */

#define JOULES_PER_KCAL 4184.0

/* How far the first sample may be from where its own clock puts it, seconds. */
#define MAX_SAMPLE_LAG 120

typedef struct {
  LumTrackSums sums;
  double sample_s;        /* of the sample in work, since the start; NAN */
  LumInstant sample_utc;  /* likewise, LUM_INSTANT_NONE */
  LumTrackPoint point;    /* likewise */
  LumInstant started_utc; /* what the first sample that knows both says of the start, LUM_INSTANT_NONE */
  double pause_s;
  gint activity; /* the number of the kind of it, 0 */
  gboolean is_dive;
} Extra;

/* The same names in SML and in the older files, but for the first. */
#define FIELDS(header)                                                                                                 \
  {                                                                                                                    \
    LUM_XML_TIME (header "/DateTime", TIME_LOCAL), LUM_XML_FIELD (header "/Activity", WORDS, sport, 0),                \
        LUM_XML_FIELD (header "/Duration", NUMBER, timer_s, 1),                                                        \
        LUM_XML_FIELD (header "/Distance", NUMBER, distance_m, 1),                                                     \
        LUM_XML_FIELD (header "/Ascent", NUMBER, ascent_m, 1),                                                         \
        LUM_XML_FIELD (header "/Descent", NUMBER, descent_m, 1), LUM_XML_FIELD (header "/HR/Avg", NUMBER, avg_hr, 60), \
        LUM_XML_FIELD (header "/HR/Max", NUMBER, max_hr, 60),                                                          \
        LUM_XML_FIELD (header "/Energy", NUMBER, calories, 1 / JOULES_PER_KCAL), {NULL},                               \
  }

static const LumXmlField sml_fields[] = FIELDS ("Header");
static const LumXmlField old_fields[] = FIELDS ("header");

static void
begin_sample (Extra *self)
{
  self->sample_s = NAN;
  self->sample_utc = LUM_INSTANT_NONE;
  self->point = (LumTrackPoint){.ele = NAN, .covered = NAN, .time = LUM_INSTANT_NONE};
}

static void
begin (LumXmlActivity *activity)
{
  Extra *extra = activity->extra;

  lum_track_sums_init (&extra->sums, TRUE);
  extra->started_utc = LUM_INSTANT_NONE;
  begin_sample (extra);
}

static void
take_sample (Extra *self, const char *name, const char *text, gsize length)
{
  double number;

  if (strcmp (name, "HR") == 0) {
    if (lum_number_parse_in (text, length, 25 / 60.0, 250 / 60.0, &number))
      self->point.hr = (int) lround (number * 60);
  } else if (strcmp (name, "Distance") == 0) {
    lum_number_parse_in (text, length, 0, 1e9, &self->point.covered);
  } else if (strcmp (name, "Time") == 0) {
    lum_number_parse_in (text, length, 0, 1e7, &self->sample_s);
  } else if (strcmp (name, "UTC") == 0) {
    LumTime time;

    if (lum_time_parse (text, length, &time) && time.zone != LUM_ZONE_NONE)
      self->sample_utc = time.instant;
  }
}

static void
value (LumXmlActivity *activity, const char *path, const char *text, gsize length)
{
  Extra *extra = activity->extra;
  const char *of_sample = lum_xml_path_below (path, "Samples/Sample");
  double number;

  if (of_sample) {
    take_sample (extra, of_sample, text, length);
  } else if (g_ascii_strcasecmp (path, "header/Depth/Max") == 0) {
    extra->is_dive = TRUE;
  } else if (g_ascii_strcasecmp (path, "header/PauseDuration") == 0) {
    lum_number_parse_in (text, length, 0, 1e7, &extra->pause_s);
  } else if (g_ascii_strcasecmp (path, "header/ActivityType") == 0) {
    if (lum_number_parse_in (text, length, 0, 10000, &number))
      extra->activity = (gint) number;
  }
}

static void
end_element (LumXmlActivity *activity, const char *path)
{
  Extra *extra = activity->extra;

  if (strcmp (path, "Samples/Sample") != 0)
    return;
  if (extra->started_utc == LUM_INSTANT_NONE && extra->sample_utc != LUM_INSTANT_NONE && !isnan (extra->sample_s))
    extra->started_utc = extra->sample_utc - (LumInstant) (extra->sample_s * 1000);
  lum_track_sums_add (&extra->sums, &extra->point);
  begin_sample (extra);
}

/* Where the watch was: its wall clock against what its samples say, to a quarter of an hour. */
static void
find_offset (const Extra *extra, LumRecording *run)
{
  gint64 seconds, quarters;

  if (!run->wall_clock || run->start == LUM_INSTANT_NONE || extra->started_utc == LUM_INSTANT_NONE)
    return;
  seconds = (run->start - extra->started_utc) / 1000;
  quarters = (seconds + (seconds < 0 ? -450 : 450)) / 900;
  if (ABS (seconds - quarters * 900) <= MAX_SAMPLE_LAG && ABS (quarters) <= 14 * 4)
    run->utc_offset = (gint32) quarters * 900;
}

/* The number of an activity is the same in every language; only those two are runs (formats §8), and 1 is none. */
static void
decide_sport (const Extra *extra, LumXmlActivity *activity)
{
  LumRecording *run = &activity->run;

  if (extra->activity == 3 || extra->activity == 93) {
    run->sport_class = LUM_SPORT_RUN;
    if (extra->activity == 93)
      run->sub_sport = "treadmill";
  } else if (extra->is_dive && run->sport_class == LUM_SPORT_UNKNOWN) {
    run->sport_class = LUM_SPORT_OTHER;
    run->sport = run->sport ? run->sport : "diving";
  } else if (extra->activity > 1 && run->sport_class == LUM_SPORT_UNKNOWN) {
    g_autofree char *word = g_strdup_printf ("activity %d", extra->activity);

    run->sport_class = LUM_SPORT_OTHER;
    run->sport = run->sport ? run->sport : g_string_chunk_insert (activity->words, word);
  }
}

static void
finish (LumXmlActivity *activity)
{
  Extra *extra = activity->extra;
  LumRecording *run = &activity->run;
  LumTrackSums *sums = &extra->sums;

  lum_track_sums_end_segment (sums);
  find_offset (extra, run);
  decide_sport (extra, activity);
  run->elapsed_s = run->timer_s + extra->pause_s;
  if (!(run->distance_m > 0))
    run->distance_m = sums->covered_m;
  if (!(run->avg_hr > 0) && sums->n_hr > 0)
    run->avg_hr = sums->hr_sum / sums->n_hr;
  if (!(run->max_hr > 0) && sums->n_hr > 0)
    run->max_hr = sums->max_hr;
}

static const LumXmlForm sml_form = {
    .format = "suunto",
    .app = "Suunto",
    .activities = (const char *const[]){"sml/DeviceLog", NULL},
    .fields = sml_fields,
    .extra_size = sizeof (Extra),
    .begin = begin,
    .value = value,
    .end_element = end_element,
    .finish = finish,
};
static const LumXmlForm old_form = {
    .format = "suunto",
    .app = "Suunto",
    .fields = old_fields,
    .extra_size = sizeof (Extra),
    .begin = begin,
    .value = value,
    .end_element = end_element,
    .finish = finish,
};

/* "header" is a name that anybody could give: it must hold what only Suunto writes. */
static gboolean
is_old (const LumImportSource *source)
{
  gssize length = (gssize) MIN (source->length, 64 * 1024);
  const char *head = (const char *) source->data;

  return lum_xml_has_root (source, "header") &&
         (g_strstr_len (head, length, "<ActivityType>") || g_strstr_len (head, length, "<DateTime>") ||
          g_strstr_len (head, length, "<Samples>"));
}

static gboolean
sniff (const LumImportSource *source)
{
  return lum_xml_has_root (source, "sml") || is_old (source);
}

static gboolean
parse (const LumImportSource *source, LumImportBatch *batch, GCancellable *cancellable, GError **error)
{
  return lum_xml_form_read (lum_xml_has_root (source, "sml") ? &sml_form : &old_form, source, batch, cancellable,
                            error);
}

const LumImporter lum_suunto_xml_importer = {.format = "suunto", .sniff = sniff, .parse = parse};
