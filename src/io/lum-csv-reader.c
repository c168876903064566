/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-csv-reader.h"

#include <string.h>

#include "lum-error.h"
#include "lum-i18n.h"
#include "lum-number.h"

/* Far more than any table that people keep; a file of delimiters alone must not fill the memory. */
#define MAX_CELLS 4000000

/* How many records are looked at to find the delimiter, and to find the usual width. */
#define DELIMITER_RECORDS 10
#define WIDTH_RECORDS 200

/* Of a column's name. */
#define MAX_HEADER 300

typedef struct {
  guint32 first_cell, n_cells;
  guint32 line; /* of its beginning, from 1 */
} Row;

struct _LumCsvTable {
  GString *text;  /* the cells, each ended by a NUL */
  GArray *cells;  /* guint32: where they begin in text */
  GArray *rows;   /* Row */
  guint open_row; /* whose last quote is never closed, or G_MAXUINT */
  char delimiter;
};

/* Reads one record at a time; what becomes of its fields is the caller's. */
typedef struct {
  const char *p, *end;
  guint line;
  char delimiter;
} Scanner;

/* The next field, into @out where that is wanted. Returns whether the record goes on after it. */
static gboolean
scan_field (Scanner *self, GString *out, gboolean *open)
{
  const char *p = self->p;

  if (p < self->end && *p == '"') {
    for (p++; p < self->end; p++) {
      if (*p == '"') {
        if (p + 1 < self->end && p[1] == '"')
          p++;
        else
          break;
      }
      if (*p == '\n' || (*p == '\r' && !(p + 1 < self->end && p[1] == '\n')))
        self->line++;
      if (out)
        g_string_append_c (out, *p);
    }
    if (p < self->end)
      p++;
    else
      *open = TRUE;
  }

  /* Whatever follows a closing quote is literal, as is a quote inside an unquoted field. */
  const char *start = p;
  while (p < self->end && *p != self->delimiter && *p != '\n' && *p != '\r')
    p++;
  if (out)
    g_string_append_len (out, start, p - start);

  if (p < self->end && *p == self->delimiter) {
    self->p = p + 1;
    return TRUE;
  }
  if (p < self->end) {
    if (*p == '\r' && p + 1 < self->end && p[1] == '\n')
      p++;
    p++;
    self->line++;
  }
  self->p = p;
  return FALSE;
}

/* How even the records are with a delimiter: how many of the first ten have the commonest number of it, times that
 * there is any. */
static guint
rate_delimiter (const char *text, gsize length, char delimiter, guint *width)
{
  Scanner scanner = {text, text + length, 1, delimiter};
  guint counts[DELIMITER_RECORDS], n = 0, best = 0;

  *width = 0;
  while (n < DELIMITER_RECORDS && scanner.p < scanner.end) {
    const char *begin = scanner.p;
    guint count = 0;
    gboolean open = FALSE;

    while (scan_field (&scanner, NULL, &open))
      count++;
    /* Blank lines say nothing. */
    if (count > 0 || scanner.p - begin > 2)
      counts[n++] = count;
  }

  for (guint i = 0; i < n; i++) {
    guint same = 0;

    for (guint j = 0; j < n; j++)
      same += counts[j] == counts[i];
    if (counts[i] > 0 && (same > best || (same == best && counts[i] > *width))) {
      best = same;
      *width = counts[i];
    }
  }
  return best;
}

static char
find_delimiter (const char *text, gsize length)
{
  static const char delimiters[] = {',', ';', '\t', '|'};
  char found = ',';
  guint best = 0, best_width = 0;

  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++) {
    guint width;
    guint rating = rate_delimiter (text, length, delimiters[i], &width);

    if (rating > best || (rating == best && width > best_width)) {
      best = rating;
      best_width = width;
      found = delimiters[i];
    }
  }
  return found;
}

static gboolean
is_blank_record (const LumCsvTable *self, const Row *row)
{
  for (guint i = 0; i < row->n_cells; i++) {
    const char *cell = self->text->str + g_array_index (self->cells, guint32, row->first_cell + i);

    for (; *cell; cell++)
      if (!g_ascii_isspace (*cell))
        return FALSE;
  }
  return TRUE;
}

/**
 * lum_csv_table_new:
 * @text: valid UTF-8 without NULs, as lum_text_decode() gives it
 *
 * Reads a whole table.
 *
 * Returns: (transfer full): the table, perhaps without rows; %NULL with LUM_ERROR_TOO_LARGE
 */
