/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-day.h"

G_BEGIN_DECLS

/* A copy of a journal that lies beside it. */
typedef enum {
  LUM_BACKUP_DAILY,
  LUM_BACKUP_BEFORE_RESTORE, /* what the journal held before an older copy was restored */
  LUM_BACKUP_BEFORE_UPDATE,  /* before its form changed with a newer Lumbar */
} LumBackupReason;

typedef struct {
  char *path;
  LumDay day;         /* on which it was made */
  LumInstant made_at; /* the file's own time */
  gint64 size;        /* bytes */
  LumBackupReason reason;
} LumBackupInfo;

void lum_backup_info_free (LumBackupInfo *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumBackupInfo, lum_backup_info_free)

G_END_DECLS
