/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "lum-report-document.h"
#include "lum-sample-life.h"
#include "lum-test-life.h"
#include "lum-week-load.h"

/* The parts of the page: their words, and that their numbers are those of the screen (RP-3, I13). */

#define TODAY (lum_day_from_ymd (2026, 6, 2))

static void
make_input (LumReportInput *input, LumDiary *diary, LumDay first)
{
  g_autoptr (LumFindings) findings = lum_findings_new (diary, TODAY, LUM_UNITS_METRIC);
  LumReportOptions options;

  lum_report_options_init (&options, TODAY);
  options.units = LUM_UNITS_METRIC;
  options.first = first;
  lum_report_input_init (input, diary, findings, &options);
}

static void
assert_part (const LumReportInput *input, char *(*build) (const LumReportInput *), const char *expected)
{
  g_autofree char *text = build (input);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_holds (const LumReportInput *input, char *(*build) (const LumReportInput *), const char *part)
{
  g_autofree char *text = build (input);

  if (!text || !strstr (text, part))
    g_test_message ("“%s” is not in “%s”", part, text);
  g_assert_true (text && strstr (text, part));
}

/* All that a part says, its label and what stands there without it included; the cells of a table parted by tabs. */
static char *
read_part (const LumReportInput *input, const LumReportPart *part)
{
  GString *text = g_string_new (part->label);
  g_autoptr (LumReportTable) table = part->build_table ? part->build_table (input) : NULL;
  g_autofree char *words = part->build ? part->build (input) : NULL;

  g_string_append_printf (text, "\n%s\n%s\n", words ? words : "", part->absent ? part->absent : "");
  if (!table)
    return g_string_free (text, FALSE);
  if (lum_report_table_get_note (table))
    g_string_append_printf (text, "%s\n", lum_report_table_get_note (table));
  for (guint c = 0; c < lum_report_table_get_n_columns (table); c++)
    g_string_append_printf (text, "%s%s", c > 0 ? "\t" : "", lum_report_table_get_title (table, c));
  for (guint row = 0; row < lum_report_table_get_n_rows (table); row++)
    for (guint c = 0; c < lum_report_table_get_n_columns (table); c++)
      g_string_append_printf (text, "%s%s", c > 0 ? "\t" : "\n", lum_report_table_get_cell (table, row, c));
  return g_string_free (text, FALSE);
}

/* RP-7's example: "mean 4.0 (7 d) vs 6.0 the week before (better)". */
static void
test_example (void)
{
  g_autoptr (LumDiary) diary = lum_test_diary_new ("6x7 4x7", TODAY - 13);
  LumReportInput input;

  make_input (&input, diary, LUM_DAY_NONE);
  g_assert_cmpint (input.first, ==, TODAY - 13);
  g_assert_true (input.of_bout);
  assert_part (&input, lum_part_story,
               "Began 20 May. Pain on 14 of 14 logged days. Mean 4.0 (7 d, n 7) vs 6.0 the week before (n 7): better. "
               "Worst single score 6 on 20 May. Course: acute, under 6 weeks. Pattern: single episode.");
  lum_report_input_clear (&input);
}

static void
test_periods (void)
{
  static const struct {
    const char *diary;
    int first; /* days ago */
  } cases[] = {
      {"3x10", 9},       /* since the bout began */
      {"0x10", 27},      /* no bout: four weeks */
      {"5x10 0x20", 27}, /* over: four weeks */
      {". . .", 27},     /* nothing at all */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    int n = i == 2 ? 30 : i == 3 ? 3 : 10;
    g_autoptr (LumDiary) diary = lum_test_diary_new (cases[i].diary, TODAY - n + 1);
    LumReportInput input;

    make_input (&input, diary, LUM_DAY_NONE);
    g_assert_cmpint (TODAY - input.first, ==, cases[i].first);
    g_assert_cmpint (input.last, ==, TODAY);
    lum_report_input_clear (&input);
  }
}

/* A stored red flag leads the page, most pressing first, until it was looked at; what came later of it is told. */
static void
test_open (void)
{
  static const struct {
    const char *question;
    LumSafetyWord answer;
    int day, checked;
  } rows[] = {
      {"RF-11", LUM_SAFETY_YES, 9, 0}, {"RF-02", LUM_SAFETY_NOT_SURE, 8, 0}, {"RF-02", LUM_SAFETY_NO, 1, 0},
      {"RF-10", LUM_SAFETY_YES, 5, 2}, {"RF-16", LUM_SAFETY_YES, 5, 0},      {"RF-14", LUM_SAFETY_NO, 5, 0},
  };
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL, none = lum_test_diary_new ("3x5", TODAY - 4);
  LumReportInput input;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    LumSafetyAnswer *answer = lum_test_life_add (life, LUM_RECORD_SAFETY_ANSWER);

    answer->question = rows[i].question;
    answer->answer = rows[i].answer;
    answer->day = TODAY - rows[i].day;
    answer->checked_on = rows[i].checked ? TODAY - rows[i].checked : LUM_DAY_NONE;
  }
  diary = lum_test_life_make (life);
  make_input (&input, diary, LUM_DAY_NONE);
  g_assert_cmpstr (lum_report_parts[0].id, ==, "open");
  assert_part (&input, lum_part_open,
               "EMERGENCY SIGNS, not yet looked at: bladder. Within days, not yet looked at: losing weight.");
  assert_holds (&input, lum_part_self_check, "Not sure: bladder.");
  assert_holds (&input, lum_part_self_check,
                "YES: temperature of 38 °C or infection risk (checked 31 May), losing "
                "weight, worse on coughing or straining.");
  assert_holds (&input, lum_part_self_check, "No: lump or changed shape of the back.");
  lum_report_input_clear (&input);

  make_input (&input, none, LUM_DAY_NONE);
  assert_part (&input, lum_part_open, NULL);
  lum_report_input_clear (&input);
}

