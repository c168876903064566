/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-text.h"
#include "lum-year.h"

G_BEGIN_DECLS

/* What a cell can be told to be; in the key, each stands once. */
typedef enum {
  LUM_YEAR_KEY_PAIN_0,
  LUM_YEAR_KEY_PAIN_1,
  LUM_YEAR_KEY_PAIN_2,
  LUM_YEAR_KEY_PAIN_3,
  LUM_YEAR_KEY_NO_SCORE,
  LUM_YEAR_KEY_RECALLED,
  LUM_YEAR_KEY_RUN,
  LUM_YEAR_KEY_TODAY,
  LUM_N_YEAR_KEYS
} LumYearKey;

typedef struct {
  char *text; /* translated */
  LumChartRect cell;
  double text_x, text_y;
} LumYearKeyEntry;

typedef struct {
  LumDay first; /* its 1st */
  int lead;     /* cells before that in its first row */
  double x, y;  /* of its first row; by weeks, its label's left edge and the first row */
} LumYearMonth;

/* One view, laid out: every position that drawing, hit-testing and the cursor use comes from here. */
typedef struct {
  const LumYearView *view;
  const LumChartTheme *theme;
  LumText *text;
  LumText *numbers;     /* NULL where cells are too small for them */
  double number_middle; /* from the top of their line to the middle of a figure */
  double line_height;
  LumDay first, last; /* of the year */
  LumDay origin;      /* by weeks: the day of the first cell, of this year or the one before */
  gboolean by_weeks;
  int across;        /* columns of weeks, or months in a row */
  double pitch;      /* from one cell to the next, both ways */
  double gap;        /* of it, what is free */
  double left, top;  /* of the first cell, or block */
  char *weekdays[7]; /* from week_start; by months NULL where none would fit */
  LumYearMonth months[12];
  int n_months; /* that have a place */
  LumYearKeyEntry key[LUM_N_YEAR_KEYS];
  double height; /* of it all */
} LumYearLayout;

void lum_year_layout_init (LumYearLayout *self, const LumChartRect *rect, const LumYearView *view);
void lum_year_layout_clear (LumYearLayout *self);
gboolean lum_year_layout_has_day (const LumYearLayout *self, LumDay day);
LumChartRect lum_year_layout_get_cell (const LumYearLayout *self, LumDay day);
LumDay lum_year_layout_find_day (const LumYearLayout *self, double x, double y);

G_END_DECLS
