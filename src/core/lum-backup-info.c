/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-backup-info.h"

void
lum_backup_info_free (LumBackupInfo *self)
{
  g_free (self->path);
  g_free (self);
}
