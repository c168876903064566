/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-chart-widget.h"

G_BEGIN_DECLS

#define ZOOM_STEP 1.25

struct _LumChartWidget {
  GtkWidget parent_instance;

  LumChart *chart;
  LumDay extent_first, extent_last; /* what can be reached by panning */
  LumChartView view;
  LumDay crosshair;

  GskRenderNode *node; /* the chart as drawn for node_width × node_height; NULL when it must be drawn again */
  int node_width, node_height;
  guint n_drawn;

  double pan_first, pan_last;   /* the range when a drag began */
  double zoom_first, zoom_last; /* the range when a pinch began */
  double zoom_x;
  double pointer_x;
};

LumChartRect lum_chart_widget_get_rect (LumChartWidget *self);
void lum_chart_widget_move_range (LumChartWidget *self, double first, double last);
double lum_chart_widget_get_days_per_pixel (LumChartWidget *self);
double lum_chart_widget_get_day_at (LumChartWidget *self, double x);
void lum_chart_widget_zoom_around (LumChartWidget *self, double first, double last, double factor, double centre);
void lum_chart_widget_zoom_by_key (LumChartWidget *self, double factor);
void lum_chart_widget_move_crosshair (LumChartWidget *self, int days);
void lum_chart_widget_go_to_end (LumChartWidget *self, gboolean newest);
void lum_chart_widget_activate_day (LumChartWidget *self);
void lum_chart_widget_add_controllers (LumChartWidget *self);

G_END_DECLS
