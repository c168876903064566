/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-archive-stream.h"

#include <archive.h>
#include <archive_entry.h>

#include "lum-error.h"
#include "lum-i18n.h"

#define BLOCK (64 * 1024)

/* More than this, and more than so many times what it was unpacked from, is a bomb (formats §1). */
#define MAX_UNPACKED (64 * 1024 * 1024)
#define MAX_RATIO 200

struct _LumArchive {
  struct archive *archive;
  struct archive_entry *entry;
  GInputStream *stream;
  GCancellable *cancellable;
  GError *failure; /* of the stream below */
  char *name;
  gint64 unpacked; /* bytes that came out so far */
  guint8 block[BLOCK];
};

/* --- what libarchive calls --- */

static la_ssize_t
read_cb (struct archive *archive, void *data, const void **block)
{
  LumArchive *self = data;
  gssize n;

  g_clear_error (&self->failure);
  n = g_input_stream_read (self->stream, self->block, BLOCK, self->cancellable, &self->failure);
  *block = self->block;
  if (n < 0)
    archive_set_error (archive, ARCHIVE_FATAL, "%s", self->failure->message);
  return n < 0 ? ARCHIVE_FATAL : n;
}

static gint64
seek_cb (struct archive *archive, void *data, gint64 offset, int whence)
{
  LumArchive *self = data;
  GSeekType type = whence == SEEK_SET ? G_SEEK_SET : whence == SEEK_CUR ? G_SEEK_CUR : G_SEEK_END;

  if (!g_seekable_seek (G_SEEKABLE (self->stream), offset, type, self->cancellable, NULL))
    return ARCHIVE_FATAL;
  return g_seekable_tell (G_SEEKABLE (self->stream));
}

/* --- a member as a stream --- */

#define LUM_TYPE_MEMBER_STREAM (lum_member_stream_get_type ())

G_DECLARE_FINAL_TYPE (LumMemberStream, lum_member_stream, LUM, MEMBER_STREAM, GInputStream)

struct _LumMemberStream {
  GInputStream parent_instance;
  LumArchive *archive; /* which outlives it */
};

G_DEFINE_FINAL_TYPE (LumMemberStream, lum_member_stream, G_TYPE_INPUT_STREAM)

static gssize
lum_member_stream_read (GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable, GError **error)
{
  LumArchive *self = LUM_MEMBER_STREAM (stream)->archive;
  la_ssize_t n;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;
  n = archive_read_data (self->archive, buffer, count);
  if (n < 0) {
    if (self->failure)
      g_propagate_error (error, g_error_copy (self->failure));
    else
      g_set_error_literal (error, LUM_ERROR, LUM_ERROR_UNREADABLE,
                           _ ("This part of the archive is damaged and cannot be unpacked."));
    return -1;
  }
  self->unpacked += n;
  if (self->unpacked > MAX_UNPACKED && self->unpacked / MAX_RATIO > archive_filter_bytes (self->archive, -1)) {
    g_set_error_literal (error, LUM_ERROR, LUM_ERROR_TOO_LARGE,
                         _ ("Unpacked it becomes far larger than any export; it was left alone."));
    return -1;
  }
  return n;
}

static void
lum_member_stream_class_init (LumMemberStreamClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = lum_member_stream_read;
}

static void
lum_member_stream_init (LumMemberStream *self)
{
}

/* --- public --- */

/**
 * lum_archive_open:
 * @stream: kept until the end; where it can be sought, the archive's own list of members is used
 *
 * Opens a ZIP archive.
 *
 * Returns: (transfer full): %NULL with LUM_ERROR_UNREADABLE, or the stream's error
 */
LumArchive *
lum_archive_open (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (LumArchive) self = g_new0 (LumArchive, 1);

  self->stream = g_object_ref (stream);
  self->cancellable = cancellable ? g_object_ref (cancellable) : NULL;
  self->archive = archive_read_new ();
  if (G_IS_SEEKABLE (stream) && g_seekable_can_seek (G_SEEKABLE (stream))) {
    archive_read_support_format_zip (self->archive);
    archive_read_set_seek_callback (self->archive, seek_cb);
  } else {
    archive_read_support_format_zip_streamable (self->archive);
  }
  if (archive_read_open (self->archive, self, NULL, read_cb, NULL) != ARCHIVE_OK) {
    if (self->failure)
      g_propagate_error (error, g_steal_pointer (&self->failure));
    else
      g_set_error_literal (error, LUM_ERROR, LUM_ERROR_UNREADABLE, _ ("The archive is damaged and cannot be read."));
    return NULL;
  }
  return g_steal_pointer (&self);
}

void
lum_archive_free (LumArchive *self)
{
  if (self->archive)
    archive_read_free (self->archive);
  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->failure);
  g_free (self->name);
  g_free (self);
}

/**
 * lum_archive_next:
 *
 * Goes to the next member; the stream of the last one is over then.
 *
 * Returns: LUM_ARCHIVE_BROKEN with LUM_ERROR_UNREADABLE or the stream's error
 */
LumArchiveStep
lum_archive_next (LumArchive *self, GError **error)
{
  int step = archive_read_next_header (self->archive, &self->entry);
  const char *name;

  if (step == ARCHIVE_EOF)
    return LUM_ARCHIVE_END;
  if (step != ARCHIVE_OK && step != ARCHIVE_WARN) {
    if (self->failure)
      g_propagate_error (error, g_error_copy (self->failure));
    else
      g_set_error_literal (error, LUM_ERROR, LUM_ERROR_UNREADABLE,
                           _ ("The archive is damaged here; what comes after cannot be read."));
    return LUM_ARCHIVE_BROKEN;
  }
  /* Names are in UTF-8 or in nobody knows what. */
  name = archive_entry_pathname_utf8 (self->entry);
  if (!name)
    name = archive_entry_pathname (self->entry);
  g_free (self->name);
  self->name = name ? g_utf8_make_valid (name, -1) : g_strdup ("?");
  return LUM_ARCHIVE_MEMBER;
}

/**
 * lum_archive_get_name:
 *
 * The member's name: a label, never a path to write to.
 */
const char *
lum_archive_get_name (LumArchive *self)
{
  return self->name;
}

/**
 * lum_archive_get_modified:
 *
 * The member's date, in seconds of Unix time; 0 if unknown.
 */
gint64
lum_archive_get_modified (LumArchive *self)
{
  return archive_entry_mtime_is_set (self->entry) ? archive_entry_mtime (self->entry) : 0;
}

gboolean
lum_archive_is_file (LumArchive *self)
{
  return archive_entry_filetype (self->entry) == AE_IFREG;
}

gboolean
lum_archive_is_encrypted (LumArchive *self)
{
  return archive_entry_is_encrypted (self->entry);
}

/**
 * lum_archive_get_stream:
 *
 * The member's bytes, unpacked while they are read.
 *
 * Returns: (transfer full): to be dropped before lum_archive_next()
 */
GInputStream *
lum_archive_get_stream (LumArchive *self)
{
  LumMemberStream *stream = g_object_new (LUM_TYPE_MEMBER_STREAM, NULL);

  stream->archive = self;
  return G_INPUT_STREAM (stream);
}
