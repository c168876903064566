/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <string.h>

#include "lum-error.h"
#include "lum-i18n.h"
#include "lum-output-file.h"
#include "lum-report.h"

#define MARGIN 12.0
#define LARGEST 20000

typedef enum { FORM_SVG, FORM_PNG, FORM_PDF, FORM_UNKNOWN } Form;

static Form
find_form (const char *path)
{
  static const char *const endings[] = {".svg", ".png", ".pdf"};
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return (Form) i;
  return FORM_UNKNOWN;
}

static cairo_surface_t *
create_surface (Form form, LumOutputFile *file, int width, int height)
{
  switch (form) {
  case FORM_SVG:
    return cairo_svg_surface_create_for_stream (lum_output_file_write, file, width, height);
  case FORM_PDF:
    return cairo_pdf_surface_create_for_stream (lum_output_file_write, file, width, height);
  default:
    return cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  }
}

/**
 * lum_image_write_chart:
 * @width, @height: pixels, or points in a PDF; 100 to 20,000
 *
 * Saves a view of the chart. The form follows the ending of @path: .svg, .png or .pdf. The surface is finished and its
 * status read before the file is put in its place: what cannot be written whole is not there at all.
 *
 * Returns: %FALSE with LUM_ERROR_INVALID_INPUT for another ending or size, LUM_ERROR_FULL, _READ_ONLY, _NOT_FOUND or
 *   _IO
 */
gboolean
lum_image_write_chart (const LumChart *chart,
                       const LumChartView *view,
                       int width,
                       int height,
                       const char *path,
                       GError **error)
{
  g_autoptr (LumOutputFile) file = NULL;
  LumChartRect rect = {MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN};
  Form form;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;
  double red, green, blue;

  g_return_val_if_fail (chart != NULL && view != NULL && path != NULL, FALSE);

  form = find_form (path);
  if (form == FORM_UNKNOWN) {
    g_autofree char *name = g_filename_display_name (path);

    g_set_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT,
                 _ ("“%s” was not saved: its name must end in .svg, .png or .pdf."), name);
    return FALSE;
  }
  if (width < 100 || height < 100 || width > LARGEST || height > LARGEST) {
    g_set_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT,
                 _ ("A picture of %d × %d cannot be drawn; width and height must be from 100 to 20,000."), width,
                 height);
    return FALSE;
  }
  file = lum_output_file_new (path, error);
  if (!file)
    return FALSE;

  surface = create_surface (form, file, width, height);
  cr = cairo_create (surface);
  lum_chart_get_background (view->theme, &red, &green, &blue);
  cairo_set_source_rgb (cr, red, green, blue);
  cairo_paint (cr);
  lum_chart_draw (chart, cr, &rect, view, NULL);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (form == FORM_PNG && status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, lum_output_file_write, file);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return lum_output_file_commit (file, status, error);
}
