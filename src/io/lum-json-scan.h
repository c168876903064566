/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where in a text one object of JSON is. */
typedef struct {
  gsize offset, length; /* bytes */
  guint n_values;       /* in it, at all depths; an object counts as five, since its tree takes as much */
} LumJsonSpan;

GArray *lum_json_scan (const char *text, gsize length, const char *list, GError **error);
char *lum_json_clean (const char *text, gsize length, gsize *clean_length);

G_END_DECLS
