/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-i18n.h"
#include "lum-parameters.h"
#include "lum-report-document.h"

/* STORY: how it began, where it is, on how many days it hurt, how much, what was before. */

#define MOST_EPISODES 3

static int
find_how (const LumReportInput *input)
{
  gsize n;
  const LumPainEntry *entries = lum_diary_get_pain (input->diary, &n);

  for (gsize i = 0; i < n; i++)
    if (entries[i].day >= input->status->onset && entries[i].day <= input->status->today &&
        entries[i].how != LUM_INT_NONE)
      return entries[i].how;
  return LUM_INT_NONE;
}

/* How long the last run of some days was; NULL where there was none, or its distance is not known. */
static char *
find_run (const LumReportInput *input, LumDay first, LumDay last)
{
  gsize n;
  const LumRun *runs = lum_diary_get_runs (input->diary, &n);
  const LumRun *found = NULL;

  for (gsize i = 0; i < n && runs[i].day <= last; i++)
    if (runs[i].day >= first)
      found = &runs[i];
  return found && found->distance_m > 0 ? lum_format_distance (found->distance_m, input->options.units) : NULL;
}

static char *
describe_beginning (const LumReportInput *input)
{
  const LumStatus *status = input->status;
  g_autofree char *day = NULL, *last = NULL, *run = NULL;

  if (status->onset == LUM_DAY_NONE)
    return g_strdup (_ ("No bout of pain on record."));

  day = lum_report_format_day (input, status->onset);
  if (!lum_status_is_active (status) && status->state != LUM_STATE_UNKNOWN) {
    last = lum_report_format_day (input, status->last_pain);
    /* Translators: both are dates */
    return g_strdup_printf (_ ("The last bout began %1$s; last pain day %2$s."), day, last);
  }
  switch (find_how (input)) {
  case LUM_HOW_DURING_RUN:
    run = find_run (input, status->onset, status->onset);
    /* Translators: %1$s is a date, %2$s a distance */
    return run ? g_strdup_printf (_ ("Began %1$s, during a run of %2$s."), day, run)
               : g_strdup_printf (_ ("Began %s, during a run."), day);
  case LUM_HOW_AFTER_RUN:
    run = find_run (input, status->onset - 1, status->onset);
    /* Translators: %1$s is a date, %2$s a distance */
    return run ? g_strdup_printf (_ ("Began %1$s, after a run of %2$s."), day, run)
               : g_strdup_printf (_ ("Began %s, after a run."), day);
  case LUM_HOW_LIFTING:
    return g_strdup_printf (_ ("Began %s, on lifting or twisting."), day);
  case LUM_HOW_FALL:
    return g_strdup_printf (_ ("Began %s, with a fall."), day);
  case LUM_HOW_GRADUALLY:
    return g_strdup_printf (_ ("Began %s, gradually."), day);
  default:
    return g_strdup_printf (_ ("Began %s."), day);
  }
}

static void
describe_places (const LumReportInput *input, GString *text)
{
  gsize n;
  const LumDayDetail *details = lum_diary_get_details (input->diary, &n);
  gboolean left = FALSE, middle = FALSE, right = FALSE, buttock = FALSE, thigh = FALSE, knee = FALSE, numb = FALSE;
  g_autoptr (GPtrArray) where = g_ptr_array_new (), spread = g_ptr_array_new ();

  for (gsize i = 0; i < n; i++) {
    if (details[i].day < input->first || details[i].day > input->last)
      continue;
    left |= details[i].where_left == 1;
    middle |= details[i].where_middle == 1;
    right |= details[i].where_right == 1;
    buttock |= details[i].spread_buttock == 1;
    thigh |= details[i].spread_thigh == 1;
    knee |= details[i].spread_below_knee == 1;
    numb |= details[i].leg_numb == 1;
  }
  if (left)
    g_ptr_array_add (where, (gpointer) C_ ("low back", "left"));
  if (middle)
    g_ptr_array_add (where, (gpointer) C_ ("low back", "middle"));
  if (right)
    g_ptr_array_add (where, (gpointer) C_ ("low back", "right"));
  if (buttock)
    g_ptr_array_add (spread, (gpointer) C_ ("spreads to", "buttock"));
  if (thigh)
    g_ptr_array_add (spread, (gpointer) C_ ("spreads to", "thigh"));
  if (knee)
    g_ptr_array_add (spread, (gpointer) C_ ("spreads to", "below the knee"));

  if (where->len > 0) {
    g_autofree char *list = lum_report_join (where);

    /* Translators: %s is a list of: left, middle, right */
    lum_report_add_sentence (text, g_strdup_printf (_ ("Low back: %s."), list));
  }
  if (spread->len > 0) {
    g_autofree char *list = lum_report_join (spread);

    /* Translators: %s is a list of: buttock, thigh, below the knee */
    lum_report_add_sentence (text, g_strdup_printf (_ ("Spreads to: %s."), list));
  }
  if (numb)
    lum_report_add_sentence (text, g_strdup (_ ("Numbness or weakness in the leg was noted.")));
}

