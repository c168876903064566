/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-silence.h"

#include "lum-parameters.h"

/* Cuts off what was answered or skipped already and keeps the newest piece that is left. */
static gboolean
cut_answered (const LumDiary *diary, const LumDayTable *table, LumDay *first, LumDay *last)
{
  gsize n_cards;
  const LumCardRecord *cards = lum_diary_get_cards (diary, &n_cards);
  gboolean again = TRUE;

  while (again && *last - *first + 1 >= LUM_P_ASK_GAP) {
    again = FALSE;
    for (gsize i = 0; i < table->n_answers + n_cards; i++) {
      const LumAnswered *answer = i < table->n_answers ? &table->answers[i] : NULL;
      const LumCardRecord *card = answer ? NULL : &cards[i - table->n_answers];
      LumDay from = answer ? answer->first : card->first;
      LumDay to = answer ? answer->last : card->last;

      if (card && (g_strcmp0 (card->rule, LUM_RULE_SILENCE) != 0 || card->event == LUM_CARD_SHOWN ||
                   from == LUM_DAY_NONE || to == LUM_DAY_NONE))
        continue;
      if (from > *last || to < *first)
        continue;
      if (*last - to >= LUM_P_ASK_GAP)
        *first = to + 1;
      else
        *last = from - 1;
      again = TRUE;
    }
  }
  return *last - *first + 1 >= LUM_P_ASK_GAP;
}

/**
 * lum_find_silence:
 * @bout: (nullable): the current bout, where it is active
 * @first: (out): the first day to ask about
 * @last: (out): the last day to ask about
 *
 * The newest run of 4 or more silent days that the person has not been asked about (EP-4): up to yesterday, whatever the
 * state, or inside the active bout or right before it.
 *
 * Returns: %FALSE where there is none
 */
gboolean
lum_find_silence (const LumDiary *diary, const LumDayTable *table, const LumBout *bout, LumDay *first, LumDay *last)
{
  LumDay until = table->today;

  for (gsize i = table->n; i-- > 0; until = table->days[i].day) {
    gboolean newest = i + 1 == table->n;

    if (!newest && (!bout || until < bout->first))
      break;
    *first = table->days[i].day + 1;
    *last = until - 1;
    if (*last - *first + 1 >= LUM_P_ASK_GAP && cut_answered (diary, table, first, last))
      return TRUE;
  }
  *first = *last = LUM_DAY_NONE;
  return FALSE;
}
