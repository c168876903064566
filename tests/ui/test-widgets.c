/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-card-view.h"
#include "lum-clock-bar.h"
#include "lum-day-row.h"
#include "lum-day-strip.h"
#include "lum-details-form.h"
#include "lum-fit-bin.h"
#include "lum-gap-question.h"
#include "lum-guide-page.h"
#include "lum-journal-page.h"
#include "lum-journal-row.h"
#include "lum-onset-question.h"
#include "lum-run-question.h"
#include "lum-record-dialogs.h"
#include "lum-run-form.h"
#include "lum-score-row.h"
#include "lum-strain-clock.h"
#include "lum-today-page.h"
#include "lum-today-rest.h"
#include "lum-trends-page.h"
#include "lum-today-questions.h"
#include "lum-wrap-box.h"
#include "ui-test.h"

#define TODAY 20600

/* Every widget: one line each. */
static GtkWidget *
create_day_row (LumUiContext *context)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), lum_day_row_new ("Date", TODAY, TRUE));
  return group;
}

static GtkWidget *
create_score_row (LumUiContext *context)
{
  return lum_score_row_new ();
}

static GtkWidget *
create_clock_bar (LumUiContext *context)
{
  return lum_clock_bar_new ();
}

static GtkWidget *
create_strain_clock (LumUiContext *context)
{
  return lum_strain_clock_new ();
}

static GtkWidget *
create_journal_row (LumUiContext *context)
{
  return lum_journal_row_new ();
}

static GtkWidget *
create_fit_bin (LumUiContext *context)
{
  return lum_fit_bin_new (gtk_label_new ("a wide child"), gtk_label_new ("n"));
}

static GtkWidget *
create_wrap_box (LumUiContext *context)
{
  GtkWidget *box = lum_wrap_box_new (6);

  lum_wrap_box_append (LUM_WRAP_BOX (box), gtk_label_new ("one"));
  return box;
}

static const struct {
  const char *name;
  GtkWidget *(*create) (LumUiContext *context);
} widgets[] = {
    {"card-view", lum_card_view_new},
    {"clock-bar", create_clock_bar},
    {"day-row", create_day_row},
    {"day-strip", lum_day_strip_new},
    {"details-form", lum_details_form_new},
    {"fit-bin", create_fit_bin},
    {"gap-question", lum_gap_question_new},
    {"guide-page", lum_guide_page_new},
    {"journal-page", lum_journal_page_new},
    {"journal-row", create_journal_row},
    {"onset-question", lum_onset_question_new},
    {"run-question", lum_run_question_new},
    {"today-questions", lum_today_questions_new},
    {"run-form", lum_run_form_new},
    {"score-row", create_score_row},
    {"strain-clock", create_strain_clock},
    {"today-page", lum_today_page_new},
    {"today-rest", lum_today_rest_new},
    {"trends-page", lum_trends_page_new},
    {"wrap-box", create_wrap_box},
};

static void
test_built_and_finalised (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  UiFixture fixture;

  ui_fixture_set_up (&fixture, TODAY, 8 * 60);
  ui_fixture_open (&fixture);
  ui_assert_finalized (g_object_ref_sink (widgets[i].create (fixture.context)));

  /* And once on screen. */
  GtkWidget *window = gtk_window_new (), *widget = widgets[i].create (fixture.context);
  gpointer gone = widget;

  g_object_add_weak_pointer (G_OBJECT (widget), &gone);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  ui_settle ();
  ui_assert_finalized (window);
  g_assert_null (gone);
  ui_fixture_tear_down (&fixture);
}

static void
test_dialogs (void)
{
  UiFixture fixture;
  LumGapAnswer answer;
  LumRun run;

  ui_fixture_set_up (&fixture, TODAY, 8 * 60);
  ui_fixture_open (&fixture);
  lum_record_init (LUM_RECORD_GAP_ANSWER, &answer);
  answer.base.id = "an answer";
  answer.first = TODAY - 9;
  answer.last = TODAY - 4;
  answer.answer = LUM_GAP_FINE;
  lum_record_init (LUM_RECORD_RUN, &run);
  run.base.id = "a run";
  run.day = TODAY;
  run.distance_m = 8000;

  GtkWidget *window = gtk_window_new ();
  GtkWindow *dialogs[] = {
      lum_visit_dialog_present (GTK_WINDOW (window), fixture.context, NULL),
      lum_entry_dialog_present (GTK_WINDOW (window), fixture.context, NULL, TODAY),
      lum_run_dialog_present (GTK_WINDOW (window), fixture.context, &run, LUM_DAY_NONE),
      lum_gap_dialog_present (GTK_WINDOW (window), fixture.context, &answer),
      lum_details_dialog_present (GTK_WINDOW (window), fixture.context, TODAY),
  };
  ui_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++) {
    int minimum;

    gtk_widget_measure (GTK_WIDGET (dialogs[i]), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
    g_assert_cmpint (minimum, <=, 360);
    ui_assert_finalized (GTK_WIDGET (dialogs[i]));
  }
  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_tear_down (&fixture);
}

