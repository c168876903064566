/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-detectors-list.h"
#include "lum-safety-card.h"

/* RF-R2: today. */
static LumCard *
detect (const LumEvidence *e)
{
  return lum_safety_card_new (e, LUM_TIER_URGENT);
}

static const char *const variants[] = {"urgent", NULL};

const LumDetector lum_detector_urgent = {
    .rule = "RF",
    .variants = variants,
    .safety = TRUE,
    .detect = detect,
};