LumCsvTable *
lum_csv_table_new (const char *text, gsize length, GError **error)
{
  g_autoptr (LumCsvTable) self = g_new0 (LumCsvTable, 1);
  Scanner scanner = {text, text + length, 1, find_delimiter (text, length)};

  self->text = g_string_sized_new (length + 1);
  self->cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->delimiter = scanner.delimiter;
  self->open_row = G_MAXUINT;

  while (scanner.p < scanner.end) {
    Row row = {self->cells->len, 0, scanner.line};
    gsize begin = self->text->len;
    gboolean more = TRUE, open = FALSE;

    while (more) {
      guint32 at = (guint32) self->text->len;

      if (self->cells->len >= MAX_CELLS || self->text->len > G_MAXUINT32 / 2) {
        g_set_error_literal (error, LUM_ERROR, LUM_ERROR_TOO_LARGE, _ ("The table is too large."));
        return NULL;
      }
      g_array_append_val (self->cells, at);
      more = scan_field (&scanner, self->text, &open);
      g_string_append_c (self->text, '\0');
      row.n_cells++;
    }

    if (is_blank_record (self, &row)) {
      g_array_set_size (self->cells, row.first_cell);
      g_string_truncate (self->text, begin);
      continue;
    }
    if (open)
      self->open_row = self->rows->len;
    g_array_append_val (self->rows, row);
  }
  return g_steal_pointer (&self);
}

void
lum_csv_table_free (LumCsvTable *self)
{
  if (self->text)
    g_string_free (self->text, TRUE);
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_free (self);
}

/**
 * lum_csv_table_get_delimiter:
 *
 * What stands between the cells.
 */
char
lum_csv_table_get_delimiter (const LumCsvTable *self)
{
  return self->delimiter;
}

guint
lum_csv_table_get_n_rows (const LumCsvTable *self)
{
  return self->rows->len;
}

guint
lum_csv_table_get_n_cells (const LumCsvTable *self, guint row)
{
  return g_array_index (self->rows, Row, row).n_cells;
}

/**
 * lum_csv_table_get:
 *
 * A cell as it is written; "" where the row is too short.
 */
const char *
lum_csv_table_get (const LumCsvTable *self, guint row, guint column)
{
  const Row *at = &g_array_index (self->rows, Row, row);

  if (column >= at->n_cells)
    return "";
  return self->text->str + g_array_index (self->cells, guint32, at->first_cell + column);
}

/**
 * lum_csv_table_get_line:
 *
 * The line of the file on which a row begins, from 1.
 */
guint
lum_csv_table_get_line (const LumCsvTable *self, guint row)
{
  return g_array_index (self->rows, Row, row).line;
}

/**
 * lum_csv_table_get_open_row:
 *
 * The row whose last quoted cell never ends, so that the file must be cut off.
 *
 * Returns: G_MAXUINT if there is none
 */
guint
lum_csv_table_get_open_row (const LumCsvTable *self)
{
  return self->open_row;
}

/**
 * lum_csv_table_find_header:
 *
 * The row with the names of the columns: the first that has at least half the usual number of cells. Titles before
 * it are shorter.
 */
guint
lum_csv_table_find_header (const LumCsvTable *self)
{
  guint n = MIN (self->rows->len, WIDTH_RECORDS), width = 0, best = 0;

  for (guint i = 0; i < n; i++) {
    guint same = 0;

    for (guint j = 0; j < n; j++)
      same += lum_csv_table_get_n_cells (self, j) == lum_csv_table_get_n_cells (self, i);
    if (same > best) {
      best = same;
      width = lum_csv_table_get_n_cells (self, i);
    }
  }
  for (guint i = 0; i < n; i++)
    if (lum_csv_table_get_n_cells (self, i) * 2 >= width)
      return i;
  return 0;
}

/**
 * lum_csv_normalise_header:
 *
 * A column's name for comparing: without tags, in lower case, blanks collapsed.
 *
 * Returns: (transfer full): text
 */
char *
lum_csv_normalise_header (const char *name)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  gboolean tag = FALSE;
  g_autofree char *start = NULL;

  /* No column has a longer name that anybody knows. */
  start = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, MAX_HEADER * 4), MAX_HEADER));
  for (name = start; *name; name++) {
    if (*name == '<' && strchr (name, '>'))
      tag = TRUE;
    else if (*name == '>' && tag)
      tag = FALSE;
    else if (!tag && g_ascii_isspace (*name)) {
      if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
        g_string_append_c (plain, ' ');
    } else if (!tag)
      g_string_append_c (plain, *name);
  }
  return g_utf8_casefold (g_strchomp (plain->str), -1);
}

/**
 * lum_csv_is_empty:
 *
 * Whether a cell is one of the ways to write nothing.
 */
