/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-card.h"
#include "lum-detectors-list.h"
#include "lum-i18n.h"
#include "lum-messages.h"
#include "lum-parameters.h"
#include "lum-quiet.h"

/* OU-3 as a note: a full week of days that were all alike. */
static LumCard *
detect (const LumEvidence *e)
{
  LumCard *card;

  if (!e->load->monotonous || lum_is_learning (e->diary, e->today))
    return NULL;

  card = lum_card_new (e, "OU-3", "monotony", LUM_SEVERITY_NOTE, e->today - LUM_P_WEEK + 1, e->today);
  card->message = lum_message_monotony ();
  lum_card_add_evidence (card, _ ("Monotony"), lum_format_number (e->load->monotony.monotony, 1));
  return card;
}

const LumDetector lum_detector_monotony = {
    .rule = "OU-3",
    .load = TRUE,
    .expert = TRUE,
    .detect = detect,
};
