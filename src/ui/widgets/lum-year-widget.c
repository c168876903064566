/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-year-widget-private.h"

#include <math.h>

#include "lum-chart-look.h"
#include "lum-i18n.h"

G_DEFINE_FINAL_TYPE (LumYearWidget, lum_year_widget, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_YEAR, PROP_DAY, N_PROPS };

static GParamSpec *properties[N_PROPS];
static guint day_activated;

#define LEAST_WIDTH 200
#define NATURAL_WIDTH 640

LumChartRect
lum_year_widget_get_rect (LumYearWidget *self)
{
  return (LumChartRect){0, 0, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self))};
}

/* What is spoken for a focused widget is its label; so the label is the chosen day, where there is one. */
static void
update_label (LumYearWidget *self)
{
  g_autofree char *label = NULL;

  if (self->chart && self->day != LUM_DAY_NONE)
    label = lum_year_describe_day (self->chart, &self->view, self->day);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label ? label : _ ("Pain and runs of a year, day by day"), -1);
}

/* Something of the drawing is another: it is made anew, and may be of another height. */
static void
invalidate (LumYearWidget *self)
{
  g_autofree char *description = self->chart ? lum_year_describe (self->chart, &self->view) : g_strdup ("");

  g_clear_pointer (&self->node, gsk_render_node_unref);
  self->measured_width = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static LumDay
get_first_day (LumYearWidget *self)
{
  return lum_day_from_ymd (self->first_year, 1, 1);
}

static void
choose_day (LumYearWidget *self, LumDay day)
{
  int year;

  day = CLAMP (day, get_first_day (self), self->today);
  lum_day_to_ymd (day, &year, NULL, NULL);
  lum_year_widget_set_year (self, year);
  lum_year_widget_set_day (self, day);
}

/* The last day of the year that has come. */
static LumDay
get_newest (LumYearWidget *self)
{
  return MIN (lum_day_from_ymd (self->view.year, 12, 31), self->today);
}

void
lum_year_widget_move_day (LumYearWidget *self, int days)
{
  choose_day (self, self->day == LUM_DAY_NONE ? get_newest (self) : self->day + days);
}

/* To the same date of another year; at either end the year stays. */
void
lum_year_widget_move_year (LumYearWidget *self, int years)
{
  LumDay day = self->day;
  int year = self->view.year + years;

  if (year < self->first_year || year > self->last_year)
    return;
  if (day == LUM_DAY_NONE)
    lum_year_widget_set_year (self, year);
  else
    choose_day (self, lum_day_add_months (day, 12 * years));
}

void
lum_year_widget_go_to_end (LumYearWidget *self, gboolean newest)
{
  choose_day (self, newest ? get_newest (self) : lum_day_from_ymd (self->view.year, 1, 1));
}

void
lum_year_widget_activate_day (LumYearWidget *self)
{
  if (self->day != LUM_DAY_NONE)
    g_signal_emit (self, day_activated, 0, self->day);
}

/* --- looks --- */

static void
update_look (LumYearWidget *self)
{
  self->view.theme = lum_chart_look_get_theme (GTK_WIDGET (self));
  self->view.font_scale = lum_chart_look_get_font_scale (GTK_WIDGET (self));
  invalidate (self);
}

static GtkSizeRequestMode
lum_year_widget_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lum_year_widget_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  LumYearWidget *self = LUM_YEAR_WIDGET (widget);
  int width = for_size > 0 ? for_size : NATURAL_WIDTH;

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = LEAST_WIDTH;
    *natural = NATURAL_WIDTH;
    return;
  }
  if (self->measured_width != width) {
    self->measured_height = (int) ceil (lum_year_measure_height (&self->view, width));
    self->measured_width = width;
  }
  *minimum = *natural = self->measured_height;
}

