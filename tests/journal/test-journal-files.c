/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are not as they should be: one clear sentence that names the file, nothing lost, nothing half written. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <grp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <sqlite3.h>

#include "lum-journal.h"

typedef struct {
  char *folder;
  char *path;
  LumClock *clock;
} Fixture;

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
  f->folder = g_dir_make_tmp ("lumbar-files-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "journal.db", NULL);
  f->clock = lum_clock_new_frozen (20600, 8 * 60, 7200);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_chmod (f->folder, 0700);
  remove_tree (f->folder);
  g_clear_object (&f->clock);
  g_free (f->folder);
  g_free (f->path);
}

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
open_at (const char *path, LumClock *clock, LumJournalOpenFlags flags, GError **error)
{
  g_autoptr (LumJournal) journal = lum_journal_new (path, clock);
  g_autoptr (GAsyncResult) result = NULL;

  lum_journal_open_async (journal, flags, NULL, done_cb, &result);
  return lum_journal_open_finish (journal, wait_for (&result), error) ? g_steal_pointer (&journal) : NULL;
}

static gboolean
save (LumJournal *journal, int i, const char *note, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  LumChangeSet *changes = lum_change_set_new ();
  LumPainEntry entry;

  lum_record_init (LUM_RECORD_PAIN, &entry);
  entry.day = entry.entered = 20000 + i;
  entry.score = i % 11;
  entry.moment = LUM_MOMENT_AVERAGE;
  entry.note = note;
  lum_change_set_put (changes, LUM_RECORD_PAIN, &entry);
  lum_journal_commit_async (journal, changes, NULL, done_cb, &result);
  return lum_journal_commit_finish (journal, wait_for (&result), NULL, error);
}

static gsize
count (LumJournal *journal)
{
  gsize n;

  lum_diary_get_pain (lum_journal_get_diary (journal), &n);
  return n;
}

static void
make_journal (Fixture *f, int n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LumJournal) journal = open_at (f->path, f->clock, LUM_JOURNAL_OPEN_CREATE, &error);

  g_assert_no_error (error);
  for (int i = 0; i < n; i++)
    g_assert_true (save (journal, i, "a note that takes some room in the file, so that there are a few pages", &error));
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* The file is refused, for reading and for making, with one sentence that names it, and not a byte of it changes. */
static void
assert_refused (Fixture *f, int code)
{
  static const LumJournalOpenFlags flags[] = {LUM_JOURNAL_OPEN_NONE, LUM_JOURNAL_OPEN_CREATE,
                                              LUM_JOURNAL_OPEN_CREATE | LUM_JOURNAL_OPEN_WINDOW};
  g_autofree char *before = NULL;
  gsize size = 0;

  g_file_get_contents (f->path, &before, &size, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (LumJournal) journal = open_at (f->path, f->clock, flags[i], &error);
    g_autofree char *after = NULL;
    gsize after_size = 0;

    g_assert_null (journal);
    g_assert_error (error, LUM_ERROR, code);
    g_assert_nonnull (strstr (error->message, f->path));
    g_assert_true (g_str_has_suffix (error->message, "."));
    g_assert_null (strchr (error->message, '\n'));
    g_file_get_contents (f->path, &after, &after_size, NULL);
    g_assert_cmpmem (before, size, after, after_size);
  }
}

