/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-i18n.h"
#include "lum-layer.h"

/* Runs well beyond the longest of the 30 days before (OU-5): a mark above their bar, told apart by shape. */

#define CLOSEST_PX 12.0

typedef struct {
  double x, y;
  LumSpikeCategory category;
} Mark;

/* One mark a bar, and of marks that would touch the one that says more. */
static GArray *
collect (const LumFrame *frame)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (Mark));

  for (guint i = 0; i < frame->bars->len; i++) {
    const LumBar *bar = &g_array_index (frame->bars, LumBar, i);
    const LumSpike *spike = lum_series_get_spike (frame->series, bar->first, bar->last);
    Mark mark;

    /* Over many years every other bar has seen a run that was a little longer: then only the others say something. */
    if (!spike || (frame->bar_unit > LUM_BAR_MONTH && spike->category == LUM_SPIKE_SMALL))
      continue;
    mark.x = (lum_frame_get_x (frame, bar->first) + lum_frame_get_x (frame, bar->last + 1)) / 2;
    mark.y = lum_frame_get_load_y (frame, bar->value);
    mark.category = spike->category;
    if (marks->len > 0) {
      Mark *before = &g_array_index (marks, Mark, marks->len - 1);

      if (mark.x - before->x < CLOSEST_PX) {
        if (mark.category > before->category)
          *before = mark;
        continue;
      }
    }
    g_array_append_val (marks, mark);
  }
  return marks;
}

static void
add_keys (LumFrame *frame)
{
  g_autoptr (GArray) marks = collect (frame);
  guint seen = 0;

  for (guint i = 0; i < marks->len; i++)
    seen |= 1u << g_array_index (marks, Mark, i).category;

  /* Translators: the key of the chart: a run that is longer than the longest of the 30 days before, by so much */
  if (seen & 1u << LUM_SPIKE_SMALL)
    lum_frame_add_key (frame, LUM_PANEL_RUNNING, LUM_SYMBOL_SPIKE_SMALL, C_ ("chart key", "over 10 % longer"));
  if (seen & 1u << LUM_SPIKE_MODERATE)
    lum_frame_add_key (frame, LUM_PANEL_RUNNING, LUM_SYMBOL_SPIKE_MODERATE, C_ ("chart key", "over 30 %"));
  if (seen & 1u << LUM_SPIKE_LARGE)
    lum_frame_add_key (frame, LUM_PANEL_RUNNING, LUM_SYMBOL_SPIKE_LARGE, C_ ("chart key", "over double"));
}

static void
draw_spikes (LumFrame *frame)
{
  g_autoptr (GArray) marks = collect (frame);
  double size = 3.6;

  for (guint i = 0; i < marks->len; i++) {
    const Mark *mark = &g_array_index (marks, Mark, i);
    LumSymbol symbol = mark->category == LUM_SPIKE_LARGE      ? LUM_SYMBOL_SPIKE_LARGE
                       : mark->category == LUM_SPIKE_MODERATE ? LUM_SYMBOL_SPIKE_MODERATE
                                                              : LUM_SYMBOL_SPIKE_SMALL;

    if (mark->x < frame->left || mark->x > frame->left + frame->width)
      continue;
    lum_frame_draw_symbol (frame, symbol, mark->x, mark->y - size - 4, size);
    lum_frame_count (frame, 1);
  }
}

const LumLayer lum_layer_spikes = {"spikes", add_keys, draw_spikes, TRUE};
