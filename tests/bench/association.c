/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The load–pain test of half a year against its bare arithmetic: 3,996 dot products over the same pairs (999 shuffles of
 * 4 lags). */
#include <math.h>
#include <stdlib.h>

#include "lum-association.h"
#include "lum-parameters.h"
#include "lum-random.h"

#define DAYS LUM_P_LINK_WIN
#define ROUNDS 31
#define LIMIT 5.0

static LumAssociationDay days[DAYS];

static double
time_test (void)
{
  gint64 start = g_get_monotonic_time ();
  LumAssociation result;

  lum_association_test (days, DAYS, NULL, &result, NULL);
  if (result.best_lag < 0)
    g_error ("a gate closed");
  return (double) (g_get_monotonic_time () - start);
}

static double
time_dot_products (volatile double *sink)
{
  static double x[DAYS], y[DAYS];
  double total = 0;
  gint64 start;

  for (int i = 0; i < DAYS; i++) {
    x[i] = days[i].load;
    y[i] = days[i].pain;
  }
  start = g_get_monotonic_time ();
  for (int k = 0; k < LUM_P_LINK_SHUFFLES; k++)
    for (int lag = 0; lag < LUM_ASSOCIATION_LAGS; lag++) {
      double sum = 0;

      for (int t = lag; t < DAYS; t++)
        sum += x[t - lag] * y[t];
      total += sum;
      x[k % DAYS] += 1e-9; /* so that no pass can be left out */
    }
  *sink = total;
  return (double) (g_get_monotonic_time () - start);
}

static int
compare (const void *a, const void *b)
{
  return *(const double *) a < *(const double *) b ? -1 : *(const double *) a > *(const double *) b;
}

int
main (void)
{
  double ours[ROUNDS], theirs[ROUNDS];
  volatile double sink;
  LumRandom random;

  lum_random_init (&random, 1);
  for (int i = 0; i < DAYS; i++) {
    gboolean ran = lum_random_below (&random, 2) == 0;

    days[i] = (LumAssociationDay){.load = ran ? 20 + lum_random_below (&random, 80) : 0,
                                  .pain = lum_random_below (&random, 7),
                                  .alive = TRUE,
                                  .ran = ran};
  }
  for (int round = 0; round < ROUNDS; round++) {
    theirs[round] = time_dot_products (&sink);
    ours[round] = time_test ();
  }
  qsort (ours, ROUNDS, sizeof (double), compare);
  qsort (theirs, ROUNDS, sizeof (double), compare);

  double ratio = ours[ROUNDS / 2] / theirs[ROUNDS / 2];
  g_print ("association of %d days: ratio %.2f (limit %.1f)  [%.0f us against %.0f us]\n", DAYS, ratio, LIMIT,
           ours[ROUNDS / 2], theirs[ROUNDS / 2]);
  return ratio <= LIMIT ? 0 : 1;
}
