/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-record-safety.h"

#include "lum-clock.h"
#include "lum-offer.h"
#include "lum-record-pain.h"
#include "lum-safety.h"

/**
 * lum_record_safety_check:
 * @answers: their questions, answers and since when; the rest is filled in
 *
 * Writes down a safety check of today.
 *
 * Returns: (transfer full): the changes to commit
 */
LumChangeSet *
lum_record_safety_check (LumJournal *journal, const LumSafetyAnswer *answers, gsize n)
{
  LumChangeSet *changes = lum_change_set_new ();

  for (gsize i = 0; i < n; i++) {
    LumSafetyAnswer answer;

    lum_record_init (LUM_RECORD_SAFETY_ANSWER, &answer);
    answer.question = answers[i].question;
    answer.answer = answers[i].answer;
    answer.since = answers[i].since;
    answer.day = lum_clock_get_today (lum_journal_get_clock (journal));
    lum_change_set_put (changes, LUM_RECORD_SAFETY_ANSWER, &answer);
  }
  return changes;
}

/* What is open keeps its record and date, and gets the day on which it was settled (RF-R4). What nobody ticked, but
 * follows from other answers, gets an answer of its own. */
static LumChangeSet *
settle (LumJournal *journal, const char *const *questions, LumDay checked_on, LumDay mistake_on)
{
  LumChangeSet *changes = lum_change_set_new ();
  LumDay today = lum_clock_get_today (lum_journal_get_clock (journal));
  LumDiary *diary = lum_journal_get_diary (journal);
  g_autoptr (LumSafety) safety = lum_safety_new (diary, today);

  for (guint i = 0; questions[i]; i++) {
    const LumOpenSign *open = lum_safety_find_open (safety, questions[i]);
    LumSafetyAnswer answer;

    if (!open)
      continue;
    lum_record_init (LUM_RECORD_SAFETY_ANSWER, &answer);
    if (open->answer) {
      answer = *open->answer;
    } else {
      answer.question = open->sign->id;
      answer.answer = checked_on != LUM_DAY_NONE ? LUM_SAFETY_YES : LUM_SAFETY_NO;
      answer.day = today;
    }
    answer.checked_on = checked_on;
    answer.mistake_on = mistake_on;
    lum_change_set_put (changes, LUM_RECORD_SAFETY_ANSWER, &answer);
  }
  return changes;
}

/**
 * lum_record_safety_checked:
 * @questions: ids of signs, NULL-terminated; those that are not open are passed over
 * @checked_on: when somebody looked at them
 *
 * Writes down that a professional has looked at open signs.
 *
 * Returns: (transfer full): the changes to commit
 */
LumChangeSet *
lum_record_safety_checked (LumJournal *journal, const char *const *questions, LumDay checked_on)
{
  g_return_val_if_fail (checked_on != LUM_DAY_NONE, NULL);

  return settle (journal, questions, checked_on, LUM_DAY_NONE);
}

/**
 * lum_record_safety_mistake:
 *
 * Writes down that open signs were ticked by mistake.
 *
 * Returns: (transfer full): the changes to commit
 */
LumChangeSet *
lum_record_safety_mistake (LumJournal *journal, const char *const *questions)
{
  return settle (journal, questions, LUM_DAY_NONE, lum_clock_get_today (lum_journal_get_clock (journal)));
}

/**
 * lum_record_offer_put_off:
 *
 * Writes down that the safety check was not wanted today (RF-R5).
 *
 * Returns: (transfer full): the changes to commit
 */
LumChangeSet *
lum_record_offer_put_off (LumJournal *journal)
{
  return lum_record_card_event (journal, LUM_RULE_OFFER, NULL, LUM_DAY_NONE, LUM_DAY_NONE, LUM_CARD_LATER,
                                LUM_DAY_NONE);
}

/**
 * lum_record_background:
 * @fact: LUM_FACT_…
 * @value: "yes", "no", a year; blank: it is not said any more
 * @since: of an operation; else LUM_DAY_NONE
 *
 * Writes down a background fact (rules §3). Said again on the same day it is corrected, else both are kept.
 *
 * Returns: (transfer full): the changes to commit
 */
LumChangeSet *
lum_record_background (LumJournal *journal, const char *fact, const char *value, LumDay since)
{
  LumChangeSet *changes = lum_change_set_new ();
  LumDay today = lum_clock_get_today (lum_journal_get_clock (journal));
  gsize n;
  const LumBackground *all = lum_diary_get_background (lum_journal_get_diary (journal), &n);
  LumBackground record;

  lum_record_init (LUM_RECORD_BACKGROUND, &record);
  for (gsize i = 0; i < n; i++)
    if (all[i].day == today && g_strcmp0 (all[i].fact, fact) == 0)
      record = all[i];
  record.fact = fact;
  record.value = value;
  record.since = since;
  record.day = today;
  lum_change_set_put (changes, LUM_RECORD_BACKGROUND, &record);
  return changes;
}
