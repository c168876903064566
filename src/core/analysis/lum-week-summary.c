/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-week-summary.h"

#include <math.h>

#include "lum-parameters.h"
#include "lum-run.h"

/**
 * lum_week_find_first:
 * @week_start: 1 (Monday) to 7 (Sunday)
 *
 * The first day of the week that a day is in.
 */
LumDay
lum_week_find_first (LumDay day, int week_start)
{
  return day - (lum_day_get_weekday (day) - week_start + LUM_P_WEEK) % LUM_P_WEEK;
}

/**
 * lum_week_count:
 * @week_start: 1 (Monday) to 7 (Sunday)
 *
 * How many weeks there are from that of the first logged day to that of @today, both counted.
 *
 * Returns: 0 where nothing was logged by @today
 */
int
lum_week_count (const LumDiary *diary, LumDay today, int week_start)
{
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (diary, &n);

  if (n == 0 || days[0].day > today)
    return 0;
  return (lum_week_find_first (today, week_start) - lum_week_find_first (days[0].day, week_start)) / LUM_P_WEEK + 1;
}

static void
add_run (LumWeekSummary *self, const LumRun *run)
{
  double seconds = lum_run_get_duration (run);

  self->runs++;
  if (run->distance_m > 0) {
    self->measured++;
    self->metres += run->distance_m;
    self->longest_m = fmax (self->longest_m, run->distance_m);
  }
  if (seconds > 0) {
    self->timed++;
    self->seconds += seconds;
  }
}

/**
 * lum_week_summary_init:
 * @first: the first day of the week
 *
 * Adds up a week. Days after @today do not exist yet.
 */
void
lum_week_summary_init (LumWeekSummary *self, const LumDiary *diary, LumDay first, LumDay today)
{
  gsize n_days, n_runs;
  const LumDaySummary *days = lum_diary_get_days (diary, &n_days);
  const LumRun *runs = lum_diary_get_runs (diary, &n_runs);

  *self = (LumWeekSummary){.first = first, .last = first + LUM_P_WEEK - 1, .highest = LUM_INT_NONE, .longest_m = NAN};
  for (gsize i = lum_diary_find_first_day (diary, first); i < n_days && days[i].day <= MIN (self->last, today); i++) {
    lum_pain_mean_add_day (&self->pain, &days[i]);
    self->highest = MAX (self->highest, days[i].highest);
    for (guint r = 0; r < days[i].n_runs; r++)
      add_run (self, &runs[days[i].first_run + r]);
  }
}
