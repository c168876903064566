/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-series.h"

#include <math.h>

#include "lum-parameters.h"

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
  g_array_unref (self->episodes);
  g_array_unref (self->care);
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

static guint
get_load_index (LumChartLoad load)
{
  return load == LUM_CHART_LOAD_WEEKLY ? LUM_CHART_LOAD_DISTANCE : load;
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
  const double *sums = self->load_sum[get_load_index (load)];
  double sum = sums[b] - sums[a];
  return sum < 1e-6 ? 0 : sum;
}

/**
 * lum_series_get_highest:
 * @bar_unit: a #LumBarUnit
 *
 * What no bar of a unit exceeds, in the whole diary.
 *
 * Returns: metres, minutes or effort × minutes; 0 without a run
 */
double
lum_series_get_highest (const LumSeries *self, LumChartLoad load, guint bar_unit)
{
  g_return_val_if_fail (bar_unit < LUM_N_BAR_UNITS, 0);

  return self->highest[get_load_index (load)][bar_unit];
}

/**
 * lum_series_get_usual:
 * @week: the first day of a week
 *
 * What is usual in a week: the mean of the four weeks before it. The diary must reach back as far.
 *
 * Returns: metres, minutes or effort × minutes; NAN where it is not known yet
 */
double
lum_series_get_usual (const LumSeries *self, LumChartLoad load, LumDay week)
{
  LumDay first = week - LUM_P_USUAL_HISTORY;

  return first < self->begin ? NAN
                             : lum_series_get_load (self, load, first, week - 1) / (LUM_P_USUAL_HISTORY / LUM_P_WEEK);
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
