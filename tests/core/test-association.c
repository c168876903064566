/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The load–pain test (rules §5): its gates one by one, its bits, what a diary gives it, and its words. */
#include <math.h>
#include <string.h>

#include "lum-link.h"
#include "lum-messages.h"
#include "lum-parameters.h"
#include "lum-random.h"
#include "lum-test-life.h"

#define ORIGIN 20000

#define BITS_P 0.326
#define BITS_RHO 0.18673407344758106
#define BITS_LOW -0.020349265097400728

/* Runs on irregular days; pain follows the day before. */
static void
fill (LumAssociationDay *days, int n, guint64 seed)
{
  LumRandom random;

  lum_random_init (&random, seed);
  for (int i = 0; i < n; i++) {
    double minutes = lum_random_below (&random, 2) ? 30 + 15 * lum_random_below (&random, 5) : 0;
    double before = i > 0 ? days[i - 1].load : 0;

    days[i] = (LumAssociationDay){.load = minutes, .pain = 2 + floor (before / 30), .alive = TRUE, .ran = minutes > 0};
  }
}

static LumAssociation
test (const LumAssociationDay *days, int n)
{
  LumAssociation result;

  g_assert_true (lum_association_test (days, n, NULL, &result, NULL));
  return result;
}

static void
test_effect (void)
{
  LumAssociationDay days[182];
  LumAssociation found;

  fill (days, 182, 1);
  found = test (days, 182);
  g_assert_cmpint (found.verdict, ==, LUM_ASSOCIATION_LINK);
  g_assert_cmpint (found.best_lag, ==, 1);
  g_assert_cmpfloat (found.rho[1], >, 0.9);
  g_assert_cmpfloat (found.p, ==, 0.001);
  g_assert_cmpint (found.days, ==, 182);
}

/* I14: bits that were written down once. */
static void
test_bits (void)
{
  LumAssociationDay days[90];
  LumAssociation found;
  LumRandom random;
  double low, high;

  lum_random_init (&random, 7);
  fill (days, 90, 3);
  for (int i = 0; i < 90; i++)
    days[i].pain = lum_random_below (&random, 6);
  found = test (days, 90);
  lum_association_interval (days, 90, found.best_lag, &low, &high);
  g_test_message ("%d %.17g %.17g %.17g %.17g p %.17g, %.17g to %.17g", found.best_lag, found.rho[0], found.rho[1],
                  found.rho[2], found.rho[3], found.p, low, high);
  g_assert_cmpint (found.verdict, ==, LUM_ASSOCIATION_NO_CLEAR_LINK);
  g_assert_cmpfloat (low, <, found.rho[found.best_lag]);
  g_assert_cmpfloat (high, >, found.rho[found.best_lag]);
  g_assert_cmpfloat (found.p, ==, BITS_P);
  g_assert_cmpfloat (found.rho[found.best_lag], ==, BITS_RHO);
  g_assert_cmpfloat (low, ==, BITS_LOW);
}

/* --- the gates, each at its edge --- */

static void
test_gate_days (void)
{
  LumAssociationDay days[200];

  fill (days, 200, 1);
  for (int n = 0; n < 56; n++)
    g_assert_cmpint (test (days, n).verdict, ==, LUM_ASSOCIATION_NOT_ENOUGH_DAYS);
  g_assert_cmpint (test (days, 56).verdict, ==, LUM_ASSOCIATION_LINK);
  g_assert_cmpint (test (days, 62).days, ==, 56);
  g_assert_cmpint (test (days, 200).days, ==, 182);
}

static void
test_gate_data (void)
{
  LumAssociationDay days[84];
  int scored = 84;

  fill (days, 84, 1);
  for (int i = 0; i < 84 && scored > 40; i += 1, scored--)
    days[i].pain = NAN;
  g_assert_cmpint (test (days, 84).verdict, !=, LUM_ASSOCIATION_NOT_ENOUGH_DATA);
  days[60].pain = NAN;
  g_assert_cmpint (test (days, 84).verdict, ==, LUM_ASSOCIATION_NOT_ENOUGH_DATA);
}

