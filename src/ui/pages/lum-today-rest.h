/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-record-pain.h"
#include "lum-ui-context.h"

G_BEGIN_DECLS

/* What stands below the question on the Today page, as the person's situation has it. */
#define LUM_TYPE_TODAY_REST (lum_today_rest_get_type ())

G_DECLARE_FINAL_TYPE (LumTodayRest, lum_today_rest, LUM, TODAY_REST, AdwBin)

GtkWidget *lum_today_rest_new (LumUiContext *context);
void lum_today_rest_fill_gaps (LumTodayRest *self);
void lum_today_rest_update (LumTodayRest *self, const LumQuestion *asked, guint changes);

G_END_DECLS
