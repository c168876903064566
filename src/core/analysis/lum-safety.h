/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-diary.h"
#include "lum-safety-signs.h"

G_BEGIN_DECLS

/* What the answers of the safety check amount to (RF-R1…RF-R4, RF-R9). It depends on no score. */
typedef struct {
  LumTier tier;              /* the most pressing open one, or LUM_TIER_NONE */
  GPtrArray *open;           /* const LumSafetyAnswer * of the diary, most pressing first */
  GArray *open_tiers;        /* LumTier of each, combinations counted */
  LumDay last_check;         /* the newest answer's day, or LUM_DAY_NONE */
  gboolean exercises_locked; /* an emergency or urgent answer is open (RF-R9) */
} LumSafety;

LumSafety *lum_safety_new (const LumDiary *diary, LumDay today);
void lum_safety_free (LumSafety *self);
const char *lum_safety_tier_to_word (LumTier tier);
LumTier lum_safety_tier_from_word (const char *word);
gboolean lum_safety_can_be_old (const LumSafetySign *sign, LumDay since, LumDay today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumSafety, lum_safety_free)

G_END_DECLS
