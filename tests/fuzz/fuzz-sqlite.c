/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>
#include <string.h>

#include "fuzz-read.h"
#include "lum-foreign.h"

/* Other programs' databases. A mutation of a whole one would hardly ever be one, so an input is what is changed in a
 * database that is made here: which one, then triples of a place, two bytes, and what to write there. An input that begins
 * as a database does is one. */

static const char *const databases[] = {
    "CREATE TABLE workout (length, ascent, descent, id INTEGER PRIMARY KEY, start, \"end\", duration, pauseDuration, "
    "comment, workoutType, avg_heart_rate, max_heart_rate, calorie);"
    "INSERT INTO workout VALUES (10250, 101.5, 99.5, 77, 1583049600000, 1583053500000, 3600000, 300000, 'M', "
    "'running', "
    "151, 171, 700), (1, 2, 3, 4, 5, 6, 7, 8, 'N', 'custom', 10, 11, 12);"
    "CREATE TABLE workout_type (id, title); INSERT INTO workout_type VALUES ('custom', 'run');",
    "CREATE TABLE application_info_table (row_id INTEGER PRIMARY KEY, package_name, app_name);"
    "INSERT INTO application_info_table VALUES (1, 'p', 'a');"
    "CREATE TABLE exercise_session_record_table (row_id INTEGER PRIMARY KEY, uuid BLOB, app_info_id, start_time, "
    "start_zone_offset, end_time, exercise_type, title, notes);"
    "INSERT INTO exercise_session_record_table VALUES (1, x'000102030405060708090a0b0c0d0e0f', 1, 1780000000000, 3600, "
    "1780001800000, 33, 'T', 'N'), (2, NULL, 1, 1780002000000, 0, 1780003000000, 53, NULL, NULL);"
    "CREATE TABLE distance_record_table (app_info_id, start_time, end_time, distance);"
    "INSERT INTO distance_record_table VALUES (1, 1780000000000, 1780000900000, 2500.5);"
    "CREATE TABLE heart_rate_record_table (row_id INTEGER PRIMARY KEY, app_info_id);"
    "INSERT INTO heart_rate_record_table VALUES (1, 1);"
    "CREATE TABLE heart_rate_record_series_table (parent_key, beats_per_minute, epoch_millis);"
    "INSERT INTO heart_rate_record_series_table VALUES (1, 150, 1780000060000);",
    "CREATE TABLE t (a); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) "
    "INSERT INTO t SELECT i FROM n; CREATE VIEW workout AS SELECT a AS start, a AS duration FROM t;",
};

DEFINE_SEEDS (SEED ("\0"),
              SEED ("\1"),
              SEED ("\2"),
              SEED ("\1\0\022\2\0\023\2"),
              SEED ("\0\0\144\5\0\147\1\017\377\7\017\376\200"),
              SEED ("\1\020\0\5\020\3\1\040\0\15\040\5\377\060\012\12"),
              SEED ("\1\0\034\0\0\037\1"),
              SEED ("SQLite format 3\0\x10\0\1\1\0\x40\x20\x20"));

static guint8 *
make_db (guint i, gsize *length)
{
  static guint8 *made[G_N_ELEMENTS (databases)];
  static sqlite3_int64 lengths[G_N_ELEMENTS (databases)];

  if (!made[i]) {
    sqlite3 *db;

    /* Small pages have more between them than one page alone. */
    if (sqlite3_open (":memory:", &db) != SQLITE_OK ||
        sqlite3_exec (db, "PRAGMA page_size=512", NULL, NULL, NULL) != SQLITE_OK ||
        sqlite3_exec (db, databases[i], NULL, NULL, NULL) != SQLITE_OK)
      abort ();
    made[i] = sqlite3_serialize (db, "main", &lengths[i], 0);
    sqlite3_close (db);
  }
  *length = (gsize) lengths[i];
  return g_memdup2 (made[i], *length);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree guint8 *bytes = NULL;
  gsize length;

  if (size == 0)
    return 0;
  if (size >= 16 && memcmp (data, "SQLite format 3", 16) == 0) {
    fuzz_read (data, size, lum_foreign_importers[0]);
    return 0;
  }
  bytes = make_db (data[0] % G_N_ELEMENTS (databases), &length);
  for (size_t i = 1; i + 2 < size; i += 3)
    bytes[((gsize) data[i] << 8 | data[i + 1]) % length] = data[i + 2];
  fuzz_read (bytes, length, lum_foreign_importers[0]);
  return 0;
}
