/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>

#include "io-fixture.h"

/* GPX as programs really write it (formats §5), in files that are made here. A hundredth of a degree of latitude is
 * 1,111.95 m on the sphere that counts. */

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\" creator=\"Test\">\n"
#define STEP_M 1111.9508

#define POINT(lat, time) "<trkpt lat=\"" lat "\" lon=\"13.4\"><time>2026-05-01T" time "</time></trkpt>\n"
#define RUN POINT ("52.00", "06:00:00Z") POINT ("52.01", "06:05:00Z")

static LumImportItem *
read_one (LumImportBatch **batch, const char *text)
{
  *batch = fixture_read ("run.gpx", text, -1);
  g_assert_cmpuint (lum_import_batch_get_n_items (*batch), ==, 1);
  return fixture_item (*batch, 0);
}

static void
assert_metres (double value, double expected)
{
  g_assert_cmpfloat_with_epsilon (value, expected, 0.5);
}

static void
test_plain (void)
{
  g_autoptr (LumImportBatch) batch = NULL;
  LumImportItem *item =
      read_one (&batch, HEAD "<metadata><name>File</name><desc>About</desc></metadata>"
                             "<trk><name>Morning\n    run</name><cmt>Comment</cmt><desc>Felt fine</desc>"
                             "<type>running</type><trkseg>" RUN "</trkseg></trk></gpx>");
  const LumRun *run = fixture_record (item, 0);

  g_assert_cmpint (item->status, ==, LUM_IMPORT_NEW);
  g_assert_cmpint (item->kind, ==, LUM_RECORD_RUN);
  g_assert_cmpstr (item->format, ==, "gpx");
  g_assert_cmpstr (run->title, ==, "Morning run");
  g_assert_cmpstr (run->note, ==, "Felt fine");
  g_assert_cmpstr (run->sport, ==, "running");
  g_assert_cmpstr (run->source_app, ==, "Test");
  g_assert_cmpstr (run->source_file, ==, "run.gpx");
  g_assert_cmpint (run->start, ==, G_GINT64_CONSTANT (1777615200000));
  g_assert_cmpint (run->start_offset, ==, 7200);
  g_assert_cmpint (run->offset_source, ==, LUM_OFFSET_SYSTEM);
  g_assert_cmpint (run->day, ==, lum_day_from_ymd (2026, 5, 1));
  assert_metres (run->distance_m, STEP_M);
  g_assert_true (run->elapsed_s == 300 && run->timer_s == 300);
  g_assert_true (isnan (run->moving_s));
  g_assert_true (isnan (run->ascent_m));
  g_assert_cmpint (run->avg_hr, ==, LUM_INT_NONE);
  g_assert_null (item->warnings);
  g_assert_true (lum_record_check (LUM_RECORD_RUN, run, NULL));
}

/* Segments are pauses: neither their gap's time nor its way counts, but it does for the elapsed time. */
static void
test_segments (void)
{
  g_autoptr (LumImportBatch) batch = NULL;
  LumImportItem *item =
      read_one (&batch, HEAD "<trk><trkseg>" RUN "</trkseg><trkseg/><trkseg>" POINT ("52.10", "07:00:00Z")
                            POINT ("52.11", "07:10:00Z") "</trkseg></trk></gpx>");
  const LumRun *run = fixture_record (item, 0);

  assert_metres (run->distance_m, 2 * STEP_M);
  g_assert_true (run->timer_s == 900);
  g_assert_true (run->elapsed_s == 4200);
}

static void
test_moving_time (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "<trk><trkseg>");
  g_autoptr (LumImportBatch) batch = NULL;
  const LumRun *run;

  /* Ten minutes: every second one in which nothing moves. */
  for (int i = 0; i <= 60; i++)
    g_string_append_printf (text, "<trkpt lat=\"52.%05d\" lon=\"13.4\"><time>2026-05-01T06:%02d:%02dZ</time></trkpt>",
                            i / 6 % 2 ? (i / 12) * 300 + 300 : (i / 12) * 300 + (i % 12) * 50, i * 10 / 60,
                            i * 10 % 60);
  g_string_append (text, "</trkseg></trk></gpx>");
  run = fixture_record (read_one (&batch, text->str), 0);
  g_assert_cmpfloat_with_epsilon (run->elapsed_s, 600, 0.001);
  g_assert_cmpfloat_with_epsilon (run->moving_s, 300, 30);
}

