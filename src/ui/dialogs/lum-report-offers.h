/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-ui-context.h"

G_BEGIN_DECLS

/* What can be filled in before the page for the doctor is made (RP-8): the safety check if it is older than a week, two
 * activities, the questions. It is offered, never asked for; what is done goes away. Signal "questions-wanted". */
#define LUM_TYPE_REPORT_OFFERS (lum_report_offers_get_type ())

G_DECLARE_FINAL_TYPE (LumReportOffers, lum_report_offers, LUM, REPORT_OFFERS, AdwBin)

GtkWidget *lum_report_offers_new (LumUiContext *context);

G_END_DECLS
