/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lum-archive-stream.h"
#include "lum-error.h"
#include "lum-i18n.h"
#include "lum-importers.h"

/* Archives, and archives in archives: every member is read like a file (formats §1). Pictures, pages and tables of other
 * things are counted, not listed one by one. */

#define MAX_MEMBERS 200000
#define MAX_DEPTH 2

typedef struct {
  const LumImportSource *source;
  LumImportBatch *batch;
  GCancellable *cancellable;
  guint n_members;
} Walk;

/* What systems put beside the files. */
static gboolean
is_clutter (const char *name)
{
  const char *slash = strrchr (name, '/');
  const char *base = slash ? slash + 1 : name;

  return strstr (name, "__MACOSX/") || base[0] == '.' || base[0] == '\0';
}

static void
refuse (Walk *self, const char *member, const char *reason)
{
  LumImportItem *item = lum_import_batch_add (self->batch, self->source->file, member, "zip");

  lum_import_batch_refuse (self->batch, item, LUM_IMPORT_REFUSED, "%s", reason);
}

static gboolean
read_member (Walk *self, LumArchive *archive, GError **error)
{
  g_autofree char *name = self->source->member
                              ? g_strconcat (self->source->member, "/", lum_archive_get_name (archive), NULL)
                              : g_strdup (lum_archive_get_name (archive));
  g_autoptr (GInputStream) stream = NULL;
  LumImportSource source = *self->source;

  if (!lum_archive_is_file (archive) || is_clutter (lum_archive_get_name (archive)))
    return TRUE;
  if (lum_archive_is_encrypted (archive)) {
    refuse (self, name, _ ("It is locked with a password; unpack it first."));
    return TRUE;
  }
  stream = lum_archive_get_stream (archive);
  source.member = name;
  source.data = NULL;
  source.length = 0;
  source.modified = lum_archive_get_modified (archive) * 1000;
  source.depth++;
  return lum_io_read_stream (&source, stream, self->batch, self->cancellable, error);
}

/* Files of unknown kinds become one item, unless there is nothing else. */
static void
collapse_unknown (Walk *self, guint first)
{
  guint n = lum_import_batch_get_n_items (self->batch), n_unknown = 0;
  const char *name = NULL;
  LumImportItem *item;

  for (guint i = first; i < n; i++) {
    LumImportItem *found = lum_import_batch_get_item (self->batch, i);

    if (found->unknown_kind) {
      n_unknown++;
      name = name ? name : found->member; /* a text of the batch, which stays */
    }
  }
  if (n_unknown == 0 || n_unknown == n - first)
    return;
  for (guint i = first; i < n; i++) {
    item = lum_import_batch_get_item (self->batch, i);
    item->dropped = item->unknown_kind;
  }
  lum_import_batch_remove_dropped (self->batch, first);
  item = lum_import_batch_add (self->batch, self->source->file, self->source->member, "zip");
  lum_import_batch_refuse (self->batch, item, LUM_IMPORT_NOT_A_RUN,
                           /* Translators: %u is a number of files, %s the name of the first of them */
                           ngettext ("%u other file in the archive holds no activities: %s.",
                                     "%u other files in the archive hold no activities, “%s” for one.", n_unknown),
                           n_unknown, name ? name : "");
}

static gboolean
read_members (Walk *self, LumArchive *archive, GError **error)
{
  for (;;) {
    g_autoptr (GError) cause = NULL;
    LumArchiveStep step;

    if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
      return FALSE;
    step = lum_archive_next (archive, &cause);
    if (step == LUM_ARCHIVE_END)
      return TRUE;
    if (step == LUM_ARCHIVE_BROKEN) {
      if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
        g_propagate_error (error, g_steal_pointer (&cause));
        return FALSE;
      }
      refuse (self, self->source->member, cause->message);
      return TRUE;
    }
    if (++self->n_members > MAX_MEMBERS) {
      refuse (self, self->source->member, _ ("It holds more than 200,000 files; the others were left alone."));
      return TRUE;
    }
    if (!read_member (self, archive, error))
      return FALSE;
  }
}

static gboolean
parse_stream (const LumImportSource *source,
              GInputStream *stream,
              LumImportBatch *batch,
              GCancellable *cancellable,
              GError **error)
{
  Walk self = {source, batch, cancellable};
  guint first = lum_import_batch_get_n_items (batch);
  g_autoptr (GError) cause = NULL;
  g_autoptr (LumArchive) archive = NULL;

  if (source->depth >= MAX_DEPTH) {
    refuse (&self, source->member, _ ("An archive in an archive in an archive; unpack it first."));
    return TRUE;
  }
  archive = lum_archive_open (stream, cancellable, &cause);
  if (!archive && g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_propagate_error (error, g_steal_pointer (&cause));
    return FALSE;
  }
  if (!archive) {
    refuse (&self, source->member, cause->message);
    return TRUE;
  }
  if (!read_members (&self, archive, error))
    return FALSE;
  collapse_unknown (&self, first);
  if (lum_import_batch_get_n_items (batch) == first)
    refuse (&self, source->member, _ ("The archive is empty."));
  return TRUE;
}

static gboolean
parse (const LumImportSource *source, LumImportBatch *batch, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (source->data, (gssize) source->length, NULL);

  return parse_stream (source, stream, batch, cancellable, error);
}

static gboolean
sniff (const LumImportSource *source)
{
  return source->length >= 4 &&
         (memcmp (source->data, "PK\x03\x04", 4) == 0 || memcmp (source->data, "PK\x05\x06", 4) == 0);
}

const LumImporter lum_zip_importer = {.format = "zip", .sniff = sniff, .parse = parse, .parse_stream = parse_stream};
