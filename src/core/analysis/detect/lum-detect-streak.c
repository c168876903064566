/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-card.h"
#include "lum-detectors-list.h"
#include "lum-i18n.h"
#include "lum-messages.h"
#include "lum-parameters.h"
#include "lum-quiet.h"

/* OU-8 as a card: more run days in a row than is usual, or seven while the back hurts. */
static LumCard *
detect (const LumEvidence *e)
{
  const LumStreak *streak = &e->load->streak;
  gboolean hurting = streak->verdict == LUM_LOAD_CAUTION;
  LumCard *card;

  if (streak->verdict < LUM_LOAD_NOTE || !lum_may_speak_of_load (e->diary, e->table, e->today))
    return NULL;

  card = lum_card_new (e, "OU-8", hurting ? "caution" : "note", hurting ? LUM_SEVERITY_CAUTION : LUM_SEVERITY_NOTE,
                       e->today - streak->streak + 1, e->today);
  card->message = lum_message_streak (streak->streak, streak->habitual, hurting);
  card->actions = LUM_CARD_ACTION_SEE_RUNS | LUM_CARD_ACTION_LATER | LUM_CARD_ACTION_DISMISS;
  lum_card_add_evidence (card, _ ("Run days in a row"), lum_format_number (streak->streak, 0));
  lum_card_add_evidence (card, _ ("Longest of the eight weeks before"), lum_format_number (streak->habitual, 0));
  return card;
}

static const char *const variants[] = {"note", "caution", NULL};

const LumDetector lum_detector_streak = {
    .rule = "OU-8",
    .variants = variants,
    .dismissed_days = LUM_P_DISMISSED,
    .load = TRUE,
    .detect = detect,
};
