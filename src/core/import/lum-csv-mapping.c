/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-csv-mapping.h"

#include <math.h>
#include <string.h>

/* As they stand in the file of remembered tables; never translated, never reordered. */
static const char *const role_words[] = {
    "-",    "date",  "time",   "distance", "duration", "elapsed", "moving",   "title",
    "note", "sport", "avg-hr", "max-hr",   "ascent",   "descent", "calories", "effort",
    "shoe", "file",  "id",     "offset",   "score",    "words",   "where",
};
static const char *const unit_words[] = {"-", "m", "km", "mi", "ft", "yd", "s", "min", "h", "ms"};

G_STATIC_ASSERT (G_N_ELEMENTS (role_words) == LUM_N_COLUMN_ROLES);
G_STATIC_ASSERT (G_N_ELEMENTS (unit_words) == LUM_N_COLUMN_UNITS);

/**
 * lum_csv_mapping_new:
 *
 * A table whose columns mean nothing yet.
 */
LumCsvMapping *
lum_csv_mapping_new (LumRecordKind kind, guint n_columns)
{
  LumCsvMapping *self = g_new0 (LumCsvMapping, 1);

  self->kind = kind;
  self->n_columns = n_columns;
  self->roles = g_new0 (guint8, n_columns);
  self->units = g_new0 (guint8, n_columns);
  self->format = "csv";
  return self;
}

LumCsvMapping *
lum_csv_mapping_copy (const LumCsvMapping *self)
{
  LumCsvMapping *copy = g_memdup2 (self, sizeof *self);

  copy->roles = g_memdup2 (self->roles, self->n_columns);
  copy->units = g_memdup2 (self->units, self->n_columns);
  copy->filter = g_strdup (self->filter);
  copy->words = g_strdup (self->words);
  return copy;
}

void
lum_csv_mapping_free (LumCsvMapping *self)
{
  g_free (self->roles);
  g_free (self->units);
  g_free (self->filter);
  g_free (self->words);
  g_free (self);
}

gboolean
lum_csv_mapping_has (const LumCsvMapping *self, LumColumnRole role)
{
  return memchr (self->roles, role, self->n_columns) != NULL;
}

/**
 * lum_csv_mapping_set:
 *
 * Says what a column is. Several may be the same: the first that is not empty counts in each row.
 */
void
lum_csv_mapping_set (LumCsvMapping *self, guint column, LumColumnRole role, LumColumnUnit unit)
{
  g_return_if_fail (column < self->n_columns);

  self->roles[column] = role;
  self->units[column] = unit;
}

/**
 * lum_csv_mapping_is_usable:
 *
 * Whether rows can become entries: they have a date and something to say of it.
 */
gboolean
lum_csv_mapping_is_usable (const LumCsvMapping *self)
{
  if (self->kind == LUM_RECORD_PAIN)
    return lum_csv_mapping_has (self, LUM_COLUMN_DATE) &&
           (lum_csv_mapping_has (self, LUM_COLUMN_SCORE) ||
            (lum_csv_mapping_has (self, LUM_COLUMN_WORDS) && self->words && *self->words));
  return (lum_csv_mapping_has (self, LUM_COLUMN_DATE) || lum_csv_mapping_has (self, LUM_COLUMN_FILE)) &&
         (lum_csv_mapping_has (self, LUM_COLUMN_DISTANCE) || lum_csv_mapping_has (self, LUM_COLUMN_DURATION) ||
          lum_csv_mapping_has (self, LUM_COLUMN_ELAPSED) || lum_csv_mapping_has (self, LUM_COLUMN_MOVING));
}

/**
 * lum_csv_mapping_to_text:
 *
 * The mapping as one line, to be remembered.
 *
 * Returns: (transfer full): text
 */
