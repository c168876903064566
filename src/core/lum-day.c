/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-day.h"

#include <string.h>

#include "lum-error.h"
#include "lum-i18n.h"

/**
 * lum_day_from_ymd:
 *
 * The civil day of a date. Months and days outside their range run over (month 13 is January of the next year).
 * The algorithm counts years from 1 March, so that the leap day is the last of its year.
 */
LumDay
lum_day_from_ymd (int year, int month, int mday)
{
  int months = year * 12 + (month - 1);

  year = (months >= 0 ? months : months - 11) / 12;
  month = months - year * 12 + 1;
  if (month <= 2)
    year--;

  int era = (year >= 0 ? year : year - 399) / 400;
  int yoe = year - era * 400;
  int doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5;
  int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;

  return era * 146097 + doe - 719468 + (mday - 1);
}

/**
 * lum_day_to_ymd:
 * @year: (out) (optional): the year
 * @month: (out) (optional): 1 to 12
 * @mday: (out) (optional): 1 to 31
 *
 * The date of a civil day.
 */
void
lum_day_to_ymd (LumDay day, int *year, int *month, int *mday)
{
  int z = day + 719468;
  int era = (z >= 0 ? z : z - 146096) / 146097;
  int doe = z - era * 146097;
  int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  int mp = (5 * doy + 2) / 153;
  int m = mp < 10 ? mp + 3 : mp - 9;

  if (mday)
    *mday = doy - (153 * mp + 2) / 5 + 1;
  if (month)
    *month = m;
  if (year)
    *year = yoe + era * 400 + (m <= 2);
}

/**
 * lum_day_parse:
 * @text: an ISO date, "2026-05-27"
 * @day: (out): the civil day
 *
 * Reads a date, strictly: ten characters, a date that exists, years 1900 to 9999.
 *
 * Returns: %FALSE with LUM_ERROR_INVALID_INPUT for anything else; @day is then untouched
 */
gboolean
lum_day_parse (const char *text, LumDay *day, GError **error)
{
  int part[3] = {0};
  gboolean ok = text && strlen (text) == 10 && text[4] == '-' && text[7] == '-';

  for (int i = 0, field = 0; ok && i < 10; i++) {
    if (i == 4 || i == 7) {
      field++;
      continue;
    }
    ok = g_ascii_isdigit (text[i]);
    part[field] = part[field] * 10 + (text[i] - '0');
  }
  ok = ok && part[0] >= 1900 && part[1] >= 1 && part[1] <= 12 && part[2] >= 1;

  if (ok) {
    LumDay found = lum_day_from_ymd (part[0], part[1], part[2]);
    int month;

    lum_day_to_ymd (found, NULL, &month, NULL);
    if (part[2] <= 31 && month == part[1]) {
      *day = found;
      return TRUE;
    }
  }

  g_set_error (
      error, LUM_ERROR, LUM_ERROR_INVALID_INPUT,
      /* Translators: %s is what the person typed; YYYY-MM-DD is the form of the date, 2026-05-27 an example. */
      _ ("“%s” is not a date; write it as YYYY-MM-DD, like 2026-05-27."), text ? text : "");
  return FALSE;
}

/**
 * lum_day_to_iso:
 *
 * The ISO form of a day, "2026-05-27", for files and machines.
 *
 * Returns: (transfer full) (nullable): the text; %NULL for LUM_DAY_NONE
 */
char *
lum_day_to_iso (LumDay day)
{
  int year, month, mday;

  if (day == LUM_DAY_NONE)
    return NULL;

  lum_day_to_ymd (day, &year, &month, &mday);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, mday);
}

/**
 * lum_day_get_weekday:
 *
 * The day of the week.
 *
 * Returns: 1 (Monday) to 7 (Sunday)
 */
int
lum_day_get_weekday (LumDay day)
{
  int shifted = (day + 3) % 7; /* 1970-01-01 was a Thursday */

  return (shifted < 0 ? shifted + 7 : shifted) + 1;
}

/**
 * lum_day_add_months:
 *
 * The same day of another month; where that month is shorter, its last day.
 */
LumDay
lum_day_add_months (LumDay day, int months)
{
  int year, month, mday;
  LumDay last;

  lum_day_to_ymd (day, &year, &month, &mday);
  last = lum_day_from_ymd (year, month + months + 1, 1) - 1;

  return MIN (last, lum_day_from_ymd (year, month + months, 1) + mday - 1);
}

/**
 * lum_day_from_instant:
 * @utc_offset_s: seconds east of UTC that were valid then
 *
 * The civil day on which an instant fell (EP-2).
 */
