/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-run.h"
#include "lum-series.h"

/* How a series is read from a diary. */

/* A day that is decades off (a typing error in an import) must not make an array of millions. */
#define MOST_DAYS (150 * 366)

static void
find_extent (LumSeries *self, const LumDiary *diary, LumDay today)
{
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (diary, &n);

  self->last = today;
  self->first = today - 13;
  self->begin = n > 0 ? MAX (days[0].day, today - MOST_DAYS) : today;
  if (n > 0 && days[0].day < self->first)
    self->first = MAX (days[0].day, today - MOST_DAYS);
  self->n = (gsize) (self->last - self->first + 1);
}

static void
add_days (LumSeries *self, const LumDiary *diary)
{
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (diary, &n);

  for (gsize i = 0; i < self->n; i++)
    self->score[i] = NAN;
  for (gsize i = lum_diary_find_first_day (diary, self->first); i < n && days[i].day <= self->last; i++) {
    gsize at = (gsize) (days[i].day - self->first);

    self->score[at] = days[i].chart;
    if (days[i].recalled && days[i].n_entries > 0)
      self->marks[at] |= LUM_DAY_MARK_RECALLED;
  }

  for (gsize i = 0; i < self->n; i++) {
    gboolean known = !isnan (self->score[i]);

    self->score_sum[i + 1] = self->score_sum[i] + (known ? self->score[i] : 0);
    self->score_count[i + 1] = self->score_count[i] + (known ? 1 : 0);
  }
}

static double
get_run_load (const LumRun *run, LumChartLoad load)
{
  double value = NAN;

  switch (load) {
  case LUM_CHART_LOAD_DISTANCE:
  case LUM_CHART_LOAD_WEEKLY:
    value = run->distance_m;
    break;
  case LUM_CHART_LOAD_DURATION:
    value = lum_run_get_duration (run) / 60;
    break;
  case LUM_CHART_LOAD_EFFORT:
    value = lum_run_get_load (run);
    break;
  }
  return isnan (value) ? 0 : value;
}

static void
add_runs (LumSeries *self, const LumDiary *diary)
{
  gsize n;
  const LumRun *runs = lum_diary_get_runs (diary, &n);
  g_autoptr (GHashTable) pairs = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < n; i++) {
    gboolean is_new = runs[i].shoe_id && g_hash_table_add (pairs, (gpointer) runs[i].shoe_id);

    if (runs[i].day < self->first || runs[i].day > self->last)
      continue;

    gsize at = (gsize) (runs[i].day - self->first);

    for (guint load = 0; load < G_N_ELEMENTS (self->load_sum); load++)
      self->load_sum[load][at + 1] += get_run_load (&runs[i], load);
    self->marks[at] |= LUM_DAY_MARK_RUN;
    /* The pair that the journal begins with is no change. */
    if (is_new && g_hash_table_size (pairs) > 1)
      self->marks[at] |= LUM_DAY_MARK_NEW_SHOE;
  }
  for (guint load = 0; load < G_N_ELEMENTS (self->load_sum); load++)
    for (gsize i = 0; i < self->n; i++)
      self->load_sum[load][i + 1] += self->load_sum[load][i];
}

static void
add_flares (LumSeries *self, const LumDiary *diary)
{
  gsize n;
  const LumFlareAnswer *flares = lum_diary_get_flares (diary, &n);

  for (gsize i = 0; i < n; i++)
    if (flares[i].yes == 1 && flares[i].day >= self->first && flares[i].day <= self->last)
      self->marks[flares[i].day - self->first] |= LUM_DAY_MARK_FLARE;
}

/* Not calendar weeks and months, but any days in a row: what no bar exceeds, wherever weeks begin. */
static void
find_highest (LumSeries *self)
{
  static const gsize days[LUM_N_BAR_UNITS] = {1, 7, 31, 92, 366};

  for (guint load = 0; load < LUM_N_LOADS; load++) {
    for (guint unit = 0; unit < LUM_N_BAR_UNITS; unit++) {
      const double *sum = self->load_sum[load];
      double highest = 0;

      for (gsize i = 1; i <= self->n; i++)
        highest = MAX (highest, sum[i] - sum[i > days[unit] ? i - days[unit] : 0]);
      self->highest[load][unit] = highest;
    }
  }
}

static int
compare_care (gconstpointer a, gconstpointer b)
{
  const LumCare *x = a, *y = b;

  return x->first != y->first ? x->first - y->first : x->last - y->last;
}