gboolean
lum_csv_is_empty (const char *cell)
{
  static const char *const nothings[] = {"", "-", "--", "n/a", "N/A", NULL};
  g_autofree char *trimmed = NULL;

  if (!*cell)
    return TRUE;
  if (strlen (cell) > 20)
    return FALSE;
  trimmed = g_strstrip (g_strdup (cell));
  return g_strv_contains (nothings, trimmed);
}

/* Digits in a row, at most @max; how many there were. */
static guint
skip_digits (const char **p, guint max)
{
  guint n = 0;

  while (n < max && g_ascii_isdigit (**p)) {
    (*p)++;
    n++;
  }
  return n;
}

/* -?\d+,\d{1,2} or -?\d+\.\d+ */
static gboolean
has_decimals (const char *cell, char sign)
{
  guint n;

  if (*cell == '-')
    cell++;
  if (skip_digits (&cell, G_MAXUINT) == 0 || *cell != sign)
    return FALSE;
  cell++;
  n = skip_digits (&cell, G_MAXUINT);
  return *cell == '\0' && n >= 1 && (sign == '.' || n <= 2);
}

/* -?\d{1,3}(,\d{3})+ */
static gboolean
has_thousands (const char *cell, char sign, char decimal_sign)
{
  guint groups = 0;

  if (*cell == '-')
    cell++;
  if (skip_digits (&cell, 3) == 0)
    return FALSE;
  while (*cell == sign) {
    cell++;
    if (skip_digits (&cell, 3) != 3)
      return FALSE;
    groups++;
  }
  if (decimal_sign && *cell == decimal_sign) {
    cell++;
    skip_digits (&cell, G_MAXUINT);
  }
  return groups > 0 && *cell == '\0';
}

/**
 * lum_csv_table_find_decimal_sign:
 * @first_row: the first after the header
 * @columns: those that hold numbers
 *
 * How this file writes decimals (formats §6.1).
 *
 * Returns: ',' or '.'; '\0' where no cell shows it
 */
char
lum_csv_table_find_decimal_sign (const LumCsvTable *self, guint first_row, const guint *columns, guint n_columns)
{
  gboolean point = FALSE;

  for (guint row = first_row; row < self->rows->len; row++)
    for (guint i = 0; i < n_columns; i++) {
      g_autofree char *cell = g_strstrip (g_strdup (lum_csv_table_get (self, row, columns[i])));

      if (has_decimals (cell, ','))
        return ',';
      point = point || has_decimals (cell, '.');
    }
  return point ? '.' : '\0';
}

/**
 * lum_csv_table_find_column_sign:
 * @file_sign: what lum_csv_table_find_decimal_sign() says of all columns
 *
 * How one column writes decimals: Strava's first distance follows the language, all later columns have a point. "1.020"
 * is a thousand in a file with commas.
 *
 * Returns: ',' or '.'; '\0' where nothing shows it
 */
char
lum_csv_table_find_column_sign (const LumCsvTable *self, guint first_row, guint column, char file_sign)
{
  char own = lum_csv_table_find_decimal_sign (self, first_row, &column, 1);

  if (own != '.' || file_sign != ',')
    return own ? own : file_sign;
  for (guint row = first_row; row < self->rows->len; row++) {
    g_autofree char *cell = g_strstrip (g_strdup (lum_csv_table_get (self, row, column)));

    if (has_decimals (cell, '.') && !has_thousands (cell, '.', ','))
      return '.';
  }
  return ',';
}

/**
 * lum_csv_parse_number:
 * @decimal_sign: as lum_csv_table_find_decimal_sign() found it
 * @value: (out): untouched unless it is a number
 *
 * Reads a number. "1,500" in a file that shows no decimal sign may be either and is not guessed at.
 */
LumCsvNumber
lum_csv_parse_number (const char *cell, char decimal_sign, double *value)
{
  g_autofree char *text = g_strstrip (g_strdup (cell));
  char *p = text, *out;
  char thousands = decimal_sign == ',' ? '.' : ',';
  gboolean grouped;

  /* Garmin protects negative numbers from spreadsheets by an apostrophe. */
  if (*p == '\'')
    p++;
  if (strlen (p) > 40)
    return LUM_CSV_NO_NUMBER;
  grouped = has_thousands (p, thousands, decimal_sign);
  if (grouped && !decimal_sign)
    return LUM_CSV_AMBIGUOUS;
  if (strchr (p, thousands) && !grouped)
    return LUM_CSV_NO_NUMBER;

  out = p;
  for (const char *in = p; *in; in++)
    if (*in == decimal_sign)
      *out++ = '.';
    else if (*in != thousands)
      *out++ = *in;
  *out = '\0';
  return lum_number_parse (p, strlen (p), value) ? LUM_CSV_NUMBER : LUM_CSV_NO_NUMBER;
}
