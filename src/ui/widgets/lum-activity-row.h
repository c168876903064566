/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-report-offer.h"
#include "lum-ui-context.h"

G_BEGIN_DECLS

/* One of the two activities (RP-8): its name in the person's own words, and how well it goes today, 0 (unable) to 10 (as
 * before). Both are saved at once, with Undo. When it was rated it folds up into one line, from which it can be changed. */
#define LUM_TYPE_ACTIVITY_ROW (lum_activity_row_get_type ())

G_DECLARE_FINAL_TYPE (LumActivityRow, lum_activity_row, LUM, ACTIVITY_ROW, AdwPreferencesRow)

GtkWidget *lum_activity_row_new (LumUiContext *context, const char *title, const char *example);
void lum_activity_row_update (LumActivityRow *self, const LumActivity *activity, const LumActivityCourse *course);
gboolean lum_activity_row_was_used (LumActivityRow *self);

G_END_DECLS
