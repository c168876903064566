/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "layers/lum-layer.h"
#include "lum-chart-private.h"

/* The crosshair is drawn apart from the chart, in two small pieces, so that a moving pointer leaves the chart as it is. */

#define OVERHANG 5.0      /* how far a mark on the first or last day may reach beyond the plot */
#define CROSSHAIR_DOT 2.0 /* how much larger the dot of its day is */

struct _LumChartLayout {
  LumChart *chart;
  LumChartView view;
  LumFrame frame;
};

/**
 * lum_chart_layout_new:
 * @rect: where, in units of the surface; text is 12 units high at @view's font_scale of 1
 * @before: (nullable): the layout that this one replaces; labels that both have are not shaped again
 *
 * Lays a view out.
 *
 * Returns: (transfer full): the layout; one thread at a time may use it, and those that were made from each other
 */
LumChartLayout *
lum_chart_layout_new (LumChart *chart, const LumChartRect *rect, const LumChartView *view, const LumChartLayout *before)
{
  LumChartLayout *self;

  g_return_val_if_fail (chart != NULL && rect != NULL && view != NULL, NULL);

  self = g_new0 (LumChartLayout, 1);
  self->chart = lum_chart_ref (chart);
  self->view = *view;
  lum_frame_init (&self->frame, chart->series, rect, &self->view, before ? before->frame.text : NULL);
  lum_frame_fill (&self->frame);
  return self;
}

void
lum_chart_layout_free (LumChartLayout *self)
{
  lum_frame_clear (&self->frame);
  lum_chart_unref (self->chart);
  g_free (self);
}

/**
 * lum_chart_layout_draw:
 * @stats: (out) (optional): what was drawn
 *
 * Draws the view, all but the background (lum_chart_get_background()) and the crosshair.
 */
void
lum_chart_layout_draw (LumChartLayout *self, cairo_t *cr, LumChartStats *stats)
{
  LumFrame *frame = &self->frame;

  frame->cr = cr;
  frame->stats = (LumChartStats){.binned = frame->bin_days > 1, .glyphs = lum_text_get_n_glyphs (frame->text)};
  cairo_save (cr);
  for (const LumLayer *const *layer = lum_layers; *layer; layer++) {
    if (!(*layer)->of_days) {
      (*layer)->draw (frame);
      continue;
    }
    cairo_save (cr);
    cairo_rectangle (cr, round (frame->left) - OVERHANG, frame->rect.y, round (frame->width) + 2 * OVERHANG,
                     frame->rect.height);
    cairo_clip (cr);
    (*layer)->draw (frame);
    cairo_restore (cr);
  }
  cairo_restore (cr);
  frame->stats.glyphs = lum_text_get_n_glyphs (frame->text) - frame->stats.glyphs;
  frame->stats.shaped = lum_text_get_n_shaped (frame->text) - frame->n_shaped_before;
  frame->cr = NULL;
  if (stats)
    *stats = frame->stats;
}

/**
 * lum_chart_layout_moment_at:
 *
 * The moment whose place is at @x, as a day with its fraction; also outside the plot.
 */
double
lum_chart_layout_moment_at (const LumChartLayout *self, double x)
{
  return self->view.first + (x - self->frame.left) / self->frame.px_per_day;
}

/**
 * lum_chart_layout_day_at:
 *
 * The day whose place is at @x, the first or last visible one beyond the edges.
 */
LumDay
lum_chart_layout_day_at (const LumChartLayout *self, double x)
{
  double day = floor (lum_chart_layout_moment_at (self, x));

  return (LumDay) CLAMP (day, floor (self->view.first), floor (self->view.last + 1 - 1e-9));
}

/**
 * lum_chart_layout_x_of:
 *
 * Where the middle of a day is, whether visible or not.
 */
double
lum_chart_layout_x_of (const LumChartLayout *self, LumDay day)
{
  return lum_frame_get_middle (&self->frame, day);
}

/**
 * lum_chart_layout_get_plot:
 * @left: (out): the left edge of both panels
 * @width: (out): how wide they are
 *
 * Where time runs. It depends on how many days are shown, not on which.
 */
void
lum_chart_layout_get_plot (const LumChartLayout *self, double *left, double *width)
{
  *left = self->frame.left;
  *width = self->frame.width;
}

static double
get_dot_radius (const LumFrame *frame)
{
  return lum_frame_get_dot_radius (frame) + CROSSHAIR_DOT;
}

/**
 * lum_chart_layout_get_line_rect:
 * @rect: (out): all that lum_chart_layout_draw_line() draws on
 *
 * Where the crosshair's line is.
 */
