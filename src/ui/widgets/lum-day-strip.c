/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-day-strip.h"

#include <math.h>

#include "lum-even-layout.h"
#include "lum-i18n.h"
#include "lum-record-pain.h"
#include "lum-score-row.h"
#include "lum-ui-words.h"

#define N_DAYS 14

struct _LumDayStrip {
  AdwBin parent_instance;

  LumUiContext *context;
  GtkWidget *days[N_DAYS]; /* oldest first */
  GtkWidget *weekdays[N_DAYS];
  GtkWidget *scores[N_DAYS];
  int shown[N_DAYS]; /* the score on it, LUM_INT_NONE for a gap */
  GtkWidget *revealer;
  GtkLabel *chosen_label; /* NULL until a day was chosen, as is the row */
  LumScoreRow *row;
  LumDay last;   /* the day of the last cell */
  LumDay chosen; /* or LUM_DAY_NONE */
};

G_DEFINE_FINAL_TYPE (LumDayStrip, lum_day_strip, ADW_TYPE_BIN)

static void score_chosen_cb (LumScoreRow *row, int score, LumDayStrip *self);

static LumDay
day_of (LumDayStrip *self, int i)
{
  return self->last - (N_DAYS - 1) + i;
}

/* What a cell shows and says: the day's score as the chart has it (C(d)), which is what an answer here changes. */
static void
show_score (LumDayStrip *self, int i, int score, int highest)
{
  LumDay day = day_of (self, i);
  g_autofree char *date = lum_day_format (day, LUM_DAY_FORMAT_WEEKDAY);
  g_autofree char *short_date = lum_day_format (day, LUM_DAY_FORMAT_SHORT);
  g_autofree char *text = score == LUM_INT_NONE ? g_strdup ("–") : g_strdup_printf ("%d", score);
  g_autofree char *label = NULL, *tooltip = NULL;

  if (score == LUM_INT_NONE)
    label = g_strdup_printf (_ ("%s, nothing logged"), date);
  else if (highest != LUM_INT_NONE && highest != score)
    /* Translators: a day of the last two weeks for a screen reader: date, score, highest score */
    label = g_strdup_printf (_ ("%s, %d on average, %d at its highest"), date, score, highest);
  else
    /* Translators: a day of the last two weeks for a screen reader: date, score */
    label = g_strdup_printf (_ ("%s, %d"), date, score);
  if (score != LUM_INT_NONE && highest != LUM_INT_NONE && highest != score)
    /* Translators: date, score, highest score */
    tooltip = g_strdup_printf (_ ("%s: %d on average, highest %d"), short_date, score, highest);

  gtk_label_set_text (GTK_LABEL (self->scores[i]), text);
  gtk_widget_remove_css_class (self->scores[i], lum_score_get_css_class (self->shown[i]));
  gtk_widget_add_css_class (self->scores[i], lum_score_get_css_class (score));
  gtk_widget_set_tooltip_text (self->days[i], tooltip ? tooltip : short_date);
  lum_widget_set_label (self->days[i], label);
  self->shown[i] = score;
}

/* Where a chosen day is answered; built when the first one is. */
static void
build_answer (LumDayStrip *self)
{
  GtkWidget *answer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->chosen_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->chosen_label, 0);
  gtk_label_set_wrap (self->chosen_label, TRUE);
  self->row = LUM_SCORE_ROW (lum_score_row_new ());
  g_signal_connect (self->row, "chosen", G_CALLBACK (score_chosen_cb), self);
  gtk_box_append (GTK_BOX (answer), GTK_WIDGET (self->chosen_label));
  gtk_box_append (GTK_BOX (answer), GTK_WIDGET (self->row));
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), answer);
}

static void
show_chosen (LumDayStrip *self)
{
  for (int i = 0; i < N_DAYS; i++) {
    if (day_of (self, i) == self->chosen)
      gtk_widget_add_css_class (self->days[i], "chosen");
    else
      gtk_widget_remove_css_class (self->days[i], "chosen");
  }
  if (self->chosen != LUM_DAY_NONE && !self->row)
    build_answer (self);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), self->chosen != LUM_DAY_NONE);
  if (self->chosen == LUM_DAY_NONE)
    return;

  int score = self->shown[self->chosen - day_of (self, 0)];
  g_autofree char *date = lum_day_format (self->chosen, LUM_DAY_FORMAT_FULL);
  /* Translators: %s is a date with its weekday */
  g_autofree char *text = g_strdup_printf (_ ("%s, on average"), date);
  g_autofree char *saved = g_strdup_printf (_ ("%d, saved for %s"), score, date);

  gtk_label_set_text (self->chosen_label, text);
  lum_widget_set_label (GTK_WIDGET (self->row), text);
  lum_score_row_set_saved (self->row, score, saved);
}

/* The next day without a score towards today. */
static LumDay
find_next_gap (LumDayStrip *self, LumDay after)
{
  int start = after - day_of (self, 0);

  for (int at = start + 1; at < N_DAYS; at++)
    if (self->shown[at] == LUM_INT_NONE)
      return day_of (self, at);
  return LUM_DAY_NONE;
}

typedef struct {
  LumDay day;
  int score;
} Answer;

static LumChangeSet *
make_answer (LumUiContext *context, gpointer data, GError **error)
{
  Answer *answer = data;

  return lum_record_pain (lum_ui_context_get_journal (context), answer->day, LUM_MOMENT_AVERAGE, answer->score);
}

static void
save (LumDayStrip *self, LumDay day, int score)
{
  Answer *answer = g_new0 (Answer, 1);
  g_autofree char *date = lum_day_format (day, LUM_DAY_FORMAT_WEEKDAY);
  /* Translators: a score and a date */
  g_autofree char *toast = g_strdup_printf (_ ("Saved %d for %s"), score, date);

  answer->day = day;
  answer->score = score;
  lum_ui_context_commit_later (self->context, GTK_WIDGET (self), make_answer, answer, g_free, toast);
}

