/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-journal-row.h"
#include "lum-fit-bin.h"
#include "lum-journal-page.h"
#include "lum-record-pain.h"
#include "lum-run-form.h"
#include "lum-score-row.h"
#include "lum-today-page.h"
#include "lum-window.h"
#include "ui-test.h"

#define TODAY 20600
#define EVENING (20 * 60)

static LumWindow *
open_window (UiFixture *fixture)
{
  LumWindow *window = lum_window_new (NULL, fixture->context, NULL);

  gtk_window_present (GTK_WINDOW (window));
  ui_settle ();
  return window;
}

static const LumPainEntry *
get_entries (UiFixture *fixture, gsize *n)
{
  return lum_diary_get_pain (lum_ui_context_get_diary (fixture->context), n);
}

/* The first key of a start saves; before the journal has been read it waits for it. A second answer changes the first. */
static void
test_digit_saves (void)
{
  UiFixture fixture;
  gsize n;

  ui_fixture_set_up (&fixture, TODAY, EVENING);
  LumWindow *window = open_window (&fixture);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  GtkWidget *row = ui_find (GTK_WIDGET (window), LUM_TYPE_SCORE_ROW);

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, row));
  ui_press_key (focus, GDK_KEY_4, 0);
  g_assert_cmpint (lum_score_row_get_saved (LUM_SCORE_ROW (row)), ==, 4);

  ui_fixture_open (&fixture);
  ui_wait_written (&fixture);
  const LumPainEntry *entries = get_entries (&fixture, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (entries[0].score, ==, 4);
  g_assert_cmpint (entries[0].day, ==, TODAY);
  g_assert_cmpint (entries[0].moment, ==, LUM_MOMENT_AVERAGE);

  ui_press_key (gtk_root_get_focus (GTK_ROOT (window)), GDK_KEY_1, 0);
  ui_press_key (gtk_root_get_focus (GTK_ROOT (window)), GDK_KEY_0, 0);
  ui_wait_written (&fixture);
  entries = get_entries (&fixture, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (entries[0].score, ==, 10);
  g_assert_cmpint (lum_score_row_get_saved (LUM_SCORE_ROW (row)), ==, 10);

  /* Undo takes back one by one. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ui_settle ();
  entries = get_entries (&fixture, &n);
  g_assert_cmpint (entries[0].score, ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  ui_settle ();
  entries = get_entries (&fixture, &n);
  g_assert_cmpint (entries[0].score, ==, 10);

  ui_assert_finalized (GTK_WIDGET (window));
  ui_fixture_tear_down (&fixture);
}

/* Midnight goes by with the window open: the page is about the new day. */
static void
test_day_change (void)
{
  UiFixture fixture;
  gsize n;

  ui_fixture_set_up (&fixture, TODAY, EVENING);
  ui_fixture_open (&fixture);
  LumWindow *window = open_window (&fixture);
  GtkWidget *row = ui_find (GTK_WIDGET (window), LUM_TYPE_SCORE_ROW);

  ui_press_key (gtk_root_get_focus (GTK_ROOT (window)), GDK_KEY_5, 0);
  ui_wait_written (&fixture);
  lum_clock_set_frozen (fixture.clock, TODAY + 1, 8 * 60);
  lum_clock_check (fixture.clock);
  ui_settle ();
  g_assert_cmpint (lum_score_row_get_saved (LUM_SCORE_ROW (row)), ==, LUM_INT_NONE);

  ui_press_key (gtk_root_get_focus (GTK_ROOT (window)), GDK_KEY_3, 0);
  ui_wait_written (&fixture);
  const LumPainEntry *entries = get_entries (&fixture, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (entries[1].day, ==, TODAY + 1);
  g_assert_cmpint (entries[1].moment, ==, LUM_MOMENT_WAKING);

  ui_assert_finalized (GTK_WIDGET (window));
  ui_fixture_tear_down (&fixture);
}

/* No page needs more than 360 px, so none scrolls sideways; with an empty journal and with a long one. */
static void
test_narrow (gconstpointer data)
{
  static const char *const names[] = {"today", "journal", "trends", "guide"};
  int years = GPOINTER_TO_INT (data);
  UiFixture fixture;

  ui_fixture_set_up (&fixture, TODAY, EVENING);
  ui_fixture_open (&fixture);
  if (years > 0)
    ui_fixture_fill (&fixture, years);
  LumWindow *window = open_window (&fixture);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    GtkWidget *page = lum_window_show_page (window, names[i]);
    int minimum;

    ui_settle ();
    gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
    g_test_message ("%s: %d px", names[i], minimum);
    g_assert_cmpint (minimum, <=, 360);
    gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
    g_assert_cmpint (minimum, <=, 360);
  }
  ui_assert_finalized (GTK_WIDGET (window));
  ui_fixture_tear_down (&fixture);
}

/* --- runs --- */

static void
collect_entries (GtkWidget *widget, GPtrArray *found)
{
  if (ADW_IS_ENTRY_ROW (widget))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    collect_entries (child, found);
}

static void
test_log_a_run (void)
{
  static const struct {
    const char *distance, *time;
    double metres, seconds; /* 0: not a run */
  } cases[] = {
      {"8.2", "45", 8200, 2700},
      {"8,05 km", "45:10", 8050, 2710},
      {"5 mi", "1:05:00", 8046.72, 3900},
      {"", "30", 0, 1800},
      {"nonsense", "45", 0, 0},
      {"8.2", "45:70", 0, 0},
      {"", "", 0, 0},
  };
  UiFixture fixture;
  gsize expected = 0, n;

  ui_fixture_set_up (&fixture, TODAY, EVENING);
  ui_fixture_open (&fixture);
  GtkWidget *form = g_object_ref_sink (lum_run_form_new (fixture.context));
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  collect_entries (form, rows);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    gboolean good = cases[i].metres > 0 || cases[i].seconds > 0;

    gtk_editable_set_text (rows->pdata[0], cases[i].distance);
    gtk_editable_set_text (rows->pdata[1], cases[i].time);
    g_signal_emit_by_name (rows->pdata[1], "entry-activated");
    ui_wait_written (&fixture);
    expected += good;
    const LumRun *runs = lum_diary_get_runs (lum_ui_context_get_diary (fixture.context), &n);
    g_assert_cmpuint (n, ==, expected);
    if (good) {
      double seen = 0;

      for (gsize r = 0; r < n; r++)
        if (runs[r].timer_s == cases[i].seconds)
          seen = runs[r].distance_m;
      if (cases[i].metres > 0)
        g_assert_cmpfloat_with_epsilon (seen, cases[i].metres, 0.01);
      g_assert_cmpstr (gtk_editable_get_text (rows->pdata[0]), ==, "");
    } else {
      /* What was typed stays, and something says what is wrong. */
      g_assert_cmpstr (gtk_editable_get_text (rows->pdata[0]), ==, cases[i].distance);
    }
  }
  g_object_unref (form);
  ui_fixture_tear_down (&fixture);
}

/* --- keys that entries want for themselves --- */

/* 8.2 is typed into every entry of every page as text, and no score is saved by it; the window's Ctrl+Z does not come
 * before theirs: it waits in the bubble phase. */
static void
test_entries_keep_keys (void)
{
  static const guint keys[] = {GDK_KEY_8, GDK_KEY_period, GDK_KEY_2};
  static const char *const names[] = {"today", "journal"};
  UiFixture fixture;
  gsize n;

  ui_fixture_set_up (&fixture, TODAY, EVENING);
  ui_fixture_open (&fixture);
  LumWindow *window = open_window (&fixture);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  gboolean found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
      continue;
    for (guint s = 0; s < g_list_model_get_n_items (G_LIST_MODEL (controller)); s++) {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), s);
      g_autofree char *action = gtk_shortcut_action_to_string (gtk_shortcut_get_action (shortcut));

      if (!strstr (action, "win.undo"))
        continue;
      found = TRUE;
      g_assert_cmpint (gtk_event_controller_get_propagation_phase (controller), ==, GTK_PHASE_BUBBLE);
    }
  }
  g_assert_true (found);

  for (guint p = 0; p < G_N_ELEMENTS (names); p++) {
    GtkWidget *page = lum_window_show_page (window, names[p]);
    GtkWidget *expander = ui_find (page, GTK_TYPE_EXPANDER);
    g_autoptr (GPtrArray) rows = g_ptr_array_new ();

    ui_settle ();
    for (; expander && GTK_IS_EXPANDER (expander); expander = gtk_widget_get_next_sibling (expander))
      gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
    ui_settle ();
    collect_entries (page, rows);
    for (guint i = 0; i < rows->len; i++)
      for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
        ui_press_key (rows->pdata[i], keys[k], 0);
  }
  ui_wait_written (&fixture);
  get_entries (&fixture, &n);
  g_assert_cmpuint (n, ==, 0);

  ui_assert_finalized (GTK_WIDGET (window));
  ui_fixture_tear_down (&fixture);
}