LumDay
lum_day_from_instant (LumInstant instant, gint32 utc_offset_s)
{
  gint64 seconds = (instant >= 0 ? instant : instant - 999) / 1000 + utc_offset_s;

  return (LumDay) ((seconds >= 0 ? seconds : seconds - 86399) / 86400);
}

/**
 * lum_day_format:
 *
 * A day for a person, in the words and order of the locale.
 *
 * Returns: (transfer full): UTF-8 text
 */
char *
lum_day_format (LumDay day, LumDayFormat format)
{
  int year, month, mday;
  g_autoptr (GDateTime) date = NULL;
  const char *pattern = NULL;

  g_return_val_if_fail (day != LUM_DAY_NONE, NULL);

  lum_day_to_ymd (day, &year, &month, &mday);
  date = g_date_time_new_utc (CLAMP (year, 1, 9999), month, mday, 0, 0, 0);

  switch (format) {
  case LUM_DAY_FORMAT_SHORT:
    /* Translators: a date without its year, as for g_date_time_format(); "27 May" */
    pattern = C_ ("date format", "%-d %b");
    break;
  case LUM_DAY_FORMAT_WEEKDAY:
    /* Translators: weekday and date without the year; "Wed 27 May" */
    pattern = C_ ("date format", "%a %-d %b");
    break;
  case LUM_DAY_FORMAT_WEEKDAY_ALONE:
    pattern = "%a"; /* the locale's own, for narrow columns: nothing in it to translate */
    break;
  case LUM_DAY_FORMAT_WEEKDAY_NAME:
    pattern = "%A"; /* likewise */
    break;
  case LUM_DAY_FORMAT_LONG:
    /* Translators: a date with its year; "27 May 2026" */
    pattern = C_ ("date format", "%-d %b %Y");
    break;
  case LUM_DAY_FORMAT_FULL:
    /* Translators: weekday, date and year in full; "Wednesday, 27 May 2026" */
    pattern = C_ ("date format", "%A, %-d %B %Y");
    break;
  case LUM_DAY_FORMAT_MONTH:
    /* Translators: a month with its year, as a heading; "May 2026" */
    pattern = C_ ("date format", "%OB %Y");
    break;
  }

  return g_date_time_format (date, pattern);
}

/**
 * lum_instant_to_iso:
 *
 * An instant as ISO 8601 in UTC, "2026-05-27T06:15:50Z"; milliseconds only where there are some.
 *
 * Returns: (transfer full) (nullable): %NULL for LUM_INSTANT_NONE
 */
char *
lum_instant_to_iso (LumInstant instant)
{
  LumDay day;
  int year, month, mday;
  gint64 ms;
  int second;

  if (instant == LUM_INSTANT_NONE)
    return NULL;

  day = lum_day_from_instant (instant, 0);
  ms = instant - (gint64) day * 86400000;
  second = (int) (ms / 1000);
  lum_day_to_ymd (day, &year, &month, &mday);
  if (ms % 1000)
    return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", year, month, mday, second / 3600, second / 60 % 60,
                            second % 60, (int) (ms % 1000));
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, mday, second / 3600, second / 60 % 60,
                          second % 60);
}

/**
 * lum_instant_parse_iso:
 * @text: (nullable): what lum_instant_to_iso() wrote
 * @instant: (out): the instant
 *
 * Reads an instant, strictly: "2026-05-27T06:15:50Z", with or without milliseconds.
 *
 * Returns: %FALSE for anything else; @instant is then untouched
 */
gboolean
lum_instant_parse_iso (const char *text, LumInstant *instant)
{
  static const char form[] = "0000-00-00T00:00:00";
  gsize length = text ? strlen (text) : 0;
  g_autofree char *date = text ? g_strndup (text, 10) : NULL;
  int hour, minute, second, ms = 0;
  LumDay day;

  if ((length != 20 && length != 24) || text[length - 1] != 'Z')
    return FALSE;
  for (int i = 0; i < 19; i++)
    if (form[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != form[i])
      return FALSE;
  if (length == 24) {
    if (text[19] != '.')
      return FALSE;
    for (int i = 20; i < 23; i++) {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      ms = ms * 10 + (text[i] - '0');
    }
  }

  hour = (text[11] - '0') * 10 + (text[12] - '0');
  minute = (text[14] - '0') * 10 + (text[15] - '0');
  second = (text[17] - '0') * 10 + (text[18] - '0');
  if (hour > 23 || minute > 59 || second > 59 || !lum_day_parse (date, &day, NULL))
    return FALSE;
  *instant = ((gint64) day * 86400 + hour * 3600 + minute * 60 + second) * 1000 + ms;
  return TRUE;
}
