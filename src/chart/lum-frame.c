/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-frame.h"

#include <math.h>
#include <string.h>

#include "layers/lum-layer.h"
#include "lum-i18n.h"

#define FONT_SIZE 12.0
#define GAP 8.0
#define MOST_KEY_ROWS 3

static double
get_load_factor (LumChartLoad load, LumUnits units, gboolean hours)
{
  switch (load) {
  case LUM_CHART_LOAD_DISTANCE:
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

static void
init_bars (LumFrame *self, double plot_height)
{
  double highest = 0;
  gboolean hours = self->view->load == LUM_CHART_LOAD_DURATION && self->bar_unit != LUM_BAR_DAY;
  static const double usual[] = {10000, 60, 300};

  self->bars = lum_bars_new (self->series, self->view->load, self->bar_unit, self->view->week_start, self->first_day,
                             self->last_day);
  self->load_factor = get_load_factor (self->view->load, self->view->units, hours);
  for (guint i = 0; i < self->bars->len; i++) {
    LumBar *bar = &g_array_index (self->bars, LumBar, i);

    bar->value *= self->load_factor;
    highest = MAX (highest, bar->value);
  }
  /* Room above the highest bar for the mark of a spike. */
  self->load_axis = lum_value_axis_new (highest * 1.12, usual[self->view->load] * self->load_factor,
                                        CLAMP ((int) (plot_height / (self->line_height * 1.9)), 1, 5));
  self->panels[LUM_PANEL_RUNNING].unit = describe_unit (self->view->load, self->view->units, hours, self->bar_unit);
}

/**
 * lum_frame_init:
 * @self: (out caller-allocates): clear it with lum_frame_clear()
 *
 * The horizontal geometry of a view: enough to find a day's place and the day at a place.
 */
void
lum_frame_init (LumFrame *self, const LumSeries *series, const LumChartRect *rect, const LumChartView *view)
{
  g_autofree char *top = NULL;
  double scale = view->font_scale > 0 ? view->font_scale : 1;
  double gutter;

  memset (self, 0, sizeof *self);
  self->series = series;
  self->view = view;
  self->theme = lum_chart_theme_get (view->theme);
  self->rect = *rect;
  self->text = lum_text_new (FONT_SIZE * scale);
  self->line_height = lum_text_get_line_height (self->text);
  for (guint i = 0; i < LUM_N_PANELS; i++)
    self->panels[i].key = g_array_new (FALSE, FALSE, sizeof (LumKeyEntry));

  self->days = MAX (view->last + 1 - view->first, 1);
  self->first_day = (LumDay) MAX (floor (view->first), series->first);
  self->last_day = (LumDay) MIN (floor (view->last + 1 - 1e-9), series->last);

  /* The gutter is as wide as its widest label, in steps of a digit, so that it seldom moves while panning. How many
   * bars there are depends on the width, which depends on the gutter: a first guess settles it. */
  self->width = MAX (rect->width - 5 * self->line_height, 20);
  self->px_per_day = self->width / self->days;
  self->bar_unit = lum_bar_unit_for (self->days, self->px_per_day);
  init_bars (self, rect->height * 0.25);
  top = lum_format_number (self->load_axis.max, self->load_axis.decimals);
  gutter = lum_text_measure (self->text, "0", LUM_TEXT_PLAIN) * MAX (2, (int) g_utf8_strlen (top, -1)) + GAP;

  self->left = rect->x + gutter;
  self->width = MAX (rect->width - gutter - GAP, 20);
  self->px_per_day = self->width / self->days;
  self->bin_days = lum_bin_days_for (self->days, self->px_per_day);
}

/* The key of a panel: behind the heading where it fits, else in rows of its own below. Entries that do not even fit
 * there are left out; the crosshair and the table say the same. */
static double
place_heading (LumFrame *self, LumPanel *panel, double y)
{
  double symbol = self->line_height * 0.95;
  double x, width, heading;
  guint row = 0;

  heading = lum_text_measure (self->text, panel->heading, LUM_TEXT_BOLD) + self->line_height * 0.4 +
            lum_text_measure (self->text, panel->unit, LUM_TEXT_PLAIN);
  panel->title = (LumChartRect){self->left, y, self->width, self->line_height};

  width = 0;
  for (guint i = 0; i < panel->key->len; i++) {
    const LumKeyEntry *entry = &g_array_index (panel->key, LumKeyEntry, i);

    width += symbol * 1.3 + lum_text_measure (self->text, entry->text, LUM_TEXT_PLAIN) + self->line_height;
  }
  width -= self->line_height;

  gboolean beside = heading + 1.5 * self->line_height + width <= self->width;
  double left = panel->title.x, right = panel->title.x + self->width;

  x = beside ? right - width : left;
  row = beside ? 0 : 1;
  for (guint i = 0; i < panel->key->len; i++) {
    LumKeyEntry *entry = &g_array_index (panel->key, LumKeyEntry, i);
    double needed = symbol * 1.3 + lum_text_measure (self->text, entry->text, LUM_TEXT_PLAIN);

    if (!beside && x > left && x + needed > right) {
      x = left;
      row++;
    }
    if (row > MOST_KEY_ROWS || x + needed > right + 1) {
      g_array_set_size (panel->key, i);
      break;
    }
    entry->x = x;
    entry->y = y + row * self->line_height;
    x += needed + self->line_height;
  }
  if (panel->key->len == 0)
    row = 0;
  panel->title.height = (row + 1) * self->line_height;
  return panel->title.height;
}

static gboolean
try_ticks (LumFrame *self, LumTimeStep step)
{
  LumDay first = (LumDay) floor (self->view->first), last = (LumDay) floor (self->view->last + 1 - 1e-9);
  double gap = self->line_height * (step.unit == LUM_TIME_DAY ? 0.9 : 1.7);
  double end = -INFINITY;

  g_array_set_size (self->ticks, 0);
  /* Numbers of days say little beyond a month or so. */
  if (step.unit == LUM_TIME_DAY && self->days > 16 * (step.step + 1))
    return FALSE;
  for (LumDay day = lum_time_step_floor (step, self->view->week_start, first); day <= last;
       day = lum_time_step_next (step, day)) {
    LumTickMark tick = {.x = lum_frame_get_x (self, day)};

    if (tick.x < self->left - 0.5)
      continue;
    /* A tick more than every few pixels can never be labelled: give up before measuring thousands. */
    if (self->ticks->len > 0 &&
        tick.x - g_array_index (self->ticks, LumTickMark, self->ticks->len - 1).x < self->line_height)
      return FALSE;

    tick.label = lum_time_step_label (step, day);
    tick.label_width = lum_text_measure (self->text, tick.label, LUM_TEXT_PLAIN);
    /* A day's label stands under its day; those of longer units begin where the unit begins. */
    tick.label_x = step.unit == LUM_TIME_DAY ? lum_frame_get_middle (self, day) - tick.label_width / 2 : tick.x;
    g_array_append_val (self->ticks, tick);
    if (tick.label_x < end + gap)
      return FALSE;
    end = tick.label_x + tick.label_width;
  }
  return self->ticks->len > 0 || step.unit == LUM_TIME_YEAR;
}

/* The second row: what the labels leave out, where it begins; the left one sticks to the edge. */
static void
place_contexts (LumFrame *self, LumTimeStep step)
{
  LumDay first = (LumDay) floor (self->view->first), last = (LumDay) floor (self->view->last + 1 - 1e-9);
  LumTimeStep coarse = {step.unit == LUM_TIME_DAY ? LUM_TIME_MONTH : LUM_TIME_YEAR, 1};
  double gap = self->line_height;

  if (step.unit == LUM_TIME_YEAR)
    return;
  for (LumDay day = lum_time_step_floor (coarse, 1, first); day <= last; day = lum_time_step_next (coarse, day)) {
    LumTickMark mark = {.label = lum_time_step_context (step, day)};

    mark.label_width = lum_text_measure (self->text, mark.label, LUM_TEXT_PLAIN);
    mark.x = mark.label_x = MAX (lum_frame_get_x (self, day), self->left);
    if (self->contexts->len > 0) {
      LumTickMark *before = &g_array_index (self->contexts, LumTickMark, self->contexts->len - 1);

      /* A label that the next one pushes out of the view gives way to it. */
      if (before->label_x + before->label_width + gap > mark.label_x) {
        g_free (before->label);
        g_array_set_size (self->contexts, self->contexts->len - 1);
      }
    }
    g_array_append_val (self->contexts, mark);
  }
  if (self->contexts->len > 1) {
    LumTickMark *mark = &g_array_index (self->contexts, LumTickMark, self->contexts->len - 1);

    if (mark->label_x + mark->label_width > self->rect.x + self->rect.width) {
      g_free (mark->label);
      g_array_set_size (self->contexts, self->contexts->len - 1);
    }
  }
}

static void
clear_tick (gpointer data)
{
  g_clear_pointer (&((LumTickMark *) data)->label, g_free);
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
  double y = self->rect.y, heights, axis;
  double space = self->line_height * 0.45;

  self->bins = lum_bins_new (self->series, self->first_day, self->last_day, self->bin_days);
  pain->heading = _ ("Pain");
  /* Translators: the scale of pain scores, after the heading “Pain” */
  pain->unit = g_strdup (_ ("0–10"));
  running->heading = _ ("Running");
  for (const LumLayer *const *layer = lum_layers; *layer; layer++)
    if ((*layer)->add_keys)
      (*layer)->add_keys (self);

  axis = 2 * self->line_height + space;
  heights = place_heading (self, pain, 0) + place_heading (self, running, 0);
  heights = MAX (self->rect.height - heights - axis - 5 * space, 40);

  place_heading (self, pain, y);
  y += pain->title.height + 1.6 * space;
  pain->plot = (LumChartRect){self->left, y, self->width, heights * 0.62};
  y += pain->plot.height + 2 * space;
  place_heading (self, running, y);
  y += running->title.height + space;
  running->plot = (LumChartRect){self->left, y, self->width, heights * 0.38};
  y += running->plot.height + space * 0.6;
  self->axis_y = y;

  self->pain_step = pain->plot.height / 5 >= self->line_height * 1.3 ? 2 : 5;
  self->ticks = g_array_new (FALSE, FALSE, sizeof (LumTickMark));
  self->contexts = g_array_new (FALSE, FALSE, sizeof (LumTickMark));
  g_array_set_clear_func (self->ticks, clear_tick);
  for (const LumTimeStep *step = lum_time_steps; step->step > 0; step++) {
    if (try_ticks (self, *step)) {
      place_contexts (self, *step);
      break;
    }
  }
}

void
lum_frame_clear (LumFrame *self)
{
  g_clear_pointer (&self->text, lum_text_free);
  g_clear_pointer (&self->bins, g_array_unref);
  g_clear_pointer (&self->bars, g_array_unref);
  g_clear_pointer (&self->ticks, g_array_unref);
  for (guint i = 0; self->contexts && i < self->contexts->len; i++)
    clear_tick (&g_array_index (self->contexts, LumTickMark, i));
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
 * lum_frame_add_key:
 * @text: translated, static
 *
 * Explains a mark above its panel.
 */
void
lum_frame_add_key (LumFrame *self, LumPanelId panel, LumSymbol symbol, const char *text)
{
  LumKeyEntry entry = {.symbol = symbol, .text = text};

  g_array_append_val (self->panels[panel].key, entry);
}

static void
draw_triangle (cairo_t *cr, double x, double y, double r)
{
  cairo_move_to (cr, x, y - r);
  cairo_line_to (cr, x + r, y + r * 0.8);
  cairo_line_to (cr, x - r, y + r * 0.8);
  cairo_close_path (cr);
}

/**
 * lum_frame_draw_symbol:
 * @x, @y: its middle
 * @size: half its height
 *
 * Draws a mark. Shapes tell marks apart without colour.
 */
void
lum_frame_draw_symbol (LumFrame *self, LumSymbol symbol, double x, double y, double size)
{
  cairo_t *cr = self->cr;
  const LumChartTheme *theme = self->theme;

  cairo_new_path (cr);
  cairo_set_line_width (cr, 1.4 * theme->line);
  switch (symbol) {
  case LUM_SYMBOL_DOT:
    cairo_arc (cr, x, y, size, 0, 2 * G_PI);
    cairo_fill (cr);
    break;
  case LUM_SYMBOL_HOLLOW_DOT:
    cairo_arc (cr, x, y, MAX (size - 0.5, 1), 0, 2 * G_PI);
    cairo_stroke (cr);
    break;
  case LUM_SYMBOL_LINE:
    lum_color_set (cr, theme->mean);
    cairo_set_line_width (cr, 2 * theme->line);
    cairo_move_to (cr, x - size * 2, y);
    cairo_line_to (cr, x + size * 2, y);
    cairo_stroke (cr);
    break;
  case LUM_SYMBOL_BAND:
    lum_color_set (cr, theme->band);
    cairo_rectangle (cr, x - size * 2, y - size, size * 4, size * 2);
    cairo_fill (cr);
    break;
  case LUM_SYMBOL_FLARE:
    lum_color_set (cr, theme->pain[LUM_N_PAIN_COLORS - 1]);
    draw_triangle (cr, x, y, -size);
    cairo_fill (cr);
    break;
  case LUM_SYMBOL_SPIKE_SMALL:
    /* Hollow, also where a neighbour's bar is behind it. */
    lum_color_set (cr, theme->background);
    draw_triangle (cr, x, y, size);
    cairo_fill_preserve (cr);
    lum_color_set (cr, theme->spike);
    cairo_stroke (cr);
    break;
  case LUM_SYMBOL_SPIKE_MODERATE:
    lum_color_set (cr, theme->spike);
    draw_triangle (cr, x, y, size);
    cairo_fill (cr);
    break;
  case LUM_SYMBOL_SPIKE_LARGE:
    lum_color_set (cr, theme->spike);
    draw_triangle (cr, x, y - size * 0.55, size);
    cairo_fill (cr);
    cairo_rectangle (cr, x - size, y + size * 0.6, size * 2, MAX (size * 0.5, 1.5));
    cairo_fill (cr);
    break;
  case LUM_SYMBOL_NEW_SHOE:
    lum_color_set (cr, theme->text);
    cairo_set_line_width (cr, 1.6 * theme->line);
    cairo_move_to (cr, x, y - size);
    cairo_line_to (cr, x, y + size);
    cairo_stroke (cr);
    break;
  }
}

void
lum_frame_count (LumFrame *self, guint marks)
{
  self->stats.marks += marks;
}
