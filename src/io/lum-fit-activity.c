/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-fit-activity.h"

#include <math.h>

enum {
  MESSAGE_FILE_ID = 0,
  MESSAGE_SPORT = 12,
  MESSAGE_SESSION = 18,
  MESSAGE_LAP = 19,
  MESSAGE_RECORD = 20,
  MESSAGE_EVENT = 21,
  MESSAGE_WORKOUT = 26,
  MESSAGE_ACTIVITY = 34,
  MESSAGE_FIELD_DESCRIPTION = 206,
};

#define NO_POSITION G_MAXINT32

/* Two points of one activity are not further apart (formats §3.9). */
#define MAX_GAP_S 86400u

/* A developer field that stands for one of FIT's own. */
typedef struct {
  guint8 index, field, type;
  guint16 message;
  guint8 native;
  double scale, offset;
} Native;

typedef struct {
  GPtrArray *activities;
  LumFitActivity *activity; /* of the segment in work */
  GArray *natives;          /* Native, of this segment */
  gboolean has_counter;
  guint32 counter, counter_sum; /* of compressed_speed_distance, 1/16 m */
} Collector;

static void
clear_span (gpointer data)
{
  g_free (((LumFitSpan *) data)->name);
}

static void
free_activity (gpointer data)
{
  LumFitActivity *self = data;

  g_free (self->product);
  g_free (self->workout);
  g_free (self->sport_name);
  g_array_unref (self->sessions);
  g_array_unref (self->laps);
  g_array_unref (self->records);
  g_array_unref (self->timers);
  g_free (self);
}

static LumFitActivity *
get_activity (Collector *self)
{
  LumFitActivity *activity = self->activity;

  if (activity)
    return activity;
  activity = self->activity = g_new0 (LumFitActivity, 1);
  activity->type = activity->manufacturer = activity->sport = activity->sub_sport = -1;
  activity->sessions = g_array_new (FALSE, FALSE, sizeof (LumFitSpan));
  activity->laps = g_array_new (FALSE, FALSE, sizeof (LumFitSpan));
  activity->records = g_array_new (FALSE, FALSE, sizeof (LumFitRecord));
  activity->timers = g_array_new (FALSE, FALSE, sizeof (LumFitTimer));
  g_array_set_clear_func (activity->sessions, clear_span);
  g_array_set_clear_func (activity->laps, clear_span);
  g_ptr_array_add (self->activities, activity);
  return activity;
}

static void
get_code (const LumFitMessage *message, guint8 field, gint32 *code)
{
  guint32 value;

  if (lum_fit_message_get_uint (message, field, &value) && value <= G_MAXINT32)
    *code = (gint32) value;
}

static void
get_text (const LumFitMessage *message, guint8 field, char **text)
{
  char *found = lum_fit_message_get_text (message, field);

  if (found && !*text)
    *text = found;
  else
    g_free (found);
}

/**
 * lum_fit_span_init:
 *
 * A session or lap of which nothing is known.
 */
void
lum_fit_span_init (LumFitSpan *self)
{
  *self = (LumFitSpan){.sport = -1, .sub_sport = -1};
  self->elapsed_s = self->timer_s = self->moving_s = self->distance_m = self->calories = NAN;
  self->avg_hr = self->max_hr = self->ascent_m = self->descent_m = self->rpe = NAN;
}

/* --- developer fields --- */

static void
add_description (Collector *self, const LumFitMessage *message)
{
  guint32 index, field, type, native_message, native_field;
  Native native;
  double scale, offset;

  if (!lum_fit_message_get_uint (message, 0, &index) || !lum_fit_message_get_uint (message, 1, &field) ||
      !lum_fit_message_get_uint (message, 2, &type) || !lum_fit_message_get_uint (message, 14, &native_message) ||
      !lum_fit_message_get_uint (message, 15, &native_field) || index > 255 || field > 255 || type > 255 ||
      native_field > 255 || (native_message != MESSAGE_SESSION && native_message != MESSAGE_RECORD))
    return;

  native =
      (Native){(guint8) index, (guint8) field, (guint8) type, (guint16) native_message, (guint8) native_field, 1, 0};
  if (lum_fit_message_get (message, 6, &scale) && scale > 0)
    native.scale = scale;
  if (lum_fit_message_get (message, 7, &offset))
    native.offset = offset;
  /* An application describes its fields again now and then; the last word counts. */
  for (guint i = 0; i < self->natives->len; i++) {
    Native *known = &g_array_index (self->natives, Native, i);

    if (known->index == native.index && known->field == native.field) {
      *known = native;
      return;
    }
  }
  g_array_append_val (self->natives, native);
}

