/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-spike.h"

#include <math.h>

#include "lum-parameters.h"
#include "lum-run.h"

/* OU-5: the runs with a distance in the 30 days before a run. The window only ever moves forward, and a queue keeps those
 * of its runs that are longer than all after them, so that the longest is at hand and each run is looked at twice. */
typedef struct {
  const LumSpike *spikes; /* one a run, their days and metres filled in */
  gsize from;             /* the first run that may still be in the window */
  int inside;             /* runs with a distance in the window */
  gsize *queue;           /* indices of runs, distances falling */
  gsize head, tail;
} Window;

/* A run without a distance tells nothing of distances. */
static int
get_metres (const LumRun *run)
{
  int metres = lum_run_get_metres (run);

  return metres > 0 ? metres : LUM_INT_NONE;
}

static int
read_baseline (const LumDiary *diary)
{
  const char *text = lum_diary_get_preference (diary, LUM_PREFERENCE_BASELINE);
  double metres = text ? g_ascii_strtod (text, NULL) : 0;

  return metres >= 1 && metres <= G_MAXINT ? (int) lround (metres) : LUM_INT_NONE;
}

static void
drop_before (Window *w, LumDay day)
{
  for (; w->spikes[w->from].day < day; w->from++) {
    w->inside -= w->spikes[w->from].metres != LUM_INT_NONE;
    if (w->head < w->tail && w->queue[w->head] == w->from)
      w->head++;
  }
}

static void
take (Window *w, gsize run)
{
  int metres = w->spikes[run].metres;

  if (metres == LUM_INT_NONE)
    return;
  while (w->head < w->tail && w->spikes[w->queue[w->tail - 1]].metres <= metres)
    w->tail--;
  w->queue[w->tail++] = run;
  w->inside++;
}

/* In whole metres, with a tolerance for what unit changes round. */
static LumSpikeCategory
classify (gint64 m, gint64 ref)
{
  gint64 tolerance = 100 * LUM_P_SPIKE_TOLERANCE;

  if (100 * m <= LUM_P_SPIKE_REFERENCE * ref + tolerance)
    return LUM_SPIKE_REFERENCE;
  if (m - ref < LUM_P_SPIKE_FLOOR)
    return LUM_SPIKE_BELOW_FLOOR;
  if (100 * m <= LUM_P_SPIKE_SMALL * ref + tolerance)
    return LUM_SPIKE_SMALL;
  if (100 * m <= LUM_P_SPIKE_MODERATE * ref + tolerance)
    return LUM_SPIKE_MODERATE;
  return LUM_SPIKE_LARGE;
}

/* What is known of a run by itself. */
static LumSpike
begin_spike (const LumRun *run, gsize index)
{
  return (LumSpike){
      .category = LUM_SPIKE_NOT_ENOUGH_DATA,
      .day = run->day,
      .metres = get_metres (run),
      .ratio = NAN,
      .run = index,
  };
}

/* The data gate, then the categories. @longest and @sessions describe the window before the run, @history the days since
 * the first run of all. */
static void
judge (LumSpike *spike, int longest, int sessions, int history, int baseline)
{
  if (history >= LUM_P_SPIKE_HISTORY)
    baseline = LUM_INT_NONE;
  spike->reference_m = baseline == LUM_INT_NONE ? longest : MAX (longest, baseline);
  if (spike->metres == LUM_INT_NONE || (sessions < LUM_P_SPIKE_RUNS && baseline == LUM_INT_NONE))
    return;
  spike->category = classify (spike->metres, spike->reference_m);
  spike->ratio = (double) spike->metres / spike->reference_m;
}

/**
 * lum_spike_for_run:
 * @run: the index in LUM_RECORD_RUN
 *
 * The run against the longest single session of the 30 days before it, earlier ones of its day included (OU-5).
 */
LumSpike
lum_spike_for_run (const LumDiary *diary, gsize run)
{
  gsize n;
  const LumRun *runs = lum_diary_get_runs (diary, &n);
  int longest = LUM_INT_NONE, sessions = 0;
  LumSpike spike;

  g_return_val_if_fail (run < n, (LumSpike){.category = LUM_SPIKE_NOT_ENOUGH_DATA});

  for (gsize i = run; i-- > 0 && runs[i].day >= runs[run].day - LUM_P_SPIKE_WIN;) {
    int metres = get_metres (&runs[i]);

    sessions += metres != LUM_INT_NONE;
    longest = MAX (longest, metres);
  }
  spike = begin_spike (&runs[run], run);
  judge (&spike, longest, sessions, runs[run].day - runs[0].day, read_baseline (diary));
  return spike;
}

/**
 * lum_spikes_for_all:
 *
 * OU-5 for every run, in one pass.
 *
 * Returns: (transfer full): LumSpike, in the order of the diary's runs
 */
GArray *
lum_spikes_for_all (const LumDiary *diary)
{
  gsize n;
  const LumRun *runs = lum_diary_get_runs (diary, &n);
  GArray *array = g_array_sized_new (FALSE, FALSE, sizeof (LumSpike), n);
  LumSpike *spikes = (LumSpike *) g_array_set_size (array, n)->data;
  g_autofree gsize *queue = g_new (gsize, n + 1);
  Window w = {.spikes = spikes, .queue = queue};
  int baseline = read_baseline (diary);

  for (gsize i = 0; i < n; i++) {
    spikes[i] = begin_spike (&runs[i], i);
    drop_before (&w, runs[i].day - LUM_P_SPIKE_WIN);
    judge (&spikes[i], w.head < w.tail ? spikes[queue[w.head]].metres : LUM_INT_NONE, w.inside,
           runs[i].day - runs[0].day, baseline);
    take (&w, i);
  }
  return array;
}

/**
 * lum_spike_to_word:
 *
 * The name of a category, "below_floor".
 */
const char *
lum_spike_to_word (LumSpikeCategory category)
{
  static const char *const words[] = {"not_enough_data", "reference", "below_floor", "small", "moderate", "large"};

  g_return_val_if_fail (category < G_N_ELEMENTS (words), NULL);

  return words[category];
}
