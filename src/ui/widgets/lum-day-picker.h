/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-day.h"

G_BEGIN_DECLS

/* A month to choose a day from; the arrow keys move the chosen day itself, and days outside the range are dimmed and
 * cannot be had. */
#define LUM_TYPE_DAY_PICKER (lum_day_picker_get_type ())

G_DECLARE_FINAL_TYPE (LumDayPicker, lum_day_picker, LUM, DAY_PICKER, AdwBin)

GtkWidget *lum_day_picker_new (void);
void lum_day_picker_set_range (LumDayPicker *self, LumDay first, LumDay last);
LumDay lum_day_picker_get_day (LumDayPicker *self);
void lum_day_picker_set_day (LumDayPicker *self, LumDay day);

G_END_DECLS
