/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-pain-by-shoe.h"

#include <math.h>

#include "lum-parameters.h"
#include "lum-run-pains.h"

static void
clear_pair (gpointer data)
{
  LumPainOfShoe *pair = data;

  g_free (pair->id);
  g_free (pair->name);
}

/* All pairs, and one more at the end for the runs in none that is known: a pair that was deleted leaves such. */
static GHashTable *
add_pairs (GArray *pairs, const LumDiary *diary, LumDay today)
{
  gsize n;
  const LumShoe *shoes = lum_diary_get_shoes (diary, &n);
  GHashTable *places = g_hash_table_new (g_str_hash, g_str_equal);
  LumPainOfShoe none = {.first = LUM_DAY_NONE, .last = LUM_DAY_NONE};

  for (gsize i = 0; i < n; i++) {
    LumPainOfShoe pair = {
        .id = g_strdup (shoes[i].base.id),
        .name = g_strdup (shoes[i].name),
        .retired = shoes[i].retired != LUM_DAY_NONE && shoes[i].retired <= today,
        .metres = fmax (shoes[i].start_distance_m, 0),
        .first = LUM_DAY_NONE,
        .last = LUM_DAY_NONE,
    };

    g_array_append_val (pairs, pair);
    g_hash_table_insert (places, pair.id, GUINT_TO_POINTER (i));
  }
  g_array_append_val (pairs, none);
  return places;
}

static LumPainOfShoe *
find_pair (GArray *pairs, GHashTable *places, const char *id)
{
  gpointer place;

  if (!id || !g_hash_table_lookup_extended (places, id, NULL, &place))
    place = GUINT_TO_POINTER (pairs->len - 1);
  return &g_array_index (pairs, LumPainOfShoe, GPOINTER_TO_UINT (place));
}

/* Last worn first; runs in no known pair, and then pairs without a run, at the end. */
static int
compare_pairs (gconstpointer pa, gconstpointer pb)
{
  const LumPainOfShoe *a = pa, *b = pb;

  if (a->runs == 0 || b->runs == 0)
    return (a->runs == 0) - (b->runs == 0);
  if (!a->id || !b->id)
    return !a->id - !b->id;
  if (a->last != b->last)
    return b->last - a->last;
  return g_strcmp0 (a->id, b->id);
}

/**
 * lum_shoe_band_get_metres:
 * @band: 0 to LUM_SHOE_BANDS - 1
 *
 * Where a band of shoe distance begins: round numbers of the units in which it is shown.
 */
double
lum_shoe_band_get_metres (int band, LumUnits units)
{
  return band * (units == LUM_UNITS_IMPERIAL ? LUM_P_SHOE_BAND_MILES * LUM_METRES_PER_MILE : LUM_P_SHOE_BAND);
}

static int
find_band (double metres, LumUnits units)
{
  int band = LUM_SHOE_BANDS - 1;

  while (metres < lum_shoe_band_get_metres (band, units))
    band--;
  return band;
}

/* The runs of one day; @tomorrow is NULL where nothing is known of it, or it has not come. */
static void
add_day (LumPainByShoe *self,
         GHashTable *places,
         const LumDiary *diary,
         const LumDaySummary *day,
         const LumDaySummary *tomorrow)
{
  gsize n;
  const LumRun *runs = lum_diary_get_runs (diary, &n);
  gboolean counted[LUM_SHOE_BANDS] = {FALSE};

  for (guint i = 0; i < day->n_runs; i++) {
    const LumRun *run = &runs[day->first_run + i];
    LumPainOfShoe *pair = find_pair (self->pairs, places, run->shoe_id);

    if (pair->last != day->day) {
      int band = find_band (pair->metres, self->units);

      pair->run_days++;
      lum_pain_mean_add_day (&pair->after, tomorrow);
      if (pair->id && !counted[band]) {
        counted[band] = TRUE;
        self->band_days[band]++;
        lum_pain_mean_add_day (&self->bands[band], tomorrow);
      }
    }
    if (pair->runs++ == 0)
      pair->first = day->day;
    pair->last = day->day;
    pair->metres += fmax (run->distance_m, 0); /* also of an unknown one */
    lum_pain_mean_add_score (&pair->worst, lum_run_find_worst (diary, day, i));
  }
}

/**
 * lum_pain_by_shoe_new:
 * @units: of the bands of distance
 *
 * Pain on the day after runs, by the pair that was worn and by how far it had run, over all runs up to @today. Pairs are
 * worn at different times, so nothing of it says that a pair is the reason. A pass over the whole diary: for a thread.
 *
 * Returns: (transfer full): free with lum_pain_by_shoe_free()
 */
LumPainByShoe *
lum_pain_by_shoe_new (const LumDiary *diary, LumDay today, LumUnits units)
{
  LumPainByShoe *self = g_new0 (LumPainByShoe, 1);
  g_autoptr (GHashTable) places = NULL;
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (diary, &n);
  gsize end = lum_diary_find_first_day (diary, today + 1); /* days after today do not exist yet */

  self->units = units;
  self->pairs = g_array_new (FALSE, FALSE, sizeof (LumPainOfShoe));
  g_array_set_clear_func (self->pairs, clear_pair);
  places = add_pairs (self->pairs, diary, today);
  for (gsize i = 0; i < end; i++) {
    gboolean known = i + 1 < end && days[i + 1].day == days[i].day + 1;

    add_day (self, places, diary, &days[i], known ? &days[i + 1] : NULL);
  }

  g_array_sort (self->pairs, compare_pairs);
  while (self->pairs->len > 0 && g_array_index (self->pairs, LumPainOfShoe, self->pairs->len - 1).runs == 0)
    g_array_set_size (self->pairs, self->pairs->len - 1);
  for (guint i = self->pairs->len; i-- > 0;) {
    const LumPainOfShoe *pair = &g_array_index (self->pairs, LumPainOfShoe, i);

    self->worn += pair->id != NULL;
    self->told += pair->id && !isnan (lum_pain_mean_get (&pair->after));
  }
  for (int band = 0; band < LUM_SHOE_BANDS; band++)
    self->bands_told += !isnan (lum_pain_mean_get (&self->bands[band]));
  return self;
}

void
lum_pain_by_shoe_free (LumPainByShoe *self)
{
  g_array_unref (self->pairs);
  g_free (self);
}
