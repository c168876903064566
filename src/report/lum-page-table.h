/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "lum-report-table.h"

G_BEGIN_DECLS

/* A table as it lies on paper: how wide its columns are, and how a row is drawn. The cells are set anew whenever they are
 * drawn, so that ten years of days do not keep a layout each. */
typedef struct _LumPageTable LumPageTable;

#define LUM_PAGE_TABLE_HEAD (-1) /* the row of the titles */
#define LUM_PAGE_TABLE_PADDING 2.0

LumPageTable *lum_page_table_new (LumReportTable *table, double width);
LumPageTable *lum_page_table_ref (LumPageTable *self);
void lum_page_table_unref (LumPageTable *self);
void lum_page_table_measure_row (LumPageTable *self, int row, GArray *lines);
void lum_page_table_end (LumPageTable *self);
PangoLayout *lum_page_table_create_cell (const LumPageTable *self, int row, guint column);
guint lum_page_table_get_n_columns (const LumPageTable *self);
void lum_page_table_draw_row (const LumPageTable *self,
                              cairo_t *cr,
                              double x,
                              double y,
                              int row,
                              int first_line,
                              int n_lines,
                              double height,
                              gboolean tagged);

G_END_DECLS
