/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-bout.h"

#include "lum-parameters.h"

/* EP-6, the walk over the known days. Names are those of the rule's pseudo-code. */
typedef struct {
  const LumDayTable *table;
  GArray *bouts;
  LumBout bout; /* the open one */
  gboolean open;
  gsize first_at, last_at; /* the bout's first and last pain day in the table */

  /* the low days since `last` */
  int K;             /* how many */
  LumDay L;          /* the last of them */
  LumDay previous;   /* the known day before: `last` or `L` */
  int silence;       /* the longest run of unknown days since `last` */
  int stretch;       /* lows without a run of more than MAX_GAP unknown days between them */
  LumDay base;       /* what that stretch's length is counted from */
  gboolean resolved; /* one stretch was long enough */

  LumDay limit; /* EP-5: a reported onset lies after it; LUM_DAY_NONE: anywhere */

  /* low days before the first pain day of all, for EP-5 (b) */
  int early;
  LumDay first_early, last_early;
} Walk;

static gboolean
is_relief (const Walk *w)
{
  return w->K >= LUM_P_REMIT_KNOWN && w->L - w->bout.last >= LUM_P_REMIT_SPAN;
}

static void
forget_lows (Walk *w)
{
  w->K = 0;
  w->previous = w->bout.last;
  w->silence = 0;
  w->stretch = 0;
  w->resolved = FALSE;
}

static void
add_low (Walk *w, LumDay d)
{
  int unknown = d - w->previous - 1;

  w->silence = MAX (w->silence, unknown);
  if (unknown > LUM_P_MAX_GAP) {
    w->stretch = 0;
    w->base = d - 1;
  } else if (w->K == 0) {
    w->base = w->bout.last;
  }
  w->stretch++;
  w->K++;
  w->L = w->previous = d;
  if (w->stretch >= LUM_P_REMIT_KNOWN && d - w->base >= LUM_P_RESOLVE_SPAN)
    w->resolved = TRUE;
}

static void
open_bout (Walk *w, gsize i, LumDay limit)
{
  LumDay d = w->table->days[i].day;

  w->bout = (LumBout){.onset = d, .first = d, .last = d, .last_low = LUM_DAY_NONE};
  w->open = TRUE;
  w->first_at = w->last_at = i;
  w->limit = limit;
  forget_lows (w);
}

/* The bout as it stands, with what its lows say, goes into the list. */
static void
store_bout (Walk *w)
{
  gsize known = w->last_at - w->first_at + 1;

  w->bout.n_lows = w->K;
  w->bout.last_low = w->K ? w->L : LUM_DAY_NONE;
  w->bout.relief = is_relief (w);
  w->bout.resolved = w->resolved;
  if (known * LUM_P_MIN_COVER_OF < (gsize) (w->bout.last - w->bout.first + 1))
    w->bout.provisional = TRUE;
  g_array_append_val (w->bouts, w->bout);
}

/* EP-5: the earliest report of the bout's pain days, but neither over an earlier bout nor over verified calm. */
static void
apply_report (Walk *w, LumDay started)
{
  if (started == LUM_DAY_NONE)
    return;
  if (w->limit != LUM_DAY_NONE)
    started = MAX (started, w->limit + 1);
  if (started < w->bout.onset)
    w->bout.onset = started;
  if (w->bout.onset < w->bout.first)
    w->bout.confirmed = w->bout.onset_reported = TRUE;
}

static LumDay
find_early_calm (const Walk *w)
{
  gboolean verified = w->early >= LUM_P_REMIT_KNOWN && w->last_early - w->first_early + 1 >= LUM_P_REMIT_SPAN;

  return verified ? w->last_early : LUM_DAY_NONE;
}

static void
take_pain_day (Walk *w, gsize i)
{
  const LumKnownDay *known = w->table->days;
  LumDay d = known[i].day;

  if (!w->open) {
    open_bout (w, i, find_early_calm (w));
  } else {
    gboolean relief = is_relief (w);
    gboolean isolated = !w->bout.confirmed && w->K >= 1 && d - w->bout.last > LUM_P_CONFIRM_SPAN;
    int gone = d - w->bout.last - 1 - (known[i].on_and_off - known[w->last_at].on_and_off);
    gboolean far = gone > LUM_P_MAX_GAP;
    gboolean silent = gone - w->K > LUM_P_MAX_GAP;

    if (relief || isolated || far) {
      gboolean fresh = w->resolved;

      store_bout (w);
      open_bout (w, i, relief ? w->L : w->bout.last);
      w->bout.fresh = fresh;
      w->bout.continuity_unknown = !fresh && (silent || (!relief && !isolated));
    } else {
      w->silence = MAX (w->silence, d - w->previous - 1);
      if (d - w->bout.last <= LUM_P_CONFIRM_SPAN || w->K == 0)
        w->bout.confirmed = TRUE;
      if (w->silence > LUM_P_SILENT_GAP)
        w->bout.provisional = TRUE;
      w->bout.last = d;
      w->last_at = i;
      forget_lows (w);
    }
  }
  apply_report (w, known[i].started);
}

static void
take_low_day (Walk *w, LumDay d)
{
  if (w->open) {
    add_low (w, d);
  } else {
    if (w->early++ == 0)
      w->first_early = d;
    w->last_early = d;
  }
}

/**
 * lum_bouts_walk:
 *
 * The bouts of the known days (EP-5, EP-6), confirmed or not.
 *
 * Returns: (transfer full): LumBout, oldest first; the last one is the current one
 */
GArray *
lum_bouts_walk (const LumDayTable *table)
{
  Walk w = {.table = table, .bouts = g_array_new (FALSE, TRUE, sizeof (LumBout))};

  for (gsize i = 0; i < table->n; i++) {
    if (table->days[i].pain)
      take_pain_day (&w, i);
    else
      take_low_day (&w, table->days[i].day);
  }
  if (w.open)
    store_bout (&w);
  lum_bouts_count_episodes (w.bouts);
  return w.bouts;
}

/**
 * lum_bouts_count_episodes:
 *
 * Marks the confirmed bouts that start an episode (EP-6b): the first, and each that is fresh or follows a fresh
 * unconfirmed one.
 */
void
lum_bouts_count_episodes (GArray *bouts)
{
  gboolean any = FALSE, fresh = FALSE;

  for (guint i = 0; i < bouts->len; i++) {
    LumBout *bout = &g_array_index (bouts, LumBout, i);

    fresh = fresh || bout->fresh;
    if (bout->confirmed) {
      bout->starts_episode = !any || fresh;
      any = TRUE;
      fresh = FALSE;
    }
  }
}

/**
 * lum_bout_is_relapse:
 *
 * Whether a confirmed bout belongs to an episode that another began, with no silence between them that could hide a
 * recovery (EP-6b).
 */
gboolean
lum_bout_is_relapse (const GArray *bouts, guint index)
{
  const LumBout *bout = &g_array_index (bouts, LumBout, index);

  if (!bout->confirmed || bout->starts_episode)
    return FALSE;

  for (guint i = index + 1; i-- > 0;) {
    const LumBout *at = &g_array_index (bouts, LumBout, i);

    if (i != index && at->confirmed)
      return TRUE;
    if (at->continuity_unknown)
      return FALSE;
  }
  return TRUE;
}
