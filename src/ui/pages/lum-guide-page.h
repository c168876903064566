/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-ui-context.h"

G_BEGIN_DECLS

#define LUM_TYPE_GUIDE_PAGE (lum_guide_page_get_type ())

G_DECLARE_FINAL_TYPE (LumGuidePage, lum_guide_page, LUM, GUIDE_PAGE, AdwBin)

GtkWidget *lum_guide_page_new (LumUiContext *context);
void lum_guide_page_show_topic (LumGuidePage *self, const char *topic);

G_END_DECLS
