/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is offered: how many runs are new on a watch that is plugged in, or in the watched folder. */
#include <string.h>
#include <unistd.h>

#include "run-files.h"

#define RIDE                                                                                         \
  "<?xml version=\"1.0\"?>\n<gpx version=\"1.1\" creator=\"Test\"><trk><type>cycling</type><trkseg>" \
  "<trkpt lat=\"52.00\" lon=\"13.4\"><time>2026-05-09T06:00:00Z</time></trkpt>"                      \
  "<trkpt lat=\"52.01\" lon=\"13.4\"><time>2026-05-09T06:05:00Z</time></trkpt></trkseg></trk></gpx>"

typedef struct {
  LumTestJournal *test;
  char *root, *cache;
} Place;

static void
place_set_up (Place *place)
{
  place->test = lum_test_journal_new (TODAY, 600);
  place->root = g_build_filename (place->test->folder, "Forerunner", NULL);
  place->cache = g_build_filename (place->test->folder, "seen", NULL);
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

static LumRunOffer *
make_offer (Place *place, LumRunSourceKind kind)
{
  g_autoptr (GFile) root = g_file_new_for_path (place->root);
  g_autoptr (LumRunSource) source = lum_run_source_new (kind, root, NULL, place->cache);

  return lum_run_offer_new (source, place->test->journal, LUM_UNITS_METRIC);
}

static void
look (LumRunOffer *offer)
{
  lum_run_offer_look (offer);
  lum_test_spin (run_files_has_looked, offer);
}

static guint
count_files (LumRunOffer *offer)
{
  g_autoptr (GListModel) files = lum_run_offer_list_files (offer);

  return g_list_model_get_n_items (files);
}

/* Whether a look would read a file: whether the source still has it among the new ones. */
static gboolean
would_read (Place *place, const char *name)
{
  g_autoptr (GFile) root = g_file_new_for_path (place->root);
  g_autoptr (LumRunSource) source = lum_run_source_new (LUM_RUN_SOURCE_DEVICE, root, NULL, place->cache);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) files = NULL;

  lum_run_source_list_async (source, lum_test_journal_get_diary (place->test), NULL, lum_test_sync_cb, &result);
  files = lum_run_source_list_finish (source, lum_test_wait (&result), NULL);
  for (guint i = 0; files && i < files->len; i++)
    if (g_str_equal (((LumRunFile *) files->pdata[i])->name, name))
      return TRUE;
  return FALSE;
}

typedef struct {
  Place *place;
  const char *name;
} Question;

static gboolean
is_remembered (gpointer data)
{
  Question *question = data;

  return !would_read (question->place, question->name);
}

/* A watch with two runs, a ride and a broken file: two are offered, the rest is read once and then left alone, and the
 * watch is as it was. */
static void
test_offer (void)
{
  g_auto (Place) place = {0};
  g_autoptr (LumRunOffer) offer = NULL;
  g_autoptr (GString) before = g_string_new (NULL), after = g_string_new (NULL);
  g_autoptr (GListModel) files = NULL;
  g_autofree char *text = NULL, *again = NULL;

  place_set_up (&place);
  run_files_write_run (place.root, "GARMIN/Activity/1.gpx", 1);
  run_files_write_run (place.root, "GARMIN/Activity/2.gpx", 2);
  run_files_write (place.root, "GARMIN/Activity/ride.gpx", RIDE, LONG_AGO);
  run_files_write (place.root, "GARMIN/Activity/broken.gpx", "<?xml version=\"1.0\"?><gpx><trk>", LONG_AGO);
  run_files_write (place.root, "GARMIN/Activity/noise.fit", "noise", LONG_AGO);
  run_files_picture (place.root, before);
  offer = make_offer (&place, LUM_RUN_SOURCE_DEVICE);

  g_assert_cmpuint (lum_run_offer_get_n_new (offer), ==, 0);
  look (offer);
  g_assert_cmpuint (lum_run_offer_get_n_new (offer), ==, 2);
  g_assert_cmpuint (count_files (offer), ==, 2);
  text = lum_run_offer_describe (offer);
  g_assert_cmpstr (text, ==, "2 new runs on Forerunner");
  lum_test_spin (is_remembered, &(Question){&place, "ride.gpx"});
  g_assert_false (would_read (&place, "broken.gpx"));
  g_assert_false (would_read (&place, "noise.fit"));
  g_assert_true (would_read (&place, "1.gpx"));

  look (offer); /* what was not imported is still offered */
  g_assert_cmpuint (lum_run_offer_get_n_new (offer), ==, 2);
  files = lum_run_offer_list_files (offer);
  run_files_import (place.test, files);
  g_assert_cmpuint (lum_run_offer_get_n_new (offer), ==, 0); /* at once: the journal has them */
  g_assert_cmpuint (count_files (offer), ==, 0);
  look (offer);
  g_assert_cmpuint (lum_run_offer_get_n_new (offer), ==, 0);
  run_files_picture (place.root, after);
  g_assert_cmpstr (before->str, ==, after->str);

  run_files_write_run (place.root, "GARMIN/Activity/3.gpx", 3);
  look (offer);
  again = lum_run_offer_describe (offer);
  g_assert_cmpstr (again, ==, "1 new run on Forerunner");
}

