/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-frame.h"

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
  case LUM_SYMBOL_USUAL:
    lum_color_set (cr, theme->mean);
    cairo_set_line_width (cr, 2 * theme->line);
    cairo_move_to (cr, x - size * 1.6, y - size * 0.6);
    cairo_line_to (cr, x, y - size * 0.6);
    cairo_move_to (cr, x, y + size * 0.6);
    cairo_line_to (cr, x + size * 1.6, y + size * 0.6);
    cairo_stroke (cr);
    break;
  case LUM_SYMBOL_TREATMENT:
    lum_color_set (cr, theme->care);
    cairo_rectangle (cr, x - size * 1.6, y - LUM_CARE_LINE / 2, size * 3.2, LUM_CARE_LINE);
    cairo_fill (cr);
    break;
  case LUM_SYMBOL_VISIT:
    lum_color_set (cr, theme->care);
    cairo_set_line_width (cr, 2 * theme->line);
    cairo_move_to (cr, x - size, y);
    cairo_line_to (cr, x + size, y);
    cairo_move_to (cr, x, y - size);
    cairo_line_to (cr, x, y + size);
    cairo_stroke (cr);
    break;
  case LUM_SYMBOL_EPISODE:
    lum_color_set (cr, theme->bout_rule);
    cairo_set_line_width (cr, theme->line);
    cairo_move_to (cr, x - size * 1.8, y + size * 0.7);
    cairo_line_to (cr, x - size * 1.8, y - size * 0.4);
    cairo_line_to (cr, x + size * 1.8, y - size * 0.4);
    cairo_line_to (cr, x + size * 1.8, y + size * 0.7);
    cairo_stroke (cr);
    break;
  }
}
