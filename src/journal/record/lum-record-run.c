/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-record-pain.h"

#include <math.h>

#include "lum-error.h"
#include "lum-i18n.h"
#include "lum-run.h"
#include "lum-shoe-finder.h"

/* On average, in m/s: faster than anybody runs, and slower than anybody walks. */
#define FASTEST (36 / 3.6)
#define SLOWEST (0.5 / 3.6)

/**
 * lum_check_run_speed:
 * @metres: or NAN
 * @seconds: or NAN
 * @units: of the sentence
 *
 * Whether somebody can have run so far in that time: a digit too many is found while it can still be mended.
 *
 * Returns: %FALSE with LUM_ERROR_INVALID_INPUT where not
 */
gboolean
lum_check_run_speed (double metres, double seconds, LumUnits units, GError **error)
{
  double speed = metres / seconds, shown;

  if (isnan (metres) || isnan (seconds) || metres <= 0 || seconds <= 0 || (speed <= FASTEST && speed >= SLOWEST))
    return TRUE;
  shown = units == LUM_UNITS_IMPERIAL ? speed * 3600 / LUM_METRES_PER_MILE : speed * 3.6;

  g_autofree char *number = lum_format_number (shown, shown < 1 ? 2 : shown < 10 ? 1 : 0);

  g_set_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT,
               units == LUM_UNITS_IMPERIAL ? /* Translators: %s is a number */
                   _ ("That would be %s mph. Look at the distance and the duration again.")
                                           : /* Translators: %s is a number */
                   _ ("That would be %s km/h. Look at the distance and the duration again."),
               number);
  return FALSE;
}

/* What a watch recorded is believed; only what is typed is looked at. */
static gboolean
is_typed (LumDiary *diary, const LumRun *run)
{
  const LumRun *before = run->base.id ? lum_diary_find (diary, LUM_RECORD_RUN, run->base.id) : NULL;
  double was = before ? lum_run_get_duration (before) : NAN;

  return !before || !(fabs (before->distance_m - run->distance_m) < 1) ||
         !(fabs (was - lum_run_get_duration (run)) < 1);
}

/**
 * lum_record_run:
 * @run: without an id it is a new one
 * @shoe_name: (nullable): the pair by its name, made where there is none yet; %NULL: the run's own, for a new run else
 *   the default pair; "": none
 *
 * Writes a run down.
 *
 * Returns: (transfer full): the changes to commit; %NULL with LUM_ERROR_INVALID_INPUT for a run without distance and
 * time, with a value out of its range or with a speed that nobody runs
 */
LumChangeSet *
lum_record_run (LumJournal *journal, const LumRun *run, const char *shoe_name, GError **error)
{
  g_autoptr (LumChangeSet) changes = lum_change_set_new ();
  LumDiary *diary = lum_journal_get_diary (journal);
  LumClock *clock = lum_journal_get_clock (journal);
  LumRun dated_run = *run;
  gint32 offset;
  LumInstant now;

  if (shoe_name)
    dated_run.shoe_id = *shoe_name ? lum_find_or_make_shoe (diary, changes, shoe_name) : NULL;
  else if (!run->shoe_id && !run->base.id)
    dated_run.shoe_id = lum_find_default_shoe (diary);
  if (dated_run.day == LUM_DAY_NONE)
    dated_run.day = lum_clock_get_today (clock);
  if (!dated_run.sport)
    dated_run.sport = "running";

  if (is_typed (diary, &dated_run) &&
      !lum_check_run_speed (dated_run.distance_m, lum_run_get_duration (&dated_run), LUM_UNITS_METRIC, error))
    return NULL;
  lum_change_set_put (changes, LUM_RECORD_RUN, &dated_run);
  if (!lum_change_set_check (changes, error))
    return NULL;
  now = lum_clock_get_now (clock, &offset);
  lum_change_set_set_time (changes, now, offset);
  return g_steal_pointer (&changes);
}