static void
test_not_a_journal (Fixture *f, gconstpointer data)
{
  g_autofree char *zeros = g_malloc0 (8192);

  g_assert_true (g_file_set_contents (f->path, "", 0, NULL));
  assert_refused (f, LUM_ERROR_NOT_A_JOURNAL);
  g_assert_true (g_file_set_contents (f->path, "date,score\n2026-05-27,4\n", -1, NULL));
  assert_refused (f, LUM_ERROR_NOT_A_JOURNAL);
  g_assert_true (g_file_set_contents (f->path, zeros, 8192, NULL));
  assert_refused (f, LUM_ERROR_NOT_A_JOURNAL);
  g_unlink (f->path);
  run_sql (f->path, "CREATE TABLE contacts (name TEXT); PRAGMA user_version = 1");
  assert_refused (f, LUM_ERROR_NOT_A_JOURNAL);
  g_unlink (f->path);
  g_assert_cmpint (g_mkdir (f->path, 0700), ==, 0);
  assert_refused (f, LUM_ERROR_NOT_A_JOURNAL);
  g_rmdir (f->path);
  g_assert_cmpint (mkfifo (f->path, 0600), ==, 0);
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (open_at (f->path, f->clock, LUM_JOURNAL_OPEN_CREATE, &error));
    g_assert_error (error, LUM_ERROR, LUM_ERROR_NOT_A_JOURNAL);
  }
}

static void
test_newer (Fixture *f, gconstpointer data)
{
  make_journal (f, 3);
  run_sql (f->path, "PRAGMA journal_mode = DELETE; PRAGMA user_version = 999");
  assert_refused (f, LUM_ERROR_NEWER);

  /* The number may still be in the write-ahead log alone. */
  run_sql (f->path, "PRAGMA user_version = 1; PRAGMA journal_mode = WAL");
  {
    sqlite3 *db;
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
    g_assert_cmpint (sqlite3_exec (db, "PRAGMA user_version = 999", NULL, NULL, NULL), ==, SQLITE_OK);
    g_assert_null (open_at (f->path, f->clock, LUM_JOURNAL_OPEN_CREATE, &error));
    g_assert_error (error, LUM_ERROR, LUM_ERROR_NEWER);
    sqlite3_close (db);
  }
}

/* Rubbish at one place of the file after the other. Where it lies in what is read, the journal is refused as damaged;
 * where nobody looks (free space, the log), it opens; it never crashes, and what it then shows is what was saved. */
static void
test_damaged (Fixture *f, gconstpointer data)
{
  g_autofree char *sound = NULL;
  gsize size;
  int n_refused = 0, n_opened = 0;

  make_journal (f, 120);
  run_sql (f->path, "PRAGMA journal_mode = DELETE");
  g_assert_true (g_file_get_contents (f->path, &sound, &size, NULL));
  g_test_message ("%d pages", (int) (size / 4096));

  for (gsize offset = 100; offset < size; offset += 1531) {
    g_autofree char *copy = g_memdup2 (sound, size);
    g_autoptr (GError) error = NULL;
    g_autoptr (LumJournal) journal = NULL;

    memset (copy + offset, 0xa5, MIN (300, size - offset));
    g_assert_true (g_file_set_contents (f->path, copy, size, NULL));
    journal = open_at (f->path, f->clock, LUM_JOURNAL_OPEN_NONE, &error);
    if (journal) {
      g_assert_cmpuint (count (journal), <=, 120);
      n_opened++;
    } else {
      g_assert_error (error, LUM_ERROR, LUM_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, f->path));
      n_refused++;
    }
  }
  g_test_message ("%d refused, %d opened", n_refused, n_opened);
  g_assert_cmpint (n_refused, >, 5);

  /* Cut off: at any length it is refused, and not made anew. */
  for (gsize length = 512; length < size; length += 4096 * 3 + 17) {
    g_assert_true (g_file_set_contents (f->path, sound, length, NULL));
    assert_refused (f, LUM_ERROR_DAMAGED);
  }

  /* A table is gone; a value means nothing. */
  g_assert_true (g_file_set_contents (f->path, sound, size, NULL));
  run_sql (f->path, "DROP TABLE visits");
  assert_refused (f, LUM_ERROR_DAMAGED);
  g_assert_true (g_file_set_contents (f->path, sound, size, NULL));
  run_sql (f->path, "PRAGMA ignore_check_constraints = ON; UPDATE pain SET day = '2026-02-30' WHERE rowid = 7");
  assert_refused (f, LUM_ERROR_DAMAGED);
}

