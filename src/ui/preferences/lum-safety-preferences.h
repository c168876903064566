/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-ui-context.h"

G_BEGIN_DECLS

/* Whom to call, and the background facts of the safety check (rules §3, RF-R8): asked nowhere else, each may be left
 * open. They change advice, so they are written into the journal. */
#define LUM_TYPE_SAFETY_PREFERENCES (lum_safety_preferences_get_type ())

G_DECLARE_FINAL_TYPE (LumSafetyPreferences, lum_safety_preferences, LUM, SAFETY_PREFERENCES, AdwBin)

GtkWidget *lum_safety_preferences_new (LumUiContext *context);

G_END_DECLS
