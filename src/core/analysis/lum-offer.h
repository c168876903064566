/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-status.h"

G_BEGIN_DECLS

/* The rule under which the offer is kept as a LumCardRecord. */
#define LUM_RULE_OFFER "RF-R5"

/* Why the safety check is offered by itself (RF-R5). */
typedef enum {
  LUM_OFFER_NONE,
  LUM_OFFER_STRONG,    /* a score of 7 or more */
  LUM_OFFER_DETAIL,    /* a leg or nerve detail that was not ticked before */
  LUM_OFFER_FLARE,     /* a flare was recorded */
  LUM_OFFER_CONFIRMED, /* a bout was confirmed */
  LUM_OFFER_TWO_WEEKS,
  LUM_OFFER_THREE_WEEKS,
  LUM_OFFER_TWELVE_WEEKS,
  LUM_OFFER_AGAIN, /* three months after the last check */
} LumOffer;

gboolean lum_offer_was_settled (const LumDiary *diary, LumDay today);
LumOffer lum_offer_new (const LumDiary *diary, const LumStatus *status);

G_END_DECLS
