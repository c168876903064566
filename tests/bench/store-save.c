/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a durable save into a journal of twenty years costs: through the journal, against SQLite's own API writing the same two rows (the entry and its
 * line in the log) under the same pragmas. On a disk: in the working directory, which is the build's. */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "lum-journal.h"
#include "lum-sample-life.h"

#define ROUNDS 9
#define SAVES 200
#define YEARS 20
#define LIMIT 1.3

static void
must (gboolean ok, const char *what)
{
  if (!ok)
    g_error ("%s", what);
}

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
fill (LumJournal *journal, LumClock *clock)
{
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
save_by_journal (LumJournal *journal, int i)
{
  gint64 start = g_get_monotonic_time ();
  LumChangeSet *changes = lum_change_set_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LumPainEntry entry;

  lum_record_init (LUM_RECORD_PAIN, &entry);
  entry.day = entry.entered = 20600 + i / 5;
  entry.score = i % 11;
  entry.moment = LUM_MOMENT_AVERAGE;
  lum_change_set_put (changes, LUM_RECORD_PAIN, &entry);
  lum_journal_commit_async (journal, changes, NULL, done_cb, &result);
  lum_journal_commit_finish (journal, wait_for (&result), NULL, &error);
  g_assert_no_error (error);
  return (double) (g_get_monotonic_time () - start);
}

typedef struct {
  sqlite3 *db;
  sqlite3_stmt *begin, *insert, *log, *commit;
} Bare;

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *stmt = NULL;

  must (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) == SQLITE_OK, sql);
  return stmt;
}

static void
open_bare (Bare *bare, const char *path)
{
  must (sqlite3_open_v2 (path, &bare->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK, path);
  must (sqlite3_exec (bare->db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON", NULL,
                      NULL, NULL) == SQLITE_OK,
        "pragmas");
  bare->begin = prepare (bare->db, "BEGIN IMMEDIATE");
  bare->insert =
      prepare (bare->db, "INSERT INTO pain (id, created_at, updated_at, utc_offset, day, score, moment, entered) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  bare->log = prepare (bare->db, "INSERT INTO change_log (grp, origin, tbl, row_id, before, after, at, reverts) "
                                 "VALUES (?, ?, 'pain', ?, NULL, ?, ?, NULL)");
  bare->commit = prepare (bare->db, "COMMIT");
}

static void
step (sqlite3_stmt *stmt)
{
  must (sqlite3_step (stmt) == SQLITE_DONE, "step");
  sqlite3_reset (stmt);
}

static double
save_by_bare (Bare *bare, int i, gint64 now)
{
  gint64 start = g_get_monotonic_time ();
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *date = lum_day_to_iso (20600 + i / 5);
  g_autofree char *json = g_strdup_printf (
      "{\"id\":\"%s\",\"created_at\":%" G_GINT64_FORMAT ",\"updated_at\":%" G_GINT64_FORMAT
      ",\"utc_offset\":7200,\"deleted_at\":null,\"day\":\"%s\",\"score\":%d,\"moment\":\"average\",\"started\":null,"
      "\"how\":null,\"entered\":\"%s\",\"run_id\":null,\"note\":null}",
      id, now, now, date, i % 11, date);

  step (bare->begin);
  sqlite3_bind_text (bare->insert, 1, id, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (bare->insert, 2, now);
  sqlite3_bind_int64 (bare->insert, 3, now);
  sqlite3_bind_int64 (bare->insert, 4, 7200);
  sqlite3_bind_text (bare->insert, 5, date, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (bare->insert, 6, i % 11);
  sqlite3_bind_text (bare->insert, 7, "average", -1, SQLITE_STATIC);
  sqlite3_bind_text (bare->insert, 8, date, -1, SQLITE_STATIC);
  step (bare->insert);
  sqlite3_bind_int64 (bare->log, 1, 1000000 + i);
  sqlite3_bind_text (bare->log, 2, "5a0f3c0e-1d0f-4a52-9a3e-0a51f5ce7a11", -1, SQLITE_STATIC);
  sqlite3_bind_text (bare->log, 3, id, -1, SQLITE_STATIC);
  sqlite3_bind_text (bare->log, 4, json, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (bare->log, 5, now);
  step (bare->log);
  step (bare->commit);
  return (double) (g_get_monotonic_time () - start);
}

static void
close_bare (Bare *bare)
{
  sqlite3_finalize (bare->begin);
  sqlite3_finalize (bare->insert);
  sqlite3_finalize (bare->log);
  sqlite3_finalize (bare->commit);
  sqlite3_close (bare->db);
}

static int
compare (const void *a, const void *b)
{
  return *(const double *) a < *(const double *) b ? -1 : *(const double *) a > *(const double *) b;
}

static double
median (double *values, int n)
{
  qsort (values, n, sizeof (double), compare);
  return values[n / 2];
}

static void
remove_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (folder);
}

int
main (void)
{
  g_autofree char *template = g_build_filename (g_get_current_dir (), "bench-save-XXXXXX", NULL);
  char *folder = g_mkdtemp (template);
  g_autofree char *a = g_build_filename (folder, "journal.db", NULL);
  g_autofree char *b = g_build_filename (folder, "bare.db", NULL);
  g_autoptr (LumClock) clock = lum_clock_new_frozen (20600, 480, 7200);
  LumJournal *journal = open_journal (a, clock);
  double ours[ROUNDS], theirs[ROUNDS], times[SAVES], yardsticks[SAVES];
  Bare bare;

  LumJournal *other = open_journal (b, clock);

  fill (journal, clock);
  fill (other, clock);
  g_object_unref (other);
  open_bare (&bare, b);
  for (int round = 0; round < ROUNDS; round++) {
    /* In turn, so that whatever else the disk has to do hits both alike. */
    for (int i = 0; i < SAVES; i++) {
      yardsticks[i] = save_by_bare (&bare, round * SAVES + i, 1700000000000 + i);
      times[i] = save_by_journal (journal, round * SAVES + i);
    }
    theirs[round] = median (yardsticks, SAVES);
    ours[round] = median (times, SAVES);
  }
  g_object_unref (journal);
  close_bare (&bare);
  remove_files (folder);

  double save = median (ours, ROUNDS), yardstick = median (theirs, ROUNDS);
  g_print ("durable save: ratio %.2f (limit %.1f)  [%.2f ms against %.2f ms]\n", save / yardstick, LIMIT, save / 1000,
           yardstick / 1000);
  return save / yardstick <= LIMIT ? 0 : 1;
}
