/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-export-dialog.h"

#include "lum-compat.h"
#include "lum-error.h"
#include "lum-i18n.h"
#include "lum-window.h"

struct _LumExportDialog {
  AdwWindow parent_instance;

  LumUiContext *context;
  char *name; /* of what is being written */

  GtkStack *states;
  GtkWidget *json_row;
  AdwStatusPage *failed_page;
};

G_DEFINE_FINAL_TYPE (LumExportDialog, lum_export_dialog, ADW_TYPE_WINDOW)

enum { PROP_0, PROP_STATE, N_PROPS };

static GParamSpec *properties[N_PROPS];

static void
set_state (LumExportDialog *self, const char *state)
{
  gtk_stack_set_visible_child_name (self->states, state);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
fail (LumExportDialog *self, const char *sentence)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  adw_status_page_set_description (self->failed_page, markup);
  set_state (self, "failed");
  lum_compat_announce (GTK_WIDGET (self), sentence);
}

/* --- writing --- */

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LumExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean ok = lum_export_finish (LUM_JOURNAL (source), result, &error);
  GtkWindow *parent;

  if (!self->context)
    return;
  if (!ok) {
    fail (self, error->message);
    return;
  }
  parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  if (parent) {
    /* Translators: %s is the name of a file or folder */
    g_autofree char *text = g_strdup_printf (_ ("Exported to “%s”"), self->name);

    lum_window_toast (GTK_WIDGET (parent), text);
  }
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Tables get a folder of their own in the one that was chosen: what lies there already is nobody's to replace. */
static char *
make_folder_path (LumExportDialog *self, const char *folder)
{
  g_autofree char *date = lum_day_to_iso (lum_ui_context_get_today (self->context));
  char *path = NULL;

  for (int i = 1; !path || g_file_test (path, G_FILE_TEST_EXISTS); i++) {
    g_autofree char *name = i > 1 ? g_strdup_printf ("lumbar-%s-%d", date, i) : g_strdup_printf ("lumbar-%s", date);

    g_free (path);
    path = g_build_filename (folder, name, NULL);
  }
  return path;
}

/**
 * lum_export_dialog_write:
 * @file: the file for JSON, the folder in which CSV tables get a folder of their own
 *
 * Writes everything; the dialog goes when it is done.
 */
void
lum_export_dialog_write (LumExportDialog *self, LumExportForm form, GFile *file)
{
  g_return_if_fail (LUM_IS_EXPORT_DIALOG (self) && G_IS_FILE (file));

  g_autofree char *chosen = g_file_get_path (file);
  g_autofree char *path = NULL;

  if (!chosen) {
    fail (self, _ ("The file can only be saved in a folder of this computer."));
    return;
  }
  if (form == LUM_EXPORT_CSV)
    path = make_folder_path (self, chosen);
  else
    path = g_str_has_suffix (chosen, ".json") ? g_strdup (chosen) : g_strconcat (chosen, ".json", NULL);
  g_free (self->name);
  self->name = g_filename_display_basename (path);
  set_state (self, "writing");
  lum_export_async (lum_ui_context_get_journal (self->context), form, path, written_cb, g_object_ref (self));
}

/* --- choosing --- */

static void
json_chosen_cb (GListModel *files, gpointer user_data)
{
  LumExportDialog *self = user_data;
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  if (self->context && file)
    lum_export_dialog_write (self, LUM_EXPORT_JSON, file);
}

static void
csv_chosen_cb (GListModel *files, gpointer user_data)
{
  LumExportDialog *self = user_data;
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  if (self->context && file)
    lum_export_dialog_write (self, LUM_EXPORT_CSV, file);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LumExportDialog *self = LUM_EXPORT_DIALOG (widget);

  if (g_str_equal (name, "export.json")) {
    g_autofree char *date = lum_day_to_iso (lum_ui_context_get_today (self->context));
    g_autofree char *proposed = g_strdup_printf ("lumbar-%s.json", date);

    lum_compat_save_file (GTK_WINDOW (self), _ ("Export Everything"), proposed, json_chosen_cb, g_object_ref (self),
                          g_object_unref);
  } else {
    lum_compat_open_files (GTK_WINDOW (self), _ ("Choose a Folder"), TRUE, csv_chosen_cb, g_object_ref (self),
                           g_object_unref);
  }
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

/* While something is written the dialog stays, since it would be untrue to say that it was cancelled. */
static gboolean
lum_export_dialog_close_request (GtkWindow *window)
{
  LumExportDialog *self = LUM_EXPORT_DIALOG (window);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "writing") == 0)
    return TRUE;
  return GTK_WINDOW_CLASS (lum_export_dialog_parent_class)->close_request (window);
}

static void
lum_export_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STATE)
    g_value_set_string (value, gtk_stack_get_visible_child_name (LUM_EXPORT_DIALOG (object)->states));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lum_export_dialog_dispose (GObject *object)
{
  LumExportDialog *self = LUM_EXPORT_DIALOG (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (lum_export_dialog_parent_class)->dispose (object);
}

static void
lum_export_dialog_class_init (LumExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lum_export_dialog_get_property;
  object_class->dispose = lum_export_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = lum_export_dialog_close_request;

  properties[PROP_STATE] =
      g_param_spec_string ("state", NULL, NULL, "choose", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lumbar_journal/Lumbar/dialogs/lum-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LumExportDialog, states);
  gtk_widget_class_bind_template_child (widget_class, LumExportDialog, json_row);
  gtk_widget_class_bind_template_child (widget_class, LumExportDialog, failed_page);
  gtk_widget_class_install_action (widget_class, "export.json", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "export.csv", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "export.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "export.close", NULL);
}

static void
lum_export_dialog_init (LumExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lum_export_dialog_new:
 * @parent: (nullable): the journal's window
 */
GtkWidget *
lum_export_dialog_new (GtkWindow *parent, LumUiContext *context)
{
  LumExportDialog *self = g_object_new (LUM_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

/**
 * lum_export_dialog_present:
 *
 * Asks in which form everything shall be written, and where.
 */
void
lum_export_dialog_present (GtkWindow *parent, LumUiContext *context)
{
  LumExportDialog *self = LUM_EXPORT_DIALOG (lum_export_dialog_new (parent, context));

  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->json_row);
}
