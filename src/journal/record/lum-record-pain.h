/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-journal.h"
#include "lum-run.h"

G_BEGIN_DECLS

/* The use cases of writing things down. Each gives the change set to commit, dated by the journal's clock; nothing is
 * written until lum_journal_commit_async(). */

/* PM-1: the question by time of day, and the day it is about (00:00–03:00 is the evening before). */
typedef struct {
  LumDay day;
  LumMoment moment;
  gboolean evening_before; /* "Today instead" is offered */
} LumQuestion;

LumQuestion lum_question_now (LumClock *clock);
const LumPainEntry *lum_question_find_answer (const LumQuestion *question, const LumDiary *diary);

LumChangeSet *lum_record_pain (LumJournal *journal, LumDay day, LumMoment moment, int score);
LumChangeSet *lum_record_pain_entry (LumJournal *journal, const LumPainEntry *entry);
gboolean lum_check_run_speed (double metres, double seconds, LumUnits units, GError **error);
LumChangeSet *lum_record_run (LumJournal *journal, const LumRun *run, const char *shoe_name, GError **error);
LumChangeSet *lum_record_gap (LumJournal *journal, LumDay first, LumDay last, LumGapWord answer);
LumChangeSet *lum_record_flare (LumJournal *journal, LumDay day, gboolean yes);
LumChangeSet *lum_record_visit (LumJournal *journal, const LumVisit *visit);
LumChangeSet *lum_record_preference (LumJournal *journal, const char *key, const char *value);
LumChangeSet *lum_record_card_event (LumJournal *journal,
                                     const char *rule,
                                     const char *variant,
                                     LumDay first,
                                     LumDay last,
                                     LumCardEvent event,
                                     LumDay until);
LumChangeSet *lum_record_delete (LumRecordKind kind, const char *id);

G_END_DECLS
