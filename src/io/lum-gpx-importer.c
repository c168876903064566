/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "lum-error.h"
#include "lum-gpx-elements.h"
#include "lum-gpx-track.h"
#include "lum-i18n.h"
#include "lum-importer.h"
#include "lum-number.h"
#include "lum-sniff.h"
#include "lum-text-decode.h"
#include "lum-time-parse.h"

/* GPX 1.0 and 1.1 (formats §5), streamed through GMarkup. Elements are known by their local names, whatever the
 * version and the namespaces. Nothing is allocated for a point, and no point is kept.
 *
 * A file that is damaged or cut off is refused whole, with the line: half a run would count as a short one. */

#define MAX_DEPTH 64
#define MAX_TRACKS 10000
#define BLOCK (64 * 1024)

typedef struct {
  LumGpxElement stack[MAX_DEPTH + 1]; /* the first is LUM_GPX_NOTHING */
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
    const char *local = lum_gpx_get_local_name (*names);

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

  if (self->depth >= MAX_DEPTH) {
    g_set_error_literal (error, LUM_ERROR, LUM_ERROR_TOO_LARGE, _ ("Its elements are nested too deeply."));
    return;
  }

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

/* The first text that says something stays. */
static void
take_words (Parser *self, char **at)
{
  g_autofree char *words = g_strstrip (g_strdup (self->text->str));

  if (!*at && *words)
    *at = g_steal_pointer (&words);
}

static void
take_number (Parser *self, double *at, double max)
{
  lum_number_parse_in (self->text->str, self->text->len, 0, max, at);
}

static int
read_hr (const Parser *self)
{
  double hr;

  /* 0 is how many devices write "no pulse". */
  return lum_number_parse_in (self->text->str, self->text->len, 25, 250, &hr) ? (int) lround (hr) : 0;
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
    take_words (self, &self->file.name);
    break;
  case LUM_GPX_FILE_DESC:
    take_words (self, &self->file.desc);
    break;
  case LUM_GPX_NAME:
    take_words (self, &track->name);
    break;
  case LUM_GPX_CMT:
    take_words (self, &track->cmt);
    break;
  case LUM_GPX_DESC:
    take_words (self, &track->desc);
    break;
  case LUM_GPX_TYPE:
  case LUM_GPX_STAT_SPORT:
    take_words (self, &track->type);
    break;
  case LUM_GPX_TRACK_ID:
    take_words (self, &track->source_id);
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
    track->mean_hr = read_hr (self);
    break;
  case LUM_GPX_STAT_MAX_HR:
    track->max_hr = read_hr (self);
    break;
  case LUM_GPX_ELE:
    lum_number_parse_in (self->text->str, self->text->len, -500, 9000, &self->point.ele);
    break;
  case LUM_GPX_TIME:
    take_time (self);
    break;
  case LUM_GPX_HR:
    self->point.hr = read_hr (self);
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

/* A document type declaration is blanked out before the parser sees it: Apple's is broken, and nobody else's says
 * anything. Its line breaks stay, so that a line in a message is the file's. */
static void
blank_doctype (LumText *self)
{
  const char *found = g_strstr_len (self->text, (gssize) MIN (self->length, BLOCK), "<!DOCTYPE");
  const char *close, *subset;
  gsize start, end;

  if (!found || g_strstr_len (self->text, found - self->text, "<gpx"))
    return;
  start = (gsize) (found - self->text);
  close = memchr (found, '>', self->length - start);
  subset = memchr (found, '[', self->length - start);
  if (close && subset && subset < close) {
    close = g_strstr_len (subset, (gssize) (self->length - (gsize) (subset - self->text)), "]>");
    close = close ? close + 1 : NULL;
  }
  end = close ? (gsize) (close - self->text) + 1 : self->length;

  if (!self->owned)
    self->text = self->owned = g_strndup (self->text, self->length);
  for (gsize i = start; i < end; i++)
    if (self->owned[i] != '\n')
      self->owned[i] = ' ';
}

static gboolean
feed (GMarkupParseContext *context, const LumText *text, gboolean *complete, GCancellable *cancellable, GError **error)
{
  gsize at = 0;

  *complete = FALSE;
  while (at < text->length) {
    gsize size = MIN (BLOCK, text->length - at);

    /* GMarkup does not count a line break that begins a block. */
    while (at + size < text->length && text->text[at + size] == '\n')
      size++;
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    if (!g_markup_parse_context_parse (context, text->text + at, (gssize) size, error))
      return FALSE;
    at += size;
  }
  *complete = TRUE;
  return g_markup_parse_context_end_parse (context, error);
}

/* One item that says what is wrong with the file as a whole. */
static void
refuse_file (const LumImportSource *source,
             LumImportBatch *batch,
             const GError *broken,
             gboolean complete,
             GMarkupParseContext *context)
{
  LumImportItem *item = lum_import_batch_add (batch, source->file, source->member, "gpx");
  int line;

  item->kind = LUM_RECORD_RUN;
  g_markup_parse_context_get_position (context, &line, NULL);
  if (broken->domain == LUM_ERROR)
    lum_import_batch_refuse (batch, item, LUM_IMPORT_REFUSED, "%s", broken->message);
  else if (complete)
    lum_import_batch_refuse (batch, item, LUM_IMPORT_REFUSED,
                             /* Translators: %d is the number of a line in a file */
                             _ ("The file is cut off: it ends in line %d in the middle of the track."), line);
  else
    lum_import_batch_refuse (batch, item, LUM_IMPORT_REFUSED,
                             /* Translators: %d is the number of a line in a file */
                             _ ("The file is broken in line %d and cannot be read."), line);
}

static void
add_items (Parser *self, const LumImportSource *source, LumImportBatch *batch)
{
  LumGpxTrack *last = NULL;

  if (self->tracks->len == 0) {
    LumImportItem *item = lum_import_batch_add (batch, source->file, source->member, "gpx");

    item->kind = LUM_RECORD_RUN;
    lum_import_batch_refuse (batch, item, LUM_IMPORT_REFUSED, "%s",
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
  g_auto (LumText) text = {0};
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) broken = NULL;
  gboolean complete;
  Parser self = {0};

  lum_text_decode (&text, source->data, source->length);
  blank_doctype (&text);
  self.text = g_string_sized_new (256);
  self.tracks = g_ptr_array_new_with_free_func ((GDestroyNotify) lum_gpx_track_free);
  self.now = lum_clock_get_now (source->clock, NULL);
  context = g_markup_parse_context_new (&callbacks, G_MARKUP_TREAT_CDATA_AS_TEXT, &self, NULL);

  if (feed (context, &text, &complete, cancellable, &broken))
    add_items (&self, source, batch);
  else if (!g_error_matches (broken, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    refuse_file (source, batch, broken, complete, context);

  g_string_free (self.text, TRUE);
  g_ptr_array_unref (self.tracks);
  g_free (self.file.creator);
  g_free (self.file.name);
  g_free (self.file.desc);

  if (broken && broken->domain == G_IO_ERROR) {
    g_propagate_error (error, g_steal_pointer (&broken));
    return FALSE;
  }
  return TRUE;
}

const LumImporter lum_gpx_importer = {"gpx", sniff, parse};