static GskRenderNode *
draw_year (LumYearWidget *self, const LumChartRect *rect, const graphene_rect_t *bounds)
{
  GskRenderNode *node = gsk_cairo_node_new (bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  lum_year_draw (self->chart, cr, rect, &self->view, NULL);
  cairo_destroy (cr);
  self->n_drawn++;
  return node;
}

static void
lum_year_widget_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LumYearWidget *self = LUM_YEAR_WIDGET (widget);
  LumChartRect rect = lum_year_widget_get_rect (self);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) rect.width, (float) rect.height);
  int width = (int) rect.width, height = (int) rect.height;

  if (!self->chart || width <= 0 || height <= 0)
    return;
  if (self->node_width != width || self->node_height != height)
    g_clear_pointer (&self->node, gsk_render_node_unref);
  if (!self->node) {
    self->node = draw_year (self, &rect, &bounds);
    self->node_width = width;
    self->node_height = height;
  }
  gtk_snapshot_append_node (snapshot, self->node);

  if (self->day != LUM_DAY_NONE) {
    cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

    lum_year_draw_cursor (self->chart, cr, &rect, &self->view, self->day);
    cairo_destroy (cr);
  }
}

static gboolean
lum_year_widget_focus (GtkWidget *widget, GtkDirectionType direction)
{
  /* The arrows choose a day; only Tab leaves the year. */
  return !gtk_widget_has_focus (widget) && gtk_widget_grab_focus (widget);
}

static void
lum_year_widget_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lum_year_widget_parent_class)->root (widget);

  lum_chart_look_watch (widget, G_CALLBACK (update_look));
  update_look (LUM_YEAR_WIDGET (widget));
}

static void
lum_year_widget_unroot (GtkWidget *widget)
{
  lum_chart_look_unwatch (widget, update_look);

  GTK_WIDGET_CLASS (lum_year_widget_parent_class)->unroot (widget);
}

