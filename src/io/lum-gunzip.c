/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-gunzip.h"

#include <string.h>

#include "lum-error.h"
#include "lum-i18n.h"

#define BLOCK (64 * 1024)

/**
 * lum_is_gzip:
 *
 * Whether bytes begin as gzip does.
 */
gboolean
lum_is_gzip (const guint8 *data, gsize length)
{
  return length >= 2 && data[0] == 0x1f && data[1] == 0x8b;
}

/**
 * lum_gunzip:
 * @max_length: bytes at most
 *
 * Unpacks the first member of gzip data (formats §2).
 *
 * Returns: (transfer full): the bytes; %NULL with LUM_ERROR_UNREADABLE, LUM_ERROR_TOO_LARGE or G_IO_ERROR_CANCELLED
 */
GBytes *
lum_gunzip (const guint8 *data, gsize length, gsize max_length, GCancellable *cancellable, GError **error)
{
  g_autoptr (GConverter) inflate = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GByteArray) out = g_byte_array_new ();
  gsize read = 0;

  for (;;) {
    g_autoptr (GError) local = NULL;
    gsize room = MIN (BLOCK, max_length + 1 - out->len), old = out->len, got_in = 0, got_out = 0;
    GConverterResult result;

    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;

    g_byte_array_set_size (out, old + room);
    result = g_converter_convert (inflate, data + read, length - read, out->data + old, room, G_CONVERTER_INPUT_AT_END,
                                  &got_in, &got_out, &local);
    if (result == G_CONVERTER_ERROR) {
      if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
        g_set_error_literal (error, LUM_ERROR, LUM_ERROR_UNREADABLE,
                             _ ("The packed file is cut off; it was not copied whole."));
      else
        g_set_error_literal (error, LUM_ERROR, LUM_ERROR_UNREADABLE,
                             _ ("The packed file is damaged and cannot be unpacked."));
      return NULL;
    }
    g_byte_array_set_size (out, old + got_out);
    read += got_in;

    if (out->len > max_length) {
      g_set_error_literal (error, LUM_ERROR, LUM_ERROR_TOO_LARGE,
                           _ ("Unpacked it is larger than 64 MiB; no run is that large."));
      return NULL;
    }
    if (result == G_CONVERTER_FINISHED)
      break;
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