static void
test_gate_runs (void)
{
  static const struct {
    int runs, silent; /* of 84 days */
    gboolean open;
  } rows[] = {{15, 0, TRUE}, {14, 0, FALSE}, {69, 0, TRUE}, {70, 0, FALSE}, {40, 8, TRUE}, {40, 9, FALSE}};

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++) {
    LumAssociationDay days[84];
    LumRandom random;
    int order[84];

    lum_random_init (&random, 11);
    for (int i = 0; i < 84; i++) {
      int j = (int) lum_random_below (&random, i + 1);

      order[i] = order[j];
      order[j] = i;
    }
    for (int i = 0; i < 84; i++) {
      gboolean ran = i < rows[r].runs;

      days[order[i]] =
          (LumAssociationDay){.load = ran ? 30 + i : 0, .pain = i % 5, .alive = i < 84 - rows[r].silent, .ran = ran};
    }
    g_test_message ("row %u", r);
    g_assert_cmpint (test (days, 84).verdict != LUM_ASSOCIATION_NOT_ENOUGH_DATA, ==, rows[r].open);
  }
}

static void
test_gate_constant (void)
{
  for (int different = 9; different <= 10; different++) {
    LumAssociationDay days[84];

    fill (days, 84, 1);
    for (int i = 0; i < 84; i++)
      days[i].pain = i < different ? 5 : 3;
    g_assert_cmpint (test (days, 84).verdict == LUM_ASSOCIATION_PAIN_TOO_CONSTANT, ==, different == 9);
  }
}

static void
test_gate_schedule (void)
{
  for (int every = 2; every <= 7; every++) {
    LumAssociationDay days[84];

    fill (days, 84, 1);
    for (int i = 0; i < 84; i++) {
      days[i].load = i % every == 0 ? 45 : 0;
      days[i].ran = days[i].load > 0;
    }
    if (84 / every >= 15)
      g_assert_cmpint (test (days, 84).verdict == LUM_ASSOCIATION_SCHEDULE_TOO_REGULAR, ==, every <= 3);
  }
}

/* Pure noise: a link in no more than about 5 % of the diaries (LA-4 makes it family-wise). */
static void
test_noise (void)
{
  int links = 0;

  for (int seed = 0; seed < 200; seed++) {
    LumAssociationDay days[90];
    LumRandom random;
    double pain = 3;

    fill (days, 90, 1000 + seed);
    lum_random_init (&random, 5000 + seed);
    for (int i = 0; i < 90; i++) {
      pain = 3 + 0.7 * (pain - 3) + 2 * (lum_random_unit (&random) - 0.5);
      days[i].pain = round (pain);
    }
    links += test (days, 90).verdict == LUM_ASSOCIATION_LINK;
  }
  g_test_message ("%d of 200", links);
  g_assert_cmpint (links, <=, 20);
}

