/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-record.h"

G_BEGIN_DECLS

/* What is to be written in one transaction: records to put (new, or replacing the one with the same id) and records
 * to delete. It owns copies of all it is given. Undo takes back a whole set. */
typedef struct _LumChangeSet LumChangeSet;

typedef enum { LUM_CHANGE_PUT, LUM_CHANGE_DELETE } LumChangeType;

typedef struct {
  LumChangeType type;
  LumRecordKind kind;
  LumRecord *record; /* for LUM_CHANGE_DELETE only its id counts, and, where the set keeps times, `updated_at` */
} LumChange;

LumChangeSet *lum_change_set_new (void);
void lum_change_set_free (LumChangeSet *self);
const char *lum_change_set_put (LumChangeSet *self, LumRecordKind kind, gconstpointer record);
void lum_change_set_delete (LumChangeSet *self, LumRecordKind kind, const char *id);
void lum_change_set_bury (LumChangeSet *self, LumRecordKind kind, const char *id, LumInstant at);
const LumChange *lum_change_set_get_changes (const LumChangeSet *self, gsize *n);
void lum_change_set_set_time (LumChangeSet *self, LumInstant now, gint32 utc_offset_s);
gboolean lum_change_set_check (const LumChangeSet *self, GError **error);
void lum_change_set_keep_times (LumChangeSet *self);
gboolean lum_change_set_get_keep_times (const LumChangeSet *self);
void lum_change_set_set_quiet (LumChangeSet *self);
gboolean lum_change_set_get_quiet (const LumChangeSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumChangeSet, lum_change_set_free)

G_END_DECLS
