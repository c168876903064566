/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-score-row.h"

#include "lum-even-layout.h"
#include "lum-i18n.h"
#include "lum-record.h"
#include "lum-ui-words.h"

#define N_SCORES 11
#define N_UPPER 6 /* of the two rows */
#define GAP 6
#define TEN_WITHIN_US G_USEC_PER_SEC

struct _LumScoreRow {
  GtkWidget parent_instance;

  GtkWidget *buttons[N_SCORES];
  int saved;              /* LUM_INT_NONE: nothing */
  char *lowest, *highest; /* how 0 and 10 are read out, where they are not of pain; else NULL */
  gint64 one_typed;       /* when a 1 was typed that a 0 may follow; 0: none */
};

G_DEFINE_FINAL_TYPE (LumScoreRow, lum_score_row, GTK_TYPE_WIDGET)

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
show_saved (LumScoreRow *self)
{
  for (int i = 0; i < N_SCORES; i++) {
    GtkToggleButton *button = GTK_TOGGLE_BUTTON (self->buttons[i]);

    if (gtk_toggle_button_get_active (button) != (i == self->saved))
      gtk_toggle_button_set_active (button, i == self->saved);
  }
}

static void
choose (LumScoreRow *self, int score)
{
  gtk_widget_grab_focus (self->buttons[score]);
  g_signal_emit (self, signals[CHOSEN], 0, score);
}

static void
clicked_cb (GtkButton *button, LumScoreRow *self)
{
  int score = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "score"));

  show_saved (self);
  self->one_typed = 0;
  choose (self, score);
}

/**
 * lum_score_from_key:
 * @digit: (out): 0 to 9
 *
 * The digit that a key stands for: by its meaning, so that the keypad, AZERTY and Arabic digits count.
 */
gboolean
lum_score_from_key (guint keyval, GdkModifierType state, int *digit)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK))
    return FALSE;
  *digit = g_unichar_digit_value (gdk_keyval_to_unicode (keyval));
  return *digit >= 0;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint code, GdkModifierType state, LumScoreRow *self)
{
  gint64 now = g_get_monotonic_time ();
  int score;

  if (!lum_score_from_key (keyval, state, &score))
    return GDK_EVENT_PROPAGATE;
  if (score == 0 && self->one_typed && now - self->one_typed <= TEN_WITHIN_US)
    score = 10;
  self->one_typed = score == 1 ? now : 0;
  choose (self, score);
  return GDK_EVENT_STOP;
}

static gboolean
lum_score_row_grab_focus (GtkWidget *widget)
{
  LumScoreRow *self = LUM_SCORE_ROW (widget);

  return gtk_widget_grab_focus (self->buttons[self->saved == LUM_INT_NONE ? 0 : self->saved]);
}

/* One stop for Tab; the arrow keys go from button to button. */
static gboolean
lum_score_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return !gtk_widget_get_focus_child (widget) && gtk_widget_grab_focus (widget);
  return GTK_WIDGET_CLASS (lum_score_row_parent_class)->focus (widget, direction);
}

static void
lum_score_row_dispose (GObject *object)
{
  LumScoreRow *self = LUM_SCORE_ROW (object);

  for (int i = 0; i < N_SCORES; i++)
    g_clear_pointer (&self->buttons[i], gtk_widget_unparent);

  G_OBJECT_CLASS (lum_score_row_parent_class)->dispose (object);
}

static void
lum_score_row_finalize (GObject *object)
{
  LumScoreRow *self = LUM_SCORE_ROW (object);

  g_free (self->lowest);
  g_free (self->highest);

  G_OBJECT_CLASS (lum_score_row_parent_class)->finalize (object);
}

static void
lum_score_row_class_init (LumScoreRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lum_score_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = lum_score_row_finalize;
  widget_class->grab_focus = lum_score_row_grab_focus;
  widget_class->focus = lum_score_row_focus;
  gtk_widget_class_set_css_name (widget_class, "scorerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * LumScoreRow::chosen:
   * @score: 0 to 10
   *
   * A score was chosen, by click or digit.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
name_button (LumScoreRow *self, int score, const char *saved_for)
{
  g_autofree char *label = NULL;

  if (score == self->saved && saved_for)
    label = g_strdup (saved_for);
  else if (score == 0)
    label = g_strdup (self->lowest ? self->lowest : _ ("0, no pain"));
  else if (score == 10)
    label = g_strdup (self->highest ? self->highest : _ ("10, the worst pain imaginable"));
  else
    label = g_strdup_printf ("%d", score);
  lum_widget_set_label (self->buttons[score], label);
}

static void
lum_score_row_init (LumScoreRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->saved = LUM_INT_NONE;
  gtk_widget_set_layout_manager (GTK_WIDGET (self), lum_even_layout_new (N_UPPER, GAP, 44, 44));
  for (int i = 0; i < N_SCORES; i++) {
    char text[4];

    g_snprintf (text, sizeof text, "%d", i);
    self->buttons[i] = gtk_toggle_button_new_with_label (text);
    g_object_set_data (G_OBJECT (self->buttons[i]), "score", GINT_TO_POINTER (i));
    gtk_widget_add_css_class (self->buttons[i], "score");
    gtk_widget_add_css_class (self->buttons[i], "numeric");
    gtk_widget_add_css_class (self->buttons[i], lum_score_get_css_class (i));
    g_signal_connect (self->buttons[i], "clicked", G_CALLBACK (clicked_cb), self);
    gtk_widget_set_parent (self->buttons[i], GTK_WIDGET (self));
    name_button (self, i, NULL);
  }
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
lum_score_row_new (void)
{
  return g_object_new (LUM_TYPE_SCORE_ROW, NULL);
}

/**
 * lum_score_row_new_plain:
 * @lowest: how a screen reader names the 0, "0, unable"
 * @highest: likewise the 10
 *
 * Scores of something else than pain, without its colours.
 */
GtkWidget *
lum_score_row_new_plain (const char *lowest, const char *highest)
{
  LumScoreRow *self = g_object_new (LUM_TYPE_SCORE_ROW, NULL);

  self->lowest = g_strdup (lowest);
  self->highest = g_strdup (highest);
  for (int i = 0; i < N_SCORES; i++) {
    gtk_widget_remove_css_class (self->buttons[i], lum_score_get_css_class (i));
    gtk_widget_add_css_class (self->buttons[i], "plain");
    name_button (self, i, NULL);
  }
  return GTK_WIDGET (self);
}

/**
 * lum_score_row_set_saved:
 * @score: 0 to 10, or LUM_INT_NONE
 * @saved_for: (nullable): how a screen reader names the pressed button, "3, saved for today"
 *
 * Presses the button of the answer that is on record.
 */
void
lum_score_row_set_saved (LumScoreRow *self, int score, const char *saved_for)
{
  g_return_if_fail (LUM_IS_SCORE_ROW (self));

  int before = self->saved;

  self->saved = score >= 0 && score < N_SCORES ? score : LUM_INT_NONE;
  if (before != LUM_INT_NONE)
    name_button (self, before, NULL);
  if (self->saved != LUM_INT_NONE)
    name_button (self, self->saved, saved_for);
  show_saved (self);
}

int
lum_score_row_get_saved (LumScoreRow *self)
{
  g_return_val_if_fail (LUM_IS_SCORE_ROW (self), LUM_INT_NONE);

  return self->saved;
}
