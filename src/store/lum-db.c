/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-db-private.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lum-i18n.h"
#include "lum-stmt.h"

/* How long a statement waits for another program before it says so, in milliseconds. */
#define BUSY_TIMEOUT_MS 3000

struct _LumDb {
  char *path;
  sqlite3 *handle;
  struct _OpenFile *file;
};

/* Closing any descriptor of a file takes away every lock that the process has on it: so POSIX has it. SQLite minds its
 * own descriptors; whoever else in this process looks at a journal's bytes closes them with lum_db_close_file(), which
 * waits until the last connection to that file is gone. The locks are the process's, and so is this list. */
typedef struct _OpenFile {
  dev_t device;
  ino_t inode;
  guint connections;
  GArray *later; /* int: descriptors to close with the last connection */
} OpenFile;

static GMutex open_files_lock;
static GPtrArray *open_files;

static OpenFile *
find_open_file (const struct stat *info)
{
  for (guint i = 0; open_files && i < open_files->len; i++) {
    OpenFile *file = g_ptr_array_index (open_files, i);

    if (file->device == info->st_dev && file->inode == info->st_ino)
      return file;
  }
  return NULL;
}

static OpenFile *
register_open_file (const char *path)
{
  struct stat info;
  OpenFile *file;

  if (stat (path, &info) != 0)
    return NULL;
  g_mutex_lock (&open_files_lock);
  file = find_open_file (&info);
  if (!file) {
    file = g_new0 (OpenFile, 1);
    file->device = info.st_dev;
    file->inode = info.st_ino;
    file->later = g_array_new (FALSE, FALSE, sizeof (int));
    if (!open_files)
      open_files = g_ptr_array_new ();
    g_ptr_array_add (open_files, file);
  }
  file->connections++;
  g_mutex_unlock (&open_files_lock);
  return file;
}

static void
unregister_open_file (OpenFile *file)
{
  if (!file)
    return;
  g_mutex_lock (&open_files_lock);
  if (--file->connections == 0) {
    for (guint i = 0; i < file->later->len; i++)
      close (g_array_index (file->later, int, i));
    g_array_unref (file->later);
    g_ptr_array_remove_fast (open_files, file);
    if (open_files->len == 0)
      g_clear_pointer (&open_files, g_ptr_array_unref);
    g_free (file);
  }
  g_mutex_unlock (&open_files_lock);
}

/**
 * lum_db_close_file:
 * @fd: of a file that may be a journal
 *
 * Closes a descriptor without taking away the locks of a connection that this process has to the same file.
 */
void
lum_db_close_file (int fd)
{
  struct stat info;
  OpenFile *file;

  g_mutex_lock (&open_files_lock);
  file = fstat (fd, &info) == 0 ? find_open_file (&info) : NULL;
  if (file)
    g_array_append_val (file->later, fd);
  else
    close (fd);
  g_mutex_unlock (&open_files_lock);
}

sqlite3 *
lum_db_get_handle (LumDb *self)
{
  return self->handle;
}

/* Turns a result code into a sentence for a person. SQLite's own words are added only where we have none. */
void
lum_db_set_error (LumDb *self, int code, GError **error)
{
  int system_errno = self->handle ? sqlite3_system_errno (self->handle) : 0;
  g_autofree char *name = g_filename_display_name (self->path);

  switch (code & 0xff) {
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
    g_set_error (error, LUM_ERROR, LUM_ERROR_DAMAGED, _ ("The journal “%s” is damaged and cannot be read."), name);
    break;
  case SQLITE_ERROR:
    /* Our statements are right, so the file's schema is not. */
    g_set_error (error, LUM_ERROR, LUM_ERROR_DAMAGED,
                 /* Translators: the second %s is a technical reason in English. */
                 _ ("The journal “%s” is damaged: %s."), name, sqlite3_errmsg (self->handle));
    break;
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    g_set_error (error, LUM_ERROR, LUM_ERROR_LOCKED,
                 _ ("Another program is using the journal “%s”; please try again in a moment."), name);
    break;
  case SQLITE_FULL:
    g_set_error (error, LUM_ERROR, LUM_ERROR_FULL, _ ("There is no space left on the disk of “%s”; nothing was saved."),
                 name);
    break;
  case SQLITE_READONLY:
  case SQLITE_PERM:
  case SQLITE_AUTH:
    g_set_error (error, LUM_ERROR, LUM_ERROR_READ_ONLY, _ ("The journal “%s” may only be read, not changed."), name);
    break;
  case SQLITE_CONSTRAINT:
  case SQLITE_MISMATCH:
  case SQLITE_TOOBIG:
    g_set_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT,
                 /* Translators: the second %s is a technical reason in English. */
                 _ ("The journal “%s” cannot take this value: %s."), name, sqlite3_errmsg (self->handle));
    break;
  case SQLITE_IOERR:
  case SQLITE_CANTOPEN:
    if (system_errno == ENOSPC || system_errno == EDQUOT) {
      g_set_error (error, LUM_ERROR, LUM_ERROR_FULL,
                   _ ("There is no space left on the disk of “%s”; nothing was saved."), name);
      break;
    }
    if (system_errno == EACCES || system_errno == EPERM || system_errno == EROFS) {
      g_set_error (error, LUM_ERROR, LUM_ERROR_READ_ONLY, _ ("There is no permission to use the journal “%s”."), name);
      break;
    }
    G_GNUC_FALLTHROUGH;
  default:
    g_set_error (error, LUM_ERROR, LUM_ERROR_IO,
                 /* Translators: the second %s is a technical reason in English. */
                 _ ("The journal “%s” cannot be used: %s."), name,
                 self->handle ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code));
    break;
  }
}

