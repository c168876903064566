/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-today-rest.h"

#include "lum-card-view.h"
#include "lum-day-strip.h"
#include "lum-details-form.h"
#include "lum-i18n.h"
#include "lum-prompt.h"
#include "lum-run-form.h"
#include "lum-run-offer-row.h"
#include "lum-running.h"
#include "lum-score-row.h"
#include "lum-strain-clock.h"
#include "lum-today-questions.h"
#include "lum-ui-words.h"
#include "lum-wrap-box.h"

#define STRIP_DAYS 14

struct _LumTodayRest {
  AdwBin parent_instance;

  LumUiContext *context;
  LumQuestion asked;

  GtkWidget *box;
  GtkWidget *other_box; /* yesterday evening, or this morning */
  GtkLabel *other_label;
  GtkButton *other_button;
  GtkRevealer *other_revealer;
  LumScoreRow *other_row; /* NULL until asked for */
  LumQuestion other;

  GtkWidget *details_expander;
  GtkWidget *details; /* NULL until unfolded */
  GtkWidget *questions;
  GtkWidget *card;
  guint seen_id;
  GtkWidget *clock;
  GtkLabel *running;
  GtkWidget *strip;
  GtkLabel *quiet;
  GtkWidget *new_runs;
  GtkWidget *run_expander;
  GtkWidget *run_form;    /* NULL until unfolded */
  GtkWidget *first_start; /* NULL unless the journal was empty, as is the label */
  GtkLabel *where_data_lives;
};

G_DEFINE_FINAL_TYPE (LumTodayRest, lum_today_rest, ADW_TYPE_BIN)

enum { LOG_IT, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- the other question of the day --- */

/* In the morning yesterday's evening, later this morning. */
static LumQuestion
other_question (const LumQuestion *asked)
{
  LumQuestion other = *asked;

  other.evening_before = FALSE;
  if (asked->moment == LUM_MOMENT_WAKING) {
    other.day = asked->day - 1;
    other.moment = LUM_MOMENT_AVERAGE;
  } else {
    other.moment = LUM_MOMENT_WAKING;
  }
  return other;
}

static void
update_other (LumTodayRest *self)
{
  const LumPainEntry *answer;
  LumQuestion other = other_question (&self->asked);

  if (other.day != self->other.day || other.moment != self->other.moment)
    gtk_revealer_set_reveal_child (self->other_revealer, FALSE);
  self->other = other;
  answer = lum_question_find_answer (&self->other, lum_ui_context_get_diary (self->context));

  const char *when = self->other.moment == LUM_MOMENT_WAKING ? _ ("This morning") : _ ("Yesterday, on average");
  g_autofree char *text = answer ? g_strdup_printf ("%s: %d", when, answer->score) : g_strdup_printf ("%s: –", when);
  g_autofree char *label = g_strdup_printf ("%s: %s", when, answer ? _ ("Change") : _ ("Log"));

  gtk_label_set_text (self->other_label, text);
  gtk_button_set_label (self->other_button, answer ? _ ("Change") : _ ("Log"));
  lum_widget_set_label (GTK_WIDGET (self->other_button), label);
  if (self->other_row) {
    lum_widget_set_label (GTK_WIDGET (self->other_row), when);
    lum_score_row_set_saved (self->other_row, answer ? answer->score : LUM_INT_NONE, text);
  }
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
other_chosen_cb (LumTodayRest *self, int score)
{
  Answer *answer = g_new0 (Answer, 1);
  g_autofree char *toast = self->other.moment == LUM_MOMENT_WAKING
                               ? g_strdup_printf (_ ("Saved %d for this morning"), score)
                               : g_strdup_printf (_ ("Saved %d for yesterday"), score);

  answer->question = self->other;
  answer->score = score;
  lum_ui_context_commit_later (self->context, GTK_WIDGET (self), make_answer, answer, g_free, toast);
}

static void
other_clicked_cb (LumTodayRest *self)
{
  gboolean reveal = !gtk_revealer_get_reveal_child (self->other_revealer);

  if (!self->other_row) {
    self->other_row = LUM_SCORE_ROW (lum_score_row_new ());
    g_signal_connect_object (self->other_row, "chosen", G_CALLBACK (other_chosen_cb), self, G_CONNECT_SWAPPED);
    gtk_revealer_set_child (self->other_revealer, GTK_WIDGET (self->other_row));
    update_other (self);
  }
  gtk_revealer_set_reveal_child (self->other_revealer, reveal);
  if (reveal)
    gtk_widget_grab_focus (GTK_WIDGET (self->other_row));
}

static GtkWidget *
other_new (LumTodayRest *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->other_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->other_label, 0);
  gtk_label_set_wrap (self->other_label, TRUE);
  gtk_label_set_natural_wrap_mode (self->other_label, GTK_NATURAL_WRAP_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->other_label), "numeric");
  self->other_button = GTK_BUTTON (gtk_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->other_button), GTK_ALIGN_CENTER);
  g_signal_connect_object (self->other_button, "clicked", G_CALLBACK (other_clicked_cb), self, G_CONNECT_SWAPPED);
  self->other_revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->other_label));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->other_button));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->other_revealer));
  return box;
}

