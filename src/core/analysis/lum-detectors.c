/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-detectors-list.h"

const char *const lum_phase_variants[] = {
    "approaching", "gaps", "slight", "easing", "comes-and-goes", "beyond", "twelve-weeks-slight", "twelve-weeks", NULL};

/**
 * lum_detectors_get:
 * @n: (out): how many
 *
 * All detectors, in the order of MS-1.
 */
const LumDetector *const *
lum_detectors_get (gsize *n)
{
  static const LumDetector *const detectors[] = {LUM_DETECTORS};

  *n = G_N_ELEMENTS (detectors);
  return detectors;
}
