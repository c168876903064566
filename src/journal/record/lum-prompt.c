/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-prompt.h"

#include <math.h>

#include "lum-parameters.h"
#include "lum-quiet.h"
#include "lum-record-pain.h"
#include "lum-run.h"
#include "lum-silence.h"

/* OU-11: pain after a run is the worst of the two hours after it; a day later it is the next day's matter. */
#define HOUR_MS G_GINT64_CONSTANT (3600000)
#define ASK_AFTER_MS (LUM_P_RUN_ASK_AFTER * HOUR_MS)
#define ASK_UNTIL_MS (LUM_P_RUN_ASK_UNTIL * HOUR_MS)

/* --- after a run --- */

/* When it ended. One that was written down by hand has no time: it had ended when it was written down, if that was on
 * its day; else nobody knows. */
static LumInstant
get_end (const LumRun *run)
{
  double seconds = isnan (run->elapsed_s) ? lum_run_get_duration (run) : run->elapsed_s;

  if (run->start != LUM_INSTANT_NONE)
    return run->start + (isnan (seconds) ? 0 : (LumInstant) (seconds * 1000));
  if (run->base.created_at && lum_day_from_instant (run->base.created_at, run->base.utc_offset) == run->day)
    return run->base.created_at;
  return LUM_INSTANT_NONE;
}

/* Whether it came with others: nobody is asked about a pile of files. */
static gboolean
is_of_batch (LumDiary *diary, const LumRun *run)
{
  const LumImportBatchRecord *batch;

  if (!run->batch_id)
    return FALSE;
  batch = lum_diary_find (diary, LUM_RECORD_IMPORT_BATCH, run->batch_id);
  return !batch || batch->n_new != 1;
}

static gboolean
is_skipped (LumDiary *diary, const char *rule, const char *variant)
{
  gsize n;
  const LumCardRecord *cards = lum_diary_get_cards (diary, &n);

  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (cards[i].rule, rule) == 0 && g_strcmp0 (cards[i].variant, variant) == 0)
      return TRUE;
  return FALSE;
}

/* An entry of the run's day that names no run is taken for this one: better not ask than ask twice. */
static const LumPainEntry *
find_run_pain (LumDiary *diary, const LumRun *run, LumMoment moment)
{
  const LumDaySummary *day = lum_diary_find_day (diary, run->day);
  gsize n;
  const LumPainEntry *entries = lum_diary_get_pain (diary, &n);

  for (guint i = day ? day->n_entries : 0; i > 0; i--) {
    const LumPainEntry *entry = &entries[day->first_entry + i - 1];

    if (entry->moment == (gint32) moment && (!entry->run_id || g_strcmp0 (entry->run_id, run->base.id) == 0))
      return entry;
  }
  return NULL;
}

/**
 * lum_prompt_find_run:
 * @prompt: (out): what to ask
 *
 * The newest run that ended 2 to 20 hours ago, where its pain is not on record yet (OU-11): not one of an import of many,
 * and not again once it was skipped.
 *
 * Returns: %FALSE where there is nothing to ask
 */
gboolean
lum_prompt_find_run (LumDiary *diary, LumClock *clock, LumRunPrompt *prompt)
{
  gint32 offset;
  LumInstant now = lum_clock_get_now (clock, &offset), newest = LUM_INSTANT_NONE;
  LumDay today = lum_clock_get_today (clock);
  gsize n;
  const LumRun *runs = lum_diary_get_runs (diary, &n);

  prompt->run = NULL;
  /* They are sorted by day, and one of the day before yesterday is over twenty hours old. */
  for (gsize i = n; i > 0 && runs[i - 1].day >= today - 2; i--) {
    LumInstant end = get_end (&runs[i - 1]);

    if (end == LUM_INSTANT_NONE || now - end < ASK_AFTER_MS || now - end > ASK_UNTIL_MS || end <= newest)
      continue;
    newest = end;
    prompt->run = &runs[i - 1];
  }
  if (!prompt->run || is_of_batch (diary, prompt->run) || is_skipped (diary, LUM_RULE_RUN_PAIN, prompt->run->base.id))
    return FALSE;
  prompt->during = !find_run_pain (diary, prompt->run, LUM_MOMENT_DURING_RUN);
  prompt->after = !find_run_pain (diary, prompt->run, LUM_MOMENT_AFTER_RUN);
  return prompt->during || prompt->after;
}

/**
 * lum_prompt_get_run_score:
 *
 * Returns: what was said of a run, or LUM_INT_NONE
 */
int
lum_prompt_get_run_score (LumDiary *diary, const char *run_id, LumMoment moment)
{
  const LumRun *run = lum_diary_find (diary, LUM_RECORD_RUN, run_id);
  const LumPainEntry *entry = run ? find_run_pain (diary, run, moment) : NULL;

  return entry ? entry->score : LUM_INT_NONE;
}

