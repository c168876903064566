/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "lum-error.h"
#include "lum-i18n.h"
#include "lum-number.h"
#include "lum-recording.h"
#include "lum-sniff.h"
#include "lum-text-decode.h"
#include "lum-time-parse.h"
#include "lum-xml-reader.h"

/* Apple Health's export.xml (formats §9): gigabytes of measurements, of which only the workouts matter. It is streamed,
 * so that its size costs time but no memory. */

#define BLOCK (64 * 1024)

/* How far the document type may reach; Apple's is about 10 KiB. */
#define MAX_PROLOGUE (64 * 1024)

typedef struct {
  const LumImportSource *source;
  LumImportBatch *batch;
  guint depth, workout_depth; /* 0 outside of a workout */
  guint n_workouts;
  LumRecording run;
  LumTime start, end;
  double distance_m, summed_m; /* of the workout; of its statistics */
  gboolean indoor;
  GString *sport, *app, *routes;
} Parser;

static const char *
get (const char **names, const char **values, const char *name)
{
  for (; *names; names++, values++)
    if (strcmp (*names, name) == 0)
      return *values;
  return NULL;
}

static double
get_number (const char **names, const char **values, const char *name)
{
  const char *text = get (names, values, name);
  double number;

  return text && lum_number_parse (text, strlen (text), &number) && number >= 0 ? number : NAN;
}

/* A quantity with its unit as metres, seconds or kilocalories; NAN for a unit that nobody knows. */
static double
convert (double value, const char *unit)
{
  static const struct {
    const char *unit;
    double factor;
  } units[] = {{"km", 1000}, {"mi", 1609.344},  {"m", 1},       {"cm", 0.01},    {"ft", 0.3048}, {"yd", 0.9144},
               {"min", 60},  {"s", 1},          {"sec", 1},     {"hr", 3600},    {"h", 3600},    {"kcal", 1},
               {"Cal", 1},   {"kJ", 1 / 4.184}, {"cal", 0.001}, {"count/min", 1}};

  for (guint i = 0; unit && i < G_N_ELEMENTS (units); i++)
    if (strcmp (unit, units[i].unit) == 0)
      return value * units[i].factor;
  return NAN;
}

/* "850 cm" */
static double
parse_quantity (const char *text)
{
  const char *blank = strchr (text, ' ');
  double value;

  if (!blank || !lum_number_parse (text, (gsize) (blank - text), &value))
    return NAN;
  return convert (value, blank + 1);
}

static void
read_time (const char *text, LumTime *time)
{
  if (!text || !lum_time_parse (text, strlen (text), time))
    time->instant = LUM_INSTANT_NONE;
}

/* --- a workout --- */

static void
begin_workout (Parser *self, const char **names, const char **values)
{
  const char *type = get (names, values, "workoutActivityType"), *app = get (names, values, "sourceName");

  self->workout_depth = self->depth;
  self->n_workouts++;
  lum_recording_init (&self->run);
  self->distance_m = convert (get_number (names, values, "totalDistance"), get (names, values, "totalDistanceUnit"));
  self->summed_m = NAN;
  self->indoor = FALSE;
  self->run.timer_s = convert (get_number (names, values, "duration"), get (names, values, "durationUnit"));
  self->run.calories =
      convert (get_number (names, values, "totalEnergyBurned"), get (names, values, "totalEnergyBurnedUnit"));
  read_time (get (names, values, "startDate"), &self->start);
  read_time (get (names, values, "endDate"), &self->end);
  if (type && g_str_has_prefix (type, "HKWorkoutActivityType"))
    type += strlen ("HKWorkoutActivityType");
  g_string_assign (self->sport, type ? type : "");
  g_string_assign (self->app, app ? app : "");
  g_string_truncate (self->routes, 0);
}

static void
take_metadata (Parser *self, const char *key, const char *value)
{
  if (!key || !value)
    return;
  if (strcmp (key, "HKIndoorWorkout") == 0) {
    self->indoor = strcmp (value, "1") == 0;
  } else if (strcmp (key, "HKElevationAscended") == 0) {
    self->run.ascent_m = parse_quantity (value);
  } else if (strcmp (key, "HKElevationDescended") == 0) {
    self->run.descent_m = parse_quantity (value);
  } else if (strcmp (key, "HKTimeZone") == 0 && self->start.instant != LUM_INSTANT_NONE) {
    g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (value);

    /* The dates are in the zone of the export; this is that of the run. */
    if (zone) {
      int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, self->start.instant / 1000);

      self->run.utc_offset = g_time_zone_get_offset (zone, interval);
    }
  }
}

