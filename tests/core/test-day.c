/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Civil days and the clock (rules EP-2). */
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "lum-clock.h"
#include "lum-day.h"
#include "lum-error.h"

static void
test_known (void)
{
  static const struct {
    int year, month, mday;
    LumDay day;
    int weekday;
  } rows[] = {
      {1970, 1, 1, 0, 4},      {1969, 12, 31, -1, 3},   {2000, 2, 29, 11016, 2},    {2000, 3, 1, 11017, 3},
      {1900, 1, 1, -25567, 1}, {2024, 2, 29, 19782, 4}, {9999, 12, 31, 2932896, 5}, {2026, 5, 27, 20600, 3},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    int year, month, mday;

    g_assert_cmpint (lum_day_from_ymd (rows[i].year, rows[i].month, rows[i].mday), ==, rows[i].day);
    lum_day_to_ymd (rows[i].day, &year, &month, &mday);
    g_assert_cmpint (year, ==, rows[i].year);
    g_assert_cmpint (month, ==, rows[i].month);
    g_assert_cmpint (mday, ==, rows[i].mday);
    g_assert_cmpint (lum_day_get_weekday (rows[i].day), ==, rows[i].weekday);
  }
}

/* Every day from 1900 to 2200, and the far end, against GDate. */
static void
test_all (void)
{
  LumDay first = lum_day_from_ymd (1900, 1, 1);
  g_autoptr (GDate) date = g_date_new_dmy (1, G_DATE_JANUARY, 1900);

  for (LumDay day = first; day < lum_day_from_ymd (2200, 1, 1); day++, g_date_add_days (date, 1)) {
    int year, month, mday;

    lum_day_to_ymd (day, &year, &month, &mday);
    g_assert_true (year == g_date_get_year (date) && month == (int) g_date_get_month (date) &&
                   mday == g_date_get_day (date));
    g_assert_cmpint (lum_day_from_ymd (year, month, mday), ==, day);
    g_assert_cmpint (lum_day_get_weekday (day), ==, (int) g_date_get_weekday (date));
  }
  for (LumDay day = lum_day_from_ymd (9990, 1, 1); day <= lum_day_from_ymd (9999, 12, 31); day++) {
    g_autofree char *iso = lum_day_to_iso (day);
    LumDay again;

    g_assert_true (lum_day_parse (iso, &again, NULL));
    g_assert_cmpint (again, ==, day);
  }
}

static void
test_parse (void)
{
  static const char *const bad[] = {
      NULL,          "",           "2026-05",     "2026-5-27",   "26-05-27",   "2026-02-29",
      "2100-02-29",  "2026-00-10", "2026-13-01",  "2026-04-31",  "2026-01-00", "2026-01-32",
      "1899-12-31",  "2026/05/27", "2026-05-27 ", " 2026-05-27", "2026-05-2x", "-026-05-27",
      "+2026-05-27", "20260527",   "2026-05-271", "today",       "2026-05-99",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;
    LumDay day = 4711;

    g_test_message ("%s", bad[i] ? bad[i] : "(nothing)");
    g_assert_false (lum_day_parse (bad[i], &day, &error));
    g_assert_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT);
    g_assert_nonnull (strstr (error->message, "YYYY-MM-DD"));
    g_assert_cmpint (day, ==, 4711);
  }

  LumDay day;
  g_assert_true (lum_day_parse ("2024-02-29", &day, NULL));
  g_assert_cmpint (day, ==, 19782);
  g_assert_true (lum_day_parse ("1900-01-01", &day, NULL));
  g_assert_true (lum_day_parse ("9999-12-31", &day, NULL));
  g_assert_null (lum_day_to_iso (LUM_DAY_NONE));
}

