/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lum-error.h"
#include "lum-i18n.h"
#include "lum-transfer-private.h"

/* Says in one sentence why a file could not be written. */
void
lum_set_write_error (GError **error, const char *path, const GError *cause)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    g_set_error (error, LUM_ERROR, LUM_ERROR_FULL, _ ("There is no space left to write “%s”; nothing was changed."),
                 name);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ACCES) ||
           g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_PERM) ||
           g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    g_set_error (error, LUM_ERROR, LUM_ERROR_READ_ONLY,
                 _ ("“%s” cannot be written: you have no permission to write there."), name);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT) ||
           g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOTDIR)) {
    /* A folder of the system's own, as /proc, says so too, though it is there: it takes no files. */
    if (g_file_test (folder, G_FILE_TEST_IS_DIR))
      g_set_error (error, LUM_ERROR, LUM_ERROR_IO, _ ("“%s” cannot be written: its folder takes no files."), name);
    else
      g_set_error (error, LUM_ERROR, LUM_ERROR_NOT_FOUND, _ ("“%s” cannot be written: its folder does not exist."),
                   name);
  } else
    /* Translators: the second %s is a reason that the system gives. */
    g_set_error (error, LUM_ERROR, LUM_ERROR_IO, _ ("“%s” cannot be written: %s"), name, cause->message);
}

/* Writes a file beside its place and renames it then, so that there is the old one or the new one, never a half one.
 * Only the person can read it. */
gboolean
lum_write_file (const char *path, const char *text, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_DIR)) {
    g_autofree char *name = g_filename_display_name (path);

    g_set_error (error, LUM_ERROR, LUM_ERROR_IO, _ ("“%s” cannot be written: it is a folder."), name);
    return FALSE;
  }
  if (g_file_set_contents_full (path, text, (gssize) strlen (text),
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &cause))
    return TRUE;
  lum_set_write_error (error, path, cause);
  return FALSE;
}
