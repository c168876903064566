/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lum-settings.h"

G_BEGIN_DECLS

/* The settings of this computer, kept in GSettings. */
#define LUM_TYPE_GSETTINGS_SETTINGS (lum_gsettings_settings_get_type ())

G_DECLARE_FINAL_TYPE (LumGSettingsSettings, lum_gsettings_settings, LUM, GSETTINGS_SETTINGS, GObject)

GSettings *lum_gsettings_open (void);
LumSettings *lum_gsettings_settings_new (GSettings *settings);

G_END_DECLS
