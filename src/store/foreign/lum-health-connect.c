/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-foreign-form.h"

#include <math.h>
#include <string.h>

#include "lum-error.h"
#include "lum-i18n.h"

/* Android's Health Connect (formats §10). A session says only when it was and what; how far and how hard it was stands in
 * tables of records, which belong to it by their app and their time. Each of those tables is read once, in any order,
 * and every record finds its session by bisection. */

/* Apps round the ends of their records. */
#define SLACK_MS 1000

typedef struct {
  gint64 app, start, end, type;
  gint64 zone; /* seconds, LUM_INT_NONE */
  const char *title, *note, *id;
  double distance_m, ascent_m, hr_sum, max_hr;
  guint n_hr;
} Session;

enum { S_APP, S_START, S_END, S_TYPE, S_ZONE, S_TITLE, S_NOTES, S_UUID };

static const char *const session_columns[] = {
    "app_info_id", "start_time", "end_time", "exercise_type", "start_zone_offset", "title", "notes", "uuid", NULL};
static const char *const required[] = {"start_time", "end_time", "exercise_type", NULL};

#define RUNNING 33
#define TREADMILL 34

/* Android's own numbers, by their places; those that say nothing are left out. */
/* clang-format off */
static const char *const type_words[] = {
    NULL, "badminton", "baseball", "basketball", "cycling", "stationary cycling",
    "boot camp", "boxing", "calisthenics", "cricket", "dancing", "exercise class",
    "fencing", "football", "football", "frisbee", "golf", "breathing",
    "gymnastics", "handball", "interval training", "hiking", "ice hockey", "ice skating",
    "martial arts", "paddling", "paragliding", "pilates", "racquetball", "climbing",
    "roller hockey", "rowing", "rugby", "running", "treadmill running", "sailing",
    "scuba diving", "skating", "skiing", "snowboarding", "snowshoeing", "soccer",
    "softball", "squash", "stair climbing", "strength training", "stretching", "surfing",
    "open water swimming", "pool swimming", "table tennis", "tennis", "volleyball", "walking",
    "water polo", "weightlifting", "wheelchair", "yoga", NULL, "stair climbing",
    "elliptical", "rowing machine",
};
/* clang-format on */

static int
compare_sessions (gconstpointer a, gconstpointer b)
{
  const Session *x = a, *y = b;

  if (x->app != y->app)
    return x->app < y->app ? -1 : 1;
  return x->start < y->start ? -1 : x->start > y->start;
}

/* The session of an app in which an interval lies; of several the one that began last. */
static Session *
find_session (GArray *sessions, gint64 app, gint64 start, gint64 end)
{
  guint low = 0, high = sessions->len;

  if (start > end)
    return NULL;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    const Session *session = &g_array_index (sessions, Session, middle);

    if (session->app < app || (session->app == app && session->start - SLACK_MS <= start))
      low = middle + 1;
    else
      high = middle;
  }
  /* One that began shortly after may lie inside a longer one. */
  for (guint i = low; i > 0 && low - i < 3; i--) {
    Session *session = &g_array_index (sessions, Session, i - 1);

    if (session->app != app)
      return NULL;
    if (end <= session->end + SLACK_MS)
      return session;
  }
  return NULL;
}

/* Milliseconds since 1970 that can be reckoned with. */
static gboolean
get_time (sqlite3_stmt *stmt, int column, gint64 *time)
{
  *time = lum_foreign_get_int (stmt, column, 0);
  return *time > 0 && *time < G_GINT64_CONSTANT (100000000000000);
}

static const char *
get_id (sqlite3_stmt *stmt, int column, GStringChunk *words)
{
  const guint8 *u;
  g_autofree char *text = NULL;

  if (sqlite3_column_type (stmt, column) != SQLITE_BLOB)
    return lum_foreign_get_text (stmt, column, words);
  u = sqlite3_column_blob (stmt, column);
  if (!u || sqlite3_column_bytes (stmt, column) != 16)
    return NULL;
  text = g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", u[0], u[1], u[2],
                          u[3], u[4], u[5], u[6], u[7], u[8], u[9], u[10], u[11], u[12], u[13], u[14], u[15]);
  return g_string_chunk_insert (words, text);
}