static void
test_months (void)
{
  static const struct {
    const char *from;
    int months;
    const char *to;
  } rows[] = {
      {"2024-01-31", 1, "2024-02-29"},  {"2025-01-31", 1, "2025-02-28"},   {"2024-02-29", 12, "2025-02-28"},
      {"2024-03-31", -1, "2024-02-29"}, {"2026-05-27", -5, "2025-12-27"},  {"2026-12-01", 1, "2027-01-01"},
      {"2026-05-27", 0, "2026-05-27"},  {"2026-08-31", -18, "2025-02-28"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    LumDay from;
    g_autofree char *iso = NULL;

    g_assert_true (lum_day_parse (rows[i].from, &from, NULL));
    iso = lum_day_to_iso (lum_day_add_months (from, rows[i].months));
    g_assert_cmpstr (iso, ==, rows[i].to);
  }
}

static void
test_instants (void)
{
  static const struct {
    LumInstant instant;
    gint32 offset;
    const char *day;
    const char *iso;
  } rows[] = {
      {0, 0, "1970-01-01", "1970-01-01T00:00:00Z"},
      {-1, 0, "1969-12-31", "1969-12-31T23:59:59.999Z"},
      {0, -1, "1969-12-31", "1970-01-01T00:00:00Z"},
      {1742250600000, 3600, "2025-03-17", "2025-03-17T22:30:00Z"},
      {1743977400000, 7200, "2025-04-07", "2025-04-06T22:10:00Z"},
      {1743977400123, 0, "2025-04-06", "2025-04-06T22:10:00.123Z"},
      {1743977400000, 50400, "2025-04-07", "2025-04-06T22:10:00Z"},
      {1743977400000, -43200, "2025-04-06", "2025-04-06T22:10:00Z"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *day = lum_day_to_iso (lum_day_from_instant (rows[i].instant, rows[i].offset));
    g_autofree char *iso = lum_instant_to_iso (rows[i].instant);

    g_assert_cmpstr (day, ==, rows[i].day);
    g_assert_cmpstr (iso, ==, rows[i].iso);
  }
  g_assert_null (lum_instant_to_iso (LUM_INSTANT_NONE));
}

static void
test_format (void)
{
  static const struct {
    LumDayFormat format;
    const char *text;
  } rows[] = {
      {LUM_DAY_FORMAT_SHORT, "27 May"},     {LUM_DAY_FORMAT_WEEKDAY, "Wed 27 May"},
      {LUM_DAY_FORMAT_LONG, "27 May 2026"}, {LUM_DAY_FORMAT_FULL, "Wednesday, 27 May 2026"},
      {LUM_DAY_FORMAT_MONTH, "May 2026"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = lum_day_format (lum_day_from_ymd (2026, 5, 27), rows[i].format);

    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

/* Berlin skips 02:00–03:00 on 30 March 2025 and doubles it on 26 October 2025. */
static void
test_summer_time (void)
{
  static const struct {
    int month, mday, minute;
    gint32 offset;
    const char *iso;
  } rows[] = {
      {3, 30, 119, 3600, "2025-03-30T00:59:00Z"},  {3, 30, 150, 7200, "2025-03-30T01:30:00Z"},
      {3, 30, 180, 7200, "2025-03-30T01:00:00Z"},  {3, 30, 720, 7200, "2025-03-30T10:00:00Z"},
      {10, 26, 119, 7200, "2025-10-25T23:59:00Z"}, {10, 26, 150, 7200, "2025-10-26T00:30:00Z"},
      {10, 26, 180, 3600, "2025-10-26T02:00:00Z"}, {7, 1, 0, 7200, "2025-06-30T22:00:00Z"},
      {1, 1, 1439, 3600, "2025-01-01T22:59:00Z"},
  };
  g_autoptr (LumClock) clock = lum_clock_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    gint32 offset;
    LumDay day = lum_day_from_ymd (2025, rows[i].month, rows[i].mday);
    LumInstant instant = lum_clock_get_instant (clock, day, rows[i].minute, &offset);
    g_autofree char *iso = lum_instant_to_iso (instant);

    g_assert_cmpstr (iso, ==, rows[i].iso);
    g_assert_cmpint (offset, ==, rows[i].offset);
    g_assert_cmpint (lum_clock_get_offset_at (clock, instant), ==, offset);
    g_assert_cmpint (lum_day_from_instant (instant, offset), ==, day);
  }
}

/* The zone is asked of libc each time: a person who travels need not restart. */
static void
test_travel (void)
{
  g_autoptr (LumClock) clock = lum_clock_new ();
  gint32 offset;

  g_setenv ("TZ", "Pacific/Kiritimati", TRUE);
  lum_clock_get_now (clock, &offset);
  g_assert_cmpint (offset, ==, 14 * 3600);

  LumDay east = lum_clock_get_today (clock);
  int minute = lum_clock_get_minute (clock);

  g_setenv ("TZ", "Etc/GMT+12", TRUE);
  lum_clock_get_now (clock, &offset);
  g_assert_cmpint (offset, ==, -12 * 3600);
  g_assert_cmpint (east - lum_clock_get_today (clock), >=, 1);
  g_assert_cmpint (east - lum_clock_get_today (clock), <=, 2);
  g_assert_cmpint (minute, >=, 0);
  g_assert_cmpint (minute, <, 1440);
  g_setenv ("TZ", "Europe/Berlin", TRUE);
}

static void
count_cb (LumClock *clock, gpointer data)
{
  *(int *) data += 1;
}

static void
test_frozen (void)
{
  LumDay day = lum_day_from_ymd (2026, 5, 27);
  g_autoptr (LumClock) clock = lum_clock_new_frozen (day, 23 * 60 + 59, 7200);
  g_autofree char *iso = NULL;
  gint32 offset;
  int changes = 0;

  g_signal_connect (clock, "day-changed", G_CALLBACK (count_cb), &changes);
  g_assert_cmpint (lum_clock_get_today (clock), ==, day);
  g_assert_cmpint (lum_clock_get_minute (clock), ==, 1439);
  iso = lum_instant_to_iso (lum_clock_get_now (clock, &offset));
  g_assert_cmpstr (iso, ==, "2026-05-27T21:59:00Z");
  g_assert_cmpint (offset, ==, 7200);

  lum_clock_check (clock);
  g_assert_cmpint (changes, ==, 0);
  lum_clock_set_frozen (clock, day + 1, 0);
  lum_clock_check (clock);
  lum_clock_check (clock);
  g_assert_cmpint (changes, ==, 1);
  g_assert_cmpint (lum_clock_get_today (clock), ==, day + 1);
}

/* `--today`: that day, with the device's own time of day. */
static void
test_pinned (void)
{
  LumDay day = lum_day_from_ymd (2026, 1, 15);
  g_autoptr (LumClock) clock = lum_clock_new_on_day (day);
  gint32 offset;
  LumInstant now = lum_clock_get_now (clock, &offset);

  g_assert_cmpint (lum_clock_get_today (clock), ==, day);
  g_assert_cmpint (offset, ==, 3600);
  g_assert_cmpint (lum_day_from_instant (now, offset), ==, day);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_setenv ("TZ", "Europe/Berlin", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/day/known", test_known);
  g_test_add_func ("/day/all", test_all);
  g_test_add_func ("/day/parse", test_parse);
  g_test_add_func ("/day/months", test_months);
  g_test_add_func ("/day/instants", test_instants);
  g_test_add_func ("/day/format", test_format);
  g_test_add_func ("/clock/summer-time", test_summer_time);
  g_test_add_func ("/clock/travel", test_travel);
  g_test_add_func ("/clock/frozen", test_frozen);
  g_test_add_func ("/clock/pinned", test_pinned);
  return g_test_run ();
}
