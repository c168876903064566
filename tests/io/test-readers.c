/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>

#include "io-fixture.h"
#include "lum-number.h"
#include "lum-sniff.h"
#include "lum-sport.h"
#include "lum-text-decode.h"
#include "lum-time-parse.h"

/* The small readers that all formats share: text, numbers, times, sports. */

static void
test_text (void)
{
  static const struct {
    const char *name;
    const char *bytes;
    gsize length;
    const char *expected;
  } cases[] = {
      {"plain", "abc", 3, "abc"},
      {"empty", "", 0, ""},
      {"utf-8 stays",
       "Stra\xc3\x9f"
       "e",
       7, "Straße"},
      {"bom",
       "\xef\xbb\xbf"
       "abc",
       6, "abc"},
      {"utf-16le",
       "\xff\xfe"
       "a\0\xe4\0",
       6, "aä"},
      {"utf-16be", "\xfe\xff\0a\0\xe4", 6, "aä"},
      {"utf-16le without a mark", "<\0a\0", 4, "<a"},
      {"utf-16 cut in a character",
       "\xff\xfe"
       "a\0b",
       5, "a"},
      {"windows-1252", "M\xfcnchen", 7, "München"},
      {"windows-1252 punctuation", "5\x80", 2, "5€"},
      {"nuls at the end", "abc\0\0\0", 6, "abc"},
      {"control bytes",
       "a\x0b"
       "b\x01\tc\n\r",
       8, "ab\tc\n\r"},
      {"control byte late in a word",
       "12345678901234\x02"
       "6",
       16, "123456789012346"},
      {"declared latin-1", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\xe9</a>", 51,
       "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>é</a>"},
      {"declared with an unknown name", "<?xml version='1.0' encoding='martian'?><a/>", 44,
       "<?xml version='1.0' encoding='martian'?><a/>"},
      {"declared utf-8 that is none", "<?xml version='1.0' encoding='utf-8'?><a>\xe9</a>", 46,
       "<?xml version='1.0' encoding='utf-8'?><a>é</a>"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (LumText) text = {0};
    g_autofree char *copy = NULL;

    g_test_message ("%s", cases[i].name);
    lum_text_decode (&text, (const guint8 *) cases[i].bytes, cases[i].length);
    copy = g_strndup (text.text, text.length);
    g_assert_cmpstr (copy, ==, cases[i].expected);
    g_assert_cmpuint (text.length, ==, strlen (cases[i].expected));
    g_assert_true (g_utf8_validate (text.text, (gssize) text.length, NULL));
  }
}

static void
test_text_is_not_copied (void)
{
  static const char plain[] = "nothing to change";
  g_auto (LumText) text = {0};

  lum_text_decode (&text, (const guint8 *) plain, strlen (plain));
  g_assert_true (text.text == plain);
  g_assert_null (text.owned);
}

static void
test_numbers (void)
{
  static const struct {
    const char *text;
    double value; /* NAN: none */
  } cases[] = {
      {"0", 0},
      {"-0.5", -0.5},
      {"+7", 7},
      {" 12.5 ", 12.5},
      {"52.5200066", 52.5200066},
      {"13.404953999999974723", 13.404953999999974723},
      {"45.148820188000001234567890123456", 45.148820188000001234567890123456},
      {"1e3", 1000},
      {"1.5E-2", 0.015},
      {".5", 0.5},
      {"5.", 5},
      {"9007199254740993", 9007199254740993.0},
      {"123456789012345678901", 123456789012345678901.0},
      {"0.1", 0.1},
      {"", NAN},
      {" ", NAN},
      {"-", NAN},
      {".", NAN},
      {"1,5", NAN},
      {"1.2.3", NAN},
      {"0x10", NAN},
      {"nan", NAN},
      {"inf", NAN},
      {"1e999", NAN},
      {"12m", NAN},
      {"--1", NAN},
      {"1 2", NAN},
      {"11111111111111111111111111111111111111111111111111111111111111111", NAN},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    double value = -77;
    gboolean ok = lum_number_parse (cases[i].text, strlen (cases[i].text), &value);

    g_test_message ("“%s”", cases[i].text);
    g_assert_true (ok == !isnan (cases[i].value));
    if (ok)
      g_assert_true (value == cases[i].value);
    else
      g_assert_true (value == -77);
  }
}

/* The fast path is exact: the same doubles as g_ascii_strtod gives. */
static void
test_numbers_are_exact (void)
{
  for (int i = 0; i < 200000; i++) {
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    double value, degrees, expected;

    g_snprintf (text, sizeof text, "%s%d.%0*u", g_test_rand_bit () ? "-" : "", g_test_rand_int_range (0, 180),
                g_test_rand_int_range (1, 17), (guint32) g_test_rand_int ());
    expected = g_ascii_strtod (text, NULL);
    g_assert_true (lum_number_parse (text, strlen (text), &value));
    g_assert_true (value == expected);
    g_assert_true (lum_number_parse_coordinate (text, strlen (text), &degrees));
    g_assert_cmpfloat_with_epsilon (degrees, expected, 1e-12);
  }
}

static void
test_coordinates (void)
{
  double degrees = 0;

  g_assert_true (lum_number_parse_coordinate ("-12.3456789012345678901234567890", 32, &degrees));
  g_assert_cmpfloat_with_epsilon (degrees, -12.34567890123456789, 1e-13);
  g_assert_true (lum_number_parse_coordinate ("7", 1, &degrees));
  g_assert_true (degrees == 7);
  g_assert_true (lum_number_parse_coordinate (" 7.25 ", 6, &degrees));
  g_assert_true (degrees == 7.25);
  g_assert_false (lum_number_parse_coordinate ("52,5", 4, &degrees));
  g_assert_false (lum_number_parse_coordinate ("", 0, &degrees));
  g_assert_false (lum_number_parse_coordinate ("52.5x", 5, &degrees));
  g_assert_false (lum_number_parse_coordinate (".", 1, &degrees));
}

static void
test_times (void)
{
  /* Those that GLib reads, too, are compared with it. */
  static const char *const good[] = {
      "2024-01-15T10:00:00Z",        "2024-01-15T10:00:00.5Z",   "2024-01-15T10:00:00.1234567Z",
      "2024-02-29T23:59:59+02:00",   "2024-01-15T10:00:00+0530", "2024-01-15T10:00:00-08",
      "2024-01-15 10:00:00Z",        "2024-01-15T10:00:00",      "1901-12-13T20:45:52.2073437Z",
      "2000-03-01T00:00:00.999999Z",
  };
  static const struct {
    const char *text, *same;
  } mended[] = {
      {" 2024-01-15T10:00:00Z\n", "2024-01-15T10:00:00Z"},    {"2024-01-15 10:00:00 +0000", "2024-01-15T10:00:00Z"},
      {"2024-01-15 10:00:00 -0500", "2024-01-15T15:00:00Z"},  {"2024-01-15t10:00:00z", "2024-01-15T10:00:00Z"},
      {"2024-01-15T10:00:00,25Z", "2024-01-15T10:00:00.25Z"},
  };
  static const char *const bad[] = {
      "",
      "2012-09-01",
      "2012-09-01T15:18Z",
      "2012-9-1T15:18:00Z",
      "2012-09-01T24:00:00Z",
      "2012-09-31T10:00:00Z",
      "2023-02-29T10:00:00Z",
      "2012-13-01T10:00:00Z",
      "2012-00-01T10:00:00Z",
      "2012-01-01T10:60:00Z",
      "2012-01-01T10:00:61Z",
      "2012-01-01T10:00:00.Z",
      "2012-01-01T10:00:00Zoo",
      "2012-01-01T10:00:00+",
      "2012-01-01T10:00:00+1",
      "2012-01-01T10:00:00+02:",
      "2012-01-01T10:00:00+99:00",
      "20120101T100000Z",
      "0000-01-01T10:00:00Z",
      "yesterday",
  };
  LumTime time, other;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
    g_autoptr (GDateTime) glib = g_date_time_new_from_iso8601 (good[i], utc);

    g_test_message ("%s", good[i]);
    g_assert_nonnull (glib);
    g_assert_true (lum_time_parse (good[i], strlen (good[i]), &time));
    g_assert_cmpint (time.instant, ==, g_date_time_to_unix (glib) * 1000 + g_date_time_get_microsecond (glib) / 1000);
  }
  for (guint i = 0; i < G_N_ELEMENTS (mended); i++) {
    g_assert_true (lum_time_parse (mended[i].text, strlen (mended[i].text), &time));
    g_assert_true (lum_time_parse (mended[i].same, strlen (mended[i].same), &other));
    g_assert_cmpint (time.instant, ==, other.instant);
  }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_test_message ("%s", bad[i]);
    g_assert_false (lum_time_parse (bad[i], strlen (bad[i]), &time));
  }

  g_assert_true (lum_time_parse ("2024-01-15T10:00:00+02:00", 25, &time));
  g_assert_cmpint (time.zone, ==, LUM_ZONE_OFFSET);
  g_assert_cmpint (time.utc_offset, ==, 7200);
  g_assert_true (lum_time_parse ("2024-01-15T10:00:00-03:30", 25, &time));
  g_assert_cmpint (time.utc_offset, ==, -12600);
  g_assert_true (lum_time_parse ("2024-01-15T10:00:00+00:00", 25, &time));
  g_assert_cmpint (time.zone, ==, LUM_ZONE_UTC);
  g_assert_true (lum_time_parse ("2024-01-15T10:00:00", 19, &time));
  g_assert_cmpint (time.zone, ==, LUM_ZONE_NONE);
}

