/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-xml-form.h"

#include <string.h>

#include "lum-error.h"
#include "lum-i18n.h"
#include "lum-number.h"
#include "lum-time-parse.h"

/* Twenty years of five activities a day are a third of it. */
#define MAX_ACTIVITIES 100000

typedef struct {
  const LumXmlForm *form;
  GArray *runs;        /* LumRecording: kept until the file is known to be whole */
  const char *current; /* the path of the activity in work, or NULL */
  LumXmlActivity activity;
} Reader;

static void
take_time (LumXmlKind kind, const char *text, gsize length, LumRecording *run)
{
  LumTime time;

  if (kind == LUM_XML_MILLISECONDS) {
    double value;

    if (lum_number_parse_in (text, length, 1, 1e14, &value))
      run->start = (LumInstant) value;
    return;
  }
  if (!lum_time_parse (text, length, &time)) {
    g_autofree char *midnight = NULL;

    /* Who did not write down when wrote down the day. */
    if (kind != LUM_XML_TIME_WALL || length != 10)
      return;
    midnight = g_strconcat (text, "T00:00:00", NULL);
    if (lum_time_parse (midnight, strlen (midnight), &time))
      run->day = lum_day_from_instant (time.instant, 0);
    return;
  }
  run->start = time.instant;
  if (kind == LUM_XML_TIME_WALL) {
    run->start += (LumInstant) time.utc_offset * 1000;
    run->wall_clock = TRUE;
    return;
  }
  run->wall_clock = kind == LUM_XML_TIME_LOCAL && time.zone == LUM_ZONE_NONE;
  if (time.zone == LUM_ZONE_OFFSET)
    run->utc_offset = time.utc_offset;
}

/**
 * lum_xml_field_take:
 * @path: below the activity
 *
 * Writes a value to the recording, if the table names its path.
 *
 * Returns: whether it does
 */
gboolean
lum_xml_field_take (const LumXmlField *fields,
                    const char *path,
                    const char *text,
                    gsize length,
                    LumXmlActivity *activity)
{
  gpointer at;

  while (fields->path && strcmp (fields->path, path) != 0)
    fields++;
  if (!fields->path)
    return FALSE;

  at = G_STRUCT_MEMBER_P (&activity->run, fields->offset);
  switch (fields->kind) {
  case LUM_XML_WORDS:
    if (!*(const char **) at)
      *(const char **) at = g_string_chunk_insert (activity->words, text);
    break;
  case LUM_XML_NUMBER: {
    double value;

    if (lum_number_parse_in (text, length, 0, 1e12, &value))
      *(double *) at = value * fields->scale;
    break;
  }
  case LUM_XML_DURATION:
    lum_duration_parse (text, length, at);
    break;
  default:
    take_time (fields->kind, text, length, &activity->run);
    break;
  }
  return TRUE;
}

static void
begin_activity (Reader *self, const char *path)
{
  self->current = path;
  lum_recording_init (&self->activity.run);
  self->activity.run.app = self->form->app;
  if (self->form->extra_size)
    memset (self->activity.extra, 0, self->form->extra_size);
  if (self->form->begin)
    self->form->begin (&self->activity);
}

static void
end_activity (Reader *self)
{
  lum_recording_set_sport (&self->activity.run, self->activity.run.sport);
  if (self->form->finish)
    self->form->finish (&self->activity);
  g_array_append_val (self->runs, self->activity.run);
  self->current = NULL;
}

static void
begin_cb (gpointer user_data, const char *path, GError **error)
{
  Reader *self = user_data;

  for (guint i = 0; !self->current && self->form->activities[i]; i++)
    if (strcmp (path, self->form->activities[i]) == 0) {
      if (self->runs->len >= MAX_ACTIVITIES)
        g_set_error_literal (error, LUM_ERROR, LUM_ERROR_TOO_LARGE, _ ("It holds more than 100,000 activities."));
      else
        begin_activity (self, self->form->activities[i]);
    }
}

static void
value_cb (gpointer user_data, const char *path, const char *text, gsize length)
{
  Reader *self = user_data;
  const char *below = self->current ? lum_xml_path_below (path, self->current) : NULL;

  if (below && !lum_xml_field_take (self->form->fields, below, text, length, &self->activity) && self->form->value)
    self->form->value (&self->activity, below, text, length);
}

static void
end_cb (gpointer user_data, const char *path, GError **error)
{
  Reader *self = user_data;
  const char *below = self->current ? lum_xml_path_below (path, self->current) : NULL;

  if (!below)
    return;
  if (*below) {
    if (self->form->end_element)
      self->form->end_element (&self->activity, below);
    return;
  }
  end_activity (self);
}

/**
 * lum_xml_form_read:
 *
 * Reads a file of a form: an item for each of its activities, or one that says why there is none. A file that is
 * damaged or cut off is refused whole.
 *
 * Returns: %FALSE with an error only where it was cancelled
 */
gboolean
lum_xml_form_read (const LumXmlForm *self,
                   const LumImportSource *source,
                   LumImportBatch *batch,
                   GCancellable *cancellable,
                   GError **error)
{
  static const LumXmlPathCallbacks callbacks = {begin_cb, value_cb, end_cb};
  Reader reader = {.form = self};
  gboolean broken = FALSE, done;

  reader.runs = g_array_new (FALSE, FALSE, sizeof (LumRecording));
  reader.activity.words = g_string_chunk_new (4096);
  reader.activity.extra = g_malloc0 (self->extra_size);
  if (!self->activities)
    begin_activity (&reader, "");
  done = lum_xml_path_read (source, self->format, &callbacks, &reader, batch, &broken, cancellable, error);
  if (done && !broken) {
    if (reader.current)
      end_activity (&reader);
    for (guint i = 0; i < reader.runs->len; i++)
      lum_recording_add (&g_array_index (reader.runs, LumRecording, i), source, self->format, batch);
    if (reader.runs->len == 0)
      lum_recording_refuse (source, self->format, batch, "%s", _ ("There is no activity in the file."));
  }

  g_array_unref (reader.runs);
  g_string_chunk_free (reader.activity.words);
  g_free (reader.activity.extra);
  return done;
}
