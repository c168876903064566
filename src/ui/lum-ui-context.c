/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-ui-context.h"

#include "lum-i18n.h"
#include "lum-window.h"

struct _LumUiContext {
  GObject parent_instance;

  LumJournal *journal;
  LumWatchService *watch;
  LumLinkService *link; /* NULL until somebody asks */
  LumRunMonitor *runs;  /* NULL until somebody asks */
  LumSettings *settings;
  LumDiary *empty; /* what is shown until the journal's own is there */
  LumUiState state;
  GError *error;
  gboolean is_sample;
  guint n_writing;
  GPtrArray *waiting; /* Commit *, made before the journal was open */
};

G_DEFINE_FINAL_TYPE (LumUiContext, lum_ui_context, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* One write on its way: what to make, and where to say that it was done. */
typedef struct {
  LumUiContext *context;
  GtkWidget *widget; /* weak */
  LumUiMakeChanges make;
  gpointer data;
  GDestroyNotify free_data;
  char *toast;
} Commit;

static void
commit_free (Commit *commit)
{
  g_clear_weak_pointer (&commit->widget);
  if (commit->free_data)
    commit->free_data (commit->data);
  g_free (commit->toast);
  g_clear_object (&commit->context);
  g_free (commit);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Commit, commit_free)

static void
emit_changed (LumUiContext *self, guint changes)
{
  g_signal_emit (self, signals[CHANGED], 0, changes);
}

static void
diary_changed_cb (LumUiContext *self)
{
  emit_changed (self, LUM_UI_CHANGE_DIARY);
}

static void
findings_changed_cb (LumUiContext *self)
{
  emit_changed (self, LUM_UI_CHANGE_FINDINGS);
}

static void
link_changed_cb (LumUiContext *self)
{
  emit_changed (self, LUM_UI_CHANGE_LINK);
}

static void
day_changed_cb (LumUiContext *self)
{
  emit_changed (self, LUM_UI_CHANGE_DAY);
}

static void
runs_changed_cb (LumUiContext *self)
{
  emit_changed (self, LUM_UI_CHANGE_RUNS);
}

static void
settings_changed_cb (LumUiContext *self)
{
  if (self->runs) {
    g_autofree char *folder = lum_settings_get_watched_folder (self->settings);

    lum_run_monitor_set_folder (self->runs, folder);
  }
  emit_changed (self, LUM_UI_CHANGE_SETTINGS);
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Commit) commit = user_data;
  g_autoptr (GError) error = NULL;
  gint64 group = 0;
  gboolean done = lum_journal_commit_finish (LUM_JOURNAL (source), result, &group, &error);

  commit->context->n_writing--;
  if (!commit->widget)
    return;
  if (!done)
    lum_window_toast_error (commit->widget, error);
  else if (commit->toast)
    lum_window_toast_undo (commit->widget, commit->toast, group);
}

static void
run_commit (Commit *commit)
{
  LumUiContext *self = commit->context;
  g_autoptr (GError) error = NULL;
  g_autoptr (LumChangeSet) changes = commit->make (self, commit->data, &error);
  gsize n = 0;

  if (changes)
    lum_change_set_get_changes (changes, &n);
  if (n == 0) {
    if (error && commit->widget)
      lum_window_toast_error (commit->widget, error);
    commit_free (commit);
    return;
  }

  self->n_writing++;
  lum_journal_commit_async (self->journal, g_steal_pointer (&changes), NULL, committed_cb, commit);
}

static void
lum_ui_context_dispose (GObject *object)
{
  LumUiContext *self = LUM_UI_CONTEXT (object);

  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_object (&self->watch);
  g_clear_object (&self->link);
  if (self->runs)
    lum_run_monitor_stop (self->runs);
  g_clear_object (&self->runs);
  g_clear_object (&self->journal);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->empty, lum_diary_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (lum_ui_context_parent_class)->dispose (object);
}

