/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-backup-file.h"

G_BEGIN_DECLS

char *lum_backup_file_get_prefix (const char *journal);
LumDb *lum_backup_file_open (const char *journal, GError **error);
gboolean lum_backup_file_write_from (LumDb *source, const char *target, gboolean replace, GError **error);
void lum_backup_file_set_error (const char *target, int code, GError **error);

G_END_DECLS
