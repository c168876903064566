/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "lum-error.h"
#include "lum-i18n.h"
#include "lum-number.h"
#include "lum-sniff.h"
#include "lum-tcx-activity.h"
#include "lum-tcx-elements.h"
#include "lum-xml-reader.h"

/* Training Center XML (formats §4), streamed; no point is kept. A file that is damaged or cut off is refused whole, with
 * the line: half a run would count as a short one. */

#define MAX_ACTIVITIES 10000

typedef struct {
  const LumImportSource *source;
  LumTcxElement stack[LUM_XML_MAX_DEPTH + 1]; /* the first is LUM_TCX_NOTHING */
  guint depth;
  GString *text;
  GPtrArray *activities; /* LumTcxActivity */
  LumTcxActivity *activity;
  LumTrackPoint point;
  gboolean has_lat, has_lon;
  guint n_courses;
} Parser;

static const char *
find_attribute (const char **names, const char **values, const char *name)
{
  for (; *names; names++, values++)
    if (strcmp (lum_xml_get_local_name (*names), name) == 0)
      return *values;
  return NULL;
}

static void
begin_lap (Parser *self, const char *text)
{
  LumTime start;
  gboolean known = text && lum_time_parse (text, strlen (text), &start);

  lum_tcx_activity_begin_lap (self->activity, known ? &start : NULL);
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char *name,
                  const char **attribute_names,
                  const char **attribute_values,
                  gpointer user_data,
                  GError **error)
{
  Parser *self = user_data;
  LumTcxElement element;

  if (!lum_xml_check_depth (self->depth, error))
    return;
  element = lum_tcx_find_element (self->stack[self->depth], name);
  self->stack[++self->depth] = element;

  switch (element) {
  case LUM_TCX_COURSE:
    self->n_courses++;
    break;
  case LUM_TCX_ACTIVITY:
    if (self->activities->len >= MAX_ACTIVITIES) {
      g_set_error_literal (error, LUM_ERROR, LUM_ERROR_TOO_LARGE, _ ("It holds more than 10,000 activities."));
      return;
    }
    self->activity = lum_tcx_activity_new ();
    self->activity->sport = g_strdup (find_attribute (attribute_names, attribute_values, "Sport"));
    g_ptr_array_add (self->activities, self->activity);
    break;
  case LUM_TCX_LAP:
    begin_lap (self, find_attribute (attribute_names, attribute_values, "StartTime"));
    break;
  case LUM_TCX_POINT:
    self->point = (LumTrackPoint){.ele = NAN, .covered = NAN, .time = LUM_INSTANT_NONE};
    self->has_lat = self->has_lon = FALSE;
    break;
  default:
    if (element >= LUM_TCX_FIRST_TEXT)
      g_string_truncate (self->text, 0);
    break;
  }
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer user_data, GError **error)
{
  Parser *self = user_data;

  if (self->stack[self->depth] >= LUM_TCX_FIRST_TEXT)
    g_string_append_len (self->text, text, (gssize) length);
}

static gboolean
take_number (Parser *self, double max, double *value)
{
  return lum_number_parse_in (self->text->str, self->text->len, 0, max, value);
}

static void
add_number (Parser *self, double max, double *sum)
{
  double value;

  if (take_number (self, max, &value))
    *sum = (isnan (*sum) ? 0 : *sum) + value;
}

