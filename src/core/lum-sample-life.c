/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-sample-life.h"

#include <math.h>

#include "lum-i18n.h"
#include "lum-random.h"

/* A plausible life of a runner, made up: training with long runs and now and then too long a one, bouts of back pain
 * that mostly settle within three weeks, calm months that are logged less, late entries, gaps, shoes that wear out. */

#define UTC_OFFSET 3600

typedef enum { STRAIN, LONG_STRAIN, OPEN_STRAIN } BoutKind;

typedef struct {
  LumDay first;
  int days;
  int peak;
  BoutKind kind;
} SampleBout;

typedef struct {
  LumDiaryBuilder *builder;
  LumRandom random;
  LumDay begin, today;
  GArray *bouts;
  const char *shoes[2];
  double shoe_m[2];
  int n_shoes;
} Life;

static gboolean
chance (Life *life, double p)
{
  return lum_random_unit (&life->random) < p;
}

static int
between (Life *life, int low, int high)
{
  return low + (int) lum_random_below (&life->random, high - low + 1);
}

static LumInstant
instant_at (LumDay day, int minute)
{
  return ((gint64) day * 86400 + minute * 60 - UTC_OFFSET) * 1000;
}

/* A new record, written at a minute of a day, with an identity that the seed decides. */
static gpointer
add_record (Life *life, LumRecordKind kind, LumDay day, int minute)
{
  LumRecord *record = lum_diary_builder_add (life->builder, kind);
  guint64 a = lum_random_next (&life->random), b = lum_random_next (&life->random);
  char id[40];

  g_snprintf (id, sizeof id, "%08x-%04x-4%03x-%04x-%012" G_GINT64_MODIFIER "x", (guint) (a >> 32),
              (guint) (a >> 16) & 0xffff, (guint) a & 0xfff, (guint) (0x8000 | (b >> 50)),
              b & G_GUINT64_CONSTANT (0xffffffffffff));
  record->id = lum_diary_builder_text (life->builder, kind, id, -1);
  record->created_at = record->updated_at = instant_at (day, minute);
  record->utc_offset = UTC_OFFSET;
  return record;
}

static const char *
text (Life *life, LumRecordKind kind, const char *words)
{
  return lum_diary_builder_text (life->builder, kind, words, -1);
}

static void
add_bout (Life *life, LumDay first, int days, int peak, BoutKind kind)
{
  SampleBout bout = {first, days, peak, kind};

  g_array_append_val (life->bouts, bout);
}

/* Bouts from the beginning to about two months ago; the last one is open and in its third week. */
static void
plan_bouts (Life *life)
{
  LumDay open = life->today - 15;
  LumDay day = life->begin + between (life, 20, 60);

  while (day < open - 100) {
    gboolean long_one = chance (life, 0.18);
    int days = long_one ? between (life, 26, 55) : between (life, 7, 19);

    add_bout (life, day, days, between (life, 4, 7), long_one ? LONG_STRAIN : STRAIN);
    day += days + between (life, 70, 260);
  }
  add_bout (life, open, 40, 6, OPEN_STRAIN);
}

static const SampleBout *
bout_on (Life *life, LumDay day)
{
  for (guint i = 0; i < life->bouts->len; i++) {
    const SampleBout *bout = &g_array_index (life->bouts, SampleBout, i);

    if (day >= bout->first && day < bout->first + bout->days)
      return bout;
  }
  return NULL;
}

/* The open bout, day by day, so that every sample stands at the same, easing, point; -1 is a day not logged. */
static const int open_scores[] = {6, 5, 5, 4, 5, 4, 4, -1, 4, 3, 4, 3, 3, 3, 2};

/* How much the back hurts on the average of a day: a quick rise, a slow fall, some noise. */
static double
pain_level (Life *life, LumDay day)
{
  const SampleBout *bout = bout_on (life, day);

  if (bout && bout->kind == OPEN_STRAIN)
    return open_scores[MIN (day - bout->first, (int) G_N_ELEMENTS (open_scores) - 1)];

  double noise = lum_random_unit (&life->random) - 0.5;

  if (!bout)
    return chance (life, 0.08) ? 1 : 0;

  double done = (double) (day - bout->first) / bout->days;
  return MAX (bout->peak * (1 - 0.85 * pow (done, 0.8)) + 1.5 * noise, done < 0.8 ? 2 : 0);
}

static void
add_pain (Life *life, LumDay day, LumMoment moment, int score, int minute, int late)
{
  LumPainEntry *entry = add_record (life, LUM_RECORD_PAIN, day + late, minute);

  entry->day = day;
  entry->moment = moment;
  entry->score = CLAMP (score, 0, 10);
  entry->entered = day + late;
}

