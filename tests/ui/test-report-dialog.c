/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "lum-record-pain.h"
#include "lum-report-choices.h"
#include "lum-report-dialog.h"
#include "lum-report-preview.h"
#include "lum-score-row.h"
#include "lum-sections-row.h"
#include "lum-ui.h"
#include "pages-fixture.h"

/* What is chosen in the dialog of the doctor report is on the page, on paper, in the files, and there again next time. */

static gboolean
is_idle (gpointer data)
{
  gboolean idle;

  g_object_get (data, "idle", &idle, NULL);
  return idle;
}

static GtkWidget *
open_dialog (PagesFixture *fixture)
{
  GtkWidget *dialog = lum_report_dialog_new (NULL, fixture->context);

  gtk_window_present (GTK_WINDOW (dialog));
  pages_settle (100);
  pages_wait (is_idle, dialog);
  return dialog;
}

/* A check button by the part's label. */
static GtkCheckButton *
find_part (GtkWidget *dialog, const char *label)
{
  GtkWidget *row = ui_find_row (dialog, label);

  g_assert_nonnull (row);
  return GTK_CHECK_BUTTON (ui_find (row, GTK_TYPE_CHECK_BUTTON));
}

static void
unfold (GtkWidget *dialog)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (ui_find_row (dialog, "On the Page")), TRUE);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (ui_find_row (dialog, "In the Appendix")), TRUE);
  pages_settle (100);
}

static char *
save_text (PagesFixture *fixture, GtkWidget *dialog, const char *form, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  lum_report_dialog_save_to (LUM_REPORT_DIALOG (dialog), file, form);
  pages_wait (is_idle, dialog);
  return g_steal_pointer (&path);
}

static char *
run (const char *const *command)
{
  char *output = NULL;
  int status;
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output,
                NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return output;
}

static char *
read_pdf (const char *path)
{
  return run ((const char *const[]){"pdftotext", "-layout", path, "-", NULL});
}

static void
test_sections (void)
{
  PagesFixture fixture;
  GtkWidget *dialog;
  LumReportPreview *preview;
  g_autofree char *before_path = NULL, *after_path = NULL, *before = NULL, *after = NULL;
  guint pages;

  pages_fixture_set_up (&fixture, 1);
  dialog = open_dialog (&fixture);
  preview = LUM_REPORT_PREVIEW (ui_find (dialog, LUM_TYPE_REPORT_PREVIEW));
  pages = lum_report_preview_get_n_pages (preview);
  before_path = save_text (&fixture, dialog, "pdf", "before.pdf");
  unfold (dialog);
  gtk_check_button_set_active (find_part (dialog, "Story"), FALSE);
  gtk_check_button_set_active (find_part (dialog, "12 Weeks in Numbers"), TRUE);
  pages_wait (is_idle, dialog);
  g_assert_cmpuint (lum_report_preview_get_n_pages (preview), >, pages);
  after_path = save_text (&fixture, dialog, "pdf", "after.pdf");
  before = read_pdf (before_path);
  after = read_pdf (after_path);
  g_assert_nonnull (strstr (before, "STORY"));
  g_assert_null (strstr (before, "12 Weeks in Numbers"));
  g_assert_null (strstr (after, "STORY"));
  g_assert_nonnull (strstr (after, "12 Weeks in Numbers"));
  gtk_window_close (GTK_WINDOW (dialog));
  pages_settle (100);

  /* It is there again, in another dialog. */
  dialog = open_dialog (&fixture);
  unfold (dialog);
  g_assert_false (gtk_check_button_get_active (find_part (dialog, "Story")));
  g_assert_true (gtk_check_button_get_active (find_part (dialog, "12 Weeks in Numbers")));
  g_assert_true (gtk_check_button_get_active (find_part (dialog, "Function")));
  gtk_window_destroy (GTK_WINDOW (dialog));
  pages_fixture_tear_down (&fixture);
}