void
lum_chart_layout_get_line_rect (const LumChartLayout *self, LumDay day, LumChartRect *rect)
{
  const LumFrame *frame = &self->frame;
  const LumChartRect *pain = &frame->panels[LUM_PANEL_PAIN].plot;
  const LumChartRect *running = &frame->panels[LUM_PANEL_RUNNING].plot;
  double reach = ceil (get_dot_radius (frame)) + 3, x = floor (lum_frame_get_middle (frame, day));

  *rect = (LumChartRect){x - reach, pain->y - reach, 2 * reach + 1, running->y + running->height - pain->y + 2 * reach};
}

/**
 * lum_chart_layout_draw_line:
 *
 * A line through both panels at a day, its dot enlarged.
 */
void
lum_chart_layout_draw_line (LumChartLayout *self, cairo_t *cr, LumDay day)
{
  LumFrame *frame = &self->frame;
  const LumChartRect *pain = &frame->panels[LUM_PANEL_PAIN].plot;
  const LumChartRect *running = &frame->panels[LUM_PANEL_RUNNING].plot;
  double x = lum_frame_get_middle (frame, day), score = lum_series_get_score (self->chart->series, day);

  cairo_save (cr);
  lum_color_set (cr, frame->theme->text);
  cairo_set_line_width (cr, frame->theme->line);
  cairo_move_to (cr, x, pain->y);
  cairo_line_to (cr, x, running->y + running->height);
  cairo_stroke (cr);
  if (!isnan (score)) {
    double y = lum_frame_get_pain_y (frame, score), radius = get_dot_radius (frame);

    lum_color_set (cr, frame->theme->background);
    cairo_arc (cr, x, y, radius + 1.5, 0, 2 * G_PI);
    cairo_fill (cr);
    lum_color_set (cr, *lum_chart_theme_get_pain (frame->theme, score));
    frame->cr = cr;
    lum_frame_draw_symbol (frame, LUM_SYMBOL_DOT, x, y, radius);
    frame->cr = NULL;
  }
  cairo_restore (cr);
}

/* The text, and where it stands; returns the padding around it. */
static double
place_readout (LumChartLayout *self, LumDay day, char **text, LumChartRect *box)
{
  LumFrame *frame = &self->frame;
  const LumChartRect *rect = &frame->rect;
  double pad = frame->line_height * 0.45, width, height;

  *text = lum_chart_describe_day (self->chart, &self->view, day);
  width = lum_text_measure (frame->text, *text, LUM_TEXT_PLAIN);
  width = MIN (width, MIN (rect->width - 4 * pad, frame->line_height * 22));
  height = lum_text_measure_block (frame->text, *text, width);
  box->width = ceil (width + 2 * pad);
  box->height = ceil (height + 2 * pad);
  box->x = floor (CLAMP (lum_frame_get_middle (frame, day) - box->width / 2, rect->x + 1,
                         MAX (rect->x + rect->width - box->width - 1, rect->x + 1)));
  box->y = floor (MAX (frame->panels[LUM_PANEL_PAIN].plot.y - box->height, rect->y + 1));
  return pad;
}

/**
 * lum_chart_layout_get_readout_rect:
 * @rect: (out): all that lum_chart_layout_draw_readout() draws on
 *
 * Where the words of the crosshair are.
 */
void
lum_chart_layout_get_readout_rect (LumChartLayout *self, LumDay day, LumChartRect *rect)
{
  g_autofree char *text = NULL;

  place_readout (self, day, &text, rect);
  *rect = (LumChartRect){rect->x - 1, rect->y - 1, rect->width + 2, rect->height + 2};
}

/**
 * lum_chart_layout_draw_readout:
 *
 * What is known of a day, in a box above the panels.
 */
void
lum_chart_layout_draw_readout (LumChartLayout *self, cairo_t *cr, LumDay day)
{
  LumFrame *frame = &self->frame;
  g_autofree char *text = NULL;
  LumChartRect box;
  double pad = place_readout (self, day, &text, &box);

  cairo_save (cr);
  lum_color_set (cr, frame->theme->halo);
  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  cairo_fill_preserve (cr);
  lum_color_set (cr, frame->theme->axis);
  cairo_set_line_width (cr, frame->theme->line);
  cairo_stroke (cr);
  lum_text_draw_block (frame->text, cr, text, frame->theme->text, box.x + pad, box.y + pad, box.width - 2 * pad,
                       PANGO_ALIGN_LEFT);
  cairo_restore (cr);
}
