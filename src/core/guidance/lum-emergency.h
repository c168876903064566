/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whom to call in a country (RF-R8). */
typedef struct {
  const char *country; /* ISO 3166, "GB" */
  const char *number;  /* for emergencies */
  const char *service; /* for what cannot wait but is none, as it is called there; or NULL */
} LumEmergency;

#define LUM_PREFERENCE_EMERGENCY "safety.emergency-number"
#define LUM_PREFERENCE_SERVICE "safety.urgent-service"

const LumEmergency *lum_emergency_get_all (guint *n);
const LumEmergency *lum_emergency_find (const char *country);
const LumEmergency *lum_emergency_from_locale (const char *locale);

G_END_DECLS