static void
test_cancelled (void)
{
  LumAssociationDay days[182];
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  LumAssociation result;

  fill (days, 182, 1);
  g_cancellable_cancel (cancellable);
  g_assert_false (lum_association_test (days, 182, cancellable, &result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* --- over a diary --- */

typedef enum { MINUTES, METRES, EFFORT } Told;

static LumTestLife *
live (int n, Told told)
{
  LumTestLife *life = lum_test_life_new ();
  LumAssociationDay *days = g_new0 (LumAssociationDay, n);

  fill (days, n, 1);
  for (int i = 0; i < n; i++) {
    lum_test_life_add_pain (life, ORIGIN + i, (int) days[i].pain, LUM_MOMENT_AVERAGE);
    if (days[i].ran) {
      LumRun *run = lum_test_life_add_run (life, ORIGIN + i, told == METRES ? 200 * days[i].load : 5000);

      if (told == MINUTES)
        run->timer_s = 60 * days[i].load;
      if (told == EFFORT) {
        run->timer_s = 60 * 10;
        run->effort = (int) days[i].load / 15;
      }
    }
  }
  g_free (days);
  return life;
}

static LumLink
find (const LumTestLife *life, int today)
{
  g_autoptr (LumDiary) diary = lum_test_life_make (life);
  LumLink link;

  g_assert_true (lum_link_new (diary, ORIGIN + today, NULL, &link, NULL));
  return link;
}

/* LA-1: the session load, else minutes, else distance. */
static void
test_diary (void)
{
  for (int told = MINUTES; told <= EFFORT; told++) {
    g_autoptr (LumTestLife) life = live (90, told);
    LumLink link = find (life, 89);

    g_test_message ("%d", told);
    g_assert_cmpint (link.test.verdict, ==, LUM_ASSOCIATION_LINK);
    g_assert_cmpint (link.test.best_lag, ==, 1);
    g_assert_cmpint (link.test.days, ==, 84);
    g_assert_cmpint (link.weeks, ==, 12);
    g_assert_cmpfloat (link.low, >, 0.8);
    g_assert_cmpfloat (link.high, <=, 1);
    g_assert_cmpfloat (link.after_long, >, link.after_rest + 1.5);
    g_assert_cmpfloat (link.after_rest, ==, 2); /* 2 + nothing */
  }
}

/* PM-5: what was entered more than two days later is left out; entry by entry. */
static void
test_recalled (void)
{
  for (int late = 2; late <= 3; late++) {
    g_autoptr (LumTestLife) life = live (84, MINUTES);
    GArray *pain = life->records[LUM_RECORD_PAIN];

    for (int i = 0; i < 44; i++)
      g_array_index (pain, LumPainEntry, i).entered = ORIGIN + i + late;
    g_assert_cmpint (find (life, 83).test.days, ==, late == 2 ? 84 : 40);
    lum_test_life_add_pain (life, ORIGIN + 10, 4, LUM_MOMENT_WAKING);
    g_assert_cmpint (find (life, 83).test.days, ==, late == 2 ? 84 : 41);
  }
}

/* LA-5: counts of next days with a score. */
static void
test_contrast (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  LumLink link;

  /* Day by day: a long run, a short one, two days of rest; the last week is cut off from what follows. */
  for (int i = 0; i < 56; i++) {
    static const double kilometres[] = {20, 5, 0, 0};
    static const int pain[] = {1, 6, 3, 2};

    if (kilometres[i % 4] > 0)
      lum_test_life_add_run (life, ORIGIN + i, 1000 * kilometres[i % 4]);
    lum_test_life_add_pain (life, ORIGIN + i, pain[i % 4], LUM_MOMENT_AVERAGE);
  }
  link = find (life, 55);
  /* 28 run days, a third of them is 9; all 14 that are as long as the ninth. */
  g_assert_cmpint (link.n_long, ==, 14);
  g_assert_cmpfloat (link.after_long, ==, 6);
  g_assert_cmpint (link.n_rest, ==, 27); /* nothing is known of the day after the last */
  g_assert_cmpfloat_with_epsilon (link.after_rest, (14 * 2 + 13 * 1) / 27.0, 1e-12);
}

/* LA-5: the top third of run days that all differ. */
static void
test_top_third (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();

  for (int i = 0; i < 56; i++) {
    if (i % 2 == 0)
      lum_test_life_add_run (life, ORIGIN + i, 5000 + 100 * i);
    lum_test_life_add_pain (life, ORIGIN + i, i % 5, LUM_MOMENT_AVERAGE);
  }
  g_assert_cmpint (find (life, 55).n_long, ==, 28 / 3);
}

static void
test_empty (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  LumLink link = find (life, 0);
  g_autofree char *words = lum_link_describe (&link);

  g_assert_cmpint (link.test.verdict, ==, LUM_ASSOCIATION_NOT_ENOUGH_DAYS);
  g_assert_cmpint (link.n_long + link.n_rest, ==, 0);
  g_assert_nonnull (strstr (words, "0 days with a score"));
}

/* --- LA-8 --- */

static void
test_words (void)
{
  LumLink link = {.settled = TRUE,
                  .test = {.verdict = LUM_ASSOCIATION_LINK, .best_lag = 1, .rho = {0.1, 0.5, 0.1, 0}, .days = 80},
                  .weeks = 12,
                  .after_long = 4.1,
                  .after_rest = 2.3,
                  .n_long = 18,
                  .n_rest = 30};
  g_autofree char *more = lum_link_describe (&link);

  g_assert_cmpstr (more, ==,
                   "In your last 12 weeks, days after longer runs tended to hurt more (average 4.1 after your longest "
                   "runs, 2.3 after rest days; 18 and 30 days). This is a pattern, not proof of cause; other things "
                   "may differ on those days.");
  for (int verdict = LUM_ASSOCIATION_NOT_ENOUGH_DAYS; verdict <= LUM_ASSOCIATION_LINK; verdict++)
    for (int lag = 0; lag < LUM_ASSOCIATION_LAGS; lag++)
      for (int sign = -1; sign <= 1; sign += 2) {
        g_autofree char *words = NULL;

        link.test.verdict = verdict;
        link.test.best_lag = lag;
        link.test.rho[lag] = 0.5 * sign;
        words = lum_link_describe (&link);
        g_assert_false (g_regex_match_simple ("causes|because|safe|\\(null\\)|nan", words, 0, 0));
        if (verdict == LUM_ASSOCIATION_LINK) {
          g_assert_cmpint (strstr (words, "lower") || strstr (words, "less ("), ==, sign < 0);
          g_assert_cmpint (strstr (words, "good days") != NULL, ==, sign < 0);
          g_assert_cmpint (strstr (words, "the same day") != NULL, ==, lag == 0);
        }
      }
  link.test.verdict = LUM_ASSOCIATION_NO_CLEAR_LINK;
  link.test.days = 63;
  g_autofree char *none = lum_link_describe (&link);
  g_assert_cmpstr (none, ==, "No clear link between running and next-day pain in 63 days. That does not rule one out.");
}

/* LA-5: the plain contrast stands beside each verdict; both of its means need three scores (PM-4). */
static void
test_contrast_words (void)
{
  static const struct {
    LumAssociationVerdict verdict;
    int best_lag, n_long, n_rest;
    gboolean settled;
    const char *words;
  } rows[] = {
      {LUM_ASSOCIATION_NO_CLEAR_LINK, 2, 18, 30, TRUE,
       "On average 4.1 the day after your longest runs and 2.3 after rest days (18 and 30 days)."},
      {LUM_ASSOCIATION_LINK, 0, 3, 3, TRUE,
       "On average 4.1 the day after your longest runs and 2.3 after rest days (3 and 3 days)."},
      {LUM_ASSOCIATION_LINK, 3, 2, 30, TRUE,
       "Too few scores on the day after to compare: 2 after your longest runs, 30 after rest days."},
      {LUM_ASSOCIATION_NO_CLEAR_LINK, 1, 18, 2, TRUE,
       "Too few scores on the day after to compare: 18 after your longest runs, 2 after rest days."},
      {LUM_ASSOCIATION_LINK, 1, 18, 30, TRUE, NULL}, /* its sentence says it */
      {LUM_ASSOCIATION_LINK, 1, 3, 3, TRUE, NULL},
      {LUM_ASSOCIATION_LINK, 1, 2, 3, TRUE,
       "Too few scores on the day after to compare: 2 after your longest runs, 3 after rest days."},
      {LUM_ASSOCIATION_NO_CLEAR_LINK, 2, 18, 30, FALSE, NULL},
      {LUM_ASSOCIATION_SCHEDULE_TOO_REGULAR, -1, 18, 30, TRUE, NULL},
      {LUM_ASSOCIATION_NOT_ENOUGH_DAYS, -1, 0, 0, TRUE, NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    LumLink link = {.settled = rows[i].settled,
                    .test = {.verdict = rows[i].verdict, .best_lag = rows[i].best_lag},
                    .after_long = 4.1,
                    .after_rest = 2.3,
                    .n_long = rows[i].n_long,
                    .n_rest = rows[i].n_rest};
    g_autofree char *words = lum_link_describe_contrast (&link), *verdict = lum_link_describe (&link);

    g_assert_cmpstr (words, ==, rows[i].words);
    if (rows[i].verdict == LUM_ASSOCIATION_LINK)
      g_assert_cmpint (strstr (verdict, "average 4.1") != NULL, ==, words == NULL);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/association/effect", test_effect);
  g_test_add_func ("/association/bits", test_bits);
  g_test_add_func ("/association/gate/days", test_gate_days);
  g_test_add_func ("/association/gate/data", test_gate_data);
  g_test_add_func ("/association/gate/runs", test_gate_runs);
  g_test_add_func ("/association/gate/constant", test_gate_constant);
  g_test_add_func ("/association/gate/schedule", test_gate_schedule);
  g_test_add_func ("/association/noise", test_noise);
  g_test_add_func ("/association/cancelled", test_cancelled);
  g_test_add_func ("/association/diary", test_diary);
  g_test_add_func ("/association/recalled", test_recalled);
  g_test_add_func ("/association/contrast", test_contrast);
  g_test_add_func ("/association/top-third", test_top_third);
  g_test_add_func ("/association/empty", test_empty);
  g_test_add_func ("/association/words", test_words);
  g_test_add_func ("/association/contrast-words", test_contrast_words);

  return g_test_run ();
}