static LumDiary *
make_rich_diary (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  LumSafetyAnswer *answer;
  LumDayDetail *detail;
  LumActivity *activity;
  LumActivityRating *rating;
  LumTreatment *treatment;
  LumBackground *fact;
  LumVisit *visit;

  for (int day = 0; day < 22; day++)
    if (day != 5)
      lum_test_life_add_pain (life, TODAY - 21 + day, day == 2 ? 7 : day < 15 ? 4 : 3, LUM_MOMENT_AVERAGE);
  lum_test_life_add_pain (life, TODAY, 5, LUM_MOMENT_WAKING);
  lum_test_life_add_pain (life, TODAY - 1, 4, LUM_MOMENT_WAKING);
  lum_test_life_add_pain (life, TODAY - 21, 3, LUM_MOMENT_AFTER_RUN)->how = LUM_HOW_AFTER_RUN;
  for (int week = 0; week < 8; week++)
    for (int run = 0; run < 4; run++)
      lum_test_life_add_run (life, TODAY - 77 + 7 * week + run, 10000);
  lum_test_life_add_run (life, TODAY - 22, 24000);
  lum_test_life_add_run (life, TODAY - 3, 5000);

  answer = lum_test_life_add (life, LUM_RECORD_SAFETY_ANSWER);
  answer->question = "RF-18";
  answer->answer = LUM_SAFETY_YES;
  answer->day = TODAY;
  answer->since = TODAY - 5;
  answer = lum_test_life_add (life, LUM_RECORD_SAFETY_ANSWER);
  answer->question = "RF-02";
  answer->answer = LUM_SAFETY_NOT_SURE;
  answer->day = TODAY - 9;
  answer->checked_on = TODAY - 8;
  answer = lum_test_life_add (life, LUM_RECORD_SAFETY_ANSWER);
  answer->question = "RF-02";
  answer->answer = LUM_SAFETY_NO;
  answer->day = TODAY;
  detail = lum_test_life_add (life, LUM_RECORD_DAY_DETAIL);
  detail->day = TODAY - 20;
  detail->where_left = detail->spread_buttock = 1;
  detail->nights_woken = 2;
  detail->worse_with = "Sitting\nbending";
  detail->better_with = "walking";
  detail = lum_test_life_add (life, LUM_RECORD_DAY_DETAIL);
  detail->day = TODAY - 19;
  detail->nights_woken = 0;
  detail->worse_with = "sitting";
  activity = lum_test_life_add (life, LUM_RECORD_ACTIVITY);
  activity->name = "run 5 km";
  activity->position = 1;
  for (int i = 0; i < 2; i++) {
    rating = lum_test_life_add (life, LUM_RECORD_ACTIVITY_RATING);
    rating->activity_id = activity->base.id;
    rating->day = TODAY - 15 + 15 * i;
    rating->score = 2 + 3 * i;
  }
  treatment = lum_test_life_add (life, LUM_RECORD_TREATMENT);
  treatment->name = "ibuprofen";
  treatment->first = TODAY - 20;
  treatment->last = TODAY - 14;
  treatment->helped = 1;
  fact = lum_test_life_add (life, LUM_RECORD_BACKGROUND);
  fact->fact = "birth-year";
  fact->value = "1983";
  fact = lum_test_life_add (life, LUM_RECORD_BACKGROUND);
  fact->fact = "cancer";
  fact->value = "no";
  visit = lum_test_life_add (life, LUM_RECORD_VISIT);
  visit->day = TODAY - 10;
  visit->who = "physiotherapist";
  visit->agreed = "Easy runs only.";
  visit->plan = LUM_PLAN_PAUSE;
  visit->pause_until = TODAY - 1;
  visit->next = TODAY + 7;
  lum_test_life_set_preference (life, LUM_PREFERENCE_QUESTIONS, "Can I run?\n\nIs it the disc?\nWhen again?\nA fourth");
  lum_test_life_set_preference (life, LUM_PREFERENCE_NAME, "Maria");
  return lum_test_life_make (life);
}

