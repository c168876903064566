/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-load-days.h"

#include <math.h>

#include "lum-day-table.h"
#include "lum-parameters.h"
#include "lum-run.h"

/* --- signs of life --- */

typedef struct {
  LumDay first, last;
  int *steps; /* +1 where a stretch with signs of life begins, -1 after its end */
} Marks;

static void
mark (Marks *marks, LumDay first, LumDay last)
{
  first = MAX (first - LUM_P_ALIVE, marks->first);
  last = MIN (last + LUM_P_ALIVE, marks->last);
  if (first > last)
    return;
  marks->steps[first - marks->first]++;
  marks->steps[last - marks->first + 1]--;
}

static gboolean
is_near (const Marks *marks, LumDay day)
{
  return day >= marks->first - LUM_P_ALIVE && day <= marks->last;
}

/**
 * lum_mark_alive:
 * @alive: (out): one a day from @first to @today: whether there is an entry, a run, an answer or an exercise within three
 *   days of it
 *
 * Which days the diary was alive on (rules §4): only there is a day without a run a rest day.
 */
void
lum_mark_alive (const LumDiary *diary, LumDay first, LumDay today, gboolean *alive)
{
  g_autofree int *steps = g_new0 (int, today - first + 2);
  Marks marks = {first, today, steps};
  gsize n_days, n_details, n_exercises;
  const LumDaySummary *days = lum_diary_get_days (diary, &n_days);
  const LumDayDetail *details = lum_diary_get_details (diary, &n_details);
  g_autoptr (LumDayTable) table = lum_day_table_new (diary, today);
  const LumExerciseDone *exercises = lum_diary_get_exercises (diary, &n_exercises);

  for (gsize i = lum_diary_find_first_day (diary, first - LUM_P_ALIVE); i < n_days && days[i].day <= today; i++)
    mark (&marks, days[i].day, days[i].day);
  for (gsize i = 0; i < n_details; i++)
    if (is_near (&marks, details[i].day))
      mark (&marks, details[i].day, details[i].day);
  for (gsize i = 0; i < n_exercises; i++)
    if (is_near (&marks, exercises[i].day))
      mark (&marks, exercises[i].day, exercises[i].day);
  /* The table's answers are those that hold: one that a later "unsure" withdrew (EP-4) is none. */
  for (gsize i = 0; i < table->n_answers; i++) {
    const LumAnswered *answer = &table->answers[i];

    if (answer->answer != LUM_GAP_UNSURE && answer->last >= first - LUM_P_ALIVE)
      mark (&marks, MAX (answer->first, first - LUM_P_ALIVE), answer->last);
  }

  for (int i = 0, count = 0; i <= today - first; i++) {
    count += steps[i];
    alive[i] = count > 0;
  }
}

/* --- the numbers --- */

static void
add (LumLoadDays *self, LumLoadMeasure measure, gsize at, double value)
{
  if (value > 0)
    self->numbers[measure * self->n + at] += value;
}

static void
add_run (LumLoadDays *self, const LumRun *run)
{
  gsize at = run->day - self->first;
  double minutes = lum_run_get_duration (run) / 60;
  double load = lum_run_get_load (run);

  add (self, LUM_LOAD_RUNS, at, 1);
  add (self, LUM_LOAD_RATED, at, !isnan (load));
  add (self, LUM_LOAD_METRES, at, run->distance_m);
  add (self, LUM_LOAD_MINUTES, at, minutes);
  add (self, LUM_LOAD_AU, at, load);
  if (run->effort >= LUM_P_HARD_EFFORT)
    add (self, LUM_LOAD_HARD, at, minutes);
  add (self, LUM_LOAD_ASCENT, at, run->ascent_m);
  add (self, LUM_LOAD_DESCENT, at, run->descent_m);
  if (run->surface >= 0 && run->surface < LUM_N_SURFACES)
    add (self, LUM_LOAD_ON_SURFACE + run->surface, at, run->distance_m);
}

