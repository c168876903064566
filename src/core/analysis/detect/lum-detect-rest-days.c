/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-card.h"
#include "lum-detectors-list.h"
#include "lum-i18n.h"
#include "lum-messages.h"
#include "lum-parameters.h"
#include "lum-quiet.h"

/* OU-7 as a card: few days without a run. */
static LumCard *
detect (const LumEvidence *e)
{
  gboolean hurting = lum_status_is_active (e->status);
  const LumRestDays *rest = &e->load->rest;
  LumCard *card;

  if (rest->verdict != LUM_LOAD_NOTE || !lum_may_speak_of_load (e->diary, e->table, e->today))
    return NULL;

  card = lum_card_new (e, "OU-7", hurting ? "caution" : "note", hurting ? LUM_SEVERITY_CAUTION : LUM_SEVERITY_NOTE,
                       e->today - LUM_P_REST_WIN + 1, e->today);
  card->message = lum_message_rest_days (rest->rest_days, hurting);
  card->actions = LUM_CARD_ACTION_SEE_RUNS | LUM_CARD_ACTION_LATER | LUM_CARD_ACTION_DISMISS;
  lum_card_add_evidence (card, _ ("Rest days of the last 14"), lum_format_number (rest->rest_days, 0));
  return card;
}

static const char *const variants[] = {"note", "caution", NULL};

const LumDetector lum_detector_rest_days = {
    .rule = "OU-7",
    .variants = variants,
    .dismissed_days = LUM_P_DISMISSED,
    .load = TRUE,
    .detect = detect,
};