static void
focus_day (LumDayStrip *self, LumDay day)
{
  if (day >= day_of (self, 0) && day <= self->last)
    gtk_widget_grab_focus (self->days[day - day_of (self, 0)]);
}

static void
answer_chosen (LumDayStrip *self, int score)
{
  LumDay day = self->chosen;

  if (day == LUM_DAY_NONE)
    return;
  save (self, day, score);
  show_score (self, day - day_of (self, 0), score, LUM_INT_NONE); /* at once; the diary confirms it */

  LumDay next = find_next_gap (self, day);

  /* A 1 may become a 10: the day is left with the next digit only. */
  if (score != 1 && next != LUM_DAY_NONE) {
    self->chosen = next;
    focus_day (self, next);
  }
  show_chosen (self);
}

static void
score_chosen_cb (LumScoreRow *row, int score, LumDayStrip *self)
{
  answer_chosen (self, score);
}

static void
day_clicked_cb (GtkButton *button, LumDayStrip *self)
{
  int i = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "index"));
  LumDay day = day_of (self, i);

  self->chosen = day == self->chosen ? LUM_DAY_NONE : day;
  show_chosen (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint code, GdkModifierType state, LumDayStrip *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  int digit, at = -1;

  for (int i = 0; i < N_DAYS; i++)
    if (focus == self->days[i])
      at = i;
  if (at < 0)
    return GDK_EVENT_PROPAGATE;

  if (lum_score_from_key (keyval, state, &digit)) {
    /* 1 then 0: the cell that shows the fresh 1 takes it. */
    if (digit == 0 && self->shown[at] == 1 && self->chosen == day_of (self, at) &&
        gtk_widget_has_css_class (self->days[at], "fresh"))
      digit = 10;
    gtk_widget_remove_css_class (self->days[at], "fresh");
    self->chosen = day_of (self, at);
    answer_chosen (self, digit);
    if (digit == 1)
      gtk_widget_add_css_class (self->days[at], "fresh");
    return GDK_EVENT_STOP;
  }
  return GDK_EVENT_PROPAGATE;
}

static void
lum_day_strip_dispose (GObject *object)
{
  g_clear_object (&LUM_DAY_STRIP (object)->context);

  G_OBJECT_CLASS (lum_day_strip_parent_class)->dispose (object);
}

static void
lum_day_strip_class_init (LumDayStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lum_day_strip_dispose;
}

static GtkWidget *
day_button_new (LumDayStrip *self, int i)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->weekdays[i] = gtk_label_new (NULL);
  self->scores[i] = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->weekdays[i], "caption");
  gtk_widget_add_css_class (self->scores[i], "cell");
  gtk_widget_add_css_class (self->scores[i], "numeric");
  gtk_box_append (GTK_BOX (box), self->weekdays[i]);
  gtk_box_append (GTK_BOX (box), self->scores[i]);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "strip-day");
  g_object_set_data (G_OBJECT (button), "index", GINT_TO_POINTER (i));
  g_signal_connect (button, "clicked", G_CALLBACK (day_clicked_cb), self);
  return button;
}

static void
lum_day_strip_init (LumDayStrip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *strip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *title = gtk_label_new (_ ("The Last Two Weeks"));
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->chosen = LUM_DAY_NONE;
  gtk_widget_set_layout_manager (strip, lum_even_layout_new (7, 2, 38, 44));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (box), title);

  for (int i = 0; i < N_DAYS; i++) {
    self->days[i] = day_button_new (self, i);
    self->shown[i] = LUM_INT_NONE;
    gtk_box_append (GTK_BOX (strip), self->days[i]);
  }
  gtk_box_append (GTK_BOX (box), strip);

  self->revealer = gtk_revealer_new ();
  gtk_box_append (GTK_BOX (box), self->revealer);

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (strip, keys);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
lum_day_strip_new (LumUiContext *context)
{
  LumDayStrip *self = g_object_new (LUM_TYPE_DAY_STRIP, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

/**
 * lum_day_strip_update:
 *
 * Shows the diary as it stands.
 */
void
lum_day_strip_update (LumDayStrip *self)
{
  g_return_if_fail (LUM_IS_DAY_STRIP (self));

  LumDiary *diary = lum_ui_context_get_diary (self->context);

  self->last = lum_ui_context_get_today (self->context);
  if (self->chosen != LUM_DAY_NONE && self->chosen < day_of (self, 0))
    self->chosen = LUM_DAY_NONE;

  for (int i = 0; i < N_DAYS; i++) {
    LumDay day = day_of (self, i);
    const LumDaySummary *summary = lum_diary_find_day (diary, day);
    g_autofree char *weekday = lum_day_format (day, LUM_DAY_FORMAT_WEEKDAY_ALONE);

    gtk_label_set_text (GTK_LABEL (self->weekdays[i]), weekday);
    if (summary && summary->n_entries > 0)
      show_score (self, i, (int) floor (summary->chart + 0.5), summary->highest);
    else
      show_score (self, i, LUM_INT_NONE, LUM_INT_NONE);
  }
  show_chosen (self);
}

/**
 * lum_day_strip_choose:
 * @day: one of the last fourteen
 *
 * Goes to a day, as if it had been clicked: the next digit is its score.
 */
void
lum_day_strip_choose (LumDayStrip *self, LumDay day)
{
  g_return_if_fail (LUM_IS_DAY_STRIP (self));

  if (day < day_of (self, 0) || day > self->last)
    return;
  self->chosen = day;
  show_chosen (self);
  focus_day (self, day);
}
