/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-i18n.h"
#include "lum-layer.h"

/* Flares that the person confirmed (EP-10): an arrow head above the day. */

#define CLOSEST_PX 12.0

static gboolean
find_next (const LumFrame *frame, LumDay *day)
{
  for (LumDay d = *day; d <= frame->last_day; d++) {
    if (lum_series_get_marks (frame->series, d) & LUM_DAY_MARK_FLARE) {
      *day = d;
      return TRUE;
    }
  }
  return FALSE;
}

static void
add_keys (LumFrame *frame)
{
  LumDay day = frame->first_day;

  if (find_next (frame, &day))
    lum_frame_add_key (frame, LUM_PANEL_PAIN, LUM_SYMBOL_FLARE, C_ ("chart key", "flare"));
}

static void
draw_flares (LumFrame *frame)
{
  double before = -1e9;

  for (LumDay day = frame->first_day; find_next (frame, &day); day++) {
    double x = lum_frame_get_middle (frame, day);
    double score = lum_series_get_score (frame->series, day);

    if (x - before < CLOSEST_PX || x < frame->left || x > frame->left + frame->width)
      continue;
    lum_frame_draw_symbol (
        frame, LUM_SYMBOL_FLARE, x,
        lum_frame_get_pain_y (frame, isnan (score) ? 0 : score) - lum_frame_get_dot_radius (frame) - 6, 3.8);
    lum_frame_count (frame, 1);
    before = x;
  }
}

const LumLayer lum_layer_flares = {"flares", add_keys, draw_flares, TRUE};
