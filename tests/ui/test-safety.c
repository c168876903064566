/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The safety check in the real window: asked, answered, its card, and how that is settled; what it silences elsewhere. */
#include <string.h>

#include "lum-card-view.h"
#include "lum-form-dialog.h"
#include "lum-record-pain.h"
#include "lum-emergency.h"
#include "lum-safety-preferences.h"
#include "lum-safety.h"
#include "lum-sign-row.h"
#include "lum-strain-clock.h"
#include "lum-today-page.h"
#include "lum-topic-view.h"
#include "lum-window.h"
#include "ui-test.h"

#define TODAY lum_day_from_ymd (2026, 5, 27)
#define MORNING 540

static void
log_pain (UiFixture *fixture, int days, int score)
{
  for (int day = 0; day < days; day++)
    lum_ui_context_commit (fixture->context, NULL,
                           lum_record_pain (fixture->journal, TODAY - day, LUM_MOMENT_AVERAGE, score), NULL);
  ui_wait_written (fixture);
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l; l = l->next)
    if (LUM_IS_FORM_DIALOG (l->data))
      return l->data;
  return NULL;
}

static void
collect_rows (GtkWidget *widget, GPtrArray *rows)
{
  if (LUM_IS_SIGN_ROW (widget))
    g_ptr_array_add (rows, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    collect_rows (child, rows);
}

static LumSignRow *
find_sign (GPtrArray *rows, const char *question)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (lum_sign_row_get_question (rows->pdata[i]), question))
      return rows->pdata[i];
  return NULL;
}

static LumTier
get_tier (UiFixture *fixture)
{
  g_autoptr (LumSafety) safety = lum_safety_new (lum_ui_context_get_diary (fixture->context), TODAY);

  return safety->tier;
}

static gboolean
has_caught_up (gpointer data)
{
  UiFixture *fixture = data;
  LumWatchService *watch = lum_ui_context_get_watch (fixture->context);

  return lum_watch_service_get_diary (watch) == lum_ui_context_get_diary (fixture->context);
}

static void
wait_for_findings (UiFixture *fixture)
{
  ui_wait_until (has_caught_up, fixture);
  ui_settle ();
}

static GPtrArray *
open_check (LumWindow *window, GtkWidget **dialog)
{
  GPtrArray *rows = g_ptr_array_new ();

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.safety-check", NULL));
  ui_settle ();
  *dialog = find_dialog ();
  g_assert_nonnull (*dialog);
  collect_rows (*dialog, rows);
  return rows;
}

