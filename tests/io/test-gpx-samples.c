/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "io-fixture.h"

/* Every real GPX file of the samples, against what independent decoders made of it (formats §15): distances within
 * 1 %, times exactly, heart rates within half a beat. Files that hold no run are refused with their reason. */

typedef struct {
  const char *file;
  guint n_new, n_not_a_run, n_refused;
  const char *reason; /* part of the first item's that is refused or no run, or NULL */
} Expected;

static const Expected files[] = {
    {"gpxpy__Mojstrovka.gpx", 0, 0, 1, "year 1901"},
    {"gpxpy__around-visnjan-with-car.gpx", 1, 0, 0, NULL},
    {"gpxpy__cerknicko-jezero-no-creator.gpx", 1, 0, 0, NULL},
    {"gpxpy__cerknicko-jezero-with-elevations-zero.gpx", 1, 0, 0, NULL},
    {"gpxpy__cerknicko-jezero-without-elevations.gpx", 1, 0, 0, NULL},
    {"gpxpy__cerknicko-jezero.gpx", 1, 0, 0, NULL},
    {"gpxpy__cerknicko-without-times.gpx", 1, 0, 6, "without times"},
    {"gpxpy__custom_schema_locations.gpx", 0, 0, 1, "no track"},
    {"gpxpy__default_schema_locations.gpx", 0, 0, 1, "no track"},
    {"gpxpy__first_and_last_elevation.gpx", 0, 1, 0, "Too fast"},
    {"gpxpy__gpx-with-node-with-comments.gpx", 0, 0, 1, "single point"},
    {"gpxpy__gpx1.0_with_all_fields.gpx", 0, 0, 1, "single point"},
    {"gpxpy__gpx1.1_with_all_fields.gpx", 0, 0, 1, "single point"},
    {"gpxpy__gpx1.1_with_extensions.gpx", 0, 0, 1, "places without times"},
    {"gpxpy__gpx1.1_with_extensions_without_namespaces.gpx", 0, 0, 1, "places without times"},
    {"gpxpy__gpx_with_garmin_extension.gpx", 0, 0, 1, "places without times"},
    {"gpxpy__korita-zbevnica.gpx", 1, 0, 1, "without times"},
    {"gpxpy__route.gpx", 0, 0, 1, "route"},
    {"gpxpy__track-with-empty-segment.gpx", 1, 0, 0, NULL},
    {"gpxpy__track-with-extremes.gpx", 0, 0, 1, "without times"},
    {"gpxpy__track-with-less-sec-time.gpx", 1, 0, 0, NULL},
    {"gpxpy__track-with-small-floats.gpx", 0, 0, 1, "without times"},
    {"gpxpy__track_with_dilution_errors.gpx", 0, 0, 1, "without times"},
    {"gpxpy__track_with_speed.gpx", 1, 0, 0, NULL},
    {"gpxpy__unicode.gpx", 0, 0, 1, "places without times"},
    {"gpxpy__unicode2.gpx", 0, 0, 1, "empty"},
    {"gpxpy__unicode_with_bom.gpx", 0, 0, 1, "places without times"},
    {"gpxpy__unicode_with_bom_noencoding.gpx", 0, 0, 1, "places without times"},
    {"opentracks__gpx11_with_speed_no_namespace.gpx", 1, 0, 0, NULL},
    {"opentracks__gpx11_without_speed.gpx", 1, 0, 0, NULL},
    {"opentracks__gpx_timezone.gpx", 0, 0, 1, "single point"},
    {"opentracks__legacy_gpx_pause_resume.gpx", 0, 1, 0, "Too fast"},
    {"opentracks__legacy_gpx_trackpointextensions_incorrect.gpx", 0, 1, 0, "mountain biking"},
    {"stravapy__activity_7348460494.gpx", 0, 1, 0, "cycling"},
    {"stravapy__activity_7448910422.gpx", 0, 1, 0, "cycling"},
    {"stravapy__empty-trkseg.gpx", 0, 0, 1, "empty"},
    {"stravapy__invalid-lon-lat-missing.gpx", 1, 0, 0, NULL},
};

static char *samples;

static char *
load (const char *name, gsize *length)
{
  g_autofree char *path = g_build_filename (samples, "gpx", name, NULL);
  g_autoptr (GError) error = NULL;
  char *data = NULL;

  g_file_get_contents (path, &data, length, &error);
  g_assert_no_error (error);
  return data;
}

static LumImportBatch *
read_sample (const char *name)
{
  gsize length;
  g_autofree char *data = load (name, &length);

  return fixture_read (name, data, (gssize) length);
}

static void
test_statuses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (LumImportBatch) batch = read_sample (files[i].file);
    const char *reason = NULL;

    for (guint j = 0; j < lum_import_batch_get_n_items (batch) && !reason; j++)
      reason = lum_import_batch_get_item (batch, j)->reason;
    g_test_message ("%s: %u new, %u no run, %u refused: %s", files[i].file,
                    lum_import_batch_count (batch, LUM_IMPORT_NEW),
                    lum_import_batch_count (batch, LUM_IMPORT_NOT_A_RUN),
                    lum_import_batch_count (batch, LUM_IMPORT_REFUSED), reason ? reason : "-");
    g_assert_cmpuint (lum_import_batch_count (batch, LUM_IMPORT_NEW), ==, files[i].n_new);
    g_assert_cmpuint (lum_import_batch_count (batch, LUM_IMPORT_NOT_A_RUN), ==, files[i].n_not_a_run);
    g_assert_cmpuint (lum_import_batch_count (batch, LUM_IMPORT_REFUSED), ==, files[i].n_refused);
    for (guint j = 0; j < lum_import_batch_get_n_items (batch); j++) {
      LumImportItem *item = lum_import_batch_get_item (batch, j);

      g_assert_cmpstr (item->format, ==, "gpx");
      if (item->status == LUM_IMPORT_NEW)
        g_assert_true (lum_record_check (LUM_RECORD_RUN, fixture_record (item, 0), NULL));
    }
    if (files[i].reason) {
      g_assert_nonnull (reason);
      g_assert_nonnull (strstr (reason, files[i].reason));
    }
  }
}

