/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-ui-context.h"

G_BEGIN_DECLS

void lum_shortcuts_present (GtkWindow *parent);
void lum_about_present (GtkWindow *parent);

G_END_DECLS
