/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-sign-row.h"

#include "lum-day-row.h"
#include "lum-i18n.h"
#include "lum-ui-words.h"
#include "lum-wrap-box.h"

#define N_ANSWERS (LUM_SAFETY_OLD_CHECKED + 1)

/* Between the question, its answers and what follows, in pixels. */
#define LINE_SPACING 8

struct _LumSignRow {
  AdwPreferencesRow parent_instance;

  char *question;
  GtkToggleButton *answers[N_ANSWERS]; /* by LumSafetyWord; NULL where it is not offered */
  GtkWidget *flow;
  GtkRevealer *since_revealer;
  LumDayRow *since;
  GtkLabel *note;
  char *old_note; /* shown beside "old and checked" */
};

G_DEFINE_FINAL_TYPE (LumSignRow, lum_sign_row, ADW_TYPE_PREFERENCES_ROW)

static void
show_note (LumSignRow *self, const char *note)
{
  gtk_label_set_text (self->note, note ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
}

/* "Since when" is asked of what is there; a "no" has no date. */
static void
toggled_cb (LumSignRow *self)
{
  int answer = lum_sign_row_get_answer (self);

  gtk_revealer_set_reveal_child (self->since_revealer, self->since && answer > LUM_SAFETY_NO);
  show_note (self, answer == LUM_SAFETY_OLD_CHECKED ? self->old_note : NULL);
}

static void
lum_sign_row_finalize (GObject *object)
{
  LumSignRow *self = LUM_SIGN_ROW (object);

  g_free (self->question);
  g_free (self->old_note);

  G_OBJECT_CLASS (lum_sign_row_parent_class)->finalize (object);
}

static void
lum_sign_row_class_init (LumSignRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lum_sign_row_finalize;
}

static void
lum_sign_row_init (LumSignRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

static GtkLabel *
label_new (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style)
    gtk_widget_add_css_class (label, style);
  return GTK_LABEL (label);
}

static void
add_answers (LumSignRow *self, const char *ask, gboolean only_yes_or_no)
{
  const char *words[N_ANSWERS] = {C_ ("safety", "No"), C_ ("safety", "Yes"), C_ ("safety", "Not Sure"),
                                  C_ ("safety", "Old and Checked")};

  for (int answer = 0; answer < (only_yes_or_no ? LUM_SAFETY_YES + 1 : N_ANSWERS); answer++) {
    GtkWidget *button = gtk_toggle_button_new_with_label (words[answer]);
    /* Translators: for a screen reader: an answer, and what is asked */
    g_autofree char *label = g_strdup_printf (C_ ("safety", "%1$s: %2$s"), words[answer], ask);

    self->answers[answer] = GTK_TOGGLE_BUTTON (button);
    if (answer > 0)
      gtk_toggle_button_set_group (self->answers[answer], self->answers[0]);
    lum_widget_set_label (button, label);
    g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
    lum_wrap_box_append (LUM_WRAP_BOX (self->flow), button);
  }
}

/**
 * lum_sign_row_new:
 * @question: its id, "RF-02"
 * @ask: translated
 * @only_yes_or_no: nothing else can be answered, and no date is asked for
 * @today: nothing is there since later
 *
 * A line without an answer.
 */
GtkWidget *
lum_sign_row_new (const char *question, const char *ask, gboolean only_yes_or_no, LumDay today)
{
  LumSignRow *self = g_object_new (LUM_TYPE_SIGN_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, LINE_SPACING);

  self->question = g_strdup (question);
  self->flow = lum_wrap_box_new (6);
  self->note = label_new (NULL, "caption");
  gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
  self->since_revealer = GTK_REVEALER (gtk_revealer_new ());
  if (!only_yes_or_no) {
    GtkWidget *list = gtk_list_box_new ();

    self->since = LUM_DAY_ROW (lum_day_row_new (_ ("Since"), LUM_DAY_NONE, TRUE));
    lum_day_row_set_range (self->since, LUM_DAY_NONE, today);
    gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
    gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->since));
    gtk_widget_add_css_class (list, "boxed-list");
    /* Not the box's spacing, which would stay below the answers while this is folded. */
    gtk_widget_set_margin_top (list, LINE_SPACING);
    gtk_revealer_set_child (self->since_revealer, list);
  }
  gtk_widget_add_css_class (box, "sign");
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (label_new (ask, NULL)));
  gtk_box_append (GTK_BOX (lines), self->flow);
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->since_revealer));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), ask);
  lum_widget_set_label (GTK_WIDGET (self), ask);
  add_answers (self, ask, only_yes_or_no);
  return GTK_WIDGET (self);
}

/**
 * lum_sign_row_set_note:
 * @note: why nothing can be answered here
 *
 * Shows a note instead of the answers: it is open already.
 */
void
lum_sign_row_set_note (LumSignRow *self, const char *note)
{
  g_return_if_fail (LUM_IS_SIGN_ROW (self));

  gtk_widget_set_visible (self->flow, FALSE);
  show_note (self, note);
}

/**
 * lum_sign_row_set_hint:
 * @hint: how it was answered before
 *
 * Shows a line until something is answered.
 */
void
lum_sign_row_set_hint (LumSignRow *self, const char *hint)
{
  g_return_if_fail (LUM_IS_SIGN_ROW (self));

  show_note (self, hint);
}

/**
 * lum_sign_row_set_old_note:
 * @note: what to know before answering that it is old and checked
 */
void
lum_sign_row_set_old_note (LumSignRow *self, const char *note)
{
  g_return_if_fail (LUM_IS_SIGN_ROW (self));

  g_free (self->old_note);
  self->old_note = g_strdup (note);
}

const char *
lum_sign_row_get_question (LumSignRow *self)
{
  g_return_val_if_fail (LUM_IS_SIGN_ROW (self), NULL);

  return self->question;
}

/**
 * lum_sign_row_get_answer:
 *
 * Returns: a LumSafetyWord, or LUM_INT_NONE where nothing was answered
 */
int
lum_sign_row_get_answer (LumSignRow *self)
{
  g_return_val_if_fail (LUM_IS_SIGN_ROW (self), LUM_INT_NONE);

  for (int answer = 0; answer < N_ANSWERS; answer++)
    if (self->answers[answer] && gtk_toggle_button_get_active (self->answers[answer]))
      return answer;
  return LUM_INT_NONE;
}

/**
 * lum_sign_row_set_answer:
 *
 * As if it had been pressed. A line that is open already has no answers to press.
 */
void
lum_sign_row_set_answer (LumSignRow *self, LumSafetyWord answer)
{
  g_return_if_fail (LUM_IS_SIGN_ROW (self) && answer < N_ANSWERS);

  if (self->answers[answer] && gtk_widget_get_visible (self->flow))
    gtk_toggle_button_set_active (self->answers[answer], TRUE);
}

/**
 * lum_sign_row_get_since:
 *
 * Returns: since when the sign is there; LUM_DAY_NONE where that was left open, or it is not there
 */
LumDay
lum_sign_row_get_since (LumSignRow *self)
{
  g_return_val_if_fail (LUM_IS_SIGN_ROW (self), LUM_DAY_NONE);

  return self->since && lum_sign_row_get_answer (self) > LUM_SAFETY_NO ? lum_day_row_get_day (self->since)
                                                                       : LUM_DAY_NONE;
}
