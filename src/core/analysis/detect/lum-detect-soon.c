/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-detectors-list.h"
#include "lum-safety-card.h"

/* RF-R2: for the list and the report; nothing is locked. */
static LumCard *
detect (const LumEvidence *e)
{
  return lum_safety_card_new (e, LUM_TIER_SOON);
}

static const char *const variants[] = {"soon", NULL};

const LumDetector lum_detector_soon = {
    .rule = "RF",
    .variants = variants,
    .safety = TRUE,
    .detect = detect,
};
