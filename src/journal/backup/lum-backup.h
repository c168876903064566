/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-backup-info.h"
#include "lum-transfer.h"

G_BEGIN_DECLS

/* Consistent copies, made while the journal is in use, and the way back to one of them. */

void lum_backup_to_async (LumJournal *journal,
                          const char *path,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
void lum_backup_replace_async (LumJournal *journal, const char *path, GAsyncReadyCallback callback, gpointer user_data);
gboolean lum_backup_to_finish (LumJournal *journal, GAsyncResult *result, GError **error);
void lum_backup_list_async (LumJournal *journal, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *lum_backup_list_finish (LumJournal *journal, GAsyncResult *result, GError **error);
void lum_backup_read_async (LumJournal *journal, const char *path, GAsyncReadyCallback callback, gpointer user_data);
LumDiary *lum_backup_read_finish (LumJournal *journal, GAsyncResult *result, GError **error);
void lum_backup_restore_async (LumJournal *journal, LumDiary *wanted, GAsyncReadyCallback callback, gpointer user_data);
gboolean lum_backup_restore_finish (LumJournal *journal,
                                    GAsyncResult *result,
                                    LumMergeCounts *counts,
                                    gint64 *group,
                                    GError **error);
void lum_check_journal_async (LumJournal *journal, GAsyncReadyCallback callback, gpointer user_data);
char **lum_check_journal_finish (LumJournal *journal, GAsyncResult *result, GError **error);

G_END_DECLS
