/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-diary.h"

#include <math.h>

#include "lum-random.h"

static const char *
make_id (guint serial)
{
  char id[16];

  g_snprintf (id, sizeof id, "%08x", serial);
  return g_intern_string (id);
}

/**
 * bench_diary_new:
 * @days: how long it is; a shorter one is the end of no longer one
 *
 * Three entries a day, a run on most days: 7,300 days, 21,900 entries, 4,000 runs in twenty years.
 *
 * Returns: (transfer full): a diary that ends on BENCH_TODAY
 */
LumDiary *
bench_diary_new (int days)
{
  LumDiaryBuilder *builder = lum_diary_builder_new (NULL);
  guint serial = 0;
  LumRandom random;
  double pain = 1;

  lum_random_init (&random, 1);
  lum_diary_builder_begin (builder, LUM_RECORD_PAIN, 3 * days);
  lum_diary_builder_begin (builder, LUM_RECORD_RUN, days);
  for (int day = 0; day < days; day++) {
    pain = 1 + 0.9 * (pain - 1) + 2.5 * (lum_random_unit (&random) - 0.5);
    pain = CLAMP (pain, 0, 10);
    for (int moment = 0; moment < 3; moment++) {
      LumPainEntry *entry = lum_diary_builder_add (builder, LUM_RECORD_PAIN);

      lum_record_init (LUM_RECORD_PAIN, entry);
      entry->base.id = make_id (++serial);
      entry->day = entry->entered = BENCH_TODAY - days + 1 + day;
      entry->score = (int) lround (pain);
      entry->moment = moment == 0 ? LUM_MOMENT_AVERAGE : moment == 1 ? LUM_MOMENT_WAKING : LUM_MOMENT_WORST;
    }
    if (lum_random_below (&random, 100) < 55) {
      LumRun *run = lum_diary_builder_add (builder, LUM_RECORD_RUN);

      lum_record_init (LUM_RECORD_RUN, run);
      run->base.id = make_id (++serial);
      run->day = BENCH_TODAY - days + 1 + day;
      run->distance_m = 4000 + lum_random_below (&random, 12000);
      run->timer_s = run->distance_m / 3;
      run->effort = (int) lum_random_below (&random, 10);
    }
  }
  return lum_diary_builder_end (builder, 1);
}
