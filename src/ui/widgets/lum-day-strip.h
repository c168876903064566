/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-ui-context.h"

G_BEGIN_DECLS

/* The last fourteen days: a score or a gap a day. A day that is chosen takes a digit, or a click on a score; then the
 * next gap is offered. */
#define LUM_TYPE_DAY_STRIP (lum_day_strip_get_type ())

G_DECLARE_FINAL_TYPE (LumDayStrip, lum_day_strip, LUM, DAY_STRIP, AdwBin)

GtkWidget *lum_day_strip_new (LumUiContext *context);
void lum_day_strip_update (LumDayStrip *self);
void lum_day_strip_choose (LumDayStrip *self, LumDay day);

G_END_DECLS
