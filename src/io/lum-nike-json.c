/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "lum-importer.h"
#include "lum-json-file.h"

/* Runs of Nike Run Club as tools fetch them (formats §8): one file each, or a list under "activities". The instants are
 * right, the zone is not known. */

/* A sum over the whole run, such as "distance" and "total". */
static double
find_summary (JsonArray *summaries, const char *metric, const char *kind)
{
  guint n = summaries ? json_array_get_length (summaries) : 0;

  for (guint i = 0; i < n; i++) {
    JsonObject *summary = lum_json_get_element (summaries, i);

    if (g_strcmp0 (lum_json_get_text (summary, "metric"), metric) == 0 &&
        g_strcmp0 (lum_json_get_text (summary, "summary"), kind) == 0)
      return lum_json_get_number (summary, "value", 0, 1e9);
  }
  return NAN;
}

/* Tags have Nike's name before their own, or they have not. */
static const char *
find_tag (JsonObject *tags, const char *name)
{
  g_autofree char *full = g_strconcat ("com.nike.", name, NULL);
  const char *tag = lum_json_get_text (tags, full);

  return tag ? tag : lum_json_get_text (tags, name);
}

static gint32
find_effort (JsonObject *tags)
{
  gint32 effort = lum_json_get_int (tags, "com.nike.rpe", 1, 10);

  return effort != LUM_INT_NONE ? effort : lum_json_get_int (tags, "rpe", 1, 10);
}

static void
set_terrain (LumRecording *run, const char *terrain)
{
  static const char *const known[] = {"trail", "track", "treadmill"};

  for (guint i = 0; terrain && run->sport_class == LUM_SPORT_RUN && i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strcasecmp (terrain, known[i]) == 0)
      run->sub_sport = known[i];
}

static void
read_activity (JsonObject *activity, const LumImportSource *source, LumImportBatch *batch)
{
  g_autofree char *id = lum_json_get_id (activity, "id");
  JsonArray *summaries = lum_json_get_array (activity, "summaries");
  JsonObject *tags = lum_json_get_object (activity, "tags");
  LumInstant end = lum_json_get_epoch_ms (activity, "end_epoch_ms");
  LumRecording run;

  lum_recording_init (&run);
  run.start = lum_json_get_epoch_ms (activity, "start_epoch_ms");
  if (run.start != LUM_INSTANT_NONE && end != LUM_INSTANT_NONE && end > run.start)
    run.elapsed_s = (double) (end - run.start) / 1000;
  run.timer_s = lum_json_get_number (activity, "active_duration_ms", 0, 1e15) / 1000;
  run.distance_m = find_summary (summaries, "distance", "total") * 1000;
  run.ascent_m = find_summary (summaries, "ascent", "total");
  run.descent_m = find_summary (summaries, "descent", "total");
  run.avg_hr = find_summary (summaries, "heart_rate", "mean");
  run.max_hr = find_summary (summaries, "heart_rate", "max");
  run.calories = find_summary (summaries, "calories", "total");
  lum_json_set_sport (&run, lum_json_get_text (activity, "type"));
  set_terrain (&run, find_tag (tags, "terrain"));
  run.title = find_tag (tags, "name");
  run.note = find_tag (tags, "note");
  run.effort = find_effort (tags);
  run.app = "Nike Run Club";
  run.id = id;
  lum_recording_add (&run, source, "nike", batch);
}

static gboolean
sniff (const LumImportSource *source)
{
  static const char *const keys[] = {"start_epoch_ms", "active_duration_ms", NULL};

  return lum_json_sniff (source, keys);
}

static gboolean
parse (const LumImportSource *source, LumImportBatch *batch, GCancellable *cancellable, GError **error)
{
  return lum_json_read (source, "nike", "activities", read_activity, batch, cancellable, error);
}

const LumImporter lum_nike_json_importer = {.format = "nike", .sniff = sniff, .parse = parse};