static void
test_parts (void)
{
  g_autoptr (LumDiary) diary = make_rich_diary ();
  LumReportInput input;

  make_input (&input, diary, LUM_DAY_NONE);
  g_assert_cmpstr (input.options.name, ==, "Maria");
  assert_part (&input, lum_part_asks, "1. Can I run?\n2. Is it the disc?\n3. When again?");
  assert_part (&input, lum_part_since,
               "Last visit 23 May, physiotherapist. Agreed: Easy runs only.\n"
               "Mean pain: 4.0 (n 6) in the week up to it → 3.0 (n 7) in the last 7 days.\n"
               "Running: 0 km in the week up to it → 5 km in the last 7 days.");
  assert_holds (&input, lum_part_self_check,
                "2 Jun, the patient’s own ticks.\nYES: pain below one knee with numbness or weakness (since 28 May).\n"
                "No: bladder.\nNot asked: numbness");
  assert_part (&input, lum_part_open,
               "Urgent, not yet looked at: pain below one knee with numbness or weakness (since 28 May).");
  assert_holds (&input, lum_part_self_check, "Not asked: numbness between the legs, bowel,");
  assert_part (
      &input, lum_part_background,
      "Born 1983, 42 or 43 years old. No: cancer. Not recorded: long-term steroids, osteoporosis, weak immune "
      "system, blood thinners, spinal operation or injection, stress fracture, pregnant or may be, scans of the "
      "back.");
  assert_holds (&input, lum_part_story, "Began 12 May, after a run of 24 km. Low back: left. Spreads to: buttock.");
  assert_holds (&input, lum_part_story, "Pain on 21 of 21 logged days.");
  assert_holds (&input, lum_part_story, "Worst single score 7 on 14 May.");
  assert_holds (&input, lum_part_function,
                "run 5 km: 2 → 5 of 10 · (10 = able as before) · woken in 1 of 2 nights · pain on waking 4.5 (n 2)");
  assert_part (&input, lum_part_tried, "ibuprofen, 13–19 May: some");
  assert_part (&input, lum_part_seen,
               "physiotherapist, 23 May. Agreed: Easy runs only. Pause from running until 1 Jun. Next appointment 9 "
               "Jun.");
  assert_holds (&input, lum_part_function, "whole day 3.8 (n 21)");
  assert_holds (&input, lum_part_running, "Usual ");
  assert_holds (&input, lum_part_running, "mean of the 4 weeks before it began) → 5 km");
  assert_part (&input, lum_part_worse, "sitting (2) · bending (1)");
  assert_part (&input, lum_part_better, "walking (1)");
  assert_holds (&input, lum_part_running, "5 km in the last 7 days (run days: 1).");
  assert_holds (&input, lum_part_running, "Longest 24 km on 11 May (30 days before: 10 km).");
  lum_report_input_clear (&input);
}

