/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children side by side at their natural size, going on in the next line where the width ends. */
#define LUM_TYPE_WRAP_BOX (lum_wrap_box_get_type ())

G_DECLARE_FINAL_TYPE (LumWrapBox, lum_wrap_box, LUM, WRAP_BOX, GtkWidget)

GtkWidget *lum_wrap_box_new (int gap);
void lum_wrap_box_append (LumWrapBox *self, GtkWidget *child);
void lum_wrap_box_clear (LumWrapBox *self);

G_END_DECLS
