/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-form-dialog.h"
#include "lum-i18n.h"
#include "lum-messages.h"
#include "lum-parameters.h"
#include "lum-record-dialogs.h"
#include "lum-record-safety.h"
#include "lum-sign-row.h"
#include "lum-ui-words.h"
#include "lum-wrap-box.h"

/* The safety check (RF-R6): one screen in groups, the ten emergency lines first, none answered beforehand. */
typedef struct {
  LumUiContext *context;
  GPtrArray *rows; /* LumSignRow */
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_ptr_array_unref (form->rows);
  g_object_unref (form->context);
  g_free (form);
}

static gboolean
save (LumFormDialog *dialog, gpointer user_data)
{
  Form *form = user_data;
  g_autoptr (GArray) answers = g_array_new (FALSE, TRUE, sizeof (LumSafetyAnswer));
  GtkWidget *window = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (dialog)));
  gboolean all_no = TRUE;

  for (guint i = 0; i < form->rows->len; i++) {
    LumSignRow *row = form->rows->pdata[i];
    LumSafetyAnswer answer = {
        .question = lum_sign_row_get_question (row),
        .answer = lum_sign_row_get_answer (row),
        .since = lum_sign_row_get_since (row),
    };

    if (answer.answer == LUM_INT_NONE)
      continue;
    all_no = all_no && answer.answer == LUM_SAFETY_NO;
    g_array_append_val (answers, answer);
  }
  if (answers->len == 0)
    return TRUE;
  lum_ui_context_commit (form->context, window,
                         lum_record_safety_check (lum_ui_context_get_journal (form->context),
                                                  (LumSafetyAnswer *) answers->data, answers->len),
                         _ ("Safety check saved"));
  /* What the answers amount to stands on Today. */
  if (!all_no)
    gtk_widget_activate_action (window, "win.show-page", "s", "today");
  return TRUE;
}

/* --- groups --- */

/* What was answered stays. */
static void
none_cb (GtkButton *button, gpointer user_data)
{
  GPtrArray *rows = user_data;

  for (guint i = 0; i < rows->len; i++)
    if (lum_sign_row_get_answer (rows->pdata[i]) == LUM_INT_NONE)
      lum_sign_row_set_answer (rows->pdata[i], LUM_SAFETY_NO);
}

static void
unref_rows (gpointer rows, GClosure *closure)
{
  g_ptr_array_unref (rows);
}

static GtkWidget *
group_new (const char *title, GPtrArray *rows)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *head = lum_wrap_box_new (12);
  GtkWidget *heading = gtk_label_new (title), *group = adw_preferences_group_new ();
  GtkWidget *none = gtk_button_new_with_label (_ ("None of These"));
  /* Translators: for a screen reader: "None of These: Fever" */
  g_autofree char *label = g_strdup_printf (_ ("None of These: %s"), title);

  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_valign (heading, GTK_ALIGN_CENTER);
  lum_widget_set_label (none, label);
  g_signal_connect_data (none, "clicked", G_CALLBACK (none_cb), g_ptr_array_ref (rows), unref_rows, G_CONNECT_DEFAULT);
  /* A group's own title would be cut beside its button. */
  lum_wrap_box_append (LUM_WRAP_BOX (head), heading);
  lum_wrap_box_append (LUM_WRAP_BOX (head), none);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), group);
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), rows->pdata[i]);
  lum_widget_set_label (group, title);
  return box;
}

/* "Answered on 26 May: no": nothing is answered beforehand, but what was said before is not lost either. */
static void
add_hint (Form *form, LumSignRow *row)
{
  LumDiary *diary = lum_ui_context_get_diary (form->context);
  LumDay today = lum_ui_context_get_today (form->context);
  const char *words[] = {_ ("no"), _ ("yes"), _ ("not sure"), _ ("old and checked")};
  gsize n;
  const LumSafetyAnswer *answers = lum_diary_get_safety (diary, &n);
  g_autofree char *date = NULL, *hint = NULL;

  while (n > 0 && g_strcmp0 (answers[n - 1].question, lum_sign_row_get_question (row)) != 0)
    n--;
  if (n == 0 || answers[n - 1].answer < 0 || answers[n - 1].answer > LUM_SAFETY_OLD_CHECKED)
    return;
  date = lum_message_date (answers[n - 1].day, today);
  /* Translators: %1$s is a date, %2$s an answer: no, yes, not sure, old and checked */
  hint = g_strdup_printf (_ ("Answered on %1$s: %2$s"), date, words[answers[n - 1].answer]);
  lum_sign_row_set_hint (row, hint);
}

static LumSignRow *
row_new (Form *form, const LumSafety *safety, const LumSafetySign *sign)
{
  LumDay today = lum_ui_context_get_today (form->context);
  LumSignRow *row = LUM_SIGN_ROW (lum_sign_row_new (sign->id, _ (sign->ask), FALSE, today));
  const LumOpenSign *open = lum_safety_find_open (safety, sign->id);

  if (sign->fresh_is_never_old)
    lum_sign_row_set_old_note (row, _ ("What is newer than two weeks, or has no date, counts as a yes."));
  if (open && open->answer) {
    g_autofree char *date = lum_message_date (open->day, today);
    /* Translators: %s is the date of an answer */
    g_autofree char *note =
        g_strdup_printf (_ ("Open since your answer of %s. Its card on Today says what can be done."), date);

    lum_sign_row_set_note (row, note);
  } else {
    add_hint (form, row);
    g_ptr_array_add (form->rows, row);
  }
  return row;
}

