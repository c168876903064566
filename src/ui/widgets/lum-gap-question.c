/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-gap-question.h"

#include "lum-day-picker.h"
#include "lum-i18n.h"
#include "lum-parameters.h"
#include "lum-prompt.h"
#include "lum-record-pain.h"
#include "lum-ui-words.h"
#include "lum-wrap-box.h"

struct _LumGapQuestion {
  AdwBin parent_instance;

  LumUiContext *context;
  LumDay first, last; /* LUM_DAY_NONE: nothing to ask */
  GtkLabel *text;
  GtkWidget *answers;
  GtkWidget *fill_in;
  GtkWidget *fine_since;
  LumDayPicker *picker;
};

G_DEFINE_FINAL_TYPE (LumGapQuestion, lum_gap_question, ADW_TYPE_BIN)

enum { FILL_IN, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
answer (LumGapQuestion *self, LumDay first, LumGapWord word)
{
  LumDay last = self->last;
  g_autofree char *from = lum_day_format (first, LUM_DAY_FORMAT_SHORT);
  g_autofree char *to = lum_day_format (last, LUM_DAY_FORMAT_SHORT);
  /* Translators: two dates and an answer such as "On and off" */
  g_autofree char *toast = g_strdup_printf (_ ("%s to %s: %s"), from, to, lum_gap_get_label (word));

  self->first = self->last = LUM_DAY_NONE; /* once; it goes when the diary has it */
  lum_ui_context_commit (self->context, GTK_WIDGET (self),
                         lum_record_gap (lum_ui_context_get_journal (self->context), first, last, word), toast);
}

static void
answered_cb (GtkButton *button, LumGapQuestion *self)
{
  if (self->first != LUM_DAY_NONE)
    answer (self, self->first, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "word")));
}

static void
skip_cb (LumGapQuestion *self)
{
  LumDay first = self->first, last = self->last;

  if (first == LUM_DAY_NONE)
    return;
  self->first = self->last = LUM_DAY_NONE;
  lum_ui_context_commit (self->context, GTK_WIDGET (self),
                         lum_record_silence_skipped (lum_ui_context_get_journal (self->context), first, last),
                         _ ("Skipped; these days stay a gap"));
}

static void
fine_since_cb (LumGapQuestion *self)
{
  LumDay since = lum_day_picker_get_day (self->picker);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->fine_since));
  if (self->first != LUM_DAY_NONE)
    answer (self, CLAMP (since, self->first, self->last), LUM_GAP_FINE);
}

static void
day_chosen_cb (LumGapQuestion *self, int n_press)
{
  if (n_press == 2)
    fine_since_cb (self);
}

static void
fill_in_cb (LumGapQuestion *self)
{
  if (self->first != LUM_DAY_NONE)
    g_signal_emit (self, signals[FILL_IN], 0, self->first);
}

static void
append (LumGapQuestion *self, GtkWidget *widget)
{
  lum_wrap_box_append (LUM_WRAP_BOX (self->answers), widget);
}

static void
append_word (LumGapQuestion *self, const char *label, LumGapWord word)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data (G_OBJECT (button), "word", GINT_TO_POINTER (word));
  g_signal_connect (button, "clicked", G_CALLBACK (answered_cb), self);
  append (self, button);
}

