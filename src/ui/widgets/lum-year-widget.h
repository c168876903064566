/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lum-year.h"

G_BEGIN_DECLS

/* A year in days on screen, with one chosen day that is moved by pointer and keys. The drawing is lum_year_draw()'s; it
 * is kept until something in it changes, so that another chosen day costs one ring and its read-out.
 * Properties: "year" (notifies), "day" (the chosen LumDay, LUM_DAY_NONE without; notifies). Signal: "day-activated"
 * (LumDay) when the person chose to open a day. */
#define LUM_TYPE_YEAR_WIDGET (lum_year_widget_get_type ())

G_DECLARE_FINAL_TYPE (LumYearWidget, lum_year_widget, LUM, YEAR_WIDGET, GtkWidget)

GtkWidget *lum_year_widget_new (void);
void lum_year_widget_set_chart (LumYearWidget *self, LumChart *chart);
void lum_year_widget_set_look (LumYearWidget *self, LumUnits units, int week_start);
void lum_year_widget_get_extent (LumYearWidget *self, int *first, int *last);
int lum_year_widget_get_year (LumYearWidget *self);
void lum_year_widget_set_year (LumYearWidget *self, int year);
LumDay lum_year_widget_get_day (LumYearWidget *self);
void lum_year_widget_set_day (LumYearWidget *self, LumDay day);
char *lum_year_widget_describe (LumYearWidget *self);
guint lum_year_widget_get_n_drawn (LumYearWidget *self);

G_END_DECLS
