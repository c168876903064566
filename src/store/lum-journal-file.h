/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-db.h"

G_BEGIN_DECLS

/* A journal as a file: who may read it, whether it is one at all, where its neighbours lie. */

typedef struct {
  gboolean read_only; /* it, or its folder, may not be written */
  gboolean remote;    /* on a file system that cannot share memory: WAL is not safe there */
} LumFileState;

gboolean lum_journal_file_create (const char *path, GError **error);
gboolean lum_journal_file_inspect (const char *path, LumFileState *state, GError **error);
int lum_journal_file_lock (const char *path, GError **error);
char *lum_journal_file_get_lock_path (const char *path);
char *lum_journal_file_get_backup_folder (const char *path);
LumDb *lum_journal_file_open_to_read (const char *path, GError **error);
gboolean lum_journal_file_sync_folder (const char *path);

G_END_DECLS
