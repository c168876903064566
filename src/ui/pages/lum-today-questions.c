/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-today-questions.h"

#include "lum-gap-question.h"
#include "lum-i18n.h"
#include "lum-onset-question.h"
#include "lum-prompt.h"
#include "lum-record-pain.h"
#include "lum-record-safety.h"
#include "lum-run-question.h"
#include "lum-window.h"
#include "lum-wrap-box.h"

#define LONG_AGO 300 /* days: the year is said, too */

/* In the order in which they are asked. */
enum { ONSET, SAFETY, SILENCE, RUN, FLARE, WEEK, N_QUESTIONS };

struct _LumTodayQuestions {
  AdwBin parent_instance;

  LumUiContext *context;
  GtkBox *box;
  GtkWidget *questions[N_QUESTIONS]; /* SAFETY, FLARE and WEEK are NULL until they are asked */
  guint toast_id;                    /* looks whether the toast has gone */
  GtkLabel *week_text;
  gboolean silence_first; /* asked for, by a card */
};

G_DEFINE_FINAL_TYPE (LumTodayQuestions, lum_today_questions, ADW_TYPE_BIN)

enum { FILL_IN, DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- the flare and the week: a sentence and some buttons --- */

static void
flare_cb (GtkButton *button, LumTodayQuestions *self)
{
  gboolean yes = g_object_get_data (G_OBJECT (button), "yes") != NULL;

  lum_ui_context_commit (
      self->context, GTK_WIDGET (self),
      lum_record_flare (lum_ui_context_get_journal (self->context), lum_ui_context_get_today (self->context), yes),
      yes ? _ ("Saved today as a flare") : _ ("Saved: not a flare"));
}

static void
week_fine_cb (LumTodayQuestions *self)
{
  lum_ui_context_commit (self->context, GTK_WIDGET (self),
                         lum_record_week_fine (lum_ui_context_get_journal (self->context)),
                         _ ("Saved the last seven days as fine"));
}

static void
week_log_cb (LumTodayQuestions *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
week_stop_cb (LumTodayQuestions *self)
{
  lum_ui_context_commit (
      self->context, GTK_WIDGET (self),
      lum_record_preference (lum_ui_context_get_journal (self->context), LUM_PREFERENCE_WEEKLY, "no"),
      _ ("You will not be asked each week"));
}

static GtkWidget *
question_new (const char *text, GtkLabel **label, GtkWidget **flow)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "message");
  *label = GTK_LABEL (gtk_label_new (text));
  gtk_label_set_wrap (*label, TRUE);
  gtk_label_set_xalign (*label, 0);
  *flow = lum_wrap_box_new (6);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*label));
  gtk_box_append (GTK_BOX (box), *flow);
  return box;
}

static GtkWidget *
button_new (const char *label, GtkWidget *flow)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  lum_wrap_box_append (LUM_WRAP_BOX (flow), button);
  return button;
}

static GtkWidget *
flare_new (LumTodayQuestions *self)
{
  GtkLabel *label;
  GtkWidget *flow;
  GtkWidget *box = question_new (_ ("More than usual today. Was it hard to tolerate, or did it change what you did?"),
                                 &label, &flow);
  GtkWidget *yes = button_new (C_ ("flare", "Yes"), flow);
  GtkWidget *no = button_new (C_ ("flare", "No"), flow);

  g_object_set_data (G_OBJECT (yes), "yes", self);
  g_signal_connect_object (yes, "clicked", G_CALLBACK (flare_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (no, "clicked", G_CALLBACK (flare_cb), self, G_CONNECT_DEFAULT);
  return box;
}

static GtkWidget *
week_new (LumTodayQuestions *self)
{
  GtkWidget *flow, *box = question_new (NULL, &self->week_text, &flow), *button;

  button = button_new (C_ ("week", "Yes, 0"), flow);
  g_signal_connect_object (button, "clicked", G_CALLBACK (week_fine_cb), self, G_CONNECT_SWAPPED);
  button = button_new (C_ ("week", "No, Log It…"), flow);
  g_signal_connect_object (button, "clicked", G_CALLBACK (week_log_cb), self, G_CONNECT_SWAPPED);
  button = button_new (C_ ("week", "Stop Asking"), flow);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (week_stop_cb), self, G_CONNECT_SWAPPED);
  return box;
}

/* --- the safety check --- */

static void
offer_later_cb (LumTodayQuestions *self)
{
  lum_ui_context_commit (self->context, GTK_WIDGET (self),
                         lum_record_offer_put_off (lum_ui_context_get_journal (self->context)),
                         _ ("It is in the menu at any time"));
}

static GtkWidget *
safety_new (LumTodayQuestions *self)
{
  GtkLabel *label;
  GtkWidget *flow, *button;
  GtkWidget *box = question_new (_ ("A one-minute safety check. The first signs are rare but should not wait. Many "
                                    "people with ordinary back pain tick one of the others."),
                                 &label, &flow);

  button = button_new (_ ("Safety Check…"), flow);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.safety-check");
  button = button_new (C_ ("safety", "Not Today"), flow);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (offer_later_cb), self, G_CONNECT_SWAPPED);
  return box;
}

