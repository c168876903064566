/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>
#include <string.h>

#include "lum-chart.h"
#include "lum-frame.h"
#include "lum-test-life.h"

/* What stands on the axis beside scores and runs: what was tried, who was seen, episodes, the usual week. */

#define TODAY 20600 /* a Wednesday */

typedef struct {
  LumTestLife *life;
  LumDiary *diary;
  LumFindings *findings;
  LumChart *chart;
  LumSeries *series;
} Fixture;

static void
make (Fixture *fixture)
{
  fixture->diary = lum_test_life_make (fixture->life);
  fixture->findings = lum_findings_new (fixture->diary, TODAY, LUM_UNITS_METRIC);
  fixture->chart = lum_chart_new (fixture->diary, fixture->findings);
  fixture->series = lum_series_new (fixture->diary, fixture->findings);
}

static void
clear (Fixture *fixture)
{
  lum_series_free (fixture->series);
  lum_chart_unref (fixture->chart);
  lum_findings_unref (fixture->findings);
  lum_diary_unref (fixture->diary);
  lum_test_life_free (fixture->life);
}

static void
add_treatment (LumTestLife *life, const char *name, LumDay first, LumDay last)
{
  LumTreatment *treatment = lum_test_life_add (life, LUM_RECORD_TREATMENT);

  treatment->name = name;
  treatment->first = first;
  treatment->last = last;
}

static void
add_visit (LumTestLife *life, const char *who, LumDay day)
{
  LumVisit *visit = lum_test_life_add (life, LUM_RECORD_VISIT);

  visit->day = day;
  visit->who = who;
}

/* Courses at the same time stand in two rows; what comes after them is in the first again; the future is not there. */
static void
test_lanes (void)
{
  Fixture fixture = {.life = lum_test_life_new ()};
  static const struct {
    const char *name;
    LumDay first, last;
    int lane;
    gboolean visit;
  } expected[] = {
      {"ibuprofen", TODAY - 40, TODAY - 30, 0, FALSE}, {"massage", TODAY - 35, TODAY - 35, 1, FALSE},
      {NULL, TODAY - 33, TODAY - 33, 1, TRUE},         {"heat", TODAY - 29, TODAY - 29, 0, FALSE},
      {"physio", TODAY - 29, TODAY - 29, 1, TRUE},     {"goes on", TODAY - 4, TODAY, 0, FALSE},
      {"tape", TODAY - 3, TODAY + 4, 1, FALSE},
  };

  lum_test_life_add_days (fixture.life, "3x60", TODAY - 59, TODAY);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    if (expected[i].visit)
      add_visit (fixture.life, expected[i].name, expected[i].first);
    else
      add_treatment (fixture.life, expected[i].name, expected[i].first,
                     g_strcmp0 (expected[i].name, "goes on") == 0 ? LUM_DAY_NONE : expected[i].last);
  }
  add_treatment (fixture.life, "to come", TODAY + 1, LUM_DAY_NONE);
  add_visit (fixture.life, "to come", TODAY + 1);
  make (&fixture);
  g_assert_cmpuint (fixture.series->care->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    const LumCare *care = &g_array_index (fixture.series->care, LumCare, i);

    g_assert_cmpint (care->first, ==, expected[i].first);
    g_assert_cmpint (care->last, ==, expected[i].last);
    g_assert_cmpint (care->visit, ==, expected[i].visit);
    g_assert_cmpint (care->lane, ==, expected[i].lane);
    if (expected[i].name)
      g_assert_cmpstr (care->name, ==, expected[i].name);
  }
  clear (&fixture);
}

