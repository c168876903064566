/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-ui.h"

#include <adwaita.h>

#include "lum-resources.h"

/**
 * lum_ui_init:
 *
 * Makes templates, icons and styles known. A static library drops what nobody names, so they are named here. For
 * programs and tests that build widgets without LumApplication, too; may be called twice.
 */
void
lum_ui_init (void)
{
  static gboolean done = FALSE;
  GdkDisplay *display = gdk_display_get_default ();

  if (done)
    return;
  done = TRUE;
  g_resources_register (lum_get_resource ());
  if (display) {
    g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

    gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                      "/io/github/lumbar_journal/Lumbar/icons");
    gtk_css_provider_load_from_resource (provider, "/io/github/lumbar_journal/Lumbar/lumbar.css");
    gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                                GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  }
}