/* --- what is built when it is unfolded --- */

static void
details_unfolded_cb (LumTodayRest *self)
{
  if (!gtk_expander_get_expanded (GTK_EXPANDER (self->details_expander)))
    return;
  if (!self->details) {
    self->details = lum_details_form_new (self->context);
    gtk_widget_set_margin_top (self->details, 10);
    gtk_expander_set_child (GTK_EXPANDER (self->details_expander), self->details);
  }
  lum_details_form_set_day (LUM_DETAILS_FORM (self->details), self->asked.day);
}

static void
run_unfolded_cb (LumTodayRest *self)
{
  if (!gtk_expander_get_expanded (GTK_EXPANDER (self->run_expander)))
    return;
  if (!self->run_form) {
    self->run_form = lum_run_form_new (self->context);
    gtk_widget_set_margin_top (self->run_form, 10);
    gtk_expander_set_child (GTK_EXPANDER (self->run_expander), self->run_form);
  }
  gtk_widget_child_focus (self->run_form, GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
expander_new (LumTodayRest *self, const char *label, GCallback unfolded)
{
  GtkWidget *expander = gtk_expander_new_with_mnemonic (label);

  gtk_widget_add_css_class (expander, "section");
  /* Its own label is not its name on GTK 4.8. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  gtk_expander_get_label_widget (GTK_EXPANDER (expander)), NULL, -1);
  g_signal_connect_object (expander, "notify::expanded", unfolded, self, G_CONNECT_SWAPPED);
  return expander;
}

/* --- the four lives --- */

/* "This week: 3 runs, 24 km." */
static char *
describe_week (LumDiary *diary, LumDay today, LumUnits units)
{
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (diary, &n);
  double metres = 0;
  int n_runs = 0;

  for (gsize i = lum_diary_find_first_day (diary, today - 6); i < n && days[i].day <= today; i++) {
    metres += days[i].distance_m;
    n_runs += days[i].n_runs;
  }
  if (n_runs == 0)
    return g_strdup (_ ("No runs in the last seven days."));

  g_autofree char *distance = lum_format_distance (metres, units);

  /* Translators: the number of runs and their distance */
  return g_strdup_printf (ngettext ("The last seven days: %d run, %s.", "The last seven days: %d runs, %s.", n_runs),
                          n_runs, distance);
}

/* --- what was on screen --- */

/* A card that somebody saw counts (OU-16), and so does the week's line (OU-18). Long after the frame, and only what can
 * be written down: nobody asked for it, so nobody hears of it either. */
static gboolean
seen_cb (gpointer user_data)
{
  LumTodayRest *self = user_data;
  LumJournal *journal = lum_ui_context_get_journal (self->context);
  LumFindings *findings = lum_ui_context_get_findings (self->context);
  const LumCard *card = findings ? lum_findings_get_top_card (findings) : NULL;

  self->seen_id = 0;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || lum_journal_get_read_only (journal) ||
      lum_ui_context_get_state (self->context, NULL) != LUM_UI_OPEN || !findings ||
      findings->status->today != lum_ui_context_get_today (self->context))
    return G_SOURCE_REMOVE;
  if (card)
    lum_ui_context_commit (self->context, NULL, lum_record_card_seen (journal, card), NULL);
  if (lum_today_questions_get_asks_week (LUM_TODAY_QUESTIONS (self->questions)))
    lum_ui_context_commit (self->context, NULL, lum_record_week_seen (journal), NULL);
  return G_SOURCE_REMOVE;
}

static void
note_seen (LumTodayRest *self)
{
  if (!self->seen_id)
    self->seen_id = g_idle_add_full (G_PRIORITY_LOW, seen_cb, self, NULL);
}

/* --- gaps --- */

static void
fill_in_cb (LumTodayRest *self, int day)
{
  gtk_widget_set_visible (self->strip, TRUE);
  lum_day_strip_update (LUM_DAY_STRIP (self->strip));
  lum_day_strip_choose (LUM_DAY_STRIP (self->strip),
                        MAX (day, lum_ui_context_get_today (self->context) - STRIP_DAYS + 1));
}

static gboolean
has_score (LumDiary *diary, LumDay day)
{
  const LumDaySummary *summary = lum_diary_find_day (diary, day);

  return summary && summary->n_entries > 0;
}

/**
 * lum_today_rest_fill_gaps:
 *
 * Shows the question about silent days, else the first day in the strip that has no score.
 */
void
lum_today_rest_fill_gaps (LumTodayRest *self)
{
  g_return_if_fail (LUM_IS_TODAY_REST (self));

  LumDay today = lum_ui_context_get_today (self->context), day = today - STRIP_DAYS + 1;

  if (lum_today_questions_ask_silence (LUM_TODAY_QUESTIONS (self->questions)))
    return;
  while (day < today && has_score (lum_ui_context_get_diary (self->context), day))
    day++;
  fill_in_cb (self, day);
}

static void
questions_done_cb (LumTodayRest *self)
{
  g_signal_emit (self, signals[LOG_IT], 0);
}

static void
build_first_start (LumTodayRest *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = lum_wrap_box_new (12);
  GtkWidget *import = gtk_button_new_with_mnemonic (_ ("_Import Your Runs…"));
  GtkWidget *sample = gtk_button_new_with_mnemonic (_ ("_Try with a Sample Journal"));

  self->where_data_lives = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->where_data_lives, TRUE);
  gtk_label_set_wrap_mode (self->where_data_lives, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->where_data_lives, 0);
  gtk_label_set_selectable (self->where_data_lives, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->where_data_lives), "dim-label");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (import), "win.import");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (sample), "app.sample");
  lum_wrap_box_append (LUM_WRAP_BOX (buttons), import);
  lum_wrap_box_append (LUM_WRAP_BOX (buttons), sample);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->where_data_lives));
  self->first_start = box;
  gtk_box_append (GTK_BOX (self->box), box); /* the last one */
}

