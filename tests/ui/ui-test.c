/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-test.h"

#include <glib/gstdio.h>

#include "lum-sample-life.h"
#include "lum-today-page.h"
#include "lum-ui.h"

#define PATIENCE_US (20 * G_USEC_PER_SEC)

/* Without a display there is nothing to test; says so. */
gboolean
ui_test_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  if (!gtk_init_check ()) {
    g_print ("1..0 # SKIP no display\n");
    return FALSE;
  }
  adw_init ();
  lum_ui_init ();
  return TRUE;
}

void
ui_fixture_set_up (UiFixture *fixture, LumDay today, int minute)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("lumbar-ui-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "journal.db", NULL);
  fixture->clock = lum_clock_new_frozen (today, minute, 7200);
  fixture->journal = lum_journal_new (path, fixture->clock);
  fixture->settings = lum_memory_settings_new ();
  lum_settings_set_units (fixture->settings, LUM_UNITS_METRIC);
  fixture->context = lum_ui_context_new (fixture->journal, fixture->settings);
}

static gboolean
is_open (gpointer data)
{
  return lum_ui_context_get_state (data, NULL) != LUM_UI_LOADING;
}

static gboolean
is_written (gpointer data)
{
  return lum_ui_context_get_n_writing (data) == 0;
}

void
ui_fixture_open (UiFixture *fixture)
{
  lum_ui_context_open (fixture->context);
  ui_wait_until (is_open, fixture->context);
  g_assert_cmpint (lum_ui_context_get_state (fixture->context, NULL), ==, LUM_UI_OPEN);
}

void
ui_wait_written (UiFixture *fixture)
{
  ui_wait_until (is_written, fixture->context);
  ui_settle ();
}

/* A life up to the day before today. */
void
ui_fixture_fill (UiFixture *fixture, int years)
{
  g_autoptr (LumDiary) life = lum_sample_life_new (lum_clock_get_today (fixture->clock), years, 7);
  LumChangeSet *changes = lum_change_set_new ();

  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    gsize n, size = lum_record_get_info (kind)->size;
    const char *records = lum_diary_get_records (life, kind, &n);

    for (gsize i = 0; i < n; i++)
      lum_change_set_put (changes, kind, records + i * size);
  }
  lum_change_set_keep_times (changes);
  lum_ui_context_commit (fixture->context, NULL, changes, NULL);
  ui_wait_written (fixture);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  lum_journal_close_finish (LUM_JOURNAL (source), result, NULL);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

void
ui_remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder && (name = g_dir_read_name (folder))) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    if (g_file_test (child, G_FILE_TEST_IS_DIR))
      ui_remove_folder (child);
    else
      g_unlink (child);
  }
  g_rmdir (path);
}

void
ui_fixture_tear_down (UiFixture *fixture)
{
  gboolean closed = FALSE;

  lum_journal_close_async (fixture->journal, closed_cb, &closed);
  ui_wait_until (is_true, &closed);
  g_clear_object (&fixture->context);
  g_clear_object (&fixture->journal);
  g_clear_object (&fixture->settings);
  g_clear_object (&fixture->clock);
  ui_remove_folder (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
ui_wait_until (gboolean (*holds) (gpointer data), gpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;
  guint waker = g_timeout_add (10, wake_cb, NULL);

  while (!holds (data)) {
    if (g_get_monotonic_time () > end)
      g_error ("waited in vain");
    g_main_context_iteration (NULL, TRUE);
  }
  g_source_remove (waker);
}

/* Lets everything that is due happen: layout, idle work, findings. */
void
ui_settle (void)
{
  gint64 end = g_get_monotonic_time () + 150 * 1000;
  guint waker = g_timeout_add (5, wake_cb, NULL);

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (waker);
}

/* As if a key had been pressed while @widget has the focus: each key controller from there up to the window is asked. */
void
ui_press_key (GtkWidget *widget, guint keyval, GdkModifierType state)
{
  for (GtkWidget *at = widget; at; at = gtk_widget_get_parent (at)) {
    g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (at);

    for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
      if (handled)
        return;
    }
  }
}

/* A widget that was sunk, dropped by the test alone, is gone: nobody else holds it. */
void
ui_assert_finalized (GtkWidget *widget)
{
  gpointer gone = widget;

  g_object_add_weak_pointer (G_OBJECT (widget), &gone);
  if (GTK_IS_WINDOW (widget))
    gtk_window_destroy (GTK_WINDOW (widget));
  else
    g_object_unref (widget);
  for (int i = 0; i < 20 && gone; i++)
    ui_settle ();
  g_assert_null (gone);
}

/* The window over the fixture's journal, with Today whole and the watch's first findings there. */
LumWindow *
ui_open_window (UiFixture *fixture)
{
  LumWindow *window = lum_window_new (NULL, fixture->context, NULL);

  gtk_window_present (GTK_WINDOW (window));
  lum_today_page_complete (LUM_TODAY_PAGE (ui_find (GTK_WIDGET (window), LUM_TYPE_TODAY_PAGE)));
  for (int i = 0; i < 100 && !lum_ui_context_get_findings (fixture->context); i++)
    ui_settle ();
  ui_wait_written (fixture);
  ui_settle ();
  return window;
}

/* Presses a button below @root, and waits until what follows is written. */
void
ui_press (UiFixture *fixture, GtkWidget *root, const char *label)
{
  GtkWidget *button = ui_find_button (root, label);

  g_test_message ("pressing %s", label);
  g_assert_nonnull (button);
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
  ui_wait_written (fixture);
  ui_settle ();
}
