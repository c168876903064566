/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-ui-context.h"

G_BEGIN_DECLS

/* Restore…: the backups beside the journal, or a file from elsewhere. A backup is shown before the journal becomes as it
 * was then; an export is merged. Properties: "state" (loading, list, empty, reading, confirm, writing, failed). */
#define LUM_TYPE_RESTORE_DIALOG (lum_restore_dialog_get_type ())

G_DECLARE_FINAL_TYPE (LumRestoreDialog, lum_restore_dialog, LUM, RESTORE_DIALOG, AdwWindow)

GtkWidget *lum_restore_dialog_new (GtkWindow *parent, LumUiContext *context);
void lum_restore_dialog_present (GtkWindow *parent, LumUiContext *context);
void lum_restore_dialog_read (LumRestoreDialog *self, GFile *file);

G_END_DECLS