/* Period, paper and grey come again as they were; a period that is no longer on offer gives way. */
static void
test_remembers (void)
{
  PagesFixture fixture;
  GtkWidget *dialog;
  AdwComboRow *period, *paper;
  LumReportOptions options;

  pages_fixture_set_up (&fixture, 1);
  lum_settings_set_report_sections (fixture.settings, (const char *const[]){"+nonsense", "-", NULL});
  dialog = open_dialog (&fixture);
  period = ADW_COMBO_ROW (ui_find_row (dialog, "_Period"));
  paper = ADW_COMBO_ROW (ui_find_row (dialog, "_Size"));
  adw_combo_row_set_selected (paper, 1);
  for (guint i = 0; i < g_list_model_get_n_items (adw_combo_row_get_model (period)); i++) {
    g_autoptr (GtkStringObject) item = g_list_model_get_item (adw_combo_row_get_model (period), i);

    if (g_str_equal (gtk_string_object_get_string (item), "12 Months"))
      adw_combo_row_set_selected (period, i);
  }
  gtk_switch_set_active (GTK_SWITCH (ui_find (ui_find_row (dialog, "In Shades of _Grey"), GTK_TYPE_SWITCH)), TRUE);
  gtk_window_close (GTK_WINDOW (dialog));
  pages_settle (100);

  dialog = open_dialog (&fixture);
  g_assert_true (
      lum_report_choices_get_options (LUM_REPORT_CHOICES (ui_find (dialog, LUM_TYPE_REPORT_CHOICES)), &options));
  g_assert_true (options.grey);
  g_assert_cmpint (options.paper, ==, LUM_PAPER_LETTER);
  g_assert_cmpint (options.first, ==, lum_day_add_months (PAGES_TODAY, -12));
  g_assert_true (g_strv_contains (options.sections, "story"));
  gtk_window_destroy (GTK_WINDOW (dialog));

  /* There was no visit. */
  lum_settings_set_report_period (fixture.settings, "visit");
  pages_fixture_tear_down (&fixture);
  pages_fixture_set_up (&fixture, 0);
  lum_settings_set_report_period (fixture.settings, "visit");
  dialog = open_dialog (&fixture);
  g_assert_true (
      lum_report_choices_get_options (LUM_REPORT_CHOICES (ui_find (dialog, LUM_TYPE_REPORT_CHOICES)), &options));
  g_assert_cmpint (options.first, ==, lum_day_add_months (PAGES_TODAY, -3));
  gtk_window_destroy (GTK_WINDOW (dialog));
  pages_fixture_tear_down (&fixture);
}

/* Every form is what its name says; a name without the ending gets it. */
static void
test_forms (void)
{
  PagesFixture fixture;
  GtkWidget *dialog;
  static const struct {
    const char *form, *name, *written, *magic;
  } rows[] = {
      {"chart-png", "a.png", "a.png", "\x89PNG"}, {"chart-svg", "b", "b.svg", "<?xml"},
      {"chart-pdf", "c", "c.pdf", "%PDF-1."},     {"csv", "d.csv", "d.csv", "date,pain,"},
      {"pdf", "e", "e.pdf", "%PDF-1.4"},
  };

  pages_fixture_set_up (&fixture, 1);
  dialog = open_dialog (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = save_text (&fixture, dialog, rows[i].form, rows[i].name);
    g_autofree char *written = g_build_filename (fixture.folder, rows[i].written, NULL);
    g_autofree char *contents = NULL;
    gsize length;

    g_assert_true (g_file_get_contents (written, &contents, &length, NULL));
    g_assert_cmpuint (length, >, 300);
    g_assert_cmpmem (contents, strlen (rows[i].magic), rows[i].magic, strlen (rows[i].magic));
  }
  gtk_window_destroy (GTK_WINDOW (dialog));
  pages_fixture_tear_down (&fixture);
}

