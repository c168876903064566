/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-i18n.h"
#include "lum-layer.h"

/* Bouts that belong to one episode, because there was no calm month between them: a bracket above them. An episode of
 * one bout is that bout. */

#define ABOVE_PX 6.0
#define CLOSEST_PX 6.0

/* The part of an episode that is to be drawn, if any. */
static gboolean
find_span (const LumFrame *frame, const LumEpisode *episode, double *x0, double *x1)
{
  *x0 = lum_frame_get_x (frame, episode->first);
  *x1 = lum_frame_get_x (frame, episode->last + 1);
  return episode->bouts > 1 && *x1 - *x0 >= CLOSEST_PX && *x1 > frame->left && *x0 < frame->left + frame->width;
}

static void
add_keys (LumFrame *frame)
{
  const GArray *episodes = frame->series->episodes;
  double x0, x1;

  for (guint i = 0; i < episodes->len; i++) {
    if (find_span (frame, &g_array_index (episodes, LumEpisode, i), &x0, &x1)) {
      /* Translators: the key of the chart: bouts of pain without a calm month between them */
      lum_frame_add_key (frame, LUM_PANEL_PAIN, LUM_SYMBOL_EPISODE, C_ ("chart key", "one episode"));
      return;
    }
  }
}

static void
draw_episodes (LumFrame *frame)
{
  const GArray *episodes = frame->series->episodes;
  double y = round (frame->panels[LUM_PANEL_PAIN].plot.y) - ABOVE_PX + 0.5;
  double left = frame->left, right = frame->left + frame->width;
  cairo_t *cr = frame->cr;

  lum_color_set (cr, frame->theme->bout_rule);
  cairo_set_line_width (cr, frame->theme->line);
  for (guint i = 0; i < episodes->len; i++) {
    double x0, x1;

    if (!find_span (frame, &g_array_index (episodes, LumEpisode, i), &x0, &x1))
      continue;
    /* An end beyond the view has no foot: it goes on there. */
    if (x0 >= left) {
      cairo_move_to (cr, round (x0) + 0.5, y + ABOVE_PX - 2);
      cairo_line_to (cr, round (x0) + 0.5, y);
    } else {
      cairo_move_to (cr, left, y);
    }
    cairo_line_to (cr, MIN (round (x1) - 0.5, right), y);
    if (x1 <= right)
      cairo_line_to (cr, round (x1) - 0.5, y + ABOVE_PX - 2);
    lum_frame_count (frame, 1);
  }
  cairo_stroke (cr);
}

const LumLayer lum_layer_episodes = {"episodes", add_keys, draw_episodes, FALSE};
