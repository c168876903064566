/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-details-form.h"

#include <math.h>
#include <stddef.h>

#include "lum-i18n.h"
#include "lum-record-pain.h"
#include "lum-treatment-rows.h"
#include "lum-ui-words.h"
#include "lum-wrap-box.h"

#define SAVE_AFTER_MS 800 /* what is changed in one go is one step for Undo */

/* The yes-or-no fields: one line each. */
static const struct {
  const char *label;
  gsize offset;
  int group; /* 0 where, 1 spreads, 2 more */
} flags[] = {
    {NC_ ("where", "Left"), offsetof (LumDayDetail, where_left), 0},
    {NC_ ("where", "Middle"), offsetof (LumDayDetail, where_middle), 0},
    {NC_ ("where", "Right"), offsetof (LumDayDetail, where_right), 0},
    {NC_ ("where", "Buttock"), offsetof (LumDayDetail, spread_buttock), 1},
    {NC_ ("where", "Thigh"), offsetof (LumDayDetail, spread_thigh), 1},
    {NC_ ("where", "Below the knee"), offsetof (LumDayDetail, spread_below_knee), 1},
    {NC_ ("where", "Numb or weak leg"), offsetof (LumDayDetail, leg_numb), 1},
    {NC_ ("where", "Heavy lifting"), offsetof (LumDayDetail, heavy_lifting), 2},
    {NC_ ("where", "Stopped my daily activities"), offsetof (LumDayDetail, stops_activities), 2},
};

struct _LumDetailsForm {
  AdwBin parent_instance;

  LumUiContext *context;
  LumDay day;
  gboolean filling;
  guint save_id;

  GtkWidget *flags[G_N_ELEMENTS (flags)];
  AdwComboRow *worst, *interference;
  AdwEntryRow *nights, *stiffness, *sitting, *worse_with, *better_with, *note;
  LumTreatmentRows *treatment;
  AdwExpanderRow *more;
  GtkWidget *further_flags;
  GtkLabel *hint;
  GtkWidget *hint_row; /* shown while a number cannot be read */
};

G_DEFINE_FINAL_TYPE (LumDetailsForm, lum_details_form, ADW_TYPE_BIN)

/**
 * lum_find_day_detail:
 *
 * Returns: (transfer none) (nullable): what was noted of a day
 */
const LumDayDetail *
lum_find_day_detail (LumDiary *diary, LumDay day)
{
  gsize n;
  const LumDayDetail *details = lum_diary_get_details (diary, &n);

  for (gsize i = n; i > 0; i--)
    if (details[i - 1].day == day)
      return &details[i - 1];
  return NULL;
}

static const LumPainEntry *
find_worst (LumDiary *diary, LumDay day)
{
  LumQuestion question = {day, LUM_MOMENT_WORST, FALSE};

  return lum_question_find_answer (&question, diary);
}

/* --- saving --- */

static char *
take_text (AdwEntryRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text ? g_steal_pointer (&text) : NULL;
}

/* A number in a row, or a sentence about why it is none. Blank is "not recorded". */
static gboolean
take_number (LumDetailsForm *self, AdwEntryRow *row, double max, gboolean whole, double *value, char **complaint)
{
  g_autofree char *text = take_text (row);
  g_autofree char *plain = text ? g_strdelimit (g_strdup (text), ",", '.') : NULL;
  char *end = NULL;

  *value = NAN;
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  if (!text)
    return TRUE;

  double number = g_ascii_strtod (plain, &end);

  if (*end == '\0' && number >= 0 && number <= max && (!whole || number == floor (number))) {
    *value = number;
    return TRUE;
  }
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  g_free (*complaint);
  *complaint = whole ? g_strdup_printf (_ ("“%s” is not a whole number from 0 to %d."), text, (int) max)
                     : g_strdup_printf (_ ("“%s” is not a number from 0 to %d."), text, (int) max);
  return FALSE;
}

static int
to_int (double value)
{
  return isnan (value) ? LUM_INT_NONE : (int) value;
}

