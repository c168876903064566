/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-patterns.h"

#include "lum-parameters.h"

/* Known days in the n days up to x, that is in (x − n, x]. */
typedef struct {
  const LumKnownDay *days;
  gsize n;
} Window;

static Window
get_window (const LumDayTable *table, LumDay x, int n)
{
  gsize from = lum_day_table_find (table, x - n + 1);
  gsize to = lum_day_table_find (table, x + 1);

  return (Window){table->days + from, to - from};
}

static int
count_pain (Window w)
{
  int n = 0;

  for (gsize i = 0; i < w.n; i++)
    n += w.days[i].pain;
  return n;
}

/* The last minus the first pain day; -1 without any. */
static int
get_pain_span (Window w)
{
  LumDay first = LUM_DAY_NONE, last = LUM_DAY_NONE;

  for (gsize i = 0; i < w.n; i++)
    if (w.days[i].pain) {
      if (first == LUM_DAY_NONE)
        first = w.days[i].day;
      last = w.days[i].day;
    }
  return first == LUM_DAY_NONE ? -1 : last - first;
}

static int
get_known_span (Window w)
{
  return w.n ? w.days[w.n - 1].day - w.days[0].day : -1;
}

/**
 * lum_day_table_get_last_pain:
 *
 * Returns: the last pain day, or LUM_DAY_NONE
 */
LumDay
lum_day_table_get_last_pain (const LumDayTable *table)
{
  for (gsize i = table->n; i-- > 0;)
    if (table->days[i].pain)
      return table->days[i].day;
  return LUM_DAY_NONE;
}

/* The last pain day, where it is near enough to today to speak of; else LUM_DAY_NONE. */
static LumDay
get_recent_pain (const LumDayTable *table)
{
  LumDay a = lum_day_table_get_last_pain (table);

  return a != LUM_DAY_NONE && table->today - a <= LUM_P_FRESH ? a : LUM_DAY_NONE;
}

/* Groups of pain days with at least GOES_LOWS known low days between one and the next. */
static int
count_clusters (Window w)
{
  int clusters = 0, lows = 0;

  for (gsize i = 0; i < w.n; i++)
    if (!w.days[i].pain) {
      lows++;
    } else {
      if (clusters == 0 || lows >= LUM_P_GOES_LOWS)
        clusters++;
      lows = 0;
    }
  return clusters;
}

/**
 * lum_is_intermittent_persistent:
 *
 * EP-9, comes and goes: pain in each of four weeks, calm in between.
 */
gboolean
lum_is_intermittent_persistent (const LumDayTable *table)
{
  LumDay a = get_recent_pain (table);

  if (a == LUM_DAY_NONE)
    return FALSE;

  Window w = get_window (table, a, LUM_P_GOES_WIN);

  for (LumDay end = a; end > a - LUM_P_GOES_WIN; end -= LUM_P_GOES_BLOCK)
    if (count_pain (get_window (table, end, LUM_P_GOES_BLOCK)) == 0)
      return FALSE;
  return count_pain (w) >= LUM_P_GOES_PAIN && get_pain_span (w) >= LUM_P_GOES_SPAN &&
         count_clusters (w) >= LUM_P_GOES_CLUSTERS;
}

/**
 * lum_is_relapsing_persistent:
 * @relapse: whether the flag of that name is set
 *
 * EP-9b, keeps coming back: bouts that calm weeks part, but that fill half the days.
 */
gboolean
lum_is_relapsing_persistent (const LumDayTable *table, gboolean relapse)
{
  LumDay a = get_recent_pain (table);

  if (!relapse || a == LUM_DAY_NONE)
    return FALSE;

  Window w = get_window (table, a, LUM_P_BACK_WIN);

  return w.n >= LUM_P_BACK_KNOWN && count_pain (w) * 100 >= LUM_P_BACK_PERCENT * (int) w.n &&
         get_pain_span (w) >= LUM_P_BACK_SPAN;
}

/**
 * lum_is_low_grade_persistent:
 *
 * EP-12, low grade: four weeks of hardly anything but ones.
 */
gboolean
lum_is_low_grade_persistent (const LumDayTable *table)
{
  int ones = 0;

  if (table->n == 0)
    return FALSE;

  Window w = get_window (table, table->days[table->n - 1].day, LUM_P_LOWGRADE_WIN);

  if (w.n < LUM_P_LOWGRADE_KNOWN || get_known_span (w) < LUM_P_LOWGRADE_SPAN || count_pain (w) > 0)
    return FALSE;
  for (gsize i = 0; i < w.n; i++)
    ones += w.days[i].score == LUM_P_LOW_MAX;
  return ones * 100 >= LUM_P_LOWGRADE_PERCENT * (int) w.n;
}

/**
 * lum_is_nih_chronic:
 *
 * EP-13: pain on half the known days of half a year.
 */
gboolean
lum_is_nih_chronic (const LumDayTable *table)
{
  if (table->n == 0)
    return FALSE;

  Window w = get_window (table, table->days[table->n - 1].day, LUM_P_NIH_WIN);

  return w.n >= LUM_P_NIH_KNOWN && get_known_span (w) >= LUM_P_NIH_SPAN &&
         count_pain (w) * 100 >= LUM_P_NIH_PERCENT * (int) w.n;
}
