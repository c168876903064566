/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-ui-context.h"

G_BEGIN_DECLS

/* A modal window with Cancel, a title and one suggested button over a form. Escape cancels. */
#define LUM_TYPE_FORM_DIALOG (lum_form_dialog_get_type ())

G_DECLARE_FINAL_TYPE (LumFormDialog, lum_form_dialog, LUM, FORM_DIALOG, AdwWindow)

/* Returns whether the form could be saved, so that the dialog may close. */
typedef gboolean (*LumFormSave) (LumFormDialog *dialog, gpointer user_data);

LumFormDialog *lum_form_dialog_new (GtkWindow *parent,
                                    const char *title,
                                    const char *save_label,
                                    GtkWidget *form,
                                    LumFormSave save,
                                    gpointer user_data,
                                    GDestroyNotify free_data);
GtkWidget *lum_form_dialog_add_delete (LumFormDialog *self, LumUiContext *context, LumRecordKind kind, const char *id);
void lum_form_dialog_save (LumFormDialog *self);

G_END_DECLS
