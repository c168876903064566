/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lays children out in cells of one size: all in one row where they fit, else `upper` a row. What fits is measured. */
#define LUM_TYPE_EVEN_LAYOUT (lum_even_layout_get_type ())

G_DECLARE_FINAL_TYPE (LumEvenLayout, lum_even_layout, LUM, EVEN_LAYOUT, GtkLayoutManager)

GtkLayoutManager *lum_even_layout_new (int upper, int gap, int min_width, int min_height);

G_END_DECLS
