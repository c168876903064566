/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-running.h"

#include <math.h>
#include <string.h>

#include "lum-messages.h"
#include "lum-parameters.h"
#include "lum-run-pains.h"

/* MS-4: whether to pause running, to adjust it, or to run as agreed. What the safety check says stands above a visit; of
 * the rest, what was known at the visit was the visit's to judge. */

static const LumVisit *
find_visit (const LumEvidence *e)
{
  gsize n;
  const LumVisit *visits = lum_diary_get_visits (e->diary, &n);
  const LumVisit *newest = NULL;

  for (gsize i = 0; i < n && e->status->visit != LUM_DAY_NONE; i++)
    if (visits[i].day == e->status->visit)
      newest = &visits[i];
  return newest;
}

/* New leg signs: a numb or weak leg, or pain below the knee that was not there before (A09). */
static gboolean
has_leg_signs (const LumEvidence *e, LumDay after)
{
  gsize n;
  const LumDayDetail *details = lum_diary_get_details (e->diary, &n);

  for (gsize i = 0; i < n && details[i].day <= e->today; i++) {
    if (details[i].day <= after || details[i].day <= e->today - LUM_P_LEG_SIGN_DAYS)
      continue;
    if (details[i].leg_numb == 1 ||
        (details[i].spread_below_knee == 1 && !(i > 0 && details[i - 1].spread_below_knee == 1)))
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_red_runs (const LumEvidence *e, LumDay after)
{
  int red = 0;

  for (guint i = 0; i < e->run_scores->len; i++) {
    const LumRunScores *scores = &g_array_index (e->run_scores, LumRunScores, i);

    red += scores->day > after && scores->day > e->today - LUM_P_RED_WIN && scores->day <= e->today &&
           lum_run_scores_judge (scores, e->today).zone == LUM_ZONE_RED;
  }
  return red >= LUM_P_RED_RUNS;
}

static gboolean
is_severe (const GPtrArray *cards, LumDay after)
{
  for (guint i = 0; i < cards->len; i++) {
    const LumCard *card = g_ptr_array_index (cards, i);

    if (strcmp (card->rule, "EP-11") == 0)
      return card->last > after;
  }
  return FALSE;
}

/* Three weeks, and no visit yet. A slight pain that is easing off changes nothing. */
static gboolean
is_beyond (const LumStatus *status)
{
  return (status->state == LUM_STATE_BEYOND || status->state == LUM_STATE_CHRONIC) &&
         !(status->flags & LUM_FLAG_SETTLING) && !(status->mean < LUM_P_SLIGHT_MEAN);
}

static LumRunningReason
find_pause (const LumEvidence *e, const GPtrArray *cards, const LumVisit *visit)
{
  LumDay after = visit ? visit->day : LUM_DAY_NONE;

  if (has_leg_signs (e, after))
    return LUM_RUNNING_FOR_LEG;
  if (visit && visit->plan == LUM_PLAN_RUN_AS_AGREED)
    return LUM_RUNNING_FOR_NOTHING;
  if (has_red_runs (e, after))
    return LUM_RUNNING_FOR_RED_RUNS;
  return is_severe (cards, after) ? LUM_RUNNING_FOR_SEVERE : LUM_RUNNING_FOR_NOTHING;
}

/**
 * lum_running_advice_new:
 * @cards: all that hold today
 *
 * What is said of running today (MS-4).
 */
LumRunningAdvice
lum_running_advice_new (const LumEvidence *e, const GPtrArray *cards)
{
  const LumVisit *visit = find_visit (e);
  LumRunningReason reason;

  if (lum_safety_pauses_running (e->safety))
    return (LumRunningAdvice){LUM_RUNNING_PAUSE, LUM_RUNNING_FOR_SAFETY, LUM_DAY_NONE};
  reason = find_pause (e, cards, visit);
  if (reason != LUM_RUNNING_FOR_NOTHING)
    return (LumRunningAdvice){LUM_RUNNING_PAUSE, reason, LUM_DAY_NONE};
  if (visit && visit->plan == LUM_PLAN_RUN_AS_AGREED)
    return (LumRunningAdvice){LUM_RUNNING_AS_AGREED, LUM_RUNNING_FOR_VISIT, visit->day};
  if (visit && visit->plan == LUM_PLAN_PAUSE && (visit->pause_until == LUM_DAY_NONE || visit->pause_until > e->today))
    return (LumRunningAdvice){LUM_RUNNING_PAUSE, LUM_RUNNING_FOR_VISIT, visit->pause_until};
  if (!visit && is_beyond (e->status))
    return (LumRunningAdvice){LUM_RUNNING_ADJUST, LUM_RUNNING_FOR_THREE_WEEKS, LUM_DAY_NONE};
  return (LumRunningAdvice){LUM_RUNNING_FREE, LUM_RUNNING_FOR_NOTHING, LUM_DAY_NONE};
}

/**
 * lum_findings_describe_running:
 *
 * What is said of running today, in one sentence. Beside an emergency there is no word on running (RF-R1).
 *
 * Returns: (transfer full) (nullable): translated; %NULL where there is nothing to say
 */
char *
lum_findings_describe_running (const LumFindings *self)
{
  const LumRunningAdvice *advice = &self->running;

  if (advice->running == LUM_RUNNING_FREE || self->tier == LUM_TIER_EMERGENCY)
    return NULL;
  if (advice->running == LUM_RUNNING_ADJUST)
    return lum_message_run_easily ();
  if (advice->running == LUM_RUNNING_AS_AGREED)
    return lum_message_run_as_agreed (advice->day, self->status->today);
  if (advice->reason == LUM_RUNNING_FOR_VISIT)
    return lum_message_pause_as_agreed (advice->day, self->status->today);
  return advice->reason == LUM_RUNNING_FOR_SAFETY ? lum_message_pause_for_safety () : lum_message_pause ();
}
