/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-day.h"

G_BEGIN_DECLS

/* A row with a date that a calendar changes. Property-less: "changed" tells. */
#define LUM_TYPE_DAY_ROW (lum_day_row_get_type ())

G_DECLARE_FINAL_TYPE (LumDayRow, lum_day_row, LUM, DAY_ROW, AdwActionRow)

GtkWidget *lum_day_row_new (const char *title, LumDay day, gboolean optional);
LumDay lum_day_row_get_day (LumDayRow *self);
void lum_day_row_set_day (LumDayRow *self, LumDay day);
void lum_day_row_set_range (LumDayRow *self, LumDay first, LumDay last);

G_END_DECLS
