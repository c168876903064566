/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-import-dialog.h"

#include <math.h>

#include "lum-compat.h"
#include "lum-day-picker.h"
#include "lum-form-dialog.h"
#include "lum-i18n.h"
#include "lum-import-job.h"
#include "lum-import-preview.h"
#include "lum-recording.h"
#include "lum-table-memory.h"
#include "lum-table-page.h"
#include "lum-window.h"

struct _LumImportDialog {
  AdwWindow parent_instance;

  LumUiContext *context;
  LumImportJob *job;
  GCancellable *cancellable;
  GListModel *waiting; /* files to read as soon as the journal is open */
  GListModel *files;   /* those that were read */
  LumImportBatch *batch;
  guint pulse;

  GtkStack *states;
  GtkWidget *import_button;
  GtkWidget *use_button;
  GtkWidget *back_button;
  GtkWidget *cancel_button;
  LumTablePage *table_page;
  GtkWidget *choose_button;
  GtkProgressBar *progress;
  GtkLabel *progress_label;
  GtkLabel *summary;
  GtkCheckButton *similar_check;
  GtkListView *list;
  AdwStatusPage *failed_page;
};

G_DEFINE_FINAL_TYPE (LumImportDialog, lum_import_dialog, ADW_TYPE_WINDOW)

enum { PROP_0, PROP_STATE, N_PROPS };

static GParamSpec *properties[N_PROPS];

#define PULSE_MS 120

/* --- states --- */

static guint
count_to_write (LumImportDialog *self)
{
  guint n = 0;

  if (!self->batch)
    return 0;
  for (guint i = 0; i < lum_import_batch_get_n_items (self->batch); i++) {
    const LumImportItem *item = lum_import_batch_get_item (self->batch, i);

    n += lum_import_item_is_wanted (item, FALSE) || item->update != NULL;
  }
  return n;
}

static void
update_button (LumImportDialog *self)
{
  const char *state = gtk_stack_get_visible_child_name (self->states);
  gboolean preview = g_strcmp0 (state, "preview") == 0, columns = g_strcmp0 (state, "columns") == 0;
  gboolean usable;

  g_object_get (self->table_page, "usable", &usable, NULL);
  gtk_widget_set_visible (self->import_button, preview);
  gtk_widget_set_visible (self->use_button, columns);
  gtk_widget_set_visible (self->back_button, columns);
  gtk_widget_set_visible (self->cancel_button, !columns);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.use-columns", columns && usable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.commit", preview && count_to_write (self) > 0);
}

static void
set_state (LumImportDialog *self, const char *state)
{
  gtk_stack_set_visible_child_name (self->states, state);
  update_button (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
fail (LumImportDialog *self, const GError *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->failed_page, markup);
  set_state (self, "failed");
}

/* --- reading --- */

static void fill_list (LumImportDialog *self);

static gboolean
pulse_cb (gpointer data)
{
  gtk_progress_bar_pulse (LUM_IMPORT_DIALOG (data)->progress);
  return G_SOURCE_CONTINUE;
}

static void
progress_cb (LumImportDialog *self)
{
  double fraction = NAN;
  g_autofree char *label = NULL;

  g_object_get (self->job, "fraction", &fraction, "label", &label, NULL);
  gtk_label_set_text (self->progress_label, label ? label : "");
  if (!isnan (fraction)) {
    g_clear_handle_id (&self->pulse, g_source_remove);
    gtk_progress_bar_set_fraction (self->progress, CLAMP (fraction, 0, 1));
  } else if (self->pulse == 0) {
    self->pulse = g_timeout_add (PULSE_MS, pulse_cb, self);
  }
}

static void
show_preview (LumImportDialog *self)
{
  guint n_similar = lum_import_batch_count (self->batch, LUM_IMPORT_SIMILAR);
  g_autofree char *summary = lum_import_preview_summarise (self->batch);
  g_autofree char *similar = g_strdup_printf (ngettext ("Import the one that looks like a run you have, too",
                                                        "Import the %u that look like runs you have, too", n_similar),
                                              n_similar);
  g_autoptr (GtkListItemFactory) factory = lum_import_preview_factory_new (lum_ui_context_get_units (self->context));

  gtk_label_set_text (self->summary, summary);
  gtk_check_button_set_label (self->similar_check, similar);
  gtk_widget_set_visible (GTK_WIDGET (self->similar_check), n_similar > 0);
  gtk_list_view_set_factory (self->list, factory);
  fill_list (self);
  set_state (self, "preview");
  gtk_widget_grab_focus (count_to_write (self) > 0 ? self->import_button : GTK_WIDGET (self->list));
  lum_compat_announce (GTK_WIDGET (self), summary);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LumImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LumImportBatch) batch = lum_import_job_read_finish (LUM_IMPORT_JOB (source), result, &error);

  g_clear_handle_id (&self->pulse, g_source_remove);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->context)
    return;
  if (!batch) {
    fail (self, error);
    return;
  }
  self->batch = g_steal_pointer (&batch);
  show_preview (self);
}

