/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Real keys, from the display server, in every entry of the window: "8.2" and Ctrl+Z are the entry's own; Today's digits
 * and the window's undo are not asked. */
#include "lum-record-dialogs.h"
#include "lum-record-pain.h"
#include "lum-report-dialog.h"
#include "lum-score-row.h"
#include "lum-today-page.h"
#include "lum-window.h"
#include "ui-test.h"

#define TODAY 20600
#define EVENING (20 * 60)

static void
run_xdotool (const char *verb, const char *what)
{
  g_autoptr (GSubprocess) keys = NULL;
  g_autoptr (GError) error = NULL;

  keys = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "xdotool", verb, "--clearmodifiers", what, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (keys, NULL, &error));
  g_assert_no_error (error);
}

typedef struct {
  GtkEditable *text;
  char *expected;
} Wait;

static gboolean
has_text (gpointer data)
{
  Wait *wait = data;

  return g_strcmp0 (gtk_editable_get_text (wait->text), wait->expected) == 0;
}

static gboolean
has_other_text (gpointer data)
{
  return !has_text (data);
}

static void
collect (GtkWidget *widget, GPtrArray *found)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_TEXT (widget) && gtk_editable_get_editable (GTK_EDITABLE (widget)))
    g_ptr_array_add (found, g_object_ref (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    collect (child, found);
}

static void
unfold (GtkWidget *widget)
{
  if (GTK_IS_EXPANDER (widget))
    gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
  if (ADW_IS_EXPANDER_ROW (widget))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    unfold (child);
}

static gboolean
is_active (gpointer data)
{
  return gtk_window_is_active (data);
}

static int
get_score (UiFixture *fixture)
{
  gsize n;
  const LumPainEntry *entries = lum_diary_get_pain (lum_ui_context_get_diary (fixture->context), &n);

  g_assert_cmpuint (n, ==, 1);
  return entries[0].score;
}

/* Into every entry of a window. */
static void
type_into_all (UiFixture *fixture, GtkWindow *window, GtkWidget *within, guint least)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_object_unref);

  ui_wait_until (is_active, window);
  unfold (within);
  ui_settle ();
  collect (within, texts);
  g_test_message ("%u entries", texts->len);
  g_assert_cmpuint (texts->len, >=, least);
  for (guint i = 0; i < texts->len; i++) {
    GtkEditable *text = texts->pdata[i];
    g_autofree char *before = g_strdup (gtk_editable_get_text (text));
    g_autofree char *after = g_strconcat (before, "8.2", NULL);
    Wait wait = {text, after};

    g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (text)));
    gtk_editable_set_position (text, -1);
    ui_settle ();
    run_xdotool ("type", "8.2");
    ui_wait_until (has_text, &wait);
    run_xdotool ("key", "ctrl+z");
    ui_wait_until (has_other_text, &wait);
    gtk_editable_set_text (text, before);
  }
  ui_wait_written (fixture);
  g_assert_cmpint (get_score (fixture), ==, 5);
}

static GtkWindow *
find_dialog (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

    if (gtk_window_get_transient_for (window) == parent)
      return window;
  }
  g_assert_not_reached ();
}

static void
test_typing (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, TODAY, EVENING);
  ui_fixture_open (&fixture);
  LumWindow *window = lum_window_new (NULL, fixture.context, NULL);
  GtkWindow *parent = GTK_WINDOW (window);

  gtk_window_present (parent);
  ui_wait_until (is_active, window);
  lum_today_page_complete (LUM_TODAY_PAGE (ui_find (GTK_WIDGET (window), LUM_TYPE_TODAY_PAGE)));
  ui_settle ();
  run_xdotool ("key", "5"); /* nothing was clicked before */
  ui_settle ();
  ui_wait_written (&fixture);
  g_assert_cmpint (get_score (&fixture), ==, 5);

  type_into_all (&fixture, parent, lum_window_show_page (window, "today"), 9);
  type_into_all (&fixture, parent, lum_window_show_page (window, "journal"), 1);

  GtkWindow *dialog = lum_visit_dialog_present (parent, fixture.context, NULL);
  type_into_all (&fixture, dialog, GTK_WIDGET (dialog), 2);
  gtk_window_destroy (dialog);
  dialog = lum_entry_dialog_present (parent, fixture.context, NULL, TODAY);
  type_into_all (&fixture, dialog, GTK_WIDGET (dialog), 1);
  gtk_window_destroy (dialog);
  dialog = lum_run_dialog_present (parent, fixture.context, NULL, TODAY);
  type_into_all (&fixture, dialog, GTK_WIDGET (dialog), 2);
  gtk_window_destroy (dialog);
  ui_settle ();
  lum_report_dialog_present (parent, fixture.context);
  dialog = find_dialog (parent);
  type_into_all (&fixture, dialog, GTK_WIDGET (dialog), 4);
  gtk_window_destroy (dialog);
  ui_settle ();

  /* Outside of entries Ctrl+Z is the window's. */
  ui_wait_until (is_active, window);
  lum_window_show_page (window, "today");
  GtkWidget *row = ui_find (GTK_WIDGET (window), LUM_TYPE_SCORE_ROW);
  gtk_widget_grab_focus (row);
  ui_settle ();
  run_xdotool ("key", "7");
  ui_settle ();
  ui_wait_written (&fixture);
  g_assert_cmpint (get_score (&fixture), ==, 7);
  run_xdotool ("key", "ctrl+z");
  ui_settle ();
  ui_wait_written (&fixture);
  g_assert_cmpint (get_score (&fixture), ==, 5);

  ui_assert_finalized (GTK_WIDGET (window));
  ui_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  g_autofree char *xdotool = g_find_program_in_path ("xdotool");

  if (!xdotool) {
    g_print ("1..0 # SKIP no xdotool, so no keys from outside\n");
    return 0;
  }
  if (!ui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/typing/every-entry", test_typing);
  return g_test_run ();
}
