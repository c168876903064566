/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "lum-fit-sums.h"
#include "lum-fit-words.h"
#include "lum-i18n.h"
#include "lum-recording.h"

/* From what FIT's messages say to runs (formats §3.8): one item for each session; where a crashed watch wrote none, one
 * for what its laps and records come to. */

#define FILE_ACTIVITY 4
#define SPORT_TRANSITION 3

/* A Suunto's session may stop at its last lap (formats §3.8, 5). */
#define MAX_AFTER_SESSION_S 60

static gboolean
is_date (guint32 time)
{
  return time >= LUM_FIT_FIRST_DATE;
}

/* --- one session --- */

static gboolean
is_missing (double value)
{
  return !(value > 0);
}

static guint32
find_start (const LumFitActivity *activity,
            const LumFitSpan *session,
            const LumFitRecordSums *records,
            const LumFitLapSums *laps)
{
  if (session->start)
    return session->start;
  if (records->first)
    return records->first;
  if (laps->start)
    return laps->start;
  if (activity->created)
    return activity->created;
  return session->end > session->elapsed_s ? session->end - (guint32) session->elapsed_s : 0;
}

/* The wall clock's distance from UTC, where it is one (formats §3.8, 3). */
static gint32
find_offset (const LumFitActivity *activity)
{
  gint64 difference, rounded;

  if (!is_date (activity->local_end) || !is_date (activity->activity_end))
    return LUM_INT_NONE;
  difference = (gint64) activity->local_end - activity->activity_end;
  rounded = (gint64) round ((double) difference / 900) * 900;
  if (ABS (difference) > 14 * 3600 || ABS (difference - rounded) > 60)
    return LUM_INT_NONE;
  return (gint32) rounded;
}

static void
fill_times (LumRecording *run,
            const LumFitSpan *session,
            const LumFitWindow *window,
            const LumFitRecordSums *records,
            const LumFitLapSums *laps)
{
  guint32 start = find_start (window->activity, session, records, laps);
  guint32 last = MAX (records->last, MAX (laps->end, session->end));

  run->elapsed_s = session->elapsed_s;
  if (is_missing (run->elapsed_s) && lum_fit_seconds_between (start, last) > 0)
    run->elapsed_s = lum_fit_seconds_between (start, last);
  run->timer_s = session->timer_s;
  if (is_missing (run->timer_s))
    run->timer_s = laps->timer_s;
  if (is_missing (run->timer_s) && run->elapsed_s > 0)
    run->timer_s = MAX (run->elapsed_s - lum_fit_sum_pauses (window, start, last), 0);
  if (is_missing (run->timer_s))
    run->timer_s = run->elapsed_s;
  if (is_missing (run->elapsed_s))
    run->elapsed_s = run->timer_s;
  run->moving_s = session->moving_s;

  if (is_date (start)) {
    run->start = lum_fit_to_instant (start);
    run->utc_offset = find_offset (window->activity);
  } else {
    run->clock_unset = TRUE;
    if (is_date (window->activity->local_end))
      run->day =
          lum_day_from_instant (lum_fit_to_instant (window->activity->local_end) - (gint64) (run->elapsed_s * 1000), 0);
  }
}

static void
fill_figures (LumRecording *run, const LumFitSpan *session, const LumFitRecordSums *records, const LumFitLapSums *laps)
{
  run->distance_m = session->distance_m;
  if (is_missing (run->distance_m))
    run->distance_m = records->distance_m;
  if (is_missing (run->distance_m))
    run->distance_m = laps->distance_m;
  if (is_missing (run->distance_m))
    run->distance_m = records->walked_m;

  run->avg_hr = is_missing (session->avg_hr) ? records->mean_hr : session->avg_hr;
  run->max_hr = is_missing (session->max_hr) && records->max_hr ? records->max_hr : session->max_hr;
  run->calories = session->calories;
  run->ascent_m = session->ascent_m;
  run->descent_m = session->descent_m;
  if (isnan (run->ascent_m) && isnan (run->descent_m)) {
    run->ascent_m = records->ascent_m;
    run->descent_m = records->descent_m;
    run->ascent_computed = TRUE;
  }
  if (session->rpe >= 0 && session->rpe <= 10)
    run->effort = (gint32) lround (session->rpe);
}