static void
start_reading (LumImportDialog *self)
{
  g_autoptr (GListModel) files = g_steal_pointer (&self->waiting);

  g_set_object (&self->files, files);
  self->job = lum_import_job_new (lum_ui_context_get_journal (self->context), lum_ui_context_get_units (self->context));
  g_signal_connect_object (self->job, "notify::fraction", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->job, "notify::label", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  progress_cb (self);
  lum_import_job_read_async (self->job, files, self->cancellable, read_cb, g_object_ref (self));
}

static void
context_changed_cb (LumImportDialog *self)
{
  const GError *error = NULL;
  LumUiState state = lum_ui_context_get_state (self->context, &error);

  if (!self->waiting || state == LUM_UI_LOADING)
    return;
  if (state == LUM_UI_FAILED)
    fail (self, error);
  else
    start_reading (self);
}

/* --- writing --- */

/* In runs, or in entries where there is more than runs. */
static char *
describe_written (LumImportDialog *self)
{
  guint n = 0;
  gboolean only_runs = TRUE;

  for (guint i = 0; i < lum_import_batch_get_n_items (self->batch); i++) {
    const LumImportItem *item = lum_import_batch_get_item (self->batch, i);

    if (!lum_import_item_is_wanted (item, FALSE))
      continue;
    n += item->records->len;
    only_runs = only_runs && item->kind == LUM_RECORD_RUN;
  }
  if (n == 0)
    return g_strdup (_ ("What was new was added to runs you have"));
  return only_runs ? g_strdup_printf (ngettext ("Imported %u run", "Imported %u runs", n), n)
                   : g_strdup_printf (ngettext ("Imported %u entry", "Imported %u entries", n), n);
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LumImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 group = 0;
  GtkWindow *parent;

  if (!lum_import_job_commit_finish (LUM_IMPORT_JOB (source), result, &group, &error)) {
    if (self->context)
      fail (self, error);
    return;
  }
  if (!self->context)
    return;
  parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  if (parent) {
    g_autofree char *text = describe_written (self);

    lum_window_toast_undo (GTK_WIDGET (parent), text, group);
  }
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
commit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LumImportDialog *self = LUM_IMPORT_DIALOG (widget);

  if (count_to_write (self) == 0)
    return;
  gtk_list_view_set_model (self->list, NULL);
  set_state (self, "writing");
  lum_import_job_commit_async (self->job, self->batch, FALSE, NULL, committed_cb, g_object_ref (self));
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

/* --- what the person chooses in the preview --- */

static void
choice_changed_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  update_button (LUM_IMPORT_DIALOG (widget));
}

static void
fill_list (LumImportDialog *self)
{
  g_autoptr (GListModel) rows = lum_import_preview_new (self->batch);
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (rows));

  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

static void
similar_toggled_cb (LumImportDialog *self)
{
  gboolean active = gtk_check_button_get_active (self->similar_check);

  for (guint i = 0; self->batch && i < lum_import_batch_get_n_items (self->batch); i++) {
    LumImportItem *item = lum_import_batch_get_item (self->batch, i);

    if (item->status == LUM_IMPORT_SIMILAR)
      item->wanted = active;
  }
  if (self->batch)
    fill_list (self);
  update_button (self);
}

static void
columns_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LumImportDialog *self = LUM_IMPORT_DIALOG (widget);
  guint index = g_variant_get_uint32 (parameter);
  const LumImportItem *item;

  if (!self->batch || index >= lum_import_batch_get_n_items (self->batch))
    return;
  item = lum_import_batch_get_item (self->batch, index);
  if (!item->table)
    return;
  lum_table_page_show (self->table_page, item->table,
                       lum_journal_get_clock (lum_ui_context_get_journal (self->context)),
                       lum_ui_context_get_units (self->context));
  set_state (self, "columns");
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_state (LUM_IMPORT_DIALOG (widget), "preview");
}

