/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-transfer.h"

/* Exports and restores while a window goes on: the store lists what was deleted, a thread reads or writes the file, and
 * what came of it is committed. */
typedef struct {
  LumExportForm form;
  char *path;
  LumDiary *diary;
  LumDeletions *deletions;
  LumChangeSet *changes; /* of a restore */
  LumMergeCounts counts;
  gint64 group;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->path);
  g_clear_pointer (&work->diary, lum_diary_unref);
  g_clear_pointer (&work->deletions, lum_deletions_unref);
  g_clear_pointer (&work->changes, lum_change_set_free);
  g_free (work);
}

static GTask *
task_new (LumJournal *journal, gpointer tag, const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (journal, NULL, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->path = g_strdup (path);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, work, work_free);
  return task;
}

/* --- in a thread ----------------------------------------------------------------------------------------------- */

static void
export_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  gboolean ok = work->form == LUM_EXPORT_JSON ? lum_export_json (work->diary, work->deletions, work->path, &error)
                                              : lum_export_csv_folder (work->diary, work->path, &error);

  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
restore_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  g_autoptr (LumDiary) theirs = NULL;
  g_autoptr (LumDeletions) their_deletions = NULL;
  GError *error = NULL;

  if (!lum_export_read (work->path, &theirs, &their_deletions, &error)) {
    g_task_return_error (task, error);
    return;
  }
  work->changes = lum_merge (work->diary, work->deletions, theirs, their_deletions, &work->counts);
  g_task_return_boolean (task, TRUE);
}

/* --- back on the main one -------------------------------------------------------------------------------------- */

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;

  if (lum_journal_commit_finish (LUM_JOURNAL (source), result, &work->group, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The thread's task knows nothing of the journal: whichever thread drops it last, the journal dies on the main one. */
static void
thread_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;
  gsize n = 0;

  if (!g_task_propagate_boolean (G_TASK (result), &error)) {
    g_task_return_error (task, error);
    return;
  }
  if (work->changes)
    lum_change_set_get_changes (work->changes, &n);
  if (n > 0)
    lum_journal_commit_async (g_task_get_source_object (task), g_steal_pointer (&work->changes), NULL, committed_cb,
                              g_object_ref (task));
  else
    g_task_return_boolean (task, TRUE);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Work *work = g_task_get_task_data (task);
  g_autoptr (GTask) inner = NULL;
  GError *error = NULL;

  work->deletions = lum_journal_list_deletions_finish (LUM_JOURNAL (source), result, &work->diary, &error);
  if (!work->deletions) {
    g_task_return_error (task, error);
    return;
  }
  /* The outer task, which waits for the inner one, keeps the work. */
  inner = g_task_new (NULL, NULL, thread_done_cb, g_object_ref (task));
  g_task_set_task_data (inner, work, NULL);
  g_task_run_in_thread (inner, g_task_get_source_tag (task) == lum_export_async ? export_thread : restore_thread);
}

/* --- public ---------------------------------------------------------------------------------------------------- */

/**
 * lum_export_async:
 * @path: a file for LUM_EXPORT_JSON, a folder for LUM_EXPORT_CSV
 *
 * Writes all of a journal. What was there before stays where it fails.
 */
void
lum_export_async (LumJournal *journal,
                  LumExportForm form,
                  const char *path,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  GTask *task;

  g_return_if_fail (LUM_IS_JOURNAL (journal) && path);

  task = task_new (journal, lum_export_async, path, callback, user_data);
  ((Work *) g_task_get_task_data (task))->form = form;
  lum_journal_list_deletions_async (journal, listed_cb, task);
}

gboolean
lum_export_finish (LumJournal *journal, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, journal), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * lum_restore_async:
 * @path: what lum_export_json() wrote
 *
 * Merges an export into a journal, in one transaction; see lum_merge().
 */
void
lum_restore_async (LumJournal *journal, const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (LUM_IS_JOURNAL (journal) && path);

  lum_journal_list_deletions_async (journal, listed_cb,
                                    task_new (journal, lum_restore_async, path, callback, user_data));
}

/**
 * lum_restore_finish:
 * @counts: (out): what became of the journal's records
 * @group: (out): names the transaction for lum_journal_revert_async(); 0 where nothing had to change
 *
 * Returns: %FALSE with a sentence; nothing was changed then
 */
gboolean
lum_restore_finish (LumJournal *journal, GAsyncResult *result, LumMergeCounts *counts, gint64 *group, GError **error)
{
  const Work *work;

  g_return_val_if_fail (g_task_is_valid (result, journal), FALSE);

  work = g_task_get_task_data (G_TASK (result));
  *counts = work->counts;
  *group = work->group;
  return g_task_propagate_boolean (G_TASK (result), error);
}
