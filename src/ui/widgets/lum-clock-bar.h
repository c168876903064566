/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A bar of days with marks at 14 and 21. */
#define LUM_TYPE_CLOCK_BAR (lum_clock_bar_get_type ())

G_DECLARE_FINAL_TYPE (LumClockBar, lum_clock_bar, LUM, CLOCK_BAR, GtkWidget)

GtkWidget *lum_clock_bar_new (void);
void lum_clock_bar_set_day (LumClockBar *self, int day);

G_END_DECLS
