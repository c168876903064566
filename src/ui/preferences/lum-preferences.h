/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-ui-context.h"

G_BEGIN_DECLS

/* What changes looks: it stays on this computer. Action: preferences.show-in-files. */
#define LUM_TYPE_PREFERENCES (lum_preferences_get_type ())

G_DECLARE_FINAL_TYPE (LumPreferences, lum_preferences, LUM, PREFERENCES, AdwWindow)

GtkWidget *lum_preferences_new (GtkWindow *parent, LumUiContext *context);
void lum_preferences_present (GtkWindow *parent, LumUiContext *context);

G_END_DECLS
