/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-today-page.h"

#include "lum-i18n.h"
#include "lum-record-pain.h"
#include "lum-score-row.h"
#include "lum-today-rest.h"
#include "lum-ui-words.h"

/* The page that opens on the question. The question is built first and takes a digit before anything else is there;
 * what stands below it (LumTodayRest) follows when the first frame has been drawn. */
struct _LumTodayPage {
  AdwBin parent_instance;

  LumUiContext *context;
  LumQuestion asked;
  gboolean today_instead; /* between midnight and three: it is about the new day after all */
  LumDay instead_day;
  GtkWidget *rest;
  guint rest_id;
  GtkWindow *window; /* weak, while mapped */

  GtkBox *column;
  GtkLabel *date;
  GtkLabel *question;
  GtkLabel *scale;
  LumScoreRow *row;
  GtkWidget *today_instead_button;
};

G_DEFINE_FINAL_TYPE (LumTodayPage, lum_today_page, ADW_TYPE_BIN)

/* --- the question --- */

/* PM-1: decided when the window gains focus or the day changes, never under the pointer. */
static void
decide_question (LumTodayPage *self)
{
  LumClock *clock = lum_ui_context_get_clock (self->context);

  self->asked = lum_question_now (clock);
  if (self->asked.evening_before && self->today_instead && self->instead_day == lum_clock_get_today (clock)) {
    self->asked.day = self->instead_day;
    self->asked.moment = LUM_MOMENT_WAKING;
    self->asked.evening_before = FALSE;
  }
}

static void
show_question (LumTodayPage *self)
{
  g_autofree char *date = lum_day_format (self->asked.day, LUM_DAY_FORMAT_FULL);
  const char *question, *scale = _ ("0 = no pain, 10 = the worst pain imaginable.");

  if (self->asked.moment == LUM_MOMENT_WAKING) {
    question = _ ("How is your lower back this morning?");
  } else {
    question = _ ("How much pain have you had in your lower back today?");
    scale = _ ("An average. 0 = no pain, 10 = the worst pain imaginable.");
  }
  gtk_label_set_text (self->date, date);
  gtk_label_set_text (self->question, question);
  gtk_label_set_text (self->scale, scale);
  lum_widget_set_label (GTK_WIDGET (self->row), question);
  gtk_widget_set_visible (self->today_instead_button, self->asked.evening_before);
}

static void
show_answer (LumTodayPage *self)
{
  const LumPainEntry *answer = lum_question_find_answer (&self->asked, lum_ui_context_get_diary (self->context));
  int score = answer ? answer->score : LUM_INT_NONE;
  g_autofree char *saved = NULL;

  if (self->asked.day == lum_ui_context_get_today (self->context)) {
    /* Translators: what a screen reader says of the pressed score button */
    saved = g_strdup_printf (_ ("%d, saved for today"), score);
  } else {
    g_autofree char *day = lum_day_format (self->asked.day, LUM_DAY_FORMAT_WEEKDAY);

    saved = g_strdup_printf (_ ("%d, saved for %s"), score, day);
  }
  lum_score_row_set_saved (self->row, score, saved);
}

typedef struct {
  LumQuestion question;
  int score;
} Answer;

static LumChangeSet *
make_answer (LumUiContext *context, gpointer data, GError **error)
{
  Answer *answer = data;

  return lum_record_pain (lum_ui_context_get_journal (context), answer->question.day, answer->question.moment,
                          answer->score);
}

static void
chosen_cb (LumTodayPage *self, int score)
{
  Answer *answer = g_new0 (Answer, 1);
  g_autofree char *toast = NULL;

  if (self->asked.day == lum_ui_context_get_today (self->context)) {
    toast = g_strdup_printf (_ ("Saved %d for today"), score);
  } else {
    g_autofree char *day = lum_day_format (self->asked.day, LUM_DAY_FORMAT_WEEKDAY);

    toast = g_strdup_printf (_ ("Saved %d for %s"), score, day);
  }
  answer->question = self->asked;
  answer->score = score;
  lum_score_row_set_saved (self->row, score, toast); /* at once; the diary confirms it */
  lum_ui_context_commit_later (self->context, GTK_WIDGET (self), make_answer, answer, g_free, toast);
}

static void
today_instead_cb (LumTodayPage *self)
{
  self->today_instead = TRUE;
  self->instead_day = lum_ui_context_get_today (self->context);
  decide_question (self);
  show_question (self);
  show_answer (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->row));
}

static void
ask_again (LumTodayPage *self)
{
  LumQuestion before = self->asked;

  decide_question (self);
  if (before.day != self->asked.day || before.moment != self->asked.moment) {
    show_question (self);
    show_answer (self);
    if (self->rest)
      lum_today_rest_update (LUM_TODAY_REST (self->rest), &self->asked, LUM_UI_CHANGE_ALL);
  }
}

