/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lum-diary.h"

G_BEGIN_DECLS

/* Where runs come from by themselves: a watch that is plugged in, its card, or the one watched folder. Only names, sizes
 * and dates are looked at, in a thread, and nothing is ever written there. */
#define LUM_TYPE_RUN_SOURCE (lum_run_source_get_type ())

G_DECLARE_FINAL_TYPE (LumRunSource, lum_run_source, LUM, RUN_SOURCE, GObject)

typedef enum {
  LUM_RUN_SOURCE_DEVICE, /* a watch or a card: only where makers put activities */
  LUM_RUN_SOURCE_FOLDER, /* a folder that somebody chose: all of it */
} LumRunSourceKind;

/* A file that may hold a run. */
typedef struct {
  GFile *file;
  char *name;      /* as people know it */
  char *key;       /* its fingerprint among the files that were seen */
  gint64 modified; /* seconds since 1970, 0 if unknown */
} LumRunFile;

LumRunSource *lum_run_source_new (LumRunSourceKind kind, GFile *root, const char *name, const char *cache);
LumRunSourceKind lum_run_source_get_kind (LumRunSource *self);
GFile *lum_run_source_get_root (LumRunSource *self);
const char *lum_run_source_get_name (LumRunSource *self);

void lum_run_source_list_async (LumRunSource *self,
                                LumDiary *diary,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GPtrArray *lum_run_source_list_finish (LumRunSource *self, GAsyncResult *result, GError **error);
void lum_run_source_remember_async (LumRunSource *self,
                                    GPtrArray *files,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean lum_run_source_remember_finish (LumRunSource *self, GAsyncResult *result, GError **error);

LumRunFile *lum_run_file_copy (const LumRunFile *file);
void lum_run_file_free (LumRunFile *file);
gboolean lum_run_file_is_known (const LumRunFile *file, GHashTable *names);
GHashTable *lum_run_file_index_names (LumDiary *diary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumRunFile, lum_run_file_free)

G_END_DECLS
