/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups and checks as a window or the command line asks for them: while the journal is open and being written. */
#include <glib/gstdio.h>
#include <string.h>

#include "lum-backup.h"

typedef struct {
  char *folder;
  char *path;
  LumClock *clock;
  LumJournal *journal;
} Fixture;

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (!*result)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static LumJournal *
open_at (const char *path, LumClock *clock)
{
  LumJournal *journal = lum_journal_new (path, clock);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  lum_journal_open_async (journal, LUM_JOURNAL_OPEN_CREATE, NULL, done_cb, &result);
  lum_journal_open_finish (journal, wait_for (&result), &error);
  g_assert_no_error (error);
  return journal;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("lumbar-backup-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "journal.db", NULL);
  f->clock = lum_clock_new_frozen (20600, 480, 7200);
  f->journal = open_at (f->path, f->clock);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_clear_object (&f->journal);
  g_clear_object (&f->clock);
  dir = g_dir_open (f->folder, 0, NULL);
  while ((name = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (f->folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

static LumChangeSet *
entry_set (int i)
{
  LumChangeSet *changes = lum_change_set_new ();
  LumPainEntry entry;

  lum_record_init (LUM_RECORD_PAIN, &entry);
  entry.day = entry.entered = 20000 + i;
  entry.score = i % 11;
  entry.moment = LUM_MOMENT_AVERAGE;
  lum_change_set_put (changes, LUM_RECORD_PAIN, &entry);
  return changes;
}

static gsize
count (LumJournal *journal)
{
  gsize n;

  lum_diary_get_pain (lum_journal_get_diary (journal), &n);
  return n;
}

static void
test_in_use (Fixture *f, gconstpointer data)
{
  g_autofree char *target = g_build_filename (f->folder, "copy.db", NULL);
  g_autoptr (LumJournal) copy = NULL;
  GAsyncResult *saves[40] = {NULL};
  g_autoptr (GAsyncResult) backed_up = NULL;
  g_autoptr (GAsyncResult) again = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 20; i++)
    lum_journal_commit_async (f->journal, entry_set (i), NULL, done_cb, &saves[i]);
  wait_for (&saves[19]);
  lum_backup_to_async (f->journal, target, NULL, done_cb, &backed_up);
  for (int i = 20; i < 40; i++)
    lum_journal_commit_async (f->journal, entry_set (i), NULL, done_cb, &saves[i]);
  g_assert_true (lum_backup_to_finish (f->journal, wait_for (&backed_up), &error));
  g_assert_no_error (error);
  wait_for (&saves[39]);
  for (int i = 0; i < 40; i++) {
    g_assert_true (lum_journal_commit_finish (f->journal, saves[i], NULL, &error));
    g_clear_object (&saves[i]);
  }
  g_assert_cmpuint (count (f->journal), ==, 40);

  copy = open_at (target, f->clock);
  g_assert_cmpuint (count (copy), >=, 20);
  g_assert_cmpuint (count (copy), <=, 40);

  lum_backup_to_async (f->journal, target, NULL, done_cb, &again);
  g_assert_false (lum_backup_to_finish (f->journal, wait_for (&again), &error));
  g_assert_error (error, LUM_ERROR, LUM_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, target));
}

static void
test_check (Fixture *f, gconstpointer data)
{
  g_autoptr (GAsyncResult) saved = NULL;
  g_autoptr (GAsyncResult) checked = NULL;
  g_autoptr (GAsyncResult) missing = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) sentences = NULL;

  lum_journal_commit_async (f->journal, entry_set (1), NULL, done_cb, &saved);
  wait_for (&saved);
  lum_check_journal_async (f->journal, done_cb, &checked);
  sentences = lum_check_journal_finish (f->journal, wait_for (&checked), &error);
  g_assert_no_error (error);
  g_assert_nonnull (sentences);
  g_assert_null (sentences[0]);

  g_unlink (f->path);
  lum_check_journal_async (f->journal, done_cb, &missing);
  g_assert_null (lum_check_journal_finish (f->journal, wait_for (&missing), &error));
  g_assert_error (error, LUM_ERROR, LUM_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/backup/in-use", Fixture, NULL, set_up, test_in_use, tear_down);
  g_test_add ("/backup/check", Fixture, NULL, set_up, test_check, tear_down);

  return g_test_run ();
}
