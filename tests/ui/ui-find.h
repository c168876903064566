/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/* The first widget below @widget, itself included, of which it is true, or NULL. */
GtkWidget *ui_find (GtkWidget *widget, GType type);
GtkWidget *ui_find_row (GtkWidget *widget, const char *title);
GtkWidget *ui_find_button (GtkWidget *widget, const char *label); /* one on screen */
