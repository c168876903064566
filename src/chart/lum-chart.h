/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "lum-findings.h"
#include "lum-settings.h"

G_BEGIN_DECLS

/* The Trends chart: two panels on one time axis. One drawing path serves the screen, PDF, SVG and PNG; they differ in
 * surface, theme and size only. */

typedef enum {
  LUM_CHART_THEME_LIGHT,
  LUM_CHART_THEME_DARK,
  LUM_CHART_THEME_HIGH_CONTRAST,
  LUM_CHART_THEME_HIGH_CONTRAST_DARK,
  LUM_CHART_THEME_PRINT,
  LUM_CHART_THEME_PRINT_GREY
} LumChartThemeName;

typedef enum {
  LUM_CHART_LOAD_DISTANCE,
  LUM_CHART_LOAD_DURATION,
  LUM_CHART_LOAD_EFFORT,
  LUM_CHART_LOAD_WEEKLY /* distance by week, beside the mean of the four weeks before */
} LumChartLoad;

/* What is shown of it. */
typedef struct {
  double first, last; /* the visible civil days, fractions while panning; last is inclusive */
  LumChartLoad load;
  LumUnits units;
  int week_start;    /* 1 Monday … 7 Sunday */
  double font_scale; /* 1 for 100 % text */
  LumChartThemeName theme;
} LumChartView;

typedef struct {
  double x, y, width, height;
} LumChartRect;

/* What was drawn, counted: the marks of a view are bounded, whatever the journal holds. */
typedef struct {
  guint marks;
  guint lines;  /* of the grid */
  guint glyphs; /* letters and figures */
  guint shaped; /* texts that had to be shaped, because the layout before had not drawn them */
  gboolean binned;
} LumChartStats;

typedef struct _LumChart LumChart;

/* A view of a chart, laid out: drawing, the crosshair and hit-testing share its geometry. */
typedef struct _LumChartLayout LumChartLayout;

LumChart *lum_chart_new (LumDiary *diary, LumFindings *findings);
LumChart *lum_chart_ref (LumChart *self);
void lum_chart_unref (LumChart *self);
void lum_chart_get_extent (const LumChart *self, LumDay *first, LumDay *last);
void lum_chart_draw (const LumChart *self,
                     cairo_t *cr,
                     const LumChartRect *rect,
                     const LumChartView *view,
                     LumChartStats *stats);
LumChartLayout *lum_chart_layout_new (LumChart *chart,
                                      const LumChartRect *rect,
                                      const LumChartView *view,
                                      const LumChartLayout *before);
void lum_chart_layout_free (LumChartLayout *self);
void lum_chart_layout_draw (LumChartLayout *self, cairo_t *cr, LumChartStats *stats);
LumDay lum_chart_layout_day_at (const LumChartLayout *self, double x);
double lum_chart_layout_moment_at (const LumChartLayout *self, double x);
double lum_chart_layout_x_of (const LumChartLayout *self, LumDay day);
void lum_chart_layout_get_plot (const LumChartLayout *self, double *left, double *width);
void lum_chart_layout_get_line_rect (const LumChartLayout *self, LumDay day, LumChartRect *rect);
void lum_chart_layout_get_readout_rect (LumChartLayout *self, LumDay day, LumChartRect *rect);
void lum_chart_layout_draw_line (LumChartLayout *self, cairo_t *cr, LumDay day);
void lum_chart_layout_draw_readout (LumChartLayout *self, cairo_t *cr, LumDay day);
void lum_chart_get_background (LumChartThemeName theme, double *red, double *green, double *blue);
char *lum_chart_describe (const LumChart *self, const LumChartView *view);
char *lum_chart_describe_day (const LumChart *self, const LumChartView *view, LumDay day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumChart, lum_chart_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumChartLayout, lum_chart_layout_free)

G_END_DECLS
