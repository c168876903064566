/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-random.h"

static guint64
rotate_left (guint64 x, int k)
{
  return (x << k) | (x >> (64 - k));
}

/**
 * lum_random_init:
 *
 * Starts the generator from a seed.
 */
void
lum_random_init (LumRandom *self, guint64 seed)
{
  for (int i = 0; i < 4; i++) {
    guint64 z = seed += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

    z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
    self->state[i] = z ^ (z >> 31);
  }
}

/**
 * lum_random_next:
 *
 * Returns: 64 random bits
 */
guint64
lum_random_next (LumRandom *self)
{
  guint64 *s = self->state;
  guint64 result = rotate_left (s[1] * 5, 7) * 9;
  guint64 t = s[1] << 17;

  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = rotate_left (s[3], 45);
  return result;
}

/**
 * lum_random_below:
 *
 * Returns: a whole number from 0 to @n − 1, as LA-4 takes it: `((next >> 32) · n) >> 32`
 */
guint32
lum_random_below (LumRandom *self, guint32 n)
{
  return (guint32) (((lum_random_next (self) >> 32) * n) >> 32);
}

/**
 * lum_random_unit:
 *
 * Returns: a number from 0 up to, and without, 1
 */
double
lum_random_unit (LumRandom *self)
{
  return (double) (lum_random_next (self) >> 11) / 9007199254740992.0;
}
