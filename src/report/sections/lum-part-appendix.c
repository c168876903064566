/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-i18n.h"
#include "lum-link.h"
#include "lum-parameters.h"
#include "lum-report-document.h"

/* Parts of the appendix that need few words: weeks, long runs, running and pain, notes. */

#define WEEKS 12
#define MISSING "–"

/* What was logged in a week, apart from what the chart's series says of it. */
typedef struct {
  int days, runs, highest;
} Week;

static Week
count_week (const LumReportInput *input, LumDay first, LumDay last)
{
  Week week = {.highest = LUM_INT_NONE};
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (input->diary, &n);

  for (gsize i = lum_diary_find_first_day (input->diary, first); i < n && days[i].day <= last; i++) {
    week.days++;
    week.runs += (int) days[i].n_runs;
    if (days[i].n_entries > 0)
      week.highest = MAX (week.highest, days[i].highest);
  }
  return week;
}

static void
add_week (const LumReportInput *input, LumReportTable *table, LumDay first, LumDay last)
{
  Week week = count_week (input, first, last);
  double mean = lum_series_get_mean (input->series, first, last, LUM_P_MEAN_SCORED);
  double minutes = lum_series_get_load (input->series, LUM_CHART_LOAD_DURATION, first, last);
  double metres = lum_series_get_load (input->series, LUM_CHART_LOAD_DISTANCE, first, last);

  lum_report_table_add (table, lum_report_format_range (first, last, input->options.today));
  lum_report_table_add (table, isnan (mean) ? g_strdup (MISSING) : lum_format_number (mean, 1));
  lum_report_table_add_int (table, lum_series_count_scores (input->series, first, last));
  lum_report_table_add (table,
                        week.highest == LUM_INT_NONE ? g_strdup (MISSING) : g_strdup_printf ("%d", week.highest));
  /* Without anything logged nobody knows whether there were runs. */
  lum_report_table_add (table, week.days == 0 ? g_strdup (MISSING) : g_strdup_printf ("%d", week.runs));
  lum_report_table_add (table, metres > 0 ? lum_format_distance (metres, input->options.units) : g_strdup (MISSING));
  lum_report_table_add (table, minutes > 0 ? lum_format_duration (minutes * 60) : g_strdup (MISSING));
}

LumReportTable *
lum_part_weeks (const LumReportInput *input)
{
  LumReportTable *table = lum_report_table_new ();

  lum_report_table_add_column (table, _ ("Week"), LUM_REPORT_ALIGN_START);
  lum_report_table_add_column (table, _ ("Mean Pain"), LUM_REPORT_ALIGN_END);
  lum_report_table_add_column (table, _ ("Scored Days"), LUM_REPORT_ALIGN_END);
  lum_report_table_add_column (table, _ ("Highest Score"), LUM_REPORT_ALIGN_END);
  lum_report_table_add_column (table, _ ("Runs"), LUM_REPORT_ALIGN_END);
  lum_report_table_add_column (table, _ ("Distance"), LUM_REPORT_ALIGN_END);
  lum_report_table_add_column (table, _ ("Time"), LUM_REPORT_ALIGN_END);
  lum_report_table_set_note (
      table, _ ("Weeks of seven days that end with the period. A mean needs at least three scored days."));
  for (int i = WEEKS - 1; i >= 0; i--)
    add_week (input, table, input->last - LUM_P_WEEK * (i + 1) + 1, input->last - LUM_P_WEEK * i);
  return lum_report_table_end (table);
}

