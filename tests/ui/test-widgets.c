/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-year-widget.h"
#include "lum-report-preview.h"
#include "lum-report-offers.h"
#include "lum-report-choices.h"
#include "lum-chart-widget.h"
#include "lum-activity-row.h"
#include "lum-card-view.h"
#include "lum-clock-bar.h"
#include "lum-compat.h"
#include "lum-day-picker.h"
#include "lum-day-row.h"
#include "lum-day-strip.h"
#include "lum-details-form.h"
#include "lum-export-dialog.h"
#include "lum-fit-bin.h"
#include "lum-gap-question.h"
#include "lum-guide-page.h"
#include "lum-journal-page.h"
#include "lum-journal-row.h"
#include "lum-mean-bar.h"
#include "lum-record-pain.h"
#include "lum-ui-words.h"
#include "lum-onset-question.h"
#include "lum-run-question.h"
#include "lum-record-dialogs.h"
#include "lum-restore-dialog.h"
#include "lum-run-form.h"
#include "lum-run-offer-row.h"
#include "lum-safety-preferences.h"
#include "lum-score-row.h"
#include "lum-sign-row.h"
#include "lum-strain-clock.h"
#include "lum-table-page.h"
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
create_table_page (LumUiContext *context)
{
  GtkWidget *page = g_object_new (LUM_TYPE_TABLE_PAGE, NULL);
  const char *const names[] = {"Datum", "Strecke", "", NULL}, *const examples[] = {"01.05.2026", "8,2", "", NULL};
  const LumTableSample sample = {.signature = (char *) "x",
                                 .n_columns = 3,
                                 .names = (char **) names,
                                 .examples = (char **) examples,
                                 .text = (char *) "Datum;Strecke;\n01.05.2026;8,2;\n"};

  lum_table_page_show (LUM_TABLE_PAGE (page), &sample, lum_journal_get_clock (lum_ui_context_get_journal (context)),
                       LUM_UNITS_METRIC);
  return page;
}

static GtkWidget *
create_score_row (LumUiContext *context)
{
  return lum_score_row_new ();
}

static GtkWidget *
create_sign_row (LumUiContext *context)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), lum_sign_row_new ("RF-02", "A question", FALSE, TODAY));
  return group;
}

static GtkWidget *
create_clock_bar (LumUiContext *context)
{
  return lum_clock_bar_new ();
}

static GtkWidget *
create_mean_bar (LumUiContext *context)
{
  g_autoptr (GtkSizeGroup) column = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  GtkWidget *bar = lum_mean_bar_new ((GtkSizeGroup *[]){column, column, column});

  /* It stands in a row; a window would be lower at its usual width than what it needs at its least. */
  gtk_widget_set_size_request (bar, -1, 60);
  return bar;
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

static GtkWidget *
create_activity_row (LumUiContext *context)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_append (GTK_LIST_BOX (list), lum_activity_row_new (context, "First activity", "run 5 km"));
  return list;
}

static GtkWidget *
create_chart_widget (LumUiContext *context)
{
  return lum_chart_widget_new ();
}

static GtkWidget *
create_year_widget (LumUiContext *context)
{
  return lum_year_widget_new ();
}

static GtkWidget *
create_report_choices (LumUiContext *context)
{
  return g_object_new (LUM_TYPE_REPORT_CHOICES, NULL);
}

static GtkWidget *
create_report_preview (LumUiContext *context)
{
  return g_object_new (LUM_TYPE_REPORT_PREVIEW, NULL);
}

static const struct {
  const char *name;
  GtkWidget *(*create) (LumUiContext *context);
} widgets[] = {
    {"activity-row", create_activity_row},
    {"card-view", lum_card_view_new},
    {"chart-widget", create_chart_widget},
    {"clock-bar", create_clock_bar},
    {"day-row", create_day_row},
    {"day-strip", lum_day_strip_new},
    {"details-form", lum_details_form_new},
    {"fit-bin", create_fit_bin},
    {"gap-question", lum_gap_question_new},
    {"guide-page", lum_guide_page_new},
    {"journal-page", lum_journal_page_new},
    {"journal-row", create_journal_row},
    {"mean-bar", create_mean_bar},
    {"onset-question", lum_onset_question_new},
    {"report-choices", create_report_choices},
    {"report-offers", lum_report_offers_new},
    {"report-preview", create_report_preview},
    {"run-offer-row", lum_run_offer_row_new},
    {"run-question", lum_run_question_new},
    {"today-questions", lum_today_questions_new},
    {"run-form", lum_run_form_new},
    {"safety-preferences", lum_safety_preferences_new},
    {"score-row", create_score_row},
    {"table-page", create_table_page},
    {"sign-row", create_sign_row},
    {"strain-clock", create_strain_clock},
    {"today-page", lum_today_page_new},
    {"today-rest", lum_today_rest_new},
    {"trends-page", lum_trends_page_new},
    {"wrap-box", create_wrap_box},
    {"year-widget", create_year_widget},
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
      lum_safety_dialog_present (GTK_WINDOW (window), fixture.context),
      GTK_WINDOW (lum_export_dialog_new (GTK_WINDOW (window), fixture.context)),
      GTK_WINDOW (lum_restore_dialog_new (GTK_WINDOW (window), fixture.context)),
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

/* The month of today is as high as any other; the keys mark days of the range only, and Enter chooses. */
static void
count_picked_cb (LumDayPicker *picker, int n_press, int *count)
{
  *count += n_press;
}

static void
test_day_picker (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  LumDay today =
      lum_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
  GtkWidget *window = gtk_window_new (), *picker = lum_day_picker_new ();
  LumDayPicker *self = LUM_DAY_PICKER (picker);
  GtkWidget *calendar = ui_find (picker, GTK_TYPE_CALENDAR);
  int height, other, chosen = 0;

  gtk_window_set_child (GTK_WINDOW (window), picker);
  gtk_window_present (GTK_WINDOW (window));
  lum_day_picker_set_day (self, today);
  ui_settle ();
  gtk_widget_measure (picker, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  lum_day_picker_set_day (self, today - 100);
  ui_settle ();
  gtk_widget_measure (picker, GTK_ORIENTATION_VERTICAL, -1, NULL, &other, NULL, NULL);
  g_assert_cmpint (height, ==, other);

  g_signal_connect (picker, "chosen", G_CALLBACK (count_picked_cb), &chosen);
  lum_day_picker_set_range (self, today - 8, today);
  g_assert_cmpint (lum_day_picker_get_day (self), ==, today - 8);
  gtk_widget_grab_focus (calendar);
  ui_press_key (picker, GDK_KEY_Down, 0);
  g_assert_cmpint (lum_day_picker_get_day (self), ==, today - 1);
  ui_press_key (picker, GDK_KEY_Right, 0);
  ui_press_key (picker, GDK_KEY_Right, 0);
  g_assert_cmpint (lum_day_picker_get_day (self), ==, today);
  lum_compat_calendar_set_day (GTK_CALENDAR (calendar), today + 3); /* as by a click */
  g_assert_cmpint (lum_day_picker_get_day (self), ==, today);
  g_assert_cmpint (chosen, ==, 0);
  ui_press_key (picker, GDK_KEY_Return, 0);
  g_assert_cmpint (chosen, ==, 2);
  ui_assert_finalized (window);
}

static GtkWidget *
find_cell (GtkWidget *strip, int i)
{
  GtkWidget *day = ui_find (strip, GTK_TYPE_BUTTON);

  while (i-- > 0)
    day = gtk_widget_get_next_sibling (day);
  return gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (day)));
}

