/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-page-text.h"

#include "lum-i18n.h"
#include "lum-text.h"

static const struct {
  double size;
  gboolean bold;
  guint16 grey;
} styles[] = {
    [LUM_PAGE_TEXT_PLAIN] = {9.5, FALSE, 0x1111},  [LUM_PAGE_TEXT_BOLD] = {9.5, TRUE, 0x0000},
    [LUM_PAGE_TEXT_DIM] = {9, FALSE, 0x4444},      [LUM_PAGE_TEXT_QUIET] = {9.5, FALSE, 0x6060},
    [LUM_PAGE_TEXT_LABEL] = {9, TRUE, 0x4444},     [LUM_PAGE_TEXT_HEADING] = {11, TRUE, 0x0000},
    [LUM_PAGE_TEXT_TITLE] = {15, TRUE, 0x0000},    [LUM_PAGE_TEXT_CELL] = {9, FALSE, 0x1111},
    [LUM_PAGE_TEXT_CELL_HEAD] = {9, TRUE, 0x3333},
};

static gboolean
is_rtl_mark (gunichar c)
{
  return c == 0x200f || c == 0x202b || c == 0x202e || c == 0x2067;
}

/**
 * lum_page_text_is_rtl:
 *
 * Whether the first letter of a text is of a script that is written from right to left, or a mark before it says so.
 */
gboolean
lum_page_text_is_rtl (const char *text)
{
  for (; *text; text = g_utf8_next_char (text)) {
    gunichar c = g_utf8_get_char_validated (text, -1);

    if (c >= (gunichar) -2)
      return FALSE;
    if (is_rtl_mark (c))
      return TRUE;
    if (!g_unichar_isalpha (c))
      continue;
    switch (g_unichar_get_script (c)) {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_ADLAM:
      return TRUE;
    default:
      return FALSE;
    }
  }
  return FALSE;
}

/**
 * lum_page_text_page_is_rtl:
 *
 * Whether the page's own language is written from right to left: then the page is mirrored.
 */
gboolean
lum_page_text_page_is_rtl (void)
{
  return lum_page_text_is_rtl (_ ("Not recorded."));
}

static void
forbid_break (PangoAttrList *attributes, const char *text, const char *at)
{
  PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

  attribute->start_index = (guint) (at - text);
  attribute->end_index = (guint) (g_utf8_next_char (at) - text) + 1;
  pango_attr_list_insert (attributes, attribute);
}

/* A line does not end after a number that counts something, as in "24 km" and "13 May", nor within "(n 21)" and "9–11". */
static void
keep_numbers_together (PangoAttrList *attributes, const char *text)
{
  gunichar before = ' ';
  gboolean in_number = FALSE, in_n = FALSE;

  for (const char *at = text; *at; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at), next = g_utf8_get_char (g_utf8_next_char (at));

    if (c == 0x2013 && in_number && g_unichar_isdigit (next))
      forbid_break (attributes, text, at);
    if (c == ' ' && ((in_number && g_unichar_isalpha (next)) || (in_n && g_unichar_isdigit (next))))
      forbid_break (attributes, text, at);
    in_number = g_unichar_isdigit (c) && (in_number || !g_unichar_isalnum (before));
    in_n = c == 'n' && before == '(';
    before = c;
  }
}

/**
 * lum_page_text_set:
 * @layout: of lum_page_text_new()
 * @width: points to wrap at, or -1 for one line
 * @at_end: whether it stands at the end of that width, as numbers of a table do
 *
 * Another text in the same letters.
 */
