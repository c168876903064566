/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "lum-csv-names.h"
#include "lum-csv-tables.h"
#include "lum-date-words.h"
#include "lum-time-parse.h"

/* How a table writes what it says is found out from its first rows: all of one file are written alike. */

#define MAX_ROWS 400

static guint
count_rows (const LumTableView *view)
{
  return MIN (lum_csv_table_get_n_rows (view->table), view->header_row + 1 + MAX_ROWS);
}

/* The first column of a role, -1 if there is none. */
static int
find_column (const LumCsvMapping *mapping, LumColumnRole role)
{
  const guint8 *found = memchr (mapping->roles, role, mapping->n_columns);

  return found ? (int) (found - mapping->roles) : -1;
}

static LumDateOrder
guess_dates (const LumTableView *view, guint column)
{
  gboolean day_first = FALSE, month_first = FALSE, dots = FALSE;

  for (guint row = view->header_row + 1; row < count_rows (view); row++) {
    const char *cell = lum_table_view_get (view, row, column);
    int numbers[3];

    if (!lum_date_words_get_numbers (cell, numbers))
      continue;
    if (numbers[0] > 31)
      return LUM_DATES_YEAR_FIRST;
    day_first = day_first || numbers[0] > 12;
    month_first = month_first || numbers[1] > 12;
    dots = dots || strchr (cell, '.') != NULL;
  }
  if (day_first != month_first)
    return day_first ? LUM_DATES_DAY_FIRST : LUM_DATES_MONTH_FIRST;
  /* Where nothing shows it, who runs in miles writes the month first; dots are Europe's. */
  return view->source->units == LUM_UNITS_IMPERIAL && !dots ? LUM_DATES_MONTH_FIRST : LUM_DATES_DAY_FIRST;
}

typedef struct {
  guint n, n_numbers, n_clocks, n_words;
  double median, max;
} Values;

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

static Values
look_at (const LumTableView *view, guint column, char decimal_sign)
{
  Values values = {.median = NAN, .max = NAN};
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));
  guint columns[] = {column};
  char sign =
      decimal_sign ? decimal_sign : lum_csv_table_find_decimal_sign (view->table, view->header_row + 1, columns, 1);

  for (guint row = view->header_row + 1; row < count_rows (view); row++) {
    const char *cell = lum_table_view_get (view, row, column);
    double number, score;

    if (lum_csv_is_empty (cell))
      continue;
    values.n++;
    if (lum_csv_parse_number (cell, sign, &number) == LUM_CSV_NUMBER) {
      values.n_numbers++;
      g_array_append_val (numbers, number);
      if (!(number <= values.max))
        values.max = number;
    } else if (strchr (cell, ':')) {
      values.n_clocks++;
    } else if (lum_csv_parse_severity (cell, &score)) {
      values.n_words++;
    }
  }
  if (numbers->len > 0) {
    g_array_sort (numbers, compare_doubles);
    values.median = g_array_index (numbers, double, numbers->len / 2);
  }
  return values;
}

/* "Time" is a duration where the date tells the time of day itself, or where a run has no other. */
static void
settle_time (const LumTableView *view, LumCsvMapping *mapping)
{
  int time = find_column (mapping, LUM_COLUMN_TIME), date = find_column (mapping, LUM_COLUMN_DATE);
  gboolean date_has_time = FALSE, is_duration;

  if (time < 0)
    return;
  for (guint row = view->header_row + 1; date >= 0 && row < count_rows (view) && !date_has_time; row++) {
    LumDateWords words;

    date_has_time = lum_date_words_parse (lum_table_view_get (view, row, (guint) date), mapping->dates, &words) &&
                    words.second_of_day >= 0;
  }
  /* A table of days and hours alone may be anything: only a distance makes it one of runs. */
  is_duration = mapping->kind == LUM_RECORD_RUN && lum_csv_may_be_duration (view->names[time]) &&
                lum_csv_mapping_has (mapping, LUM_COLUMN_DISTANCE) &&
                (date_has_time || !(lum_csv_mapping_has (mapping, LUM_COLUMN_DURATION) ||
                                    lum_csv_mapping_has (mapping, LUM_COLUMN_ELAPSED) ||
                                    lum_csv_mapping_has (mapping, LUM_COLUMN_MOVING)));
  if (is_duration)
    mapping->roles[time] = LUM_COLUMN_DURATION;
  else if (date_has_time)
    mapping->roles[time] = LUM_COLUMN_NONE;
}

