/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-importer.h"

G_BEGIN_DECLS

/* XML as a stream of paths and values: an importer says what "calendar-items/exercise/result/distance" means and need
 * not know where it is. Paths are of local names from the root on; an attribute's is that of its element, an @ and its
 * name. Texts have no blanks around them and are NUL-terminated. */
typedef struct {
  void (*begin) (gpointer user_data, const char *path, GError **error); /* (nullable) */
  /* Of an element without elements in it, or of an attribute, where it is not empty. */
  void (*value) (gpointer user_data, const char *path, const char *text, gsize length);
  void (*end) (gpointer user_data, const char *path, GError **error); /* (nullable) */
} LumXmlPathCallbacks;

gboolean lum_xml_path_read (const LumImportSource *source,
                            const char *format,
                            const LumXmlPathCallbacks *callbacks,
                            gpointer user_data,
                            LumImportBatch *batch,
                            gboolean *broken,
                            GCancellable *cancellable,
                            GError **error);
gboolean lum_xml_path_ends_with (const char *path, const char *names);
const char *lum_xml_path_below (const char *path, const char *base);
gboolean lum_xml_has_root (const LumImportSource *source, const char *name);

G_END_DECLS