static void
add_first_day_story (Life *life, const SampleBout *bout)
{
  LumPainEntry *entry = add_record (life, LUM_RECORD_PAIN, bout->first, 21 * 60 + 5);
  LumDayDetail *detail;

  entry->day = entry->entered = bout->first;
  entry->moment = LUM_MOMENT_WORST;
  entry->score = MIN (bout->peak + 1, 8);
  entry->started = bout->first;
  entry->how = LUM_HOW_AFTER_RUN;

  detail = add_record (life, LUM_RECORD_DAY_DETAIL, bout->first, 21 * 60 + 6);
  detail->day = bout->first;
  detail->where_left = TRUE;
  detail->spread_buttock = bout->kind != STRAIN;
  detail->worse_with = text (life, LUM_RECORD_DAY_DETAIL, _ ("sitting"));
  detail->better_with = text (life, LUM_RECORD_DAY_DETAIL, _ ("walking"));
  detail->note = text (life, LUM_RECORD_DAY_DETAIL, _ ("Felt it on the stairs after the long run."));
}

static void
add_bout_details (Life *life, LumDay day, const SampleBout *bout)
{
  if (day == bout->first)
    add_first_day_story (life, bout);
  else if (chance (life, 0.35)) {
    LumDayDetail *detail = add_record (life, LUM_RECORD_DAY_DETAIL, day, 20 * 60 + 40);

    detail->day = day;
    detail->where_left = TRUE;
    detail->nights_woken = chance (life, 0.3) ? 1 : 0;
    detail->interference = between (life, 1, 5);
    detail->sitting_h = between (life, 3, 9);
    if (chance (life, 0.5))
      detail->worse_with = text (life, LUM_RECORD_DAY_DETAIL, _ ("sitting"));
    if (chance (life, 0.4))
      detail->better_with = text (life, LUM_RECORD_DAY_DETAIL, _ ("walking"));
  }

  if (day == bout->first + 2) {
    LumTreatment *medicine = add_record (life, LUM_RECORD_TREATMENT, day, 9 * 60);

    medicine->kind = LUM_TREATMENT_MEDICINE;
    medicine->name = text (life, LUM_RECORD_TREATMENT, _ ("ibuprofen"));
    medicine->first = day;
    medicine->last = day + 4;
    medicine->helped = 1;
  }
  if (bout->kind == LONG_STRAIN && day == bout->first + 24) {
    LumVisit *visit = add_record (life, LUM_RECORD_VISIT, day, 18 * 60);

    visit->day = day;
    visit->who = text (life, LUM_RECORD_VISIT, _ ("physiotherapist"));
    visit->agreed = text (life, LUM_RECORD_VISIT, _ ("Short easy runs, strength twice a week."));
    visit->plan = LUM_PLAN_RUN_AS_AGREED;
  }
}

/* What the person wrote down on a day, if anything: nearly all days in a bout, three in four otherwise. */
static void
live_pain (Life *life, LumDay day)
{
  const SampleBout *bout = bout_on (life, day);
  double level = pain_level (life, day);
  int late = 0;

  if (day == life->today)
    return; /* today's question is still open */
  if (level < 0 || (!(bout && bout->kind == OPEN_STRAIN) && chance (life, bout ? 0.06 : 0.25)))
    return;
  if (chance (life, 0.02) && day + 4 < life->today)
    late = between (life, 3, 4);

  if (bout && day > bout->first)
    add_pain (life, day, LUM_MOMENT_WAKING, (int) lround (level + lum_random_unit (&life->random)), 7 * 60 + 10, 0);
  add_pain (life, day, LUM_MOMENT_AVERAGE, (int) lround (level), 20 * 60 + 30, late);
  if (bout)
    add_bout_details (life, day, bout);
}

static void
new_shoe (Life *life, int slot, LumDay day)
{
  static const char *const names[] = {N_ ("Blue road pair"), N_ ("Trail pair"), N_ ("Light road pair"),
                                      N_ ("Green road pair")};
  LumShoe *shoe = add_record (life, LUM_RECORD_SHOE, day, 12 * 60 + slot);
  g_autofree char *name = g_strdup_printf ("%s %d", _ (names[life->n_shoes % G_N_ELEMENTS (names)]),
                                           life->n_shoes / (int) G_N_ELEMENTS (names) + 1);

  shoe->name = text (life, LUM_RECORD_SHOE, name);
  shoe->bought = day;
  life->shoes[slot] = shoe->base.id;
  life->shoe_m[slot] = 0;
  life->n_shoes++;
}

