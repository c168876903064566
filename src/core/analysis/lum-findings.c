/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-findings.h"

#include "lum-card.h"

/**
 * lum_findings_new:
 * @today: the civil day that is looked at
 * @units: of the distances in texts
 *
 * All that the watch says on a day: the state, every run against the longest before it, and the cards.
 *
 * Returns: (transfer full): the findings
 */
LumFindings *
lum_findings_new (const LumDiary *diary, LumDay today, LumUnits units)
{
  LumFindings *self = g_new0 (LumFindings, 1);

  g_atomic_ref_count_init (&self->refs);
  self->status = lum_status_new (diary, today);
  self->spikes = lum_spikes_for_all (diary);
  self->cards = g_ptr_array_new_with_free_func ((GDestroyNotify) lum_card_free);
  return self;
}

LumFindings *
lum_findings_ref (LumFindings *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
lum_findings_unref (LumFindings *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  lum_status_unref (self->status);
  g_array_unref (self->spikes);
  g_ptr_array_unref (self->cards);
  g_free (self);
}

/**
 * lum_findings_get_top_card:
 *
 * The card that stands on top of Today: the first of MS-1's order that budget, dismissals and visits let through.
 *
 * Returns: (nullable): %NULL where nothing is to be said
 */
const LumCard *
lum_findings_get_top_card (const LumFindings *self)
{
  for (guint i = 0; i < self->cards->len; i++) {
    const LumCard *card = g_ptr_array_index (self->cards, i);

    if (card->shown)
      return card;
  }
  return NULL;
}
