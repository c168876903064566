/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lum-csv-names.h"
#include "lum-csv-tables.h"

/* Strava's activities.csv in every language and of every age (formats §6.2). The columns are named in the account's
 * language but stand in the same places, so the places count. */

#define MIN_COLUMNS 10
#define MIN_ID_DIGITS 6

static gboolean
is_id (const char *cell)
{
  gsize n = strspn (cell, "0123456789");

  return n >= MIN_ID_DIGITS && cell[n] == '\0';
}

/* The column of the files: 12, in the form of 10 columns 9. */
static guint
find_file_column (const LumTableView *view)
{
  int named = lum_table_view_find (view, "filename");

  if (named >= 0)
    return (guint) named;
  return view->n_columns >= 13 ? 12 : 9;
}

/* Whatever the language: every row begins with a long number, and some file lies in "activities/". */
static gboolean
looks_like_strava (const LumTableView *view)
{
  guint file = find_file_column (view), n = lum_csv_table_get_n_rows (view->table);
  gboolean has_file = FALSE;

  for (guint row = view->header_row + 1; row < n && row < view->header_row + 500; row++) {
    if (!is_id (lum_table_view_get (view, row, 0)))
      return FALSE;
    has_file = has_file || g_str_has_prefix (lum_table_view_get (view, row, file), "activities/");
  }
  return has_file;
}

static gboolean
is_strava (const LumTableView *view)
{
  static const char *const dates[] = {"activity date",      "aktivitätsdatum",      "date de l'activité",
                                      "date de l’activité", "datum van activiteit", "fecha de la actividad",
                                      "data dell'attività", "data da atividade"};

  if (view->n_columns < MIN_COLUMNS)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    if (lum_table_view_find (view, dates[i]) == 1)
      return TRUE;
  if (lum_table_view_find (view, "commute") == 7 && lum_table_view_find (view, "gear") == 8)
    return TRUE;
  return looks_like_strava (view);
}

static void
set (LumCsvMapping *mapping, guint column, LumColumnRole role, LumColumnUnit unit)
{
  if (column < mapping->n_columns)
    lum_csv_mapping_set (mapping, column, role, unit);
}

/* id, date, name, type, description, elapsed_time, distance, commute, gear, filename: until July 2019. The distance was in
 * metres while the names were code's, in kilometres afterwards. */
static void
map_old (const LumTableView *view, LumCsvMapping *mapping)
{
  gboolean oldest = lum_table_view_find (view, "elapsed_time") >= 0;

  set (mapping, 5, LUM_COLUMN_ELAPSED, LUM_COLUMN_UNIT_SECONDS);
  set (mapping, 6, LUM_COLUMN_DISTANCE, oldest ? LUM_COLUMN_UNIT_METRES : LUM_COLUMN_UNIT_KILOMETRES);
  set (mapping, 8, LUM_COLUMN_SHOE, LUM_COLUMN_UNIT_NONE);
  set (mapping, 9, LUM_COLUMN_FILE, LUM_COLUMN_UNIT_NONE);
}

static void
map_new (const LumTableView *view, LumCsvMapping *mapping)
{
  set (mapping, 5, LUM_COLUMN_ELAPSED, LUM_COLUMN_UNIT_SECONDS);
  set (mapping, 7, LUM_COLUMN_MAX_HR, LUM_COLUMN_UNIT_NONE);
  set (mapping, 10, LUM_COLUMN_NOTE, LUM_COLUMN_UNIT_NONE);
  set (mapping, 11, LUM_COLUMN_SHOE, LUM_COLUMN_UNIT_NONE);
  set (mapping, 12, LUM_COLUMN_FILE, LUM_COLUMN_UNIT_NONE);
  set (mapping, 16, LUM_COLUMN_MOVING, LUM_COLUMN_UNIT_SECONDS);
  set (mapping, 17, LUM_COLUMN_DISTANCE, LUM_COLUMN_UNIT_METRES);
  set (mapping, 20, LUM_COLUMN_ASCENT, LUM_COLUMN_UNIT_METRES);
  set (mapping, 21, LUM_COLUMN_DESCENT, LUM_COLUMN_UNIT_METRES);
  set (mapping, 30, LUM_COLUMN_MAX_HR, LUM_COLUMN_UNIT_NONE);
  set (mapping, 31, LUM_COLUMN_AVG_HR, LUM_COLUMN_UNIT_NONE);
  set (mapping, 34, LUM_COLUMN_CALORIES, LUM_COLUMN_UNIT_NONE);
  set (mapping, 43, LUM_COLUMN_EFFORT, LUM_COLUMN_UNIT_NONE);
  /* In kilometres, to two decimals, where there is no other. */
  set (mapping, 6, LUM_COLUMN_DISTANCE, LUM_COLUMN_UNIT_KILOMETRES);
}

static LumCsvMapping *
match (const LumTableView *view)
{
  LumCsvMapping *mapping;

  if (!is_strava (view))
    return NULL;
  mapping = lum_csv_mapping_new (LUM_RECORD_RUN, view->n_columns);
  mapping->utc = TRUE;
  set (mapping, 0, LUM_COLUMN_ID, LUM_COLUMN_UNIT_NONE);
  set (mapping, 1, LUM_COLUMN_DATE, LUM_COLUMN_UNIT_NONE);
  set (mapping, 2, LUM_COLUMN_TITLE, LUM_COLUMN_UNIT_NONE);
  set (mapping, 3, LUM_COLUMN_SPORT, LUM_COLUMN_UNIT_NONE);
  set (mapping, 4, LUM_COLUMN_NOTE, LUM_COLUMN_UNIT_NONE);
  if (view->n_columns < 13)
    map_old (view, mapping);
  else
    map_new (view, mapping);
  mapping->dates = LUM_DATES_DAY_FIRST;
  return mapping;
}

const LumTableFormat lum_csv_strava = {.format = "strava", .match = match};
