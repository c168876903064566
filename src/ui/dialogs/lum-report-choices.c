/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-report-choices.h"

#include "lum-compat.h"
#include "lum-i18n.h"
#include "lum-record-pain.h"
#include "lum-sections-row.h"

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

static const struct {
  const char *word; /* under which it is remembered */
  const char *name;
} periods[N_PERIODS] = {
    {"bout", N_ ("Since This Bout Began")}, {"visit", N_ ("Since the Last Visit")}, {"4-weeks", N_ ("4 Weeks")},
    {"3-months", N_ ("3 Months")},          {"12-months", N_ ("12 Months")},        {"days", N_ ("Other Days…")},
};

#define N_QUESTIONS 3

struct _LumReportChoices {
  GtkBox parent_instance;

  LumUiContext *context;     /* NULL until the rows are filled */
  Period offered[N_PERIODS]; /* in the order of the row */
  guint n_offered;
  gboolean filling;
  char *name, *questions; /* what the options last given point to */
  GPtrArray *sections;

  AdwComboRow *period_row;
  AdwActionRow *first_row, *last_row;
  GtkMenuButton *first_button, *last_button;
  GtkCalendar *first_calendar, *last_calendar;
  LumSectionsRow *page_row, *appendix_row;
  GtkEditable *name_row;
  GtkEditable *question_1, *question_2, *question_3;
  AdwComboRow *paper_row;
  GtkSwitch *grey_switch;
};

G_DEFINE_FINAL_TYPE (LumReportChoices, lum_report_choices, GTK_TYPE_BOX)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static LumDay
get_last_visit (LumUiContext *context)
{
  gsize n;
  const LumVisit *visits = lum_diary_get_visits (lum_report_choices_get_diary (context), &n);
  LumDay today = lum_ui_context_get_today (context);
  LumDay day = LUM_DAY_NONE;

  for (gsize i = 0; i < n; i++)
    if (visits[i].day <= today)
      day = MAX (day, visits[i].day);
  return day;
}

static Period
get_period (LumReportChoices *self)
{
  guint selected = adw_combo_row_get_selected (self->period_row);

  return selected < self->n_offered ? self->offered[selected] : PERIOD_3_MONTHS;
}

static LumPaper
get_paper (LumReportChoices *self)
{
  return adw_combo_row_get_selected (self->paper_row) == 1 ? LUM_PAPER_LETTER : LUM_PAPER_A4;
}

static char *
join_questions (LumReportChoices *self)
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

static void
set_period (LumReportChoices *self, LumReportOptions *options)
{
  LumDay today = options->today;

  switch (get_period (self)) {
  case PERIOD_VISIT:
    options->first = get_last_visit (self->context);
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
    options->last = MAX (lum_compat_calendar_get_day (self->last_calendar), options->first);
    break;
  case PERIOD_BOUT:
  default:
    break;
  }
}

/* --- what is chosen --- */

