/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-report-document.h"

#include <math.h>

#include "lum-i18n.h"
#include "lum-page-text.h"

/* The order of the page is RP-1's. What was ticked and not yet looked at leads it. */
const LumReportPart lum_report_parts[] = {
    {"open", N_ ("Open"), lum_part_open, NULL, .always = TRUE},
    {"asks", N_ ("Asks"), lum_part_asks, N_ ("No questions written down.")},
    {"since", N_ ("Since"), lum_part_since, NULL},
    {"self-check", N_ ("Self-check"), lum_part_self_check, N_ ("Not asked.")},
    {"background", N_ ("Background"), lum_part_background, N_ ("Not recorded.")},
    {"story", N_ ("Story"), lum_part_story, NULL},
    {"function", N_ ("Function"), lum_part_function, N_ ("Not recorded.")},
    {"tried", N_ ("Tried"), lum_part_tried, N_ ("Nothing recorded.")},
    {"seen", N_ ("Seen"), lum_part_seen, N_ ("Nobody recorded in this period.")},
    {"worse", N_ ("Worse with"), lum_part_worse, N_ ("Not recorded.")},
    {"better", N_ ("Better with"), lum_part_better, N_ ("Not recorded.")},
    {"running", N_ ("Running"), lum_part_running, N_ ("No runs recorded."), .after_chart = TRUE},
    {NULL},
};

/* Each only where it was chosen. Running and pain, in words: the ratio of loads is not printed (OU-4, RP-1). */
const LumReportPart lum_report_appendix_parts[] = {
    {"weeks", N_ ("12 Weeks in Numbers"), NULL, NULL, lum_part_weeks},
    {"spikes", N_ ("Long Runs"), NULL, N_ ("None in this period."), lum_part_spikes},
    {"link", N_ ("Running and Pain"), lum_part_link, NULL},
    {"shoes", N_ ("Shoes"), NULL, N_ ("None recorded."), lum_part_shoes},
    {"episodes", N_ ("Previous Episodes"), NULL, N_ ("None recorded."), lum_part_episodes},
    {"treatments", N_ ("Treatments"), NULL, N_ ("None recorded in this period."), lum_part_treatments},
    {"notes", N_ ("All Notes"), NULL, N_ ("None in this period."), lum_part_notes},
    {"entries", N_ ("Every Entry"), NULL, N_ ("None in this period."), lum_part_entries},
    {NULL},
};

static GArray *
collect_sections (void)
{
  GArray *sections = g_array_new (FALSE, FALSE, sizeof (LumReportSection));
  const LumReportSection chart = {LUM_REPORT_CHART, N_ ("Chart"), FALSE};
  gboolean charted = FALSE;

  for (const LumReportPart *part = lum_report_parts; part->id; part++) {
    const LumReportSection section = {part->id, part->label, FALSE};

    if (part->after_chart && !charted) {
      g_array_append_val (sections, chart);
      charted = TRUE;
    }
    if (!part->always)
      g_array_append_val (sections, section);
  }
  for (const LumReportPart *part = lum_report_appendix_parts; part->id; part++) {
    const LumReportSection section = {part->id, part->label, TRUE};

    g_array_append_val (sections, section);
  }
  return sections;
}

/**
 * lum_report_get_sections:
 * @n: (out): how many there are
 *
 * What a person can leave out or add, in the order of the page.
 *
 * Returns: (transfer none): static data
 */
const LumReportSection *
lum_report_get_sections (guint *n)
{
  static gsize once;
  static GArray *sections;

  if (g_once_init_enter (&once)) {
    sections = collect_sections ();
    g_once_init_leave (&once, 1);
  }
  *n = sections->len;
  return (const LumReportSection *) (gpointer) sections->data;
}

/**
 * lum_report_options_init:
 * @today: the day it is printed on
 *
 * The usual choices: the period of this bout, the locale's paper and units, the journal's own name and questions.
 */
