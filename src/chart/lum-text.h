/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "lum-chart-theme.h"

G_BEGIN_DECLS

/* Text for charts and reports. Metrics are unhinted, so that a text is as wide on the screen as on paper; figures are
 * tabular; ligatures are off, because readers of a PDF's structure lose them. */
typedef struct _LumText LumText;

typedef enum {
  LUM_TEXT_PLAIN = 0,
  LUM_TEXT_BOLD = 1 << 0,
} LumTextStyle;

LumText *lum_text_new (double size);
LumText *lum_text_ref (LumText *self);
void lum_text_unref (LumText *self);
double lum_text_get_size (const LumText *self);
double lum_text_get_line_height (const LumText *self);
guint lum_text_get_n_shaped (const LumText *self);
guint lum_text_get_n_glyphs (const LumText *self);
double lum_text_measure (LumText *self, const char *text, LumTextStyle style);
void lum_text_draw (LumText *self,
                    cairo_t *cr,
                    const char *text,
                    LumTextStyle style,
                    LumColor color,
                    double x,
                    double y,
                    double align);
double lum_text_draw_block (LumText *self,
                            cairo_t *cr,
                            const char *text,
                            LumColor color,
                            double x,
                            double y,
                            double width,
                            PangoAlignment alignment);
double lum_text_measure_block (LumText *self, const char *text, double width);
PangoContext *lum_text_create_context (void);
PangoFontDescription *lum_text_create_font (double size);
PangoAttrList *lum_text_create_attributes (LumTextStyle style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumText, lum_text_unref)

G_END_DECLS
