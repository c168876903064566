/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Two children for two widths. Its minimum is the narrow child's, its natural size the wide child's; it shows the wide
 * one wherever that fits its own minimum. There is no threshold in pixels: text size and language decide.
 * A narrow child that is seldom seen may be made when it first is (lum_fit_bin_set_make_narrow ()).
 * Properties: "wide-child", "narrow-child", "narrow" (which one is shown; notifies). */
#define LUM_TYPE_FIT_BIN (lum_fit_bin_get_type ())

G_DECLARE_FINAL_TYPE (LumFitBin, lum_fit_bin, LUM, FIT_BIN, GtkWidget)

typedef GtkWidget *(*LumFitBinMake) (gpointer user_data);

GtkWidget *lum_fit_bin_new (GtkWidget *wide, GtkWidget *narrow);
void lum_fit_bin_set_make_narrow (LumFitBin *self, LumFitBinMake make, gpointer user_data);
gboolean lum_fit_bin_get_narrow (LumFitBin *self);

G_END_DECLS
