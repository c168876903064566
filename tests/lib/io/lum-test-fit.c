/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-test-fit.h"

#include <string.h>

struct _LumTestFit {
  GByteArray *file;
  guint segment; /* where the one in work begins */
  guint8 header_size;
  gboolean big_endian[16];
  gboolean big; /* of the message in work */
};

static void
append (LumTestFit *self, guint64 value, guint width, gboolean big_endian)
{
  for (guint i = 0; i < width; i++) {
    guint8 byte = (guint8) (value >> 8 * (big_endian ? width - 1 - i : i));

    g_byte_array_append (self->file, &byte, 1);
  }
}

static void
begin_segment (LumTestFit *self)
{
  self->segment = self->file->len;
  append (self, self->header_size, 1, FALSE);
  append (self, 0x10, 1, FALSE);
  append (self, 2132, 2, FALSE);
  append (self, 0, 4, FALSE);
  lum_test_fit_bytes (self, ".FIT", 4);
  for (int i = 12; i < self->header_size; i++)
    append (self, 0, 1, FALSE);
}

/* The nibble table of the documentation. */
static guint16
compute_crc (const guint8 *data, gsize length)
{
  static const guint16 table[] = {0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
                                  0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400};
  guint16 crc = 0;

  for (gsize i = 0; i < length; i++)
    for (int half = 0; half < 2; half++) {
      guint16 found = table[crc & 15];

      crc = crc >> 4 & 0x0fff;
      crc ^= found ^ table[half ? data[i] >> 4 : data[i] & 15];
    }
  return crc;
}

LumTestFit *
lum_test_fit_new (guint8 header_size)
{
  LumTestFit *self = g_new0 (LumTestFit, 1);

  self->file = g_byte_array_new ();
  self->header_size = header_size;
  begin_segment (self);
  return self;
}

static void
append_fields (LumTestFit *self, const LumTestFitField *fields, guint n)
{
  append (self, n, 1, FALSE);
  for (guint i = 0; i < n; i++) {
    append (self, fields[i].number, 1, FALSE);
    append (self, fields[i].size, 1, FALSE);
    append (self, fields[i].type, 1, FALSE);
  }
}

void
lum_test_fit_define (LumTestFit *self,
                     guint8 local,
                     gboolean big_endian,
                     guint16 message,
                     const LumTestFitField *fields,
                     guint n_fields)
{
  append (self, 0x40 | local, 1, FALSE);
  append (self, 0, 1, FALSE);
  append (self, big_endian, 1, FALSE);
  append (self, message, 2, big_endian);
  append_fields (self, fields, n_fields);
  self->big_endian[local] = big_endian;
}

/* Adds developer fields to the definition that was written last. */
void
lum_test_fit_define_developer (LumTestFit *self, guint8 local, const LumTestFitField *fields, guint n_fields)
{
  guint at = self->file->len - 1;

  while (self->file->data[at] != (0x40 | local))
    at--;
  self->file->data[at] |= 0x20;
  append_fields (self, fields, n_fields);
}

void
lum_test_fit_data (LumTestFit *self, guint8 local)
{
  append (self, local, 1, FALSE);
  self->big = self->big_endian[local];
}

void
lum_test_fit_compressed (LumTestFit *self, guint8 local, guint8 offset)
{
  append (self, 0x80 | local << 5 | offset, 1, FALSE);
  self->big = self->big_endian[local];
}

void
lum_test_fit_u8 (LumTestFit *self, guint8 value)
{
  append (self, value, 1, FALSE);
}

void
lum_test_fit_u16 (LumTestFit *self, guint16 value)
{
  append (self, value, 2, self->big);
}

void
lum_test_fit_u32 (LumTestFit *self, guint32 value)
{
  append (self, value, 4, self->big);
}

void
lum_test_fit_bytes (LumTestFit *self, gconstpointer bytes, gsize n)
{
  g_byte_array_append (self->file, bytes, (guint) n);
}

