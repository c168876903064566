/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same run from several files: numbers from the best, words from a person, and one undo for all of it. */
#include <math.h>
#include <string.h>

#include "lum-import-job.h"
#include "lum-test-fit.h"
#include "lum-test-journal.h"
#include "lum-test-zip.h"

#define TODAY 20600
#define START 1140000000u /* of FIT's clock: 2026-02-14 */

#define HEADER                                                                                                       \
  "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate," \
  "Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,Bike Weight,Elapsed Time,"    \
  "Moving Time,Distance\n"

static char *
format_line (guint32 start, const char *name, const char *type, const char *gear, const char *file, int metres)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc ((gint64) start + 631065600);
  g_autofree char *date = g_date_time_format (time, "%Y-%m-%d %H:%M:%S");

  return g_strdup_printf ("%u,\"%s\",%s,%s,nice,1805,%.2f,,,false,,%s,%s,,,1805,1790,%d\n", start, date, name, type,
                          metres / 1000.0, gear, file, metres);
}

static char *
write_bytes (LumTestJournal *test, const char *name, const GByteArray *bytes)
{
  char *path = g_build_filename (test->folder, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, (const char *) bytes->data, bytes->len, NULL));
  return path;
}

static LumImportBatch *
read_path (LumTestJournal *test, LumImportJob *job, const char *path)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LumImportBatch *batch;

  g_list_store_append (files, file);
  lum_import_job_read_async (job, G_LIST_MODEL (files), NULL, lum_test_sync_cb, &result);
  batch = lum_import_job_read_finish (job, lum_test_wait (&result), &error);
  g_assert_no_error (error);
  return batch;
}

static gint64
write_batch (LumImportJob *job, LumImportBatch *batch)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 group = -1;

  lum_import_job_commit_async (job, batch, FALSE, NULL, lum_test_sync_cb, &result);
  lum_import_job_commit_finish (job, lum_test_wait (&result), &group, &error);
  g_assert_no_error (error);
  return group;
}

/* Imports and says how many new and known ones there were. */
static void
import (LumTestJournal *test, const char *path, guint n_new, guint n_known, gboolean writes)
{
  g_autoptr (LumImportJob) job = lum_import_job_new (test->journal, LUM_UNITS_METRIC);
  g_autoptr (LumImportBatch) batch = read_path (test, job, path);

  g_assert_cmpuint (lum_import_batch_count (batch, LUM_IMPORT_NEW), ==, n_new);
  g_assert_cmpuint (lum_import_batch_count (batch, LUM_IMPORT_KNOWN), ==, n_known);
  if (writes)
    g_assert_cmpint (write_batch (job, batch), >, 0);
  else
    g_assert_cmpint (write_batch (job, batch), ==, 0);
}

static const LumRun *
only_run (LumTestJournal *test)
{
  gsize n;
  const LumRun *runs = lum_diary_get_runs (lum_test_journal_get_diary (test), &n);

  g_assert_cmpuint (n, ==, 1);
  return runs;
}

static char *
make_files (LumTestJournal *test, char **table, char **gpx)
{
  g_autoptr (GByteArray) fit = lum_test_fit_make_run (START, 1800, 5000);
  g_autofree char *line = format_line (START, "Sunday", "Run", "Blue", "activities/other.fit", 5040);
  g_autofree char *csv = g_strconcat (HEADER, line, NULL);
  g_autoptr (GDateTime) begin = g_date_time_new_from_unix_utc ((gint64) START + 631065600);
  g_autoptr (GDateTime) end = g_date_time_add_seconds (begin, 1800);
  g_autofree char *first = g_date_time_format_iso8601 (begin), *last = g_date_time_format_iso8601 (end);
  g_autofree char *track =
      g_strdup_printf ("<gpx><trk><name>Track</name><trkseg><trkpt lat='52' lon='13'><time>%s</time></trkpt>"
                       "<trkpt lat='52.0448' lon='13'><time>%s</time></trkpt></trkseg></trk></gpx>",
                       first, last);

  *table = lum_test_journal_write (test, "table/activities.csv", csv);
  *gpx = lum_test_journal_write (test, "gpx/a.gpx", track);
  return write_bytes (test, "fit/a.fit", fit);
}

