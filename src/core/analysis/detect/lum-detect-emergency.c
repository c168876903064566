/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-detectors-list.h"
#include "lum-safety-card.h"

/* RF-R1: an open emergency stands alone, whatever the score or the state. */
static LumCard *
detect (const LumEvidence *e)
{
  return lum_safety_card_new (e, LUM_TIER_EMERGENCY);
}

static const char *const variants[] = {"emergency", NULL};

const LumDetector lum_detector_emergency = {
    .rule = "RF",
    .variants = variants,
    .safety = TRUE,
    .detect = detect,
};
