/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "io-fixture.h"

/* The KML files of the samples (formats §15), all of OpenTracks. Other programs' XML has no sample there. */

typedef struct {
  const char *file;
  LumImportStatus status;
  const char *reason, *start;
  double elapsed_s, timer_s, distance_m;
} Expected;

static const Expected files[] = {
    {"opentracks__kml22_order_location_and_when.kml", LUM_IMPORT_NOT_A_RUN, "Too fast", "2021-05-29T18:06:21.767Z",
     0.745, 0.745, 222.1},
    {"opentracks__kml22_time_decreases.kml", LUM_IMPORT_NEW, NULL, "2021-05-29T18:06:21.767Z", 0.275, 0.275, NAN},
    {"opentracks__kml22_when_locations_different.kml", LUM_IMPORT_REFUSED, "without times"},
    {"opentracks__kml22_without_locations.kml", LUM_IMPORT_REFUSED, "empty"},
    /* Its two stretches: 25.487 s and 25.009 s, between them a pause. */
    {"opentracks__legacy_kml22_statistics_marker.kml", LUM_IMPORT_NEW, NULL, "2020-11-28T17:06:22.401Z", 58.469, 50.496,
     20.5},
};

static char *samples;

static void
test_file (gconstpointer data)
{
  const Expected *expected = data;
  g_autofree char *path = g_build_filename (samples, "other", expected->file, NULL);
  g_autofree char *text = NULL;
  g_autoptr (LumImportBatch) batch = NULL;
  g_autoptr (GDateTime) start = NULL;
  LumImportItem *item;
  const LumRun *run;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  batch = fixture_read (expected->file, text, (gssize) length);
  g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 1);
  item = fixture_item (batch, 0);
  g_test_message ("%s", item->reason ? item->reason : "new");
  g_assert_cmpstr (item->format, ==, "kml");
  g_assert_cmpint (item->status, ==, expected->status);
  if (expected->reason)
    assert_reason (item, expected->reason);
  if (!expected->start)
    return;

  run = fixture_record (item, 0);
  start = g_date_time_new_from_iso8601 (expected->start, NULL);
  g_assert_cmpint (run->start, ==, g_date_time_to_unix (start) * 1000 + g_date_time_get_microsecond (start) / 1000);
  g_assert_cmpfloat_with_epsilon (run->elapsed_s, expected->elapsed_s, 0.001);
  g_assert_cmpfloat_with_epsilon (run->timer_s, expected->timer_s, 0.001);
  if (isnan (expected->distance_m))
    g_assert_true (isnan (run->distance_m));
  else
    g_assert_cmpfloat_with_epsilon (run->distance_m, expected->distance_m, expected->distance_m * 0.05);
}

/* No sample is left out of the table above. */
static void
test_all_listed (void)
{
  g_autofree char *folder = g_build_filename (samples, "other", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)))
    n += g_str_has_suffix (name, ".kml");
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (files));
}

int
main (int argc, char **argv)
{
  const char *folder = g_getenv ("LUMBAR_SAMPLES"), *shared = g_getenv ("LUMBAR_SHARED");

  g_test_init (&argc, &argv, NULL);
  samples = folder ? g_strdup (folder) : g_build_filename (shared ? shared : "../shared", "samples", NULL);
  if (!g_file_test (samples, G_FILE_TEST_IS_DIR)) {
    g_print ("1..0 # SKIP the samples are not there (%s); set LUMBAR_SAMPLES\n", samples);
    return 0;
  }
  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *path = g_strconcat ("/xml-samples/", files[i].file, NULL);

    g_test_add_data_func (path, &files[i], test_file);
  }
  g_test_add_func ("/xml-samples/all-listed", test_all_listed);
  return g_test_run ();
}