/* A file that is no journal is left as it is; the window says so, and a digit is not lost silently into it. */
static void
test_not_a_journal (void)
{
  static const char content[] = "This is not a journal, and has to stay what it is.\n";
  UiFixture fixture;
  g_autofree char *after = NULL;

  ui_fixture_set_up (&fixture, TODAY, EVENING);
  const char *path = lum_journal_get_path (fixture.journal);
  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  LumWindow *window = open_window (&fixture);
  lum_ui_context_open (fixture.context);
  for (int i = 0; i < 40 && lum_ui_context_get_state (fixture.context, NULL) == LUM_UI_LOADING; i++)
    ui_settle ();
  g_assert_cmpint (lum_ui_context_get_state (fixture.context, NULL), ==, LUM_UI_FAILED);
  g_assert_nonnull (ui_find (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE));
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, content);
  ui_assert_finalized (GTK_WIDGET (window));
  ui_fixture_tear_down (&fixture);
}

typedef struct {
  LumWindow *window;
  LumDay day;
} Asked;

/* The day, or the nearest one that has something on it, has the focus in the Journal. */
static gboolean
is_day_focused (gpointer data)
{
  const Asked *asked = data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (asked->window));
  GtkWidget *row = focus ? ui_find (focus, LUM_TYPE_JOURNAL_ROW) : NULL;

  return row && gtk_widget_get_mapped (row) && ABS (lum_journal_row_get_day (LUM_JOURNAL_ROW (row)) - asked->day) <= 3;
}

/* A day that is asked for while the Journal was never seen is there, and has the focus. */
static void
test_show_day (void)
{
  UiFixture fixture;
  LumWindow *window;
  static const int ago[] = {200, 3, 500};

  ui_fixture_set_up (&fixture, TODAY, 8 * 60);
  ui_fixture_open (&fixture);
  ui_fixture_fill (&fixture, 2);
  window = open_window (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (ago); i++) {
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "trends"));
    ui_settle ();
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-day", "i", TODAY - ago[i]));
    ui_wait_until (is_day_focused, &(Asked){window, TODAY - ago[i]});
  }
  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/window/digit-saves", test_digit_saves);
  g_test_add_func ("/window/day-change", test_day_change);
  g_test_add_data_func ("/window/narrow/empty", GINT_TO_POINTER (0), test_narrow);
  g_test_add_data_func ("/window/narrow/two-years", GINT_TO_POINTER (2), test_narrow);
  g_test_add_func ("/window/log-a-run", test_log_a_run);
  g_test_add_func ("/window/entries-keep-keys", test_entries_keep_keys);
  g_test_add_func ("/window/not-a-journal", test_not_a_journal);
  g_test_add_func ("/ui/window/show-day", test_show_day);
  return g_test_run ();
}
