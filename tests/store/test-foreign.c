/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <sqlite3.h>
#include <string.h>

#include "lum-foreign.h"
#include "lum-run.h"
#include "lum-schema.h"

/* Other programs' databases (formats §10 and §11), made here as those programs make them. */

static GBytes *
make_db (const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_int64 size = 0;
  char *message = NULL;
  guchar *data;
  GBytes *bytes;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  data = sqlite3_serialize (db, "main", &size, 0);
  g_assert_nonnull (data);
  bytes = g_bytes_new (data, (gsize) size);
  sqlite3_free (data);
  sqlite3_close (db);
  return bytes;
}

static LumImportBatch *
read_data (gconstpointer data, gsize length)
{
  g_autoptr (LumClock) clock = lum_clock_new_frozen (lum_day_from_ymd (2026, 6, 1), 720, 7200);
  LumImportSource source = {"export.db", NULL, data, length, clock, LUM_UNITS_METRIC};
  LumImportBatch *batch = lum_import_batch_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (lum_foreign_importers[0]->sniff (&source));
  g_assert_true (lum_foreign_importers[0]->parse (&source, batch, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (lum_import_batch_get_n_items (batch), >=, 1);
  return batch;
}

static LumImportBatch *
read_sql (const char *sql)
{
  g_autoptr (GBytes) bytes = make_db (sql);

  return read_data (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static const LumRun *
get_run (LumImportBatch *batch, guint i, LumImportStatus status)
{
  LumImportItem *item = lum_import_batch_get_item (batch, i);

  g_assert_cmpint (item->status, ==, status);
  g_assert_nonnull (item->records);
  g_assert_true (lum_record_check (LUM_RECORD_RUN, item->records->pdata[0], NULL));
  return item->records->pdata[0];
}

static void
assert_refused (LumImportBatch *batch, const char *format, const char *reason)
{
  LumImportItem *item = lum_import_batch_get_item (batch, 0);

  g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 1);
  g_assert_cmpint (item->status, ==, LUM_IMPORT_REFUSED);
  g_assert_cmpstr (item->format, ==, format);
  g_assert_null (item->records);
  if (!strstr (item->reason, reason))
    g_error ("“%s” does not say “%s”", item->reason, reason);
}

#define FITO_COLUMNS                                                                                          \
  "`length` INTEGER NOT NULL, `avgSpeed` REAL NOT NULL, `ascent` REAL NOT NULL, `descent` REAL NOT NULL, "    \
  "`id` INTEGER NOT NULL, `start` INTEGER NOT NULL, `end` INTEGER NOT NULL, `duration` INTEGER NOT NULL, "    \
  "`pauseDuration` INTEGER NOT NULL, `comment` TEXT, `workoutType` TEXT, `avg_heart_rate` INTEGER NOT NULL, " \
  "`max_heart_rate` INTEGER NOT NULL, `calorie` INTEGER NOT NULL, PRIMARY KEY(`id`)"
#define FITO                                                                                                  \
  "CREATE TABLE `workout` (" FITO_COLUMNS ");"                                                                \
  "INSERT INTO workout VALUES (10250, 2.8, 101.5, 99.5, 77, 1583049600000, 1583053500000, 3600000, 300000, "  \
  "'Muddy', 'running', 151, 171, 700);"                                                                       \
  "INSERT INTO workout VALUES (30000, 8.0, 0, 0, 78, 1583136000000, 1583139600000, 3600000, 0, NULL, "        \
  "'cycling', -1, -1, 0);"                                                                                    \
  "INSERT INTO workout VALUES (5000, 3, 0, 0, 79, 1583222400000, 1583224200000, 1800000, 0, CAST(x'ff41' AS " \
  "TEXT), 'custom_1', 0, 0, 0);"                                                                              \
  "CREATE TABLE `workout_type` (id TEXT, title TEXT); INSERT INTO workout_type VALUES ('custom_1', 'Fartlek " \
  "jogging');"                                                                                                \
  "CREATE TABLE `indoor_workout` (id INTEGER, start INTEGER, duration INTEGER, pauseDuration INTEGER, "       \
  "workoutType TEXT); INSERT INTO indoor_workout VALUES (1, 1583308800000, 1200000, 0, 'treadmill');"

static void
test_fitotrack (void)
{
  g_autoptr (LumImportBatch) batch = read_sql (FITO);
  const LumRun *run = get_run (batch, 0, LUM_IMPORT_NEW);

  g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 4);
  g_assert_cmpstr (lum_import_batch_get_item (batch, 0)->format, ==, "fitotrack");
  g_assert_cmpint (run->start, ==, G_GINT64_CONSTANT (1583049600000));
  g_assert_cmpint (run->start_offset, ==, 7200);
  g_assert_cmpint (run->offset_source, ==, LUM_OFFSET_SYSTEM);
  g_assert_true (run->distance_m == 10250 && run->timer_s == 3600 && run->elapsed_s == 3900);
  g_assert_true (run->ascent_m == 101.5 && run->descent_m == 99.5);
  g_assert_true (run->avg_hr == 151 && run->max_hr == 171 && run->calories == 700);
  g_assert_cmpstr (run->note, ==, "Muddy");
  g_assert_cmpstr (run->source_id, ==, "77");
  g_assert_cmpstr (run->source_app, ==, "FitoTrack");
  g_assert_cmpstr (run->source_file, ==, "export.db");

  run = get_run (batch, 1, LUM_IMPORT_NOT_A_RUN);
  g_assert_cmpstr (run->sport, ==, "cycling");
  g_assert_true (run->avg_hr == LUM_INT_NONE && run->calories == LUM_INT_NONE);
  run = get_run (batch, 2, LUM_IMPORT_NEW);
  g_assert_cmpstr (run->sport, ==, "running");
  g_assert_true (g_utf8_validate (run->note, -1, NULL));
  run = get_run (batch, 3, LUM_IMPORT_NEW);
  g_assert_cmpstr (run->sub_sport, ==, "treadmill");
  g_assert_true (run->timer_s == 1200 && isnan (run->distance_m));
}

#define HEALTH_TABLES                                                                                              \
  "CREATE TABLE application_info_table (row_id INTEGER PRIMARY KEY, package_name TEXT, app_name TEXT);"            \
  "CREATE TABLE exercise_session_record_table (row_id INTEGER PRIMARY KEY, uuid BLOB, app_info_id INTEGER, "       \
  "start_time INTEGER, start_zone_offset INTEGER, end_time INTEGER, end_zone_offset INTEGER, local_date INTEGER, " \
  "exercise_type INTEGER, title TEXT, notes TEXT, has_route INTEGER);"                                             \
  "CREATE TABLE distance_record_table (row_id INTEGER PRIMARY KEY, app_info_id INTEGER, start_time INTEGER, "      \
  "end_time INTEGER, distance REAL);"                                                                              \
  "CREATE TABLE elevation_gained_record_table (row_id INTEGER PRIMARY KEY, app_info_id INTEGER, "                  \
  "start_time INTEGER, end_time INTEGER, elevation REAL);"                                                         \
  "CREATE TABLE heart_rate_record_table (row_id INTEGER PRIMARY KEY, app_info_id INTEGER, start_time INTEGER);"    \
  "CREATE TABLE heart_rate_record_series_table (parent_key INTEGER, beats_per_minute INTEGER, "                    \
  "epoch_millis INTEGER);"
#define AT(seconds) "(1780000000000 + (" #seconds ") * 1000)"
/* App 1 recorded two runs and a walk, app 2 the first run once more. */
#define HEALTH_ROWS                                                                                                                                                                                               \
  "INSERT INTO application_info_table VALUES (1, 'com.example.watch', 'Watch'), (2, 'com.example.phone', NULL);"                                                                                                  \
  "INSERT INTO exercise_session_record_table (uuid, app_info_id, start_time, start_zone_offset, end_time, "                                                                                                       \
  "exercise_type, title, notes) VALUES "                                                                                                                                                                          \
  "(x'000102030405060708090a0b0c0d0e0f', 1, " AT (0) ", -14400, " AT (                                                                                                                                            \
      1800) ", 33, 'Lunch', 'Hot'),"                                                                                                                                                                              \
            "(NULL, 2, " AT (0) ", NULL, " AT (                                                                                                                                                                   \
                1800) ", 33, NULL, NULL),"                                                                                                                                                                        \
                      "(NULL, 1, " AT (4000) ", 3600, " AT (                                                                                                                                                      \
                          5000) ", 34, NULL, NULL),"                                                                                                                                                              \
                                "(NULL, 1, " AT (6000) ", 3600, " AT (                                                                                                                                            \
                                    7000) ", 53, NULL, NULL),"                                                                                                                                                    \
                                          "(NULL, 1, " AT (8000) ", 3600, " AT (                                                                                                                                  \
                                              8600) ", 58, 'Easy run', NULL);"                                                                                                                                    \
                                                    "INSERT INTO distance_record_table (app_info_id, start_time, "                                                                                                \
                                                    "end_time, distance) VALUES "                                                                                                                                 \
                                                    "(1, " AT (4000) ", " AT (5000) ", 2500), (1, " AT (900) ", " AT (                                                                                            \
                                                        1800.5) ", 2400), "                                                                                                                                       \
                                                                "(1, " AT (0) ", " AT (900) ", 2600.5), (2, " AT (                                                                                                \
                                                                    0) ", " AT (1800) ", 4800), "                                                                                                                 \
                                                                                      "(1, " AT (1700) ", " AT (3900) ", 99999), (1, " AT (6000) ", " AT (7000) ", 1000), (3, " AT (0) ", " AT (                  \
                                                                                          1) ", 7), "                                                                                                             \
                                                                                             "(1, " AT (10) ", " AT (20) ", -5), (1, " AT (20) ", " AT (                                                          \
                                                                                                 10) ", "                                                                                                         \
                                                                                                     "5),"                                                                                                        \
                                                                                                     " ("                                                                                                         \
                                                                                                     "1, "                                                                                                        \
                                                                                                     "'x'"                                                                                                        \
                                                                                                     ", "                                                                                                         \
                                                                                                     "NUL"                                                                                                        \
                                                                                                     "L, "                                                                                                        \
                                                                                                     "5);"                                                                                                        \
                                                                                                     "INS"                                                                                                        \
                                                                                                     "ERT"                                                                                                        \
                                                                                                     " IN"                                                                                                        \
                                                                                                     "TO "                                                                                                        \
                                                                                                     "ele"                                                                                                        \
                                                                                                     "vat"                                                                                                        \
                                                                                                     "ion"                                                                                                        \
                                                                                                     "_ga"                                                                                                        \
                                                                                                     "ine"                                                                                                        \
                                                                                                     "d_"                                                                                                         \
                                                                                                     "rec"                                                                                                        \
                                                                                                     "ord"                                                                                                        \
                                                                                                     "_ta"                                                                                                        \
                                                                                                     "ble"                                                                                                        \
                                                                                                     " ("                                                                                                         \
                                                                                                     "app"                                                                                                        \
                                                                                                     "_in"                                                                                                        \
                                                                                                     "fo_"                                                                                                        \
                                                                                                     "id,"                                                                                                        \
                                                                                                     " st"                                                                                                        \
                                                                                                     "art"                                                                                                        \
                                                                                                     "_ti"                                                                                                        \
                                                                                                     "me,"                                                                                                        \
                                                                                                     " en"                                                                                                        \
                                                                                                     "d_"                                                                                                         \
                                                                                                     "tim"                                                                                                        \
                                                                                                     "e, "                                                                                                        \
                                                                                                     "ele"                                                                                                        \
                                                                                                     "vat"                                                                                                        \
                                                                                                     "ion"                                                                                                        \
                                                                                                     ") "                                                                                                         \
                                                                                                     "VAL"                                                                                                        \
                                                                                                     "UES"                                                                                                        \
                                                                                                     " "                                                                                                          \
                                                                                                     "(1,"                                                                                                        \
                                                                                                     " " AT (                                                                                                     \
                                                                                                         0) ","                                                                                                   \
                                                                                                            " " AT (900) ", 30), (1, " AT (900) ", " AT (                                                         \
                                                                                                                1000) ", 12.5);"                                                                                  \
                                                                                                                      "INSERT INTO heart_rate_record_table VALUES (10, 1, 0), (11, 2, 0);"                        \
                                                                                                                      "INSERT INTO heart_rate_record_series_table VALUES (10, 140, " AT (60) "), (10, 160, " AT ( \
                                                                                                                          120) "), "                                                                              \
                                                                                                                               "(10, 60, " AT (3000) "), (11, 100, " AT (60) "), (10, 0, " AT (                   \
                                                                                                                                   70) "), (99, 200, " AT (60) "), (10, 150, " AT (4100) ");"
#define HEALTH HEALTH_TABLES HEALTH_ROWS

static void
test_health_connect (void)
{
  g_autoptr (LumImportBatch) batch = read_sql (HEALTH);
  const LumRun *run = get_run (batch, 0, LUM_IMPORT_NEW);

  g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 5);
  g_assert_cmpstr (lum_import_batch_get_item (batch, 0)->format, ==, "health-connect");
  g_assert_cmpint (run->start, ==, G_GINT64_CONSTANT (1780000000000));
  g_assert_cmpint (run->start_offset, ==, -14400);
  g_assert_cmpint (run->offset_source, ==, LUM_OFFSET_FILE);
  g_assert_true (run->elapsed_s == 1800 && isnan (run->timer_s));
  g_assert_cmpfloat (run->distance_m, ==, 5000.5);
  g_assert_cmpfloat (run->ascent_m, ==, 42.5);
  g_assert_true (run->avg_hr == 150 && run->max_hr == 160);
  g_assert_cmpstr (run->title, ==, "Lunch");
  g_assert_cmpstr (run->note, ==, "Hot");
  g_assert_cmpstr (run->source_app, ==, "Watch");
  g_assert_cmpstr (run->source_id, ==, "00010203-0405-0607-0809-0a0b0c0d0e0f");

  run = get_run (batch, 1, LUM_IMPORT_NEW);
  g_assert_true (run->distance_m == 2500 && run->elapsed_s == 1000 && run->avg_hr == 150);
  g_assert_cmpstr (run->sub_sport, ==, "treadmill");
  run = get_run (batch, 2, LUM_IMPORT_NOT_A_RUN);
  g_assert_cmpstr (run->sport, ==, "walking");
  g_assert_true (run->distance_m == 1000 && run->avg_hr == LUM_INT_NONE);
  run = get_run (batch, 3, LUM_IMPORT_NEW);
  g_assert_cmpstr (run->title, ==, "Easy run");
  run = get_run (batch, 4, LUM_IMPORT_NEW);
  g_assert_true (run->distance_m == 4800 && run->avg_hr == 100);
  g_assert_cmpstr (run->source_app, ==, "com.example.phone");
  g_assert_cmpint (run->offset_source, ==, LUM_OFFSET_SYSTEM);
}

/* Versions differ: what is not there is not known. */
static void
test_health_connect_bare (void)
{
  g_autoptr (LumImportBatch) batch =
      read_sql ("CREATE TABLE exercise_session_record_table (start_time, end_time, exercise_type);"
                "CREATE TABLE distance_record_table (distance REAL);"
                "INSERT INTO exercise_session_record_table VALUES (1780000000000, 1780000600000, 33);");
  const LumRun *run = get_run (batch, 0, LUM_IMPORT_NEW);

  g_assert_true (run->elapsed_s == 600 && isnan (run->distance_m) && run->avg_hr == LUM_INT_NONE);
  g_assert_cmpstr (run->source_app, ==, "Health Connect");
  g_assert_null (run->source_id);
}

/* Where no session is a run by its number, none is refused and their words are shown. */
static void
test_health_connect_no_runs (void)
{
  g_autoptr (LumImportBatch) batch = read_sql (
      HEALTH_TABLES
      "INSERT INTO exercise_session_record_table (app_info_id, start_time, end_time, exercise_type, title) VALUES "
      "(1, " AT (0) ", " AT (600) ", 56, NULL), (1, " AT (1000) ", " AT (
          1600) ", 250, NULL), "
                "(1, " AT (2000) ", " AT (2600) ", 56, 'Evening run'), (1, " AT (3000) ", NULL, 57, NULL), "
                                                                                       "(1, -5, " AT (
                                                                                           0) ", 57, NULL);");

  g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 5);
  /* It began at no time, so it has no length either. */
  g_assert_cmpint (lum_import_batch_get_item (batch, 0)->status, ==, LUM_IMPORT_REFUSED);
  g_assert_cmpstr (get_run (batch, 1, LUM_IMPORT_NOT_A_RUN)->sport, ==, "wheelchair");
  g_assert_cmpstr (get_run (batch, 2, LUM_IMPORT_NOT_A_RUN)->sport, ==, "exercise type 250");
  g_assert_cmpstr (get_run (batch, 3, LUM_IMPORT_NEW)->title, ==, "Evening run");
  g_assert_cmpint (lum_import_batch_get_item (batch, 4)->status, ==, LUM_IMPORT_REFUSED);
}

