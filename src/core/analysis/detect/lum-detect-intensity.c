/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-card.h"
#include "lum-detectors-list.h"
#include "lum-i18n.h"
#include "lum-messages.h"
#include "lum-parameters.h"
#include "lum-quiet.h"

/* OU-9 as a note: many more hard minutes than in a usual week. */
static LumCard *
detect (const LumEvidence *e)
{
  const LumIntensity *intensity = &e->load->intensity;
  LumCard *card;

  if (intensity->verdict != LUM_LOAD_NOTE || lum_is_learning (e->diary, e->today))
    return NULL;

  card = lum_card_new (e, "OU-9", "intensity", LUM_SEVERITY_NOTE, e->today - LUM_P_WEEK * (1 + LUM_P_WEEKS_BEFORE) + 1,
                       e->today);
  card->message = lum_message_intensity (intensity->week, intensity->usual);
  lum_card_add_evidence (card, _ ("Hard minutes this week"), lum_format_number (intensity->week, 0));
  lum_card_add_evidence (card, _ ("In a usual week"), lum_format_number (intensity->usual, 0));
  return card;
}

const LumDetector lum_detector_intensity = {
    .rule = "OU-9",
    .load = TRUE,
    .expert = TRUE,
    .detect = detect,
};
