/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-restore-dialog.h"

#include <string.h>

#include "lum-backup.h"
#include "lum-compat.h"
#include "lum-error.h"
#include "lum-i18n.h"
#include "lum-ui-words.h"
#include "lum-window.h"

struct _LumRestoreDialog {
  AdwWindow parent_instance;

  LumUiContext *context;
  gboolean listed;  /* the list has come, and can be gone back to */
  gboolean empty;   /* … and there was nothing in it */
  LumDiary *wanted; /* what the chosen backup holds */

  GtkStack *states;
  GtkListBox *list;
  GtkWidget *restore_button;
  GtkWidget *file_button;
  AdwStatusPage *confirm_page;
  AdwStatusPage *failed_page;
};

G_DEFINE_FINAL_TYPE (LumRestoreDialog, lum_restore_dialog, ADW_TYPE_WINDOW)

enum { PROP_0, PROP_STATE, N_PROPS };

static GParamSpec *properties[N_PROPS];

static gboolean
is_in (LumRestoreDialog *self, const char *state)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->states), state) == 0;
}

static void
set_state (LumRestoreDialog *self, const char *state)
{
  gboolean confirm = g_str_equal (state, "confirm");

  gtk_stack_set_visible_child_name (self->states, state);
  gtk_widget_set_visible (self->restore_button, confirm);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "restore.confirm", confirm);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
fail (LumRestoreDialog *self, const char *sentence)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  adw_status_page_set_description (self->failed_page, markup);
  set_state (self, "failed");
  lum_compat_announce (GTK_WIDGET (self), sentence);
}

/* The window says what was done, with Undo where something was. */
static void
leave (LumRestoreDialog *self, const char *text, gint64 group)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent && group)
    lum_window_toast_undo (GTK_WIDGET (parent), text, group);
  else if (parent)
    lum_window_toast (GTK_WIDGET (parent), text);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- an export ------------------------------------------------------------------------------------------------- */

static char *
describe_merge (const LumMergeCounts *counts)
{
  guint n = counts->n_new + counts->n_changed;
  g_autofree char *came = g_strdup_printf (ngettext ("%u entry came in", "%u entries came in", n), n);
  g_autofree char *went =
      g_strdup_printf (ngettext ("%u was deleted", "%u were deleted", counts->n_deleted), counts->n_deleted);

  if (n == 0 && counts->n_deleted == 0)
    return g_strdup (_ ("Nothing new: your journal holds all of it already"));
  if (counts->n_deleted == 0)
    return g_steal_pointer (&came);
  /* Translators: "12 entries came in, 1 was deleted" */
  return g_strdup_printf (_ ("%s, %s"), came, went);
}

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LumRestoreDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  LumMergeCounts counts;
  gint64 group;
  gboolean ok = lum_restore_finish (LUM_JOURNAL (source), result, &counts, &group, &error);

  if (!self->context)
    return;
  if (!ok) {
    fail (self, error->message);
    return;
  }
  text = describe_merge (&counts);
  /* Deletions of what was never here change nothing that could be seen. */
  leave (self, text, counts.n_new + counts.n_changed + counts.n_deleted ? group : 0);
}

/* --- a backup -------------------------------------------------------------------------------------------------- */

static char *
describe_diary (const LumDiary *diary)
{
  gsize n_entries, n_runs;

  lum_diary_get_pain (diary, &n_entries);
  lum_diary_get_runs (diary, &n_runs);

  g_autofree char *entries =
      g_strdup_printf (ngettext ("%u pain entry", "%u pain entries", (gulong) n_entries), (guint) n_entries);
  g_autofree char *runs = g_strdup_printf (ngettext ("%u run", "%u runs", (gulong) n_runs), (guint) n_runs);

  /* Translators: "312 pain entries and 87 runs" */
  return g_strdup_printf (_ ("%s and %s"), entries, runs);
}

