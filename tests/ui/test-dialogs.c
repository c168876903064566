/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lum-compat-windows.h"
#include "lum-help-dialogs.h"
#include "lum-import-dialog.h"
#include "lum-preferences.h"
#include "lum-report-dialog.h"
#include "lum-report-preview.h"
#include "lum-side-box.h"
#include "lum-topics.h"
#include "lum-ui.h"
#include "pages-fixture.h"

static char *
make_gpx (const char *day, int metres)
{
  GString *gpx = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\" creator=\"test\" "
                               "xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><type>running</type><trkseg>\n");

  for (int i = 0; i * 3 <= metres; i++) {
    char latitude[G_ASCII_DTOSTR_BUF_SIZE];

    g_ascii_formatd (latitude, sizeof latitude, "%.7f", 52.5 + i * 3 / 111195.0);
    g_string_append_printf (gpx, "<trkpt lat=\"%s\" lon=\"13.4\"><time>%sT%02d:%02d:%02dZ</time></trkpt>\n", latitude,
                            day, 6 + i / 3600, i / 60 % 60, i % 60);
  }
  g_string_append (gpx, "</trkseg></trk></gpx>\n");
  return g_string_free (gpx, FALSE);
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

  pages_wait (has_state, pair);
}

static gsize
count_runs (PagesFixture *fixture)
{
  gsize n;

  lum_diary_get_runs (lum_ui_context_get_diary (fixture->context), &n);
  return n;
}

static gboolean
has_runs (gpointer data)
{
  gpointer *pair = data;

  return count_runs (pair[0]) == GPOINTER_TO_SIZE (pair[1]);
}

static GListStore *
write_files (PagesFixture *fixture)
{
  GListStore *files = g_list_store_new (G_TYPE_FILE);
  g_autofree char *one = make_gpx ("2026-05-20", 5000);
  g_autofree char *two = make_gpx ("2026-05-22", 8000);
  const char *const names[] = {"one.gpx", "two.gpx", "again.gpx", "half.gpx", "pain.csv"};
  const char *const texts[] = {one, two, one, "<?xml version=\"1.0\"?>\n<gpx version=\"1.1\"><trk><trkseg><trkpt la",
                               "date,moment,score\n2026-05-20,average,4\n2026-05-21,,3\n"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = pages_fixture_write (fixture, names[i], texts[i]);
    g_autoptr (GFile) file = g_file_new_for_path (path);

    g_list_store_append (files, file);
  }
  return files;
}

/* From files to a preview to the journal; the same files again bring nothing. */
static void
test_import (void)
{
  PagesFixture fixture;
  g_autoptr (GListStore) files = NULL;
  GtkWidget *dialog;
  const LumImportBatch *batch;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  gpointer two_runs[2] = {&fixture, GSIZE_TO_POINTER (2)};

  pages_fixture_set_up (&fixture, 0);
  files = write_files (&fixture);

  dialog = lum_import_dialog_new (NULL, fixture.context);
  gtk_window_present (GTK_WINDOW (dialog));
  lum_import_dialog_read (LUM_IMPORT_DIALOG (dialog), G_LIST_MODEL (files));
  wait_for_state (dialog, "preview");
  batch = lum_import_dialog_get_batch (LUM_IMPORT_DIALOG (dialog));
  g_assert_cmpuint (lum_import_batch_count (batch, LUM_IMPORT_NEW), ==, 3);
  g_assert_cmpuint (lum_import_batch_count (batch, LUM_IMPORT_KNOWN), ==, 1);
  g_assert_cmpuint (lum_import_batch_count (batch, LUM_IMPORT_REFUSED), ==, 1);
  g_assert_cmpuint (count_runs (&fixture), ==, 0);
  pages_settle (150);
  text = pages_collect_text (dialog);
  g_assert_nonnull (strstr (text, "3 new · 1 with nothing to take in · 1 already here"));
  g_assert_nonnull (strstr (text, "20 May 2026 · 5 km"));
  g_assert_nonnull (strstr (text, "2 pain scores"));
  g_assert_nonnull (strstr (text, "Nothing to Take In (1)"));
  g_assert_nonnull (strstr (text, "half.gpx"));

  g_assert_true (gtk_widget_activate_action (dialog, "import.commit", NULL));
  pages_wait (has_runs, two_runs);
  pages_settle (50);

  dialog = lum_import_dialog_new (NULL, fixture.context);
  gtk_window_present (GTK_WINDOW (dialog));
  lum_import_dialog_read (LUM_IMPORT_DIALOG (dialog), G_LIST_MODEL (files));
  wait_for_state (dialog, "preview");
  batch = lum_import_dialog_get_batch (LUM_IMPORT_DIALOG (dialog));
  g_assert_cmpuint (lum_import_batch_count (batch, LUM_IMPORT_NEW), ==, 0);
  again = pages_collect_text (dialog);
  g_assert_nonnull (strstr (again, "Nothing new"));
  gtk_window_close (GTK_WINDOW (dialog));
  pages_settle (50);
  pages_fixture_tear_down (&fixture);
}

