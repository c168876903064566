/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "lum-importers.h"
#include "lum-run.h"

/* What every test of the readers does: bytes in, a batch out. The clock stands still at noon in UTC+2, so that the
 * system's zone is known. */

static inline LumClock *
fixture_clock (void)
{
  return lum_clock_new_frozen (lum_day_from_ymd (2026, 6, 1), 720, 7200);
}

static inline LumImportBatch *
fixture_read (const char *name, gconstpointer data, gssize length)
{
  g_autoptr (LumClock) clock = fixture_clock ();
  LumImportSource source = {name, NULL, data, length < 0 ? strlen (data) : (gsize) length, clock, LUM_UNITS_METRIC};
  LumImportBatch *batch = lum_import_batch_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (lum_io_read (&source, batch, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (lum_import_batch_get_n_items (batch), >=, 1);
  return batch;
}

static inline LumImportItem *
fixture_item (LumImportBatch *batch, guint i)
{
  g_assert_cmpuint (i, <, lum_import_batch_get_n_items (batch));
  return lum_import_batch_get_item (batch, i);
}

static inline gpointer
fixture_record (const LumImportItem *item, guint i)
{
  g_assert_nonnull (item->records);
  g_assert_cmpuint (i, <, item->records->len);
  return g_ptr_array_index (item->records, i);
}

static inline void
assert_reason (const LumImportItem *item, const char *part)
{
  g_assert_nonnull (item->reason);
  if (!strstr (item->reason, part))
    g_error ("%s: “%s” does not say “%s”", item->file, item->reason, part);
}
