/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-yardstick.h"

#define LABEL_GLYPHS 5
#define FONT_SIZE 12

static cairo_scaled_font_t *
create_font (cairo_glyph_t **glyphs)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
  cairo_t *cr = cairo_create (surface);
  cairo_scaled_font_t *font;
  int n = 0;

  cairo_select_font_face (cr, "Cantarell", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, FONT_SIZE);
  font = cairo_scaled_font_reference (cairo_get_scaled_font (cr));
  *glyphs = NULL;
  cairo_scaled_font_text_to_glyphs (font, 0, 0, "27May", LABEL_GLYPHS, glyphs, &n, NULL, NULL, NULL);
  g_assert (n == LABEL_GLYPHS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return font;
}

/**
 * bench_draw_yardstick:
 *
 * Draws as many bare segments and glyphs, all over the place: nothing is computed, nothing is shaped.
 */
void
bench_draw_yardstick (cairo_t *cr, int width, int height, guint segments, guint glyphs)
{
  static cairo_scaled_font_t *font;
  static cairo_glyph_t *label;

  if (!font)
    font = create_font (&label);
  cairo_set_line_width (cr, 2);
  for (guint i = 0; i < segments; i++) {
    double x = 40 + (double) (i * 37 % (guint) (width - 80)), y = 40 + (double) (i * 61 % (guint) (height - 80));

    cairo_set_source_rgb (cr, 0.2, 0.4, 0.6);
    cairo_move_to (cr, x, y);
    cairo_line_to (cr, x + 3, y + 24);
    cairo_stroke (cr);
  }
  cairo_set_scaled_font (cr, font);
  for (guint i = 0; i < glyphs / LABEL_GLYPHS; i++) {
    cairo_save (cr);
    cairo_translate (cr, 40 + (double) (i * 53 % (guint) (width - 80)), 40 + (double) (i * 29 % (guint) (height - 80)));
    cairo_show_glyphs (cr, label, LABEL_GLYPHS);
    cairo_restore (cr);
  }
}
