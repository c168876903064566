/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* The sizes of the page's text, all 9 points or more (RP-2). */
typedef enum {
  LUM_PAGE_TEXT_PLAIN,
  LUM_PAGE_TEXT_BOLD,
  LUM_PAGE_TEXT_DIM,
  LUM_PAGE_TEXT_QUIET, /* the plain size, for what is not recorded */
  LUM_PAGE_TEXT_LABEL,
  LUM_PAGE_TEXT_HEADING,
  LUM_PAGE_TEXT_TITLE,
  LUM_PAGE_TEXT_CELL, /* of a table */
  LUM_PAGE_TEXT_CELL_HEAD,
} LumPageTextStyle;

PangoLayout *lum_page_text_new (const char *text, LumPageTextStyle style, double width);
gboolean lum_page_text_is_rtl (const char *text);
gboolean lum_page_text_page_is_rtl (void);
void lum_page_text_set (PangoLayout *layout, const char *text, double width, gboolean at_end);
double lum_page_text_get_width (PangoLayout *layout);
double lum_page_text_get_box_width (PangoLayout *layout);
double *lum_page_text_measure_lines (PangoLayout *layout, int *n_lines);
double lum_page_text_get_height (PangoLayout *layout, int first_line, int n_lines);
void lum_page_text_draw (PangoLayout *layout, cairo_t *cr, double x, double y, int first_line, int n_lines);

G_END_DECLS
