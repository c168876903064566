/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-i18n.h"
#include "lum-layer.h"

/* Where there is nothing yet, a calm sentence says what will be there. */

static void
draw_sentence (LumFrame *frame, LumPanelId panel, const char *text)
{
  const LumChartRect *plot = &frame->panels[panel].plot;
  double width = plot->width * 0.86;
  double height = lum_text_measure_block (frame->text, text, width);
  double line = MIN (lum_text_measure (frame->text, text, LUM_TEXT_PLAIN), width) + frame->line_height;
  double y = plot->y + MAX ((plot->height - height) / 2, 0);

  /* The grid does not run through the words. */
  lum_color_set (frame->cr, frame->theme->halo);
  cairo_rectangle (frame->cr, plot->x + (plot->width - line) / 2, y - 1, line, height + 2);
  cairo_fill (frame->cr);
  lum_text_draw_block (frame->text, frame->cr, text, frame->theme->dim, plot->x + (plot->width - width) / 2, y, width,
                       PANGO_ALIGN_CENTER);
}

/* On paper nothing will appear any more. */
static gboolean
is_on_paper (const LumFrame *frame)
{
  return frame->view->theme == LUM_CHART_THEME_PRINT || frame->view->theme == LUM_CHART_THEME_PRINT_GREY;
}

static void
draw_empty (LumFrame *frame)
{
  const LumSeries *series = frame->series;
  gboolean paper = is_on_paper (frame);

  if (lum_series_count_scores (series, frame->first_day, frame->last_day) == 0)
    draw_sentence (frame, LUM_PANEL_PAIN,
                   !paper && lum_series_count_scores (series, series->first, series->last) == 0
                       ? _ ("Your scores will appear here, one dot a day. From three scored days in a week, a line "
                            "shows their mean.")
                       : _ ("No scores were logged in these days."));

  if (!(lum_series_get_load (series, frame->view->load, frame->first_day, frame->last_day) > 0)) {
    gboolean any = lum_series_get_load (series, LUM_CHART_LOAD_DISTANCE, series->first, series->last) > 0 ||
                   lum_series_get_load (series, LUM_CHART_LOAD_DURATION, series->first, series->last) > 0;

    draw_sentence (frame, LUM_PANEL_RUNNING,
                   !any && !paper ? _ ("Your runs will appear here, on the same days as the scores above.")
                   : frame->view->load == LUM_CHART_LOAD_EFFORT
                       ? _ ("Runs with an effort from 0 to 10 and a time appear here; there are none in these days.")
                       : _ ("No runs were logged in these days."));
  }
}

const LumLayer lum_layer_empty = {"empty", NULL, draw_empty, FALSE};
