/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A mean pain score: its name, the number, a bar from 0 to 10 and what it stands on. The number comes first and the bar
 * has its length, so that colour only adds to them. In a row where that fits, else the note goes below, else the bar,
 * too: text size and language decide. */
#define LUM_TYPE_MEAN_BAR (lum_mean_bar_get_type ())

G_DECLARE_FINAL_TYPE (LumMeanBar, lum_mean_bar, LUM, MEAN_BAR, GtkWidget)

#define LUM_MEAN_BAR_COLUMNS 3 /* name, number, note */

GtkWidget *lum_mean_bar_new (GtkSizeGroup *const columns[LUM_MEAN_BAR_COLUMNS]);
void lum_mean_bar_set (LumMeanBar *self, const char *name, double mean, const char *note);

G_END_DECLS