static void
test_ascent (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "<trk><trkseg>");
  g_autoptr (LumImportBatch) batch = NULL;
  const LumRun *run;

  /* 100 m up and 40 m down, with a metre of noise and one spike that a median takes away. */
  for (int i = 0; i <= 70; i++)
    g_string_append_printf (
        text, "<trkpt lat=\"52.%04d\" lon=\"13.4\"><ele>%.1f</ele><time>2026-05-01T06:%02d:%02dZ</time></trkpt>", i,
        i == 20 ? 500.0 : (i <= 50 ? i * 2 : 200 - i * 2) + (i % 2 ? 0.5 : -0.5), i * 20 / 60, i * 20 % 60);
  g_string_append (text, "</trkseg></trk></gpx>");
  run = fixture_record (read_one (&batch, text->str), 0);
  g_assert_cmpfloat_with_epsilon (run->ascent_m, 100, 6);
  g_assert_cmpfloat_with_epsilon (run->descent_m, 40, 6);
  g_assert_cmpint (run->ascent_computed, ==, 1);
}

/* Devices without an altimeter write 0 everywhere: that is no elevation. */
static void
test_elevation_zero (void)
{
  g_autoptr (LumImportBatch) batch = NULL;
  LumImportItem *item = read_one (
      &batch, HEAD "<trk><trkseg><trkpt lat=\"52\" lon=\"13\"><ele>0</ele><time>2026-05-01T06:00:00Z</time></trkpt>"
                   "<trkpt lat=\"52.01\" lon=\"13\"><ele>0.0</ele><time>2026-05-01T06:05:00Z</time></trkpt>"
                   "</trkseg></trk></gpx>");

  g_assert_true (isnan (((LumRun *) fixture_record (item, 0))->ascent_m));
}

static void
test_heart_rate (void)
{
  static const char *const forms[] = {
      "<extensions><gpxtpx:TrackPointExtension><gpxtpx:hr>%d</gpxtpx:hr></gpxtpx:TrackPointExtension></extensions>",
      "<extensions><ns3:TrackPointExtension><ns3:hr>%d</ns3:hr><ns3:cad>80</ns3:cad></ns3:TrackPointExtension></"
      "extensions>",
      "<extensions><gpxdata:hr>%d</gpxdata:hr><gpxdata:cadence>80</gpxdata:cadence></extensions>",
      "<extensions><heartrate>%d</heartrate></extensions>",
      "<extensions><a><b><c><heartRate> %d </heartRate></c></b></a></extensions>",
      "<hr>%d</hr>",
  };
  static const int rates[] = {0, 120, 140, 255, 160};

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (GString) text = g_string_new (HEAD "<trk><trkseg>");
    g_autoptr (LumImportBatch) batch = NULL;
    const LumRun *run;

    for (guint j = 0; j < G_N_ELEMENTS (rates); j++) {
      g_auto (GStrv) parts = g_strsplit (forms[i], "%d", 2);

      g_string_append_printf (text,
                              "<trkpt lat=\"52.0%u\" lon=\"13\"><time>2026-05-01T06:%02u:00Z</time>%s%d%s</trkpt>", j,
                              5 * j, parts[0], rates[j], parts[1]);
    }
    /* One point whose sensor was silent. */
    g_string_append (text, POINT ("52.05", "06:30:00Z") "</trkseg></trk></gpx>");
    run = fixture_record (read_one (&batch, text->str), 0);
    g_test_message ("%s", forms[i]);
    g_assert_cmpint (run->avg_hr, ==, 140);
    g_assert_cmpint (run->max_hr, ==, 160);
  }
}

