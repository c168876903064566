/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Today asks besides its question, one thing at a time, and what it remembers of what was on screen. */
#include "lum-card-view.h"
#include "lum-day-row.h"
#include "lum-details-form.h"
#include "lum-gap-question.h"
#include "lum-onset-question.h"
#include "lum-offer.h"
#include "lum-prompt.h"
#include "lum-record-pain.h"
#include "lum-run-question.h"
#include "lum-score-row.h"
#include "lum-today-page.h"
#include "lum-today-questions.h"
#include "lum-topic-view.h"
#include "lum-window.h"
#include "ui-test.h"

#define TODAY 20600
#define MORNING (8 * 60)

static LumDiary *
get_diary (UiFixture *fixture)
{
  return lum_ui_context_get_diary (fixture->context);
}

static void
commit (UiFixture *fixture, LumChangeSet *changes)
{
  lum_ui_context_commit (fixture->context, NULL, changes, NULL);
  ui_wait_written (fixture);
}

static void
log_pain (UiFixture *fixture, LumDay first, LumDay last, int score)
{
  LumChangeSet *changes = lum_change_set_new ();
  LumPainEntry entry;

  lum_record_init (LUM_RECORD_PAIN, &entry);
  entry.moment = LUM_MOMENT_AVERAGE;
  entry.score = score;
  for (LumDay day = first; day <= last; day++) {
    entry.day = entry.entered = day;
    lum_change_set_put (changes, LUM_RECORD_PAIN, &entry);
  }
  commit (fixture, changes);
}

static void
log_run (UiFixture *fixture, LumDay day, int minute)
{
  g_autoptr (LumClock) clock = lum_clock_new_frozen (day, minute, 7200);
  LumChangeSet *changes = lum_change_set_new ();
  LumRun run;

  lum_record_init (LUM_RECORD_RUN, &run);
  run.day = day;
  run.start = lum_clock_get_now (clock, &run.start_offset);
  run.distance_m = 6100;
  run.elapsed_s = 2400;
  run.sport = "running";
  lum_change_set_put (changes, LUM_RECORD_RUN, &run);
  commit (fixture, changes);
}

/* The one question that is on screen, or NULL. */
static GtkWidget *
get_question (LumWindow *window)
{
  GtkWidget *questions = ui_find (GTK_WIDGET (window), LUM_TYPE_TODAY_QUESTIONS);
  GtkWidget *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (gtk_widget_get_first_child (questions)); child;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child)) {
      g_assert_null (found); /* at most one */
      found = child;
    }
  return found;
}

static gsize
count_cards (UiFixture *fixture, const char *rule, LumCardEvent event)
{
  gsize n, count = 0;
  const LumCardRecord *cards = lum_diary_get_cards (get_diary (fixture), &n);

  for (gsize i = 0; i < n; i++)
    count += (!rule || g_strcmp0 (cards[i].rule, rule) == 0) && cards[i].event == (gint32) event;
  return count;
}

static gboolean
is_gone (gpointer data)
{
  return get_question (data) == NULL;
}

/* OU-11: digits go to the rows of the run; 1 and 0 is 10 there, too, and nothing of it reaches today's score. */
static void
test_after_run (void)
{
  UiFixture fixture;
  const LumPainEntry *entries;
  gsize n;

  ui_fixture_set_up (&fixture, TODAY, MORNING);
  ui_fixture_open (&fixture);
  log_run (&fixture, TODAY - 1, 18 * 60);
  LumWindow *window = ui_open_window (&fixture);
  GtkWidget *question = get_question (window);

  g_assert_true (LUM_IS_RUN_QUESTION (question));
  gtk_widget_child_focus (question, GTK_DIR_TAB_FORWARD);
  ui_press_key (gtk_root_get_focus (GTK_ROOT (window)), GDK_KEY_3, 0);
  ui_wait_written (&fixture);
  g_assert_true (get_question (window) == question);
  while (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (gtk_root_get_focus (GTK_ROOT (window)))), "0") != 0 ||
         lum_score_row_get_saved (LUM_SCORE_ROW (gtk_widget_get_parent (gtk_root_get_focus (GTK_ROOT (window))))) !=
             LUM_INT_NONE)
    g_assert_true (gtk_widget_child_focus (question, GTK_DIR_TAB_FORWARD));
  ui_press_key (gtk_root_get_focus (GTK_ROOT (window)), GDK_KEY_1, 0);
  ui_wait_written (&fixture);
  ui_press_key (gtk_root_get_focus (GTK_ROOT (window)), GDK_KEY_0, 0);
  ui_wait_written (&fixture);

  entries = lum_diary_get_pain (get_diary (&fixture), &n);
  g_assert_cmpuint (n, ==, 2);
  for (gsize i = 0; i < n; i++) {
    g_assert_cmpint (entries[i].day, ==, TODAY - 1);
    g_assert_nonnull (entries[i].run_id);
    g_assert_cmpint (entries[i].score, ==, entries[i].moment == LUM_MOMENT_DURING_RUN ? 3 : 10);
  }
  ui_wait_until (is_gone, window);
  ui_assert_finalized (GTK_WIDGET (window));
  ui_fixture_tear_down (&fixture);
}