/* Android's databases have a write-ahead log; what is in the file counts. */
static void
test_wal (void)
{
  g_autoptr (GBytes) bytes = make_db (FITO);
  gsize length = g_bytes_get_size (bytes);
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
  g_autoptr (LumImportBatch) batch = NULL;

  data[18] = data[19] = 2;
  batch = read_data (data, length);
  g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 4);
  g_assert_true (data[18] == 2 && data[19] == 2);
}

static void
test_others (void)
{
  g_autofree char *id = g_strdup_printf ("PRAGMA application_id=%d; CREATE TABLE run (id);", LUM_APPLICATION_ID);
  g_autoptr (LumImportBatch) journal = read_sql (id);
  g_autoptr (LumImportBatch) unknown = read_sql ("CREATE TABLE workout (id, name);");
  g_autoptr (LumImportBatch) empty = read_sql ("CREATE TABLE x (id); DROP TABLE x;");
  g_autoptr (LumImportBatch) no_rows = read_sql (HEALTH_TABLES);
  g_autoptr (LumImportBatch) view = read_sql (
      "CREATE VIEW exercise_session_record_table AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
      "SELECT i AS start_time, i AS end_time, 33 AS exercise_type FROM n;");
  g_autoptr (LumImportBatch) head = read_data ("SQLite format 3\0\x10\0", 18);

  assert_refused (journal, "sqlite", "Lumbar journal");
  assert_refused (unknown, "sqlite", "does not know");
  assert_refused (empty, "sqlite", "does not know");
  assert_refused (no_rows, "health-connect", "no activity");
  assert_refused (view, "sqlite", "does not know");
  assert_refused (head, "sqlite", "damaged");
}