static void
choose (GtkWidget *dialog, const char *column, guint role)
{
  GtkWidget *row = ui_find_row (dialog, column);

  g_assert_nonnull (row);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), role);
}

/* A table that nobody knows: its columns are named once, what they become is shown meanwhile, and the next table of the
 * form needs no asking. */
static void
test_import_columns (void)
{
  PagesFixture fixture;
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autofree char *path = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GFile) file = NULL;
  gpointer one_run[2] = {&fixture, GSIZE_TO_POINTER (1)};
  GtkWidget *dialog;

  pages_fixture_set_up (&fixture, 0);
  path = pages_fixture_write (&fixture, "mine.csv", "Wann,Wieviel,Wielange\n03/05/2026,8.2,45:10\n");
  file = g_file_new_for_path (path);
  g_list_store_append (files, file);

  for (int round = 0; round < 2; round++) {
    dialog = lum_import_dialog_new (NULL, fixture.context);
    gtk_window_present (GTK_WINDOW (dialog));
    lum_import_dialog_read (LUM_IMPORT_DIALOG (dialog), G_LIST_MODEL (files));
    wait_for_state (dialog, "preview");
    if (round == 0) {
      const LumImportBatch *batch = lum_import_dialog_get_batch (LUM_IMPORT_DIALOG (dialog));

      g_assert_cmpuint (lum_import_batch_count (batch, LUM_IMPORT_REFUSED), ==, 1);
      pages_settle (150);
      shown = pages_collect_text (dialog);
      g_assert_nonnull (strstr (shown, "Nothing new · 1 table to explain"));
      g_assert_nonnull (strstr (shown, "Tables to Explain (1)"));
      g_assert_null (strstr (shown, "Nothing to Take In"));
      g_assert_true (gtk_widget_activate_action (dialog, "import.columns", "u", 0));
      wait_for_state (dialog, "columns");
      before = pages_collect_text (dialog);
      g_assert_nonnull (strstr (before, "Choose at least the date"));
      choose (dialog, "Wann", 1);
      choose (dialog, "Wieviel", 3);
      choose (dialog, "Wielange", 4);
      after = pages_collect_text (dialog);
      g_assert_nonnull (strstr (after, "3 May 2026 · 8.2 km · 45:10"));
      g_assert_true (gtk_widget_activate_action (dialog, "import.use-columns", NULL));
      wait_for_state (dialog, "preview");
    }
    g_assert_cmpuint (lum_import_batch_count (lum_import_dialog_get_batch (LUM_IMPORT_DIALOG (dialog)), LUM_IMPORT_NEW),
                      ==, 1);
    if (round == 0) {
      gtk_window_close (GTK_WINDOW (dialog));
      pages_settle (50);
    }
  }
  g_assert_true (gtk_widget_activate_action (dialog, "import.commit", NULL));
  pages_wait (has_runs, one_run);
  pages_settle (50);
  pages_fixture_tear_down (&fixture);
}