static void
test_skip_run (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, TODAY, MORNING);
  ui_fixture_open (&fixture);
  log_run (&fixture, TODAY - 1, 18 * 60);
  LumWindow *window = ui_open_window (&fixture);

  ui_press (&fixture, GTK_WIDGET (window), "Skip");
  g_assert_null (get_question (window));
  g_assert_cmpuint (count_cards (&fixture, LUM_RULE_RUN_PAIN, LUM_CARD_DISMISSED), ==, 1);
  /* The focus is where a digit is today's again. */
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)),
                                         ui_find (GTK_WIDGET (window), LUM_TYPE_SCORE_ROW)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ui_settle ();
  g_assert_true (LUM_IS_RUN_QUESTION (get_question (window)));
  ui_assert_finalized (GTK_WIDGET (window));
  ui_fixture_tear_down (&fixture);
}

/* One at a time, in a fixed order: the safety check, silent days, the run, the flare. */
static void
test_order (void)
{
  UiFixture fixture;
  const LumFlareAnswer *flares;
  gsize n;

  ui_fixture_set_up (&fixture, TODAY, MORNING);
  ui_fixture_open (&fixture);
  log_pain (&fixture, TODAY - 19, TODAY - 6, 3);
  log_pain (&fixture, TODAY, TODAY, 7);
  log_run (&fixture, TODAY - 1, 18 * 60);
  LumWindow *window = ui_open_window (&fixture);

  ui_press (&fixture, GTK_WIDGET (window), "Not Today");
  g_assert_cmpuint (count_cards (&fixture, LUM_RULE_OFFER, LUM_CARD_LATER), ==, 1);
  g_assert_true (LUM_IS_GAP_QUESTION (get_question (window)));
  ui_press (&fixture, GTK_WIDGET (window), "On and off");
  g_assert_true (LUM_IS_RUN_QUESTION (get_question (window)));
  ui_press (&fixture, GTK_WIDGET (window), "Skip");
  g_assert_nonnull (get_question (window));
  ui_press (&fixture, GTK_WIDGET (window), "Yes");
  flares = lum_diary_get_flares (get_diary (&fixture), &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (flares[0].day, ==, TODAY);
  g_assert_true (flares[0].yes);
  g_assert_null (get_question (window));
  ui_assert_finalized (GTK_WIDGET (window));
  ui_fixture_tear_down (&fixture);
}

/* OU-18 */
static void
test_week (void)
{
  UiFixture fixture;
  const LumGapAnswer *answers;
  gsize n;

  ui_fixture_set_up (&fixture, TODAY, MORNING);
  ui_fixture_open (&fixture);
  log_pain (&fixture, TODAY - 41, TODAY - 40, 4);
  log_pain (&fixture, TODAY - 8, TODAY - 8, 0);
  LumWindow *window = ui_open_window (&fixture);

  g_assert_nonnull (get_question (window));
  g_assert_nonnull (ui_find_button (GTK_WIDGET (window), "Yes, 0"));
  g_assert_cmpuint (count_cards (&fixture, LUM_RULE_QUIET, LUM_CARD_LATER), ==, 1); /* seen: it rests for a week */
  ui_press (&fixture, GTK_WIDGET (window), "No, Log It…");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)),
                                         ui_find (GTK_WIDGET (window), LUM_TYPE_SCORE_ROW)));
  ui_press (&fixture, GTK_WIDGET (window), "Stop Asking");
  g_assert_null (get_question (window));
  g_assert_cmpstr (lum_diary_get_preference (get_diary (&fixture), LUM_PREFERENCE_WEEKLY), ==, "no");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ui_settle ();
  ui_press (&fixture, GTK_WIDGET (window), "Yes, 0");
  answers = lum_diary_get_answers (get_diary (&fixture), &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (answers[0].answer, ==, LUM_GAP_FINE);
  g_assert_cmpint (answers[0].last, ==, TODAY);
  g_assert_null (get_question (window));
  ui_assert_finalized (GTK_WIDGET (window));
  ui_fixture_tear_down (&fixture);
}

