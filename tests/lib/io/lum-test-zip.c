/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-test-zip.h"

#include <gio/gio.h>
#include <string.h>

struct _LumTestZip {
  GByteArray *file, *directory;
  guint n;
};

static void
append (GByteArray *bytes, guint32 value, guint width)
{
  for (guint i = 0; i < width; i++) {
    guint8 byte = (guint8) (value >> 8 * i);

    g_byte_array_append (bytes, &byte, 1);
  }
}

static guint32
compute_crc32 (const guint8 *data, gsize length)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < length; i++) {
    crc ^= data[i];
    for (int bit = 0; bit < 8; bit++)
      crc = crc & 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
  }
  return ~crc;
}

LumTestZip *
lum_test_zip_new (void)
{
  LumTestZip *self = g_new0 (LumTestZip, 1);

  self->file = g_byte_array_new ();
  self->directory = g_byte_array_new ();
  return self;
}

static void
append_common (GByteArray *bytes, guint16 flags, guint32 crc, gsize length, const char *name)
{
  append (bytes, 20, 2);
  append (bytes, flags, 2);
  append (bytes, 0, 2);      /* stored */
  append (bytes, 0, 2);      /* midnight */
  append (bytes, 0x5ca1, 2); /* 2026-05-01 */
  append (bytes, crc, 4);
  append (bytes, (guint32) length, 4);
  append (bytes, (guint32) length, 4);
  append (bytes, (guint32) strlen (name), 2);
  append (bytes, 0, 2);
}

static void
add (LumTestZip *self, const char *name, gconstpointer data, gsize length, guint16 flags)
{
  guint32 crc = compute_crc32 (data, length), at = self->file->len;

  append (self->file, 0x04034b50, 4);
  append_common (self->file, flags, crc, length, name);
  g_byte_array_append (self->file, (const guint8 *) name, (guint) strlen (name));
  g_byte_array_append (self->file, data, (guint) length);

  append (self->directory, 0x02014b50, 4);
  append (self->directory, 20, 2);
  append_common (self->directory, flags, crc, length, name);
  append (self->directory, 0, 2);
  append (self->directory, 0, 2);
  append (self->directory, 0, 2);
  append (self->directory, 0, 4);
  append (self->directory, at, 4);
  g_byte_array_append (self->directory, (const guint8 *) name, (guint) strlen (name));
  self->n++;
}

void
lum_test_zip_add (LumTestZip *self, const char *name, gconstpointer data, gssize length)
{
  add (self, name, data, length < 0 ? strlen (data) : (gsize) length, 0x0800);
}

/* A member that says it is encrypted. */
void
lum_test_zip_add_locked (LumTestZip *self, const char *name, const char *text)
{
  add (self, name, text, strlen (text), 0x0801);
}

GByteArray *
lum_test_zip_finish (LumTestZip *self)
{
  GByteArray *file = self->file;
  guint32 at = file->len;

  g_byte_array_append (file, self->directory->data, self->directory->len);
  append (file, 0x06054b50, 4);
  append (file, 0, 4);
  append (file, self->n, 2);
  append (file, self->n, 2);
  append (file, self->directory->len, 4);
  append (file, at, 4);
  append (file, 0, 2);
  g_byte_array_unref (self->directory);
  g_free (self);
  return file;
}

GByteArray *
lum_test_gzip (gconstpointer data, gsize length)
{
  g_autoptr (GConverter) packer = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 6));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, packer);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (g_output_stream_write_all (stream, data, length, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  return g_bytes_unref_to_array (g_steal_pointer (&bytes));
}
