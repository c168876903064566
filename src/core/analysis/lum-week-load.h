/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-diary.h"

G_BEGIN_DECLS

/* The last seven days of running beside the usual week (OU-2): rolling windows, never calendar weeks. */
typedef struct {
  double metres, seconds;  /* of the last seven days; unknown distances and times count 0 */
  int runs;                /* in the last seven days */
  double usual_m, usual_s; /* mean of the weeks before; NAN while the usual is still being learnt */
  double usual_runs;
  int weeks;          /* how many weeks the usual is the mean of: 3 or 4, else 0 */
  int history;        /* days since the first entry or run, both counted */
  double longest_m;   /* of the last 30 days; NAN without a run */
  LumDay longest_day; /* LUM_DAY_NONE without a run */
} LumWeekLoad;

#define LUM_WEEK_LOAD_HISTORY 28 /* days before a usual week is spoken of */

void lum_week_load_init (LumWeekLoad *self, const LumDiary *diary, LumDay today);

G_END_DECLS