/* What an application says of one of FIT's fields, already in seconds, metres or beats: only where the watch itself says
 * nothing or 0 (formats §3.7). */
static void
override (Collector *self, const LumFitMessage *message, guint8 native_field, double *value)
{
  guint16 number = lum_fit_message_get_number (message);
  guint n = lum_fit_message_get_n_developer_fields (message);

  if (n == 0 || *value > 0)
    return;
  for (guint i = 0; i < self->natives->len; i++) {
    const Native *native = &g_array_index (self->natives, Native, i);

    if (native->message != number || native->native != native_field)
      continue;
    for (guint j = 0; j < n; j++) {
      guint8 index, field;
      double raw;

      lum_fit_message_get_developer_field (message, j, &index, &field);
      if (index == native->index && field == native->field &&
          lum_fit_message_read_developer_field (message, j, native->type, &raw) &&
          raw / native->scale - native->offset > 0) {
        *value = raw / native->scale - native->offset;
        return;
      }
    }
  }
}

/* --- sessions and laps --- */

/* Where the two kinds of spans keep what they share: the numbers differ. */
typedef struct {
  guint8 sport, sub_sport, calories, avg_hr, max_hr, ascent, descent, moving;
} SpanFields;

static const SpanFields session_fields = {5, 6, 11, 16, 17, 22, 23, 59};
static const SpanFields lap_fields = {25, 39, 11, 15, 16, 21, 22, 52};

static void
add_span (Collector *self, const LumFitMessage *message, gboolean is_session)
{
  LumFitActivity *activity = get_activity (self);
  const SpanFields *fields = is_session ? &session_fields : &lap_fields;
  LumFitSpan span;

  lum_fit_span_init (&span);
  lum_fit_message_get_uint (message, 2, &span.start);
  lum_fit_message_get_time (message, &span.end);
  lum_fit_message_get_scaled (message, 7, 1000, &span.elapsed_s);
  lum_fit_message_get_scaled (message, 8, 1000, &span.timer_s);
  lum_fit_message_get_scaled (message, 9, 100, &span.distance_m);
  lum_fit_message_get_scaled (message, fields->moving, 1000, &span.moving_s);
  lum_fit_message_get (message, fields->calories, &span.calories);
  lum_fit_message_get (message, fields->avg_hr, &span.avg_hr);
  lum_fit_message_get (message, fields->max_hr, &span.max_hr);
  lum_fit_message_get (message, fields->ascent, &span.ascent_m);
  lum_fit_message_get (message, fields->descent, &span.descent_m);
  get_code (message, fields->sport, &span.sport);
  get_code (message, fields->sub_sport, &span.sub_sport);

  if (!is_session) {
    g_array_append_val (activity->laps, span);
    return;
  }
  override (self, message, 7, &span.elapsed_s);
  override (self, message, 8, &span.timer_s);
  override (self, message, 9, &span.distance_m);
  override (self, message, 16, &span.avg_hr);
  override (self, message, 17, &span.max_hr);
  lum_fit_message_get_scaled (message, 193, 10, &span.rpe);
  span.name = lum_fit_message_get_text (message, 110);
  g_array_append_val (activity->sessions, span);
}

/* --- records --- */

/* A running counter of 12 bits, in sixteenths of a metre, in the upper half of three bytes. */
static gboolean
count_distance (Collector *self, const LumFitMessage *message, double *distance)
{
  const guint8 *bytes = lum_fit_message_get_bytes (message, 8, 3);
  guint32 raw;

  if (!bytes)
    return FALSE;
  raw = (guint32) bytes[2] << 4 | bytes[1] >> 4;
  if (self->has_counter)
    self->counter_sum += (raw - self->counter) & 0xfff;
  else
    self->counter_sum = raw;
  self->has_counter = TRUE;
  self->counter = raw;
  *distance = self->counter_sum / 16.0;
  return TRUE;
}

