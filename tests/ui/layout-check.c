/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-check.h"

#include <adwaita.h>

#define SLACK 1.5 /* px: positions are rounded */

/* Lists may shorten what does not fit (a drop-down's own value is no list), and so may the title of a window. */
static gboolean
may_shorten (GtkWidget *widget)
{
  if (gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_HANDLE) && gtk_widget_has_css_class (widget, "title"))
    return TRUE;
  if (gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) || gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW))
    return FALSE;
  /* Newer libadwaita's switcher shortens its own labels in very large text; the whole names are in its tooltips. */
  if (adw_get_minor_version () >= 4 && gtk_widget_get_ancestor (widget, ADW_TYPE_VIEW_SWITCHER))
    return TRUE;
  return gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_VIEW) || gtk_widget_get_ancestor (widget, GTK_TYPE_COLUMN_VIEW);
}

static char *
describe (GtkWidget *widget)
{
  GString *path = g_string_new (NULL);
  int n = 0;

  for (GtkWidget *at = widget; at && n < 6; at = gtk_widget_get_parent (at), n++) {
    if (path->len > 0)
      g_string_prepend (path, " › ");
    g_string_prepend (path, G_OBJECT_TYPE_NAME (at));
  }
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (path, " “%s”", gtk_label_get_text (GTK_LABEL (widget)));
  return g_string_free (path, FALSE);
}

static void
complain (GtkWidget *widget, GString *faults, guint *n, const char *what)
{
  g_autofree char *where = describe (widget);

  graphene_rect_t at;

  if (!gtk_widget_compute_bounds (widget, GTK_WIDGET (gtk_widget_get_root (widget)), &at))
    graphene_rect_init (&at, 0, 0, 0, 0);
  (*n)++;
  g_string_append_printf (faults, "%s: %s at %g,%g, %g × %g\n", what, where, at.origin.x, at.origin.y, at.size.width,
                          at.size.height);
}

static void
check_label (GtkLabel *label, GString *faults, guint *n)
{
  if (!may_shorten (GTK_WIDGET (label)) && pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    complain (GTK_WIDGET (label), faults, n, "shortened");
}

static void
check_scrolling (GtkScrolledWindow *scroller, GString *faults, guint *n)
{
  GtkAdjustment *sideways = gtk_scrolled_window_get_hadjustment (scroller);

  if (gtk_adjustment_get_upper (sideways) - gtk_adjustment_get_page_size (sideways) > SLACK)
    complain (GTK_WIDGET (scroller), faults, n, "scrolls sideways");
}

/* A child reaches over its parent's edge: sideways always, up and down unless the parent scrolls. */
static void
check_child (GtkWidget *child, GtkWidget *parent, GString *faults, guint *n)
{
  graphene_rect_t bounds;
  double width = gtk_widget_get_width (parent), height = gtk_widget_get_height (parent);

  /* The titles of entry rows are drawn smaller than they lie. Gizmos are the toolkit’s own parts: knobs of scrollbars, dots of switchers. */
  if (ADW_IS_ENTRY_ROW (gtk_widget_get_ancestor (child, ADW_TYPE_ENTRY_ROW)) || GTK_IS_TEXT (parent) ||
      g_str_has_suffix (G_OBJECT_TYPE_NAME (child), "Gizmo") || GTK_IS_POPOVER (child) || GTK_IS_NATIVE (child) ||
      !gtk_widget_compute_bounds (child, parent, &bounds))
    return;
  if (bounds.origin.x < -SLACK || bounds.origin.x + bounds.size.width > width + SLACK)
    complain (child, faults, n, "sticks out sideways");
  /* Newer libadwaita takes margins of titles and switchers back: they reach into the padding of their bar. */
  else if (!GTK_IS_SCROLLABLE (parent) && !ADW_IS_WINDOW_TITLE (child) && !ADW_IS_VIEW_SWITCHER (child) &&
           (bounds.origin.y < -SLACK || bounds.origin.y + bounds.size.height > height + SLACK))
    complain (child, faults, n, "sticks out above or below");
}

static void
check (GtkWidget *widget, GString *faults, guint *n)
{
  if (GTK_IS_LABEL (widget))
    check_label (GTK_LABEL (widget), faults, n);
  if (GTK_IS_SCROLLED_WINDOW (widget))
    check_scrolling (GTK_SCROLLED_WINDOW (widget), faults, n);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    if (!gtk_widget_get_mapped (child) || !gtk_widget_get_child_visible (child))
      continue;
    check_child (child, widget, faults, n);
    if (!GTK_IS_TEXT (widget))
      check (child, faults, n);
  }
}

/**
 * layout_check:
 * @root: a window on screen, or a part of one
 * @faults: a line for each fault is appended
 *
 * Looks for what no page may have at any width, language or text size: a shortened label (outside lists), a child
 * that reaches over its parent's edge, a page that scrolls sideways. Returns the number of faults.
 */
guint
layout_check (GtkWidget *root, GString *faults)
{
  guint n = 0;

  check (root, faults, &n);
  return n;
}
