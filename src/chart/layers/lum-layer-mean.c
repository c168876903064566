/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-i18n.h"
#include "lum-layer.h"
#include "lum-parameters.h"

/* The mean of seven days up to each day, where three of them are scored (PM-4); the line breaks where they are not. */

static void
add_keys (LumFrame *frame)
{
  const GArray *bins = frame->bins;

  for (guint i = 0; i < bins->len; i++) {
    if (!isnan (g_array_index (bins, LumBin, i).mean)) {
      lum_frame_add_key (frame, LUM_PANEL_PAIN, LUM_SYMBOL_LINE,
                         frame->bin_days > LUM_P_MEAN_WIN ? C_ ("chart key", "mean") : C_ ("chart key", "7-day mean"));
      return;
    }
  }
}

/* Of bins longer than the mean's own window: a level across each, which a line from one to the next would only blur. */
static void
draw_levels (LumFrame *frame)
{
  double height = round (2 * frame->theme->line);

  lum_color_set (frame->cr, frame->theme->mean);
  for (guint i = 0; i < frame->bins->len; i++) {
    const LumBin *bin = &g_array_index (frame->bins, LumBin, i);
    double x0 = round (lum_frame_get_x (frame, bin->first)), x1 = round (lum_frame_get_x (frame, bin->last + 1));

    if (isnan (bin->mean))
      continue;
    cairo_rectangle (frame->cr, x0, round (lum_frame_get_pain_y (frame, bin->mean) - height / 2), x1 - x0, height);
    cairo_fill (frame->cr);
    lum_frame_count (frame, 1);
  }
}

static void
draw_mean (LumFrame *frame)
{
  const GArray *bins = frame->bins;
  cairo_t *cr = frame->cr;
  gboolean open = FALSE;

  if (frame->bin_days > LUM_P_MEAN_WIN) {
    draw_levels (frame);
    return;
  }
  lum_color_set (cr, frame->theme->mean);
  cairo_set_line_width (cr, (frame->bin_days > 1 ? 1.5 : 2) * frame->theme->line);
  /* Round joins cost most where the line goes up and down at every bin, and are least seen there. */
  cairo_set_line_join (cr, frame->bin_days > 1 ? CAIRO_LINE_JOIN_BEVEL : CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, frame->bin_days > 1 ? CAIRO_LINE_CAP_SQUARE : CAIRO_LINE_CAP_ROUND);
  cairo_set_antialias (cr, frame->bin_days > 1 ? CAIRO_ANTIALIAS_FAST : CAIRO_ANTIALIAS_DEFAULT);
  for (guint i = 0; i < bins->len; i++) {
    const LumBin *bin = &g_array_index (bins, LumBin, i);
    double x, y;

    if (isnan (bin->mean)) {
      open = FALSE;
      continue;
    }
    /* A point stands on the last day of its window, as in the plain drawing. */
    x = lum_frame_get_middle (frame, MIN (bin->last, frame->series->last));
    y = lum_frame_get_pain_y (frame, bin->mean);
    if (open) {
      cairo_line_to (cr, x, y);
      if (frame->bin_days > 1) {
        /* Stroked piece by piece: one path that goes up and down hundreds of times is several times as slow. */
        cairo_stroke (cr);
        cairo_move_to (cr, x, y);
      }
    } else {
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x, y); /* with a cap a single point is a dot */
    }
    open = TRUE;
    lum_frame_count (frame, 1);
  }
  cairo_stroke (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
}

const LumLayer lum_layer_mean = {"mean", add_keys, draw_mean, TRUE};
