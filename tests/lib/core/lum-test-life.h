/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-clock.h"
#include "lum-diary.h"

G_BEGIN_DECLS

/* A diary that a test can still change: an array of each kind of record. Ids are counted, so that runs agree. Texts in
 * its records belong to whoever sets them; those set here live as long as the test. */
typedef struct {
  GArray *records[LUM_N_RECORD_KINDS];
  guint serial;
} LumTestLife;

LumTestLife *lum_test_life_new (void);
LumTestLife *lum_test_life_copy (const LumTestLife *self);
void lum_test_life_free (LumTestLife *self);

gpointer lum_test_life_add (LumTestLife *self, LumRecordKind kind);
void lum_test_life_add_days (LumTestLife *self, const char *diary, LumDay first, LumDay until);
LumPainEntry *lum_test_life_add_pain (LumTestLife *self, LumDay day, int score, LumMoment moment);
void lum_test_life_report (LumTestLife *self, LumDay day, LumDay started);
void lum_test_life_answer (LumTestLife *self, LumDay first, LumDay last, LumGapWord answer);
LumRun *lum_test_life_add_run (LumTestLife *self, LumDay day, double metres);
void lum_test_life_add_visit (LumTestLife *self, LumDay day);
void lum_test_life_add_card (LumTestLife *self,
                             const char *rule,
                             const char *variant,
                             LumDay first,
                             LumDay last,
                             LumDay day,
                             LumCardEvent event,
                             LumDay until);
void lum_test_life_set_preference (LumTestLife *self, const char *key, const char *value);
LumDiary *lum_test_life_make (const LumTestLife *self);

LumTestLife *lum_test_life_random (GRand *rand, int max_days);
LumDiary *lum_test_diary_new (const char *diary, LumDay first);
LumClock *lum_test_clock_new (LumDay today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumTestLife, lum_test_life_free)

G_END_DECLS
