/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "lum-day.h"

G_BEGIN_DECLS

#define LUM_TYPE_CLOCK (lum_clock_get_type ())

G_DECLARE_FINAL_TYPE (LumClock, lum_clock, LUM, CLOCK, GObject)

LumClock *lum_clock_new (void);
LumClock *lum_clock_new_on_day (LumDay today);
LumClock *lum_clock_new_frozen (LumDay today, int minute_of_day, gint32 utc_offset_s);

LumDay lum_clock_get_today (LumClock *self);
int lum_clock_get_minute (LumClock *self);
LumInstant lum_clock_get_now (LumClock *self, gint32 *utc_offset_s);
gint32 lum_clock_get_offset_at (LumClock *self, LumInstant instant);
LumInstant lum_clock_get_instant (LumClock *self, LumDay day, int minute_of_day, gint32 *utc_offset_s);
void lum_clock_check (LumClock *self);
void lum_clock_set_frozen (LumClock *self, LumDay today, int minute_of_day);

G_END_DECLS
