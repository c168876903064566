/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-stmt.h"

#include "lum-db-private.h"

struct _LumStmt {
  LumDb *db;
  sqlite3_stmt *handle;
};

/**
 * lum_stmt_new:
 *
 * Prepares a statement that will be used again and again.
 *
 * Returns: (transfer full) (nullable): free before its connection is closed; %NULL with an error
 */
LumStmt *
lum_stmt_new (LumDb *db, const char *sql, GError **error)
{
  sqlite3_stmt *handle = NULL;
  LumStmt *self;
  int code = sqlite3_prepare_v3 (lum_db_get_handle (db), sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);

  if (code != SQLITE_OK) {
    lum_db_set_error (db, code, error);
    return NULL;
  }
  self = g_new0 (LumStmt, 1);
  self->db = db;
  self->handle = handle;
  return self;
}

void
lum_stmt_free (LumStmt *self)
{
  sqlite3_finalize (self->handle);
  g_free (self);
}

void
lum_stmt_bind_null (LumStmt *self, int parameter)
{
  sqlite3_bind_null (self->handle, parameter);
}

void
lum_stmt_bind_int (LumStmt *self, int parameter, gint64 value)
{
  sqlite3_bind_int64 (self->handle, parameter, value);
}

void
lum_stmt_bind_real (LumStmt *self, int parameter, double value)
{
  sqlite3_bind_double (self->handle, parameter, value);
}

/**
 * lum_stmt_bind_text:
 * @text: (nullable): must live until the statement is reset; %NULL is stored as NULL
 */
void
lum_stmt_bind_text (LumStmt *self, int parameter, const char *text)
{
  sqlite3_bind_text (self->handle, parameter, text, -1, SQLITE_STATIC);
}

void
lum_stmt_bind_text_copy (LumStmt *self, int parameter, const char *text, int length)
{
  sqlite3_bind_text (self->handle, parameter, text, length, SQLITE_TRANSIENT);
}

/**
 * lum_stmt_step:
 *
 * Goes on to the next row.
 *
 * Returns: %LUM_STEP_ERROR with @error set, and then the statement is reset already
 */
LumStep
lum_stmt_step (LumStmt *self, GError **error)
{
  int code = sqlite3_step (self->handle);

  if (code == SQLITE_ROW)
    return LUM_STEP_ROW;
  if (code == SQLITE_DONE)
    return LUM_STEP_DONE;
  lum_db_set_error (self->db, code, error);
  sqlite3_reset (self->handle);
  return LUM_STEP_ERROR;
}

/**
 * lum_stmt_run:
 *
 * Runs a statement to its end, whatever rows it gives, and resets it.
 */
gboolean
lum_stmt_run (LumStmt *self, GError **error)
{
  LumStep step;

  do
    step = lum_stmt_step (self, error);
  while (step == LUM_STEP_ROW);
  sqlite3_reset (self->handle);
  return step == LUM_STEP_DONE;
}

void
lum_stmt_reset (LumStmt *self)
{
  sqlite3_reset (self->handle);
}

gboolean
lum_stmt_is_null (LumStmt *self, int column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

gint64
lum_stmt_get_int (LumStmt *self, int column)
{
  return sqlite3_column_int64 (self->handle, column);
}

double
lum_stmt_get_real (LumStmt *self, int column)
{
  return sqlite3_column_double (self->handle, column);
}

/**
 * lum_stmt_get_text:
 *
 * Returns: (transfer none) (nullable): until the next step; %NULL for NULL
 */
const char *
lum_stmt_get_text (LumStmt *self, int column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

/**
 * lum_stmt_get_length:
 *
 * The bytes of what lum_stmt_get_text() gave for the same column.
 */
int
lum_stmt_get_length (LumStmt *self, int column)
{
  return sqlite3_column_bytes (self->handle, column);
}
