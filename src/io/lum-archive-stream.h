/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* An archive's members, one after the other, through libarchive. Nothing is ever written to the disk; names are labels
 * only. */
typedef struct _LumArchive LumArchive;

LumArchive *lum_archive_open (GInputStream *stream, GCancellable *cancellable, GError **error);
void lum_archive_free (LumArchive *self);

typedef enum { LUM_ARCHIVE_MEMBER, LUM_ARCHIVE_END, LUM_ARCHIVE_BROKEN } LumArchiveStep;

LumArchiveStep lum_archive_next (LumArchive *self, GError **error);
const char *lum_archive_get_name (LumArchive *self);
gint64 lum_archive_get_modified (LumArchive *self);
gboolean lum_archive_is_file (LumArchive *self);
gboolean lum_archive_is_encrypted (LumArchive *self);
GInputStream *lum_archive_get_stream (LumArchive *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumArchive, lum_archive_free)

G_END_DECLS
