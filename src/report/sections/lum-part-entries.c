/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-i18n.h"
#include "lum-parameters.h"
#include "lum-report-document.h"
#include "lum-run.h"

/* EVERY ENTRY: pain and runs, day by day. A day of which nothing is known has no row. */

static const struct {
  LumMoment moment;
  const char *title;
} moments[] = {
    {LUM_MOMENT_WAKING, NC_ ("pain", "Waking")},         {LUM_MOMENT_AVERAGE, NC_ ("pain", "Whole Day")},
    {LUM_MOMENT_DURING_RUN, NC_ ("pain", "During Run")}, {LUM_MOMENT_AFTER_RUN, NC_ ("pain", "After Run")},
    {LUM_MOMENT_WORST, NC_ ("pain", "Worst")},
};

typedef struct {
  const LumReportInput *input;
  LumReportTable *table;
  const LumPainEntry *pain;
  const LumRun *runs;
  gboolean late;
} Entries;

/* PM-5 */
static gboolean
is_late (const LumPainEntry *entry)
{
  return entry->entered != LUM_DAY_NONE && entry->entered - entry->day > LUM_P_RECALLED;
}

static void
add_columns (Entries *self)
{
  lum_report_table_add_column (self->table, _ ("Day"), LUM_REPORT_ALIGN_START);
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    lum_report_table_add_column (self->table, g_dpgettext2 (GETTEXT_PACKAGE, "pain", moments[i].title),
                                 LUM_REPORT_ALIGN_END);
  lum_report_table_add_column (self->table, C_ ("of a run", "Run"), LUM_REPORT_ALIGN_END);
  lum_report_table_add_column (self->table, _ ("Time"), LUM_REPORT_ALIGN_END);
  lum_report_table_add_column (self->table, C_ ("of a run", "Effort"), LUM_REPORT_ALIGN_END);
}

/* All scores of a moment: one as a rule. */
static char *
list_scores (Entries *self, const LumDaySummary *day, LumMoment moment)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < day->n_entries; i++) {
    const LumPainEntry *entry = &self->pain[day->first_entry + i];

    if (entry->moment != (gint32) moment)
      continue;
    if (text->len > 0)
      g_string_append (text, C_ ("list separator", ", "));
    self->late |= is_late (entry);
    g_string_append_printf (text, is_late (entry) ? "%d*" : "%d", entry->score);
  }
  return g_string_free (text, FALSE);
}

/* A line for each run, so that its three cells stand beside each other: of several, what is missing has a dash. */
static void
add_runs (Entries *self, const LumDaySummary *day)
{
  g_autoptr (GString) distances = g_string_new (NULL), times = g_string_new (NULL), efforts = g_string_new (NULL);
  const char *missing = day->n_runs > 1 ? "–" : "";

  for (guint i = 0; i < day->n_runs; i++) {
    const LumRun *run = &self->runs[day->first_run + i];
    double seconds = lum_run_get_duration (run);
    const char *line = i > 0 ? "\n" : "";
    g_autofree char *distance =
        run->distance_m > 0 ? lum_format_distance (run->distance_m, self->input->options.units) : g_strdup ("–");
    g_autofree char *time = seconds > 0 ? lum_format_duration (seconds) : g_strdup (missing);
    g_autofree char *effort = run->effort == LUM_INT_NONE ? g_strdup (missing) : g_strdup_printf ("%d", run->effort);

    g_string_append_printf (distances, "%s%s", line, distance);
    g_string_append_printf (times, "%s%s", line, time);
    g_string_append_printf (efforts, "%s%s", line, effort);
  }
  lum_report_table_add (self->table, g_strdup (distances->str));
  lum_report_table_add (self->table, g_strdup (times->str));
  lum_report_table_add (self->table, g_strdup (efforts->str));
}

LumReportTable *
lum_part_entries (const LumReportInput *input)
{
  gsize n, n_records;
  const LumDaySummary *days = lum_diary_get_days (input->diary, &n);
  gsize first = lum_diary_find_first_day (input->diary, input->first);
  Entries self = {
      .input = input,
      .table = lum_report_table_new (),
      .pain = lum_diary_get_pain (input->diary, &n_records),
      .runs = lum_diary_get_runs (input->diary, &n_records),
  };

  add_columns (&self);
  for (gsize i = first; i < n && days[i].day <= input->last; i++) {
    lum_report_table_add (self.table, lum_report_format_day (input, days[i].day));
    for (guint m = 0; m < G_N_ELEMENTS (moments); m++)
      lum_report_table_add (self.table, list_scores (&self, &days[i], moments[m].moment));
    add_runs (&self, &days[i]);
  }
  if (self.late)
    lum_report_table_set_note (self.table, _ ("Pain from 0 to 10, effort of the whole run from 0 to 10. A score with "
                                              "a * was entered more than two days later."));
  else
    lum_report_table_set_note (self.table, _ ("Pain from 0 to 10, effort of the whole run from 0 to 10."));
  return lum_report_table_end (self.table);
}
