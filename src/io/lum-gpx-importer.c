/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "lum-error.h"
#include "lum-gpx-elements.h"
#include "lum-gpx-track.h"
#include "lum-i18n.h"
#include "lum-importer.h"
#include "lum-number.h"
#include "lum-recording.h"
#include "lum-sniff.h"
#include "lum-time-parse.h"
#include "lum-xml-reader.h"

/* GPX 1.0 and 1.1 (formats §5), streamed through GMarkup. Elements are known by their local names, whatever the
 * version and the namespaces. Nothing is allocated for a point, and no point is kept.
 *
 * A file that is damaged or cut off is refused whole, with the line: half a run would count as a short one. */

#define MAX_TRACKS 10000

typedef struct {
  LumGpxElement stack[LUM_XML_MAX_DEPTH + 1]; /* the first is LUM_GPX_NOTHING */
  guint depth;
  GString *text;
  LumGpxFile file;
  GPtrArray *tracks; /* LumGpxTrack */
  LumGpxTrack *track;
  LumTrackPoint point;
  guint n_routes;
  LumInstant now;
} Parser;

/* Old OpenTracks and My Tracks marked pauses and resumes by points at latitudes that do not exist. */
static gboolean
is_pause_mark (double lat, double lon)
{
  return (lat == 100 || lat == 200) && lon == 0;
}

static void
begin_point (Parser *self, const char **names, const char **values)
{
  LumTrackPoint *point = &self->point;
  gboolean has_lat = FALSE, has_lon = FALSE;

  *point = (LumTrackPoint){.ele = NAN, .covered = NAN, .time = LUM_INSTANT_NONE};
  for (; *names; names++, values++) {
    const char *local = lum_xml_get_local_name (*names);

    if (local[0] != 'l')
      continue;
    if (strcmp (local, "lat") == 0)
      has_lat = lum_number_parse_coordinate (*values, strlen (*values), &point->lat);
    else if (strcmp (local, "lon") == 0)
      has_lon = lum_number_parse_coordinate (*values, strlen (*values), &point->lon);
  }
  point->placed = has_lat && has_lon && fabs (point->lat) <= 90 && fabs (point->lon) <= 180;
}

static void
end_point (Parser *self)
{
  LumTrackPoint *point = &self->point;

  if (!point->placed && is_pause_mark (point->lat, point->lon)) {
    lum_track_sums_end_segment (&self->track->sums);
    return;
  }
  if (!point->placed)
    self->track->n_bad_positions++;
  lum_track_sums_add (&self->track->sums, point);
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
  LumGpxElement element;

  if (!lum_xml_check_depth (self->depth, error))
    return;

  element = lum_gpx_find_element (self->stack[self->depth], name);
  self->stack[++self->depth] = element;

  switch (element) {
  case LUM_GPX_GPX:
    for (guint i = 0; attribute_names[i]; i++)
      if (strcmp (attribute_names[i], "creator") == 0 && *attribute_values[i] && !self->file.creator)
        self->file.creator = g_strdup (attribute_values[i]);
    break;
  case LUM_GPX_TRK: {
    g_autofree char *creator = g_ascii_strdown (self->file.creator ? self->file.creator : "", -1);

    if (self->tracks->len >= MAX_TRACKS) {
      g_set_error_literal (error, LUM_ERROR, LUM_ERROR_TOO_LARGE, _ ("It holds more than 10,000 tracks."));
      return;
    }
    self->track = lum_gpx_track_new (strstr (creator, "barometer") != NULL);
    g_ptr_array_add (self->tracks, self->track);
    break;
  }
  case LUM_GPX_TRKPT:
    begin_point (self, attribute_names, attribute_values);
    break;
  case LUM_GPX_ROUTE:
    self->n_routes++;
    break;
  default:
    if (element >= LUM_GPX_FIRST_TEXT)
      g_string_truncate (self->text, 0);
    break;
  }
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer user_data, GError **error)
{
  Parser *self = user_data;

  if (self->stack[self->depth] >= LUM_GPX_FIRST_TEXT)
    g_string_append_len (self->text, text, (gssize) length);
}

static void
take_number (Parser *self, double *at, double max)
{
  lum_number_parse_in (self->text->str, self->text->len, 0, max, at);
}

static void
take_time (Parser *self)
{
  LumGpxTrack *track = self->track;
  LumTime time;

  if (!lum_time_parse (self->text->str, self->text->len, &time)) {
    track->n_bad_times++;
    return;
  }
  if (!lum_time_is_plausible (time.instant, self->now)) {
    track->n_bad_times++;
    track->bad_time = time.instant;
    return;
  }
  /* A time without a zone is UTC: GPX knows no other. */
  self->point.time = time.instant;
  if (time.zone == LUM_ZONE_OFFSET && (track->utc_offset == LUM_INT_NONE || track->sums.n_timed == 0))
    track->utc_offset = time.utc_offset;
}

