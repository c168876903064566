/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-record.h"

G_BEGIN_DECLS

/* The statements of a table, made from the description of its kind. They are prepared when they are first needed and then
 * kept: a program that only reads prepares one a table. */
typedef enum {
  LUM_TABLE_LOAD,
  LUM_TABLE_READ,
  LUM_TABLE_PUT,
  LUM_TABLE_PUT_AS_IT_IS,
  LUM_TABLE_DELETE,
  LUM_TABLE_BURY,
  LUM_TABLE_LIST_DELETIONS,
  LUM_TABLE_GET_JSON,
  LUM_TABLE_IS_AS,
  LUM_TABLE_PUT_JSON,
  LUM_TABLE_READ_EXACT,
  LUM_TABLE_PUT_EXACT,
  LUM_TABLE_N_STMTS
} LumTableStmt;

/* id, created_at, updated_at and utc_offset come before a record's own fields, in SELECTs and as parameters. */
#define LUM_TABLE_N_BASE 4

char *lum_table_make_sql (const LumRecordInfo *info, LumTableStmt id);
char *lum_table_make_json_expression (const LumRecordInfo *info);

G_END_DECLS