/* OU-16: a card on screen is written down once a day, after the frame, and undo does not see it. */
static void
test_card_is_seen (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, TODAY, MORNING);
  ui_fixture_open (&fixture);
  log_pain (&fixture, TODAY - 20, TODAY - 2, 4);
  log_pain (&fixture, TODAY - 1, TODAY - 1, 8);
  log_pain (&fixture, TODAY, TODAY, 8);
  g_assert_cmpuint (count_cards (&fixture, NULL, LUM_CARD_SHOWN), ==, 0); /* no window, nobody saw it */
  LumWindow *window = ui_open_window (&fixture);

  g_assert_true (gtk_widget_get_mapped (ui_find (GTK_WIDGET (window), LUM_TYPE_CARD_VIEW)));
  g_assert_cmpuint (count_cards (&fixture, NULL, LUM_CARD_SHOWN), ==, 1);
  lum_window_show_page (window, "journal");
  ui_settle ();
  lum_window_show_page (window, "today");
  ui_settle ();
  g_assert_true (gtk_widget_get_mapped (ui_find (GTK_WIDGET (window), LUM_TYPE_CARD_VIEW)));
  g_assert_cmpuint (count_cards (&fixture, NULL, LUM_CARD_SHOWN), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL); /* takes back the last score, not that */
  ui_settle ();
  g_assert_null (lum_diary_find_day (get_diary (&fixture), TODAY));
  g_assert_cmpuint (count_cards (&fixture, NULL, LUM_CARD_SHOWN), >=, 1);
  ui_assert_finalized (GTK_WIDGET (window));
  ui_fixture_tear_down (&fixture);
}

/* "Fill the gaps" leads to the question about silent days, or to the strip. */
/* RF-18: a ticked numb leg is answered, and leads to the warning signs in the Guide. */
static void
test_leg_signs (void)
{
  LumChangeSet *changes = lum_change_set_new ();
  LumDayDetail detail;
  UiFixture fixture;

  ui_fixture_set_up (&fixture, TODAY, MORNING);
  ui_fixture_open (&fixture);
  log_pain (&fixture, TODAY, TODAY, 2);
  lum_record_init (LUM_RECORD_DAY_DETAIL, &detail);
  detail.day = TODAY;
  detail.leg_numb = 1;
  lum_change_set_put (changes, LUM_RECORD_DAY_DETAIL, &detail);
  commit (&fixture, changes);
  LumWindow *window = ui_open_window (&fixture);

  ui_press (&fixture, GTK_WIDGET (window), "Wa_rning Signs");
  LumTopicView *topic = LUM_TOPIC_VIEW (ui_find (GTK_WIDGET (window), LUM_TYPE_TOPIC_VIEW));
  g_assert_cmpstr (lum_topic_view_get_topic (topic)->id, ==, "see-someone");
  ui_assert_finalized (GTK_WIDGET (window));
  ui_fixture_tear_down (&fixture);
}

