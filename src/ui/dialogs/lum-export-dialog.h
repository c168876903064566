/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-transfer.h"
#include "lum-ui-context.h"

G_BEGIN_DECLS

/* Export Everything…: in which form, then where; it stays until the file is written, or says why it could not be.
 * Properties: "state" (choose, writing, failed). */
#define LUM_TYPE_EXPORT_DIALOG (lum_export_dialog_get_type ())

G_DECLARE_FINAL_TYPE (LumExportDialog, lum_export_dialog, LUM, EXPORT_DIALOG, AdwWindow)

GtkWidget *lum_export_dialog_new (GtkWindow *parent, LumUiContext *context);
void lum_export_dialog_present (GtkWindow *parent, LumUiContext *context);
void lum_export_dialog_write (LumExportDialog *self, LumExportForm form, GFile *file);

/* Back Up…: asks where and writes a copy of the journal; the window says how it went. */
void lum_back_up_choose (GtkWindow *parent, LumUiContext *context);
void lum_back_up_to (GtkWindow *parent, LumUiContext *context, GFile *file);

G_END_DECLS
