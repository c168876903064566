/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-recording.h"

#include <math.h>
#include <string.h>

#include "lum-i18n.h"

#define MAX_DISTANCE_M 1000000.0
#define MAX_ELAPSED_S (7.0 * 86400)
#define MAX_CLIMB_M 100000.0
#define MAX_CALORIES 100000.0

/* No one runs a whole activity faster; the marathon record is 21 km/h. Only asked where the file names no sport. */
#define MAX_RUN_SPEED (25 / 3.6)

/**
 * lum_recording_init:
 *
 * An activity of which nothing is known.
 */
void
lum_recording_init (LumRecording *self)
{
  memset (self, 0, sizeof *self);
  self->start = LUM_INSTANT_NONE;
  self->utc_offset = LUM_INT_NONE;
  self->day = LUM_DAY_NONE;
  self->elapsed_s = self->timer_s = self->moving_s = self->distance_m = NAN;
  self->ascent_m = self->descent_m = self->avg_hr = self->max_hr = self->calories = NAN;
  self->effort = LUM_INT_NONE;
}

/**
 * lum_recording_set_sport:
 * @word: (nullable): what a program calls it, in any language; must live as long as the recording
 *
 * Sets the sport by its word (formats §5).
 */
void
lum_recording_set_sport (LumRecording *self, const char *word)
{
  self->sport_class = lum_sport_classify (word, &self->sub_sport);
  self->sport = word && *word ? word : NULL;
}

/**
 * lum_recording_is_plausible:
 *
 * Whether a device's clock can be believed (formats §1): not before 2000, not more than a day in the future.
 */
gboolean
lum_recording_is_plausible (LumInstant instant, LumClock *clock)
{
  return instant != LUM_INSTANT_NONE && instant >= G_GINT64_CONSTANT (946684800000) &&
         instant <= lum_clock_get_now (clock, NULL) + 86400000;
}

static double
keep_in (double value, double max)
{
  return value >= 0 && value <= max ? value : NAN;
}

static gint32
keep_hr (double value)
{
  return value >= 25 && value <= 250 ? (gint32) lround (value) : LUM_INT_NONE;
}

/* Figures that a run can have; those that it cannot are unknown, or make the whole doubtful. */
static gboolean
fill_figures (const LumRecording *self, LumRun *run)
{
  if (self->distance_m > MAX_DISTANCE_M || self->timer_s > MAX_ELAPSED_S || self->elapsed_s > MAX_ELAPSED_S ||
      self->moving_s > MAX_ELAPSED_S)
    return FALSE;

  run->distance_m = self->distance_m > 0 ? self->distance_m : NAN;
  run->elapsed_s = self->elapsed_s > 0 ? self->elapsed_s : NAN;
  run->timer_s = self->timer_s > 0 ? self->timer_s : NAN;
  run->moving_s = self->moving_s > 0 ? self->moving_s : NAN;
  if (run->timer_s > run->elapsed_s + 1)
    run->timer_s = run->elapsed_s;
  run->ascent_m = keep_in (self->ascent_m, MAX_CLIMB_M);
  run->descent_m = keep_in (self->descent_m, MAX_CLIMB_M);
  run->ascent_computed = self->ascent_computed && !isnan (run->ascent_m);
  run->avg_hr = keep_hr (self->avg_hr);
  run->max_hr = keep_hr (self->max_hr);
  run->calories =
      self->calories > 0 && self->calories <= MAX_CALORIES ? (gint32) lround (self->calories) : LUM_INT_NONE;
  run->effort = self->effort >= 0 && self->effort <= 10 ? self->effort : LUM_INT_NONE;
  run->race = self->race;
  return TRUE;
}

/* A date in a file's name: 20260501, 2026-05-01, 2026_05_01. */
static LumDay
find_day_in_name (const char *name, LumDay today)
{
  for (const char *p = name; p && *p; p++) {
    int parts[3] = {0, 0, 0};
    const char *q = p;
    gboolean whole = p == name || !g_ascii_isdigit (p[-1]);

    for (int i = 0; whole && i < 3; i++) {
      int n = i == 0 ? 4 : 2;

      if (i > 0 && (*q == '-' || *q == '_' || *q == '.'))
        q++;
      for (; n > 0 && g_ascii_isdigit (*q); n--, q++)
        parts[i] = parts[i] * 10 + (*q - '0');
      whole = n == 0;
    }
    if (whole && parts[0] >= 2000 && parts[1] >= 1 && parts[1] <= 12 && parts[2] >= 1 && parts[2] <= 31) {
      LumDay day = lum_day_from_ymd (parts[0], parts[1], parts[2]);

      if (day <= today)
        return day;
    }
  }
  return LUM_DAY_NONE;
}

