/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-side-box.h"

struct _LumSideBox {
  GtkWidget parent_instance;

  GtkWidget *start, *end;
};

G_DEFINE_FINAL_TYPE (LumSideBox, lum_side_box, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_START_CHILD, PROP_END_CHILD, N_PROPS };

static GParamSpec *properties[N_PROPS];

/* How wide the first child is where both stand side by side; 0 where they do not. */
static int
get_start_width (LumSideBox *self, int width)
{
  int start_min = 0, start_nat = 0, end_min = 0;

  if (!self->start || !self->end)
    return 0;
  gtk_widget_measure (self->start, GTK_ORIENTATION_HORIZONTAL, -1, &start_min, &start_nat, NULL, NULL);
  gtk_widget_measure (self->end, GTK_ORIENTATION_HORIZONTAL, -1, &end_min, NULL, NULL, NULL);
  if (width < start_min + end_min)
    return 0;
  return CLAMP (start_nat, start_min, MAX (width - end_min, start_min));
}

static void
measure_height (GtkWidget *child, int width, int *height)
{
  int min = 0;

  if (child)
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &min, NULL, NULL, NULL);
  *height = min;
}

static void
lum_side_box_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  LumSideBox *self = LUM_SIDE_BOX (widget);
  int start_min = 0, start_nat = 0, end_min = 0, end_nat = 0, start_width;

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    if (self->start)
      gtk_widget_measure (self->start, orientation, -1, &start_min, &start_nat, NULL, NULL);
    if (self->end)
      gtk_widget_measure (self->end, orientation, -1, &end_min, &end_nat, NULL, NULL);
    *minimum = MAX (start_min, end_min);
    *natural = start_nat + end_nat;
    return;
  }

  if (for_size < 0)
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &for_size, NULL, NULL);
  start_width = get_start_width (self, for_size);
  measure_height (self->start, start_width > 0 ? start_width : for_size, &start_min);
  measure_height (self->end, for_size - start_width, &end_min);
  *minimum = *natural = start_width > 0 ? MAX (start_min, end_min) : start_min + end_min;
}

static void
lum_side_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LumSideBox *self = LUM_SIDE_BOX (widget);
  int start_width = get_start_width (self, width), start_height = 0;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (start_width > 0) {
    GtkAllocation first = {rtl ? width - start_width : 0, 0, start_width, height};
    GtkAllocation second = {rtl ? 0 : start_width, 0, width - start_width, height};

    gtk_widget_size_allocate (self->start, &first, -1);
    gtk_widget_size_allocate (self->end, &second, -1);
    return;
  }
  if (self->start) {
    measure_height (self->start, width, &start_height);
    gtk_widget_size_allocate (self->start, &(GtkAllocation){0, 0, width, start_height}, -1);
  }
  if (self->end)
    gtk_widget_size_allocate (self->end, &(GtkAllocation){0, start_height, width, MAX (height - start_height, 0)}, -1);
}

static GtkSizeRequestMode
lum_side_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
set_child (LumSideBox *self, GtkWidget **place, GtkWidget *child)
{
  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;
  if (child)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
lum_side_box_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LumSideBox *self = LUM_SIDE_BOX (object);

  switch (id) {
  case PROP_START_CHILD:
    set_child (self, &self->start, g_value_get_object (value));
    break;
  case PROP_END_CHILD:
    set_child (self, &self->end, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
lum_side_box_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LumSideBox *self = LUM_SIDE_BOX (object);

  switch (id) {
  case PROP_START_CHILD:
    g_value_set_object (value, self->start);
    break;
  case PROP_END_CHILD:
    g_value_set_object (value, self->end);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
lum_side_box_dispose (GObject *object)
{
  LumSideBox *self = LUM_SIDE_BOX (object);

  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);

  G_OBJECT_CLASS (lum_side_box_parent_class)->dispose (object);
}

static void
lum_side_box_class_init (LumSideBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = lum_side_box_set_property;
  object_class->get_property = lum_side_box_get_property;
  object_class->dispose = lum_side_box_dispose;
  widget_class->measure = lum_side_box_measure;
  widget_class->size_allocate = lum_side_box_size_allocate;
  widget_class->get_request_mode = lum_side_box_get_request_mode;

  properties[PROP_START_CHILD] =
      g_param_spec_object ("start-child", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_END_CHILD] =
      g_param_spec_object ("end-child", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lum_side_box_init (LumSideBox *self)
{
}
