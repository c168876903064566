/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-import-dialog.h"

#include "lum-i18n.h"

/**
 * lum_import_dialog_choose:
 *
 * Lets the person choose files or a folder, then shows what would come in.
 */
void
lum_import_dialog_choose (GtkWindow *parent, LumUiContext *context)
{
}

/**
 * lum_import_dialog_present:
 * @files: of GFile, files and folders
 *
 * Shows what would come in from files.
 */
void
lum_import_dialog_present (GtkWindow *parent, LumUiContext *context, GListModel *files)
{
}
