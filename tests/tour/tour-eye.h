/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* What the tour sees of a program that runs beside it on the main loop. */

typedef gboolean (*TourCondition) (gpointer data);

gboolean tour_wait (TourCondition condition, gpointer data, guint at_most_ms);
void tour_settle (GtkWidget *window);
gboolean tour_shoot (GtkWidget *window, double scale, const char *folder, const char *name, GError **error);

GtkWidget *tour_find (GtkWidget *root, const char *type, const char *text);