static void
take_text (Parser *self, LumTcxElement element)
{
  LumTcxActivity *activity = self->activity;
  LumTrackPoint *point = &self->point;
  LumTime time;
  int hr;

  switch (element) {
  case LUM_TCX_ID:
    lum_time_parse (self->text->str, self->text->len, &activity->id);
    break;
  case LUM_TCX_NOTES:
    lum_xml_take_words (self->text, &activity->notes);
    break;
  case LUM_TCX_CREATOR_NAME:
    lum_xml_take_words (self->text, &activity->creator);
    break;
  case LUM_TCX_LAP_TIME:
    if (take_number (self, 1e7, &activity->lap_timer_s))
      activity->timer_s = (isnan (activity->timer_s) ? 0 : activity->timer_s) + activity->lap_timer_s;
    break;
  case LUM_TCX_LAP_DISTANCE:
    add_number (self, 1e8, &activity->distance_m);
    break;
  case LUM_TCX_LAP_CALORIES:
    add_number (self, 1e5, &activity->calories);
    break;
  case LUM_TCX_LAP_AVG_HR:
    hr = lum_xml_parse_hr (self->text);
    activity->lap_hr = hr ? hr : NAN;
    break;
  case LUM_TCX_LAP_MAX_HR:
    activity->max_hr = MAX (activity->max_hr, lum_xml_parse_hr (self->text));
    break;
  case LUM_TCX_TIME:
    if (lum_time_parse (self->text->str, self->text->len, &time) &&
        lum_time_is_plausible (time.instant, G_MAXINT64 / 2))
      point->time = time.instant;
    break;
  case LUM_TCX_LAT:
    self->has_lat = lum_number_parse_coordinate (self->text->str, self->text->len, &point->lat);
    break;
  case LUM_TCX_LON:
    self->has_lon = lum_number_parse_coordinate (self->text->str, self->text->len, &point->lon);
    break;
  case LUM_TCX_ALTITUDE:
    lum_number_parse_in (self->text->str, self->text->len, -500, 9000, &point->ele);
    break;
  case LUM_TCX_DISTANCE:
    take_number (self, 1e8, &point->covered);
    break;
  case LUM_TCX_HR:
    point->hr = lum_xml_parse_hr (self->text);
    break;
  default:
    break;
  }
}

static void
end_element_cb (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Parser *self = user_data;
  LumTcxElement element = self->stack[self->depth--];

  switch (element) {
  case LUM_TCX_POINT:
    self->point.placed =
        self->has_lat && self->has_lon && fabs (self->point.lat) <= 90 && fabs (self->point.lon) <= 180;
    lum_tcx_activity_add_point (self->activity, &self->point);
    break;
  case LUM_TCX_TRACK:
    lum_track_sums_end_segment (&self->activity->sums);
    break;
  case LUM_TCX_LAP:
    lum_tcx_activity_end_lap (self->activity);
    break;
  default:
    if (element >= LUM_TCX_FIRST_TEXT)
      take_text (self, element);
    break;
  }
}

static void
add_items (Parser *self, LumImportBatch *batch)
{
  if (self->activities->len == 0)
    lum_recording_refuse (self->source, "tcx", batch, "%s",
                          self->n_courses > 0 ? _ ("It is a course, a planned route, not a run.")
                                              : _ ("There is no activity in the file."));
  for (guint i = 0; i < self->activities->len; i++)
    lum_tcx_activity_add_item (self->activities->pdata[i], self->source, batch);
}

static gboolean
sniff (const LumImportSource *source)
{
  char root[64];

  return lum_sniff_xml_root (source->data, source->length, root) && strcmp (root, "TrainingCenterDatabase") == 0;
}

static gboolean
parse (const LumImportSource *source, LumImportBatch *batch, GCancellable *cancellable, GError **error)
{
  static const GMarkupParser callbacks = {start_element_cb, end_element_cb, text_cb, NULL, NULL};
  Parser self = {source};
  gboolean broken = FALSE, done;

  self.text = g_string_sized_new (256);
  self.activities = g_ptr_array_new_with_free_func ((GDestroyNotify) lum_tcx_activity_free);
  done = lum_xml_read (source, "tcx", &callbacks, &self, batch, &broken, cancellable, error);
  if (done && !broken)
    add_items (&self, batch);

  g_string_free (self.text, TRUE);
  g_ptr_array_unref (self.activities);
  return done;
}

const LumImporter lum_tcx_importer = {.format = "tcx", .sniff = sniff, .parse = parse};