static gboolean
is_something (const LumDayDetail *detail)
{
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if (G_STRUCT_MEMBER (gint32, detail, flags[i].offset) == 1)
      return TRUE;
  return detail->nights_woken != LUM_INT_NONE || detail->stiffness_min != LUM_INT_NONE ||
         detail->interference != LUM_INT_NONE || !isnan (detail->sitting_h) || detail->worse_with ||
         detail->better_with || detail->note;
}

static void
put_worst (LumDetailsForm *self, LumChangeSet *changes)
{
  LumDiary *diary = lum_ui_context_get_diary (self->context);
  const LumPainEntry *before = find_worst (diary, self->day);
  int score = lum_score_from_position (adw_combo_row_get_selected (self->worst));
  LumPainEntry entry;

  if (score == LUM_INT_NONE) {
    if (before)
      lum_change_set_delete (changes, LUM_RECORD_PAIN, before->base.id);
    return;
  }
  if (before && before->score == score)
    return;
  lum_record_init (LUM_RECORD_PAIN, &entry);
  if (before)
    entry = *before;
  entry.day = self->day;
  entry.moment = LUM_MOMENT_WORST;
  entry.score = score;
  if (entry.entered == LUM_DAY_NONE)
    entry.entered = lum_ui_context_get_today (self->context);
  lum_change_set_put (changes, LUM_RECORD_PAIN, &entry);
}

static LumChangeSet *
make_changes (LumUiContext *context, gpointer data, GError **error)
{
  LumDetailsForm *self = data;
  const LumDayDetail *before = lum_find_day_detail (lum_ui_context_get_diary (context), self->day);
  g_autoptr (LumChangeSet) changes = lum_change_set_new ();
  g_autofree char *worse = take_text (self->worse_with), *better = take_text (self->better_with);
  g_autofree char *note = take_text (self->note), *complaint = NULL;
  double nights, stiffness, sitting;
  LumDayDetail detail;
  gint32 offset;
  gsize n;

  take_number (self, self->nights, 50, TRUE, &nights, &complaint);
  take_number (self, self->stiffness, 1440, TRUE, &stiffness, &complaint);
  take_number (self, self->sitting, 24, FALSE, &sitting, &complaint);
  gtk_label_set_text (self->hint, complaint ? complaint : "");
  gtk_widget_set_visible (self->hint_row, complaint != NULL);
  if (complaint)
    return NULL;

  lum_record_init (LUM_RECORD_DAY_DETAIL, &detail);
  if (before)
    detail = *before;
  detail.day = self->day;
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    G_STRUCT_MEMBER (gint32, &detail, flags[i].offset) =
        gtk_check_button_get_active (GTK_CHECK_BUTTON (self->flags[i]));
  detail.nights_woken = to_int (nights);
  detail.stiffness_min = to_int (stiffness);
  detail.sitting_h = sitting;
  detail.interference = lum_score_from_position (adw_combo_row_get_selected (self->interference));
  detail.worse_with = worse;
  detail.better_with = better;
  detail.note = note;

  if (is_something (&detail))
    lum_change_set_put (changes, LUM_RECORD_DAY_DETAIL, &detail);
  else if (before)
    lum_change_set_delete (changes, LUM_RECORD_DAY_DETAIL, before->base.id);
  put_worst (self, changes);
  lum_treatment_rows_put (self->treatment, lum_ui_context_get_diary (context), changes);

  lum_change_set_get_changes (changes, &n);
  if (n == 0)
    return NULL;
  LumInstant now = lum_clock_get_now (lum_ui_context_get_clock (context), &offset);
  lum_change_set_set_time (changes, now, offset);
  return g_steal_pointer (&changes);
}

static GtkWidget *
find_teller (LumDetailsForm *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow *parent = GTK_IS_WINDOW (root) ? gtk_window_get_transient_for (GTK_WINDOW (root)) : NULL;

  return parent ? GTK_WIDGET (parent) : root ? GTK_WIDGET (root) : GTK_WIDGET (self);
}

