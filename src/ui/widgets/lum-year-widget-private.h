/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-year-widget.h"

G_BEGIN_DECLS

struct _LumYearWidget {
  GtkWidget parent_instance;

  LumChart *chart;
  int first_year, last_year; /* that can be reached; 0 before there is a chart */
  LumDay today;
  LumYearView view;
  LumDay day; /* the chosen one */

  GskRenderNode *node; /* the year as drawn for node_width × node_height; NULL when it must be drawn again */
  int node_width, node_height;
  int measured_width, measured_height; /* the answer to the last question; 0 when it must be found again */
  guint n_drawn;
};

LumChartRect lum_year_widget_get_rect (LumYearWidget *self);
void lum_year_widget_move_day (LumYearWidget *self, int days);
void lum_year_widget_move_year (LumYearWidget *self, int years);
void lum_year_widget_go_to_end (LumYearWidget *self, gboolean newest);
void lum_year_widget_activate_day (LumYearWidget *self);
void lum_year_widget_add_controllers (LumYearWidget *self);

G_END_DECLS
