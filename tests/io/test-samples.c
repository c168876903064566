/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "io-fixture.h"

/* Every real FIT, TCX and CSV file of the samples, against what independent decoders made of it (formats §15): figures to
 * 0.01, heart rates to half a beat, starts to the second. Files that hold no run are refused with their reason. */

static char *samples;

static LumImportBatch *
read_sample (const char *file)
{
  g_autofree char *path = g_build_filename (samples, file, NULL);
  g_autofree char *data = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return fixture_read (file, data, (gssize) length);
}

/* file → scope → field → value */
static GHashTable *
load_expected (const char *kind)
{
  GHashTable *files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  g_autofree char *path = g_build_filename (samples, "expected.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i]; i++) {
    g_auto (GStrv) cells = g_strsplit (lines[i], "\t", 6);
    GHashTable *fields;

    if (g_strv_length (cells) < 5 || !g_str_has_prefix (cells[0], kind))
      continue;
    fields = g_hash_table_lookup (files, cells[0]);
    if (!fields) {
      fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (files, g_strdup (cells[0]), fields);
    }
    g_hash_table_insert (fields, g_strdup_printf ("%s.%s", cells[1], cells[2]), g_strdup (cells[3]));
  }
  return files;
}

static const char *
get (GHashTable *fields, const char *scope, guint n, const char *field)
{
  g_autofree char *key = g_strdup_printf ("%s%u.%s", scope, n, field);

  return g_hash_table_lookup (fields, key);
}

/* Where the table names the right answer itself (formats §15), or says less than it knows. */
static gboolean
is_known (const char *file, const char *field)
{
  static const char *const known[] = {
      "fit/fitparse__20170518-191602-1740899583.fit distance", /* native 0, the application's 6163 m */
      "tcx/connectstats__activity_217470507.tcx start_time",   /* a lap of 1989, while Id is right */
  };
  g_autofree char *key = g_strdup_printf ("%s %s", file, field);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i], key))
      return TRUE;
  return FALSE;
}

static void
check (const char *file, const char *field, const char *expected, double value, double tolerance)
{
  double wanted = expected ? g_ascii_strtod (expected, NULL) : 0;

  /* 0 is how some devices say nothing. */
  if (!expected || is_known (file, field) || (isnan (value) && wanted == 0))
    return;
  if (!(fabs (value - wanted) <= tolerance))
    g_error ("%s: %s is %f, not %s", file, field, value, expected);
}

static double
from_int (gint32 value)
{
  return value == LUM_INT_NONE ? NAN : value;
}

static void
check_start (const char *file, const char *expected, const LumRun *run)
{
  g_autoptr (GDateTime) time = NULL;

  if (!expected || is_known (file, "start_time"))
    return;
  /* A clock that was not set tells no date. */
  if (g_str_has_prefix (expected, "RELATIVE")) {
    g_assert_cmpint (run->start, ==, LUM_INSTANT_NONE);
    return;
  }
  time = g_date_time_new_from_iso8601 (expected, NULL);
  g_assert_nonnull (time);
  g_assert_cmpint (run->start / 1000, ==, g_date_time_to_unix (time));
}

static void
check_run (const char *file, GHashTable *fields, const char *scope, guint n, const LumRun *run)
{
  const char *timer = get (fields, scope, n, "timer");

  check_start (file, get (fields, scope, n, "start_time"), run);
  check (file, "elapsed", get (fields, scope, n, "elapsed"), run->elapsed_s, 0.01);
  check (file, "timer", timer ? timer : get (fields, scope, n, "total_time"), run->timer_s, 0.01);
  check (file, "distance", get (fields, scope, n, "distance"), run->distance_m, 0.01);
  check (file, "ascent", get (fields, scope, n, "ascent"), run->ascent_m, 0.01);
  check (file, "descent", get (fields, scope, n, "descent"), run->descent_m, 0.01);
  check (file, "moving", get (fields, scope, n, "moving"), run->moving_s, 0.01);
  check (file, "calories", get (fields, scope, n, "calories"), from_int (run->calories), 0.5);
  check (file, "avg_hr", get (fields, scope, n, "avg_hr"), from_int (run->avg_hr), 0.51);
  check (file, "max_hr", get (fields, scope, n, "max_hr"), from_int (run->max_hr), 0.51);
}

/* A word that the table has for a sport, against what became of the item. */
static void
check_sport (const char *file, const char *sport, const LumImportItem *item)
{
  if (g_ascii_strcasecmp (sport, "running") == 0)
    g_assert_cmpint (item->status, ==, LUM_IMPORT_NEW);
  else if (g_ascii_strcasecmp (sport, "other") != 0 && g_ascii_strcasecmp (sport, "generic") != 0 &&
           item->status != LUM_IMPORT_NOT_A_RUN)
    g_error ("%s: %s came in as a run", file, sport);
}

static void
check_file (const char *file, GHashTable *fields, const char *scope)
{
  g_autoptr (LumImportBatch) batch = read_sample (file);
  guint item = 0;
  const char *offset = g_hash_table_lookup (fields, "activity.utc_offset");

  for (guint n = 0; n < 20; n++) {
    const char *sport = get (fields, scope, n, "sport");
    LumImportItem *found;

    if (!sport || g_str_equal (sport, "transition"))
      continue;
    found = fixture_item (batch, item++);
    g_test_message ("%s, %s %u: %s", file, scope, n, lum_import_status_to_word (found->status));
    check_sport (file, sport, found);
    check_run (file, fields, scope, n, fixture_record (found, 0));
    if (offset && !g_str_equal (offset, "INVALID")) {
      const LumRun *run = fixture_record (found, 0);

      g_assert_cmpint (run->start_offset, ==, atoi (offset));
      g_assert_cmpint (run->offset_source, ==, LUM_OFFSET_FILE);
    }
  }
  if (item > 0)
    g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, item);
}

