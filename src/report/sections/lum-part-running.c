/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-i18n.h"
#include "lum-report-document.h"
#include "lum-week-load.h"

/* RUNNING: the usual week and the last one, and the longest run against the longest before it. */

static char *
describe_week (const LumReportInput *input)
{
  LumUnits units = input->options.units;
  LumWeekLoad load;
  g_autofree char *now = NULL, *usual = NULL, *days = NULL;
  gsize n;
  const LumRun *runs = lum_diary_get_runs (input->diary, &n);

  if (n == 0 || runs[0].day > input->last)
    return NULL;
  lum_week_load_init (&load, input->diary, input->status, input->last);
  now = lum_format_distance (load.metres, units);
  if (load.weeks == 0 && load.runs == 0)
    return g_strdup (_ ("No runs in the last 7 days; the usual week is not known yet."));
  if (load.weeks == 0)
    return g_strdup_printf (
        /* Translators: %1$s is a distance, %2$d a number of days */
        ngettext ("%1$s on %2$d day in the last 7; the usual week is not known yet.",
                  "%1$s on %2$d days in the last 7; the usual week is not known yet.", load.run_days),
        now, load.run_days);

  usual = lum_format_distance (load.usual_m, units);
  days = lum_format_number (load.usual_run_days, 1);
  if (load.of_bout)
    return g_strdup_printf (
        /* Translators: distances, and on how many days a week; %2$s has a decimal, %3$d is a number of weeks */
        ngettext (
            "Usual %1$s a week (run days: %2$s; mean of the %3$d week before it began) → %4$s in the last 7 days "
            "(run days: %5$d).",
            "Usual %1$s a week (run days: %2$s; mean of the %3$d weeks before it began) → %4$s in the last 7 days "
            "(run days: %5$d).",
            load.weeks),
        usual, days, load.weeks, now, load.run_days);
  return g_strdup_printf (
      /* Translators: distances, and on how many days a week; %2$s has a decimal, %3$d is a number of weeks */
      ngettext (
          "Usual %1$s a week (run days: %2$s; mean of the %3$d week before) → %4$s in the last 7 days (run days: "
          "%5$d).",
          "Usual %1$s a week (run days: %2$s; mean of the %3$d weeks before) → %4$s in the last 7 days (run days: "
          "%5$d).",
          load.weeks),
      usual, days, load.weeks, now, load.run_days);
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
