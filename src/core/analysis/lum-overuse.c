/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-overuse.h"

#include <math.h>
#include <string.h>

#include "lum-parameters.h"
#include "lum-run-pains.h"
#include "lum-run.h"
#include "lum-spike.h"

/* OU-15, the only composite: every kind whose rule held on any of the last 14 days counts once. */

typedef struct {
  const LumDiary *diary;
  const LumStatus *status;
  const GArray *spikes;
  const LumLoadDays *days;
  const GArray *run_scores;
} Evidence;

#define GET(measure) lum_load_days_get (e->days, LUM_LOAD_##measure)

/* --- one rule a kind, as it stands on the day of the n-th number --- */

static LumDay
get_day (const Evidence *e, gsize n)
{
  return e->days->first + (LumDay) n - 1;
}

static gboolean
had_spike (const Evidence *e, gsize n, LumSpikeCategory category)
{
  for (guint i = e->spikes->len; i-- > 0;) {
    const LumSpike *spike = &g_array_index (e->spikes, LumSpike, i);

    if (spike->day < get_day (e, n))
      break;
    if (spike->day == get_day (e, n) && spike->category == category)
      return TRUE;
  }
  return FALSE;
}

static gboolean
had_small_spike (const Evidence *e, gsize n)
{
  return had_spike (e, n, LUM_SPIKE_SMALL);
}

static gboolean
had_moderate_spike (const Evidence *e, gsize n)
{
  return had_spike (e, n, LUM_SPIKE_MODERATE);
}

static gboolean
had_large_spike (const Evidence *e, gsize n)
{
  return had_spike (e, n, LUM_SPIKE_LARGE);
}

static gboolean
had_red_runs (const Evidence *e, gsize n)
{
  return lum_has_red_runs (e->run_scores, get_day (e, n));
}

static gboolean
had_not_back (const Evidence *e, gsize n)
{
  return lum_has_not_back (e->run_scores, get_day (e, n));
}

static LumRamp
get_ramp (const Evidence *e, gsize n)
{
  double runs = 0;

  for (gsize i = n > 2 * LUM_P_WEEK ? n - 2 * LUM_P_WEEK : 0; i + LUM_P_WEEK < n; i++)
    runs += GET (RUNS)[i];
  return lum_ramp_new (GET (METRES), n, (guint) runs);
}

static gboolean
had_ramp (const Evidence *e, gsize n)
{
  return get_ramp (e, n).verdict == LUM_LOAD_NOTE;
}

static gboolean
had_few_rest_days (const Evidence *e, gsize n)
{
  return lum_rest_days_new (GET (PRESENCE), n).verdict == LUM_LOAD_NOTE;
}

/* A long streak that is usual for the person counts only while the back hurts: that is looked up last, as it costs most. */
static gboolean
had_streak (const Evidence *e, gsize n)
{
  LumStreak streak = lum_streak_new (GET (RUNS), n, FALSE);

  if (streak.verdict == LUM_LOAD_NOTE || streak.streak < LUM_P_STREAK_LONG)
    return streak.verdict == LUM_LOAD_NOTE;
  if (get_day (e, n) == e->status->today)
    return lum_status_is_active (e->status);

  g_autoptr (LumStatus) then = lum_status_new (e->diary, get_day (e, n));
  return lum_status_is_active (then);
}

static gboolean
had_intensity (const Evidence *e, gsize n)
{
  return lum_intensity_new (GET (HARD), GET (RUNS), GET (RATED), n).verdict == LUM_LOAD_NOTE;
}

static gboolean
had_climb (const Evidence *e, gsize n)
{
  return lum_climb_new (GET (ASCENT), n).verdict == LUM_LOAD_NOTE ||
         lum_climb_new (GET (DESCENT), n).verdict == LUM_LOAD_NOTE;
}

/* The surface that most of the week was on and that is new lately, or LUM_INT_NONE. */
static int
find_new_surface (const Evidence *e, gsize n)
{
  g_autofree double *known = NULL;

  if (n < LUM_P_LOAD_HISTORY)
    return LUM_INT_NONE;
  known = g_new0 (double, n);
  for (int surface = 0; surface < LUM_N_SURFACES; surface++)
    for (gsize i = n - LUM_P_LOAD_HISTORY; i < n; i++)
      known[i] += lum_load_days_get (e->days, LUM_LOAD_ON_SURFACE + surface)[i];
  for (int surface = 0; surface < LUM_N_SURFACES; surface++)
    if (lum_is_new_surface (lum_load_days_get (e->days, LUM_LOAD_ON_SURFACE + surface), known, GET (METRES), n))
      return surface;
  return LUM_INT_NONE;
}