/* LumFitBin: its minimum is the narrow child's, its natural size the wide one's; it shows what fits. */
static void
test_fit_bin (void)
{
  GtkWidget *wide = gtk_label_new ("wide"), *narrow = gtk_label_new ("n");
  GtkWidget *bin = g_object_ref_sink (lum_fit_bin_new (wide, narrow));
  int minimum, natural;

  gtk_widget_set_size_request (wide, 500, 20);
  gtk_widget_set_size_request (narrow, 100, 40);
  gtk_widget_measure (bin, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 500);
  gtk_widget_measure (bin, GTK_ORIENTATION_VERTICAL, 300, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 40);

  gtk_widget_allocate (bin, 499, 40, -1, NULL);
  g_assert_true (lum_fit_bin_get_narrow (LUM_FIT_BIN (bin)));
  gtk_widget_allocate (bin, 500, 40, -1, NULL);
  g_assert_false (lum_fit_bin_get_narrow (LUM_FIT_BIN (bin)));
  g_object_unref (bin);
}

static void
count_chosen_cb (LumScoreRow *row, int score, GArray *chosen)
{
  g_array_append_val (chosen, score);
}

/* Digits by their meaning: keypad, Arabic digits; 1 then 0 is ten; nothing with Ctrl. */
static void
test_digits (void)
{
  static const struct {
    guint keyval;
    GdkModifierType state;
    int expected; /* -1: not for us */
  } cases[] = {
      {GDK_KEY_0, 0, 0},
      {GDK_KEY_7, 0, 7},
      {GDK_KEY_KP_3, 0, 3},
      {GDK_KEY_Arabic_5, 0, 5},
      {0x10006f6 /* ۶ */, 0, 6},
      {GDK_KEY_3, GDK_CONTROL_MASK, -1},
      {GDK_KEY_3, GDK_ALT_MASK, -1},
      {GDK_KEY_a, 0, -1},
      {GDK_KEY_Return, 0, -1},
      {GDK_KEY_0, 0, 0},
  };
  GtkWidget *row = g_object_ref_sink (lum_score_row_new ());
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (int));

  g_signal_connect (row, "chosen", G_CALLBACK (count_chosen_cb), chosen);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_array_set_size (chosen, 0);
    ui_press_key (row, cases[i].keyval, cases[i].state);
    g_assert_cmpuint (chosen->len, ==, cases[i].expected < 0 ? 0 : 1);
    if (cases[i].expected >= 0)
      g_assert_cmpint (g_array_index (chosen, int, 0), ==, cases[i].expected);
  }

  g_array_set_size (chosen, 0);
  ui_press_key (row, GDK_KEY_1, 0);
  ui_press_key (row, GDK_KEY_0, 0);
  g_assert_cmpuint (chosen->len, ==, 2);
  g_assert_cmpint (g_array_index (chosen, int, 1), ==, 10);
  ui_press_key (row, GDK_KEY_0, 0);
  g_assert_cmpint (g_array_index (chosen, int, 2), ==, 0);
  ui_press_key (row, GDK_KEY_1, 0);
  g_usleep (1100 * 1000);
  ui_press_key (row, GDK_KEY_0, 0);
  g_assert_cmpint (g_array_index (chosen, int, 4), ==, 0);
  g_object_unref (row);
}

int
main (int argc, char **argv)
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++) {
    g_autofree char *path = g_strdup_printf ("/ui/built-and-finalised/%s", widgets[i].name);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_built_and_finalised);
  }
  g_test_add_func ("/ui/dialogs", test_dialogs);
  g_test_add_func ("/ui/fit-bin", test_fit_bin);
  g_test_add_func ("/ui/digits", test_digits);
  return g_test_run ();
}
