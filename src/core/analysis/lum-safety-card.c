/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-safety-card.h"

#include <locale.h>

#include "lum-card.h"
#include "lum-emergency.h"
#include "lum-messages.h"

static LumSeverity
get_severity (LumTier tier)
{
  if (tier == LUM_TIER_SOON)
    return LUM_SEVERITY_NOTE;
  return tier == LUM_TIER_WITHIN_DAYS ? LUM_SEVERITY_CAUTION : LUM_SEVERITY_ALERT;
}

/* What the person entered, else what is known of the locale's country, else nothing (RF-R8). */
static const char *
find_number (const LumEvidence *e)
{
  const char *entered = lum_diary_get_preference (e->diary, LUM_PREFERENCE_EMERGENCY);
  const LumEmergency *known = lum_emergency_from_locale (setlocale (LC_ADDRESS, NULL));

  if (entered && *entered)
    return entered;
  return known ? known->number : NULL;
}

static const char *
find_service (const LumEvidence *e)
{
  const char *entered = lum_diary_get_preference (e->diary, LUM_PREFERENCE_SERVICE);
  const LumEmergency *known = lum_emergency_from_locale (setlocale (LC_ADDRESS, NULL));

  if (entered && *entered)
    return entered;
  return known ? known->service : NULL;
}

static char *
say (const LumEvidence *e, LumTier tier, const char *ticked, gboolean pause, gboolean implied)
{
  switch (tier) {
  case LUM_TIER_EMERGENCY:
    return lum_message_emergency (ticked, find_number (e));
  case LUM_TIER_URGENT:
    return lum_message_urgent (ticked, find_service (e), implied);
  case LUM_TIER_WITHIN_DAYS:
    return lum_message_within_days (ticked);
  default:
    return lum_message_soon (ticked, pause);
  }
}

/* Since when, how sure, or where it comes from. */
static char *
describe_sign (const LumOpenSign *open, LumDay today)
{
  if (!open->answer)
    return lum_message_implied_sign ();
  return lum_message_sign (open->sure, open->since, today);
}

/**
 * lum_safety_card_new:
 *
 * The card of a tier (RF-R1, RF-R2): which of its signs are open.
 *
 * Returns: (transfer full) (nullable): %NULL where none is
 */
LumCard *
lum_safety_card_new (const LumEvidence *e, LumTier tier)
{
  g_autofree char *ticked = NULL;
  LumDay first = LUM_DAY_NONE, last = LUM_DAY_NONE;
  gboolean pause = FALSE, implied = TRUE;
  LumCard *card;

  for (guint i = 0; i < e->safety->open->len; i++) {
    const LumOpenSign *open = &g_array_index (e->safety->open, LumOpenSign, i);

    if (open->tier != tier)
      continue;
    ticked = lum_message_join (g_steal_pointer (&ticked), lum_message_texts_translate (open->sign->brief));
    first = first == LUM_DAY_NONE ? open->day : MIN (first, open->day);
    last = MAX (last, open->day);
    pause = pause || open->sign->pauses_running;
    implied = implied && !open->answer;
  }
  if (!ticked)
    return NULL;

  card = lum_card_new (e, "RF", lum_safety_tier_to_word (tier), get_severity (tier), first, last);
  card->message = say (e, tier, ticked, pause, implied);
  card->actions = LUM_CARD_ACTION_CHECKED | LUM_CARD_ACTION_MISTAKE;
  for (guint i = 0; i < e->safety->open->len; i++) {
    const LumOpenSign *open = &g_array_index (e->safety->open, LumOpenSign, i);

    if (open->tier == tier)
      lum_card_add_evidence (card, lum_message_texts_translate (open->sign->brief), describe_sign (open, e->today));
  }
  g_free (card->window);
  card->window = lum_message_ticked_on (first, last, e->today);
  return card;
}
