/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Out of the window and back in: exports, backups, and going back to one. */
#include <glib/gstdio.h>
#include <string.h>

#include "lum-backup.h"
#include "lum-export-dialog.h"
#include "lum-restore-dialog.h"
#include "lum-ui.h"
#include "lum-window.h"
#include "pages-fixture.h"

typedef struct {
  PagesFixture pages;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, int years)
{
  pages_fixture_set_up (&fixture->pages, years);
  fixture->window = GTK_WIDGET (lum_window_new (NULL, fixture->pages.context, NULL));
  gtk_window_present (GTK_WINDOW (fixture->window));
  pages_settle (200);
}

static void
tear_down (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  pages_settle (100);
  pages_fixture_tear_down (&fixture->pages);
}

static gboolean
has_state (gpointer data)
{
  gpointer *pair = data;
  g_autofree char *state = NULL;

  g_object_get (pair[0], "state", &state, NULL);
  return g_strcmp0 (state, pair[1]) == 0;
}

static void
wait_for_state (GtkWidget *dialog, const char *state)
{
  gpointer pair[2] = {dialog, (gpointer) state};

  g_test_message ("waiting for %s", state);
  pages_wait (has_state, pair);
  pages_settle (50);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* Waits until a dialog has done its work and is gone; forgets it. */
static void
wait_until_gone (GtkWidget **dialog)
{
  g_object_add_weak_pointer (G_OBJECT (*dialog), (gpointer *) dialog);
  pages_wait (is_gone, dialog);
}

static void
close_dialog (GtkWidget **dialog)
{
  g_object_add_weak_pointer (G_OBJECT (*dialog), (gpointer *) dialog);
  gtk_window_close (GTK_WINDOW (*dialog));
  pages_wait (is_gone, dialog);
}

static gboolean
says (gpointer data)
{
  gpointer *pair = data;
  g_autofree char *text = pages_collect_text (pair[0]);

  return strstr (text, pair[1]) != NULL;
}

static void
wait_for_text (GtkWidget *root, const char *part)
{
  gpointer pair[2] = {root, (gpointer) part};

  g_test_message ("waiting for %s", part);
  pages_wait (says, pair);
}

static char *
path_to (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->pages.folder, name, NULL);
}

static gsize
count_pain (Fixture *fixture)
{
  gsize n;

  lum_diary_get_pain (lum_ui_context_get_diary (fixture->pages.context), &n);
  return n;
}

static gboolean
has_pain (gpointer data)
{
  gpointer *pair = data;

  return count_pain (pair[0]) == GPOINTER_TO_SIZE (pair[1]);
}

static void
wait_for_pain (Fixture *fixture, gsize n)
{
  gpointer pair[2] = {fixture, GSIZE_TO_POINTER (n)};

  pages_wait (has_pain, pair);
}

static void
add_entry (Fixture *fixture)
{
  LumChangeSet *changes = lum_change_set_new ();
  LumPainEntry entry;

  lum_record_init (LUM_RECORD_PAIN, &entry);
  entry.day = entry.entered = PAGES_TODAY;
  entry.score = 3;
  entry.moment = LUM_MOMENT_AVERAGE;
  lum_change_set_put (changes, LUM_RECORD_PAIN, &entry);
  pages_fixture_commit (&fixture->pages, changes);
}

static GtkWidget *
show_export (Fixture *fixture)
{
  GtkWidget *dialog = lum_export_dialog_new (GTK_WINDOW (fixture->window), fixture->pages.context);

  gtk_window_present (GTK_WINDOW (dialog));
  wait_for_state (dialog, "choose");
  return dialog;
}

static void
export_to (Fixture *fixture, LumExportForm form, const char *path)
{
  GtkWidget *dialog = show_export (fixture);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  lum_export_dialog_write (LUM_EXPORT_DIALOG (dialog), form, file);
  wait_until_gone (&dialog);
}

static void
test_export (void)
{
  Fixture fixture;
  GtkWidget *dialog;
  g_autofree char *bare = NULL;
  g_autofree char *json = NULL;
  g_autofree char *pain = NULL;
  g_autofree char *again = NULL;
  g_autofree char *nowhere = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GFile) file = NULL;

  set_up (&fixture, 1);
  bare = path_to (&fixture, "mine");
  json = path_to (&fixture, "mine.json");
  pain = path_to (&fixture, "lumbar-2026-05-27/pain.csv");
  again = path_to (&fixture, "lumbar-2026-05-27-2/pain.csv");
  nowhere = path_to (&fixture, "no such folder/mine.json");

  export_to (&fixture, LUM_EXPORT_JSON, bare);
  wait_for_text (fixture.window, "Exported to “mine.json”");
  g_assert_true (g_file_get_contents (json, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\"format\": \"lumbar-journal\""));

  /* Tables have a folder of their own, and replace nothing. */
  export_to (&fixture, LUM_EXPORT_CSV, fixture.pages.folder);
  g_assert_true (g_file_test (pain, G_FILE_TEST_EXISTS));
  export_to (&fixture, LUM_EXPORT_CSV, fixture.pages.folder);
  g_assert_true (g_file_test (again, G_FILE_TEST_EXISTS));

  /* What cannot be written is said, and the dialog stays. */
  dialog = show_export (&fixture);
  file = g_file_new_for_path (nowhere);
  lum_export_dialog_write (LUM_EXPORT_DIALOG (dialog), LUM_EXPORT_JSON, file);
  wait_for_state (dialog, "failed");
  wait_for_text (dialog, "no such folder");
  close_dialog (&dialog);
  tear_down (&fixture);
}