/* What is not there is left to the table's words: nothing is invented. */
static void
test_absent (void)
{
  g_autoptr (LumDiary) diary = lum_diary_new_empty ();
  LumReportInput input;

  make_input (&input, diary, LUM_DAY_NONE);
  for (const LumReportPart *part = lum_report_parts; part->id; part++) {
    if (strcmp (part->id, "story") == 0)
      assert_part (&input, part->build, "No bout of pain on record. No scores were logged in this period.");
    else
      assert_part (&input, part->build, NULL);
  }
  lum_report_input_clear (&input);
}

/* A journal of ten minutes has no usual week; Trends and the report take it from the same function (RP-3). */
static void
test_usual_not_known (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;
  LumReportInput input;

  lum_test_life_add_pain (life, TODAY, 3, LUM_MOMENT_AVERAGE);
  lum_test_life_add_run (life, TODAY, 5000);
  lum_test_life_add_run (life, TODAY - 300, 5000);
  diary = lum_test_life_make (life);
  make_input (&input, diary, LUM_DAY_NONE);
  assert_holds (&input, lum_part_running, "5 km on 1 day in the last 7; the usual week is not known yet.");
  lum_report_input_clear (&input);
}

/* A silence that was answered makes days known, not logged (EP-4): the page does not say that they were. */
static void
test_answered_days (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;
  LumReportInput input;

  lum_test_life_add_days (life, "5x6 .x5 4x4", TODAY - 14, TODAY);
  lum_test_life_answer (life, TODAY - 8, TODAY - 4, LUM_GAP_HURT);
  diary = lum_test_life_make (life);
  make_input (&input, diary, LUM_DAY_NONE);
  g_assert_cmpint (lum_report_input_count_logged (&input), ==, 10);
  assert_holds (&input, lum_part_story, "Pain on 15 of 15 known days; 5 of them were answered for later, not logged.");
  lum_report_input_clear (&input);
}

/* RP-1's order. */
static void
test_order (void)
{
  static const char *const order[] = {"open",     "asks",  "since", "self-check", "background", "story",
                                      "function", "tried", "seen",  "worse",      "better",     "running"};

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpstr (lum_report_parts[i].id, ==, order[i]);
  g_assert_null (lum_report_parts[G_N_ELEMENTS (order)].id);
}

/* Over many lives the numbers printed are those that status and trend give. */
static void
test_numbers_are_the_screens (void)
{
  for (guint64 seed = 1; seed <= 12; seed++) {
    g_autoptr (LumDiary) diary = lum_sample_life_new (TODAY, 2, seed);
    LumReportInput input;
    const LumStatus *status;

    make_input (&input, diary, LUM_DAY_NONE);
    status = input.status;
    if (input.of_bout && status->known_days != LUM_INT_NONE && status->known_days > 1) {
      /* "logged", or "known" where some were only answered for */
      g_autofree char *days = g_strdup_printf ("Pain on %d of %d ", status->pain_days, status->known_days);

      assert_holds (&input, lum_part_story, days);
    }
    LumWeekLoad load;

    lum_week_load_init (&load, diary, status, input.last);
    if (load.weeks > 0) {
      g_autofree char *distance = lum_format_distance (load.usual_m, LUM_UNITS_METRIC);
      g_autofree char *usual = g_strdup_printf ("Usual %s a week", distance);

      assert_holds (&input, lum_part_running, usual);
    }
    if (status->trend.verdict != LUM_TREND_NOT_ENOUGH_DATA) {
      g_autofree char *mean =
          g_strdup_printf ("Mean %.1f (7 d, n %d) vs %.1f the week before (n %d)", status->trend.last,
                           status->trend.n_last, status->trend.previous, status->trend.n_previous);

      assert_holds (&input, lum_part_story, mean);
    }
    lum_report_input_clear (&input);
  }
}

