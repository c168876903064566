/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A civil day: the number of days since 1970-01-01 in the proleptic Gregorian calendar, whatever the time zone
 * (rules EP-2). All windows are differences of such numbers, never of clock times. */
typedef gint32 LumDay;

#define LUM_DAY_NONE G_MININT32

/* An instant: milliseconds since 1970-01-01 00:00 UTC. */
typedef gint64 LumInstant;

#define LUM_INSTANT_NONE G_MININT64

typedef enum {
  LUM_DAY_FORMAT_SHORT,         /* "27 May" */
  LUM_DAY_FORMAT_WEEKDAY,       /* "Wed 27 May" */
  LUM_DAY_FORMAT_WEEKDAY_ALONE, /* "Wed" */
  LUM_DAY_FORMAT_WEEKDAY_NAME,  /* "Wednesday" */
  LUM_DAY_FORMAT_LONG,          /* "27 May 2026" */
  LUM_DAY_FORMAT_FULL,          /* "Wednesday, 27 May 2026" */
  LUM_DAY_FORMAT_MONTH,         /* "May 2026" */
} LumDayFormat;

LumDay lum_day_from_ymd (int year, int month, int mday);
void lum_day_to_ymd (LumDay day, int *year, int *month, int *mday);
gboolean lum_day_parse (const char *text, LumDay *day, GError **error);
char *lum_day_to_iso (LumDay day);
int lum_day_get_weekday (LumDay day);
LumDay lum_day_add_months (LumDay day, int months);
LumDay lum_day_from_instant (LumInstant instant, gint32 utc_offset_s);
char *lum_day_format (LumDay day, LumDayFormat format);
char *lum_instant_to_iso (LumInstant instant);
gboolean lum_instant_parse_iso (const char *text, LumInstant *instant);

G_END_DECLS