static void
add_record (Collector *self, const LumFitMessage *message)
{
  LumFitActivity *activity = get_activity (self);
  LumFitRecord record = {0, NO_POSITION, NO_POSITION, NAN, NAN, 0};
  double lat, lon, distance = NAN, altitude, hr = 0;

  lum_fit_message_get_time (message, &record.time);
  if (record.time && activity->last &&
      (record.time > activity->last ? record.time - activity->last : activity->last - record.time) > MAX_GAP_S) {
    activity->n_dropped++;
    return;
  }
  if (record.time > activity->last)
    activity->last = record.time;

  if (lum_fit_message_get (message, 0, &lat) && lum_fit_message_get (message, 1, &lon) && (lat != 0 || lon != 0) &&
      fabs (lat) <= 1073741824.0 && fabs (lon) <= 2147483648.0) {
    record.lat = (gint32) lat;
    record.lon = (gint32) CLAMP (lon, G_MININT32, G_MAXINT32 - 1);
  }
  if (lum_fit_message_get_scaled (message, 78, 5, &altitude) || lum_fit_message_get_scaled (message, 2, 5, &altitude))
    record.altitude_m = (float) (altitude - 500);
  lum_fit_message_get (message, 3, &hr);
  override (self, message, 3, &hr);
  if (hr >= 25 && hr <= 250)
    record.hr = (guint8) hr;
  if (!lum_fit_message_get_scaled (message, 5, 100, &distance))
    count_distance (self, message, &distance);
  override (self, message, 5, &distance);
  if (distance >= 0 && distance <= 1e7)
    record.distance_m = distance;
  g_array_append_val (activity->records, record);
}

static void
add_event (Collector *self, const LumFitMessage *message)
{
  LumFitTimer timer = {0, FALSE};
  guint32 event, type;

  if (!lum_fit_message_get_uint (message, 0, &event) || event != 0 || !lum_fit_message_get_uint (message, 1, &type) ||
      !lum_fit_message_get_time (message, &timer.time))
    return;
  timer.running = type == 0;
  if (timer.running || type == 1 || type == 4 || type == 8 || type == 9)
    g_array_append_val (get_activity (self)->timers, timer);
}

/* --- the file --- */

static void
add_file_id (LumFitActivity *activity, const LumFitMessage *message)
{
  get_code (message, 0, &activity->type);
  get_code (message, 1, &activity->manufacturer);
  lum_fit_message_get_uint (message, 3, &activity->serial);
  lum_fit_message_get_uint (message, 4, &activity->created);
  get_text (message, 8, &activity->product);
}

static gboolean
wants (guint16 number, gpointer user_data)
{
  switch (number) {
  case MESSAGE_FILE_ID:
  case MESSAGE_SPORT:
  case MESSAGE_SESSION:
  case MESSAGE_LAP:
  case MESSAGE_RECORD:
  case MESSAGE_EVENT:
  case MESSAGE_WORKOUT:
  case MESSAGE_ACTIVITY:
  case MESSAGE_FIELD_DESCRIPTION:
    return TRUE;
  default:
    return FALSE;
  }
}

static void
take_message (const LumFitMessage *message, gpointer user_data)
{
  Collector *self = user_data;
  LumFitActivity *activity = get_activity (self);

  activity->n_messages++;
  switch (lum_fit_message_get_number (message)) {
  case MESSAGE_FILE_ID:
    add_file_id (activity, message);
    break;
  case MESSAGE_SPORT:
    get_code (message, 0, &activity->sport);
    get_code (message, 1, &activity->sub_sport);
    get_text (message, 3, &activity->sport_name);
    break;
  case MESSAGE_SESSION:
    add_span (self, message, TRUE);
    break;
  case MESSAGE_LAP:
    add_span (self, message, FALSE);
    break;
  case MESSAGE_RECORD:
    add_record (self, message);
    break;
  case MESSAGE_EVENT:
    add_event (self, message);
    break;
  case MESSAGE_WORKOUT:
    get_text (message, 8, &activity->workout);
    break;
  case MESSAGE_ACTIVITY:
    lum_fit_message_get_time (message, &activity->activity_end);
    lum_fit_message_get_uint (message, 5, &activity->local_end);
    break;
  case MESSAGE_FIELD_DESCRIPTION:
    add_description (self, message);
    break;
  default:
    break;
  }
}

static void
end_segment (gpointer user_data)
{
  Collector *self = user_data;

  self->activity = NULL;
  self->has_counter = FALSE;
  g_array_set_size (self->natives, 0);
}

/**
 * lum_fit_read_activities:
 * @outcome: (out): how whole the file is
 *
 * What each segment of a FIT file says.
 *
 * Returns: (transfer full) (element-type LumFitActivity): those that say anything, in the order of the file
 */
GPtrArray *
lum_fit_read_activities (const guint8 *data, gsize length, LumFitOutcome *outcome)
{
  static const LumFitHandler handler = {wants, take_message, end_segment};
  Collector self = {0};

  self.activities = g_ptr_array_new_with_free_func (free_activity);
  self.natives = g_array_new (FALSE, FALSE, sizeof (Native));
  lum_fit_read (data, length, &handler, &self, outcome);
  g_array_unref (self.natives);
  return self.activities;
}
