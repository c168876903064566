/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "lum-error.h"
#include "lum-gpx-track.h"
#include "lum-i18n.h"
#include "lum-number.h"
#include "lum-recording.h"
#include "lum-time-parse.h"
#include "lum-xml-path.h"

/* KML (formats §13). Times are only in gx:Track, where every placemark is an activity and every Track in it a stretch
 * between pauses, and in points with a TimeStamp, which are one track all together. Everything else is a route.
 *
 * A Track may list all its times before all its places. Neither is kept: the distance needs the places in their order,
 * the duration the first and the last time. Where times and places take turns, they are put together. */

#define MAX_TRACKS 10000

typedef struct {
  LumGpxFile file;
  GPtrArray *tracks;      /* LumGpxTrack, from gx:Track */
  LumGpxTrack *points;    /* from TimeStamp */
  LumGpxTrack *placemark; /* in work, or NULL */
  gboolean has_track;     /* the placemark has a gx:Track */
  LumTrackPoint point;    /* in work */
  gboolean has_coord;     /* the element in work had a text */
  gboolean is_type, is_hr;
  guint n_untimed;
  LumInstant now;
} Parser;

static void
begin_point (Parser *self)
{
  self->point = (LumTrackPoint){.ele = NAN, .covered = NAN, .time = LUM_INSTANT_NONE};
}

static void
flush_point (Parser *self)
{
  if (self->point.placed || self->point.time != LUM_INSTANT_NONE)
    lum_track_sums_add (&self->placemark->sums, &self->point);
  begin_point (self);
}

static void
take_time (Parser *self, LumGpxTrack *track, const char *text, gsize length)
{
  LumTime time;

  if (!lum_time_parse (text, length, &time)) {
    track->n_bad_times++;
    return;
  }
  if (!lum_time_is_plausible (time.instant, self->now)) {
    track->n_bad_times++;
    track->bad_time = time.instant;
    return;
  }
  self->point.time = time.instant;
  if (time.zone == LUM_ZONE_OFFSET && track->utc_offset == LUM_INT_NONE)
    track->utc_offset = time.utc_offset;
}

/* "lon lat ele" in a Track, "lon,lat,ele" in a Point. */
static void
take_place (Parser *self, LumGpxTrack *track, const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ", ", 4);
  guint n = g_strv_length (parts);
  LumTrackPoint *point = &self->point;

  point->placed = n >= 2 && lum_number_parse_in (parts[0], strlen (parts[0]), -180, 180, &point->lon) &&
                  lum_number_parse_in (parts[1], strlen (parts[1]), -90, 90, &point->lat);
  if (n >= 3)
    lum_number_parse_in (parts[2], strlen (parts[2]), -500, 9000, &point->ele);
  if (!point->placed)
    track->n_bad_positions++;
}

static void
take_words (char **at, const char *text)
{
  if (!*at)
    *at = g_strdup (text);
}

static void
take_hr (LumTrackSums *sums, const char *text, gsize length)
{
  double hr;

  if (!lum_number_parse_in (text, length, 25, 250, &hr))
    return;
  sums->hr_sum += hr;
  sums->n_hr++;
  sums->max_hr = MAX (sums->max_hr, (int) lround (hr));
}

static void
begin_cb (gpointer user_data, const char *path, GError **error)
{
  Parser *self = user_data;

  if (lum_xml_path_ends_with (path, "Placemark")) {
    if (!self->placemark)
      self->placemark = lum_gpx_track_new (FALSE);
    self->has_track = FALSE;
    begin_point (self);
  } else if (lum_xml_path_ends_with (path, "Track") && self->placemark) {
    if (self->tracks->len >= MAX_TRACKS)
      g_set_error_literal (error, LUM_ERROR, LUM_ERROR_TOO_LARGE, _ ("It holds more than 10,000 tracks."));
    self->has_track = TRUE;
    begin_point (self);
  }
}

static void
take_track_value (Parser *self, const char *path, const char *text, gsize length)
{
  LumGpxTrack *track = self->placemark;

  if (lum_xml_path_ends_with (path, "Track/when")) {
    flush_point (self);
    take_time (self, track, text, length);
  } else if (lum_xml_path_ends_with (path, "Track/coord")) {
    if (self->point.placed)
      flush_point (self);
    take_place (self, track, text);
    flush_point (self);
    self->has_coord = TRUE;
  } else if (lum_xml_path_ends_with (path, "SimpleArrayData@name")) {
    self->is_hr = g_ascii_strcasecmp (text, "heart_rate") == 0 || g_ascii_strcasecmp (text, "heartrate") == 0;
  } else if (self->is_hr && lum_xml_path_ends_with (path, "SimpleArrayData/value")) {
    take_hr (&track->sums, text, length);
  }
}

