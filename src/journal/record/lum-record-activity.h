/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-journal.h"

G_BEGIN_DECLS

/* The two activities of the report (RP-8), in the person's own words, and how well each goes on a day. */
LumChangeSet *lum_record_activity (LumJournal *journal, const char *id, const char *name, GError **error);
LumChangeSet *
lum_record_activity_rating (LumJournal *journal, const char *activity_id, LumDay day, int score, GError **error);

G_END_DECLS
