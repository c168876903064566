/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Two children: side by side where both fit, else one below the other. Properties: "start-child", "end-child". What is
 * left of the width goes to the second. */
#define LUM_TYPE_SIDE_BOX (lum_side_box_get_type ())

G_DECLARE_FINAL_TYPE (LumSideBox, lum_side_box, LUM, SIDE_BOX, GtkWidget)

G_END_DECLS
