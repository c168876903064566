/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-series.h"

#include <math.h>

#include "lum-run.h"

/* A day that is decades off (a typing error in an import) must not make an array of millions. */
#define MOST_DAYS (150 * 366)

static void
find_extent (LumSeries *self, const LumDiary *diary, LumDay today)
{
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (diary, &n);

  self->last = today;
  self->first = today - 13;
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

    if (bout->confirmed)
      g_array_append_vals (self->bouts, bout, 1);
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
 * Returns: (transfer full): the series
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

  add_days (self, diary);
  add_runs (self, diary);
  add_flares (self, diary);
  add_findings (self, findings);
  return self;
}

void
lum_series_free (LumSeries *self)
{
  g_free (self->score);
  g_free (self->marks);
  g_free (self->score_sum);
  g_free (self->score_count);
  for (guint load = 0; load < G_N_ELEMENTS (self->load_sum); load++)
    g_free (self->load_sum[load]);
  g_array_unref (self->bouts);
  g_array_unref (self->spikes);
  g_free (self);
}

/**
 * lum_series_get_score:
 *
 * C(d) of a day (PM-3).
 *
 * Returns: 0 to 10, or NAN where nothing is known
 */
double
lum_series_get_score (const LumSeries *self, LumDay day)
{
  return day < self->first || day > self->last ? NAN : self->score[day - self->first];
}

guint
lum_series_get_marks (const LumSeries *self, LumDay day)
{
  return day < self->first || day > self->last ? 0 : self->marks[day - self->first];
}

/* Cuts the days first to last, both counted, to indices [*a, *b). */
static gboolean
cut (const LumSeries *self, LumDay first, LumDay last, gsize *a, gsize *b)
{
  first = MAX (first, self->first);
  last = MIN (last, self->last);
  if (first > last)
    return FALSE;
  *a = (gsize) (first - self->first);
  *b = (gsize) (last - self->first + 1);
  return TRUE;
}

/**
 * lum_series_get_load:
 *
 * What was run on the days first to last, both counted.
 *
 * Returns: metres, minutes or effort × minutes
 */
double
lum_series_get_load (const LumSeries *self, LumChartLoad load, LumDay first, LumDay last)
{
  gsize a, b;

  if (!cut (self, first, last, &a, &b))
    return 0;
  /* The difference of two long sums may be a hair off zero. */
  double sum = self->load_sum[load][b] - self->load_sum[load][a];
  return sum < 1e-6 ? 0 : sum;
}

int
lum_series_count_scores (const LumSeries *self, LumDay first, LumDay last)
{
  gsize a, b;

  return cut (self, first, last, &a, &b) ? (int) (self->score_count[b] - self->score_count[a]) : 0;
}

/**
 * lum_series_get_mean:
 * @least: how many scored days there must be (PM-4)
 *
 * The mean of C over the days first to last, both counted. Unknown days are left out, never filled in.
 *
 * Returns: 0 to 10, or NAN with fewer scored days
 */
double
lum_series_get_mean (const LumSeries *self, LumDay first, LumDay last, int least)
{
  gsize a, b;
  guint32 count;

  if (!cut (self, first, last, &a, &b))
    return NAN;
  count = self->score_count[b] - self->score_count[a];
  if (count == 0 || (int) count < least)
    return NAN;
  return CLAMP ((self->score_sum[b] - self->score_sum[a]) / count, 0, 10);
}

/**
 * lum_series_get_spike:
 *
 * The spike of the highest category on the days first to last, both counted; of equal ones the earliest.
 *
 * Returns: (transfer none) (nullable): %NULL where there is none
 */
const LumSpike *
lum_series_get_spike (const LumSeries *self, LumDay first, LumDay last)
{
  const LumSpike *spikes = (const LumSpike *) (gpointer) self->spikes->data;
  const LumSpike *found = NULL;
  guint low = 0, high = self->spikes->len;

  while (low < high) {
    guint middle = (low + high) / 2;

    if (spikes[middle].day < first)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < self->spikes->len && spikes[low].day <= last; low++)
    if (!found || spikes[low].category > found->category)
      found = &spikes[low];
  return found;
}
