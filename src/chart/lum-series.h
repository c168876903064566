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

#define LUM_N_CARE_LANES 2
#define LUM_N_LOADS 3     /* what is summed; LUM_CHART_LOAD_WEEKLY is distance */
#define LUM_N_BAR_UNITS 5 /* of LumBarUnit */

/* Care that was tried or sought: a course of a treatment, or a visit of one day. */
typedef struct {
  LumDay first, last;
  const char *name; /* the diary's; NULL: a visit to nobody named */
  gboolean visit;
  int lane; /* the row it is drawn in: 0 or 1 */
} LumCare;

/* Bouts with fewer than 30 calm days between them (EP-6b). */
typedef struct {
  LumDay first, last; /* the onset of the first bout, the last pain day of the last one */
  int bouts;
} LumEpisode;

/* A diary by day, made once: whatever a view shows is then read with a few look-ups, however long the journal is.
 * Index 0 is `first`. Sums have one element more than there are days: the sum of [a, b) is sum[b] − sum[a]. */
typedef struct {
  LumDay first, last;
  LumDay begin; /* of what is logged */
  gsize n;
  float *score; /* C(d) or NAN */
  guint8 *marks;
  double *score_sum;
  guint32 *score_count;
  double *load_sum[LUM_N_LOADS]; /* by LumChartLoad: metres, minutes, effort × minutes */
  /* The most that was run in as many days as a bar of each unit may hold, in the whole diary. */
  double highest[LUM_N_LOADS][LUM_N_BAR_UNITS];
  GArray *bouts;    /* LumBout, confirmed */
  GArray *episodes; /* LumEpisode */
  GArray *spikes;   /* LumSpike of small and more, by day */
  GArray *care;     /* LumCare, by first day */
} LumSeries;

LumSeries *lum_series_new (const LumDiary *diary, const LumFindings *findings);
void lum_series_free (LumSeries *self);
double lum_series_get_score (const LumSeries *self, LumDay day);
guint lum_series_get_marks (const LumSeries *self, LumDay day);
double lum_series_get_load (const LumSeries *self, LumChartLoad load, LumDay first, LumDay last);
double lum_series_get_highest (const LumSeries *self, LumChartLoad load, guint bar_unit);
double lum_series_get_usual (const LumSeries *self, LumChartLoad load, LumDay week);
int lum_series_count_scores (const LumSeries *self, LumDay first, LumDay last);
double lum_series_get_mean (const LumSeries *self, LumDay first, LumDay last, int least);
const LumSpike *lum_series_get_spike (const LumSeries *self, LumDay first, LumDay last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumSeries, lum_series_free)

G_END_DECLS
