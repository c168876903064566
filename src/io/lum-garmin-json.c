/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-i18n.h"
#include "lum-importer.h"
#include "lum-json-file.h"

/* The summaries in the archive of a Garmin account (formats §7): centimetres, milliseconds, and kilojoules under the
 * name of calories. Readers that take the distance for metres are wrong: 5 km are 500000. */

#define LIST "summarizedActivitiesExport"
#define KJ_PER_KCAL 4.184
#define EVENT_RACE 1

/* Slower is no way to go on foot; as fast as the second, with the same number taken for metres, is a run. */
#define MIN_SPEED 0.1
#define MAX_SPEED 7.0

/* Milliseconds, or in some exports a written time; a local one is read as if it were UTC. */
static LumInstant
read_instant (JsonObject *activity, const char *key)
{
  LumInstant instant = lum_json_get_epoch_ms (activity, key);
  LumTime time;

  if (instant == LUM_INSTANT_NONE && lum_json_get_time (activity, key, &time))
    instant = time.instant;
  return instant;
}

static void
read_start (JsonObject *activity, LumRecording *run)
{
  LumInstant utc = read_instant (activity, "beginTimestamp"), local = read_instant (activity, "startTimeLocal");

  if (utc == LUM_INSTANT_NONE)
    utc = read_instant (activity, "startTimeGmt");
  if (utc == LUM_INSTANT_NONE) {
    run->start = local;
    run->wall_clock = TRUE;
    return;
  }
  run->start = utc;
  /* Zones are whole quarters of an hour; anything else is a local time that somebody has changed. */
  if (local != LUM_INSTANT_NONE && (local - utc) % 900000 == 0 && ABS (local - utc) <= 64800000)
    run->utc_offset = (gint32) ((local - utc) / 1000);
}

static const char *
read_sport (JsonObject *activity)
{
  const char *word = lum_json_get_text (activity, "activityType");

  if (!word)
    word = lum_json_get_text (lum_json_get_object (activity, "activityType"), "typeKey");
  return word ? word : lum_json_get_text (activity, "sportType");
}

static gboolean
looks_like_metres (const LumRecording *run)
{
  return run->sport_class == LUM_SPORT_RUN && run->distance_m / run->timer_s < MIN_SPEED &&
         run->distance_m * 100 / run->timer_s > 1 && run->distance_m * 100 / run->timer_s < MAX_SPEED;
}

static void
read_activity (JsonObject *activity, const LumImportSource *source, LumImportBatch *batch)
{
  g_autofree char *id = lum_json_get_id (activity, "activityId");
  LumRecording run;
  LumImportItem *item;

  lum_recording_init (&run);
  read_start (activity, &run);
  lum_json_set_sport (&run, read_sport (activity));
  run.distance_m = lum_json_get_number (activity, "distance", 0, 1e15) / 100;
  run.timer_s = lum_json_get_number (activity, "duration", 0, 1e15) / 1000;
  run.elapsed_s = lum_json_get_number (activity, "elapsedDuration", 0, 1e15) / 1000;
  run.moving_s = lum_json_get_number (activity, "movingDuration", 0, 1e15) / 1000;
  run.ascent_m = lum_json_get_number (activity, "elevationGain", 0, 1e9) / 100;
  run.descent_m = lum_json_get_number (activity, "elevationLoss", 0, 1e9) / 100;
  run.avg_hr = lum_json_get_number (activity, "avgHr", 25, 250);
  run.max_hr = lum_json_get_number (activity, "maxHr", 25, 250);
  run.calories = lum_json_get_number (activity, "calories", 0, 1e6) / KJ_PER_KCAL;
  run.race = lum_json_get_number (activity, "eventTypeId", EVENT_RACE, EVENT_RACE) == EVENT_RACE;
  run.title = lum_json_get_text (activity, "name");
  run.note = lum_json_get_text (activity, "description");
  run.app = "Garmin Connect";
  run.id = id;
  item = lum_recording_add (&run, source, "garmin", batch);
  if (item->records && looks_like_metres (&run))
    lum_import_batch_warn (batch, item,
                           _ ("It went only %.0f m in its time. Perhaps the file gives metres where Garmin gives "
                              "centimetres: then its distance is %.1f km."),
                           run.distance_m, run.distance_m / 10);
}

static gboolean
sniff (const LumImportSource *source)
{
  static const char *const keys[] = {LIST, NULL};

  return lum_json_sniff (source, keys);
}

static gboolean
parse (const LumImportSource *source, LumImportBatch *batch, GCancellable *cancellable, GError **error)
{
  return lum_json_read (source, "garmin", LIST, read_activity, batch, cancellable, error);
}

const LumImporter lum_garmin_json_importer = {.format = "garmin", .sniff = sniff, .parse = parse};