/* One identity for a recording, wherever the file was passed on to: its device, and when it was begun there. */
static char *
make_id (const LumFitActivity *activity, guint session)
{
  if (activity->manufacturer < 0 || !activity->serial || !is_date (activity->created))
    return NULL;
  if (session > 0)
    return g_strdup_printf ("fit-%d-%u-%u-%u", activity->manufacturer, activity->serial, activity->created, session);
  return g_strdup_printf ("fit-%d-%u-%u", activity->manufacturer, activity->serial, activity->created);
}

static char *
describe_device (const LumFitActivity *activity)
{
  const char *maker = lum_fit_get_maker (activity->manufacturer);

  if (maker && activity->product)
    return g_strdup_printf ("%s %s", maker, activity->product);
  return g_strdup (activity->product ? activity->product : maker);
}

/* The clock time of a point of the recording, for sentences. */
static char *
describe_time (const LumRecording *run, guint32 time, const LumImportSource *source)
{
  LumInstant instant = lum_fit_to_instant (time);
  gint32 offset = run->utc_offset != LUM_INT_NONE ? run->utc_offset : lum_clock_get_offset_at (source->clock, instant);
  gint64 second = ((instant / 1000 + offset) % 86400 + 86400) % 86400;

  return g_strdup_printf ("%02d:%02d:%02d", (int) (second / 3600), (int) (second / 60 % 60), (int) (second % 60));
}

static void
warn_of_damage (const LumFitActivity *activity,
                const LumFitOutcome *outcome,
                const LumRecording *run,
                const LumImportSource *source,
                LumImportBatch *batch,
                LumImportItem *item)
{
  if (outcome->damage != LUM_FIT_WHOLE && is_date (activity->last)) {
    g_autofree char *time = describe_time (run, activity->last, source);

    /* Translators: %s is a time of day such as 07:31:08 */
    lum_import_batch_warn (batch, item, _ ("The file is damaged; it was read up to %s."), time);
  } else if (outcome->damage != LUM_FIT_WHOLE) {
    lum_import_batch_warn (batch, item, _ ("The file is damaged; it was read up to there."));
  } else if (outcome->bad_crc) {
    lum_import_batch_warn (batch, item, _ ("The file’s checksum is wrong; some of its figures may be, too."));
  }
}

static void
add_session (const LumFitActivity *activity,
             guint index,
             const LumFitSpan *session,
             const LumFitWindow *window,
             const LumFitOutcome *outcome,
             const LumImportSource *source,
             LumImportBatch *batch)
{
  LumFitRecordSums records = lum_fit_sum_records (window);
  LumFitLapSums laps = lum_fit_sum_laps (window);
  g_autofree char *id = make_id (activity, index);
  g_autofree char *device = describe_device (activity);
  g_autofree char *other = NULL;
  LumFitSpan span = *session;
  LumRecording run;
  LumImportItem *item;
  gboolean longer = FALSE;

  if (activity->sessions->len == 1 && outcome->damage == LUM_FIT_WHOLE && span.start && span.elapsed_s > 0 &&
      records.last > span.start + span.elapsed_s + MAX_AFTER_SESSION_S && is_missing (span.distance_m)) {
    span.elapsed_s = lum_fit_seconds_between (span.start, records.last);
    span.timer_s = NAN;
    laps.timer_s = NAN;
    longer = TRUE;
  }
  if (span.sport == -1) {
    span.sport = activity->sport != -1 ? activity->sport : laps.sport;
    span.sub_sport = activity->sport != -1 ? activity->sub_sport : laps.sub_sport;
  }

  lum_recording_init (&run);
  fill_times (&run, &span, window, &records, &laps);
  fill_figures (&run, &span, &records, &laps);
  run.sport_class = lum_fit_classify_sport (span.sport, span.sub_sport, &run.sport, &run.sub_sport);
  /* Among named sports, one without a name is none of those. */
  if (run.sport_class == LUM_SPORT_UNKNOWN && activity->sessions->len > 1)
    run.sport_class = LUM_SPORT_OTHER;
  if (run.sport_class == LUM_SPORT_OTHER && !run.sport)
    run.sport = other = g_strdup_printf ("FIT %d", span.sport);
  run.title = span.name ? span.name : activity->workout;
  run.app = device;
  run.id = id;
  item = lum_recording_add (&run, source, "fit", batch);
  if (item->status == LUM_IMPORT_REFUSED)
    return;

  if (longer)
    lum_import_batch_warn (batch, item,
                           _ ("The watch’s own summary ends before the run does; its points were summed up instead."));
  if (activity->sessions->len == 0 && outcome->damage == LUM_FIT_WHOLE)
    lum_import_batch_warn (batch, item, _ ("The watch wrote no summary; the run was put together from its points."));
  warn_of_damage (activity, outcome, &run, source, batch, item);
}

