/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-parameters.h"
#include "lum-record-pain.h"

/**
 * lum_question_now:
 *
 * The question of the hour (PM-1): before noon how the back is this morning, later how much pain there was today, on
 * average. From midnight to three it is still about the evening before. Decide it when the window gains focus, never
 * under the pointer.
 */
LumQuestion
lum_question_now (LumClock *clock)
{
  LumQuestion question = {lum_clock_get_today (clock), LUM_MOMENT_AVERAGE, FALSE};
  int minute = lum_clock_get_minute (clock);

  if (minute < LUM_P_EVENING_ENDS) {
    question.day -= 1;
    question.evening_before = TRUE;
  } else if (minute < LUM_P_NOON) {
    question.moment = LUM_MOMENT_WAKING;
  }
  return question;
}

/**
 * lum_question_find_answer:
 *
 * What was answered already: the newest score of the question's day and moment.
 *
 * Returns: (transfer none) (nullable): lives as long as @diary
 */
const LumPainEntry *
lum_question_find_answer (const LumQuestion *question, const LumDiary *diary)
{
  const LumDaySummary *day = lum_diary_find_day (diary, question->day);
  gsize n;
  const LumPainEntry *entries = lum_diary_get_pain (diary, &n);

  for (guint i = day ? day->n_entries : 0; i > 0; i--) {
    const LumPainEntry *entry = &entries[day->first_entry + i - 1];

    if (entry->moment == (gint32) question->moment)
      return entry;
  }
  return NULL;
}
