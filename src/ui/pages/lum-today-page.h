/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-ui-context.h"

G_BEGIN_DECLS

#define LUM_TYPE_TODAY_PAGE (lum_today_page_get_type ())

G_DECLARE_FINAL_TYPE (LumTodayPage, lum_today_page, LUM, TODAY_PAGE, AdwBin)

GtkWidget *lum_today_page_new (LumUiContext *context);
void lum_today_page_fill_gaps (LumTodayPage *self);
void lum_today_page_complete (LumTodayPage *self);

G_END_DECLS
