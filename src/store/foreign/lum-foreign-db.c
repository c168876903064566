/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-foreign-db.h"

#include <math.h>
#include <string.h>

#include "lum-error.h"
#include "lum-i18n.h"

/* Where the header of a file says whether it has a write-ahead log beside it: 2 if so. */
#define WRITE_VERSION_AT 18
#define READ_VERSION_AT 19

/* The size of a page, big-endian, 1 for 65,536. */
#define PAGE_SIZE_AT 16

/* How often is asked whether it was cancelled, in steps of SQLite's machine. */
#define STEPS_BETWEEN_LOOKS 1000

/* A row takes some bytes of its file and a few dozen steps. Pages that are linked in circles or from many places can
 * pretend to hold more rows than there is time for. */
#define MIN_STEPS 2000000
#define STEPS_PER_BYTE 20

struct _LumForeignDb {
  sqlite3 *handle;
  guint8 *copy; /* of the bytes, or NULL */
  GCancellable *cancellable;
  gint64 looks_left;
};

static int
progress_cb (gpointer user_data)
{
  LumForeignDb *self = user_data;

  return --self->looks_left < 0 || g_cancellable_is_cancelled (self->cancellable);
}

static void
set_error (LumForeignDb *self, int code, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return;
  if ((code & 0xff) == SQLITE_NOMEM)
    g_set_error_literal (error, LUM_ERROR, LUM_ERROR_TOO_LARGE, _ ("There is not enough memory for this database."));
  else
    g_set_error_literal (error, LUM_ERROR, LUM_ERROR_DAMAGED, _ ("The database is damaged and cannot be read."));
}

/* A file ends with a page; SQLite would take what is missing of one for nothing. */
static gboolean
is_whole (const guint8 *bytes, gsize length)
{
  gsize page;

  if (length < 512)
    return FALSE;
  page = (gsize) bytes[PAGE_SIZE_AT] << 8 | bytes[PAGE_SIZE_AT + 1];
  return length % (page == 1 ? 65536 : MAX (page, 512)) == 0;
}

