/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Compiled into the copied tree of the mutation check: every mutant is in the one program, and the environment says
 * which of them is alive. */

extern int lum_mutant;                  /* the one that is alive, 0: none */
extern unsigned char lum_mutant_seen[]; /* whether a mutant would have made a difference so far */

/* A comparison and its flip. */
static inline int
lum_mutant_compare (int id, int normal, int flipped)
{
  if (normal != flipped)
    lum_mutant_seen[id] = 1;
  return lum_mutant == id ? flipped : normal;
}

/* A whole parameter: @id is one more, the next id is one less. */
static inline int
lum_mutant_int (int id, int value)
{
  lum_mutant_seen[id] = lum_mutant_seen[id + 1] = 1;
  return value + (lum_mutant == id) - (lum_mutant == id + 1);
}

static inline double
lum_mutant_real (int id, double value, double more, double less)
{
  lum_mutant_seen[id] = lum_mutant_seen[id + 1] = 1;
  return lum_mutant == id ? more : lum_mutant == id + 1 ? less : value;
}

/* Puts @value where the constant object @at holds @mark. */
void lum_mutant_poke (const void *at, unsigned long size, int mark, int value);
