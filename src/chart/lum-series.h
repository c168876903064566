/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-chart.h"

G_BEGIN_DECLS

typedef enum {
  LUM_DAY_MARK_RECALLED = 1 << 0, /* every score was entered late (PM-5) */
  LUM_DAY_MARK_FLARE = 1 << 1,    /* the person said yes (EP-10) */
  LUM_DAY_MARK_NEW_SHOE = 1 << 2, /* the first run in a pair */
  LUM_DAY_MARK_RUN = 1 << 3,      /* a run or more, also one without a distance */
} LumDayMarks;

/* A diary by day, made once: whatever a view shows is then read with a few look-ups, however long the journal is.
 * Index 0 is `first`. Sums have one element more than there are days: the sum of [a, b) is sum[b] − sum[a]. */
typedef struct {
  LumDay first, last;
  gsize n;
  float *score; /* C(d) or NAN */
  guint8 *marks;
  double *score_sum;
  guint32 *score_count;
  double *load_sum[3]; /* by LumChartLoad: metres, minutes, effort × minutes */
  GArray *bouts;       /* LumBout, confirmed */
  GArray *spikes;      /* LumSpike of small and more, by day */
} LumSeries;

LumSeries *lum_series_new (const LumDiary *diary, const LumFindings *findings);
void lum_series_free (LumSeries *self);
double lum_series_get_score (const LumSeries *self, LumDay day);
guint lum_series_get_marks (const LumSeries *self, LumDay day);
double lum_series_get_load (const LumSeries *self, LumChartLoad load, LumDay first, LumDay last);
int lum_series_count_scores (const LumSeries *self, LumDay first, LumDay last);
double lum_series_get_mean (const LumSeries *self, LumDay first, LumDay last, int least);
const LumSpike *lum_series_get_spike (const LumSeries *self, LumDay first, LumDay last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumSeries, lum_series_free)

G_END_DECLS
