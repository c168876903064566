/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdlib.h>

static inline int
bench_compare (const void *a, const void *b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

/* The median; the values are sorted by it. */
static inline double
bench_get_median (double *values, int n)
{
  qsort (values, (size_t) n, sizeof *values, bench_compare);
  return values[n / 2];
}
