/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "lum-csv-mapped-private.h"
#include "lum-i18n.h"
#include "lum-recording.h"
#include "lum-time-parse.h"

/* Rows of a table to activities or entries, by what its columns mean. A line that cannot be read is refused by itself
 * with its number; the others come in. */

#define MAX_BAD_ROWS 200

/* --- cells --- */

/**
 * lum_mapped_get_cell:
 * @column: (out) (optional): where it was
 *
 * The first cell of a role that says something; %NULL if none does.
 */
const char *
lum_mapped_get_cell (const LumMappedReader *self, guint row, LumColumnRole role, guint *column)
{
  for (guint n = 0; n < self->mapping->n_columns; n++) {
    /* Of several distances the last is the finest: Strava's first is in kilometres, to two decimals. */
    guint i = role == LUM_COLUMN_DISTANCE ? self->mapping->n_columns - 1 - n : n;
    const char *cell;

    if (self->mapping->roles[i] != role)
      continue;
    cell = lum_table_view_get (self->view, row, i);
    if (!lum_csv_is_empty (cell)) {
      if (column)
        *column = i;
      return cell;
    }
  }
  return NULL;
}

static double
get_factor (LumColumnUnit unit)
{
  static const double factors[] = {1, 1, 1000, 1609.344, 0.3048, 0.9144, 1, 60, 3600, 0.001};

  return factors[unit];
}

/* A number in its unit; NAN where there is none. "1,020" is a thousand where whole numbers are meant. */
static double
get_number (const LumMappedReader *self, guint row, LumColumnRole role, gboolean whole, gboolean *doubtful)
{
  guint column;
  const char *cell = lum_mapped_get_cell (self, row, role, &column);
  double value;

  if (!cell)
    return NAN;
  switch (lum_csv_parse_number (cell, self->signs[column], &value)) {
  case LUM_CSV_NUMBER:
    return value * get_factor (self->mapping->units[column]);
  case LUM_CSV_AMBIGUOUS:
    if (whole && lum_csv_parse_number (cell, '.', &value) == LUM_CSV_NUMBER)
      return value * get_factor (self->mapping->units[column]);
    *doubtful = TRUE;
    return NAN;
  case LUM_CSV_NO_NUMBER:
  default:
    return NAN;
  }
}

static double
get_duration (const LumMappedReader *self, guint row, LumColumnRole role)
{
  guint column;
  const char *cell = lum_mapped_get_cell (self, row, role, &column);
  double value;

  if (!cell)
    return NAN;
  if (strpbrk (cell, ":hHmMsSpP")) {
    g_autofree char *text = g_strdup (cell);

    if (lum_duration_parse (g_strdelimit (text, ",", '.'), strlen (text), &value))
      return value;
    return NAN;
  }
  return lum_csv_parse_number (cell, self->signs[column], &value) == LUM_CSV_NUMBER
             ? value * get_factor (self->mapping->units[column])
             : NAN;
}

/**
 * lum_mapped_refuse_row:
 *
 * Says why a line cannot be read, with its number.
 */
void
lum_mapped_refuse_row (LumMappedReader *self, guint row, const char *reason)
{
  if (self->n_bad++ < MAX_BAD_ROWS)
    lum_recording_refuse (self->view->source, "csv", self->batch,
                          /* Translators: the number of a line in a file, then a sentence about it */
                          _ ("Line %u: %s"), lum_csv_table_get_line (self->view->table, row), reason);
}

/* --- dates --- */

/**
 * lum_mapped_read_date:
 * @cell: (out) (nullable): what stands there
 *
 * Returns: %FALSE where the row has none that can be read
 */
gboolean
lum_mapped_read_date (const LumMappedReader *self, guint row, LumDateWords *date, const char **cell)
{
  const char *time = lum_mapped_get_cell (self, row, LUM_COLUMN_TIME, NULL);

  *cell = lum_mapped_get_cell (self, row, LUM_COLUMN_DATE, NULL);
  if (!*cell || !lum_date_words_parse (*cell, self->mapping->dates, date))
    return FALSE;
  if (date->second_of_day < 0 && time)
    lum_date_words_parse_time (time, &date->second_of_day);
  return TRUE;
}

