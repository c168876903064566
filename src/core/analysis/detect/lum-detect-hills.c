/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-card.h"
#include "lum-detectors-list.h"
#include "lum-i18n.h"
#include "lum-messages.h"
#include "lum-parameters.h"
#include "lum-quiet.h"

/* OU-10 as a note: a week with much more descent or climb than usual. Descent comes first: it asks more of the back. */
static LumCard *
detect (const LumEvidence *e)
{
  gboolean down = e->load->descent.verdict == LUM_LOAD_NOTE;
  const LumClimb *climb = down ? &e->load->descent : &e->load->climb;
  LumCard *card;

  if (climb->verdict != LUM_LOAD_NOTE || lum_is_learning (e->diary, e->today))
    return NULL;

  card = lum_card_new (e, "OU-10", down ? "descent" : "climb", LUM_SEVERITY_NOTE,
                       e->today - LUM_P_WEEK * (1 + LUM_P_WEEKS_BEFORE) + 1, e->today);
  card->message = lum_message_hills (down);
  lum_card_add_evidence (card, down ? _ ("Descent this week") : _ ("Climb this week"),
                         lum_format_height (climb->week, e->units));
  lum_card_add_evidence (card, _ ("In a usual week"), lum_format_height (climb->usual, e->units));
  return card;
}

const LumDetector lum_detector_hills = {
    .rule = "OU-10",
    .load = TRUE,
    .expert = TRUE,
    .detect = detect,
};
