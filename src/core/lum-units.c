/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-units.h"

#include <langinfo.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lum-error.h"
#include "lum-i18n.h"

#define MAX_DISTANCE_M 1000000.0
#define MAX_DURATION_S (7.0 * 86400)
#define METRES_PER_FOOT 0.3048

/**
 * lum_units_from_locale:
 *
 * Kilometres or miles, as the locale's country measures. libc has no miles, so its paper and measurement category
 * stands in: the United States and the few others that it calls non-metric, and the United Kingdom's road miles.
 */
LumUnits
lum_units_from_locale (void)
{
#ifdef _NL_MEASUREMENT_MEASUREMENT
  if (*nl_langinfo (_NL_MEASUREMENT_MEASUREMENT) == 2)
    return LUM_UNITS_IMPERIAL;
#endif
  const char *name = setlocale (LC_MEASUREMENT, NULL);

  return name && strstr (name, "_GB") ? LUM_UNITS_IMPERIAL : LUM_UNITS_METRIC;
}

/* Reads digits with at most one decimal sign, point or comma; *rest is what follows the blanks after it. */
static gboolean
read_decimal (const char *text, double *value, const char **rest)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  const char *p = text;
  gboolean digits = FALSE, sign = FALSE;

  while (g_ascii_isspace (*p))
    p++;
  for (; g_ascii_isdigit (*p) || ((*p == '.' || *p == ',') && !sign); p++) {
    if (g_ascii_isdigit (*p))
      digits = TRUE;
    else
      sign = TRUE;
    g_string_append_c (plain, *p == ',' ? '.' : *p);
  }
  while (g_ascii_isspace (*p))
    p++;

  if (!digits || plain->len > 15)
    return FALSE;
  *value = g_ascii_strtod (plain->str, NULL);
  *rest = p;
  return TRUE;
}

/**
 * lum_parse_score:
 * @score: (out): 0 to 10
 *
 * Reads a pain or effort score (PM-1): a whole number from 0 to 10, nothing else.
 *
 * Returns: %FALSE with LUM_ERROR_INVALID_INPUT otherwise
 */
gboolean
lum_parse_score (const char *text, int *score, GError **error)
{
  if (text && g_ascii_isdigit (text[0])) {
    if (text[1] == '\0') {
      *score = text[0] - '0';
      return TRUE;
    }
    if (strcmp (text, "10") == 0) {
      *score = 10;
      return TRUE;
    }
  }

  g_set_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT, _ ("“%s” is not a score; give a whole number from 0 to 10."),
               text ? text : "");
  return FALSE;
}

/**
 * lum_parse_distance:
 * @units: what a number without a unit means
 * @metres: (out): more than 0, at most 1,000 km
 *
 * Reads "8.2km", "8,05 km", "5 mi", "800 m" or a bare number.
 *
 * Returns: %FALSE with LUM_ERROR_INVALID_INPUT otherwise
 */
gboolean
lum_parse_distance (const char *text, LumUnits units, double *metres, GError **error)
{
  static const struct {
    const char *name;
    double metres;
  } known[] = {
      {"km", 1000},
      {"k", 1000},
      {"m", 1},
      {"mi", LUM_METRES_PER_MILE},
      {"mile", LUM_METRES_PER_MILE},
      {"miles", LUM_METRES_PER_MILE},
  };
  const char *unit;
  double value;

  if (text && read_decimal (text, &value, &unit)) {
    double factor = *unit ? 0 : units == LUM_UNITS_IMPERIAL ? LUM_METRES_PER_MILE : 1000;
    g_autofree char *trimmed = g_strchomp (g_strdup (unit));

    for (guint i = 0; i < G_N_ELEMENTS (known); i++)
      if (g_ascii_strcasecmp (trimmed, known[i].name) == 0)
        factor = known[i].metres;

    if (factor > 0 && value > 0 && value * factor <= MAX_DISTANCE_M) {
      *metres = round (value * factor * 1000) / 1000; /* 8.05 km are 8050 m, to the millimetre */
      return TRUE;
    }
  }

  g_set_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT,
               _ ("“%s” is not a distance; write it like 8.2 km or 5 mi, up to 1,000 km."), text ? text : "");
  return FALSE;
}

/**
 * lum_parse_duration:
 * @seconds: (out): more than 0, at most 7 days
 *
 * Reads "45" (minutes), "45:10" (minutes and seconds) or "1:05:00".
 *
 * Returns: %FALSE with LUM_ERROR_INVALID_INPUT otherwise
 */
gboolean
lum_parse_duration (const char *text, double *seconds, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text ? text : ""));
  g_auto (GStrv) parts = g_strsplit (trimmed, ":", -1);
  guint n = g_strv_length (parts);
  double total = 0;
  gboolean ok = n >= 1 && n <= 3;

  for (guint i = 0; ok && i < n; i++) {
    gsize len = strlen (parts[i]);

    ok = len >= 1 && len <= 5 && strspn (parts[i], "0123456789") == len;
    if (ok && i > 0)
      ok = len == 2 && parts[i][0] < '6';
    if (ok)
      total = total * 60 + atoi (parts[i]);
  }
  if (n == 1)
    total *= 60;

  if (ok && total > 0 && total <= MAX_DURATION_S) {
    *seconds = total;
    return TRUE;
  }

  g_set_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT,
               _ ("“%s” is not a duration; write it like 45, 45:10 or 1:05:00, up to seven days."), text ? text : "");
  return FALSE;
}

