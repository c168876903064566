/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "lum-i18n.h"
#include "lum-importer.h"
#include "lum-json-file.h"
#include "lum-json-scan.h"
#include "lum-sniff.h"
#include "lum-text-decode.h"

/* The backup of a self-hosted Runalyze (formats §12). It is no JSON as a whole but lines: "version=4.3", then the name of
 * a table, {"TABLE":"runalyze_training"}, and its rows, each {"<id>":{…}}. A line that cannot be read is refused by
 * itself with its number, like a table's. */

#define START "version="
#define TABLE "{\"TABLE\":\""
#define HEAD (64 * 1024)

/* A file in which nothing fits does not fill the preview with its lines. */
#define MAX_BAD_LINES 200

typedef struct {
  const char *text;
  gsize length;
  guint number; /* from 1 */
} Line;

typedef struct {
  char *name, *image; /* (nullable) */
} Sport;

typedef struct {
  const LumImportSource *source;
  LumImportBatch *batch;
  GHashTable *sports; /* id to Sport */
  GArray *runs;       /* Line */
  GArray *sport_rows; /* Line */
  JsonParser *parser;
  guint n_bad;
} Reader;

static void
free_sport (gpointer data)
{
  Sport *sport = data;

  g_free (sport->name);
  g_free (sport->image);
  g_free (sport);
}

/* --- lines ------------------------------------------------------------------------------------------------------- */

static gboolean
begins_with (const Line *line, const char *prefix)
{
  gsize n = strlen (prefix);

  return line->length >= n && memcmp (line->text, prefix, n) == 0;
}

/* The rows of which table follow. */
static GArray *
find_table (Reader *self, const Line *line)
{
  static const char training[] = TABLE "runalyze_training\"", sport[] = TABLE "runalyze_sport\"";

  if (begins_with (line, training))
    return self->runs;
  return begins_with (line, sport) ? self->sport_rows : NULL;
}

/* Names of sports may come after what refers to them, so the rows are found first. */
static void
find_rows (Reader *self, const LumText *text)
{
  const char *p = text->text, *end = text->text + text->length;
  GArray *table = NULL;

  for (guint number = 1; p < end; number++) {
    const char *stop = memchr (p, '\n', (gsize) (end - p));
    Line line = {p, (gsize) ((stop ? stop : end) - p), number};

    if (begins_with (&line, TABLE))
      table = find_table (self, &line);
    else if (table && line.length > 1 && *line.text == '{')
      g_array_append_val (table, line);
    p = stop ? stop + 1 : end;
  }
}

/* The one row of a line; it belongs to the parser. */
static JsonObject *
parse_row (Reader *self, const Line *line, char **id)
{
  g_autoptr (GArray) spans = lum_json_scan (line->text, line->length, NULL, NULL);
  JsonObject *object = spans && spans->len == 1 ? lum_json_parse (self->parser, line->text, line->length) : NULL;
  g_autoptr (GList) keys = object ? json_object_get_members (object) : NULL;

  if (!keys || keys->next)
    return NULL;
  *id = g_strdup (keys->data);
  return lum_json_get_object (object, keys->data);
}

/* --- rows -------------------------------------------------------------------------------------------------------- */

static void
read_sport (Reader *self, const Line *line)
{
  g_autofree char *id = NULL;
  JsonObject *row = parse_row (self, line, &id);
  Sport *sport;

  if (!row)
    return;
  sport = g_new0 (Sport, 1);
  sport->name = g_strdup (lum_json_get_text (row, "name"));
  sport->image = g_strdup (lum_json_get_text (row, "img"));
  g_hash_table_replace (self->sports, g_steal_pointer (&id), sport);
}

/* People give the names. Where one says nothing to Lumbar, its picture does ("icons8-running"); without that, something
 * with a distance may be a run. */
static void
set_sport (Reader *self, JsonObject *row, LumRecording *run)
{
  g_autofree char *id = lum_json_get_id (row, "sportid");
  const Sport *sport = id ? g_hash_table_lookup (self->sports, id) : NULL;
  const char *sub_sport;

  if (!sport)
    return;
  lum_recording_set_sport (run, sport->name);
  if (run->sport_class != LUM_SPORT_UNKNOWN)
    return;
  run->sport_class = lum_sport_classify (sport->image, &sub_sport);
  if (run->sport_class == LUM_SPORT_UNKNOWN && run->sport && (sport->image || !(run->distance_m > 0)))
    run->sport_class = LUM_SPORT_OTHER;
}