/* The strip shows what the chart shows, takes up what is filled in, and goes on towards today. */
static void
test_strip (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, TODAY, 8 * 60);
  ui_fixture_open (&fixture);
  lum_ui_context_commit (fixture.context, NULL, lum_record_pain (fixture.journal, TODAY - 2, LUM_MOMENT_AVERAGE, 3),
                         NULL);
  ui_wait_written (&fixture);
  lum_ui_context_commit (fixture.context, NULL, lum_record_pain (fixture.journal, TODAY - 2, LUM_MOMENT_WORST, 8),
                         NULL);
  ui_wait_written (&fixture);

  GtkWidget *window = gtk_window_new (), *strip = lum_day_strip_new (fixture.context);

  gtk_window_set_child (GTK_WINDOW (window), strip);
  gtk_window_present (GTK_WINDOW (window));
  lum_day_strip_update (LUM_DAY_STRIP (strip));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (find_cell (strip, 11))), ==, "3");
  lum_day_strip_choose (LUM_DAY_STRIP (strip), TODAY - 3);
  ui_press_key (gtk_root_get_focus (GTK_ROOT (window)), GDK_KEY_5, 0);
  ui_wait_written (&fixture);
  lum_day_strip_update (LUM_DAY_STRIP (strip));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (find_cell (strip, 10))), ==, "5");
  g_assert_true (gtk_widget_has_css_class (find_cell (strip, 10), lum_score_get_css_class (5)));
  g_assert_false (gtk_widget_has_css_class (find_cell (strip, 10), lum_score_get_css_class (LUM_INT_NONE)));
  ui_press_key (gtk_root_get_focus (GTK_ROOT (window)), GDK_KEY_4, 0); /* yesterday */
  ui_press_key (gtk_root_get_focus (GTK_ROOT (window)), GDK_KEY_2, 0); /* today; then it stays */
  ui_wait_written (&fixture);
  g_assert_cmpfloat (lum_diary_find_day (lum_ui_context_get_diary (fixture.context), TODAY - 1)->chart, ==, 4);
  g_assert_cmpfloat (lum_diary_find_day (lum_ui_context_get_diary (fixture.context), TODAY)->chart, ==, 2);
  g_assert_null (lum_diary_find_day (lum_ui_context_get_diary (fixture.context), TODAY - 13));
  g_assert_true (gtk_widget_is_ancestor (find_cell (strip, 13), gtk_root_get_focus (GTK_ROOT (window))));
  ui_assert_finalized (window);
  ui_fixture_tear_down (&fixture);
}

/* The eleven buttons are one stop for Tab. */
static void
test_one_stop (void)
{
  GtkWidget *window = gtk_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = lum_score_row_new (), *before = gtk_button_new (), *after = gtk_button_new ();

  gtk_box_append (GTK_BOX (box), before);
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), after);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  ui_settle ();
  lum_score_row_set_saved (LUM_SCORE_ROW (row), 4, NULL);
  gtk_widget_grab_focus (before);
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), row));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (gtk_root_get_focus (GTK_ROOT (window)))));
  gtk_widget_child_focus (window, GTK_DIR_RIGHT);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), row));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (gtk_root_get_focus (GTK_ROOT (window)))));
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == after);
  gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), row));
  gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == before);
  ui_assert_finalized (window);
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
  g_test_add_func ("/ui/day-picker", test_day_picker);
  g_test_add_func ("/ui/day-strip", test_strip);
  g_test_add_func ("/ui/one-stop", test_one_stop);
  return g_test_run ();
}
