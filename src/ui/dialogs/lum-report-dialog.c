/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-report-dialog.h"

#include "lum-i18n.h"

/**
 * lum_report_dialog_present:
 *
 * Shows the page for the doctor, to save or print.
 */
void
lum_report_dialog_present (GtkWindow *parent, LumUiContext *context)
{
}
