/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-safety.h"

G_BEGIN_DECLS

/* Which exercises may be suggested now (RF-R9, EX-0). */
typedef enum {
  LUM_EXERCISES_OPEN,
  LUM_EXERCISES_GENTLE, /* strong pain: walking and changing position only */
  LUM_EXERCISES_LOCKED, /* an emergency or urgent answer is open */
} LumExercises;

typedef struct {
  LumExercises exercises;
  gboolean below_knee; /* it spreads below the knee: RF-18 is asked, and two exercises are left out */
} LumExerciseGate;

LumExerciseGate lum_exercise_gate_new (const LumDiary *diary, const LumSafety *safety, LumDay today);
gboolean lum_exercise_gate_allows (const LumExerciseGate *self, const char *exercise);
const char *lum_exercise_gate_describe (const LumExerciseGate *self);

G_END_DECLS
