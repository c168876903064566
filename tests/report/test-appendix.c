/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>
#include <string.h>

#include "lum-link.h"
#include "lum-report-document.h"
#include "lum-sample-life.h"
#include "lum-small-rules.h"
#include "lum-test-life.h"
#include "report-lives.h"

/* The appendix: its tables, and that their numbers are those of the screen (RP-3, I13). */

#define TODAY LIVES_TODAY

static void
make_input (LumReportInput *input, LumDiary *diary, LumDay first, LumDay today)
{
  g_autoptr (LumFindings) findings = lum_findings_new (diary, today, LUM_UNITS_METRIC);
  LumReportOptions options;

  lum_report_options_init (&options, today);
  options.units = LUM_UNITS_METRIC;
  options.first = first;
  lum_report_input_init (input, diary, findings, &options);
}

/* A row as text, its cells parted by bars; "" where there is none. */
static char *
read_row (const LumReportTable *table, int row)
{
  GString *text = g_string_new (NULL);

  for (guint c = 0; c < lum_report_table_get_n_columns (table); c++)
    g_string_append_printf (text, "%s%s", c > 0 ? "|" : "",
                            row < 0 ? lum_report_table_get_title (table, c)
                                    : lum_report_table_get_cell (table, (guint) row, c));
  return g_string_free (text, FALSE);
}

static void
assert_row (const LumReportTable *table, int row, const char *expected)
{
  g_autofree char *text = read_row (table, row);

  g_assert_cmpstr (text, ==, expected);
}

/* What nobody filled in has no column, and what has no rows is no table. */
static void
test_model (void)
{
  LumReportTable *table = lum_report_table_new (), *empty = lum_report_table_new ();

  lum_report_table_add_column (empty, "A", LUM_REPORT_ALIGN_START);
  g_assert_null (lum_report_table_end (empty));

  lum_report_table_add_column (table, "A", LUM_REPORT_ALIGN_START);
  lum_report_table_add_column (table, "B", LUM_REPORT_ALIGN_END);
  lum_report_table_add_column (table, "C", LUM_REPORT_ALIGN_START);
  lum_report_table_add_int (table, 1);
  lum_report_table_add (table, NULL);
  lum_report_table_add (table, g_strdup ("x\xff"));
  lum_report_table_add (table, NULL);
  lum_report_table_add (table, g_strdup (""));
  lum_report_table_add (table, g_strdup ("y"));
  table = lum_report_table_end (table);
  g_assert_cmpuint (lum_report_table_get_n_columns (table), ==, 2);
  g_assert_cmpuint (lum_report_table_get_n_rows (table), ==, 2);
  assert_row (table, -1, "A|C");
  assert_row (table, 0, "1|x\xef\xbf\xbd");
  assert_row (table, 1, "|y");
  lum_report_table_unref (table);
}

static LumDiary *
make_diary (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  LumTreatment *course;
  LumShoe *shoe;
  LumRun *run;
  const char *pair;

  lum_test_life_add_days (life, "3x10 0x40", TODAY - 100, TODAY);
  lum_test_life_add_days (life, "5/4 3/3 . 2", TODAY - 3, TODAY);
  lum_test_life_add_pain (life, TODAY - 3, 6, LUM_MOMENT_WORST)->note = "after lunch";
  lum_test_life_add_pain (life, TODAY - 2, 5, LUM_MOMENT_AVERAGE)->entered = TODAY + 1;
  shoe = lum_test_life_add (life, LUM_RECORD_SHOE);
  shoe->name = "Blue pair";
  shoe->start_distance_m = 100000;
  pair = shoe->base.id;
  shoe = lum_test_life_add (life, LUM_RECORD_SHOE);
  shoe->name = "Old pair";
  shoe->retired = TODAY - 50;
  for (int i = 0; i < 5; i++)
    lum_test_life_add_run (life, TODAY - 20 + 3 * i, 10000)->shoe_id = pair;
  run = lum_test_life_add_run (life, TODAY - 3, 15000);
  run->timer_s = 4505;
  run->effort = 6;
  run->shoe_id = pair;
  run->note = "too far";
  lum_test_life_add_run (life, TODAY - 3, 2000);
  course = lum_test_life_add (life, LUM_RECORD_TREATMENT);
  course->name = "heat";
  course->first = TODAY - 1;
  course->helped = 2;
  return lum_test_life_make (life);
}

