/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-record-activity.h"

#include "lum-clock.h"
#include "lum-error.h"
#include "lum-i18n.h"

#define LAST_POSITION 9 /* that a record can have */

/* The changes dated by the journal's clock, or NULL where a record is none. */
static LumChangeSet *
finish (LumJournal *journal, LumChangeSet *changes, GError **error)
{
  g_autoptr (LumChangeSet) owned = changes;
  gint32 offset;
  LumInstant now = lum_clock_get_now (lum_journal_get_clock (journal), &offset);

  if (!lum_change_set_check (owned, error))
    return NULL;
  lum_change_set_set_time (owned, now, offset);
  return g_steal_pointer (&owned);
}

/* A new one stands behind those that are there, so that none changes its place. */
static int
find_position (const LumDiary *diary)
{
  gsize n;
  const LumActivity *activities = lum_diary_get_activities (diary, &n);
  int last = 0;

  for (gsize i = 0; i < n; i++)
    last = MAX (last, activities[i].position);
  return MIN (last + 1, LAST_POSITION);
}

/**
 * lum_record_activity:
 * @id: (nullable): of the one that is renamed; %NULL: a new one
 * @name: in the person's own words, "run 5 km"
 *
 * Names an activity (RP-8). What it was rated stays with it.
 *
 * Returns: (transfer full): the changes to commit, the activity alone in them; %NULL with LUM_ERROR_INVALID_INPUT
 * without a name, LUM_ERROR_NOT_FOUND where there is none to rename
 */
LumChangeSet *
lum_record_activity (LumJournal *journal, const char *id, const char *name, GError **error)
{
  g_return_val_if_fail (LUM_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  LumDiary *diary = lum_journal_get_diary (journal);
  const LumActivity *before = id ? lum_diary_find (diary, LUM_RECORD_ACTIVITY, id) : NULL;
  g_autofree char *words = g_strstrip (g_strdup (name));
  LumChangeSet *changes;
  LumActivity activity;

  if (!*words) {
    g_set_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT,
                 _ ("Say in a few words what the activity is, for example “tie shoes”."));
    return NULL;
  }
  if (id && !before) {
    g_set_error (error, LUM_ERROR, LUM_ERROR_NOT_FOUND, _ ("This activity is not in the journal any more."));
    return NULL;
  }

  lum_record_init (LUM_RECORD_ACTIVITY, &activity);
  if (before) {
    activity = *before;
  } else {
    activity.position = find_position (diary);
    activity.since = lum_clock_get_today (lum_journal_get_clock (journal));
  }
  activity.name = words;
  changes = lum_change_set_new ();
  lum_change_set_put (changes, LUM_RECORD_ACTIVITY, &activity);
  return finish (journal, changes, error);
}

/**
 * lum_record_activity_rating:
 * @activity_id: of an activity that is in the journal, or on its way there
 * @day: not later than today
 * @score: 0 (unable) to 10 (as before)
 *
 * Writes down how well an activity goes (IN-4). A day has one rating of each: a second replaces it.
 *
 * Returns: (transfer full): the changes to commit; %NULL with LUM_ERROR_INVALID_INPUT for any other score or day
 */
LumChangeSet *
lum_record_activity_rating (LumJournal *journal, const char *activity_id, LumDay day, int score, GError **error)
{
  g_return_val_if_fail (LUM_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (activity_id != NULL, NULL);

  gsize n;
  const LumActivityRating *ratings = lum_diary_get_activity_ratings (lum_journal_get_diary (journal), &n);
  LumChangeSet *changes;
  LumActivityRating rating;

  /* The record may be without a score, a rating may not. */
  if (score < 0 || score > 10) {
    g_set_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT, _ ("How well an activity goes is a number from 0 to 10."));
    return NULL;
  }
  if (day == LUM_DAY_NONE || day > lum_clock_get_today (lum_journal_get_clock (journal))) {
    g_set_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT,
                 _ ("How well an activity goes can be said of today and of days before."));
    return NULL;
  }

  lum_record_init (LUM_RECORD_ACTIVITY_RATING, &rating);
  for (gsize i = 0; i < n; i++)
    if (ratings[i].day == day && g_strcmp0 (ratings[i].activity_id, activity_id) == 0)
      rating = ratings[i];
  rating.activity_id = activity_id;
  rating.day = day;
  rating.score = score;
  changes = lum_change_set_new ();
  lum_change_set_put (changes, LUM_RECORD_ACTIVITY_RATING, &rating);
  return finish (journal, changes, error);
}