/* Damaged anywhere: all is read, or all is refused. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) bytes = make_db (HEALTH);
  gsize length = g_bytes_get_size (bytes);
  guint refused = 0;

  for (gsize at = 0; at < length; at += 61) {
    g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
    g_autoptr (LumImportBatch) batch = NULL;
    guint n;

    for (gsize i = MAX (at, 16); i < MIN (at + 61, length); i++)
      data[i] ^= 0x5a;
    batch = read_data (data, length);
    n = lum_import_batch_get_n_items (batch);
    if (n == 1 && lum_import_batch_get_item (batch, 0)->status == LUM_IMPORT_REFUSED)
      refused++;
    for (guint i = 0; i < n; i++)
      if (lum_import_batch_get_item (batch, i)->status != LUM_IMPORT_REFUSED)
        g_assert_true (
            lum_record_check (LUM_RECORD_RUN, lum_import_batch_get_item (batch, i)->records->pdata[0], NULL));
  }
  g_assert_cmpuint (refused, >, 5);

  for (gsize cut = 16; cut < length; cut += 509) {
    g_autoptr (LumImportBatch) batch = read_data (g_bytes_get_data (bytes, NULL), cut);

    assert_refused (batch, lum_import_batch_get_item (batch, 0)->format, ".");
  }
}

/* Ten thousand sessions and a hundred thousand records: one walk along each table. */
static void
test_large (void)
{
  g_autoptr (LumImportBatch) batch = read_sql (
      HEALTH_TABLES "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 9999) "
                    "INSERT INTO exercise_session_record_table (app_info_id, start_time, end_time, exercise_type) "
                    "SELECT 1, 1500000000000 + i * 20000000, 1500000000000 + i * 20000000 + 1000000, 33 FROM n;"
                    "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 99999) "
                    "INSERT INTO distance_record_table (app_info_id, start_time, end_time, distance) "
                    "SELECT 1, 1500000000000 + (i / 10) * 20000000 + (i % 10) * 100000, "
                    "1500000000000 + (i / 10) * 20000000 + (i % 10 + 1) * 100000, 250 FROM n;");

  g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 10000);
  for (guint i = 0; i < 10000; i += 999)
    g_assert_cmpfloat (get_run (batch, i, LUM_IMPORT_NEW)->distance_m, ==, 2500);
}