/* Another program writes for as long as it likes: after a few seconds that is said, and nothing is lost. */
static void
test_locked (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LumJournal) journal = NULL;
  sqlite3 *db;

  make_journal (f, 3);
  journal = open_at (f->path, f->clock, LUM_JOURNAL_OPEN_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (save (journal, 10, NULL, &error));
  g_assert_error (error, LUM_ERROR, LUM_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, f->path));
  g_clear_error (&error);
  g_assert_cmpuint (count (journal), ==, 3);
  g_assert_false (lum_journal_get_can_undo (journal));

  /* It may still be read, and written again as soon as the other lets go. */
  {
    g_autoptr (LumJournal) reader = open_at (f->path, f->clock, LUM_JOURNAL_OPEN_NONE, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (count (reader), ==, 3);
  }
  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (db);
  g_assert_true (save (journal, 10, NULL, &error));
}

/* Runs a test as somebody who is not root, since root may do everything. Its failure is this test's. */
static gboolean
run_as_nobody (const char *folder, void (*func) (Fixture *), Fixture *f)
{
  pid_t child;
  int status;

  if (geteuid () != 0) {
    func (f);
    return TRUE;
  }
  child = fork ();
  if (child == 0) {
    if (setgroups (0, NULL) != 0 || setresgid (65534, 65534, 65534) != 0 || setresuid (65534, 65534, 65534) != 0)
      _exit (77);
    execl ("/proc/self/exe", "test-journal-files", "--as-nobody", f->path, folder, NULL);
    _exit (77);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    return FALSE;
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  return TRUE;
}

/* As nobody: the file and its folder may be read only. */
static void
read_only_checks (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LumJournal) journal =
      open_at (f->path, f->clock, LUM_JOURNAL_OPEN_CREATE | LUM_JOURNAL_OPEN_WINDOW, &error);
  g_autofree char *warning = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (count (journal), ==, 3);
  g_assert_true (lum_journal_get_read_only (journal));
  warning = lum_journal_get_warning (journal);
  g_assert_nonnull (strstr (warning, f->path));
  g_assert_false (save (journal, 10, NULL, &error));
  g_assert_error (error, LUM_ERROR, LUM_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, f->path));
  g_assert_cmpuint (count (journal), ==, 3);
}

static void
unreadable_checks (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (open_at (f->path, f->clock, LUM_JOURNAL_OPEN_CREATE, &error));
  g_assert_error (error, LUM_ERROR, LUM_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, f->path));
}

static void
test_read_only (Fixture *f, gconstpointer data)
{
  make_journal (f, 3);
  g_chmod (f->path, 0444);
  g_chmod (f->folder, 0555);
  if (!run_as_nobody ("read-only", read_only_checks, f))
    g_test_skip ("This user may not become another");
}

static void
test_unreadable (Fixture *f, gconstpointer data)
{
  make_journal (f, 3);
  g_chmod (f->path, 0);
  g_chmod (f->folder, 0755);
  if (!run_as_nobody ("unreadable", unreadable_checks, f))
    g_test_skip ("This user may not become another");
  g_chmod (f->path, 0600);
}

