/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-card.h"
#include "lum-detectors-list.h"
#include "lum-i18n.h"
#include "lum-messages.h"
#include "lum-parameters.h"

/* EP-12: a line, never an alert. */
static LumCard *
detect (const LumEvidence *e)
{
  LumDay last = e->status->last_known;
  LumDay first = last - LUM_P_LOWGRADE_WIN + 1;
  int known, pain, ones = 0;
  LumCard *card;

  if (!(e->status->flags & LUM_FLAG_LOW_GRADE_PERSISTENT))
    return NULL;

  lum_day_table_count (e->table, first, last, &known, &pain);
  for (gsize i = lum_day_table_find (e->table, first); i < e->table->n; i++)
    ones += e->table->days[i].score == LUM_P_LOW_MAX;

  card = lum_card_new (e, "EP-12", "low-grade", LUM_SEVERITY_NOTE, first, last);
  card->message = lum_message_low_grade (ones, known);
  card->actions = LUM_CARD_ACTION_DISMISS;
  lum_card_add_evidence (card, _ ("Days at 1"), lum_message_pain_of_known (ones, known));
  return card;
}

const LumDetector lum_detector_low_grade = {
    .rule = "EP-12",
    .dismissed_days = LUM_P_DISMISSED,
    .detect = detect,
};
