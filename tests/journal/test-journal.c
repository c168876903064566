/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A journal through its public face: what is committed is in the diary, on the disk and in other programs' windows. */
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "lum-backup.h"
#include "lum-journal.h"

#define TODAY "2026-05-27"

typedef struct {
  char *folder;
  char *path;
  LumClock *clock;
  LumJournal *journal;
  GAsyncResult *result;
} Fixture;

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (Fixture *f)
{
  while (!f->result)
    g_main_context_iteration (NULL, TRUE);
  return f->result;
}

static LumDay
day (const char *iso)
{
  LumDay value = LUM_DAY_NONE;

  g_assert_true (lum_day_parse (iso, &value, NULL));
  return value;
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

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("lumbar-journal-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "data", "journal.db", NULL);
  f->clock = lum_clock_new_frozen (day (TODAY), 8 * 60, 7200);
  f->journal = lum_journal_new (f->path, f->clock);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->journal);
  g_clear_object (&f->clock);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  remove_tree (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

static gboolean
open_journal (Fixture *f, LumJournal *journal, LumJournalOpenFlags flags, GError **error)
{
  gboolean ok;

  lum_journal_open_async (journal, flags, NULL, done_cb, &f->result);
  ok = lum_journal_open_finish (journal, wait_for (f), error);
  g_clear_object (&f->result);
  return ok;
}

static gboolean
commit (Fixture *f, LumJournal *journal, LumChangeSet *changes, gint64 *group, GError **error)
{
  gboolean ok;

  lum_journal_commit_async (journal, changes, NULL, done_cb, &f->result);
  ok = lum_journal_commit_finish (journal, wait_for (f), group, error);
  g_clear_object (&f->result);
  return ok;
}

typedef void (*StepFunc) (LumJournal *, GAsyncReadyCallback, gpointer);

static gboolean
step_history (Fixture *f, StepFunc func, GError **error)
{
  gboolean ok;

  func (f->journal, done_cb, &f->result);
  ok = lum_journal_undo_finish (f->journal, wait_for (f), error);
  g_clear_object (&f->result);
  return ok;
}

static LumChangeSet *
pain (const char *iso, int score)
{
  LumChangeSet *changes = lum_change_set_new ();
  LumPainEntry entry;

  lum_record_init (LUM_RECORD_PAIN, &entry);
  entry.day = day (iso);
  entry.entered = day (TODAY);
  entry.score = score;
  entry.moment = LUM_MOMENT_AVERAGE;
  lum_change_set_put (changes, LUM_RECORD_PAIN, &entry);
  return changes;
}

static gsize
count_pain (LumJournal *journal)
{
  gsize n;

  lum_diary_get_pain (lum_journal_get_diary (journal), &n);
  return n;
}

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer data)
{
  ++*(int *) data;
}

static void
test_commit (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LumJournal) again = lum_journal_new (f->path, f->clock);
  const LumPainEntry *entries;
  gint64 group = 0;
  gsize n;
  int notified = 0;

  g_assert_false (open_journal (f, f->journal, LUM_JOURNAL_OPEN_NONE, &error));
  g_assert_error (error, LUM_ERROR, LUM_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, f->path));
  g_clear_error (&error);
  g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));

  g_assert_true (open_journal (f, f->journal, LUM_JOURNAL_OPEN_CREATE, &error));
  g_assert_no_error (error);
  g_assert_true (lum_diary_is_empty (lum_journal_get_diary (f->journal)));
  g_signal_connect (f->journal, "notify::diary", G_CALLBACK (count_cb), &notified);

  g_assert_true (commit (f, f->journal, pain ("2026-05-26", 4), &group, &error));
  g_assert_no_error (error);
  g_assert_cmpint (group, >, 0);
  g_assert_cmpint (notified, ==, 1);
  g_assert_true (lum_journal_get_can_undo (f->journal));
  g_assert_false (lum_journal_get_can_redo (f->journal));

  g_assert_true (open_journal (f, again, LUM_JOURNAL_OPEN_NONE, &error));
  entries = lum_diary_get_pain (lum_journal_get_diary (again), &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (entries[0].day, ==, day ("2026-05-26"));
  g_assert_cmpint (entries[0].score, ==, 4);
  g_assert_cmpint (entries[0].moment, ==, LUM_MOMENT_AVERAGE);
  g_assert_cmpint (entries[0].started, ==, LUM_DAY_NONE);
  g_assert_null (entries[0].note);
  g_assert_cmpint (entries[0].base.utc_offset, ==, 7200);
  g_assert_cmpint (entries[0].base.created_at, ==, lum_clock_get_now (f->clock, &(gint32){0}));
  g_assert_true (g_uuid_string_is_valid (entries[0].base.id));
}

