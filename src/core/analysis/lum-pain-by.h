/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-diary.h"

G_BEGIN_DECLS

/* Plain means of pain by when it was felt, each with what it stands on, for Trends and the report (RP-3). They tell what
 * came together, never why. Scores entered late count here as in every mean and chart: PM-5 leaves them out of the
 * load–pain test alone. Days after today do not exist yet. */

/* A mean of chart scores of days (PM-3), or of single scores. Begin with {0}. */
typedef struct {
  double sum;
  int n;    /* days with a score, or scores */
  int pain; /* of these, those with pain (EP-3) */
} LumPainMean;

void lum_pain_mean_add_day (LumPainMean *self, const LumDaySummary *day);
void lum_pain_mean_add_score (LumPainMean *self, int score);
double lum_pain_mean_get (const LumPainMean *self);

typedef struct {
  int days;                /* of the period that ends today */
  int scored;              /* of these, those with a score */
  LumPainMean weekdays[7]; /* of scored days, Monday first */
  gboolean enough;         /* there are scored days enough to tell weekdays apart */
} LumPainByWeekday;

typedef struct {
  int days;
  int scores;
  LumPainMean moments[LUM_N_MOMENTS]; /* of scores; by LumMoment */
  int told;                           /* moments with a mean */
  gboolean enough;                    /* two at least, else there is nothing to compare */
} LumPainByMoment;

void lum_pain_by_weekday_init (LumPainByWeekday *self, const LumDiary *diary, LumDay today);
void lum_pain_by_moment_init (LumPainByMoment *self, const LumDiary *diary, LumDay today);

G_END_DECLS
