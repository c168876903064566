/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-card.h"
#include "lum-detectors-list.h"
#include "lum-i18n.h"
#include "lum-messages.h"
#include "lum-parameters.h"

/* RF-18 from the day's details: a numb or weak leg, ticked in the last week. Pain below the knee without numbness says
 * nothing alone. A safety card: neither budget, Later nor Dismiss hold it back (OU-16); a visit does (VI-1). */
static LumCard *
detect (const LumEvidence *e)
{
  gsize n;
  const LumDayDetail *details = lum_diary_get_details (e->diary, &n);
  LumDay first = LUM_DAY_NONE, last = LUM_DAY_NONE, below_knee = LUM_DAY_NONE;
  LumCard *card;

  for (gsize i = 0; i < n; i++) {
    if (details[i].leg_numb != 1 || details[i].day > e->today || details[i].day <= e->today - LUM_P_WEEK)
      continue;
    first = first == LUM_DAY_NONE ? details[i].day : MIN (first, details[i].day);
    last = last == LUM_DAY_NONE ? details[i].day : MAX (last, details[i].day);
    if (details[i].spread_below_knee == 1)
      below_knee = below_knee == LUM_DAY_NONE ? details[i].day : MAX (below_knee, details[i].day);
  }
  if (last == LUM_DAY_NONE)
    return NULL;

  card = lum_card_new (e, "RF-18", "leg-signs", LUM_SEVERITY_ALERT, first, last);
  card->message = lum_message_leg_signs ();
  card->actions = LUM_CARD_ACTION_PREPARE_PAGE | LUM_CARD_ACTION_SEEN_SOMEONE | LUM_CARD_ACTION_WARNING_SIGNS;
  card->visit_from = last;
  lum_card_add_evidence (card, _ ("Numb or weak leg, ticked last for"), lum_message_date (last, e->today));
  if (below_knee != LUM_DAY_NONE)
    lum_card_add_evidence (card, _ ("Below the knee, ticked last for"), lum_message_date (below_knee, e->today));
  return card;
}

const LumDetector lum_detector_leg_signs = {
    .rule = "RF-18",
    .safety = TRUE,
    .detect = detect,
};
