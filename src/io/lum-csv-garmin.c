/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lum-csv-names.h"
#include "lum-csv-tables.h"

/* Garmin Connect's Activities.csv (formats §7): names in the account's language, any set of columns, local times, and
 * distances in the account's unit, of which the file does not say a word. */

/* The place of the date, by the type's and the date's names; -1 where it is not Garmin's. */
static int
find_date (const LumTableView *view)
{
  static const char *const types[] = {"activity type",  "aktivitätstyp",   "tipo de actividad",
                                      "aktivitetstype", "type d'activité", "type d’activité"};
  static const char *const dates[] = {"date", "datum", "fecha", "dato", "start"};
  static const char *const favourites[] = {"favorite", "favorit", "favorito", "favori"};
  gboolean has_type = FALSE, has_favourite = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    has_type = has_type || lum_table_view_find (view, types[i]) >= 0;
  for (guint i = 0; i < G_N_ELEMENTS (favourites); i++)
    has_favourite = has_favourite || lum_table_view_find (view, favourites[i]) >= 0;
  if (!has_type || (!has_favourite && view->n_columns < 20))
    return -1;
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++) {
    int column = lum_table_view_find (view, dates[i]);

    if (column >= 0)
      return column;
  }
  return -1;
}

/* Fahrenheit shows that the account counts in miles (formats §7). */
static gboolean
has_fahrenheit (const LumTableView *view)
{
  static const char *const names[] = {"max temp", "min temp", "avg temp"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    int column = lum_table_view_find (view, names[i]);
    guint n = lum_csv_table_get_n_rows (view->table);

    for (guint row = view->header_row + 1; column >= 0 && row < n; row++) {
      double value;

      if (lum_csv_parse_number (lum_table_view_get (view, row, (guint) column), '.', &value) == LUM_CSV_NUMBER &&
          value > 45)
        return TRUE;
    }
  }
  return FALSE;
}

static LumCsvMapping *
match (const LumTableView *view)
{
  int date = find_date (view);
  gboolean miles, fahrenheit;
  LumCsvMapping *mapping;

  if (date < 0)
    return NULL;
  fahrenheit = has_fahrenheit (view);
  miles = view->source->units == LUM_UNITS_IMPERIAL || fahrenheit;
  mapping = lum_csv_mapping_new (LUM_RECORD_RUN, view->n_columns);
  for (guint i = 0; i < view->n_columns; i++) {
    LumColumnUnit unit;
    LumColumnRole role = lum_csv_find_role (view->names[i], &unit);

    if (role == LUM_COLUMN_TIME)
      role = LUM_COLUMN_DURATION;
    if (role == LUM_COLUMN_DATE && (int) i != date)
      continue;
    if (role == LUM_COLUMN_NONE || (lum_csv_mapping_has (mapping, role) && role != LUM_COLUMN_MAX_HR))
      continue;
    if (role == LUM_COLUMN_DISTANCE)
      unit = miles ? LUM_COLUMN_UNIT_MILES : LUM_COLUMN_UNIT_KILOMETRES;
    else if (role == LUM_COLUMN_ASCENT || role == LUM_COLUMN_DESCENT)
      unit = miles ? LUM_COLUMN_UNIT_FEET : LUM_COLUMN_UNIT_METRES;
    lum_csv_mapping_set (mapping, i, role, unit);
  }
  mapping->guess = mapping->unit_guess = !fahrenheit;
  mapping->dates = LUM_DATES_DAY_FIRST;
  return mapping;
}

const LumTableFormat lum_csv_garmin = {.format = "garmin", .match = match};