/* --- the other questions --- */

/**
 * lum_prompt_is_flare:
 * @status: (nullable): of today
 *
 * Whether today may be a flare and the person has not said (EP-10).
 */
gboolean
lum_prompt_is_flare (LumDiary *diary, const LumStatus *status, LumDay today)
{
  gsize n;
  const LumFlareAnswer *answers = lum_diary_get_flares (diary, &n);

  if (!status || status->today != today || !status->flare_candidate)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (answers[i].day == today)
      return FALSE;
  return TRUE;
}

/**
 * lum_prompt_is_quiet:
 * @status: (nullable): knows of days that were answered "hurt most days", too
 * @last_pain: (out): the newest pain day, or LUM_DAY_NONE
 *
 * Whether there was no pain day in 30 days of keeping the journal (OU-18).
 */
gboolean
lum_prompt_is_quiet (LumDiary *diary, const LumStatus *status, LumDay today, LumDay *last_pain)
{
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (diary, &n);

  *last_pain = LUM_DAY_NONE;
  for (gsize i = n; i > 0 && *last_pain == LUM_DAY_NONE; i--)
    if (days[i - 1].day <= today && days[i - 1].n_entries > 0 && days[i - 1].highest >= LUM_P_PAIN_MIN)
      *last_pain = days[i - 1].day;
  for (guint i = 0; status && i < status->all_bouts->len; i++)
    *last_pain = MAX (*last_pain, MIN (g_array_index (status->all_bouts, LumBout, i).last, today));
  return lum_is_quiet (diary, *last_pain, today);
}

static gboolean
is_stopped (LumDiary *diary)
{
  return g_strcmp0 (lum_diary_get_preference (diary, LUM_PREFERENCE_WEEKLY), "no") == 0;
}

/**
 * lum_prompt_is_week:
 *
 * Whether the week's line of quiet mode is due (OU-18): nothing was said of the last seven days, it was on screen on no
 * other day of them, and nobody said to stop.
 */
gboolean
lum_prompt_is_week (LumDiary *diary, const LumStatus *status, LumDay today)
{
  LumDay last_pain;
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (diary, &n);
  const LumGapAnswer *answers;
  const LumCardRecord *cards;

  if (is_stopped (diary) || !lum_prompt_is_quiet (diary, status, today, &last_pain))
    return FALSE;
  if (n == 0 || today - days[0].day < LUM_P_QUIET)
    return FALSE;
  for (gsize i = lum_diary_find_first_day (diary, today - LUM_P_QUIET_WEEK + 1); i < n && days[i].day <= today; i++)
    if (days[i].n_entries > 0)
      return FALSE;
  answers = lum_diary_get_answers (diary, &n);
  for (gsize i = 0; i < n; i++)
    if (answers[i].first <= today && answers[i].last > today - LUM_P_QUIET_WEEK)
      return FALSE;
  cards = lum_diary_get_cards (diary, &n);
  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (cards[i].rule, LUM_RULE_QUIET) == 0 && cards[i].day < today && cards[i].until > today)
      return FALSE;
  return TRUE;
}

/**
 * lum_prompt_is_silence:
 * @status: (nullable): may be of a moment ago
 * @first: (out): the first silent day to ask about, or LUM_DAY_NONE
 * @last: (out): the last one
 *
 * Whether to ask how silent days were (EP-4). In quiet mode the week's line stands for it (OU-18), unless the silence is
 * longer than what that speaks of.
 */
gboolean
lum_prompt_is_silence (LumDiary *diary, const LumStatus *status, LumDay today, LumDay *first, LumDay *last)
{
  LumDay last_pain, from = status ? status->gap_first : LUM_DAY_NONE, to = status ? status->gap_last : LUM_DAY_NONE;
  gsize n;
  const LumGapAnswer *answers = lum_diary_get_answers (diary, &n);
  const LumCardRecord *cards;

  *first = *last = LUM_DAY_NONE;
  if (from == LUM_DAY_NONE || status->today != today)
    return FALSE;
  if (lum_prompt_is_quiet (diary, status, today, &last_pain) && (is_stopped (diary) || to - from < LUM_P_QUIET_SILENCE))
    return FALSE;
  /* What was said a moment ago, and the watch has not thought about yet. */
  for (gsize i = 0; i < n; i++)
    if (answers[i].first <= to && answers[i].last >= from)
      return FALSE;
  cards = lum_diary_get_cards (diary, &n);
  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (cards[i].rule, LUM_RULE_SILENCE) == 0 && cards[i].first != LUM_DAY_NONE && cards[i].first <= to &&
        cards[i].last >= from)
      return FALSE;
  *first = from;
  *last = to;
  return TRUE;
}

/* --- writing down --- */

