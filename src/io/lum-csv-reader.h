/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A table of text (formats §6.1): the delimiter is found, quotes are undone, empty records are left out, ragged ones
 * are allowed. Rows count from 0 and include the header and the lines before it. */
typedef struct _LumCsvTable LumCsvTable;

LumCsvTable *lum_csv_table_new (const char *text, gsize length, GError **error);
void lum_csv_table_free (LumCsvTable *self);
char lum_csv_table_get_delimiter (const LumCsvTable *self);
guint lum_csv_table_get_n_rows (const LumCsvTable *self);
guint lum_csv_table_get_n_cells (const LumCsvTable *self, guint row);
const char *lum_csv_table_get (const LumCsvTable *self, guint row, guint column);
guint lum_csv_table_get_line (const LumCsvTable *self, guint row);
guint lum_csv_table_get_open_row (const LumCsvTable *self);
guint lum_csv_table_find_header (const LumCsvTable *self);

char *lum_csv_normalise_header (const char *name);
gboolean lum_csv_is_empty (const char *cell);

/* The decimal sign is a property of the file, found by looking at its numeric columns. */
char lum_csv_table_find_decimal_sign (const LumCsvTable *self, guint first_row, const guint *columns, guint n_columns);

char lum_csv_table_find_column_sign (const LumCsvTable *self, guint first_row, guint column, char file_sign);

typedef enum { LUM_CSV_NUMBER, LUM_CSV_NO_NUMBER, LUM_CSV_AMBIGUOUS } LumCsvNumber;

LumCsvNumber lum_csv_parse_number (const char *cell, char decimal_sign, double *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumCsvTable, lum_csv_table_free)

G_END_DECLS
