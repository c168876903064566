/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-xml-form.h"

#include <string.h>

/* The backup of FitoTrack, an .ftb file (formats §11): the fields of its own workouts, each in a wrapper of the same
 * name. A workout's duration has no pauses in it. */

static const LumXmlField fields[] = {
    LUM_XML_TIME ("start", MILLISECONDS),
    LUM_XML_FIELD ("id", WORDS, id, 0),
    LUM_XML_FIELD ("workoutType", WORDS, sport, 0),
    LUM_XML_FIELD ("workoutTypeId", WORDS, sport, 0),
    LUM_XML_FIELD ("comment", WORDS, note, 0),
    LUM_XML_FIELD ("duration", NUMBER, timer_s, 0.001),
    LUM_XML_FIELD ("pauseDuration", NUMBER, elapsed_s, 0.001),
    LUM_XML_FIELD ("length", NUMBER, distance_m, 1),
    LUM_XML_FIELD ("ascent", NUMBER, ascent_m, 1),
    LUM_XML_FIELD ("descent", NUMBER, descent_m, 1),
    LUM_XML_FIELD ("avgHeartRate", NUMBER, avg_hr, 1),
    LUM_XML_FIELD ("maxHeartRate", NUMBER, max_hr, 1),
    LUM_XML_FIELD ("calorie", NUMBER, calories, 1),
    {NULL},
};

/* What stands in elapsed_s until now are the pauses. */
static void
finish (LumXmlActivity *activity)
{
  activity->run.elapsed_s += activity->run.timer_s;
}

static const LumXmlForm form = {
    .format = "fitotrack",
    .app = "FitoTrack",
    .activities =
        (const char *const[]){"fito-track/workouts/workouts", "fito-track/indoorWorkouts/indoorWorkouts", NULL},
    .fields = fields,
    .finish = finish,
};

static gboolean
sniff (const LumImportSource *source)
{
  return lum_xml_has_root (source, "fito-track");
}

static gboolean
parse (const LumImportSource *source, LumImportBatch *batch, GCancellable *cancellable, GError **error)
{
  return lum_xml_form_read (&form, source, batch, cancellable, error);
}

const LumImporter lum_fitotrack_xml_importer = {.format = "fitotrack", .sniff = sniff, .parse = parse};
