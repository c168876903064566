/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-csv-mapping.h"
#include "lum-csv-reader.h"
#include "lum-importer.h"

G_BEGIN_DECLS

/* Tables of other programs. */

typedef struct {
  const LumImportSource *source;
  const LumCsvTable *table;
  guint header_row, n_columns;
  char **names; /* of the columns, normalised */
} LumTableView;

/* Knows the tables of one program by their columns. A new one is one file that defines one of these, and one line in
 * lum-csv-tables.c. */
typedef struct {
  const char *format;
  /* (transfer full) (nullable): what its columns are; %NULL where it is another program's. */
  LumCsvMapping *(*match) (const LumTableView *view);
  /* (nullable): for tables whose rows are not entries of their own (points of a track); its match gives any mapping. */
  void (*read) (const LumTableView *view, LumImportBatch *batch);
} LumTableFormat;

void
lum_table_view_init (LumTableView *self, const LumImportSource *source, const LumCsvTable *table, guint header_row);
void lum_table_view_clear (LumTableView *self);
int lum_table_view_find (const LumTableView *self, const char *name);
const char *lum_table_view_get (const LumTableView *self, guint row, guint column);
char *lum_table_view_get_signature (const LumTableView *self);
LumTableSample *lum_table_view_get_sample (const LumTableView *self, const LumCsvMapping *mapping);

/* Finds out how the values are written, and what "time" is. */
void lum_csv_guess_values (const LumTableView *view, LumCsvMapping *mapping);
LumCsvMapping *lum_csv_guess_mapping (const LumTableView *view);

/* Reads the rows by what the columns mean. */
gboolean lum_csv_read_mapped (const LumTableView *view,
                              const LumCsvMapping *mapping,
                              LumImportBatch *batch,
                              GCancellable *cancellable,
                              GError **error);

/* A table that is not one of ours: TRUE unless it was cancelled. */
gboolean
lum_csv_read_foreign (const LumTableView *view, LumImportBatch *batch, GCancellable *cancellable, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LumTableView, lum_table_view_clear)

G_END_DECLS
