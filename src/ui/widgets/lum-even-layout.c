/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-even-layout.h"

struct _LumEvenLayout {
  GtkLayoutManager parent_instance;

  int upper, gap, min_width, min_height;
};

G_DEFINE_FINAL_TYPE (LumEvenLayout, lum_even_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The size of a cell, and how many there are: one geometry for measuring and allocating. */
static int
measure_cells (LumEvenLayout *self, GtkWidget *widget, GtkOrientation orientation, int *n)
{
  int size = orientation == GTK_ORIENTATION_HORIZONTAL ? self->min_width : self->min_height;

  *n = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    int minimum;

    if (!gtk_widget_should_layout (child))
      continue;
    gtk_widget_measure (child, orientation, -1, &minimum, NULL, NULL, NULL);
    size = MAX (size, minimum);
    ++*n;
  }
  return size;
}

static int
length_of (LumEvenLayout *self, int n, int size)
{
  return n * size + MAX (n - 1, 0) * self->gap;
}

/* All in a row; else as many as there should be; else, with large text, as many as fit, but half of that at least. */
static int
choose_columns (LumEvenLayout *self, int n, int cell, int width)
{
  int columns = n;

  if (width < length_of (self, n, cell))
    for (columns = MIN (n, self->upper); columns > (self->upper + 1) / 2; columns--)
      if (width >= length_of (self, columns, cell))
        break;
  columns = MAX (columns, 1);

  int rows = (n + columns - 1) / columns;

  return rows > 1 ? MAX ((n + rows - 1) / rows, 1) : columns; /* no row much shorter than the others */
}

static void
lum_even_layout_measure (GtkLayoutManager *manager,
                         GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  LumEvenLayout *self = LUM_EVEN_LAYOUT (manager);
  int n, width = measure_cells (self, widget, GTK_ORIENTATION_HORIZONTAL, &n);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = length_of (self, MIN (n, (self->upper + 1) / 2), width);
    *natural = length_of (self, n, width + 8);
  } else {
    int height = measure_cells (self, widget, GTK_ORIENTATION_VERTICAL, &n);
    int columns = choose_columns (self, n, width, for_size < 0 ? G_MAXINT : for_size);

    *minimum = *natural = length_of (self, (n + columns - 1) / columns, height);
  }
}

static void
lum_even_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  LumEvenLayout *self = LUM_EVEN_LAYOUT (manager);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int n, i = 0, cell = measure_cells (self, widget, GTK_ORIENTATION_HORIZONTAL, &n);
  int columns = choose_columns (self, n, cell, width);
  int rows = (n + columns - 1) / columns;

  if (rows == 0)
    return;

  int row_height = (height - (rows - 1) * self->gap) / rows;
  double step = (width + self->gap) / (double) columns;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    if (!gtk_widget_should_layout (child))
      continue;

    int row = i / columns, column = i % columns;
    int left = (int) (column * step + 0.5), right = (int) ((column + 1) * step + 0.5) - self->gap;
    GtkAllocation place = {rtl ? width - right : left, row * (row_height + self->gap), right - left, row_height};

    gtk_widget_size_allocate (child, &place, -1);
    i++;
  }
}

static GtkSizeRequestMode
lum_even_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lum_even_layout_class_init (LumEvenLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = lum_even_layout_measure;
  layout_class->allocate = lum_even_layout_allocate;
  layout_class->get_request_mode = lum_even_layout_get_request_mode;
}

static void
lum_even_layout_init (LumEvenLayout *self)
{
}

/**
 * lum_even_layout_new:
 * @upper: how many stand in a row where not all fit
 * @gap: between cells, px
 *
 * A layout of cells of one size, at least @min_width × @min_height px.
 */
GtkLayoutManager *
lum_even_layout_new (int upper, int gap, int min_width, int min_height)
{
  LumEvenLayout *self = g_object_new (LUM_TYPE_EVEN_LAYOUT, NULL);

  self->upper = upper;
  self->gap = gap;
  self->min_width = min_width;
  self->min_height = min_height;
  return GTK_LAYOUT_MANAGER (self);
}