static void
show_confirm (LumRestoreDialog *self)
{
  g_autofree char *then = describe_diary (self->wanted);
  g_autofree char *now = describe_diary (lum_ui_context_get_diary (self->context));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *markup = NULL;
  gsize n_days;
  const LumDaySummary *days = lum_diary_get_days (self->wanted, &n_days);

  if (n_days > 0) {
    g_autofree char *last = lum_day_format (days[n_days - 1].day, LUM_DAY_FORMAT_LONG);

    /* Translators: "312 pain entries and 87 runs", then a date */
    g_string_append_printf (text, _ ("This backup holds %s. The last day in it is %s."), then, last);
  } else {
    g_string_append_printf (text, _ ("This backup holds %s."), then);
  }
  g_string_append (text, "\n\n");
  g_string_append_printf (
      text,
      /* Translators: "320 pain entries and 90 runs" */
      _ ("Your journal becomes as it was then. What it holds now, %s, is kept as a backup first, and "
         "Undo takes all of it back."),
      now);
  markup = g_markup_escape_text (text->str, -1);
  adw_status_page_set_title (self->confirm_page, _ ("Go Back to This Backup?"));
  adw_status_page_set_description (self->confirm_page, markup);
  set_state (self, "confirm");
  gtk_widget_grab_focus (self->restore_button);
  lum_compat_announce (GTK_WIDGET (self), text->str);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LumRestoreDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  LumDiary *diary = lum_backup_read_finish (LUM_JOURNAL (source), result, &error);

  if (!self->context) {
    g_clear_pointer (&diary, lum_diary_unref);
    return;
  }
  if (!diary) {
    fail (self, error->message);
    return;
  }
  g_clear_pointer (&self->wanted, lum_diary_unref);
  self->wanted = diary;
  show_confirm (self);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LumRestoreDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  LumMergeCounts counts;
  gint64 group;
  gboolean ok = lum_backup_restore_finish (LUM_JOURNAL (source), result, &counts, &group, &error);

  if (!self->context)
    return;
  if (!ok)
    fail (self, error->message);
  else
    leave (self, group ? _ ("Your journal is as it was then") : _ ("Your journal was just like this backup"), group);
}

static void
confirm_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LumRestoreDialog *self = LUM_RESTORE_DIALOG (widget);

  if (!self->wanted || !is_in (self, "confirm"))
    return;
  set_state (self, "writing");
  lum_backup_restore_async (lum_ui_context_get_journal (self->context), self->wanted, restored_cb, g_object_ref (self));
}

/**
 * lum_restore_dialog_read:
 * @file: an export, whose name ends in .json, or a backup
 *
 * Merges an export; shows what a backup holds, and asks.
 */
void
lum_restore_dialog_read (LumRestoreDialog *self, GFile *file)
{
  g_return_if_fail (LUM_IS_RESTORE_DIALOG (self) && G_IS_FILE (file));

  LumJournal *journal = lum_ui_context_get_journal (self->context);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *lower = path ? g_ascii_strdown (path, -1) : NULL;

  if (!path) {
    fail (self, _ ("Only a file in a folder of this computer can be restored."));
  } else if (g_str_has_suffix (lower, ".json")) {
    set_state (self, "writing");
    lum_restore_async (journal, path, merged_cb, g_object_ref (self));
  } else {
    set_state (self, "reading");
    lum_backup_read_async (journal, path, read_cb, g_object_ref (self));
  }
}

/* --- the list -------------------------------------------------------------------------------------------------- */

static const char *
get_reason_label (LumBackupReason reason)
{
  switch (reason) {
  case LUM_BACKUP_DAILY:
    return _ ("Daily backup");
  case LUM_BACKUP_BEFORE_RESTORE:
    return _ ("Before another backup was restored");
  case LUM_BACKUP_BEFORE_UPDATE:
    return _ ("Before an update of Lumbar");
  }
  return "";
}

static GtkWidget *
row_new (const LumBackupInfo *info)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = lum_day_format (info->day, LUM_DAY_FORMAT_FULL);
  g_autofree char *size = g_format_size ((guint64) info->size);
  /* Translators: why a backup was made, then its size; "Daily backup · 1.2 MB" */
  g_autofree char *subtitle = g_strdup_printf (_ ("%s · %s"), get_reason_label (info->reason), size);
  /* Translators: a day, then why a backup was made and its size */
  g_autofree char *label = g_strdup_printf (_ ("%s, %s"), day, subtitle);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), day);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (info->path), g_free);
  lum_widget_set_label (row, label);
  return row;
}

static void
row_activated_cb (LumRestoreDialog *self, GtkListBoxRow *row)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_object_get_data (G_OBJECT (row), "path"));

  lum_restore_dialog_read (self, file);
}

