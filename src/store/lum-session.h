/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-change-set.h"
#include "lum-deletions.h"
#include "lum-diary.h"
#include "lum-error.h"

G_BEGIN_DECLS

/* An open journal as its owner thread sees it: the connection, the diary read from it, and what this session can undo.
 * Everything here blocks; lum-store.h is for those who must not wait. */
typedef struct _LumSession LumSession;

typedef enum {
  LUM_STORE_OPEN_NONE = 0,
  LUM_STORE_OPEN_CREATE = 1 << 0, /* make the journal where there is none */
  LUM_STORE_OPEN_WINDOW = 1 << 1, /* hold the window's lock */
  LUM_STORE_OPEN_NO_WAL = 1 << 2, /* as on a network file system */
} LumStoreOpenFlags;

LumSession *lum_session_open (const char *path, LumStoreOpenFlags flags, GError **error);
void lum_session_close (LumSession *self);

const char *lum_session_get_path (LumSession *self);
LumDiary *lum_session_get_diary (LumSession *self);
gboolean lum_session_is_read_only (LumSession *self);
gboolean lum_session_is_remote (LumSession *self);
gboolean lum_session_get_can_undo (LumSession *self);
gboolean lum_session_get_can_redo (LumSession *self);

gboolean
lum_session_commit (LumSession *self, const LumChangeSet *changes, LumInstant now, gint64 *group, GError **error);
gboolean lum_session_undo (LumSession *self, LumInstant now, GError **error);
gboolean lum_session_redo (LumSession *self, LumInstant now, GError **error);
gboolean lum_session_revert (LumSession *self, gint64 group, LumInstant now, GError **error);
gboolean lum_session_refresh (LumSession *self, GError **error);
LumDeletions *lum_session_list_deletions (LumSession *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumSession, lum_session_close)

G_END_DECLS
