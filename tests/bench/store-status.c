/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What `status` of a twenty-year journal costs, from the closed file to the findings, against SQLite's own API reading
 * every value of the same rows. */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>

#include "lum-findings.h"
#include "lum-journal.h"
#include "lum-sample-life.h"

#define ROUNDS 15
#define YEARS 20
#define LIMIT 3.0

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
fill (const char *path, LumClock *clock)
{
  g_autoptr (LumJournal) journal = open_journal (path, clock);
  g_autoptr (LumDiary) life = lum_sample_life_new (lum_clock_get_today (clock), YEARS, 1);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LumChangeSet *changes = lum_change_set_new ();

  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    gsize n;
    const char *records = lum_diary_get_records (life, kind, &n);

    for (gsize i = 0; i < n; i++)
      lum_change_set_put (changes, kind, records + i * lum_record_get_info (kind)->size);
  }
  lum_journal_commit_async (journal, changes, NULL, done_cb, &result);
  lum_journal_commit_finish (journal, wait_for (&result), NULL, &error);
  g_assert_no_error (error);
}

static double
read_status (const char *path, LumClock *clock)
{
  gint64 start = g_get_monotonic_time ();
  LumJournal *journal = open_journal (path, clock);
  LumFindings *findings =
      lum_findings_new (lum_journal_get_diary (journal), lum_clock_get_today (clock), LUM_UNITS_METRIC);
  double time = (double) (g_get_monotonic_time () - start);

  lum_findings_unref (findings);
  g_object_unref (journal);
  return time;
}

static double
read_bare (const char *path, int *n_rows)
{
  gint64 start = g_get_monotonic_time ();
  guint64 sum = 0;
  sqlite3 *db;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    g_error ("%s", path);
  *n_rows = 0;
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    g_autofree char *sql =
        g_strdup_printf ("SELECT * FROM %s WHERE deleted_at IS NULL", lum_record_get_info (kind)->table);
    sqlite3_stmt *stmt;

    if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
      g_error ("%s", sql);
    while (sqlite3_step (stmt) == SQLITE_ROW) {
      ++*n_rows;
      for (int i = 0; i < sqlite3_column_count (stmt); i++)
        switch (sqlite3_column_type (stmt, i)) {
        case SQLITE_INTEGER:
          sum += sqlite3_column_int64 (stmt, i);
          break;
        case SQLITE_FLOAT:
          sum += (guint64) sqlite3_column_double (stmt, i);
          break;
        case SQLITE_TEXT:
          sum += sqlite3_column_text (stmt, i)[0] + sqlite3_column_bytes (stmt, i);
          break;
        default:
          break;
        }
    }
    sqlite3_finalize (stmt);
  }
  sqlite3_close (db);
  return sum ? (double) (g_get_monotonic_time () - start) : 0;
}

static int
compare (const void *a, const void *b)
{
  return *(const double *) a < *(const double *) b ? -1 : *(const double *) a > *(const double *) b;
}

int
main (void)
{
  g_autofree char *template = g_build_filename (g_get_current_dir (), "bench-status-XXXXXX", NULL);
  char *folder = g_mkdtemp (template);
  g_autofree char *path = g_build_filename (folder, "journal.db", NULL);
  g_autoptr (LumClock) clock = lum_clock_new_frozen (20600, 480, 7200);
  double ours[ROUNDS], theirs[ROUNDS];
  int n_rows = 0;

  fill (path, clock);
  for (int round = 0; round < ROUNDS; round++) {
    theirs[round] = read_bare (path, &n_rows);
    ours[round] = read_status (path, clock);
  }
  qsort (ours, ROUNDS, sizeof (double), compare);
  qsort (theirs, ROUNDS, sizeof (double), compare);
  g_unlink (path);
  g_rmdir (folder);

  double ratio = ours[ROUNDS / 2] / theirs[ROUNDS / 2];
  g_print ("status of %d years: ratio %.2f (limit %.1f)  [%.1f ms against %.1f ms for %d rows]\n", YEARS, ratio, LIMIT,
           ours[ROUNDS / 2] / 1000, theirs[ROUNDS / 2] / 1000, n_rows);
  return ratio <= LIMIT ? 0 : 1;
}