static void
test_back_up (void)
{
  Fixture fixture;
  g_autofree char *path = NULL;
  g_autofree char *journal = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) itself = NULL;
  gsize length, new_length;

  set_up (&fixture, 1);
  path = path_to (&fixture, "copy.db");
  file = g_file_new_for_path (path);
  lum_back_up_to (GTK_WINDOW (fixture.window), fixture.pages.context, file);
  wait_for_text (fixture.window, "Backed up as “copy.db”");
  g_assert_true (g_file_get_contents (path, &before, &length, NULL));
  g_assert_cmpmem (before, 15, "SQLite format 3", 15);

  /* The chooser has asked; only the journal itself is never replaced. */
  add_entry (&fixture);
  pages_settle (700);
  lum_back_up_to (GTK_WINDOW (fixture.window), fixture.pages.context, file);
  for (int i = 0; i < 100; i++) {
    pages_settle (20);
    g_clear_pointer (&after, g_free);
    g_assert_true (g_file_get_contents (path, &after, &new_length, NULL));
    if (new_length != length || memcmp (before, after, length) != 0)
      break;
  }
  g_assert_true (new_length != length || memcmp (before, after, length) != 0);
  itself = g_file_new_for_path (lum_journal_get_path (fixture.pages.journal));
  lum_back_up_to (GTK_WINDOW (fixture.window), fixture.pages.context, itself);
  wait_for_text (fixture.window, "was left as it is");
  tear_down (&fixture);
}

static GtkWidget *
show_restore (Fixture *fixture, const char *state)
{
  GtkWidget *dialog = lum_restore_dialog_new (GTK_WINDOW (fixture->window), fixture->pages.context);

  gtk_window_present (GTK_WINDOW (dialog));
  wait_for_state (dialog, state);
  return dialog;
}

/* Puts a copy where the daily ones lie. */
static void
keep_copy (Fixture *fixture, const char *name)
{
  g_autofree char *folder = path_to (fixture, "backups");
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = g_strdup_printf ("Backed up as “%s”", name);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  lum_back_up_to (GTK_WINDOW (fixture->window), fixture->pages.context, file);
  wait_for_text (fixture->window, text);
}

static void
test_restore_backup (void)
{
  Fixture fixture;
  GtkWidget *dialog, *row;
  gsize n;

  set_up (&fixture, 1);
  dialog = show_restore (&fixture, "empty");
  wait_for_text (dialog, "No Backups Yet");
  close_dialog (&dialog);

  n = count_pain (&fixture);
  keep_copy (&fixture, "journal-2026-05-20.db");
  add_entry (&fixture);
  wait_for_pain (&fixture, n + 1);

  dialog = show_restore (&fixture, "list");
  wait_for_text (dialog, "20 May 2026");
  wait_for_text (dialog, "Daily backup · ");
  gtk_widget_activate_action (dialog, "restore.confirm", NULL); /* nothing is chosen yet */
  wait_for_state (dialog, "list");
  row = ui_find (dialog, ADW_TYPE_ACTION_ROW);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  wait_for_state (dialog, "confirm");
  wait_for_text (dialog, "is kept as a backup first");
  g_assert_cmpuint (count_pain (&fixture), ==, n + 1);

  /* Not that one, after all. */
  gtk_widget_activate_action (dialog, "restore.back", NULL);
  wait_for_state (dialog, "list");
  row = ui_find (dialog, ADW_TYPE_ACTION_ROW);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  wait_for_state (dialog, "confirm");
  g_assert_true (gtk_widget_activate_action (dialog, "restore.confirm", NULL));
  wait_until_gone (&dialog);
  g_assert_cmpuint (count_pain (&fixture), ==, n);
  wait_for_text (fixture.window, "Your journal is as it was then");
  wait_for_text (fixture.window, "Undo");

  gtk_widget_activate_action (fixture.window, "win.undo", NULL);
  wait_for_pain (&fixture, n + 1);
  dialog = show_restore (&fixture, "list");
  wait_for_text (dialog, "Before another backup was restored");
  gtk_window_destroy (GTK_WINDOW (dialog));
  tear_down (&fixture);
}

