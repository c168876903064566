/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-journal.h"

G_BEGIN_DECLS

/* The safety check, written down (RF-R3, RF-R4): answers, and what became of those that are open. */
LumChangeSet *lum_record_safety_check (LumJournal *journal, const LumSafetyAnswer *answers, gsize n);
LumChangeSet *lum_record_safety_checked (LumJournal *journal, const char *const *questions, LumDay checked_on);
LumChangeSet *lum_record_background (LumJournal *journal, const char *fact, const char *value, LumDay since);
LumChangeSet *lum_record_offer_put_off (LumJournal *journal);
LumChangeSet *lum_record_safety_mistake (LumJournal *journal, const char *const *questions);

G_END_DECLS
