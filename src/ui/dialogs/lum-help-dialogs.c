/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-help-dialogs.h"

#include "lum-i18n.h"

/**
 * lum_shortcuts_present:
 *
 * The keyboard shortcuts (win.show-help-overlay).
 */
void
lum_shortcuts_present (GtkWindow *parent)
{
}

/**
 * lum_about_present:
 *
 * About Lumbar.
 */
void
lum_about_present (GtkWindow *parent)
{
}
