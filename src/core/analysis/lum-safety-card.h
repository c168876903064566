/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-detector.h"

G_BEGIN_DECLS

LumCard *lum_safety_card_new (const LumEvidence *e, LumTier tier);

G_END_DECLS
