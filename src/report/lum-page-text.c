/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-page-text.h"

#include "lum-i18n.h"
#include "lum-text.h"

static const struct {
  double size;
  gboolean bold;
  guint16 grey;
} styles[] = {
    [LUM_PAGE_TEXT_PLAIN] = {9.5, FALSE, 0x1111}, [LUM_PAGE_TEXT_BOLD] = {9.5, TRUE, 0x0000},
    [LUM_PAGE_TEXT_DIM] = {9, FALSE, 0x4444},     [LUM_PAGE_TEXT_QUIET] = {9.5, FALSE, 0x6060},
    [LUM_PAGE_TEXT_LABEL] = {9, TRUE, 0x4444},    [LUM_PAGE_TEXT_TITLE] = {15, TRUE, 0x0000},
};

/**
 * lum_page_text_is_rtl:
 *
 * Whether the first letter of a text is of a script that is written from right to left.
 */
gboolean
lum_page_text_is_rtl (const char *text)
{
  for (; *text; text = g_utf8_next_char (text)) {
    gunichar c = g_utf8_get_char_validated (text, -1);

    if (c >= (gunichar) -2)
      return FALSE;
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
  pango_context_set_base_dir (context,
                              lum_page_text_is_rtl (_ ("Not recorded.")) ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_layout_context_changed (layout);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, attributes);
  if (width > 0) {
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
    pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  }
  pango_layout_set_text (layout, valid, -1);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
  g_object_unref (context);
  return layout;
}

double
lum_page_text_get_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
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
        cairo_move_to (cr, x + (double) logical.x / PANGO_SCALE,
                       y - *top + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
        pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
      }
    }
    line++;
  } while (pango_layout_iter_next_line (iter));
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
