/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-card.h"
#include "lum-detectors-list.h"
#include "lum-i18n.h"
#include "lum-messages.h"
#include "lum-parameters.h"
#include "lum-quiet.h"

/* OU-10 as a note: most of the week on a surface that is new lately. */
static LumCard *
detect (const LumEvidence *e)
{
  LumCard *card;

  if (e->load->new_surface == LUM_INT_NONE || lum_is_learning (e->diary, e->today))
    return NULL;

  card = lum_card_new (e, "OU-10", "surface", LUM_SEVERITY_NOTE, e->today - LUM_P_WEEK * (1 + LUM_P_WEEKS_BEFORE) + 1,
                       e->today);
  card->message = lum_message_new_surface (e->load->new_surface);
  lum_card_add_evidence (card, _ ("The last 7 days"), lum_format_distance (e->load->week_m, e->units));
  return card;
}

const LumDetector lum_detector_surface = {
    .rule = "OU-10",
    .load = TRUE,
    .expert = TRUE,
    .detect = detect,
};
