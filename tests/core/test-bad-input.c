/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the watch answers to input that is odd or wrong: a defined answer for each, and the same one every time. */
#include <math.h>
#include <string.h>

#include "lum-link.h"
#include "lum-load-days.h"
#include "lum-parameters.h"
#include "lum-run.h"
#include "lum-test-findings.h"

#define TODAY lum_day_from_ymd (2026, 5, 27)

/* --- time --- */

/* EP-2: entries after today do not exist yet, however many and however far. */
static void
test_future (void)
{
  static const char *const lives[] = {"", "3", "3x22", "0x40", "3x85 0x3"};

  for (guint i = 0; i < G_N_ELEMENTS (lives); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumFindings) now = NULL, with = NULL;

    lum_test_life_add_days (life, lives[i], TODAY - 87, TODAY);
    now = lum_test_find (life, TODAY);
    for (int ahead = 1; ahead < 30; ahead++) {
      lum_test_life_add_pain (life, TODAY + ahead, 10, LUM_MOMENT_AVERAGE);
      lum_test_life_add_run (life, TODAY + ahead, 40000);
    }
    lum_test_life_add_pain (life, lum_day_from_ymd (2099, 12, 31), 10, LUM_MOMENT_AVERAGE);
    lum_test_life_report (life, TODAY + 1, TODAY - 60);
    lum_test_life_answer (life, TODAY + 1, TODAY + 20, LUM_GAP_HURT);
    with = lum_test_find (life, TODAY);
    g_assert_cmpint (with->status->state, ==, now->status->state);
    g_assert_cmpint (with->status->age, ==, now->status->age);
    g_assert_cmpint (with->status->onset, ==, now->status->onset);
    g_assert_cmpuint (with->status->flags, ==, now->status->flags | LUM_FLAG_FUTURE_ENTRIES_IGNORED);
    g_assert_cmpuint (with->cards->len, ==, now->cards->len);
    g_assert_cmpint (with->load.overuse.score, ==, now->load.overuse.score);
    g_assert_cmpfloat (with->load.week_m, ==, now->load.week_m);
  }
}

/* From 1970 to 2099: old pain is another episode, nothing overflows, and the numbers of load look back no further than
 * they need. */
static void
test_far_dates (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumFindings) findings = NULL, in_1970 = NULL, in_2099 = NULL;
  LumDay last = lum_day_from_ymd (2099, 12, 31);

  lum_test_life_add_days (life, "4x3", 0, G_MAXINT32); /* 1970-01-01 */
  lum_test_life_add_run (life, 1, 5000);
  lum_test_life_add_days (life, "4x3", TODAY - 2, G_MAXINT32);
  lum_test_life_add_days (life, "4x3", last - 2, G_MAXINT32);
  in_1970 = lum_test_find (life, 2);
  g_assert_cmpint (in_1970->status->state, ==, LUM_STATE_WITHIN);
  g_assert_cmpint (in_1970->status->episodes, ==, 1);
  findings = lum_test_find (life, TODAY);
  g_assert_cmpint (findings->status->state, ==, LUM_STATE_WITHIN);
  g_assert_cmpint (findings->status->onset, ==, TODAY - 2);
  g_assert_cmpint (findings->status->bouts, ==, 2);
  g_assert_false (findings->status->flags & (LUM_FLAG_RECURRENT | LUM_FLAG_RELAPSE));
  in_2099 = lum_test_find (life, last);
  g_assert_cmpint (in_2099->status->state, ==, LUM_STATE_WITHIN);
  g_assert_cmpint (in_2099->status->bouts, ==, 3);
  g_assert_false (in_2099->status->flags & LUM_FLAG_FUTURE_ENTRIES_IGNORED);
}

/* The example of EP-2: 17 Mar 23:30 (+01:00) to 7 Apr 00:10 (+02:00) are 21 days, though not 21 × 24 hours; and whoever
 * flies over the date line has the same date twice, or loses one. */
static void
test_clocks (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumFindings) findings = NULL;
  LumDay first = lum_day_from_instant (1742250600000, 3600), last = lum_day_from_instant (1743977400000, 7200);
  LumInstant departs = 1779926400000; /* 2026-05-28T00:00Z: 13:00 in Auckland, on the day before in Honolulu */

  g_assert_cmpint (first, ==, lum_day_from_ymd (2025, 3, 17));
  g_assert_cmpint (last, ==, lum_day_from_ymd (2025, 4, 7));
  for (LumDay day = first; day <= last; day++)
    lum_test_life_add_pain (life, day, 3, LUM_MOMENT_AVERAGE);
  findings = lum_test_find (life, last);
  g_assert_cmpint (findings->status->age, ==, 21);
  g_assert_cmpint (findings->status->state, ==, LUM_STATE_BEYOND);

  g_assert_cmpint (lum_day_from_instant (departs, 13 * 3600) - lum_day_from_instant (departs, -10 * 3600), ==, 1);
  g_assert_cmpint (lum_day_from_instant (departs, 14 * 3600) - lum_day_from_instant (departs, -12 * 3600), ==, 1);
}

/* A clock that goes back: what was written "tomorrow" waits for its day and is all there then; an answer of the safety
 * check is not hidden by a day. */
