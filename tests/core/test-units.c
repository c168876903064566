/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people type and read: scores, distances, times, numbers, in both unit systems. */
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lum-error.h"
#include "lum-units.h"

static void
test_score (void)
{
  static const char *const bad[] = {NULL, "",   " ",  "7.5", "7,5", "11",  "-1",
                                    "+1", "1 ", " 1", "01",  "00",  "ten", "100"};

  for (int score = 0; score <= 10; score++) {
    g_autofree char *text = g_strdup_printf ("%d", score);
    int read = -1;

    g_assert_true (lum_parse_score (text, &read, NULL));
    g_assert_cmpint (read, ==, score);
  }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;
    int score = 42;

    g_assert_false (lum_parse_score (bad[i], &score, &error));
    g_assert_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT);
    g_assert_cmpint (score, ==, 42);
  }
}

static void
test_distance (void)
{
  static const struct {
    const char *text;
    LumUnits units;
    double metres;
  } rows[] = {
      {"8.2km", LUM_UNITS_METRIC, 8200},      {"8,05 km", LUM_UNITS_METRIC, 8050},
      {"5mi", LUM_UNITS_METRIC, 8046.72},     {"5 mi", LUM_UNITS_METRIC, 8046.72},
      {"5 miles", LUM_UNITS_METRIC, 8046.72}, {"1 mile", LUM_UNITS_METRIC, 1609.344},
      {"10", LUM_UNITS_METRIC, 10000},        {"10", LUM_UNITS_IMPERIAL, 16093.44},
      {"10k", LUM_UNITS_IMPERIAL, 10000},     {"800 m", LUM_UNITS_IMPERIAL, 800},
      {" 6.1 KM ", LUM_UNITS_METRIC, 6100},   {".5", LUM_UNITS_METRIC, 500},
      {"1000", LUM_UNITS_METRIC, 1000000},    {"42.195km", LUM_UNITS_IMPERIAL, 42195},
  };
  static const char *const bad[] = {
      NULL,   "",    "km",  "0",   "0 km",   "-5",   "5 apples", "1001", "1e3", "8.2.1", "5 mi km",
      "8..2", "inf", "nan", "8 2", "700 mi", "8km8", "0x10",     "5’",   ",",   "٥ km",  "12345678901234567"};

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    double metres = 0;

    g_test_message ("%s", rows[i].text);
    g_assert_true (lum_parse_distance (rows[i].text, rows[i].units, &metres, NULL));
    g_assert_cmpfloat_with_epsilon (metres, rows[i].metres, 1e-6);
  }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;
    double metres = 42;

    g_test_message ("%s", bad[i] ? bad[i] : "(nothing)");
    g_assert_false (lum_parse_distance (bad[i], LUM_UNITS_METRIC, &metres, &error));
    g_assert_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT);
    g_assert_cmpfloat (metres, ==, 42);
  }
}

static void
test_duration (void)
{
  static const struct {
    const char *text;
    double seconds;
  } rows[] = {
      {"45", 2700},   {"45:10", 2710},     {"1:05:00", 3900},     {"0:59", 59},      {"90:00", 5400},
      {" 45 ", 2700}, {"12:00:00", 43200}, {"168:00:00", 604800}, {"1:00:01", 3601},
  };
  static const char *const bad[] = {NULL,        "",     "0",   "0:00",   "1:60",   "1:5",
                                    "1:60:00",   "a",    "-5",  "45:1x",  "1::5",   "1:2:3:4",
                                    "169:00:00", "45.5", ":30", "1:05:0", "123456", "45:-1"};

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    double seconds = 0;

    g_test_message ("%s", rows[i].text);
    g_assert_true (lum_parse_duration (rows[i].text, &seconds, NULL));
    g_assert_cmpfloat (seconds, ==, rows[i].seconds);
  }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;
    double seconds = 42;

    g_test_message ("%s", bad[i] ? bad[i] : "(nothing)");
    g_assert_false (lum_parse_duration (bad[i], &seconds, &error));
    g_assert_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT);
    g_assert_cmpfloat (seconds, ==, 42);
  }
}

static void
test_time_of_day (void)
{
  static const struct {
    const char *text;
    int minute; /* -1: refused */
  } rows[] = {
      {"07:30", 450}, {"7:30", 450}, {"00:00", 0}, {"23:59", 1439}, {"24:00", -1},    {"7:60", -1}, {"7:3", -1},
      {"730", -1},    {"", -1},      {NULL, -1},   {"-7:30", -1},   {"07:30:00", -1}, {":30", -1},  {"7:3 ", -1},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    int minute = -1;

    g_assert_cmpint (lum_parse_time_of_day (rows[i].text, &minute, NULL), ==, rows[i].minute >= 0);
    g_assert_cmpint (minute, ==, rows[i].minute);
  }
}