static void
harden (LumForeignDb *self)
{
  static const struct {
    int what, most;
  } limits[] = {
      {SQLITE_LIMIT_LENGTH, 16 * 1024 * 1024}, {SQLITE_LIMIT_SQL_LENGTH, 100000}, {SQLITE_LIMIT_COLUMN, 200},
      {SQLITE_LIMIT_EXPR_DEPTH, 50},           {SQLITE_LIMIT_VDBE_OP, 25000},     {SQLITE_LIMIT_ATTACHED, 0},
      {SQLITE_LIMIT_TRIGGER_DEPTH, 1},         {SQLITE_LIMIT_WORKER_THREADS, 0},
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (self->handle, limits[i].what, limits[i].most);
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_progress_handler (self->handle, STEPS_BETWEEN_LOOKS, progress_cb, self);
}

/**
 * lum_foreign_db_open:
 * @data: must live as long as the connection
 *
 * Opens the bytes of a database, without a file. What its write-ahead log would add is not there.
 *
 * Returns: (transfer full) (nullable): close with lum_foreign_db_close(); %NULL with an error
 */
LumForeignDb *
lum_foreign_db_open (gconstpointer data, gsize length, GCancellable *cancellable, GError **error)
{
  g_autoptr (LumForeignDb) self = g_new0 (LumForeignDb, 1);
  guint8 *bytes = (guint8 *) data;
  int code;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  self->cancellable = cancellable ? g_object_ref (cancellable) : NULL;
  self->looks_left = (MIN_STEPS + (gint64) MIN (length, G_MAXINT64 / 100) * STEPS_PER_BYTE) / STEPS_BETWEEN_LOOKS;
  if (!is_whole (bytes, length)) {
    set_error (self, SQLITE_NOTADB, error);
    return NULL;
  }
  if (bytes[WRITE_VERSION_AT] == 2 || bytes[READ_VERSION_AT] == 2) {
    /* SQLite would look for the log, and there is none in memory. */
    self->copy = g_try_malloc (length);
    if (!self->copy) {
      set_error (self, SQLITE_NOMEM, error);
      return NULL;
    }
    memcpy (self->copy, bytes, length);
    self->copy[WRITE_VERSION_AT] = self->copy[READ_VERSION_AT] = 1;
    bytes = self->copy;
  }

  code = sqlite3_open_v2 (":memory:", &self->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX,
                          NULL);
  if (code == SQLITE_OK) {
    harden (self);
    /* Read-only, so the bytes are not written to, whatever the type says. */
    code = sqlite3_deserialize (self->handle, "main", bytes, (sqlite3_int64) length, (sqlite3_int64) length,
                                SQLITE_DESERIALIZE_READONLY);
  }
  if (code == SQLITE_OK)
    code = sqlite3_exec (self->handle,
                         "PRAGMA query_only=1; PRAGMA cell_size_check=1; PRAGMA temp_store=2;"
                         "SELECT count(*) FROM sqlite_schema",
                         NULL, NULL, NULL);
  if (code != SQLITE_OK) {
    set_error (self, code, error);
    return NULL;
  }
  return g_steal_pointer (&self);
}

/**
 * lum_foreign_db_close:
 *
 * Every statement must be gone.
 */
void
lum_foreign_db_close (LumForeignDb *self)
{
  if (self->handle && sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("A statement outlives its connection to another program’s database");
  g_clear_object (&self->cancellable);
  g_free (self->copy);
  g_free (self);
}

/**
 * lum_foreign_db_prepare:
 * @sql: whose tables were found to be there
 *
 * Returns: (transfer full) (nullable): finalize it before the connection is closed; %NULL with an error
 */
sqlite3_stmt *
lum_foreign_db_prepare (LumForeignDb *self, const char *sql, GError **error)
{
  sqlite3_stmt *stmt = NULL;
  int code = sqlite3_prepare_v2 (self->handle, sql, -1, &stmt, NULL);

  if (code != SQLITE_OK)
    set_error (self, code, error);
  return stmt;
}

/* A plain table: what a view or a module would compute is none of a file's data. */
static gboolean
is_table (LumForeignDb *self, const char *table, gboolean *found, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
      lum_foreign_db_prepare (self,
                              "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND lower(name) = ?1 "
                              "AND upper(sql) NOT LIKE 'CREATE VIRTUAL%'",
                              error);
  g_autoptr (GError) local = NULL;

  *found = FALSE;
  if (!stmt)
    return FALSE;
  sqlite3_bind_text (stmt, 1, table, -1, SQLITE_STATIC);
  *found = lum_foreign_db_step (self, stmt, &local);
  return lum_foreign_db_finish (g_steal_pointer (&local), error);
}

/* Those columns of a table that are in the list, as bits of its places. */
static gboolean
find_columns (LumForeignDb *self, const char *table, const char *const *columns, guint64 *found, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autoptr (GError) local = NULL;
  gboolean is_there;

  *found = 0;
  if (!is_table (self, table, &is_there, error))
    return FALSE;
  if (!is_there)
    return TRUE;
  stmt = lum_foreign_db_prepare (self, "SELECT name FROM pragma_table_info(?1)", error);
  if (!stmt)
    return FALSE;
  sqlite3_bind_text (stmt, 1, table, -1, SQLITE_STATIC);
  while (lum_foreign_db_step (self, stmt, &local)) {
    const char *name = (const char *) sqlite3_column_text (stmt, 0);

    for (guint i = 0; name && columns[i]; i++)
      if (g_ascii_strcasecmp (name, columns[i]) == 0)
        *found |= G_GUINT64_CONSTANT (1) << i;
  }
  return lum_foreign_db_finish (g_steal_pointer (&local), error);
}

/**
 * lum_foreign_db_has_table:
 * @table: in lower case
 * @columns: at most 64, ends with %NULL
 *
 * Whether there is a table with all these columns. Not being there is no error.
 */
gboolean
lum_foreign_db_has_table (LumForeignDb *self, const char *table, const char *const *columns, GError **error)
{
  guint64 found, all = 0;

  for (guint i = 0; columns[i]; i++)
    all |= G_GUINT64_CONSTANT (1) << i;
  return find_columns (self, table, columns, &found, error) && found == all;
}

/**
 * lum_foreign_db_select:
 * @table: in lower case; must be there
 * @columns: at most 64, ends with %NULL
 *
 * All rows of a table, in any order. A column that this version of the program does not have is null.
 *
 * Returns: (transfer full) (nullable): finalize it before the connection is closed; %NULL with an error
 */
sqlite3_stmt *
lum_foreign_db_select (LumForeignDb *self, const char *table, const char *const *columns, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  guint64 found;

  if (!find_columns (self, table, columns, &found, error))
    return NULL;
  for (guint i = 0; columns[i]; i++)
    if (found & G_GUINT64_CONSTANT (1) << i)
      g_string_append_printf (sql, "%s\"%s\"", i ? ", " : "", columns[i]);
    else
      g_string_append (sql, i ? ", NULL" : "NULL");
  g_string_append_printf (sql, " FROM \"%s\"", table);
  return lum_foreign_db_prepare (self, sql->str, error);
}

/**
 * lum_foreign_db_step:
 *
 * Goes to the next row.
 *
 * Returns: %FALSE after the last one, and with an error
 */
gboolean
lum_foreign_db_step (LumForeignDb *self, sqlite3_stmt *stmt, GError **error)
{
  int code = sqlite3_step (stmt);

  if (code != SQLITE_ROW && code != SQLITE_DONE)
    set_error (self, code, error);
  return code == SQLITE_ROW;
}

/**
 * lum_foreign_get_number:
 *
 * Returns: NAN where the column holds no number
 */
double
lum_foreign_get_number (sqlite3_stmt *stmt, int column)
{
  int type = sqlite3_column_type (stmt, column);

  return type == SQLITE_INTEGER || type == SQLITE_FLOAT ? sqlite3_column_double (stmt, column) : NAN;
}

/**
 * lum_foreign_get_int:
 *
 * Returns: @otherwise where the column holds no whole number
 */
gint64
lum_foreign_get_int (sqlite3_stmt *stmt, int column, gint64 otherwise)
{
  return sqlite3_column_type (stmt, column) == SQLITE_INTEGER ? sqlite3_column_int64 (stmt, column) : otherwise;
}

/**
 * lum_foreign_get_text:
 *
 * Returns: (nullable): in valid UTF-8, owned by @words; %NULL where the column holds no text or number
 */
const char *
lum_foreign_get_text (sqlite3_stmt *stmt, int column, GStringChunk *words)
{
  int type = sqlite3_column_type (stmt, column);
  const char *text;
  g_autofree char *valid = NULL;

  if (type != SQLITE_TEXT && type != SQLITE_INTEGER)
    return NULL;
  text = (const char *) sqlite3_column_text (stmt, column);
  if (!text || !*text)
    return NULL;
  valid = g_utf8_make_valid (text, -1);
  return g_string_chunk_insert (words, valid);
}
