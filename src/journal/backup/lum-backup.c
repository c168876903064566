/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-backup.h"

#include "lum-backup-file.h"
#include "lum-backup-private.h"
#include "lum-check.h"

/* Copies and checks read through a connection of their own, in a thread of their own: the journal goes on being
 * written meanwhile. */
typedef struct {
  char *journal;
  char *target;
  LumDay today;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->journal);
  g_free (order->target);
  g_free (order);
}

/* How to free what a call answers with; most say in sentences what is wrong. */
static GDestroyNotify
get_free_func (gpointer tag)
{
  if (tag == lum_backup_list_async)
    return (GDestroyNotify) g_ptr_array_unref;
  if (tag == lum_backup_read_async)
    return (GDestroyNotify) lum_diary_unref;
  return (GDestroyNotify) g_strfreev;
}

/* The thread's task knows nothing of the journal: whichever thread drops it last, the journal dies on the main one. */
static void
thread_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  gpointer answer = g_task_propagate_pointer (G_TASK (result), &error);

  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, answer, get_free_func (g_task_get_source_tag (task)));
}

static void
run (LumJournal *journal,
     const char *target,
     GTaskThreadFunc func,
     gpointer tag,
     GCancellable *cancellable,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  GTask *task = g_task_new (journal, cancellable, callback, user_data);
  g_autoptr (GTask) inner = g_task_new (NULL, cancellable, thread_done_cb, task);
  Order *order = g_new0 (Order, 1);

  order->journal = g_strdup (lum_journal_get_path (journal));
  order->target = g_strdup (target);
  order->today = lum_clock_get_today (lum_journal_get_clock (journal));
  g_task_set_source_tag (task, tag);
  g_task_set_source_tag (inner, tag);
  g_task_set_task_data (inner, order, order_free);
  g_task_run_in_thread (inner, func);
}

/* Without a list of sentences, an empty one says that it went well. */
static void
return_result (GTask *task, char **sentences, GError *error)
{
  if (error) {
    g_strfreev (sentences);
    g_task_return_error (task, error);
  } else
    g_task_return_pointer (task, sentences, (GDestroyNotify) g_strfreev);
}

static void
backup_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;
  GError *error = NULL;

  lum_backup_file_write (order->journal, order->target, g_task_get_source_tag (task) == lum_backup_replace_async,
                         &error);
  return_result (task, g_new0 (char *, 1), error);
}

static void
daily_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;
  GError *error = NULL;

  lum_backup_file_keep (order->journal, order->today, &error);
  return_result (task, g_new0 (char *, 1), error);
}

static void
check_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;
  GError *error = NULL;
  char **sentences = lum_check_file (order->journal, &error);

  return_result (task, sentences, error);
}

static void
list_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;

  g_task_return_pointer (task, lum_backup_file_list (order->journal), (GDestroyNotify) g_ptr_array_unref);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;
  GError *error = NULL;
  LumDiary *diary = lum_backup_file_read (order->journal, order->target, &error);

  if (diary)
    g_task_return_pointer (task, diary, (GDestroyNotify) lum_diary_unref);
  else
    g_task_return_error (task, error);
}

/**
 * lum_backup_to_async:
 * @path: where the copy goes; a file that is there already is left as it is (LUM_ERROR_CONFLICT)
 *
 * Writes a copy of the journal as it is at one moment. It appears whole or not at all.
 */
void
lum_backup_to_async (LumJournal *journal,
                     const char *path,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_return_if_fail (LUM_IS_JOURNAL (journal) && path);

  run (journal, path, backup_thread, lum_backup_to_async, cancellable, callback, user_data);
}

/**
 * lum_backup_replace_async:
 * @path: where the copy goes; somebody agreed that a file that is there is replaced
 *
 * As lum_backup_to_async(). A journal that is in use is left as it is all the same. End with lum_backup_to_finish().
 */
void
lum_backup_replace_async (LumJournal *journal, const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (LUM_IS_JOURNAL (journal) && path);

  run (journal, path, backup_thread, lum_backup_replace_async, NULL, callback, user_data);
}

gboolean
lum_backup_to_finish (LumJournal *journal, GAsyncResult *result, GError **error)
{
  g_auto (GStrv) nothing = NULL;

  g_return_val_if_fail (g_task_is_valid (result, journal), FALSE);

  nothing = g_task_propagate_pointer (G_TASK (result), error);
  return nothing != NULL;
}

/**
 * lum_backup_keep_async:
 *
 * Makes the day's copy beside the journal, if there is none yet, and lets the old ones go. End with
 * lum_backup_to_finish().
 */
void
lum_backup_keep_async (LumJournal *journal, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (LUM_IS_JOURNAL (journal));

  run (journal, NULL, daily_thread, lum_backup_keep_async, NULL, callback, user_data);
}

/**
 * lum_backup_list_async:
 *
 * Lists the copies beside the journal.
 */
void
lum_backup_list_async (LumJournal *journal, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (LUM_IS_JOURNAL (journal));

  run (journal, NULL, list_thread, lum_backup_list_async, NULL, callback, user_data);
}

/**
 * lum_backup_list_finish:
 *
 * Returns: (transfer full): an array of LumBackupInfo, newest first, empty where there are none
 */
GPtrArray *
lum_backup_list_finish (LumJournal *journal, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, journal), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lum_backup_read_async:
 * @path: a backup, or any journal
 *
 * Reads what a copy holds, of whatever version, without changing it.
 */
void
lum_backup_read_async (LumJournal *journal, const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (LUM_IS_JOURNAL (journal) && path);

  run (journal, path, read_thread, lum_backup_read_async, NULL, callback, user_data);
}

/**
 * lum_backup_read_finish:
 *
 * Returns: (transfer full) (nullable): %NULL with a sentence that says why it cannot be read
 */
LumDiary *
lum_backup_read_finish (LumJournal *journal, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, journal), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lum_check_journal_async:
 *
 * Looks whether the journal is sound: the file itself, its references, each record by the rules, the change log.
 */
void
lum_check_journal_async (LumJournal *journal, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (LUM_IS_JOURNAL (journal));

  run (journal, NULL, check_thread, lum_check_journal_async, NULL, callback, user_data);
}

/**
 * lum_check_journal_finish:
 *
 * Returns: (transfer full): a sentence for each thing that is wrong, empty where all is well; free with g_strfreev()
 */
char **
lum_check_journal_finish (LumJournal *journal, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, journal), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
