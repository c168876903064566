/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-quiet.h"

#include "lum-parameters.h"
#include "lum-patterns.h"

/* When the rules of load keep silent: while they learn what is normal (OU-17), and when nothing hurts (OU-18). */

static int
get_history (const LumDiary *diary, LumDay today)
{
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (diary, &n);

  return n > 0 && days[0].day <= today ? today - days[0].day + 1 : 0;
}

/**
 * lum_is_learning:
 *
 * OU-17: in the first 28 days only pain speaks, unless the person said how far they usually go.
 */
gboolean
lum_is_learning (const LumDiary *diary, LumDay today)
{
  return !lum_diary_get_preference (diary, LUM_PREFERENCE_BASELINE) && get_history (diary, today) <= LUM_P_NEW_USER;
}

/**
 * lum_is_quiet:
 * @last_pain: the newest pain day, or LUM_DAY_NONE
 *
 * OU-18: no pain day in 30 days of keeping the diary.
 */
gboolean
lum_is_quiet (const LumDiary *diary, LumDay last_pain, LumDay today)
{
  return get_history (diary, today) >= LUM_P_QUIET && (last_pain == LUM_DAY_NONE || today - last_pain >= LUM_P_QUIET);
}

/**
 * lum_may_speak_of_load:
 *
 * Whether a card may speak of load at all.
 */
gboolean
lum_may_speak_of_load (const LumDiary *diary, const LumDayTable *table, LumDay today)
{
  return !lum_is_learning (diary, today) && !lum_is_quiet (diary, lum_day_table_get_last_pain (table), today);
}