/* No sample is left out of the table above. */
static void
test_all_samples_listed (void)
{
  g_autofree char *folder = g_build_filename (samples, "gpx", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir))) {
    gboolean found = FALSE;

    for (guint i = 0; i < G_N_ELEMENTS (files); i++)
      found |= strcmp (files[i].file, name) == 0;
    if (!found)
      g_error ("%s is not in the table of this test", name);
    n++;
  }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (files));
}

/* The sums over a file's runs, which is what the other decoders give. */
typedef struct {
  LumInstant first, last;
  double distance_m, avg_hr;
  int max_hr;

} Totals;

static Totals
add_up (LumImportBatch *batch)
{
  Totals totals = {G_MAXINT64, G_MININT64, 0, NAN, 0};

  for (guint i = 0; i < lum_import_batch_get_n_items (batch); i++) {
    LumImportItem *item = lum_import_batch_get_item (batch, i);
    const LumRun *run;

    if (!item->records)
      continue;
    run = fixture_record (item, 0);
    totals.first = MIN (totals.first, run->start);
    totals.last = MAX (totals.last, run->start + (LumInstant) llround (run->elapsed_s * 1000));
    totals.distance_m += isnan (run->distance_m) ? 0 : run->distance_m;
    totals.avg_hr = run->avg_hr;
    totals.max_hr = run->max_hr;
  }
  return totals;
}

/* What the table says of the other decoders and where they are known to be wrong (formats §5 and §15). */
static gboolean
is_known_disagreement (const char *file, const char *field)
{
  static const char *const known[] = {
      /* its program wrote a TrackStatsExtension, which counts */
      "opentracks__legacy_gpx_trackpointextensions_incorrect.gpx distance_2d",
      /* points at latitude 100 and 200 are marks of a pause, not places */
      "opentracks__legacy_gpx_pause_resume.gpx distance_2d",
      /* times go backward: the latest is not the last in the file */
      "gpxpy__first_and_last_elevation.gpx last_time",
      "gpxpy__first_and_last_elevation.gpx elapsed",
      /* the first point has a time and no place; its time is kept */
      "stravapy__invalid-lon-lat-missing.gpx first_time",
      /* only one of its eight tracks has times */
      "gpxpy__cerknicko-without-times.gpx distance_2d",
      /* two logs with times and a saved copy of a way without */
      "gpxpy__korita-zbevnica.gpx distance_2d",
  };
  g_autofree char *key = g_strdup_printf ("%s %s", file, field);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (known[i], key) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
compare_field (const char *file, const char *field, const char *value, const Totals *totals)
{
  double expected = g_ascii_strtod (value, NULL);

  if (strcmp (field, "first_time") == 0 || strcmp (field, "last_time") == 0) {
    g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (value, NULL);
    LumInstant instant = strcmp (field, "first_time") == 0 ? totals->first : totals->last;

    /* They give whole seconds. */
    g_assert_cmpint (instant / 1000, ==, g_date_time_to_unix (time));
  } else if (strcmp (field, "elapsed") == 0) {
    g_assert_cmpfloat_with_epsilon ((double) (totals->last - totals->first) / 1000, expected, 0.001);
  } else if (strcmp (field, "distance_2d") == 0) {
    g_assert_cmpfloat_with_epsilon (totals->distance_m, expected, expected * 0.01);
  } else if (strcmp (field, "hr_avg") == 0) {
    g_assert_cmpfloat_with_epsilon (totals->avg_hr, expected, 0.5);
  } else if (strcmp (field, "hr_max") == 0) {
    g_assert_cmpint (totals->max_hr, ==, (int) expected);
  } else {
    return FALSE;
  }
  return TRUE;
}

static void
test_expected_values (void)
{
  g_autofree char *path = g_build_filename (samples, "expected.tsv", NULL);
  g_autofree char *table = NULL;
  g_auto (GStrv) lines = NULL;
  guint compared = 0;

  g_assert_true (g_file_get_contents (path, &table, NULL, NULL));
  lines = g_strsplit (table, "\n", -1);
  for (guint i = 0; lines[i]; i++) {
    g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
    g_autoptr (LumImportBatch) batch = NULL;
    Totals totals;

    if (g_strv_length (cells) < 4 || !g_str_has_prefix (cells[0], "gpx/") || strcmp (cells[1], "track") != 0)
      continue;
    if (is_known_disagreement (cells[0] + 4, cells[2]))
      continue;
    batch = read_sample (cells[0] + 4);
    totals = add_up (batch);
    if (totals.first == G_MAXINT64)
      continue;
    g_test_message ("%s %s %s", cells[0], cells[2], cells[3]);
    compared += compare_field (cells[0] + 4, cells[2], cells[3], &totals);
  }
  g_test_message ("%u values compared", compared);
  g_assert_cmpuint (compared, >=, 69);
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
  g_test_add_func ("/gpx-samples/statuses", test_statuses);
  g_test_add_func ("/gpx-samples/all-listed", test_all_samples_listed);
  g_test_add_func ("/gpx-samples/expected-values", test_expected_values);
  return g_test_run ();
}
