/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which files of a watch, a card or a folder are new, without reading one and without touching any. */
#include <string.h>
#include <unistd.h>

#include "lum-error.h"
#include "run-files.h"

#define NOBODY 65534

typedef struct {
  LumTestJournal *test;
  char *root;  /* the watch, or the folder */
  char *cache; /* beside it */
} Place;

static void
place_set_up (Place *place)
{
  place->test = lum_test_journal_new (TODAY, 600);
  place->root = g_build_filename (place->test->folder, "place", NULL);
  place->cache = g_build_filename (place->test->folder, "cache", "seen", NULL);
  g_mkdir_with_parents (place->root, 0755);
}

static void
place_clear (Place *place)
{
  g_clear_pointer (&place->test, lum_test_journal_free);
  g_free (place->root);
  g_free (place->cache);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static LumRunSource *
make_source (Place *place, LumRunSourceKind kind)
{
  g_autoptr (GFile) root = g_file_new_for_path (place->root);

  return lum_run_source_new (kind, root, NULL, place->cache);
}

static GPtrArray *
list_or_fail (Place *place, LumRunSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lum_run_source_list_async (source, lum_test_journal_get_diary (place->test), cancellable, lum_test_sync_cb, &result);
  return lum_run_source_list_finish (source, lum_test_wait (&result), error);
}

static GPtrArray *
list (Place *place, LumRunSource *source)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *files = list_or_fail (place, source, NULL, &error);

  g_assert_no_error (error);
  return files;
}

/* The files' paths below the root, in their order, with commas. */
static char *
list_names (Place *place, LumRunSourceKind kind)
{
  g_autoptr (LumRunSource) source = make_source (place, kind);
  g_autoptr (GPtrArray) files = list (place, source);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < files->len; i++) {
    g_autofree char *path =
        g_file_get_relative_path (lum_run_source_get_root (source), ((LumRunFile *) files->pdata[i])->file);

    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", path);
  }
  return g_string_free (text, FALSE);
}

#define assert_listed(place, kind, expected)            \
  G_STMT_START                                          \
  {                                                     \
    g_autofree char *listed = list_names (place, kind); \
    g_assert_cmpstr (listed, ==, expected);             \
  }                                                     \
  G_STMT_END

static void
remember (LumRunSource *source, GPtrArray *files)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  lum_run_source_remember_async (source, files, NULL, lum_test_sync_cb, &result);
  lum_run_source_remember_finish (source, lum_test_wait (&result), &error);
  g_assert_no_error (error);
}

static void
test_makers (void)
{
  static const struct {
    const char *file;
    gboolean found;
  } cases[] = {
      {"GARMIN/Activity/A.FIT", TRUE},
      {"Garmin/Activities/2026-05-01 06.00.00.fit", TRUE},
      {"garmin/activity/sub/a.fit", TRUE},
      {"GARMIN/History/2026.TCX", TRUE},
      {"PRIMARY/GARMIN/Activity/a.fit", TRUE},
      {"Internal Storage/GARMIN/Activity/a.fit", TRUE},
      {"COROS/Activity/a.fit", TRUE},
      {"Internal storage/exports/a.fit", TRUE},
      {"exports/a.fit.gz", TRUE},
      {"Activities/a.gpx", TRUE},
      {"iGPSPORT/Activities/a.fit", TRUE},
      {"GARMIN/Courses/a.fit", FALSE},
      {"GARMIN/Settings/Settings.fit", FALSE},
      {"GARMIN/a.fit", FALSE},
      {"a.fit", FALSE},
      {"DCIM/100/a.gpx", FALSE},
      {"Backup/Watch/GARMIN/Activity/a.fit", FALSE},
      {".Trash/GARMIN/Activity/a.fit", FALSE},
      {"GARMIN/Activity/.a.fit", FALSE},
      {"GARMIN/Activity/a.txt", FALSE},
      {"GARMIN/Activity/a.gz", FALSE},
      {"GARMIN/Activity/fit", FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (Place) place = {0};

    g_test_message ("%s", cases[i].file);
    place_set_up (&place);
    run_files_write (place.root, cases[i].file, "x", LONG_AGO);
    assert_listed (&place, LUM_RUN_SOURCE_DEVICE, cases[i].found ? cases[i].file : "");
  }
}

/* Two storages, each with a folder of the maker's; and an empty file, which a watch makes when it begins to record. */
static void
test_storages (void)
{
  g_auto (Place) place = {0};

  place_set_up (&place);
  run_files_write (place.root, "Primary/GARMIN/Activity/a.fit", "x", LONG_AGO);
  run_files_write (place.root, "SD Card/Garmin/Activities/b.fit", "x", LONG_AGO);
  run_files_write (place.root, "Primary/GARMIN/Activity/c.fit", "", LONG_AGO);
  assert_listed (&place, LUM_RUN_SOURCE_DEVICE, "Primary/GARMIN/Activity/a.fit,SD Card/Garmin/Activities/b.fit");
}

static void
test_folder (void)
{
  g_auto (Place) place = {0};
  g_autofree char *loop = NULL, *stray = NULL;

  place_set_up (&place);
  loop = g_build_filename (place.root, "1", "loop", NULL);
  stray = g_build_filename (place.root, "linked.gpx", NULL);
  run_files_write (place.root, "1/2/3/4/5/6/7/8/eight.gpx", "x", LONG_AGO);
  run_files_write (place.root, "1/2/3/4/5/6/7/8/9/nine.gpx", "x", LONG_AGO);
  run_files_write (place.root, "top.TCX", "x", LONG_AGO);
  run_files_write (place.root, "letter.odt", "x", LONG_AGO);
  g_assert_cmpint (symlink (place.root, loop), ==, 0);
  g_assert_cmpint (symlink ("/dev/zero", stray), ==, 0);
  assert_listed (&place, LUM_RUN_SOURCE_FOLDER, "1/2/3/4/5/6/7/8/eight.gpx,top.TCX");
}

/* What the journal's runs came from is known by its name, unless it was written since. */
static void
test_only_new (void)
{
  g_auto (Place) place = {0};
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) root = NULL;
  g_autofree char *text = run_files_make_run (3);

  place_set_up (&place);
  root = g_file_new_for_path (place.root);
  run_files_write_run (place.root, "GARMIN/Activity/first.gpx", 1);
  run_files_write_run (place.root, "GARMIN/Activity/second.gpx", 2);
  assert_listed (&place, LUM_RUN_SOURCE_DEVICE, "GARMIN/Activity/first.gpx,GARMIN/Activity/second.gpx");
  g_list_store_append (files, root);
  run_files_import (place.test, G_LIST_MODEL (files));

  run_files_write_run (place.root, "GARMIN/Activity/third.gpx", 3);
  assert_listed (&place, LUM_RUN_SOURCE_DEVICE, "GARMIN/Activity/third.gpx");
  run_files_write (place.root, "GARMIN/Activity/first.gpx", text, g_get_real_time () / G_USEC_PER_SEC + 86400 * 3650);
  assert_listed (&place, LUM_RUN_SOURCE_DEVICE, "GARMIN/Activity/first.gpx,GARMIN/Activity/third.gpx");

  /* Taken back, as by somebody who deletes a run: it was offered once, and is not again. */
  lum_test_journal_undo (place.test);
  assert_listed (&place, LUM_RUN_SOURCE_DEVICE, "GARMIN/Activity/first.gpx,GARMIN/Activity/third.gpx");
}

