/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-csv-tables.h"
#include "lum-date-words.h"

G_BEGIN_DECLS

/* What reading the rows of a table shares. */
typedef struct {
  const LumTableView *view;
  const LumCsvMapping *mapping;
  LumImportBatch *batch;
  char *signs;         /* of decimals, a column each */
  LumImportItem *pain; /* of all rows of a diary */
  LumImportItem *first;
  guint n_bad, n_elsewhere, n_shown;
} LumMappedReader;

const char *lum_mapped_get_cell (const LumMappedReader *self, guint row, LumColumnRole role, guint *column);
gboolean lum_mapped_read_date (const LumMappedReader *self, guint row, LumDateWords *date, const char **cell);
char *lum_mapped_join_notes (const LumMappedReader *self, guint row);
void lum_mapped_refuse_row (LumMappedReader *self, guint row, const char *reason);
void lum_mapped_read_pain (LumMappedReader *self, guint row);

G_END_DECLS