static const char *
get_day_warning (void)
{
  return _ ("The clock of the device was not set, so when it began is not known; the day is the one of the file.");
}

/* The day of a device whose clock was not set: what the importer found, else by the file's name, else by its date; the
 * person can say it better. */
static gboolean
guess_day (const LumRecording *self,
           const LumImportSource *source,
           LumImportBatch *batch,
           LumImportItem *item,
           LumRun *run)
{
  LumDay today = lum_clock_get_today (source->clock);
  g_autofree char *name = g_path_get_basename (source->member ? source->member : source->file);
  LumDay day = self->day != LUM_DAY_NONE ? self->day : find_day_in_name (name, today);

  if (day == LUM_DAY_NONE && source->modified && lum_recording_is_plausible (source->modified, source->clock))
    day = lum_day_from_instant (source->modified, lum_clock_get_offset_at (source->clock, source->modified));
  if (day == LUM_DAY_NONE || day > today)
    return FALSE;

  run->day = day;
  item->day_is_guess = TRUE;
  lum_import_batch_warn (batch, item, "%s", get_day_warning ());
  return TRUE;
}

/* The run's own offset, else the system's at that instant (formats §1, rules EP-2). */
static gboolean
fill_start (const LumRecording *self,
            const LumImportSource *source,
            LumImportBatch *batch,
            LumImportItem *item,
            LumRun *run)
{
  if (self->clock_unset ||
      (self->start != LUM_INSTANT_NONE && !lum_recording_is_plausible (self->start, source->clock)))
    return guess_day (self, source, batch, item, run);
  if (self->start == LUM_INSTANT_NONE) {
    run->day = self->day;
    return self->day != LUM_DAY_NONE && self->day <= lum_clock_get_today (source->clock) + 1;
  }

  run->start = self->start;
  if (self->wall_clock) {
    /* The instant of a wall clock, to the millisecond, by its offset there or by the system's on that day. */
    gint64 local = self->start;
    LumDay day = lum_day_from_instant (local, 0);
    gint64 in_day = local - (gint64) day * 86400000;

    run->day = day;
    if (self->utc_offset != LUM_INT_NONE) {
      run->start = local - (gint64) self->utc_offset * 1000;
    } else {
      run->start =
          lum_clock_get_instant (source->clock, day, (int) (in_day / 60000), &run->start_offset) + in_day % 60000;
      run->offset_source = LUM_OFFSET_SYSTEM;
      return TRUE;
    }
  }
  if (self->utc_offset != LUM_INT_NONE && ABS (self->utc_offset) <= 64800) {
    run->start_offset = self->utc_offset;
    run->offset_source = LUM_OFFSET_FILE;
  } else {
    run->start_offset = lum_clock_get_offset_at (source->clock, run->start);
    run->offset_source = LUM_OFFSET_SYSTEM;
  }
  run->day = lum_day_from_instant (run->start, run->start_offset);
  return TRUE;
}

/* A title is one line, whatever the file's indentation did to it. */
static const char *
make_title (LumImportBatch *batch, const char *name)
{
  g_autofree char *line = g_strdup (name);
  char *out = line;

  for (const char *in = line; in && *in; in++)
    if (!g_ascii_isspace (*in))
      *out++ = *in;
    else if (out > line && out[-1] != ' ')
      *out++ = ' ';
  if (out)
    *out = '\0';
  return line && *line ? lum_import_batch_text (batch, g_strchomp (line)) : NULL;
}

static const char *
make_text (LumImportBatch *batch, const char *text)
{
  g_autofree char *stripped = text ? g_strstrip (g_strdup (text)) : NULL;

  return stripped && *stripped ? lum_import_batch_text (batch, stripped) : NULL;
}

static void
decide_sport (const LumRecording *self, LumImportBatch *batch, LumImportItem *item, LumRun *run)
{
  double seconds = lum_run_get_duration (run);

  switch (self->sport_class) {
  case LUM_SPORT_OTHER:
    run->sport = lum_import_batch_text (batch, self->sport ? self->sport : "other");
    lum_import_batch_refuse (batch, item, LUM_IMPORT_NOT_A_RUN,
                             /* Translators: %s is the word that another program wrote, such as "cycling" */
                             _ ("Not a run: its activity is “%s”."), run->sport);
    break;
  case LUM_SPORT_RUN:
    run->sport = "running";
    run->sub_sport = self->sub_sport;
    if (g_strcmp0 (self->sub_sport, "treadmill") == 0)
      run->surface = LUM_SURFACE_TREADMILL;
    else if (g_strcmp0 (self->sub_sport, "trail") == 0)
      run->surface = LUM_SURFACE_TRAIL;
    else if (g_strcmp0 (self->sub_sport, "track") == 0)
      run->surface = LUM_SURFACE_TRACK;
    break;
  case LUM_SPORT_UNKNOWN:
    /* The file does not say, so neither does the record. People who export from a running app expect a run. */
    if (run->distance_m > 0 && seconds > 0 && run->distance_m / seconds > MAX_RUN_SPEED)
      lum_import_batch_refuse (batch, item, LUM_IMPORT_NOT_A_RUN, _ ("Too fast for a run: %.0f km/h on average."),
                               run->distance_m / seconds * 3.6);
    break;
  }
}

