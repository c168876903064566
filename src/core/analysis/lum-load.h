/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-diary.h"

G_BEGIN_DECLS

/* Windows over daily loads (rules §4). Each takes an array of days, oldest first, whose last is the evaluated day. */

typedef enum { LUM_LOAD_NOT_ENOUGH_DATA, LUM_LOAD_OK, LUM_LOAD_NOTE, LUM_LOAD_CAUTION } LumLoadVerdict;

/* OU-4: shown, never alarmed on. NAN where undefined. */
typedef struct {
  double coupled, uncoupled, ewma;
} LumAcwr;

LumAcwr lum_acwr_new (const double *daily, gsize n);

/* The two exponentially weighted means of OU-4, day by day. */
typedef struct {
  double acute, chronic;
} LumEwma;

void lum_ewma_add (LumEwma *self, double load, gboolean is_first);
double lum_ewma_get_ratio (const LumEwma *self);

/* OU-3 of the last seven days. NAN where all is rest. */
typedef struct {
  double monotony; /* at most 10 */
  double strain;
} LumMonotony;

LumMonotony lum_monotony_new (const double *daily, gsize n);

/* OU-6: this week against the last; fires as LUM_LOAD_NOTE. */
typedef struct {
  LumLoadVerdict verdict;
  double ratio; /* W0 / W1, NAN without enough data */
} LumRamp;

LumRamp lum_ramp_new (const double *daily, gsize n, guint runs_in_previous_week);

/* OU-7: run-free days of the last 14; fires as LUM_LOAD_NOTE. */
typedef struct {
  LumLoadVerdict verdict;
  int rest_days;
} LumRestDays;

LumRestDays lum_rest_days_new (const double *daily, gsize n);

/* OU-8: run days in a row. */
typedef struct {
  LumLoadVerdict verdict;
  int streak;
  int habitual; /* the longest of the 56 days before it */
} LumStreak;

LumStreak lum_streak_new (const double *daily, gsize n, gboolean bout_active);

/* OU-9: hard minutes of the week against a usual week. */
typedef struct {
  LumLoadVerdict verdict;
  double week, usual; /* minutes; NAN without enough data */
} LumIntensity;

LumIntensity lum_intensity_new (const double *hard, const double *runs, const double *rated, gsize n);

/* OU-10: metres up (or down) of the week against a usual week. */
typedef struct {
  LumLoadVerdict verdict;
  double week, usual; /* metres; NAN without enough data */
} LumClimb;

LumClimb lum_climb_new (const double *climbed, gsize n);
gboolean lum_is_new_surface (const double *on_it, const double *known, const double *all, gsize n);
gboolean lum_is_monotonous (const double *au, const double *runs, const double *rated, gsize n);

/* OU-11: the zone of one run, and whether the back was as before on the next morning. */
typedef enum { LUM_ZONE_NONE, LUM_ZONE_GREEN, LUM_ZONE_AMBER, LUM_ZONE_RED } LumZone;
typedef enum { LUM_BACK_UNKNOWN, LUM_BACK_YES, LUM_BACK_NO } LumBackToBaseline;

typedef struct {
  LumZone zone;
  LumBackToBaseline back;
} LumRunPain;

LumRunPain lum_run_pain_new (int before, int during, int after, int morning, int next_morning);

G_END_DECLS
