/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-diary.h"
#include "lum-load.h"

G_BEGIN_DECLS

#define LUM_N_SURFACES (LUM_SURFACE_SAND + 1)

/* What is added up over the runs of a day. What a run does not tell counts 0. */
typedef enum {
  LUM_LOAD_RUNS,
  LUM_LOAD_RATED, /* runs that have a session load: an effort and a time (OU-1) */
  LUM_LOAD_METRES,
  LUM_LOAD_MINUTES,
  LUM_LOAD_AU,   /* effort × minutes, of the rated runs */
  LUM_LOAD_HARD, /* minutes of runs with an effort of 7 or more (OU-9) */
  LUM_LOAD_ASCENT,
  LUM_LOAD_DESCENT,
  LUM_LOAD_PRESENCE,   /* the runs; NAN on a day without sign of life (rules §4) */
  LUM_LOAD_ON_SURFACE, /* metres on each LumSurface */
  LUM_N_LOAD_MEASURES = LUM_LOAD_ON_SURFACE + LUM_N_SURFACES
} LumLoadMeasure;

/* The last days of running, one number a day: as many as the rules look back, also from days of the last two weeks. */
typedef struct {
  LumDay today;
  LumDay begin; /* the first day of the diary: a score or a run; LUM_DAY_NONE in an empty one */
  LumDay first; /* the day of the first number */
  gsize n;      /* days from `first` to `today` */
  double *numbers;
} LumLoadDays;

LumLoadDays *lum_load_days_new (const LumDiary *diary, LumDay today, int days);
void lum_load_days_free (LumLoadDays *self);
const double *lum_load_days_get (const LumLoadDays *self, LumLoadMeasure measure);
int lum_load_days_get_history (const LumLoadDays *self, LumDay day);
LumLoadMeasure lum_load_days_choose (const LumLoadDays *self, gsize n, int days);
void lum_mark_alive (const LumDiary *diary, LumDay first, LumDay today, gboolean *alive);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumLoadDays, lum_load_days_free)

G_END_DECLS
