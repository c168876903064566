/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-frame.h"

#include <math.h>
#include <string.h>

#include "layers/lum-layer.h"
#include "lum-i18n.h"

#define FONT_SIZE 12.0
#define GAP 8.0
#define LEAST_GUTTER_CHARS 3 /* “0.5” */
#define LEAST_HEIGHT_FOR_LANES 18
#define HEADROOM 1.12 /* above the highest bar, for the mark of a spike */

static double
get_load_factor (LumChartLoad load, LumUnits units, gboolean hours)
{
  switch (load) {
  case LUM_CHART_LOAD_DISTANCE:
  case LUM_CHART_LOAD_WEEKLY:
    return 1 / (units == LUM_UNITS_IMPERIAL ? LUM_METRES_PER_MILE : 1000);
  case LUM_CHART_LOAD_DURATION:
    return hours ? 1.0 / 60 : 1;
  case LUM_CHART_LOAD_EFFORT:
  default:
    return 1;
  }
}

/* The whole heading of the running panel's unit; whole phrases, because word order differs. */
static char *
describe_unit (LumChartLoad load, LumUnits units, gboolean hours, LumBarUnit unit)
{
  static const char *const texts[][5] = {
      {NC_ ("chart unit", "km a day"), NC_ ("chart unit", "km a week"), NC_ ("chart unit", "km a month"),
       NC_ ("chart unit", "km a quarter"), NC_ ("chart unit", "km a year")},
      {NC_ ("chart unit", "miles a day"), NC_ ("chart unit", "miles a week"), NC_ ("chart unit", "miles a month"),
       NC_ ("chart unit", "miles a quarter"), NC_ ("chart unit", "miles a year")},
      {NC_ ("chart unit", "minutes a day"), NC_ ("chart unit", "minutes a week"), NC_ ("chart unit", "minutes a month"),
       NC_ ("chart unit", "minutes a quarter"), NC_ ("chart unit", "minutes a year")},
      {NC_ ("chart unit", "hours a day"), NC_ ("chart unit", "hours a week"), NC_ ("chart unit", "hours a month"),
       NC_ ("chart unit", "hours a quarter"), NC_ ("chart unit", "hours a year")},
      {NC_ ("chart unit", "effort × minutes a day"), NC_ ("chart unit", "effort × minutes a week"),
       NC_ ("chart unit", "effort × minutes a month"), NC_ ("chart unit", "effort × minutes a quarter"),
       NC_ ("chart unit", "effort × minutes a year")},
  };
  guint row = load == LUM_CHART_LOAD_EFFORT     ? 4
              : load == LUM_CHART_LOAD_DURATION ? (hours ? 3 : 2)
              : units == LUM_UNITS_IMPERIAL     ? 1
                                                : 0;

  return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "chart unit", texts[row][unit]));
}

static gboolean
has_hours (const LumFrame *self)
{
  return self->view->load == LUM_CHART_LOAD_DURATION && self->bar_unit != LUM_BAR_DAY;
}

static void
init_bars (LumFrame *self, double plot_height)
{
  double highest = 0;
  gboolean hours = has_hours (self);
  static const double usual[] = {10000, 60, 300, 30000};

  self->bars = lum_bars_new (self->series, self->view->load, self->bar_unit, self->view->week_start, self->first_day,
                             self->last_day);
  self->load_factor = get_load_factor (self->view->load, self->view->units, hours);
  for (guint i = 0; i < self->bars->len; i++) {
    LumBar *bar = &g_array_index (self->bars, LumBar, i);

    bar->value *= self->load_factor;
    highest = MAX (highest, bar->value);
    bar->usual = self->view->load == LUM_CHART_LOAD_WEEKLY && self->bar_unit == LUM_BAR_WEEK
                     ? lum_series_get_usual (self->series, self->view->load, bar->first) * self->load_factor
                     : NAN;
    if (!isnan (bar->usual))
      highest = MAX (highest, bar->usual);
  }
  self->load_axis = lum_value_axis_new (highest * HEADROOM, usual[self->view->load] * self->load_factor,
                                        CLAMP ((int) (plot_height / (self->line_height * 1.9)), 1, 5));
  self->panels[LUM_PANEL_RUNNING].unit = describe_unit (self->view->load, self->view->units, hours, self->bar_unit);
}

