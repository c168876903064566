/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lum-report.h"

G_BEGIN_DECLS

/* A page of the report as it will be printed, as wide as there is room. */
#define LUM_TYPE_REPORT_PREVIEW (lum_report_preview_get_type ())

G_DECLARE_FINAL_TYPE (LumReportPreview, lum_report_preview, LUM, REPORT_PREVIEW, GtkWidget)

void lum_report_preview_set_report (LumReportPreview *self, LumReport *report);
guint lum_report_preview_get_n_pages (LumReportPreview *self);
guint lum_report_preview_get_page (LumReportPreview *self);
void lum_report_preview_set_page (LumReportPreview *self, guint page);

G_END_DECLS
