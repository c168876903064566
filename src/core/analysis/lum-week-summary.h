/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-pain-by.h"

G_BEGIN_DECLS

/* One calendar week of pain and running, as a table of weeks shows it. The rules look at rolling windows (OU-2); this is
 * for reading. */
typedef struct {
  LumDay first, last; /* seven days, whether all of them have come or not */
  LumPainMean pain;   /* its mean needs three scored days (PM-4) */
  int highest;        /* LUM_INT_NONE without a score */
  int runs;
  int measured, timed;    /* runs with a known distance, with a known time */
  double metres, seconds; /* of these */
  double longest_m;       /* NAN where no distance is known */
} LumWeekSummary;

LumDay lum_week_find_first (LumDay day, int week_start);
int lum_week_count (const LumDiary *diary, LumDay today, int week_start);
void lum_week_summary_init (LumWeekSummary *self, const LumDiary *diary, LumDay first, LumDay today);

G_END_DECLS