static void
test_plausible_times (void)
{
  LumInstant now = G_GINT64_CONSTANT (1780300800000);

  g_assert_false (lum_time_is_plausible (G_GINT64_CONSTANT (946684799999), now));
  g_assert_true (lum_time_is_plausible (G_GINT64_CONSTANT (946684800000), now));
  g_assert_true (lum_time_is_plausible (now + 86400000, now));
  g_assert_false (lum_time_is_plausible (now + 86400001, now));
}

static void
test_durations (void)
{
  static const struct {
    const char *text;
    double seconds; /* -1: none */
  } cases[] = {
      {"45", 45},        {"45.5", 45.5},        {"26:11", 1571},    {"02:37.3", 157.3},
      {"1:02:30", 3750}, {"00:02:37.3", 157.3}, {"PT1H2M3S", 3723}, {"PT1234.5S", 1234.5},
      {"1h 02m", 3720},  {"1h2m3s", 3723},      {"90m", 5400},      {" 12:00 ", 720},
      {"0", 0},          {"168:00:00", 604800}, {"", -1},           {"-5", -1},
      {"12:", -1},       {":12", -1},           {"1:2:3:4", -1},    {"1:75", -1},
      {"1.5:20", -1},    {"abc", -1},           {"PT", -1},         {"P1D", -1},
      {"1m 2h", -1},     {"1h 1h", -1},         {"5x", -1},         {"168:00:01", -1},
      {"1e9", -1},       {"1::2", -1},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    double seconds = -1;

    g_test_message ("“%s”", cases[i].text);
    g_assert_true (lum_duration_parse (cases[i].text, strlen (cases[i].text), &seconds) == (cases[i].seconds >= 0));
    g_assert_cmpfloat_with_epsilon (seconds, cases[i].seconds, 1e-9);
  }
}

