/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-series.h"

G_BEGIN_DECLS

#define LUM_BIN_FROM_DAYS 400 /* a longer view is binned */
#define LUM_BIN_LEAST_PX 4.5  /* no bin is narrower */

/* Some days, drawn as one. */
typedef struct {
  LumDay first, last;
  int n_scores; /* 0: a gap */
  double lowest, highest;
  double mean; /* NAN with fewer than 3 scores in the window of 7 days or more (PM-4) */
} LumBin;

/* What a bar of the running panel stands for. */
typedef enum { LUM_BAR_DAY, LUM_BAR_WEEK, LUM_BAR_MONTH, LUM_BAR_QUARTER, LUM_BAR_YEAR } LumBarUnit;

typedef struct {
  LumDay first, last;
  double value;
  double usual; /* of a week, in the unit of value; NAN where it is not shown or not known */
} LumBar;

int lum_bin_days_for (double days, double px_per_day);
GArray *lum_bins_new (const LumSeries *series, LumDay first, LumDay last, int bin_days);
LumBarUnit lum_bar_unit_for (double days, double px_per_day);
GArray *
lum_bars_new (const LumSeries *series, LumChartLoad load, LumBarUnit unit, int week_start, LumDay first, LumDay last);

G_END_DECLS