static void
add_care (LumSeries *self, const LumDiary *diary)
{
  gsize n;
  const LumTreatment *treatments = lum_diary_get_treatments (diary, &n);

  for (gsize i = 0; i < n; i++) {
    /* One without an end goes on. */
    LumCare care = {treatments[i].first, treatments[i].last == LUM_DAY_NONE ? self->last : treatments[i].last,
                    treatments[i].name, FALSE};

    if (care.name && care.first != LUM_DAY_NONE && care.first <= self->last && care.last >= self->first)
      g_array_append_val (self->care, care);
  }

  const LumVisit *visits = lum_diary_get_visits (diary, &n);

  for (gsize i = 0; i < n; i++) {
    LumCare care = {visits[i].day, visits[i].day, visits[i].who, TRUE};

    if (care.first >= self->first && care.first <= self->last)
      g_array_append_val (self->care, care);
  }
  g_array_sort (self->care, compare_care);

  /* Courses that overlap stand in two rows; a third at the same time shares the row that is free soonest. */
  LumDay end[LUM_N_CARE_LANES] = {G_MININT32, G_MININT32};

  for (guint i = 0; i < self->care->len; i++) {
    LumCare *care = &g_array_index (self->care, LumCare, i);

    care->lane = end[0] < care->first || end[0] <= end[1] ? 0 : 1;
    end[care->lane] = MAX (end[care->lane], care->last);
  }
}

static void
add_to_episode (LumSeries *self, const LumBout *bout)
{
  LumEpisode episode = {bout->onset, bout->last, 1};
  LumEpisode *newest =
      self->episodes->len > 0 ? &g_array_index (self->episodes, LumEpisode, self->episodes->len - 1) : NULL;

  if (bout->starts_episode || !newest) {
    g_array_append_val (self->episodes, episode);
    return;
  }
  newest->last = MAX (newest->last, bout->last);
  newest->bouts++;
}

static int
compare_spikes (gconstpointer a, gconstpointer b)
{
  return ((const LumSpike *) a)->day - ((const LumSpike *) b)->day;
}

static void
add_findings (LumSeries *self, const LumFindings *findings)
{
  if (!findings)
    return;
  for (guint i = 0; findings->status && findings->status->all_bouts && i < findings->status->all_bouts->len; i++) {
    const LumBout *bout = &g_array_index (findings->status->all_bouts, LumBout, i);

    if (!bout->confirmed)
      continue;
    g_array_append_vals (self->bouts, bout, 1);
    add_to_episode (self, bout);
  }
  for (guint i = 0; findings->spikes && i < findings->spikes->len; i++) {
    const LumSpike *spike = &g_array_index (findings->spikes, LumSpike, i);

    if (spike->category >= LUM_SPIKE_SMALL && spike->day >= self->first && spike->day <= self->last)
      g_array_append_vals (self->spikes, spike, 1);
  }
  g_array_sort (self->spikes, compare_spikes);
}

/**
 * lum_series_new:
 * @findings: (nullable): bouts, spikes and today
 *
 * Reads a diary into arrays by day, from its first day (or two weeks ago) to today. Days after today are left out
 * until they arrive (EP-2).
 *
 * Returns: (transfer full): the series; it must not outlive @diary
 */
LumSeries *
lum_series_new (const LumDiary *diary, const LumFindings *findings)
{
  LumSeries *self = g_new0 (LumSeries, 1);
  gsize n_days;
  const LumDaySummary *days = lum_diary_get_days (diary, &n_days);
  LumDay today = findings && findings->status ? findings->status->today : n_days > 0 ? days[n_days - 1].day : 0;

  find_extent (self, diary, today);
  self->score = g_new0 (float, self->n);
  self->marks = g_new0 (guint8, self->n);
  self->score_sum = g_new0 (double, self->n + 1);
  self->score_count = g_new0 (guint32, self->n + 1);
  for (guint load = 0; load < G_N_ELEMENTS (self->load_sum); load++)
    self->load_sum[load] = g_new0 (double, self->n + 1);
  self->bouts = g_array_new (FALSE, FALSE, sizeof (LumBout));
  self->spikes = g_array_new (FALSE, FALSE, sizeof (LumSpike));
  self->episodes = g_array_new (FALSE, FALSE, sizeof (LumEpisode));
  self->care = g_array_new (FALSE, FALSE, sizeof (LumCare));

  add_days (self, diary);
  add_runs (self, diary);
  find_highest (self);
  add_care (self, diary);
  add_flares (self, diary);
  add_findings (self, findings);
  return self;
}
