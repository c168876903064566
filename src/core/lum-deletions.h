/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-record.h"

G_BEGIN_DECLS

/* What a journal once held and no longer does: identities and times, no contents. An immutable value once it is made,
 * for exports and merges only; a LumDiary needs none of it. Any thread may read it. */
typedef struct _LumDeletions LumDeletions;

typedef struct {
  const char *id;
  LumInstant at; /* since when it has been deleted */
} LumDeletion;

LumDeletions *lum_deletions_new (void);
LumDeletions *lum_deletions_ref (LumDeletions *self);
void lum_deletions_unref (LumDeletions *self);

void lum_deletions_add (LumDeletions *self, LumRecordKind kind, const char *id, LumInstant at);
const LumDeletion *lum_deletions_get (const LumDeletions *self, LumRecordKind kind, gsize *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumDeletions, lum_deletions_unref)

G_END_DECLS
