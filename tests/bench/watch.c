/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole watch of a twenty-year diary, without the association, against one pass that adds up the same arrays; and
 * that eight times the years cost eight times as much. */
#include <stdlib.h>

#include "bench-diary.h"
#include "lum-findings.h"

#define YEARS 20
#define ROUNDS 31
#define MOST_GROWTH 2.0 /* of the ratio, at 8 times the years: quadratic would be 8 */

/* Adds up every number of every entry, run and day. */
static double
add_up (const LumDiary *diary)
{
  gsize n_pain, n_runs, n_days;
  const LumPainEntry *pain = lum_diary_get_pain (diary, &n_pain);
  const LumRun *runs = lum_diary_get_runs (diary, &n_runs);
  const LumDaySummary *days = lum_diary_get_days (diary, &n_days);
  double sum = 0;

  for (gsize i = 0; i < n_pain; i++)
    sum += pain[i].day + pain[i].score + pain[i].moment + pain[i].entered;
  for (gsize i = 0; i < n_runs; i++)
    sum += runs[i].day + runs[i].distance_m + runs[i].timer_s + runs[i].effort;
  for (gsize i = 0; i < n_days; i++)
    sum += days[i].day + days[i].highest + days[i].chart + days[i].distance_m + days[i].duration_s;
  return sum;
}

static int
compare (const void *a, const void *b)
{
  return *(const double *) a < *(const double *) b ? -1 : *(const double *) a > *(const double *) b;
}

static void
measure (int years, double *watch, double *pass)
{
  g_autoptr (LumDiary) diary = bench_diary_new (365 * years);
  double ours[ROUNDS], theirs[ROUNDS];
  volatile double sink = 0;

  for (int round = 0; round < ROUNDS; round++) {
    gint64 start = g_get_monotonic_time ();

    for (int again = 0; again < 10; again++)
      sink += add_up (diary);
    theirs[round] = (double) (g_get_monotonic_time () - start) / 10;
    start = g_get_monotonic_time ();
    lum_findings_unref (lum_findings_new (diary, BENCH_TODAY, LUM_UNITS_METRIC));
    ours[round] = (double) (g_get_monotonic_time () - start);
  }
  qsort (ours, ROUNDS, sizeof (double), compare);
  qsort (theirs, ROUNDS, sizeof (double), compare);
  *watch = ours[ROUNDS / 2];
  *pass = theirs[ROUNDS / 2];
}

int
main (void)
{
  double first = 0;
  gboolean linear = TRUE;

  /* The pass is linear in the years and meets the same caches: the ratio to it must not grow with them. */
  for (int years = YEARS; years <= 8 * YEARS; years *= 2) {
    double watch, pass;

    measure (years, &watch, &pass);
    g_print ("watch of %d years: ratio %.2f to one pass  [%.0f us against %.0f us]\n", years, watch / pass, watch,
             pass);
    if (first > 0)
      g_print ("watch of %d years against %d: growth %.2f (limit %.1f)\n", years, YEARS, watch / pass / first,
               MOST_GROWTH);
    else
      first = watch / pass;
    linear = watch / pass / first <= MOST_GROWTH; /* the last one counts */
  }
  return linear ? 0 : 1;
}
