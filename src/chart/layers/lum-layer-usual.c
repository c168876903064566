/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-i18n.h"
#include "lum-layer.h"

/* What is usual in a week, across its bar: the mean of the four weeks before it, where the diary reaches back so far. */

static gboolean
has_usual (const LumFrame *frame)
{
  for (guint i = 0; i < frame->bars->len; i++)
    if (!isnan (g_array_index (frame->bars, LumBar, i).usual))
      return TRUE;
  return FALSE;
}

static void
add_keys (LumFrame *frame)
{
  if (has_usual (frame))
    lum_frame_add_key (frame, LUM_PANEL_RUNNING, LUM_SYMBOL_USUAL, C_ ("chart key", "mean of the 4 weeks before"));
}

static void
draw_usual (LumFrame *frame)
{
  cairo_t *cr = frame->cr;
  double left = frame->left, right = frame->left + frame->width;

  lum_color_set (cr, frame->theme->mean);
  cairo_set_line_width (cr, 2 * frame->theme->line);
  for (guint i = 0; i < frame->bars->len; i++) {
    const LumBar *bar = &g_array_index (frame->bars, LumBar, i);
    double y;

    if (isnan (bar->usual))
      continue;
    y = round (lum_frame_get_load_y (frame, bar->usual));
    cairo_move_to (cr, MAX (lum_frame_get_x (frame, bar->first), left), y);
    cairo_line_to (cr, MIN (lum_frame_get_x (frame, bar->last + 1), right), y);
    lum_frame_count (frame, 1);
  }
  cairo_stroke (cr);
}

const LumLayer lum_layer_usual = {"usual", add_keys, draw_usual, TRUE};
