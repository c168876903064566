/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-import-job.h"

G_BEGIN_DECLS

/* A file to read: what it is called for the person, and why it cannot be read, if so. */
typedef struct {
  GFile *file;
  char *name;
  goffset size;
  LumInstant modified; /* 0 if unknown */
  char *problem;
} LumFoundFile;

GPtrArray *lum_gather_files (GPtrArray *files, GCancellable *cancellable, GError **error);
void lum_found_file_free (LumFoundFile *found);

void lum_import_compare (LumImportBatch *batch, const LumDiary *diary);
void lum_import_join (LumImportBatch *batch);
int lum_import_rank_format (const char *format);
int lum_import_rank_run (const LumRun *run);
gboolean lum_import_merge_runs (LumRun *into, const LumRun *from, gboolean better_numbers, gboolean better_words);
void lum_import_warn_of_short_runs (LumImportBatch *batch);
LumChangeSet *
lum_import_make_changes (const LumImportBatch *batch, LumDiary *diary, LumDay today, gboolean with_similar);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumFoundFile, lum_found_file_free)

G_END_DECLS
