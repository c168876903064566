/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-safety-preferences.h"

#include <locale.h>

#include "lum-day-row.h"
#include "lum-emergency.h"
#include "lum-i18n.h"
#include "lum-parameters.h"
#include "lum-record-pain.h"
#include "lum-record-safety.h"
#include "lum-safety.h"

enum { NOT_SAID, NO, YES };

static const struct {
  const char *fact;
  const char *title;
} facts[] = {
    {LUM_FACT_CANCER, N_ ("Cancer, Ever")},
    {LUM_FACT_STEROIDS, N_ ("Steroids for Long")},
    {LUM_FACT_OSTEOPOROSIS, N_ ("Osteoporosis")},
    {LUM_FACT_IMMUNE, N_ ("Weak Immune System")},
    {LUM_FACT_BLOOD_THINNERS, N_ ("Blood Thinners")},
    {LUM_FACT_OPERATION, N_ ("Operation or Injection of the Spine")},
    {LUM_FACT_STRESS_FRACTURE, N_ ("Stress Fracture Before")},
    {LUM_FACT_PREGNANT, N_ ("Pregnant or May Be")},
};

struct _LumSafetyPreferences {
  AdwBin parent_instance;

  LumUiContext *context;
  gboolean filling;
  AdwEntryRow *number, *service, *birth_year;
  GtkLabel *birth_fault; /* why a year is not taken */
  AdwComboRow *facts[G_N_ELEMENTS (facts)];
  LumDayRow *operation; /* when */
};

G_DEFINE_FINAL_TYPE (LumSafetyPreferences, lum_safety_preferences, ADW_TYPE_BIN)

/* --- writing --- */

static void
apply_preference_cb (AdwEntryRow *row, LumSafetyPreferences *self)
{
  const char *key = row == self->number ? LUM_PREFERENCE_EMERGENCY : LUM_PREFERENCE_SERVICE;
  g_autofree char *value = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  lum_ui_context_commit (self->context, GTK_WIDGET (self),
                         lum_record_preference (lum_ui_context_get_journal (self->context), key, value), NULL);
}

static void
record_fact (LumSafetyPreferences *self, const char *fact, const char *value, LumDay since)
{
  lum_ui_context_commit (self->context, GTK_WIDGET (self),
                         lum_record_background (lum_ui_context_get_journal (self->context), fact, value, since), NULL);
}

/* A year that cannot be one is marked, and not written. */
static void
apply_birth_year_cb (AdwEntryRow *row, LumSafetyPreferences *self)
{
  g_autofree char *value = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  guint64 birth_year;
  int year;

  lum_day_to_ymd (lum_ui_context_get_today (self->context), &year, NULL, NULL);
  if (*value && !g_ascii_string_to_unsigned (value, 10, year - LUM_P_OLDEST + 1, year, &birth_year, NULL)) {
    /* Translators: %s is what was typed */
    g_autofree char *fault =
        g_strdup_printf (_ ("“%s” is not a year of birth. Write it like 1983, or leave it empty."), value);

    gtk_label_set_text (self->birth_fault, fault);
    gtk_widget_set_visible (GTK_WIDGET (self->birth_fault), TRUE);
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
    return;
  }
  gtk_widget_set_visible (GTK_WIDGET (self->birth_fault), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  record_fact (self, LUM_FACT_BIRTH_YEAR, value, LUM_DAY_NONE);
}

static const char *
get_word (guint selected)
{
  return selected == YES ? "yes" : selected == NO ? "no" : "";
}

static void
fact_changed_cb (AdwComboRow *row, GParamSpec *pspec, LumSafetyPreferences *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (facts) && !self->filling; i++)
    if (self->facts[i] == row)
      record_fact (self, facts[i].fact, get_word (adw_combo_row_get_selected (row)), LUM_DAY_NONE);
}

static void
operation_changed_cb (LumSafetyPreferences *self)
{
  if (!self->filling)
    record_fact (self, LUM_FACT_OPERATION, "yes", lum_day_row_get_day (self->operation));
}

/* --- showing --- */

static void
set_text (AdwEntryRow *row, const char *text)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), text ? text : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), text ? text : "");
}

static void
update (GtkWidget *widget, guint changes)
{
  LumSafetyPreferences *self = LUM_SAFETY_PREFERENCES (widget);
  LumDiary *diary = lum_ui_context_get_diary (self->context);
  LumDay today = lum_ui_context_get_today (self->context);
  const LumBackground *found = lum_background_find (diary, LUM_FACT_BIRTH_YEAR, today);

  if (!(changes & (LUM_UI_CHANGE_DIARY | LUM_UI_CHANGE_STATE)))
    return;
  self->filling = TRUE;
  set_text (self->number, lum_diary_get_preference (diary, LUM_PREFERENCE_EMERGENCY));
  set_text (self->service, lum_diary_get_preference (diary, LUM_PREFERENCE_SERVICE));
  set_text (self->birth_year, found ? found->value : NULL);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++) {
    found = lum_background_find (diary, facts[i].fact, today);
    adw_combo_row_set_selected (self->facts[i], !found ? NOT_SAID : g_strcmp0 (found->value, "yes") == 0 ? YES : NO);
  }
  found = lum_background_find (diary, LUM_FACT_OPERATION, today);
  gtk_widget_set_visible (GTK_WIDGET (self->operation), found && g_strcmp0 (found->value, "yes") == 0);
  lum_day_row_set_day (self->operation, found ? found->since : LUM_DAY_NONE);
  self->filling = FALSE;
}