static void
check_all (const char *kind, const char *scope, guint n_files)
{
  g_autoptr (GHashTable) files = load_expected (kind);
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (files), (GCompareFunc) g_strcmp0);

  g_assert_cmpuint (g_hash_table_size (files), ==, n_files);
  for (GList *l = names; l; l = l->next)
    check_file (l->data, g_hash_table_lookup (files, l->data), scope);
}

static void
test_fit (void)
{
  check_all ("fit/", "session", 61);
}

static void
test_tcx (void)
{
  check_all ("tcx/", "activity", 7);
}

static void
test_fit_oddities (void)
{
  static const struct {
    const char *file;
    LumImportStatus status;
    const char *says; /* in the reason or a warning */
  } cases[] = {
      {"fit/fitparse__Settings.fit", LUM_IMPORT_REFUSED, "settings"},
      {"fit/fitparse__Settings2.fit", LUM_IMPORT_REFUSED, "settings"},
      {"fit/fitparse__nick.fit", LUM_IMPORT_NOT_A_RUN, "read up to"},
      {"fit/fitparse__strava-android-app-201.10-b1218918.fit", LUM_IMPORT_NEW, "read up to"},
      {"fit/fitparse__antfs-dump.63.fit", LUM_IMPORT_NEW, "clock of the device was not set"},
      {"fit/fitparse__compressed-speed-distance.fit", LUM_IMPORT_NEW, "clock of the device was not set"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (LumImportBatch) batch = read_sample (cases[i].file);
    const LumImportItem *item = fixture_item (batch, 0);
    const char *warning = item->warnings ? item->warnings->pdata[0] : "";

    g_test_message ("%s: %s %s", cases[i].file, item->reason ? item->reason : "", warning);
    g_assert_cmpint (item->status, ==, cases[i].status);
    g_assert_true ((item->reason && strstr (item->reason, cases[i].says)) || strstr (warning, cases[i].says));
  }
}

/* Strava's own table: eight rides, by rows. */
static void
test_strava (void)
{
  g_autoptr (GHashTable) files = load_expected ("strava_csv/");
  g_autoptr (LumImportBatch) batch = read_sample ("strava_csv/stravapy__activities.csv");
  GHashTable *fields = g_hash_table_lookup (files, "strava_csv/stravapy__activities.csv");
  static const guint rows[] = {1, 2, 8};

  g_assert_nonnull (fields);
  g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 8);
  g_assert_cmpuint (lum_import_batch_count (batch, LUM_IMPORT_NOT_A_RUN), ==, 8);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    LumImportItem *item = fixture_item (batch, rows[i] - 1);
    const LumRun *run = fixture_record (item, 0);

    check_run ("strava", fields, "row", rows[i], run);
    g_assert_cmpstr (run->title, ==, get (fields, "row", rows[i], "title"));
    g_assert_cmpstr (run->source_id, ==, get (fields, "row", rows[i], "id"));
    g_assert_cmpint (run->effort, ==, atoi (get (fields, "row", rows[i], "perceived_exertion")));
    g_assert_cmpstr (item->shoe_names->pdata[0], ==, get (fields, "row", rows[i], "gear"));
  }
}

/* A diary in which no column says how bad it was has to be explained; a track's points are one activity. */
static void
test_other_tables (void)
{
  g_autoptr (LumImportBatch) daylio = read_sample ("other/daylio__sample.csv");
  g_autoptr (LumImportBatch) points = read_sample ("other/opentracks__csv_export.csv");
  const LumRun *run = fixture_record (fixture_item (points, 0), 0);

  g_assert_cmpint (fixture_item (daylio, 0)->status, ==, LUM_IMPORT_REFUSED);
  g_assert_nonnull (fixture_item (daylio, 0)->table);
  g_assert_cmpstr (fixture_item (daylio, 0)->table->names[5], ==, "activities");
  g_assert_cmpuint (lum_import_batch_get_n_items (points), ==, 1);
  g_assert_cmpint (run->start_offset, ==, 3600);
  g_assert_cmpint (run->max_hr, ==, 69);
}

static void
test_skipped (void)
{
  g_test_skip ("the samples are not here: ../shared/samples, or LUMBAR_SAMPLES");
}

int
main (int argc, char **argv)
{
  const char *named = g_getenv ("LUMBAR_SAMPLES"), *shared = g_getenv ("LUMBAR_SHARED");

  g_test_init (&argc, &argv, NULL);
  samples = named ? g_strdup (named) : g_build_filename (shared ? shared : "../shared", "samples", NULL);
  if (!g_file_test (samples, G_FILE_TEST_IS_DIR)) {
    g_test_add_func ("/samples/skipped", test_skipped);
  } else {
    g_test_add_func ("/samples/fit", test_fit);
    g_test_add_func ("/samples/fit/oddities", test_fit_oddities);
    g_test_add_func ("/samples/tcx", test_tcx);
    g_test_add_func ("/samples/strava", test_strava);
    g_test_add_func ("/samples/tables", test_other_tables);
  }
  return g_test_run ();
}