/* Reads the same files again. */
static void
read_again (LumImportDialog *self)
{
  gtk_list_view_set_model (self->list, NULL);
  g_clear_pointer (&self->batch, lum_import_batch_free);
  g_clear_object (&self->job);
  self->waiting = g_object_ref (self->files);
  set_state (self, "reading");
  context_changed_cb (self);
}

static void
use_columns_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LumImportDialog *self = LUM_IMPORT_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  /* A line in a small file, and only now: the table is read by what is in it. */
  if (!lum_table_memory_save (lum_journal_get_path (lum_ui_context_get_journal (self->context)),
                              lum_table_page_get_signature (self->table_page),
                              lum_table_page_get_mapping (self->table_page), &error)) {
    fail (self, error);
    return;
  }
  read_again (self);
}

/* What a day is asked for. */
typedef struct {
  LumImportDialog *dialog;
  LumDayPicker *picker; /* which lives in the form */
  guint index;
} DayQuestion;

static void
day_question_free (gpointer data)
{
  DayQuestion *question = data;

  g_object_unref (question->dialog);
  g_free (question);
}

static gboolean
save_day (LumFormDialog *form, gpointer user_data)
{
  DayQuestion *question = user_data;
  LumImportDialog *self = question->dialog;
  LumImportItem *item;

  if (!self->batch || question->index >= lum_import_batch_get_n_items (self->batch))
    return TRUE;
  item = lum_import_batch_get_item (self->batch, question->index);
  if (item->records && item->kind == LUM_RECORD_RUN)
    lum_recording_set_day (item, lum_day_picker_get_day (question->picker));
  fill_list (self);
  return TRUE;
}

static void
day_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LumImportDialog *self = LUM_IMPORT_DIALOG (widget);
  LumDay today = lum_clock_get_today (lum_journal_get_clock (lum_ui_context_get_journal (self->context)));
  guint index = g_variant_get_uint32 (parameter);
  const LumImportItem *item;
  DayQuestion *question;

  if (!self->batch || index >= lum_import_batch_get_n_items (self->batch))
    return;
  item = lum_import_batch_get_item (self->batch, index);
  if (!item->records || item->kind != LUM_RECORD_RUN)
    return;
  question = g_new0 (DayQuestion, 1);
  question->dialog = g_object_ref (self);
  question->picker = LUM_DAY_PICKER (lum_day_picker_new ());
  question->index = index;
  lum_day_picker_set_range (question->picker, lum_day_from_ymd (2000, 1, 1), today);
  lum_day_picker_set_day (question->picker, ((const LumRun *) item->records->pdata[0])->day);
  gtk_widget_set_halign (GTK_WIDGET (question->picker), GTK_ALIGN_CENTER);
  gtk_window_present (
      GTK_WINDOW (lum_form_dialog_new (GTK_WINDOW (self), _ ("Day of the Run"), _ ("_Set"),
                                       GTK_WIDGET (question->picker), save_day, question, day_question_free)));
}

/* --- choosing --- */

static void
chosen_cb (GListModel *files, gpointer user_data)
{
  LumImportDialog *self = user_data;

  if (self->context && g_list_model_get_n_items (files) > 0)
    lum_import_dialog_read (self, files);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gboolean folder = g_str_equal (name, "import.choose-folder");

  lum_compat_open_files (GTK_WINDOW (widget), folder ? _ ("Choose a Folder") : _ ("Choose Files"), folder, chosen_cb,
                         g_object_ref (widget), g_object_unref);
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, LumImportDialog *self)
{
  g_autoptr (GSList) list = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "choose") != 0)
    return FALSE;
  for (GSList *l = list; l; l = l->next)
    g_list_store_append (files, l->data);
  if (!list)
    return FALSE;
  lum_import_dialog_read (self, G_LIST_MODEL (files));
  return TRUE;
}

/* While the journal is being written, the dialog stays: it would be untrue to say that it was cancelled. */
static gboolean
lum_import_dialog_close_request (GtkWindow *window)
{
  LumImportDialog *self = LUM_IMPORT_DIALOG (window);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "writing") == 0)
    return TRUE;
  g_cancellable_cancel (self->cancellable);
  return GTK_WINDOW_CLASS (lum_import_dialog_parent_class)->close_request (window);
}

static void
lum_import_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LumImportDialog *self = LUM_IMPORT_DIALOG (object);

  switch (id) {
  case PROP_STATE:
    g_value_set_string (value, gtk_stack_get_visible_child_name (self->states));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
lum_import_dialog_dispose (GObject *object)
{
  LumImportDialog *self = LUM_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->pulse, g_source_remove);
  g_clear_object (&self->job);
  g_clear_object (&self->waiting);
  g_clear_object (&self->files);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (lum_import_dialog_parent_class)->dispose (object);
}