/* Whatever comes first, the end is the same: the watch's numbers, the table's words. */
static void
test_any_order (void)
{
  static const int orders[][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++) {
    g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
    g_autofree char *table = NULL, *gpx = NULL, *fit = make_files (test, &table, &gpx);
    const char *const paths[] = {table, gpx, fit};
    const LumRun *run;
    const LumShoe *shoe;

    for (guint j = 0; j < 3; j++) {
      g_autoptr (LumImportJob) job = lum_import_job_new (test->journal, LUM_UNITS_METRIC);
      g_autoptr (LumImportBatch) batch = read_path (test, job, paths[orders[i][j]]);

      g_assert_cmpuint (lum_import_batch_count (batch, j == 0 ? LUM_IMPORT_NEW : LUM_IMPORT_KNOWN), ==, 1);
      write_batch (job, batch);
    }
    run = only_run (test);
    g_assert_cmpfloat (run->distance_m, ==, 5000);
    g_assert_cmpfloat (run->timer_s, ==, 1800);
    g_assert_cmpint (run->avg_hr, ==, 151);
    g_assert_cmpint (run->start_offset, ==, 7200);
    g_assert_cmpstr (run->title, ==, "Sunday");
    g_assert_cmpstr (run->note, ==, "nice");
    g_assert_true (g_str_has_suffix (run->source_file, "a.fit"));
    shoe = lum_diary_find (lum_test_journal_get_diary (test), LUM_RECORD_SHOE, run->shoe_id);
    g_assert_nonnull (shoe);
    g_assert_cmpstr (shoe->name, ==, "Blue");

    /* All of it again adds nothing. */
    for (guint j = 0; j < 3; j++)
      import (test, paths[j], 0, 1, FALSE);
  }
}

/* All in one import: one run, too. */
static void
test_together (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  g_autofree char *table = NULL, *gpx = NULL, *fit = make_files (test, &table, &gpx);

  import (test, test->folder, 1, 2, TRUE);
  g_assert_cmpfloat (only_run (test)->distance_m, ==, 5000);
  g_assert_cmpstr (only_run (test)->title, ==, "Sunday");
  lum_test_journal_undo (test);
  g_assert_cmpuint (lum_diary_get_revision (lum_test_journal_get_diary (test)), >, 0);
  {
    gsize n_runs, n_shoes;

    lum_diary_get_runs (lum_test_journal_get_diary (test), &n_runs);
    lum_diary_get_records (lum_test_journal_get_diary (test), LUM_RECORD_SHOE, &n_shoes);
    g_assert_cmpuint (n_runs, ==, 0);
    g_assert_cmpuint (n_shoes, ==, 0);
  }
}

/* What a person changed stays; only blanks are filled, and undo takes that back alone. */
static void
test_touched (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  g_autofree char *table = NULL, *gpx = NULL, *fit = make_files (test, &table, &gpx);
  LumChangeSet *changes;
  LumRun edited;

  import (test, gpx, 1, 0, TRUE);
  edited = *only_run (test);
  edited.distance_m = 4900;
  edited.title = "Mine";
  edited.base.updated_at = 0;
  lum_clock_set_frozen (test->clock, TODAY, 700);
  changes = lum_change_set_new ();
  lum_change_set_put (changes, LUM_RECORD_RUN, &edited);
  lum_test_journal_commit (test, changes);

  import (test, fit, 0, 1, TRUE);
  import (test, table, 0, 1, TRUE);
  g_assert_cmpfloat (only_run (test)->distance_m, ==, 4900);
  g_assert_cmpstr (only_run (test)->title, ==, "Mine");
  g_assert_cmpint (only_run (test)->avg_hr, ==, 151);
  g_assert_cmpstr (only_run (test)->note, ==, "nice");

  lum_test_journal_undo (test);
  g_assert_null (only_run (test)->note);
  g_assert_cmpint (only_run (test)->avg_hr, ==, 151);
}

