/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-report-dialog.h"

#include "lum-compat.h"
#include "lum-i18n.h"
#include "lum-report-preview.h"
#include "lum-report-saver.h"
#include "lum-side-box.h"
#include "lum-record-pain.h"
#include "lum-window.h"

/* RP-1b */
typedef enum {
  PERIOD_BOUT,
  PERIOD_VISIT,
  PERIOD_4_WEEKS,
  PERIOD_3_MONTHS,
  PERIOD_12_MONTHS,
  PERIOD_ANY,
  N_PERIODS
} Period;

static const char *const period_names[N_PERIODS] = {
    N_ ("Since This Bout Began"), N_ ("Since the Last Visit"), N_ ("4 Weeks"), N_ ("3 Months"), N_ ("12 Months"),
    N_ ("Other Days…"),
};

#define N_QUESTIONS 3
#define REDRAW_MS 200

#define ERROR_SECONDS 20 /* a sentence or two, read without haste */

struct _LumReportDialog {
  AdwWindow parent_instance;

  LumUiContext *context;
  Period periods[N_PERIODS]; /* those on offer, in the order of the row */
  guint n_periods;
  gboolean filled; /* the rows hold what the journal remembers */
  gboolean idle;
  guint redraw;

  AdwToastOverlay *toasts;
  AdwToast *last_toast; /* weak */
  char *saving;         /* the name of the file that is being written */
  AdwComboRow *period_row;
  AdwActionRow *first_row, *last_row;
  GtkMenuButton *first_button, *last_button;
  GtkCalendar *first_calendar, *last_calendar;
  AdwComboRow *paper_row;
  GtkEditable *name_row;
  GtkEditable *question_1, *question_2, *question_3;
  LumReportPreview *preview;
  GtkWidget *pager;
  GtkLabel *page_label;
  GtkWidget *save_button;
};

G_DEFINE_FINAL_TYPE (LumReportDialog, lum_report_dialog, ADW_TYPE_WINDOW)

enum { PROP_0, PROP_IDLE, N_PROPS };

static GParamSpec *properties[N_PROPS];

/* --- what is asked for --- */

static LumFindings *
get_findings (LumReportDialog *self)
{
  return lum_ui_context_get_findings (self->context);
}

static LumDiary *
get_diary (LumReportDialog *self)
{
  LumDiary *diary = lum_watch_service_get_diary (lum_ui_context_get_watch (self->context));

  return diary ? diary : lum_ui_context_get_diary (self->context);
}

static LumDay
get_last_visit (LumReportDialog *self)
{
  gsize n;
  const LumVisit *visits = lum_diary_get_visits (get_diary (self), &n);
  LumDay today = lum_ui_context_get_today (self->context);
  LumDay day = LUM_DAY_NONE;

  for (gsize i = 0; i < n; i++)
    if (visits[i].day <= today)
      day = MAX (day, visits[i].day);
  return day;
}

static Period
get_period (LumReportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->period_row);

  return selected < self->n_periods ? self->periods[selected] : PERIOD_3_MONTHS;
}

static char *
join_questions (LumReportDialog *self)
{
  GtkEditable *rows[N_QUESTIONS] = {self->question_1, self->question_2, self->question_3};
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < N_QUESTIONS; i++) {
    g_autofree char *line = g_strstrip (g_strdup (gtk_editable_get_text (rows[i])));

    if (!*line)
      continue;
    if (text->len > 0)
      g_string_append_c (text, '\n');
    g_string_append (text, line);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The texts in @options are those given. */
static void
get_options (LumReportDialog *self, LumReportOptions *options, const char *name, const char *questions)
{
  LumSettings *settings = lum_ui_context_get_settings (self->context);
  LumDay today = lum_ui_context_get_today (self->context);

  *options = (LumReportOptions){
      .first = LUM_DAY_NONE,
      .last = today,
      .today = today,
      .paper = adw_combo_row_get_selected (self->paper_row) == 1 ? LUM_PAPER_LETTER : LUM_PAPER_A4,
      .units = lum_settings_get_units (settings),
      .week_start = lum_settings_get_week_start (settings),
      .name = name, /* also an empty one: the journal's own is already in the row */
      .questions = questions,
      .created = LUM_INSTANT_NONE,
  };
  switch (get_period (self)) {
  case PERIOD_VISIT:
    options->first = get_last_visit (self);
    break;
  case PERIOD_4_WEEKS:
    options->first = today - 27;
    break;
  case PERIOD_3_MONTHS:
    options->first = lum_day_add_months (today, -3);
    break;
  case PERIOD_12_MONTHS:
    options->first = lum_day_add_months (today, -12);
    break;
  case PERIOD_ANY:
    options->first = lum_compat_calendar_get_day (self->first_calendar);
    options->last = lum_compat_calendar_get_day (self->last_calendar);
    if (options->last < options->first)
      options->last = options->first;
    break;
  case PERIOD_BOUT:
  default:
    break;
  }
}

/* --- preview --- */

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
update_actions (LumReportDialog *self)
{
  gboolean ready = self->idle && get_findings (self) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.save", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.save-chart", ready);
}

