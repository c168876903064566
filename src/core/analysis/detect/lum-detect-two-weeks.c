/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-card.h"
#include "lum-detectors-list.h"
#include "lum-i18n.h"
#include "lum-messages.h"
#include "lum-parameters.h"

/* EP-8, approaching: information only, as long as the third week is still ahead. */
static LumCard *
detect (const LumEvidence *e)
{
  const LumStatus *status = e->status;
  LumDay by = status->onset + LUM_P_BEYOND;
  LumCard *card;

  if (status->state != LUM_STATE_APPROACHING || status->visit != LUM_DAY_NONE || by <= e->today)
    return NULL;

  card = lum_card_new (e, "EP-8", "approaching", LUM_SEVERITY_NOTE, status->onset, status->last_pain);
  card->message = lum_message_two_weeks (status->trend.last, status->trend.previous, by, e->today);
  card->actions = LUM_CARD_ACTION_LATER | LUM_CARD_ACTION_DISMISS;
  card->visit_from = status->onset;
  lum_card_add_evidence (card, _ ("Pain days"), lum_message_pain_of_known (status->pain_days, status->known_days));
  lum_card_add_evidence (card, _ ("Began"), lum_message_date (status->onset, e->today));
  return card;
}

const LumDetector lum_detector_two_weeks = {
    .rule = "EP-8",
    .variants = lum_phase_variants,
    .dismissed_days = LUM_P_DISMISSED,
    .once = TRUE,
    .detect = detect,
};