void
lum_report_options_init (LumReportOptions *options, LumDay today)
{
  *options = (LumReportOptions){
      .first = LUM_DAY_NONE,
      .last = LUM_DAY_NONE,
      .today = today,
      .paper = lum_paper_from_locale (),
      .units = lum_units_from_locale (),
      .week_start = lum_week_start_from_locale (),
      .created = LUM_INSTANT_NONE,
  };
}

/**
 * lum_report_options_copy:
 * @self: (out caller-allocates): with texts of its own; clear it with lum_report_options_clear()
 *
 * The same choices, for a thread that outlives the other's texts.
 */
void
lum_report_options_copy (LumReportOptions *self, const LumReportOptions *other)
{
  *self = *other;
  self->name = g_strdup (other->name);
  self->questions = g_strdup (other->questions);
  self->sections = (const char *const *) g_strdupv ((GStrv) other->sections);
}

void
lum_report_options_clear (LumReportOptions *self)
{
  g_clear_pointer ((char **) &self->name, g_free);
  g_clear_pointer ((char **) &self->questions, g_free);
  g_clear_pointer ((GStrv *) &self->sections, g_strfreev);
}

/* Since this bout began, or the last four weeks without one (RP-1b). */
static void
choose_period (LumReportInput *self)
{
  const LumReportOptions *options = &self->options;

  self->last = options->last == LUM_DAY_NONE ? options->today : MIN (options->last, options->today);
  if (options->first != LUM_DAY_NONE)
    self->first = options->first;
  else if (self->status->onset != LUM_DAY_NONE && lum_status_is_active (self->status))
    self->first = self->status->onset;
  else
    self->first = self->last - 27;
  self->first = MIN (self->first, self->last);
  self->of_bout = self->status->onset == self->first && self->last == self->status->today;
}

/**
 * lum_report_input_init:
 * @self: (out caller-allocates): clear it with lum_report_input_clear()
 *
 * Gathers what the parts read. All numbers come from the functions that the screen uses (RP-3).
 */
void
lum_report_input_init (LumReportInput *self, LumDiary *diary, LumFindings *findings, const LumReportOptions *options)
{
  *self = (LumReportInput){0};
  self->diary = lum_diary_ref (diary);
  self->findings = lum_findings_ref (findings);
  self->status = findings->status;
  self->options = *options;
  if (self->options.today == LUM_DAY_NONE)
    self->options.today = self->status->today;
  self->options.name = g_strdup (options->name ? options->name : lum_diary_get_preference (diary, LUM_PREFERENCE_NAME));
  self->options.questions =
      g_strdup (options->questions ? options->questions : lum_diary_get_preference (diary, LUM_PREFERENCE_QUESTIONS));
  self->options.sections = (const char *const *) g_strdupv ((GStrv) options->sections);
  choose_period (self);
  self->table = lum_day_table_new (diary, self->status->today);
  self->safety = lum_safety_new (self->diary, self->options.today);
  self->series = lum_series_new (diary, findings);
  self->chart = lum_chart_new (diary, findings);
}

void
lum_report_input_clear (LumReportInput *self)
{
  g_free ((char *) self->options.name);
  g_free ((char *) self->options.questions);
  g_strfreev ((GStrv) self->options.sections);
  g_clear_pointer (&self->chart, lum_chart_unref);
  g_clear_pointer (&self->series, lum_series_free);
  g_clear_pointer (&self->table, lum_day_table_free);
  g_clear_pointer (&self->safety, lum_safety_free);
  g_clear_pointer (&self->findings, lum_findings_unref);
  g_clear_pointer (&self->diary, lum_diary_unref);
}

/**
 * lum_report_input_shows:
 *
 * Whether a section was not left out, or, of the appendix, chosen.
 */
gboolean
lum_report_input_shows (const LumReportInput *self, const char *section, gboolean appendix)
{
  return self->options.sections ? g_strv_contains (self->options.sections, section) : !appendix;
}