/* On paper are the pages of the preview, whole, on the paper that was chosen. */
static void
test_print (void)
{
  PagesFixture fixture;
  GtkWidget *dialog;
  g_autofree char *path = NULL, *text = NULL, *info = NULL, *nowhere = NULL, *said = NULL;

  pages_fixture_set_up (&fixture, 1);
  path = g_build_filename (fixture.folder, "printed.pdf", NULL);
  nowhere = g_build_filename (fixture.folder, "no such folder", "printed.pdf", NULL);
  dialog = open_dialog (&fixture);
  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_find_row (dialog, "_Size")), 1);
  pages_wait (is_idle, dialog);
  lum_report_dialog_print_to (LUM_REPORT_DIALOG (dialog), path);
  pages_wait (is_idle, dialog);
  text = read_pdf (path);
  info = run ((const char *const[]){"pdfinfo", path, NULL});
  g_assert_nonnull (strstr (text, "LOW-BACK AND RUNNING DIARY"));
  g_assert_nonnull (strstr (text, "Not reviewed by a clinician."));
  g_assert_nonnull (strstr (info, "612 x 792 pts"));

  lum_report_dialog_print_to (LUM_REPORT_DIALOG (dialog), nowhere);
  pages_wait (is_idle, dialog);
  pages_settle (100);
  said = pages_collect_text (dialog);
  g_test_message ("%s", said);
  g_assert_nonnull (strstr (said, "was not printed"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  pages_fixture_tear_down (&fixture);
}

static void
assert_says (GtkWidget *dialog, const char *words)
{
  g_autofree char *said = NULL;

  pages_settle (100);
  said = pages_collect_text (dialog);
  g_test_message ("%s", said);
  g_assert_nonnull (strstr (said, words));
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;
  return n;
}

static const char *const all_forms[][2] = {
    {"pdf", "a.pdf"}, {"chart-png", "a.png"}, {"chart-svg", "a.svg"}, {"chart-pdf", "chart.pdf"}, {"csv", "a.csv"},
};

static void
save_all (GtkWidget *dialog, const char *folder, const char *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (all_forms); i++) {
    g_autofree char *path = g_build_filename (folder, all_forms[i][1], NULL);
    g_autoptr (GFile) file = g_file_new_for_path (path);

    lum_report_dialog_save_to (LUM_REPORT_DIALOG (dialog), file, all_forms[i][0]);
    pages_wait (is_idle, dialog);
    /* The days go by GLib, which tells a full disk but not this limit from other reasons. */
    assert_says (dialog, g_str_equal (all_forms[i][0], "csv") ? "cannot be written" : words);
  }
}

/* Where nothing may be written that is said, in whatever form it is saved, and the dialog goes on. */
static void
test_read_only (void)
{
  PagesFixture fixture;
  GtkWidget *dialog;
  g_autofree char *folder = NULL;
  gboolean is_root = geteuid () == 0;

  pages_fixture_set_up (&fixture, 1);
  folder = g_build_filename (fixture.folder, "closed", NULL);
  g_assert_cmpint (g_mkdir (folder, 0555), ==, 0);
  g_assert_cmpint (g_chmod (fixture.folder, 0755), ==, 0);
  dialog = open_dialog (&fixture);
  /* Root may write anywhere, so that for a moment it is nobody. */
  if (is_root && seteuid (65534) != 0) {
    g_test_skip ("root may write anywhere, and cannot be somebody else here");
  } else {
    save_all (dialog, folder, "not saved: you may not write");
    if (is_root)
      g_assert_cmpint (seteuid (0), ==, 0);
    g_assert_cmpuint (count_files (folder), ==, 0);
  }
  gtk_window_destroy (GTK_WINDOW (dialog));
  pages_fixture_tear_down (&fixture);
}

/* A limit on the size of files stands for a full disk: what was there before stays, and no half file is left. */
static void
test_full_disk (void)
{
  PagesFixture fixture;
  GtkWidget *dialog;
  struct rlimit before, small;
  g_autofree char *folder = NULL;

  pages_fixture_set_up (&fixture, 1);
  folder = g_build_filename (fixture.folder, "full", NULL);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (all_forms); i++) {
    g_autofree char *path = g_build_filename (folder, all_forms[i][1], NULL);

    g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  }
  dialog = open_dialog (&fixture);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 64;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  save_all (dialog, folder, "space left");
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_cmpuint (count_files (folder), ==, G_N_ELEMENTS (all_forms));
  for (guint i = 0; i < G_N_ELEMENTS (all_forms); i++) {
    g_autofree char *path = g_build_filename (folder, all_forms[i][1], NULL);
    g_autofree char *kept = NULL;

    g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
    g_assert_cmpstr (kept, ==, "old");
  }
  gtk_window_destroy (GTK_WINDOW (dialog));
  pages_fixture_tear_down (&fixture);
}

