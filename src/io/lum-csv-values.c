/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-csv-values.h"

#include <math.h>
#include <string.h>

#include "lum-csv-reader.h"
#include "lum-error.h"
#include "lum-i18n.h"
#include "lum-number.h"
#include "lum-time-parse.h"
#include "lum-units.h"

/**
 * lum_csv_fail:
 *
 * Says what is wrong with a value.
 *
 * Returns: %FALSE
 */
gboolean
lum_csv_fail (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_clear_error (error);
  *error = g_error_new_valist (LUM_ERROR, LUM_ERROR_INVALID_INPUT, format, args);
  va_end (args);
  return FALSE;
}

static gboolean
read_number (char decimal_sign, const char *cell, double *value, GError **error)
{
  switch (lum_csv_parse_number (cell, decimal_sign, value)) {
  case LUM_CSV_NUMBER:
    return TRUE;
  case LUM_CSV_AMBIGUOUS:
    return lum_csv_fail (error, _ ("“%s” can be read in two ways; write it without a comma, or with a decimal point."),
                         cell);
  case LUM_CSV_NO_NUMBER:
  default:
    return lum_csv_fail (error, _ ("“%s” is not a number."), cell);
  }
}

static gboolean
read_bool (const char *cell, gint32 *value, GError **error)
{
  static const char *const yes[] = {"yes", "y", "true", "1", "x", NULL};
  static const char *const no[] = {"no", "n", "false", "0", "", NULL};
  g_autofree char *word = g_ascii_strdown (cell, -1);

  if (!g_strv_contains (yes, word) && !g_strv_contains (no, word))
    return lum_csv_fail (error, _ ("“%s” is neither yes nor no."), cell);
  *value = g_strv_contains (yes, word);
  return TRUE;
}

static gboolean
read_int (char decimal_sign, const LumField *field, const char *cell, gint32 *value, GError **error)
{
  gboolean score = field->min == 0 && field->max == 10;
  double number;
  int whole;

  if (score) {
    if (!lum_parse_score (cell, &whole, error))
      return FALSE;
    *value = whole;
    return TRUE;
  }
  if (!read_number (decimal_sign, cell, &number, error))
    return FALSE;
  if (number != floor (number) || number < field->min || number > field->max) {
    g_set_error (
        error, LUM_ERROR, LUM_ERROR_INVALID_INPUT,
        /* Translators: the first %s is what a table holds, the second a column, then a smallest and a largest number */
        _ ("“%s” is not possible for %s: give a whole number from %d to %d."), cell, field->name, field->min,
        field->max);
    return FALSE;
  }
  *value = (gint32) number;
  return TRUE;
}

static gboolean
read_instant (const char *cell, LumInstant *value, GError **error)
{
  LumTime time;

  if (!lum_time_parse (cell, strlen (cell), &time))
    return lum_csv_fail (error, _ ("“%s” is not a time; write it like 2026-05-27T07:30:00Z."), cell);
  *value = time.instant;
  return TRUE;
}

/**
 * lum_csv_read_field:
 * @raw: a cell; empty leaves the field unset
 * @decimal_sign: the file's, '\0' if it shows none
 * @batch: keeps the texts
 *
 * Sets a field of a record from a cell.
 *
 * Returns: %FALSE with LUM_ERROR_INVALID_INPUT if the cell cannot be that field
 */
gboolean
lum_csv_read_field (const LumField *field,
                    const char *raw,
                    char decimal_sign,
                    LumImportBatch *batch,
                    gpointer record,
                    GError **error)
{
  g_autofree char *cell = NULL;
  gpointer at = (char *) record + field->offset;

  /* A text stays as it is, with its blanks and line breaks. */
  if (field->type == LUM_FIELD_TEXT) {
    if (*raw)
      *(const char **) at = lum_import_batch_text (batch, raw);
    return TRUE;
  }

  cell = g_strstrip (g_strdup (raw));
  if (lum_csv_is_empty (cell))
    return TRUE;

  switch (field->type) {
  case LUM_FIELD_INT:
    return read_int (decimal_sign, field, cell, at, error);
  case LUM_FIELD_BOOL:
    return read_bool (cell, at, error);
  case LUM_FIELD_DAY:
    return lum_day_parse (cell, at, error);
  case LUM_FIELD_REAL:
    return read_number (decimal_sign, cell, at, error);
  case LUM_FIELD_INSTANT:
    return read_instant (cell, at, error);
  case LUM_FIELD_WORD: {
    g_autofree char *word = g_ascii_strdown (cell, -1);

    *(gint32 *) at = lum_field_find_word (field, word);
    if (*(gint32 *) at == LUM_INT_NONE) {
      g_autofree char *words = g_strjoinv (", ", (GStrv) field->words);

      g_set_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT,
                   /* Translators: the first %s is what a table holds, the second a list of English words */
                   _ ("“%s” is none of: %s."), cell, words);
      return FALSE;
    }
    return TRUE;
  }
  case LUM_FIELD_TEXT:
  default:
    return TRUE;
  }
}

/**
 * lum_csv_read_time_of_day:
 * @second_of_day: (out): untouched if the cell is empty
 *
 * Reads "07:30" or "07:30:15".
 *
 * Returns: %FALSE with LUM_ERROR_INVALID_INPUT
 */
gboolean
lum_csv_read_time_of_day (const char *raw, int *second_of_day, GError **error)
{
  g_autofree char *cell = g_strstrip (g_strdup (raw));
  gsize length = strlen (cell);
  int minute, second = 0;

  if (lum_csv_is_empty (cell))
    return TRUE;
  if (length >= 7 && cell[length - 3] == ':' && strchr (cell, ':') != cell + length - 3) {
    double value;

    if (!lum_number_parse_in (cell + length - 2, 2, 0, 59, &value))
      return lum_csv_fail (error, _ ("“%s” is not a time of day; write it like 07:30."), cell);
    second = (int) value;
    cell[length - 3] = '\0';
  }
  if (!lum_parse_time_of_day (cell, &minute, error))
    return FALSE;
  *second_of_day = minute * 60 + second;
  return TRUE;
}

/**
 * lum_csv_read_duration:
 * @seconds: (out): untouched if the cell is empty
 *
 * Reads seconds or "1:05:00", up to seven days.
 *
 * Returns: %FALSE with LUM_ERROR_INVALID_INPUT
 */
gboolean
lum_csv_read_duration (const char *raw, char decimal_sign, double *seconds, GError **error)
{
  double value;

  if (lum_csv_is_empty (raw))
    return TRUE;
  if (lum_duration_parse (raw, strlen (raw), seconds))
    return TRUE;
  /* With a decimal comma, or thousands. */
  if (lum_csv_parse_number (raw, decimal_sign, &value) == LUM_CSV_NUMBER && value >= 0 && value <= 7 * 86400) {
    *seconds = value;
    return TRUE;
  }
  return lum_csv_fail (error, _ ("“%s” is not a duration; give seconds, or write it like 1:05:00."), raw);
}
