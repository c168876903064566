/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-findings.h"
#include "lum-journal.h"

G_BEGIN_DECLS

/* What Today may ask besides its question, and how the answers are written down. Nothing here asks twice. */

/* The rules under which a question that was passed over is kept as a LumCardRecord. None of them has cards, so that the
 * budget of those (OU-16) does not count them. */
#define LUM_RULE_ONSET "EP-5"
#define LUM_RULE_RUN_PAIN "PM-2" /* variant: the run's id */
#define LUM_RULE_QUIET "OU-18"   /* later: silent until that day */

#define LUM_PREFERENCE_WEEKLY "ask.weekly" /* OU-18: "no" after "Stop asking" */

/* OU-11: the run that is asked about, and what of it is not on record yet. */
typedef struct {
  const LumRun *run; /* lives as long as the diary */
  gboolean during;
  gboolean after;
} LumRunPrompt;

gboolean lum_prompt_find_run (LumDiary *diary, LumClock *clock, LumRunPrompt *prompt);
int lum_prompt_get_run_score (LumDiary *diary, const char *run_id, LumMoment moment);
gboolean lum_prompt_is_flare (LumDiary *diary, const LumStatus *status, LumDay today);
gboolean lum_prompt_is_quiet (LumDiary *diary, const LumStatus *status, LumDay today, LumDay *last_pain);
gboolean lum_prompt_is_week (LumDiary *diary, const LumStatus *status, LumDay today);
gboolean lum_prompt_is_silence (LumDiary *diary, const LumStatus *status, LumDay today, LumDay *first, LumDay *last);

LumChangeSet *lum_record_run_pain (LumJournal *journal, const char *run_id, LumMoment moment, int score);
LumChangeSet *lum_record_run_skipped (LumJournal *journal, const char *run_id);
LumChangeSet *lum_record_silence_skipped (LumJournal *journal, LumDay first, LumDay last);
LumChangeSet *lum_record_week_fine (LumJournal *journal);
LumChangeSet *lum_record_week_seen (LumJournal *journal);
LumChangeSet *lum_record_card_seen (LumJournal *journal, const LumCard *card);

G_END_DECLS
