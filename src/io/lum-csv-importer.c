/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lum-csv-forms.h"
#include "lum-csv-reader.h"
#include "lum-csv-tables.h"
#include "lum-csv-values.h"
#include "lum-error.h"
#include "lum-i18n.h"
#include "lum-importer.h"
#include "lum-run.h"
#include "lum-sniff.h"
#include "lum-text-decode.h"

/* Lumbar's own CSV forms, known by their header. A line that cannot be read is refused by itself with its number; the
 * others come in. */

/* A file in which nothing fits does not fill the preview with its lines. */
#define MAX_BAD_ROWS 200
#define MAX_COLUMNS 1000

/* No number, date or word is longer; messages quote them. */
#define MAX_VALUE 100

typedef struct {
  const LumImportSource *source;
  LumImportBatch *batch;
  const LumCsvTable *table;
  LumRecordKind kind;
  const LumCsvColumn **columns; /* per column of the file, NULL where it has no name */
  guint n_columns;
  char decimal_sign;
  LumImportItem *item; /* of all rows but runs */
  GHashTable *ids;
  guint n_bad, n_good;
} Reader;

/* --- one cell ---------------------------------------------------------------------------------------------------- */

static gboolean
read_id (Reader *self, const char *raw, LumRecord *record, GError **error)
{
  g_autofree char *id = g_strstrip (g_ascii_strdown (raw, -1));

  if (!*id)
    return TRUE;
  if (!g_uuid_string_is_valid (id))
    return lum_csv_fail (error, _ ("“%s” is not an identity; leave it empty for a new entry."), raw);
  if (!g_hash_table_add (self->ids, g_strdup (id)))
    return lum_csv_fail (error, _ ("The identity “%s” is there twice."), id);
  record->id = lum_import_batch_text (self->batch, id);
  return TRUE;
}

/* --- one row ----------------------------------------------------------------------------------------------------- */

/* What a row says beside the fields of its record. */
typedef struct {
  int second_of_day; /* of the start, -1 if unknown */
  const char *shoe;
} Extra;

static gboolean
read_cell (Reader *self, const LumCsvColumn *column, const char *cell, gpointer record, Extra *extra, GError **error)
{
  gboolean is_text = column->type == LUM_CSV_SHOE || (column->field && column->field->type == LUM_FIELD_TEXT);

  if (!is_text && strlen (cell) > MAX_VALUE)
    return lum_csv_fail (error, _ ("A value of the column “%s” is far too long."), column->name);

  switch (column->type) {
  case LUM_CSV_ID:
    return read_id (self, cell, record, error);
  case LUM_CSV_TIME_OF_DAY:
    return lum_csv_read_time_of_day (cell, &extra->second_of_day, error);
  case LUM_CSV_DURATION:
    return lum_csv_read_duration (cell, self->decimal_sign, &((LumRun *) record)->timer_s, error);
  case LUM_CSV_SHOE:
    extra->shoe = cell;
    return TRUE;
  case LUM_CSV_FIELD:
  case LUM_CSV_MOMENT:
  case LUM_CSV_ENTERED:
  default:
    return lum_csv_read_field (column->field, cell, self->decimal_sign, self->batch, record, error);
  }
}

/* What an empty cell means where it does mean something, and what follows from several cells. */
static gboolean
complete_record (Reader *self, gpointer record, const Extra *extra, GError **error)
{
  if (self->kind == LUM_RECORD_PAIN) {
    LumPainEntry *entry = record;

    if (entry->moment == LUM_INT_NONE)
      entry->moment = LUM_MOMENT_AVERAGE;
    if (entry->entered == LUM_DAY_NONE)
      entry->entered = entry->day;
    if (entry->started != LUM_DAY_NONE && entry->started > entry->day)
      return lum_csv_fail (error, _ ("The pain cannot have started after the day it was felt on."));
  } else if (self->kind == LUM_RECORD_GAP_ANSWER) {
    ((LumGapAnswer *) record)->seq = (gint32) self->n_good;
  } else if (self->kind == LUM_RECORD_RUN) {
    LumRun *run = record;

    if (run->distance_m > 1000000)
      return lum_csv_fail (error, _ ("No run is longer than 1,000 km."));
    if (run->day != LUM_DAY_NONE && extra->second_of_day >= 0) {
      run->start =
          lum_clock_get_instant (self->source->clock, run->day, extra->second_of_day / 60, &run->start_offset) +
          extra->second_of_day % 60 * 1000;
      run->offset_source = LUM_OFFSET_SYSTEM;
    }
    run->sport = "running";
    run->source_file =
        lum_import_batch_text (self->batch, self->source->member ? self->source->member : self->source->file);
  }
  return lum_record_check (self->kind, record, error);
}