/* As wide as the widest label that any view of this width and span may have, in steps of a digit: the day under the
 * pointer keeps its place while the view is panned. */
static double
get_gutter (LumFrame *self)
{
  gboolean hours = has_hours (self);
  double most = lum_series_get_highest (self->series, self->view->load, self->bar_unit) *
                get_load_factor (self->view->load, self->view->units, hours);
  LumValueAxis axis = lum_value_axis_new (most * HEADROOM, 1, 1);
  g_autofree char *top = lum_format_number (axis.max, axis.decimals);
  g_autofree char *shown = lum_format_number (self->load_axis.max, self->load_axis.decimals);
  glong chars = MAX (g_utf8_strlen (top, -1), g_utf8_strlen (shown, -1));

  return lum_text_measure (self->text, "0", LUM_TEXT_PLAIN) * MAX (LEAST_GUTTER_CHARS, (int) chars) + GAP;
}

/**
 * lum_frame_init:
 * @self: (out caller-allocates): clear it with lum_frame_clear()
 * @text: (nullable): a pen that has drawn such a view before; only one of the right size is taken
 *
 * The horizontal geometry of a view: enough to find a day's place and the day at a place.
 */
void
lum_frame_init (LumFrame *self,
                const LumSeries *series,
                const LumChartRect *rect,
                const LumChartView *view,
                LumText *text)
{
  double scale = view->font_scale > 0 ? view->font_scale : 1;
  double gutter;

  memset (self, 0, sizeof *self);
  self->series = series;
  self->view = view;
  self->theme = lum_chart_theme_get (view->theme);
  self->rect = *rect;
  self->text =
      text && lum_text_get_size (text) == FONT_SIZE * scale ? lum_text_ref (text) : lum_text_new (FONT_SIZE * scale);
  self->n_shaped_before = lum_text_get_n_shaped (self->text);
  self->line_height = lum_text_get_line_height (self->text);
  for (guint i = 0; i < LUM_N_PANELS; i++)
    self->panels[i].key = g_array_new (FALSE, FALSE, sizeof (LumKeyEntry));

  self->days = MAX (view->last + 1 - view->first, 1);
  self->first_day = (LumDay) MAX (floor (view->first), series->first);
  self->last_day = (LumDay) MIN (floor (view->last + 1 - 1e-9), series->last);

  /* How many bars there are depends on the width, which depends on the gutter: a first guess settles it. */
  self->width = MAX (rect->width - 5 * self->line_height, 20);
  self->px_per_day = self->width / self->days;
  self->bar_unit = lum_bar_unit_for (self->days, self->px_per_day);
  if (view->load == LUM_CHART_LOAD_WEEKLY)
    self->bar_unit = MAX (self->bar_unit, LUM_BAR_WEEK);
  init_bars (self, rect->height * 0.25);
  gutter = get_gutter (self);
  self->left = rect->x + gutter;
  self->width = MAX (rect->width - gutter - GAP, 20);
  self->px_per_day = self->width / self->days;
  self->bin_days = lum_bin_days_for (self->days, self->px_per_day);
}

/**
 * lum_frame_fill:
 *
 * The rest of the layout: keys, panels and the ticks of time.
 */