static void
set_start (const LumMappedReader *self, guint row, const LumDateWords *date, LumRecording *run)
{
  gboolean doubtful = FALSE;
  double offset = get_number (self, row, LUM_COLUMN_OFFSET, TRUE, &doubtful);

  if (date->second_of_day < 0) {
    run->day = date->day;
    return;
  }
  run->start = ((gint64) date->day * 86400 + date->second_of_day) * 1000 + date->millisecond;
  if (date->utc_offset != LUM_INT_NONE) {
    run->start -= (gint64) date->utc_offset * 1000;
    if (date->utc_offset != 0)
      run->utc_offset = date->utc_offset;
  } else if (!self->mapping->utc) {
    run->wall_clock = TRUE;
    if (fabs (offset) <= 14 * 60)
      run->utc_offset = (gint32) lround (offset * 60);
  }
}

/* --- runs --- */

/* The exertion of Strava and others counts from 1 to 10; ours too, with a 0. */
static gint32
get_effort (const LumMappedReader *self, guint row)
{
  gboolean doubtful = FALSE;
  double effort = get_number (self, row, LUM_COLUMN_EFFORT, TRUE, &doubtful);

  return effort >= 0 && effort <= 10 ? (gint32) lround (effort) : LUM_INT_NONE;
}

static double
get_distance (const LumMappedReader *self, guint row, const LumRecording *run, gboolean *doubtful)
{
  double distance = get_number (self, row, LUM_COLUMN_DISTANCE, FALSE, doubtful);

  /* Garmin gives rounds on a track in metres, whatever the unit of the account (formats §7). */
  if (g_strcmp0 (self->mapping->format, "garmin") == 0 && g_strcmp0 (run->sub_sport, "track") == 0 && distance > 200000)
    distance /= self->view->source->units == LUM_UNITS_IMPERIAL ? 1609.344 / 0.9144 : 1000;
  return distance;
}

/**
 * lum_mapped_join_notes:
 *
 * All notes of a row that differ.
 *
 * Returns: (transfer full) (nullable): text
 */
char *
lum_mapped_join_notes (const LumMappedReader *self, guint row)
{
  GString *notes = NULL;

  for (guint i = 0; i < self->mapping->n_columns; i++) {
    const char *cell = self->mapping->roles[i] == LUM_COLUMN_NOTE ? lum_table_view_get (self->view, row, i) : "";

    if (lum_csv_is_empty (cell))
      continue;
    if (!notes)
      notes = g_string_new (cell);
    else if (strcmp (notes->str, cell) != 0)
      g_string_append_printf (notes, "\n\n%s", cell);
  }
  return notes ? g_string_free (notes, FALSE) : NULL;
}

