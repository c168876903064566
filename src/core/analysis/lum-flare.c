/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-status.h"

#include <math.h>

#include "lum-parameters.h"

static const LumDaySummary *
find_scored (const LumDiary *diary, LumDay day)
{
  const LumDaySummary *found = lum_diary_find_day (diary, day);

  return found && found->highest != LUM_INT_NONE ? found : NULL;
}

/**
 * lum_is_flare_candidate:
 *
 * Whether @day stands out from the two weeks before so far that the person is asked about a flare (EP-10). Tests the
 * numbers only; that a bout is active is the caller's to know.
 */
gboolean
lum_is_flare_candidate (const LumDiary *diary, LumDay day)
{
  const LumDaySummary *today = find_scored (diary, day);
  int scored;
  double base = lum_median_chart (diary, day - LUM_P_FLARE_FIRST, day - LUM_P_FLARE_LAST, &scored);

  if (!today || scored < LUM_P_FLARE_SCORED)
    return FALSE;
  if (today->chart >= base + LUM_P_FLARE_HIGH - LUM_P_SAME)
    return TRUE;
  if (today->chart < base + LUM_P_FLARE_TWICE - LUM_P_SAME)
    return FALSE;

  for (int back = 1; back <= LUM_P_FLARE_BEFORE; back++) {
    const LumDaySummary *before = find_scored (diary, day - back);

    if (before && before->chart >= base + LUM_P_FLARE_TWICE - LUM_P_SAME)
      return TRUE;
  }
  return FALSE;
}

static gboolean
stops_activities (const LumDiary *diary, LumDay day)
{
  gsize n;
  const LumDayDetail *details = lum_diary_get_details (diary, &n);

  for (gsize i = n; i-- > 0 && details[i].day >= day;)
    if (details[i].day == day && details[i].stops_activities)
      return TRUE;
  return FALSE;
}

/**
 * lum_is_severe_or_worse:
 *
 * Whether @day is the second of two severe days, or the week is worse than the one before, or the pain stops daily
 * activities (EP-11). Tests the numbers only; phase and visits are the caller's to know.
 */
gboolean
lum_is_severe_or_worse (const LumDiary *diary, LumDay day)
{
  const LumDaySummary *today = find_scored (diary, day);

  if (!today)
    return FALSE;
  if (today->highest >= LUM_P_SEVERE)
    for (int back = 1; back <= LUM_P_SEVERE_BEFORE; back++) {
      const LumDaySummary *before = find_scored (diary, day - back);

      if (before && before->highest >= LUM_P_SEVERE)
        return TRUE;
    }
  return lum_trend_new (diary, day).verdict == LUM_TREND_WORSE || stops_activities (diary, day);
}

/**
 * lum_is_above_usual:
 *
 * Whether @day is two points or more above the person's usual, the median of the last 84 days: what is asked of EP-11
 * from twelve weeks on, or after a visit.
 */
gboolean
lum_is_above_usual (const LumDiary *diary, LumDay day)
{
  const LumDaySummary *found = find_scored (diary, day);
  double usual = lum_median_chart (diary, day - LUM_P_USUAL_WIN + 1, day, NULL);

  return found && found->chart >= usual + LUM_P_USUAL_ABOVE - LUM_P_SAME;
}
