/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-findings.h"
#include "lum-messages.h"
#include "lum-parameters.h"

/* How the pain goes over months, in the words of trajectory research (Kongsted 2016): a single episode, episodes with
 * calm months between them, up and down without one, or ongoing. Which words fit is ours to say (grade D). */

/**
 * lum_status_get_pattern:
 *
 * Returns: how the pain of the last year went; %LUM_PATTERN_NONE without a confirmed bout
 */
LumPattern
lum_status_get_pattern (const LumStatus *self)
{
  const guint flags = self->flags;

  if (self->bouts == 0)
    return LUM_PATTERN_NONE;
  if (flags & (LUM_FLAG_RELAPSE | LUM_FLAG_INTERMITTENT_PERSISTENT | LUM_FLAG_RELAPSING_PERSISTENT))
    return LUM_PATTERN_FLUCTUATING;
  if (self->last_known_state == LUM_STATE_CHRONIC)
    return LUM_PATTERN_ONGOING;
  return flags & LUM_FLAG_RECURRENT ? LUM_PATTERN_EPISODIC : LUM_PATTERN_SINGLE;
}

static int
count_recent_episodes (const LumStatus *self)
{
  int n = 0;

  for (guint i = 0; i < self->all_bouts->len; i++) {
    const LumBout *bout = &g_array_index (self->all_bouts, LumBout, i);

    n += bout->starts_episode && bout->onset >= self->today - LUM_P_RECUR_WIN;
  }
  return n;
}

static gboolean
is_going_on (const LumStatus *self)
{
  return self->last_known_state >= LUM_STATE_NEW && self->last_known_state <= LUM_STATE_CHRONIC;
}

/**
 * lum_status_describe_course:
 *
 * How the pain goes over months, for the person.
 *
 * Returns: (transfer full) (nullable): translated; %NULL without a confirmed bout
 */
char *
lum_status_describe_course (const LumStatus *self)
{
  switch (lum_status_get_pattern (self)) {
  case LUM_PATTERN_SINGLE:
    return lum_message_course_single (count_recent_episodes (self) > 0);
  case LUM_PATTERN_EPISODIC:
    return lum_message_course_episodic (count_recent_episodes (self));
  case LUM_PATTERN_FLUCTUATING:
    return lum_message_course_fluctuating ();
  case LUM_PATTERN_ONGOING:
    return lum_message_course_ongoing ();
  case LUM_PATTERN_NONE:
    break;
  }
  return NULL;
}

/**
 * lum_status_label_course:
 *
 * The same for a doctor: with the age of the bout that is going on in the words of guidelines. "Chronic" is said only
 * where the definition of EP-13 holds, too (EP-8).
 *
 * Returns: (transfer full) (nullable): translated; %NULL without a confirmed bout
 */
char *
lum_status_label_course (const LumStatus *self)
{
  LumPattern pattern = lum_status_get_pattern (self);

  if (pattern == LUM_PATTERN_NONE)
    return NULL;
  if (!is_going_on (self))
    return lum_message_course_past (pattern);
  return lum_message_course_label (pattern, self->course, (self->flags & LUM_FLAG_NIH_CHRONIC) != 0);
}