static void
test_clock_goes_back (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumFindings) back = NULL, far_back = NULL, again = NULL;
  LumSafetyAnswer *answer;

  lum_test_life_add_days (life, "3x23", TODAY - 22, G_MAXINT32);
  answer = lum_test_life_add (life, LUM_RECORD_SAFETY_ANSWER);
  answer->question = "RF-02";
  answer->answer = LUM_SAFETY_YES;
  answer->day = TODAY;
  lum_test_life_add_card (life, "EP-8", "beyond", TODAY - 22, TODAY, TODAY, LUM_CARD_DISMISSED, LUM_DAY_NONE);
  back = lum_test_find (life, TODAY - 1);
  g_assert_cmpint (back->status->age, ==, 21);
  g_assert_cmpint (back->tier, ==, LUM_TIER_EMERGENCY);
  g_assert_true (back->status->flags & LUM_FLAG_FUTURE_ENTRIES_IGNORED);
  far_back = lum_test_find (life, 0); /* a dead battery: 1970 */
  g_assert_cmpint (far_back->status->state, ==, LUM_STATE_NO_DATA);
  g_assert_cmpint (far_back->tier, ==, LUM_TIER_NONE);
  g_assert_cmpuint (far_back->cards->len, ==, 0);
  again = lum_test_find (life, TODAY);
  g_assert_cmpint (again->status->age, ==, 22);
  g_assert_cmpint (again->tier, ==, LUM_TIER_EMERGENCY);
}

/* --- many entries --- */

/* A dozen on one day are one day: its highest for detection, the mean of its averages for charts (PM-3). */
static void
test_dozen (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;
  g_autoptr (LumFindings) findings = NULL;
  const LumDaySummary *day;

  for (int i = 0; i < 12; i++) {
    lum_test_life_add_pain (life, TODAY, i % 4, i % 2 ? LUM_MOMENT_AVERAGE : LUM_MOMENT_WORST);
    lum_test_life_add_run (life, TODAY, 1000);
  }
  diary = lum_test_life_make (life);
  day = lum_diary_find_day (diary, TODAY);
  g_assert_cmpint (day->highest, ==, 3);
  g_assert_cmpfloat (day->chart, ==, 2); /* of 1 and 3 */
  g_assert_cmpuint (day->n_entries, ==, 12);
  findings = lum_test_find (life, TODAY);
  g_assert_cmpint (findings->status->state, ==, LUM_STATE_NEW);
  g_assert_cmpint (findings->load.streak.streak, ==, 1);
  g_assert_cmpfloat (findings->load.week_m, ==, 12000);
}

/* --- odd runs --- */

static const struct {
  double metres, seconds;
  int effort;
  LumSpikeCategory category; /* against 4 runs of 10 km */
  gboolean rated;            /* has a session load */
} odd_runs[] = {
    {0, 1800, 5, LUM_SPIKE_NOT_ENOUGH_DATA, TRUE}, /* no distance: a session all the same (OU-1) */
    {1, 1800, 5, LUM_SPIKE_REFERENCE, TRUE},           {500000, 1800, 5, LUM_SPIKE_LARGE, TRUE},
    {10000, 0, 5, LUM_SPIKE_REFERENCE, TRUE}, /* a load of 0, as the formula says */
    {10000, NAN, 5, LUM_SPIKE_REFERENCE, FALSE},       {10000, 1800, LUM_INT_NONE, LUM_SPIKE_REFERENCE, FALSE},
    {-5000, 1800, 5, LUM_SPIKE_NOT_ENOUGH_DATA, TRUE}, {NAN, 1800, 5, LUM_SPIKE_NOT_ENOUGH_DATA, TRUE},
};

static void
test_odd_runs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (odd_runs); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumDiary) diary = NULL;
    g_autoptr (LumFindings) findings = NULL;
    const LumSpike *spike;
    LumRun *run;

    g_test_message ("row %u", i);
    for (int before = 1; before <= 4; before++)
      lum_test_life_add_run (life, TODAY - before, 10000);
    run = lum_test_life_add_run (life, TODAY, odd_runs[i].metres);
    run->timer_s = odd_runs[i].seconds;
    run->effort = odd_runs[i].effort;
    g_assert_cmpint (!isnan (lum_run_get_load (run)), ==, odd_runs[i].rated);
    diary = lum_test_life_make (life);
    findings = lum_findings_new (diary, TODAY, LUM_UNITS_METRIC);
    spike = &g_array_index (findings->spikes, LumSpike, 4);
    g_assert_cmpint (spike->category, ==, odd_runs[i].category);
    g_assert_true (isfinite (findings->load.week_m) && findings->load.week_m >= 40000);
    g_assert_cmpint (findings->load.streak.streak, ==, 5);
  }
}

/* Runs of nothing do not open the gate of OU-5: there is no longest to compare with. */
static void
test_runs_of_nothing (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumFindings) findings = NULL;
  LumLink link;

  for (int day = 0; day < 60; day++) {
    lum_test_life_add_run (life, TODAY - 60 + day, 0)->timer_s = 0;
    lum_test_life_add_pain (life, TODAY - 60 + day, day % 5, LUM_MOMENT_AVERAGE);
  }
  lum_test_life_add_run (life, TODAY, 30000);
  findings = lum_test_find (life, TODAY);
  g_assert_cmpint (g_array_index (findings->spikes, LumSpike, 60).category, ==, LUM_SPIKE_NOT_ENOUGH_DATA);
  g_assert_true (isnan (findings->load.acwr.uncoupled));
  g_autoptr (LumDiary) diary = lum_test_life_make (life);
  g_assert_true (lum_link_new (diary, TODAY, NULL, &link, NULL));
  g_assert_cmpint (link.test.verdict, ==, LUM_ASSOCIATION_NOT_ENOUGH_DATA); /* no rest days */
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bad-input/future", test_future);
  g_test_add_func ("/bad-input/far-dates", test_far_dates);
  g_test_add_func ("/bad-input/clocks", test_clocks);
  g_test_add_func ("/bad-input/clock-goes-back", test_clock_goes_back);
  g_test_add_func ("/bad-input/dozen", test_dozen);
  g_test_add_func ("/bad-input/odd-runs", test_odd_runs);
  g_test_add_func ("/bad-input/runs-of-nothing", test_runs_of_nothing);
  return g_test_run ();
}
