/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-store.h"

#include "lum-i18n.h"

typedef enum {
  JOB_OPEN,
  JOB_COMMIT,
  JOB_UNDO,
  JOB_REDO,
  JOB_REVERT,
  JOB_REFRESH,
  JOB_LIST_DELETIONS,
  JOB_CLOSE,
  JOB_QUIT
} JobType;

typedef struct {
  JobType type;
  GTask *task;
  char *path;              /* of JOB_OPEN */
  LumStoreOpenFlags flags; /* of JOB_OPEN */
  LumChangeSet *changes;   /* of JOB_COMMIT */
  gint64 group;            /* of JOB_REVERT */
  LumDeletions *deletions; /* what JOB_LIST_DELETIONS found */
  LumInstant now;
  LumStoreResult *result; /* when it is done: one of these two */
  GError *error;
} Job;

struct _LumStore {
  GObject parent_instance;
  char *path;
  GAsyncQueue *queue; /* Job */
  GThread *thread;
};

G_DEFINE_FINAL_TYPE (LumStore, lum_store, G_TYPE_OBJECT)

void
lum_store_result_free (LumStoreResult *self)
{
  g_clear_pointer (&self->diary, lum_diary_unref);
  g_clear_pointer (&self->deletions, lum_deletions_unref);
  g_free (self);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->task);
  g_clear_pointer (&job->result, lum_store_result_free);
  g_clear_error (&job->error);
  g_clear_pointer (&job->changes, lum_change_set_free);
  g_clear_pointer (&job->deletions, lum_deletions_unref);
  g_free (job->path);
  g_free (job);
}

/* --- in the owner's thread ------------------------------------------------------------------------------------- */

static gboolean
run_job (Job *job, LumSession **session, gint64 *group, GError **error)
{
  if (job->type == JOB_OPEN) {
    if (!*session)
      *session = lum_session_open (job->path, job->flags, error);
    return *session != NULL;
  }
  if (job->type == JOB_CLOSE) {
    g_clear_pointer (session, lum_session_close);
    return TRUE;
  }
  if (!*session) {
    g_set_error_literal (error, LUM_ERROR, LUM_ERROR_NOT_FOUND, _ ("No journal is open."));
    return FALSE;
  }

  switch (job->type) {
  case JOB_COMMIT:
    return lum_session_commit (*session, job->changes, job->now, group, error);
  case JOB_UNDO:
    return lum_session_undo (*session, job->now, error);
  case JOB_REDO:
    return lum_session_redo (*session, job->now, error);
  case JOB_REVERT:
    return lum_session_revert (*session, job->group, job->now, error);
  case JOB_REFRESH:
    return lum_session_refresh (*session, error);
  case JOB_LIST_DELETIONS:
    job->deletions = lum_session_list_deletions (*session, error);
    return job->deletions != NULL;
  case JOB_OPEN:
  case JOB_CLOSE:
  case JOB_QUIT:
    break;
  }
  g_return_val_if_reached (FALSE);
}

static LumStoreResult *
make_result (LumSession *session, Job *job, gint64 group)
{
  LumStoreResult *result = g_new0 (LumStoreResult, 1);

  result->group = group;
  result->deletions = g_steal_pointer (&job->deletions);
  if (session) {
    result->diary = lum_diary_ref (lum_session_get_diary (session));
    result->can_undo = lum_session_get_can_undo (session);
    result->can_redo = lum_session_get_can_redo (session);
    result->read_only = lum_session_is_read_only (session);
    result->remote = lum_session_is_remote (session);
  }
  return result;
}

static gboolean
job_done_cb (gpointer data)
{
  Job *job = data;

  if (job->error)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), (GDestroyNotify) lum_store_result_free);
  return G_SOURCE_REMOVE;
}

/* The job goes back to the asker's context as a whole. The thread keeps no reference, so that the store, and whatever
 * the callback holds, is never let go of here; when the asker lets go of it, the file is closed. */
static void
hand_back (Job *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, job_done_cb, job, job_free);
  g_source_attach (source, g_task_get_context (job->task));
}

static gpointer
owner_thread (gpointer data)
{
  g_autoptr (GAsyncQueue) queue = data;
  LumSession *session = NULL;

  for (;;) {
    Job *job = g_async_queue_pop (queue);
    gint64 group = 0;

    if (job->type == JOB_QUIT) {
      job_free (job);
      break;
    }
    if (!g_cancellable_set_error_if_cancelled (g_task_get_cancellable (job->task), &job->error) &&
        run_job (job, &session, &group, &job->error))
      job->result = make_result (session, job, group);
    hand_back (job);
  }
  g_clear_pointer (&session, lum_session_close);
  return NULL;
}

