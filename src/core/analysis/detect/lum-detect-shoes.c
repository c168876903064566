/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-card.h"
#include "lum-detectors-list.h"
#include "lum-i18n.h"
#include "lum-messages.h"
#include "lum-parameters.h"
#include "lum-quiet.h"
#include "lum-small-rules.h"

/* OU-12 as a card: the pair that crossed a threshold last. */

static gboolean
find_pair (const LumEvidence *e, LumShoeDistance *found)
{
  gsize n;
  const LumShoe *shoes = lum_diary_get_shoes (e->diary, &n);
  gboolean any = FALSE;

  for (gsize i = 0; i < n; i++) {
    LumShoeDistance pair;

    if (!lum_shoe_distance_init (&pair, e->diary, &shoes[i], e->today) || pair.imported ||
        pair.crossed <= e->today - LUM_P_SHOE_CARD_DAYS || (any && pair.crossed < found->crossed))
      continue;
    *found = pair;
    any = TRUE;
  }
  return any;
}

static LumCard *
detect (const LumEvidence *e)
{
  LumShoeDistance pair = {0};
  LumCard *card;

  if (!lum_may_speak_of_load (e->diary, e->table, e->today) || !find_pair (e, &pair))
    return NULL;

  card = lum_card_new (e, "OU-12", pair.strong ? "strong" : "note", LUM_SEVERITY_NOTE, pair.crossed, pair.crossed);
  card->message = lum_message_shoe (pair.shoe->name ? pair.shoe->name : _ ("This pair"), pair.metres, e->units);
  card->actions = LUM_CARD_ACTION_LATER | LUM_CARD_ACTION_DISMISS;
  lum_card_add_evidence (card, _ ("This pair"), lum_format_distance (pair.metres, e->units));
  lum_card_add_evidence (card, _ ("Noted from"), lum_format_distance (pair.threshold, e->units));
  return card;
}

static const char *const variants[] = {"note", "strong", NULL};

const LumDetector lum_detector_shoes = {
    .rule = "OU-12",
    .variants = variants,
    .dismissed_days = LUM_P_DISMISSED,
    .load = TRUE,
    .once = TRUE,
    .detect = detect,
};
