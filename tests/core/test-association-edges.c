/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The load–pain test at its edges (LA-2, LA-5), and its interval (LA-6) against a slow second writing of the rule. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lum-link.h"
#include "lum-random.h"
#include "lum-test-life.h"

#define DAYS 63

static LumAssociation
test (const LumAssociationDay *days, int n)
{
  LumAssociation result;

  g_assert_true (lum_association_test (days, n, NULL, &result, NULL));
  return result;
}

/* LA-2: alike by 0.8 from week to week, or by 0.9 from day to day. What is given was computed apart from Lumbar. */
static void
test_schedule (void)
{
  static const struct {
    int changed; /* weeks with two days swapped, of twelve; -1: blocks */
    int block;   /* days of running, then as many of rest, of 26 weeks */
    gboolean regular;
  } rows[] = {
      {3, 0, TRUE},    /* 0.811 at lag 7 */
      {4, 0, FALSE},   /* 0.748 */
      {-1, 23, TRUE},  /* 0.923 at lag 1, 0.442 at lag 7 */
      {-1, 16, FALSE}, /* 0.878 */
  };
  static const double usual[] = {30, 0, 45, 0, 60, 0, 75}, swapped[] = {30, 45, 0, 0, 60, 0, 75};

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++) {
    LumAssociationDay days[182];
    int n = rows[r].block > 0 ? 182 : 84;

    for (int i = 0; i < n; i++) {
      int week = i / 7;
      gboolean is_swapped = week % 2 == 1 && week < 2 * rows[r].changed;
      double load = rows[r].block > 0 ? 45 * (i / rows[r].block % 2 == 0) : (is_swapped ? swapped : usual)[i % 7];

      days[i] = (LumAssociationDay){.load = load, .pain = i % 5, .alive = TRUE, .ran = load > 0};
    }
    g_test_message ("row %u", r);
    g_assert_cmpint (test (days, n).verdict == LUM_ASSOCIATION_SCHEDULE_TOO_REGULAR, ==, rows[r].regular);
  }
}

static void
fill (LumAssociationDay *days, int seed)
{
  LumRandom random;
  double before = 0;

  lum_random_init (&random, seed);
  for (int i = 0; i < DAYS; i++) {
    double load = lum_random_below (&random, 2) ? 30 + 15 * lum_random_below (&random, 5) : 0;
    double pain = lum_random_below (&random, 6) + (before > 60);

    days[i] = (LumAssociationDay){.load = load, .pain = pain, .alive = TRUE, .ran = load > 0};
    before = load;
  }
}

/* LA-5: a link if p ≤ .05 and |ρ| ≥ .3. The diaries were looked for, so that each is near an edge. */
static void
test_verdict (void)
{
  static const struct {
    int seed;
    double p_from, p_to, rho_from, rho_to;
    LumAssociationVerdict verdict;
  } rows[] = {
      {7375, 0.05, 0.05, 0.3, 1, LUM_ASSOCIATION_LINK},
      {302, 0.046, 0.0499, 0.33, 1, LUM_ASSOCIATION_LINK},
      {1224, 0.0505, 0.0545, 0.3, 1, LUM_ASSOCIATION_NO_CLEAR_LINK},
      {1272, 0.0505, 0.0545, 0.3, 1, LUM_ASSOCIATION_NO_CLEAR_LINK},
      {1385, 0.001, 0.05, 0.27, 0.2999, LUM_ASSOCIATION_NO_CLEAR_LINK},
      {1003, 0.001, 0.05, 0.3, 0.33, LUM_ASSOCIATION_LINK},
  };

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++) {
    LumAssociationDay days[DAYS];
    LumAssociation found;
    double rho;

    fill (days, rows[r].seed);
    found = test (days, DAYS);
    rho = fabs (found.rho[found.best_lag]);
    g_test_message ("seed %d: p %g, rho %g", rows[r].seed, found.p, rho);
    g_assert_cmpfloat (found.p, >=, rows[r].p_from);
    g_assert_cmpfloat (found.p, <=, rows[r].p_to);
    g_assert_cmpfloat (rho, >=, rows[r].rho_from);
    g_assert_cmpfloat (rho, <=, rows[r].rho_to);
    g_assert_cmpint (found.verdict, ==, rows[r].verdict);
  }
}

