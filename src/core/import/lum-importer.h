/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lum-clock.h"
#include "lum-import-batch.h"

G_BEGIN_DECLS

typedef struct _LumImporter LumImporter;

/* One file's bytes, as an importer sees them. */
typedef struct {
  const char *file;   /* its name for people */
  const char *member; /* inside an archive, or NULL */
  const guint8 *data;
  gsize length;
  LumClock *clock;                  /* for the zone of times that have none, and for "in the future" */
  LumUnits units;                   /* what a distance without a unit means, where a format leaves that open */
  LumInstant modified;              /* the date of the file, 0 if unknown */
  GHashTable *tables;               /* (nullable): signature of a table → LumCsvMapping that a person chose */
  guint depth;                      /* of archives that it lies in */
  const LumImporter *const *others; /* (nullable): importers of another room, asked first; ends with NULL */
} LumImportSource;

/* A reader of one format. A new format is one file that defines one of these, and one line in io/lum-importers.c (or
 * in store/foreign/, for other programs' SQLite files). */
struct _LumImporter {
  const char *format; /* "gpx": the word in previews and in `import --json` */

  /* Whether the bytes are this format's: by content, never by the name. Where parse_stream is there, the bytes are
   * perhaps only the first 64 KiB. */
  gboolean (*sniff) (const LumImportSource *source);

  /* Adds at least one item to the batch, also where nothing can be taken in. %FALSE with an error only where it was
   * cancelled: what is wrong with a file is an item with a reason. */
  gboolean (*parse) (const LumImportSource *source, LumImportBatch *batch, GCancellable *cancellable, GError **error);

  /* (nullable): the same, for files that are too large for memory: @stream gives all bytes from the first one on;
   * source->data are its beginning. */
  gboolean (*parse_stream) (const LumImportSource *source,
                            GInputStream *stream,
                            LumImportBatch *batch,
                            GCancellable *cancellable,
                            GError **error);

  gsize max_bytes; /* that parse takes, 0: LUM_IO_MAX_BYTES */
};

G_END_DECLS
