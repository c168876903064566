/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-narrow-header.h"

#include "lum-i18n.h"
#include "lum-ui-words.h"

static void
create_popup_cb (GtkMenuButton *button, gpointer menu)
{
  if (!gtk_menu_button_get_menu_model (button))
    gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/**
 * lum_menu_button_set_menu_later:
 *
 * Gives a button its menu when it is first opened: a start need not build what is not seen.
 */
void
lum_menu_button_set_menu_later (GtkMenuButton *button, GMenuModel *menu)
{
  gtk_menu_button_set_create_popup_func (button, create_popup_cb, g_object_ref (menu), g_object_unref);
}

/**
 * lum_narrow_header_new:
 * @title: what stands in its middle
 * @menu: the main menu
 *
 * The header of a window that has no room for the switcher of pages.
 */
GtkWidget *
lum_narrow_header_new (GtkWidget *title, GMenuModel *menu)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *menu_button = gtk_menu_button_new ();
  GtkWidget *report = gtk_button_new_from_icon_name ("lumbar-report-symbolic");

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu_button), "open-menu-symbolic");
  lum_menu_button_set_menu_later (GTK_MENU_BUTTON (menu_button), menu);
  gtk_widget_set_tooltip_text (menu_button, _ ("Main Menu"));
  lum_widget_set_label (menu_button, _ ("Main Menu"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (report), "win.report");
  gtk_widget_set_tooltip_text (report, _ ("Doctor Report"));
  lum_widget_set_label (report, _ ("Doctor Report"));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), title);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), menu_button);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), report);
  return header;
}
