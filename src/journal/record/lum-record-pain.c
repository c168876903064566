/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-record-pain.h"

/* A change set whose records are dated by the journal's clock. */
static LumChangeSet *
dated (LumJournal *journal, LumChangeSet *changes)
{
  gint32 offset;
  LumInstant now = lum_clock_get_now (lum_journal_get_clock (journal), &offset);

  lum_change_set_set_time (changes, now, offset);
  return changes;
}

/**
 * lum_record_pain:
 * @score: 0 to 10
 *
 * Answers a question (PM-1): a click or a digit. An answer that is there for the day and moment is changed; whatever
 * else it says stays.
 *
 * Returns: (transfer full): the changes to commit
 */
LumChangeSet *
lum_record_pain (LumJournal *journal, LumDay day, LumMoment moment, int score)
{
  LumQuestion question = {day, moment, FALSE};
  const LumPainEntry *answer;
  LumPainEntry entry;

  g_return_val_if_fail (LUM_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (score >= 0 && score <= 10, NULL);

  lum_record_init (LUM_RECORD_PAIN, &entry);
  answer = lum_question_find_answer (&question, lum_journal_get_diary (journal));
  if (answer)
    entry = *answer;
  entry.day = day;
  entry.moment = moment;
  entry.score = score;
  return lum_record_pain_entry (journal, &entry);
}

/**
 * lum_record_pain_entry:
 * @entry: without an id it is a new one; `entered` becomes today where it is unset (PM-5)
 *
 * Writes an entry down as it is. A second one on the same day is welcome.
 *
 * Returns: (transfer full): the changes to commit
 */
LumChangeSet *
lum_record_pain_entry (LumJournal *journal, const LumPainEntry *entry)
{
  LumChangeSet *changes = lum_change_set_new ();
  LumPainEntry dated_entry = *entry;

  if (dated_entry.entered == LUM_DAY_NONE)
    dated_entry.entered = lum_clock_get_today (lum_journal_get_clock (journal));
  if (dated_entry.moment == LUM_INT_NONE)
    dated_entry.moment = LUM_MOMENT_AVERAGE;
  lum_change_set_put (changes, LUM_RECORD_PAIN, &dated_entry);
  return dated (journal, changes);
}

/**
 * lum_record_gap:
 *
 * Answers silence (EP-4): how the days from @first to @last were, both counted. The later given answer wins.
 *
 * Returns: (transfer full): the changes to commit
 */
LumChangeSet *
lum_record_gap (LumJournal *journal, LumDay first, LumDay last, LumGapWord word)
{
  LumChangeSet *changes = lum_change_set_new ();
  LumGapAnswer answer;
  gsize n;
  const LumGapAnswer *answers = lum_diary_get_answers (lum_journal_get_diary (journal), &n);

  lum_record_init (LUM_RECORD_GAP_ANSWER, &answer);
  answer.first = first;
  answer.last = last;
  answer.answer = word;
  answer.seq = n ? answers[n - 1].seq + 1 : 1; /* they are sorted by it */
  lum_change_set_put (changes, LUM_RECORD_GAP_ANSWER, &answer);
  return dated (journal, changes);
}

/**
 * lum_record_flare:
 *
 * Answers whether a day was a flare (EP-10). A day has one answer; a second replaces it.
 *
 * Returns: (transfer full): the changes to commit
 */
LumChangeSet *
lum_record_flare (LumJournal *journal, LumDay day, gboolean yes)
{
  LumChangeSet *changes = lum_change_set_new ();
  LumFlareAnswer answer;
  gsize n;
  const LumFlareAnswer *answers = lum_diary_get_flares (lum_journal_get_diary (journal), &n);

  lum_record_init (LUM_RECORD_FLARE_ANSWER, &answer);
  for (gsize i = 0; i < n; i++)
    if (answers[i].day == day)
      answer = answers[i];
  answer.day = day;
  answer.yes = !!yes;
  lum_change_set_put (changes, LUM_RECORD_FLARE_ANSWER, &answer);
  return dated (journal, changes);
}

/**
 * lum_record_visit:
 *
 * Writes down that somebody was seen (VI-1). Without a plan there is none.
 *
 * Returns: (transfer full): the changes to commit
 */
LumChangeSet *
lum_record_visit (LumJournal *journal, const LumVisit *visit)
{
  LumChangeSet *changes = lum_change_set_new ();
  LumVisit dated_visit = *visit;

  if (dated_visit.day == LUM_DAY_NONE)
    dated_visit.day = lum_clock_get_today (lum_journal_get_clock (journal));
  if (dated_visit.plan == LUM_INT_NONE)
    dated_visit.plan = LUM_PLAN_NONE;
  lum_change_set_put (changes, LUM_RECORD_VISIT, &dated_visit);
  return dated (journal, changes);
}

/**
 * lum_record_preference:
 * @value: (nullable): %NULL or blank takes it away
 *
 * Sets something that belongs to the journal: LUM_PREFERENCE_BASELINE, LUM_PREFERENCE_NAME ….
 *
 * Returns: (transfer full): the changes to commit
 */
LumChangeSet *
lum_record_preference (LumJournal *journal, const char *key, const char *value)
{
  LumChangeSet *changes = lum_change_set_new ();
  LumPreference preference;
  gsize n;
  const LumPreference *preferences = lum_diary_get_preferences (lum_journal_get_diary (journal), &n);

  lum_record_init (LUM_RECORD_PREFERENCE, &preference);
  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (preferences[i].key, key) == 0)
      preference = preferences[i];
  preference.key = key;
  preference.value = value;
  if (value && *value)
    lum_change_set_put (changes, LUM_RECORD_PREFERENCE, &preference);
  else if (preference.base.id)
    lum_change_set_delete (changes, LUM_RECORD_PREFERENCE, preference.base.id);
  return dated (journal, changes);
}

/**
 * lum_record_card_event:
 * @until: silent until that day, or LUM_DAY_NONE
 *
 * Writes down what became of a card (MS-3): it was shown, put off, dismissed or settled.
 *
 * Returns: (transfer full): the changes to commit
 */
LumChangeSet *
lum_record_card_event (LumJournal *journal,
                       const char *rule,
                       const char *variant,
                       LumDay first,
                       LumDay last,
                       LumCardEvent event,
                       LumDay until)
{
  LumChangeSet *changes = lum_change_set_new ();
  LumCardRecord card;

  lum_record_init (LUM_RECORD_CARD, &card);
  card.rule = rule;
  card.variant = variant;
  card.first = first;
  card.last = last;
  card.day = lum_clock_get_today (lum_journal_get_clock (journal));
  card.event = event;
  card.until = until;
  lum_change_set_put (changes, LUM_RECORD_CARD, &card);
  return dated (journal, changes);
}

/**
 * lum_record_delete:
 *
 * Takes a record away; undo brings it back with the same identity.
 *
 * Returns: (transfer full): the changes to commit
 */
LumChangeSet *
lum_record_delete (LumRecordKind kind, const char *id)
{
  LumChangeSet *changes = lum_change_set_new ();

  lum_change_set_delete (changes, kind, id);
  return changes;
}
