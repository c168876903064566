/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "lum-chart.h"
#include "lum-test-life.h"

/* A Wednesday; the diary strings begin on the first day of the case. */
#define TODAY (lum_day_from_ymd (2026, 5, 27))

static const struct {
  const char *name;
  const char *diary;
  int days; /* of the view and of the diary */
  const char *expected;
} cases[] = {
    {"fell", "6x7 4x7", 14, "Pain fell from 6.0 to 4.0 in the last two weeks; 14 of 14 days logged."},
    {"rose", "2x7 4x5 . .", 14, "Pain rose from 2.0 to 4.0 in the last two weeks; 12 of 14 days logged."},
    {"stayed", "3x14", 14, "Pain stayed at 3.0 in the last two weeks; 14 of 14 days logged."},
    {"thin", "4 . . . . . . . . . . . . .", 14, "Mean pain 4.0; 1 of 14 days logged."},
    {"nothing", ".x14", 14, "Nothing is logged in these days yet."},
    {"short", "6x7 4x7", 7, "Mean pain 4.0; 7 of 7 days logged."},
};

static LumChart *
make_chart (const char *days, int n)
{
  g_autoptr (LumDiary) diary = lum_test_diary_new (days, TODAY - n + 1);
  g_autoptr (LumFindings) findings = lum_findings_new (diary, TODAY, LUM_UNITS_METRIC);

  return lum_chart_new (diary, findings);
}

static void
test_view (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (LumChart) chart = make_chart (cases[i].diary, 14);
  LumChartView view = {.first = TODAY - cases[i].days + 1, .last = TODAY, .week_start = 1, .font_scale = 1};
  g_autofree char *text = lum_chart_describe (chart, &view);

  g_assert_cmpstr (text, ==, cases[i].expected);
}

static void
test_days (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;
  g_autoptr (LumFindings) findings = NULL;
  g_autoptr (LumChart) chart = NULL;
  LumChartView view = {.first = TODAY - 13, .last = TODAY, .week_start = 1, .font_scale = 1};
  static const struct {
    int ago;
    const char *text;
  } expected[] = {
      {0, "Wed 27 May: pain 3."},
      {1, "Tue 26 May: pain 0, at worst 3."},
      {2, "Mon 25 May: nothing logged."},
      {3, "Sun 24 May: no score; ran 14 km. That is over 30 % beyond the longest run of the 30 days before."},
      {4, "Sat 23 May: pain 2; ran 8.2 km."},
      {5, "Fri 22 May: pain 4. Entered later."},
  };

  lum_test_life_add_pain (life, TODAY, 3, LUM_MOMENT_AVERAGE);
  lum_test_life_add_pain (life, TODAY - 1, 3, LUM_MOMENT_WAKING);
  lum_test_life_add_pain (life, TODAY - 1, 0, LUM_MOMENT_AVERAGE);
  for (int i = 6; i < 14; i++)
    lum_test_life_add_run (life, TODAY - i, 10000);
  lum_test_life_add_run (life, TODAY - 3, 14000);
  lum_test_life_add_run (life, TODAY - 4, 8200);
  lum_test_life_add_pain (life, TODAY - 4, 2, LUM_MOMENT_AVERAGE);
  lum_test_life_add_pain (life, TODAY - 5, 4, LUM_MOMENT_AVERAGE)->entered = TODAY - 1;
  diary = lum_test_life_make (life);
  findings = lum_findings_new (diary, TODAY, LUM_UNITS_METRIC);
  chart = lum_chart_new (diary, findings);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_autofree char *text = lum_chart_describe_day (chart, &view, TODAY - expected[i].ago);

    g_assert_cmpstr (text, ==, expected[i].text);
  }
}

/* Weeks that are over are not said to be the last ones. */
static void
test_past (void)
{
  static const struct {
    const char *diary, *expected;
  } rows[] = {
      {"6x7 4x7 1x30", "Pain fell from 6.0 to 4.0 in the two weeks up to 27 Apr 2026; 14 of 14 days logged."},
      {"2x7 4x7 1x30", "Pain rose from 2.0 to 4.0 in the two weeks up to 27 Apr 2026; 14 of 14 days logged."},
      {"4x14 1x30", "Pain stayed at 4.0 in the two weeks up to 27 Apr 2026; 14 of 14 days logged."},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumChart) chart = make_chart (rows[i].diary, 44);
    LumChartView view = {.first = TODAY - 43, .last = TODAY - 30, .week_start = 1, .font_scale = 1};
    g_autofree char *text = lum_chart_describe (chart, &view);

    g_assert_cmpstr (text, ==, rows[i].expected);
  }
}

/* Runs alone are said to be that. */
static void
test_only_runs (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;
  g_autoptr (LumFindings) findings = NULL;
  g_autoptr (LumChart) chart = NULL;
  LumChartView view = {.first = TODAY - 13, .last = TODAY, .week_start = 1, .font_scale = 1};
  g_autofree char *text = NULL;

  lum_test_life_add_run (life, TODAY - 3, 14000);
  diary = lum_test_life_make (life);
  findings = lum_findings_new (diary, TODAY, LUM_UNITS_METRIC);
  chart = lum_chart_new (diary, findings);
  text = lum_chart_describe (chart, &view);
  g_assert_cmpstr (text, ==, "Runs, but no scores in these days.");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/chart/describe/view/%s", cases[i].name);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_view);
  }
  g_test_add_func ("/chart/describe/days", test_days);
  g_test_add_func ("/chart/describe/past", test_past);
  g_test_add_func ("/chart/describe/only-runs", test_only_runs);
  return g_test_run ();
}
