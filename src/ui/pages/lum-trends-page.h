/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-ui-context.h"

G_BEGIN_DECLS

#define LUM_TYPE_TRENDS_PAGE (lum_trends_page_get_type ())

G_DECLARE_FINAL_TYPE (LumTrendsPage, lum_trends_page, LUM, TRENDS_PAGE, AdwBin)

GtkWidget *lum_trends_page_new (LumUiContext *context);

G_END_DECLS