static void
lum_ui_context_class_init (LumUiContextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lum_ui_context_dispose;

  /**
   * LumUiContext::changed:
   * @changes: #LumUiChange flags
   *
   * Something that pages show is another.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
lum_ui_context_init (LumUiContext *self)
{
  self->empty = lum_diary_new_empty ();
  self->waiting = g_ptr_array_new ();
}

/**
 * lum_ui_context_new:
 * @journal: not opened yet, or open
 *
 * What the pages of one window share. lum_ui_context_open() opens the journal.
 */
LumUiContext *
lum_ui_context_new (LumJournal *journal, LumSettings *settings)
{
  g_return_val_if_fail (LUM_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (LUM_IS_SETTINGS (settings), NULL);

  LumUiContext *self = g_object_new (LUM_TYPE_UI_CONTEXT, NULL);

  self->journal = g_object_ref (journal);
  self->settings = g_object_ref (settings);
  self->watch = lum_watch_service_new (journal, settings);
  g_signal_connect_object (journal, "notify::diary", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "notify::findings", G_CALLBACK (findings_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed", G_CALLBACK (settings_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lum_journal_get_clock (journal), "day-changed", G_CALLBACK (day_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LumUiContext) self = user_data;
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  if (!waiting)
    return;
  if (lum_journal_open_finish (LUM_JOURNAL (source), result, &self->error)) {
    self->state = LUM_UI_OPEN;
    for (guint i = 0; i < waiting->len; i++)
      run_commit (waiting->pdata[i]);
  } else {
    self->state = LUM_UI_FAILED;
    g_ptr_array_foreach (waiting, (GFunc) (void (*) (void)) commit_free, NULL);
  }
  self->waiting = g_ptr_array_new ();
  emit_changed (self, LUM_UI_CHANGE_STATE | LUM_UI_CHANGE_DIARY);
}

/**
 * lum_ui_context_open:
 *
 * Opens the journal, in its own thread; the window is built meanwhile.
 */
void
lum_ui_context_open (LumUiContext *self)
{
  g_return_if_fail (LUM_IS_UI_CONTEXT (self));

  self->state = LUM_UI_LOADING;
  g_clear_error (&self->error);
  lum_journal_open_async (self->journal, LUM_JOURNAL_OPEN_CREATE | LUM_JOURNAL_OPEN_WINDOW, NULL, opened_cb,
                          g_object_ref (self));
}

LumJournal *
lum_ui_context_get_journal (LumUiContext *self)
{
  g_return_val_if_fail (LUM_IS_UI_CONTEXT (self), NULL);

  return self->journal;
}

LumWatchService *
lum_ui_context_get_watch (LumUiContext *self)
{
  g_return_val_if_fail (LUM_IS_UI_CONTEXT (self), NULL);

  return self->watch;
}

LumSettings *
lum_ui_context_get_settings (LumUiContext *self)
{
  g_return_val_if_fail (LUM_IS_UI_CONTEXT (self), NULL);

  return self->settings;
}

LumClock *
lum_ui_context_get_clock (LumUiContext *self)
{
  g_return_val_if_fail (LUM_IS_UI_CONTEXT (self), NULL);

  return lum_journal_get_clock (self->journal);
}

/**
 * lum_ui_context_get_diary:
 *
 * The journal as it stands; an empty one until it has been read.
 *
 * Returns: (transfer none): never %NULL
 */
LumDiary *
lum_ui_context_get_diary (LumUiContext *self)
{
  g_return_val_if_fail (LUM_IS_UI_CONTEXT (self), NULL);

  LumDiary *diary = lum_journal_get_diary (self->journal);
  return diary ? diary : self->empty;
}

/**
 * lum_ui_context_get_findings:
 *
 * What the watch says. May be of an older diary for a moment after a change.
 *
 * Returns: (transfer none) (nullable): %NULL until the first are there
 */
LumFindings *
lum_ui_context_get_findings (LumUiContext *self)
{
  g_return_val_if_fail (LUM_IS_UI_CONTEXT (self), NULL);

  return lum_watch_service_get_findings (self->watch);
}

/**
 * lum_ui_context_ask_link:
 *
 * Whether running goes with pain (LA-7). Asking begins a look, in a thread, where something has changed since the last;
 * LUM_UI_CHANGE_LINK tells when it is done.
 *
 * Returns: (transfer none) (nullable): %NULL until the first look is done
 */
const LumLink *
lum_ui_context_ask_link (LumUiContext *self)
{
  g_return_val_if_fail (LUM_IS_UI_CONTEXT (self), NULL);

  if (!self->link) {
    self->link = lum_link_service_new (self->journal);
    g_signal_connect_object (self->link, "changed", G_CALLBACK (link_changed_cb), self, G_CONNECT_SWAPPED);
  }
  return lum_link_service_ask (self->link);
}

/**
 * lum_ui_context_get_run_monitor:
 *
 * What watches and the watched folder offer. The folder is watched from the first call on; devices only where the
 * program says so, by lum_run_monitor_watch_devices().
 *
 * Returns: (transfer none) (nullable): %NULL before the journal is open; and for a sample journal, which is thrown away
 */
LumRunMonitor *
lum_ui_context_get_run_monitor (LumUiContext *self)
{
  g_return_val_if_fail (LUM_IS_UI_CONTEXT (self), NULL);

  if (self->state != LUM_UI_OPEN || self->is_sample)
    return NULL;
  if (!self->runs && self->journal) {
    g_autofree char *folder = lum_settings_get_watched_folder (self->settings);

    self->runs = lum_run_monitor_new (self->journal, lum_ui_context_get_units (self), NULL);
    g_signal_connect_object (self->runs, "changed", G_CALLBACK (runs_changed_cb), self, G_CONNECT_SWAPPED);
    lum_run_monitor_set_folder (self->runs, folder);
  }
  return self->runs;
}

LumDay
lum_ui_context_get_today (LumUiContext *self)
{
  return lum_clock_get_today (lum_ui_context_get_clock (self));
}

LumUnits
lum_ui_context_get_units (LumUiContext *self)
{
  return lum_settings_get_units (lum_ui_context_get_settings (self));
}

/**
 * lum_ui_context_get_state:
 * @error: (out) (optional) (transfer none): why the journal could not be opened
 */
LumUiState
lum_ui_context_get_state (LumUiContext *self, const GError **error)
{
  g_return_val_if_fail (LUM_IS_UI_CONTEXT (self), LUM_UI_LOADING);

  if (error)
    *error = self->error;
  return self->state;
}

/**
 * lum_ui_context_get_is_sample:
 *
 * Whether this is a throw-away journal of an invented person.
 */
gboolean
lum_ui_context_get_is_sample (LumUiContext *self)
{
  g_return_val_if_fail (LUM_IS_UI_CONTEXT (self), FALSE);

  return self->is_sample;
}

void
lum_ui_context_set_is_sample (LumUiContext *self, gboolean is_sample)
{
  g_return_if_fail (LUM_IS_UI_CONTEXT (self));

  self->is_sample = is_sample;
}

/**
 * lum_ui_context_get_n_writing:
 *
 * How many writes are on their way to the disk.
 */
guint
lum_ui_context_get_n_writing (LumUiContext *self)
{
  g_return_val_if_fail (LUM_IS_UI_CONTEXT (self), 0);

  return self->n_writing + (self->waiting ? self->waiting->len : 0);
}

/* --- widgets that follow the context --- */

typedef struct {
  GtkWidget *widget; /* owns this */
  LumUiUpdate update;
  guint pending;
} Follower;

static void
follower_changed_cb (Follower *follower, guint changes)
{
  follower->pending |= changes;
  if (gtk_widget_get_mapped (follower->widget)) {
    guint pending = follower->pending;

    follower->pending = 0;
    follower->update (follower->widget, pending);
  }
}

static void
context_changed_cb (LumUiContext *self, guint changes, GtkWidget *widget)
{
  Follower *follower = g_object_get_data (G_OBJECT (widget), "lum-follower");

  if (follower)
    follower_changed_cb (follower, changes);
}

static void
follower_mapped_cb (GtkWidget *widget, Follower *follower)
{
  if (follower->pending)
    follower_changed_cb (follower, 0);
}

/**
 * lum_ui_context_keep_updated:
 *
 * Calls @update once now with everything, and again whenever something changes; while @widget is not on screen, what
 * has changed is remembered and told when it next is. A widget follows one context for its life.
 */
void
lum_ui_context_keep_updated (LumUiContext *self, GtkWidget *widget, LumUiUpdate update)
{
  g_return_if_fail (LUM_IS_UI_CONTEXT (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  Follower *follower = g_new0 (Follower, 1);

  follower->widget = widget;
  follower->update = update;
  g_object_set_data_full (G_OBJECT (widget), "lum-follower", follower, g_free);
  g_signal_connect_object (self, "changed", G_CALLBACK (context_changed_cb), widget, G_CONNECT_DEFAULT);
  g_signal_connect (widget, "map", G_CALLBACK (follower_mapped_cb), follower);
  update (widget, LUM_UI_CHANGE_ALL);
}

/* --- writing --- */

static LumChangeSet *
take_made_changes (LumUiContext *self, gpointer data, GError **error)
{
  return g_steal_pointer ((LumChangeSet **) data);
}

static void
free_made_changes (gpointer data)
{
  g_clear_pointer ((LumChangeSet **) data, lum_change_set_free);
  g_free (data);
}

/**
 * lum_ui_context_commit:
 * @widget: in the window that tells of it
 * @changes: (transfer full) (nullable): what to write; nothing happens without
 * @toast: (nullable): what to say when it is written, with Undo; e.g. "Saved 3 for today"
 *
 * Writes changes. A failed write always reaches the person.
 */
void
lum_ui_context_commit (LumUiContext *self, GtkWidget *widget, LumChangeSet *changes, const char *toast)
{
  g_return_if_fail (LUM_IS_UI_CONTEXT (self));

  if (!changes)
    return;

  LumChangeSet **holder = g_new (LumChangeSet *, 1);

  *holder = changes;
  lum_ui_context_commit_later (self, widget, take_made_changes, holder, free_made_changes, toast);
}

/**
 * lum_ui_context_commit_later:
 * @make: makes the change set; may give %NULL with an error, which is shown
 *
 * As lum_ui_context_commit(), for changes that depend on what the journal holds (an answer that replaces one): @make is
 * called when the journal is open, at once if it is.
 */
void
lum_ui_context_commit_later (LumUiContext *self,
                             GtkWidget *widget,
                             LumUiMakeChanges make,
                             gpointer data,
                             GDestroyNotify free_data,
                             const char *toast)
{
  g_return_if_fail (LUM_IS_UI_CONTEXT (self));
  g_return_if_fail (make != NULL);

  Commit *commit = g_new0 (Commit, 1);

  commit->context = g_object_ref (self);
  g_set_weak_pointer (&commit->widget, widget);
  commit->make = make;
  commit->data = data;
  commit->free_data = free_data;
  commit->toast = g_strdup (toast);

  if (self->state == LUM_UI_LOADING)
    g_ptr_array_add (self->waiting, commit);
  else
    run_commit (commit);
}
