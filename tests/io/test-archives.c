/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "io-fixture.h"
#include "lum-test-fit.h"
#include "lum-test-zip.h"

/* ZIP archives, archives in archives, and Apple Health's export, read as streams. */

#define GPX                                                                                                            \
  "<gpx><trk><name>A</name><type>running</type><trkseg><trkpt lat=\"52\" lon=\"13\"><time>2026-05-01T06:00:00Z</time>" \
  "</trkpt><trkpt lat=\"52.02\" lon=\"13\"><time>2026-05-01T06:12:00Z</time></trkpt></trkseg></trk></gpx>"

static LumImportBatch *
read_stream (const char *name, const GByteArray *file, gboolean seekable)
{
  g_autoptr (LumClock) clock = fixture_clock ();
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_data (file->data, file->len, NULL);
  g_autoptr (GConverter) nothing = NULL;
  g_autoptr (GInputStream) stream = NULL;
  LumImportSource source = {.file = name, .clock = clock};
  LumImportBatch *batch = lum_import_batch_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GByteArray) packed = NULL;
  g_autoptr (GInputStream) packed_stream = NULL;

  if (seekable) {
    stream = g_object_ref (memory);
  } else { /* what comes out of a decompressor cannot be sought */
    packed = lum_test_gzip (file->data, file->len);
    packed_stream = g_memory_input_stream_new_from_data (packed->data, packed->len, NULL);
    nothing = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
    stream = g_converter_input_stream_new (packed_stream, nothing);
  }
  g_assert_true (lum_io_read_stream (&source, stream, batch, NULL, &error));
  g_assert_no_error (error);
  return batch;
}

static GByteArray *
make_zip (void)
{
  LumTestZip *zip = lum_test_zip_new (), *inner = lum_test_zip_new ();
  g_autoptr (GByteArray) fit = lum_test_fit_make_run (1100000000, 600, 2000);
  g_autoptr (GByteArray) packed = lum_test_gzip (fit->data, fit->len);
  g_autoptr (GByteArray) inside = NULL;

  lum_test_zip_add (inner, "deep/b.fit", fit->data, fit->len);
  inside = lum_test_zip_finish (inner);
  lum_test_zip_add (zip, "runs/", "", 0);
  lum_test_zip_add (zip, "runs/a.gpx", GPX, -1);
  lum_test_zip_add (zip, "runs/a.fit.gz", packed->data, packed->len);
  lum_test_zip_add (zip, "__MACOSX/runs/._a.gpx", "junk", -1);
  lum_test_zip_add (zip, "runs/.hidden", "junk", -1);
  lum_test_zip_add (zip, "media/photo.jpg", "\xff\xd8\xff\xe0\0\x10JFIF\0\0\0\0", 14);
  lum_test_zip_add (zip, "more.zip", inside->data, inside->len);
  return lum_test_zip_finish (zip);
}

static void
test_members (void)
{
  g_autoptr (GByteArray) file = make_zip ();

  for (int seekable = 0; seekable <= 1; seekable++) {
    g_autoptr (LumImportBatch) batch = read_stream ("all.zip", file, seekable);

    for (guint i = 0; i < lum_import_batch_get_n_items (batch); i++)
      g_test_message ("%s: %s %s", fixture_item (batch, i)->member,
                      lum_import_status_to_word (fixture_item (batch, i)->status),
                      fixture_item (batch, i)->reason ? fixture_item (batch, i)->reason : "");
    g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 4);
    g_assert_cmpuint (lum_import_batch_count (batch, LUM_IMPORT_NEW), ==, 3);
    g_assert_cmpstr (fixture_item (batch, 0)->member, ==, "runs/a.gpx");
    g_assert_cmpstr (fixture_item (batch, 1)->format, ==, "fit");
    g_assert_cmpstr (fixture_item (batch, 2)->member, ==, "more.zip/deep/b.fit");
    g_assert_cmpstr (fixture_item (batch, 2)->file, ==, "all.zip");
    g_assert_cmpint (fixture_item (batch, 3)->status, ==, LUM_IMPORT_NOT_A_RUN);
    assert_reason (fixture_item (batch, 3), "media/photo.jpg");
    for (guint i = 0; i < 3; i++) {
      const LumRun *run = fixture_record (fixture_item (batch, i), 0);

      g_assert_nonnull (run->sha256);
      g_assert_cmpuint (strlen (run->sha256), ==, 64);
    }
  }
}

