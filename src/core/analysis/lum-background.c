/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lum-parameters.h"
#include "lum-safety.h"

/* The background facts of the safety check: asked once, changeable, each may be left open. */

/**
 * lum_background_find:
 * @fact: LUM_FACT_…
 *
 * Returns: (nullable): the newest answer that was given by @today
 */
const LumBackground *
lum_background_find (const LumDiary *diary, const char *fact, LumDay today)
{
  gsize n;
  const LumBackground *all = lum_diary_get_background (diary, &n);
  const LumBackground *found = NULL;

  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (all[i].fact, fact) == 0 && all[i].day <= today + LUM_P_SIGN_AHEAD &&
        (!found || all[i].day >= found->day))
      found = &all[i];
  return found && found->value && *found->value ? found : NULL;
}

/**
 * lum_background_is_yes:
 *
 * Whether a fact holds. An operation or injection counts for three months (RF-10); one without a date counts.
 */
gboolean
lum_background_is_yes (const LumDiary *diary, const char *fact, LumDay today)
{
  const LumBackground *found = lum_background_find (diary, fact, today);

  if (!found || strcmp (found->value, "yes") != 0)
    return FALSE;
  return strcmp (fact, LUM_FACT_OPERATION) != 0 || found->since == LUM_DAY_NONE ||
         today - found->since <= LUM_P_OPERATION_FRESH;
}

/**
 * lum_background_get_age:
 * @day: when
 * @today: answers given later do not exist yet
 *
 * Returns: the age that is reached in the year of @day, or LUM_INT_NONE where the birth year is not known
 */
int
lum_background_get_age (const LumDiary *diary, LumDay day, LumDay today)
{
  const LumBackground *born = lum_background_find (diary, LUM_FACT_BIRTH_YEAR, today);
  gint64 birth_year = born ? g_ascii_strtoll (born->value, NULL, 10) : 0;
  int year;

  lum_day_to_ymd (day, &year, NULL, NULL);
  return birth_year > year - LUM_P_OLDEST && birth_year <= year ? year - (int) birth_year : LUM_INT_NONE;
}
