/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-card.h"
#include "lum-detectors-list.h"
#include "lum-i18n.h"
#include "lum-messages.h"
#include "lum-parameters.h"
#include "lum-quiet.h"
#include "lum-small-rules.h"

/* OU-13 as a note: all runs in one pair. */
static LumCard *
detect (const LumEvidence *e)
{
  int runs = lum_count_runs_in_one_pair (e->diary, e->today);
  LumCard *card;

  if (runs == 0 || lum_is_learning (e->diary, e->today))
    return NULL;

  card = lum_card_new (e, "OU-13", "rotation", LUM_SEVERITY_NOTE, e->today - LUM_P_ROTATION_WIN + 1, e->today);
  card->message = lum_message_rotation (runs);
  lum_card_add_evidence (card, _ ("Runs in four weeks"), lum_format_number (runs, 0));
  return card;
}

const LumDetector lum_detector_rotation = {
    .rule = "OU-13",
    .load = TRUE,
    .expert = TRUE,
    .detect = detect,
};
