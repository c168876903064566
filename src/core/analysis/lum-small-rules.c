/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-small-rules.h"

#include <math.h>
#include <string.h>

#include "lum-parameters.h"

/* The rules of load that stand alone: shoes, one pair, after a break (OU-12…OU-14). */

/**
 * lum_shoe_distance_init:
 *
 * How far a pair has run by @today, and which threshold it crossed last (OU-12).
 *
 * Returns: %FALSE where it crossed none by a run of the diary, or is retired
 */
gboolean
lum_shoe_distance_init (LumShoeDistance *self, const LumDiary *diary, const LumShoe *shoe, LumDay today)
{
  gsize n;
  const LumRun *runs = lum_diary_get_runs (diary, &n);
  double thresholds[] = {isnan (shoe->note_m) ? LUM_P_SHOE_NOTE : shoe->note_m,
                         isnan (shoe->strong_m) ? LUM_P_SHOE_STRONG : shoe->strong_m};

  *self = (LumShoeDistance){.shoe = shoe, .crossed = LUM_DAY_NONE};
  self->metres = shoe->start_distance_m > 0 ? shoe->start_distance_m : 0;
  if (shoe->retired != LUM_DAY_NONE && shoe->retired <= today)
    return FALSE;

  for (gsize i = 0; i < n && runs[i].day <= today; i++) {
    double before = self->metres;

    if (!(runs[i].distance_m > 0) || g_strcmp0 (runs[i].shoe_id, shoe->base.id) != 0)
      continue;
    self->metres += runs[i].distance_m;
    for (guint t = 0; t < G_N_ELEMENTS (thresholds); t++)
      if (before < thresholds[t] && self->metres >= thresholds[t]) {
        self->threshold = thresholds[t];
        self->strong = t == 1;
        self->crossed = runs[i].day;
        self->imported = runs[i].batch_id != NULL;
      }
  }
  return self->crossed != LUM_DAY_NONE;
}

/**
 * lum_count_runs_in_one_pair:
 *
 * Returns: the runs of the last 28 days, 0 where they are few or in more than one pair (OU-13)
 */
int
lum_count_runs_in_one_pair (const LumDiary *diary, LumDay today)
{
  gsize n;
  const LumRun *runs = lum_diary_get_runs (diary, &n);
  const char *pair = NULL;
  int count = 0;

  for (gsize i = n; i-- > 0 && runs[i].day > today - LUM_P_ROTATION_WIN;) {
    if (runs[i].day > today)
      continue;
    if (!runs[i].shoe_id || (pair && strcmp (pair, runs[i].shoe_id) != 0))
      return 0;
    pair = runs[i].shoe_id;
    count++;
  }
  return count >= LUM_P_ROTATION_RUNS ? count : 0;
}

/**
 * lum_after_break_new:
 *
 * The newest run, if it is the first after at least 14 days without one (OU-14).
 */
LumAfterBreak
lum_after_break_new (const LumDiary *diary, LumDay today)
{
  LumAfterBreak result = {.metres = NAN, .longest_m = NAN};
  gsize n, run;
  const LumRun *runs = lum_diary_get_runs (diary, &n);

  while (n > 0 && runs[n - 1].day > today)
    n--;
  if (n < 2)
    return result;

  run = n - 1;
  result.days_off = runs[run].day - runs[run - 1].day - 1;
  if (result.days_off < LUM_P_BREAK_DAYS)
    return (LumAfterBreak){.metres = NAN, .longest_m = NAN};

  result.day = runs[run].day;
  result.metres = runs[run].distance_m;
  for (gsize i = run; i-- > 0 && runs[i].day > runs[run - 1].day - LUM_P_BREAK_WIN;)
    result.longest_m = fmax (result.longest_m, runs[i].distance_m);
  result.too_far = result.metres * 100 > result.longest_m * LUM_P_BREAK_PERCENT;
  result.no_reference = result.days_off >= LUM_P_BREAK_LONG;
  return result;
}