static gboolean
is_written (gpointer data)
{
  return lum_ui_context_get_n_writing (data) == 0;
}

/* A day without visible offers would be one where everything was done. */
static gboolean
is_shown (GtkWidget *dialog, const char *title)
{
  GtkWidget *row = ui_find_row (dialog, title);

  return row && gtk_widget_get_visible (row);
}

/* RP-8: what is offered is recorded from here, is on the page at once, and goes when it is done. */
static void
test_offers (void)
{
  PagesFixture fixture;
  GtkWidget *dialog, *row, *scores;
  LumReportPreview *preview;
  g_autofree char *path = NULL, *text = NULL, *again_path = NULL, *again = NULL;
  gsize n;
  const LumActivityRating *ratings;

  pages_fixture_set_up (&fixture, 0);
  dialog = open_dialog (&fixture);
  preview = LUM_REPORT_PREVIEW (ui_find (dialog, LUM_TYPE_REPORT_PREVIEW));
  g_assert_nonnull (preview);
  g_assert_true (is_shown (dialog, "Safety Check"));
  g_assert_true (is_shown (dialog, "Questions for the Doctor"));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (ui_find_row (dialog, "Two Activities")), TRUE);
  pages_settle (50);
  row = ui_find_row (dialog, "First activity");
  scores = ui_find (row, LUM_TYPE_SCORE_ROW);
  /* Nothing is chosen beforehand, and nothing without a name. */
  g_assert_cmpint (lum_score_row_get_saved (LUM_SCORE_ROW (scores)), ==, LUM_INT_NONE);
  g_assert_false (gtk_widget_is_sensitive (scores));
  gtk_editable_set_text (GTK_EDITABLE (ui_find (row, GTK_TYPE_ENTRY)), "run 5 km");
  g_assert_true (gtk_widget_is_sensitive (scores));
  g_signal_emit_by_name (scores, "chosen", 4);
  pages_wait (is_written, fixture.context);
  pages_settle (300);
  pages_wait (is_idle, dialog);
  ratings = lum_diary_get_activity_ratings (lum_ui_context_get_diary (fixture.context), &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (ratings[0].score, ==, 4);
  g_assert_cmpint (ratings[0].day, ==, PAGES_TODAY);
  path = save_text (&fixture, dialog, "pdf", "a.pdf");
  text = read_pdf (path);
  g_assert_nonnull (strstr (text, "run 5 km: 4 of 10"));

  /* Another thought replaces it. */
  g_signal_emit_by_name (scores, "chosen", 5);
  pages_wait (is_written, fixture.context);
  pages_settle (300);
  pages_wait (is_idle, dialog);
  ratings = lum_diary_get_activity_ratings (lum_ui_context_get_diary (fixture.context), &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (ratings[0].score, ==, 5);
  gtk_window_destroy (GTK_WINDOW (dialog));

  /* What was rated today is not offered again; what was not, is. */
  pages_fixture_commit (&fixture, lum_record_preference (fixture.journal, LUM_PREFERENCE_QUESTIONS, "May I run?"));
  dialog = open_dialog (&fixture);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (ui_find_row (dialog, "Two Activities")), TRUE);
  pages_settle (50);
  g_assert_false (is_shown (dialog, "First activity"));
  g_assert_true (is_shown (dialog, "Second activity"));
  g_assert_false (is_shown (dialog, "Questions for the Doctor"));
  again_path = save_text (&fixture, dialog, "pdf", "b.pdf");
  again = read_pdf (again_path);
  g_assert_nonnull (strstr (again, "run 5 km: 5 of 10"));
  g_assert_nonnull (strstr (again, "May I run?"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  pages_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ()) {
    g_print ("1..0 # SKIP no display\n");
    return 0;
  }
  adw_init ();
  lum_ui_init ();
  g_test_add_func ("/ui/report/sections", test_sections);
  g_test_add_func ("/ui/report/remembers", test_remembers);
  g_test_add_func ("/ui/report/forms", test_forms);
  g_test_add_func ("/ui/report/print", test_print);
  g_test_add_func ("/ui/report/read-only", test_read_only);
  g_test_add_func ("/ui/report/full-disk", test_full_disk);
  g_test_add_func ("/ui/report/offers", test_offers);
  return g_test_run ();
}
