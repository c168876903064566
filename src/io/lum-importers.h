/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-importer.h"

G_BEGIN_DECLS

/* The way in: bytes of any file to items of a batch.
 *
 * - Every call of lum_io_read() adds at least one item, also for what cannot be read.
 * - Items with LUM_IMPORT_NOT_A_RUN hold their record, too, so that a preview can say what it was; only LUM_IMPORT_NEW
 *   items (and similar ones on request) are for the journal.
 * - A CSV table without rows is LUM_IMPORT_KNOWN with a reason: it has nothing to add.
 * - Answers to silence carry in `seq` their order in the file from 0; who writes them adds what the journal has.
 * - `source_file` of a run is set, `batch_id` is not; `sha256` is set by lum_io_read_stream() alone. */

/* No file is taken in that is larger, packed or not (formats §1). */
#define LUM_IO_MAX_BYTES (64 * 1024 * 1024)

const LumImporter *lum_importer_find (const LumImportSource *source);
char *lum_importers_describe (void);

gboolean lum_io_read (const LumImportSource *source, LumImportBatch *batch, GCancellable *cancellable, GError **error);

gboolean lum_io_read_stream (const LumImportSource *source,
                             GInputStream *stream,
                             LumImportBatch *batch,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
