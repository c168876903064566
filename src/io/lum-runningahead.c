/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-xml-form.h"

#include <math.h>
#include <string.h>

#include "lum-number.h"
#include "lum-time-parse.h"

/* The log of RunningAHEAD.com, also once of Runner's World (formats §12). Its times are what the runner typed, a wall
 * clock, although a Z stands behind them; who typed no time has a day alone. */

#define METRES_PER_MILE 1609.344
#define METRES_PER_YARD 0.9144

typedef struct {
  double metres_per_unit;
  gboolean is_run, has_type, is_race;
} Extra;

static const LumXmlField fields[] = {
    LUM_XML_TIME ("@time", TIME_WALL),
    LUM_XML_FIELD ("@id", WORDS, id, 0),
    LUM_XML_FIELD ("@typeName", WORDS, sport, 0),
    LUM_XML_FIELD ("Route", WORDS, title, 0),
    LUM_XML_FIELD ("Notes", WORDS, note, 0),
    LUM_XML_FIELD ("Equipment", WORDS, shoe, 0),
    LUM_XML_FIELD ("Distance", NUMBER, distance_m, 1),
    LUM_XML_FIELD ("Duration@seconds", NUMBER, timer_s, 1),
    LUM_XML_FIELD ("HeartRate/AvgHR", NUMBER, avg_hr, 1),
    LUM_XML_FIELD ("HeartRate/MaxHR", NUMBER, max_hr, 1),
    {NULL},
};

static double
get_metres_per_unit (const char *unit)
{
  if (g_ascii_strcasecmp (unit, "m") == 0)
    return 1;
  if (g_ascii_strncasecmp (unit, "k", 1) == 0)
    return 1000;
  if (g_ascii_strncasecmp (unit, "mi", 2) == 0)
    return METRES_PER_MILE;
  if (g_ascii_strncasecmp (unit, "y", 1) == 0)
    return METRES_PER_YARD;
  return NAN;
}

static void
begin (LumXmlActivity *activity)
{
  ((Extra *) activity->extra)->metres_per_unit = NAN;
}

static void
value (LumXmlActivity *activity, const char *path, const char *text, gsize length)
{
  Extra *extra = activity->extra;

  if (strcmp (path, "@type") == 0) {
    extra->has_type = TRUE;
    extra->is_run = strcmp (text, "10") == 0;
  } else if (strcmp (path, "@subtype") == 0) {
    extra->is_race = strcmp (text, "6") == 0;
  } else if (strcmp (path, "Distance@unit") == 0) {
    extra->metres_per_unit = get_metres_per_unit (text);
  } else if (strcmp (path, "Duration") == 0) {
    /* Its attribute, which came before, is finer. */
    if (isnan (activity->run.timer_s))
      lum_duration_parse (text, length, &activity->run.timer_s);
  } else if (strcmp (path, "Effort") == 0) {
    double effort;

    if (lum_number_parse_in (text, length, 0, 10, &effort))
      activity->run.effort = (gint32) lround (effort);
  }
}

/* The numbers of types and subtypes are the same for everybody; their names are the person's own. */
static void
finish (LumXmlActivity *activity)
{
  Extra *extra = activity->extra;
  LumRecording *run = &activity->run;

  run->distance_m *= extra->metres_per_unit;
  run->race = extra->is_run && extra->is_race;
  if (extra->is_run)
    run->sport_class = LUM_SPORT_RUN;
  else if (extra->has_type && run->sport && run->sport_class == LUM_SPORT_UNKNOWN)
    run->sport_class = LUM_SPORT_OTHER;
}

static const LumXmlForm form = {
    .format = "runningahead",
    .app = "RunningAHEAD",
    .activities = (const char *const[]){"RunningAHEADLog/EventCollection/Event", NULL},
    .fields = fields,
    .extra_size = sizeof (Extra),
    .begin = begin,
    .value = value,
    .finish = finish,
};

static gboolean
sniff (const LumImportSource *source)
{
  return lum_xml_has_root (source, "RunningAHEADLog");
}

static gboolean
parse (const LumImportSource *source, LumImportBatch *batch, GCancellable *cancellable, GError **error)
{
  return lum_xml_form_read (&form, source, batch, cancellable, error);
}

const LumImporter lum_runningahead_importer = {.format = "runningahead", .sniff = sniff, .parse = parse};
