/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-output-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lum-error.h"
#include "lum-i18n.h"

struct _LumOutputFile {
  char *path;
  char *beside;
  int fd;
  int failed; /* errno of the first failure, or 0 */
};

static void
set_error (GError **error, const char *path, int code)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *shown_folder = g_filename_display_name (folder);

  switch (code) {
  case ENOSPC:
  case EDQUOT:
  case EFBIG:
    g_set_error (error, LUM_ERROR, LUM_ERROR_FULL, _ ("“%s” was not saved: there is no space left where it should go."),
                 name);
    break;
  case EROFS:
  case EACCES:
  case EPERM:
    g_set_error (error, LUM_ERROR, LUM_ERROR_READ_ONLY, _ ("“%s” was not saved: you may not write in the folder “%s”."),
                 name, shown_folder);
    break;
  case ENOTDIR:
  case ENOENT:
    /* A folder of the system's own, as /proc, says so too, though it is there: it takes no files. */
    if (g_file_test (folder, G_FILE_TEST_IS_DIR)) {
      g_set_error (error, LUM_ERROR, LUM_ERROR_IO, _ ("“%s” was not saved: the folder “%s” takes no files."), name,
                   shown_folder);
      break;
    }
    g_set_error (error, LUM_ERROR, LUM_ERROR_NOT_FOUND, _ ("“%s” was not saved: the folder “%s” is not there."), name,
                 shown_folder);
    break;
  case EISDIR:
    g_set_error (error, LUM_ERROR, LUM_ERROR_IO, _ ("“%s” was not saved: it is a folder; give a file name."), name);
    break;
  default:
    /* Translators: the second %s is the system's reason */
    g_set_error (error, LUM_ERROR, LUM_ERROR_IO, _ ("“%s” was not saved: %s."), name, g_strerror (code));
    break;
  }
}

/**
 * lum_output_file_new:
 * @path: where the file shall be; an existing one is replaced when this one is complete
 *
 * Begins a file beside its place.
 *
 * Returns: (transfer full): the file; %NULL with LUM_ERROR_NOT_FOUND, _READ_ONLY, _FULL or _IO
 */
LumOutputFile *
lum_output_file_new (const char *path, GError **error)
{
  LumOutputFile *self;
  mode_t mask = umask (0);

  umask (mask);
  if (g_file_test (path, G_FILE_TEST_IS_DIR)) {
    set_error (error, path, EISDIR);
    return NULL;
  }

  self = g_new0 (LumOutputFile, 1);
  self->path = g_strdup (path);
  self->beside = g_strdup_printf ("%s.XXXXXX", path);
  self->fd = g_mkstemp_full (self->beside, O_WRONLY | O_CLOEXEC, 0666 & ~mask);
  if (self->fd < 0) {
    set_error (error, path, errno);
    g_clear_pointer (&self->beside, g_free);
    lum_output_file_free (self);
    return NULL;
  }
  return self;
}

/**
 * lum_output_file_write:
 * @self: a #LumOutputFile
 *
 * A cairo_write_func_t.
 */
cairo_status_t
lum_output_file_write (void *user_data, const unsigned char *data, unsigned int length)
{
  LumOutputFile *self = user_data;

  while (length > 0 && self->failed == 0) {
    ssize_t written = write (self->fd, data, length);

    if (written < 0) {
      if (errno == EINTR)
        continue;
      self->failed = errno;
    } else {
      data += written;
      length -= (unsigned int) written;
    }
  }
  return self->failed == 0 ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

/**
 * lum_output_file_commit:
 * @status: of the finished surface
 *
 * Puts the file in its place, if all of it was written. On failure whatever was there before is untouched.
 *
 * Returns: %FALSE with LUM_ERROR_FULL, _READ_ONLY or _IO
 */
gboolean
lum_output_file_commit (LumOutputFile *self, cairo_status_t status, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  if (self->failed == 0 && status != CAIRO_STATUS_SUCCESS) {
    /* Translators: the second %s is the drawing library's reason */
    g_set_error (error, LUM_ERROR, LUM_ERROR_IO, _ ("“%s” was not saved: %s."), name, cairo_status_to_string (status));
    return FALSE;
  }
  if (self->failed == 0 && fsync (self->fd) != 0 && errno != EINVAL)
    self->failed = errno;
  if (close (self->fd) != 0 && self->failed == 0)
    self->failed = errno;
  self->fd = -1;
  if (self->failed == 0 && g_rename (self->beside, self->path) != 0)
    self->failed = errno;
  if (self->failed != 0) {
    set_error (error, self->path, self->failed);
    return FALSE;
  }
  g_clear_pointer (&self->beside, g_free);
  return TRUE;
}

void
lum_output_file_free (LumOutputFile *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->beside)
    g_unlink (self->beside);
  g_free (self->beside);
  g_free (self->path);
  g_free (self);
}
