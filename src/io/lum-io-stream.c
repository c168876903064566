/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lum-error.h"
#include "lum-gunzip.h"
#include "lum-i18n.h"
#include "lum-importers.h"

/* Files by their streams: what is small is read whole, what may be large is handed on as a stream. */

#define HEAD (64 * 1024)
#define CHUNK (256 * 1024)

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
refuse (const LumImportSource *source, LumImportBatch *batch, const char *format, const char *reason)
{
  LumImportItem *item = lum_import_batch_add (batch, source->file, source->member, format);

  lum_import_batch_refuse (batch, item, LUM_IMPORT_REFUSED, "%s", reason);
}

static void
refuse_failure (const LumImportSource *source, LumImportBatch *batch, const GError *cause)
{
  g_autofree char *reason = NULL;

  if (cause->domain == LUM_ERROR)
    reason = g_strdup (cause->message);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    reason = g_strdup (_ ("It cannot be read: you have no permission."));
  else
    /* Translators: %s is a reason that the system gives. */
    reason = g_strdup_printf (_ ("It cannot be read: %s"), cause->message);
  refuse (source, batch, "unknown", reason);
}

/* The rest of the stream, if it is not longer than @max. */
static GByteArray *
load (GInputStream *stream, gsize max, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  while (bytes->len <= max) {
    guint old_length = bytes->len;
    gssize n;

    g_byte_array_set_size (bytes, old_length + CHUNK);
    n = g_input_stream_read (stream, bytes->data + old_length, CHUNK, cancellable, error);
    g_byte_array_set_size (bytes, old_length + (guint) MAX (n, 0));
    if (n < 0)
      return NULL;
    if (n == 0)
      return g_steal_pointer (&bytes);
  }
  return g_steal_pointer (&bytes);
}

/* The hash of the bytes goes with every run of them: the same bytes are the same run for ever. */
static void
set_hash (LumImportBatch *batch, guint first_item, const GByteArray *bytes)
{
  const char *text = NULL;

  for (guint i = first_item; i < lum_import_batch_get_n_items (batch); i++) {
    LumImportItem *item = lum_import_batch_get_item (batch, i);

    for (guint j = 0; item->kind == LUM_RECORD_RUN && item->records && j < item->records->len; j++) {
      LumRun *run = item->records->pdata[j];

      if (run->sha256)
        continue;
      if (!text) {
        g_autofree char *hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes->data, bytes->len);

        text = lum_import_batch_text (batch, hash);
      }
      run->sha256 = text;
    }
  }
}

static gboolean
read_whole (const LumImportSource *source,
            GInputStream *stream,
            gsize max,
            LumImportBatch *batch,
            GCancellable *cancellable,
            GError **error)
{
  guint first_item = lum_import_batch_get_n_items (batch);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GByteArray) bytes = load (stream, max, cancellable, &cause);
  LumImportSource whole = *source;

  if (!bytes && is_cancelled (cause)) {
    g_propagate_error (error, g_steal_pointer (&cause));
    return FALSE;
  }
  if (!bytes) {
    refuse_failure (source, batch, cause);
    return TRUE;
  }
  if (bytes->len > max) {
    g_autofree char *reason =
        /* Translators: %u is a number of mebibytes */
        g_strdup_printf (_ ("It is larger than %u MiB; no run is that large."), (guint) (max / (1024 * 1024)));

    refuse (source, batch, "unknown", reason);
    return TRUE;
  }
  whole.data = bytes->len ? bytes->data : (const guint8 *) "";
  whole.length = bytes->len;
  if (!lum_io_read (&whole, batch, cancellable, error))
    return FALSE;
  set_hash (batch, first_item, bytes);
  return TRUE;
}

/**
 * lum_io_read_stream:
 * @source: its name, clock, units and date; its bytes are not looked at
 * @stream: the file's bytes from the first on; that it can be sought helps with archives
 *
 * Recognises and reads a file of any size into @batch. Runs get the hash of their file's bytes. What is wrong with the
 * file is an item with a reason.
 *
 * Returns: %FALSE with an error only where it was cancelled
 */
gboolean
lum_io_read_stream (const LumImportSource *source,
                    GInputStream *stream,
                    LumImportBatch *batch,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GInputStream) buffered = g_buffered_input_stream_new_sized (stream, HEAD);
  g_autoptr (GError) cause = NULL;
  LumImportSource head = *source;
  const LumImporter *importer = NULL;
  gsize max = LUM_IO_MAX_BYTES;

  g_return_val_if_fail (source && source->file && batch, FALSE);

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (buffered), FALSE);
  while (g_buffered_input_stream_get_available (G_BUFFERED_INPUT_STREAM (buffered)) < HEAD) {
    gssize n = g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (buffered), -1, cancellable, &cause);

    if (n < 0 && is_cancelled (cause)) {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
    if (n < 0) {
      refuse_failure (source, batch, cause);
      return TRUE;
    }
    if (n == 0)
      break;
  }

  head.data = g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (buffered), &head.length);
  if (!lum_is_gzip (head.data, head.length)) {
    importer = lum_importer_find (&head);
    if (importer->max_bytes)
      max = importer->max_bytes;
  }
  if (importer && importer->parse_stream)
    return importer->parse_stream (&head, buffered, batch, cancellable, error);
  return read_whole (source, buffered, max, batch, cancellable, error);
}
