/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "lum-importer.h"
#include "lum-json-file.h"

/* Training sessions in the archive of a Polar account (formats §8), of both generations: a session with its exercises,
 * mostly one. What an exercise does not say, its session does where it is the only one.
 *
 * Times are local, with the offset beside them: local = UTC + offset. Readers disagree on the start of an exercise, and
 * perhaps it has changed; so where the session's start or a sample's time shows that it is UTC, it is taken for that. */

/* Polar's numbers, as far as they are known; any other is none of these. */
static const struct {
  gint32 number;
  const char *word;
} sports[] = {
    {1, "running"},
    {2, "cycling"},
    {3, "walking"},
    {4, "jogging"},
    {5, "mountain biking"},
    {6, "skiing"},
    {9, "nordic walking"},
    {11, "hiking"},
    {15, "strength training"},
    {17, "treadmill running"},
    {18, "indoor cycling"},
    {19, "road running"},
    {23, "swimming"},
    {27, "trail running"},
};

/* An exercise, and its session where that speaks for it. */
typedef struct {
  JsonObject *exercise;
  JsonObject *session; /* (nullable) */
} Place;

/* The first of some keys that has a number. */
static double
find_number (const Place *place, const char *const *keys)
{
  double value = NAN;

  for (guint i = 0; keys[i] && isnan (value); i++)
    value = lum_json_get_number (place->exercise, keys[i], 0, 1e12);
  for (guint i = 0; keys[i] && isnan (value); i++)
    value = lum_json_get_number (place->session, keys[i], 0, 1e12);
  return value;
}

static gint32
read_offset (JsonObject *object)
{
  static const char *const keys[] = {"timezoneOffset", "timeZoneOffset", "timezoneOffsetMinutes"};

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    gint32 minutes = lum_json_get_int (object, keys[i], -1080, 1080);

    if (minutes != LUM_INT_NONE)
      return minutes * 60;
  }
  return LUM_INT_NONE;
}

/* The time of the first sample of anything, if it says its zone. */
static gboolean
find_sample_time (JsonObject *exercise, LumTime *time)
{
  static const char *const series[] = {"recordedRoute", "heartRate", "distance", "speed"};
  JsonObject *samples = lum_json_get_object (exercise, "samples");

  for (guint i = 0; i < G_N_ELEMENTS (series); i++) {
    JsonObject *sample = lum_json_get_element (lum_json_get_array (samples, series[i]), 0);

    if (lum_json_get_time (sample, "dateTime", time) && time->zone != LUM_ZONE_NONE)
      return TRUE;
  }
  return FALSE;
}

/* Whether the start of the exercises is UTC, as the first of them shows. */
static gboolean
starts_in_utc (JsonObject *session, JsonObject *exercise)
{
  gint32 offset = read_offset (exercise);
  LumTime start, of_session, of_sample;

  if (offset == LUM_INT_NONE)
    offset = read_offset (session);
  if (offset == LUM_INT_NONE || offset == 0 || !lum_json_get_time (exercise, "startTime", &start) ||
      start.zone != LUM_ZONE_NONE)
    return FALSE;
  if (lum_json_get_time (session, "startTime", &of_session) && of_session.zone == LUM_ZONE_NONE)
    return ABS (of_session.instant - start.instant - (gint64) offset * 1000) < 60000;
  return find_sample_time (exercise, &of_sample) && ABS (of_sample.instant - start.instant) < 60000;
}

static void
read_start (const Place *place, JsonObject *session, gboolean is_utc, LumRecording *run)
{
  gint32 offset = read_offset (place->exercise);
  LumTime start, stop;

  if (offset == LUM_INT_NONE)
    offset = read_offset (session);
  if (!lum_json_get_time (place->exercise, "startTime", &start)) {
    is_utc = FALSE;
    if (!lum_json_get_time (place->session, "startTime", &start))
      return;
  }
  lum_json_set_start (run, &start);
  if (is_utc)
    run->wall_clock = FALSE;
  if (run->utc_offset == LUM_INT_NONE)
    run->utc_offset = offset;
  if ((lum_json_get_time (place->exercise, "stopTime", &stop) ||
       lum_json_get_time (place->session, "stopTime", &stop)) &&
      stop.zone == start.zone && stop.instant > start.instant)
    run->elapsed_s = (double) (stop.instant - start.instant) / 1000;
}