static gboolean
read_sessions (LumForeignDb *db, GArray *sessions, GStringChunk *words, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = lum_foreign_db_select (db, "exercise_session_record_table", session_columns, error);
  g_autoptr (GError) local = NULL;

  if (!stmt)
    return FALSE;
  while (lum_foreign_db_step (db, stmt, &local)) {
    Session session = {0};

    if (sessions->len >= LUM_FOREIGN_MAX_ACTIVITIES) {
      g_set_error_literal (error, LUM_ERROR, LUM_ERROR_TOO_LARGE, _ ("It holds more than 100,000 activities."));
      return FALSE;
    }
    if (!get_time (stmt, S_START, &session.start))
      session.start = 0;
    if (!get_time (stmt, S_END, &session.end) || session.end < session.start)
      session.end = session.start;
    session.app = lum_foreign_get_int (stmt, S_APP, -1);
    session.type = lum_foreign_get_int (stmt, S_TYPE, 0);
    session.zone = lum_foreign_get_int (stmt, S_ZONE, LUM_INT_NONE);
    session.title = lum_foreign_get_text (stmt, S_TITLE, words);
    session.note = lum_foreign_get_text (stmt, S_NOTES, words);
    session.id = get_id (stmt, S_UUID, words);
    g_array_append_val (sessions, session);
  }
  if (!lum_foreign_db_finish (g_steal_pointer (&local), error))
    return FALSE;
  g_array_sort (sessions, compare_sessions);
  return TRUE;
}

/* Adds a table's amounts to the sessions in which they lie, at a place of a session. */
static gboolean
add_amounts (LumForeignDb *db, const char *table, const char *amount, gsize offset, GArray *sessions, GError **error)
{
  const char *const names[] = {"app_info_id", "start_time", "end_time", amount, NULL};
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autoptr (GError) local = NULL;

  if (lum_foreign_db_has_table (db, table, names, &local))
    stmt = lum_foreign_db_select (db, table, names, &local);
  while (stmt && lum_foreign_db_step (db, stmt, &local)) {
    gint64 start, end;
    double value = lum_foreign_get_number (stmt, 3);
    Session *session;

    if (!get_time (stmt, 1, &start) || !get_time (stmt, 2, &end) || !(value > 0 && value < 1e9))
      continue;
    session = find_session (sessions, lum_foreign_get_int (stmt, 0, -1), start, end);
    if (session)
      *(double *) G_STRUCT_MEMBER_P (session, offset) += value;
  }
  return lum_foreign_db_finish (g_steal_pointer (&local), error);
}

/* Every beat knows its series, every series its app. The join walks along the beats and looks the series up. */
static gboolean
add_heart_rates (LumForeignDb *db, GArray *sessions, GError **error)
{
  static const char *const series_names[] = {"row_id", "app_info_id", NULL};
  static const char *const names[] = {"parent_key", "epoch_millis", "beats_per_minute", NULL};
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autoptr (GError) local = NULL;

  if (lum_foreign_db_has_table (db, "heart_rate_record_table", series_names, &local) &&
      lum_foreign_db_has_table (db, "heart_rate_record_series_table", names, &local))
    stmt = lum_foreign_db_prepare (db,
                                   "SELECT r.app_info_id, s.epoch_millis, s.beats_per_minute "
                                   "FROM heart_rate_record_series_table AS s CROSS JOIN heart_rate_record_table AS r "
                                   "ON r.row_id = s.parent_key",
                                   &local);
  while (stmt && lum_foreign_db_step (db, stmt, &local)) {
    double hr = lum_foreign_get_number (stmt, 2);
    gint64 time;
    Session *session;

    if (!get_time (stmt, 1, &time) || !(hr >= 25 && hr <= 250))
      continue;
    session = find_session (sessions, lum_foreign_get_int (stmt, 0, -1), time, time);
    if (session) {
      session->hr_sum += hr;
      session->max_hr = MAX (session->max_hr, hr);
      session->n_hr++;
    }
  }
  return lum_foreign_db_finish (g_steal_pointer (&local), error);
}

