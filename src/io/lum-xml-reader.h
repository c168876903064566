/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "lum-importer.h"

G_BEGIN_DECLS

/* XML by GMarkup, as files have it: any encoding, byte order marks, broken document types (formats §2). */

/* No file that people have nests its elements deeper (formats §1). */
#define LUM_XML_MAX_DEPTH 64

gboolean lum_xml_read (const LumImportSource *source,
                       const char *format,
                       const GMarkupParser *callbacks,
                       gpointer user_data,
                       LumImportBatch *batch,
                       gboolean *broken,
                       GCancellable *cancellable,
                       GError **error);
void lum_xml_take_words (const GString *text, char **at);
int lum_xml_parse_hr (const GString *text);
gboolean lum_xml_check_depth (guint depth, GError **error);

static inline const char *
lum_xml_get_local_name (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon ? colon + 1 : name;
}

G_END_DECLS