static gboolean
save_cb (gpointer user_data)
{
  LumDetailsForm *self = user_data;

  self->save_id = 0;
  lum_ui_context_commit_later (self->context, find_teller (self), make_changes, g_object_ref (self), g_object_unref,
                               _ ("Details saved"));
  return G_SOURCE_REMOVE;
}

static void
changed_cb (LumDetailsForm *self)
{
  if (self->filling || self->day == LUM_DAY_NONE)
    return;
  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_id = g_timeout_add (SAVE_AFTER_MS, save_cb, self);
}

/* --- building --- */

static GtkWidget *
flags_new (LumDetailsForm *self, int group, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *flow = lum_wrap_box_new (12);
  GtkWidget *label = gtk_label_new (title);

  gtk_widget_add_css_class (box, "flags");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++) {
    if (flags[i].group != group)
      continue;

    self->flags[i] = gtk_check_button_new_with_label (g_dpgettext2 (GETTEXT_PACKAGE, "where", flags[i].label));
    /* Its label is its own (and its name with it), but does not wrap by itself. */
    GtkWidget *words = gtk_widget_get_last_child (self->flags[i]);

    if (GTK_IS_LABEL (words))
      gtk_label_set_wrap (GTK_LABEL (words), TRUE);
    g_signal_connect_object (self->flags[i], "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    lum_wrap_box_append (LUM_WRAP_BOX (flow), self->flags[i]);
  }
  if (title)
    gtk_box_append (GTK_BOX (box), label);
  else
    g_object_unref (g_object_ref_sink (label));
  gtk_box_append (GTK_BOX (box), flow);
  return box;
}

static AdwEntryRow *
entry_new (LumDetailsForm *self, const char *title)
{
  AdwEntryRow *row = ADW_ENTRY_ROW (adw_entry_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static AdwComboRow *
score_row_new (LumDetailsForm *self, const char *title)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());
  g_autoptr (GtkStringList) scores = lum_score_list_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (row, G_LIST_MODEL (scores));
  adw_combo_row_set_use_subtitle (row, TRUE); /* beside a title there is no room for large text */
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
lum_details_form_dispose (GObject *object)
{
  LumDetailsForm *self = LUM_DETAILS_FORM (object);

  g_clear_handle_id (&self->save_id, g_source_remove);
  g_clear_object (&self->treatment);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (lum_details_form_parent_class)->dispose (object);
}

static void
lum_details_form_class_init (LumDetailsFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lum_details_form_dispose;
}

static void
lum_details_form_init (LumDetailsForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *group = adw_preferences_group_new ();

  self->day = LUM_DAY_NONE;
  self->more = ADW_EXPANDER_ROW (adw_expander_row_new ());
  gtk_box_append (GTK_BOX (box), flags_new (self, 0, _ ("Where")));
  gtk_box_append (GTK_BOX (box), flags_new (self, 1, _ ("Spreads to")));

  self->worst = score_row_new (self, _ ("Worst today"));
  self->nights = entry_new (self, _ ("Woken at night"));
  self->stiffness = entry_new (self, _ ("Stiffness (min)"));
  self->interference = score_row_new (self, _ ("Got in the way (0–10)"));
  self->sitting = entry_new (self, _ ("Hours sitting"));
  self->worse_with = entry_new (self, _ ("Worse with"));
  self->better_with = entry_new (self, _ ("Better with"));
  self->treatment = lum_treatment_rows_new ();
  g_signal_connect_object (self->treatment, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  self->note = entry_new (self, _ ("Note"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more), _ ("More"));
  self->further_flags = flags_new (self, 2, NULL);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->worst));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->nights));

  self->hint = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->hint, TRUE);
  gtk_label_set_xalign (self->hint, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "error");
  gtk_widget_set_margin_top (GTK_WIDGET (self->hint), 8);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->hint), 8);
  gtk_widget_set_margin_start (GTK_WIDGET (self->hint), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->hint), 12);
  /* Among the rows, so that it stands beside the number it is about. */
  self->hint_row = gtk_list_box_row_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->hint_row), FALSE);
  gtk_widget_set_focusable (self->hint_row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->hint_row), GTK_WIDGET (self->hint));
  gtk_widget_set_visible (self->hint_row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->hint_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->more));
  gtk_box_append (GTK_BOX (box), group);
  adw_bin_set_child (ADW_BIN (self), box);
}

