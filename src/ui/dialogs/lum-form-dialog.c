/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-form-dialog.h"

#include "lum-i18n.h"

struct _LumFormDialog {
  AdwWindow parent_instance;

  LumFormSave save;
  gpointer user_data;
  GDestroyNotify free_data;
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
lum_form_dialog_dispose (GObject *object)
{
  LumFormDialog *self = LUM_FORM_DIALOG (object);

  if (self->free_data)
    self->free_data (g_steal_pointer (&self->user_data));
  self->free_data = NULL;
  self->save = NULL;

  G_OBJECT_CLASS (lum_form_dialog_parent_class)->dispose (object);
}

static void
lum_form_dialog_class_init (LumFormDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lum_form_dialog_dispose;
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
                                      "destroy-with-parent", TRUE, "default-width", 440, NULL);
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
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 560);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), form);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (self), box);
  return self;
}
