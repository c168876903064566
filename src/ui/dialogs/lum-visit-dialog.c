/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-day-row.h"
#include "lum-form-dialog.h"
#include "lum-i18n.h"
#include "lum-record-dialogs.h"
#include "lum-record-pain.h"

/* I've Seen Someone… (VI-1): it settles the card, and is an anchor of the report. */
typedef struct {
  LumUiContext *context;
  LumVisit *visit; /* the one that is changed, or NULL */
  LumDayRow *day, *next, *pause_until;
  AdwEntryRow *who, *agreed;
  AdwComboRow *plan;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  if (form->visit)
    lum_record_free (LUM_RECORD_VISIT, form->visit);
  g_object_unref (form->context);
  g_free (form);
}

static char *
take_text (AdwEntryRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text ? g_steal_pointer (&text) : NULL;
}

static gboolean
save (LumFormDialog *dialog, gpointer user_data)
{
  Form *form = user_data;
  g_autofree char *who = take_text (form->who), *agreed = take_text (form->agreed);
  LumVisit visit;

  lum_record_init (LUM_RECORD_VISIT, &visit);
  if (form->visit)
    visit = *form->visit;
  visit.day = lum_day_row_get_day (form->day);
  visit.who = who;
  visit.agreed = agreed;
  visit.plan = adw_combo_row_get_selected (form->plan);
  visit.pause_until = visit.plan == LUM_PLAN_PAUSE ? lum_day_row_get_day (form->pause_until) : LUM_DAY_NONE;
  visit.next = lum_day_row_get_day (form->next);
  lum_ui_context_commit (form->context, GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (dialog))),
                         lum_record_visit (lum_ui_context_get_journal (form->context), &visit), _ ("Visit saved"));
  return TRUE;
}

static void
plan_cb (AdwComboRow *row, GParamSpec *pspec, GtkWidget *pause_until)
{
  gtk_widget_set_visible (pause_until, adw_combo_row_get_selected (row) == LUM_PLAN_PAUSE);
}

static AdwEntryRow *
entry_new (const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text ? text : "");
  return ADW_ENTRY_ROW (row);
}

/**
 * lum_visit_dialog_present:
 * @visit: (nullable): one to change
 *
 * Asks whom the person saw, when, and what was agreed.
 */
GtkWindow *
lum_visit_dialog_present (GtkWindow *parent, LumUiContext *context, const LumVisit *visit)
{
  Form *form = g_new0 (Form, 1);
  GtkWidget *group = adw_preferences_group_new ();
  const char *plans[] = {_ ("Nothing agreed"), _ ("Run as agreed"), _ ("Pause until…"), NULL};
  g_autoptr (GtkStringList) list = gtk_string_list_new (plans);
  LumDay today = lum_ui_context_get_today (context);
  /* Nobody is seen at one in the morning: until three it is about the day that is ending (PM-1). */
  LumQuestion question = lum_question_now (lum_ui_context_get_clock (context));
  LumDay day = question.evening_before ? question.day : today;

  form->context = g_object_ref (context);
  if (visit)
    form->visit = lum_record_copy (LUM_RECORD_VISIT, visit);
  form->day = LUM_DAY_ROW (lum_day_row_new (_ ("Date"), visit ? visit->day : day, FALSE));
  form->who = entry_new (_ ("Whom you saw"), visit ? visit->who : NULL);
  form->agreed = entry_new (_ ("What was agreed"), visit ? visit->agreed : NULL);
  form->plan = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (form->plan), _ ("Running"));
  adw_combo_row_set_model (form->plan, G_LIST_MODEL (list));
  adw_combo_row_set_use_subtitle (form->plan, TRUE);
  form->pause_until =
      LUM_DAY_ROW (lum_day_row_new (_ ("Pause until"), visit ? visit->pause_until : LUM_DAY_NONE, TRUE));
  form->next = LUM_DAY_ROW (lum_day_row_new (_ ("Next appointment"), visit ? visit->next : LUM_DAY_NONE, TRUE));
  lum_day_row_set_range (form->day, LUM_DAY_NONE, today);
  lum_day_row_set_range (form->pause_until, today, LUM_DAY_NONE);
  lum_day_row_set_range (form->next, today, LUM_DAY_NONE);
  g_signal_connect (form->plan, "notify::selected", G_CALLBACK (plan_cb), form->pause_until);
  gtk_widget_set_visible (GTK_WIDGET (form->pause_until), FALSE);
  if (visit && visit->plan != LUM_INT_NONE)
    adw_combo_row_set_selected (form->plan, visit->plan);

  GtkWidget *rows[] = {GTK_WIDGET (form->day),  GTK_WIDGET (form->who),         GTK_WIDGET (form->agreed),
                       GTK_WIDGET (form->plan), GTK_WIDGET (form->pause_until), GTK_WIDGET (form->next)};
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), rows[i]);

  LumFormDialog *dialog = lum_form_dialog_new (parent, visit ? _ ("Visit") : _ ("I’ve Seen Someone"), _ ("_Save"),
                                               group, save, form, form_free);

  if (visit)
    lum_form_dialog_add_delete (dialog, context, LUM_RECORD_VISIT, visit->base.id);
  g_signal_connect_object (form->who, "entry-activated", G_CALLBACK (lum_form_dialog_save), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (form->agreed, "entry-activated", G_CALLBACK (lum_form_dialog_save), dialog,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WINDOW (dialog);
}
