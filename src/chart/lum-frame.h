/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-axis.h"
#include "lum-bins.h"
#include "lum-chart-theme.h"
#include "lum-text.h"

G_BEGIN_DECLS

typedef enum { LUM_PANEL_PAIN, LUM_PANEL_RUNNING, LUM_N_PANELS } LumPanelId;

#define LUM_CARE_LINE 3.0 /* how thick the line of a course of treatment is */

/* Every kind of mark, drawn alike on the chart and in the key above its panel. */
typedef enum {
  LUM_SYMBOL_DOT,
  LUM_SYMBOL_HOLLOW_DOT,
  LUM_SYMBOL_LINE,
  LUM_SYMBOL_BAND,
  LUM_SYMBOL_FLARE,
  LUM_SYMBOL_SPIKE_SMALL,
  LUM_SYMBOL_SPIKE_MODERATE,
  LUM_SYMBOL_SPIKE_LARGE,
  LUM_SYMBOL_NEW_SHOE,
  LUM_SYMBOL_USUAL,
  LUM_SYMBOL_TREATMENT,
  LUM_SYMBOL_VISIT,
  LUM_SYMBOL_EPISODE,
} LumSymbol;

typedef struct {
  LumSymbol symbol;
  const char *text; /* translated, static */
  double x, y;      /* of the symbol's left edge and the line's top */
} LumKeyEntry;

typedef struct {
  LumChartRect title;  /* title and key */
  LumChartRect plot;   /* where marks are */
  const char *heading; /* translated, static */
  char *unit;
  GArray *key; /* LumKeyEntry */
} LumPanel;

typedef struct {
  double x; /* of its day's left edge */
  char *label;
  double label_x, label_width;
} LumTickMark;

/* One view, laid out: every position that drawing, hit-testing and the crosshair use comes from here. */
typedef struct {
  const LumSeries *series;
  const LumChartView *view;
  const LumChartTheme *theme;
  LumChartRect rect;
  LumText *text;
  guint n_shaped_before; /* texts that the pen knew when this layout began */
  double line_height;
  double left, width; /* of both plots */
  double days, px_per_day;
  LumDay first_day, last_day; /* those that can be seen, cut to the series' days */
  int bin_days;               /* 1: a dot a day */
  GArray *bins;               /* LumBin, of the visible days */
  LumBarUnit bar_unit;
  GArray *bars; /* LumBar */
  LumValueAxis load_axis;
  double load_factor; /* from the series' unit to the axis' */
  int pain_step;
  LumChartRect lanes; /* of what was tried, between the panels; without height where there is nothing */
  LumPanel panels[LUM_N_PANELS];
  double axis_y; /* top of the tick labels */
  GArray *ticks; /* LumTickMark */
  GArray *contexts;
  cairo_t *cr; /* while drawing */
  LumChartStats stats;
} LumFrame;

void lum_frame_init (LumFrame *self,
                     const LumSeries *series,
                     const LumChartRect *rect,
                     const LumChartView *view,
                     LumText *text);
void lum_frame_fill (LumFrame *self);
void lum_frame_clear (LumFrame *self);
double lum_frame_place_heading (LumFrame *self, LumPanel *panel, double y);
void lum_frame_place_time (LumFrame *self);
double lum_frame_get_lane_height (const LumFrame *self);
int lum_frame_count_lanes (const LumFrame *self);
double lum_frame_get_x (const LumFrame *self, double day);
double lum_frame_get_middle (const LumFrame *self, LumDay day);
double lum_frame_get_pain_y (const LumFrame *self, double score);
double lum_frame_get_load_y (const LumFrame *self, double value);
double lum_frame_get_dot_radius (const LumFrame *self);
void lum_frame_add_key (LumFrame *self, LumPanelId panel, LumSymbol symbol, const char *text);
void lum_frame_draw_symbol (LumFrame *self, LumSymbol symbol, double x, double y, double size);
void lum_frame_count (LumFrame *self, guint marks);

G_END_DECLS
