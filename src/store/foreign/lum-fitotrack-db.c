/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-foreign-form.h"

#include <math.h>

#include "lum-error.h"
#include "lum-i18n.h"

/* The database of FitoTrack (formats §11): what its backup holds, too, and more of the heart. */

enum { START, END, DURATION, PAUSE, LENGTH, ASCENT, DESCENT, TYPE, COMMENT, MEAN_HR, MAX_HR, CALORIES, ID };

static const char *const columns[] = {
    "start",       "end",     "duration",       "pauseDuration",  "length",  "ascent", "descent",
    "workoutType", "comment", "avg_heart_rate", "max_heart_rate", "calorie", "id",     NULL};
static const char *const required[] = {"start", "duration", "pauseDuration", "workoutType", NULL};
static const char *const type_columns[] = {"id", "title", NULL};

static double
get_positive (sqlite3_stmt *stmt, int column)
{
  double value = lum_foreign_get_number (stmt, column);

  return value >= 0 ? value : NAN;
}

static void
read_row (sqlite3_stmt *stmt, GHashTable *types, GStringChunk *words, LumRecording *run)
{
  gint64 start = lum_foreign_get_int (stmt, START, 0);
  const char *type = lum_foreign_get_text (stmt, TYPE, words);

  lum_recording_init (run);
  if (start > 0 && start < G_GINT64_CONSTANT (100000000000000))
    run->start = start;
  run->timer_s = get_positive (stmt, DURATION) / 1000;
  run->elapsed_s = run->timer_s + get_positive (stmt, PAUSE) / 1000;
  run->distance_m = get_positive (stmt, LENGTH);
  run->ascent_m = get_positive (stmt, ASCENT);
  run->descent_m = get_positive (stmt, DESCENT);
  run->avg_hr = lum_foreign_get_number (stmt, MEAN_HR);
  run->max_hr = lum_foreign_get_number (stmt, MAX_HR);
  run->calories = get_positive (stmt, CALORIES);
  run->note = lum_foreign_get_text (stmt, COMMENT, words);
  run->id = lum_foreign_get_text (stmt, ID, words);
  run->app = "FitoTrack";
  lum_recording_set_sport (run, type);
  /* A type that the person made says what it is only by its title. */
  if (run->sport_class == LUM_SPORT_UNKNOWN && type && g_hash_table_lookup (types, type))
    lum_recording_set_sport (run, g_hash_table_lookup (types, type));
}

static gboolean
read_types (LumForeignDb *db, GHashTable *types, GStringChunk *words, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autoptr (GError) local = NULL;

  if (lum_foreign_db_has_table (db, "workout_type", type_columns, &local))
    stmt = lum_foreign_db_select (db, "workout_type", type_columns, &local);
  while (stmt && lum_foreign_db_step (db, stmt, &local)) {
    const char *id = lum_foreign_get_text (stmt, 0, words), *title = lum_foreign_get_text (stmt, 1, words);

    if (id && title)
      g_hash_table_insert (types, (gpointer) id, (gpointer) title);
  }
  return lum_foreign_db_finish (g_steal_pointer (&local), error);
}

static gboolean
read_table (LumForeignDb *db, const char *table, GHashTable *types, GArray *runs, GStringChunk *words, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autoptr (GError) local = NULL;

  if (lum_foreign_db_has_table (db, table, required, &local))
    stmt = lum_foreign_db_select (db, table, columns, &local);
  while (stmt && lum_foreign_db_step (db, stmt, &local)) {
    LumRecording run;

    if (runs->len >= LUM_FOREIGN_MAX_ACTIVITIES) {
      g_set_error_literal (error, LUM_ERROR, LUM_ERROR_TOO_LARGE, _ ("It holds more than 100,000 activities."));
      return FALSE;
    }
    read_row (stmt, types, words, &run);
    g_array_append_val (runs, run);
  }
  return lum_foreign_db_finish (g_steal_pointer (&local), error);
}

static gboolean
read_all (LumForeignDb *db, GArray *runs, GStringChunk *words, GError **error)
{
  g_autoptr (GHashTable) types = g_hash_table_new (g_str_hash, g_str_equal);

  return read_types (db, types, words, error) && read_table (db, "workout", types, runs, words, error) &&
         read_table (db, "indoor_workout", types, runs, words, error);
}

const LumForeignForm lum_fitotrack_form = {.format = "fitotrack",
                                           .table = "workout",
                                           .columns = required,
                                           .read = read_all};
