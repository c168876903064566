/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-import-batch.h"
#include "lum-journal.h"
#include "lum-settings.h"

G_BEGIN_DECLS

/* From files to a preview to one transaction. Reading and comparing happen in a thread. */
#define LUM_TYPE_IMPORT_JOB (lum_import_job_get_type ())

G_DECLARE_FINAL_TYPE (LumImportJob, lum_import_job, LUM, IMPORT_JOB, GObject)

/* Properties: "fraction" (0 to 1, NaN while unknown), "label" (the file being read). */

LumImportJob *lum_import_job_new (LumJournal *journal, LumUnits units);
void lum_import_job_read_async (LumImportJob *self,
                                GListModel *files,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
LumImportBatch *lum_import_job_read_finish (LumImportJob *self, GAsyncResult *result, GError **error);
void lum_import_job_commit_async (LumImportJob *self,
                                  LumImportBatch *batch,
                                  gboolean with_similar,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean lum_import_job_commit_finish (LumImportJob *self, GAsyncResult *result, gint64 *group, GError **error);

char *lum_import_batch_to_json (const LumImportBatch *batch);

G_END_DECLS