static void
find_checks (GtkWidget *widget, GPtrArray *checks)
{
  if (GTK_IS_CHECK_BUTTON (widget) && gtk_widget_get_mapped (widget))
    g_ptr_array_add (checks, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    find_checks (child, checks);
}

/* What is unticked stays out; without a tick there is nothing to import. */
static void
test_import_choice (void)
{
  PagesFixture fixture;
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GPtrArray) checks = g_ptr_array_new ();
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  gpointer one_run[2] = {&fixture, GSIZE_TO_POINTER (1)};
  GtkWidget *dialog;

  pages_fixture_set_up (&fixture, 0);
  path = pages_fixture_write (&fixture, "two.csv", "date,km\n2026-05-01,5\n2026-05-02,6\n");
  file = g_file_new_for_path (path);
  g_list_store_append (files, file);
  dialog = lum_import_dialog_new (NULL, fixture.context);
  gtk_window_present (GTK_WINDOW (dialog));
  lum_import_dialog_read (LUM_IMPORT_DIALOG (dialog), G_LIST_MODEL (files));
  wait_for_state (dialog, "preview");
  pages_settle (150);
  find_checks (dialog, checks);
  g_assert_cmpuint (checks->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_true (gtk_check_button_get_active (checks->pdata[i]));
  gtk_check_button_set_active (checks->pdata[0], FALSE);
  g_assert_true (gtk_widget_activate_action (dialog, "import.commit", NULL));
  pages_wait (has_runs, one_run);
  pages_settle (50);
  pages_fixture_tear_down (&fixture);
}

/* Closing while it reads stops the reading. */
static void
test_import_cancelled (void)
{
  PagesFixture fixture;
  g_autoptr (GListStore) files = NULL;
  GtkWidget *dialog;

  pages_fixture_set_up (&fixture, 0);
  files = write_files (&fixture);
  dialog = lum_import_dialog_new (NULL, fixture.context);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  lum_import_dialog_read (LUM_IMPORT_DIALOG (dialog), G_LIST_MODEL (files));
  gtk_window_close (GTK_WINDOW (dialog));
  pages_settle (400);
  g_assert_null (dialog);
  g_assert_cmpuint (count_runs (&fixture), ==, 0);
  pages_fixture_tear_down (&fixture);
}

static gboolean
is_idle (gpointer data)
{
  gboolean idle;

  g_object_get (data, "idle", &idle, NULL);
  return idle;
}

static void
save_to (GtkWidget *dialog, const char *path, const char *form)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  lum_report_dialog_save_to (LUM_REPORT_DIALOG (dialog), file, form);
  pages_wait (is_idle, dialog);
}

static void
assert_starts_with (const char *path, const char *magic)
{
  g_autofree char *contents = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpmem (contents, strlen (magic), magic, strlen (magic));
}

static void
test_report (void)
{
  PagesFixture fixture;
  GtkWidget *dialog, *preview;
  g_autofree char *pdf = NULL;
  g_autofree char *png = NULL;
  g_autofree char *svg = NULL;
  g_autofree char *nowhere = NULL;
  g_autofree char *text = NULL;

  pages_fixture_set_up (&fixture, 2);
  pdf = g_build_filename (fixture.folder, "report.pdf", NULL);
  png = g_build_filename (fixture.folder, "chart.png", NULL);
  svg = g_build_filename (fixture.folder, "chart.svg", NULL);
  nowhere = g_build_filename (fixture.folder, "no such folder", "report.pdf", NULL);

  dialog = lum_report_dialog_new (NULL, fixture.context);
  gtk_window_present (GTK_WINDOW (dialog));
  pages_settle (400);
  preview = ui_find (dialog, LUM_TYPE_REPORT_PREVIEW);
  g_assert_cmpuint (lum_report_preview_get_n_pages (LUM_REPORT_PREVIEW (preview)), >=, 1);

  save_to (dialog, pdf, "pdf");
  assert_starts_with (pdf, "%PDF-1.");
  save_to (dialog, png, "chart-png");
  assert_starts_with (png, "\x89PNG");
  save_to (dialog, svg, "chart-svg");
  assert_starts_with (svg, "<?xml");

  /* What goes wrong is said, and the dialog stays. */
  save_to (dialog, nowhere, "pdf");
  g_assert_false (g_file_test (nowhere, G_FILE_TEST_EXISTS));
  pages_settle (100);
  text = pages_collect_text (dialog);
  g_assert_nonnull (strstr (text, "no such folder"));

  gtk_window_destroy (GTK_WINDOW (dialog));
  pages_fixture_tear_down (&fixture);
}

/* The name is remembered in the journal, not on the computer. */
static void
test_report_remembers (void)
{
  PagesFixture fixture;
  GtkWidget *dialog;
  GtkWidget *row;

  pages_fixture_set_up (&fixture, 1);
  dialog = lum_report_dialog_new (NULL, fixture.context);
  gtk_window_present (GTK_WINDOW (dialog));
  pages_settle (100);
  row = ui_find (dialog, ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (row), "Ada Example");
  gtk_window_close (GTK_WINDOW (dialog));
  pages_settle (300);
  g_assert_cmpstr (lum_diary_get_preference (lum_ui_context_get_diary (fixture.context), LUM_PREFERENCE_NAME), ==,
                   "Ada Example");
  pages_fixture_tear_down (&fixture);
}

