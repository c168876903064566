/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean lum_is_gzip (const guint8 *data, gsize length);
GBytes *lum_gunzip (const guint8 *data, gsize length, gsize max_length, GCancellable *cancellable, GError **error);

G_END_DECLS
