/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-onset-question.h"

#include "lum-day-picker.h"
#include "lum-details-form.h"
#include "lum-i18n.h"
#include "lum-parameters.h"
#include "lum-prompt.h"
#include "lum-record-pain.h"
#include "lum-ui-words.h"
#include "lum-wrap-box.h"

struct _LumOnsetQuestion {
  AdwBin parent_instance;

  LumUiContext *context;
  GtkWidget *start_box; /* NULL until something is asked, as is all below */
  GtkWidget *how_box;
  GtkWidget *earlier;
  LumDayPicker *picker;
  gboolean asks_how; /* the first half was answered just now */
};

G_DEFINE_FINAL_TYPE (LumOnsetQuestion, lum_onset_question, ADW_TYPE_BIN)

enum { DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

/* Today's entry that the answer is written with: the newest one with pain. */
static const LumPainEntry *
find_entry (LumUiContext *context)
{
  LumDiary *diary = lum_ui_context_get_diary (context);
  const LumDaySummary *day = lum_diary_find_day (diary, lum_ui_context_get_today (context));
  gsize n;
  const LumPainEntry *entries = lum_diary_get_pain (diary, &n);

  for (guint i = day ? day->n_entries : 0; i > 0; i--)
    if (entries[day->first_entry + i - 1].score >= LUM_P_PAIN_MIN)
      return &entries[day->first_entry + i - 1];
  return NULL;
}

static gboolean
was_skipped (LumDiary *diary, const LumBout *bout)
{
  gsize n;
  const LumCardRecord *cards = lum_diary_get_cards (diary, &n);

  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (cards[i].rule, LUM_RULE_ONSET) == 0 && cards[i].last >= bout->first)
      return TRUE;
  return FALSE;
}

/* What is worth asking about on the first day already (EP-5). */
static gboolean
is_strong_or_in_leg (LumDiary *diary, LumDay today)
{
  const LumDaySummary *day = lum_diary_find_day (diary, today);
  const LumDayDetail *detail = lum_find_day_detail (diary, today);

  return (day && day->n_entries > 0 && day->highest >= LUM_P_ONSET_PAIN) ||
         (detail && (detail->spread_thigh == 1 || detail->spread_below_knee == 1 || detail->leg_numb == 1));
}

/* Whether today is the second pain day of the bout, with nothing said about its onset yet; or a bad first one. */
static gboolean
is_to_be_asked (LumOnsetQuestion *self)
{
  LumDiary *diary = lum_ui_context_get_diary (self->context);
  LumFindings *findings = lum_ui_context_get_findings (self->context);
  const LumBout *bout = findings ? lum_status_get_current_bout (findings->status) : NULL;
  LumDay today = lum_ui_context_get_today (self->context);
  int n_pain_days = 0;
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (diary, &n);
  const LumPainEntry *entries = lum_diary_get_pain (diary, &n);

  if (!bout || bout->last != today || bout->onset_reported || !find_entry (self->context) || was_skipped (diary, bout))
    return FALSE;

  lum_diary_get_days (diary, &n);
  for (gsize i = lum_diary_find_first_day (diary, bout->first); i < n && days[i].day <= today; i++) {
    if (days[i].n_entries > 0 && days[i].highest >= LUM_P_PAIN_MIN)
      n_pain_days++;
    for (guint e = 0; e < days[i].n_entries; e++) {
      const LumPainEntry *entry = &entries[days[i].first_entry + e];

      if (entry->started != LUM_DAY_NONE || entry->how != LUM_INT_NONE)
        return FALSE;
    }
  }
  return n_pain_days == 2 || (n_pain_days == 1 && is_strong_or_in_leg (diary, today));
}

static void
save (LumOnsetQuestion *self, LumDay started, int how, const char *toast)
{
  const LumPainEntry *entry = find_entry (self->context);

  if (!entry)
    return;

  LumPainEntry changed = *entry;

  if (started != LUM_DAY_NONE)
    changed.started = started;
  if (how != LUM_INT_NONE)
    changed.how = how;
  lum_ui_context_commit (self->context, GTK_WIDGET (self),
                         lum_record_pain_entry (lum_ui_context_get_journal (self->context), &changed), toast);
}

static void
ask_how (LumOnsetQuestion *self)
{
  self->asks_how = TRUE;
  gtk_widget_set_visible (self->start_box, FALSE);
  gtk_widget_set_visible (self->how_box, TRUE);
}

static void
started_cb (GtkButton *button, LumOnsetQuestion *self)
{
  int days_ago = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "days-ago"));

  ask_how (self);
  save (self, lum_ui_context_get_today (self->context) - days_ago, LUM_INT_NONE, _ ("Saved when it started"));
}

static void
earlier_cb (LumOnsetQuestion *self)
{
  LumDay day = MIN (lum_day_picker_get_day (self->picker), lum_ui_context_get_today (self->context));

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->earlier));
  ask_how (self);
  save (self, day, LUM_INT_NONE, _ ("Saved when it started"));
}