/* What OpenTracks writes of the whole track counts more than what its points come to. */
static void
test_track_stats (void)
{
  g_autoptr (LumImportBatch) batch = NULL;
  LumImportItem *item = read_one (
      &batch, HEAD
      "<trk><name><![CDATA[Round & round]]></name><desc><![CDATA[a < b]]></desc><type><![CDATA[trail running]]></type>"
      "<extensions><opentracks:trackid>75c581d0-eef5-4aa2-91a3-66d2c6de4f6d</opentracks:trackid>"
      "<gpxtrkx:TrackStatsExtension><gpxtrkx:Distance>1200.5</gpxtrkx:Distance><gpxtrkx:TimerTime>280</"
      "gpxtrkx:TimerTime>"
      "<gpxtrkx:MovingTime>270</gpxtrkx:MovingTime><gpxtrkx:Ascent>12.5</gpxtrkx:Ascent>"
      "<gpxtrkx:Descent>11</gpxtrkx:Descent></gpxtrkx:TrackStatsExtension></extensions><trkseg>" RUN
      "</trkseg></trk></gpx>");
  const LumRun *run = fixture_record (item, 0);

  g_assert_cmpstr (run->title, ==, "Round & round");
  g_assert_cmpstr (run->note, ==, "a < b");
  g_assert_cmpstr (run->sub_sport, ==, "trail");
  g_assert_cmpint (run->surface, ==, LUM_SURFACE_TRAIL);
  g_assert_cmpstr (run->source_id, ==, "75c581d0-eef5-4aa2-91a3-66d2c6de4f6d");
  g_assert_true (run->distance_m == 1200.5 && run->timer_s == 280 && run->moving_s == 270 && run->elapsed_s == 300);
  g_assert_true (run->ascent_m == 12.5 && run->descent_m == 11);
  g_assert_cmpint (run->ascent_computed, ==, 0);
}

static void
test_totals_of_others (void)
{
  g_autoptr (LumImportBatch) batch = NULL;
  const LumRun *run = fixture_record (
      read_one (&batch,
                HEAD "<trk><extensions><gpxdata:lap><gpxdata:calories>100</gpxdata:calories></gpxdata:lap>"
                     "<gpxdata:lap><gpxdata:calories>120.4</gpxdata:calories></gpxdata:lap><meanhr>133</meanhr>"
                     "<maxhr>171</maxhr><sport>running</sport></extensions><trkseg>" RUN "</trkseg></trk></gpx>"),
      0);

  g_assert_cmpint (run->calories, ==, 220);
  g_assert_cmpint (run->avg_hr, ==, 133);
  g_assert_cmpint (run->max_hr, ==, 171);
  g_assert_cmpstr (run->sport, ==, "running");
}

/* A treadmill: no places, but the device counted. */
static void
test_no_positions (void)
{
  g_autoptr (LumImportBatch) batch = NULL;
  LumImportItem *item = read_one (
      &batch, HEAD "<trk><type>treadmill_running</type><trkseg>"
                   "<trkpt><time>2026-05-01T06:00:00Z</time><extensions><d:distance>0</d:distance></extensions></trkpt>"
                   "<trkpt><time>2026-05-01T06:30:00Z</time><extensions><d:distance>5012.5</d:distance></extensions>"
                   "</trkpt></trkseg></trk></gpx>");
  const LumRun *run = fixture_record (item, 0);

  g_assert_cmpint (item->status, ==, LUM_IMPORT_NEW);
  g_assert_true (run->distance_m == 5012.5);
  g_assert_true (run->timer_s == 1800);
  g_assert_cmpint (run->surface, ==, LUM_SURFACE_TREADMILL);
}

