/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "io-fixture.h"

/* Training Center XML (formats §4). */

#define HEAD "<?xml version=\"1.0\"?><TrainingCenterDatabase xmlns=\"x\"><Activities>"
#define TAIL "</Activities></TrainingCenterDatabase>"
#define POINT(time, lat, metres, hr)                                                              \
  "<Trackpoint><Time>" time "</Time><Position><LatitudeDegrees>" lat                              \
  "</LatitudeDegrees><LongitudeDegrees>13.4</LongitudeDegrees></Position><DistanceMeters>" metres \
  "</DistanceMeters><HeartRateBpm><Value>" hr "</Value></HeartRateBpm></Trackpoint>"
#define LAP(start, seconds, metres, body)                                                                \
  "<Lap StartTime=\"" start "\"><TotalTimeSeconds>" seconds "</TotalTimeSeconds><DistanceMeters>" metres \
  "</DistanceMeters>" body "</Lap>"

static LumImportBatch *
read_tcx (const char *text)
{
  return fixture_read ("a.tcx", text, -1);
}

static const LumRun *
only_run (LumImportBatch *batch)
{
  g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 1);
  if (fixture_item (batch, 0)->reason)
    g_test_message ("%s", fixture_item (batch, 0)->reason);
  g_assert_cmpint (fixture_item (batch, 0)->status, ==, LUM_IMPORT_NEW);
  return fixture_record (fixture_item (batch, 0), 0);
}

static void
test_laps (void)
{
  g_autoptr (LumImportBatch) batch = read_tcx (
      HEAD "<Activity Sport=\"running\"><Id>2026-05-01T06:00:00Z</Id>" LAP (
          "2026-05-01T06:00:00.000Z", "600.5", "2000.25",
          "<Calories>100</Calories><AverageHeartRateBpm><Value>140</Value></AverageHeartRateBpm>"
          "<MaximumHeartRateBpm><Value>160</Value></MaximumHeartRateBpm><Track>" POINT ("2026-05-01T06:00:00Z", "52.0",
                                                                                        "0", "120") "</Track>")
          LAP ("2026-05-01T06:11:00Z", "300", "1000",
               "<Calories>50</Calories><AverageHeartRateBpm><Value>170</Value></AverageHeartRateBpm><Track>" POINT (
                   "2026-05-01T06:17:00Z", "52.02", "3000",
                   "175") "</Track>") "<Notes> easy\n day </Notes>"
                                      "<Creator><Name>Watch 1</Name></Creator></Activity>" TAIL);
  const LumRun *run = only_run (batch);

  g_assert_cmpfloat (run->timer_s, ==, 900.5);
  g_assert_cmpfloat (run->elapsed_s, ==, 1020);
  g_assert_cmpfloat (run->distance_m, ==, 3000.25);
  g_assert_cmpint (run->calories, ==, 150);
  g_assert_cmpint (run->avg_hr, ==, lround ((140 * 600.5 + 170 * 300) / 900.5));
  g_assert_cmpint (run->max_hr, ==, 160);
  g_assert_cmpstr (run->note, ==, "easy\n day");
  g_assert_cmpstr (run->source_app, ==, "Watch 1");
  g_assert_cmpstr (run->sport, ==, "running");
}

/* The first believable start; an offset is the file's. */
static void
test_starts (void)
{
  static const struct {
    const char *lap, *id, *start;
    gint32 offset;
  } cases[] = {
      {"2026-05-01T06:00:00Z", "2026-05-01T05:59:00Z", "2026-05-01T06:00:00Z", LUM_INT_NONE},
      {"1989-12-31T00:08:05Z", "2012-09-01T15:18:04Z", "2012-09-01T15:18:04Z", LUM_INT_NONE},
      {"2016-04-10T18:40:58.000+01:00", "x", "2016-04-10T17:40:58Z", 3600},
      {"", "", "2026-05-01T06:00:05Z", LUM_INT_NONE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = g_strdup_printf (
        HEAD "<Activity Sport=\"Running\"><Id>%s</Id><Lap StartTime=\"%s\"><TotalTimeSeconds>60</TotalTimeSeconds>"
             "<DistanceMeters>200</DistanceMeters><Track><Trackpoint><Time>2026-05-01T06:00:05Z</Time></Trackpoint>"
             "</Track></Lap></Activity>" TAIL,
        cases[i].id, cases[i].lap);
    g_autoptr (LumImportBatch) batch = read_tcx (text);
    const LumRun *run = only_run (batch);
    LumInstant start;

    g_assert_true (lum_instant_parse_iso (cases[i].start, &start));
    g_assert_cmpint (run->start, ==, start);
    g_assert_cmpint (run->offset_source, ==, cases[i].offset == LUM_INT_NONE ? LUM_OFFSET_SYSTEM : LUM_OFFSET_FILE);
    if (cases[i].offset != LUM_INT_NONE)
      g_assert_cmpint (run->start_offset, ==, cases[i].offset);
    g_assert_cmpfloat (run->timer_s, ==, 60);
  }
}

/* Without sums in the laps: the device's count, which may begin anew in every lap; else the places. */
static void
test_distances (void)
{
  static const struct {
    const char *first, *second;
    double distance;
  } cases[] = {{"900", "1800", 1800}, {"900", "0", 900}, {"900", "20", 920}, {"900", "850", 900}};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = g_strdup_printf (
        HEAD
        "<Activity Sport=\"Running\"><Lap StartTime=\"2026-05-01T06:00:00Z\"><Track>"
        "<Trackpoint><Time>2026-05-01T06:00:00Z</Time><DistanceMeters>%s</DistanceMeters></Trackpoint></Track></Lap>"
        "<Lap StartTime=\"2026-05-01T06:05:00Z\"><Track>"
        "<Trackpoint><Time>2026-05-01T06:10:00Z</Time><DistanceMeters>%s</DistanceMeters></Trackpoint></Track></Lap>"
        "</Activity>" TAIL,
        cases[i].first, cases[i].second);
    g_autoptr (LumImportBatch) batch = read_tcx (text);

    g_assert_cmpfloat (only_run (batch)->distance_m, ==, cases[i].distance);
  }

  g_autoptr (LumImportBatch) placed =
      read_tcx (HEAD "<Activity Sport=\"Running\"><Lap StartTime=\"2026-05-01T06:00:00Z\"><Track>" POINT (
          "2026-05-01T06:00:00Z", "52.00", "x", "0")
                    POINT ("2026-05-01T06:10:00Z", "52.01", "", "120") "</Track></Lap></Activity>" TAIL);

  g_assert_cmpfloat_with_epsilon (only_run (placed)->distance_m, 1112, 2);
  g_assert_cmpint (only_run (placed)->avg_hr, ==, 120);
}

