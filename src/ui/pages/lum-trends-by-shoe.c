/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-i18n.h"
#include "lum-parameters.h"
#include "lum-trends-averages.h"

/* Pain the day after a run, by the pair that was worn and by how far it had run, over the whole journal (OU-12). */

static char *
describe_no_pair (void)
{
  return g_strdup (_ ("No run in a named pair yet. The pair is chosen where a run is logged."));
}

static char *
describe_pairs (LumUiContext *context, gboolean *enough)
{
  const LumPainByShoe *by = lum_ui_context_get_findings (context)->by_shoe;

  *enough = by->told > 0;
  if (by->worn == 0)
    return describe_no_pair ();
  if (!*enough)
    return g_strdup_printf (
        /* Translators: %d days are needed, at least 3 */
        ngettext ("Not enough data yet: no pair has %d run day with a score on the day after",
                  "Not enough data yet: no pair has %d run days with a score on the day after", LUM_P_MEAN_SCORED),
        LUM_P_MEAN_SCORED);
  return g_strdup_printf (
      /* Translators: %d is a number of pairs of shoes */
      ngettext ("The day after a run, over the whole journal, %d pair. Pairs are worn at different times, so other "
                "things differ, too.",
                "The day after a run, over the whole journal, %d pairs. Pairs are worn at different times, so other "
                "things differ, too.",
                by->worn),
      by->worn);
}

/* "14 of 18 run days with a score on the day after" */
static char *
describe_run_days (const LumPainMean *after, int run_days)
{
  return g_strdup_printf (
      /* Translators: %1$d of %2$d days with a run have a score on the day after. The plural is that of the run days. */
      ngettext ("%1$d of %2$d run day with a score on the day after",
                "%1$d of %2$d run days with a score on the day after", run_days),
      after->n, run_days);
}

static char *
describe_pair (const LumPainOfShoe *pair, LumUnits units)
{
  g_autofree char *distance = lum_format_distance (pair->metres, units);
  g_autofree char *days = describe_run_days (&pair->after, pair->run_days);
  g_autofree char *known = g_strdup_printf (
      /* Translators: of a pair of shoes: how far it has run, and "14 of 18 run days with a score on the day after" */
      C_ ("shoe", "%1$s · %2$s"), distance, days);
  double worst = lum_pain_mean_get (&pair->worst);
  g_autofree char *number = NULL, *runs = NULL;

  if (isnan (worst))
    return g_steal_pointer (&known);
  number = lum_format_number (worst, 1);
  runs = g_strdup_printf (
      /* Translators: %1$s is the mean of the worst scores during runs and in the two hours after; %2$d runs */
      ngettext ("worst during or after a run %1$s on average (%2$d run)",
                "worst during or after a run %1$s on average (%2$d runs)", pair->worst.n),
      number, pair->worst.n);
  return g_strdup_printf (C_ ("shoe", "%1$s · %2$s"), known, runs);
}

static char *
get_name (const LumPainOfShoe *pair)
{
  const char *name = pair->name && *pair->name ? pair->name : C_ ("shoe", "Pair without a name");

  if (!pair->id)
    return g_strdup (C_ ("shoe", "No pair named"));
  if (pair->retired)
    /* Translators: %s is the name of a pair of shoes */
    return g_strdup_printf (C_ ("shoe", "%s, retired"), name);
  return g_strdup (name);
}

static void
fill_pairs (LumTrendsRows *rows)
{
  LumUnits units = lum_ui_context_get_units (rows->context);
  const GArray *pairs = lum_ui_context_get_findings (rows->context)->by_shoe->pairs;

  for (guint i = 0; i < pairs->len; i++) {
    const LumPainOfShoe *pair = &g_array_index (pairs, LumPainOfShoe, i);
    g_autofree char *name = get_name (pair), *note = describe_pair (pair, units);

    lum_trends_rows_set_mean (rows, i, name, &pair->after, note);
  }
  lum_trends_rows_set_length (rows, pairs->len);
}

const LumTrendsAverage lum_trends_by_shoe = {N_ ("Pain by Shoe"), describe_pairs, fill_pairs};

/* --- distance on the shoes --- */

static char *
describe_bands (LumUiContext *context, gboolean *enough)
{
  const LumPainByShoe *by = lum_ui_context_get_findings (context)->by_shoe;

  *enough = by->bands_told >= LUM_P_AVERAGE_TOLD;
  if (by->worn == 0)
    return describe_no_pair ();
  if (!*enough)
    return g_strdup_printf (
        /* Translators: %1$d distances of %2$d that are needed, each with %3$d run days or more. The plural is that of the
         * needed ones. */
        ngettext ("Not enough data yet: %1$d of %2$d distance with %3$d run days that have a score on the day after",
                  "Not enough data yet: %1$d of %2$d distances with %3$d run days that have a score on the day after",
                  LUM_P_AVERAGE_TOLD),
        by->bands_told, LUM_P_AVERAGE_TOLD, LUM_P_MEAN_SCORED);
  return g_strdup (_ ("The day after a run, over the whole journal, by how far the pair had run before it, also before "
                      "this journal began. One bout can make a difference here."));
}

static char *
get_band_name (int band, LumUnits units)
{
  double first = lum_shoe_band_get_metres (band, units), end = lum_shoe_band_get_metres (band + 1, units);
  g_autofree char *from = lum_format_distance_bare (first, units), *to = lum_format_distance (end, units);
  g_autofree char *from_with_unit = lum_format_distance (first, units);

  if (band == LUM_SHOE_BANDS - 1)
    /* Translators: %s is a distance */
    return g_strdup_printf (C_ ("distance", "%s or more"), from_with_unit);
  /* Translators: from one distance to another; only the second has its unit: "200–400 km" */
  return g_strdup_printf (C_ ("distance", "%1$s–%2$s"), from, to);
}

static void
fill_bands (LumTrendsRows *rows)
{
  const LumPainByShoe *by = lum_ui_context_get_findings (rows->context)->by_shoe;
  guint n = 0;

  for (int band = 0; band < LUM_SHOE_BANDS; band++) {
    g_autofree char *name = get_band_name (band, by->units);
    g_autofree char *note = describe_run_days (&by->bands[band], by->band_days[band]);

    if (by->band_days[band] > 0)
      lum_trends_rows_set_mean (rows, n++, name, &by->bands[band], note);
  }
  lum_trends_rows_set_length (rows, n);
}

const LumTrendsAverage lum_trends_by_shoe_age = {N_ ("Pain by Distance on the Shoes"), describe_bands, fill_bands};