static gboolean
read_row (Reader *self, guint row, gpointer record, Extra *extra, GError **error)
{
  guint n = lum_csv_table_get_n_cells (self->table, row);

  if (row == lum_csv_table_get_open_row (self->table)) {
    g_set_error_literal (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT,
                         _ ("A quotation mark is never closed; the file is cut off here."));
    return FALSE;
  }
  lum_record_init (self->kind, record);
  for (guint c = 0; c < self->n_columns; c++)
    if (self->columns[c] &&
        !read_cell (self, self->columns[c], lum_csv_table_get (self->table, row, c), record, extra, error))
      return FALSE;
  for (guint c = self->n_columns; c < n; c++)
    if (!lum_csv_is_empty (lum_csv_table_get (self->table, row, c))) {
      g_set_error_literal (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT,
                           _ ("There are more cells than columns; a text with commas needs quotation marks."));
      return FALSE;
    }
  return complete_record (self, record, extra, error);
}

static LumImportItem *
add_item (Reader *self)
{
  LumImportItem *item = lum_import_batch_add (self->batch, self->source->file, self->source->member, "csv");

  item->kind = self->kind;
  return item;
}

static void
take_row (Reader *self, guint row, gpointer record)
{
  g_autoptr (GError) error = NULL;
  Extra extra = {-1, NULL};
  gsize size = lum_record_get_info (self->kind)->size;

  if (!read_row (self, row, record, &extra, &error)) {
    if (self->n_bad++ < MAX_BAD_ROWS)
      lum_import_batch_refuse (self->batch, add_item (self), LUM_IMPORT_REFUSED,
                               /* Translators: the number of a line in a file, then a sentence about it */
                               _ ("Line %u: %s"), lum_csv_table_get_line (self->table, row), error->message);
    return;
  }

  if (!self->item || self->kind == LUM_RECORD_RUN)
    self->item = add_item (self);
  memcpy (lum_import_batch_add_record (self->batch, self->item, self->kind), record, size);
  if (extra.shoe && *extra.shoe)
    lum_import_batch_set_shoe (self->batch, self->item, self->item->records->len - 1, extra.shoe);
  self->n_good++;
}

/* --- the header -------------------------------------------------------------------------------------------------- */

static const LumCsvColumn *
find_column (LumRecordKind kind, const char *name)
{
  guint n;
  const LumCsvColumn *columns = lum_csv_form_get (kind, &n);

  for (guint i = 0; i < n; i++)
    if (strcmp (columns[i].name, name) == 0 ||
        (columns[i].field && strcmp (name, "day") == 0 && strcmp (columns[i].field->name, "day") == 0))
      return &columns[i];
  return NULL;
}

/* Whether every named column is one of the kind's, and those it cannot do without are there. */
static gboolean
match_kind (Reader *self, GStrv header, LumRecordKind kind)
{
  guint n;
  const LumCsvColumn *columns = lum_csv_form_get (kind, &n);

  for (guint c = 0; c < self->n_columns; c++) {
    self->columns[c] = *header[c] ? find_column (kind, header[c]) : NULL;
    if (*header[c] && !self->columns[c])
      return FALSE;
    /* Of two columns with one name the first counts. */
    for (guint before = 0; before < c; before++)
      if (self->columns[before] == self->columns[c])
        self->columns[c] = NULL;
  }

  for (guint i = 0; i < n; i++) {
    gboolean found = !columns[i].required;

    for (guint c = 0; c < self->n_columns && !found; c++)
      found = self->columns[c] == &columns[i];
    if (!found)
      return FALSE;
  }
  return kind != LUM_RECORD_RUN || g_strv_contains ((const char *const *) header, "distance_m") ||
         g_strv_contains ((const char *const *) header, "duration_s");
}

