/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-card.h"
#include "lum-detectors-list.h"
#include "lum-i18n.h"
#include "lum-messages.h"
#include "lum-parameters.h"

/* EP-11, strong or rising: an appointment this week. Speaks of the newest scored day, so that it does not vanish over
 * night before the person has read it. */

static const LumDaySummary *
find_newest_scored (const LumEvidence *e)
{
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (e->diary, &n);

  for (gsize i = lum_diary_find_first_day (e->diary, e->today + 1); i-- > 0 && days[i].day >= e->today - LUM_P_STALE;)
    if (days[i].highest != LUM_INT_NONE)
      return &days[i];
  return NULL;
}

static const LumDaySummary *
find_other_severe (const LumEvidence *e, const LumDaySummary *day)
{
  for (int back = 1; back <= LUM_P_SEVERE_BEFORE && day->highest >= LUM_P_SEVERE; back++) {
    const LumDaySummary *other = lum_diary_find_day (e->diary, day->day - back);

    if (other && other->highest != LUM_INT_NONE && other->highest >= LUM_P_SEVERE)
      return other;
  }
  return NULL;
}

/* Who has been at it for twelve weeks, or has seen someone, hears only of what is unusual for them, once a flare. */
static gboolean
needs_more (const LumEvidence *e)
{
  return e->status->last_known_state == LUM_STATE_CHRONIC || e->status->visit != LUM_DAY_NONE;
}

/* The first of the scored days up to @day that were above the usual, with no silence between them. */
static LumDay
find_flare_begin (const LumEvidence *e, LumDay day)
{
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (e->diary, &n);
  LumDay begin = day;

  for (gsize i = lum_diary_find_first_day (e->diary, day); i-- > 0 && days[i].day >= begin - LUM_P_STALE;) {
    if (days[i].highest == LUM_INT_NONE)
      continue;
    if (!lum_is_above_usual (e->diary, days[i].day))
      break;
    begin = days[i].day;
  }
  return begin;
}

static LumCard *
detect (const LumEvidence *e)
{
  const LumDaySummary *day = find_newest_scored (e);
  const LumDaySummary *other;
  LumTrend trend;
  LumCard *card;

  if (!day || !lum_is_severe_or_worse (e->diary, day->day) ||
      (needs_more (e) && !lum_is_above_usual (e->diary, day->day)))
    return NULL;

  other = find_other_severe (e, day);
  trend = lum_trend_new (e->diary, day->day);
  if (other) {
    card = lum_card_new (e, "EP-11", "severe", LUM_SEVERITY_ALERT, other->day, day->day);
    card->message = lum_message_strong (other->highest, day->highest, day->day - other->day + 1);
    lum_card_add_evidence (card, _ ("Highest score before"), lum_message_score (other->highest, other->day, e->today));
    lum_card_add_evidence (card, _ ("Highest score"), lum_message_score (day->highest, day->day, e->today));
  } else if (trend.verdict == LUM_TREND_WORSE) {
    card = lum_card_new (e, "EP-11", "worse", LUM_SEVERITY_ALERT, day->day - 2 * LUM_P_WEEK + 1, day->day);
    card->message = lum_message_worse (trend.last, trend.previous);
  } else {
    card = lum_card_new (e, "EP-11", "stops", LUM_SEVERITY_ALERT, day->day, day->day);
    card->message = lum_message_stops_activities ();
    lum_card_add_evidence (card, _ ("Highest score"), lum_message_score (day->highest, day->day, e->today));
  }
  if (trend.verdict != LUM_TREND_NOT_ENOUGH_DATA) {
    lum_card_add_evidence (card, _ ("Mean this week"), lum_message_mean (trend.last, trend.n_last));
    lum_card_add_evidence (card, _ ("Mean last week"), lum_message_mean (trend.previous, trend.n_previous));
  }
  card->actions = LUM_CARD_ACTION_SAFETY_CHECK | LUM_CARD_ACTION_PREPARE_PAGE | LUM_CARD_ACTION_SEEN_SOMEONE |
                  LUM_CARD_ACTION_LATER;
  card->visit_from = day->day;
  if (needs_more (e)) {
    card->once = TRUE;
    card->first = MIN (card->first, find_flare_begin (e, day->day));
  }
  return card;
}

static const char *const variants[] = {"stops", "worse", "severe", NULL};

const LumDetector lum_detector_severe = {
    .rule = "EP-11",
    .variants = variants,
    .dismissed_days = LUM_P_DISMISSED,
    .detect = detect,
};
