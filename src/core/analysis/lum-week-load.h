/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-status.h"

G_BEGIN_DECLS

/* The last seven days of running beside the usual week (OU-2): rolling windows, never calendar weeks. The usual week is
 * the mean of the four weeks before the bout began while there is one, else of the three or four before the last seven
 * days. Trends and the report both take it from here (RP-3). */
typedef struct {
  double metres, seconds;  /* of the last seven days; unknown distances and times count 0 */
  int runs;                /* in the last seven days */
  int run_days;            /* of the last seven days, those with a run */
  double usual_m, usual_s; /* mean of the weeks before; NAN while the usual is still being learnt */
  double usual_runs, usual_run_days;
  int weeks;          /* how many weeks the usual is the mean of: 3 or 4, else 0 */
  gboolean of_bout;   /* they are those before the bout began, not those before the last seven days */
  int history;        /* days since the first entry or run: up to today, or to the day before the bout; both counted */
  double longest_m;   /* of the last 30 days; NAN without a run */
  LumDay longest_day; /* LUM_DAY_NONE without a run */
} LumWeekLoad;

void lum_week_load_init (LumWeekLoad *self, const LumDiary *diary, const LumStatus *status, LumDay today);

G_END_DECLS