static void
test_offsets (void)
{
  static const struct {
    const char *zone;
    gint32 offset;
    LumOffsetSource source;
    int day; /* of May */
  } cases[] = {
      {"Z", 7200, LUM_OFFSET_SYSTEM, 2},       {"", 7200, LUM_OFFSET_SYSTEM, 2},
      {"+00:00", 7200, LUM_OFFSET_SYSTEM, 2},  {"+01:00", 3600, LUM_OFFSET_FILE, 1},
      {"-0400", -14400, LUM_OFFSET_FILE, 1},   {"+13", 46800, LUM_OFFSET_FILE, 1},
      {".5+05:45", 20700, LUM_OFFSET_FILE, 1},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text =
        g_strdup_printf (HEAD "<trk><trkseg><trkpt lat=\"52\" lon=\"13\"><time>2026-05-01T23:30:00%s</time></trkpt>"
                              "<trkpt lat=\"52.01\" lon=\"13\"><time>2026-05-01T23:40:00%s</time></trkpt>"
                              "</trkseg></trk></gpx>",
                         cases[i].zone, cases[i].zone);
    g_autoptr (LumImportBatch) batch = NULL;
    const LumRun *run = fixture_record (read_one (&batch, text), 0);

    g_test_message ("“%s”", cases[i].zone);
    g_assert_cmpint (run->start_offset, ==, cases[i].offset);
    g_assert_cmpint (run->offset_source, ==, cases[i].source);
    g_assert_cmpint (run->day, ==, lum_day_from_ymd (2026, 5, cases[i].day));
    g_assert_cmpfloat_with_epsilon (run->elapsed_s, 600, 0.001);
  }
}

/* In the system's zone the offset is the one of that date, not today's. */
static void
test_system_zone_at_that_instant (void)
{
  static const char text[] =
      HEAD "<trk><trkseg><trkpt lat=\"52\" lon=\"13\"><time>2025-01-15T23:30:00Z</time></trkpt>"
           "<trkpt lat=\"52.01\" lon=\"13\"><time>2025-01-15T23:40:00Z</time></trkpt></trkseg></trk></gpx>";
  g_autoptr (LumClock) clock = lum_clock_new_on_day (lum_day_from_ymd (2026, 6, 1));
  g_autoptr (LumImportBatch) batch = lum_import_batch_new ();
  LumImportSource source = {"winter.gpx", NULL, (const guint8 *) text, strlen (text), clock, LUM_UNITS_METRIC};
  const LumRun *run;

  g_assert_true (lum_io_read (&source, batch, NULL, NULL));
  run = fixture_record (fixture_item (batch, 0), 0);
  g_assert_cmpint (run->start_offset, ==, lum_clock_get_offset_at (clock, run->start));
  g_assert_cmpint (run->day, ==, lum_day_from_instant (run->start, run->start_offset));
}

/* One item a track; tracks of one name with less than six hours between them are one run that was paused. */
static void
test_tracks (void)
{
#define TRACK(name, from, to) \
  "<trk><name>" name "</name><trkseg>" POINT ("52.00", from) POINT ("52.01", to) "</trkseg></trk>"
  static const struct {
    const char *text;
    guint n_items;
    double timer_s; /* of the first */
  } cases[] = {
      {TRACK ("A", "06:00:00Z", "06:10:00Z") TRACK ("B", "06:20:00Z", "06:30:00Z"), 2, 600},
      {TRACK ("A", "06:00:00Z", "06:10:00Z") TRACK ("A", "06:20:00Z", "06:30:00Z"), 1, 1200},
      {TRACK ("A", "06:00:00Z", "06:10:00Z") TRACK ("A #2", "06:20:00Z", "06:30:00Z")
           TRACK ("A #3", "06:40:00Z", "06:50:00Z"),
       1, 1800},
      {TRACK ("A", "06:00:00Z", "06:10:00Z") TRACK ("A", "12:10:00Z", "12:30:00Z"), 2, 600},
      {TRACK ("A", "06:00:00Z", "06:10:00Z") TRACK ("A", "12:09:59Z", "12:20:00Z"), 1, 1201},
      {TRACK ("A", "08:00:00Z", "08:10:00Z") TRACK ("A", "06:00:00Z", "06:10:00Z"), 2, 600},
      {"<trk><name>A</name></trk>" TRACK ("A", "08:00:00Z", "08:10:00Z") "<trk><trkseg/></trk>", 1, 600},
      {"<trk><trkseg>" RUN "</trkseg></trk><trk><trkseg>" POINT ("52.00", "06:20:00Z")
           POINT ("52.01", "06:30:00Z") "</trkseg></trk>",
       2, 300},
      {TRACK ("10 #", "06:00:00Z", "06:10:00Z") TRACK ("10", "06:20:00Z", "06:30:00Z"), 2, 600},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = g_strconcat (HEAD, cases[i].text, "</gpx>", NULL);
    g_autoptr (LumImportBatch) batch = fixture_read ("tracks.gpx", text, -1);
    const LumRun *run = fixture_record (fixture_item (batch, 0), 0);

    g_test_message ("%u", i);
    g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, cases[i].n_items);
    g_assert_cmpfloat_with_epsilon (run->timer_s, cases[i].timer_s, 0.001);
  }
}

