/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-backup.h"

G_BEGIN_DECLS

void lum_backup_keep_async (LumJournal *journal, GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
