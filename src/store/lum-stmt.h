/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-db.h"

G_BEGIN_DECLS

/* A prepared statement. Parameters are counted from 1, columns from 0, as SQLite does. A step says one of three
 * things; "no more rows" and "it failed" are never the same. */
typedef struct _LumStmt LumStmt;

typedef enum { LUM_STEP_ERROR, LUM_STEP_ROW, LUM_STEP_DONE } LumStep;

LumStmt *lum_stmt_new (LumDb *db, const char *sql, GError **error);
void lum_stmt_free (LumStmt *self);

void lum_stmt_bind_null (LumStmt *self, int parameter);
void lum_stmt_bind_int (LumStmt *self, int parameter, gint64 value);
void lum_stmt_bind_real (LumStmt *self, int parameter, double value);
void lum_stmt_bind_text (LumStmt *self, int parameter, const char *text);
void lum_stmt_bind_text_copy (LumStmt *self, int parameter, const char *text, int length);

LumStep lum_stmt_step (LumStmt *self, GError **error);
gboolean lum_stmt_run (LumStmt *self, GError **error);
void lum_stmt_reset (LumStmt *self);

gboolean lum_stmt_is_null (LumStmt *self, int column);
gint64 lum_stmt_get_int (LumStmt *self, int column);
double lum_stmt_get_real (LumStmt *self, int column);
const char *lum_stmt_get_text (LumStmt *self, int column);
int lum_stmt_get_length (LumStmt *self, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumStmt, lum_stmt_free)

G_END_DECLS