#define PAGE 512
#define LEVELS 6

static guint8 *
get_page (guint8 *data, guint page)
{
  return data + (gsize) (page - 1) * PAGE;
}

static void
set_uint32 (guint8 *at, guint value)
{
  guint32 big = GUINT32_TO_BE (value);

  memcpy (at, &big, sizeof big);
}

/* Every child of an inner page becomes the same: a small file whose tree has more leaves than there are seconds. */
static void
test_endless (void)
{
  g_autoptr (GBytes) bytes =
      make_db ("PRAGMA page_size=512;" HEALTH_TABLES
               "INSERT INTO exercise_session_record_table (app_info_id, start_time, end_time, exercise_type) VALUES "
               "(1, 1780000000000, 1780000600000, 33);"
               "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) INSERT INTO "
               "distance_record_table SELECT i, 1, 1780000000000, 1780000600000, 1.5 FROM n;");
  gsize length = g_bytes_get_size (bytes);
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
  g_autoptr (LumImportBatch) batch = NULL;
  guint inner[LEVELS], n = 0, leaf = 0;

  /* The root is the first of its table, and its inner pages are the only others. */
  for (guint page = 2; page <= length / PAGE; page++) {
    if (get_page (data, page)[0] == 5 && n < LEVELS)
      inner[n++] = page;
    else if (n > 0 && get_page (data, page)[0] == 13)
      leaf = page;
  }
  g_assert_cmpuint (n, ==, LEVELS);
  for (guint i = 0; i < n; i++) {
    guint8 *page = get_page (data, inner[i]);
    guint child = i + 1 < n ? inner[i + 1] : leaf, n_cells = (guint) page[3] << 8 | page[4];

    for (guint c = 0; c < n_cells; c++)
      set_uint32 (page + ((guint) page[12 + c * 2] << 8 | page[13 + c * 2]), child);
    set_uint32 (page + 8, child);
  }
  batch = read_data (data, length);
  assert_refused (batch, "health-connect", "damaged");
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = make_db (FITO);
  g_autoptr (LumClock) clock = lum_clock_new_frozen (lum_day_from_ymd (2026, 6, 1), 720, 7200);
  LumImportSource source = {
      "a", NULL, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), clock, LUM_UNITS_METRIC};
  g_autoptr (LumImportBatch) batch = lum_import_batch_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (lum_foreign_importers[0]->parse (&source, batch, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 0);
}

