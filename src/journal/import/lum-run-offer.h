/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-import-job.h"
#include "lum-run-source.h"

G_BEGIN_DECLS

/* What one watch or folder has that the journal has not. It reads what is new there, once, to know how many runs it is;
 * what held none is remembered and not read again. */
#define LUM_TYPE_RUN_OFFER (lum_run_offer_get_type ())

G_DECLARE_FINAL_TYPE (LumRunOffer, lum_run_offer, LUM, RUN_OFFER, GObject)

/* Property: "n-new" (how many new runs there are). Signal: "changed" (they, or the problem, are others). */

LumRunOffer *lum_run_offer_new (LumRunSource *source, LumJournal *journal, LumUnits units);
void lum_run_offer_look (LumRunOffer *self);
void lum_run_offer_stop (LumRunOffer *self);
guint lum_run_offer_get_n_new (LumRunOffer *self);
gboolean lum_run_offer_get_looking (LumRunOffer *self);
const char *lum_run_offer_get_problem (LumRunOffer *self);
LumRunSource *lum_run_offer_get_source (LumRunOffer *self);
GListModel *lum_run_offer_list_files (LumRunOffer *self);
char *lum_run_offer_describe (LumRunOffer *self);

G_END_DECLS