static void
test_tables (void)
{
  g_autoptr (LumDiary) diary = make_diary ();
  g_autoptr (LumReportTable) table = NULL;
  LumReportInput input;

  make_input (&input, diary, TODAY - 27, TODAY);
  table = lum_part_weeks (&input);
  g_assert_cmpuint (lum_report_table_get_n_rows (table), ==, 12);
  assert_row (table, -1, "Week|Mean Pain|Scored Days|Highest Score|Runs|Distance|Time");
  assert_row (table, 11, "27 May – 2 Jun|3.3|3|6|2|17 km|1:15:05");
  assert_row (table, 10, "20–26 May|–|0|–|2|20 km|–");
  assert_row (table, 7, "29 Apr – 5 May|–|0|–|–|–|–");

  g_clear_pointer (&table, lum_report_table_unref);
  table = lum_part_spikes (&input);
  g_assert_cmpuint (lum_report_table_get_n_rows (table), ==, 1);
  assert_row (table, 0, "30 May|15 km|10 km|1.50");

  g_clear_pointer (&table, lum_report_table_unref);
  table = lum_part_shoes (&input);
  g_assert_cmpuint (lum_report_table_get_n_rows (table), ==, 1);
  assert_row (table, 0, "Blue pair|165 km|6|13 May|30 May");

  g_clear_pointer (&table, lum_report_table_unref);
  table = lum_part_episodes (&input);
  g_assert_cmpuint (lum_report_table_get_n_rows (table), ==, 1);
  assert_row (table, 0, "22 Feb|3 Mar|10 days|1|10 of 10|3");

  g_clear_pointer (&table, lum_report_table_unref);
  table = lum_part_treatments (&input);
  assert_row (table, -1, "Treatment|From|To|Helped");
  assert_row (table, 0, "heat|1 Jun|goes on|much");

  g_clear_pointer (&table, lum_report_table_unref);
  table = lum_part_notes (&input);
  g_assert_cmpuint (lum_report_table_get_n_rows (table), ==, 2);
  assert_row (table, 0, "30 May|Pain 6|after lunch");
  assert_row (table, 1, "30 May|Run, 15 km|too far");

  g_clear_pointer (&table, lum_report_table_unref);
  table = lum_part_entries (&input);
  assert_row (table, -1, "Day|Waking|Whole Day|Worst|Run|Time|Effort");
  assert_row (table, (int) lum_report_table_get_n_rows (table) - 3, "30 May|5|4|6|15 km\n2 km|1:15:05\n–|6\n–");
  assert_row (table, (int) lum_report_table_get_n_rows (table) - 2, "31 May|3|3, 5*||||");
  assert_row (table, (int) lum_report_table_get_n_rows (table) - 1, "2 Jun||2||||");
  g_assert_nonnull (strstr (lum_report_table_get_note (table), "* was entered more than two days later."));
  lum_report_input_clear (&input);
}

/* A day of the diary, counted anew from its records: what the tables say has to add up to this. */
typedef struct {
  int scored, runs, highest;
  double sum, metres;
} Counted;

static Counted
count_days (const LumDiary *diary, LumDay first, LumDay last)
{
  Counted counted = {.highest = -1};

  for (LumDay day = first; day <= last; day++) {
    const LumDaySummary *summary = lum_diary_find_day (diary, day);

    if (!summary)
      continue;
    counted.runs += (int) summary->n_runs;
    counted.metres += summary->distance_m;
    if (summary->n_entries == 0)
      continue;
    counted.scored++;
    counted.sum += summary->chart;
    counted.highest = MAX (counted.highest, summary->highest);
  }
  return counted;
}

static void
check_weeks (const LumReportInput *input)
{
  g_autoptr (LumReportTable) table = lum_part_weeks (input);

  for (int i = 0; i < 12; i++) {
    LumDay last = input->last - 7 * (11 - i);
    Counted counted = count_days (input->diary, last - 6, last);
    int n = 0;
    double mean = lum_mean_chart (input->diary, last - 6, last, &n);
    g_autofree char *expected_mean = n < 3 ? g_strdup ("–") : lum_format_number (mean, 1);
    g_autofree char *expected_n = g_strdup_printf ("%d", counted.scored);
    g_autofree char *distance = lum_format_distance (counted.metres, LUM_UNITS_METRIC);

    g_assert_cmpint (n, ==, counted.scored);
    g_assert_cmpstr (lum_report_table_get_cell (table, (guint) i, 1), ==, expected_mean);
    g_assert_cmpstr (lum_report_table_get_cell (table, (guint) i, 2), ==, expected_n);
    if (counted.highest >= 0)
      g_assert_cmpint (atoi (lum_report_table_get_cell (table, (guint) i, 3)), ==, counted.highest);
    if (counted.metres > 0)
      g_assert_cmpstr (lum_report_table_get_cell (table, (guint) i, 5), ==, distance);
  }
  /* PM-6 and the strain clock look at the same seven days. */
  if (input->status->trend.verdict != LUM_TREND_NOT_ENOUGH_DATA) {
    g_autofree char *last = lum_format_number (input->status->trend.last, 1);

    g_assert_cmpstr (lum_report_table_get_cell (table, 11, 1), ==, last);
  }
}

