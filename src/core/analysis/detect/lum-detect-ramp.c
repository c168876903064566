/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-card.h"
#include "lum-detectors-list.h"
#include "lum-i18n.h"
#include "lum-messages.h"
#include "lum-parameters.h"
#include "lum-quiet.h"

/* OU-6 as a note: a week well above the last, and the biggest of four. */
static LumCard *
detect (const LumEvidence *e)
{
  const LumLoad *load = e->load;
  LumCard *card;

  if (load->ramp.verdict != LUM_LOAD_NOTE || lum_is_learning (e->diary, e->today))
    return NULL;

  card = lum_card_new (e, "OU-6", "ramp", LUM_SEVERITY_NOTE, e->today - LUM_P_RAMP_WEEKS * LUM_P_WEEK + 1, e->today);
  card->message = lum_message_ramp (load->week_m, load->ramp.ratio, e->units);
  lum_card_add_evidence (card, _ ("The last 7 days"), lum_format_distance (load->week_m, e->units));
  lum_card_add_evidence (card, _ ("The 7 days before"),
                         lum_format_distance (load->week_m / load->ramp.ratio, e->units));
  return card;
}

const LumDetector lum_detector_ramp = {
    .rule = "OU-6",
    .load = TRUE,
    .expert = TRUE,
    .detect = detect,
};
