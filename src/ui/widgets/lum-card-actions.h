/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lum-findings.h"
#include "lum-ui-context.h"

G_BEGIN_DECLS

/* The buttons of a card (MS-3): what can be done about it, and Later or never again. The same on Today and in Trends. */
GtkWidget *lum_card_actions_new (LumUiContext *context, const LumCard *card, guint actions);

G_END_DECLS