static void
check_shoes (const LumReportInput *input)
{
  g_autoptr (LumReportTable) table = lum_part_shoes (input);
  gsize n;
  const LumShoe *shoes = lum_diary_get_shoes (input->diary, &n);
  guint found = 0;

  for (guint row = 0; table && row < lum_report_table_get_n_rows (table); row++)
    for (gsize i = 0; i < n; i++) {
      LumShoeDistance distance;
      g_autofree char *text = NULL;

      if (strcmp (shoes[i].name, lum_report_table_get_cell (table, row, 0)) != 0)
        continue;
      lum_shoe_distance_init (&distance, input->diary, &shoes[i], input->last);
      text = lum_format_distance (distance.metres, LUM_UNITS_METRIC);
      g_assert_cmpstr (lum_report_table_get_cell (table, row, 1), ==, text);
      found++;
    }
  g_assert_cmpuint (found, ==, table ? lum_report_table_get_n_rows (table) : 0);
}

static void
check_link (const LumReportInput *input)
{
  LumLink link;
  g_autofree char *said = NULL, *printed = lum_part_link (input);

  g_assert_true (lum_link_announce (input->diary, input->last, NULL, &link, NULL));
  said = lum_link_describe (&link);
  g_assert_cmpstr (printed, ==, said);
}

static void
check_episodes (const LumReportInput *input)
{
  g_autoptr (LumReportTable) table = lum_part_episodes (input);
  g_autoptr (GArray) episodes = lum_report_list_episodes (input);
  guint rows = table ? lum_report_table_get_n_rows (table) : 0;
  int now = 0, bouts = 0;

  /* All episodes of the status, but for the one that is still going on. */
  for (guint i = 0; i < input->status->all_bouts->len; i++) {
    const LumBout *bout = &g_array_index (input->status->all_bouts, LumBout, i);

    now += bout->confirmed && bout->starts_episode;
  }
  g_assert_cmpint (now, ==, input->status->episodes);
  g_assert_cmpuint (rows, ==, episodes->len);
  g_assert_cmpint ((int) rows, <=, input->status->episodes);
  g_assert_cmpint ((int) rows, >=, input->status->episodes - 1);
  for (guint i = 0; i < rows; i++)
    bouts += atoi (lum_report_table_get_cell (table, i, 3));
  g_assert_cmpint (bouts, <=, input->status->bouts);
}

/* Each score and each run of the period is in the table of every entry. */
static void
check_entries (const LumReportInput *input)
{
  g_autoptr (LumReportTable) table = lum_part_entries (input);
  Counted counted = count_days (input->diary, input->first, input->last);
  guint columns = table ? lum_report_table_get_n_columns (table) : 0;
  int scored = 0, runs = 0;

  for (guint row = 0; table && row < lum_report_table_get_n_rows (table); row++) {
    gboolean any = FALSE;

    for (guint c = 1; c < columns; c++) {
      const char *cell = lum_report_table_get_cell (table, row, c);

      if (strcmp (lum_report_table_get_title (table, c), "Run") == 0) {
        g_auto (GStrv) lines = g_strsplit (cell, "\n", -1);

        runs += *cell ? (int) g_strv_length (lines) : 0;
        break;
      }
      any |= *cell != '\0';
    }
    scored += any;
  }
  g_assert_cmpint (runs, ==, counted.runs);
  g_assert_cmpint (scored, ==, counted.scored);
}

static void
check_spikes (const LumReportInput *input)
{
  g_autoptr (LumReportTable) table = lum_part_spikes (input);
  g_autoptr (GArray) spikes = lum_spikes_for_all (input->diary);
  guint expected = 0;

  for (guint i = 0; i < spikes->len; i++) {
    const LumSpike *spike = &g_array_index (spikes, LumSpike, i);

    expected += spike->category >= LUM_SPIKE_SMALL && spike->day >= input->first && spike->day <= input->last;
  }
  g_assert_cmpuint (table ? lum_report_table_get_n_rows (table) : 0, ==, expected);
}

static void
check_life (LumDiary *diary, LumDay first, LumDay today)
{
  LumReportInput input;

  make_input (&input, diary, first, today);
  check_weeks (&input);
  check_shoes (&input);
  check_link (&input);
  check_episodes (&input);
  check_entries (&input);
  check_spikes (&input);
  lum_report_input_clear (&input);
}

static void
test_numbers_are_the_screens (void)
{
  for (guint64 seed = 1; seed <= 8; seed++) {
    g_autoptr (LumDiary) diary = lum_sample_life_new (TODAY, 1 + (int) seed / 3, seed);

    check_life (diary, TODAY - 40 * (LumDay) seed, TODAY);
  }
}

/* Gaps, answers, unconfirmed bouts, entries that are still to come. */
static void
test_numbers_of_odd_lives (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (int i = 0; i < 40; i++) {
    g_autoptr (LumTestLife) life = lum_test_life_random (rand, 200);
    g_autoptr (LumDiary) diary = lum_test_life_make (life);

    check_life (diary, 30, 190);
  }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/appendix/model", test_model);
  g_test_add_func ("/report/appendix/tables", test_tables);
  g_test_add_func ("/report/appendix/numbers-are-the-screens", test_numbers_are_the_screens);
  g_test_add_func ("/report/appendix/numbers-of-odd-lives", test_numbers_of_odd_lives);
  return g_test_run ();
}