static gboolean
had_surface (const Evidence *e, gsize n)
{
  return find_new_surface (e, n) != LUM_INT_NONE;
}

static gboolean
had_monotony (const Evidence *e, gsize n)
{
  return lum_is_monotonous (GET (AU), GET (RUNS), GET (RATED), n);
}

/* The weights are our judgement (grade D). */
static const struct {
  const char *word;
  int weight;
  gboolean (*held) (const Evidence *e, gsize n);
} kinds_table[LUM_N_OVERUSE_KINDS] = {
    [LUM_OVERUSE_SPIKE_SMALL] = {"spike_small", LUM_P_WEIGHT_SPIKE_SMALL, had_small_spike},
    [LUM_OVERUSE_SPIKE_MODERATE] = {"spike_moderate", LUM_P_WEIGHT_SPIKE_MODERATE, had_moderate_spike},
    [LUM_OVERUSE_SPIKE_LARGE] = {"spike_large", LUM_P_WEIGHT_SPIKE_LARGE, had_large_spike},
    [LUM_OVERUSE_RED_RUNS] = {"red_runs", LUM_P_WEIGHT_RED_RUNS, had_red_runs},
    [LUM_OVERUSE_NOT_BACK] = {"not_back", LUM_P_WEIGHT_NOT_BACK, had_not_back},
    [LUM_OVERUSE_RAMP] = {"ramp", LUM_P_WEIGHT_RAMP, had_ramp},
    [LUM_OVERUSE_FEW_REST_DAYS] = {"few_rest_days", LUM_P_WEIGHT_FEW_REST_DAYS, had_few_rest_days},
    [LUM_OVERUSE_STREAK] = {"streak", LUM_P_WEIGHT_STREAK, had_streak},
    [LUM_OVERUSE_INTENSITY] = {"intensity", LUM_P_WEIGHT_INTENSITY, had_intensity},
    [LUM_OVERUSE_CLIMB] = {"climb", LUM_P_WEIGHT_CLIMB, had_climb},
    [LUM_OVERUSE_SURFACE] = {"surface", LUM_P_WEIGHT_SURFACE, had_surface},
    [LUM_OVERUSE_MONOTONY] = {"monotony", LUM_P_WEIGHT_MONOTONY, had_monotony},
};

/* --- the composite --- */

/**
 * lum_overuse_score:
 * @kinds: 1 << LumOveruseKind
 * @pain_signal: an active bout, pain days this week, or a worse week
 *
 * Adds up the kinds (OU-15), of several spikes the largest only. Without a pain signal nothing fires.
 */
LumOveruse
lum_overuse_score (guint kinds, gboolean pain_signal)
{
  LumOveruse result = {.kinds = kinds};

  if (kinds & (1 << LUM_OVERUSE_SPIKE_LARGE))
    result.kinds &= ~(1u << LUM_OVERUSE_SPIKE_MODERATE | 1u << LUM_OVERUSE_SPIKE_SMALL);
  else if (kinds & (1 << LUM_OVERUSE_SPIKE_MODERATE))
    result.kinds &= ~(1u << LUM_OVERUSE_SPIKE_SMALL);
  for (int kind = 0; kind < LUM_N_OVERUSE_KINDS; kind++)
    if (result.kinds & (1u << kind))
      result.score += kinds_table[kind].weight;
  result.fires = pain_signal && result.score >= LUM_P_OVERUSE_SCORE;
  return result;
}

/**
 * lum_overuse_get_weight:
 *
 * What a kind counts.
 */
int
lum_overuse_get_weight (LumOveruseKind kind)
{
  g_return_val_if_fail (kind < LUM_N_OVERUSE_KINDS, 0);

  return kinds_table[kind].weight;
}

/**
 * lum_overuse_kind_to_word:
 *
 * The word that machines read.
 */
const char *
lum_overuse_kind_to_word (LumOveruseKind kind)
{
  g_return_val_if_fail (kind < LUM_N_OVERUSE_KINDS, NULL);

  return kinds_table[kind].word;
}

/**
 * lum_overuse_kind_from_word:
 * @kind: (out):
 *
 * Returns: %FALSE for a word that is none
 */
gboolean
lum_overuse_kind_from_word (const char *word, LumOveruseKind *kind)
{
  for (int i = 0; i < LUM_N_OVERUSE_KINDS; i++)
    if (g_strcmp0 (kinds_table[i].word, word) == 0) {
      *kind = i;
      return TRUE;
    }
  return FALSE;
}

/**
 * lum_has_pain_signal:
 *
 * Whether the back speaks too (OU-15): an active bout, two logged pain days in the last seven, or a clearly worse week.
 */