/* A table and its files in one archive: each line with its file, whatever became of that. */
static void
test_archive (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  LumTestZip *zip = lum_test_zip_new ();
  g_autoptr (GByteArray) fit = lum_test_fit_make_run (START, 1800, 5000);
  g_autoptr (GByteArray) walk = NULL;
  g_autoptr (GByteArray) file = NULL;
  g_autoptr (GByteArray) packed = lum_test_gzip (fit->data, fit->len);
  g_autofree char *one = format_line (START, "Sunday", "Run", "Blue", "activities/1.fit.gz", 5000);
  g_autofree char *two = format_line (START + 86400, "Stroll", "Walk", "", "activities/2.fit", 3000);
  g_autofree char *three = format_line (START + 2 * 86400, "By hand", "Run", "Blue", "", 7000);
  g_autofree char *four = format_line (START + 3 * 86400, "Broken", "Run", "", "activities/4.fit", 8000);
  g_autofree char *csv = g_strconcat (HEADER, one, two, three, four, NULL);
  g_autofree char *path = NULL;
  g_autoptr (LumImportJob) job = lum_import_job_new (test->journal, LUM_UNITS_METRIC);
  g_autoptr (LumImportBatch) batch = NULL;
  gsize n;

  walk = lum_test_fit_make_run (START + 86400, 1800, 3000);
  lum_test_zip_add (zip, "export/activities.csv", csv, -1);
  lum_test_zip_add (zip, "export/activities/1.fit.gz", packed->data, packed->len);
  lum_test_zip_add (zip, "export/activities/2.fit", walk->data, walk->len);
  lum_test_zip_add (zip, "export/activities/4.fit", "\x0e\x10\x64\0\0\0\0\0.FIT\0\0", 14);
  file = lum_test_zip_finish (zip);
  path = write_bytes (test, "strava.zip", file);
  batch = read_path (test, job, path);

  for (guint i = 0; i < lum_import_batch_get_n_items (batch); i++) {
    const LumImportItem *item = lum_import_batch_get_item (batch, i);

    g_test_message ("%s: %s %s %s", item->member, lum_import_status_to_word (item->status),
                    item->reason ? item->reason : "", item->warnings ? (const char *) item->warnings->pdata[0] : "");
  }
  g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 4);
  g_assert_cmpuint (lum_import_batch_count (batch, LUM_IMPORT_NEW), ==, 3);
  g_assert_cmpuint (lum_import_batch_count (batch, LUM_IMPORT_NOT_A_RUN), ==, 1);
  write_batch (job, batch);
  lum_diary_get_runs (lum_test_journal_get_diary (test), &n);
  g_assert_cmpuint (n, ==, 3);
  {
    const LumRun *runs = lum_diary_get_runs (lum_test_journal_get_diary (test), &n);

    g_assert_cmpstr (runs[0].title, ==, "Sunday");
    g_assert_cmpint (runs[0].avg_hr, ==, 151);
    g_assert_cmpstr (runs[1].title, ==, "By hand");
    g_assert_cmpstr (runs[2].title, ==, "Broken");
  }
  import (test, path, 0, 3, FALSE);
}

/* Local times in the table, UTC in the file: together they tell the zone. */
static void
test_zone_of_table (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  g_autofree char *csv = lum_test_journal_write (
      test, "rk/cardioActivities.csv",
      "Activity Id,Date,Type,Route Name,Distance (km),Duration,Average Pace,Average Speed (km/h),Calories Burned,"
      "Climb (m),Average Heart Rate (bpm),Friend's Tagged,Notes,GPX File\n"
      "abc,2026-03-28 20:33:29,Running,,5.00,26:11,,,300,10,151,,late,a.gpx\n");
  g_autofree char *gpx = lum_test_journal_write (
      test, "rk/a.gpx",
      "<gpx><trk><trkseg><trkpt lat='52' lon='13'><time>2026-03-29T03:33:31Z</time></trkpt>"
      "<trkpt lat='52.045' lon='13'><time>2026-03-29T03:59:40Z</time></trkpt></trkseg></trk></gpx>");
  g_autofree char *folder = g_path_get_dirname (csv);
  g_autofree char *day = NULL;

  import (test, folder, 1, 0, TRUE);
  g_assert_cmpint (only_run (test)->start_offset, ==, -7 * 3600);
  g_assert_cmpint (only_run (test)->offset_source, ==, LUM_OFFSET_FILE);
  day = lum_day_to_iso (only_run (test)->day);
  g_assert_cmpstr (day, ==, "2026-03-28");
  g_assert_cmpstr (only_run (test)->note, ==, "late");
  g_assert_cmpstr (only_run (test)->sport, ==, "running");
}

/* The person's choice item by item. */
static void
test_choice (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  g_autofree char *table = lum_test_journal_write (test, "in.csv",
                                                   "date,type,km,duration\n2026-05-01,Run,5,30:00\n"
                                                   "2026-05-02,Run,6,36:00\n2026-05-03,Walk,7,80:00\n");
  g_autoptr (LumImportJob) job = lum_import_job_new (test->journal, LUM_UNITS_METRIC);
  g_autoptr (LumImportBatch) batch = read_path (test, job, table);
  const LumRun *runs;
  gsize n;

  lum_import_batch_get_item (batch, 0)->wanted = FALSE;
  lum_import_batch_get_item (batch, 2)->wanted = TRUE; /* it was a run after all */
  write_batch (job, batch);
  runs = lum_diary_get_runs (lum_test_journal_get_diary (test), &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat (runs[0].distance_m, ==, 6000);
  g_assert_cmpfloat (runs[1].distance_m, ==, 7000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-merge/any-order", test_any_order);
  g_test_add_func ("/import-merge/together", test_together);
  g_test_add_func ("/import-merge/touched", test_touched);
  g_test_add_func ("/import-merge/archive", test_archive);
  g_test_add_func ("/import-merge/zone-of-table", test_zone_of_table);
  g_test_add_func ("/import-merge/choice", test_choice);
  return g_test_run ();
}
