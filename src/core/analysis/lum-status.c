/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-status.h"

#include <math.h>
#include <string.h>

#include "lum-bout.h"
#include "lum-parameters.h"
#include "lum-patterns.h"
#include "lum-silence.h"

static gboolean
is_active (LumState state)
{
  return state >= LUM_STATE_NEW && state <= LUM_STATE_CHRONIC;
}

/* EP-6b, the phase of the last bout; first match wins. */
static LumState
find_phase (const LumDayTable *table, const LumBout *bout)
{
  int age;

  if (table->n == 0)
    return LUM_STATE_NO_DATA;
  if (!bout || (!bout->confirmed && bout->relief))
    return LUM_STATE_NO_PAIN;
  if (!bout->confirmed)
    return bout->n_lows >= LUM_P_ISOLATED_LOW ? LUM_STATE_ISOLATED : LUM_STATE_NEW;
  if (bout->relief)
    return bout->resolved ? LUM_STATE_RESOLVED : LUM_STATE_REMISSION;

  age = bout->last - bout->onset;
  if (age >= LUM_P_CHRONIC)
    return LUM_STATE_CHRONIC;
  if (age >= LUM_P_BEYOND)
    return LUM_STATE_BEYOND;
  return age >= LUM_P_APPROACH ? LUM_STATE_APPROACHING : LUM_STATE_WITHIN;
}

static LumCourse
find_course (int age)
{
  if (age >= LUM_P_CHRONIC)
    return LUM_COURSE_CHRONIC;
  return age >= LUM_P_SUBACUTE ? LUM_COURSE_SUBACUTE : LUM_COURSE_ACUTE;
}

static void
count_bouts (LumStatus *self, gboolean *recurrent)
{
  int recent = 0;

  for (guint i = 0; i < self->all_bouts->len; i++) {
    const LumBout *bout = &g_array_index (self->all_bouts, LumBout, i);

    self->bouts += bout->confirmed;
    self->episodes += bout->starts_episode;
    if (bout->starts_episode && bout->onset >= self->today - LUM_P_RECUR_WIN && bout->onset <= self->today)
      recent++;
  }
  *recurrent = recent >= LUM_P_RECUR_EPISODES;
}

static guint
find_flags (const LumStatus *self, const LumDayTable *table, const LumBout *bout, gboolean recurrent)
{
  gboolean active = is_active (self->last_known_state);
  gboolean relapse = active && lum_bout_is_relapse (self->all_bouts, self->all_bouts->len - 1);
  gboolean long_phase = self->last_known_state == LUM_STATE_BEYOND || self->last_known_state == LUM_STATE_CHRONIC;
  guint flags = 0;

  if (active) {
    flags |= bout->n_lows > 0 ? LUM_FLAG_SETTLING : 0;
    flags |= bout->provisional ? LUM_FLAG_PROVISIONAL : 0;
    flags |= bout->onset_reported ? LUM_FLAG_ONSET_REPORTED : 0;
    flags |= bout->continuity_unknown ? LUM_FLAG_CONTINUITY_UNKNOWN : 0;
    flags |= relapse ? LUM_FLAG_RELAPSE : 0;
  }
  if (recurrent)
    flags |= LUM_FLAG_RECURRENT;
  if (table->n > 0 && self->today - self->last_known > LUM_P_STALE)
    flags |= LUM_FLAG_STALE;
  if (!long_phase && lum_is_intermittent_persistent (table))
    flags |= LUM_FLAG_INTERMITTENT_PERSISTENT;
  if (!long_phase && lum_is_relapsing_persistent (table, relapse))
    flags |= LUM_FLAG_RELAPSING_PERSISTENT;
  if (lum_is_nih_chronic (table))
    flags |= LUM_FLAG_NIH_CHRONIC;
  if (lum_is_low_grade_persistent (table))
    flags |= LUM_FLAG_LOW_GRADE_PERSISTENT;
  if (table->future_entries)
    flags |= LUM_FLAG_FUTURE_ENTRIES_IGNORED;
  return flags;
}

/* EP-8: the share of pain days, from the onset or over the last SHARE_WIN known days up to the last pain day. */
static void
count_share (LumStatus *self, const LumDayTable *table)
{
  gsize end = lum_day_table_find (table, self->last_pain + 1);
  LumDay from = self->onset;
  int known, pain;

  lum_day_table_count (table, self->onset, self->last_pain, &self->known_days, &self->pain_days);
  if (end >= LUM_P_SHARE_WIN)
    from = MAX (from, table->days[end - LUM_P_SHARE_WIN].day);
  lum_day_table_count (table, from, self->last_pain, &known, &pain);
  self->share = (double) pain / known;
}