/* Runs that the journal has from elsewhere are not new, whatever their files are called. */
static void
test_known_by_content (void)
{
  g_auto (Place) place = {0};
  g_autoptr (LumRunOffer) offer = NULL;
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autofree char *run = run_files_make_run (1), *path = NULL;
  g_autoptr (GFile) file = NULL;

  place_set_up (&place);
  path = lum_test_journal_write (place.test, "downloaded.gpx", run);
  file = g_file_new_for_path (path);
  g_list_store_append (files, file);
  run_files_import (place.test, G_LIST_MODEL (files));
  run_files_write_run (place.root, "GARMIN/Activity/1.gpx", 1);
  offer = make_offer (&place, LUM_RUN_SOURCE_DEVICE);
  look (offer);
  g_assert_cmpuint (lum_run_offer_get_n_new (offer), ==, 0);
  lum_test_spin (is_remembered, &(Question){&place, "1.gpx"});
}

static gboolean
has_no_new (gpointer offer)
{
  return lum_run_offer_get_n_new (offer) == 0;
}

/* A card has no zone: a file may seem to be written after its run was imported. */
static void
test_dated_ahead (void)
{
  g_auto (Place) place = {0};
  g_autoptr (LumRunOffer) offer = NULL;
  g_autoptr (GListModel) files = NULL;
  g_autofree char *run = run_files_make_run (1);

  place_set_up (&place);
  run_files_write (place.root, "GARMIN/Activity/1.gpx", run, g_get_real_time () / G_USEC_PER_SEC + 86400 * 3650);
  offer = make_offer (&place, LUM_RUN_SOURCE_DEVICE);
  look (offer);
  g_assert_cmpuint (lum_run_offer_get_n_new (offer), ==, 1);
  files = lum_run_offer_list_files (offer);
  run_files_import (place.test, files);
  lum_test_spin (has_no_new, offer);
}

/* Two files of one name from two folders are two runs. */
static void
test_same_names (void)
{
  g_auto (Place) place = {0};
  g_autoptr (LumRunOffer) offer = NULL;

  place_set_up (&place);
  run_files_write_run (place.root, "may/run.gpx", 1);
  run_files_write_run (place.root, "june/run.gpx", 2);
  run_files_write (place.root, "july/run.gpx", RIDE, LONG_AGO);
  offer = make_offer (&place, LUM_RUN_SOURCE_FOLDER);
  look (offer);
  g_assert_cmpuint (lum_run_offer_get_n_new (offer), ==, 2);
  g_assert_cmpuint (count_files (offer), ==, 2);
}

static void
test_pulled_out (void)
{
  g_auto (Place) place = {0};
  g_autoptr (LumRunOffer) offer = NULL;
  g_autofree char *moved = NULL;

  place_set_up (&place);
  moved = g_strconcat (place.root, "-gone", NULL);
  run_files_write_run (place.root, "GARMIN/Activity/1.gpx", 1);
  offer = make_offer (&place, LUM_RUN_SOURCE_DEVICE);
  look (offer);
  g_assert_cmpuint (lum_run_offer_get_n_new (offer), ==, 1);
  g_rename (place.root, moved);
  look (offer);
  g_assert_cmpuint (lum_run_offer_get_n_new (offer), ==, 0);
  g_assert_cmpstr (lum_run_offer_get_problem (offer), ==, "“Forerunner” is not there any more.");
  g_rename (moved, place.root);
  look (offer);
  g_assert_cmpuint (lum_run_offer_get_n_new (offer), ==, 1);
  g_assert_null (lum_run_offer_get_problem (offer));

  lum_run_offer_look (offer); /* and while it is looked at */
  lum_run_offer_stop (offer);
  g_assert_cmpuint (lum_run_offer_get_n_new (offer), ==, 0);
  lum_test_spin (run_files_has_looked, offer);
  g_assert_cmpuint (lum_run_offer_get_n_new (offer), ==, 0);
  lum_run_offer_look (offer);
  g_assert_false (lum_run_offer_get_looking (offer));
}