gboolean
lum_has_pain_signal (const LumDiary *diary, const LumStatus *status)
{
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (diary, &n);
  int pain = 0;

  for (gsize i = lum_diary_find_first_day (diary, status->today - LUM_P_OVERUSE_PAIN_WIN + 1);
       i < n && days[i].day <= status->today; i++)
    pain += days[i].highest != LUM_INT_NONE && days[i].highest >= LUM_P_PAIN_MIN;
  return lum_status_is_active (status) || pain >= LUM_P_OVERUSE_PAIN_DAYS || status->trend.verdict == LUM_TREND_WORSE;
}

static LumOveruse
find_overuse (const Evidence *e)
{
  LumDay held[LUM_N_OVERUSE_KINDS] = {0};
  LumOveruse overuse;
  guint kinds = 0;

  for (int kind = 0; kind < LUM_N_OVERUSE_KINDS; kind++)
    for (int back = 0; back < LUM_P_OVERUSE_WIN && (gsize) back < e->days->n; back++)
      if (kinds_table[kind].held (e, e->days->n - back)) {
        kinds |= 1u << kind;
        held[kind] = get_day (e, e->days->n - back);
        break;
      }
  overuse = lum_overuse_score (kinds, lum_has_pain_signal (e->diary, e->status));
  memcpy (overuse.held, held, sizeof held);
  return overuse;
}

/* --- today's numbers --- */

/* Of the whole history, as the exponential form never quite forgets (OU-4): day by day with the same steps as
 * lum_acwr_new() takes. */
static double
find_ewma (const LumDiary *diary, LumDay begin, LumDay today)
{
  gsize n_runs, at = 0;
  const LumRun *runs = lum_diary_get_runs (diary, &n_runs);
  LumEwma ewma = {0};

  for (LumDay day = begin; day <= today; day++) {
    double metres = 0;

    for (; at < n_runs && runs[at].day <= day; at++)
      metres += runs[at].distance_m > 0 ? runs[at].distance_m : 0;
    lum_ewma_add (&ewma, metres, day == begin);
  }
  return lum_ewma_get_ratio (&ewma);
}

/* Of the week, in what stands for load; strain only where that is the session load (OU-1, OU-3). */
static LumMonotony
find_monotony (const LumLoadDays *days)
{
  LumLoadMeasure measure = lum_load_days_choose (days, days->n, LUM_P_WEEK);
  LumMonotony monotony = lum_monotony_new (lum_load_days_get (days, measure), days->n);

  if (measure != LUM_LOAD_AU)
    monotony.strain = NAN;
  return monotony;
}

/**
 * lum_load_init:
 * @spikes: LumSpike of all runs
 * @run_scores: LumRunScores of the last 28 days at least
 *
 * What the rules of load say on the last day of @days (OU-1…OU-10, OU-15).
 */
void
lum_load_init (LumLoad *self,
               const LumDiary *diary,
               const LumStatus *status,
               const GArray *spikes,
               const LumLoadDays *days,
               const GArray *run_scores)
{
  const Evidence evidence = {diary, status, spikes, days, run_scores}, *e = &evidence;
  gsize n = days->n;

  *self = (LumLoad){
      .acwr = {NAN, NAN, NAN},
      .monotony = {NAN, NAN},
      .ramp = {LUM_LOAD_NOT_ENOUGH_DATA, NAN},
      .intensity = {LUM_LOAD_NOT_ENOUGH_DATA, NAN, NAN},
      .climb = {LUM_LOAD_NOT_ENOUGH_DATA, NAN, NAN},
      .descent = {LUM_LOAD_NOT_ENOUGH_DATA, NAN, NAN},
      .new_surface = LUM_INT_NONE,
  };
  if (n == 0)
    return;

  self->history = lum_load_days_get_history (days, days->today);
  for (gsize i = n > LUM_P_WEEK ? n - LUM_P_WEEK : 0; i < n; i++)
    self->week_m += GET (METRES)[i];
  self->acwr = lum_acwr_new (GET (METRES), n);
  if (self->history >= LUM_P_LOAD_HISTORY)
    self->acwr.ewma = find_ewma (diary, days->begin, days->today);
  if (self->history >= LUM_P_MONOTONY_HISTORY)
    self->monotony = find_monotony (days);
  self->ramp = get_ramp (e, n);
  self->rest = lum_rest_days_new (GET (PRESENCE), n);
  self->streak = lum_streak_new (GET (RUNS), n, lum_status_is_active (status));
  self->intensity = lum_intensity_new (GET (HARD), GET (RUNS), GET (RATED), n);
  self->climb = lum_climb_new (GET (ASCENT), n);
  self->descent = lum_climb_new (GET (DESCENT), n);
  self->monotonous = had_monotony (e, n);
  self->new_surface = find_new_surface (e, n);
  self->overuse = find_overuse (e);
}
