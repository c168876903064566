/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "lum-importer.h"

G_BEGIN_DECLS

/* A database of another program, in memory and only to be read. Nothing in it is trusted: neither its schema nor that
 * its pages end anywhere. Errors are LUM_ERROR with a whole sentence, or that it was cancelled. */
typedef struct _LumForeignDb LumForeignDb;

LumForeignDb *lum_foreign_db_open (gconstpointer data, gsize length, GCancellable *cancellable, GError **error);
void lum_foreign_db_close (LumForeignDb *self);

gboolean lum_foreign_db_has_table (LumForeignDb *self, const char *table, const char *const *columns, GError **error);
sqlite3_stmt *lum_foreign_db_select (LumForeignDb *self, const char *table, const char *const *columns, GError **error);
sqlite3_stmt *lum_foreign_db_prepare (LumForeignDb *self, const char *sql, GError **error);
gboolean lum_foreign_db_step (LumForeignDb *self, sqlite3_stmt *stmt, GError **error);

/* For the end of a walk over rows: whether it came to its end. */
static inline gboolean
lum_foreign_db_finish (GError *local, GError **error)
{
  if (!local)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

double lum_foreign_get_number (sqlite3_stmt *stmt, int column);
gint64 lum_foreign_get_int (sqlite3_stmt *stmt, int column, gint64 otherwise);
const char *lum_foreign_get_text (sqlite3_stmt *stmt, int column, GStringChunk *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumForeignDb, lum_foreign_db_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
