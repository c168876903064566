/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-day-row.h"
#include "lum-form-dialog.h"
#include "lum-i18n.h"
#include "lum-record-dialogs.h"
#include "lum-record-pain.h"
#include "lum-score-row.h"
#include "lum-ui-words.h"

#define BACK_DAYS 14 /* how far back a score can be entered in the window (PM-5) */

/* A pain score: when it was felt, of which day, and a note. */
typedef struct {
  LumUiContext *context;
  LumPainEntry *entry; /* the one that is changed, or NULL */
  LumScoreRow *score;
  AdwComboRow *moment;
  LumDayRow *day;
  AdwEntryRow *note;
  GtkLabel *hint;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  if (form->entry)
    lum_record_free (LUM_RECORD_PAIN, form->entry);
  g_object_unref (form->context);
  g_free (form);
}

static gboolean
complain (Form *form, const char *text)
{
  gtk_label_set_text (form->hint, text);
  gtk_widget_set_visible (GTK_WIDGET (form->hint), TRUE);
  return FALSE;
}

static gboolean
save (LumFormDialog *dialog, gpointer user_data)
{
  Form *form = user_data;
  LumDay today = lum_ui_context_get_today (form->context), day = lum_day_row_get_day (form->day);
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->note))));
  gboolean moved = !form->entry || day != form->entry->day;
  LumPainEntry entry;

  if (lum_score_row_get_saved (form->score) == LUM_INT_NONE)
    return complain (form, _ ("Choose a score from 0 to 10."));
  if (moved && (day > today || day < today - BACK_DAYS))
    return complain (form, _ ("A score can be entered for today and the 14 days before."));

  lum_record_init (LUM_RECORD_PAIN, &entry);
  if (form->entry)
    entry = *form->entry;
  entry.score = lum_score_row_get_saved (form->score);
  entry.moment = adw_combo_row_get_selected (form->moment);
  entry.day = day;
  entry.note = *note ? note : NULL;
  lum_ui_context_commit (form->context, GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (dialog))),
                         lum_record_pain_entry (lum_ui_context_get_journal (form->context), &entry), _ ("Entry saved"));
  return TRUE;
}

static void
chosen_cb (LumScoreRow *row, int score)
{
  lum_score_row_set_saved (row, score, NULL);
}

/**
 * lum_entry_dialog_present:
 * @entry: (nullable): one to change
 * @day: of a new one
 *
 * Asks for a pain score.
 */
GtkWindow *
lum_entry_dialog_present (GtkWindow *parent, LumUiContext *context, const LumPainEntry *entry, LumDay day)
{
  Form *form = g_new0 (Form, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (GtkStringList) moments = gtk_string_list_new (NULL);

  form->context = g_object_ref (context);
  if (entry)
    form->entry = lum_record_copy (LUM_RECORD_PAIN, entry);
  form->score = LUM_SCORE_ROW (lum_score_row_new ());
  lum_widget_set_label (GTK_WIDGET (form->score), _ ("Pain from 0 to 10"));
  g_signal_connect (form->score, "chosen", G_CALLBACK (chosen_cb), NULL);
  if (entry)
    lum_score_row_set_saved (form->score, entry->score, NULL);

  for (LumMoment moment = LUM_MOMENT_AVERAGE; moment < LUM_N_MOMENTS; moment++)
    gtk_string_list_append (moments, lum_moment_get_label (moment));
  form->moment = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (form->moment), _ ("When"));
  adw_combo_row_set_model (form->moment, G_LIST_MODEL (moments));
  adw_combo_row_set_use_subtitle (form->moment, TRUE);
  if (entry)
    adw_combo_row_set_selected (form->moment, entry->moment);
  form->day = LUM_DAY_ROW (lum_day_row_new (_ ("Date"), entry ? entry->day : day, FALSE));
  lum_day_row_set_range (form->day, LUM_DAY_NONE, lum_ui_context_get_today (context));
  form->note = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (form->note), _ ("Note"));
  gtk_editable_set_text (GTK_EDITABLE (form->note), entry && entry->note ? entry->note : "");
  form->hint = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (form->hint, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (form->hint), "error");
  gtk_widget_set_visible (GTK_WIDGET (form->hint), FALSE);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (form->moment));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (form->day));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (form->note));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (form->score));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (form->hint));
  gtk_box_append (GTK_BOX (box), group);

  LumFormDialog *dialog =
      lum_form_dialog_new (parent, entry ? _ ("Pain") : _ ("Add Pain"), _ ("_Save"), box, save, form, form_free);

  if (entry)
    lum_form_dialog_add_delete (dialog, context, LUM_RECORD_PAIN, entry->base.id);
  g_signal_connect_object (form->note, "entry-activated", G_CALLBACK (lum_form_dialog_save), dialog, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WINDOW (dialog);
}