/* MS-4, in a line below the clock. */
static void
show_running (LumTodayRest *self, LumFindings *findings)
{
  g_autofree char *text = findings ? lum_findings_describe_running (findings) : NULL;

  gtk_label_set_text (self->running, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->running), text != NULL);
}

/**
 * lum_today_rest_update:
 * @asked: the question above
 * @changes: what changed
 *
 * Shows what the situation asks for: first days, an active bout, year two, or quiet.
 */
void
lum_today_rest_update (LumTodayRest *self, const LumQuestion *asked, guint changes)
{
  g_return_if_fail (LUM_IS_TODAY_REST (self));

  LumDiary *diary = lum_ui_context_get_diary (self->context);
  LumFindings *findings = lum_ui_context_get_findings (self->context);
  LumDay today = lum_ui_context_get_today (self->context);
  gboolean open = lum_ui_context_get_state (self->context, NULL) == LUM_UI_OPEN;
  LumDay last_pain;
  gboolean empty = lum_diary_is_empty (diary);
  gboolean quiet = lum_prompt_is_quiet (diary, findings ? findings->status : NULL, today, &last_pain) && open;
  const LumCard *card = findings ? lum_findings_get_top_card (findings) : NULL;
  /* RF-R1: beside an emergency there is the question, and nothing else that wants to be read. */
  gboolean alone = findings && findings->tier == LUM_TIER_EMERGENCY;

  self->asked = *asked;
  update_other (self);
  gtk_widget_set_visible (self->other_box, !empty);
  if (self->details && gtk_expander_get_expanded (GTK_EXPANDER (self->details_expander)))
    lum_details_form_set_day (LUM_DETAILS_FORM (self->details), asked->day);
  if (self->run_form && (changes & (LUM_UI_CHANGE_DIARY | LUM_UI_CHANGE_SETTINGS)))
    lum_run_form_update (LUM_RUN_FORM (self->run_form));

  lum_card_view_set_card (LUM_CARD_VIEW (self->card), card);
  lum_today_questions_update (LUM_TODAY_QUESTIONS (self->questions));
  if (alone)
    gtk_widget_set_visible (self->questions, FALSE);
  lum_strain_clock_update (LUM_STRAIN_CLOCK (self->clock), diary, alone ? NULL : findings);
  gtk_box_reorder_child_after (GTK_BOX (self->box), self->card,
                               card && g_str_has_prefix (card->rule, "RF") ? NULL : self->questions);
  show_running (self, findings);

  gtk_widget_set_visible (self->strip, !empty && !quiet && !alone && last_pain != LUM_DAY_NONE);
  if (gtk_widget_get_visible (self->strip))
    lum_day_strip_update (LUM_DAY_STRIP (self->strip));

  lum_run_offer_row_update (LUM_RUN_OFFER_ROW (self->new_runs));
  if (alone)
    gtk_widget_set_visible (self->new_runs, FALSE);

  if (quiet) {
    g_autofree char *week = describe_week (diary, today, lum_ui_context_get_units (self->context));
    gtk_label_set_text (self->quiet, week);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->quiet), quiet);

  if (self->first_start)
    gtk_widget_set_visible (self->first_start, open && empty);
  if (open && empty) {
    if (!self->first_start)
      build_first_start (self);
    g_autofree char *path = g_filename_display_name (lum_journal_get_path (lum_ui_context_get_journal (self->context)));
    g_autofree char *text = g_strdup_printf (_ ("What you log stays on this computer, in %s."), path);
    gtk_label_set_text (self->where_data_lives, text);
  }
  note_seen (self);
}