/**
 * lum_db_open:
 *
 * Opens a connection. What the file's schema says is not trusted, foreign keys are enforced.
 *
 * Returns: (transfer full) (nullable): close with lum_db_close(); %NULL with an error
 */
LumDb *
lum_db_open (const char *path, LumDbMode mode, GError **error)
{
  static const int flags[] = {
      [LUM_DB_READ] = SQLITE_OPEN_READONLY,
      [LUM_DB_IMMUTABLE] = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
      [LUM_DB_WRITE] = SQLITE_OPEN_READWRITE,
      [LUM_DB_CREATE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
  };
  g_autoptr (LumDb) self = g_new0 (LumDb, 1);
  g_autofree char *uri = NULL;
  int code;

  self->path = g_strdup (path);
  if (mode == LUM_DB_IMMUTABLE) {
    g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);

    uri = g_strdup_printf ("file:%s?immutable=1", escaped);
  }
  code = sqlite3_open_v2 (uri ? uri : path, &self->handle, flags[mode] | SQLITE_OPEN_NOMUTEX, NULL);
  self->file = register_open_file (path);
  if (code != SQLITE_OK) {
    lum_db_set_error (self, code, error);
    return NULL;
  }
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  /* A column that a file does not have is an error, not the text of its name. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  return g_steal_pointer (&self);
}

/**
 * lum_db_close:
 *
 * Closes the connection; every statement must be gone.
 */
void
lum_db_close (LumDb *self)
{
  if (self->handle && sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("A statement of “%s” outlives its connection", self->path);
  unregister_open_file (self->file);
  g_free (self->path);
  g_free (self);
}

const char *
lum_db_get_path (LumDb *self)
{
  return self->path;
}

/**
 * lum_db_set_path:
 *
 * Which file errors name: that which a temporary one will become.
 */
void
lum_db_set_path (LumDb *self, const char *path)
{
  g_free (self->path);
  self->path = g_strdup (path);
}

/**
 * lum_db_exec:
 *
 * Runs one or more statements and ignores their rows.
 */
gboolean
lum_db_exec (LumDb *self, const char *sql, GError **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  lum_db_set_error (self, code, error);
  return FALSE;
}

/**
 * lum_db_query_int:
 * @value: (out): the first column of the first row, 0 where there is none
 */
gboolean
lum_db_query_int (LumDb *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (LumStmt) stmt = lum_stmt_new (self, sql, error);
  LumStep step;

  *value = 0;
  if (!stmt)
    return FALSE;
  step = lum_stmt_step (stmt, error);
  if (step == LUM_STEP_ROW)
    *value = lum_stmt_get_int (stmt, 0);
  return step != LUM_STEP_ERROR;
}

/**
 * lum_db_query_text:
 *
 * Returns: (transfer full) (nullable): the first column of the first row, "" where there is none, %NULL with an error
 */
char *
lum_db_query_text (LumDb *self, const char *sql, GError **error)
{
  g_autoptr (LumStmt) stmt = lum_stmt_new (self, sql, error);
  LumStep step;

  if (!stmt)
    return NULL;
  step = lum_stmt_step (stmt, error);
  if (step == LUM_STEP_ERROR)
    return NULL;
  return g_strdup (step == LUM_STEP_ROW && lum_stmt_get_text (stmt, 0) ? lum_stmt_get_text (stmt, 0) : "");
}

/**
 * lum_db_rollback:
 *
 * Ends a transaction without its changes; does nothing where SQLite already did so by itself.
 */
void
lum_db_rollback (LumDb *self)
{
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * lum_db_shrink:
 *
 * Gives back the memory of pages that have been read.
 */
void
lum_db_shrink (LumDb *self)
{
  sqlite3_db_release_memory (self->handle);
}

/**
 * lum_db_copy_to:
 *
 * Copies the whole database, as it is at one moment, over that of @target. Others may go on reading and writing.
 */
gboolean
lum_db_copy_to (LumDb *self, LumDb *target, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (target->handle, "main", self->handle, "main");
  int code;

  if (!backup) {
    lum_db_set_error (target, sqlite3_errcode (target->handle), error);
    return FALSE;
  }
  sqlite3_backup_step (backup, -1);
  code = sqlite3_backup_finish (backup);
  if (code == SQLITE_OK)
    return TRUE;
  /* A damaged source is not the copy's fault; everything else is said of the file being written. */
  lum_db_set_error ((code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB ? self : target, code, error);
  return FALSE;
}