static void
lum_import_dialog_finalize (GObject *object)
{
  LumImportDialog *self = LUM_IMPORT_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->batch, lum_import_batch_free);

  G_OBJECT_CLASS (lum_import_dialog_parent_class)->finalize (object);
}

static void
lum_import_dialog_class_init (LumImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lum_import_dialog_get_property;
  object_class->dispose = lum_import_dialog_dispose;
  object_class->finalize = lum_import_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = lum_import_dialog_close_request;

  properties[PROP_STATE] =
      g_param_spec_string ("state", NULL, NULL, "choose", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lumbar_journal/Lumbar/dialogs/lum-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LumImportDialog, states);
  gtk_widget_class_bind_template_child (widget_class, LumImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, LumImportDialog, choose_button);
  gtk_widget_class_bind_template_child (widget_class, LumImportDialog, use_button);
  gtk_widget_class_bind_template_child (widget_class, LumImportDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, LumImportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, LumImportDialog, table_page);
  gtk_widget_class_bind_template_child (widget_class, LumImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, LumImportDialog, progress_label);
  gtk_widget_class_bind_template_child (widget_class, LumImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, LumImportDialog, similar_check);
  gtk_widget_class_bind_template_child (widget_class, LumImportDialog, list);
  gtk_widget_class_bind_template_child (widget_class, LumImportDialog, failed_page);
  gtk_widget_class_install_action (widget_class, "import.choose-files", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "import.choose-folder", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "import.commit", NULL, commit_action);
  gtk_widget_class_install_action (widget_class, "import.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "import.choice-changed", NULL, choice_changed_action);
  gtk_widget_class_install_action (widget_class, "import.columns", "u", columns_action);
  gtk_widget_class_install_action (widget_class, "import.use-columns", NULL, use_columns_action);
  gtk_widget_class_install_action (widget_class, "import.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "import.day", "u", day_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "import.close", NULL);
}

static void
lum_import_dialog_init (LumImportDialog *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_type_ensure (LUM_TYPE_TABLE_PAGE);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  g_signal_connect_object (self->similar_check, "toggled", G_CALLBACK (similar_toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table_page, "notify::usable", G_CALLBACK (update_button), self, G_CONNECT_SWAPPED);
  g_signal_connect (drop, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  update_button (self);
}

/**
 * lum_import_dialog_new:
 * @parent: (nullable): the journal's window
 *
 * A dialog that asks for files.
 */
GtkWidget *
lum_import_dialog_new (GtkWindow *parent, LumUiContext *context)
{
  LumImportDialog *self = g_object_new (LUM_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (context_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * lum_import_dialog_read:
 * @files: of #GFile, files and folders
 *
 * Reads files and shows what would come in; waits for a journal that is still being opened.
 */
void
lum_import_dialog_read (LumImportDialog *self, GListModel *files)
{
  g_return_if_fail (LUM_IS_IMPORT_DIALOG (self));
  g_return_if_fail (G_IS_LIST_MODEL (files));
  g_return_if_fail (self->job == NULL);

  g_set_object (&self->waiting, files);
  set_state (self, "reading");
  context_changed_cb (self);
}

/**
 * lum_import_dialog_get_batch:
 *
 * Returns: (transfer none) (nullable): what was read
 */
const LumImportBatch *
lum_import_dialog_get_batch (LumImportDialog *self)
{
  g_return_val_if_fail (LUM_IS_IMPORT_DIALOG (self), NULL);

  return self->batch;
}

/**
 * lum_import_dialog_choose:
 *
 * Lets the person choose files or a folder, then shows what would come in.
 */
void
lum_import_dialog_choose (GtkWindow *parent, LumUiContext *context)
{
  LumImportDialog *self = LUM_IMPORT_DIALOG (lum_import_dialog_new (parent, context));

  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->choose_button);
}

/**
 * lum_import_dialog_present:
 * @files: of GFile, files and folders
 *
 * Shows what would come in from files.
 */
void
lum_import_dialog_present (GtkWindow *parent, LumUiContext *context, GListModel *files)
{
  GtkWidget *self = lum_import_dialog_new (parent, context);

  gtk_window_present (GTK_WINDOW (self));
  lum_import_dialog_read (LUM_IMPORT_DIALOG (self), files);
}
