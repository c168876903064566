/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every page and form at 360 px, with nothing cut, sticking out or scrolling sideways: in English, from right to left,
 * with text twice as large, and (as LUMBAR_TEST_LANGUAGE says) in a language whose words are a third longer. */
#include <gnu/libc-version.h>
#include <string.h>
#include <locale.h>

#include "layout-check.h"
#include "lum-export-dialog.h"
#include "lum-form-dialog.h"
#include "lum-i18n.h"
#include "lum-preferences.h"
#include "lum-record-dialogs.h"
#include "lum-report-dialog.h"
#include "lum-restore-dialog.h"
#include "lum-window.h"
#include "ui-test.h"

#define TODAY 20600
#define MORNING (8 * 60)
#define WIDTH 360
#define HEIGHT 720
#define SHADOW 10 /* what the toolkit takes off a default size */

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

static void
set_text_scale (double scale)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (scale * 96 * 1024), NULL);
}

static void
tell_widest (GtkWidget *widget)
{
  int minimum;

  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return;
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (minimum <= WIDTH - 60)
    return;
  g_test_message ("%s needs %d px", G_OBJECT_TYPE_NAME (widget), minimum);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    tell_widest (child);
}

/* The window is as narrow as it was asked to be; says which parts are too wide otherwise. */
static gboolean
fits (GtkWidget *window)
{
  if (gtk_widget_get_width (window) <= WIDTH)
    return TRUE;
  tell_widest (window);
  return FALSE;
}

/* A slow machine may still be laying out: what is wrong has to stay wrong. */
static void
assert_neat (GtkWidget *widget, const char *name)
{
  g_autoptr (GString) faults = g_string_new (NULL);

  for (int i = 0; i < 10; i++) {
    g_string_truncate (faults, 0);
    if (layout_check (widget, faults) == 0 && gtk_widget_get_width (widget) <= WIDTH)
      return;
    ui_settle ();
  }
  if (!fits (widget))
    g_string_append_printf (faults, "%d px wide\n", gtk_widget_get_width (widget));
  g_test_message ("%s at %d px:\n%s", name, gtk_widget_get_width (widget), faults->str);
  g_assert_cmpstr (faults->str, ==, "");
}

static gboolean
has_width (gpointer data)
{
  return gtk_widget_get_width (data) > 0;
}

/* Until it has its place, and what comes after the first frame has its own. */
static void
settle (GtkWidget *widget)
{
  ui_wait_until (has_width, widget);
  ui_settle ();
  ui_settle ();
}

static void
check_dialog (GtkWidget *dialog, const char *name)
{
  gtk_window_set_default_size (GTK_WINDOW (dialog), WIDTH + SHADOW, HEIGHT);
  gtk_window_present (GTK_WINDOW (dialog));
  settle (dialog);
  assert_neat (dialog, name);
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_settle ();
}

static void
go_through (int years, gboolean with_dialogs)
{
  static const char *const names[] = {"today", "journal", "trends", "guide"};
  UiFixture fixture;

  ui_fixture_set_up (&fixture, TODAY, MORNING);
  ui_fixture_open (&fixture);
  if (years > 0)
    ui_fixture_fill (&fixture, years);
  LumWindow *window = lum_window_new (NULL, fixture.context, NULL);
  GtkWindow *parent = GTK_WINDOW (window);

  gtk_window_set_default_size (parent, WIDTH + SHADOW, HEIGHT + SHADOW);
  gtk_window_present (parent);
  ui_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    GtkWidget *page = lum_window_show_page (window, names[i]);

    settle (page);
    assert_neat (GTK_WIDGET (window), names[i]);
    unfold (page);
    settle (page);
    assert_neat (GTK_WIDGET (window), names[i]);
  }
  if (with_dialogs) {
    check_dialog (GTK_WIDGET (lum_visit_dialog_present (parent, fixture.context, NULL)), "visit");
    check_dialog (GTK_WIDGET (lum_safety_dialog_present (parent, fixture.context)), "safety check");
    check_dialog (GTK_WIDGET (lum_entry_dialog_present (parent, fixture.context, NULL, TODAY)), "entry");
    check_dialog (GTK_WIDGET (lum_run_dialog_present (parent, fixture.context, NULL, TODAY)), "run");
    check_dialog (GTK_WIDGET (lum_details_dialog_present (parent, fixture.context, TODAY)), "details");
    check_dialog (lum_preferences_new (parent, fixture.context), "preferences");
    check_dialog (lum_report_dialog_new (parent, fixture.context), "report");
    check_dialog (lum_export_dialog_new (parent, fixture.context), "export");
    check_dialog (lum_restore_dialog_new (parent, fixture.context), "restore");
  }
  ui_assert_finalized (GTK_WIDGET (window));
  ui_fixture_tear_down (&fixture);
}

static void
test_plain (void)
{
  go_through (2, TRUE);
}

static void
test_empty (void)
{
  go_through (0, FALSE);
}

static void
test_right_to_left (void)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  go_through (2, TRUE);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_large_text (void)
{
  set_text_scale (2);
  go_through (2, TRUE);
  set_text_scale (1);
}

/* Makes the language and speaks it from now on. */
static gboolean
learn (const char *language, const char *folder)
{
  g_autofree char *program = g_test_build_filename (G_TEST_DIST, "..", "po", "make-pseudo", NULL);
  const char *const arguments[] = {program, folder, NULL};
  g_autoptr (GError) error = NULL;
  int status;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status,
                     &error) ||
      !g_spawn_check_wait_status (status, &error)) {
    g_print ("1..0 # SKIP no pseudo-locale: %s\n", error->message);
    return FALSE;
  }
  g_setenv ("LANGUAGE", language, TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  return TRUE;
}

/* That the language is spoken at all: else the other tests would pass in English. */
static void
test_language (void)
{
  gboolean spoken = strcmp (_ ("Preferences"), "Preferences") != 0;

  /* Newer C libraries take C.UTF-8 for English, whatever LANGUAGE says. */
  if (!spoken && g_ascii_strtod (gnu_get_libc_version () + 2, NULL) > 36) {
    g_test_skip ("This C library speaks no language but English in C.UTF-8.");
    return;
  }
  g_assert_true (spoken);
}

int
main (int argc, char **argv)
{
  const char *language = g_getenv ("LUMBAR_TEST_LANGUAGE");
  g_autofree char *folder = g_dir_make_tmp ("lumbar-language-XXXXXX", NULL);
  int status;

  if (!ui_test_init (&argc, &argv) || (language && !learn (language, folder)))
    return 0;
  if (language)
    g_test_add_func ("/layout/language", test_language);
  g_test_add_func ("/layout/plain", test_plain);
  g_test_add_func ("/layout/empty", test_empty);
  if (!language) {
    g_test_add_func ("/layout/right-to-left", test_right_to_left);
    g_test_add_func ("/layout/large-text", test_large_text);
  }
  status = g_test_run ();
  ui_remove_folder (folder);
  return status;
}