/* What the apps are called, by their numbers. */
static gboolean
read_apps (LumForeignDb *db, GHashTable *apps, GStringChunk *words, GError **error)
{
  static const char *const names[] = {"row_id", "app_name", "package_name", NULL};
  static const char *const needed[] = {"row_id", NULL};
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autoptr (GError) local = NULL;

  if (lum_foreign_db_has_table (db, "application_info_table", needed, &local))
    stmt = lum_foreign_db_select (db, "application_info_table", names, &local);
  while (stmt && lum_foreign_db_step (db, stmt, &local)) {
    gint64 key = lum_foreign_get_int (stmt, 0, -1);
    const char *name = lum_foreign_get_text (stmt, 1, words);

    if (!name)
      name = lum_foreign_get_text (stmt, 2, words);
    if (name && key >= 0)
      g_hash_table_insert (apps, g_memdup2 (&key, sizeof key), (gpointer) name);
  }
  return lum_foreign_db_finish (g_steal_pointer (&local), error);
}

/* Where nobody's session has the number of a run, the numbers may be of another table: then, as where they say nothing,
 * a title that says it is a run is believed. */
static void
set_sport (const Session *session, gboolean any_run, GStringChunk *words, LumRecording *run)
{
  const char *word =
      session->type > 0 && session->type < (gint64) G_N_ELEMENTS (type_words) ? type_words[session->type] : NULL;
  const char *sub_sport;

  if (session->type == RUNNING || session->type == TREADMILL) {
    lum_recording_set_sport (run, word);
    return;
  }
  if ((!word || !any_run) && lum_sport_classify (session->title, &sub_sport) == LUM_SPORT_RUN) {
    lum_recording_set_sport (run, session->title);
    return;
  }
  if (!word) {
    g_autofree char *number = g_strdup_printf ("exercise type %" G_GINT64_FORMAT, session->type);

    word = g_string_chunk_insert (words, number);
  }
  run->sport = word;
  run->sport_class = LUM_SPORT_OTHER;
}

static void
add_run (const Session *session, GHashTable *apps, gboolean any_run, GStringChunk *words, GArray *runs)
{
  LumRecording run;

  lum_recording_init (&run);
  if (session->start > 0)
    run.start = session->start;
  if (session->zone >= -64800 && session->zone <= 64800)
    run.utc_offset = (gint32) session->zone;
  run.elapsed_s = (double) (session->end - session->start) / 1000;
  if (session->distance_m > 0)
    run.distance_m = session->distance_m;
  if (session->ascent_m > 0)
    run.ascent_m = session->ascent_m;
  if (session->n_hr > 0) {
    run.avg_hr = session->hr_sum / session->n_hr;
    run.max_hr = session->max_hr;
  }
  run.title = session->title;
  run.note = session->note;
  run.id = session->id;
  run.app = g_hash_table_lookup (apps, &session->app);
  if (!run.app)
    run.app = "Health Connect";
  set_sport (session, any_run, words, &run);
  g_array_append_val (runs, run);
}

static gboolean
read_all (LumForeignDb *db, GArray *runs, GStringChunk *words, GError **error)
{
  g_autoptr (GArray) sessions = g_array_new (FALSE, FALSE, sizeof (Session));
  g_autoptr (GHashTable) apps = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gboolean any_run = FALSE;

  if (!read_sessions (db, sessions, words, error) || !read_apps (db, apps, words, error) ||
      !add_amounts (db, "distance_record_table", "distance", G_STRUCT_OFFSET (Session, distance_m), sessions, error) ||
      !add_amounts (db, "elevation_gained_record_table", "elevation", G_STRUCT_OFFSET (Session, ascent_m), sessions,
                    error) ||
      !add_heart_rates (db, sessions, error))
    return FALSE;

  for (guint i = 0; i < sessions->len; i++) {
    gint64 type = g_array_index (sessions, Session, i).type;

    any_run |= type == RUNNING || type == TREADMILL;
  }
  for (guint i = 0; i < sessions->len; i++)
    add_run (&g_array_index (sessions, Session, i), apps, any_run, words, runs);
  return TRUE;
}

const LumForeignForm lum_health_connect_form = {.format = "health-connect",
                                                .table = "exercise_session_record_table",
                                                .columns = required,
                                                .read = read_all};
