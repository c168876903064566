/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-ui-context.h"

G_BEGIN_DECLS

/* A message of the watch with its actions and, unfolded, everything that stands behind it (MS-3). */
#define LUM_TYPE_CARD_VIEW (lum_card_view_get_type ())

G_DECLARE_FINAL_TYPE (LumCardView, lum_card_view, LUM, CARD_VIEW, AdwBin)

GtkWidget *lum_card_view_new (LumUiContext *context);
void lum_card_view_set_card (LumCardView *self, const LumCard *card);

G_END_DECLS