static void
take_placemark_value (Parser *self, const char *path, const char *text, gsize length)
{
  LumGpxTrack *track = self->placemark;

  if (lum_xml_path_ends_with (path, "Placemark/name")) {
    take_words (&track->name, text);
  } else if (lum_xml_path_ends_with (path, "Placemark/description")) {
    /* Many are tables in HTML, for a map's balloons. */
    if (!strchr (text, '<'))
      take_words (&track->desc, text);
  } else if (lum_xml_path_ends_with (path, "Placemark/trackid")) {
    take_words (&track->source_id, text);
  } else if (lum_xml_path_ends_with (path, "ExtendedData/Data@name")) {
    self->is_type = strcmp (text, "type") == 0;
  } else if (self->is_type && lum_xml_path_ends_with (path, "Data/value")) {
    take_words (&track->type, text);
  } else if (lum_xml_path_ends_with (path, "TimeStamp/when")) {
    take_time (self, track, text, length);
  } else if (lum_xml_path_ends_with (path, "Point/coordinates")) {
    take_place (self, track, text);
  } else {
    take_track_value (self, path, text, length);
  }
}

static void
value_cb (gpointer user_data, const char *path, const char *text, gsize length)
{
  Parser *self = user_data;

  if (self->placemark)
    take_placemark_value (self, path, text, length);
  else if (lum_xml_path_ends_with (path, "Document/name"))
    take_words (&self->file.name, text);
  else if (lum_xml_path_ends_with (path, "Document/generator") || strcmp (path, "kml@creator") == 0)
    take_words (&self->file.creator, text);
}

static void
end_placemark (Parser *self)
{
  LumGpxTrack *track = g_steal_pointer (&self->placemark);

  if (self->has_track) {
    g_ptr_array_add (self->tracks, track);
    return;
  }
  if (self->point.placed && self->point.time != LUM_INSTANT_NONE) {
    lum_track_sums_add (&self->points->sums, &self->point);
    if (self->points->utc_offset == LUM_INT_NONE)
      self->points->utc_offset = track->utc_offset;
  } else {
    self->n_untimed++;
  }
  lum_gpx_track_free (track);
}

static void
end_cb (gpointer user_data, const char *path, GError **error)
{
  Parser *self = user_data;

  if (!self->placemark)
    return;
  if (lum_xml_path_ends_with (path, "Track/coord")) {
    /* An empty one: the place was not known at this time. */
    if (!self->has_coord)
      flush_point (self);
    self->has_coord = FALSE;
  } else if (lum_xml_path_ends_with (path, "Track")) {
    flush_point (self);
    lum_gpx_track_end (self->placemark);
  } else if (lum_xml_path_ends_with (path, "Data")) {
    self->is_type = FALSE;
  } else if (lum_xml_path_ends_with (path, "SimpleArrayData")) {
    self->is_hr = FALSE;
  } else if (lum_xml_path_ends_with (path, "Placemark")) {
    end_placemark (self);
  }
}

static void
add_items (Parser *self, const LumImportSource *source, LumImportBatch *batch)
{
  gboolean any = FALSE;

  lum_gpx_track_end (self->points);
  if (self->tracks->len == 0 && self->points->sums.n_points > 0) {
    lum_gpx_track_add_item (self->points, &self->file, source, batch);
    return;
  }
  /* A track without points says something only where there is no other. */
  for (guint i = 0; i < self->tracks->len; i++) {
    LumGpxTrack *track = g_ptr_array_index (self->tracks, i);

    if (track->sums.n_points > 0 || (!any && i + 1 == self->tracks->len)) {
      lum_gpx_track_add_item (track, &self->file, source, batch);
      any = TRUE;
    }
  }
  if (!any)
    lum_recording_refuse (source, "kml", batch, "%s",
                          self->n_untimed > 0 ? _ ("A route or places without times: there is no run in it.")
                                              : _ ("There is no track in the file."));
}

static gboolean
sniff (const LumImportSource *source)
{
  return lum_xml_has_root (source, "kml");
}

static gboolean
parse (const LumImportSource *source, LumImportBatch *batch, GCancellable *cancellable, GError **error)
{
  static const LumXmlPathCallbacks callbacks = {begin_cb, value_cb, end_cb};
  Parser self = {.file = {.format = "kml"}};
  gboolean broken = FALSE, done;

  self.tracks = g_ptr_array_new_with_free_func ((GDestroyNotify) lum_gpx_track_free);
  self.points = lum_gpx_track_new (FALSE);
  self.now = lum_clock_get_now (source->clock, NULL);
  done = lum_xml_path_read (source, "kml", &callbacks, &self, batch, &broken, cancellable, error);
  if (done && !broken)
    add_items (&self, source, batch);

  g_clear_pointer (&self.placemark, lum_gpx_track_free);
  lum_gpx_track_free (self.points);
  g_ptr_array_unref (self.tracks);
  g_free (self.file.creator);
  g_free (self.file.name);
  return done;
}

const LumImporter lum_kml_importer = {.format = "kml", .sniff = sniff, .parse = parse};
