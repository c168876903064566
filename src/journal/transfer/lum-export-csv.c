/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gstdio.h>

#include "lum-csv-writer.h"
#include "lum-transfer-private.h"

static void
set_errno_error (GError **error, const char *path, int saved_errno)
{
  g_autoptr (GError) cause =
      g_error_new_literal (G_FILE_ERROR, (int) g_file_error_from_errno (saved_errno), g_strerror (saved_errno));

  lum_set_write_error (error, path, cause);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (folder);
}

static gboolean
write_tables (LumDiary *diary, const char *folder, GError **error)
{
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    g_autofree char *name = lum_csv_get_file_name (kind);
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_autofree char *text = lum_csv_write_table (diary, kind);

    if (!lum_write_file (path, text, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
move_tables (const char *from, const char *to, GError **error)
{
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    g_autofree char *name = lum_csv_get_file_name (kind);
    g_autofree char *old_path = g_build_filename (from, name, NULL);
    g_autofree char *new_path = g_build_filename (to, name, NULL);

    if (g_rename (old_path, new_path) != 0) {
      set_errno_error (error, new_path, errno);
      return FALSE;
    }
  }
  return TRUE;
}

/**
 * lum_export_csv_folder:
 * @folder: made if it is not there (0700)
 *
 * Writes every table as a CSV file. All of them are written beside their places before the first one is put there.
 *
 * Returns: %FALSE with LUM_ERROR_FULL, _READ_ONLY, _NOT_FOUND or _IO
 */
gboolean
lum_export_csv_folder (LumDiary *diary, const char *folder, GError **error)
{
  g_autofree char *temporary = g_build_filename (folder, ".lumbar-export-XXXXXX", NULL);
  gboolean made = FALSE, ok;

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR)) {
    if (g_mkdir (folder, 0700) != 0) {
      set_errno_error (error, folder, errno);
      return FALSE;
    }
    made = TRUE;
  }
  if (!g_mkdtemp_full (temporary, 0700)) {
    set_errno_error (error, folder, errno);
    if (made)
      g_rmdir (folder);
    return FALSE;
  }

  ok = write_tables (diary, temporary, error) && move_tables (temporary, folder, error);
  remove_folder (temporary);
  if (!ok && made)
    g_rmdir (folder);
  return ok;
}
