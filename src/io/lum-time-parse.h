/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-clock.h"

G_BEGIN_DECLS

typedef enum {
  LUM_ZONE_NONE,   /* a wall clock somewhere; `instant` reads it as UTC */
  LUM_ZONE_UTC,    /* "Z", or an offset of nothing, which says no more than that */
  LUM_ZONE_OFFSET, /* "+02:00": the file knows where it was */
} LumZone;

typedef struct {
  LumInstant instant;
  gint32 utc_offset; /* seconds east of UTC; 0 without an offset */
  LumZone zone;
} LumTime;

gboolean lum_time_parse (const char *text, gsize length, LumTime *time);
gboolean lum_time_is_plausible (LumInstant instant, LumInstant now);
gboolean lum_duration_parse (const char *text, gsize length, double *seconds);

G_END_DECLS
