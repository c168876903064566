/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-chart.h"

G_BEGIN_DECLS

/* The year in days: a cell a day with its score, and a dot where there was a run. It is drawn from the same LumChart as
 * the time axis and on the same surfaces. Where there is room, a column is a week; where there is not, the months stand
 * as on a calendar. Time runs from left to right in every locale. */

/* What is shown of it. */
typedef struct {
  int year;
  LumDay today;   /* months after it take no room where they stand in blocks; LUM_DAY_NONE: all do */
  int week_start; /* 1 Monday … 7 Sunday */
  LumUnits units;
  double font_scale; /* 1 for 100 % text */
  LumChartThemeName theme;
} LumYearView;

void lum_year_get_extent (const LumChart *chart, int *first, int *last);
double lum_year_measure_height (const LumYearView *view, double width);
gboolean lum_year_is_by_weeks (const LumChartRect *rect, const LumYearView *view);
gboolean lum_year_get_cell (const LumChartRect *rect, const LumYearView *view, LumDay day, LumChartRect *cell);
LumDay lum_year_day_at (const LumChartRect *rect, const LumYearView *view, double x, double y);
void lum_year_draw (const LumChart *chart,
                    cairo_t *cr,
                    const LumChartRect *rect,
                    const LumYearView *view,
                    LumChartStats *stats);
void lum_year_draw_cursor (const LumChart *chart,
                           cairo_t *cr,
                           const LumChartRect *rect,
                           const LumYearView *view,
                           LumDay day);
char *lum_year_describe (const LumChart *chart, const LumYearView *view);
char *lum_year_describe_day (const LumChart *chart, const LumYearView *view, LumDay day);

G_END_DECLS
