/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-transfer.h"

G_BEGIN_DECLS

/* A journal in a folder of its own, with a frozen clock, whose calls wait. */
typedef struct {
  char *folder;
  LumClock *clock;
  LumJournal *journal;
} LumTestJournal;

LumTestJournal *lum_test_journal_new (LumDay today, int minute);
void lum_test_journal_free (LumTestJournal *self);
LumDiary *lum_test_journal_get_diary (LumTestJournal *self);
void lum_test_journal_commit (LumTestJournal *self, LumChangeSet *changes);
void lum_test_journal_undo (LumTestJournal *self);
char *lum_test_journal_export (LumTestJournal *self);
LumMergeCounts lum_test_journal_merge (LumTestJournal *self, LumTestJournal *from);
char *lum_test_journal_write (LumTestJournal *self, const char *name, const char *text);

void lum_test_sync_cb (GObject *source, GAsyncResult *result, gpointer user_data);
GAsyncResult *lum_test_wait (GAsyncResult **result);
void lum_test_spin (gboolean (*is_done) (gpointer data), gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumTestJournal, lum_test_journal_free)

G_END_DECLS
