/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-journal.h"

#include <glib/gstdio.h>
#include <string.h>

#include "lum-backup-private.h"
#include "lum-i18n.h"
#include "lum-store.h"

/* The day's backup waits until the window is filled and somebody may have pressed a button, in seconds. */
#define BACKUP_DELAY_S 20

/* Two looks at the file within this time are one. */
#define MONITOR_RATE_MS 50

struct _LumJournal {
  GObject parent_instance;
  char *path;
  LumClock *clock;
  LumStore *store;
  LumDiary *diary;
  gboolean can_undo, can_redo;
  gboolean read_only, remote;

  GFileMonitor *monitors[2]; /* of the journal and of its write-ahead log */
  gboolean refreshing, refresh_again;
  guint backup_timer;
};

G_DEFINE_FINAL_TYPE (LumJournal, lum_journal, G_TYPE_OBJECT)

enum { PROP_0, PROP_DIARY, PROP_CAN_UNDO, PROP_CAN_REDO, PROP_READ_ONLY, N_PROPS };

static GParamSpec *props[N_PROPS];

/* --- what the store says --------------------------------------------------------------------------------------- */

static void
set_flag (LumJournal *self, gboolean *flag, gboolean value, int prop)
{
  if (*flag == value)
    return;
  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
take_result (LumJournal *self, const LumStoreResult *result)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (result->diary && result->diary != self->diary) {
    lum_diary_unref (self->diary);
    self->diary = lum_diary_ref (result->diary);
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DIARY]);
  }
  set_flag (self, &self->can_undo, result->can_undo, PROP_CAN_UNDO);
  set_flag (self, &self->can_redo, result->can_redo, PROP_CAN_REDO);
  set_flag (self, &self->read_only, result->read_only, PROP_READ_ONLY);
  self->remote = result->remote;
  g_object_thaw_notify (G_OBJECT (self));
}

/* The end of every job: the journal is as the store left it before its caller hears of it. */
static void
store_done_cb (GObject *source, GAsyncResult *res, gpointer data)
{
  g_autoptr (GTask) task = data;
  LumJournal *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (LumStoreResult) result = lum_store_finish (LUM_STORE (source), res, &error);

  if (!result) {
    g_task_return_error (task, error);
    return;
  }
  take_result (self, result);
  g_task_return_int (task, result->group);
}

static GTask *
task_new (LumJournal *self, gpointer tag, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  /* What the store has written is written; it alone looks whether it was cancelled before that. */
  g_task_set_check_cancellable (task, FALSE);
  return task;
}

static gboolean
finish (LumJournal *self, GAsyncResult *result, gint64 *group, GError **error)
{
  GError *local = NULL;
  gssize value;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  value = g_task_propagate_int (G_TASK (result), &local);
  if (local) {
    g_propagate_error (error, local);
    return FALSE;
  }
  if (group)
    *group = value;
  return TRUE;
}

/* --- changes by others ----------------------------------------------------------------------------------------- */

static void refresh_soon (LumJournal *self);

static void
refreshed_cb (GObject *source, GAsyncResult *res, gpointer data)
{
  g_autoptr (LumJournal) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LumStoreResult) result = lum_store_finish (LUM_STORE (source), res, &error);

  self->refreshing = FALSE;
  if (result)
    take_result (self, result);
  else
    g_debug ("Looking for changes in “%s”: %s", self->path, error->message);
  if (self->refresh_again)
    refresh_soon (self);
}

static void
refresh_soon (LumJournal *self)
{
  self->refresh_again = self->refreshing;
  if (self->refreshing)
    return;
  self->refreshing = TRUE;
  lum_store_refresh_async (self->store, refreshed_cb, g_object_ref (self));
}

static void
file_changed_cb (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, gpointer user_data)
{
  refresh_soon (LUM_JOURNAL (user_data));
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LumJournal *self = LUM_JOURNAL (source);
  g_autoptr (GError) error = NULL;

  /* Nobody asked for it, so nobody is stopped by it; the next start tries again. */
  if (!lum_backup_to_finish (self, result, &error))
    g_message ("%s", error->message);
}

static gboolean
keep_backup_cb (gpointer data)
{
  LumJournal *self = data;

  self->backup_timer = 0;
  lum_backup_keep_async (self, kept_cb, NULL);
  return G_SOURCE_REMOVE;
}

