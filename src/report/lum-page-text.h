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
  LUM_PAGE_TEXT_TITLE,
} LumPageTextStyle;

PangoLayout *lum_page_text_new (const char *text, LumPageTextStyle style, double width);
gboolean lum_page_text_is_rtl (const char *text);
double lum_page_text_get_width (PangoLayout *layout);
double lum_page_text_get_height (PangoLayout *layout, int first_line, int n_lines);
void lum_page_text_draw (PangoLayout *layout, cairo_t *cr, double x, double y, int first_line, int n_lines);

G_END_DECLS
