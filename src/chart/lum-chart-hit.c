/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-chart-private.h"
#include "lum-frame.h"

/* Hit-testing and the crosshair: the geometry is the frame's, the same that drawing uses. */

/**
 * lum_chart_day_at:
 *
 * The day whose place is at @x, the first or last visible one beyond the edges.
 */
LumDay
lum_chart_day_at (const LumChart *self, const LumChartRect *rect, const LumChartView *view, double x)
{
  LumFrame frame;
  double day;

  g_return_val_if_fail (self != NULL && rect != NULL && view != NULL, LUM_DAY_NONE);

  lum_frame_init (&frame, self->series, rect, view);
  day = floor (view->first + (x - frame.left) / frame.px_per_day);
  lum_frame_clear (&frame);
  return (LumDay) CLAMP (day, floor (view->first), floor (view->last + 1 - 1e-9));
}

/**
 * lum_chart_x_of:
 *
 * Where the middle of a day is, whether visible or not.
 */
double
lum_chart_x_of (const LumChart *self, const LumChartRect *rect, const LumChartView *view, LumDay day)
{
  LumFrame frame;
  double x;

  g_return_val_if_fail (self != NULL && rect != NULL && view != NULL, 0);

  lum_frame_init (&frame, self->series, rect, view);
  x = lum_frame_get_middle (&frame, day);
  lum_frame_clear (&frame);
  return x;
}

/**
 * lum_chart_draw_crosshair:
 *
 * A line through both panels at a day, its dot enlarged, and a read-out of the day. It is apart from
 * lum_chart_draw(), so that the chart below need not be drawn anew when the pointer moves.
 */
void
lum_chart_draw_crosshair (const LumChart *self,
                          cairo_t *cr,
                          const LumChartRect *rect,
                          const LumChartView *view,
                          LumDay day)
{
  LumFrame frame;
  const LumChartRect *pain, *running;
  g_autofree char *text = NULL;
  double x, score, pad, width, height, box_x, box_y;

  g_return_if_fail (self != NULL && cr != NULL && rect != NULL && view != NULL);

  lum_frame_init (&frame, self->series, rect, view);
  lum_frame_fill (&frame);
  frame.cr = cr;
  pain = &frame.panels[LUM_PANEL_PAIN].plot;
  running = &frame.panels[LUM_PANEL_RUNNING].plot;
  x = lum_frame_get_middle (&frame, day);
  score = lum_series_get_score (self->series, day);

  cairo_save (cr);
  lum_color_set (cr, frame.theme->text);
  cairo_set_line_width (cr, frame.theme->line);
  cairo_move_to (cr, x, pain->y);
  cairo_line_to (cr, x, running->y + running->height);
  cairo_stroke (cr);
  if (!isnan (score)) {
    double y = lum_frame_get_pain_y (&frame, score);
    double radius = lum_frame_get_dot_radius (&frame) + 2;

    lum_color_set (cr, frame.theme->background);
    cairo_arc (cr, x, y, radius + 1.5, 0, 2 * G_PI);
    cairo_fill (cr);
    lum_color_set (cr, *lum_chart_theme_get_pain (frame.theme, score));
    lum_frame_draw_symbol (&frame, LUM_SYMBOL_DOT, x, y, radius);
  }

  text = lum_chart_describe_day (self, view, day);
  pad = frame.line_height * 0.45;
  width = lum_text_measure (frame.text, text, LUM_TEXT_PLAIN);
  width = MIN (width, MIN (rect->width - 4 * pad, frame.line_height * 22));
  height = lum_text_measure_block (frame.text, text, width);
  box_x = CLAMP (x - width / 2 - pad, rect->x, rect->x + rect->width - width - 2 * pad);
  box_y = MAX (pain->y - height - 2 * pad, rect->y);
  lum_color_set (cr, frame.theme->halo);
  cairo_rectangle (cr, box_x, box_y, width + 2 * pad, height + 2 * pad);
  cairo_fill_preserve (cr);
  lum_color_set (cr, frame.theme->axis);
  cairo_set_line_width (cr, frame.theme->line);
  cairo_stroke (cr);
  lum_text_draw_block (frame.text, cr, text, frame.theme->text, box_x + pad, box_y + pad, width, PANGO_ALIGN_LEFT);
  cairo_restore (cr);
  lum_frame_clear (&frame);
}
