/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-activity-row.h"

#include "lum-i18n.h"
#include "lum-messages.h"
#include "lum-record-activity.h"
#include "lum-score-row.h"
#include "lum-ui-words.h"
#include "lum-window.h"

/* It stays open this long after a score: the second digit of 10, or another thought, still belongs to it. */
#define LINGER_MS 2500

struct _LumActivityRow {
  AdwPreferencesRow parent_instance;

  LumUiContext *context;
  char *id;          /* of the activity, also while it is on its way to the disk; NULL: not named yet */
  char *name;        /* as it was saved */
  LumDay today;      /* that `score` is of */
  int score;         /* today's, or LUM_INT_NONE */
  gboolean changing; /* opened again by the person */
  gboolean used;     /* something was saved from here */
  guint linger_id;

  GtkWidget *summary;
  GtkLabel *summary_title, *summary_course;
  GtkWidget *change;
  GtkWidget *form;
  GtkEditable *entry;
  GtkLabel *form_course;
  GtkWidget *rating;
  LumScoreRow *scores;
};

G_DEFINE_FINAL_TYPE (LumActivityRow, lum_activity_row, ADW_TYPE_PREFERENCES_ROW)

/* A name may run the other way than the sentence around it. */
static char *
isolate (const char *name)
{
  return g_strdup_printf ("\u2068%s\u2069", name);
}

static char *
take_words (LumActivityRow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
}

/* --- what is shown --- */

static void
show_rating (LumActivityRow *self)
{
  g_autofree char *words = take_words (self);

  gtk_widget_set_sensitive (self->rating, *words != '\0');
}

static void
show_part (LumActivityRow *self)
{
  gboolean folded = self->score != LUM_INT_NONE && !self->changing && self->linger_id == 0;
  GtkWidget *focus = gtk_widget_get_focus_child (self->form);

  gtk_widget_set_visible (self->summary, folded);
  if (folded && focus)
    gtk_widget_grab_focus (self->change);
  gtk_widget_set_visible (self->form, !folded);
}

