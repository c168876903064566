/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running through pain (OU-11), and the rules that stand alone: shoes, one pair, after a break (OU-12…OU-14). */
#include <math.h>
#include <string.h>

#include "lum-findings.h"
#include "lum-run-pains.h"
#include "lum-small-rules.h"
#include "lum-test-life.h"

#define ORIGIN 20000

static const struct {
  int before, during, after, morning, next;
  LumZone zone;
  LumBackToBaseline back;
} zones[] = {
    {1, 4, 4, 1, 5, LUM_ZONE_RED, LUM_BACK_NO},
    {1, 4, 3, 1, 2, LUM_ZONE_AMBER, LUM_BACK_YES},
    {0, 2, 1, 0, 2, LUM_ZONE_AMBER, LUM_BACK_NO},
    {1, 6, 3, 1, 1, LUM_ZONE_RED, LUM_BACK_YES},
    {-1, -1, -1, -1, -1, LUM_ZONE_NONE, LUM_BACK_UNKNOWN},
    {0, 2, 2, -1, -1, LUM_ZONE_GREEN, LUM_BACK_UNKNOWN},
    {0, 0, 3, 0, 1, LUM_ZONE_AMBER, LUM_BACK_YES}, /* the worst of the two */
    {0, 5, 0, 0, 0, LUM_ZONE_AMBER, LUM_BACK_YES},
    {3, 2, 2, -1, 4, LUM_ZONE_GREEN, LUM_BACK_YES}, /* before the run stands in for the morning */
    {3, 2, 2, -1, 5, LUM_ZONE_AMBER, LUM_BACK_NO},
    {0, 2, 2, 3, 4, LUM_ZONE_GREEN, LUM_BACK_YES}, /* but only where there is none */
    {0, 7, 7, 0, 5, LUM_ZONE_RED, LUM_BACK_NO},    /* there is nothing above red */
};

static int
or_none (int score)
{
  return score < 0 ? LUM_INT_NONE : score;
}

static void
test_zones (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++) {
    LumRunPain pain = lum_run_pain_new (or_none (zones[i].before), or_none (zones[i].during), or_none (zones[i].after),
                                        or_none (zones[i].morning), or_none (zones[i].next));

    g_test_message ("row %u", i);
    g_assert_cmpint (pain.zone, ==, zones[i].zone);
    g_assert_cmpint (pain.back, ==, zones[i].back);
  }
}

/* --- OU-11 over a diary --- */

static LumRun *
add_painful_run (LumTestLife *life, int day, int during, int morning, int next)
{
  LumRun *run = lum_test_life_add_run (life, ORIGIN + day, 5000);

  if (during >= 0)
    lum_test_life_add_pain (life, ORIGIN + day, during, LUM_MOMENT_DURING_RUN);
  if (morning >= 0)
    lum_test_life_add_pain (life, ORIGIN + day, morning, LUM_MOMENT_WAKING);
  if (next >= 0)
    lum_test_life_add_pain (life, ORIGIN + day + 1, next, LUM_MOMENT_WAKING);
  return run;
}

static void
count (const LumTestLife *life, int today, int *red, int *not_back)
{
  g_autoptr (LumDiary) diary = lum_test_life_make (life);
  g_autoptr (GArray) all = lum_run_scores_new (diary, ORIGIN - 100, ORIGIN + 100);

  lum_run_scores_count (all, ORIGIN + today, red, not_back);
}

static void
test_run_patterns (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  int red, not_back;

  add_painful_run (life, 0, 6, 0, 0);
  add_painful_run (life, 6, 4, 0, 3); /* red by its step up, known on the next day */
  count (life, 6, &red, &not_back);
  g_assert_cmpint (red, ==, 1);
  g_assert_cmpint (not_back, ==, 0);
  count (life, 7, &red, &not_back);
  g_assert_cmpint (red, ==, 1); /* day 0 is out of the seven */
  g_assert_cmpint (not_back, ==, 1);
  count (life, 19, &red, &not_back);
  g_assert_cmpint (red, ==, 0);
  g_assert_cmpint (not_back, ==, 1);
  count (life, 20, &red, &not_back);
  g_assert_cmpint (not_back, ==, 0);
}

/* A score that names its run counts there; one that names none counts for the day's last, as the mornings do. */
static void
test_two_runs_a_day (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;
  g_autoptr (GArray) all = NULL;
  const char *id = lum_test_life_add_run (life, ORIGIN, 5000)->base.id;

  lum_test_life_add_run (life, ORIGIN, 6000);
  lum_test_life_add_pain (life, ORIGIN, 6, LUM_MOMENT_DURING_RUN)->run_id = id;
  lum_test_life_add_pain (life, ORIGIN, 3, LUM_MOMENT_AFTER_RUN);
  lum_test_life_add_pain (life, ORIGIN, 1, LUM_MOMENT_WAKING);
  lum_test_life_add_pain (life, ORIGIN + 1, 5, LUM_MOMENT_WAKING);
  diary = lum_test_life_make (life);
  all = lum_run_scores_new (diary, ORIGIN, ORIGIN);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpint (lum_run_scores_judge (&g_array_index (all, LumRunScores, 0), ORIGIN + 1).zone, ==, LUM_ZONE_RED);
  g_assert_cmpint (lum_run_scores_judge (&g_array_index (all, LumRunScores, 0), ORIGIN + 1).back, ==, LUM_BACK_UNKNOWN);
  g_assert_cmpint (lum_run_scores_judge (&g_array_index (all, LumRunScores, 1), ORIGIN + 1).zone, ==, LUM_ZONE_RED);
  g_assert_cmpint (lum_run_scores_judge (&g_array_index (all, LumRunScores, 1), ORIGIN).zone, ==, LUM_ZONE_AMBER);
}