/* Laps and points without a session: the watch crashed, or the file is cut off. */
static gboolean
add_without_session (const LumFitActivity *activity,
                     const LumFitOutcome *outcome,
                     const LumImportSource *source,
                     LumImportBatch *batch)
{
  LumFitSpan nothing;
  LumFitWindow window = {activity, 0, G_MAXUINT32};

  /* Points alone without the file's type may be anything: a strap's memory, say. */
  if (activity->laps->len == 0 && (activity->records->len < 2 || activity->type == -1))
    return FALSE;
  lum_fit_span_init (&nothing);
  add_session (activity, 0, &nothing, &window, outcome, source, batch);
  return TRUE;
}

static gboolean
add_activity (const LumFitActivity *activity,
              const LumFitOutcome *outcome,
              const LumImportSource *source,
              LumImportBatch *batch)
{
  guint n = activity->sessions->len;
  gboolean added = FALSE;

  if (activity->type != FILE_ACTIVITY && !(activity->type == -1 && n > 0))
    return FALSE;
  if (n == 0)
    return add_without_session (activity, outcome, source, batch);

  for (guint i = 0; i < n; i++) {
    const LumFitSpan *session = &g_array_index (activity->sessions, LumFitSpan, i);
    LumFitWindow window = {activity, 0, G_MAXUINT32};

    /* Changing shoes between two sports is neither. */
    if (session->sport == SPORT_TRANSITION)
      continue;
    if (n > 1 && session->start && session->elapsed_s >= 0) {
      window.from = session->start;
      window.to = session->start + (guint32) MIN (session->elapsed_s, 1e6);
    }
    add_session (activity, i, session, &window, outcome, source, batch);
    added = TRUE;
  }
  return added;
}

static void
refuse (GPtrArray *activities, const LumFitOutcome *outcome, const LumImportSource *source, LumImportBatch *batch)
{
  const LumFitActivity *first = activities->len ? activities->pdata[0] : NULL;
  int type = first ? first->type : -1;

  if (outcome->damage != LUM_FIT_WHOLE && (type == -1 || type == FILE_ACTIVITY))
    lum_recording_refuse (source, "fit", batch,
                          /* Translators: %u is how far from the beginning of the file */
                          _ ("The file is damaged after %u bytes; nothing that could be read before is a run."),
                          (guint) outcome->damage_at);
  else
    lum_recording_refuse (source, "fit", batch, "%s", _ (lum_fit_describe_file (type)));
}

static gboolean
sniff (const LumImportSource *source)
{
  return source->length >= 12 && source->data[0] >= 12 && memcmp (source->data + 8, ".FIT", 4) == 0;
}

static gboolean
parse (const LumImportSource *source, LumImportBatch *batch, GCancellable *cancellable, GError **error)
{
  LumFitOutcome outcome;
  g_autoptr (GPtrArray) activities = lum_fit_read_activities (source->data, source->length, &outcome);
  gboolean added = FALSE;

  for (guint i = 0; i < activities->len; i++)
    added |= add_activity (activities->pdata[i], &outcome, source, batch);
  if (!added)
    refuse (activities, &outcome, source, batch);
  return TRUE;
}

const LumImporter lum_fit_importer = {.format = "fit", .sniff = sniff, .parse = parse};