/* RF-R6: ten emergency lines first; nothing is answered beforehand; "None of These" leaves alone what was answered. */
static void
test_check (void)
{
  UiFixture fixture;
  g_autoptr (GPtrArray) rows = NULL;
  const LumSafetyAnswer *answers;
  GtkWidget *dialog;
  gsize n;

  ui_fixture_set_up (&fixture, TODAY, MORNING);
  ui_fixture_open (&fixture);
  log_pain (&fixture, 3, 3);
  LumWindow *window = ui_open_window (&fixture);

  rows = open_check (window, &dialog);
  g_assert_cmpuint (rows->len, ==, 24);
  for (guint i = 0; i < rows->len; i++) {
    const LumSafetySign *sign = lum_safety_sign_find (lum_sign_row_get_question (rows->pdata[i]));

    g_assert_cmpint (sign->tier == LUM_TIER_EMERGENCY, ==, i < 10);
    g_assert_cmpint (lum_sign_row_get_answer (rows->pdata[i]), ==, LUM_INT_NONE);
  }
  lum_sign_row_set_answer (find_sign (rows, "RF-06"), LUM_SAFETY_OLD_CHECKED);
  lum_sign_row_set_answer (find_sign (rows, "RF-10"), LUM_SAFETY_YES);
  ui_press (&fixture, dialog, "None of These"); /* of the first group */
  g_assert_cmpint (lum_sign_row_get_answer (find_sign (rows, "RF-06")), ==, LUM_SAFETY_OLD_CHECKED);
  g_assert_cmpint (lum_sign_row_get_answer (find_sign (rows, "RF-01")), ==, LUM_SAFETY_NO);
  g_assert_cmpint (lum_sign_row_get_answer (find_sign (rows, "RF-16")), ==, LUM_INT_NONE);
  ui_press (&fixture, dialog, "_Save");

  answers = lum_diary_get_safety (lum_ui_context_get_diary (fixture.context), &n);
  g_assert_cmpuint (n, ==, 11);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpint (answers[i].day, ==, TODAY);
  g_assert_cmpint (get_tier (&fixture), ==, LUM_TIER_URGENT);

  /* One Undo takes the whole check back. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ui_wait_written (&fixture);
  ui_settle ();
  lum_diary_get_safety (lum_ui_context_get_diary (fixture.context), &n);
  g_assert_cmpuint (n, ==, 0);
  ui_assert_finalized (GTK_WIDGET (window));
  ui_fixture_tear_down (&fixture);
}

/* RF-R1, RF-R4: the card stands alone until it was checked; a line that is open has no answers to press. */
static void
test_emergency (void)
{
  UiFixture fixture;
  g_autoptr (GPtrArray) rows = NULL, again = NULL;
  GtkWidget *dialog, *card, *clock;

  ui_fixture_set_up (&fixture, TODAY, MORNING);
  ui_fixture_open (&fixture);
  log_pain (&fixture, 5, 3);
  LumWindow *window = ui_open_window (&fixture);

  card = ui_find (GTK_WIDGET (window), LUM_TYPE_CARD_VIEW);
  clock = ui_find (GTK_WIDGET (window), LUM_TYPE_STRAIN_CLOCK);
  g_assert_true (gtk_widget_get_mapped (clock));
  rows = open_check (window, &dialog);
  lum_sign_row_set_answer (find_sign (rows, "RF-02"), LUM_SAFETY_NOT_SURE);
  ui_press (&fixture, dialog, "_Save");
  wait_for_findings (&fixture);
  g_assert_true (gtk_widget_get_mapped (card));
  g_assert_false (gtk_widget_get_mapped (clock));
  g_assert_null (ui_find_button (card, "L_ater"));
  g_assert_null (ui_find_button (card, "Do_n’t Tell Me Again"));

  again = open_check (window, &dialog);
  lum_sign_row_set_answer (find_sign (again, "RF-02"), LUM_SAFETY_NO);
  g_assert_cmpint (lum_sign_row_get_answer (find_sign (again, "RF-02")), ==, LUM_INT_NONE);
  ui_press (&fixture, dialog, "_Cancel");
  g_assert_cmpint (get_tier (&fixture), ==, LUM_TIER_EMERGENCY);

  ui_press (&fixture, card, "I’ve Been _Checked…");
  ui_press (&fixture, find_dialog (), "_Save");
  wait_for_findings (&fixture);
  g_assert_cmpint (get_tier (&fixture), ==, LUM_TIER_NONE);
  g_assert_true (gtk_widget_get_mapped (clock));
  ui_assert_finalized (GTK_WIDGET (window));
  ui_fixture_tear_down (&fixture);
}

static guint
count_named (GtkWidget *widget, const char *name)
{
  guint n = g_strcmp0 (gtk_widget_get_name (widget), name) == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    n += count_named (child, name);
  return n;
}

/* RF-R9: no exercise in the Guide while an urgent answer is open; they come back when it was a mistake. */
static void
test_exercises (void)
{
  UiFixture fixture;
  g_autoptr (GPtrArray) rows = NULL;
  GtkWidget *dialog, *topic;

  ui_fixture_set_up (&fixture, TODAY, MORNING);
  ui_fixture_open (&fixture);
  log_pain (&fixture, 5, 3);
  LumWindow *window = ui_open_window (&fixture);

  rows = open_check (window, &dialog);
  lum_sign_row_set_answer (find_sign (rows, "RF-14"), LUM_SAFETY_YES);
  ui_press (&fixture, dialog, "_Save");
  wait_for_findings (&fixture);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-topic", "s", "stretching");
  ui_settle ();
  topic = ui_find (GTK_WIDGET (window), LUM_TYPE_TOPIC_VIEW);
  g_assert_cmpuint (count_named (topic, "left-out"), ==, 1);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "today");
  ui_settle ();
  ui_press (&fixture, ui_find (GTK_WIDGET (window), LUM_TYPE_CARD_VIEW), "Ticked by _Mistake…");
  ui_press (&fixture, find_dialog (), "_Save");
  wait_for_findings (&fixture);
  g_assert_cmpint (get_tier (&fixture), ==, LUM_TIER_NONE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-topic", "s", "stretching");
  ui_settle ();
  g_assert_cmpuint (count_named (topic, "left-out"), ==, 0);
  ui_assert_finalized (GTK_WIDGET (window));
  ui_fixture_tear_down (&fixture);
}

/* RF-R5: offered when a bout is confirmed, but not while an Undo is on screen. */
static void
test_offer (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, TODAY, MORNING);
  ui_fixture_open (&fixture);
  lum_ui_context_commit (fixture.context, NULL, lum_record_pain (fixture.journal, TODAY - 1, LUM_MOMENT_AVERAGE, 3),
                         NULL);
  ui_wait_written (&fixture);
  LumWindow *window = ui_open_window (&fixture);

  lum_ui_context_commit (fixture.context, GTK_WIDGET (window),
                         lum_record_pain (fixture.journal, TODAY, LUM_MOMENT_WAKING, 3), "Saved 3 for this morning");
  ui_wait_written (&fixture);
  wait_for_findings (&fixture);
  ui_press (&fixture, GTK_WIDGET (window), "Skip"); /* when it started */
  g_assert_true (lum_window_has_toast (GTK_WIDGET (window)));
  g_assert_null (ui_find_button (GTK_WIDGET (window), "Safety Check…"));
  g_assert_cmpint (lum_ui_context_get_findings (fixture.context)->offer, ==, LUM_OFFER_CONFIRMED);
  ui_assert_finalized (GTK_WIDGET (window));

  window = ui_open_window (&fixture);
  wait_for_findings (&fixture);
  ui_press (&fixture, GTK_WIDGET (window), "Safety Check…");
  g_assert_nonnull (find_dialog ());
  ui_press (&fixture, find_dialog (), "_Cancel");
  ui_press (&fixture, GTK_WIDGET (window), "Not Today");
  wait_for_findings (&fixture);
  g_assert_null (ui_find_button (GTK_WIDGET (window), "Safety Check…"));
  ui_assert_finalized (GTK_WIDGET (window));
  ui_fixture_tear_down (&fixture);
}