static void
lum_year_widget_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LumYearWidget *self = LUM_YEAR_WIDGET (object);

  switch (id) {
  case PROP_YEAR:
    g_value_set_int (value, self->view.year);
    break;
  case PROP_DAY:
    g_value_set_int (value, self->day);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
lum_year_widget_dispose (GObject *object)
{
  LumYearWidget *self = LUM_YEAR_WIDGET (object);

  g_clear_pointer (&self->chart, lum_chart_unref);
  g_clear_pointer (&self->node, gsk_render_node_unref);

  G_OBJECT_CLASS (lum_year_widget_parent_class)->dispose (object);
}

static void
lum_year_widget_class_init (LumYearWidgetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lum_year_widget_get_property;
  object_class->dispose = lum_year_widget_dispose;
  widget_class->get_request_mode = lum_year_widget_get_request_mode;
  widget_class->measure = lum_year_widget_measure;
  widget_class->snapshot = lum_year_widget_snapshot;
  widget_class->focus = lum_year_widget_focus;
  widget_class->root = lum_year_widget_root;
  widget_class->unroot = lum_year_widget_unroot;

  properties[PROP_YEAR] =
      g_param_spec_int ("year", NULL, NULL, G_MININT, G_MAXINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DAY] =
      g_param_spec_int ("day", NULL, NULL, G_MININT, G_MAXINT, LUM_DAY_NONE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  day_activated = g_signal_new ("day-activated", LUM_TYPE_YEAR_WIDGET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "lumyear");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
lum_year_widget_init (LumYearWidget *self)
{
  self->day = LUM_DAY_NONE;
  self->view = (LumYearView){.year = 1970, .today = LUM_DAY_NONE, .week_start = 1, .font_scale = 1};
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  lum_year_widget_add_controllers (self);
  update_label (self);
}

/* --- public --- */

GtkWidget *
lum_year_widget_new (void)
{
  return g_object_new (LUM_TYPE_YEAR_WIDGET, NULL);
}

/**
 * lum_year_widget_set_chart:
 * @chart: (nullable): what to show
 *
 * Shows another chart. The year and the chosen day stay where they are, if there still are such; who looked at the
 * newest year sees the newest one.
 */
void
lum_year_widget_set_chart (LumYearWidget *self, LumChart *chart)
{
  int newest = self->last_year, year;

  g_return_if_fail (LUM_IS_YEAR_WIDGET (self));

  if (chart)
    lum_chart_ref (chart);
  g_clear_pointer (&self->chart, lum_chart_unref);
  self->chart = chart;
  if (chart) {
    LumDay first;

    lum_chart_get_extent (chart, &first, &self->today);
    self->view.today = self->today;
    lum_year_get_extent (chart, &self->first_year, &self->last_year);
    year = self->view.year == newest ? self->last_year : self->view.year;
    self->view.year = newest == 0 ? self->last_year : CLAMP (year, self->first_year, self->last_year);
    if (self->day > self->today || self->day < get_first_day (self))
      self->day = LUM_DAY_NONE;
  }
  invalidate (self);
  update_label (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_YEAR]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

/**
 * lum_year_widget_set_look:
 * @week_start: 1 (Monday) to 7 (Sunday)
 */
void
lum_year_widget_set_look (LumYearWidget *self, LumUnits units, int week_start)
{
  g_return_if_fail (LUM_IS_YEAR_WIDGET (self));

  if (self->view.units == units && self->view.week_start == week_start)
    return;
  self->view.units = units;
  self->view.week_start = week_start;
  invalidate (self);
  update_label (self);
}

/**
 * lum_year_widget_get_extent:
 * @first: (out): the oldest year that can be shown
 * @last: (out): the newest one; both are 0 without a chart
 */
void
lum_year_widget_get_extent (LumYearWidget *self, int *first, int *last)
{
  g_return_if_fail (LUM_IS_YEAR_WIDGET (self));

  *first = self->first_year;
  *last = self->last_year;
}

int
lum_year_widget_get_year (LumYearWidget *self)
{
  g_return_val_if_fail (LUM_IS_YEAR_WIDGET (self), 0);

  return self->view.year;
}

/**
 * lum_year_widget_set_year:
 *
 * Shows a year, or the nearest that there is anything of. A chosen day of another one is given up.
 */
void
lum_year_widget_set_year (LumYearWidget *self, int year)
{
  int chosen;

  g_return_if_fail (LUM_IS_YEAR_WIDGET (self));

  year = CLAMP (year, self->first_year, self->last_year);
  if (!self->chart || self->view.year == year)
    return;
  self->view.year = year;
  if (self->day != LUM_DAY_NONE) {
    lum_day_to_ymd (self->day, &chosen, NULL, NULL);
    if (chosen != year)
      lum_year_widget_set_day (self, LUM_DAY_NONE);
  }
  invalidate (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_YEAR]);
}

LumDay
lum_year_widget_get_day (LumYearWidget *self)
{
  g_return_val_if_fail (LUM_IS_YEAR_WIDGET (self), LUM_DAY_NONE);

  return self->day;
}

/**
 * lum_year_widget_set_day:
 * @day: a day of the year that is shown, or %LUM_DAY_NONE
 *
 * Chooses a day: it is marked, read out and spoken.
 */
void
lum_year_widget_set_day (LumYearWidget *self, LumDay day)
{
  g_return_if_fail (LUM_IS_YEAR_WIDGET (self));

  if (self->day == day)
    return;
  self->day = day;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  update_label (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

/**
 * lum_year_widget_describe:
 *
 * Returns: (transfer full): the chosen day in words, else the year; empty without a chart
 */
char *
lum_year_widget_describe (LumYearWidget *self)
{
  g_return_val_if_fail (LUM_IS_YEAR_WIDGET (self), NULL);

  if (!self->chart)
    return g_strdup ("");
  return self->day == LUM_DAY_NONE ? lum_year_describe (self->chart, &self->view)
                                   : lum_year_describe_day (self->chart, &self->view, self->day);
}

/**
 * lum_year_widget_get_n_drawn:
 *
 * How many times the year itself was drawn: another chosen day must not add to it.
 */
guint
lum_year_widget_get_n_drawn (LumYearWidget *self)
{
  g_return_val_if_fail (LUM_IS_YEAR_WIDGET (self), 0);

  return self->n_drawn;
}
