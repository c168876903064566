/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-i18n.h"
#include "lum-layer.h"
#include "lum-parameters.h"

/* Confirmed bouts: shaded from the onset to the last pain day, with a rule along the top; where there is room, the
 * days on which two and three weeks are over (A23) are marked and labelled. */

#define CLOSEST_PX 2.0
#define CLOSEST_BINNED_PX 6.0

static void
draw_marker (LumFrame *frame, LumDay day, const char *label, double room, double *label_end)
{
  const LumChartRect *plot = &frame->panels[LUM_PANEL_PAIN].plot;
  static const double dashes[] = {3, 3};
  double x = lum_frame_get_x (frame, day);
  double width = lum_text_measure (frame->text, label, LUM_TEXT_PLAIN);
  double label_x = x + 4;
  cairo_t *cr = frame->cr;

  if (x < frame->left || x > frame->left + frame->width)
    return;

  lum_color_set (cr, frame->theme->bout_rule);
  cairo_set_line_width (cr, frame->theme->line);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, x, plot->y);
  cairo_line_to (cr, x, plot->y + plot->height);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  lum_frame_count (frame, 1);

  /* Behind its line; before it where the next line or the end of the view is too near. */
  if (label_x + width > MIN (x + room, frame->left + frame->width))
    label_x = x - 4 - width;
  if (label_x >= MAX (*label_end, frame->left)) {
    lum_text_draw (frame->text, cr, label, LUM_TEXT_PLAIN, frame->theme->dim, label_x, plot->y + 2, 0);
    *label_end = label_x + width + frame->line_height * 0.4;
  }
}

static void
draw_bouts (LumFrame *frame)
{
  const GArray *bouts = frame->series->bouts;
  const LumChartRect *plot = &frame->panels[LUM_PANEL_PAIN].plot;
  double left = frame->left, right = frame->left + frame->width;
  double end_before = -1e9, label_end = -1e9;
  cairo_t *cr = frame->cr;

  for (guint i = 0; i < bouts->len; i++) {
    const LumBout *bout = &g_array_index (bouts, LumBout, i);
    double x0 = lum_frame_get_x (frame, bout->onset), x1 = lum_frame_get_x (frame, bout->last + 1);

    /* Bouts that fall on the same few pixels are drawn once. */
    if (x1 < left || x0 > right || x1 - end_before < (frame->bin_days > 1 ? CLOSEST_BINNED_PX : CLOSEST_PX))
      continue;
    x0 = round (MAX (MAX (x0, left), end_before));
    x1 = round (MIN (MAX (x1, x0 + 2), right));
    lum_color_set (cr, frame->theme->bout);
    cairo_rectangle (cr, x0, round (plot->y), x1 - x0, round (plot->y + plot->height) - round (plot->y));
    cairo_fill (cr);
    lum_color_set (cr, frame->theme->bout_rule);
    cairo_rectangle (cr, x0, round (plot->y) - 2, x1 - x0, 2 * frame->theme->line);
    cairo_fill (cr);
    lum_frame_count (frame, 1);
    end_before = x1;

    if (frame->px_per_day * (LUM_P_BEYOND - LUM_P_APPROACH) < 8)
      continue;
    if (bout->last >= bout->onset + LUM_P_APPROACH)
      /* Translators: where, on the time axis, two weeks since the pain began are over */
      draw_marker (frame, bout->onset + LUM_P_APPROACH, C_ ("chart mark", "2 weeks"),
                   bout->last >= bout->onset + LUM_P_BEYOND ? frame->px_per_day * (LUM_P_BEYOND - LUM_P_APPROACH)
                                                            : INFINITY,
                   &label_end);
    if (bout->last >= bout->onset + LUM_P_BEYOND)
      draw_marker (frame, bout->onset + LUM_P_BEYOND, C_ ("chart mark", "3 weeks"), INFINITY, &label_end);
  }
}

const LumLayer lum_layer_bouts = {"bouts", NULL, draw_bouts, FALSE};
