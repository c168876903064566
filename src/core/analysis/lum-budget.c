/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-budget.h"

#include <string.h>

#include "lum-parameters.h"

/* What became of cards is a list of events in the diary (shown, later, dismissed, settled). From it, and from the visits,
 * follows which of the cards that hold today is shown: nothing else is stored. */

static int
find_variant (const LumDetector *detector, const char *variant)
{
  for (int i = 0; detector->variants && detector->variants[i]; i++)
    if (g_strcmp0 (detector->variants[i], variant) == 0)
      return i;
  return -1;
}

static gboolean
is_about (const LumCardRecord *event, const LumCard *card, LumDay today)
{
  return event->day <= today && g_strcmp0 (event->rule, card->rule) == 0;
}

/* Whether they speak of the same days in part: a back-fill that moves an onset does not make a new alert (EP-8). */
static gboolean
overlaps (const LumCardRecord *event, const LumCard *card)
{
  if (event->first == LUM_DAY_NONE || event->last == LUM_DAY_NONE)
    return TRUE;
  return event->first <= card->last && event->last >= card->first;
}

static LumDay
get_until (const LumCardRecord *event, int days)
{
  return event->until != LUM_DAY_NONE ? event->until : event->day + days;
}

/* The last day on which something that was put off came back. */
static LumDay
find_return (const LumCardRecord *events, gsize n, const LumCard *card, LumDay today)
{
  LumDay back = LUM_DAY_NONE;

  for (gsize i = 0; i < n; i++)
    if (is_about (&events[i], card, today) && events[i].event == LUM_CARD_LATER) {
      LumDay until = get_until (&events[i], LUM_P_LATER);

      if (until <= today)
        back = MAX (back, until);
    }
  return back;
}

static gboolean
is_silenced_by (const LumCardRecord *event, const LumCard *card, const LumDetector *detector, LumDay today, LumDay back)
{
  gboolean rises = find_variant (detector, card->variant) > find_variant (detector, event->variant);

  switch ((LumCardEvent) event->event) {
  case LUM_CARD_SHOWN:
    if (event->day >= today || rises || (back != LUM_DAY_NONE && event->day < back))
      return FALSE;
    return card->once ? overlaps (event, card) : today - event->day < LUM_P_BUDGET_RULE;
  case LUM_CARD_LATER:
    return !rises && today < get_until (event, LUM_P_LATER);
  case LUM_CARD_DISMISSED:
    if (rises || (card->worse && event->day < today))
      return FALSE;
    return card->once ? overlaps (event, card) : today < get_until (event, detector->dismissed_days);
  case LUM_CARD_SETTLED:
    return overlaps (event, card);
  }
  return FALSE;
}

static gboolean
is_settled_by_visit (const LumDiary *diary, const LumCard *card, LumDay today)
{
  gsize n;
  const LumVisit *visits = lum_diary_get_visits (diary, &n);

  for (gsize i = 0; i < n && card->visit_from != LUM_DAY_NONE; i++)
    if (visits[i].day >= card->visit_from && visits[i].day <= today)
      return TRUE;
  return FALSE;
}

static gboolean
may_show (const LumDiary *diary, const LumCard *card, const LumDetector *detector, LumDay today)
{
  gsize n;
  const LumCardRecord *events = lum_diary_get_cards (diary, &n);
  LumDay back = find_return (events, n, card, today);

  if (is_settled_by_visit (diary, card, today))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (is_about (&events[i], card, today) && is_silenced_by (&events[i], card, detector, today, back))
      return FALSE;
  return TRUE;
}

static gboolean
is_safety_rule (const char *rule)
{
  return g_str_has_prefix (rule, "RF");
}

/* How pressing the safety check's most pressing card is. */
static LumTier
find_tier (const GPtrArray *cards)
{
  for (guint i = 0; i < cards->len; i++) {
    const LumCard *card = g_ptr_array_index (cards, i);

    if (is_safety_rule (card->rule))
      return lum_safety_tier_from_word (card->variant);
  }
  return LUM_TIER_NONE;
}

/* The rule whose card was shown today already, if any. */
static const char *
find_shown_today (const LumDiary *diary, LumDay today)
{
  gsize n;
  const LumCardRecord *events = lum_diary_get_cards (diary, &n);

  for (gsize i = 0; i < n; i++)
    if (events[i].day == today && events[i].event == LUM_CARD_SHOWN && events[i].rule &&
        !is_safety_rule (events[i].rule))
      return events[i].rule;
  return NULL;
}

/**
 * lum_budget_apply:
 * @cards: (element-type LumCard): in the order of MS-1; each one's `rank` is the index of its detector
 *
 * Decides which card is shown (OU-16): at most one a day, the same rule not again for a week unless it rises, and none
 * that was put off, dismissed or settled. What the safety check says stands outside of that: an emergency alone, and
 * nothing about running beside an urgent answer (RF-R1, RF-R2); a leg sign from the details goes with a visit.
 */
void
lum_budget_apply (const LumDiary *diary, LumDay today, GPtrArray *cards)
{
  const char *today_rule = find_shown_today (diary, today);
  LumTier tier = find_tier (cards);
  int left = LUM_P_BUDGET_DAY;
  gsize n;
  const LumDetector *const *detectors = lum_detectors_get (&n);

  for (guint i = 0; i < cards->len; i++) {
    LumCard *card = g_ptr_array_index (cards, i);
    const LumDetector *detector = detectors[card->rank];

    if (detector->safety) {
      card->shown = (tier != LUM_TIER_EMERGENCY || i == 0) && !is_settled_by_visit (diary, card, today);
      continue;
    }
    if (tier == LUM_TIER_EMERGENCY || (tier <= LUM_TIER_WITHIN_DAYS && detector->load)) {
      card->shown = FALSE;
      continue;
    }
    card->shown =
        left > 0 && (!today_rule || strcmp (today_rule, card->rule) == 0) && may_show (diary, card, detector, today);
    left -= card->shown;
  }
}
