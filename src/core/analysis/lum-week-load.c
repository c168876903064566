/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-week-load.h"

#include <math.h>

#include "lum-parameters.h"
#include "lum-run.h"

typedef struct {
  double metres, seconds;
  int runs, run_days;
} Sum;

static Sum
sum_days (const LumDaySummary *days, gsize n, gsize from, LumDay last)
{
  Sum sum = {0};

  for (gsize i = from; i < n && days[i].day <= last; i++) {
    sum.metres += days[i].distance_m;
    sum.seconds += days[i].duration_s;
    sum.runs += days[i].n_runs;
    sum.run_days += days[i].n_runs > 0;
  }
  return sum;
}

/**
 * lum_week_load_init:
 * @status: (nullable): the state of @today; its bout, while active, is what the usual week comes before
 *
 * Adds up the running of the seven days that end on @today, and of the weeks that are usual; fewer than three are not
 * called so, nor are weeks without a run, nor is anything before 28 days of history: before the bout, where there is
 * one. Days after @today do not exist yet.
 */
void
lum_week_load_init (LumWeekLoad *self, const LumDiary *diary, const LumStatus *status, LumDay today)
{
  gsize n_days, n_runs;
  const LumDaySummary *days = lum_diary_get_days (diary, &n_days);
  const LumRun *runs = lum_diary_get_runs (diary, &n_runs);
  LumDay last = today; /* of the days that the usual week is learnt from */
  Sum now;

  *self = (LumWeekLoad){.usual_m = NAN,
                        .usual_s = NAN,
                        .usual_runs = NAN,
                        .usual_run_days = NAN,
                        .longest_m = NAN,
                        .longest_day = LUM_DAY_NONE};
  if (status && lum_status_is_active (status) && status->onset != LUM_DAY_NONE && status->onset <= today) {
    self->of_bout = TRUE;
    last = status->onset - 1;
  }
  if (n_days > 0 && days[0].day <= last)
    self->history = last - days[0].day + 1;

  now = sum_days (days, n_days, lum_diary_find_first_day (diary, today - LUM_P_WEEK + 1), today);
  self->metres = now.metres;
  self->seconds = now.seconds;
  self->runs = now.runs;
  self->run_days = now.run_days;

  if (self->history >= LUM_P_USUAL_HISTORY) {
    /* The last seven days are never among the weeks that they stand beside. */
    LumDay end = MIN (last, today - LUM_P_WEEK);
    int weeks = MIN ((end - days[0].day + 1) / LUM_P_WEEK, LUM_P_USUAL_WEEKS);
    Sum before = sum_days (days, n_days, lum_diary_find_first_day (diary, end - LUM_P_WEEK * weeks + 1), end);

    if (before.runs > 0) {
      self->weeks = weeks;
      self->usual_m = before.metres / weeks;
      self->usual_s = before.seconds / weeks;
      self->usual_runs = (double) before.runs / weeks;
      self->usual_run_days = (double) before.run_days / weeks;
    }
  }

  for (gsize i = n_runs; i > 0 && runs[i - 1].day > today - LUM_P_LONGEST_WIN; i--) {
    const LumRun *run = &runs[i - 1];

    if (run->day > today || isnan (run->distance_m))
      continue;
    if (isnan (self->longest_m) || run->distance_m > self->longest_m) {
      self->longest_m = run->distance_m;
      self->longest_day = run->day;
    }
  }
}
