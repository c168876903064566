/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-layer.h"

/* What each panel shows, in which unit, and the key of the marks that are in view. */

static void
draw_heading (LumFrame *frame, const LumPanel *panel)
{
  double size = frame->line_height * 0.95;
  double x = panel->title.x + lum_text_measure (frame->text, panel->heading, LUM_TEXT_BOLD) + frame->line_height * 0.4;

  lum_text_draw (frame->text, frame->cr, panel->heading, LUM_TEXT_BOLD, frame->theme->text, panel->title.x,
                 panel->title.y, 0);
  lum_text_draw (frame->text, frame->cr, panel->unit, LUM_TEXT_PLAIN, frame->theme->dim, x, panel->title.y, 0);
  for (guint i = 0; i < panel->key->len; i++) {
    const LumKeyEntry *entry = &g_array_index (panel->key, LumKeyEntry, i);

    lum_color_set (frame->cr, frame->theme->pain[1]);
    lum_frame_draw_symbol (frame, entry->symbol, entry->x + size / 2, entry->y + frame->line_height / 2, size * 0.27);
    lum_text_draw (frame->text, frame->cr, entry->text, LUM_TEXT_PLAIN, frame->theme->dim, entry->x + size * 1.3,
                   entry->y, 0);
  }
}

static void
draw_headings (LumFrame *frame)
{
  for (guint i = 0; i < LUM_N_PANELS; i++)
    draw_heading (frame, &frame->panels[i]);
}

const LumLayer lum_layer_headings = {"headings", NULL, draw_headings, FALSE};