static void
apply (UiFixture *fixture, GtkWidget *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "apply");
  ui_wait_written (fixture);
}

/* Background and numbers go into the journal at once; a year that is none is refused with a sentence, and changes
 * nothing. */
static void
test_preferences (void)
{
  UiFixture fixture;
  LumDiary *diary;
  gsize n;

  ui_fixture_set_up (&fixture, TODAY, MORNING);
  ui_fixture_open (&fixture);
  GtkWidget *window = gtk_window_new (), *preferences = lum_safety_preferences_new (fixture.context);
  gtk_window_set_child (GTK_WINDOW (window), preferences);
  gtk_window_present (GTK_WINDOW (window));
  ui_settle ();

  apply (&fixture, ui_find_row (preferences, "Year of Birth"), "1983");
  apply (&fixture, ui_find_row (preferences, "Emergency Number"), " 999 ");
  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_find_row (preferences, "Osteoporosis")), 2);
  ui_wait_written (&fixture);
  diary = lum_ui_context_get_diary (fixture.context);
  g_assert_cmpint (lum_background_get_age (diary, TODAY, TODAY), ==, 43);
  g_assert_true (lum_background_is_yes (diary, LUM_FACT_OSTEOPOROSIS, TODAY));
  g_assert_cmpstr (lum_diary_get_preference (diary, LUM_PREFERENCE_EMERGENCY), ==, "999");

  for (const char *const *bad = (const char *const[]){"3055", "abc", "83", "1800", "-1983", NULL}; *bad; bad++) {
    apply (&fixture, ui_find_row (preferences, "Year of Birth"), *bad);
    g_assert_cmpint (lum_background_get_age (lum_ui_context_get_diary (fixture.context), TODAY, TODAY), ==, 43);
    g_assert_true (gtk_widget_has_css_class (ui_find_row (preferences, "Year of Birth"), "error"));
  }
  apply (&fixture, ui_find_row (preferences, "Year of Birth"), "");
  diary = lum_ui_context_get_diary (fixture.context);
  g_assert_cmpint (lum_background_get_age (diary, TODAY, TODAY), ==, LUM_INT_NONE);
  lum_diary_get_background (diary, &n);
  g_assert_cmpuint (n, ==, 2); /* corrected on the same day, not piled up */
  ui_assert_finalized (window);
  ui_fixture_tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 77;
  g_test_add_func ("/safety/check", test_check);
  g_test_add_func ("/safety/emergency", test_emergency);
  g_test_add_func ("/safety/exercises", test_exercises);
  g_test_add_func ("/safety/offer", test_offer);
  g_test_add_func ("/safety/preferences", test_preferences);
  return g_test_run ();
}
