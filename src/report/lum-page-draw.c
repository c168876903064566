/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-page-flow.h"
#include "lum-page-text.h"

/* The chart's own text is 12 units high; on paper it is 9 points. */
#define CHART_SCALE 0.75

static void
draw_chart (const LumReportInput *input, const LumChartRect *rect, cairo_t *cr)
{
  LumChartView view = lum_page_get_chart_view (input);
  LumChartRect scaled = {0, 0, rect->width / CHART_SCALE, rect->height / CHART_SCALE};

  cairo_save (cr);
  cairo_translate (cr, rect->x, rect->y);
  cairo_scale (cr, CHART_SCALE, CHART_SCALE);
  lum_chart_draw (input->chart, cr, &scaled, &view, NULL);
  cairo_restore (cr);
}

static void
draw_item (const LumReportInput *input, const LumPageItem *item, cairo_t *cr, gboolean tagged)
{
  switch (item->kind) {
  case LUM_PAGE_ITEM_TEXT:
    lum_page_text_draw (item->layout, cr, item->rect.x, item->rect.y, item->first_line, item->n_lines);
    break;
  case LUM_PAGE_ITEM_RULE:
    cairo_set_source_rgb (cr, 0.45, 0.45, 0.45);
    cairo_set_line_width (cr, 0.6);
    cairo_move_to (cr, item->rect.x, item->rect.y);
    cairo_line_to (cr, item->rect.x + item->rect.width, item->rect.y);
    cairo_stroke (cr);
    break;
  case LUM_PAGE_ITEM_CHART:
    draw_chart (input, &item->rect, cr);
    break;
  case LUM_PAGE_ITEM_ROW:
    lum_page_table_draw_row (item->table, cr, item->rect.x, item->rect.y, item->row, item->first_line, item->n_lines,
                             item->rect.height, tagged && item->tag);
    break;
  case LUM_PAGE_ITEM_BEGIN:
  case LUM_PAGE_ITEM_END:
    break;
  }
}

/**
 * lum_page_draw:
 * @tagged: whether the structure is written; only where @cr is that of a PDF file, for a recording surface fails at
 *   the first tag
 *
 * Draws a page, for preview, paper and file alike.
 */
void
lum_page_draw (const LumReportInput *input, const GPtrArray *page, cairo_t *cr, gboolean tagged)
{
  cairo_save (cr);
  for (guint i = 0; i < page->len; i++) {
    const LumPageItem *item = g_ptr_array_index (page, i);

    if (tagged && item->tag && item->kind != LUM_PAGE_ITEM_END)
      cairo_tag_begin (cr, item->tag, NULL);
    draw_item (input, item, cr, tagged);
    if (tagged && item->tag && item->kind != LUM_PAGE_ITEM_BEGIN)
      cairo_tag_end (cr, item->tag);
  }
  cairo_restore (cr);
}
