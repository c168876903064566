/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-run-candidate.h"

/* A file is called by its name; only where two have the same one, the second is called by its path. */
static GHashTable *
index_candidates (GPtrArray *candidates)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < candidates->len; i++) {
    LumRunCandidate *candidate = candidates->pdata[i];
    char *path = g_file_get_parse_name (candidate->file->file);

    if (!g_hash_table_contains (index, candidate->file->name))
      g_hash_table_insert (index, g_strdup (candidate->file->name), candidate);
    g_hash_table_insert (index, path, candidate);
  }
  return index;
}

/**
 * lum_run_candidates_new:
 * @files: (element-type LumRunFile): that were read
 * @batch: what they held, compared with the journal
 * @done: (element-type LumRunFile): takes copies of those that held nothing new
 *
 * Counts the new runs of each file.
 *
 * Returns: (transfer full) (element-type LumRunCandidate): the files with something new or similar, in their order
 */
GPtrArray *
lum_run_candidates_new (GPtrArray *files, const LumImportBatch *batch, GPtrArray *done)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func ((GDestroyNotify) lum_run_candidate_free);
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) lum_run_candidate_free);
  g_autoptr (GHashTable) index = NULL;

  for (guint i = 0; i < files->len; i++) {
    LumRunCandidate *candidate = g_new0 (LumRunCandidate, 1);

    candidate->file = lum_run_file_copy (files->pdata[i]);
    g_ptr_array_add (candidates, candidate);
  }
  index = index_candidates (candidates);
  for (guint i = 0; i < lum_import_batch_get_n_items (batch); i++) {
    const LumImportItem *item = lum_import_batch_get_item (batch, i);
    LumRunCandidate *candidate = g_hash_table_lookup (index, item->file);

    if (!candidate || item->kind != LUM_RECORD_RUN || !item->records)
      continue;
    candidate->n_new += item->status == LUM_IMPORT_NEW;
    candidate->similar = candidate->similar || item->status == LUM_IMPORT_SIMILAR;
  }

  while (candidates->len > 0) {
    g_autoptr (LumRunCandidate) candidate = g_ptr_array_steal_index (candidates, 0);

    if (candidate->n_new > 0 || candidate->similar)
      g_ptr_array_add (kept, g_steal_pointer (&candidate));
    else
      g_ptr_array_add (done, lum_run_file_copy (candidate->file));
  }
  return kept;
}

void
lum_run_candidate_free (LumRunCandidate *candidate)
{
  lum_run_file_free (candidate->file);
  g_free (candidate);
}