static void
refuse_start (const LumRecording *self, const LumImportSource *source, LumImportBatch *batch, LumImportItem *item)
{
  if (self->start != LUM_INSTANT_NONE && !self->clock_unset) {
    int year;

    lum_day_to_ymd (lum_day_from_instant (self->start, 0), &year, NULL, NULL);
    lum_import_batch_refuse (batch, item, LUM_IMPORT_REFUSED,
                             /* Translators: %d is a year, such as 1901 */
                             _ ("Its times are of the year %d; the clock of the device was not set."), year);
  } else {
    lum_import_batch_refuse (batch, item, LUM_IMPORT_REFUSED, _ ("It does not say when it was."));
  }
}

/**
 * lum_recording_add:
 * @source: where it was read
 * @format: a static word
 *
 * Makes the batch's item of an activity: a run, something that is none, or a refusal with its reason.
 *
 * Returns: (transfer none): the item, which lives as long as the batch
 */
LumImportItem *
lum_recording_add (const LumRecording *self, const LumImportSource *source, const char *format, LumImportBatch *batch)
{
  LumImportItem *item = lum_import_batch_add (batch, source->file, source->member, format);
  LumRun computed;
  LumRun *run;

  item->kind = LUM_RECORD_RUN;
  lum_record_init (LUM_RECORD_RUN, &computed);
  if (!fill_figures (self, &computed)) {
    lum_import_batch_refuse (batch, item, LUM_IMPORT_REFUSED,
                             _ ("Its distance or duration is beyond what a run can be: %.0f km."),
                             isnan (self->distance_m) ? 0 : self->distance_m / 1000);
    return item;
  }
  if (isnan (computed.distance_m) && isnan (lum_run_get_duration (&computed))) {
    lum_import_batch_refuse (batch, item, LUM_IMPORT_REFUSED,
                             _ ("The activity has neither a distance nor a duration."));
    return item;
  }
  if (!fill_start (self, source, batch, item, &computed)) {
    refuse_start (self, source, batch, item);
    return item;
  }

  item->wall_clock = self->wall_clock && computed.offset_source == LUM_OFFSET_SYSTEM;
  run = lum_import_batch_add_record (batch, item, LUM_RECORD_RUN);
  *run = computed;
  run->title = make_title (batch, self->title);
  run->note = make_text (batch, self->note);
  run->source_app = make_text (batch, self->app);
  run->source_id = make_text (batch, self->id);
  run->source_file = lum_import_batch_text (batch, source->member ? source->member : source->file);
  if (self->shoe && *self->shoe)
    lum_import_batch_set_shoe (batch, item, 0, self->shoe);
  decide_sport (self, batch, item, run);
  return item;
}

/**
 * lum_recording_set_day:
 * @item: whose day is a guess
 *
 * Gives a run the day that a person said.
 */
void
lum_recording_set_day (LumImportItem *item, LumDay day)
{
  g_return_if_fail (item->kind == LUM_RECORD_RUN && item->records);

  ((LumRun *) item->records->pdata[0])->day = day;
  for (guint i = 0; item->warnings && i < item->warnings->len; i++)
    if (g_str_equal (item->warnings->pdata[i], get_day_warning ())) {
      g_ptr_array_remove_index (item->warnings, i);
      return;
    }
}

/**
 * lum_recording_refuse:
 * @format: a static word
 * @reason: one whole sentence
 *
 * Adds an item that says why there is no activity to be had from a file, or from a part of it.
 */
void
lum_recording_refuse (const LumImportSource *source, const char *format, LumImportBatch *batch, const char *reason, ...)
{
  LumImportItem *item = lum_import_batch_add (batch, source->file, source->member, format);
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, reason);
  text = g_strdup_vprintf (reason, args);
  va_end (args);
  item->kind = LUM_RECORD_RUN;
  lum_import_batch_refuse (batch, item, LUM_IMPORT_REFUSED, "%s", text);
}