/* --- more: what was used last comes first --- */

enum { STIFFNESS, INTERFERENCE, SITTING, WORSE_WITH, BETTER_WITH, TREATMENT, NOTE, FLAGS, N_FURTHER };

/* As they are written down in the settings. */
static const char *const further_names[N_FURTHER] = {
    "stiffness", "interference", "sitting", "worse-with", "better-with", "treatment", "note", "lifting",
};

static GtkWidget *
get_further (LumDetailsForm *self, int further)
{
  GtkWidget *rows[N_FURTHER] = {
      [STIFFNESS] = GTK_WIDGET (self->stiffness),
      [INTERFERENCE] = GTK_WIDGET (self->interference),
      [SITTING] = GTK_WIDGET (self->sitting),
      [WORSE_WITH] = GTK_WIDGET (self->worse_with),
      [BETTER_WITH] = GTK_WIDGET (self->better_with),
      [NOTE] = GTK_WIDGET (self->note),
      [FLAGS] = self->further_flags,
  };

  return rows[further];
}

static void
use (LumDetailsForm *self, int further)
{
  if (!self->filling && self->day != LUM_DAY_NONE)
    lum_settings_add_used_detail (lum_ui_context_get_settings (self->context), further_names[further]);
}

/* Of whichever signal: the form comes last. */
static void
used_cb (GtkWidget *row, LumDetailsForm *self)
{
  for (int i = 0; i < N_FURTHER; i++)
    if (get_further (self, i) && (row == get_further (self, i) || gtk_widget_is_ancestor (row, get_further (self, i))))
      use (self, i);
}

static void
selected_cb (GtkWidget *row, GParamSpec *pspec, LumDetailsForm *self)
{
  used_cb (row, self);
}

static void
treatment_used_cb (LumDetailsForm *self)
{
  use (self, TREATMENT);
}

static void
follow_use (LumDetailsForm *self)
{
  for (int i = 0; i < N_FURTHER; i++) {
    GtkWidget *row = get_further (self, i);

    if (ADW_IS_ENTRY_ROW (row))
      g_signal_connect_object (row, "changed", G_CALLBACK (used_cb), self, G_CONNECT_DEFAULT);
    else if (ADW_IS_COMBO_ROW (row))
      g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_DEFAULT);
  }
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if (flags[i].group == 2)
      g_signal_connect_object (self->flags[i], "toggled", G_CALLBACK (used_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->treatment, "changed", G_CALLBACK (treatment_used_cb), self, G_CONNECT_SWAPPED);
}

static void
add_further (LumDetailsForm *self, int further)
{
  if (further == TREATMENT)
    lum_treatment_rows_add_to (self->treatment, self->more);
  else
    adw_expander_row_add_row (self->more, get_further (self, further));
}

static void
more_unfolded_cb (LumDetailsForm *self)
{
  lum_settings_set_more_details (lum_ui_context_get_settings (self->context),
                                 adw_expander_row_get_expanded (self->more));
}

static void
fill_more (LumDetailsForm *self)
{
  LumSettings *settings = lum_ui_context_get_settings (self->context);
  g_auto (GStrv) used = lum_settings_get_used_details (settings);
  gboolean added[N_FURTHER] = {FALSE};

  for (char **name = used; *name; name++)
    for (int i = 0; i < N_FURTHER; i++)
      if (!added[i] && g_strcmp0 (*name, further_names[i]) == 0) {
        add_further (self, i);
        added[i] = TRUE;
      }
  for (int i = 0; i < N_FURTHER; i++)
    if (!added[i])
      add_further (self, i);
  adw_expander_row_set_expanded (self->more, lum_settings_get_more_details (settings));
  g_signal_connect_object (self->more, "notify::expanded", G_CALLBACK (more_unfolded_cb), self, G_CONNECT_SWAPPED);
  follow_use (self);
}

