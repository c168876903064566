/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-preferences.h"

#include "lum-i18n.h"

/**
 * lum_preferences_present:
 *
 * Units, week start, paper.
 */
void
lum_preferences_present (GtkWindow *parent, LumUiContext *context)
{
}
