/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-fit-bin.h"

struct _LumFitBin {
  GtkWidget parent_instance;

  GtkWidget *wide;
  GtkWidget *narrow;
  LumFitBinMake make_narrow; /* NULL once it is made */
  gpointer make_data;
  guint make_id;
  gboolean shows_narrow;
  guint notify_id;
};

G_DEFINE_FINAL_TYPE (LumFitBin, lum_fit_bin, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_WIDE_CHILD, PROP_NARROW_CHILD, PROP_NARROW, N_PROPS };

static GParamSpec *properties[N_PROPS];

static void
notify_later_cb (gpointer data)
{
  LumFitBin *self = data;

  self->notify_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static gboolean
notify_idle_cb (gpointer data)
{
  notify_later_cb (data);
  return G_SOURCE_REMOVE;
}

/* What follows "narrow" may ask for another size, which is not heard during an allocation: so it is told after it. */
static void
set_shows_narrow (LumFitBin *self, gboolean narrow)
{
  if (self->wide)
    gtk_widget_set_child_visible (self->wide, !narrow);
  if (self->narrow)
    gtk_widget_set_child_visible (self->narrow, narrow);
  if (self->shows_narrow == narrow)
    return;
  self->shows_narrow = narrow;
  if (self->notify_id == 0)
    self->notify_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, notify_idle_cb, self, NULL);
}

static gboolean
make_narrow_cb (gpointer data)
{
  LumFitBin *self = data;
  LumFitBinMake make = g_steal_pointer (&self->make_narrow);

  self->make_id = 0;
  g_object_set (self, "narrow-child", make (self->make_data), NULL);
  return G_SOURCE_REMOVE;
}

static void
lum_fit_bin_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  LumFitBin *self = LUM_FIT_BIN (widget);
  GtkWidget *narrow, *wide = self->wide ? self->wide : self->narrow;

  if (!wide)
    return;

  /* Before it is made, nothing is known of it but that it is narrow. */
  narrow = self->narrow ? self->narrow : self->wide;
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = 0;
    if (!self->make_narrow)
      gtk_widget_measure (narrow, orientation, -1, minimum, NULL, NULL, NULL);
    gtk_widget_measure (wide, orientation, -1, NULL, natural, NULL, NULL);
    *natural = MAX (*natural, *minimum);
    return;
  }

  int wide_width, narrow_min = 0, narrow_nat = 0, wide_min = 0, wide_nat = 0;

  gtk_widget_measure (wide, GTK_ORIENTATION_HORIZONTAL, -1, &wide_width, NULL, NULL, NULL);
  if (for_size < 0 || for_size >= wide_width)
    gtk_widget_measure (wide, orientation, for_size, &wide_min, &wide_nat, NULL, NULL);
  if (for_size < wide_width)
    gtk_widget_measure (narrow, orientation, narrow == wide ? -1 : for_size, &narrow_min, &narrow_nat, NULL, NULL);
  *minimum = MAX (narrow_min, wide_min);
  *natural = MAX (narrow_nat, wide_nat);
}

static void
lum_fit_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LumFitBin *self = LUM_FIT_BIN (widget);
  int wide_width = G_MAXINT;

  if (self->wide)
    gtk_widget_measure (self->wide, GTK_ORIENTATION_HORIZONTAL, -1, &wide_width, NULL, NULL, NULL);
  /* A child that comes during an allocation is not heard either: for one frame the wide one is cut off. */
  if (width < wide_width && self->make_narrow && !self->make_id)
    self->make_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, make_narrow_cb, self, NULL);
  set_shows_narrow (self, self->narrow && width < wide_width);

  GtkWidget *shown = self->shows_narrow ? self->narrow : self->wide;

  if (shown)
    gtk_widget_allocate (shown, self->make_narrow ? MAX (width, wide_width) : width, height, baseline, NULL);
}

static GtkSizeRequestMode
lum_fit_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
set_child (LumFitBin *self, GtkWidget **place, GtkWidget *child)
{
  g_clear_pointer (place, gtk_widget_unparent);
  if (child) {
    *place = child;
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  }
}

static void
lum_fit_bin_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LumFitBin *self = LUM_FIT_BIN (object);

  switch (id) {
  case PROP_WIDE_CHILD:
    set_child (self, &self->wide, g_value_get_object (value));
    break;
  case PROP_NARROW_CHILD:
    set_child (self, &self->narrow, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
lum_fit_bin_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LumFitBin *self = LUM_FIT_BIN (object);

  switch (id) {
  case PROP_WIDE_CHILD:
    g_value_set_object (value, self->wide);
    break;
  case PROP_NARROW_CHILD:
    g_value_set_object (value, self->narrow);
    break;
  case PROP_NARROW:
    g_value_set_boolean (value, self->shows_narrow);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
lum_fit_bin_dispose (GObject *object)
{
  LumFitBin *self = LUM_FIT_BIN (object);

  g_clear_handle_id (&self->notify_id, g_source_remove);
  g_clear_handle_id (&self->make_id, g_source_remove);
  g_clear_pointer (&self->wide, gtk_widget_unparent);
  g_clear_pointer (&self->narrow, gtk_widget_unparent);

  G_OBJECT_CLASS (lum_fit_bin_parent_class)->dispose (object);
}

static void
lum_fit_bin_class_init (LumFitBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = lum_fit_bin_set_property;
  object_class->get_property = lum_fit_bin_get_property;
  object_class->dispose = lum_fit_bin_dispose;
  widget_class->measure = lum_fit_bin_measure;
  widget_class->size_allocate = lum_fit_bin_size_allocate;
  widget_class->get_request_mode = lum_fit_bin_get_request_mode;

  properties[PROP_WIDE_CHILD] =
      g_param_spec_object ("wide-child", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW_CHILD] =
      g_param_spec_object ("narrow-child", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lum_fit_bin_init (LumFitBin *self)
{
}

GtkWidget *
lum_fit_bin_new (GtkWidget *wide, GtkWidget *narrow)
{
  return g_object_new (LUM_TYPE_FIT_BIN, "wide-child", wide, "narrow-child", narrow, NULL);
}

/**
 * lum_fit_bin_set_make_narrow:
 * @make: called once, when there is no room for the wide child
 *
 * Has the narrow child made when it is needed. The bin asks for no width of its own until then.
 */
void
lum_fit_bin_set_make_narrow (LumFitBin *self, LumFitBinMake make, gpointer user_data)
{
  g_return_if_fail (LUM_IS_FIT_BIN (self));

  self->make_narrow = make;
  self->make_data = user_data;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * lum_fit_bin_get_narrow:
 *
 * Whether the narrow child is the one that is shown.
 */
gboolean
lum_fit_bin_get_narrow (LumFitBin *self)
{
  g_return_val_if_fail (LUM_IS_FIT_BIN (self), FALSE);

  return self->shows_narrow;
}
