/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-text.h"

#include <string.h>

#define FONT_FAMILIES "Cantarell, Adwaita Sans, Inter, Noto Sans, DejaVu Sans, sans-serif"
#define FONT_FEATURES "tnum=1, liga=0, clig=0"

/* Lines are kept as they were shaped, for shaping is most of what text costs; beyond so many all are let go. */
#define MOST_LINES 512

typedef struct {
  PangoLayout *layout;
  double width;
  guint n_glyphs;
} Line;

struct _LumText {
  guint refs;
  PangoContext *context;
  PangoFontDescription *font;
  PangoAttrList *attributes[2];
  GHashTable *lines[2]; /* by style: Line by its text */
  PangoLayout *block;
  double size;
  double line_height;
  guint n_shaped, n_glyphs;
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

static void
line_free (gpointer data)
{
  g_object_unref (((Line *) data)->layout);
  g_free (data);
}

static PangoLayout *
create_layout (LumText *self, LumTextStyle style)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_font_description (layout, self->font);
  pango_layout_set_attributes (layout, self->attributes[style]);
  return layout;
}

/**
 * lum_text_new:
 * @size: the em in units of the surface (pixels, or points on paper)
 *
 * A pen for text of one size. It remembers what it has drawn: hand it on where the same labels come again.
 *
 * Returns: (transfer full): the pen; one thread at a time may use it
 */
LumText *
lum_text_new (double size)
{
  LumText *self = g_new0 (LumText, 1);
  PangoRectangle logical;

  self->refs = 1;
  self->size = size;
  self->context = lum_text_create_context ();
  self->font = lum_text_create_font (size);
  for (guint style = 0; style < G_N_ELEMENTS (self->attributes); style++) {
    self->attributes[style] = lum_text_create_attributes (style);
    self->lines[style] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, line_free);
  }
  self->block = create_layout (self, LUM_TEXT_PLAIN);
  pango_layout_set_wrap (self->block, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (self->block, "0", 1);
  pango_layout_get_extents (self->block, NULL, &logical);
  self->line_height = (double) logical.height / PANGO_SCALE;
  return self;
}

LumText *
lum_text_ref (LumText *self)
{
  self->refs++;
  return self;
}

void
lum_text_unref (LumText *self)
{
  if (--self->refs > 0)
    return;
  for (guint style = 0; style < G_N_ELEMENTS (self->attributes); style++) {
    g_hash_table_unref (self->lines[style]);
    pango_attr_list_unref (self->attributes[style]);
  }
  g_object_unref (self->block);
  pango_font_description_free (self->font);
  g_object_unref (self->context);
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

/**
 * lum_text_get_n_shaped:
 *
 * How many texts were shaped so far: what is drawn again does not add to it.
 */
guint
lum_text_get_n_shaped (const LumText *self)
{
  return self->n_shaped;
}

/**
 * lum_text_get_n_glyphs:
 *
 * How many letters and figures were drawn so far.
 */
guint
lum_text_get_n_glyphs (const LumText *self)
{
  return self->n_glyphs;
}

static const Line *
find_line (LumText *self, const char *text, LumTextStyle style)
{
  GHashTable *lines = self->lines[style & LUM_TEXT_BOLD ? 1 : 0];
  Line *line = g_hash_table_lookup (lines, text);
  PangoRectangle logical;

  if (line)
    return line;
  if (g_hash_table_size (lines) >= MOST_LINES)
    g_hash_table_remove_all (lines);
  line = g_new0 (Line, 1);
  line->layout = create_layout (self, style & LUM_TEXT_BOLD ? LUM_TEXT_BOLD : LUM_TEXT_PLAIN);
  pango_layout_set_text (line->layout, text, -1);
  pango_layout_get_extents (line->layout, NULL, &logical);
  line->width = (double) logical.width / PANGO_SCALE;
  line->n_glyphs = (guint) g_utf8_strlen (text, -1);
  self->n_shaped++;
  g_hash_table_insert (lines, g_strdup (text), line);
  return line;
}

/**
 * lum_text_measure:
 *
 * The width of a line of text.
 */
double
lum_text_measure (LumText *self, const char *text, LumTextStyle style)
{
  return find_line (self, text, style)->width;
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
  const Line *line = find_line (self, text, style);

  self->n_glyphs += line->n_glyphs;
  lum_color_set (cr, color);
  cairo_move_to (cr, x - align * line->width, y);
  pango_cairo_show_layout (cr, line->layout);
}

static PangoLayout *
set_block (LumText *self, const char *text, double width, PangoAlignment alignment)
{
  int units = (int) (MAX (width, 1) * PANGO_SCALE);

  if (strcmp (pango_layout_get_text (self->block), text) != 0) {
    pango_layout_set_text (self->block, text, -1);
    self->n_shaped++;
  }
  if (pango_layout_get_width (self->block) != units)
    pango_layout_set_width (self->block, units);
  if (pango_layout_get_alignment (self->block) != alignment)
    pango_layout_set_alignment (self->block, alignment);
  return self->block;
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

  pango_layout_get_extents (set_block (self, text, width, PANGO_ALIGN_LEFT), NULL, &logical);
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
  PangoLayout *layout = set_block (self, text, width, alignment);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  self->n_glyphs += (guint) g_utf8_strlen (text, -1);
  lum_color_set (cr, color);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  return (double) logical.height / PANGO_SCALE;
}
