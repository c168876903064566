/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lum-session.h"

G_BEGIN_DECLS

/* The thread that owns a journal's connection, and the queue of what it is to do. Jobs are done one after another, in
 * the order in which they were asked for; the callback comes in the asker's main context. */
#define LUM_TYPE_STORE (lum_store_get_type ())

G_DECLARE_FINAL_TYPE (LumStore, lum_store, LUM, STORE, GObject)

/* What a job left behind: how things are after it. */
typedef struct {
  LumDiary *diary;
  LumDeletions *deletions; /* of lum_store_list_deletions_async() */
  gint64 group;            /* of a commit */
  gboolean can_undo, can_redo;
  gboolean read_only;
  gboolean remote;
} LumStoreResult;

void lum_store_result_free (LumStoreResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumStoreResult, lum_store_result_free)

LumStore *lum_store_new (const char *path);

void lum_store_open_async (LumStore *self,
                           LumStoreOpenFlags flags,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
void lum_store_commit_async (LumStore *self,
                             LumChangeSet *changes,
                             LumInstant now,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
void lum_store_undo_async (LumStore *self, LumInstant now, GAsyncReadyCallback callback, gpointer user_data);
void lum_store_redo_async (LumStore *self, LumInstant now, GAsyncReadyCallback callback, gpointer user_data);
void
lum_store_revert_async (LumStore *self, gint64 group, LumInstant now, GAsyncReadyCallback callback, gpointer user_data);
void lum_store_refresh_async (LumStore *self, GAsyncReadyCallback callback, gpointer user_data);
void lum_store_list_deletions_async (LumStore *self, GAsyncReadyCallback callback, gpointer user_data);
void lum_store_close_async (LumStore *self, GAsyncReadyCallback callback, gpointer user_data);
LumStoreResult *lum_store_finish (LumStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
