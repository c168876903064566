/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The import job: one transaction, one undo, progress, cancelling, and what somebody else wrote meanwhile. */
#include <math.h>

#include <string.h>

#include "lum-import-job.h"
#include "lum-record-pain.h"
#include "lum-test-journal.h"

#define TODAY 20600

static const char runs[] = "date,time,distance_m,duration_s,shoe\n"
                           "2026-05-01,07:00,5000,1800,Blue\n2026-05-02,07:00,6000,2000,Blue\n2026-05-03,,7000,2400,\n";
static const char pain[] = "date,score\n2026-05-01,3\n2026-05-02,4\n";

static GListModel *
list_files (const char *path, ...)
{
  GListStore *files = g_list_store_new (G_TYPE_FILE);
  va_list more;

  va_start (more, path);
  for (; path; path = va_arg (more, const char *)) {
    g_autoptr (GFile) file = g_file_new_for_path (path);

    g_list_store_append (files, file);
  }
  va_end (more);
  return G_LIST_MODEL (files);
}

static LumImportBatch *
read_files (LumImportJob *job, GListModel *files, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lum_import_job_read_async (job, files, cancellable, lum_test_sync_cb, &result);
  return lum_import_job_read_finish (job, lum_test_wait (&result), error);
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

static guint
count (LumTestJournal *test, LumRecordKind kind)
{
  gsize n;

  lum_diary_get_records (lum_test_journal_get_diary (test), kind, &n);
  return (guint) n;
}

static void
test_one_undo (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  g_autofree char *runs_path = lum_test_journal_write (test, "in/runs.csv", runs);
  g_autofree char *pain_path = lum_test_journal_write (test, "in/pain.csv", pain);
  g_autofree char *folder = g_path_get_dirname (pain_path);
  g_autoptr (GListModel) files = list_files (folder, NULL);
  g_autoptr (LumImportJob) job = lum_import_job_new (test->journal, LUM_UNITS_METRIC);
  g_autoptr (LumImportBatch) batch = read_files (job, files, NULL, NULL);
  g_autoptr (LumImportBatch) again = NULL;
  const LumRun *all;
  gsize n;
  double fraction;

  g_object_get (job, "fraction", &fraction, NULL);
  g_assert_cmpfloat (fraction, ==, 1);
  g_assert_cmpuint (count (test, LUM_RECORD_RUN), ==, 0); /* a preview writes nothing */
  g_assert_cmpuint (lum_import_batch_count (batch, LUM_IMPORT_NEW), ==, 4);
  g_assert_cmpint (write_batch (job, batch), >, 0);
  g_assert_cmpuint (count (test, LUM_RECORD_RUN), ==, 3);
  g_assert_cmpuint (count (test, LUM_RECORD_PAIN), ==, 2);
  g_assert_cmpuint (count (test, LUM_RECORD_SHOE), ==, 1);
  g_assert_cmpuint (count (test, LUM_RECORD_IMPORT_BATCH), ==, 1);

  all = lum_diary_get_runs (lum_test_journal_get_diary (test), &n);
  g_assert_nonnull (all[0].batch_id);
  g_assert_cmpstr (all[0].shoe_id, ==, all[1].shoe_id);
  g_assert_null (all[2].shoe_id);
  g_assert_cmpuint (strlen (all[0].sha256), ==, 64);
  g_assert_cmpstr (all[0].source_file, ==, "in/runs.csv");

  again = read_files (job, files, NULL, NULL);
  g_assert_cmpuint (lum_import_batch_count (again, LUM_IMPORT_NEW), ==, 0);
  g_assert_cmpint (write_batch (job, again), ==, 0);
  g_assert_cmpuint (count (test, LUM_RECORD_IMPORT_BATCH), ==, 1);

  lum_test_journal_undo (test);
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++)
    g_assert_cmpuint (count (test, kind), ==, 0);
}