static void
add_signs (Form *form, GtkBox *box, const LumSafety *safety, const char *title, gboolean emergency, LumSignGroup group)
{
  guint n;
  const LumSafetySign *signs = lum_safety_signs_get (&n);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    if (!signs[i].counted && (signs[i].tier == LUM_TIER_EMERGENCY) == emergency &&
        (emergency || signs[i].group == group))
      g_ptr_array_add (rows, row_new (form, safety, &signs[i]));
  if (rows->len > 0)
    gtk_box_append (box, group_new (title, rows));
}

/* RF-22: asked at twelve weeks, of those in whom it began before 45. */
static gboolean
asks_inflammation (LumUiContext *context)
{
  LumFindings *findings = lum_ui_context_get_findings (context);
  int age;

  if (!findings || findings->status->course != LUM_COURSE_CHRONIC)
    return FALSE;
  age = lum_background_get_age (lum_ui_context_get_diary (context), findings->status->onset,
                                lum_ui_context_get_today (context));
  return age == LUM_INT_NONE || age < LUM_P_INFLAMMATION_AGE;
}

static void
add_inflammation (Form *form, GtkBox *box)
{
  guint n;
  const LumInflammationSign *signs = lum_inflammation_signs_get (&n);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < n; i++) {
    GtkWidget *row = lum_sign_row_new (signs[i].id, _ (signs[i].ask), TRUE, lum_ui_context_get_today (form->context));

    g_ptr_array_add (rows, row);
    g_ptr_array_add (form->rows, row);
  }
  gtk_box_append (box, group_new (_ ("After Twelve Weeks"), rows));
}

/* --- why --- */

static GtkWidget *
why_new (void)
{
  GtkWidget *group = adw_preferences_group_new (), *expander = adw_expander_row_new ();
  guint n;
  const LumSafetySign *signs = lum_safety_signs_get (&n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), _ ("Why These Are Asked"));
  for (guint i = 0; i < n; i++) {
    GtkWidget *row = adw_action_row_new ();
    g_autofree char *text =
        signs[i].source
            /* Translators: what a sign may be of, and the names of the lists that it stands on */
            ? g_strdup_printf (_ ("May be a sign of: %1$s. On the lists: %2$s."), _ (signs[i].why), signs[i].source)
            : g_strdup_printf (_ ("May be a sign of: %s. Not from a list that was checked."), _ (signs[i].why));

    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (signs[i].brief));
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
  }
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("Published warning signs in our own words, not yet reviewed by a clinician. Single signs are poor tests: most "
         "people who tick one have ordinary back pain. General information, not a diagnosis and no substitute for "
         "talking with your doctor."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), expander);
  return group;
}

/**
 * lum_safety_dialog_present:
 *
 * The safety check. What is answered is kept with today's date; what is left open was not asked.
 *
 * Returns: the dialog, shown
 */
GtkWindow *
lum_safety_dialog_present (GtkWindow *parent, LumUiContext *context)
{
  static const char *const titles[LUM_N_SIGN_GROUPS] = {
      [LUM_SIGN_GROUP_NERVES] = N_ ("Nerves"),
      [LUM_SIGN_GROUP_HEART_AND_FALLS] = N_ ("Heart and Falls"),
      [LUM_SIGN_GROUP_FEVER] = N_ ("Fever"),
      [LUM_SIGN_GROUP_SHAPE_AND_BONES] = N_ ("Shape and Bones"),
      [LUM_SIGN_GROUP_GENERAL] = N_ ("You in General"),
      [LUM_SIGN_GROUP_RUNNER] = N_ ("As a Runner"),
  };
  g_autoptr (LumSafety) safety =
      lum_safety_new (lum_ui_context_get_diary (context), lum_ui_context_get_today (context));
  Form *form = g_new0 (Form, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *lead = gtk_label_new (_ ("A one-minute safety check. The first signs are rare but should not wait. Many "
                                      "people with ordinary back pain tick one of the others."));
  LumFormDialog *dialog;

  form->context = g_object_ref (context);
  form->rows = g_ptr_array_new ();
  gtk_label_set_wrap (GTK_LABEL (lead), TRUE);
  gtk_label_set_xalign (GTK_LABEL (lead), 0);
  gtk_box_append (GTK_BOX (box), lead);
  add_signs (form, GTK_BOX (box), safety, _ ("Should Not Wait"), TRUE, 0);
  for (int group = 0; group < LUM_N_SIGN_GROUPS; group++)
    add_signs (form, GTK_BOX (box), safety, _ (titles[group]), FALSE, group);
  if (asks_inflammation (context))
    add_inflammation (form, GTK_BOX (box));
  gtk_box_append (GTK_BOX (box), why_new ());

  dialog = lum_form_dialog_new (parent, _ ("Safety Check"), _ ("_Save"), box, save, form, form_free);
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WINDOW (dialog);
}
