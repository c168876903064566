/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char lum_sniff_first_char (const guint8 *data, gsize length);
gboolean lum_sniff_xml_root (const guint8 *data, gsize length, char name[64]);
gboolean lum_sniff_is_text (const guint8 *data, gsize length);

G_END_DECLS
