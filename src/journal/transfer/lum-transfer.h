/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-journal.h"

G_BEGIN_DECLS

/* Everything out, and back in again. */

char *lum_export_to_json (LumDiary *diary);
gboolean lum_export_json (LumDiary *diary, const char *path, GError **error);
gboolean lum_export_csv_folder (LumDiary *diary, const char *folder, GError **error);
gboolean lum_export_days_csv (LumDiary *diary, LumDay first, LumDay last, const char *path, GError **error);
LumChangeSet *lum_restore_json (LumDiary *diary, const char *path, guint *n_changed, GError **error);

G_END_DECLS
