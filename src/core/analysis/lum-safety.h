/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-diary.h"
#include "lum-safety-signs.h"

G_BEGIN_DECLS

/* Background facts (rules §3): what was asked once. The newest answer to each counts. */
#define LUM_FACT_BIRTH_YEAR "birth-year"
#define LUM_FACT_CANCER "cancer"
#define LUM_FACT_STEROIDS "steroids"
#define LUM_FACT_OSTEOPOROSIS "osteoporosis"
#define LUM_FACT_IMMUNE "weak-immune-system"
#define LUM_FACT_BLOOD_THINNERS "blood-thinners"
#define LUM_FACT_OPERATION "spinal-operation" /* its `since` says when */
#define LUM_FACT_STRESS_FRACTURE "stress-fracture"
#define LUM_FACT_PREGNANT "pregnant"

/* A sign that is open (RF-R4). */
typedef struct {
  const LumSafetySign *sign;
  const LumSafetyAnswer *answer; /* of the diary; NULL where it follows from other answers */
  LumTier tier;                  /* combinations and background counted */
  LumDay day;                    /* on which it was answered */
  LumDay since;                  /* since when the sign is there, or LUM_DAY_NONE */
  gboolean sure;                 /* a yes, not a "not sure" */
} LumOpenSign;

/* What the answers of the safety check amount to (RF-R1…RF-R4, RF-R9). It depends on no score. */
typedef struct {
  LumTier tier;              /* the most pressing open one, or LUM_TIER_NONE */
  GArray *open;              /* LumOpenSign, most pressing first */
  LumDay last_check;         /* the newest answer's day, or LUM_DAY_NONE */
  gboolean exercises_locked; /* an emergency or urgent answer is open (RF-R9) */
} LumSafety;

LumSafety *lum_safety_new (const LumDiary *diary, LumDay today);
void lum_safety_free (LumSafety *self);
const LumOpenSign *lum_safety_find_open (const LumSafety *self, const char *id);
gboolean lum_safety_pauses_running (const LumSafety *self);
const char *lum_safety_tier_to_word (LumTier tier);
LumTier lum_safety_tier_from_word (const char *word);
gboolean lum_safety_can_be_old (const LumSafetySign *sign, LumDay since, LumDay today);

const LumBackground *lum_background_find (const LumDiary *diary, const char *fact, LumDay today);
gboolean lum_background_is_yes (const LumDiary *diary, const char *fact, LumDay today);
int lum_background_get_age (const LumDiary *diary, LumDay day, LumDay today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumSafety, lum_safety_free)

G_END_DECLS
