/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-pain-by.h"
#include "lum-units.h"

G_BEGIN_DECLS

/* What came after the runs in a pair of shoes. The unit is the run day, so that two runs of a day do not count its
 * tomorrow twice; a day with runs in two pairs counts for both. */
typedef struct {
  char *id;          /* of the shoe; NULL: runs for which no pair is known */
  char *name;        /* NULL where it has none */
  gboolean retired;  /* by today */
  int runs;          /* up to today */
  int run_days;      /* days with one of them */
  double metres;     /* run in it by today, its starting distance included; unknown distances count 0 */
  LumPainMean after; /* the chart score of the day after, of the run days that have one */
  LumPainMean worst; /* the worst score during a run and in the two hours after, of the runs that have one */
  LumDay first, last;
} LumPainOfShoe;

#define LUM_SHOE_BANDS 5

/* Pain by shoe and by the distance on the shoes (OU-12), over the whole diary. */
typedef struct {
  LumUnits units; /* of the bands */
  GArray *pairs;  /* LumPainOfShoe, those with a run: last worn first, runs in no known pair at the end */
  LumPainMean bands[LUM_SHOE_BANDS]; /* the day after, by how far the pair had run before that day; the last is open */
  int band_days[LUM_SHOE_BANDS];     /* run days of each */
  int worn;                          /* pairs with a run */
  int told;                          /* of these, those with a mean of the day after */
  int bands_told;
} LumPainByShoe;

LumPainByShoe *lum_pain_by_shoe_new (const LumDiary *diary, LumDay today, LumUnits units);
void lum_pain_by_shoe_free (LumPainByShoe *self);
double lum_shoe_band_get_metres (int band, LumUnits units);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumPainByShoe, lum_pain_by_shoe_free)

G_END_DECLS
