/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-chart.h"

G_BEGIN_DECLS

/* An opaque colour, 0xRRGGBB, and what is seen through it. */
typedef struct {
  guint32 rgb;
  double alpha;
} LumColor;

#define LUM_N_PAIN_COLORS 4

/* Every colour that a chart uses. Marks stand out from the background by 3:1 or more, text by 4.5:1 or more; the pain
 * ramp changes steadily in lightness, so that it reads in grey and without red or green. A test holds all of it. */
typedef struct {
  LumColor background;
  LumColor text;
  LumColor dim;                     /* secondary text */
  LumColor grid;                    /* thin lines that only lead the eye */
  LumColor axis;                    /* the base lines */
  LumColor pain[LUM_N_PAIN_COLORS]; /* 0–1, 2–3, 4–5, 6–10 (PM-7) */
  LumColor mean;                    /* the 7-day line */
  LumColor band;                    /* lowest to highest of a bin */
  LumColor bout;                    /* shading; its rule is drawn in `bout_rule` */
  LumColor bout_rule;
  LumColor running;
  LumColor spike;
  LumColor care; /* what was tried, and visits */
  LumColor halo; /* behind a read-out */
  double line;   /* a factor on line widths */
} LumChartTheme;

const LumChartTheme *lum_chart_theme_get (LumChartThemeName name);
const LumColor *lum_chart_theme_get_pain (const LumChartTheme *self, double score);
double lum_color_get_luminance (LumColor color);
double lum_color_get_contrast (LumColor a, LumColor b);
LumColor lum_color_mix (LumColor a, LumColor b, double share);
LumColor lum_color_get_ink (LumColor ground);
void lum_color_set (cairo_t *cr, LumColor color);

G_END_DECLS