/* --- the monitor --- */

static gboolean
has_one (gpointer data)
{
  LumRunOffer *offer = lum_run_monitor_get_offer (data);

  return offer && lum_run_offer_get_n_new (offer) == 1;
}

static gboolean
has_two (gpointer data)
{
  LumRunOffer *offer = lum_run_monitor_get_offer (data);

  return offer && lum_run_offer_get_n_new (offer) == 2;
}

static gboolean
is_told (gpointer data)
{
  return *(guint *) data > 0;
}

static void
count_cb (LumRunMonitor *monitor, guint *count)
{
  *count += 1;
}

static void
test_watched_folder (void)
{
  g_auto (Place) place = {0};
  g_autoptr (LumRunMonitor) monitor = NULL;
  g_autofree char *uri = NULL, *text = NULL;
  guint n_told = 0, n_new = 0;

  place_set_up (&place);
  uri = g_filename_to_uri (place.root, NULL, NULL);
  monitor = lum_run_monitor_new (place.test->journal, LUM_UNITS_METRIC, place.cache);
  g_signal_connect (monitor, "changed", G_CALLBACK (count_cb), &n_told);
  run_files_write_run (place.root, "1.gpx", 1);
  g_assert_null (lum_run_monitor_get_offer (monitor));
  lum_run_monitor_set_folder (monitor, uri);
  lum_test_spin (has_one, monitor);
  g_assert_cmpuint (n_told, >, 0);
  g_object_get (monitor, "n-new", &n_new, NULL);
  g_assert_cmpuint (n_new, ==, 1);
  text = lum_run_offer_describe (lum_run_monitor_get_offer (monitor));
  g_assert_cmpstr (text, ==, "1 new run in “Forerunner”");

  /* Not Now holds until there is more. */
  lum_run_monitor_set_aside (monitor, lum_run_monitor_get_offer (monitor));
  g_assert_null (lum_run_monitor_get_offer (monitor));
  run_files_write_run (place.root, "2.gpx", 2);
  lum_test_spin (has_two, monitor);

  lum_run_monitor_set_folder (monitor, "");
  g_assert_null (lum_run_monitor_get_offer (monitor));
  g_assert_null (lum_run_monitor_get_folder_offer (monitor));
  lum_run_monitor_set_folder (monitor, "file:///nowhere/at/all");
  lum_test_spin (run_files_has_looked, lum_run_monitor_get_folder_offer (monitor));
  g_assert_cmpstr (lum_run_offer_get_problem (lum_run_monitor_get_folder_offer (monitor)), ==,
                   "“all” is not there any more.");
}

/* --- a real one --- */

static gboolean
run_program (const char *program, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  va_list more;
  int status = -1;

  g_ptr_array_add (words, (char *) program);
  va_start (more, program);
  do
    g_ptr_array_add (words, va_arg (more, char *));
  while (words->pdata[words->len - 1]);
  va_end (more);
  return g_spawn_sync (NULL, (char **) words->pdata, NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL,
                       NULL, &status, NULL) &&
         g_spawn_check_wait_status (status, NULL);
}

static void
put (guint8 *bytes, gsize offset, guint value, gsize length)
{
  for (gsize i = 0; i < length; i++)
    bytes[offset + i] = (guint8) (value >> (8 * i));
}

/* An empty card as a watch has it: FAT12, 1.44 MB, two tables of nine sectors. */
static char *
make_fat (const char *folder)
{
  g_autofree guint8 *bytes = g_malloc0 (2880 * 512);
  char *path = g_build_filename (folder, "card.img", NULL);

  put (bytes, 0, 0x903ceb, 3);
  memcpy (bytes + 3, "LUMBAR  ", 8);
  put (bytes, 11, 512, 2);  /* bytes a sector */
  put (bytes, 13, 1, 1);    /* sectors a cluster */
  put (bytes, 14, 1, 2);    /* sectors before the first table */
  put (bytes, 16, 2, 1);    /* tables */
  put (bytes, 17, 224, 2);  /* entries of the root folder */
  put (bytes, 19, 2880, 2); /* sectors */
  put (bytes, 21, 0xf0, 1);
  put (bytes, 22, 9, 2); /* sectors a table */
  put (bytes, 24, 18, 2);
  put (bytes, 26, 2, 2);
  put (bytes, 38, 0x29, 1);
  memcpy (bytes + 43, "FORERUNNER FAT12   ", 19);
  put (bytes, 510, 0xaa55, 2);
  put (bytes, 512, 0xfffff0, 3);
  put (bytes, 512 * 10, 0xfffff0, 3);
  g_assert_true (g_file_set_contents (path, (char *) bytes, 2880 * 512, NULL));
  return path;
}

