/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-exercise-gate.h"

#include "lum-i18n.h"
#include "lum-parameters.h"

/* Raising a straight leg and curling up: not with pain that spreads below the knee. */
static const char *const not_below_knee[] = {"EX-1", "EX-4", NULL};

/* Today's score, else that of the newest logged day that is not stale. */
static int
find_score (const LumDiary *diary, LumDay today)
{
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (diary, &n);

  for (gsize i = lum_diary_find_first_day (diary, today + 1); i-- > 0 && days[i].day >= today - LUM_P_STALE;)
    if (days[i].highest != LUM_INT_NONE)
      return days[i].highest;
  return LUM_INT_NONE;
}

static gboolean
spreads_below_knee (const LumDiary *diary, LumDay today)
{
  gsize n;
  const LumDayDetail *details = lum_diary_get_details (diary, &n);

  for (gsize i = n; i-- > 0 && details[i].day > today - LUM_P_LEG_SIGN_DAYS;)
    if (details[i].day <= today && details[i].spread_below_knee == 1)
      return TRUE;
  return FALSE;
}

/**
 * lum_exercise_gate_new:
 *
 * What the open answers, the score and the details of the last days leave of the exercises (RF-R9).
 */
LumExerciseGate
lum_exercise_gate_new (const LumDiary *diary, const LumSafety *safety, LumDay today)
{
  LumExerciseGate self = {.below_knee = spreads_below_knee (diary, today)};
  int score = find_score (diary, today);

  if (safety->exercises_locked)
    self.exercises = LUM_EXERCISES_LOCKED;
  else if (score != LUM_INT_NONE && score >= LUM_P_EXERCISE_PAIN)
    self.exercises = LUM_EXERCISES_GENTLE;
  return self;
}

/**
 * lum_exercise_gate_allows:
 * @exercise: "EX-4"
 */
gboolean
lum_exercise_gate_allows (const LumExerciseGate *self, const char *exercise)
{
  return self->exercises == LUM_EXERCISES_OPEN && !(self->below_knee && g_strv_contains (not_below_knee, exercise));
}

/**
 * lum_exercise_gate_describe:
 *
 * Why exercises are left out.
 *
 * Returns: (nullable): translated; %NULL where none is
 */
const char *
lum_exercise_gate_describe (const LumExerciseGate *self)
{
  switch (self->exercises) {
  case LUM_EXERCISES_LOCKED:
    return _ ("No exercises are shown while an answer of the safety check is open that should be looked at first.");
  case LUM_EXERCISES_GENTLE:
    return _ (
        "With pain at 6 or more only walking and changing position are suggested. The exercises come back when it "
        "is lower.");
  case LUM_EXERCISES_OPEN:
    break;
  }
  if (self->below_knee)
    return _ (
        "Pain that spreads below the knee leaves out raising a straight leg and the curl-up. If the leg is numb or "
        "weak, too, speak to a doctor today.");
  return NULL;
}
