/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lum-chart.h"

G_BEGIN_DECLS

/* What a drawing takes from where it stands: the style in use, and how large text is. */
LumChartThemeName lum_chart_look_get_theme (GtkWidget *widget);
double lum_chart_look_get_font_scale (GtkWidget *widget);
void lum_chart_look_watch (GtkWidget *widget, GCallback changed);
void lum_chart_look_unwatch (GtkWidget *widget, gpointer changed);

G_END_DECLS