static void
test_format (void)
{
  static const struct {
    double metres;
    const char *km, *mi;
  } distances[] = {
      {8200, "8.2 km", "5.1 mi"},    {10000, "10 km", "6.2 mi"}, {850, "0.85 km", "0.53 mi"}, {8046.72, "8 km", "5 mi"},
      {12000, "12 km", "7.5 mi"},    {0, "0 km", "0 mi"},        {994, "0.99 km", "0.62 mi"}, {999, "1 km", "0.62 mi"},
      {42195, "42.2 km", "26.2 mi"}, {9999, "10 km", "6.2 mi"},
  };
  static const struct {
    double seconds;
    const char *text;
  } durations[] = {{2710, "45:10"}, {3900, "1:05:00"}, {0, "0:00"}, {59.6, "1:00"}, {3599.5, "1:00:00"}, {-5, "0:00"}};
  g_autofree char *pace = lum_format_pace (10000, 3300, LUM_UNITS_METRIC);
  g_autofree char *mile_pace = lum_format_pace (1609.344, 600, LUM_UNITS_IMPERIAL);
  g_autofree char *below = lum_format_number (-0.06, 2);
  g_autofree char *zero = lum_format_number (-0.04, 1);

  for (guint i = 0; i < G_N_ELEMENTS (distances); i++) {
    g_autofree char *km = lum_format_distance (distances[i].metres, LUM_UNITS_METRIC);
    g_autofree char *mi = lum_format_distance (distances[i].metres, LUM_UNITS_IMPERIAL);

    g_assert_cmpstr (km, ==, distances[i].km);
    g_assert_cmpstr (mi, ==, distances[i].mi);
  }
  for (guint i = 0; i < G_N_ELEMENTS (durations); i++) {
    g_autofree char *text = lum_format_duration (durations[i].seconds);

    g_assert_cmpstr (text, ==, durations[i].text);
  }
  g_assert_cmpstr (pace, ==, "5:30 /km");
  g_assert_cmpstr (mile_pace, ==, "10:00 /mi");
  g_assert_cmpstr (below, ==, "\u22120.06");
  g_assert_cmpstr (zero, ==, "0.0");
  g_assert_null (lum_format_pace (NAN, 600, LUM_UNITS_METRIC));
  g_assert_null (lum_format_pace (0, 600, LUM_UNITS_METRIC));
  g_assert_null (lum_format_pace (1000, NAN, LUM_UNITS_METRIC));
}

/* What is shown can be typed again. */
static void
test_round_trip (void)
{
  for (int metres = 100; metres < 60000; metres += 130)
    for (int units = LUM_UNITS_METRIC; units <= LUM_UNITS_IMPERIAL; units++) {
      g_autofree char *text = lum_format_distance (metres, (LumUnits) units);
      double read, step = units == LUM_UNITS_METRIC ? 1000 : LUM_METRES_PER_MILE;

      g_assert_true (lum_parse_distance (text, LUM_UNITS_METRIC, &read, NULL));
      g_assert_cmpfloat_with_epsilon (read, metres, (metres < step ? 0.0051 : 0.0501) * step);
    }
}

/* With a comma for a decimal sign. The locale is made for the test; without localedef it is skipped aloud. */
static void
test_comma (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("lumbar-locale-XXXXXX", &error);
  g_autofree char *target = g_build_filename (folder, "de_DE.UTF-8", NULL);
  g_autofree char *command = g_strdup_printf ("localedef -i de_DE -f UTF-8 %s", target);
  g_autofree char *remove = g_strdup_printf ("rm -r %s", folder);
  g_autofree char *output = NULL, *errors = NULL;

  g_assert_no_error (error);
  if (!g_spawn_command_line_sync (command, &output, &errors, NULL, NULL) || !g_file_test (target, G_FILE_TEST_IS_DIR)) {
    g_test_skip ("localedef cannot make de_DE here");
  } else {
    g_setenv ("LOCPATH", folder, TRUE);
    if (setlocale (LC_ALL, "de_DE.UTF-8")) {
      g_autofree char *text = lum_format_distance (8200, LUM_UNITS_METRIC);
      double metres;

      g_assert_cmpstr (text, ==, "8,2 km");
      g_assert_true (lum_parse_distance ("8.2", LUM_UNITS_METRIC, &metres, NULL));
      g_assert_cmpfloat_with_epsilon (metres, 8200, 1e-6);
      g_assert_true (lum_parse_distance ("8,2", LUM_UNITS_METRIC, &metres, NULL));
      g_assert_cmpfloat_with_epsilon (metres, 8200, 1e-6);
      g_assert_cmpint (lum_units_from_locale (), ==, LUM_UNITS_METRIC);
    } else {
      g_test_skip ("de_DE cannot be loaded here");
    }
    g_unsetenv ("LOCPATH");
    setlocale (LC_ALL, "C.UTF-8");
  }
  g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/units/score", test_score);
  g_test_add_func ("/units/distance", test_distance);
  g_test_add_func ("/units/duration", test_duration);
  g_test_add_func ("/units/time-of-day", test_time_of_day);
  g_test_add_func ("/units/format", test_format);
  g_test_add_func ("/units/round-trip", test_round_trip);
  g_test_add_func ("/units/comma", test_comma);
  return g_test_run ();
}
