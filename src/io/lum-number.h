/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean lum_number_parse (const char *text, gsize length, double *value);
gboolean lum_number_parse_coordinate (const char *text, gsize length, double *degrees);
gboolean lum_number_parse_in (const char *text, gsize length, double min, double max, double *value);

G_END_DECLS