/* The rows take their room from the panels, in every view alike; a diary without any keeps it. */
static void
test_lanes_have_room (void)
{
  Fixture with = {.life = lum_test_life_new ()}, without = {.life = lum_test_life_new ()};
  LumChartRect rect = {0, 0, 700, 440};
  double plot[2];

  lum_test_life_add_days (with.life, "3x60", TODAY - 59, TODAY);
  lum_test_life_add_days (without.life, "3x60", TODAY - 59, TODAY);
  add_treatment (with.life, "ibuprofen", TODAY - 50, TODAY - 45);
  make (&with);
  make (&without);
  for (int days = 14; days <= 60; days += 23) {
    LumChartView view = {.first = TODAY - days + 1, .last = TODAY, .week_start = 1, .font_scale = 1};

    for (int i = 0; i < 2; i++) {
      LumFrame frame;

      lum_frame_init (&frame, (i == 0 ? &with : &without)->series, &rect, &view, NULL);
      lum_frame_fill (&frame);
      plot[i] = frame.panels[LUM_PANEL_PAIN].plot.height + frame.panels[LUM_PANEL_RUNNING].plot.height;
      g_assert_cmpint (lum_frame_count_lanes (&frame), ==, i == 0 ? 1 : 0);
      g_assert_cmpfloat_with_epsilon (frame.lanes.height, i == 0 ? lum_frame_get_lane_height (&frame) : 0, 1e-9);
      if (i == 0) {
        g_assert_cmpfloat (frame.lanes.y, >=,
                           frame.panels[LUM_PANEL_PAIN].plot.y + frame.panels[LUM_PANEL_PAIN].plot.height);
        g_assert_cmpfloat (frame.lanes.y + frame.lanes.height, <=, frame.panels[LUM_PANEL_RUNNING].title.y);
      }
      lum_frame_clear (&frame);
    }
    g_assert_cmpfloat (plot[0], <, plot[1]);
  }
  clear (&with);
  clear (&without);
}

/* Bouts within a month of each other are one episode, as the engine counts them (EP-6b). */
static void
test_episodes (void)
{
  Fixture fixture = {.life = lum_test_life_new ()};
  const GArray *episodes;
  int bouts = 0;

  /* Two bouts with twelve calm days between, a calm forty, then one more. */
  lum_test_life_add_days (fixture.life, "5x6 0x12 4x5 0x40 5x6 3", TODAY - 69, TODAY);
  make (&fixture);
  episodes = fixture.series->episodes;
  g_assert_cmpuint (episodes->len, ==, 2);
  g_assert_cmpint (episodes->len, ==, fixture.findings->status->episodes);
  for (guint i = 0; i < episodes->len; i++)
    bouts += g_array_index (episodes, LumEpisode, i).bouts;
  g_assert_cmpint (bouts, ==, fixture.findings->status->bouts);
  g_assert_cmpint (g_array_index (episodes, LumEpisode, 0).bouts, ==, 2);
  g_assert_cmpint (g_array_index (episodes, LumEpisode, 0).first, ==, TODAY - 69);
  g_assert_cmpint (g_array_index (episodes, LumEpisode, 0).last, ==, TODAY - 69 + 22);
  g_assert_cmpint (g_array_index (episodes, LumEpisode, 1).last, ==, TODAY);
  clear (&fixture);
}

/* The usual of a week is the mean of the four weeks before it, and is not known before the diary is as old. */
static void
test_usual (void)
{
  Fixture fixture = {.life = lum_test_life_new ()};
  LumDay monday = TODAY - 2, begin = monday - 35;

  for (int week = 0; week < 5; week++)
    lum_test_life_add_run (fixture.life, begin + 7 * week, 1000 * (week + 1));
  make (&fixture);
  g_assert_true (isnan (lum_series_get_usual (fixture.series, LUM_CHART_LOAD_WEEKLY, begin + 27)));
  g_assert_cmpfloat_with_epsilon (lum_series_get_usual (fixture.series, LUM_CHART_LOAD_WEEKLY, begin + 28), 2500, 1e-6);
  g_assert_cmpfloat_with_epsilon (lum_series_get_usual (fixture.series, LUM_CHART_LOAD_WEEKLY, monday), 3500, 1e-6);
  clear (&fixture);
}

