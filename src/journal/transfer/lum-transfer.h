/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-journal.h"

G_BEGIN_DECLS

/* Everything out, and back in again. */

/* What a merge brings to a journal, in records. */
typedef struct {
  guint n_new;
  guint n_changed;
  guint n_deleted;
} LumMergeCounts;

char *lum_export_to_json (const LumDiary *diary, const LumDeletions *deletions);
gboolean lum_export_json (const LumDiary *diary, const LumDeletions *deletions, const char *path, GError **error);
gboolean lum_export_csv_folder (LumDiary *diary, const char *folder, GError **error);
gboolean lum_export_days_csv (LumDiary *diary, LumDay first, LumDay last, const char *path, GError **error);
gboolean lum_export_read (const char *path, LumDiary **diary, LumDeletions **deletions, GError **error);
LumChangeSet *lum_merge (const LumDiary *diary,
                         const LumDeletions *deletions,
                         const LumDiary *theirs,
                         const LumDeletions *their_deletions,
                         LumMergeCounts *counts);

/* The same for those who must not wait: all of it happens in other threads. */
typedef enum { LUM_EXPORT_JSON, LUM_EXPORT_CSV } LumExportForm;

void lum_export_async (LumJournal *journal,
                       LumExportForm form,
                       const char *path,
                       GAsyncReadyCallback callback,
                       gpointer user_data);
gboolean lum_export_finish (LumJournal *journal, GAsyncResult *result, GError **error);
void lum_restore_async (LumJournal *journal, const char *path, GAsyncReadyCallback callback, gpointer user_data);
gboolean
lum_restore_finish (LumJournal *journal, GAsyncResult *result, LumMergeCounts *counts, gint64 *group, GError **error);

G_END_DECLS
