/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-record-dialogs.h"

#include "lum-details-form.h"
#include "lum-form-dialog.h"
#include "lum-i18n.h"
#include "lum-record-pain.h"
#include "lum-run-form.h"
#include "lum-ui-words.h"

/* The dialogs that put a form of the Today page, or a single question, into a window. */

static gboolean
save_run (LumFormDialog *dialog, gpointer user_data)
{
  return lum_run_form_save (user_data);
}

static void
run_saved_cb (GtkWindow *dialog)
{
  gtk_window_close (dialog);
}

/**
 * lum_run_dialog_present:
 * @run: (nullable): one to change
 * @day: of a new one
 *
 * Asks for a run.
 */
GtkWindow *
lum_run_dialog_present (GtkWindow *parent, LumUiContext *context, const LumRun *run, LumDay day)
{
  GtkWidget *form = lum_run_form_new (context);
  g_autofree char *date = lum_day_format (run ? run->day : day, LUM_DAY_FORMAT_WEEKDAY);
  /* Translators: %s is a date */
  g_autofree char *title = g_strdup_printf (_ ("Run, %s"), date);

  lum_run_form_set_day (LUM_RUN_FORM (form), day);
  if (run)
    lum_run_form_set_run (LUM_RUN_FORM (form), run);

  LumFormDialog *dialog = lum_form_dialog_new (parent, title, _ ("_Save"), form, save_run, form, NULL);

  if (run)
    lum_form_dialog_add_delete (dialog, context, LUM_RECORD_RUN, run->base.id);
  g_signal_connect_object (form, "saved", G_CALLBACK (run_saved_cb), dialog, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WINDOW (dialog);
}

/* --- an answer to silence --- */

typedef struct {
  LumUiContext *context;
  LumDay first, last;
  AdwComboRow *word;
} GapForm;

static void
gap_form_free (gpointer data)
{
  GapForm *form = data;

  g_object_unref (form->context);
  g_free (form);
}

static gboolean
save_gap (LumFormDialog *dialog, gpointer user_data)
{
  GapForm *form = user_data;

  lum_ui_context_commit (form->context, GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (dialog))),
                         lum_record_gap (lum_ui_context_get_journal (form->context), form->first, form->last,
                                         adw_combo_row_get_selected (form->word)),
                         _ ("Answer saved"));
  return TRUE;
}

/**
 * lum_gap_dialog_present:
 * @answer: the one to change
 *
 * Asks again how days without entries were (EP-4).
 */
GtkWindow *
lum_gap_dialog_present (GtkWindow *parent, LumUiContext *context, const LumGapAnswer *answer)
{
  GapForm *form = g_new0 (GapForm, 1);
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  g_autofree char *from = lum_day_format (answer->first, LUM_DAY_FORMAT_WEEKDAY);
  g_autofree char *to = lum_day_format (answer->last, LUM_DAY_FORMAT_WEEKDAY);
  /* Translators: two dates */
  g_autofree char *days = g_strdup_printf (_ ("%s – %s"), from, to);

  form->context = g_object_ref (context);
  form->first = answer->first;
  form->last = answer->last;
  for (LumGapWord word = LUM_GAP_HURT; word <= LUM_GAP_UNSURE; word++)
    gtk_string_list_append (words, lum_gap_get_label (word));
  form->word = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (form->word), _ ("How was your back?"));
  adw_combo_row_set_model (form->word, G_LIST_MODEL (words));
  adw_combo_row_set_use_subtitle (form->word, TRUE);
  adw_combo_row_set_selected (form->word, answer->answer);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), days);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (form->word));

  LumFormDialog *dialog =
      lum_form_dialog_new (parent, _ ("Days Without Entries"), _ ("_Save"), group, save_gap, form, gap_form_free);

  lum_form_dialog_add_delete (dialog, context, LUM_RECORD_GAP_ANSWER, answer->base.id);
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WINDOW (dialog);
}

/* --- the details of a day --- */

static gboolean
save_details (LumFormDialog *dialog, gpointer user_data)
{
  return lum_details_form_flush (user_data);
}

/**
 * lum_details_dialog_present:
 *
 * Shows what else a day was like. What is changed is saved as it is changed.
 */
GtkWindow *
lum_details_dialog_present (GtkWindow *parent, LumUiContext *context, LumDay day)
{
  GtkWidget *form = lum_details_form_new (context);
  g_autofree char *date = lum_day_format (day, LUM_DAY_FORMAT_WEEKDAY);
  /* Translators: %s is a date */
  g_autofree char *title = g_strdup_printf (_ ("Details, %s"), date);
  LumFormDialog *dialog = lum_form_dialog_new (parent, title, _ ("_Done"), form, save_details, form, NULL);

  const LumDayDetail *detail = lum_find_day_detail (lum_ui_context_get_diary (context), day);

  lum_details_form_set_day (LUM_DETAILS_FORM (form), day);
  if (detail) {
    GtkWidget *delete = lum_form_dialog_add_delete (dialog, context, LUM_RECORD_DAY_DETAIL, detail->base.id);

    /* A change that waits to be saved must not bring it back. */
    g_signal_connect_object (delete, "clicked", G_CALLBACK (lum_details_form_forget), form, G_CONNECT_SWAPPED);
  }
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WINDOW (dialog);
}
