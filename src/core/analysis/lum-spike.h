/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-diary.h"

G_BEGIN_DECLS

/* OU-5: a run against the longest of the 30 days before it. */
typedef enum {
  LUM_SPIKE_NOT_ENOUGH_DATA,
  LUM_SPIKE_REFERENCE,
  LUM_SPIKE_BELOW_FLOOR,
  LUM_SPIKE_SMALL,
  LUM_SPIKE_MODERATE,
  LUM_SPIKE_LARGE,
} LumSpikeCategory;

typedef struct {
  LumSpikeCategory category;
  LumDay day;
  int metres;
  int reference_m; /* LUM_INT_NONE where there is no earlier run in the window and no baseline */
  double ratio;    /* NAN without enough data */
  gsize run;       /* index in LUM_RECORD_RUN */
} LumSpike;

LumSpike lum_spike_for_run (const LumDiary *diary, gsize run);
GArray *lum_spikes_for_all (const LumDiary *diary);
const char *lum_spike_to_word (LumSpikeCategory category);

G_END_DECLS
