/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-ui-context.h"

G_BEGIN_DECLS

void lum_preferences_present (GtkWindow *parent, LumUiContext *context);

G_END_DECLS