static void
test_restore_export (void)
{
  Fixture fixture;
  GtkWidget *dialog;
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *moved = NULL;
  g_autofree char *other = NULL;
  g_autofree char *bad_path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) bad = NULL;
  g_autoptr (GRegex) ids = g_regex_new ("\"id\": \"........", 0, 0, NULL);

  set_up (&fixture, 0);
  add_entry (&fixture);
  wait_for_pain (&fixture, 1);
  path = path_to (&fixture, "mine.json");
  export_to (&fixture, LUM_EXPORT_JSON, path);

  /* The same again brings nothing; the same from elsewhere, with an identity of its own, brings an entry. */
  file = g_file_new_for_path (path);
  dialog = show_restore (&fixture, "empty");
  lum_restore_dialog_read (LUM_RESTORE_DIALOG (dialog), file);
  wait_until_gone (&dialog);
  wait_for_text (fixture.window, "Nothing new");

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  moved = g_regex_replace_literal (ids, contents, -1, 0, "\"id\": \"01234567", 0, NULL);
  other = pages_fixture_write (&fixture.pages, "other.JSON", moved);
  g_clear_object (&file);
  file = g_file_new_for_path (other);
  pages_settle (700);
  dialog = show_restore (&fixture, "empty");
  lum_restore_dialog_read (LUM_RESTORE_DIALOG (dialog), file);
  wait_until_gone (&dialog);
  wait_for_pain (&fixture, 2);
  wait_for_text (fixture.window, "1 entry came in");
  gtk_widget_activate_action (fixture.window, "win.undo", NULL);
  wait_for_pain (&fixture, 1);

  /* What is no export is said, and nothing happens. */
  bad_path = pages_fixture_write (&fixture.pages, "bad.json", "{\"format\": \"other\"}");
  bad = g_file_new_for_path (bad_path);
  dialog = show_restore (&fixture, "empty");
  lum_restore_dialog_read (LUM_RESTORE_DIALOG (dialog), bad);
  wait_for_state (dialog, "failed");
  wait_for_text (dialog, "bad.json");
  gtk_widget_activate_action (dialog, "restore.back", NULL);
  wait_for_state (dialog, "empty");
  g_clear_pointer (&bad_path, g_free);
  g_clear_object (&bad);
  bad_path = pages_fixture_write (&fixture.pages, "bad.db", "no database");
  bad = g_file_new_for_path (bad_path);
  lum_restore_dialog_read (LUM_RESTORE_DIALOG (dialog), bad);
  wait_for_state (dialog, "failed");
  wait_for_text (dialog, "is not a Lumbar journal");
  gtk_window_destroy (GTK_WINDOW (dialog));
  tear_down (&fixture);
}

/* Closed while it looks or reads, a dialog is gone, and nothing comes of it. */
static void
test_closed_early (void)
{
  Fixture fixture;
  GtkWidget *dialog;
  g_autoptr (GFile) file = NULL;

  set_up (&fixture, 1);
  file = g_file_new_for_path (lum_journal_get_path (fixture.pages.journal));
  dialog = lum_restore_dialog_new (GTK_WINDOW (fixture.window), fixture.pages.context);
  gtk_window_destroy (GTK_WINDOW (dialog));
  pages_settle (200);
  dialog = lum_restore_dialog_new (GTK_WINDOW (fixture.window), fixture.pages.context);
  lum_restore_dialog_read (LUM_RESTORE_DIALOG (dialog), file);
  gtk_window_destroy (GTK_WINDOW (dialog));
  pages_settle (300);
  tear_down (&fixture);
}

/* Each state fits a window of 360 pixels, and needs no more height than a small screen has. */
static void
test_narrow (void)
{
  Fixture fixture;
  GtkWidget *dialogs[2];
  g_autoptr (GFile) file = NULL;

  set_up (&fixture, 1);
  keep_copy (&fixture, "journal-2026-05-20.db");
  dialogs[0] = show_export (&fixture);
  dialogs[1] = show_restore (&fixture, "list");
  file = g_file_new_for_path (lum_journal_get_path (fixture.pages.journal));
  lum_restore_dialog_read (LUM_RESTORE_DIALOG (dialogs[1]), file);
  wait_for_state (dialogs[1], "confirm");
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++) {
    int width, height;

    gtk_widget_measure (dialogs[i], GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
    gtk_widget_measure (dialogs[i], GTK_ORIENTATION_VERTICAL, 360, &height, NULL, NULL, NULL);
    g_test_message ("%s: at least %d × %d", G_OBJECT_TYPE_NAME (dialogs[i]), width, height);
    g_assert_cmpint (width, <=, 360);
    g_assert_cmpint (height, <=, 600);
    gtk_window_destroy (GTK_WINDOW (dialogs[i]));
  }
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  lum_ui_init ();
  g_test_add_func ("/transfer-dialogs/export", test_export);
  g_test_add_func ("/transfer-dialogs/back-up", test_back_up);
  g_test_add_func ("/transfer-dialogs/restore-backup", test_restore_backup);
  g_test_add_func ("/transfer-dialogs/restore-export", test_restore_export);
  g_test_add_func ("/transfer-dialogs/closed-early", test_closed_early);
  g_test_add_func ("/transfer-dialogs/narrow", test_narrow);
  return g_test_run ();
}