/* Days that were answered for count as known (EP-4), but they were not logged, and the head says how many were. */
static char *
describe_days (const LumReportInput *input)
{
  LumDay first = input->first, last = input->last;
  int pain, known, answered;

  if (input->of_bout && input->status->known_days != LUM_INT_NONE) {
    first = input->status->onset;
    last = input->status->last_pain;
    pain = input->status->pain_days;
    known = input->status->known_days;
  } else {
    lum_day_table_count (input->table, first, last, &known, &pain);
  }
  if (known == 0)
    return g_strdup (_ ("No scores were logged in this period."));
  answered = known - lum_series_count_scores (input->series, first, last);
  if (answered > 0)
    return g_strdup_printf (
        /* Translators: pain days of days with an entry or an answer; %3$d days have only an answer to "How has your back
         * been?". The plural is that of %3$d. */
        ngettext ("Pain on %1$d of %2$d known days; %3$d of them was answered for later, not logged.",
                  "Pain on %1$d of %2$d known days; %3$d of them were answered for later, not logged.", answered),
        pain, known, answered);
  return g_strdup_printf (
      /* Translators: pain days of days with an entry */
      ngettext ("Pain on %1$d of %2$d logged day.", "Pain on %1$d of %2$d logged days.", known), pain, known);
}

static char *
describe_mean (const LumReportInput *input)
{
  LumTrend trend =
      input->last == input->status->today ? input->status->trend : lum_trend_new (input->diary, input->last);
  g_autofree char *last = NULL, *previous = NULL;

  if (trend.verdict == LUM_TREND_NOT_ENOUGH_DATA) {
    double mean = lum_series_get_mean (input->series, input->last - LUM_P_MEAN_WIN + 1, input->last, LUM_P_MEAN_SCORED);

    if (isnan (mean))
      return NULL;
    last = lum_format_number (mean, 1);
    return g_strdup_printf (
        /* Translators: %1$s is a mean score, %2$d how many days it is made of */
        _ ("Mean %1$s (last 7 days, n %2$d); too few scores the week before to compare."), last,
        lum_series_count_scores (input->series, input->last - LUM_P_MEAN_WIN + 1, input->last));
  }

  last = lum_format_number (trend.last, 1);
  previous = lum_format_number (trend.previous, 1);
  switch (trend.verdict) {
  case LUM_TREND_BETTER:
    /* Translators: mean scores of two weeks, each with the number of days it is made of; also below */
    return g_strdup_printf (_ ("Mean %1$s (7 d, n %2$d) vs %3$s the week before (n %4$d): better."), last, trend.n_last,
                            previous, trend.n_previous);
  case LUM_TREND_WORSE:
    return g_strdup_printf (_ ("Mean %1$s (7 d, n %2$d) vs %3$s the week before (n %4$d): worse."), last, trend.n_last,
                            previous, trend.n_previous);
  default:
    return g_strdup_printf (_ ("Mean %1$s (7 d, n %2$d) vs %3$s the week before (n %4$d): no meaningful change."), last,
                            trend.n_last, previous, trend.n_previous);
  }
}

static char *
describe_worst (const LumReportInput *input)
{
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (input->diary, &n);
  const LumDaySummary *worst = NULL;
  g_autofree char *day = NULL;

  for (gsize i = lum_diary_find_first_day (input->diary, input->first); i < n && days[i].day <= input->last; i++)
    if (days[i].n_entries > 0 && (!worst || days[i].highest > worst->highest))
      worst = &days[i];
  if (!worst || worst->highest == 0)
    return NULL;
  day = lum_report_format_day (input, worst->day);
  /* Translators: %1$d is a score, %2$s a date; the chart's dots are means of a day */
  return g_strdup_printf (_ ("Worst single score %1$d on %2$s."), worst->highest, day);
}

static char *
describe_episodes (const LumReportInput *input)
{
  g_autoptr (GArray) episodes = lum_report_list_episodes (input);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  int earlier = (int) episodes->len;

  for (guint i = episodes->len; i > 0 && words->len < MOST_EPISODES; i--) {
    const LumReportEpisode *episode = &g_array_index (episodes, LumReportEpisode, i - 1);
    g_autofree char *month = lum_day_format (episode->first, LUM_DAY_FORMAT_MONTH);
    int days = episode->last - episode->first + 1;

    /* Translators: %1$s is a month with its year, %2$d the length of an episode in days */
    g_ptr_array_add (words, g_strdup_printf (ngettext ("%1$s (%2$d day)", "%1$s (%2$d days)", days), month, days));
  }
  if (earlier == 0)
    return NULL;
  list = lum_report_join (words);
  if (earlier > MOST_EPISODES)
    return g_strdup_printf (
        /* Translators: %1$d episodes in all; %2$s lists the newest three */
        ngettext ("%1$d earlier episode, the newest: %2$s.", "%1$d earlier episodes, the newest: %2$s.", earlier),
        earlier, list);
  return g_strdup_printf (_ ("Earlier episodes: %s."), list);
}

static char *
describe_six_months (const LumReportInput *input)
{
  int known, pain;

  if (!(input->status->flags & LUM_FLAG_NIH_CHRONIC))
    return NULL;
  lum_day_table_count (input->table, input->status->last_known - LUM_P_NIH_WIN + 1, input->status->last_known, &known,
                       &pain);
  return g_strdup_printf (ngettext ("In six months: pain on %1$d of %2$d known day.",
                                    "In six months: pain on %1$d of %2$d known days.", known),
                          pain, known);
}

char *
lum_part_story (const LumReportInput *input)
{
  GString *text = g_string_new (NULL);

  lum_report_add_sentence (text, describe_beginning (input));
  describe_places (input, text);
  lum_report_add_sentence (text, describe_days (input));
  lum_report_add_sentence (text, describe_mean (input));
  lum_report_add_sentence (text, describe_worst (input));
  lum_report_add_sentence (text, lum_status_label_course (input->status));
  lum_report_add_sentence (text, describe_episodes (input));
  lum_report_add_sentence (text, describe_six_months (input));
  return g_string_free (text, FALSE);
}
