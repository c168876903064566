/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-i18n.h"
#include "lum-layer.h"

/* Pain: a dot a day, hollow where it was entered late; beyond 400 days a bar from the lowest to the highest of a bin.
 * Days without a score stay blank. */

static void
add_keys (LumFrame *frame)
{
  if (frame->bin_days > 1) {
    if (lum_series_count_scores (frame->series, frame->first_day, frame->last_day) > 0)
      lum_frame_add_key (frame, LUM_PANEL_PAIN, LUM_SYMBOL_BAND, C_ ("chart key", "lowest to highest"));
    return;
  }
  for (LumDay day = frame->first_day; day <= frame->last_day; day++) {
    if (lum_series_get_marks (frame->series, day) & LUM_DAY_MARK_RECALLED) {
      lum_frame_add_key (frame, LUM_PANEL_PAIN, LUM_SYMBOL_HOLLOW_DOT, C_ ("chart key", "entered later"));
      return;
    }
  }
}

static void
draw_dots (LumFrame *frame)
{
  double radius = lum_frame_get_dot_radius (frame);

  for (LumDay day = frame->first_day; day <= frame->last_day; day++) {
    double score = lum_series_get_score (frame->series, day);
    gboolean recalled;

    if (isnan (score))
      continue;
    recalled = lum_series_get_marks (frame->series, day) & LUM_DAY_MARK_RECALLED;
    lum_color_set (frame->cr, *lum_chart_theme_get_pain (frame->theme, score));
    lum_frame_draw_symbol (frame, recalled ? LUM_SYMBOL_HOLLOW_DOT : LUM_SYMBOL_DOT, lum_frame_get_middle (frame, day),
                           lum_frame_get_pain_y (frame, score), radius);
    lum_frame_count (frame, 1);
  }
}

static void
draw_bins (LumFrame *frame)
{
  const GArray *bins = frame->bins;

  lum_color_set (frame->cr, frame->theme->band);
  for (guint i = 0; i < bins->len; i++) {
    const LumBin *bin = &g_array_index (bins, LumBin, i);
    double x0, x1, top, bottom;

    if (bin->n_scores == 0)
      continue;
    /* Whole units: neighbours touch without a seam, and filling is cheap. */
    x0 = round (lum_frame_get_x (frame, bin->first));
    x1 = round (lum_frame_get_x (frame, bin->last + 1));
    top = round (lum_frame_get_pain_y (frame, bin->highest));
    bottom = round (lum_frame_get_pain_y (frame, bin->lowest));
    /* A bin whose scores are all alike is still seen. */
    if (bottom - top < 2) {
      top = floor ((top + bottom) / 2) - 1;
      bottom = top + 2;
    }
    cairo_rectangle (frame->cr, x0, top, x1 - x0, bottom - top);
    cairo_fill (frame->cr);
    lum_frame_count (frame, 1);
  }
}

static void
draw_pain (LumFrame *frame)
{
  if (frame->bin_days > 1)
    draw_bins (frame);
  else
    draw_dots (frame);
}

const LumLayer lum_layer_pain = {"pain", add_keys, draw_pain, TRUE};
