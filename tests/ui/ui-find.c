/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-find.h"

typedef gboolean (*Test) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget *widget, Test is_it, gconstpointer data)
{
  if (is_it (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find (child, is_it, data);

    if (found)
      return found;
  }
  return NULL;
}

static gboolean
is_a (GtkWidget *widget, gconstpointer data)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) data);
}

static gboolean
is_row (GtkWidget *widget, gconstpointer title)
{
  return ADW_IS_PREFERENCES_ROW (widget) &&
         g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

static gboolean
is_button (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

GtkWidget *
ui_find (GtkWidget *widget, GType type)
{
  return find (widget, is_a, &type);
}

GtkWidget *
ui_find_row (GtkWidget *widget, const char *title)
{
  return find (widget, is_row, title);
}

GtkWidget *
ui_find_button (GtkWidget *widget, const char *label)
{
  return find (widget, is_button, label);
}
