/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-layer.h"

/* Calendar ticks: a thin line through both panels and a label below, in two rows. */

static void
draw_labels (LumFrame *frame, const GArray *marks, double y, LumColor color)
{
  double right = frame->rect.x + frame->rect.width;

  for (guint i = 0; i < marks->len; i++) {
    const LumTickMark *mark = &g_array_index (marks, LumTickMark, i);

    /* Half a label is worse than none; the line stays. */
    if (mark->label_x + mark->label_width <= right + 0.5)
      lum_text_draw (frame->text, frame->cr, mark->label, LUM_TEXT_PLAIN, color, mark->label_x, y, 0);
  }
}

static void
draw_time (LumFrame *frame)
{
  cairo_t *cr = frame->cr;
  const LumChartRect *pain = &frame->panels[LUM_PANEL_PAIN].plot;
  const LumChartRect *running = &frame->panels[LUM_PANEL_RUNNING].plot;

  lum_color_set (cr, frame->theme->grid);
  cairo_set_line_width (cr, 0.8 * frame->theme->line);
  for (guint i = 0; i < frame->ticks->len; i++) {
    const LumTickMark *tick = &g_array_index (frame->ticks, LumTickMark, i);

    cairo_move_to (cr, tick->x, pain->y);
    cairo_line_to (cr, tick->x, pain->y + pain->height);
    cairo_move_to (cr, tick->x, running->y);
    cairo_line_to (cr, tick->x, running->y + running->height + 3);
    frame->stats.lines += 2;
  }
  cairo_stroke (cr);

  draw_labels (frame, frame->ticks, frame->axis_y, frame->theme->text);
  draw_labels (frame, frame->contexts, frame->axis_y + frame->line_height, frame->theme->dim);
}

const LumLayer lum_layer_time = {"time", NULL, draw_time, FALSE};
