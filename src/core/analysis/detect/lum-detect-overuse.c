/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-card.h"
#include "lum-detectors-list.h"
#include "lum-i18n.h"
#include "lum-messages.h"
#include "lum-parameters.h"
#include "lum-quiet.h"

/* OU-15 as a card: what came together in the last two weeks, while the back hurts. */

static char *
describe_spike (const LumEvidence *e, LumSpikeCategory category)
{
  double ratio = 1;

  for (guint i = 0; i < e->spikes->len; i++) {
    const LumSpike *spike = &g_array_index (e->spikes, LumSpike, i);

    if (spike->day > e->today - LUM_P_OVERUSE_WIN && spike->day <= e->today && spike->category == category)
      ratio = fmax (ratio, spike->ratio);
  }
  return lum_message_overuse_spike ((int) lround ((ratio - 1) * 100));
}

static char *
describe_kind (const LumEvidence *e, LumOveruseKind kind)
{
  if (kind <= LUM_OVERUSE_SPIKE_LARGE)
    return describe_spike (e, LUM_SPIKE_SMALL + kind - LUM_OVERUSE_SPIKE_SMALL);
  return g_strdup (lum_message_overuse_kind (kind));
}

static LumCard *
detect (const LumEvidence *e)
{
  const LumOveruse *overuse = &e->load->overuse;
  g_autofree char *things = NULL;
  int n = 0;
  LumCard *card;

  if (!overuse->fires || !lum_may_speak_of_load (e->diary, e->table, e->today))
    return NULL;

  card = lum_card_new (e, "OU-15", "pattern", LUM_SEVERITY_ALERT, e->today - LUM_P_OVERUSE_WIN + 1, e->today);
  for (int kind = 0; kind < LUM_N_OVERUSE_KINDS; kind++)
    if (overuse->kinds & (1u << kind)) {
      g_autofree char *thing = describe_kind (e, kind);

      things = lum_message_join (g_steal_pointer (&things), thing);
      lum_card_add_evidence (card, thing,
                             lum_message_weight (lum_overuse_get_weight (kind), overuse->held[kind], e->today));
      n++;
    }
  card->message = lum_message_overuse (things, n);
  card->actions = LUM_CARD_ACTION_SEE_RUNS | LUM_CARD_ACTION_LATER | LUM_CARD_ACTION_DISMISS;
  return card;
}

static const char *const variants[] = {"pattern", NULL};

const LumDetector lum_detector_overuse = {
    .rule = "OU-15",
    .variants = variants,
    .dismissed_days = LUM_P_DISMISSED,
    .load = TRUE,
    .detect = detect,
};
