/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-i18n.h"
#include "lum-parameters.h"
#include "lum-trends-averages.h"

/* Pain by the day of the week, over the last twelve weeks. */

static void
look (LumPainByWeekday *by, LumUiContext *context)
{
  lum_pain_by_weekday_init (by, lum_watch_service_get_diary (lum_ui_context_get_watch (context)),
                            lum_ui_context_get_today (context));
}

static char *
describe (LumUiContext *context, gboolean *enough)
{
  LumPainByWeekday by;

  look (&by, context);
  *enough = by.enough;
  if (!by.enough)
    return g_strdup_printf (
        /* Translators: %1$d days have a score of %2$d that are needed; %3$d weeks. The plural is that of the needed. */
        ngettext ("Not enough data yet: %1$d of %2$d day with a score in the last %3$d weeks",
                  "Not enough data yet: %1$d of %2$d days with a score in the last %3$d weeks", LUM_P_AVERAGE_SCORED),
        by.scored, LUM_P_AVERAGE_SCORED, by.days / LUM_P_WEEK);
  return g_strdup_printf (
      /* Translators: %1$d weeks; %2$d of %3$d days have a score. The plural is that of all days. */
      ngettext ("The last %1$d weeks, %2$d of %3$d day with a score",
                "The last %1$d weeks, %2$d of %3$d days with a score", by.days),
      by.days / LUM_P_WEEK, by.scored, by.days);
}

static char *
describe_days (const LumPainMean *mean)
{
  if (isnan (lum_pain_mean_get (mean)))
    return g_strdup_printf (
        /* Translators: %1$d days have a score of %2$d that a mean needs */
        ngettext ("Too few yet: %1$d of %2$d day", "Too few yet: %1$d of %2$d days", LUM_P_MEAN_SCORED), mean->n,
        LUM_P_MEAN_SCORED);
  /* Translators: %1$d days with a score, %2$d of them with pain */
  return g_strdup_printf (ngettext ("%1$d day, pain on %2$d", "%1$d days, pain on %2$d", mean->n), mean->n, mean->pain);
}

/* In the order of the person's week. */
static void
fill (LumTrendsRows *rows)
{
  int start = lum_settings_get_week_start (lum_ui_context_get_settings (rows->context));
  LumPainByWeekday by;

  look (&by, rows->context);
  for (int i = 0; i < LUM_P_WEEK; i++) {
    int weekday = (start - 1 + i) % LUM_P_WEEK;
    /* Any Monday will do: only the name of its weekday is shown. */
    g_autofree char *name = lum_day_format (lum_day_from_ymd (2024, 1, 1) + weekday, LUM_DAY_FORMAT_WEEKDAY_NAME);
    g_autofree char *note = describe_days (&by.weekdays[weekday]);

    lum_trends_rows_set_mean (rows, i, name, &by.weekdays[weekday], note);
  }
}

const LumTrendsAverage lum_trends_by_weekday = {N_ ("Pain by Weekday"), describe, fill};