static gboolean
toast_gone_cb (gpointer user_data)
{
  LumTodayQuestions *self = user_data;

  if (lum_window_has_toast (GTK_WIDGET (self)))
    return G_SOURCE_CONTINUE;
  self->toast_id = 0;
  lum_today_questions_update (self);
  return G_SOURCE_REMOVE;
}

/* --- which one --- */

static void
add (LumTodayQuestions *self, int question, GtkWidget *widget)
{
  self->questions[question] = widget;
  gtk_box_append (self->box, widget);
}

static gboolean
update_silence (LumTodayQuestions *self, const LumStatus *status)
{
  LumDay first, last;
  gboolean asks = lum_prompt_is_silence (lum_ui_context_get_diary (self->context), status,
                                         lum_ui_context_get_today (self->context), &first, &last);

  lum_gap_question_set_gap (LUM_GAP_QUESTION (self->questions[SILENCE]), first, last);
  return asks;
}

static gboolean
update_week (LumTodayQuestions *self, const LumStatus *status)
{
  LumDiary *diary = lum_ui_context_get_diary (self->context);
  LumDay today = lum_ui_context_get_today (self->context), last_pain;

  if (!status || !lum_prompt_is_week (diary, status, today))
    return FALSE;

  if (!self->questions[WEEK])
    add (self, WEEK, week_new (self));
  lum_prompt_is_quiet (diary, status, today, &last_pain);
  if (last_pain == LUM_DAY_NONE) {
    gtk_label_set_text (self->week_text, _ ("No pain logged so far. Back still fine?"));
  } else {
    g_autofree char *date =
        lum_day_format (last_pain, today - last_pain > LONG_AGO ? LUM_DAY_FORMAT_LONG : LUM_DAY_FORMAT_SHORT);
    /* Translators: %s is the date of the last pain, "21 June" */
    g_autofree char *text = g_strdup_printf (_ ("No pain logged since %s. Back still fine?"), date);

    gtk_label_set_text (self->week_text, text);
  }
  return TRUE;
}

/* RF-R5: never in the way of an Undo. What was answered or put off a moment ago, the watch has not thought about yet. */
static gboolean
update_safety (LumTodayQuestions *self, LumFindings *findings)
{
  LumDay today = lum_ui_context_get_today (self->context);

  if (!findings || findings->offer == LUM_OFFER_NONE || findings->status->today != today ||
      lum_offer_was_settled (lum_ui_context_get_diary (self->context), today))
    return FALSE;
  /* What is there already is not taken away from under the pointer. */
  if (lum_window_has_toast (GTK_WIDGET (self)) &&
      !(self->questions[SAFETY] && gtk_widget_get_mapped (self->questions[SAFETY]))) {
    if (!self->toast_id)
      self->toast_id = g_timeout_add_seconds (1, toast_gone_cb, self);
    return FALSE;
  }
  if (!self->questions[SAFETY])
    add (self, SAFETY, safety_new (self));
  return TRUE;
}

static GtkWidget *
find_focus (LumTodayQuestions *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? focus : NULL;
}

/* The focus does not go with what it was in: the next question has it, or the one above. */
static void
pass_focus_on (LumTodayQuestions *self, GtkWidget *shown)
{
  if (shown)
    gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
  else
    g_signal_emit (self, signals[DONE], 0);
}

/**
 * lum_today_questions_update:
 *
 * Asks what is to be asked, or nothing, as the diary, the watch and the hour stand.
 */
