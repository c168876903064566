/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-layer.h"

/* Thin lines of the values, and their labels in the gutter. */

static void
draw_level (LumFrame *frame, const LumChartRect *plot, double y, const char *label, gboolean is_base)
{
  cairo_t *cr = frame->cr;

  lum_color_set (cr, is_base ? frame->theme->axis : frame->theme->grid);
  cairo_set_line_width (cr, is_base ? frame->theme->line : 0.8 * frame->theme->line);
  cairo_move_to (cr, plot->x, y);
  cairo_line_to (cr, plot->x + plot->width, y);
  cairo_stroke (cr);
  frame->stats.lines++;
  lum_text_draw (frame->text, cr, label, LUM_TEXT_PLAIN, frame->theme->dim, plot->x - 6, y - frame->line_height / 2, 1);
}

static void
draw_grid (LumFrame *frame)
{
  const LumChartRect *pain = &frame->panels[LUM_PANEL_PAIN].plot;
  const LumChartRect *running = &frame->panels[LUM_PANEL_RUNNING].plot;
  const LumValueAxis *axis = &frame->load_axis;

  for (int score = 0; score <= 10; score += frame->pain_step) {
    g_autofree char *label = lum_format_number (score, 0);

    draw_level (frame, pain, lum_frame_get_pain_y (frame, score), label, score == 0);
  }
  for (int i = (int) round (axis->max / axis->step); i >= 0; i--) {
    g_autofree char *label = lum_format_number (i * axis->step, axis->decimals);

    draw_level (frame, running, lum_frame_get_load_y (frame, i * axis->step), label, i == 0);
  }
}

const LumLayer lum_layer_grid = {"grid", NULL, draw_grid, FALSE};
