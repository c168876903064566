/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-i18n.h"
#include "lum-report-document.h"

/* RUNNING: the usual week and the last one, and the longest run against the longest before it. */

#define USUAL_WEEKS 4

static int
count_run_days (const LumReportInput *input, LumDay first, LumDay last)
{
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (input->diary, &n);
  int count = 0;

  for (gsize i = lum_diary_find_first_day (input->diary, first); i < n && days[i].day <= last; i++)
    count += days[i].n_runs > 0;
  return count;
}

static char *
describe_week (const LumReportInput *input)
{
  /* The usual week is that of the four weeks before the pain began, else before the last seven days. */
  LumDay before = input->of_bout ? MIN (input->first, input->last - 6) : input->last - 6;
  LumDay begin = before - 7 * USUAL_WEEKS;
  g_autofree char *now = lum_format_distance (
      lum_series_get_load (input->series, LUM_CHART_LOAD_DISTANCE, input->last - 6, input->last), input->options.units);
  int days_now = count_run_days (input, input->last - 6, input->last);
  gsize n;
  const LumRun *runs = lum_diary_get_runs (input->diary, &n);
  g_autofree char *usual = NULL, *days_usual = NULL;
  double days;

  if (n == 0 || runs[0].day > input->last)
    return NULL;
  if (runs[0].day > begin)
    return g_strdup_printf (
        /* Translators: %1$s is a distance, %2$d a number of days */
        ngettext ("%1$s on %2$d day in the last 7; no four weeks before to compare.",
                  "%1$s on %2$d days in the last 7; no four weeks before to compare.", days_now),
        now, days_now);

  usual = lum_format_distance (lum_series_get_load (input->series, LUM_CHART_LOAD_DISTANCE, begin, before - 1) /
                                   USUAL_WEEKS,
                               input->options.units);
  days = (double) count_run_days (input, begin, before - 1) / USUAL_WEEKS;
  days_usual = lum_format_number (days, fabs (days - round (days)) < 0.05 ? 0 : 1);
  if (input->of_bout)
    return g_strdup_printf (
        /* Translators: distances, and on how many days a week; the numbers of days may be 0 or have a decimal */
        _ ("Usual %1$s a week (run days: %2$s, four weeks before it began) → %3$s in the last 7 days (run days: "
           "%4$d)."),
        usual, days_usual, now, days_now);
  return g_strdup_printf (
      /* Translators: distances, and on how many days a week; the numbers of days may be 0 or have a decimal */
      _ ("Usual %1$s a week (run days: %2$s, four weeks before) → %3$s in the last 7 days (run days: %4$d)."), usual,
      days_usual, now, days_now);
}

static char *
describe_longest (const LumReportInput *input)
{
  const GArray *spikes = input->findings->spikes;
  const LumSpike *longest = NULL;
  g_autofree char *distance = NULL, *day = NULL, *before = NULL;

  /* The week before counts: what was run then may belong to the story. */
  for (guint i = 0; spikes && i < spikes->len; i++) {
    const LumSpike *spike = &g_array_index (spikes, LumSpike, i);

    if (spike->day >= input->first - 7 && spike->day <= input->last && spike->metres != LUM_INT_NONE &&
        (!longest || spike->metres > longest->metres))
      longest = spike;
  }
  if (!longest)
    return NULL;
  distance = lum_format_distance (longest->metres, input->options.units);
  day = lum_report_format_day (input, longest->day);
  if (longest->reference_m == LUM_INT_NONE)
    /* Translators: %1$s is a distance, %2$s a date */
    return g_strdup_printf (_ ("Longest %1$s on %2$s."), distance, day);
  before = lum_format_distance (longest->reference_m, input->options.units);
  /* Translators: %1$s and %3$s are distances, %2$s a date */
  return g_strdup_printf (_ ("Longest %1$s on %2$s (30 days before: %3$s)."), distance, day, before);
}

char *
lum_part_running (const LumReportInput *input)
{
  GString *text = g_string_new (NULL);

  lum_report_add_sentence (text, describe_week (input));
  lum_report_add_sentence (text, describe_longest (input));
  return g_string_free (text, text->len == 0);
}
