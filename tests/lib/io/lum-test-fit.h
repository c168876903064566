/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes FIT files for tests: definitions, data, compressed times, developer fields, both byte orders, chained segments;
 * by hand, so that the reader is not tested against itself. */
typedef struct _LumTestFit LumTestFit;

typedef struct {
  guint8 number, size, type;
} LumTestFitField;

LumTestFit *lum_test_fit_new (guint8 header_size);
void lum_test_fit_define (LumTestFit *self,
                          guint8 local,
                          gboolean big_endian,
                          guint16 message,
                          const LumTestFitField *fields,
                          guint n_fields);
void lum_test_fit_define_developer (LumTestFit *self, guint8 local, const LumTestFitField *fields, guint n_fields);
void lum_test_fit_data (LumTestFit *self, guint8 local);
void lum_test_fit_compressed (LumTestFit *self, guint8 local, guint8 offset);
void lum_test_fit_u8 (LumTestFit *self, guint8 value);
void lum_test_fit_u16 (LumTestFit *self, guint16 value);
void lum_test_fit_u32 (LumTestFit *self, guint32 value);
void lum_test_fit_bytes (LumTestFit *self, gconstpointer bytes, gsize n);
void lum_test_fit_text (LumTestFit *self, const char *text, gsize size);
void lum_test_fit_end_segment (LumTestFit *self);
GByteArray *lum_test_fit_finish (LumTestFit *self);

/* The two messages that most files begin and end with. */
void lum_test_fit_file_id (LumTestFit *self, guint8 type, guint32 created);

/* A run of @seconds with a point a second, as watches write it. */
GByteArray *lum_test_fit_make_run (guint32 start, guint seconds, double metres);

G_END_DECLS
