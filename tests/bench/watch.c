/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole watch of a twenty-year diary, without the association, against one pass that adds up the same arrays; and
 * that eight times the years cost eight times as much. */
#include <math.h>
#include <stdlib.h>

#include "lum-findings.h"
#include "lum-random.h"

#define TODAY 20600
#define YEARS 20
#define ROUNDS 31
#define MOST_GROWTH 2.0 /* of the ratio, at 8 times the years: quadratic would be 8 */

static const char *
make_id (guint serial)
{
  char id[16];

  g_snprintf (id, sizeof id, "%08x", serial);
  return g_intern_string (id);
}

/* Three entries a day, a run on most days: 7,300 days, 21,900 entries, 4,000 runs in twenty years. */
static LumDiary *
make_diary (int years)
{
  LumDiaryBuilder *builder = lum_diary_builder_new (NULL);
  int days = 365 * years;
  guint serial = 0;
  LumRandom random;
  double pain = 1;

  lum_random_init (&random, 1);
  lum_diary_builder_begin (builder, LUM_RECORD_PAIN, 3 * days);
  lum_diary_builder_begin (builder, LUM_RECORD_RUN, days);
  for (int day = 0; day < days; day++) {
    pain = CLAMP (1 + 0.9 * (pain - 1) + 2.5 * (lum_random_unit (&random) - 0.5), 0, 10);
    for (int moment = 0; moment < 3; moment++) {
      LumPainEntry *entry = lum_diary_builder_add (builder, LUM_RECORD_PAIN);

      lum_record_init (LUM_RECORD_PAIN, entry);
      entry->base.id = make_id (++serial);
      entry->day = entry->entered = TODAY - days + 1 + day;
      entry->score = (int) lround (pain);
      entry->moment = moment == 0 ? LUM_MOMENT_AVERAGE : moment == 1 ? LUM_MOMENT_WAKING : LUM_MOMENT_WORST;
    }
    if (lum_random_below (&random, 100) < 55) {
      LumRun *run = lum_diary_builder_add (builder, LUM_RECORD_RUN);

      lum_record_init (LUM_RECORD_RUN, run);
      run->base.id = make_id (++serial);
      run->day = TODAY - days + 1 + day;
      run->distance_m = 4000 + lum_random_below (&random, 12000);
      run->timer_s = run->distance_m / 3;
      run->effort = (int) lum_random_below (&random, 10);
    }
  }
  return lum_diary_builder_end (builder, 1);
}

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
  g_autoptr (LumDiary) diary = make_diary (years);
  double ours[ROUNDS], theirs[ROUNDS];
  volatile double sink = 0;

  for (int round = 0; round < ROUNDS; round++) {
    gint64 start = g_get_monotonic_time ();

    for (int again = 0; again < 10; again++)
      sink += add_up (diary);
    theirs[round] = (double) (g_get_monotonic_time () - start) / 10;
    start = g_get_monotonic_time ();
    lum_findings_unref (lum_findings_new (diary, TODAY, LUM_UNITS_METRIC));
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
