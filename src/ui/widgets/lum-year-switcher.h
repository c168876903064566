/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-year-widget.h"

G_BEGIN_DECLS

/* Which year a LumYearWidget shows, between buttons for the years before and after; without the buttons where there is
 * one year only. Property: "year-widget", the one that it belongs to. */
#define LUM_TYPE_YEAR_SWITCHER (lum_year_switcher_get_type ())

G_DECLARE_FINAL_TYPE (LumYearSwitcher, lum_year_switcher, LUM, YEAR_SWITCHER, AdwBin)

void lum_year_switcher_set_year_widget (LumYearSwitcher *self, LumYearWidget *year_widget);

G_END_DECLS