static gboolean
find_kind (Reader *self, guint header_row)
{
  g_auto (GStrv) header = g_new0 (char *, self->n_columns + 1);

  for (guint c = 0; c < self->n_columns; c++)
    header[c] = lum_csv_normalise_header (lum_csv_table_get (self->table, header_row, c));
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++)
    if (match_kind (self, header, kind)) {
      self->kind = kind;
      return TRUE;
    }
  return FALSE;
}

static void
find_decimal_sign (Reader *self, guint header_row)
{
  g_autofree guint *numeric = g_new (guint, self->n_columns);
  guint n = 0;

  for (guint c = 0; c < self->n_columns; c++) {
    const LumCsvColumn *column = self->columns[c];

    if (column && (column->type == LUM_CSV_DURATION || (column->field && column->field->type == LUM_FIELD_REAL)))
      numeric[n++] = c;
  }
  self->decimal_sign = lum_csv_table_find_decimal_sign (self->table, header_row + 1, numeric, n);
}

static gboolean
read_table (Reader *self, GCancellable *cancellable, GError **error)
{
  guint header_row = lum_csv_table_find_header (self->table), n_rows = lum_csv_table_get_n_rows (self->table);
  g_autofree gpointer record = NULL;

  self->n_columns = n_rows > 0 ? lum_csv_table_get_n_cells (self->table, header_row) : 0;
  self->columns = g_new0 (const LumCsvColumn *, self->n_columns + 1);
  if (self->n_columns == 0 || self->n_columns > MAX_COLUMNS || !find_kind (self, header_row)) {
    g_auto (LumTableView) view = {0};

    if (n_rows == 0) {
      lum_import_batch_refuse (self->batch,
                               lum_import_batch_add (self->batch, self->source->file, self->source->member, "csv"),
                               LUM_IMPORT_REFUSED, _ ("A text that is no table Lumbar knows."));
      return TRUE;
    }
    lum_table_view_init (&view, self->source, self->table, header_row);
    return lum_csv_read_foreign (&view, self->batch, cancellable, error);
  }

  find_decimal_sign (self, header_row);
  record = g_malloc (lum_record_get_info (self->kind)->size);
  for (guint row = header_row + 1; row < n_rows; row++) {
    if (row % 256 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    take_row (self, row, record);
  }

  if (self->n_bad > MAX_BAD_ROWS)
    lum_import_batch_refuse (
        self->batch, add_item (self), LUM_IMPORT_REFUSED,
        ngettext ("%u more line cannot be read.", "%u more lines cannot be read.", self->n_bad - MAX_BAD_ROWS),
        self->n_bad - MAX_BAD_ROWS);
  if (n_rows == header_row + 1)
    lum_import_batch_refuse (self->batch, add_item (self), LUM_IMPORT_KNOWN, _ ("The table has no rows."));
  return TRUE;
}

/* --- the importer ------------------------------------------------------------------------------------------------ */

static gboolean
sniff (const LumImportSource *source)
{
  return lum_sniff_is_text (source->data, source->length) &&
         lum_sniff_first_char (source->data, source->length) != '\0';
}

static gboolean
parse (const LumImportSource *source, LumImportBatch *batch, GCancellable *cancellable, GError **error)
{
  g_auto (LumText) text = {0};
  g_autoptr (LumCsvTable) table = NULL;
  g_autoptr (GError) broken = NULL;
  Reader self = {.source = source, .batch = batch};
  gboolean ok;

  lum_text_decode (&text, source->data, source->length);
  table = lum_csv_table_new (text.text, text.length, &broken);
  if (!table) {
    lum_import_batch_refuse (batch, lum_import_batch_add (batch, source->file, source->member, "csv"),
                             LUM_IMPORT_REFUSED, "%s", broken->message);
    return TRUE;
  }

  self.table = table;
  self.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ok = read_table (&self, cancellable, error);
  g_hash_table_unref (self.ids);
  g_free (self.columns);
  return ok;
}

const LumImporter lum_csv_importer = {.format = "csv", .sniff = sniff, .parse = parse};
