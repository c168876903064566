/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-run-form.h"

#include <math.h>

#include "lum-day-row.h"
#include "lum-i18n.h"
#include "lum-record-pain.h"
#include "lum-ui-words.h"

struct _LumRunForm {
  AdwBin parent_instance;

  LumUiContext *context;
  LumRun *run;    /* the one that is edited, or NULL */
  LumDay day;     /* LUM_DAY_NONE: today */
  LumUnits units; /* that the labels are in */
  gboolean filling;
  GPtrArray *shoe_ids; /* char *, by position in the list; "" none */

  GtkWidget *group;
  AdwEntryRow *distance, *time, *new_shoe, *note, *climb;
  AdwComboRow *effort, *shoes, *surface;
  GtkSwitch *race;
  LumDayRow *date;
  GtkLabel *hint; /* pace, or what is wrong */
  GtkWidget *save;
};

G_DEFINE_FINAL_TYPE (LumRunForm, lum_run_form, ADW_TYPE_BIN)

enum { SAVED, N_SIGNALS };

static guint signals[N_SIGNALS];

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static gboolean
is_blank (AdwEntryRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (get_text (row)));

  return *text == '\0';
}

/* --- the line under the entries: the pace as it is typed, or one sentence about what cannot be read --- */

static void
show_hint (LumRunForm *self, const char *text, AdwEntryRow *wrong)
{
  AdwEntryRow *rows[] = {self->distance, self->time, self->climb};

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    if (rows[i] == wrong)
      gtk_widget_add_css_class (GTK_WIDGET (rows[i]), "error");
    else
      gtk_widget_remove_css_class (GTK_WIDGET (rows[i]), "error");
  }
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->hint), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->hint), "error");
  gtk_label_set_text (self->hint, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), text && *text);
}

static void
show_pace (LumRunForm *self)
{
  double metres, seconds;
  g_autofree char *pace = NULL, *text = NULL;

  if (lum_parse_distance (get_text (self->distance), self->units, &metres, NULL) &&
      lum_parse_duration (get_text (self->time), &seconds, NULL))
    pace = lum_format_pace (metres, seconds, self->units);
  if (pace)
    text = g_strdup_printf (_ ("Pace %s"), pace);
  show_hint (self, text, NULL);
}

static void
typed_cb (LumRunForm *self)
{
  if (!self->filling)
    show_pace (self);
}

/* --- shoes --- */

static void
shoe_chosen_cb (LumRunForm *self)
{
  guint position = adw_combo_row_get_selected (self->shoes);

  gtk_widget_set_visible (GTK_WIDGET (self->new_shoe), position == self->shoe_ids->len);
  if (position == self->shoe_ids->len && !self->filling)
    gtk_widget_grab_focus (GTK_WIDGET (self->new_shoe));
}

static void
fill_shoes (LumRunForm *self, const char *wanted)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gsize n;
  const LumShoe *shoes = lum_diary_get_shoes (lum_ui_context_get_diary (self->context), &n);
  guint selected = 0;

  g_ptr_array_set_size (self->shoe_ids, 0);
  gtk_string_list_append (names, C_ ("shoes", "Not recorded"));
  g_ptr_array_add (self->shoe_ids, g_strdup (""));
  for (gsize i = 0; i < n; i++) {
    gboolean chosen = wanted ? g_strcmp0 (wanted, shoes[i].base.id) == 0 : shoes[i].is_default == 1;

    if (shoes[i].retired != LUM_DAY_NONE && !chosen)
      continue;
    if (chosen)
      selected = self->shoe_ids->len;
    gtk_string_list_append (names, shoes[i].name);
    g_ptr_array_add (self->shoe_ids, g_strdup (shoes[i].base.id));
  }
  gtk_string_list_append (names, C_ ("shoes", "New Pair…"));
  adw_combo_row_set_model (self->shoes, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->shoes, selected);
}

/* --- filling --- */

static void
set_units (LumRunForm *self, LumUnits units)
{
  self->units = units;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->distance),
                                 units == LUM_UNITS_IMPERIAL ? _ ("Distance (mi)") : _ ("Distance (km)"));
}

static void
clear_form (LumRunForm *self)
{
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->distance), "");
  gtk_editable_set_text (GTK_EDITABLE (self->time), "");
  gtk_editable_set_text (GTK_EDITABLE (self->note), "");
  gtk_editable_set_text (GTK_EDITABLE (self->climb), "");
  gtk_editable_set_text (GTK_EDITABLE (self->new_shoe), "");
  adw_combo_row_set_selected (self->effort, 0);
  adw_combo_row_set_selected (self->surface, 0);
  gtk_switch_set_active (self->race, FALSE);
  self->day = LUM_DAY_NONE;
  lum_day_row_set_day (self->date, lum_ui_context_get_today (self->context));
  self->filling = FALSE;
  show_hint (self, NULL, NULL);
}

