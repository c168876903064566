/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-load-days.h"
#include "lum-status.h"

G_BEGIN_DECLS

/* The kinds of load that OU-15 puts together, one bit each. */
typedef enum {
  LUM_OVERUSE_SPIKE_SMALL,
  LUM_OVERUSE_SPIKE_MODERATE,
  LUM_OVERUSE_SPIKE_LARGE,
  LUM_OVERUSE_RED_RUNS,
  LUM_OVERUSE_NOT_BACK,
  LUM_OVERUSE_RAMP,
  LUM_OVERUSE_FEW_REST_DAYS,
  LUM_OVERUSE_STREAK,
  LUM_OVERUSE_INTENSITY,
  LUM_OVERUSE_CLIMB,
  LUM_OVERUSE_SURFACE,
  LUM_OVERUSE_MONOTONY,
  LUM_N_OVERUSE_KINDS
} LumOveruseKind;

typedef struct {
  int score;
  guint kinds; /* 1 << LumOveruseKind; of the spikes the largest only */
  gboolean fires;
  LumDay held[LUM_N_OVERUSE_KINDS]; /* the newest day on which each of the kinds held */
} LumOveruse;

/* What the rules of load say today: the numbers behind Trends and `status`. NAN where undefined. */
typedef struct {
  int history; /* days (OU-2) */
  double week_m;
  LumAcwr acwr;
  LumMonotony monotony;
  LumRamp ramp;
  LumRestDays rest;
  LumStreak streak;
  LumIntensity intensity;
  LumClimb climb, descent;
  gboolean monotonous; /* OU-3 as a note */
  int new_surface;     /* OU-10: a LumSurface, or LUM_INT_NONE */
  LumOveruse overuse;
} LumLoad;

LumOveruse lum_overuse_score (guint kinds, gboolean pain_signal);
int lum_overuse_get_weight (LumOveruseKind kind);
const char *lum_overuse_kind_to_word (LumOveruseKind kind);
gboolean lum_overuse_kind_from_word (const char *word, LumOveruseKind *kind);
gboolean lum_has_pain_signal (const LumDiary *diary, const LumStatus *status);
void lum_load_init (LumLoad *self,
                    const LumDiary *diary,
                    const LumStatus *status,
                    const GArray *spikes,
                    const LumLoadDays *days,
                    const GArray *run_scores);

G_END_DECLS
