/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-transfer.h"

G_BEGIN_DECLS

#define LUM_EXPORT_FORMAT "lumbar-journal"
#define LUM_EXPORT_VERSION 2 /* 1 had no "deleted" */

/* A field that names a record of another kind, or LUM_N_RECORD_KINDS. */
LumRecordKind lum_field_get_target (const LumField *field);
GHashTable *lum_transfer_index (const LumDiary *diary, const LumDeletions *deletions, LumRecordKind kind);
void lum_transfer_drop_dangling (LumRecordKind kind, gpointer record, GHashTable *const *known);
int lum_transfer_compare (LumRecordKind kind, gconstpointer one, gconstpointer other);

gboolean lum_transfer_can_stand (LumRecordKind kind, gconstpointer record, GHashTable *const *ids);
gboolean lum_write_file (const char *path, const char *text, GError **error);
void lum_set_write_error (GError **error, const char *path, const GError *cause);

G_END_DECLS
