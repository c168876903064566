/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-report-table.h"

typedef struct {
  const char *title;
  LumReportAlign align;
} Column;

struct _LumReportTable {
  GStringChunk *texts;
  GArray *columns;
  GPtrArray *cells; /* row by row; equal texts are one pointer, so that they are measured once */
  const char *note;
};

static void
clear (gpointer data)
{
  LumReportTable *self = data;

  g_string_chunk_free (self->texts);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
}

/**
 * lum_report_table_new:
 *
 * An empty table: first its columns, then its cells, row by row.
 *
 * Returns: (transfer full): the table
 */
LumReportTable *
lum_report_table_new (void)
{
  LumReportTable *self = g_atomic_rc_box_new0 (LumReportTable);

  self->texts = g_string_chunk_new (4096);
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  self->cells = g_ptr_array_new ();
  return self;
}

LumReportTable *
lum_report_table_ref (LumReportTable *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
lum_report_table_unref (LumReportTable *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * lum_report_table_add_column:
 * @title: translated
 */
void
lum_report_table_add_column (LumReportTable *self, const char *title, LumReportAlign align)
{
  Column column = {g_string_chunk_insert_const (self->texts, title), align};

  g_array_append_val (self->columns, column);
}

/**
 * lum_report_table_add:
 * @cell: (transfer full) (nullable): what stands in the next cell; %NULL leaves it blank, for what is not recorded
 */
void
lum_report_table_add (LumReportTable *self, char *cell)
{
  g_autofree char *valid = g_utf8_make_valid (cell ? cell : "", -1);

  g_ptr_array_add (self->cells, g_string_chunk_insert_const (self->texts, valid));
  g_free (cell);
}

/**
 * lum_report_table_add_int:
 *
 * A whole number in the next cell.
 */
void
lum_report_table_add_int (LumReportTable *self, int number)
{
  lum_report_table_add (self, g_strdup_printf ("%d", number));
}

/**
 * lum_report_table_set_note:
 * @note: what has to be known to read the table, in whole sentences
 */
void
lum_report_table_set_note (LumReportTable *self, const char *note)
{
  self->note = g_string_chunk_insert_const (self->texts, note);
}

static gboolean
is_blank (const LumReportTable *self, guint column)
{
  for (guint i = column; i < self->cells->len; i += self->columns->len)
    if (*(const char *) g_ptr_array_index (self->cells, i))
      return FALSE;
  return TRUE;
}

/* What nobody filled in needs no column. */
static void
drop_blank_columns (LumReportTable *self)
{
  guint n = self->columns->len, kept = 0;
  g_autofree gboolean *blank = g_new (gboolean, n);

  for (guint c = 0; c < n; c++)
    blank[c] = is_blank (self, c);
  for (guint i = 0; i < self->cells->len; i++)
    if (!blank[i % n])
      self->cells->pdata[kept++] = self->cells->pdata[i];
  g_ptr_array_set_size (self->cells, (int) kept);
  for (guint c = n; c-- > 0;)
    if (blank[c])
      g_array_remove_index (self->columns, c);
}

/**
 * lum_report_table_end:
 * @self: (transfer full): a table whose rows are all there
 *
 * Leaves out the columns in which every cell is blank.
 *
 * Returns: (transfer full) (nullable): the table, or %NULL where it has no rows
 */
LumReportTable *
lum_report_table_end (LumReportTable *self)
{
  g_return_val_if_fail (self->columns->len > 0 && self->cells->len % self->columns->len == 0, self);

  drop_blank_columns (self);
  if (self->cells->len > 0)
    return self;
  lum_report_table_unref (self);
  return NULL;
}

guint
lum_report_table_get_n_columns (const LumReportTable *self)
{
  return self->columns->len;
}

guint
lum_report_table_get_n_rows (const LumReportTable *self)
{
  return self->cells->len / self->columns->len;
}

LumReportAlign
lum_report_table_get_align (const LumReportTable *self, guint column)
{
  return g_array_index (self->columns, Column, column).align;
}

const char *
lum_report_table_get_title (const LumReportTable *self, guint column)
{
  return g_array_index (self->columns, Column, column).title;
}

/**
 * lum_report_table_get_cell:
 *
 * Returns: (transfer none): the text, "" where the cell is blank; equal texts of a table are the same pointer
 */
const char *
lum_report_table_get_cell (const LumReportTable *self, guint row, guint column)
{
  return g_ptr_array_index (self->cells, row * self->columns->len + column);
}

/**
 * lum_report_table_get_note:
 *
 * Returns: (transfer none) (nullable): the note
 */
const char *
lum_report_table_get_note (const LumReportTable *self)
{
  return self->note;
}