static void
redraw (LumReportDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
  g_autofree char *questions = join_questions (self);
  LumFindings *findings = get_findings (self);
  LumReportOptions options;

  g_clear_handle_id (&self->redraw, g_source_remove);
  update_actions (self);
  if (!findings)
    return;
  get_options (self, &options, name, questions);
  lum_report_preview_set_report (self->preview, lum_report_new (get_diary (self), findings, &options));
  update_pager (self);
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
}

static void
period_changed_cb (LumReportDialog *self)
{
  gboolean any = get_period (self) == PERIOD_ANY;

  gtk_widget_set_visible (GTK_WIDGET (self->first_row), any);
  gtk_widget_set_visible (GTK_WIDGET (self->last_row), any);
  redraw_soon (self);
}

static void
show_days (LumReportDialog *self)
{
  g_autofree char *first = lum_day_format (lum_compat_calendar_get_day (self->first_calendar), LUM_DAY_FORMAT_LONG);
  g_autofree char *last = lum_day_format (lum_compat_calendar_get_day (self->last_calendar), LUM_DAY_FORMAT_LONG);

  gtk_menu_button_set_label (self->first_button, first);
  gtk_menu_button_set_label (self->last_button, last);
  redraw_soon (self);
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

/* --- what the journal remembers --- */

static void
fill (LumReportDialog *self)
{
  LumDiary *diary = get_diary (self);
  LumFindings *findings = get_findings (self);
  LumDay today = lum_ui_context_get_today (self->context);
  GtkEditable *rows[N_QUESTIONS] = {self->question_1, self->question_2, self->question_3};
  const char *name = lum_diary_get_preference (diary, LUM_PREFERENCE_NAME);
  const char *questions = lum_diary_get_preference (diary, LUM_PREFERENCE_QUESTIONS);
  g_auto (GStrv) lines = g_strsplit (questions ? questions : "", "\n", N_QUESTIONS);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->n_periods = 0;
  for (Period period = 0; period < N_PERIODS; period++) {
    if (period == PERIOD_BOUT && (findings->status->onset == LUM_DAY_NONE || !lum_status_is_active (findings->status)))
      continue;
    if (period == PERIOD_VISIT && get_last_visit (self) == LUM_DAY_NONE)
      continue;
    self->periods[self->n_periods++] = period;
    gtk_string_list_append (names, _ (period_names[period]));
  }
  adw_combo_row_set_model (self->period_row, G_LIST_MODEL (names));
  for (guint i = 0; i < self->n_periods; i++)
    if (self->periods[i] == PERIOD_3_MONTHS && self->periods[0] != PERIOD_BOUT)
      adw_combo_row_set_selected (self->period_row, i);

  adw_combo_row_set_selected (self->paper_row,
                              lum_settings_get_paper (lum_ui_context_get_settings (self->context)) == LUM_PAPER_LETTER);
  lum_compat_calendar_set_day (self->first_calendar, lum_day_add_months (today, -3));
  lum_compat_calendar_set_day (self->last_calendar, today);
  gtk_editable_set_text (self->name_row, name ? name : "");
  for (guint i = 0; i < N_QUESTIONS; i++)
    gtk_editable_set_text (rows[i], i < g_strv_length (lines) ? lines[i] : "");
  self->filled = TRUE;
  show_days (self);
}

static void
remember_text (LumReportDialog *self, const char *key, const char *value)
{
  const char *before = lum_diary_get_preference (lum_ui_context_get_diary (self->context), key);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (g_strcmp0 (before ? before : "", value) != 0)
    lum_ui_context_commit (self->context, parent ? GTK_WIDGET (parent) : GTK_WIDGET (self),
                           lum_record_preference (lum_ui_context_get_journal (self->context), key, value), NULL);
}

static void
remember (LumReportDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
  g_autofree char *questions = join_questions (self);

  if (!self->filled || lum_ui_context_get_state (self->context, NULL) != LUM_UI_OPEN)
    return;
  remember_text (self, LUM_PREFERENCE_NAME, name);
  remember_text (self, LUM_PREFERENCE_QUESTIONS, questions);
}

/* --- saving --- */

static void
set_idle (LumReportDialog *self, gboolean idle)
{
  self->idle = idle;
  if (self->context)
    update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IDLE]);
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
    g_autofree char *text = g_strdup_printf (_ ("Saved to %s"), self->saving);

    say (self, text, FALSE);
  } else
    say (self, error->message, TRUE);
  set_idle (self, TRUE);
}

typedef struct {
  LumReportDialog *self;
  const char *form;
} Save;

static void
save_free (gpointer data)
{
  g_object_unref (((Save *) data)->self);
  g_free (data);
}