static void
read_run (LumMappedReader *self, guint row)
{
  g_autofree char *note = lum_mapped_join_notes (self, row);
  const char *file = lum_mapped_get_cell (self, row, LUM_COLUMN_FILE, NULL), *cell;
  gboolean doubtful = FALSE, dated;
  LumDateWords date;
  LumRecording run;
  LumImportItem *item;

  lum_recording_init (&run);
  dated = lum_mapped_read_date (self, row, &date, &cell);
  if (!dated && !file) {
    g_autofree char *start = g_utf8_substring (cell ? cell : "", 0, MIN (g_utf8_strlen (cell ? cell : "", -1), 40));
    g_autofree char *reason = g_strdup_printf (_ ("“%s” is not a date."), start);

    lum_mapped_refuse_row (self, row, reason);
    return;
  }
  if (dated)
    set_start (self, row, &date, &run);
  lum_recording_set_sport (&run, lum_mapped_get_cell (self, row, LUM_COLUMN_SPORT, NULL));
  if (run.sport_class == LUM_SPORT_UNKNOWN && run.sport)
    run.sport_class = LUM_SPORT_OTHER;
  run.distance_m = get_distance (self, row, &run, &doubtful);
  if (doubtful) {
    g_autofree char *reason =
        g_strdup_printf (_ ("“%s” can be read in two ways; write it without a comma, or with a decimal point."),
                         lum_mapped_get_cell (self, row, LUM_COLUMN_DISTANCE, NULL));

    lum_mapped_refuse_row (self, row, reason);
    return;
  }
  run.timer_s = get_duration (self, row, LUM_COLUMN_DURATION);
  run.elapsed_s = get_duration (self, row, LUM_COLUMN_ELAPSED);
  run.moving_s = get_duration (self, row, LUM_COLUMN_MOVING);
  run.avg_hr = get_number (self, row, LUM_COLUMN_AVG_HR, FALSE, &doubtful);
  run.max_hr = get_number (self, row, LUM_COLUMN_MAX_HR, FALSE, &doubtful);
  run.ascent_m = get_number (self, row, LUM_COLUMN_ASCENT, TRUE, &doubtful);
  run.descent_m = get_number (self, row, LUM_COLUMN_DESCENT, TRUE, &doubtful);
  run.calories = get_number (self, row, LUM_COLUMN_CALORIES, TRUE, &doubtful);
  run.effort = get_effort (self, row);
  run.title = lum_mapped_get_cell (self, row, LUM_COLUMN_TITLE, NULL);
  run.note = note;
  run.shoe = lum_mapped_get_cell (self, row, LUM_COLUMN_SHOE, NULL);
  run.id = lum_mapped_get_cell (self, row, LUM_COLUMN_ID, NULL);
  run.app = strcmp (self->mapping->format, "csv") ? self->mapping->format : NULL;

  item = lum_recording_add (&run, self->view->source, "csv", self->batch);
  item->companion = lum_import_batch_text (self->batch, file);
  item->table_title = lum_import_batch_text (self->batch, run.title);
  if (!self->first)
    self->first = item;
  if (item->status == LUM_IMPORT_REFUSED) {
    g_autofree char *reason = g_strdup (item->reason);

    self->n_bad++;
    lum_import_batch_refuse (self->batch, item, LUM_IMPORT_REFUSED, _ ("Line %u: %s"),
                             lum_csv_table_get_line (self->view->table, row), reason);
  }
}

/* --- the table --- */

static gboolean
is_number (LumColumnRole role)
{
  switch (role) {
  case LUM_COLUMN_DISTANCE:
  case LUM_COLUMN_DURATION:
  case LUM_COLUMN_ELAPSED:
  case LUM_COLUMN_MOVING:
  case LUM_COLUMN_AVG_HR:
  case LUM_COLUMN_MAX_HR:
  case LUM_COLUMN_ASCENT:
  case LUM_COLUMN_DESCENT:
  case LUM_COLUMN_CALORIES:
  case LUM_COLUMN_EFFORT:
  case LUM_COLUMN_OFFSET:
  case LUM_COLUMN_SCORE:
    return TRUE;
  default:
    return FALSE;
  }
}

static void
find_signs (LumMappedReader *self)
{
  const LumCsvMapping *mapping = self->mapping;
  g_autofree guint *numeric = g_new (guint, mapping->n_columns);
  guint first = self->view->header_row + 1, n = 0;
  char sign = mapping->decimal_sign;

  self->signs = g_new0 (char, mapping->n_columns + 1);
  for (guint i = 0; i < mapping->n_columns; i++)
    if (is_number (mapping->roles[i]))
      numeric[n++] = i;
  if (!sign)
    sign = lum_csv_table_find_decimal_sign (self->view->table, first, numeric, n);
  for (guint i = 0; i < n; i++)
    self->signs[numeric[i]] =
        mapping->decimal_sign ? sign : lum_csv_table_find_column_sign (self->view->table, first, numeric[i], sign);
}

