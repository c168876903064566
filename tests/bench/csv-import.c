/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of 100,000 runs, from the file to the journal (read, compared, written with their lines in the log, undoable), against bare prepared
 * inserts of the same rows into the same tables, in one transaction under the same pragmas. In turn, the median of the pairs. */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "bench-median.h"
#include "lum-import-job.h"

#define ROWS 100000
#define ROUNDS 5
#define LIMIT 2.0

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (!*result)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static void
make_table (const char *path)
{
  g_autoptr (GString) text = g_string_new ("date,time,distance_m,duration_s,effort,ascent_m,descent_m,surface,race,"
                                           "pain_before,shoe,note\n");

  for (int i = 0; i < ROWS; i++) {
    g_autofree char *day = lum_day_to_iso (3000 + i / 6);

    g_string_append_printf (text, "%s,%02d:%02d,%d.5,%d,%d,%d,%d,road,no,,,note %d\n", day, 6 + i % 6 * 2, i % 60,
                            5000 + i % 7000, 1800 + i % 3000, i % 11, i % 200, i % 180, i);
  }
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
}

static void
remove_journal (const char *path)
{
  static const char *const endings[] = {"", "-wal", "-shm", ".lock"};

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *file = g_strconcat (path, endings[i], NULL);

    g_unlink (file);
  }
}

static LumJournal *
open_journal (const char *path, LumClock *clock)
{
  LumJournal *journal = lum_journal_new (path, clock);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  lum_journal_open_async (journal, LUM_JOURNAL_OPEN_CREATE, NULL, done_cb, &result);
  lum_journal_open_finish (journal, wait_for (&result), &error);
  g_assert_no_error (error);
  return journal;
}

static void
close_journal (LumJournal *journal)
{
  g_autoptr (GAsyncResult) result = NULL;

  lum_journal_close_async (journal, done_cb, &result);
  lum_journal_close_finish (journal, wait_for (&result), NULL);
  g_object_unref (journal);
}

static double
import (const char *table, const char *path, LumClock *clock)
{
  LumJournal *journal = open_journal (path, clock);
  g_autoptr (LumImportJob) job = lum_import_job_new (journal, LUM_UNITS_METRIC);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (table);
  g_autoptr (GAsyncResult) read = NULL, written = NULL;
  g_autoptr (LumImportBatch) batch = NULL;
  g_autoptr (GError) error = NULL;
  gint64 begin;
  double seconds;

  g_list_store_append (files, file);
  begin = g_get_monotonic_time ();
  lum_import_job_read_async (job, G_LIST_MODEL (files), NULL, done_cb, &read);
  batch = lum_import_job_read_finish (job, wait_for (&read), &error);
  g_assert_no_error (error);
  lum_import_job_commit_async (job, batch, FALSE, NULL, done_cb, &written);
  lum_import_job_commit_finish (job, wait_for (&written), NULL, &error);
  g_assert_no_error (error);
  seconds = (double) (g_get_monotonic_time () - begin) / 1e6;
  g_assert_cmpuint (lum_import_batch_count (batch, LUM_IMPORT_NEW), ==, ROWS);
  close_journal (journal);
  return seconds;
}

static sqlite3 *
open_db (const char *path)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  return db;
}

/* Everything of a table, to be inserted elsewhere. */
typedef struct {
  int n_columns;
  GPtrArray *values; /* sqlite3_value */
  char *insert;
} Rows;

static Rows
load (const char *path, const char *table)
{
  sqlite3 *db = open_db (path);
  g_autofree char *select = g_strdup_printf ("SELECT * FROM %s", table);
  GString *insert = g_string_new (NULL);
  sqlite3_stmt *stmt;
  Rows rows = {0};

  g_assert_cmpint (sqlite3_prepare_v2 (db, select, -1, &stmt, NULL), ==, SQLITE_OK);
  rows.n_columns = sqlite3_column_count (stmt);
  rows.values = g_ptr_array_new_with_free_func ((GDestroyNotify) sqlite3_value_free);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    for (int i = 0; i < rows.n_columns; i++)
      g_ptr_array_add (rows.values, sqlite3_value_dup (sqlite3_column_value (stmt, i)));
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  g_string_append_printf (insert, "INSERT INTO %s VALUES (?", table);
  for (int i = 1; i < rows.n_columns; i++)
    g_string_append (insert, ", ?");
  g_string_append (insert, ")");
  rows.insert = g_string_free (insert, FALSE);
  return rows;
}

static void
insert (sqlite3 *db, const Rows *rows)
{
  sqlite3_stmt *stmt;

  g_assert_cmpint (sqlite3_prepare_v2 (db, rows->insert, -1, &stmt, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < rows->values->len; i += (guint) rows->n_columns) {
    for (int c = 0; c < rows->n_columns; c++)
      sqlite3_bind_value (stmt, c + 1, rows->values->pdata[i + (guint) c]);
    g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_DONE);
    sqlite3_reset (stmt);
  }
  sqlite3_finalize (stmt);
}

static double
insert_bare (const char *path, LumClock *clock, const Rows *tables, guint n)
{
  sqlite3 *db;
  gint64 begin;
  double seconds;

  close_journal (open_journal (path, clock));
  db = open_db (path);
  begin = g_get_monotonic_time ();
  sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
  for (guint i = 0; i < n; i++)
    insert (db, &tables[i]);
  g_assert_cmpint (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  seconds = (double) (g_get_monotonic_time () - begin) / 1e6;
  sqlite3_close (db);
  return seconds;
}

int
main (void)
{
  g_autoptr (LumClock) clock = lum_clock_new_frozen (lum_day_from_ymd (2026, 6, 1), 720, 0);
  g_autofree char *folder = g_strdup ("bench-csv-XXXXXX");
  g_autofree char *table = NULL, *path = NULL, *bare = NULL;
  double imports[ROUNDS], inserts[ROUNDS], ratios[ROUNDS];
  Rows tables[3];

  g_assert_nonnull (g_mkdtemp (folder));
  table = g_build_filename (folder, "runs.csv", NULL);
  path = g_build_filename (folder, "journal.db", NULL);
  bare = g_build_filename (folder, "bare.db", NULL);
  make_table (table);
  import (table, path, clock);
  tables[0] = load (path, "import_batches");
  tables[1] = load (path, "runs");
  tables[2] = load (path, "change_log");

  for (int i = 0; i < ROUNDS; i++) {
    remove_journal (path);
    remove_journal (bare);
    imports[i] = import (table, path, clock);
    inserts[i] = insert_bare (bare, clock, tables, G_N_ELEMENTS (tables));
    ratios[i] = imports[i] / inserts[i];
  }
  g_print ("  %d rows: %.2f s against %.2f s\n", ROWS, bench_get_median (imports, ROUNDS),
           bench_get_median (inserts, ROUNDS));
  g_print ("csv-import: ratio %.2f (limit %g)\n", bench_get_median (ratios, ROUNDS), LIMIT);

  remove_journal (path);
  remove_journal (bare);
  g_unlink (table);
  g_rmdir (folder);
  return bench_get_median (ratios, ROUNDS) <= LIMIT ? 0 : 1;
}