static void
settle_units (const LumTableView *view, LumCsvMapping *mapping)
{
  for (guint i = 0; i < mapping->n_columns; i++) {
    Values values;

    if (mapping->units[i] != LUM_COLUMN_UNIT_NONE)
      continue;
    switch (mapping->roles[i]) {
    case LUM_COLUMN_DISTANCE:
      values = look_at (view, i, mapping->decimal_sign);
      if (values.median > 300)
        mapping->units[i] = LUM_COLUMN_UNIT_METRES;
      else
        mapping->units[i] =
            view->source->units == LUM_UNITS_IMPERIAL ? LUM_COLUMN_UNIT_MILES : LUM_COLUMN_UNIT_KILOMETRES;
      mapping->unit_guess = TRUE;
      break;
    case LUM_COLUMN_DURATION:
    case LUM_COLUMN_ELAPSED:
    case LUM_COLUMN_MOVING:
      values = look_at (view, i, mapping->decimal_sign);
      if (values.n_numbers > values.n_clocks)
        mapping->units[i] = values.median > 300 ? LUM_COLUMN_UNIT_SECONDS : LUM_COLUMN_UNIT_MINUTES;
      break;
    case LUM_COLUMN_ASCENT:
    case LUM_COLUMN_DESCENT:
      mapping->units[i] = LUM_COLUMN_UNIT_METRES;
      break;
    default:
      break;
    }
  }
}

static void
settle_scale (const LumTableView *view, LumCsvMapping *mapping)
{
  int score = find_column (mapping, LUM_COLUMN_SCORE), where = find_column (mapping, LUM_COLUMN_WHERE);
  Values values, words = {0};

  if (score < 0)
    return;
  values = look_at (view, (guint) score, mapping->decimal_sign);
  if (where >= 0)
    words = look_at (view, (guint) where, '\0');
  if (values.n_words > values.n_numbers || (words.n_words * 2 > words.n && words.n > 0))
    mapping->scale = LUM_SCALE_WORDS;
  else if (values.max > 10)
    mapping->scale = LUM_SCALE_0_100;
}

/**
 * lum_csv_guess_values:
 * @mapping: whose roles are known
 *
 * Finds out the order of dates, units, what "time" is, and the scale of scores.
 */
void
lum_csv_guess_values (const LumTableView *view, LumCsvMapping *mapping)
{
  int date = find_column (mapping, LUM_COLUMN_DATE);

  /* Where no column is known as the date yet, the person will name one: the usual order stands there meanwhile. */
  mapping->dates = date >= 0                                   ? guess_dates (view, (guint) date)
                   : view->source->units == LUM_UNITS_IMPERIAL ? LUM_DATES_MONTH_FIRST
                                                               : LUM_DATES_DAY_FIRST;
  settle_time (view, mapping);
  settle_units (view, mapping);
  if (mapping->kind == LUM_RECORD_PAIN)
    settle_scale (view, mapping);
}

/* A role stands once, but for those of which the first that is not empty counts. */
static gboolean
may_repeat (LumColumnRole role)
{
  return role == LUM_COLUMN_NOTE || role == LUM_COLUMN_MAX_HR || role == LUM_COLUMN_WORDS;
}

/**
 * lum_csv_guess_mapping:
 *
 * What the columns of a table mean by their names and values.
 *
 * Returns: (transfer full): perhaps not usable
 */
LumCsvMapping *
lum_csv_guess_mapping (const LumTableView *view)
{
  LumCsvMapping *mapping = lum_csv_mapping_new (LUM_RECORD_RUN, view->n_columns);

  for (guint i = 0; i < view->n_columns; i++) {
    LumColumnUnit unit;
    LumColumnRole role = lum_csv_find_role (view->names[i], &unit);

    if (role != LUM_COLUMN_NONE && (may_repeat (role) || !lum_csv_mapping_has (mapping, role)))
      lum_csv_mapping_set (mapping, i, role, unit);
  }
  if (!lum_csv_mapping_has (mapping, LUM_COLUMN_DISTANCE) &&
      (lum_csv_mapping_has (mapping, LUM_COLUMN_SCORE) || lum_csv_mapping_has (mapping, LUM_COLUMN_WORDS)))
    mapping->kind = LUM_RECORD_PAIN;
  mapping->guess = TRUE;
  lum_csv_guess_values (view, mapping);
  return mapping;
}
