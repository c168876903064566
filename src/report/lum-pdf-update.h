/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What cairo 1.16 does not write into a tagged PDF. */
typedef struct {
  const char *language;    /* BCP 47, "en" */
  const char *figure_text; /* alternative text of every figure */
} LumPdfUpdate;

gboolean lum_pdf_update_append (GByteArray *file, const LumPdfUpdate *update);

G_END_DECLS
