/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-diary.h"

G_BEGIN_DECLS

/* OU-12: a pair whose distance crossed a threshold. */
typedef struct {
  const LumShoe *shoe; /* of the diary */
  double metres;       /* in all, what it had run before the journal included */
  double threshold;    /* the highest that it crossed */
  gboolean strong;     /* the second threshold */
  LumDay crossed;      /* the day of the run that crossed it */
  gboolean imported;   /* that run came with an import */
} LumShoeDistance;

gboolean lum_shoe_distance_init (LumShoeDistance *self, const LumDiary *diary, const LumShoe *shoe, LumDay today);

/* OU-13: runs of the last 28 days, if all were in one pair and there are at least 8. */
int lum_count_runs_in_one_pair (const LumDiary *diary, LumDay today);

/* OU-14: the first run after two weeks without one. */
typedef struct {
  int days_off;             /* 0: the last run did not follow a break */
  LumDay day;               /* of the run */
  double metres, longest_m; /* the run; the longest of the 30 days before the break, NAN without one */
  gboolean too_far;         /* more than 70 % of it */
  gboolean no_reference;    /* 30 days and more: OU-5 has nothing to compare with */
} LumAfterBreak;

LumAfterBreak lum_after_break_new (const LumDiary *diary, LumDay today);

G_END_DECLS
