/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-emergency.h"

#include <string.h>

/* A country that is not here has no number: then it says "your emergency number". Names of services are proper names
 * and are not translated. */
static const LumEmergency emergencies[] = {
    {"AT", "112", "1450"},    {"AU", "000", "healthdirect"}, {"BE", "112", NULL},      {"BG", "112", NULL},
    {"CA", "911", NULL},      {"CH", "112", NULL},           {"CY", "112", NULL},      {"CZ", "112", NULL},
    {"DE", "112", "116 117"}, {"DK", "112", NULL},           {"EE", "112", NULL},      {"ES", "112", NULL},
    {"FI", "112", "116 117"}, {"FR", "112", NULL},           {"GB", "999", "NHS 111"}, {"GR", "112", NULL},
    {"HR", "112", NULL},      {"HU", "112", NULL},           {"IE", "112", NULL},      {"IN", "112", NULL},
    {"IS", "112", NULL},      {"IT", "112", NULL},           {"LI", "112", NULL},      {"LT", "112", NULL},
    {"LU", "112", NULL},      {"LV", "112", NULL},           {"MT", "112", NULL},      {"NL", "112", NULL},
    {"NO", "113", "116 117"}, {"NZ", "111", "Healthline"},   {"PL", "112", NULL},      {"PT", "112", NULL},
    {"RO", "112", NULL},      {"SE", "112", "1177"},         {"SI", "112", NULL},      {"SK", "112", NULL},
    {"US", "911", NULL},
};

/**
 * lum_emergency_get_all:
 * @n: (out): how many
 *
 * The whole table, by country.
 */
const LumEmergency *
lum_emergency_get_all (guint *n)
{
  *n = G_N_ELEMENTS (emergencies);
  return emergencies;
}

/**
 * lum_emergency_find:
 * @country: (nullable): "GB"
 *
 * Returns: (nullable): %NULL where we do not know
 */
const LumEmergency *
lum_emergency_find (const char *country)
{
  for (guint i = 0; country && i < G_N_ELEMENTS (emergencies); i++)
    if (strcmp (emergencies[i].country, country) == 0)
      return &emergencies[i];
  return NULL;
}

/**
 * lum_emergency_from_locale:
 * @locale: (nullable): "en_GB.UTF-8", as setlocale() tells it
 *
 * Whom to call where that locale is spoken.
 *
 * Returns: (nullable): %NULL where we do not know
 */
const LumEmergency *
lum_emergency_from_locale (const char *locale)
{
  const char *underscore = locale ? strchr (locale, '_') : NULL;
  char country[3] = {0};

  if (!underscore || !underscore[1] || !underscore[2] || g_ascii_isalnum (underscore[3]))
    return NULL;
  memcpy (country, underscore + 1, 2);
  return lum_emergency_find (country);
}