static void
test_cancel (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  g_autofree char *path = lum_test_journal_write (test, "runs.csv", runs);
  g_autoptr (GListModel) files = list_files (path, NULL);
  g_autoptr (LumImportJob) job = lum_import_job_new (test->journal, LUM_UNITS_METRIC);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (read_files (job, files, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Whoever drops the data folder on the window must not cut the window off from its own journal. */
static void
test_own_journal (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  g_autofree char *wal = g_strconcat (lum_journal_get_path (test->journal), "-wal", NULL);
  g_autoptr (GListModel) files = list_files (lum_journal_get_path (test->journal), wal, NULL);
  g_autoptr (LumImportJob) job = lum_import_job_new (test->journal, LUM_UNITS_METRIC);
  g_autoptr (LumImportBatch) batch = read_files (job, files, NULL, NULL);

  g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 2);
  for (guint i = 0; i < 2; i++) {
    g_assert_cmpint (lum_import_batch_get_item (batch, i)->status, ==, LUM_IMPORT_REFUSED);
    g_assert_nonnull (strstr (lum_import_batch_get_item (batch, i)->reason, "the journal that is open"));
  }
}

static void
test_written_meanwhile (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  g_autofree char *path = lum_test_journal_write (test, "pain.csv", pain);
  g_autoptr (GListModel) files = list_files (path, NULL);
  g_autoptr (LumImportJob) job = lum_import_job_new (test->journal, LUM_UNITS_METRIC);
  g_autoptr (LumImportBatch) batch = read_files (job, files, NULL, NULL);
  LumPainEntry entry;

  lum_record_init (LUM_RECORD_PAIN, &entry);
  g_assert_true (lum_day_parse ("2026-05-01", &entry.day, NULL));
  entry.score = 3;
  lum_test_journal_commit (test, lum_record_pain_entry (test->journal, &entry));
  write_batch (job, batch);
  g_assert_cmpuint (count (test, LUM_RECORD_PAIN), ==, 2);
}

/* Runs against runs: what is the same, what looks like it, what is another. */
static void
test_same_runs (void)
{
  static const struct {
    const char *there, *comes;
    LumImportStatus status;
  } cases[] = {
      {"2026-05-01,07:00,5000,1800", "2026-05-01,07:00,5000,1800", LUM_IMPORT_KNOWN},
      {"2026-05-01,07:00,5000,1800", "2026-05-01,07:01,5090,1800", LUM_IMPORT_KNOWN}, /* within 90 s and 100 m */
      {"2026-05-01,07:00,5000,1800", "2026-05-01,07:02,5000,1800", LUM_IMPORT_NEW},
      {"2026-05-01,07:00,5000,1800", "2026-05-01,07:00,6000,1800", LUM_IMPORT_NEW},
      {"2026-05-01,07:00,20000,7200", "2026-05-01,07:00,20500,7200", LUM_IMPORT_KNOWN}, /* within 3 % */
      {"2026-05-01,07:00,20000,7200", "2026-05-01,07:00,20700,7200", LUM_IMPORT_NEW},
      {"2026-05-01,07:00,5000,1800", "2026-05-01,09:00,5000,1800", LUM_IMPORT_SIMILAR}, /* a zone away */
      {"2026-05-01,07:00,5000,1800", "2026-05-01,09:07,5000,1800", LUM_IMPORT_NEW},
      {"2026-05-01,,5000,1800", "2026-05-01,07:00,5050,1790", LUM_IMPORT_SIMILAR},
      {"2026-05-01,,5000,1800", "2026-05-01,,5050,1790", LUM_IMPORT_SIMILAR},
      {"2026-05-01,,5000,1800", "2026-05-01,,8000,1790", LUM_IMPORT_NEW},
      {"2026-05-01,,5000,1800", "2026-05-02,,5000,1800", LUM_IMPORT_NEW},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
    g_autoptr (LumImportJob) job = lum_import_job_new (test->journal, LUM_UNITS_METRIC);
    g_autofree char *there = g_strdup_printf ("date,time,distance_m,duration_s,note\n%s,there\n", cases[i].there);
    g_autofree char *comes = g_strdup_printf ("date,time,distance_m,duration_s,note\n%s,comes\n", cases[i].comes);
    g_autofree char *there_path = lum_test_journal_write (test, "there.csv", there);
    g_autofree char *comes_path = lum_test_journal_write (test, "comes.csv", comes);
    g_autoptr (GListModel) first = list_files (there_path, NULL);
    g_autoptr (GListModel) second = list_files (comes_path, NULL);
    g_autoptr (GListModel) both = list_files (there_path, comes_path, NULL);
    g_autoptr (LumImportBatch) together = read_files (job, both, NULL, NULL);
    g_autoptr (LumImportBatch) batch = read_files (job, first, NULL, NULL);
    g_autoptr (LumImportBatch) later = NULL;
    const LumImportItem *item;

    write_batch (job, batch);
    later = read_files (job, second, NULL, NULL);
    item = lum_import_batch_get_item (later, 0);
    g_test_message ("%s against %s: %s", cases[i].comes, cases[i].there, lum_import_status_to_word (item->status));
    g_assert_cmpint (item->status, ==, cases[i].status);
    g_assert_cmpint (item->similar_to != NULL, ==, item->status != LUM_IMPORT_NEW);
    g_assert_cmpint (item->reason != NULL, ==, item->status != LUM_IMPORT_NEW);

    /* It is the same when both come together. */
    item = lum_import_batch_get_item (together, 1);
    g_assert_cmpint (item->status, ==, cases[i].status);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/one-undo", test_one_undo);
  g_test_add_func ("/import/cancel", test_cancel);
  g_test_add_func ("/import/own-journal", test_own_journal);
  g_test_add_func ("/import/written-meanwhile", test_written_meanwhile);
  g_test_add_func ("/import/same-runs", test_same_runs);
  return g_test_run ();
}
