/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-chart-widget-private.h"

#include <math.h>

#include "lum-chart-look.h"
#include "lum-i18n.h"

G_DEFINE_FINAL_TYPE (LumChartWidget, lum_chart_widget, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_CROSSHAIR, N_PROPS };
enum { RANGE_CHANGED, DAY_ACTIVATED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

#define USUAL_DAYS 14 /* can be seen however little there is */
#define NATURAL_WIDTH 640
#define LEAST_WIDTH 240
#define LEAST_HEIGHT 320
#define NATURAL_HEIGHT 440

static void
invalidate (LumChartWidget *self)
{
  self->stale = TRUE;
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The layout of what is shown, made where something changed since the last one; NULL where nothing can be shown. */
LumChartLayout *
lum_chart_widget_get_layout (LumChartWidget *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  g_autoptr (LumChartLayout) before = NULL;

  if (!self->chart || width <= 0 || height <= 0)
    return NULL;
  if (self->layout && !self->stale && self->layout_width == width && self->layout_height == height)
    return self->layout;
  before = self->layout;
  self->layout = lum_chart_layout_new (self->chart, &(LumChartRect){0, 0, width, height}, &self->view, before);
  self->layout_width = width;
  self->layout_height = height;
  self->stale = FALSE;
  self->n_laid_out++;
  g_clear_pointer (&self->node, gsk_render_node_unref);
  return self->layout;
}

/* What is spoken for a focused widget is its label; so the label is the day under the crosshair, where there is one. */
static void
update_label (LumChartWidget *self)
{
  g_autofree char *day = NULL;
  const char *label = _ ("Pain and running over time");

  if (self->chart && self->crosshair != LUM_DAY_NONE) {
    day = lum_chart_describe_day (self->chart, &self->view, self->crosshair);
    label = day;
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
update_description (LumChartWidget *self)
{
  g_autofree char *description = self->chart ? lum_chart_describe (self->chart, &self->view) : g_strdup ("");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

/* A range that lies within what there is, if it is not wider than that. */
static void
clamp_range (LumChartWidget *self, double *first, double *last)
{
  double span = MAX (*last - *first, LEAST_DAYS - 1);
  double most = MAX (self->extent_last - self->extent_first, LEAST_DAYS - 1);

  if (span >= most) {
    *last = self->extent_last;
    *first = *last - most;
    return;
  }
  *first = CLAMP (*first, self->extent_last - most, self->extent_last - span);
  *last = *first + span;
}

static gboolean
set_range (LumChartWidget *self, double first, double last)
{
  clamp_range (self, &first, &last);
  if (fabs (first - self->view.first) < 1e-9 && fabs (last - self->view.last) < 1e-9)
    return FALSE;
  self->view.first = first;
  self->view.last = last;
  invalidate (self);
  update_description (self);
  return TRUE;
}

void
lum_chart_widget_move_range (LumChartWidget *self, double first, double last)
{
  if (set_range (self, first, last))
    g_signal_emit (self, signals[RANGE_CHANGED], 0);
}

void
lum_chart_widget_activate_day (LumChartWidget *self)
{
  if (self->crosshair != LUM_DAY_NONE)
    g_signal_emit (self, signals[DAY_ACTIVATED], 0, self->crosshair);
}

/* --- looks --- */

static void
update_look (LumChartWidget *self)
{
  self->view.theme = lum_chart_look_get_theme (GTK_WIDGET (self));
  self->view.font_scale = lum_chart_look_get_font_scale (GTK_WIDGET (self));
  invalidate (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
lum_chart_widget_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  LumChartWidget *self = LUM_CHART_WIDGET (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = LEAST_WIDTH;
    *natural = NATURAL_WIDTH;
  } else {
    double scale = MIN (MAX (self->view.font_scale, 1.0), 1.6);

    /* A narrow window is a small one: the chart leaves room for what is below. It stands in a page that scrolls, which
     * gives it no more than its minimum. */
    *minimum = (int) ((for_size > 0 && for_size < NATURAL_WIDTH ? LEAST_HEIGHT : NATURAL_HEIGHT) * scale);
    *natural = *minimum;
  }
}

static GtkSizeRequestMode
lum_chart_widget_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A small node of its own: what a moving crosshair costs. */
static void
draw_part (LumChartWidget *self,
           GtkSnapshot *snapshot,
           const LumChartRect *rect,
           void (*draw) (LumChartLayout *, cairo_t *, LumDay))
{
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) rect->x, (float) rect->y, (float) rect->width, (float) rect->height));

  draw (self->layout, cr, self->crosshair);
  cairo_destroy (cr);
}

static void
lum_chart_widget_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LumChartWidget *self = LUM_CHART_WIDGET (widget);
  LumChartLayout *layout = lum_chart_widget_get_layout (self);
  LumChartRect line, readout;

  if (!layout)
    return;

  if (!self->node) {
    cairo_t *cr;

    self->node =
        gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float) self->layout_width, (float) self->layout_height));
    cr = gsk_cairo_node_get_draw_context (self->node);
    lum_chart_layout_draw (layout, cr, &self->stats);
    cairo_destroy (cr);
    self->n_drawn++;
  }
  gtk_snapshot_append_node (snapshot, self->node);

  if (self->crosshair == LUM_DAY_NONE)
    return;
  lum_chart_layout_get_line_rect (layout, self->crosshair, &line);
  draw_part (self, snapshot, &line, lum_chart_layout_draw_line);
  lum_chart_layout_get_readout_rect (layout, self->crosshair, &readout);
  draw_part (self, snapshot, &readout, lum_chart_layout_draw_readout);
}

