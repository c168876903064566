/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-change-set.h"
#include "lum-table.h"

G_BEGIN_DECLS

/* The one way in which rows change. Each transaction is a group; each row it touches leaves what it was and what it
 * became. Undo and redo are groups, too: they put the row back as the log remembers it. All calls belong inside a
 * transaction that the caller holds. */
typedef struct _LumChangeLog LumChangeLog;

/* A row that a group touched. */
typedef struct {
  LumRecordKind kind;
  char *id;
  gboolean is_new; /* nobody knew it before */
} LumTouched;

LumChangeLog *lum_change_log_new (LumDb *db, LumTable **tables, const char *origin);
void lum_change_log_free (LumChangeLog *self);

gboolean lum_change_log_get_last (LumChangeLog *self, gint64 *seq, GError **error);
gboolean lum_change_log_read_touched (LumChangeLog *self, gint64 after_seq, GArray *touched, GError **error);
gboolean lum_change_log_apply (LumChangeLog *self,
                               const LumChangeSet *changes,
                               LumInstant now,
                               gint64 *last_seq,
                               gint64 *group,
                               GArray *touched,
                               GError **error);
gboolean lum_change_log_revert (LumChangeLog *self,
                                gint64 group,
                                LumInstant now,
                                gint64 *last_seq,
                                gint64 *new_group,
                                GArray *touched,
                                GError **error);

GArray *lum_touched_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumChangeLog, lum_change_log_free)

G_END_DECLS
