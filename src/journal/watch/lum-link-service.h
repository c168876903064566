/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-journal.h"
#include "lum-link.h"

G_BEGIN_DECLS

/* Looks, in a thread, whether running goes with pain (LA-7), for whoever shows it: nothing is computed until somebody
 * asks. Signal "changed" when another answer is there. */
#define LUM_TYPE_LINK_SERVICE (lum_link_service_get_type ())

G_DECLARE_FINAL_TYPE (LumLinkService, lum_link_service, LUM, LINK_SERVICE, GObject)

LumLinkService *lum_link_service_new (LumJournal *journal);
const LumLink *lum_link_service_ask (LumLinkService *self);

G_END_DECLS