static gboolean
lum_chart_widget_focus (GtkWidget *widget, GtkDirectionType direction)
{
  /* Left and Right move the crosshair; only Tab leaves the chart. */
  if (gtk_widget_has_focus (widget))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

static void
lum_chart_widget_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lum_chart_widget_parent_class)->root (widget);

  lum_chart_look_watch (widget, G_CALLBACK (update_look));
  update_look (LUM_CHART_WIDGET (widget));
}

static void
lum_chart_widget_unroot (GtkWidget *widget)
{
  lum_chart_look_unwatch (widget, update_look);

  GTK_WIDGET_CLASS (lum_chart_widget_parent_class)->unroot (widget);
}

/* A day that was pointed at before another page was opened is no longer pointed at. */
static void
lum_chart_widget_unmap (GtkWidget *widget)
{
  LumChartWidget *self = LUM_CHART_WIDGET (widget);

  lum_chart_widget_stop (self);
  if (!gtk_widget_has_focus (widget) || !gtk_window_get_focus_visible (GTK_WINDOW (gtk_widget_get_root (widget))))
    lum_chart_widget_set_crosshair (self, LUM_DAY_NONE);

  GTK_WIDGET_CLASS (lum_chart_widget_parent_class)->unmap (widget);
}

static void
lum_chart_widget_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LumChartWidget *self = LUM_CHART_WIDGET (object);

  switch (id) {
  case PROP_CROSSHAIR:
    g_value_set_int (value, self->crosshair);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
lum_chart_widget_dispose (GObject *object)
{
  LumChartWidget *self = LUM_CHART_WIDGET (object);

  lum_chart_widget_stop (self);
  g_clear_pointer (&self->layout, lum_chart_layout_free);
  g_clear_pointer (&self->chart, lum_chart_unref);
  g_clear_pointer (&self->node, gsk_render_node_unref);

  G_OBJECT_CLASS (lum_chart_widget_parent_class)->dispose (object);
}

static void
lum_chart_widget_class_init (LumChartWidgetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lum_chart_widget_get_property;
  object_class->dispose = lum_chart_widget_dispose;
  widget_class->get_request_mode = lum_chart_widget_get_request_mode;
  widget_class->measure = lum_chart_widget_measure;
  widget_class->snapshot = lum_chart_widget_snapshot;
  widget_class->focus = lum_chart_widget_focus;
  widget_class->root = lum_chart_widget_root;
  widget_class->unroot = lum_chart_widget_unroot;
  widget_class->unmap = lum_chart_widget_unmap;

  properties[PROP_CROSSHAIR] = g_param_spec_int ("crosshair", NULL, NULL, G_MININT, G_MAXINT, LUM_DAY_NONE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[RANGE_CHANGED] =
      g_signal_new ("range-changed", LUM_TYPE_CHART_WIDGET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DAY_ACTIVATED] = g_signal_new ("day-activated", LUM_TYPE_CHART_WIDGET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "lumchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
lum_chart_widget_init (LumChartWidget *self)
{
  self->crosshair = LUM_DAY_NONE;
  self->view.week_start = 1;
  self->view.font_scale = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  lum_chart_widget_add_controllers (self);
  update_label (self);
}

/* --- public --- */

GtkWidget *
lum_chart_widget_new (void)
{
  return g_object_new (LUM_TYPE_CHART_WIDGET, NULL);
}

/**
 * lum_chart_widget_set_chart:
 * @chart: (nullable): what to show
 * @today: the newest day that panning reaches, unless the chart goes further
 *
 * Shows another chart; the range and the crosshair stay where they are.
 */
void
lum_chart_widget_set_chart (LumChartWidget *self, LumChart *chart, LumDay today)
{
  g_return_if_fail (LUM_IS_CHART_WIDGET (self));

  /* The same one on the same day: what is drawn stays. */
  if (chart && chart == self->chart && today == self->today)
    return;
  self->today = today;
  if (chart)
    lum_chart_ref (chart);
  g_clear_pointer (&self->chart, lum_chart_unref);
  self->chart = chart;
  self->extent_last = today;
  self->extent_first = today - (USUAL_DAYS - 1);
  if (chart) {
    LumDay first = LUM_DAY_NONE, last = LUM_DAY_NONE;

    lum_chart_get_extent (chart, &first, &last);
    if (first != LUM_DAY_NONE)
      self->extent_first = MIN (first, self->extent_first);
    if (last != LUM_DAY_NONE)
      self->extent_last = MAX (last, today);
  }
  if (self->crosshair != LUM_DAY_NONE && (self->crosshair < self->extent_first || self->crosshair > self->extent_last))
    self->crosshair = LUM_DAY_NONE;
  invalidate (self);
  update_description (self);
  update_label (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CROSSHAIR]);
}

/**
 * lum_chart_widget_set_range:
 * @first: a civil day
 * @last: a civil day, inclusive
 *
 * Shows these days, as far as there are any. Does not emit "range-changed".
 */
void
lum_chart_widget_set_range (LumChartWidget *self, double first, double last)
{
  g_return_if_fail (LUM_IS_CHART_WIDGET (self));

  set_range (self, first, last);
}

void
lum_chart_widget_get_range (LumChartWidget *self, double *first, double *last)
{
  g_return_if_fail (LUM_IS_CHART_WIDGET (self));

  if (first)
    *first = self->view.first;
  if (last)
    *last = self->view.last;
}

/**
 * lum_chart_widget_set_look:
 * @week_start: 1 (Monday) to 7 (Sunday)
 *
 * What the lower panel counts, and in which units.
 */
void
lum_chart_widget_set_look (LumChartWidget *self, LumChartLoad load, LumUnits units, int week_start)
{
  g_return_if_fail (LUM_IS_CHART_WIDGET (self));

  if (self->view.load == load && self->view.units == units && self->view.week_start == week_start)
    return;
  self->view.load = load;
  self->view.units = units;
  self->view.week_start = week_start;
  invalidate (self);
  update_description (self);
  update_label (self);
}

/**
 * lum_chart_widget_get_view:
 *
 * Returns: (transfer none): how the chart is shown now
 */
const LumChartView *
lum_chart_widget_get_view (LumChartWidget *self)
{
  g_return_val_if_fail (LUM_IS_CHART_WIDGET (self), NULL);

  return &self->view;
}

LumDay
lum_chart_widget_get_crosshair (LumChartWidget *self)
{
  g_return_val_if_fail (LUM_IS_CHART_WIDGET (self), LUM_DAY_NONE);

  return self->crosshair;
}

/**
 * lum_chart_widget_set_crosshair:
 * @day: a day, or %LUM_DAY_NONE for no crosshair
 */
void
lum_chart_widget_set_crosshair (LumChartWidget *self, LumDay day)
{
  g_return_if_fail (LUM_IS_CHART_WIDGET (self));

  if (self->crosshair == day)
    return;
  self->crosshair = day;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  update_label (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CROSSHAIR]);
}

/**
 * lum_chart_widget_describe:
 *
 * Returns: (transfer full): what is shown, in a sentence
 */
char *
lum_chart_widget_describe (LumChartWidget *self)
{
  g_return_val_if_fail (LUM_IS_CHART_WIDGET (self), NULL);

  return self->chart ? lum_chart_describe (self->chart, &self->view) : g_strdup ("");
}

/**
 * lum_chart_widget_describe_day:
 *
 * Returns: (transfer full): what is known of a day
 */
char *
lum_chart_widget_describe_day (LumChartWidget *self, LumDay day)
{
  g_return_val_if_fail (LUM_IS_CHART_WIDGET (self), NULL);

  return self->chart ? lum_chart_describe_day (self->chart, &self->view, day) : g_strdup ("");
}

/**
 * lum_chart_widget_get_n_drawn:
 *
 * How many times the chart itself was drawn: a moving crosshair must not add to it.
 */
guint
lum_chart_widget_get_n_drawn (LumChartWidget *self)
{
  g_return_val_if_fail (LUM_IS_CHART_WIDGET (self), 0);

  return self->n_drawn;
}

/**
 * lum_chart_widget_get_n_laid_out:
 *
 * How many times a view was laid out: pointing, pressing and drawing the same view must not add to it.
 */
guint
lum_chart_widget_get_n_laid_out (LumChartWidget *self)
{
  g_return_val_if_fail (LUM_IS_CHART_WIDGET (self), 0);

  return self->n_laid_out;
}

/**
 * lum_chart_widget_get_stats:
 *
 * Returns: (transfer none): what the last drawing of the chart drew
 */
const LumChartStats *
lum_chart_widget_get_stats (LumChartWidget *self)
{
  g_return_val_if_fail (LUM_IS_CHART_WIDGET (self), NULL);

  return &self->stats;
}
