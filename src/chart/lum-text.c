/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-text.h"

#define FONT_FAMILIES "Cantarell, Adwaita Sans, Inter, Noto Sans, DejaVu Sans, sans-serif"
#define FONT_FEATURES "tnum=1, liga=0, clig=0"

struct _LumText {
  PangoLayout *layout;
  PangoAttrList *attributes[2];
  double size;
  double line_height;
};

/**
 * lum_text_create_attributes:
 *
 * What all text of charts and reports has in common.
 *
 * Returns: (transfer full): attributes for a whole layout
 */
PangoAttrList *
lum_text_create_attributes (LumTextStyle style)
{
  PangoAttrList *list = pango_attr_list_new ();

  pango_attr_list_insert (list, pango_attr_font_features_new (FONT_FEATURES));
  if (style & LUM_TEXT_BOLD)
    pango_attr_list_insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  return list;
}

/**
 * lum_text_create_font:
 * @size: the em in units of the surface
 *
 * The families that are tried in turn; what none of them has comes from whatever font the system has for it.
 *
 * Returns: (transfer full): the description
 */
PangoFontDescription *
lum_text_create_font (double size)
{
  PangoFontDescription *font = pango_font_description_from_string (FONT_FAMILIES);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  return font;
}

/**
 * lum_text_create_context:
 *
 * A pango context whose metrics do not depend on the surface: unhinted, one unit a pixel or point.
 *
 * Returns: (transfer full): the context
 */
PangoContext *
lum_text_create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

/**
 * lum_text_new:
 * @size: the em in units of the surface (pixels, or points on paper)
 *
 * A pen for text of one size.
 *
 * Returns: (transfer full): the pen
 */
LumText *
lum_text_new (double size)
{
  LumText *self = g_new0 (LumText, 1);
  PangoContext *context = lum_text_create_context ();
  PangoFontDescription *font = lum_text_create_font (size);
  PangoRectangle logical;

  self->size = size;
  self->layout = pango_layout_new (context);
  g_object_unref (context);
  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);
  self->attributes[0] = lum_text_create_attributes (LUM_TEXT_PLAIN);
  self->attributes[1] = lum_text_create_attributes (LUM_TEXT_BOLD);

  pango_layout_set_text (self->layout, "0", 1);
  pango_layout_get_extents (self->layout, NULL, &logical);
  self->line_height = (double) logical.height / PANGO_SCALE;
  return self;
}

void
lum_text_free (LumText *self)
{
  g_object_unref (self->layout);
  pango_attr_list_unref (self->attributes[0]);
  pango_attr_list_unref (self->attributes[1]);
  g_free (self);
}

double
lum_text_get_size (const LumText *self)
{
  return self->size;
}

double
lum_text_get_line_height (const LumText *self)
{
  return self->line_height;
}

static void
set_line (LumText *self, const char *text, LumTextStyle style)
{
  pango_layout_set_width (self->layout, -1);
  pango_layout_set_alignment (self->layout, PANGO_ALIGN_LEFT);
  pango_layout_set_attributes (self->layout, self->attributes[style & LUM_TEXT_BOLD ? 1 : 0]);
  pango_layout_set_text (self->layout, text, -1);
}

/**
 * lum_text_measure:
 *
 * The width of a line of text.
 */
double
lum_text_measure (LumText *self, const char *text, LumTextStyle style)
{
  PangoRectangle logical;

  set_line (self, text, style);
  pango_layout_get_extents (self->layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

/**
 * lum_text_draw:
 * @x, @y: the anchor; @y is the top of the line
 * @align: 0 when @x is the left edge, 0.5 the middle, 1 the right edge
 *
 * Draws a line of text.
 */
void
lum_text_draw (LumText *self,
               cairo_t *cr,
               const char *text,
               LumTextStyle style,
               LumColor color,
               double x,
               double y,
               double align)
{
  PangoRectangle logical;

  set_line (self, text, style);
  pango_layout_get_extents (self->layout, NULL, &logical);
  lum_color_set (cr, color);
  cairo_move_to (cr, x - align * logical.width / PANGO_SCALE, y);
  pango_cairo_show_layout (cr, self->layout);
}

static void
set_block (LumText *self, const char *text, double width, PangoAlignment alignment)
{
  set_line (self, text, LUM_TEXT_PLAIN);
  pango_layout_set_width (self->layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (self->layout, alignment);
}

/**
 * lum_text_measure_block:
 *
 * The height of a text that is wrapped to @width.
 */
double
lum_text_measure_block (LumText *self, const char *text, double width)
{
  PangoRectangle logical;

  set_block (self, text, width, PANGO_ALIGN_LEFT);
  pango_layout_get_extents (self->layout, NULL, &logical);
  return (double) logical.height / PANGO_SCALE;
}

/**
 * lum_text_draw_block:
 *
 * Draws a text wrapped to @width, from the top left corner of its block.
 *
 * Returns: its height
 */
double
lum_text_draw_block (LumText *self,
                     cairo_t *cr,
                     const char *text,
                     LumColor color,
                     double x,
                     double y,
                     double width,
                     PangoAlignment alignment)
{
  PangoRectangle logical;

  set_block (self, text, width, alignment);
  pango_layout_get_extents (self->layout, NULL, &logical);
  lum_color_set (cr, color);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, self->layout);
  return (double) logical.height / PANGO_SCALE;
}