/* --- LA-6 written a second time, step by step --- */

static void
rank_and_detrend (const double *values, int n, double *out)
{
  double m = 0, mean_t = 0, mean = 0, tt = 0, tv = 0;

  for (int i = 0; i < n; i++) {
    double below = 0, same = 0;

    for (int j = 0; j < n; j++) {
      below += values[j] < values[i];
      same += values[j] == values[i];
    }
    out[i] = isnan (values[i]) ? NAN : below + (same + 1) / 2;
    if (isnan (out[i]))
      continue;
    m++;
    mean_t += i;
    mean += out[i];
  }
  mean_t /= m;
  mean /= m;
  for (int i = 0; i < n; i++)
    if (!isnan (out[i])) {
      tt += (i - mean_t) * (i - mean_t);
      tv += (i - mean_t) * (out[i] - mean);
    }
  for (int i = 0; i < n; i++)
    out[i] -= mean + tv / tt * (i - mean_t);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
draw_slowly (const double *load, const double *pain, int n, int lag, double *low, double *high)
{
  double draws[1000];
  LumRandom random;

  lum_random_init (&random, 20250101);
  for (int draw = 0; draw < 1000; draw++) {
    double m = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;

    for (int block = 0; block < n / 7; block++) {
      int start = lag + (int) lum_random_below (&random, n - lag - 7 + 1);

      for (int t = start; t < start + 7; t++)
        if (!isnan (pain[t])) {
          m++;
          x += load[t - lag];
          y += pain[t];
          xx += load[t - lag] * load[t - lag];
          yy += pain[t] * pain[t];
          xy += load[t - lag] * pain[t];
        }
    }
    draws[draw] = (xy - x * y / m) / sqrt ((xx - x * x / m) * (yy - y * y / m));
  }
  qsort (draws, 1000, sizeof draws[0], compare_doubles);
  *low = draws[49]; /* 90 % of the draws lie from the 50th to the 951st */
  *high = draws[950];
}

/* LA-4: how many of 999 shuffles of whole weeks reach the true order's best. */
static double
shuffle_slowly (const double *load, const double *pain, int n)
{
  double true_best = 0;
  int reached = 0;
  LumRandom random;

  lum_random_init (&random, 20250101);
  for (int round = -1; round < 999; round++) {
    double order[DAYS], best = 0;
    int weeks[DAYS / 7];

    for (int i = 0; i < n / 7; i++)
      weeks[i] = i;
    for (int i = n / 7 - 1; round >= 0 && i >= 1; i--) {
      int j = (int) lum_random_below (&random, i + 1), kept = weeks[i];

      weeks[i] = weeks[j];
      weeks[j] = kept;
    }
    for (int i = 0; i < n; i++)
      order[i] = load[7 * weeks[i / 7] + i % 7];
    for (int lag = 0; lag < 4; lag++) {
      double m = n - lag, x = 0, y = 0, xx = 0, yy = 0, xy = 0;

      for (int t = lag; t < n; t++) {
        x += order[t - lag];
        y += pain[t];
        xx += order[t - lag] * order[t - lag];
        yy += pain[t] * pain[t];
        xy += order[t - lag] * pain[t];
      }
      best = MAX (best, fabs ((xy - x * y / m) / sqrt ((xx - x * x / m) * (yy - y * y / m))));
    }
    if (round < 0)
      true_best = best;
    else
      reached += best >= true_best - 1e-9;
  }
  return (1 + reached) / 1000.0;
}

static void
test_p (void)
{
  for (int seed = 11; seed <= 18; seed++) {
    LumAssociationDay days[DAYS];
    double load[DAYS], pain[DAYS], load_ranks[DAYS], pain_ranks[DAYS];

    fill (days, seed);
    for (int i = 0; i < DAYS; i++) {
      load[i] = days[i].load;
      pain[i] = days[i].pain;
    }
    rank_and_detrend (load, DAYS, load_ranks);
    rank_and_detrend (pain, DAYS, pain_ranks);
    g_assert_cmpfloat (test (days, DAYS).p, ==, shuffle_slowly (load_ranks, pain_ranks, DAYS));
  }
}

static void
test_interval (void)
{
  for (int seed = 1; seed <= 4; seed++)
    for (int lag = 0; lag < LUM_ASSOCIATION_LAGS; lag++) {
      LumAssociationDay days[DAYS];
      double load[DAYS], pain[DAYS], load_ranks[DAYS], pain_ranks[DAYS], low, high, slow_low, slow_high;

      fill (days, seed);
      for (int i = 0; i < DAYS; i++) {
        if (seed % 2 == 0 && i % 9 == 4)
          days[i].pain = NAN;
        load[i] = days[i].load;
        pain[i] = days[i].pain;
      }
      rank_and_detrend (load, DAYS, load_ranks);
      rank_and_detrend (pain, DAYS, pain_ranks);
      draw_slowly (load_ranks, pain_ranks, DAYS, lag, &slow_low, &slow_high);
      lum_association_interval (days, DAYS, lag, &low, &high);
      g_assert_cmpfloat_with_epsilon (low, slow_low, 1e-9);
      g_assert_cmpfloat_with_epsilon (high, slow_high, 1e-9);
    }
}

/* Where one of the two never changes there is nothing to correlate, and no number that is none. */
static void
test_flat (void)
{
  for (int flat = 0; flat < 2; flat++) {
    LumAssociationDay days[DAYS];
    double low, high;

    fill (days, 1);
    for (int i = 0; i < DAYS; i++)
      *(flat == 0 ? &days[i].load : &days[i].pain) = 3;
    lum_association_interval (days, DAYS, 1, &low, &high);
    g_assert_cmpfloat (low, ==, 0);
    g_assert_cmpfloat (high, ==, 0);
  }
}

/* LA-3: days without a sign of life may be a tenth of all, and no more. */
static void
test_silent (void)
{
  for (int silent = 7; silent <= 8; silent++) {
    LumAssociationDay days[70];

    fill (days, 1);
    for (int i = DAYS; i < 70; i++)
      days[i] = days[i - DAYS];
    for (int i = 0, left = silent; i < 70 && left > 0; i += 2, left--)
      days[i] = (LumAssociationDay){.pain = 1 + i % 3};
    g_assert_cmpint (test (days, 70).verdict == LUM_ASSOCIATION_NOT_ENOUGH_DATA, ==, silent == 8);
  }
}

/* --- over a diary --- */

/* LA-1, PM-3: of a day with several scores the average counts; pain that follows the same day's run has lag 0. */
static void
test_diary (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;
  LumAssociationDay days[DAYS];
  LumLink link;

  fill (days, 5);
  for (int i = 0; i < DAYS; i++) {
    int today = days[i].load > 0 ? 1 + (int) days[i].load / 15 : 0;

    if (days[i].ran)
      lum_test_life_add_run (life, 20000 + i, 5000)->timer_s = 60 * days[i].load;
    lum_test_life_add_pain (life, 20000 + i, 9, LUM_MOMENT_WAKING);
    lum_test_life_add_pain (life, 20000 + i, today, LUM_MOMENT_AVERAGE);
    days[i].pain = today;
  }
  diary = lum_test_life_make (life);
  g_assert_true (lum_link_new (diary, 20000 + DAYS - 1, NULL, &link, NULL));
  g_assert_cmpint (link.test.best_lag, ==, 0);
  g_assert_cmpfloat (link.test.rho[0], >, 0.99);
  g_assert_cmpfloat (link.low, >, 0.9);
  g_assert_cmpfloat (link.high, <=, 1 + 1e-9);

  double sum = 0;
  int n = 0;

  for (int i = 0; i + 1 < DAYS; i++)
    if (!days[i].ran) {
      sum += days[i + 1].pain;
      n++;
    }
  g_assert_cmpint (link.n_rest, ==, n);
  g_assert_cmpfloat_with_epsilon (link.after_rest, sum / n, 1e-12);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/association-edges/schedule", test_schedule);
  g_test_add_func ("/association-edges/verdict", test_verdict);
  g_test_add_func ("/association-edges/p", test_p);
  g_test_add_func ("/association-edges/interval", test_interval);
  g_test_add_func ("/association-edges/flat", test_flat);
  g_test_add_func ("/association-edges/silent", test_silent);
  g_test_add_func ("/association-edges/diary", test_diary);
  return g_test_run ();
}
