/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>
#include <utime.h>

#include "lum-run-monitor.h"
#include "lum-test-journal.h"

/* What the tests of watches and folders share: runs in GPX, made here, and a picture of a folder to see that nothing in
 * it was touched. */

#define TODAY 20600
#define LONG_AGO 1700000000 /* seconds since 1970: a file of then is older than any import of a test */

/* A run of a day of May 2026, of 1.1 km in five minutes. */
static inline char *
run_files_make_run (int day)
{
  return g_strdup_printf (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\" creator=\"Test\"><trk><type>running</type>"
      "<trkseg><trkpt lat=\"52.00\" lon=\"13.4\"><time>2026-05-%02dT06:00:00Z</time></trkpt>"
      "<trkpt lat=\"52.01\" lon=\"13.4\"><time>2026-05-%02dT06:05:00Z</time></trkpt></trkseg></trk></gpx>",
      day, day);
}

/* Writes a file below @folder, dated as of @modified. */
static inline void
run_files_write (const char *folder, const char *name, const char *text, gint64 modified)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  struct utimbuf times = {(time_t) modified, (time_t) modified};
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (parent, 0755);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_utime (path, &times), ==, 0);
}

static inline void
run_files_write_run (const char *folder, const char *name, int day)
{
  g_autofree char *text = run_files_make_run (day);

  run_files_write (folder, name, text, LONG_AGO);
}

static inline int
run_files_compare (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

/* Every name below @path, with size and times of change. */
static inline void
run_files_picture (const char *path, GString *text)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (folder && (name = g_dir_read_name (folder)))
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, run_files_compare);
  for (guint i = 0; i < names->len; i++) {
    GStatBuf info;

    g_assert_cmpint (g_lstat (names->pdata[i], &info), ==, 0);
    g_string_append_printf (text, "%s %o %" G_GINT64_FORMAT " %" G_GINT64_FORMAT ".%09ld %" G_GINT64_FORMAT ".%09ld\n",
                            (char *) names->pdata[i], info.st_mode, (gint64) info.st_size, (gint64) info.st_mtim.tv_sec,
                            info.st_mtim.tv_nsec, (gint64) info.st_ctim.tv_sec, info.st_ctim.tv_nsec);
    if (S_ISDIR (info.st_mode))
      run_files_picture (names->pdata[i], text);
  }
}

static inline gboolean
run_files_has_looked (gpointer offer)
{
  return !lum_run_offer_get_looking (offer);
}

/* Takes in what an offer has. */
static inline void
run_files_import (LumTestJournal *test, GListModel *files)
{
  g_autoptr (LumImportJob) job = lum_import_job_new (test->journal, LUM_UNITS_METRIC);
  g_autoptr (LumImportBatch) batch = NULL;
  g_autoptr (GAsyncResult) read = NULL, written = NULL;
  g_autoptr (GError) error = NULL;

  lum_import_job_read_async (job, files, NULL, lum_test_sync_cb, &read);
  batch = lum_import_job_read_finish (job, lum_test_wait (&read), &error);
  g_assert_no_error (error);
  lum_import_job_commit_async (job, batch, FALSE, NULL, lum_test_sync_cb, &written);
  lum_import_job_commit_finish (job, lum_test_wait (&written), NULL, &error);
  g_assert_no_error (error);
}
