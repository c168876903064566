/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-detectors-list.h"
#include "lum-safety-card.h"

/* RF-R2: in the next few days. */
static LumCard *
detect (const LumEvidence *e)
{
  return lum_safety_card_new (e, LUM_TIER_WITHIN_DAYS);
}

static const char *const variants[] = {"within-days", NULL};

const LumDetector lum_detector_within_days = {
    .rule = "RF",
    .variants = variants,
    .safety = TRUE,
    .detect = detect,
};
