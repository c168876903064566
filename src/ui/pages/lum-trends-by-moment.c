/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-i18n.h"
#include "lum-parameters.h"
#include "lum-trends-averages.h"
#include "lum-ui-words.h"

/* Pain by the moment of the day that a score is of, over the last twelve weeks. */

/* As they come in a day, and what sums it up. */
static const LumMoment order[] = {LUM_MOMENT_WAKING, LUM_MOMENT_DURING_RUN, LUM_MOMENT_AFTER_RUN, LUM_MOMENT_AVERAGE,
                                  LUM_MOMENT_WORST};

G_STATIC_ASSERT (G_N_ELEMENTS (order) == LUM_N_MOMENTS);

static void
look (LumPainByMoment *by, LumUiContext *context)
{
  lum_pain_by_moment_init (by, lum_watch_service_get_diary (lum_ui_context_get_watch (context)),
                           lum_ui_context_get_today (context));
}

static char *
describe (LumUiContext *context, gboolean *enough)
{
  LumPainByMoment by;

  look (&by, context);
  *enough = by.enough;
  if (!by.enough)
    return g_strdup_printf (
        /* Translators: %1$d moments of %2$d that are needed, each with %3$d scores or more; %4$d weeks */
        ngettext ("Not enough data yet: %1$d of %2$d moment with %3$d scores or more in the last %4$d weeks",
                  "Not enough data yet: %1$d of %2$d moments with %3$d scores or more in the last %4$d weeks",
                  LUM_P_AVERAGE_TOLD),
        by.told, LUM_P_AVERAGE_TOLD, LUM_P_MEAN_SCORED, by.days / LUM_P_WEEK);
  return g_strdup_printf (
      /* Translators: %1$d weeks, %2$d scores. The plural is that of the scores. */
      ngettext ("The last %1$d weeks, %2$d score. Moments were not all logged on the same days.",
                "The last %1$d weeks, %2$d scores. Moments were not all logged on the same days.", by.scores),
      by.days / LUM_P_WEEK, by.scores);
}

static char *
describe_scores (const LumPainMean *mean)
{
  if (isnan (lum_pain_mean_get (mean)))
    return g_strdup_printf (
        /* Translators: %1$d scores of %2$d that a mean needs */
        ngettext ("Too few yet: %1$d of %2$d score", "Too few yet: %1$d of %2$d scores", LUM_P_MEAN_SCORED), mean->n,
        LUM_P_MEAN_SCORED);
  /* Translators: %1$d scores, %2$d of them are pain */
  return g_strdup_printf (ngettext ("%1$d score, pain in %2$d", "%1$d scores, pain in %2$d", mean->n), mean->n,
                          mean->pain);
}

static void
fill (LumTrendsRows *rows)
{
  LumPainByMoment by;
  guint n = 0;

  look (&by, rows->context);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    const LumPainMean *mean = &by.moments[order[i]];
    g_autofree char *note = describe_scores (mean);

    if (mean->n > 0)
      lum_trends_rows_set_mean (rows, n++, lum_moment_get_label (order[i]), mean, note);
  }
  lum_trends_rows_set_length (rows, n);
}

const LumTrendsAverage lum_trends_by_moment = {N_ ("Pain by Moment"), describe, fill};
