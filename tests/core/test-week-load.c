/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

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

  lum_week_load_init (&load, diary, 134);
  g_assert_cmpint (load.history, ==, 35);
  g_assert_cmpint (load.runs, ==, 3);
  g_assert_cmpfloat_with_epsilon (load.metres, 27000, 1);
  g_assert_cmpint (load.weeks, ==, 4);
  g_assert_cmpfloat_with_epsilon (load.usual_m, 10000, 1);
  g_assert_cmpfloat_with_epsilon (load.usual_runs, 1, 1e-9);
  g_assert_cmpfloat (load.longest_m, ==, 12000);
  g_assert_cmpint (load.longest_day, ==, 134);

  /* Tomorrow's run does not exist yet. */
  lum_week_load_init (&load, diary, 133);
  g_assert_cmpfloat_with_epsilon (load.metres, 15000, 1);
  g_assert_cmpfloat (load.longest_m, ==, 10000);
}

static void
test_learning (void)
{
  static const LumDay days[] = {100, 126};
  static const double metres[] = {10000, 10000};
  g_autoptr (LumDiary) diary = make_diary (days, metres, G_N_ELEMENTS (days));
  g_autoptr (LumDiary) empty = lum_diary_new_empty ();
  LumWeekLoad load;

  lum_week_load_init (&load, diary, 126);
  g_assert_cmpint (load.history, ==, LUM_WEEK_LOAD_HISTORY - 1);
  g_assert_true (isnan (load.usual_m));
  g_assert_cmpint (load.weeks, ==, 0);

  lum_week_load_init (&load, diary, 127);
  g_assert_cmpint (load.weeks, ==, 3);

  lum_week_load_init (&load, empty, 127);
  g_assert_cmpint (load.history, ==, 0);
  g_assert_cmpint (load.runs, ==, 0);
  g_assert_true (isnan (load.longest_m));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/week-load/usual", test_usual);
  g_test_add_func ("/week-load/learning", test_learning);
  return g_test_run ();
}
