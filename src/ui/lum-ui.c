/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-ui.h"

#include <adwaita.h>

#include "lum-resources.h"

#define ICONS "/org/gnome/Adwaita/icons"

/* GTK reads the icon theme in a thread from the moment it is first asked for, and anew, with the window waiting, once a
 * path is added after that. So our icons lie in the path that libadwaita adds before it reads its style sheets. */
static void
find_icons (GdkDisplay *display)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (display);
  g_auto (GStrv) paths = gtk_icon_theme_get_resource_path (theme);

  if (!paths || !g_strv_contains ((const char *const *) paths, ICONS))
    gtk_icon_theme_add_resource_path (theme, ICONS);
}

/**
 * lum_ui_init:
 *
 * Makes GTK, templates, icons and styles known. A static library drops what nobody names, so they are named here. For
 * programs and tests that build widgets without LumApplication, too; may be called twice.
 */
void
lum_ui_init (void)
{
  static gboolean done = FALSE;
  GdkDisplay *display;

  if (done)
    return;
  done = TRUE;
  g_resources_register (lum_get_resource ());
  if (!gtk_init_check ())
    return;
  adw_init ();
  display = gdk_display_get_default ();
  if (display) {
    g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

    find_icons (display);
    gtk_css_provider_load_from_resource (provider, "/io/github/lumbar_journal/Lumbar/lumbar.css");
    gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                                GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  }
}
