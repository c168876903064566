/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "lum-report-document.h"

G_BEGIN_DECLS

typedef enum { LUM_PAGE_ITEM_TEXT, LUM_PAGE_ITEM_RULE, LUM_PAGE_ITEM_CHART } LumPageItemKind;

/* Something in its place on a page. */
typedef struct {
  LumPageItemKind kind;
  const char *tag; /* in the structure of a PDF: "H1", "H2", "P", "Figure"; NULL for decoration */
  LumChartRect rect;
  PangoLayout *layout; /* of a text */
  int first_line, n_lines;
  gboolean dim;
  const char *outline; /* translated, static: an entry of the outline that leads here, or NULL */
} LumPageItem;

void lum_page_flow_get_size (LumPaper paper, double *width, double *height);
GPtrArray *lum_page_flow (const LumReportInput *input, double width, double height);
void lum_page_draw (const LumReportInput *input, const GPtrArray *page, cairo_t *cr, gboolean tagged);
LumChartView lum_page_get_chart_view (const LumReportInput *input);

G_END_DECLS
