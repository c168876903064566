/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-wrap-box.h"

struct _LumWrapBox {
  GtkWidget parent_instance;

  int gap;
};

G_DEFINE_FINAL_TYPE (LumWrapBox, lum_wrap_box, GTK_TYPE_WIDGET)

/* One geometry for measuring and allocating: walks the lines at a width, and gives the height that they take. */
static int
walk_lines (LumWrapBox *self, int width, gboolean allocate)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child) {
    GtkWidget *line = child;
    int x = 0, line_height = 0;

    for (; child; child = gtk_widget_get_next_sibling (child)) {
      int minimum, natural, height;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      natural = MAX (minimum, MIN (natural, width));
      if (x > 0 && x + natural > width)
        break;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, natural, NULL, &height, NULL, NULL);
      line_height = MAX (line_height, height);
      x += natural + self->gap;
    }
    if (line_height == 0)
      break;
    if (allocate) {
      x = 0;
      for (GtkWidget *place = line; place != child; place = gtk_widget_get_next_sibling (place)) {
        int minimum, natural;

        if (!gtk_widget_should_layout (place))
          continue;
        gtk_widget_measure (place, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
        natural = MAX (minimum, MIN (natural, width));
        GtkAllocation at = {rtl ? width - x - natural : x, y, natural, line_height};
        gtk_widget_size_allocate (place, &at, -1);
        x += natural + self->gap;
      }
    }
    y += line_height + self->gap;
  }
  return MAX (0, y - self->gap);
}

static void
lum_wrap_box_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  LumWrapBox *self = LUM_WRAP_BOX (widget);
  int widest = 0, all = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    int child_minimum, child_natural;

    if (!gtk_widget_should_layout (child))
      continue;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
    widest = MAX (widest, child_minimum);
    all += child_natural + (all > 0 ? self->gap : 0);
  }
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = widest;
    *natural = MAX (all, widest);
  } else {
    *minimum = *natural = walk_lines (self, for_size < 0 ? all : for_size, FALSE);
  }
}

static void
lum_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  walk_lines (LUM_WRAP_BOX (widget), width, TRUE);
}

static GtkSizeRequestMode
lum_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lum_wrap_box_dispose (GObject *object)
{
  lum_wrap_box_clear (LUM_WRAP_BOX (object));

  G_OBJECT_CLASS (lum_wrap_box_parent_class)->dispose (object);
}

static void
lum_wrap_box_class_init (LumWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lum_wrap_box_dispose;
  widget_class->measure = lum_wrap_box_measure;
  widget_class->size_allocate = lum_wrap_box_size_allocate;
  widget_class->get_request_mode = lum_wrap_box_get_request_mode;
}

static void
lum_wrap_box_init (LumWrapBox *self)
{
  self->gap = 6;
}

/**
 * lum_wrap_box_new:
 * @gap: between children and lines, px
 */
GtkWidget *
lum_wrap_box_new (int gap)
{
  LumWrapBox *self = g_object_new (LUM_TYPE_WRAP_BOX, NULL);

  self->gap = gap;
  return GTK_WIDGET (self);
}

/**
 * lum_wrap_box_append:
 * @child: (transfer floating)
 *
 * Adds a child at the end.
 */
void
lum_wrap_box_append (LumWrapBox *self, GtkWidget *child)
{
  g_return_if_fail (LUM_IS_WRAP_BOX (self));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

/**
 * lum_wrap_box_clear:
 *
 * Takes all children away.
 */
void
lum_wrap_box_clear (LumWrapBox *self)
{
  GtkWidget *child;

  g_return_if_fail (LUM_IS_WRAP_BOX (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
}