LumReportTable *
lum_part_spikes (const LumReportInput *input)
{
  const GArray *spikes = input->series->spikes;
  LumReportTable *table = lum_report_table_new ();

  lum_report_table_add_column (table, _ ("Day"), LUM_REPORT_ALIGN_START);
  lum_report_table_add_column (table, _ ("Distance"), LUM_REPORT_ALIGN_END);
  lum_report_table_add_column (table, _ ("Longest of the 30 Days Before"), LUM_REPORT_ALIGN_END);
  lum_report_table_add_column (table, _ ("Times as Long"), LUM_REPORT_ALIGN_END);
  lum_report_table_set_note (table, _ ("Runs more than 10 % longer than the longest of the 30 days before them."));
  for (guint i = 0; i < spikes->len; i++) {
    const LumSpike *spike = &g_array_index (spikes, LumSpike, i);

    if (spike->day < input->first || spike->day > input->last || spike->reference_m == LUM_INT_NONE)
      continue;
    lum_report_table_add (table, lum_report_format_day (input, spike->day));
    lum_report_table_add (table, lum_format_distance (spike->metres, input->options.units));
    lum_report_table_add (table, lum_format_distance (spike->reference_m, input->options.units));
    lum_report_table_add (table, lum_format_number (spike->ratio, 2));
  }
  return lum_report_table_end (table);
}

/* LA-8: what Trends says of it today. */
char *
lum_part_link (const LumReportInput *input)
{
  LumLink link;

  if (!lum_link_announce (input->diary, input->status->today, NULL, &link, NULL))
    return NULL;
  return lum_link_describe (&link);
}

/* --- notes --- */

typedef struct {
  LumDay day;
  char *about;
  const char *text;
} Note;

static void
clear_note (gpointer data)
{
  g_free (((Note *) data)->about);
}

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const Note *x = a, *y = b;

  return x->day < y->day ? -1 : x->day > y->day;
}

static void
add_note (const LumReportInput *input, GArray *notes, LumDay day, char *about, const char *text)
{
  Note note = {day, about, text};

  if (text && *text && day >= input->first && day <= input->last)
    g_array_append_val (notes, note);
  else
    g_free (about);
}

static char *
describe_run (const LumReportInput *input, const LumRun *run)
{
  g_autofree char *distance = NULL;

  if (!(run->distance_m > 0))
    return g_strdup (C_ ("about a note", "Run"));
  distance = lum_format_distance (run->distance_m, input->options.units);
  /* Translators: what a note is about; %s is a distance */
  return g_strdup_printf (C_ ("about a note", "Run, %s"), distance);
}

static GArray *
collect_notes (const LumReportInput *input)
{
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (Note));
  gsize n;
  const LumDayDetail *details = lum_diary_get_details (input->diary, &n);

  g_array_set_clear_func (notes, clear_note);
  for (gsize i = 0; i < n; i++)
    add_note (input, notes, details[i].day, g_strdup (C_ ("about a note", "The day")), details[i].note);
  const LumPainEntry *entries = lum_diary_get_pain (input->diary, &n);
  for (gsize i = 0; i < n; i++)
    /* Translators: what a note is about; %d is a score */
    add_note (input, notes, entries[i].day, g_strdup_printf (C_ ("about a note", "Pain %d"), entries[i].score),
              entries[i].note);
  const LumRun *runs = lum_diary_get_runs (input->diary, &n);
  for (gsize i = 0; i < n; i++)
    add_note (input, notes, runs[i].day, describe_run (input, &runs[i]), runs[i].note);
  const LumTreatment *treatments = lum_diary_get_treatments (input->diary, &n);
  for (gsize i = 0; i < n; i++)
    add_note (input, notes, treatments[i].first, g_strdup (treatments[i].name), treatments[i].note);
  g_array_sort (notes, compare_notes);
  return notes;
}

LumReportTable *
lum_part_notes (const LumReportInput *input)
{
  g_autoptr (GArray) notes = collect_notes (input);
  LumReportTable *table = lum_report_table_new ();

  lum_report_table_add_column (table, _ ("Day"), LUM_REPORT_ALIGN_START);
  lum_report_table_add_column (table, C_ ("of a note", "About"), LUM_REPORT_ALIGN_START);
  lum_report_table_add_column (table, _ ("Note"), LUM_REPORT_ALIGN_START);
  for (guint i = 0; i < notes->len; i++) {
    const Note *note = &g_array_index (notes, Note, i);

    lum_report_table_add (table, lum_report_format_day (input, note->day));
    lum_report_table_add (table, lum_report_isolate (note->about));
    lum_report_table_add (table, lum_report_isolate (note->text));
  }
  return lum_report_table_end (table);
}
