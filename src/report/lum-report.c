/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-report.h"

#include "lum-page-flow.h"
#include "lum-report-private.h"

/**
 * lum_report_new:
 *
 * Makes the report of a period and lays it out on pages (RP-1, RP-2).
 *
 * Returns: (transfer full): the report
 */
LumReport *
lum_report_new (LumDiary *diary, LumFindings *findings, const LumReportOptions *options)
{
  LumReport *self;

  g_return_val_if_fail (diary != NULL && findings != NULL && options != NULL, NULL);

  self = g_new0 (LumReport, 1);
  lum_report_input_init (&self->input, diary, findings, options);
  lum_page_flow_get_size (options->paper, &self->width, &self->height);
  self->pages = lum_page_flow (&self->input, self->width, self->height);
  return self;
}

/**
 * lum_report_new_apart:
 *
 * Makes a report that another thread will draw. Its texts keep the font map that they were laid out with, which two
 * threads must not use at once: this one has a font map of its own.
 *
 * Returns: (transfer full): the report, to be used by one thread at a time
 */
LumReport *
lum_report_new_apart (LumDiary *diary, LumFindings *findings, const LumReportOptions *options)
{
  PangoFontMap *before = g_object_ref (pango_cairo_font_map_get_default ()); /* this thread's */
  PangoFontMap *own = pango_cairo_font_map_new ();
  LumReport *self;

  pango_cairo_font_map_set_default (PANGO_CAIRO_FONT_MAP (own));
  self = lum_report_new (diary, findings, options);
  pango_cairo_font_map_set_default (PANGO_CAIRO_FONT_MAP (before));
  g_object_unref (own);
  g_object_unref (before);
  return self;
}

void
lum_report_free (LumReport *self)
{
  g_ptr_array_unref (self->pages);
  lum_report_input_clear (&self->input);
  g_free (self);
}

/**
 * lum_report_get_period:
 * @first: (out): the period's first day
 * @last: (out): its last day, counted
 *
 * The days that the report is about.
 */
void
lum_report_get_period (const LumReport *self, LumDay *first, LumDay *last)
{
  *first = self->input.first;
  *last = self->input.last;
}

guint
lum_report_get_n_pages (const LumReport *self)
{
  return self->pages->len;
}

/**
 * lum_report_get_page_size:
 *
 * The size of the paper, in points.
 */
void
lum_report_get_page_size (const LumReport *self, double *width_pt, double *height_pt)
{
  *width_pt = self->width;
  *height_pt = self->height;
}

/**
 * lum_report_draw_page:
 * @cr: with points as its unit; the paper's white is the caller's
 * @page: from 0
 *
 * Draws a page by the code that writes the file.
 */
void
lum_report_draw_page (const LumReport *self, cairo_t *cr, guint page)
{
  g_return_if_fail (self != NULL && cr != NULL && page < self->pages->len);

  lum_page_draw (&self->input, g_ptr_array_index (self->pages, page), cr, FALSE);
}