/**
 * lum_parse_time_of_day:
 * @minute_of_day: (out): 0 to 1439
 *
 * Reads "07:30".
 *
 * Returns: %FALSE with LUM_ERROR_INVALID_INPUT otherwise
 */
gboolean
lum_parse_time_of_day (const char *text, int *minute_of_day, GError **error)
{
  gsize len = text ? strlen (text) : 0;
  gsize colon = text ? strcspn (text, ":") : 0;

  if (len >= 4 && len <= 5 && colon == len - 3 && strspn (text, "0123456789:") == len && text[len - 2] != ':' &&
      text[len - 1] != ':') {
    int hour = atoi (text);
    int minute = atoi (text + colon + 1);

    if (hour < 24 && minute < 60) {
      *minute_of_day = hour * 60 + minute;
      return TRUE;
    }
  }

  g_set_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT, _ ("“%s” is not a time of day; write it like 07:30."),
               text ? text : "");
  return FALSE;
}

/**
 * lum_format_number:
 * @decimals: digits after the decimal sign
 *
 * A number with the locale's decimal sign.
 *
 * Returns: (transfer full): UTF-8 text
 */
char *
lum_format_number (double value, int decimals)
{
  if (fabs (value) < 0.5 * pow (10, -decimals))
    value = 0; /* no "-0" */
  /* A minus sign, not a hyphen: these are read. */
  return g_strdup_printf ("%s%.*f", value < 0 ? "\u2212" : "", decimals, fabs (value));
}

/**
 * lum_format_distance_bare:
 *
 * A distance as a number alone, in kilometres or miles, with as many decimals as it deserves (8.2, 12, 0.85).
 *
 * Returns: (transfer full): UTF-8 text
 */
char *
lum_format_distance_bare (double metres, LumUnits units)
{
  double value = metres / (units == LUM_UNITS_IMPERIAL ? LUM_METRES_PER_MILE : 1000);
  double tenths = round (value * 10) / 10;

  if (value < 0.995 && value > 0)
    return lum_format_number (value, 2);
  return lum_format_number (tenths, fabs (tenths - round (tenths)) < 0.05 ? 0 : 1);
}

/**
 * lum_format_distance:
 *
 * A distance with its unit, "8.2 km" or "5 mi".
 *
 * Returns: (transfer full): UTF-8 text
 */
char *
lum_format_distance (double metres, LumUnits units)
{
  g_autofree char *number = lum_format_distance_bare (metres, units);

  if (units == LUM_UNITS_IMPERIAL)
    /* Translators: a distance in miles */
    return g_strdup_printf (C_ ("distance", "%s mi"), number);
  /* Translators: a distance in kilometres */
  return g_strdup_printf (C_ ("distance", "%s km"), number);
}

/**
 * lum_format_height:
 *
 * A climb or descent in whole metres or feet, with the unit.
 *
 * Returns: (transfer full): "120 m"
 */
char *
lum_format_height (double metres, LumUnits units)
{
  g_autofree char *number = lum_format_number (units == LUM_UNITS_IMPERIAL ? metres / METRES_PER_FOOT : metres, 0);

  if (units == LUM_UNITS_IMPERIAL)
    /* Translators: a height in feet */
    return g_strdup_printf (C_ ("height", "%s ft"), number);
  /* Translators: a height in metres */
  return g_strdup_printf (C_ ("height", "%s m"), number);
}

/**
 * lum_format_duration:
 *
 * A duration as "45:10" or "1:05:00".
 *
 * Returns: (transfer full): text
 */
char *
lum_format_duration (double seconds)
{
  gint64 s = (gint64) llround (MAX (seconds, 0));

  if (s >= 3600)
    return g_strdup_printf ("%d:%02d:%02d", (int) (s / 3600), (int) (s / 60 % 60), (int) (s % 60));
  return g_strdup_printf ("%d:%02d", (int) (s / 60), (int) (s % 60));
}

/**
 * lum_format_pace:
 *
 * Minutes for a kilometre or a mile, "5:30 /km".
 *
 * Returns: (transfer full) (nullable): %NULL where either is missing
 */
char *
lum_format_pace (double metres, double seconds, LumUnits units)
{
  if (!(metres > 0) || !(seconds > 0))
    return NULL;

  double per = units == LUM_UNITS_IMPERIAL ? LUM_METRES_PER_MILE : 1000;
  g_autofree char *time = lum_format_duration (seconds / metres * per);

  if (units == LUM_UNITS_IMPERIAL)
    /* Translators: minutes a mile */
    return g_strdup_printf (C_ ("pace", "%s /mi"), time);
  /* Translators: minutes a kilometre */
  return g_strdup_printf (C_ ("pace", "%s /km"), time);
}
