/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-xml-reader.h"

#include <math.h>

#include "lum-error.h"
#include "lum-i18n.h"
#include "lum-number.h"
#include "lum-recording.h"
#include "lum-text-decode.h"

#define BLOCK (64 * 1024)

/* A document type declaration is blanked out before the parser sees it: Apple's is broken, and nobody else's says
 * anything. Its line breaks stay, so that a line in a message is the file's. */
static void
blank_doctype (LumText *self)
{
  const char *found = g_strstr_len (self->text, (gssize) MIN (self->length, BLOCK), "<!DOCTYPE");
  const char *close, *subset;
  gsize start, end;

  if (!found)
    return;
  /* Only one that stands before the root element is one. */
  for (const char *p = self->text; p < found; p++)
    if (p[0] == '<' && (g_ascii_isalpha (p[1]) || p[1] == '_'))
      return;
  start = (gsize) (found - self->text);
  close = memchr (found, '>', self->length - start);
  subset = memchr (found, '[', self->length - start);
  if (close && subset && subset < close) {
    close = g_strstr_len (subset, (gssize) (self->length - (gsize) (subset - self->text)), "]>");
    close = close ? close + 1 : NULL;
  }
  end = close ? (gsize) (close - self->text) + 1 : self->length;

  if (!self->owned)
    self->text = self->owned = g_strndup (self->text, self->length);
  for (gsize i = start; i < end; i++)
    if (self->owned[i] != '\n')
      self->owned[i] = ' ';
}

static gboolean
feed (GMarkupParseContext *context, const LumText *text, gboolean *complete, GCancellable *cancellable, GError **error)
{
  gsize at = 0;

  *complete = FALSE;
  while (at < text->length) {
    gsize size = MIN (BLOCK, text->length - at);

    /* GMarkup does not count a line break that begins a block. */
    while (at + size < text->length && text->text[at + size] == '\n')
      size++;
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    if (!g_markup_parse_context_parse (context, text->text + at, (gssize) size, error))
      return FALSE;
    at += size;
  }
  *complete = TRUE;
  return g_markup_parse_context_end_parse (context, error);
}

/* One item that says what is wrong with the file as a whole. */
static void
refuse_file (const LumImportSource *source,
             const char *format,
             LumImportBatch *batch,
             const GError *cause,
             gboolean complete,
             GMarkupParseContext *context)
{
  int line;

  g_markup_parse_context_get_position (context, &line, NULL);
  if (cause->domain == LUM_ERROR)
    lum_recording_refuse (source, format, batch, "%s", cause->message);
  else if (complete)
    lum_recording_refuse (source, format, batch,
                          /* Translators: %d is the number of a line in a file */
                          _ ("The file is cut off: it ends in line %d in the middle of the track."), line);
  else
    lum_recording_refuse (source, format, batch,
                          /* Translators: %d is the number of a line in a file */
                          _ ("The file is broken in line %d and cannot be read."), line);
}

/**
 * lum_xml_check_depth:
 *
 * For a start callback: %FALSE with LUM_ERROR_TOO_LARGE where elements are nested too deeply.
 */
gboolean
lum_xml_check_depth (guint depth, GError **error)
{
  if (depth < LUM_XML_MAX_DEPTH)
    return TRUE;
  g_set_error_literal (error, LUM_ERROR, LUM_ERROR_TOO_LARGE, _ ("Its elements are nested too deeply."));
  return FALSE;
}

/**
 * lum_xml_take_words:
 * @at: (inout): the first text that says something stays
 *
 * Takes an element's text without the blanks around it.
 */
void
lum_xml_take_words (const GString *text, char **at)
{
  g_autofree char *words = g_strstrip (g_strdup (text->str));

  if (!*at && *words)
    *at = g_steal_pointer (&words);
}

/**
 * lum_xml_parse_hr:
 *
 * Beats a minute; 0 where there are none, which is also how many devices write "no pulse".
 */
int
lum_xml_parse_hr (const GString *text)
{
  double hr;

  return lum_number_parse_in (text->str, text->len, 25, 250, &hr) ? (int) lround (hr) : 0;
}

/**
 * lum_xml_read:
 * @format: a static word, for the item of a file that cannot be read
 * @callbacks: CDATA arrives as text
 * @broken: (out): whether it could not be read to its end; the refused item with the line is in the batch then
 *
 * Feeds a file's XML to a parser, block by block. Errors of LUM_ERROR that a callback sets are said as they are.
 *
 * Returns: %FALSE with an error only where it was cancelled
 */
gboolean
lum_xml_read (const LumImportSource *source,
              const char *format,
              const GMarkupParser *callbacks,
              gpointer user_data,
              LumImportBatch *batch,
              gboolean *broken,
              GCancellable *cancellable,
              GError **error)
{
  g_auto (LumText) text = {0};
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (callbacks, G_MARKUP_TREAT_CDATA_AS_TEXT, user_data, NULL);
  g_autoptr (GError) cause = NULL;
  gboolean complete;

  lum_text_decode (&text, source->data, source->length);
  blank_doctype (&text);
  *broken = !feed (context, &text, &complete, cancellable, &cause);
  if (cause && cause->domain == G_IO_ERROR) {
    g_propagate_error (error, g_steal_pointer (&cause));
    return FALSE;
  }
  if (*broken)
    refuse_file (source, format, batch, cause, complete, context);
  return TRUE;
}