/**
 * lum_report_input_count_logged:
 *
 * On how many days of the period there is a score.
 */
int
lum_report_input_count_logged (const LumReportInput *self)
{
  return lum_series_count_scores (self->series, self->first, self->last);
}

/**
 * lum_report_format_range:
 * @today: leaves out the year where it is today's; LUM_DAY_NONE: the year is always there
 *
 * Two days as a range that says nothing twice: "12 May – 2 Jun 2026", "13–19 May".
 *
 * Returns: (transfer full): the text
 */
char *
lum_report_format_range (LumDay first, LumDay last, LumDay today)
{
  g_autofree char *from = NULL, *to = NULL;
  int first_year, last_year, this_year = -1, first_month, last_month, first_mday;

  lum_day_to_ymd (first, &first_year, &first_month, &first_mday);
  lum_day_to_ymd (last, &last_year, &last_month, NULL);
  if (today != LUM_DAY_NONE)
    lum_day_to_ymd (today, &this_year, NULL, NULL);

  to = lum_day_format (last,
                       last_year == this_year && first_year == last_year ? LUM_DAY_FORMAT_SHORT : LUM_DAY_FORMAT_LONG);
  if (first == last)
    return g_steal_pointer (&to);
  if (first_year == last_year && first_month == last_month)
    /* Translators: days of one month: the first day's number, then the last day's date with its month: "13–19 May" */
    return g_strdup_printf (C_ ("date range", "%1$d–%2$s"), first_mday, to);
  from = lum_day_format (first, first_year == last_year ? LUM_DAY_FORMAT_SHORT : LUM_DAY_FORMAT_LONG);
  /* Translators: a range of dates */
  return g_strdup_printf (C_ ("date range", "%1$s – %2$s"), from, to);
}

/**
 * lum_report_format_day:
 *
 * A day, with its year only where that is not the year of the printing.
 *
 * Returns: (transfer full): the text
 */
char *
lum_report_format_day (const LumReportInput *input, LumDay day)
{
  int year, this_year;

  lum_day_to_ymd (day, &year, NULL, NULL);
  lum_day_to_ymd (input->options.today, &this_year, NULL, NULL);
  return lum_day_format (day, year == this_year ? LUM_DAY_FORMAT_SHORT : LUM_DAY_FORMAT_LONG);
}

/**
 * lum_report_add_sentence:
 * @sentence: (transfer full) (nullable): a whole sentence; %NULL adds nothing
 */
void
lum_report_add_sentence (GString *text, char *sentence)
{
  if (!sentence)
    return;
  if (text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

/**
 * lum_report_add_line:
 * @line: (transfer full) (nullable): what stands on a line of its own; %NULL adds nothing
 */
void
lum_report_add_line (GString *text, char *line)
{
  if (!line)
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
  g_free (line);
}

/**
 * lum_report_join:
 * @words: (element-type utf8)
 *
 * A list of words as the locale writes one.
 *
 * Returns: (transfer full): the text
 */
char *
lum_report_join (GPtrArray *words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++) {
    if (i > 0)
      /* Translators: what stands between the words of a list */
      g_string_append (text, C_ ("list separator", ", "));
    g_string_append (text, g_ptr_array_index (words, i));
  }
  return g_string_free (text, FALSE);
}

/**
 * lum_report_isolate:
 * @text: the person's own words, within a sentence or a table of ours
 *
 * Keeps words that run the other way from reordering what is around them, line by line.
 *
 * Returns: (transfer full): the text, in isolating marks where it needs them
 */
char *
lum_report_isolate (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line; line++) {
    char *own = *line;

    if (lum_page_text_is_rtl (own) == lum_page_text_page_is_rtl ())
      continue;
    *line = g_strconcat ("\u2068", own, "\u2069", NULL);
    g_free (own);
  }
  return g_strjoinv ("\n", lines);
}
