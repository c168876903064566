/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-chart-widget.h"

G_BEGIN_DECLS

#define ZOOM_STEP 1.25
#define LEAST_DAYS 7.0 /* of a view */

struct _LumChartWidget {
  GtkWidget parent_instance;

  LumChart *chart;
  LumDay today;                     /* when it was set */
  LumDay extent_first, extent_last; /* what can be reached by panning */
  LumChartView view;
  LumDay crosshair;

  LumChartLayout *layout; /* of `view` at layout_width × layout_height, unless it is stale */
  int layout_width, layout_height;
  gboolean stale;
  GskRenderNode *node; /* the chart as drawn; NULL when it must be drawn again */
  guint n_drawn, n_laid_out;
  LumChartStats stats;

  double pan_moment; /* what was under the pointer when a drag began: it stays there */
  double pan_x;
  double zoom_first, zoom_last; /* the range when a pinch began */
  double zoom_x;
  double pointer_x;

  guint glide; /* the tick callback of a view that runs on by itself, or 0 */
  gint64 glide_time;
  double glide_speed; /* pixels a second */
};

void lum_chart_widget_move_range (LumChartWidget *self, double first, double last);
LumChartLayout *lum_chart_widget_get_layout (LumChartWidget *self);
void lum_chart_widget_put (LumChartWidget *self, double moment, double x);
void lum_chart_widget_zoom_at (LumChartWidget *self, double first, double last, double factor, double x);
void lum_chart_widget_point_at (LumChartWidget *self, double x);
void lum_chart_widget_glide (LumChartWidget *self, double speed);
void lum_chart_widget_stop (LumChartWidget *self);
void lum_chart_widget_zoom_by_key (LumChartWidget *self, double factor);
void lum_chart_widget_move_crosshair (LumChartWidget *self, int days);
void lum_chart_widget_go_to_end (LumChartWidget *self, gboolean newest);
void lum_chart_widget_activate_day (LumChartWidget *self);
void lum_chart_widget_add_controllers (LumChartWidget *self);

G_END_DECLS
