/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-run-pains.h"

#include <string.h>

#include "lum-parameters.h"

/* OU-11, over the diary: which scores belong to which run. A score that names no run belongs to the last of its day. */

static int
find_waking (const LumDiary *diary, LumDay day)
{
  const LumDaySummary *summary = lum_diary_find_day (diary, day);
  gsize n;
  const LumPainEntry *pain = lum_diary_get_pain (diary, &n);
  int highest = LUM_INT_NONE;

  for (guint i = 0; summary && i < summary->n_entries; i++) {
    const LumPainEntry *entry = &pain[summary->first_entry + i];

    if (entry->moment == LUM_MOMENT_WAKING)
      highest = MAX (highest, entry->score);
  }
  return highest;
}

/* The worst score of a moment that belongs to the run. */
static int
find_worst (const LumDaySummary *day,
            const LumPainEntry *pain,
            LumMoment moment,
            const LumRun *run,
            gboolean last_of_day)
{
  int worst = LUM_INT_NONE;

  for (guint i = 0; i < day->n_entries; i++) {
    const LumPainEntry *entry = &pain[day->first_entry + i];

    if (entry->moment == (gint32) moment &&
        (entry->run_id ? g_strcmp0 (entry->run_id, run->base.id) == 0 : last_of_day))
      worst = MAX (worst, entry->score);
  }
  return worst;
}

/**
 * lum_run_find_worst:
 * @nth: which run of @day, from 0
 *
 * The worst score during a run and in the two hours after it (OU-11).
 *
 * Returns: 0 to 10, LUM_INT_NONE where there is none
 */
int
lum_run_find_worst (const LumDiary *diary, const LumDaySummary *day, guint nth)
{
  gsize n;
  const LumRun *run = &lum_diary_get_runs (diary, &n)[day->first_run + nth];
  const LumPainEntry *pain = lum_diary_get_pain (diary, &n);
  gboolean last_of_day = nth + 1 == day->n_runs;
  int during = find_worst (day, pain, LUM_MOMENT_DURING_RUN, run, last_of_day);
  int after = find_worst (day, pain, LUM_MOMENT_AFTER_RUN, run, last_of_day);

  return MAX (during, after);
}

/**
 * lum_run_scores_new:
 *
 * The runs of @first to @last with what was logged around them.
 *
 * Returns: (transfer full) (element-type LumRunScores): oldest first
 */
GArray *
lum_run_scores_new (const LumDiary *diary, LumDay first, LumDay last)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (LumRunScores));
  gsize n_days, n_runs, n_pain;
  const LumDaySummary *days = lum_diary_get_days (diary, &n_days);
  const LumRun *runs = lum_diary_get_runs (diary, &n_runs);
  const LumPainEntry *pain = lum_diary_get_pain (diary, &n_pain);

  for (gsize i = lum_diary_find_first_day (diary, first); i < n_days && days[i].day <= last; i++)
    for (guint r = 0; r < days[i].n_runs; r++) {
      gboolean last_of_day = r + 1 == days[i].n_runs;
      const LumRun *run = &runs[days[i].first_run + r];
      LumRunScores scores = {
          .run = days[i].first_run + r,
          .day = days[i].day,
          .before = run->pain_before,
          .during = find_worst (&days[i], pain, LUM_MOMENT_DURING_RUN, run, last_of_day),
          .after = find_worst (&days[i], pain, LUM_MOMENT_AFTER_RUN, run, last_of_day),
          .morning = last_of_day ? find_waking (diary, days[i].day) : LUM_INT_NONE,
          .next_morning = last_of_day ? find_waking (diary, days[i].day + 1) : LUM_INT_NONE,
      };

      g_array_append_val (all, scores);
    }
  return all;
}

/**
 * lum_run_scores_judge:
 *
 * The zone of a run as it is known on @today: the next morning has not come on the day of the run.
 */
LumRunPain
lum_run_scores_judge (const LumRunScores *scores, LumDay today)
{
  return lum_run_pain_new (scores->before, scores->during, scores->after, scores->morning,
                           today > scores->day ? scores->next_morning : LUM_INT_NONE);
}

/**
 * lum_run_scores_count:
 * @red: (out): red runs of the last 7 days
 * @not_back: (out): runs of the last 14 days after which the next morning was not back
 *
 * Counts what the patterns of OU-11 look at.
 */
void
lum_run_scores_count (const GArray *all, LumDay today, int *red, int *not_back)
{
  *red = *not_back = 0;
  for (guint i = 0; i < all->len; i++) {
    const LumRunScores *scores = &g_array_index (all, LumRunScores, i);
    LumRunPain pain;

    if (scores->day > today || scores->day <= today - MAX (LUM_P_RED_WIN, LUM_P_NOT_BACK_WIN))
      continue;
    pain = lum_run_scores_judge (scores, today);
    *red += pain.zone == LUM_ZONE_RED && scores->day > today - LUM_P_RED_WIN;
    *not_back += pain.back == LUM_BACK_NO && scores->day > today - LUM_P_NOT_BACK_WIN;
  }
}

/* red_runs */
gboolean
lum_has_red_runs (const GArray *all, LumDay today)
{
  int red, not_back;

  lum_run_scores_count (all, today, &red, &not_back);
  return red >= LUM_P_RED_RUNS;
}

/* not_back */
gboolean
lum_has_not_back (const GArray *all, LumDay today)
{
  int red, not_back;

  lum_run_scores_count (all, today, &red, &not_back);
  return not_back >= LUM_P_NOT_BACK_RUNS;
}
