/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-week-load.h"

#include <math.h>

#include "lum-run.h"

#define WEEK 7
#define MOST_WEEKS 4
#define LONGEST_WIN 30

typedef struct {
  double metres, seconds;
  int runs;
} Sum;

static Sum
sum_days (const LumDaySummary *days, gsize n, gsize from, LumDay last)
{
  Sum sum = {0};

  for (gsize i = from; i < n && days[i].day <= last; i++) {
    sum.metres += days[i].distance_m;
    sum.seconds += days[i].duration_s;
    sum.runs += days[i].n_runs;
  }
  return sum;
}

/**
 * lum_week_load_init:
 *
 * Adds up the running of the seven days that end on @today, and of the three or four weeks before them; fewer are not
 * called usual. Days after @today do not exist yet.
 */
void
lum_week_load_init (LumWeekLoad *self, const LumDiary *diary, LumDay today)
{
  gsize n_days, n_runs;
  const LumDaySummary *days = lum_diary_get_days (diary, &n_days);
  const LumRun *runs = lum_diary_get_runs (diary, &n_runs);
  Sum now;

  *self =
      (LumWeekLoad){.usual_m = NAN, .usual_s = NAN, .usual_runs = NAN, .longest_m = NAN, .longest_day = LUM_DAY_NONE};
  if (n_days > 0 && days[0].day <= today)
    self->history = today - days[0].day + 1;

  now = sum_days (days, n_days, lum_diary_find_first_day (diary, today - WEEK + 1), today);
  self->metres = now.metres;
  self->seconds = now.seconds;
  self->runs = now.runs;

  if (self->history >= LUM_WEEK_LOAD_HISTORY) {
    int weeks = MIN ((self->history - WEEK) / WEEK, MOST_WEEKS);
    LumDay first = today - WEEK * (weeks + 1) + 1;
    Sum before = sum_days (days, n_days, lum_diary_find_first_day (diary, first), today - WEEK);

    self->weeks = weeks;
    self->usual_m = before.metres / weeks;
    self->usual_s = before.seconds / weeks;
    self->usual_runs = (double) before.runs / weeks;
  }

  for (gsize i = n_runs; i > 0 && runs[i - 1].day > today - LONGEST_WIN; i--) {
    const LumRun *run = &runs[i - 1];

    if (run->day > today || isnan (run->distance_m))
      continue;
    if (isnan (self->longest_m) || run->distance_m > self->longest_m) {
      self->longest_m = run->distance_m;
      self->longest_day = run->day;
    }
  }
}