/**
 * lum_record_run_pain:
 * @moment: during or after the run
 * @score: 0 to 10
 *
 * Writes down the worst pain of a run (OU-11), on the run's day. A second answer replaces the first.
 *
 * Returns: (transfer full) (nullable): the changes to commit; none where the run is gone
 */
LumChangeSet *
lum_record_run_pain (LumJournal *journal, const char *run_id, LumMoment moment, int score)
{
  LumDiary *diary = lum_journal_get_diary (journal);
  const LumRun *run = lum_diary_find (diary, LUM_RECORD_RUN, run_id);
  const LumPainEntry *before = run ? find_run_pain (diary, run, moment) : NULL;
  LumPainEntry entry;

  g_return_val_if_fail (moment == LUM_MOMENT_DURING_RUN || moment == LUM_MOMENT_AFTER_RUN, NULL);

  if (!run)
    return NULL;
  lum_record_init (LUM_RECORD_PAIN, &entry);
  if (before)
    entry = *before;
  entry.day = run->day;
  entry.moment = moment;
  entry.score = score;
  entry.run_id = run->base.id;
  return lum_record_pain_entry (journal, &entry);
}

/**
 * lum_record_run_skipped:
 *
 * Writes down that nobody wants to say how a run felt, so that it is not asked again.
 *
 * Returns: (transfer full) (nullable): the changes to commit; none where the run is gone
 */
LumChangeSet *
lum_record_run_skipped (LumJournal *journal, const char *run_id)
{
  const LumRun *run = lum_diary_find (lum_journal_get_diary (journal), LUM_RECORD_RUN, run_id);

  return run ? lum_record_card_event (journal, LUM_RULE_RUN_PAIN, run_id, run->day, run->day, LUM_CARD_DISMISSED,
                                      LUM_DAY_NONE)
             : NULL;
}

/**
 * lum_record_silence_skipped:
 *
 * Writes down that the question about silent days was passed over (EP-4).
 *
 * Returns: (transfer full): the changes to commit
 */
LumChangeSet *
lum_record_silence_skipped (LumJournal *journal, LumDay first, LumDay last)
{
  return lum_record_card_event (journal, LUM_RULE_SILENCE, NULL, first, last, LUM_CARD_DISMISSED, LUM_DAY_NONE);
}

/**
 * lum_record_week_fine:
 *
 * Answers the last seven days as fine (OU-18).
 *
 * Returns: (transfer full): the changes to commit
 */
LumChangeSet *
lum_record_week_fine (LumJournal *journal)
{
  LumDay today = lum_clock_get_today (lum_journal_get_clock (journal));

  return lum_record_gap (journal, today - LUM_P_QUIET_WEEK + 1, today, LUM_GAP_FINE);
}

/* Whether the same was written down today already. */
static gboolean
is_seen (LumDiary *diary, const char *rule, const char *variant, LumCardEvent event, LumDay today)
{
  gsize n;
  const LumCardRecord *cards = lum_diary_get_cards (diary, &n);

  for (gsize i = 0; i < n; i++)
    if (cards[i].day == today && cards[i].event == (gint32) event && g_strcmp0 (cards[i].rule, rule) == 0 &&
        g_strcmp0 (cards[i].variant, variant) == 0)
      return TRUE;
  return FALSE;
}

/**
 * lum_record_week_seen:
 *
 * Writes down, quietly, that the week's line was on screen: it rests for a week from today (OU-18).
 *
 * Returns: (transfer full) (nullable): the changes to commit; none where that is on record
 */
LumChangeSet *
lum_record_week_seen (LumJournal *journal)
{
  LumDay today = lum_clock_get_today (lum_journal_get_clock (journal));
  LumChangeSet *changes;

  if (is_seen (lum_journal_get_diary (journal), LUM_RULE_QUIET, NULL, LUM_CARD_LATER, today))
    return NULL;
  changes = lum_record_card_event (journal, LUM_RULE_QUIET, NULL, LUM_DAY_NONE, LUM_DAY_NONE, LUM_CARD_LATER,
                                   today + LUM_P_QUIET_WEEK);
  lum_change_set_set_quiet (changes);
  return changes;
}

/**
 * lum_record_card_seen:
 *
 * Writes down, quietly, that a card was on screen today: the budget of cards counts it (OU-16).
 *
 * Returns: (transfer full) (nullable): the changes to commit; none where that is on record
 */
LumChangeSet *
lum_record_card_seen (LumJournal *journal, const LumCard *card)
{
  LumDay today = lum_clock_get_today (lum_journal_get_clock (journal));
  LumChangeSet *changes;

  if (is_seen (lum_journal_get_diary (journal), card->rule, card->variant, LUM_CARD_SHOWN, today))
    return NULL;
  changes =
      lum_record_card_event (journal, card->rule, card->variant, card->first, card->last, LUM_CARD_SHOWN, LUM_DAY_NONE);
  lum_change_set_set_quiet (changes);
  return changes;
}