static void
test_cache (void)
{
  g_auto (Place) place = {0};
  g_autoptr (LumRunSource) source = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *text = NULL, *broken = NULL;
  GStatBuf info;

  place_set_up (&place);
  source = make_source (&place, LUM_RUN_SOURCE_FOLDER);
  run_files_write (place.root, "a.gpx", "one", LONG_AGO);
  run_files_write (place.root, "b.gpx", "one", LONG_AGO);
  files = list (&place, source);
  g_assert_cmpuint (files->len, ==, 2);
  g_ptr_array_remove_index (files, 1);
  remember (source, files);
  assert_listed (&place, LUM_RUN_SOURCE_FOLDER, "b.gpx");
  remember (source, files); /* once is enough */
  g_assert_cmpint (g_stat (place.cache, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_true (g_file_get_contents (place.cache, &text, NULL, NULL));
  g_assert_null (strstr (text, "a.gpx")); /* fingerprints only */

  /* Grown, or written again with the same length: new. */
  run_files_write (place.root, "a.gpx", "one two", LONG_AGO);
  assert_listed (&place, LUM_RUN_SOURCE_FOLDER, "a.gpx,b.gpx");
  run_files_write (place.root, "a.gpx", "two", LONG_AGO + 1);
  assert_listed (&place, LUM_RUN_SOURCE_FOLDER, "a.gpx,b.gpx");
  run_files_write (place.root, "a.gpx", "one", LONG_AGO);
  assert_listed (&place, LUM_RUN_SOURCE_FOLDER, "b.gpx");

  /* A cache of another version, of another program, a huge one or none: everything is new. */
  broken = g_strconcat ("another header", strchr (text, '\n'), NULL);
  g_file_set_contents (place.cache, broken, -1, NULL);
  assert_listed (&place, LUM_RUN_SOURCE_FOLDER, "a.gpx,b.gpx");
  g_file_set_contents (place.cache, "\0\1\2\n\n", 5, NULL);
  assert_listed (&place, LUM_RUN_SOURCE_FOLDER, "a.gpx,b.gpx");
  g_file_set_contents (place.cache, text, -1, NULL);
  assert_listed (&place, LUM_RUN_SOURCE_FOLDER, "b.gpx");
  g_assert_cmpint (truncate (place.cache, G_GINT64_CONSTANT (1) << 32), ==, 0);
  assert_listed (&place, LUM_RUN_SOURCE_FOLDER, "a.gpx,b.gpx");
  g_unlink (place.cache);
  g_mkdir (place.cache, 0700);
  assert_listed (&place, LUM_RUN_SOURCE_FOLDER, "a.gpx,b.gpx");
}

/* The cache does not grow for ever; the oldest go first. */
static void
test_cache_is_capped (void)
{
  g_auto (Place) place = {0};
  g_autoptr (LumRunSource) source = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *text = NULL, *header = NULL;
  g_autoptr (GString) full = NULL;
  GStatBuf before, after;

  place_set_up (&place);
  source = make_source (&place, LUM_RUN_SOURCE_FOLDER);
  run_files_write (place.root, "a.gpx", "one", LONG_AGO);
  files = list (&place, source);
  remember (source, files);
  g_assert_true (g_file_get_contents (place.cache, &text, NULL, NULL));
  header = g_strndup (text, (gsize) (strchr (text, '\n') - text));
  full = g_string_new (header);
  for (int i = 0; i < 20000; i++)
    g_string_append_printf (full, "\n%032x", i);
  g_string_append_c (full, '\n');
  g_file_set_contents (place.cache, full->str, -1, NULL);
  assert_listed (&place, LUM_RUN_SOURCE_FOLDER, "a.gpx");
  g_stat (place.cache, &before);
  remember (source, files);
  g_stat (place.cache, &after);
  g_assert_cmpint (before.st_size, ==, after.st_size);
  assert_listed (&place, LUM_RUN_SOURCE_FOLDER, "");
}

static void
test_vanished (void)
{
  g_auto (Place) place = {0};
  g_autoptr (LumRunSource) source = NULL;
  g_autoptr (GPtrArray) files = NULL, none = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *moved = NULL;

  place_set_up (&place);
  moved = g_strconcat (place.root, "-pulled-out", NULL);
  source = make_source (&place, LUM_RUN_SOURCE_DEVICE);
  run_files_write (place.root, "GARMIN/Activity/a.gpx", "x", LONG_AGO);
  files = list (&place, source);
  g_assert_cmpuint (files->len, ==, 1);

  g_assert_cmpint (g_rename (place.root, moved), ==, 0);
  none = list_or_fail (&place, source, NULL, &error);
  g_assert_null (none);
  g_assert_error (error, LUM_ERROR, LUM_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "“place” is not there any more.");
  remember (source, files); /* it was pulled out before it was read … */
  g_assert_cmpint (g_rename (moved, place.root), ==, 0);
  assert_listed (&place, LUM_RUN_SOURCE_DEVICE, "GARMIN/Activity/a.gpx"); /* … so it is still new */
}

static void
test_cancel (void)
{
  g_auto (Place) place = {0};
  g_autoptr (LumRunSource) source = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  place_set_up (&place);
  run_files_write (place.root, "GARMIN/Activity/a.gpx", "x", LONG_AGO);
  source = make_source (&place, LUM_RUN_SOURCE_DEVICE);
  g_cancellable_cancel (cancellable);
  g_assert_null (list_or_fail (&place, source, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What may not be read is left out; where that is the folder itself, the person is told. */
static void
test_closed (void)
{
  g_auto (Place) place = {0};
  g_autoptr (LumRunSource) source = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *closed = NULL, *inner = NULL;

  if (!g_test_subprocess ()) {
    g_test_trap_subprocess (NULL, 60 * G_USEC_PER_SEC, G_TEST_SUBPROCESS_INHERIT_STDERR);
    g_test_trap_assert_passed ();
    return;
  }
  if (geteuid () == 0 && (setgid (NOBODY) != 0 || setuid (NOBODY) != 0)) {
    g_test_skip ("root may read everything, and cannot become somebody else here");
    return;
  }
  place_set_up (&place);
  source = make_source (&place, LUM_RUN_SOURCE_FOLDER);
  run_files_write (place.root, "closed.gpx", "x", LONG_AGO);
  run_files_write (place.root, "inner/b.gpx", "x", LONG_AGO);
  run_files_write (place.root, "open.gpx", "x", LONG_AGO);
  closed = g_build_filename (place.root, "closed.gpx", NULL);
  inner = g_build_filename (place.root, "inner", NULL);
  g_chmod (closed, 0);
  g_chmod (inner, 0);
  assert_listed (&place, LUM_RUN_SOURCE_FOLDER, "open.gpx");
  g_chmod (place.root, 0);
  g_assert_null (list_or_fail (&place, source, NULL, &error));
  g_assert_error (error, LUM_ERROR, LUM_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "no permission"));
  g_chmod (place.root, 0755);
  g_chmod (inner, 0755);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/run-source/makers", test_makers);
  g_test_add_func ("/run-source/storages", test_storages);
  g_test_add_func ("/run-source/folder", test_folder);
  g_test_add_func ("/run-source/only-new", test_only_new);
  g_test_add_func ("/run-source/cache", test_cache);
  g_test_add_func ("/run-source/cache-is-capped", test_cache_is_capped);
  g_test_add_func ("/run-source/vanished", test_vanished);
  g_test_add_func ("/run-source/cancel", test_cancel);
  g_test_add_func ("/run-source/closed", test_closed);
  return g_test_run ();
}