/* --- OU-12…OU-14 --- */

static void
test_shoes (void)
{
  static const struct {
    double start, run;
    gboolean retired, imported;
    int wanted; /* 0 silent, 1 note, 2 strong */
  } rows[] = {
      {499000, 900, FALSE, FALSE, 0}, {499000, 1000, FALSE, FALSE, 1}, {500000, 1000, FALSE, FALSE, 0},
      {799000, 999, FALSE, FALSE, 0}, {799000, 1000, FALSE, FALSE, 2}, {499000, 1000, TRUE, FALSE, 0},
      {499000, 1000, FALSE, TRUE, 0},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumDiary) diary = NULL;
    LumShoe *shoe = lum_test_life_add (life, LUM_RECORD_SHOE);
    LumRun *run = lum_test_life_add_run (life, ORIGIN + 40, rows[i].run);
    LumShoeDistance distance;
    gsize n;
    gboolean found;

    g_test_message ("row %u", i);
    shoe->name = "Blue";
    shoe->start_distance_m = rows[i].start;
    shoe->retired = rows[i].retired ? ORIGIN + 40 : LUM_DAY_NONE;
    run->shoe_id = shoe->base.id;
    run->batch_id = rows[i].imported ? "batch" : NULL;
    lum_test_life_add_days (life, "0x39 3x2", ORIGIN, G_MAXINT32);
    diary = lum_test_life_make (life);
    found = lum_shoe_distance_init (&distance, diary, lum_diary_get_shoes (diary, &n), ORIGIN + 40);
    g_assert_cmpint (found && !distance.imported ? 1 + distance.strong : 0, ==, rows[i].wanted);

    /* Once a pair and threshold. */
    for (int shown = 0; shown <= 1; shown++) {
      g_autoptr (LumDiary) now = NULL;
      g_autoptr (LumFindings) findings = NULL;
      const LumCard *top;

      if (shown)
        lum_test_life_add_card (life, "OU-12", rows[i].wanted == 2 ? "strong" : "note", ORIGIN + 40, ORIGIN + 40,
                                ORIGIN + 40, LUM_CARD_SHOWN, LUM_DAY_NONE);
      now = lum_test_life_make (life);
      findings = lum_findings_new (now, ORIGIN + 40 + 9 * shown, LUM_UNITS_METRIC);
      top = lum_findings_get_top_card (findings);
      if (top && g_str_equal (top->rule, "OU-12")) {
        g_assert_cmpint (rows[i].wanted, >, 0);
        g_assert_cmpint (shown, ==, 0);
        g_assert_nonnull (strstr (top->message, "Blue: "));
      } else {
        g_assert_true (shown || rows[i].wanted == 0);
      }
    }
  }
}

static void
test_rotation (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) one = NULL, two = NULL;
  LumRun *run = NULL;

  for (int i = 0; i < 8; i++) {
    run = lum_test_life_add_run (life, ORIGIN + 3 * i, 5000);
    run->shoe_id = "a";
  }
  one = lum_test_life_make (life);
  g_assert_cmpint (lum_count_runs_in_one_pair (one, ORIGIN + 27), ==, 8);
  g_assert_cmpint (lum_count_runs_in_one_pair (one, ORIGIN + 28), ==, 0);
  run->shoe_id = "b";
  two = lum_test_life_make (life);
  g_assert_cmpint (lum_count_runs_in_one_pair (two, ORIGIN + 27), ==, 0);
}

static void
test_after_break (void)
{
  static const struct {
    int days_off;
    double metres;
    gboolean is_break, too_far, no_reference;
  } rows[] = {
      {13, 9000, FALSE, FALSE, FALSE}, {14, 7000, TRUE, FALSE, FALSE}, {14, 7001, TRUE, TRUE, FALSE},
      {29, 9000, TRUE, TRUE, FALSE},   {30, 9000, TRUE, TRUE, TRUE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumDiary) diary = NULL;
    LumAfterBreak result;

    g_test_message ("row %u", i);
    lum_test_life_add_run (life, ORIGIN - 30, 20000); /* too long ago */
    lum_test_life_add_run (life, ORIGIN - 29, 10000);
    lum_test_life_add_run (life, ORIGIN, 5000);
    lum_test_life_add_run (life, ORIGIN + 1 + rows[i].days_off, rows[i].metres);
    diary = lum_test_life_make (life);
    result = lum_after_break_new (diary, ORIGIN + 60);
    g_assert_cmpint (result.days_off, ==, rows[i].is_break ? rows[i].days_off : 0);
    g_assert_cmpint (result.too_far, ==, rows[i].too_far);
    g_assert_cmpint (result.no_reference, ==, rows[i].no_reference);
    if (rows[i].is_break)
      g_assert_cmpfloat (result.longest_m, ==, 10000);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/run-pains/zones", test_zones);
  g_test_add_func ("/run-pains/run-patterns", test_run_patterns);
  g_test_add_func ("/run-pains/two-runs-a-day", test_two_runs_a_day);
  g_test_add_func ("/run-pains/shoes", test_shoes);
  g_test_add_func ("/run-pains/rotation", test_rotation);
  g_test_add_func ("/run-pains/after-break", test_after_break);
  return g_test_run ();
}