/* Cut anywhere, an archive gives what was whole, or says why not. */
static void
test_cut (void)
{
  g_autoptr (GByteArray) file = make_zip ();

  for (guint length = 4; length < file->len; length += 97) {
    GByteArray cut = {file->data, length};

    for (int seekable = 0; seekable <= 1; seekable++) {
      g_autoptr (LumImportBatch) batch = read_stream ("cut.zip", &cut, seekable);

      g_assert_cmpuint (lum_import_batch_get_n_items (batch), >=, 1);
    }
  }
}

static void
test_locked (void)
{
  LumTestZip *zip = lum_test_zip_new ();
  g_autoptr (GByteArray) file = NULL;
  g_autoptr (LumImportBatch) batch = NULL;

  lum_test_zip_add_locked (zip, "a.gpx", GPX);
  file = lum_test_zip_finish (zip);
  batch = read_stream ("locked.zip", file, TRUE);
  g_assert_cmpint (fixture_item (batch, 0)->status, ==, LUM_IMPORT_REFUSED);
  assert_reason (fixture_item (batch, 0), "password");
}

static void
test_too_deep (void)
{
  g_autoptr (GByteArray) file = make_zip ();
  g_autoptr (LumImportBatch) batch = NULL;

  for (int i = 0; i < 2; i++) {
    LumTestZip *outer = lum_test_zip_new ();

    lum_test_zip_add (outer, "inner.zip", file->data, file->len);
    g_byte_array_unref (file);
    file = lum_test_zip_finish (outer);
  }
  batch = read_stream ("deep.zip", file, TRUE);
  g_assert_cmpuint (lum_import_batch_count (batch, LUM_IMPORT_NEW), ==, 0);
  assert_reason (fixture_item (batch, 0), "unpack it first");
}

static void
test_empty (void)
{
  g_autoptr (GByteArray) file = lum_test_zip_finish (lum_test_zip_new ());
  g_autoptr (LumImportBatch) batch = read_stream ("empty.zip", file, TRUE);

  g_assert_cmpint (fixture_item (batch, 0)->status, ==, LUM_IMPORT_REFUSED);
  assert_reason (fixture_item (batch, 0), "empty");
}

