/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-journal.h"

G_BEGIN_DECLS

/* Consistent copies, made while the journal is in use. */

void lum_backup_to_async (LumJournal *journal,
                          const char *path,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
gboolean lum_backup_to_finish (LumJournal *journal, GAsyncResult *result, GError **error);
void lum_check_journal_async (LumJournal *journal, GAsyncReadyCallback callback, gpointer user_data);
char **lum_check_journal_finish (LumJournal *journal, GAsyncResult *result, GError **error);

G_END_DECLS
