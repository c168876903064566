/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-xml-form.h"

#include <string.h>

/* What polarpersonaltrainer.com exported (formats §8): local times without a zone. */

static const LumXmlField fields[] = {
    LUM_XML_TIME ("time", TIME_LOCAL),
    LUM_XML_FIELD ("sport", WORDS, sport, 0),
    LUM_XML_FIELD ("name", WORDS, title, 0),
    LUM_XML_FIELD ("note", WORDS, note, 0),
    LUM_XML_FIELD ("result/duration", DURATION, timer_s, 0),
    LUM_XML_FIELD ("result/distance", NUMBER, distance_m, 1),
    LUM_XML_FIELD ("result/calories", NUMBER, calories, 1),
    LUM_XML_FIELD ("result/heart-rate/average", NUMBER, avg_hr, 1),
    LUM_XML_FIELD ("result/heart-rate/maximum", NUMBER, max_hr, 1),
    {NULL},
};

/* Without a name of one's own, it is the sport's. */
static void
finish (LumXmlActivity *activity)
{
  if (g_strcmp0 (activity->run.title, activity->run.sport) == 0)
    activity->run.title = NULL;
}

static const LumXmlForm form = {
    .format = "polar",
    .app = "polarpersonaltrainer.com",
    .activities = (const char *const[]){"polar-exercise-data/calendar-items/exercise", NULL},
    .fields = fields,
    .finish = finish,
};

static gboolean
sniff (const LumImportSource *source)
{
  return lum_xml_has_root (source, "polar-exercise-data");
}

static gboolean
parse (const LumImportSource *source, LumImportBatch *batch, GCancellable *cancellable, GError **error)
{
  return lum_xml_form_read (&form, source, batch, cancellable, error);
}

const LumImporter lum_polar_xml_importer = {.format = "polar", .sniff = sniff, .parse = parse};
