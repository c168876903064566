/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lum-report.h"

G_BEGIN_DECLS

/* Puts the report on paper, by the code that writes the file; the file itself is better saved (it is tagged). */
void lum_report_print_async (GtkWindow *parent,
                             LumDiary *diary,
                             LumFindings *findings,
                             const LumReportOptions *options,
                             const char *export_to,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean lum_report_print_finish (GAsyncResult *result, gboolean *cancelled, GError **error);

G_END_DECLS
