/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *lum_narrow_header_new (GtkWidget *title, GMenuModel *menu);
void lum_menu_button_set_menu_later (GtkMenuButton *button, GMenuModel *menu);

G_END_DECLS