static void
take_text (Parser *self, LumGpxElement element)
{
  LumGpxTrack *track = self->track;
  double value = NAN;

  switch (element) {
  case LUM_GPX_FILE_NAME:
    lum_xml_take_words (self->text, &self->file.name);
    break;
  case LUM_GPX_FILE_DESC:
    lum_xml_take_words (self->text, &self->file.desc);
    break;
  case LUM_GPX_NAME:
    lum_xml_take_words (self->text, &track->name);
    break;
  case LUM_GPX_CMT:
    lum_xml_take_words (self->text, &track->cmt);
    break;
  case LUM_GPX_DESC:
    lum_xml_take_words (self->text, &track->desc);
    break;
  case LUM_GPX_TYPE:
  case LUM_GPX_STAT_SPORT:
    lum_xml_take_words (self->text, &track->type);
    break;
  case LUM_GPX_TRACK_ID:
    lum_xml_take_words (self->text, &track->source_id);
    break;
  case LUM_GPX_STAT_DISTANCE:
    take_number (self, &track->distance_m, 1e9);
    break;
  case LUM_GPX_STAT_TIMER:
    take_number (self, &track->timer_s, 1e9);
    break;
  case LUM_GPX_STAT_MOVING:
    take_number (self, &track->moving_s, 1e9);
    break;
  case LUM_GPX_STAT_ASCENT:
    take_number (self, &track->ascent_m, 1e5);
    break;
  case LUM_GPX_STAT_DESCENT:
    take_number (self, &track->descent_m, 1e5);
    break;
  case LUM_GPX_STAT_CALORIES:
    take_number (self, &value, 1e4);
    if (!isnan (value))
      track->calories = MIN ((isnan (track->calories) ? 0 : track->calories) + value, 1e5);
    break;
  case LUM_GPX_STAT_MEAN_HR:
    track->mean_hr = lum_xml_parse_hr (self->text);
    break;
  case LUM_GPX_STAT_MAX_HR:
    track->max_hr = lum_xml_parse_hr (self->text);
    break;
  case LUM_GPX_ELE:
    lum_number_parse_in (self->text->str, self->text->len, -500, 9000, &self->point.ele);
    break;
  case LUM_GPX_TIME:
    take_time (self);
    break;
  case LUM_GPX_HR:
    self->point.hr = lum_xml_parse_hr (self->text);
    break;
  case LUM_GPX_COVERED:
    take_number (self, &self->point.covered, 1e9);
    break;
  default:
    break;
  }
}

static void
end_element_cb (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Parser *self = user_data;
  LumGpxElement element = self->stack[self->depth--];

  switch (element) {
  case LUM_GPX_TRKPT:
    end_point (self);
    break;
  case LUM_GPX_TRKSEG:
    lum_track_sums_end_segment (&self->track->sums);
    break;
  case LUM_GPX_TRK:
    lum_gpx_track_end (self->track);
    self->track = NULL;
    break;
  default:
    if (element >= LUM_GPX_FIRST_TEXT)
      take_text (self, element);
    break;
  }
}

static void
add_items (Parser *self, const LumImportSource *source, LumImportBatch *batch)
{
  LumGpxTrack *last = NULL;

  if (self->tracks->len == 0) {
    lum_recording_refuse (source, "gpx", batch, "%s",
                          self->n_routes > 0 ? _ ("A route or places without times: there is no run in it.")
                                             : _ ("There is no track in the file."));
    return;
  }

  for (guint i = 0; i < self->tracks->len; i++) {
    LumGpxTrack *track = g_ptr_array_index (self->tracks, i);

    if (last && (track->sums.n_points == 0 || lum_gpx_track_join (last, track)))
      continue;
    /* A track without points says something only where there is no other. */
    if (last && last->sums.n_points > 0)
      lum_gpx_track_add_item (last, &self->file, source, batch);
    last = track;
  }
  lum_gpx_track_add_item (last, &self->file, source, batch);
}

static gboolean
sniff (const LumImportSource *source)
{
  char root[64];

  return lum_sniff_xml_root (source->data, source->length, root) && strcmp (root, "gpx") == 0;
}

static gboolean
parse (const LumImportSource *source, LumImportBatch *batch, GCancellable *cancellable, GError **error)
{
  static const GMarkupParser callbacks = {start_element_cb, end_element_cb, text_cb, NULL, NULL};
  gboolean broken = FALSE, done;
  Parser self = {0};

  self.file.format = "gpx";
  self.text = g_string_sized_new (256);
  self.tracks = g_ptr_array_new_with_free_func ((GDestroyNotify) lum_gpx_track_free);
  self.now = lum_clock_get_now (source->clock, NULL);
  done = lum_xml_read (source, "gpx", &callbacks, &self, batch, &broken, cancellable, error);
  if (done && !broken)
    add_items (&self, source, batch);

  g_string_free (self.text, TRUE);
  g_ptr_array_unref (self.tracks);
  g_free (self.file.creator);
  g_free (self.file.name);
  g_free (self.file.desc);
  return done;
}

const LumImporter lum_gpx_importer = {.format = "gpx", .sniff = sniff, .parse = parse};