void
lum_frame_fill (LumFrame *self)
{
  LumPanel *pain = &self->panels[LUM_PANEL_PAIN], *running = &self->panels[LUM_PANEL_RUNNING];
  double y = self->rect.y, heights, axis, lane, lanes;
  double space = self->line_height * 0.45;

  lane = lum_frame_get_lane_height (self);
  lanes = lum_frame_count_lanes (self) * lane;
  self->lanes.height = lanes; /* for the keys, which do not name what is labelled there */
  self->bins = lum_bins_new (self->series, self->first_day, self->last_day, self->bin_days);
  pain->heading = _ ("Pain");
  /* Translators: the scale of pain scores, after the heading “Pain” */
  pain->unit = g_strdup (_ ("0–10"));
  running->heading = _ ("Running");
  for (const LumLayer *const *layer = lum_layers; *layer; layer++)
    if ((*layer)->add_keys)
      (*layer)->add_keys (self);

  axis = 2 * self->line_height + space;
  heights = lum_frame_place_heading (self, pain, 0) + lum_frame_place_heading (self, running, 0);
  heights = MAX (self->rect.height - heights - axis - lanes - 5 * space, 40);

  lum_frame_place_heading (self, pain, y);
  y += pain->title.height + 1.6 * space;
  pain->plot = (LumChartRect){self->left, y, self->width, heights * 0.62};
  y += pain->plot.height;
  self->lanes = (LumChartRect){self->left, y + (lanes > 0 ? 0.6 * space : 0), self->width, lanes};
  y += lanes + 2 * space;
  lum_frame_place_heading (self, running, y);
  y += running->title.height + space;
  running->plot = (LumChartRect){self->left, y, self->width, heights * 0.38};
  y += running->plot.height + space * 0.6;
  self->axis_y = y;

  self->pain_step = pain->plot.height / 5 >= self->line_height * 1.3 ? 2 : 5;
  lum_frame_place_time (self);
}

void
lum_frame_clear (LumFrame *self)
{
  g_clear_pointer (&self->text, lum_text_unref);
  g_clear_pointer (&self->bins, g_array_unref);
  g_clear_pointer (&self->bars, g_array_unref);
  g_clear_pointer (&self->ticks, g_array_unref);
  g_clear_pointer (&self->contexts, g_array_unref);
  for (guint i = 0; i < LUM_N_PANELS; i++) {
    g_clear_pointer (&self->panels[i].key, g_array_unref);
    g_clear_pointer (&self->panels[i].unit, g_free);
  }
}

/**
 * lum_frame_get_x:
 * @day: a civil day, with its fraction
 *
 * Where a moment lies: a whole number is the left edge of its day.
 */
double
lum_frame_get_x (const LumFrame *self, double day)
{
  return self->left + (day - self->view->first) * self->px_per_day;
}

double
lum_frame_get_middle (const LumFrame *self, LumDay day)
{
  return lum_frame_get_x (self, day + 0.5);
}

double
lum_frame_get_pain_y (const LumFrame *self, double score)
{
  const LumChartRect *plot = &self->panels[LUM_PANEL_PAIN].plot;

  return plot->y + plot->height * (1 - score / 10);
}

/**
 * lum_frame_get_load_y:
 * @value: in the axis' unit
 */
double
lum_frame_get_load_y (const LumFrame *self, double value)
{
  const LumChartRect *plot = &self->panels[LUM_PANEL_RUNNING].plot;

  return plot->y + plot->height * (1 - value / self->load_axis.max);
}

double
lum_frame_get_dot_radius (const LumFrame *self)
{
  return CLAMP (self->px_per_day * 0.34, 1.7, 4.2) * (self->theme->line > 1 ? 1.15 : 1);
}

/**
 * lum_frame_get_lane_height:
 *
 * How high a row of what was tried is, below the pain panel.
 */
double
lum_frame_get_lane_height (const LumFrame *self)
{
  return self->line_height + LUM_CARE_LINE + 3;
}

/**
 * lum_frame_count_lanes:
 *
 * How many rows what was tried takes: as many in every view of a diary, so that panning moves nothing up or down.
 */
int
lum_frame_count_lanes (const LumFrame *self)
{
  int lanes = 0;

  /* A small chart keeps its room for the panels. */
  if (self->rect.height < LEAST_HEIGHT_FOR_LANES * self->line_height)
    return 0;
  for (guint i = 0; i < self->series->care->len; i++)
    lanes = MAX (lanes, g_array_index (self->series->care, LumCare, i).lane + 1);
  return lanes;
}

void
lum_frame_count (LumFrame *self, guint marks)
{
  self->stats.marks += marks;
}