static void
test_several (void)
{
  g_autoptr (LumImportBatch) batch = read_tcx (HEAD "<MultiSportSession><FirstSport><Activity Sport=\"Biking\">" LAP (
      "2026-05-01T06:00:00Z", "600", "6000", "") "</Activity></FirstSport><NextSport><Activity "
                                                 "Sport=\"Running\">" LAP ("2026-05-01T06:11:00Z", "600", "2000",
                                                                           "") "</Activity></NextSport></"
                                                                               "MultiSportSession><Activity "
                                                                               "Sport=\"Other\">" LAP ("2026-05-"
                                                                                                       "02T06:00:"
                                                                                                       "00Z",
                                                                                                       "600", "2000",
                                                                                                       "") "</"
                                                                                                           "Activit"
                                                                                                           "y"
                                                                                                           ">" TAIL);

  g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 3);
  g_assert_cmpint (fixture_item (batch, 0)->status, ==, LUM_IMPORT_NOT_A_RUN);
  assert_reason (fixture_item (batch, 0), "Biking");
  g_assert_cmpint (fixture_item (batch, 1)->status, ==, LUM_IMPORT_NEW);
  g_assert_null (fixture_item (batch, 1)->warnings);
  g_assert_cmpint (fixture_item (batch, 2)->status, ==, LUM_IMPORT_NEW);
  g_assert_nonnull (strstr (fixture_item (batch, 2)->warnings->pdata[0], "Other"));
}

static void
test_refused (void)
{
  static const struct {
    const char *text, *says;
  } cases[] = {
      {"<TrainingCenterDatabase><Courses><Course><Name>A</Name><Track><Trackpoint/></Track></Course></Courses>"
       "</TrainingCenterDatabase>",
       "planned route"},
      {HEAD TAIL, "no activity"},
      {HEAD "<Activity Sport=\"Running\"></Activity>" TAIL, "neither a distance nor a duration"},
      {HEAD "<Activity Sport=\"Running\">" LAP ("x", "600", "2000", "") "</Activity>" TAIL, "does not say when"},
      {HEAD "<Activity Sport=\"Running\">" LAP ("2026-05-01T06:00:00Z", "600", "2000000000", "") "</Activity>" TAIL,
       NULL},
      {HEAD "<Activity Sport=\"Running\"><Lap StartTime=\"2026-05-01T06:00:00Z\">", "cut off"},
      {HEAD "<Activity Sport=\"Running\">\n</Lap>" TAIL, "broken in line 2"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (LumImportBatch) batch = read_tcx (cases[i].text);
    const LumImportItem *item = fixture_item (batch, 0);

    g_test_message ("%s", item->reason ? item->reason : "taken");
    if (!cases[i].says) { /* a distance that cannot be is not one: the time counts */
      g_assert_cmpint (item->status, ==, LUM_IMPORT_NEW);
      g_assert_true (isnan (((LumRun *) fixture_record (item, 0))->distance_m));
      continue;
    }
    g_assert_cmpint (item->status, ==, LUM_IMPORT_REFUSED);
    assert_reason (item, cases[i].says);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tcx/laps", test_laps);
  g_test_add_func ("/tcx/starts", test_starts);
  g_test_add_func ("/tcx/distances", test_distances);
  g_test_add_func ("/tcx/several", test_several);
  g_test_add_func ("/tcx/refused", test_refused);
  return g_test_run ();
}
