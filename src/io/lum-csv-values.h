/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-import-batch.h"

G_BEGIN_DECLS

/* From a cell to a value, or to the sentence that says why it is none. */
gboolean lum_csv_fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean lum_csv_read_field (const LumField *field,
                             const char *raw,
                             char decimal_sign,
                             LumImportBatch *batch,
                             gpointer record,
                             GError **error);
gboolean lum_csv_read_time_of_day (const char *raw, int *second_of_day, GError **error);
gboolean lum_csv_read_duration (const char *raw, char decimal_sign, double *seconds, GError **error);

G_END_DECLS