static void
stop_watching (LumJournal *self)
{
  g_clear_handle_id (&self->backup_timer, g_source_remove);
  for (guint i = 0; i < G_N_ELEMENTS (self->monitors); i++)
    if (self->monitors[i]) {
      g_signal_handlers_disconnect_by_data (self->monitors[i], self);
      g_file_monitor_cancel (self->monitors[i]);
      g_clear_object (&self->monitors[i]);
    }
}

/* Another program's commit shows in the write-ahead log, or, where that may not be used, in the file. */
static void
start_watching (LumJournal *self)
{
  static const char *const suffixes[] = {"", "-wal"};

  for (guint i = 0; i < G_N_ELEMENTS (self->monitors); i++) {
    g_autofree char *path = g_strconcat (self->path, suffixes[i], NULL);
    g_autoptr (GFile) file = g_file_new_for_path (path);

    self->monitors[i] = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
    if (!self->monitors[i]) /* the window still looks when it gets the focus */
      continue;
    g_file_monitor_set_rate_limit (self->monitors[i], MONITOR_RATE_MS);
    g_signal_connect (self->monitors[i], "changed", G_CALLBACK (file_changed_cb), self);
  }
}

/* --- the object ------------------------------------------------------------------------------------------------ */

static void
lum_journal_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LumJournal *self = LUM_JOURNAL (object);

  switch (id) {
  case PROP_DIARY:
    g_value_set_boxed (value, self->diary);
    break;
  case PROP_CAN_UNDO:
    g_value_set_boolean (value, self->can_undo);
    break;
  case PROP_CAN_REDO:
    g_value_set_boolean (value, self->can_redo);
    break;
  case PROP_READ_ONLY:
    g_value_set_boolean (value, self->read_only);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
lum_journal_dispose (GObject *object)
{
  LumJournal *self = LUM_JOURNAL (object);

  stop_watching (self);
  g_clear_object (&self->store); /* waits for what is still to be written */
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (lum_journal_parent_class)->dispose (object);
}

static void
lum_journal_finalize (GObject *object)
{
  LumJournal *self = LUM_JOURNAL (object);

  lum_diary_unref (self->diary);
  g_free (self->path);
  G_OBJECT_CLASS (lum_journal_parent_class)->finalize (object);
}

static void
lum_journal_class_init (LumJournalClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = lum_journal_get_property;
  object_class->dispose = lum_journal_dispose;
  object_class->finalize = lum_journal_finalize;

  props[PROP_DIARY] = g_param_spec_boxed ("diary", NULL, NULL, LUM_TYPE_DIARY, flags);
  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  props[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
lum_journal_init (LumJournal *self)
{
  self->diary = lum_diary_new_empty ();
}

/**
 * lum_journal_new:
 * @path: the journal's file, which is not touched before lum_journal_open_async()
 * @clock: tells when changes are made
 *
 * A journal with an empty diary.
 *
 * Returns: (transfer full): the journal
 */
LumJournal *
lum_journal_new (const char *path, LumClock *clock)
{
  LumJournal *self;

  g_return_val_if_fail (path && LUM_IS_CLOCK (clock), NULL);

  self = g_object_new (LUM_TYPE_JOURNAL, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  self->clock = g_object_ref (clock);
  self->store = lum_store_new (self->path);
  return self;
}

/* The folder of the usual place is Lumbar's own, so nobody else looks into it, whoever made it. */
static void
close_default_folder (LumJournal *self)
{
  g_autofree char *usual = lum_journal_get_default_path ();

  if (strcmp (self->path, usual) == 0) {
    g_autofree char *folder = g_path_get_dirname (usual);

    if (g_chmod (folder, 0700) != 0)
      g_debug ("The mode of “%s” stays as it is", folder);
  }
}

/**
 * lum_journal_get_default_path:
 *
 * Where the journal of this person lies: `$XDG_DATA_HOME/lumbar/journal.db`.
 *
 * Returns: (transfer full): a path
 */
char *
lum_journal_get_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "lumbar", "journal.db", NULL);
}

static void
opened_cb (GObject *source, GAsyncResult *res, gpointer data)
{
  GTask *task = data;
  LumJournal *self = g_task_get_source_object (task);

  if ((GPOINTER_TO_INT (g_task_get_task_data (task)) & LUM_JOURNAL_OPEN_WINDOW) && !g_task_had_error (G_TASK (res))) {
    start_watching (self);
    refresh_soon (self); /* somebody may have written since it was read */
    self->backup_timer = g_timeout_add_seconds (BACKUP_DELAY_S, keep_backup_cb, self);
  }
  store_done_cb (source, res, data);
}

/**
 * lum_journal_open_async:
 *
 * Opens the journal and reads it. A file that is damaged, newer, not a journal or not readable is left as it is and
 * gives a LUM_ERROR with a sentence; so does a journal that another window holds (LUM_ERROR_LOCKED).
 */
void
lum_journal_open_async (LumJournal *self,
                        LumJournalOpenFlags flags,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  LumStoreOpenFlags store_flags = LUM_STORE_OPEN_NONE;
  GTask *task;

  g_return_if_fail (LUM_IS_JOURNAL (self));

  task = task_new (self, lum_journal_open_async, cancellable, callback, user_data);
  g_task_set_task_data (task, GINT_TO_POINTER (flags), NULL);
  close_default_folder (self);
  if (flags & LUM_JOURNAL_OPEN_CREATE)
    store_flags |= LUM_STORE_OPEN_CREATE;
  if (flags & LUM_JOURNAL_OPEN_WINDOW)
    store_flags |= LUM_STORE_OPEN_WINDOW;
  lum_store_open_async (self->store, store_flags, cancellable, opened_cb, task);
}

gboolean
lum_journal_open_finish (LumJournal *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, NULL, error);
}

/**
 * lum_journal_close_async:
 *
 * Closes the journal after everything that was asked for before is written. The last diary stays.
 */
void
lum_journal_close_async (LumJournal *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (LUM_IS_JOURNAL (self));

  stop_watching (self);
  lum_store_close_async (self->store, store_done_cb,
                         task_new (self, lum_journal_close_async, NULL, callback, user_data));
}

gboolean
lum_journal_close_finish (LumJournal *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, NULL, error);
}