static void
test_full (Fixture *f, gconstpointer data)
{
  g_autofree char *disk = g_build_filename (f->folder, "disk", NULL);
  g_autofree char *path = g_build_filename (disk, "journal.db", NULL);
  g_autofree char *filler = g_build_filename (disk, "filler", NULL);
  g_autofree char *note = g_strnfill (20000, 'x');
  g_autoptr (GError) error = NULL;
  LumJournal *journal;
  gsize n = 0;
  int i = 0;

  g_mkdir (disk, 0700);
  if (mount ("tmpfs", disk, "tmpfs", 0, "size=1m") != 0) {
    g_test_skip ("A small disk cannot be mounted here");
    return;
  }
  journal = open_at (path, f->clock, LUM_JOURNAL_OPEN_CREATE, &error);
  g_assert_no_error (error);
  while (i < 200 && save (journal, i, note, &error)) {
    n++;
    i++;
  }
  g_test_message ("full after %d entries: %s", i, error ? error->message : "never");
  g_assert_error (error, LUM_ERROR, LUM_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, path));
  g_clear_error (&error);
  g_assert_cmpuint (count (journal), ==, n);
  g_object_unref (journal);

  /* Full or not, what was saved can be read. */
  journal = open_at (path, f->clock, LUM_JOURNAL_OPEN_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (journal), ==, n);
  g_object_unref (journal);

  /* And where not even an empty journal has room, none is left half made. */
  g_unlink (path);
  {
    g_autofree char *block = g_malloc0 (1 << 20);
    int fd = open (filler, O_WRONLY | O_CREAT, 0600);
    ssize_t written = write (fd, block, 1 << 20);

    g_assert_cmpint (written, >, 0);
    close (fd);
  }
  g_assert_null (open_at (path, f->clock, LUM_JOURNAL_OPEN_CREATE, &error));
  g_assert_error (error, LUM_ERROR, LUM_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (umount2 (disk, MNT_DETACH), ==, 0);
}

/* A program that is killed in the middle of writing loses nothing that it was told is saved. */
static void
test_killed (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int total = 0;

  make_journal (f, 0);
  for (int round = 0; round < 4; round++) {
    g_autoptr (LumJournal) journal = NULL;
    int ends[2], n_said = 0;
    char byte;
    pid_t child;

    g_assert_cmpint (pipe (ends), ==, 0);
    child = fork ();
    if (child == 0) {
      g_autofree char *fd = g_strdup_printf ("%d", ends[1]);

      execl ("/proc/self/exe", "test-journal-files", "--write", f->path, fd, NULL);
      _exit (1);
    }
    close (ends[1]);
    while (n_said < 10 + 7 * round && read (ends[0], &byte, 1) == 1)
      n_said++;
    kill (child, SIGKILL);
    while (read (ends[0], &byte, 1) == 1)
      n_said++;
    close (ends[0]);
    waitpid (child, NULL, 0);

    journal = open_at (f->path, f->clock, LUM_JOURNAL_OPEN_NONE, &error);
    g_assert_no_error (error);
    g_test_message ("%d said to be saved, %d there", total + n_said, (int) count (journal));
    g_assert_cmpuint (count (journal), >=, total + n_said);
    g_assert_cmpuint (count (journal), <=, total + n_said + 1);
    total = (int) count (journal);
  }
}

static int
write_until_killed (const char *path, int fd)
{
  g_autoptr (LumClock) clock = lum_clock_new_frozen (20600, 480, 7200);
  g_autoptr (LumJournal) journal = open_at (path, clock, LUM_JOURNAL_OPEN_NONE, NULL);

  for (int i = 0; journal && i < 2000; i++)
    if (!save (journal, i, NULL, NULL) || write (fd, ".", 1) != 1)
      return 1;
  return 0;
}

int
main (int argc, char **argv)
{
  if (argc == 4 && strcmp (argv[1], "--write") == 0)
    return write_until_killed (argv[2], atoi (argv[3]));
  if (argc == 4 && strcmp (argv[1], "--as-nobody") == 0) {
    Fixture f = {NULL, argv[2], lum_clock_new_frozen (20600, 480, 7200)};

    (strcmp (argv[3], "read-only") == 0 ? read_only_checks : unreadable_checks) (&f);
    g_object_unref (f.clock);
    return 0;
  }

  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/journal-files/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("not-a-journal", test_not_a_journal);
  ADD ("newer", test_newer);
  ADD ("damaged", test_damaged);
  ADD ("locked", test_locked);
  ADD ("read-only", test_read_only);
  ADD ("unreadable", test_unreadable);
  ADD ("full", test_full);
  ADD ("killed", test_killed);

  return g_test_run ();
}
