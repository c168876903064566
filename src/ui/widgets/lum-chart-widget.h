/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lum-chart.h"

G_BEGIN_DECLS

/* The Trends chart on screen: pan, zoom, and a crosshair that is moved by pointer and keys. The drawing is
 * lum_chart_draw()'s; it is kept until something in it changes, so that a moving crosshair costs one thin line.
 * Properties: "crosshair" (a LumDay, LUM_DAY_NONE without; notifies). Signals: "range-changed" when the person panned
 * or zoomed, "day-activated" (LumDay) when they chose a day. */
#define LUM_TYPE_CHART_WIDGET (lum_chart_widget_get_type ())

G_DECLARE_FINAL_TYPE (LumChartWidget, lum_chart_widget, LUM, CHART_WIDGET, GtkWidget)

GtkWidget *lum_chart_widget_new (void);
void lum_chart_widget_set_chart (LumChartWidget *self, LumChart *chart, LumDay today);
void lum_chart_widget_set_range (LumChartWidget *self, double first, double last);
void lum_chart_widget_get_range (LumChartWidget *self, double *first, double *last);
void lum_chart_widget_set_look (LumChartWidget *self, LumChartLoad load, LumUnits units, int week_start);
const LumChartView *lum_chart_widget_get_view (LumChartWidget *self);
LumDay lum_chart_widget_get_crosshair (LumChartWidget *self);
void lum_chart_widget_set_crosshair (LumChartWidget *self, LumDay day);
char *lum_chart_widget_describe (LumChartWidget *self);
char *lum_chart_widget_describe_day (LumChartWidget *self, LumDay day);
guint lum_chart_widget_get_n_drawn (LumChartWidget *self);
guint lum_chart_widget_get_n_laid_out (LumChartWidget *self);
const LumChartStats *lum_chart_widget_get_stats (LumChartWidget *self);

G_END_DECLS