void
lum_today_questions_update (LumTodayQuestions *self)
{
  g_return_if_fail (LUM_IS_TODAY_QUESTIONS (self));

  LumDiary *diary = lum_ui_context_get_diary (self->context);
  LumFindings *findings = lum_ui_context_get_findings (self->context);
  const LumStatus *status = findings ? findings->status : NULL;
  gboolean open = lum_ui_context_get_state (self->context, NULL) == LUM_UI_OPEN;
  gboolean asks[N_QUESTIONS];
  GtkWidget *focus = find_focus (self), *shown = NULL;

  lum_onset_question_update (LUM_ONSET_QUESTION (self->questions[ONSET]));
  asks[ONSET] = gtk_widget_get_visible (self->questions[ONSET]);
  asks[SAFETY] = update_safety (self, findings);
  asks[SILENCE] = update_silence (self, status);
  asks[RUN] = lum_run_question_update (LUM_RUN_QUESTION (self->questions[RUN]));
  asks[FLARE] = lum_prompt_is_flare (diary, status, lum_ui_context_get_today (self->context));
  if (asks[FLARE] && !self->questions[FLARE])
    add (self, FLARE, flare_new (self));
  asks[WEEK] = update_week (self, status);
  if (!asks[SILENCE])
    self->silence_first = FALSE;

  for (int i = 0; i < N_QUESTIONS && open && !shown; i++)
    if (asks[i] && (!self->silence_first || i == SILENCE))
      shown = self->questions[i];
  for (int i = 0; i < N_QUESTIONS; i++)
    if (self->questions[i])
      gtk_widget_set_visible (self->questions[i], self->questions[i] == shown);
  gtk_widget_set_visible (GTK_WIDGET (self), shown != NULL);
  if (focus && !(shown && gtk_widget_is_ancestor (focus, shown)))
    pass_focus_on (self, shown);
}

/**
 * lum_today_questions_ask_silence:
 *
 * Brings the question about silent days into view, before all others.
 *
 * Returns: %FALSE where there is nothing of that kind to ask
 */
gboolean
lum_today_questions_ask_silence (LumTodayQuestions *self)
{
  g_return_val_if_fail (LUM_IS_TODAY_QUESTIONS (self), FALSE);

  self->silence_first = TRUE;
  lum_today_questions_update (self);
  if (self->silence_first)
    gtk_widget_child_focus (self->questions[SILENCE], GTK_DIR_TAB_FORWARD);
  return self->silence_first;
}

/**
 * lum_today_questions_get_asks_week:
 *
 * Whether the week's line is what is asked (OU-18).
 */
gboolean
lum_today_questions_get_asks_week (LumTodayQuestions *self)
{
  g_return_val_if_fail (LUM_IS_TODAY_QUESTIONS (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self)) && self->questions[WEEK] &&
         gtk_widget_get_visible (self->questions[WEEK]);
}

static void
fill_in_cb (LumTodayQuestions *self, int day)
{
  g_signal_emit (self, signals[FILL_IN], 0, day);
}

static void
lum_today_questions_dispose (GObject *object)
{
  g_clear_handle_id (&LUM_TODAY_QUESTIONS (object)->toast_id, g_source_remove);
  g_clear_object (&LUM_TODAY_QUESTIONS (object)->context);

  G_OBJECT_CLASS (lum_today_questions_parent_class)->dispose (object);
}

static void
lum_today_questions_class_init (LumTodayQuestionsClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lum_today_questions_dispose;

  signals[FILL_IN] = g_signal_new ("fill-in", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[DONE] = g_signal_new ("done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lum_today_questions_init (LumTodayQuestions *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * lum_today_questions_new:
 *
 * A place for questions; nothing until lum_today_questions_update().
 */
GtkWidget *
lum_today_questions_new (LumUiContext *context)
{
  LumTodayQuestions *self = g_object_new (LUM_TYPE_TODAY_QUESTIONS, NULL);

  self->context = g_object_ref (context);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  add (self, ONSET, lum_onset_question_new (context));
  add (self, SILENCE, lum_gap_question_new (context));
  add (self, RUN, lum_run_question_new (context));
  g_signal_connect_object (self->questions[SILENCE], "fill-in", G_CALLBACK (fill_in_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->questions[ONSET], "done", G_CALLBACK (lum_today_questions_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->questions[RUN], "done", G_CALLBACK (lum_today_questions_update), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  return GTK_WIDGET (self);
}