/* "PT1234.5S", or milliseconds. */
static double
read_duration (const Place *place)
{
  static const char *const keys[] = {"durationMillis", NULL};
  const char *text = lum_json_get_text (place->exercise, "duration");
  double seconds = NAN;

  if (!text)
    text = lum_json_get_text (place->session, "duration");
  if (text && lum_duration_parse (text, strlen (text), &seconds))
    return seconds;
  return find_number (place, keys) / 1000;
}

static const char *
read_sport (JsonObject *object)
{
  const char *word = lum_json_get_text (object, "sport");
  gint32 number = lum_json_get_int (lum_json_get_object (object, "sport"), "id", 0, 100000);

  if (word || number == LUM_INT_NONE)
    return word;
  for (guint i = 0; i < G_N_ELEMENTS (sports); i++)
    if (sports[i].number == number)
      return sports[i].word;
  return "other";
}

static void
read_heart_rate (const Place *place, LumRecording *run)
{
  static const char *const avg_keys[] = {"hrAvg", "averageHeartRate", NULL};
  static const char *const max_keys[] = {"hrMax", "maximumHeartRate", NULL};
  JsonObject *hr = lum_json_get_object (place->exercise, "heartRate");

  run->avg_hr = lum_json_get_number (hr, "avg", 25, 250);
  run->max_hr = lum_json_get_number (hr, "max", 25, 250);
  if (isnan (run->avg_hr))
    run->avg_hr = find_number (place, avg_keys);
  if (isnan (run->max_hr))
    run->max_hr = find_number (place, max_keys);
}

static void
add_exercise (const Place *place,
              JsonObject *session,
              gboolean is_utc,
              const LumImportSource *source,
              LumImportBatch *batch)
{
  static const char *const distance_keys[] = {"distanceMeters", "distance", NULL};
  static const char *const ascent_keys[] = {"ascent", "ascentMeters", NULL};
  static const char *const descent_keys[] = {"descent", "descentMeters", NULL};
  static const char *const energy_keys[] = {"kiloCalories", "calories", NULL};
  const char *sport = read_sport (place->exercise);
  g_autofree char *id = NULL;
  LumRecording run;

  lum_recording_init (&run);
  read_start (place, session, is_utc, &run);
  lum_json_set_sport (&run, sport ? sport : read_sport (session));
  run.timer_s = read_duration (place);
  run.distance_m = find_number (place, distance_keys);
  run.ascent_m = find_number (place, ascent_keys);
  run.descent_m = find_number (place, descent_keys);
  run.calories = find_number (place, energy_keys);
  read_heart_rate (place, &run);
  run.title = lum_json_get_text (session, "name");
  run.note = lum_json_get_text (session, "note");
  if (!run.note)
    run.note = lum_json_get_text (session, "notes");
  id = lum_json_get_id (place->exercise, "identifier");
  if (!id && place->session)
    id = lum_json_get_id (session, "identifier");
  run.app = "Polar Flow";
  run.id = id;
  lum_recording_add (&run, source, "polar", batch);
}

static void
read_session (JsonObject *session, const LumImportSource *source, LumImportBatch *batch)
{
  JsonArray *exercises = lum_json_get_array (session, "exercises");
  guint n = exercises ? json_array_get_length (exercises) : 0, n_added = 0;
  gboolean is_utc = starts_in_utc (session, lum_json_get_element (exercises, 0));

  for (guint i = 0; i < n; i++) {
    Place place = {lum_json_get_element (exercises, i), n == 1 ? session : NULL};

    if (!place.exercise)
      continue;
    add_exercise (&place, session, is_utc, source, batch);
    n_added++;
  }
  if (n_added == 0)
    add_exercise (&(Place){session, NULL}, session, FALSE, source, batch);
}

static gboolean
sniff (const LumImportSource *source)
{
  static const char *const forms[][4] = {
      {"exercises", "startTime", "timezoneOffset", NULL},
      {"exercises", "startTime", "timeZoneOffset", NULL},
      {"startTime", "timezoneOffsetMinutes", "durationMillis", NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (lum_json_sniff (source, forms[i]))
      return TRUE;
  return FALSE;
}

static gboolean
parse (const LumImportSource *source, LumImportBatch *batch, GCancellable *cancellable, GError **error)
{
  return lum_json_read (source, "polar", NULL, read_session, batch, cancellable, error);
}

const LumImporter lum_polar_json_importer = {.format = "polar", .sniff = sniff, .parse = parse};