static void
test_fill_gaps (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, TODAY, MORNING);
  ui_fixture_open (&fixture);
  for (LumDay day = TODAY - 26; day <= TODAY; day += 3)
    log_pain (&fixture, day, day, 4);
  LumWindow *window = ui_open_window (&fixture);

  ui_press (&fixture, GTK_WIDGET (window), "Not Today");
  g_assert_null (get_question (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.fill-gaps", NULL);
  ui_settle ();
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_nonnull (focus);
  g_assert_false (gtk_widget_is_ancestor (focus, ui_find (GTK_WIDGET (window), LUM_TYPE_SCORE_ROW)));
  ui_press_key (focus, GDK_KEY_2, 0);
  ui_wait_written (&fixture);
  g_assert_nonnull (lum_diary_find_day (get_diary (&fixture), TODAY - 13));
  ui_assert_finalized (GTK_WIDGET (window));
  ui_fixture_tear_down (&fixture);
}

/* --- details --- */

static void
save_details (UiFixture *fixture, GtkWidget *form)
{
  lum_details_form_flush (LUM_DETAILS_FORM (form));
  ui_wait_written (fixture);
  lum_details_form_set_day (LUM_DETAILS_FORM (form), TODAY);
}

static const LumTreatment *
get_treatments (UiFixture *fixture, gsize expected)
{
  gsize n;
  const LumTreatment *treatments = lum_diary_get_treatments (get_diary (fixture), &n);

  g_assert_cmpuint (n, ==, expected);
  return treatments;
}

/* A course has a name, a kind, days and whether it helped; a second one on the same day is welcome. */
static void
test_treatment (void)
{
  UiFixture fixture;
  const LumTreatment *treatment;

  ui_fixture_set_up (&fixture, TODAY, MORNING);
  ui_fixture_open (&fixture);
  GtkWidget *form = g_object_ref_sink (lum_details_form_new (fixture.context));
  lum_details_form_set_day (LUM_DETAILS_FORM (form), TODAY);
  GtkWidget *name = ui_find_row (form, "Medicine, treatment"), *helped = ui_find_row (form, "Did it help?");

  g_assert_false (gtk_widget_get_visible (helped));
  gtk_editable_set_text (GTK_EDITABLE (name), "Ibuprofen");
  g_assert_true (gtk_widget_get_visible (helped));
  save_details (&fixture, form);
  treatment = get_treatments (&fixture, 1);
  g_assert_cmpstr (treatment->name, ==, "Ibuprofen");
  g_assert_cmpint (treatment->kind, ==, LUM_TREATMENT_MEDICINE);
  g_assert_cmpint (treatment->first, ==, TODAY);
  g_assert_cmpint (treatment->last, ==, TODAY);
  g_assert_cmpint (treatment->helped, ==, LUM_INT_NONE); /* nothing is said for the person */

  adw_combo_row_set_selected (ADW_COMBO_ROW (helped), 1);
  lum_day_row_set_day (LUM_DAY_ROW (ui_find_row (form, "From")), TODAY - 2);
  g_signal_emit_by_name (ui_find_row (form, "From"), "changed");
  save_details (&fixture, form);
  treatment = get_treatments (&fixture, 1);
  g_assert_cmpint (treatment->helped, ==, 0);
  g_assert_cmpint (treatment->first, ==, TODAY - 2);

  /* An end before the beginning moves the beginning. */
  lum_day_row_set_day (LUM_DAY_ROW (ui_find_row (form, "To")), TODAY - 3);
  g_signal_emit_by_name (ui_find_row (form, "To"), "changed");
  save_details (&fixture, form);
  treatment = get_treatments (&fixture, 1);
  g_assert_cmpint (treatment->first, ==, TODAY - 3);
  g_assert_cmpint (treatment->last, ==, TODAY - 3);

  lum_details_form_set_day (LUM_DETAILS_FORM (form), TODAY + 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "");
  lum_details_form_set_day (LUM_DETAILS_FORM (form), TODAY);
  gtk_editable_set_text (GTK_EDITABLE (name), "Massage");
  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_find_row (form, "What it is")), 1);
  save_details (&fixture, form);
  g_assert_cmpint (get_treatments (&fixture, 2)[1].kind, ==, LUM_TREATMENT_OTHER);

  gtk_editable_set_text (GTK_EDITABLE (name), "");
  save_details (&fixture, form);
  get_treatments (&fixture, 1);
  g_object_unref (form);
  ui_fixture_tear_down (&fixture);
}

static int
get_place (GtkWidget *form, const char *title)
{
  GtkWidget *row = ui_find_row (form, title);
  int place = 0;

  g_assert_nonnull (row);
  while ((row = gtk_widget_get_prev_sibling (row)))
    place++;
  return place;
}

/* More is as it was left, and what was used last comes first the next time. */
static void
test_more (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, TODAY, MORNING);
  ui_fixture_open (&fixture);
  GtkWidget *form = g_object_ref_sink (lum_details_form_new (fixture.context));
  lum_details_form_set_day (LUM_DETAILS_FORM (form), TODAY);

  g_assert_false (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (ui_find_row (form, "More"))));
  g_assert_cmpint (get_place (form, "Stiffness (min)"), <, get_place (form, "Note"));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (ui_find_row (form, "More")), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (ui_find_row (form, "Hours sitting")), "8");
  gtk_editable_set_text (GTK_EDITABLE (ui_find_row (form, "Note")), "A long day.");
  save_details (&fixture, form);
  g_assert_cmpint (get_place (form, "Note"), >, 0); /* nothing moves under the hand */
  g_object_unref (form);

  form = g_object_ref_sink (lum_details_form_new (fixture.context));
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (ui_find_row (form, "More"))));
  g_assert_cmpint (get_place (form, "Note"), ==, 0);
  g_assert_cmpint (get_place (form, "Hours sitting"), ==, 1);
  g_assert_cmpint (get_place (form, "Stiffness (min)"), ==, 2);
  g_object_unref (form);
  ui_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/today/after-run", test_after_run);
  g_test_add_func ("/today/skip-run", test_skip_run);
  g_test_add_func ("/today/order", test_order);
  g_test_add_func ("/today/week", test_week);
  g_test_add_func ("/today/card-is-seen", test_card_is_seen);
  g_test_add_func ("/today/leg-signs", test_leg_signs);
  g_test_add_func ("/today/fill-gaps", test_fill_gaps);
  g_test_add_func ("/today/treatment", test_treatment);
  g_test_add_func ("/today/more", test_more);
  return g_test_run ();
}
