/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-i18n.h"
#include "lum-layer.h"

/* The first run in a new pair of shoes: a tick across the base line. */

#define CLOSEST_PX 14.0

/* In a view of many years every bar has seen new shoes: then the ticks say nothing. */
static gboolean
find_next (const LumFrame *frame, LumDay *day)
{
  if (frame->bar_unit > LUM_BAR_MONTH)
    return FALSE;
  for (LumDay d = *day; d <= frame->last_day; d++) {
    if (lum_series_get_marks (frame->series, d) & LUM_DAY_MARK_NEW_SHOE) {
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
    lum_frame_add_key (frame, LUM_PANEL_RUNNING, LUM_SYMBOL_NEW_SHOE, C_ ("chart key", "new shoes"));
}

static void
draw_shoes (LumFrame *frame)
{
  double base = lum_frame_get_load_y (frame, 0);
  double before = -1e9;

  for (LumDay day = frame->first_day; find_next (frame, &day); day++) {
    double x = lum_frame_get_middle (frame, day);

    if (x - before < CLOSEST_PX || x < frame->left || x > frame->left + frame->width)
      continue;
    lum_frame_draw_symbol (frame, LUM_SYMBOL_NEW_SHOE, x, base + 1, 4.5);
    lum_frame_count (frame, 1);
    before = x;
  }
}

const LumLayer lum_layer_shoes = {"shoes", add_keys, draw_shoes, TRUE};
