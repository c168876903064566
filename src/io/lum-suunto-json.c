/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-i18n.h"
#include "lum-importer.h"
#include "lum-json-file.h"

/* A log of a Suunto watch (formats §8): SI units all through, so that the heart beats in hertz and energy is joules. */

#define J_PER_KCAL 4184.0

/* Between the last sample and the end of an activity. */
#define MAX_OFF_S 60.0

/* Kinds of activity by Suunto's number, as far as they are known; any other number is none of these. */
static const struct {
  gint32 number;
  const char *word;
} sports[] = {
    {3, "running"},    {4, "cycling"},  {5, "mountain biking"}, {6, "swimming"},           {11, "trekking"},
    {12, "walking"},   {13, "sailing"}, {15, "rowing"},         {17, "indoor cycling"},    {20, "alpine skiing"},
    {21, "snowboard"}, {22, "skiing"},  {82, "trail running"},  {93, "treadmill running"},
};

static const char *
find_sport (JsonObject *header)
{
  const char *word = lum_json_get_text (header, "Activity");
  gint32 number = lum_json_get_int (header, "ActivityType", 0, 10000);

  for (guint i = 0; i < G_N_ELEMENTS (sports); i++)
    if (sports[i].number == number)
      return sports[i].word;
  return word || number == LUM_INT_NONE ? word : "other";
}

/* What the header does not sum up, its samples do. */
typedef struct {
  double hr_sum, hr_max; /* Hz */
  guint n_hr;
  LumInstant last; /* the latest time, or LUM_INSTANT_NONE */
} Samples;

static void
add_samples (JsonArray *samples, Samples *sums)
{
  guint n = samples ? json_array_get_length (samples) : 0;

  for (guint i = 0; i < n; i++) {
    JsonObject *sample = lum_json_get_element (samples, i);
    double hr = lum_json_get_number (sample, "HR", 25 / 60.0, 250 / 60.0);
    LumTime time;

    if (!isnan (hr)) {
      sums->hr_sum += hr;
      sums->hr_max = MAX (sums->hr_max, hr);
      sums->n_hr++;
    }
    if (lum_json_get_time (sample, "TimeISO8601", &time) && time.instant > sums->last)
      sums->last = time.instant;
  }
}

static void
read_heart_rate (JsonObject *header, const Samples *sums, LumRecording *run)
{
  JsonObject *hr = lum_json_get_object (header, "HR");

  run->avg_hr = lum_json_get_number (hr, "Avg", 0, 10) * 60;
  run->max_hr = lum_json_get_number (hr, "Max", 0, 10) * 60;
  if (isnan (run->avg_hr) && sums->n_hr > 0)
    run->avg_hr = sums->hr_sum / sums->n_hr * 60;
  if (isnan (run->max_hr) && sums->n_hr > 0)
    run->max_hr = sums->hr_max * 60;
}

/* Whether the pauses are in the duration is seen by when the last sample was. Where that does not tell, they are taken
 * to be left out of it, as on the watch's face; and that is said. */
static gboolean
read_durations (JsonObject *header, const Samples *sums, LumRecording *run)
{
  double duration = lum_json_get_number (header, "Duration", 0, 1e12);
  double pauses = lum_json_get_number (header, "PauseDuration", 0, 1e12);
  double span = NAN, off_with, off_without;

  run->timer_s = run->elapsed_s = duration;
  if (!(pauses > 0) || isnan (duration))
    return TRUE;
  if (sums->last != LUM_INSTANT_NONE && run->start != LUM_INSTANT_NONE)
    span = (double) sums->last / 1000 - (double) run->start / 1000;
  off_with = fabs (span - duration);
  off_without = fabs (span - duration - pauses);
  if (pauses < duration && off_with < off_without && off_with <= MAX_OFF_S) {
    run->timer_s = duration - pauses;
    return TRUE;
  }
  run->elapsed_s = duration + pauses;
  return off_without <= MAX_OFF_S;
}

static void
read_log (JsonObject *root, const LumImportSource *source, LumImportBatch *batch)
{
  JsonObject *log = lum_json_get_object (root, "DeviceLog"), *header = lum_json_get_object (log, "Header");
  Samples sums = {.last = LUM_INSTANT_NONE};
  LumRecording run;
  LumTime start;
  LumImportItem *item;
  gboolean sure;

  lum_recording_init (&run);
  add_samples (lum_json_get_array (log, "Samples"), &sums);
  if (lum_json_get_time (header, "DateTime", &start))
    lum_json_set_start (&run, &start);
  sure = read_durations (header, &sums, &run);
  read_heart_rate (header, &sums, &run);
  lum_json_set_sport (&run, find_sport (header));
  run.distance_m = lum_json_get_number (header, "Distance", 0, 1e12);
  run.ascent_m = lum_json_get_number (header, "Ascent", 0, 1e9);
  run.descent_m = lum_json_get_number (header, "Descent", 0, 1e9);
  run.calories = lum_json_get_number (header, "Energy", 0, 1e9) / J_PER_KCAL;
  run.note = lum_json_get_text (header, "Notes");
  run.app = "Suunto";
  item = lum_recording_add (&run, source, "suunto", batch);
  if (item->records && !sure)
    lum_import_batch_warn (batch, item,
                           _ ("The file says how long its pauses were, but not whether its duration contains them; "
                              "it is taken for the time without them."));
}

static gboolean
sniff (const LumImportSource *source)
{
  static const char *const keys[] = {"DeviceLog", NULL};

  return lum_json_sniff (source, keys);
}

static gboolean
parse (const LumImportSource *source, LumImportBatch *batch, GCancellable *cancellable, GError **error)
{
  return lum_json_read (source, "suunto", NULL, read_log, batch, cancellable, error);
}

const LumImporter lum_suunto_json_importer = {.format = "suunto", .sniff = sniff, .parse = parse};