static void
test_sniff (void)
{
  LumImportSource gpx = {"a.db", NULL, (const guint8 *) "<gpx></gpx>         ", 20};
  LumImportSource cut = {"a.db", NULL, (const guint8 *) "SQLite format 3", 15};

  g_assert_false (lum_foreign_importers[0]->sniff (&gpx));
  g_assert_false (lum_foreign_importers[0]->sniff (&cut));
  g_assert_cmpuint (lum_foreign_importers[0]->max_bytes, ==, LUM_FOREIGN_MAX_BYTES);
  g_assert_null (lum_foreign_importers[1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/foreign/sniff", test_sniff);
  g_test_add_func ("/foreign/fitotrack", test_fitotrack);
  g_test_add_func ("/foreign/health-connect", test_health_connect);
  g_test_add_func ("/foreign/health-connect-bare", test_health_connect_bare);
  g_test_add_func ("/foreign/health-connect-no-runs", test_health_connect_no_runs);
  g_test_add_func ("/foreign/wal", test_wal);
  g_test_add_func ("/foreign/others", test_others);
  g_test_add_func ("/foreign/damaged", test_damaged);
  g_test_add_func ("/foreign/large", test_large);
  g_test_add_func ("/foreign/endless", test_endless);
  g_test_add_func ("/foreign/cancelled", test_cancelled);
  return g_test_run ();
}