/* --- building --- */

static void
lum_today_rest_dispose (GObject *object)
{
  LumTodayRest *self = LUM_TODAY_REST (object);

  g_clear_handle_id (&self->seen_id, g_source_remove);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (lum_today_rest_parent_class)->dispose (object);
}

static void
lum_today_rest_class_init (LumTodayRestClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lum_today_rest_dispose;

  /**
   * LumTodayRest::log-it:
   *
   * The focus belongs to the question above.
   */
  signals[LOG_IT] =
      g_signal_new ("log-it", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lum_today_rest_init (LumTodayRest *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->other.day = LUM_DAY_NONE;
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * lum_today_rest_new:
 *
 * What stands below the question.
 */
GtkWidget *
lum_today_rest_new (LumUiContext *context)
{
  LumTodayRest *self = g_object_new (LUM_TYPE_TODAY_REST, NULL);

  self->context = g_object_ref (context);
  self->other_box = other_new (self);
  self->details_expander = expander_new (self, _ ("D_etails"), G_CALLBACK (details_unfolded_cb));
  self->questions = lum_today_questions_new (context);
  self->card = lum_card_view_new (context);
  self->clock = lum_strain_clock_new ();
  self->strip = lum_day_strip_new (context);
  self->new_runs = lum_run_offer_row_new (context);
  self->run_expander = expander_new (self, _ ("_Log a Run"), G_CALLBACK (run_unfolded_cb));
  self->quiet = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->quiet, 0);
  self->running = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->running, 0);
  gtk_label_set_wrap (self->running, TRUE);
  gtk_label_set_wrap (self->quiet, TRUE);
  g_signal_connect_object (self->questions, "fill-in", G_CALLBACK (fill_in_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->questions, "done", G_CALLBACK (questions_done_cb), self, G_CONNECT_SWAPPED);

  GtkWidget *sections[] = {
      self->other_box, self->details_expander,     self->questions, self->card,
      self->clock,     GTK_WIDGET (self->running), self->strip,     GTK_WIDGET (self->quiet),
      self->new_runs,  self->run_expander,
  };
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    gtk_box_append (GTK_BOX (self->box), sections[i]);
  gtk_widget_set_margin_top (self->clock, 6);
  gtk_widget_set_margin_top (self->strip, 6);
  return GTK_WIDGET (self);
}
