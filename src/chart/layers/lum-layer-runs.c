/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-layer.h"

/* Running: a bar a day, a week, a month … */

#define WIDEST_PX 30.0
#define SHARP_PX 2.5

static void
draw_runs (LumFrame *frame)
{
  cairo_t *cr = frame->cr;
  double base = round (lum_frame_get_load_y (frame, 0));

  lum_color_set (cr, frame->theme->running);
  for (guint i = 0; i < frame->bars->len; i++) {
    const LumBar *bar = &g_array_index (frame->bars, LumBar, i);
    double x0 = lum_frame_get_x (frame, bar->first), x1 = lum_frame_get_x (frame, bar->last + 1);
    double gap = MAX (CLAMP ((x1 - x0) * 0.22, 0.5, 14), x1 - x0 - WIDEST_PX);
    double top;

    if (!(bar->value > 0))
      continue;
    /* The shortest run is still seen. */
    top = MIN (lum_frame_get_load_y (frame, bar->value), base - 1);
    x0 += gap / 2;
    x1 -= gap / 2;
    if (x1 - x0 > SHARP_PX) {
      /* Whole units: thin bars of a kind look alike, and filling is cheap. */
      x0 = round (x0);
      x1 = MAX (round (x1), x0 + 1);
      top = round (top);
    }
    x0 = MAX (x0, frame->left);
    x1 = MIN (x1, frame->left + frame->width);
    if (x1 <= x0)
      continue;
    cairo_rectangle (cr, x0, top, x1 - x0, base - top);
    /* One by one: together they would be a shape that is cut up at great cost. */
    cairo_fill (cr);
    lum_frame_count (frame, 1);
  }
}

const LumLayer lum_layer_runs = {"runs", NULL, draw_runs, TRUE};
