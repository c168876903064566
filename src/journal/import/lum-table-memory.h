/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-csv-mapping.h"
#include "lum-import-batch.h"
#include "lum-clock.h"
#include "lum-units.h"

G_BEGIN_DECLS

/* What a person said of the columns of tables, kept beside the journal for the next file of the same form. */
GHashTable *lum_table_memory_load (const char *journal_path);
gboolean
lum_table_memory_save (const char *journal_path, const char *signature, const LumCsvMapping *mapping, GError **error);

/* What the beginning of a table becomes with a mapping: for a preview. */
LumImportBatch *
lum_table_try (const LumTableSample *sample, const LumCsvMapping *mapping, LumClock *clock, LumUnits units);

G_END_DECLS
