/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-report-dialog.h"

#include "lum-compat.h"
#include "lum-fit-bin.h"
#include "lum-i18n.h"
#include "lum-report-choices.h"
#include "lum-report-offers.h"
#include "lum-report-preview.h"
#include "lum-report-printer.h"
#include "lum-report-saver.h"
#include "lum-side-box.h"
#include "lum-window.h"

#define REDRAW_MS 200
#define ERROR_SECONDS 20 /* a sentence or two, read without haste */

struct _LumReportDialog {
  AdwWindow parent_instance;

  LumUiContext *context;
  gboolean filled; /* the choices hold what was chosen last */
  gboolean saving; /* a file is being written, or pages are on their way to a printer */
  gboolean making; /* a thread lays the preview out */
  gboolean again;  /* something changed meanwhile: what it makes is stale */
  guint redraw;

  AdwToastOverlay *toasts;
  AdwToast *last_toast; /* weak */
  char *file_name;      /* of the file that is being written */
  GtkBox *offers;
  LumReportChoices *choices;
  LumReportPreview *preview;
  GtkWidget *pager;
  GtkLabel *page_label;
  GtkWidget *save_button;
};

G_DEFINE_FINAL_TYPE (LumReportDialog, lum_report_dialog, ADW_TYPE_WINDOW)

enum { PROP_0, PROP_IDLE, N_PROPS };

static GParamSpec *properties[N_PROPS];

static LumFindings *
get_findings (LumReportDialog *self)
{
  return lum_ui_context_get_findings (self->context);
}

static void
update_idle (LumReportDialog *self)
{
  gboolean ready = self->context && !self->saving && get_findings (self) != NULL;
  static const char *const actions[] = {"report.save", "report.save-as", "report.print"};

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], ready);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IDLE]);
}

/* --- preview: laid out in a thread, drawn when it is there --- */

typedef struct {
  LumDiary *diary;
  LumFindings *findings;
  LumReportOptions options; /* with its own texts */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  lum_diary_unref (question->diary);
  lum_findings_unref (question->findings);
  lum_report_options_clear (&question->options);
  g_free (question);
}

static void
update_pager (LumReportDialog *self)
{
  guint n = lum_report_preview_get_n_pages (self->preview);
  guint page = lum_report_preview_get_page (self->preview);
  g_autofree char *text = g_strdup_printf (_ ("Page %1$u of %2$u"), page + 1, n);

  gtk_widget_set_visible (self->pager, n > 1);
  gtk_label_set_text (self->page_label, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.previous-page", page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.next-page", page + 1 < n);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *question = data;

  g_task_return_pointer (task, lum_report_new_apart (question->diary, question->findings, &question->options),
                         (GDestroyNotify) lum_report_free);
}

static void redraw (LumReportDialog *self);

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LumReportDialog) self = user_data;
  LumReport *report = g_task_propagate_pointer (G_TASK (result), NULL);

  self->making = FALSE;
  if (!self->context) {
    g_clear_pointer (&report, lum_report_free);
    return;
  }
  /* Also one that is stale: while somebody types the page follows, a little behind. */
  lum_report_preview_set_report (self->preview, report);
  update_pager (self);
  if (self->again)
    redraw (self);
  update_idle (self);
}

static void
redraw (LumReportDialog *self)
{
  g_autoptr (GTask) task = NULL;
  LumReportOptions options;
  Question *question;

  g_clear_handle_id (&self->redraw, g_source_remove);
  self->again = self->making;
  if (self->making || !get_findings (self) || !lum_report_choices_get_options (self->choices, &options)) {
    update_idle (self);
    return;
  }
  question = g_new0 (Question, 1);
  question->diary = lum_diary_ref (lum_report_choices_get_diary (self->context));
  question->findings = lum_findings_ref (get_findings (self));
  lum_report_options_copy (&question->options, &options);
  self->making = TRUE;
  task = g_task_new (NULL, NULL, made_cb, g_object_ref (self));
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, make_in_thread);
  update_idle (self);
}

static gboolean
redraw_cb (gpointer data)
{
  LumReportDialog *self = data;

  self->redraw = 0;
  redraw (self);
  return G_SOURCE_REMOVE;
}

static void
redraw_soon (LumReportDialog *self)
{
  if (self->redraw == 0)
    self->redraw = g_timeout_add (REDRAW_MS, redraw_cb, self);
  update_idle (self);
}

static void
turn_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LumReportDialog *self = LUM_REPORT_DIALOG (widget);
  guint page = lum_report_preview_get_page (self->preview);

  if (g_str_equal (name, "report.next-page"))
    lum_report_preview_set_page (self->preview, page + 1);
  else if (page > 0)
    lum_report_preview_set_page (self->preview, page - 1);
  update_pager (self);
}