static void
take_statistics (Parser *self, const char **names, const char **values)
{
  const char *type = get (names, values, "type"), *unit = get (names, values, "unit");

  if (!type)
    return;
  if (strcmp (type, "HKQuantityTypeIdentifierDistanceWalkingRunning") == 0) {
    self->summed_m = convert (get_number (names, values, "sum"), unit);
  } else if (strcmp (type, "HKQuantityTypeIdentifierHeartRate") == 0) {
    self->run.avg_hr = convert (get_number (names, values, "average"), unit);
    self->run.max_hr = convert (get_number (names, values, "maximum"), unit);
  } else if (strcmp (type, "HKQuantityTypeIdentifierActiveEnergyBurned") == 0) {
    double energy = convert (get_number (names, values, "sum"), unit);

    if (!isnan (energy))
      self->run.calories = energy;
  }
}

static void
end_workout (Parser *self)
{
  LumImportItem *item;

  self->workout_depth = 0;
  lum_recording_set_sport (&self->run, self->sport->str);
  /* Apple's words are not phrases: "CrossTraining", "Walking" … Only running is a run. */
  if (self->run.sport_class == LUM_SPORT_UNKNOWN && self->sport->len > 0)
    self->run.sport_class = LUM_SPORT_OTHER;
  if (self->indoor && self->run.sport_class == LUM_SPORT_RUN)
    self->run.sub_sport = "treadmill";
  self->run.start = self->start.instant;
  if (self->start.instant != LUM_INSTANT_NONE && self->end.instant > self->start.instant)
    self->run.elapsed_s = (double) (self->end.instant - self->start.instant) / 1000;
  self->run.distance_m = isnan (self->distance_m) ? self->summed_m : self->distance_m;
  self->run.app = self->app->str;
  item = lum_recording_add (&self->run, self->source, "apple-health", self->batch);
  if (self->routes->len > 0)
    item->companion = lum_import_batch_text (self->batch, self->routes->str);
}

/* --- the file --- */

static void
start_element_cb (GMarkupParseContext *context,
                  const char *name,
                  const char **names,
                  const char **values,
                  gpointer user_data,
                  GError **error)
{
  Parser *self = user_data;

  self->depth++;
  /* Nearly everything is a Record. */
  if (name[0] == 'R' || !lum_xml_check_depth (self->depth, error))
    return;
  if (!self->workout_depth) {
    if (strcmp (name, "Workout") == 0)
      begin_workout (self, names, values);
    return;
  }
  if (strcmp (name, "MetadataEntry") == 0 && self->depth == self->workout_depth + 1) {
    take_metadata (self, get (names, values, "key"), get (names, values, "value"));
  } else if (strcmp (name, "WorkoutStatistics") == 0 && self->depth == self->workout_depth + 1) {
    take_statistics (self, names, values);
  } else if (strcmp (name, "FileReference") == 0) {
    const char *path = get (names, values, "path");

    if (path && self->routes->len < 4096)
      g_string_append_printf (self->routes, "%s%s", self->routes->len ? "\n" : "", path + (path[0] == '/'));
  }
}

static void
end_element_cb (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Parser *self = user_data;

  if (self->workout_depth && self->depth == self->workout_depth)
    end_workout (self);
  self->depth--;
}

/* The document type is left out: in some exports it is broken. A part that is no text is made one. */
static gboolean
feed_block (GMarkupParseContext *context, const char *block, gsize length, GError **error)
{
  g_autofree char *clean = NULL;
  gsize n = 0;
  gboolean odd = FALSE;

  for (gsize i = 0; i < length && !odd; i++)
    odd = (guchar) block[i] < 0x20 && block[i] != '\n' && block[i] != '\t' && block[i] != '\r';
  if (!odd)
    return g_markup_parse_context_parse (context, block, (gssize) length, error);
  clean = g_malloc (length);
  for (gsize i = 0; i < length; i++)
    if ((guchar) block[i] >= 0x20 || block[i] == '\n' || block[i] == '\t' || block[i] == '\r')
      clean[n++] = block[i];
  return n == 0 || g_markup_parse_context_parse (context, clean, (gssize) n, error);
}

