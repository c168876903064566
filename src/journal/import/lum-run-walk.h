/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-run-source.h"

G_BEGIN_DECLS

/* Which files of a watch, a card or a folder may hold a run, by their names: lum_run_source_list_async()'s own part. */

GPtrArray *lum_run_walk (LumRunSourceKind kind, GFile *root, GCancellable *cancellable, GError **error);
char *lum_run_walk_make_key (GFile *root, GFile *file, GFileInfo *info);

#define LUM_RUN_WALK_ATTRIBUTES                                                                                    \
  G_FILE_ATTRIBUTE_STANDARD_NAME                                                                                   \
  "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE \
  "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN "," G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_ACCESS_CAN_READ

G_END_DECLS
