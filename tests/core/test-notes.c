/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of load that are never cards (OU-16): when each of their notes is there, and what it says. */
#include <string.h>

#include "lum-test-findings.h"

#define ORIGIN lum_day_from_ymd (2026, 3, 2)

/* So many weeks of runs on Monday, Wednesday and Friday, the last one up to day 7·weeks − 1. */
static LumTestLife *
live_steadily (int weeks, double metres)
{
  LumTestLife *life = lum_test_life_new ();

  for (int week = 0; week < weeks; week++)
    for (int day = 0; day < 5; day += 2) {
      LumRun *run = lum_test_life_add_run (life, ORIGIN + 7 * week + day, metres);

      run->timer_s = 2400;
      run->effort = 4;
    }
  return life;
}

static char *
say (const LumTestLife *life, int today, const char *rule)
{
  g_autoptr (LumFindings) findings = lum_test_find (life, ORIGIN + today);
  const LumCard *note = lum_test_find_note (findings, rule);

  g_assert_null (lum_test_find_card (findings, rule)); /* never a card */
  if (note)
    lum_test_assert_complete (note);
  return note ? g_strdup (note->message) : NULL;
}

static void
assert_says (const LumTestLife *life, int today, const char *rule, const char *wanted)
{
  g_autofree char *said = say (life, today, rule);

  g_assert_cmpstr (said, ==, wanted);
}

/* The example of OU-6: 30, 31, 32, 45 km. */
static void
test_ramp (void)
{
  static const double weeks[] = {30000, 31000, 32000, 45000};
  g_autoptr (LumTestLife) life = lum_test_life_new ();

  for (int week = 0; week < 4; week++)
    for (int run = 0; run < 3; run++)
      lum_test_life_add_run (life, ORIGIN + 7 * week + 2 * run, weeks[week] / 3);
  assert_says (life, 27, "OU-6", NULL); /* still learning (OU-17) */
  lum_test_life_set_preference (life, LUM_PREFERENCE_BASELINE, "15000");
  assert_says (life, 27, "OU-6",
               "This week’s 45 km is 41 % more than last week and your biggest in a month. Weekly jumps are a weak "
               "warning sign on their own; an easier week is an option.");
  assert_says (life, 26, "OU-6", NULL);
}

static void
test_monotony (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();

  for (int day = 0; day < 35; day++)
    if (day % 7 != 4) {
      LumRun *run = lum_test_life_add_run (life, ORIGIN + day, 8000);

      run->timer_s = 3000 + 20 * (day % 3);
      run->effort = 6;
    }
  assert_says (life, 34, "OU-3", "Your days this week were all alike. Mixing hard, easy and rest days is kinder.");
  assert_says (life, 33, "OU-3", NULL);
}

/* OU-9's numbers: a usual 20, then 45 hard minutes. */
static void
test_intensity (void)
{
  g_autoptr (LumTestLife) life = live_steadily (5, 8000);

  for (int week = 1; week < 5; week++) {
    LumRun *run = lum_test_life_add_run (life, ORIGIN + 7 * week + 6, 5000);

    run->effort = 8;
    run->timer_s = week < 4 ? 1200 : 2700;
  }
  assert_says (life, 34, "OU-9",
               "45 hard minutes this week against a usual 20. Keep the next runs easy and see how your back answers.");
  assert_says (life, 33, "OU-9", NULL);
}

static void
test_hills (void)
{
  g_autoptr (LumTestLife) up = live_steadily (5, 8000), down = live_steadily (5, 8000);
  LumRun *run;

  lum_test_life_add_run (up, ORIGIN + 34, 8000)->ascent_m = 199;
  assert_says (up, 34, "OU-10", NULL);
  lum_test_life_add_run (up, ORIGIN + 34, 8000)->ascent_m = 1;
  assert_says (up, 34, "OU-10", "This week had much more uphill than usual.");
  run = lum_test_life_add_run (down, ORIGIN + 34, 8000);
  run->ascent_m = run->descent_m = 300; /* down is said first */
  assert_says (down, 34, "OU-10", "This week had much more downhill than usual.");
}

static void
test_surface (void)
{
  static const char *const words[] = {"roads", "trail", "a track", "a treadmill", "grass", "sand"};

  for (int surface = LUM_SURFACE_ROAD; surface <= LUM_SURFACE_SAND; surface++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autofree char *wanted = g_strdup_printf ("Most of this week was on %s, new for you lately.", words[surface]);

    for (int week = 0; week < 5; week++)
      for (int run = 0; run < 3; run++)
        lum_test_life_add_run (life, ORIGIN + 7 * week + 2 * run, 8000)->surface =
            week < 4 ? (surface + 1) % 6 : surface;
    assert_says (life, 34, "OU-10", wanted);
    assert_says (life, 27, "OU-10", NULL);
  }
}

static void
test_rotation (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  LumRun *other;

  for (int run = 0; run < 9; run++)
    lum_test_life_add_run (life, ORIGIN + 10 + 3 * run, 8000)->shoe_id = "blue";
  lum_test_life_add_pain (life, ORIGIN, 0, LUM_MOMENT_AVERAGE);
  assert_says (life, 34, "OU-13",
               "All 9 runs in 4 weeks were in one pair. Runners who used more than one pair had fewer injuries in one "
               "study.");
  other = lum_test_life_add_run (life, ORIGIN + 33, 8000);
  other->shoe_id = "red";
  assert_says (life, 34, "OU-13", NULL);
}

static void
test_after_break (void)
{
  static const struct {
    int days_off;
    double metres;
    int later; /* days after the run */
    const char *said;
  } rows[] = {
      {13, 9000, 0, NULL},
      {16, 8400, 0, NULL}, /* 70 % of 12 km */
      {16, 8500, 0, "First run after 16 days off. Start with about half of your old long run."},
      {16, 8500, 6, "First run after 16 days off. Start with about half of your old long run."},
      {16, 8500, 7, NULL},
      {30, 3000, 0, "First run after 30 days off. There is no recent run to compare it with: start short."},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = live_steadily (4, 12000);
    int day = 25 + rows[i].days_off + 1;

    g_test_message ("row %u", i);
    lum_test_life_add_run (life, ORIGIN + 25, 5000);
    lum_test_life_add_run (life, ORIGIN + day, rows[i].metres);
    assert_says (life, day + rows[i].later, "OU-14", rows[i].said);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/notes/ramp", test_ramp);
  g_test_add_func ("/notes/monotony", test_monotony);
  g_test_add_func ("/notes/intensity", test_intensity);
  g_test_add_func ("/notes/hills", test_hills);
  g_test_add_func ("/notes/surface", test_surface);
  g_test_add_func ("/notes/rotation", test_rotation);
  g_test_add_func ("/notes/after-break", test_after_break);
  return g_test_run ();
}
