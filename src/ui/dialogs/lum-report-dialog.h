/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-ui-context.h"

G_BEGIN_DECLS

/* The page for the doctor: what goes on it, a preview by the code that writes it, saving and printing. Actions:
 * report.save, report.save-as(s) with a form of lum_report_get_ending(), report.print, report.previous-page,
 * report.next-page. */
#define LUM_TYPE_REPORT_DIALOG (lum_report_dialog_get_type ())

G_DECLARE_FINAL_TYPE (LumReportDialog, lum_report_dialog, LUM, REPORT_DIALOG, AdwWindow)

GtkWidget *lum_report_dialog_new (GtkWindow *parent, LumUiContext *context);

void lum_report_dialog_save_to (LumReportDialog *self, GFile *file, const char *form);

void lum_report_dialog_print_to (LumReportDialog *self, const char *export_to);
void lum_report_dialog_present (GtkWindow *parent, LumUiContext *context);

G_END_DECLS