/* --- saving and printing --- */

static void
set_saving (LumReportDialog *self, gboolean saving)
{
  self->saving = saving;
  update_idle (self);
}

static void
remember (LumReportDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (self->filled)
    lum_report_choices_remember (self->choices, parent ? GTK_WIDGET (parent) : GTK_WIDGET (self));
}

static void
say (LumReportDialog *self, const char *text, gboolean wrong)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  /* What was said last is what counts. */
  if (self->last_toast)
    adw_toast_dismiss (self->last_toast);
  g_set_weak_pointer (&self->last_toast, toast);
  if (wrong) {
    adw_toast_set_timeout (toast, ERROR_SECONDS);
    adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  }
  adw_toast_overlay_add_toast (self->toasts, toast);
  lum_compat_announce (GTK_WIDGET (self), text);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LumReportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean saved = lum_report_save_finish (result, &error);

  if (!self->context)
    return;
  if (saved) {
    /* Translators: %s is a file's name */
    g_autofree char *text = g_strdup_printf (_ ("Saved to %s"), self->file_name);

    say (self, text, FALSE);
  } else
    say (self, error->message, TRUE);
  set_saving (self, FALSE);
}

typedef struct {
  LumReportDialog *self;
  char *form;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_object_unref (save->self);
  g_free (save->form);
  g_free (save);
}

static void
file_chosen_cb (GListModel *files, gpointer user_data)
{
  Save *save = user_data;
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  if (file && save->self->context)
    lum_report_dialog_save_to (save->self, file, save->form);
}

static const struct {
  const char *form, *title, *stem;
} kinds[] = {
    /* Translators: titles, and file names without their endings; %s is the date as 2026-05-27 */
    {"pdf", N_ ("Save the Report"), N_ ("Back and running report %s")},
    {"csv", N_ ("Save the Days"), N_ ("Back and running days %s")},
    {"chart-", N_ ("Save the Chart"), N_ ("Back and running chart %s")},
};

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LumReportDialog *self = LUM_REPORT_DIALOG (widget);
  g_autofree char *day = lum_day_to_iso (lum_ui_context_get_today (self->context));
  const char *form = parameter ? g_variant_get_string (parameter, NULL) : "pdf";
  g_autofree char *stem = NULL, *file = NULL;
  Save *save;
  guint kind = 0;

  while (kind + 1 < G_N_ELEMENTS (kinds) && !g_str_has_prefix (form, kinds[kind].form))
    kind++;
  {
    g_autoptr (GString) text = g_string_new (_ (kinds[kind].stem));

    g_string_replace (text, "%s", day, 1);
    stem = g_string_free (g_steal_pointer (&text), FALSE);
  }
  file = g_strconcat (stem, lum_report_get_ending (form), NULL);
  save = g_new0 (Save, 1);
  save->self = g_object_ref (self);
  save->form = g_strdup (form);
  lum_compat_save_file (GTK_WINDOW (self), _ (kinds[kind].title), file, file_chosen_cb, save, save_free);
}

static void
printed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LumReportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean cancelled = FALSE, printed = lum_report_print_finish (result, &cancelled, &error);

  if (!self->context)
    return;
  if (!printed)
    say (self, error->message, TRUE);
  else if (!cancelled)
    say (self, _ ("Sent to the printer"), FALSE);
  set_saving (self, FALSE);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lum_report_dialog_print_to (LUM_REPORT_DIALOG (widget), NULL);
}

/* --- the widget --- */

static void
update (GtkWidget *widget, guint changes)
{
  LumReportDialog *self = LUM_REPORT_DIALOG (widget);

  if (!self->filled && get_findings (self)) {
    lum_report_choices_fill (self->choices, self->context);
    self->filled = TRUE;
  }
  redraw (self);
}

static gboolean
lum_report_dialog_close_request (GtkWindow *window)
{
  remember (LUM_REPORT_DIALOG (window));
  return GTK_WINDOW_CLASS (lum_report_dialog_parent_class)->close_request (window);
}

