/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdlib.h>

#include "fuzz.h"
#include "lum-importers.h"

/* Reads bytes as a file and looks at what came of them: always an item, and no record that a journal could not hold. */
static inline void
fuzz_read (const uint8_t *data, size_t size, const LumImporter *importer)
{
  static LumClock *clock;
  g_autoptr (LumImportBatch) batch = lum_import_batch_new ();

  if (!clock)
    clock = lum_clock_new_frozen (lum_day_from_ymd (2026, 6, 1), 720, 7200);

  LumImportSource source = {"fuzz", NULL, data, size, clock, LUM_UNITS_METRIC};
  if (!(importer ? importer->parse (&source, batch, NULL, NULL) : lum_io_read (&source, batch, NULL, NULL)) ||
      lum_import_batch_get_n_items (batch) == 0)
    abort ();

  for (guint i = 0; i < lum_import_batch_get_n_items (batch); i++) {
    const LumImportItem *item = lum_import_batch_get_item (batch, i);

    if (item->status == LUM_IMPORT_NEW ? !item->records : !item->reason)
      abort ();
    if (item->reason && !g_utf8_validate (item->reason, -1, NULL))
      abort ();
    for (guint r = 0; item->records && r < item->records->len; r++)
      if (!lum_record_check (item->kind, g_ptr_array_index (item->records, r), NULL))
        abort ();
  }
}
