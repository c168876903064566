/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-day.h"

G_BEGIN_DECLS

/* --- time ------------------------------------------------------------------------------------------------------ */

typedef enum { LUM_TIME_DAY, LUM_TIME_WEEK, LUM_TIME_MONTH, LUM_TIME_YEAR } LumTimeUnit;

/* A spacing of calendar ticks: every @step units. */
typedef struct {
  LumTimeUnit unit;
  int step;
} LumTimeStep;

/* The steps from the finest to the coarsest; ended by a step of 0. */
extern const LumTimeStep lum_time_steps[];

LumDay lum_time_step_floor (LumTimeStep step, int week_start, LumDay day);
LumDay lum_time_step_next (LumTimeStep step, LumDay tick);
char *lum_time_step_label (LumTimeStep step, LumDay tick);
char *lum_time_step_context (LumTimeStep step, LumDay tick);

/* --- values ---------------------------------------------------------------------------------------------------- */

/* From 0 to a round number, with round ticks between. */
typedef struct {
  double max, step;
  int decimals; /* of the tick labels */
} LumValueAxis;

LumValueAxis lum_value_axis_new (double highest, double usual, int most_ticks);

G_END_DECLS
