/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Today offers of a watch or the watched folder: here a folder, which takes the same way as a watch. */
#include "lum-import-dialog.h"
#include "lum-preferences.h"
#include "lum-run-offer-row.h"
#include "ui-test.h"

#define TODAY 20600
#define MORNING (8 * 60)

static void
write_run (const char *folder, const char *name, int day)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = g_strdup_printf (
      "<?xml version=\"1.0\"?>\n<gpx version=\"1.1\" creator=\"Test\"><trk><type>running</type><trkseg>"
      "<trkpt lat=\"52.00\" lon=\"13.4\"><time>2026-05-%02dT06:00:00Z</time></trkpt>"
      "<trkpt lat=\"52.01\" lon=\"13.4\"><time>2026-05-%02dT06:05:00Z</time></trkpt></trkseg></trk></gpx>",
      day, day);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* A folder of its own, with two runs. */
static char *
make_folder (UiFixture *fixture)
{
  char *folder = g_build_filename (fixture->folder, "Forerunner", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  write_run (folder, "1.gpx", 1);
  write_run (folder, "2.gpx", 2);
  return folder;
}

static void
watch (UiFixture *fixture, const char *folder)
{
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  lum_settings_set_watched_folder (fixture->settings, uri);
}

static GtkWidget *
get_row (LumWindow *window)
{
  return ui_find (GTK_WIDGET (window), LUM_TYPE_RUN_OFFER_ROW);
}

static gboolean
is_offered (gpointer window)
{
  return gtk_widget_get_mapped (get_row (window));
}

static gboolean
is_not_offered (gpointer window)
{
  return !is_offered (window);
}

static const char *
get_text (LumWindow *window)
{
  return gtk_label_get_text (GTK_LABEL (ui_find (get_row (window), GTK_TYPE_LABEL)));
}

static LumImportDialog *
find_dialog (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    if (LUM_IS_IMPORT_DIALOG (window))
      return LUM_IMPORT_DIALOG (window);
  }
  return NULL;
}

static gboolean
has_preview (gpointer data)
{
  LumImportDialog *dialog = find_dialog ();
  g_autofree char *state = NULL;

  if (dialog)
    g_object_get (dialog, "state", &state, NULL);
  return g_strcmp0 (state, "preview") == 0;
}

static gboolean
has_no_dialog (gpointer data)
{
  return find_dialog () == NULL;
}

static gsize
count_runs (UiFixture *fixture)
{
  gsize n;

  lum_diary_get_runs (lum_ui_context_get_diary (fixture->context), &n);
  return n;
}

static void
test_look (void)
{
  UiFixture fixture;
  g_autofree char *folder = NULL;

  ui_fixture_set_up (&fixture, TODAY, MORNING);
  folder = make_folder (&fixture);
  ui_fixture_open (&fixture);
  LumWindow *window = ui_open_window (&fixture);

  g_assert_false (is_offered (window)); /* off until somebody chooses a folder */
  watch (&fixture, folder);
  ui_wait_until (is_offered, window);
  g_assert_cmpstr (get_text (window), ==, "2 new runs in “Forerunner”");

  int minimum;
  gtk_widget_measure (get_row (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <, 300); /* it fits a window of 360 */

  ui_press (&fixture, GTK_WIDGET (window), "Loo_k…");
  ui_wait_until (has_preview, NULL);
  g_assert_cmpuint (lum_import_batch_count (lum_import_dialog_get_batch (find_dialog ()), LUM_IMPORT_NEW), ==, 2);
  g_assert_cmpuint (count_runs (&fixture), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (find_dialog ()), "import.commit", NULL);
  ui_wait_until (has_no_dialog, NULL);
  ui_wait_until (is_not_offered, window);
  g_assert_cmpuint (count_runs (&fixture), ==, 2);

  write_run (folder, "3.gpx", 3); /* one more, while the window is open */
  ui_wait_until (is_offered, window);
  g_assert_cmpstr (get_text (window), ==, "1 new run in “Forerunner”");
  ui_assert_finalized (GTK_WIDGET (window));
  ui_fixture_tear_down (&fixture);
}

static void
test_not_now (void)
{
  UiFixture fixture;
  g_autofree char *folder = NULL;

  ui_fixture_set_up (&fixture, TODAY, MORNING);
  folder = make_folder (&fixture);
  watch (&fixture, folder); /* chosen on another day */
  ui_fixture_open (&fixture);
  LumWindow *window = ui_open_window (&fixture);

  ui_wait_until (is_offered, window);
  ui_press (&fixture, GTK_WIDGET (window), "_Not Now");
  g_assert_false (is_offered (window));
  lum_run_monitor_look (lum_ui_context_get_run_monitor (fixture.context));
  ui_settle ();
  g_assert_false (is_offered (window));

  write_run (folder, "3.gpx", 3);
  ui_wait_until (is_offered, window);
  lum_settings_set_watched_folder (fixture.settings, NULL);
  ui_settle ();
  g_assert_false (is_offered (window));
  ui_assert_finalized (GTK_WIDGET (window));
  ui_fixture_tear_down (&fixture);
}

/* A sample journal is thrown away: no run of a person's own belongs in it. */
static void
test_sample (void)
{
  UiFixture fixture;
  g_autofree char *folder = NULL;

  ui_fixture_set_up (&fixture, TODAY, MORNING);
  lum_ui_context_set_is_sample (fixture.context, TRUE);
  folder = make_folder (&fixture);
  watch (&fixture, folder);
  ui_fixture_open (&fixture);
  LumWindow *window = ui_open_window (&fixture);

  g_assert_null (lum_ui_context_get_run_monitor (fixture.context));
  g_assert_false (is_offered (window));
  ui_assert_finalized (GTK_WIDGET (window));
  ui_fixture_tear_down (&fixture);
}

static gboolean
has_problem (gpointer row)
{
  return g_str_equal (adw_action_row_get_subtitle (row), "“gone” is not there any more.");
}

static void
test_preferences (void)
{
  UiFixture fixture;
  g_autofree char *folder = NULL, *gone = NULL, *uri = NULL;
  GtkWidget *dialog, *row;

  ui_fixture_set_up (&fixture, TODAY, MORNING);
  folder = make_folder (&fixture);
  gone = g_build_filename (fixture.folder, "gone", NULL);
  ui_fixture_open (&fixture);
  dialog = lum_preferences_new (NULL, fixture.context);
  gtk_window_present (GTK_WINDOW (dialog));
  row = ui_find_row (dialog, "Watched Folder");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "None");
  watch (&fixture, folder);
  ui_settle ();
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, folder);
  watch (&fixture, gone);
  ui_wait_until (has_problem, row);
  gtk_widget_activate_action (dialog, "preferences.forget-folder", NULL);
  ui_settle ();
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "None");
  uri = lum_settings_get_watched_folder (fixture.settings);
  g_assert_cmpstr (uri, ==, "");
  ui_assert_finalized (dialog);
  ui_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/new-runs/look", test_look);
  g_test_add_func ("/new-runs/not-now", test_not_now);
  g_test_add_func ("/new-runs/sample", test_sample);
  g_test_add_func ("/new-runs/preferences", test_preferences);
  return g_test_run ();
}