static void
date_cb (LumRunForm *self)
{
  self->day = lum_day_row_get_day (self->date);
}

/* --- saving --- */

typedef struct {
  LumRun *run;
  char *shoe; /* a new pair's name, "" none, NULL the run's own */
} Draft;

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  lum_record_free (LUM_RECORD_RUN, draft->run);
  g_free (draft->shoe);
  g_free (draft);
}

static LumChangeSet *
make_run (LumUiContext *context, gpointer data, GError **error)
{
  Draft *draft = data;

  return lum_record_run (lum_ui_context_get_journal (context), draft->run, draft->shoe, error);
}

static gboolean
parse_climb (LumRunForm *self, double *metres, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (get_text (self->climb)));
  char *end;
  double value = g_ascii_strtod (text, &end);

  *metres = NAN;
  if (!*text)
    return TRUE;
  while (*end == ' ' || *end == 'm')
    end++;
  if (*end == '\0' && value >= 0 && value <= 30000) {
    *metres = value;
    return TRUE;
  }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“%s” is not a climb; write metres, like 120."),
               text);
  return FALSE;
}

/* Whether an edited run keeps its distance and its time; what is shown of them is rounded. */
static gboolean
is_unchanged (LumRunForm *self, double metres, double seconds)
{
  return self->run && fabs (self->run->distance_m - metres) < 0.006 * LUM_METRES_PER_MILE &&
         fabs (lum_run_get_duration (self->run) - seconds) <= 0.5;
}

/**
 * lum_run_form_save:
 *
 * Reads the form and hands the run to the journal; says in one sentence what cannot be read.
 *
 * Returns: whether there was a run to save
 */
gboolean
lum_run_form_save (LumRunForm *self)
{
  g_return_val_if_fail (LUM_IS_RUN_FORM (self), FALSE);

  g_autoptr (GError) error = NULL;
  double metres = NAN, seconds = NAN, climb;
  LumRun run;

  if (is_blank (self->distance) && is_blank (self->time)) {
    show_hint (self, _ ("Give a distance or a duration."), self->distance);
    gtk_widget_grab_focus (GTK_WIDGET (self->distance));
    return FALSE;
  }
  if (!is_blank (self->distance) && !lum_parse_distance (get_text (self->distance), self->units, &metres, &error)) {
    show_hint (self, error->message, self->distance);
    gtk_widget_grab_focus (GTK_WIDGET (self->distance));
    return FALSE;
  }
  if (!is_blank (self->time) && !lum_parse_duration (get_text (self->time), &seconds, &error)) {
    show_hint (self, error->message, self->time);
    gtk_widget_grab_focus (GTK_WIDGET (self->time));
    return FALSE;
  }
  if (!parse_climb (self, &climb, &error)) {
    show_hint (self, error->message, self->climb);
    return FALSE;
  }

  if (!is_unchanged (self, metres, seconds) && !lum_check_run_speed (metres, seconds, self->units, &error)) {
    show_hint (self, error->message, self->time);
    gtk_widget_grab_focus (GTK_WIDGET (self->distance));
    return FALSE;
  }

  lum_record_init (LUM_RECORD_RUN, &run);
  if (self->run)
    run = *self->run;
  if (self->day != LUM_DAY_NONE)
    run.day = self->day;
  if (run.day != LUM_DAY_NONE && run.day > lum_ui_context_get_today (self->context)) {
    show_hint (self, _ ("A run cannot be of a day that has not come yet."), NULL);
    return FALSE;
  }

  g_autofree char *note = g_strstrip (g_strdup (get_text (self->note)));
  guint shoe = adw_combo_row_get_selected (self->shoes);
  guint surface = adw_combo_row_get_selected (self->surface);
  Draft *draft = g_new0 (Draft, 1);

  /* What is shown is rounded: a distance that was not touched stays to the metre. */
  if (!self->run || isnan (metres) || !(fabs (self->run->distance_m - metres) < 0.006 * LUM_METRES_PER_MILE))
    run.distance_m = metres;
  if (!self->run || fabs (lum_run_get_duration (self->run) - seconds) > 0.5 || isnan (seconds)) {
    run.timer_s = seconds;
    if (self->run)
      run.elapsed_s = run.moving_s = NAN;
  }
  run.effort = lum_score_from_position (adw_combo_row_get_selected (self->effort));
  run.surface = surface == 0 ? LUM_INT_NONE : (int) surface - 1;
  run.race = gtk_switch_get_active (self->race);
  if (!self->run || fabs (run.ascent_m - climb) > 0.5 || isnan (run.ascent_m) != isnan (climb)) {
    run.ascent_m = climb;
    run.ascent_computed = 0;
  }
  run.note = *note ? note : NULL;
  if (shoe == self->shoe_ids->len)
    draft->shoe = g_strstrip (g_strdup (get_text (self->new_shoe)));
  else if (shoe == 0 || shoe > self->shoe_ids->len)
    draft->shoe = g_strdup ("");
  else
    run.shoe_id = self->shoe_ids->pdata[shoe];
  draft->run = lum_record_copy (LUM_RECORD_RUN, &run);

  g_autofree char *what = isnan (metres) ? lum_format_duration (seconds) : lum_format_distance (metres, self->units);
  /* Translators: %s is a distance or a duration */
  g_autofree char *toast = g_strdup_printf (_ ("Saved a run of %s"), what);
  GtkWidget *teller = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  if (GTK_IS_WINDOW (teller) && gtk_window_get_transient_for (GTK_WINDOW (teller)))
    teller = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (teller)));
  lum_ui_context_commit_later (self->context, teller ? teller : GTK_WIDGET (self), make_run, draft, draft_free, toast);
  if (!self->run)
    clear_form (self);
  g_signal_emit (self, signals[SAVED], 0);
  return TRUE;
}