/* The last visit that this bout has seen (VI-1). */
static LumDay
find_visit (const LumStatus *self, const LumDiary *diary)
{
  gsize n;
  const LumVisit *visits = lum_diary_get_visits (diary, &n);
  LumDay last = LUM_DAY_NONE;

  for (gsize i = 0; i < n; i++)
    if (self->onset != LUM_DAY_NONE && visits[i].day >= self->onset && visits[i].day <= self->today)
      last = MAX (last, visits[i].day);
  return last;
}

/* EP-11 whole: who has been at it for twelve weeks, or has seen someone, is told only of what is unusual for them. */
static gboolean
is_severe_or_worse (const LumStatus *self, const LumDiary *diary)
{
  gboolean needs_more = self->last_known_state == LUM_STATE_CHRONIC || self->visit != LUM_DAY_NONE;

  return lum_is_severe_or_worse (diary, self->today) && (!needs_more || lum_is_above_usual (diary, self->today));
}

/**
 * lum_status_new:
 * @today: the civil day that is looked at
 *
 * Where the back stands on a day (EP-1): a pure function of the entries, reports and answers dated up to it. Costs a few
 * passes over the days.
 *
 * Returns: (transfer full): the status
 */
LumStatus *
lum_status_new (const LumDiary *diary, LumDay today)
{
  g_autoptr (LumDayTable) table = NULL;
  LumStatus *self = g_new0 (LumStatus, 1);
  const LumBout *bout;
  gboolean recurrent;

  g_return_val_if_fail (diary && today != LUM_DAY_NONE, NULL);

  table = lum_day_table_new (diary, today);
  g_atomic_ref_count_init (&self->refs);
  self->today = today;
  self->age = self->pain_days = self->known_days = LUM_INT_NONE;
  self->onset = self->last_pain = LUM_DAY_NONE;
  self->share = NAN;
  self->last_known = table->n ? table->days[table->n - 1].day : LUM_DAY_NONE;
  self->all_bouts = lum_bouts_walk (table);
  bout = self->all_bouts->len ? &g_array_index (self->all_bouts, LumBout, self->all_bouts->len - 1) : NULL;

  self->state = self->last_known_state = find_phase (table, bout);
  if (is_active (self->state) && today - self->last_known > LUM_P_LOST)
    self->state = LUM_STATE_UNKNOWN;
  if (self->state != LUM_STATE_NO_DATA && self->state != LUM_STATE_NO_PAIN) {
    self->onset = bout->onset;
    self->last_pain = bout->last;
    self->age = bout->last - bout->onset;
    self->course = find_course (self->age);
    count_share (self, table);
  }
  count_bouts (self, &recurrent);
  self->flags = find_flags (self, table, bout, recurrent);
  self->visit = find_visit (self, diary);
  self->trend = lum_trend_new (diary, today);
  self->mean = lum_mean_chart (diary, today - LUM_P_MEAN_WIN + 1, today, NULL);
  self->flare_candidate = is_active (self->state) && lum_is_flare_candidate (diary, today);
  self->severe_or_worse = is_severe_or_worse (self, diary);
  lum_find_silence (diary, table, is_active (self->last_known_state) ? bout : NULL, &self->gap_first, &self->gap_last);

  return self;
}

LumStatus *
lum_status_ref (LumStatus *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
lum_status_unref (LumStatus *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->all_bouts);
  g_free (self);
}

/**
 * lum_status_is_active:
 *
 * Whether a bout is going on: new, within, approaching, beyond or chronic (EP-6b).
 */
gboolean
lum_status_is_active (const LumStatus *self)
{
  return is_active (self->state);
}

/**
 * lum_status_get_current_bout:
 *
 * The bout that the state speaks of.
 *
 * Returns: (nullable): %NULL where the state is no_data or no_pain
 */
const LumBout *
lum_status_get_current_bout (const LumStatus *self)
{
  if (self->last_known_state == LUM_STATE_NO_DATA || self->last_known_state == LUM_STATE_NO_PAIN)
    return NULL;
  return &g_array_index (self->all_bouts, LumBout, self->all_bouts->len - 1);
}
