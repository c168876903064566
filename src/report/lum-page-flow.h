/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "lum-page-table.h"
#include "lum-report-document.h"

G_BEGIN_DECLS

typedef enum {
  LUM_PAGE_ITEM_TEXT,
  LUM_PAGE_ITEM_RULE,
  LUM_PAGE_ITEM_CHART,
  LUM_PAGE_ITEM_ROW,   /* of a table */
  LUM_PAGE_ITEM_BEGIN, /* of a part of the structure, which may end on a later page */
  LUM_PAGE_ITEM_END,
} LumPageItemKind;

/* Something in its place on a page. */
typedef struct {
  LumPageItemKind kind;
  const char *tag; /* in the structure of a PDF: "H1", "H2", "P", "Table", "TR", "Figure"; NULL for decoration */
  LumChartRect rect;
  PangoLayout *layout;     /* of a text */
  LumPageTable *table;     /* of a row */
  int row;                 /* LUM_PAGE_TABLE_HEAD: the columns' titles */
  int first_line, n_lines; /* of the text or the row's cells */
  const char *outline;     /* translated, static: an entry of the outline that leads here, or NULL */
} LumPageItem;

void lum_page_flow_get_size (LumPaper paper, double *width, double *height);
GPtrArray *lum_page_flow (const LumReportInput *input, double width, double height);
void lum_page_draw (const LumReportInput *input, const GPtrArray *page, cairo_t *cr, gboolean tagged);
LumChartView lum_page_get_chart_view (const LumReportInput *input);

G_END_DECLS