static void
test_ranges (void)
{
  static const struct {
    int first, last;
    gboolean with_year;
    const char *text;
  } cases[] = {
      {0, 0, FALSE, "2 Jun"},
      {-6, 0, FALSE, "27 May – 2 Jun"},
      {0, 6, FALSE, "2–8 Jun"},
      {0, 6, TRUE, "2–8 Jun 2026"},
      {-6, 0, TRUE, "27 May – 2 Jun 2026"},
      {-365, -300, FALSE, "2 Jun – 6 Aug 2025"},
      {-200, 0, FALSE, "14 Nov 2025 – 2 Jun 2026"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = lum_report_format_range (TODAY + cases[i].first, TODAY + cases[i].last,
                                                     cases[i].with_year ? LUM_DAY_NONE : TODAY);

    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

/* RP-7 and the voice of the house: no such words on the page. */
static void
test_forbidden_words (void)
{
  static const char *const words[] = {"diagnos", "damage", "injur", "safe to run", "hurt for"};
  g_autoptr (LumDiary) rich = make_rich_diary ();
  LumReportInput input;

  make_input (&input, rich, LUM_DAY_NONE);
  for (guint table = 0; table < 2; table++)
    for (const LumReportPart *part = table == 0 ? lum_report_parts : lum_report_appendix_parts; part->id; part++) {
      g_autofree char *text = read_part (&input, part);
      g_autofree char *lower = g_utf8_strdown (text, -1);

      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        g_assert_null (strstr (lower, words[i]));
    }
  lum_report_input_clear (&input);
}

/* Two diaries with years of silence between them: nobody knows of the years, so no episode lasted through them. */
static void
test_silent_years (void)
{
  for (int answered = 0; answered <= 1; answered++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumDiary) diary = NULL;
    g_autoptr (GArray) episodes = NULL;
    LumReportInput input;

    for (int i = 0; i < 5; i++) {
      lum_test_life_add_pain (life, TODAY - 1700 + i, 3, LUM_MOMENT_AVERAGE);
      lum_test_life_add_pain (life, TODAY - 24 + i, 4, LUM_MOMENT_AVERAGE);
    }
    if (answered)
      lum_test_life_answer (life, TODAY - 1695, TODAY - 25, LUM_GAP_ON_AND_OFF);
    lum_test_life_add_pain (life, TODAY, 4, LUM_MOMENT_AVERAGE);
    diary = lum_test_life_make (life);
    make_input (&input, diary, TODAY - 60);
    episodes = lum_report_list_episodes (&input);
    for (guint i = 0; i < episodes->len; i++) {
      const LumReportEpisode *episode = &g_array_index (episodes, LumReportEpisode, i);

      g_test_message ("%d to %d", episode->first - TODAY, episode->last - TODAY);
      if (!answered)
        g_assert_cmpint (episode->last - episode->first, ==, 4);
    }
    if (!answered)
      g_assert_cmpuint (episodes->len, ==, 2);
    lum_report_input_clear (&input);
  }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/words/example", test_example);
  g_test_add_func ("/report/words/periods", test_periods);
  g_test_add_func ("/report/words/parts", test_parts);
  g_test_add_func ("/report/words/absent", test_absent);
  g_test_add_func ("/report/words/usual-not-known", test_usual_not_known);
  g_test_add_func ("/report/words/answered-days", test_answered_days);
  g_test_add_func ("/report/words/order", test_order);
  g_test_add_func ("/report/words/numbers-are-the-screens", test_numbers_are_the_screens);
  g_test_add_func ("/report/words/silent-years", test_silent_years);
  g_test_add_func ("/report/words/ranges", test_ranges);
  g_test_add_func ("/report/words/forbidden-words", test_forbidden_words);
  g_test_add_func ("/report/words/open", test_open);
  return g_test_run ();
}
