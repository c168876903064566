/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-parameters.h"

#define AS_ROW(name, value, unit, rule) {#name, value, unit, rule},

static const LumParameter parameters[] = {LUM_INT_PARAMETERS (AS_ROW) LUM_REAL_PARAMETERS (AS_ROW)};

/**
 * lum_parameters_get:
 * @n: (out): how many
 *
 * Every number that the rules use, for listings and tests.
 */
const LumParameter *
lum_parameters_get (gsize *n)
{
  *n = G_N_ELEMENTS (parameters);
  return parameters;
}
