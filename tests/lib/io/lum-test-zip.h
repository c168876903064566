/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes ZIP archives for tests, members stored as they are. */
typedef struct _LumTestZip LumTestZip;

LumTestZip *lum_test_zip_new (void);
void lum_test_zip_add (LumTestZip *self, const char *name, gconstpointer data, gssize length);
void lum_test_zip_add_locked (LumTestZip *self, const char *name, const char *text);
GByteArray *lum_test_zip_finish (LumTestZip *self);

/* The same bytes as gzip. */
GByteArray *lum_test_gzip (gconstpointer data, gsize length);

G_END_DECLS