static void
lum_safety_preferences_dispose (GObject *object)
{
  g_clear_object (&LUM_SAFETY_PREFERENCES (object)->context);

  G_OBJECT_CLASS (lum_safety_preferences_parent_class)->dispose (object);
}

static void
lum_safety_preferences_class_init (LumSafetyPreferencesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lum_safety_preferences_dispose;
}

static void
lum_safety_preferences_init (LumSafetyPreferences *self)
{
}

static AdwEntryRow *
entry_new (LumSafetyPreferences *self, const char *title, GCallback apply)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "apply", apply, self, G_CONNECT_DEFAULT);
  return ADW_ENTRY_ROW (row);
}

/* "Emergency Number (999 where you are)", where we know. */
static char *
name_with_default (const char *name, const char *known)
{
  /* Translators: the name of a field, and what is taken if it is left empty */
  return known ? g_strdup_printf (_ ("%1$s (empty: %2$s)"), name, known) : g_strdup (name);
}

static GtkWidget *
calls_new (LumSafetyPreferences *self)
{
  const LumEmergency *known = lum_emergency_from_locale (setlocale (LC_ADDRESS, NULL));
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *number = name_with_default (_ ("Emergency Number"), known ? known->number : NULL);
  g_autofree char *service = name_with_default (_ ("Urgent-Care Line"), known ? known->service : NULL);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Whom to Call"));
  self->number = entry_new (self, number, G_CALLBACK (apply_preference_cb));
  self->service = entry_new (self, service, G_CALLBACK (apply_preference_cb));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->number));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->service));
  return group;
}

static GtkWidget *
birth_new (LumSafetyPreferences *self)
{
  GtkWidget *group = adw_preferences_group_new (), *fault = gtk_label_new (NULL);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Your Background"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _ ("What a doctor would ask once. It makes some answers of the safety check "
                                            "weigh more, and stands on the doctor’s page. Each may be left open."));
  self->birth_year = entry_new (self, _ ("Year of Birth"), G_CALLBACK (apply_birth_year_cb));
  self->birth_fault = GTK_LABEL (fault);
  gtk_label_set_wrap (self->birth_fault, TRUE);
  gtk_label_set_xalign (self->birth_fault, 0);
  gtk_widget_set_margin_top (fault, 6);
  gtk_widget_add_css_class (fault, "error");
  gtk_widget_set_visible (fault, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->birth_year));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), fault);
  return group;
}

static GtkWidget *
background_new (LumSafetyPreferences *self)
{
  const char *words[] = {C_ ("background", "Not said"), C_ ("background", "No"), C_ ("background", "Yes"), NULL};
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++) {
    GtkWidget *row = adw_combo_row_new ();
    g_autoptr (GtkStringList) list = gtk_string_list_new (words);

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (facts[i].title));
    adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
    adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
    g_signal_connect_object (row, "notify::selected", G_CALLBACK (fact_changed_cb), self, G_CONNECT_DEFAULT);
    self->facts[i] = ADW_COMBO_ROW (row);
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    if (g_str_equal (facts[i].fact, LUM_FACT_OPERATION)) {
      self->operation = LUM_DAY_ROW (lum_day_row_new (_ ("When"), LUM_DAY_NONE, TRUE));
      lum_day_row_set_range (self->operation, LUM_DAY_NONE, lum_ui_context_get_today (self->context));
      g_signal_connect_object (self->operation, "changed", G_CALLBACK (operation_changed_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->operation));
    }
  }
  return group;
}

/**
 * lum_safety_preferences_new:
 *
 * Two groups of rows. What is chosen is written at once.
 */
GtkWidget *
lum_safety_preferences_new (LumUiContext *context)
{
  LumSafetyPreferences *self = g_object_new (LUM_TYPE_SAFETY_PREFERENCES, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->context = g_object_ref (context);
  self->filling = TRUE;
  gtk_box_append (GTK_BOX (box), calls_new (self));
  gtk_box_append (GTK_BOX (box), birth_new (self));
  gtk_box_append (GTK_BOX (box), background_new (self));
  adw_bin_set_child (ADW_BIN (self), box);
  self->filling = FALSE;
  lum_ui_context_keep_updated (context, GTK_WIDGET (self), update);
  return GTK_WIDGET (self);
}
