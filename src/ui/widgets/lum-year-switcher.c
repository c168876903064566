/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-year-switcher.h"

#include "lum-axis.h"
#include "lum-i18n.h"

struct _LumYearSwitcher {
  AdwBin parent_instance;

  LumYearWidget *year_widget;
  GtkWidget *previous, *next;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (LumYearSwitcher, lum_year_switcher, ADW_TYPE_BIN)

enum { PROP_0, PROP_YEAR_WIDGET, N_PROPS };

static GParamSpec *properties[N_PROPS];

static void
update (LumYearSwitcher *self)
{
  int year = lum_year_widget_get_year (self->year_widget), first, last;
  g_autofree char *text = lum_time_step_label ((LumTimeStep){LUM_TIME_YEAR, 1}, lum_day_from_ymd (year, 1, 1));

  lum_year_widget_get_extent (self->year_widget, &first, &last);
  gtk_label_set_text (self->label, text);
  gtk_widget_set_visible (self->previous, first < last);
  gtk_widget_set_visible (self->next, first < last);
  gtk_widget_set_sensitive (self->previous, year > first);
  gtk_widget_set_sensitive (self->next, year < last);
}

static void
previous_cb (LumYearSwitcher *self)
{
  lum_year_widget_set_year (self->year_widget, lum_year_widget_get_year (self->year_widget) - 1);
}

static void
next_cb (LumYearSwitcher *self)
{
  lum_year_widget_set_year (self->year_widget, lum_year_widget_get_year (self->year_widget) + 1);
}

static void
lum_year_switcher_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_YEAR_WIDGET:
    lum_year_switcher_set_year_widget (LUM_YEAR_SWITCHER (object), g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
lum_year_switcher_dispose (GObject *object)
{
  g_clear_object (&LUM_YEAR_SWITCHER (object)->year_widget);

  G_OBJECT_CLASS (lum_year_switcher_parent_class)->dispose (object);
}

static void
lum_year_switcher_class_init (LumYearSwitcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = lum_year_switcher_set_property;
  object_class->dispose = lum_year_switcher_dispose;

  properties[PROP_YEAR_WIDGET] =
      g_param_spec_object ("year-widget", NULL, NULL, LUM_TYPE_YEAR_WIDGET, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkWidget *
create_button (LumYearSwitcher *self, const char *icon, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
lum_year_switcher_init (LumYearSwitcher *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->previous = create_button (self, "go-previous-symbolic", _ ("Previous Year"), G_CALLBACK (previous_cb));
  self->next = create_button (self, "go-next-symbolic", _ ("Next Year"), G_CALLBACK (next_cb));
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_width_chars (self->label, 6);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  for (GtkWidget **each = (GtkWidget *[]){self->previous, GTK_WIDGET (self->label), self->next, NULL}; *each; each++) {
    /* Time runs from left to right in every locale: the arrows point along the drawing. */
    gtk_widget_set_direction (*each, GTK_TEXT_DIR_LTR);
    gtk_box_append (GTK_BOX (box), *each);
  }
  gtk_widget_set_direction (gtk_widget_get_first_child (self->previous), GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (gtk_widget_get_first_child (self->next), GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (box, GTK_TEXT_DIR_LTR);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * lum_year_switcher_set_year_widget:
 * @year_widget: the year that the buttons turn; set once
 */
void
lum_year_switcher_set_year_widget (LumYearSwitcher *self, LumYearWidget *year_widget)
{
  g_return_if_fail (LUM_IS_YEAR_SWITCHER (self) && LUM_IS_YEAR_WIDGET (year_widget) && !self->year_widget);

  self->year_widget = g_object_ref (year_widget);
  g_signal_connect_object (year_widget, "notify::year", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