/* Points that say less than they should, and what is still taken from them. */
static void
test_odd_points (void)
{
  static const struct {
    const char *name, *points;
    double distance_m, elapsed_s; /* NAN: unknown */
    gboolean warned;
  } cases[] = {
      {"no longitude", "<trkpt lat=\"51\"><time>2026-05-01T05:59:00Z</time></trkpt>" RUN, STEP_M, 360, TRUE},
      {"decimal comma", "<trkpt lat=\"51,5\" lon=\"13,4\"><time>2026-05-01T06:00:00Z</time></trkpt>" RUN, STEP_M, 300,
       TRUE},
      {"latitude beyond the pole", RUN "<trkpt lat=\"95\" lon=\"13\"/>", STEP_M, 300, TRUE},
      {"not a number", RUN "<trkpt lat=\"nan\" lon=\"inf\"/>", STEP_M, 300, TRUE},
      {"time missing", "<trkpt lat=\"52.00\" lon=\"13.4\"/>" RUN, STEP_M, 300, FALSE},
      {"time backward at the start", POINT ("52.00", "06:00:05Z") RUN, STEP_M, 300, FALSE},
      {"the same time twice", RUN POINT ("52.01", "06:05:00Z"), STEP_M, 300, FALSE},
      {"seven decimals", RUN POINT ("52.01", "06:05:01.2073437Z"), STEP_M, 301.207, FALSE},
      {"an unreadable time", RUN POINT ("52.01", "quarter past"), STEP_M, 300, TRUE},
      {"a time of 1970", RUN "<trkpt lat=\"52.01\" lon=\"13.4\"><time>1970-01-01T00:00:00Z</time></trkpt>", STEP_M, 300,
       TRUE},
      {"all times the same", POINT ("52.00", "06:00:00Z") POINT ("52.01", "06:00:00Z"), STEP_M, NAN, TRUE},
      {"does not move", POINT ("52.00", "06:00:00Z") POINT ("52.00", "06:30:00Z"), NAN, 1800, TRUE},
      {"marks of a pause",
       RUN
       "<trkpt lat=\"100\" lon=\"0\"><time>2026-05-01T06:05:00Z</time></trkpt><trkpt lat=\"200\" lon=\"0\"/>" POINT (
           "52.05", "06:10:00Z"),
       STEP_M, 600, FALSE},
      {"30 digits",
       "<trkpt lat=\"52.000000000000000000000000000000\" lon=\"13.399999999999999911182158029987\">"
       "<time>2026-05-01T06:00:00Z</time></trkpt>" POINT ("52.01", "06:05:00Z"),
       STEP_M, 300, FALSE},
      {"attributes with prefixes",
       "<trkpt g:lon=\"13.4\" g:lat=\"52\"><time>2026-05-01T06:00:00Z</time></trkpt>" POINT ("52.01", "06:05:00Z"),
       STEP_M, 300, FALSE},
      {"comments and entities",
       "<trkpt lat=\"52.00\" lon=\"13.4\"><time><!-- early "
       "-->2026-05-01<![CDATA[T06:00:0]]>0&#90;</time></trkpt>" POINT ("52.01", "06:05:00Z"),
       STEP_M, 300, FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = g_strconcat (HEAD "<trk><trkseg>", cases[i].points, "</trkseg></trk></gpx>", NULL);
    g_autoptr (LumImportBatch) batch = NULL;
    LumImportItem *item = read_one (&batch, text);
    const LumRun *run;

    g_test_message ("%s: %s", cases[i].name, item->reason ? item->reason : "taken");
    g_assert_cmpint (item->status, ==, LUM_IMPORT_NEW);
    run = fixture_record (item, 0);
    g_assert_true (isnan (run->distance_m) == isnan (cases[i].distance_m));
    if (!isnan (cases[i].distance_m))
      assert_metres (run->distance_m, cases[i].distance_m);
    g_assert_true (isnan (run->elapsed_s) == isnan (cases[i].elapsed_s));
    if (!isnan (cases[i].elapsed_s))
      g_assert_cmpfloat_with_epsilon (run->elapsed_s, cases[i].elapsed_s, 0.001);
    g_assert_true ((item->warnings != NULL) == cases[i].warned);
  }
}

static void
test_encodings (void)
{
  static const char latin1[] =
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><gpx><trk><name>M\xfcnchen</name><trkseg>" RUN
      "</trkseg></trk></gpx>";
  static const char bom[] =
      "\xef\xbb\xbf\n <?xml version=\"1.0\"?><gpx><trk><name>München</name><trkseg>" RUN "</trkseg></trk></gpx>\0\0\0";
  static const char lying[] =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><gpx><trk><name>M\xfcnchen</name><trkseg>" RUN "</trkseg></trk></gpx>";
  static const char doctype[] = "<?xml version=\"1.0\"?>\n<!DOCTYPE gpx [\n<!ENTITY a \"b\">\n<!ELEMENT x (y>\n]>\n"
                                "<gpx><trk><name>München</name><trkseg>" RUN "</trkseg></trk></gpx>";
  static const char control[] = "<gpx><trk><name>M\x0bünchen\x01</name><trkseg>" RUN "</trkseg></trk></gpx>";
  const struct {
    const char *text;
    gsize length;
  } cases[] = {
      {latin1, sizeof latin1 - 1},   {bom, sizeof bom - 1},         {lying, sizeof lying - 1},
      {doctype, sizeof doctype - 1}, {control, sizeof control - 1},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (LumImportBatch) batch = fixture_read ("name.gpx", cases[i].text, (gssize) cases[i].length);
    LumImportItem *item = fixture_item (batch, 0);

    g_test_message ("%u: %s", i, item->reason ? item->reason : "taken");
    g_assert_cmpstr (((LumRun *) fixture_record (item, 0))->title, ==, "München");
  }

  g_autofree char *utf8 = g_strconcat (HEAD "<trk><name>München</name><trkseg>" RUN "</trkseg></trk></gpx>", NULL);
  gsize length;
  g_autofree char *utf16 = g_convert (utf8, -1, "UTF-16", "UTF-8", NULL, &length, NULL);
  g_autoptr (LumImportBatch) batch = fixture_read ("utf16.gpx", utf16, (gssize) length);

  g_assert_cmpstr (((LumRun *) fixture_record (fixture_item (batch, 0), 0))->title, ==, "München");
}

static void
test_versions_and_names (void)
{
  static const char *const cases[] = {
      "<gpx xmlns=\"http://www.topografix.com/GPX/1/0\" "
      "version=\"1.0\"><name>T</name><time>2026-05-02T00:00:00Z</time><trk>"
      "<trkseg>" RUN "</trkseg></trk></gpx>",
      "<gpx><metadata><name>T</name></metadata><trk><trkseg>" RUN "</trkseg></trk></gpx>",
      "<g:gpx xmlns:g=\"wrong\"><g:trk><g:name>T</g:name><g:trkseg>" RUN "</g:trkseg></g:trk></g:gpx>",
      "<gpx version=\"9.9\"><trk><name>  T \n</name>" RUN "</trk></gpx>",
      "<gpx><wpt lat=\"1\" lon=\"1\"><name>W</name><time>2026-05-02T00:00:00Z</time></wpt><rte><name>R</name>"
      "<rtept lat=\"1\" lon=\"1\"/></rte><trk><name>T</name><link><name>L</name></link><trkseg>" RUN
      "</trkseg></trk></gpx>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (LumImportBatch) batch = NULL;
    LumImportItem *item = read_one (&batch, cases[i]);
    const LumRun *run;

    g_test_message ("%u: %s", i, item->reason ? item->reason : "taken");
    run = fixture_record (item, 0);
    g_assert_cmpstr (run->title, ==, "T");
    g_assert_true (run->timer_s == 300);
  }
}

static void
test_sports (void)
{
  static const struct {
    const char *type, *minutes;
    LumImportStatus status;
    const char *sport, *reason;
  } cases[] = {
      {"<type>running</type>", "05", LUM_IMPORT_NEW, "running", NULL},
      {"<type>9</type>", "05", LUM_IMPORT_NEW, "running", NULL},
      {"<type>cycling</type>", "05", LUM_IMPORT_NOT_A_RUN, "cycling", "cycling"},
      {"<type>Walking</type>", "15", LUM_IMPORT_NOT_A_RUN, "Walking", "Walking"},
      {"", "05", LUM_IMPORT_NEW, NULL, NULL},
      {"<type>unknown</type>", "05", LUM_IMPORT_NEW, NULL, NULL},
      {"", "02", LUM_IMPORT_NOT_A_RUN, NULL, "Too fast for a run: 33 km/h"},
      {"<type>running</type>", "02", LUM_IMPORT_NEW, "running", NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = g_strdup_printf (
        HEAD "<trk>%s<trkseg>" POINT (
            "52.00", "06:00:00Z") "<trkpt lat=\"52.01\" lon=\"13.4\"><time>2026-05-01T06:%s:00Z</time></trkpt>"
                                  "</trkseg></trk></gpx>",
        cases[i].type, cases[i].minutes);
    g_autoptr (LumImportBatch) batch = NULL;
    LumImportItem *item = read_one (&batch, text);

    g_test_message ("%s %s", cases[i].type, cases[i].minutes);
    g_assert_cmpint (item->status, ==, cases[i].status);
    g_assert_cmpstr (((LumRun *) fixture_record (item, 0))->sport, ==, cases[i].sport);
    if (cases[i].reason)
      assert_reason (item, cases[i].reason);
  }
}

static void
test_refusals (void)
{
  static const struct {
    const char *text, *reason;
  } cases[] = {
      {"<gpx/>", "no track"},
      {"<gpx><rte><rtept lat=\"1\" lon=\"1\"/></rte></gpx>", "route or places without times"},
      {"<gpx><wpt lat=\"1\" lon=\"1\"><time>2026-05-01T06:00:00Z</time></wpt></gpx>", "places without times"},
      {"<gpx><trk/></gpx>", "empty"},
      {"<gpx><trk><trkseg/></trk></gpx>", "empty"},
      {"<gpx><trk><trkseg><trkpt lat=\"1\" lon=\"1\"/><trkpt lat=\"2\" lon=\"1\"/></trkseg></trk></gpx>",
       "route without times"},
      {"<gpx><trk><trkseg>" POINT ("52", "06:00:00Z") "</trkseg></trk></gpx>", "single point"},
      {"<gpx><trk><trkseg>" POINT ("52", "06:00:00Z") "<trkpt lat=\"53\" lon=\"13\"/></trkseg></trk></gpx>",
       "without times"},
      {"<gpx><trk><trkseg>" POINT ("52", "06:00:00Z") POINT ("52", "06:00:00Z") "</trkseg></trk></gpx>",
       "neither a distance nor a duration"},
      {"<gpx><trk><trkseg>" POINT ("52", "noon") POINT ("52.01", "one") "</trkseg></trk></gpx>",
       "None of the track’s times can be read"},
      {"<gpx><trk><trkseg><trkpt lat=\"1\" lon=\"1\"><time>1901-12-13T20:45:52Z</time></trkpt>"
       "<trkpt lat=\"1.01\" lon=\"1\"><time>1901-12-13T20:45:52Z</time></trkpt></trkseg></trk></gpx>",
       "year 1901"},
      {"<gpx><trk><trkseg><trkpt lat=\"1\" lon=\"1\"><time>2026-06-03T20:45:52Z</time></trkpt>"
       "<trkpt lat=\"1.01\" lon=\"1\"><time>2026-06-03T21:45:52Z</time></trkpt></trkseg></trk></gpx>",
       "year 2026"},
      {"<gpx><trk><trkseg>" POINT (
           "52", "06:00:00Z") "<trkpt lat=\"52.01\" "
                              "lon=\"13.4\"><time>2026-05-09T20:45:52Z</time></trkpt></trkseg></trk></gpx>",
       "more than seven days"},
      {"<gpx><trk><type>running</type><trkseg>" POINT ("52", "06:00:00Z")
           POINT ("-52", "08:00:00Z") "</trkseg></trk></gpx>",
       "beyond what a run can be"},
      {HEAD "<trk>\n<trkseg>\n" RUN "<trkpt lat=\"5", "cut off: it ends in line 7"},
      {HEAD "<trk><trkseg>\n" RUN "</trkseg></trk>", "cut off"},
      {HEAD "<trk><trkseg>\n" RUN "</trk></trkseg></gpx>", "broken in line 6"},
      {HEAD "<trk><name>&unknown;</name></trk></gpx>", "broken in line 3"},
      {"<!DOCTYPE gpx [\n\n\n]>\n<gpx>\n<trk", "line 6"},
      {"<gpx", "cut off"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (LumImportBatch) batch = NULL;
    LumImportItem *item = read_one (&batch, cases[i].text);

    g_test_message ("%s", item->reason);
    g_assert_cmpint (item->status, ==, LUM_IMPORT_REFUSED);
    g_assert_null (item->records);
    assert_reason (item, cases[i].reason);
  }
}

static void
test_cancelled (void)
{
  static const char text[] = HEAD "<trk><trkseg>" RUN "</trkseg></trk></gpx>";
  g_autoptr (LumClock) clock = fixture_clock ();
  g_autoptr (LumImportBatch) batch = lum_import_batch_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  LumImportSource source = {"a.gpx", NULL, (const guint8 *) text, strlen (text), clock, LUM_UNITS_METRIC};

  g_cancellable_cancel (cancellable);
  g_assert_false (lum_io_read (&source, batch, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gpx/plain", test_plain);
  g_test_add_func ("/gpx/segments", test_segments);
  g_test_add_func ("/gpx/moving-time", test_moving_time);
  g_test_add_func ("/gpx/ascent", test_ascent);
  g_test_add_func ("/gpx/elevation-zero", test_elevation_zero);
  g_test_add_func ("/gpx/heart-rate", test_heart_rate);
  g_test_add_func ("/gpx/track-stats", test_track_stats);
  g_test_add_func ("/gpx/totals-of-others", test_totals_of_others);
  g_test_add_func ("/gpx/no-positions", test_no_positions);
  g_test_add_func ("/gpx/offsets", test_offsets);
  g_test_add_func ("/gpx/system-zone", test_system_zone_at_that_instant);
  g_test_add_func ("/gpx/tracks", test_tracks);
  g_test_add_func ("/gpx/odd-points", test_odd_points);
  g_test_add_func ("/gpx/encodings", test_encodings);
  g_test_add_func ("/gpx/versions-and-names", test_versions_and_names);
  g_test_add_func ("/gpx/sports", test_sports);
  g_test_add_func ("/gpx/refusals", test_refusals);
  g_test_add_func ("/gpx/cancelled", test_cancelled);
  return g_test_run ();
}