static void
show_label (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* "2 → 4 of 10 since 12 May", or what it was before where nothing is said of today. */
static char *
describe_course (LumActivityRow *self, const LumActivityCourse *course)
{
  g_autofree char *date = NULL;

  if (!course->then || course->then->day == self->today)
    return NULL;
  date = lum_message_date (self->score == LUM_INT_NONE ? course->now->day : course->then->day, self->today);
  if (self->score == LUM_INT_NONE)
    /* Translators: how well an activity went on a day: a number of 10, and the date */
    return g_strdup_printf (_ ("It was %1$d of 10 on %2$s."), course->now->score, date);
  /* Translators: how well an activity went at first and goes today, numbers of 10, and the date of the first; let the
   * arrow point the way that your language is read */
  return g_strdup_printf (_ ("%1$d → %2$d of 10 since %3$s"), course->then->score, course->now->score, date);
}

static void
show_scores (LumActivityRow *self)
{
  g_autofree char *saved = NULL;

  if (self->score != LUM_INT_NONE)
    /* Translators: what a screen reader says of the pressed score button */
    saved = g_strdup_printf (_ ("%d of 10, saved for today"), self->score);
  lum_score_row_set_saved (self->scores, self->score, saved);
}

/* --- what is saved --- */

static void
commit (LumActivityRow *self, LumChangeSet *changes, const char *toast, const GError *error)
{
  if (!changes) {
    lum_window_toast_error (GTK_WIDGET (self), error);
    return;
  }
  self->used = TRUE;
  lum_ui_context_commit (self->context, GTK_WIDGET (self), changes, toast);
}

/* Without a name it keeps the one that it had. */
static void
save_name (LumActivityRow *self)
{
  g_autofree char *words = take_words (self);
  g_autofree char *shown = NULL, *toast = NULL;
  g_autoptr (GError) error = NULL;
  LumChangeSet *changes;

  if (!*words || g_strcmp0 (words, self->name) == 0) {
    if (g_strcmp0 (gtk_editable_get_text (self->entry), self->name) != 0)
      gtk_editable_set_text (self->entry, self->name ? self->name : "");
    return;
  }
  shown = isolate (words);
  /* Translators: %s is an activity in the person’s own words */
  toast = g_strdup_printf (_ ("Saved “%s”"), shown);
  changes = lum_record_activity (lum_ui_context_get_journal (self->context), self->id, words, &error);
  if (changes) {
    gsize n;

    /* A rating may follow before the diary has it. */
    g_free (self->id);
    self->id = g_strdup (lum_change_set_get_changes (changes, &n)[0].record->id);
    g_free (self->name);
    self->name = g_strdup (words);
  }
  commit (self, changes, toast, error);
}

static gboolean
lingered_cb (gpointer data)
{
  LumActivityRow *self = data;

  self->linger_id = 0;
  self->changing = FALSE;
  show_part (self);
  return G_SOURCE_REMOVE;
}

static void
chosen_cb (LumActivityRow *self, int score)
{
  g_autofree char *shown = NULL, *toast = NULL;
  g_autoptr (GError) error = NULL;

  save_name (self);
  if (!self->id)
    return;
  shown = isolate (self->name);
  /* Translators: how well an activity goes, and the activity in the person’s own words */
  toast = g_strdup_printf (_ ("Saved %1$d of 10 for “%2$s”"), score, shown);
  self->today = lum_ui_context_get_today (self->context);
  self->score = score;
  show_scores (self);
  g_clear_handle_id (&self->linger_id, g_source_remove);
  self->linger_id = g_timeout_add (LINGER_MS, lingered_cb, self);
  commit (self,
          lum_record_activity_rating (lum_ui_context_get_journal (self->context), self->id, self->today, score, &error),
          toast, error);
}

/* --- the widget --- */

static void
change_cb (LumActivityRow *self)
{
  self->changing = TRUE;
  show_part (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
lum_activity_row_dispose (GObject *object)
{
  LumActivityRow *self = LUM_ACTIVITY_ROW (object);

  g_clear_handle_id (&self->linger_id, g_source_remove);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (lum_activity_row_parent_class)->dispose (object);
}

static void
lum_activity_row_finalize (GObject *object)
{
  LumActivityRow *self = LUM_ACTIVITY_ROW (object);

  g_free (self->id);
  g_free (self->name);

  G_OBJECT_CLASS (lum_activity_row_parent_class)->finalize (object);
}

static void
lum_activity_row_class_init (LumActivityRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lum_activity_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = lum_activity_row_finalize;
}

static GtkLabel *
label_new (const char *text, const char *style)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (text));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  if (style)
    gtk_widget_add_css_class (GTK_WIDGET (label), style);
  return label;
}

static GtkWidget *
create_summary (LumActivityRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->summary_title = label_new (NULL, NULL);
  self->summary_course = label_new (NULL, "subtitle");
  self->change = gtk_button_new_from_icon_name ("document-edit-symbolic");
  gtk_widget_add_css_class (self->change, "flat");
  gtk_widget_set_valign (self->change, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->change, _ ("Change"));
  lum_widget_set_label (self->change, _ ("Change"));
  g_signal_connect_object (self->change, "clicked", G_CALLBACK (change_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->summary_title));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->summary_course));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), self->change);
  return box;
}

static GtkWidget *
create_rating (LumActivityRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *ends = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkLabel *least = label_new (C_ ("activity", "0 = unable"), "caption");
  GtkLabel *most = label_new (C_ ("activity", "10 = as before"), "caption");

  self->scores =
      LUM_SCORE_ROW (lum_score_row_new_plain (C_ ("activity", "0, unable"), C_ ("activity", "10, as well as before")));
  g_signal_connect_object (self->scores, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (GTK_WIDGET (least), TRUE);
  gtk_box_append (GTK_BOX (ends), GTK_WIDGET (least));
  gtk_box_append (GTK_BOX (ends), GTK_WIDGET (most));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->scores));
  gtk_box_append (GTK_BOX (box), ends);
  return box;
}