const char *
lum_journal_get_path (LumJournal *self)
{
  return self->path;
}

LumClock *
lum_journal_get_clock (LumJournal *self)
{
  return self->clock;
}

/**
 * lum_journal_get_diary:
 *
 * Returns: (transfer none): never %NULL; take a reference to keep it over a change
 */
LumDiary *
lum_journal_get_diary (LumJournal *self)
{
  return self->diary;
}

gboolean
lum_journal_get_can_undo (LumJournal *self)
{
  return self->can_undo;
}

gboolean
lum_journal_get_can_redo (LumJournal *self)
{
  return self->can_redo;
}

/**
 * lum_journal_get_read_only:
 *
 * Whether the journal can be looked at only: its file, or the folder, may not be written.
 */
gboolean
lum_journal_get_read_only (LumJournal *self)
{
  return self->read_only;
}

/**
 * lum_journal_get_warning:
 *
 * What is not as it should be with the place where an open journal lies.
 *
 * Returns: (transfer full) (nullable): a sentence, or %NULL where all is well
 */
char *
lum_journal_get_warning (LumJournal *self)
{
  g_autofree char *name = g_filename_display_name (self->path);

  if (self->read_only)
    return g_strdup_printf (_ ("The journal “%s” may only be read, not changed."), name);
  if (self->remote)
    return g_strdup_printf (
        _ ("The journal “%s” lies on a network or shared folder; please open it on one computer at a time."), name);
  return NULL;
}

/**
 * lum_journal_commit_async:
 * @changes: (transfer full): what to write, dated by the journal's clock
 *
 * Writes a set of changes in one transaction. When the callback comes it has survived a power cut and the "diary" holds
 * it; or nothing of it was written and the error says why.
 */
void
lum_journal_commit_async (LumJournal *self,
                          LumChangeSet *changes,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  gint32 offset;
  LumInstant now;

  g_return_if_fail (LUM_IS_JOURNAL (self) && changes);

  now = lum_clock_get_now (self->clock, &offset);
  lum_change_set_set_time (changes, now, offset);
  lum_store_commit_async (self->store, changes, now, cancellable, store_done_cb,
                          task_new (self, lum_journal_commit_async, cancellable, callback, user_data));
}