/* --- the object ------------------------------------------------------------------------------------------------ */

static void
lum_store_dispose (GObject *object)
{
  LumStore *self = LUM_STORE (object);

  if (self->thread) {
    Job *job = g_new0 (Job, 1);

    job->type = JOB_QUIT;
    g_async_queue_push (self->queue, job);
    /* What is waiting in the queue is still written. */
    g_clear_pointer (&self->thread, g_thread_join);
  }
  G_OBJECT_CLASS (lum_store_parent_class)->dispose (object);
}

static void
lum_store_finalize (GObject *object)
{
  LumStore *self = LUM_STORE (object);

  g_async_queue_unref (self->queue);
  g_free (self->path);
  G_OBJECT_CLASS (lum_store_parent_class)->finalize (object);
}

static void
lum_store_class_init (LumStoreClass *class)
{
  G_OBJECT_CLASS (class)->dispose = lum_store_dispose;
  G_OBJECT_CLASS (class)->finalize = lum_store_finalize;
}

static void
lum_store_init (LumStore *self)
{
  self->queue = g_async_queue_new ();
  self->thread = g_thread_new ("lum-store", owner_thread, g_async_queue_ref (self->queue));
}

static Job *
job_new (LumStore *self, JobType type, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->type = type;
  job->task = g_task_new (self, cancellable, callback, user_data);
  /* Once it is written it is written, even if somebody cancels a moment later. */
  g_task_set_check_cancellable (job->task, FALSE);
  g_task_set_source_tag (job->task, job_new);
  return job;
}

/**
 * lum_store_new:
 * @path: of the journal's file, which is not touched yet
 */
LumStore *
lum_store_new (const char *path)
{
  LumStore *self = g_object_new (LUM_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  return self;
}

void
lum_store_open_async (LumStore *self,
                      LumStoreOpenFlags flags,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  Job *job = job_new (self, JOB_OPEN, cancellable, callback, user_data);

  job->path = g_strdup (self->path);
  job->flags = flags;
  g_async_queue_push (self->queue, job);
}

/**
 * lum_store_commit_async:
 * @changes: (transfer full): what to write
 * @now: when, for the log
 *
 * Writes a set in one transaction.
 */
void
lum_store_commit_async (LumStore *self,
                        LumChangeSet *changes,
                        LumInstant now,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  Job *job = job_new (self, JOB_COMMIT, cancellable, callback, user_data);

  job->changes = changes;
  job->now = now;
  g_async_queue_push (self->queue, job);
}

static void
push_plain (LumStore *self,
            JobType type,
            gint64 group,
            LumInstant now,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  Job *job = job_new (self, type, NULL, callback, user_data);

  job->group = group;
  job->now = now;
  g_async_queue_push (self->queue, job);
}

void
lum_store_undo_async (LumStore *self, LumInstant now, GAsyncReadyCallback callback, gpointer user_data)
{
  push_plain (self, JOB_UNDO, 0, now, callback, user_data);
}

void
lum_store_redo_async (LumStore *self, LumInstant now, GAsyncReadyCallback callback, gpointer user_data)
{
  push_plain (self, JOB_REDO, 0, now, callback, user_data);
}

void
lum_store_revert_async (LumStore *self, gint64 group, LumInstant now, GAsyncReadyCallback callback, gpointer user_data)
{
  push_plain (self, JOB_REVERT, group, now, callback, user_data);
}

void
lum_store_refresh_async (LumStore *self, GAsyncReadyCallback callback, gpointer user_data)
{
  push_plain (self, JOB_REFRESH, 0, 0, callback, user_data);
}

/**
 * lum_store_list_deletions_async:
 *
 * Lists what was deleted; the result's diary is of the same moment.
 */
void
lum_store_list_deletions_async (LumStore *self, GAsyncReadyCallback callback, gpointer user_data)
{
  push_plain (self, JOB_LIST_DELETIONS, 0, 0, callback, user_data);
}

/**
 * lum_store_close_async:
 *
 * Closes the journal once all that was asked for before is done.
 */
void
lum_store_close_async (LumStore *self, GAsyncReadyCallback callback, gpointer user_data)
{
  push_plain (self, JOB_CLOSE, 0, 0, callback, user_data);
}

/**
 * lum_store_finish:
 *
 * Ends any of the calls above.
 *
 * Returns: (transfer full) (nullable): how things are now; %NULL with an error, and then nothing has changed
 */
LumStoreResult *
lum_store_finish (LumStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
