/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-day-row.h"
#include "lum-form-dialog.h"
#include "lum-i18n.h"
#include "lum-record-dialogs.h"
#include "lum-record-safety.h"

/* What became of open answers of the safety check (RF-R4): somebody has looked at them, or they were ticked by mistake.
 * Both are kept with their date. */
typedef struct {
  LumUiContext *context;
  gboolean mistake;
  LumDayRow *day;      /* of the check; NULL for a mistake */
  GPtrArray *switches; /* GtkSwitch, one a sign; its name is the sign's */
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_ptr_array_unref (form->switches);
  g_object_unref (form->context);
  g_free (form);
}

static gboolean
save (LumFormDialog *dialog, gpointer user_data)
{
  Form *form = user_data;
  LumJournal *journal = lum_ui_context_get_journal (form->context);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) chosen = NULL;
  LumChangeSet *changes;

  for (guint i = 0; i < form->switches->len; i++)
    if (gtk_switch_get_active (form->switches->pdata[i]))
      g_strv_builder_add (builder, gtk_widget_get_name (form->switches->pdata[i]));
  chosen = g_strv_builder_end (builder);
  if (!chosen[0])
    return TRUE;
  if (form->mistake)
    changes = lum_record_safety_mistake (journal, (const char *const *) chosen);
  else
    changes = lum_record_safety_checked (journal, (const char *const *) chosen, lum_day_row_get_day (form->day));
  lum_ui_context_commit (form->context, GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (dialog))), changes,
                         form->mistake ? _ ("Saved: ticked by mistake") : _ ("Saved: it was looked at"));
  return TRUE;
}

static GtkWidget *
sign_row_new (Form *form, const LumOpenSign *open)
{
  GtkWidget *row = adw_action_row_new (), *toggle = gtk_switch_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (open->sign->ask));
  gtk_switch_set_active (GTK_SWITCH (toggle), TRUE);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_widget_set_name (toggle, open->sign->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (open->sign->ask), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  g_ptr_array_add (form->switches, toggle);
  return row;
}

/**
 * lum_settle_dialog_present:
 * @tier: whose card it is about
 * @mistake: they were ticked by mistake, else somebody has looked at them
 *
 * Asks which of the open answers it was, and when.
 *
 * Returns: (nullable): the dialog; %NULL where nothing is open
 */
GtkWindow *
lum_settle_dialog_present (GtkWindow *parent, LumUiContext *context, LumTier tier, gboolean mistake)
{
  LumDay today = lum_ui_context_get_today (context);
  g_autoptr (LumSafety) safety = lum_safety_new (lum_ui_context_get_diary (context), today);
  Form *form = g_new0 (Form, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *signs = adw_preferences_group_new ();
  LumDay first = LUM_DAY_NONE;
  LumFormDialog *dialog;

  form->context = g_object_ref (context);
  form->mistake = mistake;
  form->switches = g_ptr_array_new ();
  for (guint i = 0; i < safety->open->len; i++) {
    const LumOpenSign *open = &g_array_index (safety->open, LumOpenSign, i);

    if (open->tier != tier)
      continue;
    first = first == LUM_DAY_NONE ? open->day : MIN (first, open->day);
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (signs), sign_row_new (form, open));
  }
  if (form->switches->len == 0) {
    g_object_unref (g_object_ref_sink (box));
    g_object_unref (g_object_ref_sink (signs));
    form_free (form);
    return NULL;
  }

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (signs),
                                   mistake ? _ ("What Was Ticked by Mistake") : _ ("What Was Looked At"));
  if (!mistake) {
    GtkWidget *when = adw_preferences_group_new ();

    form->day = LUM_DAY_ROW (lum_day_row_new (_ ("Checked on"), today, FALSE));
    lum_day_row_set_range (form->day, MIN (first, today), today);
    adw_preferences_group_set_description (
        ADW_PREFERENCES_GROUP (when),
        _ ("By a doctor, a physiotherapist or an urgent-care line. The answer is kept with this date."));
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (when), GTK_WIDGET (form->day));
    gtk_box_append (GTK_BOX (box), when);
  }
  gtk_box_append (GTK_BOX (box), signs);

  dialog = lum_form_dialog_new (parent, mistake ? _ ("Ticked by Mistake") : _ ("I’ve Been Checked"), _ ("_Save"), box,
                                save, form, form_free);
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WINDOW (dialog);
}