static GtkWidget *
fine_since_new (LumGapQuestion *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *done = gtk_button_new_with_mnemonic (_ ("_Fine Since Then"));

  self->picker = LUM_DAY_PICKER (lum_day_picker_new ());
  lum_day_picker_set_range (self->picker, self->first, self->last);
  g_signal_connect_object (self->picker, "chosen", G_CALLBACK (day_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (done, "clicked", G_CALLBACK (fine_since_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->picker));
  gtk_box_append (GTK_BOX (box), done);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Fine, since about…"));
  lum_widget_set_label (button, _ ("Fine, since about…"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  return button;
}

static GtkWidget *
skip_new (LumGapQuestion *self)
{
  GtkWidget *button = gtk_button_new_with_label (C_ ("silence", "Skip"));

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (skip_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
lum_gap_question_dispose (GObject *object)
{
  g_clear_object (&LUM_GAP_QUESTION (object)->context);

  G_OBJECT_CLASS (lum_gap_question_parent_class)->dispose (object);
}

static void
lum_gap_question_class_init (LumGapQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lum_gap_question_dispose;

  signals[FILL_IN] = g_signal_new ("fill-in", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
lum_gap_question_init (LumGapQuestion *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *text = gtk_label_new (NULL);

  self->first = self->last = LUM_DAY_NONE;
  self->text = GTK_LABEL (text);
  gtk_label_set_wrap (self->text, TRUE);
  gtk_label_set_xalign (self->text, 0);
  self->answers = lum_wrap_box_new (6);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "message");
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), self->answers);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
lum_gap_question_new (LumUiContext *context)
{
  LumGapQuestion *self = g_object_new (LUM_TYPE_GAP_QUESTION, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

/**
 * lum_gap_question_set_gap:
 * @first: the first silent day, or LUM_DAY_NONE for nothing to ask
 * @last: the last one
 *
 * Asks about days.
 */
void
lum_gap_question_set_gap (LumGapQuestion *self, LumDay first, LumDay last)
{
  g_return_if_fail (LUM_IS_GAP_QUESTION (self));

  gtk_widget_set_visible (GTK_WIDGET (self), first != LUM_DAY_NONE);
  if (first == self->first && last == self->last)
    return;
  self->first = first;
  self->last = last;
  if (first == LUM_DAY_NONE)
    return;

  lum_wrap_box_clear (LUM_WRAP_BOX (self->answers));

  g_autofree char *from = lum_day_format (first, LUM_DAY_FORMAT_WEEKDAY);
  g_autofree char *to = lum_day_format (last, LUM_DAY_FORMAT_WEEKDAY);
  g_autofree char *text = NULL;
  gboolean short_gap =
      last - first + 1 <= LUM_P_SCORE_BACK && first > lum_ui_context_get_today (self->context) - LUM_P_SCORE_BACK;

  if (short_gap) {
    GtkWidget *fill_in = gtk_button_new_with_mnemonic (_ ("_Fill In Each Day"));

    g_signal_connect_object (fill_in, "clicked", G_CALLBACK (fill_in_cb), self, G_CONNECT_SWAPPED);
    append (self, fill_in);
    append_word (self, lum_gap_get_label (LUM_GAP_HURT), LUM_GAP_HURT);
    append_word (self, lum_gap_get_label (LUM_GAP_FINE), LUM_GAP_FINE);
    append_word (self, lum_gap_get_label (LUM_GAP_ON_AND_OFF), LUM_GAP_ON_AND_OFF);
    append_word (self, lum_gap_get_label (LUM_GAP_UNSURE), LUM_GAP_UNSURE);
    /* Translators: the first and the last silent day */
    text = g_strdup_printf (_ ("Nothing logged %s – %s. Type a digit for each, or say how your back was:"), from, to);
  } else {
    g_autofree char *before = lum_day_format (first - 1, LUM_DAY_FORMAT_SHORT);

    self->fine_since = fine_since_new (self);
    lum_day_picker_set_day (self->picker, first);
    append (self, self->fine_since);
    append_word (self, lum_gap_get_label (LUM_GAP_ON_AND_OFF), LUM_GAP_ON_AND_OFF);
    append_word (self, lum_gap_get_label (LUM_GAP_HURT), LUM_GAP_HURT);
    append (self, skip_new (self));
    if (last >= lum_ui_context_get_today (self->context) - 1)
      text = g_strdup_printf (_ ("Nothing logged since %s. How has your back been?"), before);
    else
      text = g_strdup_printf (_ ("Nothing logged %s – %s. How was your back?"), from, to);
  }
  gtk_label_set_text (self->text, text);
}
