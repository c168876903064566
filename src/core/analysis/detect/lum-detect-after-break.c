/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-card.h"
#include "lum-detectors-list.h"
#include "lum-i18n.h"
#include "lum-messages.h"
#include "lum-parameters.h"
#include "lum-quiet.h"
#include "lum-small-rules.h"

/* OU-14 as a note: the first run after a break, for a week. */
static LumCard *
detect (const LumEvidence *e)
{
  LumAfterBreak rest = lum_after_break_new (e->diary, e->today);
  LumCard *card;

  if (rest.days_off == 0 || !(rest.too_far || rest.no_reference) || e->today - rest.day >= LUM_P_WEEK ||
      lum_is_learning (e->diary, e->today))
    return NULL;

  card = lum_card_new (e, "OU-14", rest.no_reference ? "no-reference" : "too-far", LUM_SEVERITY_NOTE,
                       rest.day - rest.days_off, rest.day);
  card->message = lum_message_after_break (rest.days_off, rest.no_reference);
  lum_card_add_evidence (card, _ ("This run"), lum_format_distance (rest.metres, e->units));
  if (!isnan (rest.longest_m))
    lum_card_add_evidence (card, _ ("Longest before the break"), lum_format_distance (rest.longest_m, e->units));
  return card;
}

const LumDetector lum_detector_after_break = {
    .rule = "OU-14",
    .load = TRUE,
    .expert = TRUE,
    .detect = detect,
};