static void
file_chosen_cb (GListModel *files, gpointer user_data)
{
  Save *save = user_data;
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  if (file && save->self->context)
    lum_report_dialog_save_to (save->self, file, save->form);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LumReportDialog *self = LUM_REPORT_DIALOG (widget);
  g_autofree char *day = lum_day_to_iso (lum_ui_context_get_today (self->context));
  const char *form = parameter ? g_variant_get_string (parameter, NULL) : "pdf";
  Save *save = g_new0 (Save, 1);
  g_autofree char *file = NULL;

  /* Translators: a file name without its ending; %s is the date as 2026-05-27 */
  g_autofree char *stem =
      g_strdup_printf (parameter ? _ ("Back and running chart %s") : _ ("Back and running report %s"), day);

  file = g_strdup_printf ("%s.%s", stem, g_str_equal (form, "svg") ? "svg" : parameter ? "png" : "pdf");
  save->self = g_object_ref (self);
  save->form = !parameter ? "pdf" : g_str_equal (form, "svg") ? "svg" : "png";
  lum_compat_save_file (GTK_WINDOW (self), parameter ? _ ("Save the Chart") : _ ("Save the Report"), file,
                        file_chosen_cb, save, save_free);
}

/* --- the widget --- */

static void
update (GtkWidget *widget, guint changes)
{
  LumReportDialog *self = LUM_REPORT_DIALOG (widget);

  if (!self->filled && get_findings (self))
    fill (self);
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
    g_value_set_boolean (value, self->idle);
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
  g_clear_pointer (&self->saving, g_free);
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

  properties[PROP_IDLE] = g_param_spec_boolean ("idle", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LUM_TYPE_SIDE_BOX);
  g_type_ensure (LUM_TYPE_REPORT_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lumbar_journal/Lumbar/dialogs/lum-report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LumReportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, LumReportDialog, period_row);
  gtk_widget_class_bind_template_child (widget_class, LumReportDialog, first_row);
  gtk_widget_class_bind_template_child (widget_class, LumReportDialog, last_row);
  gtk_widget_class_bind_template_child (widget_class, LumReportDialog, first_button);
  gtk_widget_class_bind_template_child (widget_class, LumReportDialog, last_button);
  gtk_widget_class_bind_template_child (widget_class, LumReportDialog, first_calendar);
  gtk_widget_class_bind_template_child (widget_class, LumReportDialog, last_calendar);
  gtk_widget_class_bind_template_child (widget_class, LumReportDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, LumReportDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, LumReportDialog, question_1);
  gtk_widget_class_bind_template_child (widget_class, LumReportDialog, question_2);
  gtk_widget_class_bind_template_child (widget_class, LumReportDialog, question_3);
  gtk_widget_class_bind_template_child (widget_class, LumReportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, LumReportDialog, pager);
  gtk_widget_class_bind_template_child (widget_class, LumReportDialog, page_label);
  gtk_widget_class_bind_template_child (widget_class, LumReportDialog, save_button);
  gtk_widget_class_install_action (widget_class, "report.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "report.save-chart", "s", save_action);
  gtk_widget_class_install_action (widget_class, "report.previous-page", NULL, turn_page_action);
  gtk_widget_class_install_action (widget_class, "report.next-page", NULL, turn_page_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "report.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "report.previous-page", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "report.next-page", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
lum_report_dialog_init (LumReportDialog *self)
{
  GtkEditable *texts[1 + N_QUESTIONS];

  self->idle = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  texts[0] = self->name_row;
  texts[1] = self->question_1;
  texts[2] = self->question_2;
  texts[3] = self->question_3;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_signal_connect_object (texts[i], "changed", G_CALLBACK (redraw_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->period_row, "notify::selected", G_CALLBACK (period_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->paper_row, "notify::selected", G_CALLBACK (redraw_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->first_calendar, "day-selected", G_CALLBACK (show_days), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->last_calendar, "day-selected", G_CALLBACK (show_days), self, G_CONNECT_SWAPPED);
}

GtkWidget *
lum_report_dialog_new (GtkWindow *parent, LumUiContext *context)
{
  LumReportDialog *self = g_object_new (LUM_TYPE_REPORT_DIALOG, "transient-for", parent, NULL);

  self->context = g_object_ref (context);
  lum_ui_context_keep_updated (context, GTK_WIDGET (self), update);
  return GTK_WIDGET (self);
}

/**
 * lum_report_dialog_save_to:
 * @form: "pdf" for the report, "png" or "svg" for its chart
 */
void
lum_report_dialog_save_to (LumReportDialog *self, GFile *file, const char *form)
{
  g_autofree char *name = NULL;
  g_autofree char *questions = NULL;
  LumReportOptions options;

  g_return_if_fail (LUM_IS_REPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  if (!get_findings (self) || !self->idle)
    return;
  name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
  questions = join_questions (self);
  get_options (self, &options, name, questions);
  /* A chart's ending says its form; one that is missing is added. */
  g_autofree char *saved_name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (saved_name);

  g_free (self->saving);
  self->saving = g_str_equal (form, "pdf") || g_str_has_suffix (shown, form) ? g_steal_pointer (&shown)
                                                                             : g_strdup_printf ("%s.%s", shown, form);
  set_idle (self, FALSE);
  lum_report_save_async (get_diary (self), get_findings (self), &options, form, file, saved_cb, g_object_ref (self));
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
