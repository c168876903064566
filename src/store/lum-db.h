/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "lum-error.h"

G_BEGIN_DECLS

/* One connection to one SQLite file. It belongs to the thread that opened it. Every failure is a LUM_ERROR whose
 * sentence names the file. */
typedef struct _LumDb LumDb;

typedef enum {
  LUM_DB_READ,      /* for reading; needs a folder in which SQLite may keep its shared memory, or none to share */
  LUM_DB_IMMUTABLE, /* for reading from a place where nobody can write */
  LUM_DB_WRITE,     /* the file must be there */
  LUM_DB_CREATE,    /* made where there is none */
} LumDbMode;

LumDb *lum_db_open (const char *path, LumDbMode mode, GError **error);
void lum_db_close (LumDb *self);
const char *lum_db_get_path (LumDb *self);
void lum_db_set_path (LumDb *self, const char *path);
gboolean lum_db_exec (LumDb *self, const char *sql, GError **error);
gboolean lum_db_query_int (LumDb *self, const char *sql, gint64 *value, GError **error);
char *lum_db_query_text (LumDb *self, const char *sql, GError **error);
void lum_db_rollback (LumDb *self);
void lum_db_shrink (LumDb *self);
gboolean lum_db_copy_to (LumDb *self, LumDb *target, GError **error);
void lum_db_close_file (int fd);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumDb, lum_db_close)

G_END_DECLS