/* The root element begins after the prologue; G_MAXSIZE where it does not come. */
static gsize
find_root (const char *text, gsize length)
{
  const char *found = g_strstr_len (text, (gssize) length, "<HealthData");

  /* The document type speaks of the element, too, but never opens it. */
  return found ? (gsize) (found - text) : G_MAXSIZE;
}

static gboolean
feed_stream (GMarkupParseContext *context, GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autofree char *block = g_malloc (MAX_PROLOGUE);
  gsize length = 0, root = 0;
  gssize n;

  do {
    n = g_input_stream_read (stream, block + length, MAX_PROLOGUE - length, cancellable, error);
    if (n < 0)
      return FALSE;
    length += (gsize) n;
  } while (n > 0 && length < MAX_PROLOGUE);
  root = find_root (block, length);
  if (root == G_MAXSIZE) {
    g_set_error_literal (error, LUM_ERROR, LUM_ERROR_UNREADABLE, _ ("Its beginning is damaged."));
    return FALSE;
  }
  if (!feed_block (context, block + root, length - root, error))
    return FALSE;
  while ((n = g_input_stream_read (stream, block, BLOCK, cancellable, error)) > 0)
    if (!feed_block (context, block, (gsize) n, error))
      return FALSE;
  return n == 0 && g_markup_parse_context_end_parse (context, error);
}

static void
finish (Parser *self, const GError *cause, GMarkupParseContext *context)
{
  if (cause) {
    int line;

    g_markup_parse_context_get_position (context, &line, NULL);
    if (cause->domain == LUM_ERROR)
      lum_recording_refuse (self->source, "apple-health", self->batch, "%s", cause->message);
    else
      lum_recording_refuse (
          self->source, "apple-health", self->batch,
          /* Translators: the first %u is the number of a line in a file, the second how many activities came before */
          ngettext ("The file is damaged or cut off at line %u of its data; the %u activity before it was read.",
                    "The file is damaged or cut off at line %u of its data; the %u activities before it were read.",
                    self->n_workouts),
          (guint) MAX (line, 0), self->n_workouts);
  } else if (self->n_workouts == 0) {
    lum_recording_refuse (self->source, "apple-health", self->batch, "%s",
                          _ ("There is no workout in this export of Apple Health."));
  }
}

static gboolean
parse_stream (const LumImportSource *source,
              GInputStream *stream,
              LumImportBatch *batch,
              GCancellable *cancellable,
              GError **error)
{
  static const GMarkupParser callbacks = {start_element_cb, end_element_cb, NULL, NULL, NULL};
  Parser self = {.source = source, .batch = batch};
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&callbacks, 0, &self, NULL);
  g_autoptr (GError) cause = NULL;
  gboolean cancelled;

  self.sport = g_string_new (NULL);
  self.app = g_string_new (NULL);
  self.routes = g_string_new (NULL);
  feed_stream (context, stream, cancellable, &cause);
  cancelled = g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  if (cancelled)
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    finish (&self, cause, context);
  g_string_free (self.sport, TRUE);
  g_string_free (self.app, TRUE);
  g_string_free (self.routes, TRUE);
  return !cancelled;
}

static gboolean
parse (const LumImportSource *source, LumImportBatch *batch, GCancellable *cancellable, GError **error)
{
  g_auto (LumText) text = {0};
  g_autoptr (GInputStream) stream = NULL;

  lum_text_decode (&text, source->data, source->length);
  stream = g_memory_input_stream_new_from_data (text.text, (gssize) text.length, NULL);
  return parse_stream (source, stream, batch, cancellable, error);
}

static gboolean
sniff (const LumImportSource *source)
{
  char root[64];

  return lum_sniff_xml_root (source->data, source->length, root) &&
         (strcmp (root, "HealthData") == 0 ||
          /* Where the document type is broken, the root is not to be found behind it. */
          g_strstr_len ((const char *) source->data, (gssize) MIN (source->length, 1024), "<!DOCTYPE HealthData"));
}

const LumImporter lum_apple_health_importer = {.format = "apple-health",
                                               .sniff = sniff,
                                               .parse = parse,
                                               .parse_stream = parse_stream};