static GtkWidget *
create_form (LumActivityRow *self, const char *title, const char *example)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = GTK_EDITABLE (entry);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), example);
  gtk_editable_set_width_chars (self->entry, 10);
  lum_widget_set_label (entry, title);
  g_signal_connect_object (entry, "changed", G_CALLBACK (show_rating), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (save_name), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (save_name), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  self->form_course = label_new (NULL, "subtitle");
  self->rating = create_rating (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (label_new (title, NULL)));
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form_course));
  gtk_box_append (GTK_BOX (box), self->rating);
  return box;
}

static void
lum_activity_row_init (LumActivityRow *self)
{
  self->score = LUM_INT_NONE;
  self->today = LUM_DAY_NONE;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/**
 * lum_activity_row_new:
 * @title: "First activity"
 * @example: what somebody might write: "run 5 km"
 */
GtkWidget *
lum_activity_row_new (LumUiContext *context, const char *title, const char *example)
{
  LumActivityRow *self = g_object_new (LUM_TYPE_ACTIVITY_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->context = g_object_ref (context);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  self->summary = create_summary (self);
  self->form = create_form (self, title, example);
  gtk_widget_add_css_class (box, "activity");
  gtk_box_append (GTK_BOX (box), self->summary);
  gtk_box_append (GTK_BOX (box), self->form);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  lum_activity_row_update (self, NULL, NULL);
  return GTK_WIDGET (self);
}

/* The focus is on the text within the entry. */
static gboolean
is_writing (LumActivityRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->entry));
}

/**
 * lum_activity_row_update:
 * @activity: (nullable): of the diary; %NULL: not named yet
 * @course: (nullable): how it went
 *
 * Shows what is on record. A name that is being written stays as it is.
 */
void
lum_activity_row_update (LumActivityRow *self, const LumActivity *activity, const LumActivityCourse *course)
{
  LumDay today = lum_ui_context_get_today (self->context);
  gboolean writing = is_writing (self);
  g_autofree char *told = NULL;

  g_return_if_fail (LUM_IS_ACTIVITY_ROW (self));

  if (activity) {
    g_free (self->id);
    self->id = g_strdup (activity->base.id);
    if (!writing && g_strcmp0 (self->name, activity->name) != 0)
      gtk_editable_set_text (self->entry, activity->name);
    g_free (self->name);
    self->name = g_strdup (activity->name);
  } else if (lum_ui_context_get_n_writing (self->context) == 0) {
    /* Undone: it has no name any more. */
    g_clear_pointer (&self->id, g_free);
    if (self->name && !writing)
      gtk_editable_set_text (self->entry, "");
    g_clear_pointer (&self->name, g_free);
  }
  self->today = today;
  if (lum_ui_context_get_n_writing (self->context) == 0 || (course && course->now && course->now->day == today))
    self->score = course && course->now && course->now->day == today ? course->now->score : LUM_INT_NONE;
  told = course ? describe_course (self, course) : NULL;
  show_scores (self);
  show_label (self->summary_course, told);
  show_label (self->form_course, told);
  if (self->score != LUM_INT_NONE && self->name) {
    g_autofree char *shown = isolate (self->name);
    /* Translators: an activity in the person’s own words, and how well it goes */
    g_autofree char *title = g_strdup_printf (_ ("%1$s: %2$d of 10 today"), shown, self->score);

    gtk_label_set_text (self->summary_title, title);
  }
  show_rating (self);
  show_part (self);
}

/**
 * lum_activity_row_was_used:
 *
 * Whether something was saved from here: then the row stays, to be changed.
 */
gboolean
lum_activity_row_was_used (LumActivityRow *self)
{
  g_return_val_if_fail (LUM_IS_ACTIVITY_ROW (self), FALSE);

  return self->used;
}
