/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-ui-context.h"

G_BEGIN_DECLS

/* What else a day was like: where, how far it spread, the worst of it, nights; and More. Saved as it is changed. */
#define LUM_TYPE_DETAILS_FORM (lum_details_form_get_type ())

G_DECLARE_FINAL_TYPE (LumDetailsForm, lum_details_form, LUM, DETAILS_FORM, AdwBin)

GtkWidget *lum_details_form_new (LumUiContext *context);
void lum_details_form_set_day (LumDetailsForm *self, LumDay day);
gboolean lum_details_form_flush (LumDetailsForm *self);
void lum_details_form_forget (LumDetailsForm *self);

const LumDayDetail *lum_find_day_detail (LumDiary *diary, LumDay day);

G_END_DECLS