static void
lum_report_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LumReportDialog *self = LUM_REPORT_DIALOG (object);

  switch (id) {
  case PROP_IDLE:
    g_value_set_boolean (value, !self->saving && !self->making && self->redraw == 0);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
lum_report_dialog_dispose (GObject *object)
{
  LumReportDialog *self = LUM_REPORT_DIALOG (object);

  g_clear_handle_id (&self->redraw, g_source_remove);
  g_clear_weak_pointer (&self->last_toast);
  g_clear_pointer (&self->file_name, g_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (lum_report_dialog_parent_class)->dispose (object);
}

static void
lum_report_dialog_class_init (LumReportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lum_report_dialog_get_property;
  object_class->dispose = lum_report_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = lum_report_dialog_close_request;

  /**
   * LumReportDialog:idle:
   *
   * Whether the preview shows what was chosen and nothing is being saved.
   */
  properties[PROP_IDLE] = g_param_spec_boolean ("idle", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LUM_TYPE_FIT_BIN);
  g_type_ensure (LUM_TYPE_SIDE_BOX);
  g_type_ensure (LUM_TYPE_REPORT_CHOICES);
  g_type_ensure (LUM_TYPE_REPORT_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lumbar_journal/Lumbar/dialogs/lum-report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LumReportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, LumReportDialog, offers);
  gtk_widget_class_bind_template_child (widget_class, LumReportDialog, choices);
  gtk_widget_class_bind_template_child (widget_class, LumReportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, LumReportDialog, pager);
  gtk_widget_class_bind_template_child (widget_class, LumReportDialog, page_label);
  gtk_widget_class_bind_template_child (widget_class, LumReportDialog, save_button);
  gtk_widget_class_install_action (widget_class, "report.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "report.save-as", "s", save_action);
  gtk_widget_class_install_action (widget_class, "report.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "report.previous-page", NULL, turn_page_action);
  gtk_widget_class_install_action (widget_class, "report.next-page", NULL, turn_page_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "report.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "report.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "report.previous-page", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "report.next-page", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
lum_report_dialog_init (LumReportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->choices, "changed", G_CALLBACK (redraw_soon), self, G_CONNECT_SWAPPED);
}

GtkWidget *
lum_report_dialog_new (GtkWindow *parent, LumUiContext *context)
{
  LumReportDialog *self = g_object_new (LUM_TYPE_REPORT_DIALOG, "transient-for", parent, NULL);
  GtkWidget *offers;

  self->context = g_object_ref (context);
  offers = lum_report_offers_new (context);
  g_signal_connect_object (offers, "questions-wanted", G_CALLBACK (lum_report_choices_ask_questions), self->choices,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->offers, offers);
  lum_ui_context_keep_updated (context, GTK_WIDGET (self), update);
  return GTK_WIDGET (self);
}

/**
 * lum_report_dialog_save_to:
 * @form: "pdf" for the report, "chart-png", "chart-svg" or "chart-pdf" for its chart, "csv" for its days
 *
 * Writes a file, and says so when it is done ("idle" notifies). A name without the form's ending gets it.
 */
void
lum_report_dialog_save_to (LumReportDialog *self, GFile *file, const char *form)
{
  g_autofree char *name = NULL, *shown = NULL;
  LumReportOptions options;

  g_return_if_fail (LUM_IS_REPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  if (!get_findings (self) || self->saving || !lum_report_choices_get_options (self->choices, &options))
    return;
  name = g_file_get_basename (file);
  shown = g_filename_display_name (name);
  g_free (self->file_name);
  self->file_name = g_str_has_suffix (shown, lum_report_get_ending (form))
                        ? g_steal_pointer (&shown)
                        : g_strconcat (shown, lum_report_get_ending (form), NULL);
  set_saving (self, TRUE);
  lum_report_save_async (lum_report_choices_get_diary (self->context), get_findings (self), &options, form, file,
                         saved_cb, g_object_ref (self));
  remember (self);
}

/**
 * lum_report_dialog_print_to:
 * @export_to: (nullable): a PDF file that takes the printer's place, or %NULL for the print dialog
 *
 * Prints the report, and says so when it is done ("idle" notifies).
 */
void
lum_report_dialog_print_to (LumReportDialog *self, const char *export_to)
{
  LumReportOptions options;

  g_return_if_fail (LUM_IS_REPORT_DIALOG (self));

  if (!get_findings (self) || self->saving || !lum_report_choices_get_options (self->choices, &options))
    return;
  set_saving (self, TRUE);
  lum_report_print_async (GTK_WINDOW (self), lum_report_choices_get_diary (self->context), get_findings (self),
                          &options, export_to, printed_cb, g_object_ref (self));
  remember (self);
}

/**
 * lum_report_dialog_present:
 *
 * Shows the page for the doctor, to save or print.
 */
void
lum_report_dialog_present (GtkWindow *parent, LumUiContext *context)
{
  LumReportDialog *self = LUM_REPORT_DIALOG (lum_report_dialog_new (parent, context));

  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->save_button);
}