static void
test_cancelled (void)
{
  g_autoptr (GByteArray) file = make_zip ();
  g_autoptr (LumClock) clock = fixture_clock ();
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (file->data, file->len, NULL);
  g_autoptr (LumImportBatch) batch = lum_import_batch_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  LumImportSource source = {.file = "a.zip", .clock = clock};

  g_cancellable_cancel (cancellable);
  g_assert_false (lum_io_read_stream (&source, stream, batch, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* --- Apple Health ------------------------------------------------------------------------------------------------ */

#define APPLE_HEAD                                                                                                  \
  "<?xml version=\"1.0\"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData (Workout*)>\n<!ATTLIST Workout\n a CDATA " \
  "#IMPLIED\n"                                                                                                      \
  "]>\n<HealthData locale=\"de_DE\">\n<Record type=\"HKQuantityTypeIdentifierStepCount\" value=\"1\"/>\n"

static LumImportBatch *
read_apple (const char *text, gssize length)
{
  GByteArray file = {(guint8 *) text, length < 0 ? (guint) strlen (text) : (guint) length};

  return read_stream ("export.xml", &file, TRUE);
}

static void
test_apple (void)
{
  g_autoptr (LumImportBatch) batch = read_apple (
      APPLE_HEAD
      "<Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\" duration=\"31.5\" durationUnit=\"min\" "
      "totalDistance=\"5.2\" totalDistanceUnit=\"km\" totalEnergyBurned=\"1255.2\" totalEnergyBurnedUnit=\"kJ\" "
      "sourceName=\"Watch\" startDate=\"2024-01-15 10:00:00 +0000\" endDate=\"2024-01-15 10:33:00 +0000\">\n"
      " <MetadataEntry key=\"HKIndoorWorkout\" value=\"1\"/><MetadataEntry key=\"HKElevationAscended\" value=\"850 "
      "cm\"/>"
      "<MetadataEntry key=\"HKTimeZone\" value=\"America/New_York\"/>"
      "<WorkoutRoute><FileReference path=\"/workout-routes/r.gpx\"/></WorkoutRoute></Workout>\n"
      "<Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\" duration=\"20\" durationUnit=\"min\" "
      "startDate=\"2024-02-15 10:00:00 +0100\" endDate=\"2024-02-15 10:20:00 +0100\">"
      "<WorkoutStatistics type=\"HKQuantityTypeIdentifierDistanceWalkingRunning\" sum=\"2\" unit=\"mi\"/>"
      "<WorkoutStatistics type=\"HKQuantityTypeIdentifierHeartRate\" average=\"150.6\" maximum=\"171\" "
      "unit=\"count/min\"/>"
      "</Workout>\n<Workout workoutActivityType=\"HKWorkoutActivityTypeYoga\" duration=\"60\" durationUnit=\"min\" "
      "startDate=\"2024-02-16 10:00:00 +0100\" endDate=\"2024-02-16 11:00:00 +0100\"/>\n</HealthData>\n",
      -1);
  const LumRun *run;

  g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 3);
  run = fixture_record (fixture_item (batch, 0), 0);
  g_assert_cmpfloat (run->distance_m, ==, 5200);
  g_assert_cmpfloat (run->timer_s, ==, 1890);
  g_assert_cmpfloat (run->elapsed_s, ==, 1980);
  g_assert_cmpfloat_with_epsilon (run->ascent_m, 8.5, 1e-9);
  g_assert_cmpint (run->calories, ==, 300);
  g_assert_cmpint (run->start_offset, ==, -18000);
  g_assert_cmpint (run->offset_source, ==, LUM_OFFSET_FILE);
  g_assert_cmpint (run->surface, ==, LUM_SURFACE_TREADMILL);
  g_assert_cmpstr (fixture_item (batch, 0)->companion, ==, "workout-routes/r.gpx");
  run = fixture_record (fixture_item (batch, 1), 0);
  g_assert_cmpfloat_with_epsilon (run->distance_m, 3218.688, 1e-6);
  g_assert_cmpint (run->avg_hr, ==, 151);
  g_assert_cmpint (run->max_hr, ==, 171);
  g_assert_cmpint (fixture_item (batch, 2)->status, ==, LUM_IMPORT_NOT_A_RUN);
  assert_reason (fixture_item (batch, 2), "Yoga");
}

/* A broken document type, control characters, a file that is cut off, one without workouts. */
static void
test_apple_oddities (void)
{
  static const char broken[] =
      "<?xml version=\"1.0\"?><!DOCTYPE HealthData [ <!ELEMENT HealthData (a <!ATTLIST b\n]>"
      "<HealthData><Record a=\"x\x0by\"/><Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\" "
      "duration=\"30\" durationUnit=\"min\" totalDistance=\"5\" totalDistanceUnit=\"km\" "
      "startDate=\"2024-01-15 10:00:00 +0000\" endDate=\"2024-01-15 10:30:00 +0000\"/>";
  g_autofree char *whole = g_strconcat (broken, "</HealthData>", NULL);
  g_autoptr (LumImportBatch) batch = read_apple (whole, -1), cut = read_apple (broken, -1);
  g_autoptr (LumImportBatch) empty = read_apple (APPLE_HEAD "</HealthData>", -1);

  g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 1);
  g_assert_cmpint (fixture_item (batch, 0)->status, ==, LUM_IMPORT_NEW);
  g_assert_cmpuint (lum_import_batch_get_n_items (cut), ==, 2);
  g_assert_cmpint (fixture_item (cut, 0)->status, ==, LUM_IMPORT_NEW);
  assert_reason (fixture_item (cut, 1), "the 1 activity before it was read");
  assert_reason (fixture_item (empty, 0), "no workout");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/archives/members", test_members);
  g_test_add_func ("/archives/cut", test_cut);
  g_test_add_func ("/archives/locked", test_locked);
  g_test_add_func ("/archives/too-deep", test_too_deep);
  g_test_add_func ("/archives/empty", test_empty);
  g_test_add_func ("/archives/cancelled", test_cancelled);
  g_test_add_func ("/archives/apple-health", test_apple);
  g_test_add_func ("/archives/apple-health/oddities", test_apple_oddities);
  return g_test_run ();
}
