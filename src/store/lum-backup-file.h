/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lum-backup-info.h"
#include "lum-db.h"
#include "lum-diary.h"

G_BEGIN_DECLS

/* Copies of a journal. They use a connection of their own, so that nobody waits for them; in any thread. */

gboolean lum_backup_file_write (const char *journal, const char *target, gboolean replace, GError **error);
gboolean lum_backup_file_write_before_migration (const char *journal, int version, GError **error);
gboolean lum_backup_file_keep (const char *journal, LumDay today, GError **error);
gboolean lum_backup_file_keep_before_restore (const char *journal, LumDay today, GError **error);
GPtrArray *lum_backup_file_list (const char *journal);
LumDiary *lum_backup_file_read (const char *journal, const char *path, GError **error);

G_END_DECLS