void
lum_page_text_set (PangoLayout *layout, const char *text, double width, gboolean at_end)
{
  /* Alignment is not turned around by pango, as the direction is the page's and not each text's own. */
  pango_layout_set_alignment (layout, lum_page_text_page_is_rtl () != at_end ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_width (layout, width > 0 ? (int) (width * PANGO_SCALE) : -1);
  pango_layout_set_text (layout, text, -1);
}

/**
 * lum_page_text_new:
 * @width: points to wrap at, or -1 for one line
 *
 * A text of the page, in any script.
 *
 * Returns: (transfer full): the layout
 */
PangoLayout *
lum_page_text_new (const char *text, LumPageTextStyle style, double width)
{
  PangoContext *context = lum_text_create_context ();
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = lum_text_create_font (styles[style].size);
  PangoAttrList *attributes = lum_text_create_attributes (styles[style].bold ? LUM_TEXT_BOLD : LUM_TEXT_PLAIN);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  pango_attr_list_insert (attributes,
                          pango_attr_foreground_new (styles[style].grey, styles[style].grey, styles[style].grey));
  /* The page runs as its language does; somebody's name does not turn a line around. */
  pango_context_set_base_dir (context, lum_page_text_page_is_rtl () ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_layout_context_changed (layout);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_font_description (layout, font);
  if (width > 0)
    keep_numbers_together (attributes, valid);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  lum_page_text_set (layout, valid, width, FALSE);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
  g_object_unref (context);
  return layout;
}

/**
 * lum_page_text_get_width:
 *
 * The width of its longest line, in points.
 */
double
lum_page_text_get_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

/**
 * lum_page_text_get_box_width:
 *
 * The width that it takes on the page, in points: what it is wrapped at, else that of its longest line.
 */
double
lum_page_text_get_box_width (PangoLayout *layout)
{
  int width = pango_layout_get_width (layout);

  return width > 0 ? (double) width / PANGO_SCALE : lum_page_text_get_width (layout);
}

/* Between two lines there is no space to be seen, but whoever reads the structure of the file would join the words. */
static void
draw_space (PangoLayout *layout, cairo_t *cr, double x, double y)
{
  PangoLayout *space = pango_layout_new (pango_layout_get_context (layout));

  pango_layout_set_font_description (space, pango_layout_get_font_description (layout));
  pango_layout_set_text (space, " ", 1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (space, 0));
  g_object_unref (space);
}

/* The vertical extent of lines [first, first + n), and what to do with each of them. */
static void
walk (PangoLayout *layout, int first_line, int n_lines, double *top, double *bottom, cairo_t *cr, double x, double y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int line = 0;

  *top = *bottom = 0;
  do {
    PangoRectangle logical;

    if (line >= first_line && line < first_line + n_lines) {
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      if (line == first_line)
        *top = (double) logical.y / PANGO_SCALE;
      *bottom = (double) (logical.y + logical.height) / PANGO_SCALE;
      if (cr) {
        double base = y - *top + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;

        cairo_move_to (cr, x + (double) logical.x / PANGO_SCALE, base);
        pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
        if (line + 1 < first_line + n_lines)
          draw_space (layout, cr, x + (double) (logical.x + logical.width) / PANGO_SCALE, base);
      }
    }
    line++;
  } while (line < first_line + n_lines && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/**
 * lum_page_text_get_height:
 *
 * The height of some lines of a text.
 *
 * Returns: points
 */
double
lum_page_text_get_height (PangoLayout *layout, int first_line, int n_lines)
{
  double top, bottom;

  walk (layout, first_line, n_lines, &top, &bottom, NULL, 0, 0);
  return bottom - top;
}

/**
 * lum_page_text_measure_lines:
 * @n_lines: (out): how many lines there are
 *
 * The heights of all lines, added up: lines a to b, without b, are as high as element b less element a.
 *
 * Returns: (transfer full): @n_lines + 1 heights in points, the first of which is 0
 */
double *
lum_page_text_measure_lines (PangoLayout *layout, int *n_lines)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double *heights;
  int line = 0;

  *n_lines = pango_layout_get_line_count (layout);
  heights = g_new0 (double, *n_lines + 1);
  do {
    PangoRectangle logical;

    pango_layout_iter_get_line_extents (iter, NULL, &logical);
    heights[++line] = (double) (logical.y + logical.height) / PANGO_SCALE;
  } while (line < *n_lines && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return heights;
}

/**
 * lum_page_text_draw:
 *
 * Draws some lines of a text, the top of the first at @y.
 */
void
lum_page_text_draw (PangoLayout *layout, cairo_t *cr, double x, double y, int first_line, int n_lines)
{
  double top, bottom;

  walk (layout, first_line, n_lines, &top, &bottom, cr, x, y);
}