/* Goes back over runs on consecutive days. */
static LumDay
find_streak_begin (const LumDiary *diary, LumDay day)
{
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (diary, &n);

  for (gsize i = lum_diary_find_first_day (diary, day + 1); i-- > 0 && days[i].day == day && days[i].n_runs > 0;)
    day--;
  return day + 1;
}

static void
fill (LumLoadDays *self, const LumDiary *diary)
{
  gsize n_days, n_runs;
  const LumDaySummary *days = lum_diary_get_days (diary, &n_days);
  const LumRun *runs = lum_diary_get_runs (diary, &n_runs);
  g_autofree gboolean *alive = g_new (gboolean, self->n);
  double *presence = self->numbers + LUM_LOAD_PRESENCE * self->n;

  for (gsize i = lum_diary_find_first_day (diary, self->first); i < n_days && days[i].day <= self->today; i++)
    for (guint r = 0; r < days[i].n_runs; r++)
      add_run (self, &runs[days[i].first_run + r]);

  lum_mark_alive (diary, self->first, self->today, alive);
  for (gsize i = 0; i < self->n; i++)
    presence[i] = alive[i] ? self->numbers[LUM_LOAD_RUNS * self->n + i] : NAN;
}

/**
 * lum_load_days_new:
 * @days: how many are wanted, or 0 for those that the rules of load need
 *
 * The last days of running. Costs as much as these days hold, and a look at each answer and exercise. Runs after @today
 * do not exist yet.
 *
 * Returns: (transfer full): the days; none in a diary that begins after @today
 */
LumLoadDays *
lum_load_days_new (const LumDiary *diary, LumDay today, int days)
{
  LumLoadDays *self = g_new0 (LumLoadDays, 1);
  gsize n;
  const LumDaySummary *summaries = lum_diary_get_days (diary, &n);
  LumDay earliest = today - LUM_P_OVERUSE_WIN + 1;

  self->today = today;
  self->begin = self->first = LUM_DAY_NONE;
  if (n == 0 || summaries[0].day > today)
    return self;

  self->begin = summaries[0].day;
  self->first = days > 0 ? today - days + 1 : find_streak_begin (diary, earliest) - LUM_P_STREAK_WIN;
  self->first = MAX (self->first, self->begin);
  self->n = today - self->first + 1;
  self->numbers = g_new0 (double, self->n *LUM_N_LOAD_MEASURES);
  fill (self, diary);
  return self;
}

void
lum_load_days_free (LumLoadDays *self)
{
  g_free (self->numbers);
  g_free (self);
}

/**
 * lum_load_days_get:
 *
 * One number a day, oldest first.
 *
 * Returns: (transfer none) (nullable): `n` of them
 */
const double *
lum_load_days_get (const LumLoadDays *self, LumLoadMeasure measure)
{
  return self->numbers ? self->numbers + measure * self->n : NULL;
}

/**
 * lum_load_days_get_history:
 *
 * The days from the first one of the diary to @day, both counted (OU-2).
 */
int
lum_load_days_get_history (const LumLoadDays *self, LumDay day)
{
  return self->begin == LUM_DAY_NONE || self->begin > day ? 0 : day - self->begin + 1;
}

/**
 * lum_load_days_choose:
 * @n: the numbers up to the evaluated day
 * @days: how many of the last of them are looked at
 *
 * What stands for load in these days (OU-1, LA-1): the session load where at least 80 % of the runs have one, else
 * minutes where there are any, else metres.
 */
LumLoadMeasure
lum_load_days_choose (const LumLoadDays *self, gsize n, int days)
{
  double runs = 0, rated = 0, minutes = 0;

  for (gsize i = n > (gsize) days ? n - days : 0; i < n; i++) {
    runs += lum_load_days_get (self, LUM_LOAD_RUNS)[i];
    rated += lum_load_days_get (self, LUM_LOAD_RATED)[i];
    minutes += lum_load_days_get (self, LUM_LOAD_MINUTES)[i];
  }
  if (runs > 0 && rated * 100 >= runs * LUM_P_RATED_PERCENT)
    return LUM_LOAD_AU;
  return minutes > 0 ? LUM_LOAD_MINUTES : LUM_LOAD_METRES;
}
