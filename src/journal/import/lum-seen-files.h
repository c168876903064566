/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which files were read already and held no new run, so that they are not read again. A cache: whoever deletes it loses
 * nothing but time. It holds fingerprints only, no names. All functions may be called from any thread. */

char *lum_seen_files_make_key (const char *place, const char *path, goffset size, gint64 modified);
GHashTable *lum_seen_files_load (const char *cache);
gboolean lum_seen_files_add (const char *cache, GPtrArray *keys, GError **error);

G_END_DECLS