GtkWidget *
lum_details_form_new (LumUiContext *context)
{
  LumDetailsForm *self = g_object_new (LUM_TYPE_DETAILS_FORM, NULL);

  self->context = g_object_ref (context);
  fill_more (self);
  return GTK_WIDGET (self);
}

static void
set_number (AdwEntryRow *row, double value, int decimals)
{
  g_autofree char *text = isnan (value) ? NULL : lum_format_number (value, decimals);

  gtk_editable_set_text (GTK_EDITABLE (row), text ? text : "");
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
}

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text ? text : "");
}

/**
 * lum_details_form_set_day:
 *
 * Shows a day's details; what was being typed for another is saved first.
 */
void
lum_details_form_set_day (LumDetailsForm *self, LumDay day)
{
  g_return_if_fail (LUM_IS_DETAILS_FORM (self));

  if (self->save_id) {
    if (day == self->day)
      return; /* do not pull away what is being typed */
    lum_details_form_flush (self);
  }

  LumDiary *diary = lum_ui_context_get_diary (self->context);
  const LumDayDetail *found = lum_find_day_detail (diary, day);
  const LumPainEntry *worst = find_worst (diary, day);
  LumDayDetail detail;
  GtkWidget *focus =
      gtk_widget_get_root (GTK_WIDGET (self)) ? gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))) : NULL;

  /* A row that is being typed in keeps its text and its cursor. */
  if (day == self->day && gtk_widget_get_visible (self->hint_row))
    return; /* what cannot be read stays until it is mended */
  if (day == self->day && focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) && GTK_IS_TEXT (focus))
    return;

  lum_record_init (LUM_RECORD_DAY_DETAIL, &detail);
  if (found)
    detail = *found;
  self->filling = TRUE;
  self->day = day;
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->flags[i]),
                                 G_STRUCT_MEMBER (gint32, &detail, flags[i].offset) == 1);
  set_number (self->nights, detail.nights_woken == LUM_INT_NONE ? NAN : detail.nights_woken, 0);
  set_number (self->stiffness, detail.stiffness_min == LUM_INT_NONE ? NAN : detail.stiffness_min, 0);
  set_number (self->sitting, detail.sitting_h,
              isnan (detail.sitting_h) || detail.sitting_h == floor (detail.sitting_h) ? 0 : 1);
  adw_combo_row_set_selected (self->worst, lum_score_to_position (worst ? worst->score : LUM_INT_NONE));
  adw_combo_row_set_selected (self->interference, lum_score_to_position (detail.interference));
  set_text (self->worse_with, detail.worse_with);
  set_text (self->better_with, detail.better_with);
  lum_treatment_rows_set_day (self->treatment, diary, day);
  set_text (self->note, detail.note);
  gtk_widget_set_visible (self->hint_row, FALSE);
  self->filling = FALSE;
}

/**
 * lum_details_form_flush:
 *
 * Saves at once what was changed a moment ago.
 *
 * Returns: whether all of it could be read
 */
gboolean
lum_details_form_flush (LumDetailsForm *self)
{
  g_return_val_if_fail (LUM_IS_DETAILS_FORM (self), FALSE);

  if (self->save_id) {
    g_clear_handle_id (&self->save_id, g_source_remove);
    save_cb (self);
  }
  return !gtk_widget_get_visible (self->hint_row);
}

/**
 * lum_details_form_forget:
 *
 * Leaves unsaved what was changed a moment ago, and whatever comes.
 */
void
lum_details_form_forget (LumDetailsForm *self)
{
  g_return_if_fail (LUM_IS_DETAILS_FORM (self));

  g_clear_handle_id (&self->save_id, g_source_remove);
  self->day = LUM_DAY_NONE;
}
