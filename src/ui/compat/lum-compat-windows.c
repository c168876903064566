/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-compat-windows.h"

#include "lum-i18n.h"

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static void
add_shortcuts (GString *xml, const LumShortcutGroup *group)
{
  for (guint i = 0; i < group->n_shortcuts; i++) {
    g_autofree char *shortcut = g_markup_printf_escaped (
        "<child><object class='GtkShortcutsShortcut'><property name='accelerator'>%s</property>"
        "<property name='title'>%s</property></object></child>",
        group->shortcuts[i].trigger, g_dpgettext2 (GETTEXT_PACKAGE, "shortcut", group->shortcuts[i].title));

    g_string_append (xml, shortcut);
  }
}

/**
 * lum_compat_shortcuts_new:
 *
 * The window of keyboard shortcuts. On the oldest GTK only a builder can put sections into it. All stands on one page of
 * two columns: its page buttons have labels of negative width there.
 *
 * Returns: (transfer none): the window, not yet presented
 */
GtkWindow *
lum_compat_shortcuts_new (GtkWindow *parent, const LumShortcutGroup *groups, guint n_groups)
{
  g_autoptr (GString) xml = g_string_new ("<interface><object class='GtkShortcutsWindow' id='window'>"
                                          "<property name='modal'>1</property><child>"
                                          "<object class='GtkShortcutsSection'><property name='visible'>1</property>"
                                          "<property name='section-name'>lumbar</property>"
                                          "<property name='max-height'>18</property>");
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWindow *window;

  for (guint i = 0; i < n_groups; i++) {
    g_autofree char *title =
        g_markup_printf_escaped ("<child><object class='GtkShortcutsGroup'><property name='title'>%s</property>",
                                 g_dpgettext2 (GETTEXT_PACKAGE, "shortcut", groups[i].title));

    g_string_append (xml, title);
    add_shortcuts (xml, &groups[i]);
    g_string_append (xml, "</object></child>");
  }
  g_string_append (xml, "</object></child></object></interface>");
  builder = gtk_builder_new_from_string (xml->str, xml->len);
  window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));
  gtk_window_set_transient_for (window, parent);
  return window;
}

/**
 * lum_compat_about_new:
 *
 * Returns: (transfer none): the window about the program, not yet presented
 */
GtkWindow *
lum_compat_about_new (GtkWindow *parent, const LumAbout *about)
{
  GtkWindow *window =
      g_object_new (ADW_TYPE_ABOUT_WINDOW, "transient-for", parent, "modal", TRUE, "application-name", "Lumbar",
                    "application-icon", about->icon, "version", about->version, "comments", about->comments,
                    "license-type", GTK_LICENSE_GPL_3_0, "developer-name", _ ("The Lumbar authors"), NULL);

  adw_about_window_add_legal_section (ADW_ABOUT_WINDOW (window), about->source_title, NULL, GTK_LICENSE_CUSTOM,
                                      about->source_text);
  return window;
}

#if GTK_CHECK_VERSION(4, 10, 0)

void
lum_compat_show_in_files (GtkWindow *parent, GFile *file)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_open_containing_folder (launcher, parent, NULL, NULL, NULL);
}

#else

/**
 * lum_compat_show_in_files:
 *
 * Opens the folder that a file lies in.
 */
void
lum_compat_show_in_files (GtkWindow *parent, GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder ? g_file_get_uri (folder) : NULL;

  if (uri)
    gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}

#endif

G_GNUC_END_IGNORE_DEPRECATIONS