static void
test_preferences (void)
{
  PagesFixture fixture;
  GtkWidget *dialog;
  GtkWidget *units;
  g_autofree char *text = NULL;

  pages_fixture_set_up (&fixture, 0);
  dialog = lum_preferences_new (NULL, fixture.context);
  gtk_window_present (GTK_WINDOW (dialog));
  pages_settle (50);
  text = pages_collect_text (dialog);
  g_assert_nonnull (strstr (text, fixture.folder));
  units = ui_find (dialog, ADW_TYPE_COMBO_ROW);
  adw_combo_row_set_selected (ADW_COMBO_ROW (units), LUM_UNITS_IMPERIAL);
  g_assert_cmpint (lum_settings_get_units (fixture.settings), ==, LUM_UNITS_IMPERIAL);
  lum_settings_set_units (fixture.settings, LUM_UNITS_METRIC);
  pages_settle (50);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (units)), ==, LUM_UNITS_METRIC);
  gtk_window_destroy (GTK_WINDOW (dialog));
  pages_fixture_tear_down (&fixture);
}

static GtkWindow *
find_other_window (GtkWindow *parent)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l; l = l->next)
    if (l->data != parent && gtk_window_get_transient_for (l->data) == parent)
      return l->data;
  return NULL;
}

static void
test_help (void)
{
  GtkWindow *parent = GTK_WINDOW (gtk_window_new ());
  GtkWindow *window;
  g_autofree char *shortcuts = NULL;
  g_autofree char *about = NULL;

  gtk_window_present (parent);
  lum_shortcuts_present (parent);
  pages_settle (100);
  window = find_other_window (parent);
  g_assert_nonnull (window);
  shortcuts = pages_collect_text (GTK_WIDGET (window));
  g_assert_nonnull (strstr (shortcuts, "Move the crosshair by a day"));
  gtk_window_destroy (window);

  lum_about_present (parent);
  pages_settle (100);
  window = find_other_window (parent);
  g_assert_nonnull (window);
  about = pages_collect_text (GTK_WIDGET (window));
  g_assert_nonnull (strstr (about, "Lumbar"));
  g_assert_nonnull (strstr (about, lum_facts_get_provenance ()->text));
  for (const LumFact *fact = lum_facts_get_disclaimer (); fact->id; fact++)
    g_assert_nonnull (strstr (about, fact->text));
  gtk_window_destroy (window);
  gtk_window_destroy (parent);
}

static void
test_finalize (void)
{
  g_assert_finalize_object (g_object_ref_sink (
      g_object_new (LUM_TYPE_SIDE_BOX, "start-child", gtk_label_new ("a"), "end-child", gtk_label_new ("b"), NULL)));
  g_assert_finalize_object (g_object_ref_sink (g_object_new (LUM_TYPE_REPORT_PREVIEW, NULL)));
}

/* Every dialog fits a window of 360 pixels, and none needs more height than a small screen has. */
static void
test_narrow (void)
{
  PagesFixture fixture;
  GtkWidget *dialogs[3];

  pages_fixture_set_up (&fixture, 1);
  dialogs[0] = lum_import_dialog_new (NULL, fixture.context);
  dialogs[1] = lum_report_dialog_new (NULL, fixture.context);
  dialogs[2] = lum_preferences_new (NULL, fixture.context);
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++) {
    int width, height;

    gtk_window_present (GTK_WINDOW (dialogs[i]));
    pages_settle (60);
    gtk_widget_measure (dialogs[i], GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
    gtk_widget_measure (dialogs[i], GTK_ORIENTATION_VERTICAL, 360, &height, NULL, NULL, NULL);
    g_test_message ("%s: at least %d × %d", G_OBJECT_TYPE_NAME (dialogs[i]), width, height);
    g_assert_cmpint (width, <=, 360);
    g_assert_cmpint (height, <=, 600);
    gtk_window_destroy (GTK_WINDOW (dialogs[i]));
  }
  pages_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  lum_ui_init ();
  g_test_add_func ("/dialogs/import", test_import);
  g_test_add_func ("/dialogs/import/columns", test_import_columns);
  g_test_add_func ("/dialogs/import/choice", test_import_choice);
  g_test_add_func ("/dialogs/import/cancelled", test_import_cancelled);
  g_test_add_func ("/dialogs/report", test_report);
  g_test_add_func ("/dialogs/report/remembers", test_report_remembers);
  g_test_add_func ("/dialogs/preferences", test_preferences);
  g_test_add_func ("/dialogs/help", test_help);
  g_test_add_func ("/dialogs/narrow", test_narrow);
  g_test_add_func ("/dialogs/finalize", test_finalize);
  return g_test_run ();
}
