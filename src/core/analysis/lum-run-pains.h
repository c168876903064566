/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-diary.h"
#include "lum-load.h"

G_BEGIN_DECLS

/* What was logged around a run (OU-11). Scores are LUM_INT_NONE where there is none. */
typedef struct {
  gsize run; /* index in LUM_RECORD_RUN */
  LumDay day;
  int before;        /* pain before the run */
  int during, after; /* the worst during, and in the two hours after */
  int morning;       /* on waking that day; only the day's last run is held against the mornings */
  int next_morning;
} LumRunScores;

GArray *lum_run_scores_new (const LumDiary *diary, LumDay first, LumDay last);
int lum_run_find_worst (const LumDiary *diary, const LumDaySummary *day, guint nth);
LumRunPain lum_run_scores_judge (const LumRunScores *scores, LumDay today);
void lum_run_scores_count (const GArray *all, LumDay today, int *red, int *not_back);
gboolean lum_has_red_runs (const GArray *all, LumDay today);
gboolean lum_has_not_back (const GArray *all, LumDay today);

G_END_DECLS
