/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-clock.h"

#include <time.h>

/* What day and time it is. An object, so that tests can freeze it and `--today` can move it. The local zone is asked of
 * libc every time: GLib 2.74 caches it until the program ends, which is wrong for people who travel. */
struct _LumClock {
  GObject parent_instance;

  LumDay pinned_day; /* LUM_DAY_NONE: the device's */
  gboolean frozen;
  int frozen_minute;
  gint32 frozen_offset;
  LumDay last_seen;
};

G_DEFINE_FINAL_TYPE (LumClock, lum_clock, G_TYPE_OBJECT)

enum { DAY_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static gint32
local_offset_at (gint64 seconds)
{
  time_t when = (time_t) seconds;
  struct tm local;

  tzset ();
  return localtime_r (&when, &local) ? (gint32) local.tm_gmtoff : 0;
}

static void
lum_clock_class_init (LumClockClass *klass)
{
  /**
   * LumClock::day-changed:
   *
   * Today is another day than it was. Emitted from lum_clock_check().
   */
  signals[DAY_CHANGED] =
      g_signal_new ("day-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lum_clock_init (LumClock *self)
{
  self->pinned_day = LUM_DAY_NONE;
  self->last_seen = LUM_DAY_NONE;
}

/**
 * lum_clock_new:
 *
 * The device's own clock and zone.
 */
LumClock *
lum_clock_new (void)
{
  LumClock *self = g_object_new (LUM_TYPE_CLOCK, NULL);

  self->last_seen = lum_clock_get_today (self);
  return self;
}

/**
 * lum_clock_new_on_day:
 *
 * A clock that shows @today for ever, with the device's time of day (for `--today`).
 */
LumClock *
lum_clock_new_on_day (LumDay today)
{
  LumClock *self = g_object_new (LUM_TYPE_CLOCK, NULL);

  self->pinned_day = self->last_seen = today;
  return self;
}

/**
 * lum_clock_new_frozen:
 * @minute_of_day: 0 to 1439
 * @utc_offset_s: seconds east of UTC
 *
 * A clock that stands still, for tests.
 */
LumClock *
lum_clock_new_frozen (LumDay today, int minute_of_day, gint32 utc_offset_s)
{
  LumClock *self = g_object_new (LUM_TYPE_CLOCK, NULL);

  self->pinned_day = self->last_seen = today;
  self->frozen = TRUE;
  self->frozen_minute = minute_of_day;
  self->frozen_offset = utc_offset_s;
  return self;
}

/**
 * lum_clock_get_today:
 *
 * The civil day it is, where the device is.
 */
LumDay
lum_clock_get_today (LumClock *self)
{
  g_return_val_if_fail (LUM_IS_CLOCK (self), 0);

  if (self->pinned_day != LUM_DAY_NONE)
    return self->pinned_day;

  gint64 seconds = g_get_real_time () / G_USEC_PER_SEC;
  return lum_day_from_instant (seconds * 1000, local_offset_at (seconds));
}

/**
 * lum_clock_get_minute:
 *
 * The time of day where the device is.
 *
 * Returns: minutes since midnight, 0 to 1439
 */
int
lum_clock_get_minute (LumClock *self)
{
  g_return_val_if_fail (LUM_IS_CLOCK (self), 0);

  if (self->frozen)
    return self->frozen_minute;

  gint64 seconds = g_get_real_time () / G_USEC_PER_SEC;
  gint64 local = seconds + local_offset_at (seconds);
  return (int) ((local % 86400 + 86400) % 86400 / 60);
}

/**
 * lum_clock_get_now:
 * @utc_offset_s: (out) (optional): seconds east of UTC, now
 *
 * The instant it is. With a pinned day, that day at this time of day.
 */
LumInstant
lum_clock_get_now (LumClock *self, gint32 *utc_offset_s)
{
  g_return_val_if_fail (LUM_IS_CLOCK (self), 0);

  gint64 real_ms = g_get_real_time () / 1000;

  if (self->frozen) {
    if (utc_offset_s)
      *utc_offset_s = self->frozen_offset;
    return ((gint64) self->pinned_day * 86400 + self->frozen_minute * 60 - self->frozen_offset) * 1000;
  }

  if (self->pinned_day != LUM_DAY_NONE) {
    gint32 offset = local_offset_at (real_ms / 1000);
    gint64 local_ms = real_ms + offset * G_GINT64_CONSTANT (1000);
    gint64 of_day = (local_ms % 86400000 + 86400000) % 86400000;
    gint64 wanted = (gint64) self->pinned_day * 86400000 + of_day;

    offset = local_offset_at (wanted / 1000 - offset);
    if (utc_offset_s)
      *utc_offset_s = offset;
    return wanted - offset * G_GINT64_CONSTANT (1000);
  }

  if (utc_offset_s)
    *utc_offset_s = local_offset_at (real_ms / 1000);
  return real_ms;
}

/**
 * lum_clock_get_offset_at:
 *
 * The system zone's offset that is valid at @instant (summer time of that date included).
 *
 * Returns: seconds east of UTC
 */
gint32
lum_clock_get_offset_at (LumClock *self, LumInstant instant)
{
  g_return_val_if_fail (LUM_IS_CLOCK (self), 0);

  return self->frozen ? self->frozen_offset : local_offset_at (instant / 1000);
}

/**
 * lum_clock_get_instant:
 * @minute_of_day: 0 to 1439, local
 * @utc_offset_s: (out) (optional): the offset valid then
 *
 * The instant at which the local clock shows a day and time. Of the hour that winter time doubles, the earlier one; in
 * the hour that summer time skips, as long after the change as was asked after its beginning (02:30 becomes 03:30).
 */
LumInstant
lum_clock_get_instant (LumClock *self, LumDay day, int minute_of_day, gint32 *utc_offset_s)
{
  g_return_val_if_fail (LUM_IS_CLOCK (self), 0);

  gint64 local = (gint64) day * 86400 + minute_of_day * 60;
  gint32 before = lum_clock_get_offset_at (self, (local - 86400) * 1000);
  gint32 offset = lum_clock_get_offset_at (self, (local - before) * 1000);
  gint64 seconds = local - before;

  /* The offset of the day before is tried first: where both would do, it gives the earlier instant. Where neither does,
   * that time of day does not exist. */
  if (offset != before && lum_clock_get_offset_at (self, (local - offset) * 1000) == offset)
    seconds = local - offset;
  if (utc_offset_s)
    *utc_offset_s = offset;
  return seconds * 1000;
}

/**
 * lum_clock_check:
 *
 * Looks at the day again (on focus, at resume, by a minute timer) and emits #LumClock::day-changed if it is another.
 */
void
lum_clock_check (LumClock *self)
{
  g_return_if_fail (LUM_IS_CLOCK (self));

  LumDay today = lum_clock_get_today (self);

  if (today != self->last_seen) {
    self->last_seen = today;
    g_signal_emit (self, signals[DAY_CHANGED], 0);
  }
}

/**
 * lum_clock_set_frozen:
 *
 * Moves a frozen clock, for tests that live through midnight; call lum_clock_check() afterwards.
 */
void
lum_clock_set_frozen (LumClock *self, LumDay today, int minute_of_day)
{
  g_return_if_fail (LUM_IS_CLOCK (self) && self->frozen);

  self->pinned_day = today;
  self->frozen_minute = minute_of_day;
}
