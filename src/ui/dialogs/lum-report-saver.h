/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-report.h"

G_BEGIN_DECLS

/* Writes the report, its chart or its days, in a thread: a long life takes a while. */
const char *lum_report_get_ending (const char *form);
void lum_report_save_async (LumDiary *diary,
                            LumFindings *findings,
                            const LumReportOptions *options,
                            const char *form,
                            GFile *file,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean lum_report_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