static void
test_sports (void)
{
  static const struct {
    const char *type;
    LumSportClass class;
    const char *sub_sport;
  } cases[] = {
      {NULL, LUM_SPORT_UNKNOWN, NULL},
      {"", LUM_SPORT_UNKNOWN, NULL},
      {"running", LUM_SPORT_RUN, NULL},
      {"Run", LUM_SPORT_RUN, NULL},
      {"RUNNING", LUM_SPORT_RUN, NULL},
      {"9", LUM_SPORT_RUN, NULL},
      {"1", LUM_SPORT_OTHER, NULL},
      {"trail_running", LUM_SPORT_RUN, "trail"},
      {"trail running", LUM_SPORT_RUN, "trail"},
      {"Treadmill Running", LUM_SPORT_RUN, "treadmill"},
      {"Virtual Run", LUM_SPORT_RUN, "virtual"},
      {"jogging", LUM_SPORT_RUN, NULL},
      {"Laufen", LUM_SPORT_RUN, NULL},
      {"Course à pied", LUM_SPORT_RUN, NULL},
      {"Carrera", LUM_SPORT_RUN, NULL},
      {"Hardlopen", LUM_SPORT_RUN, NULL},
      {"Løb", LUM_SPORT_RUN, NULL},
      {"cycling", LUM_SPORT_OTHER, NULL},
      {"mountain biking", LUM_SPORT_OTHER, NULL},
      {"trail biking", LUM_SPORT_OTHER, NULL},
      {"Ride", LUM_SPORT_OTHER, NULL},
      {"Walking", LUM_SPORT_OTHER, NULL},
      {"hiking", LUM_SPORT_OTHER, NULL},
      {"Radfahren", LUM_SPORT_OTHER, NULL},
      {"swimming", LUM_SPORT_OTHER, NULL},
      {"ski", LUM_SPORT_OTHER, NULL},
      {"driving", LUM_SPORT_OTHER, NULL},
      {"unknown", LUM_SPORT_UNKNOWN, NULL},
      {"Other", LUM_SPORT_UNKNOWN, NULL},
      {"the category", LUM_SPORT_UNKNOWN, NULL},
      {"rowan street", LUM_SPORT_UNKNOWN, NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *sub_sport;

    g_test_message ("“%s”", cases[i].type ? cases[i].type : "(none)");
    g_assert_cmpint (lum_sport_classify (cases[i].type, &sub_sport), ==, cases[i].class);
    g_assert_cmpstr (sub_sport, ==, cases[i].sub_sport);
  }
}

static void
test_sniffing (void)
{
  static const struct {
    const char *text;
    const char *root; /* NULL: no XML */
  } cases[] = {
      {"<gpx/>", "gpx"},
      {"  \n<?xml version='1.0'?>\n<!-- <x> -->\n<ns:gpx version='1.1'>", "gpx"},
      {"\xef\xbb\xbf<gpx>", "gpx"},
      {"<!DOCTYPE kml><kml>", "kml"},
      {"<!DOCTYPE HealthData [<!ELEMENT a (b)>\n<!ENTITY c 'd'>]>\n<HealthData>", "HealthData"},
      {"date,score", NULL},
      {"", NULL},
      {"<?xml", ""},
      {"<", ""},
  };
  char root[64];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].text);
    g_assert_true (lum_sniff_xml_root ((const guint8 *) cases[i].text, strlen (cases[i].text), root) ==
                   (cases[i].root != NULL));
    if (cases[i].root)
      g_assert_cmpstr (root, ==, cases[i].root);
  }
  g_assert_true (lum_sniff_xml_root ((const guint8 *) "\xff\xfe<\0g\0p\0x\0>\0", 12, root));
  g_assert_cmpstr (root, ==, "gpx");
  g_assert_true (lum_sniff_is_text ((const guint8 *) "a,b\n\0\0\0", 7));
  g_assert_false (lum_sniff_is_text ((const guint8 *) "\x01\x02\x03\x04", 4));
  g_assert_false (lum_sniff_is_text ((const guint8 *) "", 0));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/readers/text", test_text);
  g_test_add_func ("/readers/text-is-not-copied", test_text_is_not_copied);
  g_test_add_func ("/readers/numbers", test_numbers);
  g_test_add_func ("/readers/numbers-are-exact", test_numbers_are_exact);
  g_test_add_func ("/readers/coordinates", test_coordinates);
  g_test_add_func ("/readers/times", test_times);
  g_test_add_func ("/readers/plausible-times", test_plausible_times);
  g_test_add_func ("/readers/durations", test_durations);
  g_test_add_func ("/readers/sports", test_sports);
  g_test_add_func ("/readers/sniffing", test_sniffing);
  return g_test_run ();
}