/* --- what stands below --- */

static void
build_rest (LumTodayPage *self)
{
  if (self->rest)
    return;
  self->rest = lum_today_rest_new (self->context);
  g_signal_connect_object (self->rest, "log-it", G_CALLBACK (gtk_widget_grab_focus), self->row, G_CONNECT_SWAPPED);
  lum_today_rest_update (LUM_TODAY_REST (self->rest), &self->asked, LUM_UI_CHANGE_ALL);
  gtk_box_append (self->column, self->rest);
}

static gboolean
build_rest_cb (gpointer user_data)
{
  LumTodayPage *self = user_data;

  self->rest_id = 0;
  build_rest (self);
  return G_SOURCE_REMOVE;
}

static void
update (GtkWidget *widget, guint changes)
{
  LumTodayPage *self = LUM_TODAY_PAGE (widget);

  if (changes & LUM_UI_CHANGE_DAY)
    ask_again (self);
  if (changes & (LUM_UI_CHANGE_DIARY | LUM_UI_CHANGE_DAY | LUM_UI_CHANGE_STATE))
    if (lum_ui_context_get_state (self->context, NULL) != LUM_UI_LOADING)
      show_answer (self);
  if (self->rest)
    lum_today_rest_update (LUM_TODAY_REST (self->rest), &self->asked, changes);
}

/* The first frame, with the question, comes before all else: the rest is built when it has been painted. */
static void
painted_cb (GdkFrameClock *clock, LumTodayPage *self)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  if (!self->rest && !self->rest_id)
    self->rest_id = g_idle_add_full (G_PRIORITY_LOW, build_rest_cb, self, NULL);
}

/* --- focus --- */

static void
window_active_cb (LumTodayPage *self, GParamSpec *pspec, GtkWindow *window)
{
  if (gtk_window_is_active (window))
    ask_again (self);
}

static void
lum_today_page_map (GtkWidget *widget)
{
  LumTodayPage *self = LUM_TODAY_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  GTK_WIDGET_CLASS (lum_today_page_parent_class)->map (widget);

  if (GTK_IS_WINDOW (root) && !self->window) {
    g_set_weak_pointer (&self->window, GTK_WINDOW (root));
    g_signal_connect_object (root, "notify::is-active", G_CALLBACK (window_active_cb), self, G_CONNECT_SWAPPED);
  }
  gtk_widget_grab_focus (GTK_WIDGET (self->row));
  if (!self->rest && !self->rest_id)
    g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (painted_cb), self,
                             G_CONNECT_DEFAULT);
}

static void
lum_today_page_dispose (GObject *object)
{
  LumTodayPage *self = LUM_TODAY_PAGE (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (lum_today_page_parent_class)->dispose (object);
}

static void
lum_today_page_class_init (LumTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lum_today_page_dispose;
  widget_class->map = lum_today_page_map;

  g_type_ensure (LUM_TYPE_SCORE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lumbar_journal/Lumbar/pages/lum-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LumTodayPage, column);
  gtk_widget_class_bind_template_child (widget_class, LumTodayPage, date);
  gtk_widget_class_bind_template_child (widget_class, LumTodayPage, question);
  gtk_widget_class_bind_template_child (widget_class, LumTodayPage, scale);
  gtk_widget_class_bind_template_child (widget_class, LumTodayPage, row);
  gtk_widget_class_bind_template_child_full (widget_class, "today_instead", FALSE,
                                             G_STRUCT_OFFSET (LumTodayPage, today_instead_button));
}

static void
lum_today_page_init (LumTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->row, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->today_instead_button, "clicked", G_CALLBACK (today_instead_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * lum_today_page_new:
 *
 * The Today page of a window.
 */
GtkWidget *
lum_today_page_new (LumUiContext *context)
{
  LumTodayPage *self = g_object_new (LUM_TYPE_TODAY_PAGE, NULL);

  self->context = g_object_ref (context);
  decide_question (self);
  show_question (self);
  lum_ui_context_keep_updated (context, GTK_WIDGET (self), update);
  return GTK_WIDGET (self);
}

/**
 * lum_today_page_complete:
 *
 * Builds at once what would otherwise follow the first frame. For tests and pictures.
 */
void
lum_today_page_complete (LumTodayPage *self)
{
  g_return_if_fail (LUM_IS_TODAY_PAGE (self));

  g_clear_handle_id (&self->rest_id, g_source_remove);
  build_rest (self);
}

/**
 * lum_today_page_fill_gaps:
 *
 * Brings into view what is asked about days without a score.
 */
void
lum_today_page_fill_gaps (LumTodayPage *self)
{
  g_return_if_fail (LUM_IS_TODAY_PAGE (self));

  lum_today_page_complete (self);
  lum_today_rest_fill_gaps (LUM_TODAY_REST (self->rest));
}
