/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-test-journal.h"

#include <glib/gstdio.h>

#define PATIENCE_S 20 /* before a test that waits for something gives up */

void
lum_test_sync_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

GAsyncResult *
lum_test_wait (GAsyncResult **result)
{
  while (!*result)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop until something is so. */
void
lum_test_spin (gboolean (*is_done) (gpointer data), gpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;
  guint timer = g_timeout_add (10, wake_cb, NULL);

  while (!is_done (data)) {
    g_assert_cmpint (g_get_monotonic_time (), <, end);
    g_main_context_iteration (NULL, TRUE);
  }
  g_source_remove (timer);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
      remove_tree (child);
    else
      g_unlink (child);
  }
  g_rmdir (path);
}

LumTestJournal *
lum_test_journal_new (LumDay today, int minute)
{
  LumTestJournal *self = g_new0 (LumTestJournal, 1);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("lumbar-test-XXXXXX", NULL);
  path = g_build_filename (self->folder, "journal.db", NULL);
  self->clock = lum_clock_new_frozen (today, minute, 7200);
  self->journal = lum_journal_new (path, self->clock);
  lum_journal_open_async (self->journal, LUM_JOURNAL_OPEN_CREATE, NULL, lum_test_sync_cb, &result);
  lum_journal_open_finish (self->journal, lum_test_wait (&result), &error);
  g_assert_no_error (error);
  return self;
}

void
lum_test_journal_free (LumTestJournal *self)
{
  g_autoptr (GAsyncResult) result = NULL;

  lum_journal_close_async (self->journal, lum_test_sync_cb, &result);
  lum_journal_close_finish (self->journal, lum_test_wait (&result), NULL);
  g_object_unref (self->journal);
  g_object_unref (self->clock);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self);
}

LumDiary *
lum_test_journal_get_diary (LumTestJournal *self)
{
  return lum_journal_get_diary (self->journal);
}

/* Takes the changes. */
void
lum_test_journal_commit (LumTestJournal *self, LumChangeSet *changes)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (changes);
  lum_journal_commit_async (self->journal, changes, NULL, lum_test_sync_cb, &result);
  lum_journal_commit_finish (self->journal, lum_test_wait (&result), NULL, &error);
  g_assert_no_error (error);
}

void
lum_test_journal_undo (LumTestJournal *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  lum_journal_undo_async (self->journal, lum_test_sync_cb, &result);
  lum_journal_undo_finish (self->journal, lum_test_wait (&result), &error);
  g_assert_no_error (error);
}

static char *
export_file (LumTestJournal *self)
{
  char *path = g_build_filename (self->folder, "export.json", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  lum_export_async (self->journal, LUM_EXPORT_JSON, path, lum_test_sync_cb, &result);
  lum_export_finish (self->journal, lum_test_wait (&result), &error);
  g_assert_no_error (error);
  return path;
}

/* All that the journal holds and held, as an export has it. */
char *
lum_test_journal_export (LumTestJournal *self)
{
  g_autofree char *path = export_file (self);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* Exports another journal into this one. */
LumMergeCounts
lum_test_journal_merge (LumTestJournal *self, LumTestJournal *from)
{
  g_autofree char *path = export_file (from);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LumMergeCounts counts;
  gint64 group;

  lum_restore_async (self->journal, path, lum_test_sync_cb, &result);
  lum_restore_finish (self->journal, lum_test_wait (&result), &counts, &group, &error);
  g_assert_no_error (error);
  return counts;
}

/* Writes a file into the journal's folder and gives its path. */
char *
lum_test_journal_write (LumTestJournal *self, const char *name, const char *text)
{
  char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}