static void
save_cb (LumRunForm *self)
{
  lum_run_form_save (self);
}

/* --- building --- */

static AdwEntryRow *
entry_row_new (LumRunForm *self, const char *title)
{
  AdwEntryRow *row = ADW_ENTRY_ROW (adw_entry_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  g_signal_connect_object (row, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static AdwComboRow *
combo_row_new (const char *title, GtkStringList *list)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (list)
    adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_use_subtitle (row, TRUE); /* beside a title there is no room for large text */
  return row;
}

static void
lum_run_form_dispose (GObject *object)
{
  LumRunForm *self = LUM_RUN_FORM (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->shoe_ids, g_ptr_array_unref);
  if (self->run)
    lum_record_free (LUM_RECORD_RUN, g_steal_pointer (&self->run));

  G_OBJECT_CLASS (lum_run_form_parent_class)->dispose (object);
}

static void
lum_run_form_class_init (LumRunFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lum_run_form_dispose;

  signals[SAVED] =
      g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lum_run_form_init (LumRunForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *more = adw_expander_row_new ();
  GtkWidget *race_row = adw_action_row_new ();
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autoptr (GtkStringList) efforts = lum_score_list_new ();
  g_autoptr (GtkStringList) surfaces = gtk_string_list_new (NULL);

  self->day = LUM_DAY_NONE;
  self->shoe_ids = g_ptr_array_new_with_free_func (g_free);
  self->group = adw_preferences_group_new ();
  self->distance = entry_row_new (self, _ ("Distance (km)"));
  self->time = entry_row_new (self, _ ("Duration (like 45:10)"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->distance), _ ("Like 8.2, 8.2 km or 5 mi"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->time), _ ("Like 45:10, 45 or 1:05:00"));
  self->effort = combo_row_new (_ ("Effort (0–10)"), efforts);
  self->shoes = combo_row_new (_ ("Shoes"), NULL);
  self->new_shoe = entry_row_new (self, _ ("Name of the new pair"));
  gtk_widget_set_visible (GTK_WIDGET (self->new_shoe), FALSE);
  self->note = entry_row_new (self, _ ("Note"));
  self->climb = entry_row_new (self, _ ("Climb (m)"));
  self->date = LUM_DAY_ROW (lum_day_row_new (_ ("Date"), LUM_DAY_NONE, FALSE));
  g_signal_connect_object (self->date, "changed", G_CALLBACK (date_cb), self, G_CONNECT_SWAPPED);

  gtk_string_list_append (surfaces, _ ("Not recorded"));
  for (LumSurface surface = LUM_SURFACE_ROAD; surface <= LUM_SURFACE_SAND; surface++)
    gtk_string_list_append (surfaces, lum_surface_get_label (surface));
  self->surface = combo_row_new (_ ("Surface"), surfaces);

  self->race = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->race), GTK_ALIGN_CENTER);
  lum_widget_set_label (GTK_WIDGET (self->race), _ ("Race"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (race_row), _ ("Race"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (race_row), GTK_WIDGET (self->race));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (race_row), GTK_WIDGET (self->race));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (more), _ ("More"));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (more), GTK_WIDGET (self->note));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (more), GTK_WIDGET (self->surface));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (more), GTK_WIDGET (self->climb));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (more), race_row);

  GtkWidget *rows[] = {GTK_WIDGET (self->distance),
                       GTK_WIDGET (self->time),
                       GTK_WIDGET (self->date),
                       GTK_WIDGET (self->effort),
                       GTK_WIDGET (self->shoes),
                       GTK_WIDGET (self->new_shoe),
                       more};
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), rows[i]);
  gtk_box_append (GTK_BOX (box), self->group);

  self->hint = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->hint, TRUE);
  gtk_label_set_xalign (self->hint, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->hint), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "numeric");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), FALSE);
  self->save = gtk_button_new_with_mnemonic (_ ("_Save Run"));
  gtk_widget_set_halign (self->save, GTK_ALIGN_END);
  gtk_widget_set_valign (self->save, GTK_ALIGN_START);
  gtk_widget_set_hexpand (self->save, TRUE);
  g_signal_connect_object (self->save, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->hint));
  gtk_box_append (GTK_BOX (foot), self->save);
  gtk_box_append (GTK_BOX (box), foot);
  adw_bin_set_child (ADW_BIN (self), box);

  g_signal_connect_object (self->shoes, "notify::selected", G_CALLBACK (shoe_chosen_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
lum_run_form_new (LumUiContext *context)
{
  LumRunForm *self = g_object_new (LUM_TYPE_RUN_FORM, NULL);

  self->context = g_object_ref (context);
  lum_run_form_update (self);
  return GTK_WIDGET (self);
}

/**
 * lum_run_form_update:
 *
 * Takes up the units and the shoes as they are now; what is typed stays.
 */
void
lum_run_form_update (LumRunForm *self)
{
  g_return_if_fail (LUM_IS_RUN_FORM (self));

  guint position = adw_combo_row_get_selected (self->shoes);
  gboolean typing = gtk_widget_get_visible (GTK_WIDGET (self->new_shoe)) && !is_blank (self->new_shoe);
  g_autofree char *wanted = self->shoe_ids->len > 0 && position < self->shoe_ids->len && position > 0
                                ? g_strdup (self->shoe_ids->pdata[position])
                                : NULL;

  set_units (self, lum_ui_context_get_units (self->context));
  lum_day_row_set_range (self->date, LUM_DAY_NONE, lum_ui_context_get_today (self->context));
  if (self->day == LUM_DAY_NONE && !self->run)
    lum_day_row_set_day (self->date, lum_ui_context_get_today (self->context));
  if (typing)
    return;
  self->filling = TRUE;
  fill_shoes (self, wanted ? wanted : self->run ? (self->run->shoe_id ? self->run->shoe_id : "") : NULL);
  self->filling = FALSE;
}

/**
 * lum_run_form_set_day:
 * @day: or LUM_DAY_NONE for today
 *
 * The day that a new run is of.
 */
void
lum_run_form_set_day (LumRunForm *self, LumDay day)
{
  g_return_if_fail (LUM_IS_RUN_FORM (self));

  self->day = day;
  if (day != LUM_DAY_NONE)
    lum_day_row_set_day (self->date, day);
}

/**
 * lum_run_form_set_run:
 * @run: copied
 *
 * Fills the form with a run to change.
 */
void
lum_run_form_set_run (LumRunForm *self, const LumRun *run)
{
  g_return_if_fail (LUM_IS_RUN_FORM (self));

  double seconds = lum_run_get_duration (run);
  g_autofree char *distance = NULL, *time = NULL, *climb = NULL;

  if (self->run)
    lum_record_free (LUM_RECORD_RUN, self->run);
  self->run = lum_record_copy (LUM_RECORD_RUN, run);

  self->filling = TRUE;
  if (!isnan (run->distance_m))
    distance =
        lum_format_number (run->distance_m / (self->units == LUM_UNITS_IMPERIAL ? LUM_METRES_PER_MILE : 1000), 2);
  if (!isnan (seconds) && seconds > 0)
    time = lum_format_duration (seconds);
  if (!isnan (run->ascent_m))
    climb = lum_format_number (run->ascent_m, 0);
  gtk_editable_set_text (GTK_EDITABLE (self->distance), distance ? distance : "");
  gtk_editable_set_text (GTK_EDITABLE (self->time), time ? time : "");
  gtk_editable_set_text (GTK_EDITABLE (self->climb), climb ? climb : "");
  gtk_editable_set_text (GTK_EDITABLE (self->note), run->note ? run->note : "");
  adw_combo_row_set_selected (self->effort, lum_score_to_position (run->effort));
  adw_combo_row_set_selected (self->surface, run->surface == LUM_INT_NONE ? 0 : run->surface + 1);
  gtk_switch_set_active (self->race, run->race == 1);
  fill_shoes (self, run->shoe_id ? run->shoe_id : "");
  self->filling = FALSE;
  gtk_widget_set_visible (self->save, FALSE);
  lum_day_row_set_day (self->date, run->day);
  show_pace (self);
}