static void
add_run (Life *life, LumDay day, double km, int effort, gboolean race)
{
  gboolean trail = chance (life, 0.15);
  int slot = trail ? 1 : 0;
  int minute = chance (life, 0.5) ? between (life, 395, 450) : between (life, 1050, 1110);
  double metres = round (km * 1000 / 10) * 10;
  double pace = 345 - 9 * effort + between (life, -8, 8) + (trail ? 35 : 0);
  LumRun *run;

  if (!life->shoes[slot] || life->shoe_m[slot] > 750000)
    new_shoe (life, slot, day);

  run = add_record (life, LUM_RECORD_RUN, day, minute + 90);
  run->day = day;
  run->start = instant_at (day, minute);
  run->start_offset = UTC_OFFSET;
  run->offset_source = LUM_OFFSET_FILE;
  run->distance_m = metres;
  run->timer_s = round (metres / 1000 * pace);
  run->elapsed_s = run->timer_s + between (life, 0, 120);
  run->effort = effort;
  run->avg_hr = 128 + 4 * effort + between (life, -3, 3);
  run->max_hr = run->avg_hr + between (life, 10, 22);
  run->ascent_m = trail ? between (life, 120, 380) : between (life, 15, 90);
  run->surface = trail ? LUM_SURFACE_TRAIL : LUM_SURFACE_ROAD;
  run->race = race;
  run->shoe_id = text (life, LUM_RECORD_RUN, life->shoes[slot]);
  run->sport = text (life, LUM_RECORD_RUN, "running");
  life->shoe_m[slot] += metres;

  if (bout_on (life, day) && day != life->today) {
    LumPainEntry *entry = add_record (life, LUM_RECORD_PAIN, day, minute + 95);

    entry->day = entry->entered = day;
    entry->moment = LUM_MOMENT_DURING_RUN;
    entry->score = between (life, 2, 4);
    entry->run_id = text (life, LUM_RECORD_PAIN, run->base.id);
  }
}

/* Tuesday and Thursday easy or brisk, Sunday long, Saturday now and then; less while the back hurts; far too long a
 * run on the day before a bout begins. */
static void
live_run (Life *life, LumDay day)
{
  const SampleBout *bout = bout_on (life, day);
  const SampleBout *next = bout_on (life, day + 1);
  int weekday = lum_day_get_weekday (day);
  double season = 1 + 0.25 * sin ((day % 365) / 365.0 * 2 * G_PI);

  if (next && next->first == day + 1) {
    add_run (life, day, between (life, 21, 25), 7, FALSE);
    return;
  }
  if (bout) {
    if ((weekday == 3 || weekday == 6) && day - bout->first > 3)
      add_run (life, day, 3.5 + 2.5 * lum_random_unit (&life->random), 3, FALSE);
    return;
  }
  if (weekday == 7 && chance (life, 0.88))
    add_run (life, day, season * (11 + 4 * lum_random_unit (&life->random)), 5, chance (life, 0.03));
  else if ((weekday == 2 || weekday == 4) && chance (life, 0.82))
    add_run (life, day, season * (6 + 3 * lum_random_unit (&life->random)), chance (life, 0.3) ? 7 : 4, FALSE);
  else if (weekday == 6 && chance (life, 0.35))
    add_run (life, day, season * (5 + 2 * lum_random_unit (&life->random)), 3, FALSE);
}

static void
add_function (Life *life)
{
  const char *names[] = {_ ("run 5 km"), _ ("tie shoes")};
  LumDay asked = life->today - 8;

  for (int i = 0; i < 2; i++) {
    LumActivity *activity = add_record (life, LUM_RECORD_ACTIVITY, asked, 1230 + i);
    const char *id = activity->base.id;

    activity->name = text (life, LUM_RECORD_ACTIVITY, names[i]);
    activity->position = i + 1;
    activity->since = asked;
    for (int then = 0; then < 2; then++) {
      LumActivityRating *rating = add_record (life, LUM_RECORD_ACTIVITY_RATING, asked + 7 * then, 1235 + i);

      rating->activity_id = text (life, LUM_RECORD_ACTIVITY_RATING, id);
      rating->day = asked + 7 * then;
      rating->score = 2 + i + 3 * then;
    }
  }
}

/**
 * lum_sample_life_new:
 * @today: the day on which the life stands; its pain question is not answered yet
 * @years: 1 to 60
 * @seed: the same seed gives the same life
 *
 * A made-up journal of a runner, to try Lumbar with and to measure it.
 *
 * Returns: (transfer full): the diary
 */
LumDiary *
lum_sample_life_new (LumDay today, int years, guint64 seed)
{
  Life life = {.today = today};

  g_return_val_if_fail (years >= 1 && years <= 60, NULL);

  life.builder = lum_diary_builder_new (NULL);
  life.begin = lum_day_add_months (today, -12 * years);
  life.bouts = g_array_new (FALSE, FALSE, sizeof (SampleBout));
  lum_random_init (&life.random, seed);

  plan_bouts (&life);
  for (LumDay day = life.begin; day <= today; day++) {
    if (day < today)
      live_run (&life, day);
    live_pain (&life, day);
  }
  add_function (&life);

  g_array_unref (life.bouts);
  return lum_diary_builder_end (life.builder, 1);
}