/* Nothing in the file says it, so the person should know. */
static void
warn_of_unit (LumMappedReader *self)
{
  for (guint i = 0; i < self->mapping->n_columns; i++) {
    if (self->mapping->roles[i] != LUM_COLUMN_DISTANCE)
      continue;
    if (self->mapping->units[i] == LUM_COLUMN_UNIT_KILOMETRES)
      lum_import_batch_warn (self->batch, self->first, _ ("The distances of this table were read as kilometres."));
    else if (self->mapping->units[i] == LUM_COLUMN_UNIT_MILES)
      lum_import_batch_warn (self->batch, self->first, _ ("The distances of this table were read as miles."));
    else if (self->mapping->units[i] == LUM_COLUMN_UNIT_METRES)
      lum_import_batch_warn (self->batch, self->first, _ ("The distances of this table were read as metres."));
    return;
  }
}

static void
add_remarks (LumMappedReader *self)
{
  if (self->n_bad > MAX_BAD_ROWS && self->mapping->kind == LUM_RECORD_PAIN)
    lum_recording_refuse (
        self->view->source, "csv", self->batch,
        ngettext ("%u more line cannot be read.", "%u more lines cannot be read.", self->n_bad - MAX_BAD_ROWS),
        self->n_bad - MAX_BAD_ROWS);
  if (self->pain && self->n_elsewhere > 0)
    lum_import_batch_warn (self->batch, self->pain,
                           ngettext ("%u line is not about the back and was left out.",
                                     "%u lines are not about the back and were left out.", self->n_elsewhere),
                           self->n_elsewhere);
  if (self->first && self->mapping->unit_guess && self->mapping->guess)
    warn_of_unit (self);
  if (self->pain && self->mapping->guess && self->mapping->scale == LUM_SCALE_0_10)
    lum_import_batch_warn (self->batch, self->pain, _ ("The scores were read as 0 to 10."));
  else if (self->pain && self->mapping->guess && self->mapping->scale == LUM_SCALE_0_100)
    lum_import_batch_warn (self->batch, self->pain, _ ("The scores were read as 0 to 100 and divided by ten."));
  else if (self->pain && self->mapping->guess && self->mapping->scale == LUM_SCALE_WORDS)
    lum_import_batch_warn (self->batch, self->pain,
                           _ ("Words were read as scores: mild 3, moderate 5, severe 8, unbearable 10."));
}

/**
 * lum_csv_read_mapped:
 *
 * Adds a table's rows to the batch. The first item of it carries the table's beginning, so that a person can say what
 * its columns really are.
 *
 * Returns: %FALSE with an error only where it was cancelled
 */
gboolean
lum_csv_read_mapped (const LumTableView *view,
                     const LumCsvMapping *mapping,
                     LumImportBatch *batch,
                     GCancellable *cancellable,
                     GError **error)
{
  LumMappedReader self = {view, mapping, batch};
  guint n_rows = lum_csv_table_get_n_rows (view->table), first = lum_import_batch_get_n_items (batch);

  find_signs (&self);
  for (guint row = view->header_row + 1; row < n_rows; row++) {
    if (row % 256 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error)) {
      g_free (self.signs);
      return FALSE;
    }
    if (row == lum_csv_table_get_open_row (view->table))
      lum_mapped_refuse_row (&self, row, _ ("A quotation mark is never closed; the file is cut off here."));
    else if (mapping->kind == LUM_RECORD_PAIN)
      lum_mapped_read_pain (&self, row);
    else
      read_run (&self, row);
  }
  add_remarks (&self);
  if (lum_import_batch_get_n_items (batch) == first)
    lum_import_batch_refuse (batch, lum_import_batch_add (batch, view->source->file, view->source->member, "csv"),
                             n_rows == view->header_row + 1 ? LUM_IMPORT_KNOWN : LUM_IMPORT_NOT_A_RUN, "%s",
                             n_rows == view->header_row + 1 ? _ ("The table has no rows.")
                                                            : _ ("No line of the table is about the back."));
  lum_import_batch_get_item (batch, first)->table = lum_table_view_get_sample (view, mapping);
  g_free (self.signs);
  return TRUE;
}
