/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-ui-context.h"

G_BEGIN_DECLS

/* "3 new runs on Forerunner", with *Look…* and *Not Now*; invisible while there is nothing to offer. */
#define LUM_TYPE_RUN_OFFER_ROW (lum_run_offer_row_get_type ())

G_DECLARE_FINAL_TYPE (LumRunOfferRow, lum_run_offer_row, LUM, RUN_OFFER_ROW, AdwBin)

GtkWidget *lum_run_offer_row_new (LumUiContext *context);
void lum_run_offer_row_update (LumRunOfferRow *self);

G_END_DECLS
