/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-pain-by.h"

#include <math.h>

#include "lum-parameters.h"

/**
 * lum_pain_mean_add_day:
 * @day: (nullable): what was logged on it
 *
 * Counts a day with its chart score; one without a score counts for nothing.
 */
void
lum_pain_mean_add_day (LumPainMean *self, const LumDaySummary *day)
{
  if (!day || day->highest == LUM_INT_NONE)
    return;
  self->sum += day->chart;
  self->n++;
  self->pain += day->highest >= LUM_P_PAIN_MIN;
}

/**
 * lum_pain_mean_add_score:
 * @score: 0 to 10, or LUM_INT_NONE, which counts for nothing
 */
void
lum_pain_mean_add_score (LumPainMean *self, int score)
{
  if (score == LUM_INT_NONE)
    return;
  self->sum += score;
  self->n++;
  self->pain += score >= LUM_P_PAIN_MIN;
}

/**
 * lum_pain_mean_get:
 *
 * The mean, where it stands on three scores or more (PM-4).
 *
 * Returns: 0 to 10, else NAN
 */
double
lum_pain_mean_get (const LumPainMean *self)
{
  return self->n >= LUM_P_MEAN_SCORED ? self->sum / self->n : NAN;
}

/**
 * lum_pain_by_weekday_init:
 *
 * Pain by the day of the week, over the twelve weeks that end on @today: each weekday has as many days in them.
 */
void
lum_pain_by_weekday_init (LumPainByWeekday *self, const LumDiary *diary, LumDay today)
{
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (diary, &n);

  *self = (LumPainByWeekday){.days = LUM_P_AVERAGE_WIN};
  for (gsize i = lum_diary_find_first_day (diary, today - LUM_P_AVERAGE_WIN + 1); i < n && days[i].day <= today; i++)
    lum_pain_mean_add_day (&self->weekdays[lum_day_get_weekday (days[i].day) - 1], &days[i]);
  for (guint i = 0; i < G_N_ELEMENTS (self->weekdays); i++)
    self->scored += self->weekdays[i].n;
  self->enough = self->scored >= LUM_P_AVERAGE_SCORED;
}

/**
 * lum_pain_by_moment_init:
 *
 * Pain by the moment that a score is of (PM-2), over the twelve weeks that end on @today. Each score counts, also
 * several of one moment on a day.
 */
void
lum_pain_by_moment_init (LumPainByMoment *self, const LumDiary *diary, LumDay today)
{
  gsize n_days, n_pain;
  const LumDaySummary *days = lum_diary_get_days (diary, &n_days);
  const LumPainEntry *pain = lum_diary_get_pain (diary, &n_pain);

  *self = (LumPainByMoment){.days = LUM_P_AVERAGE_WIN};
  for (gsize i = lum_diary_find_first_day (diary, today - LUM_P_AVERAGE_WIN + 1); i < n_days && days[i].day <= today;
       i++)
    for (guint e = 0; e < days[i].n_entries; e++) {
      const LumPainEntry *entry = &pain[days[i].first_entry + e];

      if (entry->moment >= 0 && entry->moment < LUM_N_MOMENTS)
        lum_pain_mean_add_score (&self->moments[entry->moment], entry->score);
    }
  for (guint i = 0; i < LUM_N_MOMENTS; i++) {
    self->scores += self->moments[i].n;
    self->told += !isnan (lum_pain_mean_get (&self->moments[i]));
  }
  self->enough = self->told >= LUM_P_AVERAGE_TOLD;
}
