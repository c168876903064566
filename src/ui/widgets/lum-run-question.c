/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-run-question.h"

#include <math.h>

#include "lum-i18n.h"
#include "lum-prompt.h"
#include "lum-score-row.h"
#include "lum-ui-words.h"

/* When both are answered it stays this long: the second digit of 10, or another thought, still belongs to it. */
#define LINGER_MS 2500

enum { DURING, AFTER, N_PARTS };

struct _LumRunQuestion {
  AdwBin parent_instance;

  LumUiContext *context;
  char *run_id; /* NULL: nothing is asked */
  guint linger_id;

  GtkLabel *text;
  GtkWidget *parts[N_PARTS];
  LumScoreRow *rows[N_PARTS];
};

G_DEFINE_FINAL_TYPE (LumRunQuestion, lum_run_question, ADW_TYPE_BIN)

static const LumMoment moments[N_PARTS] = {LUM_MOMENT_DURING_RUN, LUM_MOMENT_AFTER_RUN};

enum { DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

typedef struct {
  char *run_id;
  LumMoment moment;
  int score;
} Answer;

static void
answer_free (gpointer data)
{
  g_free (((Answer *) data)->run_id);
  g_free (data);
}

static LumChangeSet *
make_answer (LumUiContext *context, gpointer data, GError **error)
{
  Answer *answer = data;

  return lum_record_run_pain (lum_ui_context_get_journal (context), answer->run_id, answer->moment, answer->score);
}

static void
chosen_cb (LumRunQuestion *self, int score, LumScoreRow *row)
{
  int part = row == self->rows[DURING] ? DURING : AFTER;
  g_autofree char *toast = part == DURING ? g_strdup_printf (_ ("Saved %d for while running"), score)
                                          : g_strdup_printf (_ ("Saved %d for after the run"), score);

  if (!self->run_id)
    return;

  Answer *answer = g_new0 (Answer, 1);

  answer->run_id = g_strdup (self->run_id);
  answer->moment = moments[part];
  answer->score = score;
  lum_score_row_set_saved (row, score, toast);
  lum_ui_context_commit_later (self->context, GTK_WIDGET (self), make_answer, answer, answer_free, toast);
}

static void
skip_cb (LumRunQuestion *self)
{
  if (self->run_id)
    lum_ui_context_commit (self->context, GTK_WIDGET (self),
                           lum_record_run_skipped (lum_ui_context_get_journal (self->context), self->run_id),
                           _ ("You will not be asked about this run again"));
}

static void
forget (LumRunQuestion *self)
{
  g_clear_handle_id (&self->linger_id, g_source_remove);
  g_clear_pointer (&self->run_id, g_free);
}

static gboolean
lingered_cb (gpointer user_data)
{
  LumRunQuestion *self = user_data;

  self->linger_id = 0;
  forget (self);
  g_signal_emit (self, signals[DONE], 0);
  return G_SOURCE_REMOVE;
}

/* "Yesterday’s 6.1 km: how was your back?" */
static char *
describe (LumRunQuestion *self, const LumRun *run)
{
  gboolean today = run->day == lum_ui_context_get_today (self->context);

  if (isnan (run->distance_m))
    return g_strdup (today ? _ ("Today’s run: how was your back?") : _ ("Yesterday’s run: how was your back?"));

  g_autofree char *distance = lum_format_distance (run->distance_m, lum_ui_context_get_units (self->context));

  /* Translators: %s is the distance of a run with its unit, "6.1 km" */
  return g_strdup_printf (today ? _ ("Today’s %s: how was your back?") : _ ("Yesterday’s %s: how was your back?"),
                          distance);
}

static void
show_saved (LumRunQuestion *self)
{
  for (int i = 0; i < N_PARTS; i++) {
    int score = lum_prompt_get_run_score (lum_ui_context_get_diary (self->context), self->run_id, moments[i]);
    /* Translators: what a screen reader says of the pressed score button */
    g_autofree char *saved = g_strdup_printf (_ ("%d, saved for this run"), score);

    lum_score_row_set_saved (self->rows[i], score, saved);
  }
}

static gboolean
is_answered (LumRunQuestion *self)
{
  LumDiary *diary = lum_ui_context_get_diary (self->context);

  return lum_prompt_get_run_score (diary, self->run_id, LUM_MOMENT_DURING_RUN) != LUM_INT_NONE &&
         lum_prompt_get_run_score (diary, self->run_id, LUM_MOMENT_AFTER_RUN) != LUM_INT_NONE;
}

/* --- building --- */

static GtkWidget *
label_new (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
part_new (LumRunQuestion *self, int part, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->rows[part] = LUM_SCORE_ROW (lum_score_row_new ());
  lum_widget_set_label (GTK_WIDGET (self->rows[part]), text);
  g_signal_connect_object (self->rows[part], "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label_new (text, "caption-heading"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rows[part]));
  self->parts[part] = box;
  return box;
}

/* Two rows of scores that most starts need not have. */
static void
build (LumRunQuestion *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *skip = gtk_button_new_with_label (C_ ("after a run", "Skip"));

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "message");
  self->text = GTK_LABEL (label_new (NULL, "heading"));
  gtk_widget_add_css_class (skip, "flat");
  gtk_widget_set_halign (skip, GTK_ALIGN_START);
  g_signal_connect_object (skip, "clicked", G_CALLBACK (skip_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (box), part_new (self, DURING, _ ("Worst while running")));
  gtk_box_append (GTK_BOX (box), part_new (self, AFTER, _ ("Worst in the two hours after")));
  gtk_box_append (GTK_BOX (box), skip);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
lum_run_question_dispose (GObject *object)
{
  LumRunQuestion *self = LUM_RUN_QUESTION (object);

  forget (self);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (lum_run_question_parent_class)->dispose (object);
}

static void
lum_run_question_class_init (LumRunQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lum_run_question_dispose;

  /**
   * LumRunQuestion::done:
   *
   * Both were answered, a moment ago.
   */
  signals[DONE] =
      g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lum_run_question_init (LumRunQuestion *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
lum_run_question_new (LumUiContext *context)
{
  LumRunQuestion *self = g_object_new (LUM_TYPE_RUN_QUESTION, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

/**
 * lum_run_question_update:
 *
 * Takes up the run to ask about, as the diary and the hour stand. Whether it is seen is for its owner to say.
 *
 * Returns: whether there is something to ask
 */
gboolean
lum_run_question_update (LumRunQuestion *self)
{
  g_return_val_if_fail (LUM_IS_RUN_QUESTION (self), FALSE);

  LumRunPrompt prompt;
  gboolean asks =
      lum_prompt_find_run (lum_ui_context_get_diary (self->context), lum_ui_context_get_clock (self->context), &prompt);

  if (asks && g_strcmp0 (prompt.run->base.id, self->run_id) != 0) {
    g_autofree char *text = describe (self, prompt.run);

    if (!self->text)
      build (self);
    forget (self);
    self->run_id = g_strdup (prompt.run->base.id);
    gtk_label_set_text (self->text, text);
    gtk_widget_set_visible (self->parts[DURING], prompt.during);
    gtk_widget_set_visible (self->parts[AFTER], prompt.after);
  } else if (asks) {
    g_clear_handle_id (&self->linger_id, g_source_remove);
  } else if (self->run_id && gtk_widget_get_mapped (GTK_WIDGET (self)) && is_answered (self)) {
    if (!self->linger_id)
      self->linger_id = g_timeout_add (LINGER_MS, lingered_cb, self);
  } else {
    forget (self);
  }
  if (!self->run_id)
    return FALSE;
  show_saved (self);
  return TRUE;
}
