/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-i18n.h"
#include "lum-report-document.h"

/* Parts of the appendix. */

#define WEEKS 12

char *
lum_part_notes (const LumReportInput *input)
{
  gsize n;
  const LumPainEntry *entries;
  const LumDayDetail *details;
  GString *text;

  text = g_string_new (NULL);
  details = lum_diary_get_details (input->diary, &n);
  for (gsize i = 0; i < n; i++) {
    g_autofree char *day = lum_report_format_day (input, details[i].day);

    if (details[i].note && details[i].day >= input->first && details[i].day <= input->last)
      /* Translators: a date and a note of that day */
      g_string_append_printf (text, C_ ("note", "%s%s: %s"), text->len > 0 ? "\n" : "", day, details[i].note);
  }
  entries = lum_diary_get_pain (input->diary, &n);
  for (gsize i = 0; i < n; i++) {
    g_autofree char *day = lum_report_format_day (input, entries[i].day);

    if (entries[i].note && entries[i].day >= input->first && entries[i].day <= input->last)
      /* Translators: a date, a score and the note of that entry */
      g_string_append_printf (text, C_ ("note", "%s%s, pain %d: %s"), text->len > 0 ? "\n" : "", day, entries[i].score,
                              entries[i].note);
  }
  if (text->len == 0)
    g_string_append (text, _ ("No notes in this period."));
  return g_string_free (text, FALSE);
}

char *
lum_part_spikes (const LumReportInput *input)
{
  const GArray *spikes = input->series->spikes;
  GString *text;

  text = g_string_new (NULL);
  for (guint i = 0; i < spikes->len; i++) {
    const LumSpike *spike = &g_array_index (spikes, LumSpike, i);
    g_autofree char *day = NULL, *distance = NULL, *before = NULL;

    if (spike->day < input->first || spike->day > input->last || spike->reference_m == LUM_INT_NONE)
      continue;
    day = lum_report_format_day (input, spike->day);
    distance = lum_format_distance (spike->metres, input->options.units);
    before = lum_format_distance (spike->reference_m, input->options.units);
    /* Translators: a date, a distance, and the longest of the 30 days before it */
    g_string_append_printf (text, C_ ("long run", "%s%s: %s, the longest of the 30 days before was %s"),
                            text->len > 0 ? "\n" : "", day, distance, before);
  }
  if (text->len == 0)
    g_string_append (text, _ ("None in this period."));
  return g_string_free (text, FALSE);
}

char *
lum_part_weeks (const LumReportInput *input)
{
  GString *text;

  text = g_string_new (NULL);
  for (int i = 0; i < WEEKS; i++) {
    LumDay last = input->last - 7 * i, first = last - 6;
    double mean = lum_series_get_mean (input->series, first, last, 3);
    int scored = lum_series_count_scores (input->series, first, last);
    g_autofree char *range = lum_report_format_range (first, last, input->options.today);
    g_autofree char *number = isnan (mean) ? g_strdup ("–") : lum_format_number (mean, 1);
    g_autofree char *distance = lum_format_distance (
        lum_series_get_load (input->series, LUM_CHART_LOAD_DISTANCE, first, last), input->options.units);

    /* Translators: a week, its mean score, the days with a score, and the distance run */
    g_string_append_printf (text, C_ ("week", "%s%s: mean pain %s (n %d), %s"), i > 0 ? "\n" : "", range, number,
                            scored, distance);
  }
  return g_string_free (text, FALSE);
}
