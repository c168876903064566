/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-preferences.h"

#include "lum-compat-windows.h"
#include "lum-compat.h"
#include "lum-i18n.h"
#include "lum-safety-preferences.h"

struct _LumPreferences {
  AdwWindow parent_instance;

  LumUiContext *context;
  gboolean filling;

  AdwComboRow *units_row;
  AdwComboRow *week_row;
  AdwComboRow *paper_row;
  AdwActionRow *folder_row;
  AdwActionRow *journal_row;
  AdwPreferencesGroup *safety_group;
};

G_DEFINE_FINAL_TYPE (LumPreferences, lum_preferences, ADW_TYPE_WINDOW)

/* Weeks begin on one of these somewhere: Monday, Saturday, Sunday. */
static const int week_starts[] = {1, 6, 7};

static void
units_changed_cb (LumPreferences *self)
{
  if (!self->filling)
    lum_settings_set_units (lum_ui_context_get_settings (self->context),
                            (LumUnits) adw_combo_row_get_selected (self->units_row));
}

static void
week_changed_cb (LumPreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->week_row);

  if (!self->filling && selected < G_N_ELEMENTS (week_starts))
    lum_settings_set_week_start (lum_ui_context_get_settings (self->context), week_starts[selected]);
}

static void
paper_changed_cb (LumPreferences *self)
{
  if (!self->filling)
    lum_settings_set_paper (lum_ui_context_get_settings (self->context),
                            (LumPaper) adw_combo_row_get_selected (self->paper_row));
}

/* Its path, or why it cannot be looked at. */
static void
show_folder (LumPreferences *self)
{
  LumRunMonitor *runs = lum_ui_context_get_run_monitor (self->context);
  LumRunOffer *offer = runs ? lum_run_monitor_get_folder_offer (runs) : NULL;
  const char *problem = offer ? lum_run_offer_get_problem (offer) : NULL;
  g_autofree char *uri = lum_settings_get_watched_folder (lum_ui_context_get_settings (self->context));
  g_autoptr (GFile) folder = g_file_new_for_uri (uri);
  g_autofree char *name = g_file_get_parse_name (folder);

  adw_action_row_set_subtitle (self->folder_row, !*uri ? C_ ("watched folder", "None") : problem ? problem : name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preferences.forget-folder", *uri != '\0');
}

/* The rows follow the settings, whoever changes them. */
static void
update (GtkWidget *widget, guint changes)
{
  LumPreferences *self = LUM_PREFERENCES (widget);
  LumSettings *settings = lum_ui_context_get_settings (self->context);
  int week_start = lum_settings_get_week_start (settings);

  self->filling = TRUE;
  adw_combo_row_set_selected (self->units_row, lum_settings_get_units (settings));
  adw_combo_row_set_selected (self->paper_row, lum_settings_get_paper (settings));
  for (guint i = 0; i < G_N_ELEMENTS (week_starts); i++)
    if (week_starts[i] == week_start)
      adw_combo_row_set_selected (self->week_row, i);
  self->filling = FALSE;

  show_folder (self);
  adw_action_row_set_subtitle (self->journal_row, lum_journal_get_path (lum_ui_context_get_journal (self->context)));
}

static void
show_in_files_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LumPreferences *self = LUM_PREFERENCES (widget);
  g_autoptr (GFile) file = g_file_new_for_path (lum_journal_get_path (lum_ui_context_get_journal (self->context)));

  lum_compat_show_in_files (GTK_WINDOW (self), file);
}

static void
folder_chosen_cb (GListModel *files, gpointer user_data)
{
  LumPreferences *self = user_data;
  g_autoptr (GFile) folder = g_list_model_get_item (files, 0);
  g_autofree char *uri = folder ? g_file_get_uri (folder) : NULL;

  if (uri && self->context)
    lum_settings_set_watched_folder (lum_ui_context_get_settings (self->context), uri);
}

static void
choose_folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lum_compat_open_files (GTK_WINDOW (widget), _ ("Choose a Folder"), TRUE, folder_chosen_cb, g_object_ref (widget),
                         g_object_unref);
}

static void
forget_folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lum_settings_set_watched_folder (lum_ui_context_get_settings (LUM_PREFERENCES (widget)->context), NULL);
}

static void
lum_preferences_dispose (GObject *object)
{
  LumPreferences *self = LUM_PREFERENCES (object);

  g_clear_object (&self->context);

  G_OBJECT_CLASS (lum_preferences_parent_class)->dispose (object);
}

static void
lum_preferences_class_init (LumPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lum_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lumbar_journal/Lumbar/preferences/lum-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, LumPreferences, units_row);
  gtk_widget_class_bind_template_child (widget_class, LumPreferences, week_row);
  gtk_widget_class_bind_template_child (widget_class, LumPreferences, paper_row);
  gtk_widget_class_bind_template_child (widget_class, LumPreferences, folder_row);
  gtk_widget_class_bind_template_child (widget_class, LumPreferences, journal_row);
  gtk_widget_class_bind_template_child (widget_class, LumPreferences, safety_group);
  gtk_widget_class_install_action (widget_class, "preferences.show-in-files", NULL, show_in_files_action);
  gtk_widget_class_install_action (widget_class, "preferences.choose-folder", NULL, choose_folder_action);
  gtk_widget_class_install_action (widget_class, "preferences.forget-folder", NULL, forget_folder_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
lum_preferences_init (LumPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->units_row, "notify::selected", G_CALLBACK (units_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->week_row, "notify::selected", G_CALLBACK (week_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->paper_row, "notify::selected", G_CALLBACK (paper_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
lum_preferences_new (GtkWindow *parent, LumUiContext *context)
{
  LumPreferences *self = g_object_new (LUM_TYPE_PREFERENCES, "transient-for", parent, NULL);

  self->context = g_object_ref (context);
  adw_preferences_group_add (self->safety_group, lum_safety_preferences_new (context));
  lum_ui_context_keep_updated (context, GTK_WIDGET (self), update);
  return GTK_WIDGET (self);
}

/**
 * lum_preferences_present:
 *
 * Units, week start, paper, whom to call, the background, the watched folder.
 */
void
lum_preferences_present (GtkWindow *parent, LumUiContext *context)
{
  gtk_window_present (GTK_WINDOW (lum_preferences_new (parent, context)));
}
