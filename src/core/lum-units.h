/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum { LUM_UNITS_METRIC, LUM_UNITS_IMPERIAL } LumUnits;

#define LUM_METRES_PER_MILE 1609.344

LumUnits lum_units_from_locale (void);
gboolean lum_parse_score (const char *text, int *score, GError **error);
gboolean lum_parse_distance (const char *text, LumUnits units, double *metres, GError **error);
gboolean lum_parse_duration (const char *text, double *seconds, GError **error);
gboolean lum_parse_time_of_day (const char *text, int *minute_of_day, GError **error);
char *lum_format_distance (double metres, LumUnits units);
char *lum_format_distance_bare (double metres, LumUnits units);
char *lum_format_height (double metres, LumUnits units);
char *lum_format_duration (double seconds);
char *lum_format_pace (double metres, double seconds, LumUnits units);
char *lum_format_number (double value, int decimals);

G_END_DECLS
