/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-page-flow.h"
#include "lum-page-text.h"

G_BEGIN_DECLS

#define LUM_PAGE_MARGIN 44.0

/* One part while the pages are laid out: a text, or a table of the appendix. */
typedef struct {
  const LumReportPart *part;
  char *text;            /* NULL where there is a table, or nothing */
  PangoLayout *layout;   /* of a text of the page, or of what stands there for it */
  double *lines;         /* its lines' heights, added up (lum_page_text_measure_lines()) */
  int n_lines;           /* in all */
  double label_height;   /* of the label beside it, which may be longer than the text */
  int shown;             /* on the first page */
  LumReportTable *table; /* or NULL */
} LumPageBlock;

/* Pages while they are filled, from top to bottom. Places are given as on a page that is read from left to right; one
 * that is read from right to left is mirrored as its items are added. */
typedef struct {
  const LumReportInput *input;
  double width, height;       /* of the paper, in points */
  double left, right, bottom; /* of what is printed */
  gboolean rtl;
  GPtrArray *pages; /* (element-type GPtrArray) */
  GPtrArray *page;  /* the last of them */
  double y;         /* where it goes on */
} LumPageBuilder;

void lum_page_builder_init (LumPageBuilder *self, const LumReportInput *input, double width, double height);
void lum_page_builder_begin_page (LumPageBuilder *self);
LumPageItem *lum_page_builder_add (LumPageBuilder *self,
                                   LumPageItemKind kind,
                                   const char *tag,
                                   double x,
                                   double y,
                                   double width,
                                   double height);
LumPageItem *lum_page_builder_add_layout (LumPageBuilder *self,
                                          const char *tag,
                                          PangoLayout *layout,
                                          double x,
                                          double y,
                                          int first_line,
                                          int n_lines);
double lum_page_builder_add_text (LumPageBuilder *self,
                                  const char *tag,
                                  const char *text,
                                  LumPageTextStyle style,
                                  double x,
                                  double y,
                                  double width);
double lum_page_builder_add_field (LumPageBuilder *self, const char *label, const char *value, double x, double right);
void lum_page_builder_add_rule (LumPageBuilder *self, double x, double y, double width);

void lum_page_add_head (LumPageBuilder *self);
void lum_page_add_appendix (LumPageBuilder *self, const GArray *blocks, const GArray *chosen);

G_END_DECLS
