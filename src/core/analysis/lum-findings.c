/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-findings.h"

#include "lum-budget.h"
#include "lum-card.h"
#include "lum-parameters.h"
#include "lum-run-pains.h"
#include "lum-running.h"

static void
collect_cards (LumFindings *self, const LumDiary *diary, LumDay today, LumUnits units, const GArray *run_scores)
{
  g_autoptr (LumDayTable) table = lum_day_table_new (diary, today);
  g_autoptr (LumSafety) safety = lum_safety_new (diary, today);
  LumEvidence evidence = {diary, today, units, self->status, table, self->spikes, &self->load, run_scores, safety};
  gsize n;
  const LumDetector *const *detectors = lum_detectors_get (&n);

  for (gsize i = 0; i < n; i++) {
    LumCard *card = detectors[i]->detect (&evidence);

    if (card) {
      card->rank = (int) i;
      card->once = card->once || detectors[i]->once;
      g_ptr_array_add (detectors[i]->expert ? self->notes : self->cards, card);
    }
  }
  lum_budget_apply (diary, today, self->cards);
  self->tier = safety->tier;
  self->running = lum_running_advice_new (&evidence, self->cards);
  self->exercises = lum_exercise_gate_new (diary, safety, today);
  self->offer = lum_offer_new (diary, self->status);
}

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
  g_autoptr (GArray) run_scores = NULL;
  g_autoptr (LumLoadDays) load_days = NULL;

  g_atomic_ref_count_init (&self->refs);
  self->status = lum_status_new (diary, today);
  self->spikes = lum_spikes_for_all (diary);
  run_scores = lum_run_scores_new (diary, today - LUM_P_OVERUSE_WIN - LUM_P_NOT_BACK_WIN, today);
  load_days = lum_load_days_new (diary, today, 0);
  lum_load_init (&self->load, diary, self->status, self->spikes, load_days, run_scores);
  self->cards = g_ptr_array_new_with_free_func ((GDestroyNotify) lum_card_free);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) lum_card_free);
  collect_cards (self, diary, today, units, run_scores);
  self->by_shoe = lum_pain_by_shoe_new (diary, today, units);
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
  g_ptr_array_unref (self->notes);
  lum_pain_by_shoe_free (self->by_shoe);
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
