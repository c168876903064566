/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-importer.h"
#include "lum-json-file.h"

/* Smashrun's runs (formats §12): kilometres and seconds. It knows nothing but runs, and writes -1 for what it does not
 * know. */

static void
read_activity (JsonObject *activity, const LumImportSource *source, LumImportBatch *batch)
{
  g_autofree char *id = lum_json_get_id (activity, "activityId");
  LumRecording run;
  LumTime start;

  lum_recording_init (&run);
  if (lum_json_get_time (activity, "startDateTimeLocal", &start))
    lum_json_set_start (&run, &start);
  lum_json_set_sport (&run, lum_json_get_text (activity, "activityType"));
  run.distance_m = lum_json_get_number (activity, "distance", 0, 1e9) * 1000;
  run.timer_s = lum_json_get_number (activity, "duration", 0, 1e12);
  run.avg_hr = lum_json_get_number (activity, "heartRateAverage", 25, 250);
  run.max_hr = lum_json_get_number (activity, "heartRateMax", 25, 250);
  run.calories = lum_json_get_number (activity, "calories", 0, 1e6);
  run.note = lum_json_get_text (activity, "notes");
  run.app = "Smashrun";
  run.id = id;
  lum_recording_add (&run, source, "smashrun", batch);
}

static gboolean
sniff (const LumImportSource *source)
{
  static const char *const keys[] = {"startDateTimeLocal", "activityId", NULL};

  return lum_json_sniff (source, keys);
}

static gboolean
parse (const LumImportSource *source, LumImportBatch *batch, GCancellable *cancellable, GError **error)
{
  return lum_json_read (source, "smashrun", NULL, read_activity, batch, cancellable, error);
}

const LumImporter lum_smashrun_json_importer = {.format = "smashrun", .sniff = sniff, .parse = parse};