static void
read_figures (JsonObject *row, LumRecording *run)
{
  double minutes = lum_json_get_number (row, "timezone_offset", -1080, 1080);
  double seconds = lum_json_get_number (row, "time", 0, 1e11);

  /* The wall clock, counted as if it were UTC. */
  if (!isnan (seconds))
    run->start = (LumInstant) seconds * 1000;
  run->wall_clock = TRUE;
  if (!isnan (minutes))
    run->utc_offset = (gint32) (minutes * 60);
  run->timer_s = lum_json_get_number (row, "s", 0, 1e12);
  run->elapsed_s = lum_json_get_number (row, "elapsed_time", 0, 1e12);
  run->distance_m = lum_json_get_number (row, "distance", 0, 1e9) * 1000;
  run->ascent_m = lum_json_get_number (row, "elevation", 0, 1e6);
  run->calories = lum_json_get_number (row, "kcal", 0, 1e6);
  run->avg_hr = lum_json_get_number (row, "pulse_avg", 25, 250);
  run->max_hr = lum_json_get_number (row, "pulse_max", 25, 250);
}

static void
read_run (Reader *self, const Line *line)
{
  g_autofree char *id = NULL;
  JsonObject *row = parse_row (self, line, &id);
  double effort = lum_json_get_number (row, "rpe", 1, 20);
  LumRecording run;
  LumImportItem *item;

  if (!row) {
    if (self->n_bad++ < MAX_BAD_LINES)
      lum_recording_refuse (self->source, "runalyze", self->batch,
                            /* Translators: %u is the number of a line in a file */
                            _ ("Line %u is broken or cut off and cannot be read."), line->number);
    return;
  }
  lum_recording_init (&run);
  read_figures (row, &run);
  set_sport (self, row, &run);
  run.title = lum_json_get_text (row, "title");
  if (!run.title)
    run.title = lum_json_get_text (row, "comment");
  run.note = lum_json_get_text (row, "notes");
  run.app = "Runalyze";
  run.id = id;
  item = lum_recording_add (&run, self->source, "runalyze", self->batch);
  /* Runalyze asks for Borg's scale from 6 to 20, which has no exact place on one from 0 to 10. */
  if (item->status == LUM_IMPORT_NEW && !isnan (effort))
    lum_import_batch_warn (self->batch, item, _ ("Its effort of %.0f is on the scale from 6 to 20 and was left out."),
                           effort);
}

static gboolean
read_rows (Reader *self, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < self->sport_rows->len; i++)
    read_sport (self, &g_array_index (self->sport_rows, Line, i));
  for (guint i = 0; i < self->runs->len; i++) {
    if (i % 256 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    read_run (self, &g_array_index (self->runs, Line, i));
  }
  if (self->n_bad > MAX_BAD_LINES)
    lum_recording_refuse (
        self->source, "runalyze", self->batch,
        ngettext ("%u more line cannot be read.", "%u more lines cannot be read.", self->n_bad - MAX_BAD_LINES),
        self->n_bad - MAX_BAD_LINES);
  if (self->runs->len == 0)
    lum_recording_refuse (self->source, "runalyze", self->batch, "%s", _ ("There is no activity in the file."));
  return TRUE;
}

/* --- the importer ------------------------------------------------------------------------------------------------ */

static gboolean
sniff (const LumImportSource *source)
{
  g_auto (LumText) head = {0};

  if (lum_sniff_first_char (source->data, source->length) != 'v')
    return FALSE;
  lum_text_decode (&head, source->data, MIN (source->length, HEAD));
  return head.length >= strlen (START) && memcmp (head.text, START, strlen (START)) == 0 &&
         g_strstr_len (head.text, (gssize) head.length, TABLE);
}

static gboolean
parse (const LumImportSource *source, LumImportBatch *batch, GCancellable *cancellable, GError **error)
{
  g_auto (LumText) text = {0};
  g_autoptr (GHashTable) sports = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_sport);
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr (GArray) sport_rows = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr (JsonParser) parser = json_parser_new ();
  Reader self = {source, batch, sports, runs, sport_rows, parser, 0};

  lum_text_decode (&text, source->data, source->length);
  find_rows (&self, &text);
  return read_rows (&self, cancellable, error);
}

const LumImporter lum_runalyze_importer = {.format = "runalyze", .sniff = sniff, .parse = parse};