char *
lum_csv_mapping_to_text (const LumCsvMapping *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *filter = g_strescape (self->filter ? self->filter : "", NULL);
  g_autofree char *words = g_strescape (self->words ? self->words : "", NULL);

  g_string_append_printf (text, "1;%s;%d;%d;%c;%d;%s;%s", self->kind == LUM_RECORD_PAIN ? "pain" : "runs", self->dates,
                          self->utc, self->decimal_sign ? self->decimal_sign : '-', self->scale, filter, words);
  for (guint i = 0; i < self->n_columns; i++)
    g_string_append_printf (text, ";%s %s", role_words[self->roles[i]], unit_words[self->units[i]]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static int
find_word (const char *const *words, int n, const char *word)
{
  for (int i = 0; i < n; i++)
    if (strcmp (words[i], word) == 0)
      return i;
  return -1;
}

static char *
unescape (const char *text)
{
  g_autofree char *plain = g_strcompress (text);

  return *plain && g_utf8_validate (plain, -1, NULL) ? g_steal_pointer (&plain) : NULL;
}

static gboolean
read_choice (const char *text, int n, int *choice)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 0, (guint64) n - 1, &value, NULL))
    return FALSE;
  *choice = (int) value;
  return TRUE;
}

/**
 * lum_csv_mapping_from_text:
 *
 * What lum_csv_mapping_to_text() wrote.
 *
 * Returns: (transfer full) (nullable): %NULL for any other text
 */
LumCsvMapping *
lum_csv_mapping_from_text (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  guint n = g_strv_length (parts);
  g_autoptr (LumCsvMapping) self = NULL;
  int dates, utc, scale;

  if (n < 9 || strcmp (parts[0], "1") != 0 || !read_choice (parts[2], LUM_N_DATE_ORDERS, &dates) ||
      !read_choice (parts[3], 2, &utc) || !read_choice (parts[5], LUM_N_SCALES, &scale))
    return NULL;
  self = lum_csv_mapping_new (strcmp (parts[1], "pain") == 0 ? LUM_RECORD_PAIN : LUM_RECORD_RUN, n - 8);
  self->dates = dates;
  self->utc = utc;
  self->scale = scale;
  self->decimal_sign = *parts[4] == '.' || *parts[4] == ',' ? *parts[4] : '\0';
  self->filter = unescape (parts[6]);
  self->words = unescape (parts[7]);
  for (guint i = 0; i < self->n_columns; i++) {
    g_auto (GStrv) pair = g_strsplit (parts[8 + i], " ", 2);
    int role = pair[0] ? find_word (role_words, LUM_N_COLUMN_ROLES, pair[0]) : -1;
    int unit = pair[0] && pair[1] ? find_word (unit_words, LUM_N_COLUMN_UNITS, pair[1]) : -1;

    if (role < 0 || unit < 0)
      return NULL;
    lum_csv_mapping_set (self, i, role, unit);
  }
  return g_steal_pointer (&self);
}

/**
 * lum_scale_score:
 *
 * A score of another scale as one of 0 to 10, by the share of the scale that it is at (formats §14).
 *
 * Returns: 0 to 10; NAN where the value is not on the scale
 */
double
lum_scale_score (LumScoreScale scale, double value)
{
  static const struct {
    double first, last;
  } ends[] = {{0, 10}, {0, 100}, {1, 5}, {0, 4}, {0, 5}, {1, 10}, {0, 10}};

  if (!(value >= ends[scale].first && value <= ends[scale].last))
    return NAN;
  /* Who counts from 1 to 10 means the number that is on our scale, too. */
  if (scale == LUM_SCALE_1_10)
    return value;
  return 10 * (value - ends[scale].first) / (ends[scale].last - ends[scale].first);
}

void
lum_table_sample_free (LumTableSample *self)
{
  g_free (self->signature);
  g_strfreev (self->names);
  g_strfreev (self->examples);
  g_free (self->text);
  g_clear_pointer (&self->mapping, lum_csv_mapping_free);
  g_free (self);
}