static void
changed_cb (LumReportChoices *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
period_changed_cb (LumReportChoices *self)
{
  gboolean any = get_period (self) == PERIOD_ANY;

  gtk_widget_set_visible (GTK_WIDGET (self->first_row), any);
  gtk_widget_set_visible (GTK_WIDGET (self->last_row), any);
  changed_cb (self);
}

static void
show_days (LumReportChoices *self)
{
  g_autofree char *first = lum_day_format (lum_compat_calendar_get_day (self->first_calendar), LUM_DAY_FORMAT_LONG);
  g_autofree char *last = lum_day_format (lum_compat_calendar_get_day (self->last_calendar), LUM_DAY_FORMAT_LONG);

  gtk_menu_button_set_label (self->first_button, first);
  gtk_menu_button_set_label (self->last_button, last);
  changed_cb (self);
}

/* --- what is remembered --- */

static gboolean
is_offered (Period period, LumUiContext *context)
{
  const LumStatus *status = lum_ui_context_get_findings (context)->status;

  switch (period) {
  case PERIOD_BOUT:
    return status->onset != LUM_DAY_NONE && lum_status_is_active (status);
  case PERIOD_VISIT:
    return get_last_visit (context) != LUM_DAY_NONE;
  default:
    return TRUE;
  }
}

/* The one of last time where it is on offer, else this bout, else three months. */
static void
fill_periods (LumReportChoices *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *last = lum_settings_get_report_period (lum_ui_context_get_settings (self->context));
  guint selected = GTK_INVALID_LIST_POSITION;

  self->n_offered = 0;
  for (Period period = 0; period < N_PERIODS; period++) {
    if (!is_offered (period, self->context))
      continue;
    if (g_str_equal (periods[period].word, last) ||
        (selected == GTK_INVALID_LIST_POSITION && (period == PERIOD_BOUT || period == PERIOD_3_MONTHS)))
      selected = self->n_offered;
    self->offered[self->n_offered++] = period;
    gtk_string_list_append (names, _ (periods[period].name));
  }
  adw_combo_row_set_model (self->period_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->period_row, selected);
}

static void
fill_texts (LumReportChoices *self)
{
  LumDiary *diary = lum_report_choices_get_diary (self->context);
  GtkEditable *rows[N_QUESTIONS] = {self->question_1, self->question_2, self->question_3};
  const char *name = lum_diary_get_preference (diary, LUM_PREFERENCE_NAME);
  const char *questions = lum_diary_get_preference (diary, LUM_PREFERENCE_QUESTIONS);
  g_auto (GStrv) lines = g_strsplit (questions ? questions : "", "\n", N_QUESTIONS);

  gtk_editable_set_text (self->name_row, name ? name : "");
  for (guint i = 0; i < N_QUESTIONS; i++)
    gtk_editable_set_text (rows[i], i < g_strv_length (lines) ? lines[i] : "");
}

static void
remember_text (LumReportChoices *self, GtkWidget *teller, const char *key, const char *value)
{
  const char *before = lum_diary_get_preference (lum_ui_context_get_diary (self->context), key);

  if (g_strcmp0 (before ? before : "", value) != 0)
    lum_ui_context_commit (self->context, teller,
                           lum_record_preference (lum_ui_context_get_journal (self->context), key, value), NULL);
}

/* --- the widget --- */

static void
lum_report_choices_dispose (GObject *object)
{
  LumReportChoices *self = LUM_REPORT_CHOICES (object);

  g_clear_object (&self->context);

  G_OBJECT_CLASS (lum_report_choices_parent_class)->dispose (object);
}

static void
lum_report_choices_finalize (GObject *object)
{
  LumReportChoices *self = LUM_REPORT_CHOICES (object);

  g_free (self->name);
  g_free (self->questions);
  g_ptr_array_unref (self->sections);

  G_OBJECT_CLASS (lum_report_choices_parent_class)->finalize (object);
}

static void
lum_report_choices_class_init (LumReportChoicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lum_report_choices_dispose;
  G_OBJECT_CLASS (klass)->finalize = lum_report_choices_finalize;

  /**
   * LumReportChoices::changed:
   *
   * The page is another one.
   */
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LUM_TYPE_SECTIONS_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lumbar_journal/Lumbar/dialogs/lum-report-choices.ui");
  gtk_widget_class_bind_template_child (widget_class, LumReportChoices, period_row);
  gtk_widget_class_bind_template_child (widget_class, LumReportChoices, first_row);
  gtk_widget_class_bind_template_child (widget_class, LumReportChoices, last_row);
  gtk_widget_class_bind_template_child (widget_class, LumReportChoices, first_button);
  gtk_widget_class_bind_template_child (widget_class, LumReportChoices, last_button);
  gtk_widget_class_bind_template_child (widget_class, LumReportChoices, first_calendar);
  gtk_widget_class_bind_template_child (widget_class, LumReportChoices, last_calendar);
  gtk_widget_class_bind_template_child (widget_class, LumReportChoices, page_row);
  gtk_widget_class_bind_template_child (widget_class, LumReportChoices, appendix_row);
  gtk_widget_class_bind_template_child (widget_class, LumReportChoices, name_row);
  gtk_widget_class_bind_template_child (widget_class, LumReportChoices, question_1);
  gtk_widget_class_bind_template_child (widget_class, LumReportChoices, question_2);
  gtk_widget_class_bind_template_child (widget_class, LumReportChoices, question_3);
  gtk_widget_class_bind_template_child (widget_class, LumReportChoices, paper_row);
  gtk_widget_class_bind_template_child (widget_class, LumReportChoices, grey_switch);
}

static void
lum_report_choices_init (LumReportChoices *self)
{
  self->sections = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  lum_sections_row_set_appendix (self->page_row, FALSE);
  lum_sections_row_set_appendix (self->appendix_row, TRUE);

  const struct {
    gpointer widget;
    const char *signal;
    GCallback callback;
  } connections[] = {
      {self->period_row, "notify::selected", G_CALLBACK (period_changed_cb)},
      {self->first_calendar, "day-selected", G_CALLBACK (show_days)},
      {self->last_calendar, "day-selected", G_CALLBACK (show_days)},
      {self->page_row, "changed", G_CALLBACK (changed_cb)},
      {self->appendix_row, "changed", G_CALLBACK (changed_cb)},
      {self->name_row, "changed", G_CALLBACK (changed_cb)},
      {self->question_1, "changed", G_CALLBACK (changed_cb)},
      {self->question_2, "changed", G_CALLBACK (changed_cb)},
      {self->question_3, "changed", G_CALLBACK (changed_cb)},
      {self->paper_row, "notify::selected", G_CALLBACK (changed_cb)},
      {self->grey_switch, "notify::active", G_CALLBACK (changed_cb)},
  };

  for (guint i = 0; i < G_N_ELEMENTS (connections); i++)
    g_signal_connect_object (connections[i].widget, connections[i].signal, connections[i].callback, self,
                             G_CONNECT_SWAPPED);
}

/**
 * lum_report_choices_fill:
 * @context: whose findings are there
 *
 * Begins with what was chosen last.
 */
void
lum_report_choices_fill (LumReportChoices *self, LumUiContext *context)
{
  LumSettings *settings = lum_ui_context_get_settings (context);
  LumDay today = lum_ui_context_get_today (context);
  g_auto (GStrv) sections = lum_settings_get_report_sections (settings);

  g_return_if_fail (LUM_IS_REPORT_CHOICES (self));
  g_return_if_fail (lum_ui_context_get_findings (context) != NULL);

  self->filling = TRUE;
  g_set_object (&self->context, context);
  fill_periods (self);
  fill_texts (self);
  lum_compat_calendar_set_day (self->first_calendar, lum_day_add_months (today, -3));
  lum_compat_calendar_set_day (self->last_calendar, today);
  lum_sections_row_apply (self->page_row, (const char *const *) sections);
  lum_sections_row_apply (self->appendix_row, (const char *const *) sections);
  adw_combo_row_set_selected (self->paper_row, lum_settings_get_paper (settings) == LUM_PAPER_LETTER);
  gtk_switch_set_active (self->grey_switch, lum_settings_get_report_grey (settings));
  self->filling = FALSE;
  show_days (self);
}

/**
 * lum_report_choices_get_options:
 * @options: (out caller-allocates): its texts are of @self, until the next call
 *
 * What was chosen.
 *
 * Returns: %FALSE before lum_report_choices_fill()
 */
gboolean
lum_report_choices_get_options (LumReportChoices *self, LumReportOptions *options)
{
  LumSettings *settings;

  g_return_val_if_fail (LUM_IS_REPORT_CHOICES (self), FALSE);

  if (!self->context)
    return FALSE;
  settings = lum_ui_context_get_settings (self->context);
  g_free (self->name);
  g_free (self->questions);
  self->name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
  self->questions = join_questions (self);
  g_ptr_array_set_size (self->sections, 0);
  lum_sections_row_add_shown (self->page_row, self->sections);
  lum_sections_row_add_shown (self->appendix_row, self->sections);
  g_ptr_array_add (self->sections, NULL);

  lum_report_options_init (options, lum_ui_context_get_today (self->context));
  options->last = options->today;
  options->paper = get_paper (self);
  options->units = lum_settings_get_units (settings);
  options->week_start = lum_settings_get_week_start (settings);
  options->name = self->name; /* also an empty one: the journal's own is already in the row */
  options->questions = self->questions;
  options->grey = gtk_switch_get_active (self->grey_switch);
  options->sections = (const char *const *) self->sections->pdata;
  set_period (self, options);
  return TRUE;
}

/**
 * lum_report_choices_remember:
 * @teller: in the window that tells if it fails
 *
 * Keeps what was chosen for the next time: looks on this computer, name and questions in the journal. Days are not
 * looks, so that of other days only that there were some is kept.
 */
void
lum_report_choices_remember (LumReportChoices *self, GtkWidget *teller)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (g_free);
  LumReportOptions shown, options;
  LumSettings *settings;

  if (!lum_report_choices_get_options (self, &shown))
    return;
  /* What is set below is heard of at once, and asks for the options anew. */
  lum_report_options_copy (&options, &shown);
  settings = lum_ui_context_get_settings (self->context);
  lum_sections_row_add_changes (self->page_row, changes);
  lum_sections_row_add_changes (self->appendix_row, changes);
  g_ptr_array_add (changes, NULL);
  lum_settings_set_report_period (settings, periods[get_period (self)].word);
  lum_settings_set_report_sections (settings, (const char *const *) changes->pdata);
  lum_settings_set_report_grey (settings, options.grey);
  /* What is as the locale has it stays so. */
  if (lum_settings_get_paper (settings) != options.paper)
    lum_settings_set_paper (settings, options.paper);
  if (lum_ui_context_get_state (self->context, NULL) == LUM_UI_OPEN) {
    remember_text (self, teller, LUM_PREFERENCE_NAME, options.name);
    remember_text (self, teller, LUM_PREFERENCE_QUESTIONS, options.questions);
  }
  lum_report_options_clear (&options);
}

/**
 * lum_report_choices_ask_questions:
 *
 * Leads to the rows for the questions.
 */
void
lum_report_choices_ask_questions (LumReportChoices *self)
{
  g_return_if_fail (LUM_IS_REPORT_CHOICES (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->question_1));
}

/**
 * lum_report_choices_get_diary:
 *
 * Returns: (transfer none): the diary that the findings are of, or the newest where there are none
 */
LumDiary *
lum_report_choices_get_diary (LumUiContext *context)
{
  LumDiary *diary = lum_watch_service_get_diary (lum_ui_context_get_watch (context));

  return diary ? diary : lum_ui_context_get_diary (context);
}