static void
day_chosen_cb (LumOnsetQuestion *self, int n_press)
{
  if (n_press == 2)
    earlier_cb (self);
}

static void
how_cb (GtkButton *button, LumOnsetQuestion *self)
{
  self->asks_how = FALSE;
  save (self, LUM_DAY_NONE, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "how")), _ ("Saved how it began"));
}

static void
skip_cb (LumOnsetQuestion *self)
{
  LumFindings *findings = lum_ui_context_get_findings (self->context);
  const LumBout *bout = findings ? lum_status_get_current_bout (findings->status) : NULL;

  if (bout && !self->asks_how)
    lum_ui_context_commit (self->context, GTK_WIDGET (self),
                           lum_record_card_event (lum_ui_context_get_journal (self->context), LUM_RULE_ONSET, NULL,
                                                  bout->first, bout->last, LUM_CARD_DISMISSED, LUM_DAY_NONE),
                           NULL);
  self->asks_how = FALSE;
  g_signal_emit (self, signals[DONE], 0);
}

static void
append (GtkWidget *flow, GtkWidget *widget)
{
  lum_wrap_box_append (LUM_WRAP_BOX (flow), widget);
}

static GtkWidget *
choice_new (LumOnsetQuestion *self, const char *label, const char *key, int value, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data (G_OBJECT (button), key, GINT_TO_POINTER (value));
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
skip_new (LumOnsetQuestion *self)
{
  GtkWidget *button = gtk_button_new_with_label (C_ ("onset", "Skip"));

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (skip_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
earlier_new (LumOnsetQuestion *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *done = gtk_button_new_with_mnemonic (_ ("It _Started Then"));

  self->earlier = gtk_menu_button_new ();
  self->picker = LUM_DAY_PICKER (lum_day_picker_new ());
  lum_day_picker_set_range (self->picker, LUM_DAY_NONE, lum_ui_context_get_today (self->context));
  lum_day_picker_set_day (self->picker, lum_ui_context_get_today (self->context));
  g_signal_connect_object (self->picker, "chosen", G_CALLBACK (day_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (done, "clicked", G_CALLBACK (earlier_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->picker));
  gtk_box_append (GTK_BOX (box), done);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->earlier), C_ ("onset", "Earlier…"));
  lum_widget_set_label (self->earlier, C_ ("onset", "Earlier…"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->earlier), popover);
  return self->earlier;
}

static GtkWidget *
part_new (const char *text, GtkWidget **flow)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  *flow = lum_wrap_box_new (6);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), *flow);
  return box;
}

static void
lum_onset_question_dispose (GObject *object)
{
  g_clear_object (&LUM_ONSET_QUESTION (object)->context);

  G_OBJECT_CLASS (lum_onset_question_parent_class)->dispose (object);
}

static void
lum_onset_question_class_init (LumOnsetQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lum_onset_question_dispose;

  /**
   * LumOnsetQuestion::done:
   *
   * It was skipped.
   */
  signals[DONE] =
      g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* It is asked once in a bout, so it is built when it is. */
static void
build (LumOnsetQuestion *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *flow;

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "message");

  self->start_box = part_new (_ ("Did it start today?"), &flow);
  append (flow, choice_new (self, C_ ("onset", "Today"), "days-ago", 0, G_CALLBACK (started_cb)));
  append (flow, choice_new (self, C_ ("onset", "Yesterday"), "days-ago", 1, G_CALLBACK (started_cb)));
  append (flow, earlier_new (self));
  append (flow, skip_new (self));
  gtk_box_append (GTK_BOX (box), self->start_box);

  self->how_box = part_new (_ ("How did it begin?"), &flow);
  for (LumHow how = LUM_HOW_DURING_RUN; how <= LUM_HOW_GRADUALLY; how++)
    append (flow, choice_new (self, lum_how_get_label (how), "how", how, G_CALLBACK (how_cb)));
  append (flow, skip_new (self));
  gtk_widget_set_visible (self->how_box, FALSE);
  gtk_box_append (GTK_BOX (box), self->how_box);

  adw_bin_set_child (ADW_BIN (self), box);
}

static void
lum_onset_question_init (LumOnsetQuestion *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
lum_onset_question_new (LumUiContext *context)
{
  LumOnsetQuestion *self = g_object_new (LUM_TYPE_ONSET_QUESTION, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

/**
 * lum_onset_question_update:
 *
 * Asks, or stays silent, as the diary stands.
 */
void
lum_onset_question_update (LumOnsetQuestion *self)
{
  g_return_if_fail (LUM_IS_ONSET_QUESTION (self));

  if (self->asks_how) {
    gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
    return;
  }

  gboolean asks = is_to_be_asked (self);

  if (asks && !self->start_box)
    build (self);
  if (self->start_box) {
    gtk_widget_set_visible (self->start_box, TRUE);
    gtk_widget_set_visible (self->how_box, FALSE);
  }
  gtk_widget_set_visible (GTK_WIDGET (self), asks);
}