static char *
make_ext4 (const char *folder)
{
  char *path = g_build_filename (folder, "card-ext4.img", NULL);
  g_autofree guint8 *bytes = g_malloc0 (4 << 20);

  g_assert_true (g_file_set_contents (path, (char *) bytes, 4 << 20, NULL));
  run_program ("mkfs.ext4", "-q", "-F", path, NULL);
  return path;
}

/* A card in a loop device under /media, where desktops put them: it is offered when it comes, read-only, so that whoever
 * wrote to it would fail; *Not Now* holds until it is plugged in again; without it there is no offer. */
static void
test_card (void)
{
  g_auto (Place) place = {0};
  g_autoptr (LumRunMonitor) monitor = NULL;
  g_autofree char *image = NULL, *text = NULL, *expected = NULL, *name = NULL;
  guint n_told = 0;
  char mount[] = "/media/lumbar-test-XXXXXX";

  if (geteuid () != 0 || !g_file_test ("/media", G_FILE_TEST_IS_DIR) || !g_mkdtemp (mount)) {
    g_test_skip ("only root may mount an image");
    return;
  }
  place_set_up (&place);
  image = make_fat (place.test->folder);
  if (!run_program ("mount", "-o", "loop", "-t", "vfat", image, mount, NULL)) {
    g_test_message ("The system has no FAT; a card of ext4 does as well.");
    g_free (image);
    image = make_ext4 (place.test->folder);
    if (!run_program ("mount", "-o", "loop", image, mount, NULL)) {
      g_rmdir (mount);
      g_test_skip ("an image cannot be mounted here");
      return;
    }
  }
  run_files_write_run (mount, "GARMIN/Activity/1.gpx", 1);
  run_files_write_run (mount, "GARMIN/Activity/2.gpx", 2);
  g_assert_true (run_program ("umount", mount, NULL));

  monitor = lum_run_monitor_new (place.test->journal, LUM_UNITS_METRIC, place.cache);
  g_signal_connect (monitor, "changed", G_CALLBACK (count_cb), &n_told);
  lum_run_monitor_watch_devices (monitor);
  g_assert_true (run_program ("mount", "-o", "loop,ro", image, mount, NULL));
  lum_test_spin (has_two, monitor);
  name = g_path_get_basename (mount);
  expected = g_strdup_printf ("2 new runs on %s", name);
  text = lum_run_offer_describe (lum_run_monitor_get_offer (monitor));
  g_assert_cmpstr (text, ==, expected);

  lum_run_monitor_set_aside (monitor, lum_run_monitor_get_offer (monitor));
  g_assert_null (lum_run_monitor_get_offer (monitor));
  n_told = 0;
  g_assert_true (run_program ("umount", mount, NULL));
  lum_test_spin (is_told, &n_told);
  g_assert_null (lum_run_monitor_get_offer (monitor));
  g_assert_true (run_program ("mount", "-o", "loop,ro", image, mount, NULL));
  lum_test_spin (has_two, monitor);
  n_told = 0;
  g_assert_true (run_program ("umount", mount, NULL));
  lum_test_spin (is_told, &n_told);
  g_assert_null (lum_run_monitor_get_offer (monitor));
  g_rmdir (mount);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/run-monitor/offer", test_offer);
  g_test_add_func ("/run-monitor/known-by-content", test_known_by_content);
  g_test_add_func ("/run-monitor/dated-ahead", test_dated_ahead);
  g_test_add_func ("/run-monitor/same-names", test_same_names);
  g_test_add_func ("/run-monitor/pulled-out", test_pulled_out);
  g_test_add_func ("/run-monitor/watched-folder", test_watched_folder);
  g_test_add_func ("/run-monitor/card", test_card);
  return g_test_run ();
}
