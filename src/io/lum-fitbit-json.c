/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "lum-i18n.h"
#include "lum-importer.h"
#include "lum-json-file.h"

/* Fitbit's exercise-N.json (formats §10): a hundred exercises each, at local times without a zone. What its web service
 * gives has the same names, and times with their offset. */

#define M_PER_MILE 1609.344
#define M_PER_FOOT 0.3048

/* "02/07/22 21:22:08": American, whatever the account's language. */
static gboolean
parse_american (const char *text, LumTime *time)
{
  g_autofree char *iso = NULL;

  if (strlen (text) != 17 || text[2] != '/' || text[5] != '/' || text[8] != ' ')
    return FALSE;
  iso = g_strdup_printf ("20%.2s-%.2s-%.2s %s", text + 6, text, text + 3, text + 9);
  return lum_time_parse (iso, strlen (iso), time);
}

static void
read_start (JsonObject *exercise, LumRecording *run)
{
  const char *text = lum_json_get_text (exercise, "startTime");
  LumTime time;

  if (text && (parse_american (text, &time) || lum_time_parse (text, strlen (text), &time)))
    lum_json_set_start (run, &time);
}

/* The account's units hold for both: with miles go feet. */
static void
read_lengths (JsonObject *exercise, LumRecording *run, gboolean *guessed)
{
  const char *unit = lum_json_get_text (exercise, "distanceUnit");
  gboolean miles = unit && g_ascii_strncasecmp (unit, "mi", 2) == 0;

  *guessed = FALSE;
  run->distance_m = lum_json_get_number (exercise, "distance", 0, 1e9) * (miles ? M_PER_MILE : 1000);
  *guessed = !unit && run->distance_m > 0;
  run->ascent_m = lum_json_get_number (exercise, "elevationGain", 0, 1e6) * (miles ? M_PER_FOOT : 1);
  /* Trackers without a barometer write nothing but zeros. */
  if (run->ascent_m == 0)
    run->ascent_m = NAN;
}

static void
read_exercise (JsonObject *exercise, const LumImportSource *source, LumImportBatch *batch)
{
  g_autofree char *id = lum_json_get_id (exercise, "logId");
  gboolean guessed;
  LumRecording run;
  LumImportItem *item;

  lum_recording_init (&run);
  read_start (exercise, &run);
  read_lengths (exercise, &run, &guessed);
  lum_json_set_sport (&run, lum_json_get_text (exercise, "activityName"));
  run.elapsed_s = lum_json_get_number (exercise, "duration", 0, 1e15) / 1000;
  run.timer_s = lum_json_get_number (exercise, "activeDuration", 0, 1e15) / 1000;
  run.avg_hr = lum_json_get_number (exercise, "averageHeartRate", 25, 250);
  run.calories = lum_json_get_number (exercise, "calories", 0, 1e6);
  run.app = "Fitbit";
  run.id = id;
  item = lum_recording_add (&run, source, "fitbit", batch);
  if (item->records && guessed)
    lum_import_batch_warn (batch, item,
                           _ ("The file does not say the unit of its distance; it is taken for "
                              "kilometres."));
}

static gboolean
sniff (const LumImportSource *source)
{
  static const char *const keys[] = {"activityName", "logId", NULL};

  return lum_json_sniff (source, keys);
}

static gboolean
parse (const LumImportSource *source, LumImportBatch *batch, GCancellable *cancellable, GError **error)
{
  return lum_json_read (source, "fitbit", "activities", read_exercise, batch, cancellable, error);
}

const LumImporter lum_fitbit_json_importer = {.format = "fitbit", .sniff = sniff, .parse = parse};