/**
 * lum_journal_commit_finish:
 * @group: (out) (optional): names the transaction for lum_journal_revert_async(); 0 where nothing had to change
 */
gboolean
lum_journal_commit_finish (LumJournal *self, GAsyncResult *result, gint64 *group, GError **error)
{
  return finish (self, result, group, error);
}

/**
 * lum_journal_undo_async:
 *
 * Takes back this window's newest change. LUM_ERROR_CONFLICT where somebody has changed the same since, and then that
 * change is no longer offered.
 */
void
lum_journal_undo_async (LumJournal *self, GAsyncReadyCallback callback, gpointer user_data)
{
  gint32 offset;

  g_return_if_fail (LUM_IS_JOURNAL (self));

  lum_store_undo_async (self->store, lum_clock_get_now (self->clock, &offset), store_done_cb,
                        task_new (self, lum_journal_undo_async, NULL, callback, user_data));
}

/**
 * lum_journal_redo_async:
 *
 * Makes again what was undone last. End with lum_journal_undo_finish().
 */
void
lum_journal_redo_async (LumJournal *self, GAsyncReadyCallback callback, gpointer user_data)
{
  gint32 offset;

  g_return_if_fail (LUM_IS_JOURNAL (self));

  lum_store_redo_async (self->store, lum_clock_get_now (self->clock, &offset), store_done_cb,
                        task_new (self, lum_journal_redo_async, NULL, callback, user_data));
}

/**
 * lum_journal_revert_async:
 * @group: from lum_journal_commit_finish()
 *
 * Takes back one named change, wherever it stands. End with lum_journal_undo_finish().
 */
void
lum_journal_revert_async (LumJournal *self, gint64 group, GAsyncReadyCallback callback, gpointer user_data)
{
  gint32 offset;

  g_return_if_fail (LUM_IS_JOURNAL (self));

  lum_store_revert_async (self->store, group, lum_clock_get_now (self->clock, &offset), store_done_cb,
                          task_new (self, lum_journal_revert_async, NULL, callback, user_data));
}

gboolean
lum_journal_undo_finish (LumJournal *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, NULL, error);
}

static void
deletions_cb (GObject *source, GAsyncResult *res, gpointer data)
{
  g_autoptr (GTask) task = data;
  LumJournal *self = g_task_get_source_object (task);
  GError *error = NULL;
  LumStoreResult *result = lum_store_finish (LUM_STORE (source), res, &error);

  if (!result) {
    g_task_return_error (task, error);
    return;
  }
  take_result (self, result);
  g_task_return_pointer (task, result, (GDestroyNotify) lum_store_result_free);
}

/**
 * lum_journal_list_deletions_async:
 *
 * Lists what was deleted. The "diary" is brought up to date for that.
 */
void
lum_journal_list_deletions_async (LumJournal *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (LUM_IS_JOURNAL (self));

  lum_store_list_deletions_async (self->store, deletions_cb,
                                  task_new (self, lum_journal_list_deletions_async, NULL, callback, user_data));
}

/**
 * lum_journal_list_deletions_finish:
 * @diary: (out) (transfer full): what the journal held at the same moment
 *
 * Returns: (transfer full) (nullable): %NULL with an error
 */
LumDeletions *
lum_journal_list_deletions_finish (LumJournal *self, GAsyncResult *result, LumDiary **diary, GError **error)
{
  g_autoptr (LumStoreResult) stored = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  stored = g_task_propagate_pointer (G_TASK (result), error);
  *diary = stored ? lum_diary_ref (stored->diary) : NULL;
  return stored ? g_steal_pointer (&stored->deletions) : NULL;
}

/**
 * lum_journal_refresh_async:
 *
 * Looks whether another program has changed the journal: when the window gets the focus, and where no file monitor can
 * tell.
 */
void
lum_journal_refresh_async (LumJournal *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (LUM_IS_JOURNAL (self));

  lum_store_refresh_async (self->store, store_done_cb,
                           task_new (self, lum_journal_refresh_async, NULL, callback, user_data));
}

gboolean
lum_journal_refresh_finish (LumJournal *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, NULL, error);
}
