/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-import-batch.h"
#include "lum-ui-context.h"

G_BEGIN_DECLS

/* From files to a preview to one transaction. Property "state": "choose", "reading", "preview", "writing" or "failed"
 * (notifies). Actions: import.choose-files, import.choose-folder, import.commit, import.close. */
#define LUM_TYPE_IMPORT_DIALOG (lum_import_dialog_get_type ())

G_DECLARE_FINAL_TYPE (LumImportDialog, lum_import_dialog, LUM, IMPORT_DIALOG, AdwWindow)

GtkWidget *lum_import_dialog_new (GtkWindow *parent, LumUiContext *context);
void lum_import_dialog_read (LumImportDialog *self, GListModel *files);
const LumImportBatch *lum_import_dialog_get_batch (LumImportDialog *self);

void lum_import_dialog_choose (GtkWindow *parent, LumUiContext *context);
void lum_import_dialog_present (GtkWindow *parent, LumUiContext *context, GListModel *files);

G_END_DECLS
