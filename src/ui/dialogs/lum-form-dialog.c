/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-form-dialog.h"

#include "lum-i18n.h"
#include "lum-record-pain.h"

#define WIDTH 440
#define MAX_HEIGHT 680
#define FRAME 24 /* what the window keeps of its height for its borders, and some air below the last row */

struct _LumFormDialog {
  AdwWindow parent_instance;

  LumFormSave save;
  gpointer user_data;
  GDestroyNotify free_data;

  GtkWidget *header;
  GtkWidget *column;     /* the form and what stands below it */
  LumUiContext *context; /* what is deleted, if anything can be */
  LumRecordKind kind;
  char *id;
};

G_DEFINE_FINAL_TYPE (LumFormDialog, lum_form_dialog, ADW_TYPE_WINDOW)

/**
 * lum_form_dialog_save:
 *
 * As if the suggested button had been pressed.
 */
void
lum_form_dialog_save (LumFormDialog *self)
{
  g_return_if_fail (LUM_IS_FORM_DIALOG (self));

  if (!self->save || self->save (self, self->user_data))
    gtk_window_close (GTK_WINDOW (self));
}

static void
delete_cb (LumFormDialog *self)
{
  lum_ui_context_commit (self->context, GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
                         lum_record_delete (self->kind, self->id), _ ("Entry deleted"));
  gtk_window_close (GTK_WINDOW (self));
}

/* A scrolled form has no height of its own: the window takes that of what is in it. */
static void
lum_form_dialog_show (GtkWidget *widget)
{
  LumFormDialog *self = LUM_FORM_DIALOG (widget);
  int header, column, width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (self->column && height <= 0) {
    gtk_widget_measure (self->header, GTK_ORIENTATION_VERTICAL, WIDTH, NULL, &header, NULL, NULL);
    gtk_widget_measure (self->column, GTK_ORIENTATION_VERTICAL, WIDTH, NULL, &column, NULL, NULL);
    gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, MIN (header + column + FRAME, MAX_HEIGHT));
  }
  GTK_WIDGET_CLASS (lum_form_dialog_parent_class)->show (widget);
}

static void
lum_form_dialog_dispose (GObject *object)
{
  LumFormDialog *self = LUM_FORM_DIALOG (object);

  if (self->free_data)
    self->free_data (g_steal_pointer (&self->user_data));
  self->free_data = NULL;
  self->save = NULL;
  g_clear_object (&self->context);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (lum_form_dialog_parent_class)->dispose (object);
}

static void
lum_form_dialog_class_init (LumFormDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lum_form_dialog_dispose;
  GTK_WIDGET_CLASS (klass)->show = lum_form_dialog_show;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
lum_form_dialog_init (LumFormDialog *self)
{
}

/**
 * lum_form_dialog_new:
 * @save_label: with a mnemonic; "_Save"
 * @form: (transfer floating): what is filled in
 * @save: called for the suggested button
 *
 * A dialog over @parent, to be presented.
 */
LumFormDialog *
lum_form_dialog_new (GtkWindow *parent,
                     const char *title,
                     const char *save_label,
                     GtkWidget *form,
                     LumFormSave save,
                     gpointer user_data,
                     GDestroyNotify free_data)
{
  LumFormDialog *self = g_object_new (LUM_TYPE_FORM_DIALOG, "title", title, "transient-for", parent, "modal", TRUE,
                                      "destroy-with-parent", TRUE, "default-width", WIDTH, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *done = gtk_button_new_with_mnemonic (save_label);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->save = save;
  self->user_data = user_data;
  self->free_data = free_data;

  gtk_widget_add_css_class (header, "form-header");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (done, "suggested-action");
  g_signal_connect_object (done, "clicked", G_CALLBACK (lum_form_dialog_save), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), done);

  gtk_widget_add_css_class (form, "dialog-form");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  self->header = header;
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->column), form);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->column);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (self), box);
  return self;
}

/**
 * lum_form_dialog_add_delete:
 * @id: of the record that the form is about
 *
 * Adds a button below the form that deletes the record at once; the toast takes it back.
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
lum_form_dialog_add_delete (LumFormDialog *self, LumUiContext *context, LumRecordKind kind, const char *id)
{
  g_return_val_if_fail (LUM_IS_FORM_DIALOG (self), NULL);
  g_return_val_if_fail (id && !self->id, NULL);

  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Delete Entry"));

  self->context = g_object_ref (context);
  self->kind = kind;
  self->id = g_strdup (id);
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_bottom (button, 18);
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->column), button);
  return button;
}
