/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-time-parse.h"

#include <string.h>

#include "lum-number.h"

#define MAX_DURATION_S (7.0 * 86400)

/* Exactly @n digits; -1 for anything else. */
static int
read_digits (const char **p, const char *end, int n)
{
  int value = 0;

  if (end - *p < n)
    return -1;
  for (int i = 0; i < n; i++) {
    char c = (*p)[i];

    if (c < '0' || c > '9')
      return -1;
    value = value * 10 + (c - '0');
  }
  *p += n;
  return value;
}

static gboolean
skip_char (const char **p, const char *end, char c)
{
  if (*p >= end || **p != c)
    return FALSE;
  (*p)++;
  return TRUE;
}

static int
days_in_month (int year, int month)
{
  static const guint8 days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  return days[month - 1] + (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
}

/* "Z", "+02:00", "+0200", "+02", a blank before them, or nothing. */
static gboolean
read_zone (const char **p, const char *end, LumTime *time)
{
  int hours, minutes = 0, sign;

  time->zone = LUM_ZONE_NONE;
  time->utc_offset = 0;
  if (*p < end && **p == ' ')
    (*p)++;
  if (*p == end)
    return TRUE;
  if (**p == 'Z' || **p == 'z') {
    (*p)++;
    time->zone = LUM_ZONE_UTC;
    return TRUE;
  }
  if (**p != '+' && **p != '-')
    return FALSE;

  sign = **p == '-' ? -1 : 1;
  (*p)++;
  hours = read_digits (p, end, 2);
  if (*p < end) {
    skip_char (p, end, ':');
    minutes = read_digits (p, end, 2);
  }
  if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59)
    return FALSE;
  time->utc_offset = sign * (hours * 3600 + minutes * 60);
  time->zone = time->utc_offset ? LUM_ZONE_OFFSET : LUM_ZONE_UTC;
  return TRUE;
}

/**
 * lum_time_parse:
 * @time: (out): untouched if it is none
 *
 * Reads "2024-01-15T10:00:00.123+02:00" and its relatives (formats §1): a blank for the T, one before the offset, any
 * number of decimals (cut to milliseconds), no zone. A date alone, a time without seconds and 24:00:00 are no times.
 */
gboolean
lum_time_parse (const char *text, gsize length, LumTime *time)
{
  const char *p = text, *end = text + length;
  int year, month, day, hour, minute, second, milliseconds = 0;
  LumTime found;

  while (p < end && g_ascii_isspace (*p))
    p++;
  while (p < end && g_ascii_isspace (end[-1]))
    end--;

  year = read_digits (&p, end, 4);
  if (year < 1 || !skip_char (&p, end, '-'))
    return FALSE;
  month = read_digits (&p, end, 2);
  if (month < 1 || month > 12 || !skip_char (&p, end, '-'))
    return FALSE;
  day = read_digits (&p, end, 2);
  if (day < 1 || day > days_in_month (year, month))
    return FALSE;
  if (!skip_char (&p, end, 'T') && !skip_char (&p, end, 't') && !skip_char (&p, end, ' '))
    return FALSE;
  hour = read_digits (&p, end, 2);
  if (hour < 0 || hour > 23 || !skip_char (&p, end, ':'))
    return FALSE;
  minute = read_digits (&p, end, 2);
  if (minute < 0 || minute > 59 || !skip_char (&p, end, ':'))
    return FALSE;
  second = read_digits (&p, end, 2);
  if (second < 0 || second > 60)
    return FALSE;

  if (p < end && (*p == '.' || *p == ',')) {
    int n = 0;

    for (p++; p < end && g_ascii_isdigit (*p); p++, n++)
      if (n < 3)
        milliseconds = milliseconds * 10 + (*p - '0');
    if (n == 0)
      return FALSE;
    for (; n < 3; n++)
      milliseconds *= 10;
  }
  if (!read_zone (&p, end, &found) || p != end)
    return FALSE;

  found.instant =
      ((gint64) lum_day_from_ymd (year, month, day) * 86400 + hour * 3600 + minute * 60 + second - found.utc_offset) *
          1000 +
      milliseconds;
  *time = found;
  return TRUE;
}

/**
 * lum_time_is_plausible:
 * @now: the instant it is
 *
 * Whether a device's clock can be believed (formats §1): not before 2000, not more than a day in the future.
 */
gboolean
lum_time_is_plausible (LumInstant instant, LumInstant now)
{
  return instant >= G_GINT64_CONSTANT (946684800000) && instant <= now + 86400000;
}

/* "PT1H2M3S" and "1h 02m 3.5s". */
static gboolean
parse_lettered (const char *p, const char *end, double *seconds)
{
  double total = 0;
  char last = '\0';

  if (p < end && (*p == 'P' || *p == 'p')) {
    if (end - p < 3 || (p[1] != 'T' && p[1] != 't'))
      return FALSE;
    p += 2;
  }
  while (p < end) {
    const char *number = p;
    double value;
    char unit;

    while (p < end && (g_ascii_isdigit (*p) || *p == '.'))
      p++;
    if (!lum_number_parse (number, (gsize) (p - number), &value))
      return FALSE;
    while (p < end && *p == ' ')
      p++;
    if (p == end)
      return FALSE;
    unit = g_ascii_tolower (*p++);
    /* Hours before minutes before seconds, each once. */
    if (!strchr ("hms", unit) || (last && unit == last) || (last == 's') || (last == 'm' && unit == 'h'))
      return FALSE;
    total += value * (unit == 'h' ? 3600 : unit == 'm' ? 60 : 1);
    last = unit;
    while (p < end && *p == ' ')
      p++;
  }
  if (!last)
    return FALSE;
  *seconds = total;
  return TRUE;
}

/**
 * lum_duration_parse:
 * @seconds: (out): 0 to 7 days; untouched if it is none
 *
 * Reads a duration as tables write it (formats §6.1): seconds, mm:ss, h:mm:ss, with decimals, PT1H2M3S or 1h 02m.
 */
gboolean
lum_duration_parse (const char *text, gsize length, double *seconds)
{
  const char *p = text, *end = text + length;
  double total = 0;
  int parts = 0;

  while (p < end && g_ascii_isspace (*p))
    p++;
  while (p < end && g_ascii_isspace (end[-1]))
    end--;
  if (p == end || *p == '-' || *p == '+')
    return FALSE;

  if (!g_ascii_isdigit (end[-1])) {
    if (!parse_lettered (p, end, &total))
      return FALSE;
  } else {
    while (p <= end) {
      const char *colon = memchr (p, ':', (gsize) (end - p));
      const char *stop = colon ? colon : end;
      double value;

      if (!g_ascii_isdigit (*p) || !lum_number_parse (p, (gsize) (stop - p), &value) || ++parts > 3 ||
          (parts > 1 && value >= 60) || (colon && memchr (p, '.', (gsize) (stop - p))))
        return FALSE;
      total = total * 60 + value;
      if (!colon)
        break;
      p = colon + 1;
      if (p == end)
        return FALSE;
    }
  }
  if (!(total >= 0 && total <= MAX_DURATION_S))
    return FALSE;
  *seconds = total;
  return TRUE;
}
