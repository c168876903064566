/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>

#include "lum-i18n.h"
#include "lum-output-file.h"
#include "lum-page-flow.h"
#include "lum-pdf-update.h"
#include "lum-report-private.h"

static void
set_metadata (const LumReport *self, cairo_surface_t *surface)
{
  g_autofree char *range = lum_report_format_range (self->input.first, self->input.last, LUM_DAY_NONE);
  /* Translators: the title of the file; %s is the period */
  g_autofree char *title = g_strdup_printf (_ ("Low-back and running diary, %s"), range);
  LumInstant created =
      self->input.options.created == LUM_INSTANT_NONE ? g_get_real_time () / 1000 : self->input.options.created;
  g_autofree char *date = lum_instant_to_iso (created / 1000 * 1000);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  if (self->input.options.name)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, self->input.options.name);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, _ ("A patient’s own diary for a visit"));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, _ ("low back, pain, running, diary"));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Lumbar " LUM_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

static void
add_outline (const GPtrArray *page, guint number, cairo_surface_t *surface)
{
  for (guint i = 0; i < page->len; i++) {
    const LumPageItem *item = g_ptr_array_index (page, i);
    g_autofree char *target = NULL;

    if (!item->outline)
      continue;
    target = g_strdup_printf ("page=%u pos=[%d %d]", number, (int) item->rect.x, (int) item->rect.y);
    cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, item->outline, target, 0);
  }
}

static cairo_status_t
collect (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The language of the texts, which need not be that of the locale, and what the chart shows in words. */
static void
add_accessible_texts (const LumReport *self, GByteArray *bytes)
{
  LumChartView view = lum_page_get_chart_view (&self->input);
  g_autofree char *described = lum_chart_describe (self->input.chart, &view);
  LumPdfUpdate update = {
      /* Translators: the code of the language that you translate to, as in BCP 47: de, pt-BR … */
      .language = C_ ("language code", "en"),
      .figure_text = described,
  };

  lum_pdf_update_append (bytes, &update);
}

/**
 * lum_report_write_pdf:
 *
 * Saves the report: text as text, tagged, with outline and metadata. The file is written beside its place and put
 * there when it is complete.
 *
 * Returns: %FALSE with LUM_ERROR_FULL, _READ_ONLY, _NOT_FOUND or _IO; nothing is then left behind
 */
gboolean
lum_report_write_pdf (const LumReport *self, const char *path, GError **error)
{
  g_autoptr (LumOutputFile) file = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  file = lum_output_file_new (path, error);
  if (!file)
    return FALSE;

  surface = cairo_pdf_surface_create_for_stream (collect, bytes, self->width, self->height);
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (self, surface);
  cr = cairo_create (surface);
  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < self->pages->len; i++) {
    const GPtrArray *page = g_ptr_array_index (self->pages, i);

    if (i > 0)
      cairo_show_page (cr);
    lum_page_draw (&self->input, page, cr, TRUE);
    add_outline (page, i + 1, surface);
  }
  cairo_tag_end (cr, "Document");
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status == CAIRO_STATUS_SUCCESS) {
    add_accessible_texts (self, bytes);
    status = lum_output_file_write (file, bytes->data, bytes->len);
  }
  return lum_output_file_commit (file, status, error);
}