void
lum_test_fit_text (LumTestFit *self, const char *text, gsize size)
{
  for (gsize i = 0; i < size; i++)
    append (self, i < strlen (text) ? (guint8) text[i] : 0, 1, FALSE);
}

static void
close_segment (LumTestFit *self)
{
  guint size = self->file->len - self->segment - self->header_size;

  for (int i = 0; i < 4; i++)
    self->file->data[self->segment + 4 + (guint) i] = (guint8) (size >> 8 * i);
  append (self, compute_crc (self->file->data + self->segment, self->file->len - self->segment), 2, FALSE);
}

void
lum_test_fit_end_segment (LumTestFit *self)
{
  close_segment (self);
  begin_segment (self);
}

GByteArray *
lum_test_fit_finish (LumTestFit *self)
{
  GByteArray *file = self->file;

  close_segment (self);
  g_free (self);
  return file;
}

void
lum_test_fit_file_id (LumTestFit *self, guint8 type, guint32 created)
{
  static const LumTestFitField fields[] = {{0, 1, 0x00}, {1, 2, 0x84}, {3, 4, 0x8c}, {4, 4, 0x86}};

  lum_test_fit_define (self, 15, FALSE, 0, fields, G_N_ELEMENTS (fields));
  lum_test_fit_data (self, 15);
  lum_test_fit_u8 (self, type);
  lum_test_fit_u16 (self, 1);
  lum_test_fit_u32 (self, 4711);
  lum_test_fit_u32 (self, created);
}

GByteArray *
lum_test_fit_make_run (guint32 start, guint seconds, double metres)
{
  static const LumTestFitField record[] = {{253, 4, 0x86}, {0, 4, 0x85},  {1, 4, 0x85}, {5, 4, 0x86},
                                           {73, 4, 0x86},  {78, 4, 0x86}, {3, 1, 0x02}, {4, 1, 0x02}};
  static const LumTestFitField session[] = {{253, 4, 0x86}, {2, 4, 0x86},  {7, 4, 0x86}, {8, 4, 0x86},
                                            {9, 4, 0x86},   {16, 1, 0x02}, {5, 1, 0x00}, {6, 1, 0x00}};
  static const LumTestFitField activity[] = {{253, 4, 0x86}, {5, 4, 0x86}};
  LumTestFit *self = lum_test_fit_new (14);

  lum_test_fit_file_id (self, 4, start);
  lum_test_fit_define (self, 0, FALSE, 20, record, G_N_ELEMENTS (record));
  for (guint i = 0; i <= seconds; i++) {
    lum_test_fit_data (self, 0);
    lum_test_fit_u32 (self, start + i);
    lum_test_fit_u32 (self, 620000000 + i * 300);
    lum_test_fit_u32 (self, 160000000 + i * 200);
    lum_test_fit_u32 (self, (guint32) (metres * 100 * i / MAX (seconds, 1)));
    lum_test_fit_u32 (self, 2800 + i % 40);
    lum_test_fit_u32 (self, 2750 + i / 30 % 90);
    lum_test_fit_u8 (self, (guint8) (140 + i / 20 % 30));
    lum_test_fit_u8 (self, (guint8) (82 + i % 5));
  }
  lum_test_fit_define (self, 1, FALSE, 18, session, G_N_ELEMENTS (session));
  lum_test_fit_data (self, 1);
  lum_test_fit_u32 (self, start + seconds);
  lum_test_fit_u32 (self, start);
  lum_test_fit_u32 (self, seconds * 1000);
  lum_test_fit_u32 (self, seconds * 1000);
  lum_test_fit_u32 (self, (guint32) (metres * 100));
  lum_test_fit_u8 (self, 151);
  lum_test_fit_u8 (self, 1);
  lum_test_fit_u8 (self, 0);
  lum_test_fit_define (self, 2, FALSE, 34, activity, G_N_ELEMENTS (activity));
  lum_test_fit_data (self, 2);
  lum_test_fit_u32 (self, start + seconds);
  lum_test_fit_u32 (self, start + seconds + 7200);
  return lum_test_fit_finish (self);
}
