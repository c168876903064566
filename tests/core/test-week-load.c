/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-parameters.h"
#include "lum-test-life.h"
#include "lum-week-load.h"

static LumDiary *
make_diary (const LumDay *days, const double *metres, gsize n)
{
  LumDiaryBuilder *builder = lum_diary_builder_new (NULL);

  lum_diary_builder_begin (builder, LUM_RECORD_RUN, n);
  for (gsize i = 0; i < n; i++) {
    LumRun *run = lum_diary_builder_add (builder, LUM_RECORD_RUN);

    run->day = days[i];
    run->distance_m = metres[i];
    run->timer_s = metres[i] * 0.36;
  }
  return lum_diary_builder_end (builder, 1);
}

static void
test_usual (void)
{
  /* A run of 10 km on every seventh day for five weeks, then two in the last week. */
  static const LumDay days[] = {100, 107, 114, 121, 128, 133, 134};
  static const double metres[] = {10000, 10000, 10000, 10000, 10000, 5000, 12000};
  g_autoptr (LumDiary) diary = make_diary (days, metres, G_N_ELEMENTS (days));
  LumWeekLoad load;

  lum_week_load_init (&load, diary, NULL, 134);
  g_assert_cmpint (load.history, ==, 35);
  g_assert_cmpint (load.runs, ==, 3);
  g_assert_cmpfloat_with_epsilon (load.metres, 27000, 1);
  g_assert_cmpint (load.weeks, ==, 4);
  g_assert_cmpfloat_with_epsilon (load.usual_m, 10000, 1);
  g_assert_cmpfloat_with_epsilon (load.usual_runs, 1, 1e-9);
  g_assert_cmpfloat (load.longest_m, ==, 12000);
  g_assert_cmpint (load.longest_day, ==, 134);

  /* Tomorrow's run does not exist yet. */
  lum_week_load_init (&load, diary, NULL, 133);
  g_assert_cmpfloat_with_epsilon (load.metres, 15000, 1);
  g_assert_cmpfloat (load.longest_m, ==, 10000);
}

/* In a bout the usual week is that of the four weeks before it; it needs 28 days of history before it, and runs. */
static void
test_before_the_bout (void)
{
  static const struct {
    const char *name;
    int first_run, last_run; /* one of 10 km on every seventh day */
    int first_entry;         /* of a 4 on every day until 140; days before it are silent */
    int log_from;            /* a 0 on this day; -1: none */
    int weeks, history;
    double usual_m;
  } rows[] = {
      {"four weeks of runs before", 100, 128, 130, -1, 4, 30, 10000},
      {"27 days before", 103, 124, 130, -1, 0, 27, NAN},
      {"28 days before", 102, 130, 130, -1, 4, 28, 10000},
      {"ten minutes old", 140, 140, 140, -1, 0, 0, NAN},
      {"an old run, none before the bout", 10, 10, 130, -1, 0, 120, NAN},
      {"entries, but no runs before", 135, 140, 130, 60, 0, 70, NAN},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumDiary) diary = NULL;
    g_autoptr (LumStatus) status = NULL;
    LumWeekLoad load;

    for (int day = rows[i].first_run; day <= rows[i].last_run; day += 7)
      lum_test_life_add_run (life, day, 10000);
    for (int day = rows[i].first_entry; day <= 140; day++)
      lum_test_life_add_pain (life, day, 4, LUM_MOMENT_AVERAGE);
    if (rows[i].log_from >= 0)
      lum_test_life_add_pain (life, rows[i].log_from, 0, LUM_MOMENT_AVERAGE);
    diary = lum_test_life_make (life);
    status = lum_status_new (diary, 140);
    lum_week_load_init (&load, diary, status, 140);
    g_test_message ("%s", rows[i].name);
    g_assert_cmpint (status->onset, ==, rows[i].first_entry);
    g_assert_true (load.of_bout);
    g_assert_cmpint (load.history, ==, rows[i].history);
    g_assert_cmpint (load.weeks, ==, rows[i].weeks);
    if (isnan (rows[i].usual_m))
      g_assert_true (isnan (load.usual_m) && isnan (load.usual_run_days));
    else
      g_assert_cmpfloat_with_epsilon (load.usual_m, rows[i].usual_m, 1);
  }
}

static void
test_learning (void)
{
  static const LumDay days[] = {100, 126};
  static const double metres[] = {10000, 10000};
  g_autoptr (LumDiary) diary = make_diary (days, metres, G_N_ELEMENTS (days));
  g_autoptr (LumDiary) empty = lum_diary_new_empty ();
  LumWeekLoad load;

  lum_week_load_init (&load, diary, NULL, 126);
  g_assert_cmpint (load.history, ==, LUM_P_USUAL_HISTORY - 1);
  g_assert_true (isnan (load.usual_m));
  g_assert_cmpint (load.weeks, ==, 0);

  lum_week_load_init (&load, diary, NULL, 127);
  g_assert_cmpint (load.weeks, ==, 3);

  lum_week_load_init (&load, empty, NULL, 127);
  g_assert_cmpint (load.history, ==, 0);
  g_assert_cmpint (load.runs, ==, 0);
  g_assert_true (isnan (load.longest_m));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/week-load/usual", test_usual);
  g_test_add_func ("/week-load/before-the-bout", test_before_the_bout);
  g_test_add_func ("/week-load/learning", test_learning);
  return g_test_run ();
}
