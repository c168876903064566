/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-chart-private.h"
#include "lum-i18n.h"

/* What the chart shows, in words: for screen readers, the crosshair and the table. Every case is a whole sentence. */

static char *
describe_trend (double previous, double last, int scored, int days)
{
  g_autofree char *from = lum_format_number (previous, 1);
  g_autofree char *to = lum_format_number (last, 1);

  if (g_str_equal (from, to))
    return g_strdup_printf (
        /* Translators: %1$s is a mean score with one decimal; %2$d of %3$d days have a score */
        ngettext ("Pain stayed at %1$s in the last two weeks; %2$d of %3$d day logged.",
                  "Pain stayed at %1$s in the last two weeks; %2$d of %3$d days logged.", days),
        to, scored, days);
  if (last < previous)
    return g_strdup_printf (
        /* Translators: %1$s and %2$s are mean scores with one decimal; %3$d of %4$d days have a score */
        ngettext ("Pain fell from %1$s to %2$s in the last two weeks; %3$d of %4$d day logged.",
                  "Pain fell from %1$s to %2$s in the last two weeks; %3$d of %4$d days logged.", days),
        from, to, scored, days);
  return g_strdup_printf (
      /* Translators: %1$s and %2$s are mean scores with one decimal; %3$d of %4$d days have a score */
      ngettext ("Pain rose from %1$s to %2$s in the last two weeks; %3$d of %4$d day logged.",
                "Pain rose from %1$s to %2$s in the last two weeks; %3$d of %4$d days logged.", days),
      from, to, scored, days);
}

/* The same of two weeks that are over. */
static char *
describe_past_trend (double previous, double last, int scored, int days, LumDay day)
{
  g_autofree char *from = lum_format_number (previous, 1);
  g_autofree char *to = lum_format_number (last, 1);
  g_autofree char *date = lum_day_format (day, LUM_DAY_FORMAT_LONG);

  if (g_str_equal (from, to))
    return g_strdup_printf (
        /* Translators: %1$s is a mean score with one decimal; %2$d of %3$d days have a score; %4$s is a date */
        ngettext ("Pain stayed at %1$s in the two weeks up to %4$s; %2$d of %3$d day logged.",
                  "Pain stayed at %1$s in the two weeks up to %4$s; %2$d of %3$d days logged.", days),
        to, scored, days, date);
  if (last < previous)
    return g_strdup_printf (
        /* Translators: %1$s and %2$s are mean scores with one decimal; %3$d of %4$d days have a score; %5$s is a date */
        ngettext ("Pain fell from %1$s to %2$s in the two weeks up to %5$s; %3$d of %4$d day logged.",
                  "Pain fell from %1$s to %2$s in the two weeks up to %5$s; %3$d of %4$d days logged.", days),
        from, to, scored, days, date);
  return g_strdup_printf (
      /* Translators: %1$s and %2$s are mean scores with one decimal; %3$d of %4$d days have a score; %5$s is a date */
      ngettext ("Pain rose from %1$s to %2$s in the two weeks up to %5$s; %3$d of %4$d day logged.",
                "Pain rose from %1$s to %2$s in the two weeks up to %5$s; %3$d of %4$d days logged.", days),
      from, to, scored, days, date);
}

/**
 * lum_chart_describe:
 *
 * What a view shows, in one sentence. The two means are those of PM-6 at the view's last day.
 *
 * Returns: (transfer full): translated text
 */
char *
lum_chart_describe (const LumChart *self, const LumChartView *view)
{
  const LumSeries *series = self->series;
  LumDay first = (LumDay) MAX (floor (view->first), series->first);
  LumDay last = (LumDay) MIN (floor (view->last + 1 - 1e-9), series->last);
  int days = MAX (last - first + 1, 0);
  int scored = lum_series_count_scores (series, first, last);
  LumTrend trend = lum_trend_new (self->diary, last);
  g_autofree char *mean = NULL;

  if (scored == 0 && (lum_series_get_load (series, LUM_CHART_LOAD_DISTANCE, first, last) > 0 ||
                      lum_series_get_load (series, LUM_CHART_LOAD_DURATION, first, last) > 0))
    return g_strdup (_ ("Runs, but no scores in these days."));
  if (scored == 0)
    return g_strdup (_ ("Nothing is logged in these days yet."));
  if (trend.verdict != LUM_TREND_NOT_ENOUGH_DATA && days >= 14)
    return last == series->last ? describe_trend (trend.previous, trend.last, scored, days)
                                : describe_past_trend (trend.previous, trend.last, scored, days, last);

  mean = lum_format_number (lum_series_get_mean (series, first, last, 1), 1);
  return g_strdup_printf (
      /* Translators: %1$s is a mean score with one decimal; %2$d of %3$d days have a score */
      ngettext ("Mean pain %1$s; %2$d of %3$d day logged.", "Mean pain %1$s; %2$d of %3$d days logged.", days), mean,
      scored, days);
}

static const char *
describe_spike (LumSpikeCategory category)
{
  switch (category) {
  case LUM_SPIKE_SMALL:
    return _ ("That is over 10 % beyond the longest run of the 30 days before.");
  case LUM_SPIKE_MODERATE:
    return _ ("That is over 30 % beyond the longest run of the 30 days before.");
  case LUM_SPIKE_LARGE:
    return _ ("That is more than double the longest run of the 30 days before.");
  default:
    return NULL;
  }
}

