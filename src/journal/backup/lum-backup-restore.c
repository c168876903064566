/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lum-backup-file.h"
#include "lum-backup.h"
#include "lum-transfer-private.h"

/* "As it was then": what the journal holds is kept in a fresh copy first; then, in one transaction, it is made equal to
 * what an older copy holds. These are deeds of the person of this moment, with its time: another computer that hears of
 * them takes them for newer than what they replaced. */
typedef struct {
  char *journal;
  LumDay today;
  LumDiary *wanted;
  LumDiary *diary;
  LumDeletions *deletions;
  LumChangeSet *changes;
  LumMergeCounts counts;
  gint64 group;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->journal);
  lum_diary_unref (work->wanted);
  g_clear_pointer (&work->diary, lum_diary_unref);
  g_clear_pointer (&work->deletions, lum_deletions_unref);
  g_clear_pointer (&work->changes, lum_change_set_free);
  g_free (work);
}

static GHashTable *
index_records (const LumDiary *diary, LumRecordKind kind)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);
  gsize n, size = lum_record_get_info (kind)->size;
  const char *records = lum_diary_get_records (diary, kind, &n);

  for (gsize i = 0; i < n; i++)
    g_hash_table_insert (index, (gpointer) ((const LumRecord *) (records + i * size))->id,
                         (gpointer) (records + i * size));
  return index;
}

/* Which changes make the journal's records of a kind those of the copy. */
static void
compare_kind (Work *work, LumRecordKind kind, GHashTable *const *known)
{
  g_autoptr (GHashTable) ours = index_records (work->diary, kind);
  g_autoptr (GHashTable) wanted = index_records (work->wanted, kind);
  gsize n, size = lum_record_get_info (kind)->size;
  const char *records = lum_diary_get_records (work->diary, kind, &n);
  g_autofree LumRecord *record = g_malloc (size);
  g_autofree LumRecord *before = g_malloc (size);

  for (gsize i = 0; i < n; i++) {
    const char *id = ((const LumRecord *) (records + i * size))->id;

    if (!g_hash_table_contains (wanted, id)) {
      lum_change_set_delete (work->changes, kind, id);
      work->counts.n_deleted++;
    }
  }
  records = lum_diary_get_records (work->wanted, kind, &n);
  for (gsize i = 0; i < n; i++) {
    const LumRecord *known_record;

    memcpy (record, records + i * size, size);
    lum_transfer_drop_dangling (kind, record, known);
    known_record = g_hash_table_lookup (ours, record->id);
    if (known_record) {
      memcpy (before, known_record, size);
      lum_transfer_drop_dangling (kind, before, known);
      if (lum_transfer_compare (kind, record, before) == 0)
        continue;
      work->counts.n_changed++;
    } else
      work->counts.n_new++;
    lum_change_set_put (work->changes, kind, record);
  }
}

static void
compare (Work *work)
{
  GHashTable *known[LUM_N_RECORD_KINDS];

  work->changes = lum_change_set_new ();
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    gsize n, size = lum_record_get_info (kind)->size;
    const char *records = lum_diary_get_records (work->wanted, kind, &n);

    known[kind] = lum_transfer_index (work->diary, work->deletions, kind);
    for (gsize i = 0; i < n; i++)
      g_hash_table_add (known[kind], (gpointer) ((const LumRecord *) (records + i * size))->id);
  }
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++)
    compare_kind (work, kind, known);
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++)
    g_hash_table_unref (known[kind]);
}

static void
restore_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  gsize n;

  compare (work);
  lum_change_set_get_changes (work->changes, &n);
  if (n > 0 && !lum_backup_file_keep_before_restore (work->journal, work->today, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

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
  gsize n;

  if (!g_task_propagate_boolean (G_TASK (result), &error)) {
    g_task_return_error (task, error);
    return;
  }
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
  inner = g_task_new (NULL, NULL, thread_done_cb, g_object_ref (task));
  g_task_set_task_data (inner, work, NULL);
  g_task_run_in_thread (inner, restore_thread);
}

/**
 * lum_backup_restore_async:
 * @wanted: from lum_backup_read_finish()
 *
 * Makes the journal hold what a backup holds, and nothing else, in one transaction. What it holds now is kept in a copy
 * beside it before; where that cannot be, nothing is changed.
 */
void
lum_backup_restore_async (LumJournal *journal, LumDiary *wanted, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  Work *work;

  g_return_if_fail (LUM_IS_JOURNAL (journal) && wanted);

  task = g_task_new (journal, NULL, callback, user_data);
  g_task_set_source_tag (task, lum_backup_restore_async);
  work = g_new0 (Work, 1);
  work->journal = g_strdup (lum_journal_get_path (journal));
  work->today = lum_clock_get_today (lum_journal_get_clock (journal));
  work->wanted = lum_diary_ref (wanted);
  g_task_set_task_data (task, work, work_free);
  lum_journal_list_deletions_async (journal, listed_cb, task);
}

/**
 * lum_backup_restore_finish:
 * @counts: (out): what became of the journal's records
 * @group: (out): names the transaction for lum_journal_revert_async(); 0 where the journal held just that already
 *
 * Returns: %FALSE with a sentence; nothing was changed then
 */
gboolean
lum_backup_restore_finish (LumJournal *journal,
                           GAsyncResult *result,
                           LumMergeCounts *counts,
                           gint64 *group,
                           GError **error)
{
  const Work *work;

  g_return_val_if_fail (g_task_is_valid (result, journal), FALSE);

  work = g_task_get_task_data (G_TASK (result));
  *counts = work->counts;
  *group = work->group;
  return g_task_propagate_boolean (G_TASK (result), error);
}
