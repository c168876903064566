/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LA-7: the load–pain test is looked at once a week, and a change is told when two weeks agree. */
#include <math.h>
#include <string.h>

#include "lum-link.h"
#include "lum-random.h"
#include "lum-test-life.h"

#define ORIGIN (7 * 2900) /* the day of a weekly look */
#define DAYS 240

/* Runs on irregular days; pain follows them from some day on, else it is noise. */
static LumTestLife *
live (guint64 seed, int days, int follows_from)
{
  LumTestLife *life = lum_test_life_new ();
  LumRandom random;
  double minutes = 0;

  lum_random_init (&random, seed);
  for (int i = 0; i < days; i++) {
    double noise = 3 * lum_random_unit (&random), before = minutes;

    minutes = lum_random_unit (&random) < 0.5 ? 20 + 60 * lum_random_unit (&random) : 0;
    lum_test_life_add_pain (life, ORIGIN + i, (int) lround (i >= follows_from ? 1 + before / 20 + noise / 3 : noise),
                            LUM_MOMENT_AVERAGE);
    if (minutes > 0)
      lum_test_life_add_run (life, ORIGIN + i, 5000)->timer_s = 60 * minutes;
  }
  return life;
}

static LumLink
announce (const LumDiary *diary, int today)
{
  LumLink link;

  g_assert_true (lum_link_announce (diary, ORIGIN + today, NULL, &link, NULL));
  return link;
}

static LumLink
look (const LumDiary *diary, int today)
{
  LumLink link;

  g_assert_true (lum_link_new (diary, ORIGIN + today, NULL, &link, NULL));
  return link;
}

/* The gate opens with the 56th day; the first look says nothing, the second tells; from then on it changes once a week. */
static void
test_first_weeks (void)
{
  g_autoptr (LumTestLife) life = live (1, DAYS, 0);
  g_autoptr (LumDiary) diary = lum_test_life_make (life);
  LumLink link = announce (diary, 40);
  g_autofree char *unsettled = NULL, *told = NULL;

  g_assert_cmpint (link.test.verdict, ==, LUM_ASSOCIATION_NOT_ENOUGH_DAYS);
  g_assert_cmpint (link.day, ==, ORIGIN + 40); /* counts are of today */
  g_assert_true (link.settled);

  link = announce (diary, 61); /* the look was on day 56, with 56 days */
  g_assert_cmpint (link.test.verdict, ==, LUM_ASSOCIATION_LINK);
  g_assert_false (link.settled);
  unsettled = lum_link_describe (&link);
  g_assert_nonnull (strstr (unsettled, "told when two weeks agree"));

  for (int today = 63; today < 70; today++) {
    link = announce (diary, today);
    g_assert_true (link.settled);
    g_assert_cmpint (link.day, ==, ORIGIN + 63);
    g_assert_cmpint (link.test.verdict, ==, LUM_ASSOCIATION_LINK);
  }
  told = lum_link_describe (&link);
  g_assert_nonnull (strstr (told, "tended to hurt more"));
}

static gboolean
agree (const LumLink *a, const LumLink *b)
{
  int lag = a->test.best_lag;

  if (a->test.verdict != b->test.verdict)
    return FALSE;
  return a->test.verdict != LUM_ASSOCIATION_LINK ||
         (lag == b->test.best_lag && signbit (a->test.rho[lag]) == signbit (b->test.rho[lag]));
}

/* Against a person who keeps a list: each week they look, and tell what two weeks in a row said. */
static void
test_as_one_who_remembers (void)
{
  int changes = 0;

  for (guint64 seed = 1; seed <= 6; seed++) {
    g_autoptr (LumTestLife) life = live (seed, DAYS, seed % 2 ? 120 : DAYS);
    g_autoptr (LumDiary) diary = lum_test_life_make (life);
    LumLink before = look (diary, 56), told = {.day = LUM_DAY_NONE};

    for (int today = 63; today < DAYS; today += 7) {
      LumLink now = look (diary, today), link;

      if (agree (&now, &before)) {
        changes += told.day != LUM_DAY_NONE && !agree (&now, &told);
        told = now;
      }
      before = now;
      link = announce (diary, today);
      if (told.day == LUM_DAY_NONE || now.day - told.day > 6 * 7) {
        continue;
      }
      g_assert_true (link.settled);
      g_assert_cmpint (link.day, ==, told.day);
      g_assert_true (agree (&link, &told));
    }
  }
  g_assert_cmpint (changes, >, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (LumTestLife) life = live (1, DAYS, 0);
  g_autoptr (LumDiary) diary = lum_test_life_make (life);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  LumLink link;

  g_cancellable_cancel (cancellable);
  g_assert_false (lum_link_announce (diary, ORIGIN + 200, cancellable, &link, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Before 1970 the weeks are as long as after. */
static void
test_before_the_epoch (void)
{
  g_autoptr (LumDiary) diary = lum_diary_new_empty ();

  for (int today = -15; today <= 15; today++) {
    LumLink link;

    g_assert_true (lum_link_announce (diary, today, NULL, &link, NULL));
    g_assert_cmpint (link.day, ==, today);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/announce/first-weeks", test_first_weeks);
  g_test_add_func ("/announce/as-one-who-remembers", test_as_one_who_remembers);
  g_test_add_func ("/announce/cancelled", test_cancelled);
  g_test_add_func ("/announce/before-the-epoch", test_before_the_epoch);
  return g_test_run ();
}
