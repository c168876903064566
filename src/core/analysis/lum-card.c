/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-card.h"

#include "lum-messages.h"

/**
 * lum_card_new:
 * @rule: (transfer none): a string that lives for ever
 * @variant: (transfer none): likewise
 * @first: the first day that it speaks of
 * @last: the last
 *
 * A card with its fixed texts and its window; the message and the evidence are the detector's to say.
 *
 * Returns: (transfer full): the card
 */
LumCard *
lum_card_new (const LumEvidence *e,
              const char *rule,
              const char *variant,
              LumSeverity severity,
              LumDay first,
              LumDay last)
{
  const LumMessageTexts *texts = lum_message_texts_find (rule, variant);
  LumCard *self = g_new0 (LumCard, 1);
  int known, pain;

  g_assert (texts);
  lum_day_table_count (e->table, first, last, &known, &pain);
  self->rule = rule;
  self->variant = variant;
  self->severity = severity;
  self->first = first;
  self->last = last;
  self->visit_from = LUM_DAY_NONE;
  self->title = g_strdup (lum_message_texts_translate (texts->title));
  self->clears = g_strdup (lum_message_texts_translate (texts->clears));
  self->source = g_strdup (lum_message_texts_translate (texts->source));
  self->window = lum_message_days (first, last, last - first + 1 - known, e->today);
  self->evidence = g_new0 (char *, 1);
  return self;
}

void
lum_card_free (LumCard *self)
{
  g_free (self->title);
  g_free (self->message);
  g_strfreev (self->evidence);
  g_free (self->window);
  g_free (self->clears);
  g_free (self->source);
  g_free (self);
}

/**
 * lum_card_add_evidence:
 * @name: translated
 * @value: (transfer full): translated
 *
 * Adds a number that the card stands on.
 */
void
lum_card_add_evidence (LumCard *self, const char *name, char *value)
{
  guint n = g_strv_length (self->evidence);

  self->evidence = g_renew (char *, self->evidence, n + 3);
  self->evidence[n] = g_strdup (name);
  self->evidence[n + 1] = value;
  self->evidence[n + 2] = NULL;
}
