/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lum-change-set.h"
#include "lum-clock.h"
#include "lum-deletions.h"
#include "lum-diary.h"
#include "lum-error.h"

G_BEGIN_DECLS

/* A journal that is open: its diary, and every way to change it. Lives on the main thread; all work with the file
 * happens in the store's own thread. */
#define LUM_TYPE_JOURNAL (lum_journal_get_type ())

G_DECLARE_FINAL_TYPE (LumJournal, lum_journal, LUM, JOURNAL, GObject)

typedef enum {
  LUM_JOURNAL_OPEN_NONE = 0,
  LUM_JOURNAL_OPEN_CREATE = 1 << 0, /* make it where there is none (folder 0700, files 0600) */
  LUM_JOURNAL_OPEN_WINDOW = 1 << 1, /* hold the window's lock, watch for changes by others, make daily backups */
} LumJournalOpenFlags;

/* Properties: "diary" (LumDiary, notifies after every change, its own or another program's), "can-undo", "can-redo",
 * "read-only" (once open: the file or its folder may not be written). */

LumJournal *lum_journal_new (const char *path, LumClock *clock);
char *lum_journal_get_default_path (void);

void lum_journal_open_async (LumJournal *self,
                             LumJournalOpenFlags flags,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean lum_journal_open_finish (LumJournal *self, GAsyncResult *result, GError **error);
void lum_journal_close_async (LumJournal *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean lum_journal_close_finish (LumJournal *self, GAsyncResult *result, GError **error);

const char *lum_journal_get_path (LumJournal *self);
LumClock *lum_journal_get_clock (LumJournal *self);
LumDiary *lum_journal_get_diary (LumJournal *self);
gboolean lum_journal_get_can_undo (LumJournal *self);
gboolean lum_journal_get_can_redo (LumJournal *self);
gboolean lum_journal_get_read_only (LumJournal *self);
char *lum_journal_get_warning (LumJournal *self);

/* Writes a set in one transaction, and takes the set: (transfer full). Dates it by the journal's clock. It has survived a power cut when the callback says so; the "diary" holds it then.
 * The group names the transaction for lum_journal_revert_async(). */
void lum_journal_commit_async (LumJournal *self,
                               LumChangeSet *changes,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean lum_journal_commit_finish (LumJournal *self, GAsyncResult *result, gint64 *group, GError **error);

/* Undo and redo go through this window's own changes, newest first; revert takes back one named group (a toast). */
void lum_journal_undo_async (LumJournal *self, GAsyncReadyCallback callback, gpointer user_data);
void lum_journal_redo_async (LumJournal *self, GAsyncReadyCallback callback, gpointer user_data);
void lum_journal_revert_async (LumJournal *self, gint64 group, GAsyncReadyCallback callback, gpointer user_data);
gboolean lum_journal_undo_finish (LumJournal *self, GAsyncResult *result, GError **error);

/* What was deleted, for exports and merges, and the diary of the same moment. */
void lum_journal_list_deletions_async (LumJournal *self, GAsyncReadyCallback callback, gpointer user_data);
LumDeletions *
lum_journal_list_deletions_finish (LumJournal *self, GAsyncResult *result, LumDiary **diary, GError **error);

void lum_journal_refresh_async (LumJournal *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean lum_journal_refresh_finish (LumJournal *self, GAsyncResult *result, GError **error);

G_END_DECLS