static void
test_undo (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 first, second;

  g_assert_true (open_journal (f, f->journal, LUM_JOURNAL_OPEN_CREATE, &error));
  g_assert_false (step_history (f, lum_journal_undo_async, &error));
  g_assert_error (error, LUM_ERROR, LUM_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (commit (f, f->journal, pain ("2026-05-25", 4), &first, &error));
  g_assert_true (commit (f, f->journal, pain ("2026-05-26", 5), &second, &error));
  g_assert_true (step_history (f, lum_journal_undo_async, &error));
  g_assert_cmpuint (count_pain (f->journal), ==, 1);
  g_assert_true (lum_journal_get_can_redo (f->journal));
  g_assert_true (step_history (f, lum_journal_redo_async, &error));
  g_assert_cmpuint (count_pain (f->journal), ==, 2);

  /* The toast of the first change, though it is not the newest. */
  lum_journal_revert_async (f->journal, first, done_cb, &f->result);
  g_assert_true (lum_journal_undo_finish (f->journal, wait_for (f), &error));
  g_clear_object (&f->result);
  g_assert_cmpuint (count_pain (f->journal), ==, 1);

  /* The toast of the second, which was undone and redone since: it is the same change. */
  lum_journal_revert_async (f->journal, second, done_cb, &f->result);
  g_assert_true (lum_journal_undo_finish (f->journal, wait_for (f), &error));
  g_clear_object (&f->result);
  g_assert_cmpuint (count_pain (f->journal), ==, 0);
  g_assert_false (lum_journal_get_can_undo (f->journal));

  /* Twice is once too often. */
  lum_journal_revert_async (f->journal, second, done_cb, &f->result);
  g_assert_false (lum_journal_undo_finish (f->journal, wait_for (f), &error));
  g_clear_object (&f->result);
  g_assert_error (error, LUM_ERROR, LUM_ERROR_NOT_FOUND);
}

/* What is written quietly is there, and undo and redo go on as if it were not. */
static void
test_quiet (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LumChangeSet *quiet = lum_change_set_new ();
  LumCardRecord card;
  gint64 group = 0;
  gsize n;

  g_assert_true (open_journal (f, f->journal, LUM_JOURNAL_OPEN_CREATE, &error));
  lum_record_init (LUM_RECORD_CARD, &card);
  card.rule = "EP-8";
  card.day = day ("2026-05-27");
  card.event = LUM_CARD_SHOWN;
  lum_change_set_put (quiet, LUM_RECORD_CARD, &card);
  lum_change_set_set_quiet (quiet);

  g_assert_true (commit (f, f->journal, pain ("2026-05-25", 4), NULL, &error));
  g_assert_true (commit (f, f->journal, pain ("2026-05-26", 5), NULL, &error));
  g_assert_true (step_history (f, lum_journal_undo_async, &error));
  g_assert_true (commit (f, f->journal, quiet, &group, &error));
  g_assert_no_error (error);
  g_assert_cmpint (group, >, 0);
  lum_diary_get_cards (lum_journal_get_diary (f->journal), &n);
  g_assert_cmpuint (n, ==, 1);

  g_assert_true (lum_journal_get_can_redo (f->journal));
  g_assert_true (step_history (f, lum_journal_redo_async, &error));
  g_assert_cmpuint (count_pain (f->journal), ==, 2);
  g_assert_true (step_history (f, lum_journal_undo_async, &error));
  g_assert_true (step_history (f, lum_journal_undo_async, &error));
  g_assert_cmpuint (count_pain (f->journal), ==, 0);
  g_assert_false (lum_journal_get_can_undo (f->journal));
  lum_diary_get_cards (lum_journal_get_diary (f->journal), &n);
  g_assert_cmpuint (n, ==, 1);
}

static void
test_other_program (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LumJournal) other = lum_journal_new (f->path, f->clock);
  g_autoptr (LumJournal) second_window = lum_journal_new (f->path, f->clock);
  gint64 start;

  g_assert_true (open_journal (f, f->journal, LUM_JOURNAL_OPEN_CREATE | LUM_JOURNAL_OPEN_WINDOW, &error));
  g_assert_no_error (error);
  g_assert_false (open_journal (f, second_window, LUM_JOURNAL_OPEN_WINDOW, &error));
  g_assert_error (error, LUM_ERROR, LUM_ERROR_LOCKED);
  g_clear_error (&error);

  g_assert_true (open_journal (f, other, LUM_JOURNAL_OPEN_NONE, &error));
  for (int i = 1; i <= 3; i++) {
    g_assert_true (commit (f, other, pain ("2026-05-20", i), NULL, &error));
    start = g_get_monotonic_time ();
    while (count_pain (f->journal) != (gsize) i && g_get_monotonic_time () - start < 5 * G_USEC_PER_SEC)
      g_main_context_iteration (NULL, FALSE);
    g_assert_cmpuint (count_pain (f->journal), ==, i);
    g_test_message ("shown after %d ms", (int) ((g_get_monotonic_time () - start) / 1000));
    g_test_minimized_result ((g_get_monotonic_time () - start) / 1e6, "seconds until another program's change shows");
  }

  /* Both write: each keeps what the other wrote, and undo is each one's own. */
  g_assert_true (commit (f, f->journal, pain ("2026-05-21", 7), NULL, &error));
  g_assert_true (commit (f, other, pain ("2026-05-22", 8), NULL, &error));
  g_assert_cmpuint (count_pain (other), ==, 5);
  g_assert_true (step_history (f, lum_journal_undo_async, &error));
  g_assert_cmpuint (count_pain (f->journal), ==, 4);
  g_assert_false (lum_journal_get_can_undo (f->journal));
}