static void
show_list (LumRestoreDialog *self)
{
  set_state (self, self->empty ? "empty" : "list");
  if (self->empty)
    gtk_widget_grab_focus (self->file_button);
  else
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LumRestoreDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = lum_backup_list_finish (LUM_JOURNAL (source), result, &error);

  if (!self->context)
    return;
  for (guint i = 0; backups && i < backups->len; i++)
    gtk_list_box_append (self->list, row_new (backups->pdata[i]));
  self->listed = TRUE;
  self->empty = !backups || backups->len == 0;
  /* A file may have been chosen meanwhile. */
  if (is_in (self, "loading"))
    show_list (self);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LumRestoreDialog *self = LUM_RESTORE_DIALOG (widget);

  if (is_in (self, "writing"))
    return;
  g_clear_pointer (&self->wanted, lum_diary_unref);
  if (self->listed)
    show_list (self);
  else
    set_state (self, "loading");
}

static void
chosen_cb (GListModel *files, gpointer user_data)
{
  LumRestoreDialog *self = user_data;
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  if (self->context && file)
    lum_restore_dialog_read (self, file);
}

static void
choose_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lum_compat_open_file (GTK_WINDOW (widget), _ ("Choose a Backup or an Export"), chosen_cb, g_object_ref (widget),
                        g_object_unref);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

/* While the journal is being written, the dialog stays: it would be untrue to say that it was cancelled. */
static gboolean
lum_restore_dialog_close_request (GtkWindow *window)
{
  if (is_in (LUM_RESTORE_DIALOG (window), "writing"))
    return TRUE;
  return GTK_WINDOW_CLASS (lum_restore_dialog_parent_class)->close_request (window);
}

static void
lum_restore_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STATE)
    g_value_set_string (value, gtk_stack_get_visible_child_name (LUM_RESTORE_DIALOG (object)->states));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lum_restore_dialog_dispose (GObject *object)
{
  LumRestoreDialog *self = LUM_RESTORE_DIALOG (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->wanted, lum_diary_unref);

  G_OBJECT_CLASS (lum_restore_dialog_parent_class)->dispose (object);
}

static void
lum_restore_dialog_class_init (LumRestoreDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lum_restore_dialog_get_property;
  object_class->dispose = lum_restore_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = lum_restore_dialog_close_request;

  properties[PROP_STATE] =
      g_param_spec_string ("state", NULL, NULL, "loading", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lumbar_journal/Lumbar/dialogs/lum-restore-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LumRestoreDialog, states);
  gtk_widget_class_bind_template_child (widget_class, LumRestoreDialog, list);
  gtk_widget_class_bind_template_child (widget_class, LumRestoreDialog, restore_button);
  gtk_widget_class_bind_template_child (widget_class, LumRestoreDialog, file_button);
  gtk_widget_class_bind_template_child (widget_class, LumRestoreDialog, confirm_page);
  gtk_widget_class_bind_template_child (widget_class, LumRestoreDialog, failed_page);
  gtk_widget_class_install_action (widget_class, "restore.confirm", NULL, confirm_action);
  gtk_widget_class_install_action (widget_class, "restore.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "restore.choose-file", NULL, choose_file_action);
  gtk_widget_class_install_action (widget_class, "restore.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "restore.close", NULL);
}

static void
lum_restore_dialog_init (LumRestoreDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  set_state (self, "loading");
}

/**
 * lum_restore_dialog_new:
 * @parent: (nullable): the journal's window
 *
 * A dialog that looks for the backups beside the journal.
 */
GtkWidget *
lum_restore_dialog_new (GtkWindow *parent, LumUiContext *context)
{
  LumRestoreDialog *self = g_object_new (LUM_TYPE_RESTORE_DIALOG, "transient-for", parent, NULL);

  self->context = g_object_ref (context);
  lum_backup_list_async (lum_ui_context_get_journal (context), listed_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}

/**
 * lum_restore_dialog_present:
 *
 * Shows the backups beside the journal, and lets the person choose a file.
 */
void
lum_restore_dialog_present (GtkWindow *parent, LumUiContext *context)
{
  gtk_window_present (GTK_WINDOW (lum_restore_dialog_new (parent, context)));
}
