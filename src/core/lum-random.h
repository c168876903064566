/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* xoshiro256** seeded by splitmix64 (rules LA-4): the same numbers from the same seed on every machine, for ever. */
typedef struct {
  guint64 state[4];
} LumRandom;

void lum_random_init (LumRandom *self, guint64 seed);
guint64 lum_random_next (LumRandom *self);
guint32 lum_random_below (LumRandom *self, guint32 n);
double lum_random_unit (LumRandom *self);

G_END_DECLS
