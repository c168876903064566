/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-record-pain.h"
#include "lum-shoe-finder.h"

/**
 * lum_record_run:
 * @run: without an id it is a new one
 * @shoe_name: (nullable): the pair by its name, made where there is none yet; %NULL: the run's own, for a new run else
 *   the default pair; "": none
 *
 * Writes a run down.
 *
 * Returns: (transfer full): the changes to commit; %NULL with LUM_ERROR_INVALID_INPUT for a run without distance and
 * time or with a value out of its range
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

  lum_change_set_put (changes, LUM_RECORD_RUN, &dated_run);
  if (!lum_change_set_check (changes, error))
    return NULL;
  now = lum_clock_get_now (clock, &offset);
  lum_change_set_set_time (changes, now, offset);
  return g_steal_pointer (&changes);
}
