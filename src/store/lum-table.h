/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-deletions.h"
#include "lum-diary.h"
#include "lum-stmt.h"

G_BEGIN_DECLS

/* The table of one kind of record. There is one engine for all of them, driven by the description in
 * core/lum-records.c: a new kind is one description there and one CREATE TABLE in a migration. */
typedef struct _LumTable LumTable;

LumTable *lum_table_new (LumDb *db, LumRecordKind kind);
void lum_table_free (LumTable *self);

gboolean lum_table_load (LumTable *self, LumDiaryBuilder *builder, GError **error);
gboolean lum_table_load_row (LumTable *self, LumDiaryBuilder *builder, const char *id, gboolean known, GError **error);
gboolean lum_table_put (LumTable *self, const LumRecord *record, gboolean as_it_is, GError **error);
gboolean lum_table_delete (LumTable *self, const char *id, LumInstant now, GError **error);
gboolean lum_table_bury (LumTable *self, const char *id, LumInstant at, GError **error);
gboolean lum_table_list_deletions (LumTable *self, LumDeletions *deletions, GError **error);

gboolean lum_table_get_json (LumTable *self, const char *id, char **json, LumInstant *updated_at, GError **error);
gboolean lum_table_is_as (LumTable *self, const char *id, const char *json, gboolean *same, GError **error);
gboolean lum_table_put_json (LumTable *self, const char *json, LumInstant updated_at, GError **error);
char *lum_table_dup_json_expression (LumTable *self);

/* Which kind of record a column names the id of, LUM_N_RECORD_KINDS for most. */
LumRecordKind lum_table_get_reference (LumRecordKind kind, const char *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumTable, lum_table_free)

G_END_DECLS