static void
append_name (GString *list, const char *name)
{
  /* Translators: what stands between the words of a list */
  g_string_append_printf (list, "%s%s", list->len > 0 ? C_ ("list separator", ", ") : "", name);
}

/* What was tried on a day, and who was seen. */
static void
add_care (const LumSeries *series, LumDay day, GString *text)
{
  g_autoptr (GString) tried = g_string_new (NULL), seen = g_string_new (NULL);
  gboolean nameless = FALSE;

  for (guint i = 0; i < series->care->len; i++) {
    const LumCare *care = &g_array_index (series->care, LumCare, i);

    if (care->first > day)
      break;
    if (care->last < day)
      continue;
    if (!care->visit)
      append_name (tried, care->name);
    else if (care->name && *care->name)
      append_name (seen, care->name);
    else
      nameless = TRUE;
  }
  if (tried->len > 0) {
    g_string_append_c (text, ' ');
    /* Translators: %s is a list of treatments in the person's words */
    g_string_append_printf (text, _ ("Tried: %s."), tried->str);
  }
  if (nameless)
    g_string_append_printf (text, " %s", _ ("A visit."));
  if (seen->len > 0) {
    g_string_append_c (text, ' ');
    /* Translators: %s is a list of whom the person saw, in their words */
    g_string_append_printf (text, _ ("Seen: %s."), seen->str);
  }
}

/* The week of a day beside the usual one, where the chart shows weeks. */
static void
add_week (const LumSeries *series, const LumChartView *view, LumDay day, GString *text)
{
  const LumTimeStep step = {LUM_TIME_WEEK, 1};
  LumDay first = lum_time_step_floor (step, view->week_start, day);
  g_autofree char *distance = NULL, *usual = NULL;
  double mean;

  if (view->load != LUM_CHART_LOAD_WEEKLY)
    return;
  distance = lum_format_distance (lum_series_get_load (series, view->load, first, first + 6), view->units);
  mean = lum_series_get_usual (series, view->load, first);
  g_string_append_c (text, ' ');
  if (isnan (mean)) {
    /* Translators: %s is the distance that was run in a week */
    g_string_append_printf (text, _ ("Its week: %s."), distance);
    return;
  }
  usual = lum_format_distance (mean, view->units);
  /* Translators: %1$s is the distance that was run in a week, %2$s the mean of the four weeks before */
  g_string_append_printf (text, _ ("Its week: %1$s; the mean of the four weeks before: %2$s."), distance, usual);
}

/**
 * lum_chart_describe_day:
 *
 * What is known of a day: date, scores, running, spike, what was tried, who was seen; whole sentences.
 *
 * Returns: (transfer full): translated text
 */
char *
lum_chart_describe_day (const LumChart *self, const LumChartView *view, LumDay day)
{
  const LumDaySummary *summary = lum_diary_find_day (self->diary, day);
  g_autofree char *date = lum_day_format (day, LUM_DAY_FORMAT_WEEKDAY);
  g_autofree char *distance = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  const LumSpike *spike = lum_series_get_spike (self->series, day, day);
  const char *spike_text = spike ? describe_spike (spike->category) : NULL;

  if (!summary || (summary->n_entries == 0 && summary->n_runs == 0)) {
    /* Translators: %s is a weekday and date */
    g_string_append_printf (text, _ ("%s: nothing logged."), date);
    add_care (self->series, day, text);
    add_week (self->series, view, day, text);
    return g_string_free (g_steal_pointer (&text), FALSE);
  }

  if (summary->n_runs > 0)
    distance = summary->distance_m > 0 ? lum_format_distance (summary->distance_m, view->units)
                                       : lum_format_duration (summary->duration_s);
  if (summary->n_entries == 0) {
    /* Translators: %1$s is a weekday and date, %2$s a distance */
    g_string_append_printf (text, _ ("%1$s: no score; ran %2$s."), date, distance);
  } else {
    double rounded = floor (summary->chart * 10 + 0.5) / 10;
    g_autofree char *score = lum_format_number (rounded, fabs (rounded - round (rounded)) < 0.05 ? 0 : 1);

    if (summary->highest > summary->chart + 0.05 && distance)
      /* Translators: %1$s is a weekday and date, %2$s a score, %3$d the highest score, %4$s a distance */
      g_string_append_printf (text, _ ("%1$s: pain %2$s, at worst %3$d; ran %4$s."), date, score, summary->highest,
                              distance);
    else if (summary->highest > summary->chart + 0.05)
      g_string_append_printf (text, _ ("%1$s: pain %2$s, at worst %3$d."), date, score, summary->highest);
    else if (distance)
      g_string_append_printf (text, _ ("%1$s: pain %2$s; ran %3$s."), date, score, distance);
    else
      g_string_append_printf (text, _ ("%1$s: pain %2$s."), date, score);
    if (summary->recalled)
      g_string_append_printf (text, " %s", _ ("Entered later."));
  }
  if (spike_text)
    g_string_append_printf (text, " %s", spike_text);
  add_care (self->series, day, text);
  add_week (self->series, view, day, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