static int
get_mode (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (int) (info.st_mode & 0777) : -1;
}

static void
test_modes (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  static const char *const suffixes[] = {"", "-wal", "-shm", ".lock"};
  g_autofree char *folder = g_path_get_dirname (f->path);
  mode_t before = umask (0);

  g_assert_true (open_journal (f, f->journal, LUM_JOURNAL_OPEN_CREATE | LUM_JOURNAL_OPEN_WINDOW, &error));
  g_assert_true (commit (f, f->journal, pain ("2026-05-26", 4), NULL, &error));
  umask (before);
  g_assert_cmpint (get_mode (folder), ==, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++) {
    g_autofree char *path = g_strconcat (f->path, suffixes[i], NULL);

    g_assert_cmpint (get_mode (path), ==, 0600);
  }
}

static void
test_close (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LumJournal) again = lum_journal_new (f->path, f->clock);
  GAsyncResult *results[20] = {NULL};

  g_assert_true (open_journal (f, f->journal, LUM_JOURNAL_OPEN_CREATE, &error));
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    lum_journal_commit_async (f->journal, pain ("2026-05-26", 4), NULL, done_cb, &results[i]);
  lum_journal_close_async (f->journal, done_cb, &f->result);
  g_assert_true (lum_journal_close_finish (f->journal, wait_for (f), &error));
  g_clear_object (&f->result);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++) {
    g_assert_true (lum_journal_commit_finish (f->journal, results[i], NULL, &error));
    g_clear_object (&results[i]);
  }
  /* After that a write fails, and says so. */
  g_assert_false (commit (f, f->journal, pain ("2026-05-26", 4), NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_true (open_journal (f, again, LUM_JOURNAL_OPEN_NONE, &error));
  g_assert_cmpuint (count_pain (again), ==, G_N_ELEMENTS (results));
}

static void
test_cancelled (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_true (open_journal (f, f->journal, LUM_JOURNAL_OPEN_CREATE, &error));
  g_cancellable_cancel (cancellable);
  lum_journal_commit_async (f->journal, pain ("2026-05-26", 4), cancellable, done_cb, &f->result);
  g_assert_false (lum_journal_commit_finish (f->journal, wait_for (f), NULL, &error));
  g_clear_object (&f->result);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_pain (f->journal), ==, 0);
}

static void
test_invalid (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LumChangeSet *changes = pain ("2026-05-26", 4);
  LumPainEntry entry;

  lum_record_init (LUM_RECORD_PAIN, &entry);
  entry.day = day ("2026-05-26");
  entry.score = 11;
  entry.moment = LUM_MOMENT_AVERAGE;
  lum_change_set_put (changes, LUM_RECORD_PAIN, &entry);

  g_assert_true (open_journal (f, f->journal, LUM_JOURNAL_OPEN_CREATE, &error));
  g_assert_false (commit (f, f->journal, changes, NULL, &error));
  g_assert_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT);
  g_assert_cmpuint (count_pain (f->journal), ==, 0);
  g_assert_false (lum_journal_get_can_undo (f->journal));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/journal/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("commit", test_commit);
  ADD ("undo", test_undo);
  ADD ("quiet", test_quiet);
  ADD ("other-program", test_other_program);
  ADD ("modes", test_modes);
  ADD ("close", test_close);
  ADD ("cancelled", test_cancelled);
  ADD ("invalid", test_invalid);

  return g_test_run ();
}
