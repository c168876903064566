/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-csv-tables.h"

#include <string.h>

#include "lum-i18n.h"

/* The tables of other programs, one line each; the first that knows the columns takes them. */
#define FORMATS(X)   \
  X (lum_csv_strava) \
  X (lum_csv_garmin) \
  X (lum_csv_points) \
  X (lum_csv_polar)  \
  X (lum_csv_runkeeper)

#define DECLARE(format) extern const LumTableFormat format;
#define POINT_TO(format) &format,

FORMATS (DECLARE)

static const LumTableFormat *const formats[] = {FORMATS (POINT_TO)};

#define MAX_COLUMNS_NAMED 8
#define SAMPLE_ROWS 60
#define SAMPLE_BYTES 65536
#define MAX_EXAMPLE 60

/**
 * lum_table_view_init:
 *
 * A table with the names of its columns.
 */
void
lum_table_view_init (LumTableView *self, const LumImportSource *source, const LumCsvTable *table, guint header_row)
{
  *self = (LumTableView){source, table, header_row, lum_csv_table_get_n_cells (table, header_row), NULL};
  self->names = g_new0 (char *, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    self->names[i] = lum_csv_normalise_header (lum_csv_table_get (table, header_row, i));
}

void
lum_table_view_clear (LumTableView *self)
{
  g_clear_pointer (&self->names, g_strfreev);
}

/**
 * lum_table_view_find:
 *
 * The first column of that name (folded); -1 if there is none.
 */
int
lum_table_view_find (const LumTableView *self, const char *name)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (strcmp (self->names[i], name) == 0)
      return (int) i;
  return -1;
}

const char *
lum_table_view_get (const LumTableView *self, guint row, guint column)
{
  return lum_csv_table_get (self->table, row, column);
}

/**
 * lum_table_view_get_signature:
 *
 * The same text for every table with the same columns.
 *
 * Returns: (transfer full): hexadecimal
 */
char *
lum_table_view_get_signature (const LumTableView *self)
{
  g_autofree char *joined = g_strjoinv ("\x1f", self->names);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA1, joined, -1);
}

static void
append_cell (GString *text, const char *cell)
{
  g_string_append_c (text, '"');
  for (; *cell; cell++) {
    if (*cell == '"')
      g_string_append_c (text, '"');
    g_string_append_c (text, *cell);
  }
  g_string_append_c (text, '"');
}

/**
 * lum_table_view_get_sample:
 * @mapping: (nullable): what is known of the columns
 *
 * The table's beginning, for a person to look at.
 *
 * Returns: (transfer full): free with lum_table_sample_free()
 */
LumTableSample *
lum_table_view_get_sample (const LumTableView *self, const LumCsvMapping *mapping)
{
  LumTableSample *sample = g_new0 (LumTableSample, 1);
  guint n_rows = MIN (lum_csv_table_get_n_rows (self->table), self->header_row + 1 + SAMPLE_ROWS);
  g_autoptr (GString) text = g_string_new (NULL);

  sample->signature = lum_table_view_get_signature (self);
  sample->n_columns = self->n_columns;
  sample->names = g_new0 (char *, self->n_columns + 1);
  sample->examples = g_new0 (char *, self->n_columns + 1);
  for (guint c = 0; c < self->n_columns; c++) {
    const char *example = "";

    for (guint row = self->header_row + 1; row < n_rows && lum_csv_is_empty (example); row++)
      example = lum_csv_table_get (self->table, row, c);
    sample->names[c] = g_strdup (lum_csv_table_get (self->table, self->header_row, c));
    sample->examples[c] = g_utf8_substring (example, 0, MIN (g_utf8_strlen (example, -1), MAX_EXAMPLE));
  }
  for (guint row = self->header_row; row < n_rows && text->len < SAMPLE_BYTES; row++) {
    for (guint c = 0; c < self->n_columns; c++) {
      if (c > 0)
        g_string_append_c (text, ',');
      append_cell (text, lum_csv_table_get (self->table, row, c));
    }
    g_string_append_c (text, '\n');
  }
  sample->text = g_string_free (g_steal_pointer (&text), FALSE);
  sample->mapping = mapping ? lum_csv_mapping_copy (mapping) : NULL;
  return sample;
}

static void
refuse_table (const LumTableView *self, const LumCsvMapping *guess, LumImportBatch *batch)
{
  LumImportItem *item = lum_import_batch_add (batch, self->source->file, self->source->member, "csv");
  g_autoptr (GString) names = g_string_new (NULL);

  item->unknown_kind = TRUE;
  if (self->n_columns < 2) {
    lum_import_batch_refuse (batch, item, LUM_IMPORT_REFUSED, _ ("A text that is no table Lumbar knows."));
    return;
  }
  for (guint c = 0; c < MIN (self->n_columns, MAX_COLUMNS_NAMED); c++) {
    const char *name = lum_csv_table_get (self->table, self->header_row, c);
    g_autofree char *start = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), 30));

    g_string_append_printf (names, "%s%s", c > 0 ? ", " : "", g_strstrip (start));
  }
  if (self->n_columns > MAX_COLUMNS_NAMED)
    g_string_append (names, " …");
  item->table = lum_table_view_get_sample (self, guess);
  lum_import_batch_refuse (batch, item, LUM_IMPORT_REFUSED,
                           /* Translators: %s is a list of the names of a table’s columns */
                           _ ("A table whose columns have to be chosen first: %s."), names->str);
}

/* What the person once said of such a table; NULL where nobody did. */
static const LumCsvMapping *
find_remembered (const LumTableView *view)
{
  g_autofree char *signature = view->source->tables ? lum_table_view_get_signature (view) : NULL;
  const LumCsvMapping *mapping = signature ? g_hash_table_lookup (view->source->tables, signature) : NULL;

  return mapping && mapping->n_columns == view->n_columns && lum_csv_mapping_is_usable (mapping) ? mapping : NULL;
}

/* Days with durations may be sleep or meditation: a distance, or a word for the activity, makes them runs. */
static gboolean
tells_enough (const LumCsvMapping *mapping)
{
  return mapping->kind != LUM_RECORD_RUN || lum_csv_mapping_has (mapping, LUM_COLUMN_DISTANCE) ||
         lum_csv_mapping_has (mapping, LUM_COLUMN_SPORT);
}

/**
 * lum_csv_read_foreign:
 *
 * Reads a table of another program: as the person said, as its program is known, or as its names and values tell;
 * refuses it where they do not.
 *
 * Returns: %FALSE with an error only where it was cancelled
 */
gboolean
lum_csv_read_foreign (const LumTableView *view, LumImportBatch *batch, GCancellable *cancellable, GError **error)
{
  const LumCsvMapping *remembered = find_remembered (view);
  g_autoptr (LumCsvMapping) mapping = NULL;

  if (remembered)
    return lum_csv_read_mapped (view, remembered, batch, cancellable, error);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autoptr (LumCsvMapping) found = formats[i]->match (view);

    if (!found)
      continue;
    if (formats[i]->read) {
      formats[i]->read (view, batch);
      return TRUE;
    }
    found->format = formats[i]->format;
    return lum_csv_read_mapped (view, found, batch, cancellable, error);
  }
  mapping = lum_csv_guess_mapping (view);
  if (view->n_columns >= 2 && lum_csv_mapping_is_usable (mapping) && tells_enough (mapping))
    return lum_csv_read_mapped (view, mapping, batch, cancellable, error);
  refuse_table (view, mapping, batch);
  return TRUE;
}
