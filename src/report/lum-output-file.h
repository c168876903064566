/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* A file that appears whole or not at all: written beside its place, put there at the end. The first failure is kept,
 * for cairo only ever says "error while writing". */
typedef struct _LumOutputFile LumOutputFile;

LumOutputFile *lum_output_file_new (const char *path, GError **error);
cairo_status_t lum_output_file_write (void *self, const unsigned char *data, unsigned int length);
gboolean lum_output_file_commit (LumOutputFile *self, cairo_status_t status, GError **error);
void lum_output_file_free (LumOutputFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumOutputFile, lum_output_file_free)

G_END_DECLS