/* The bars are weeks however near the view is, and no bar is higher than what the series says none exceeds. */
static void
test_weekly (void)
{
  Fixture fixture = {.life = lum_test_life_new ()};
  LumChartRect rect = {0, 0, 700, 440};

  for (int day = 0; day < 700; day += 2)
    lum_test_life_add_run (fixture.life, TODAY - day, 4000 + 37 * (day % 90));
  make (&fixture);
  for (int days = 14; days <= 700; days += 49) {
    for (LumChartLoad load = LUM_CHART_LOAD_DISTANCE; load <= LUM_CHART_LOAD_WEEKLY; load++) {
      LumChartView view = {.first = TODAY - days + 1, .last = TODAY, .load = load, .week_start = 1, .font_scale = 1};
      LumFrame frame;
      guint known = 0;

      lum_frame_init (&frame, fixture.series, &rect, &view, NULL);
      lum_frame_fill (&frame);
      for (guint i = 0; i < frame.bars->len; i++) {
        const LumBar *bar = &g_array_index (frame.bars, LumBar, i);

        known += !isnan (bar->usual);
        g_assert_cmpfloat (bar->value, <=,
                           lum_series_get_highest (fixture.series, load, frame.bar_unit) * frame.load_factor + 1e-6);
      }
      if (load == LUM_CHART_LOAD_WEEKLY)
        g_assert_cmpint (frame.bar_unit, ==, LUM_BAR_WEEK);
      g_assert_cmpint (known > 0, ==, load == LUM_CHART_LOAD_WEEKLY);
      lum_frame_clear (&frame);
    }
  }
  clear (&fixture);
}

static void
test_words (void)
{
  Fixture fixture = {.life = lum_test_life_new ()};
  LumChartView view = {.first = TODAY - 59, .last = TODAY, .week_start = 1, .font_scale = 1};
  g_autofree char *both = NULL, *visit = NULL, *week = NULL, *early = NULL, *plain = NULL;

  lum_test_life_add_days (fixture.life, "3x20", TODAY - 19, TODAY);
  for (int day = 0; day < 60; day += 7)
    lum_test_life_add_run (fixture.life, TODAY - 2 - day, 7000);
  add_treatment (fixture.life, "ibuprofen", TODAY - 10, TODAY - 5);
  add_treatment (fixture.life, "heat", TODAY - 6, TODAY - 6);
  add_visit (fixture.life, NULL, TODAY - 33);
  add_visit (fixture.life, "physiotherapist", TODAY - 4);
  make (&fixture);
  both = lum_chart_describe_day (fixture.chart, &view, TODAY - 6);
  g_assert_nonnull (strstr (both, "Tried: ibuprofen, heat."));
  g_assert_null (strstr (both, "Its week"));
  plain = lum_chart_describe_day (fixture.chart, &view, TODAY - 4);
  g_assert_null (strstr (plain, "Tried"));
  g_assert_nonnull (strstr (plain, "Seen: physiotherapist."));
  visit = lum_chart_describe_day (fixture.chart, &view, TODAY - 33);
  g_assert_nonnull (strstr (visit, "nothing logged. A visit."));
  view.load = LUM_CHART_LOAD_WEEKLY;
  week = lum_chart_describe_day (fixture.chart, &view, TODAY);
  g_assert_nonnull (strstr (week, "Its week: 7 km; the mean of the four weeks before: 7 km."));
  early = lum_chart_describe_day (fixture.chart, &view, TODAY - 50);
  g_assert_true (g_str_has_suffix (early, "Its week: 7 km."));
  clear (&fixture);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/layers/lanes", test_lanes);
  g_test_add_func ("/chart/layers/lanes-have-room", test_lanes_have_room);
  g_test_add_func ("/chart/layers/episodes", test_episodes);
  g_test_add_func ("/chart/layers/usual", test_usual);
  g_test_add_func ("/chart/layers/weekly", test_weekly);
  g_test_add_func ("/chart/layers/words", test_words);
  return g_test_run ();
}
