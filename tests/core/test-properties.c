/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The invariants of rules §11 on random diaries, and the comparison with the slow second writing of the rules.
 * LUMBAR_RANDOM_DIARIES sets how many diaries, LUMBAR_SEED repeats a run whose seed was printed. */
#include <math.h>
#include <string.h>

#include "lum-findings.h"
#include "lum-test-life.h"
#include "slow-status.h"

#if defined(__SANITIZE_ADDRESS__)
#define DIARIES 10000
#else
#define DIARIES 100000
#endif

#define MAX_DAYS 130

static guint32 seed;

static guint
get_count (void)
{
  const char *text = g_getenv ("LUMBAR_RANDOM_DIARIES");

  return text ? (guint) g_ascii_strtoull (text, NULL, 10) : DIARIES;
}

static LumStatus *
look (const LumTestLife *life, LumDay today)
{
  g_autoptr (LumDiary) diary = lum_test_life_make (life);

  return lum_status_new (diary, today);
}

/* What is needed to see a failure: the diary as a table. */
static void
print_life (const LumTestLife *life, LumDay today)
{
  const GArray *pain = life->records[LUM_RECORD_PAIN], *answers = life->records[LUM_RECORD_GAP_ANSWER];
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < pain->len; i++) {
    const LumPainEntry *entry = &g_array_index (pain, LumPainEntry, i);

    g_string_append_printf (text, " %d:%d", entry->day, entry->score);
    if (entry->started != LUM_DAY_NONE)
      g_string_append_printf (text, "(since %d)", entry->started);
  }
  for (guint i = 0; i < answers->len; i++) {
    const LumGapAnswer *answer = &g_array_index (answers, LumGapAnswer, i);

    g_string_append_printf (text, " [%d %d %d]", answer->first, answer->last, answer->answer);
  }
  g_test_message ("seed %u, today %d, entries%s", seed, today, text->str);
}

#define CHECK(condition)                                                                \
  G_STMT_START                                                                          \
  {                                                                                     \
    if (!(condition)) {                                                                 \
      print_life (life, today);                                                         \
      g_error ("%s does not hold for the diary above (line %d)", #condition, __LINE__); \
    }                                                                                   \
  }                                                                                     \
  G_STMT_END

/* EP-6b: no_data = no_pain = isolated = resolved = remission < new < … < chronic; unknown ranks as its phase. */
static int
rank (const LumStatus *status)
{
  return status->last_known_state < LUM_STATE_NEW ? 0 : (int) status->last_known_state;
}

static LumDay
shift (LumDay day, int by)
{
  return day == LUM_DAY_NONE ? day : day + by;
}

static gboolean
same_number (double a, double b)
{
  return (isnan (a) && isnan (b)) || a == b;
}

static gboolean
is_same (const LumStatus *a, const LumStatus *b, int by)
{
  return a->state == b->state && a->last_known_state == b->last_known_state && a->age == b->age &&
         a->course == b->course && shift (a->onset, by) == b->onset && shift (a->last_pain, by) == b->last_pain &&
         a->episodes == b->episodes && a->bouts == b->bouts && a->flags == b->flags && a->pain_days == b->pain_days &&
         a->known_days == b->known_days && same_number (a->share, b->share) && a->trend.verdict == b->trend.verdict &&
         a->flare_candidate == b->flare_candidate && a->severe_or_worse == b->severe_or_worse &&
         shift (a->last_known, by) == b->last_known && shift (a->gap_first, by) == b->gap_first;
}

static const guint calm_flags = LUM_FLAG_INTERMITTENT_PERSISTENT | LUM_FLAG_RELAPSING_PERSISTENT |
                                LUM_FLAG_LOW_GRADE_PERSISTENT | LUM_FLAG_NIH_CHRONIC;

static gboolean
is_unknown (const LumTestLife *life, LumDay day)
{
  const GArray *pain = life->records[LUM_RECORD_PAIN], *answers = life->records[LUM_RECORD_GAP_ANSWER];

  for (guint i = 0; i < pain->len; i++)
    if (g_array_index (pain, LumPainEntry, i).day == day)
      return FALSE;
  for (guint i = 0; i < answers->len; i++)
    if (g_array_index (answers, LumGapAnswer, i).first <= day && day <= g_array_index (answers, LumGapAnswer, i).last)
      return FALSE;
  return TRUE;
}

static void
cut_answers (LumTestLife *life, LumDay today)
{
  GArray *answers = life->records[LUM_RECORD_GAP_ANSWER];

  for (guint i = answers->len; i-- > 0;) {
    LumGapAnswer *answer = &g_array_index (answers, LumGapAnswer, i);

    answer->last = MIN (answer->last, today);
    if (answer->first > today)
      g_array_remove_index (answers, i);
  }
}

/* The diary as it is on a day, without what is dated later. */
static void
cut_future (LumTestLife *life, LumDay today)
{
  GArray *pain = life->records[LUM_RECORD_PAIN];

  for (guint i = pain->len; i-- > 0;)
    if (g_array_index (pain, LumPainEntry, i).day > today)
      g_array_remove_index (pain, i);
  cut_answers (life, today);
}

static LumPainEntry *
pick_entry (const LumTestLife *life, GRand *rand)
{
  GArray *pain = life->records[LUM_RECORD_PAIN];

  return pain->len ? &g_array_index (pain, LumPainEntry, g_rand_int_range (rand, 0, (gint32) pain->len)) : NULL;
}

static void
check_set (const LumTestLife *life, const LumStatus *status, LumDay today, GRand *rand)
{
  g_autoptr (LumTestLife) other = lum_test_life_copy (life);
  GArray *pain = other->records[LUM_RECORD_PAIN], *answers = other->records[LUM_RECORD_GAP_ANSWER];
  int by = g_rand_int_range (rand, -20000, 60000);
  g_autoptr (LumStatus) permuted = NULL, shifted = NULL;

  /* I1: any order of the entries; I3: one of them twice */
  for (guint i = pain->len; i-- > 1;) {
    guint j = (guint) g_rand_int_range (rand, 0, (gint32) i + 1);
    LumPainEntry a = g_array_index (pain, LumPainEntry, i);

    g_array_index (pain, LumPainEntry, i) = g_array_index (pain, LumPainEntry, j);
    g_array_index (pain, LumPainEntry, j) = a;
    g_array_index (pain, LumPainEntry, i).base.created_at = g_rand_int (rand);
  }
  permuted = look (other, today);
  CHECK (is_same (status, permuted, 0));

  /* I2: other dates */
  for (guint i = 0; i < pain->len; i++) {
    LumPainEntry *entry = &g_array_index (pain, LumPainEntry, i);

    entry->day += by;
    entry->entered += by;
    entry->started = shift (entry->started, by);
  }
  for (guint i = 0; i < answers->len; i++) {
    g_array_index (answers, LumGapAnswer, i).first += by;
    g_array_index (answers, LumGapAnswer, i).last += by;
  }
  shifted = look (other, today + by);
  CHECK (is_same (status, shifted, by));
}

static void
check_twice_and_future (const LumTestLife *life, const LumStatus *status, LumDay today, GRand *rand)
{
  g_autoptr (LumTestLife) other = lum_test_life_copy (life);
  const LumPainEntry *entry = pick_entry (other, rand);
  g_autoptr (LumStatus) twice = NULL, future = NULL;

  /* I3: the same entry once more. (The mean of its day may move where moments differ; the bout may not.) */
  if (entry) {
    LumPainEntry copy = *entry;

    copy.base.id = "00000000-0000-4000-9000-000000000000";
    g_array_append_val (other->records[LUM_RECORD_PAIN], copy);
    twice = look (other, today);
    CHECK (status->state == twice->state && status->flags == twice->flags && status->onset == twice->onset &&
           status->bouts == twice->bouts && status->episodes == twice->episodes && status->age == twice->age);
  }

  /* I4: entries after today */
  g_array_set_size (other->records[LUM_RECORD_PAIN], life->records[LUM_RECORD_PAIN]->len);
  lum_test_life_add_pain (other, today + g_rand_int_range (rand, 1, 40), g_rand_int_range (rand, 0, 11),
                          LUM_MOMENT_AVERAGE)
      ->started = today - 30;
  future = look (other, today);
  CHECK (future->flags & LUM_FLAG_FUTURE_ENTRIES_IGNORED);
  future->flags = status->flags;
  CHECK (is_same (status, future, 0));
}

static int
count_pain (const LumTestLife *life, const LumStatus *status)
{
  g_autoptr (LumTestLife) cut = lum_test_life_copy (life);
  SlowStatus slow = slow_status (cut, status->today);

  return slow.pain_days;
}

static void
check_bounds (const LumTestLife *life, const LumStatus *status, LumDay today)
{
  /* I5 */
  if (rank (status) >= (int) LUM_STATE_BEYOND) {
    CHECK (status->age >= 21);
    CHECK ((status->flags & LUM_FLAG_ONSET_REPORTED) || count_pain (life, status) >= 2);
  }
  /* I10 */
  CHECK (status->episodes <= status->bouts);
  CHECK (status->pain_days <= status->known_days);
  CHECK (isnan (status->share) || (status->share > 0 && status->share <= 1));
}

static void
check_lows (const LumTestLife *life, const LumStatus *status, LumDay today, GRand *rand)
{
  g_autoptr (LumTestLife) other = lum_test_life_copy (life);
  LumDay day = g_rand_int_range (rand, -5, today + 1);
  g_autoptr (LumStatus) after = NULL;

  /* I6b: one low day on an unknown, unanswered day */
  if (is_unknown (life, day)) {
    g_autoptr (LumStatus) filled = NULL;

    lum_test_life_add_pain (other, day, g_rand_int_range (rand, 0, 2), LUM_MOMENT_AVERAGE);
    filled = look (other, today);
    if (rank (filled) > rank (status))
      g_test_message ("a low day on %d", day);
    CHECK (rank (filled) <= rank (status));
    g_array_set_size (other->records[LUM_RECORD_PAIN], life->records[LUM_RECORD_PAIN]->len);
  }

  /* I6: only low days after the last known day */
  if (status->last_known == LUM_DAY_NONE)
    return;
  cut_future (other, today);
  for (int n = g_rand_int_range (rand, 1, 9), d = status->last_known; n > 0; n--) {
    d += g_rand_int_range (rand, 1, 6);
    lum_test_life_add_pain (other, d, g_rand_int_range (rand, 0, 2), LUM_MOMENT_AVERAGE);
  }
  after = look (other, today + 50);
  CHECK (rank (after) <= rank (status));
}

static void
check_silence (const LumTestLife *life, const LumStatus *status, LumDay today, GRand *rand)
{
  g_autoptr (LumTestLife) other = lum_test_life_copy (life);
  g_autoptr (LumStatus) later = NULL;

  /* I7: today moves on, nothing is logged */
  cut_future (other, today);
  later = look (other, today + g_rand_int_range (rand, 1, 60));
  CHECK (rank (later) <= rank (status));
  CHECK ((later->flags & calm_flags & ~status->flags) == 0);
}

static void
check_one_more (const LumTestLife *life, const LumStatus *status, LumDay today)
{
  g_autoptr (LumTestLife) other = lum_test_life_copy (life);
  g_autoptr (LumStatus) before = NULL, after = NULL;

  /* I8 */
  if (status->last_pain == LUM_DAY_NONE)
    return;
  today = MAX (today, status->last_pain + 1);
  before = look (life, today);
  if (before->last_pain != status->last_pain)
    return; /* that day had a pain entry of its own */
  lum_test_life_add_pain (other, status->last_pain + 1, 4, LUM_MOMENT_AVERAGE);
  after = look (other, today);
  CHECK (rank (after) >= rank (before));
}

static void
check_slow (const LumTestLife *life, const LumStatus *status, LumDay today)
{
  SlowStatus slow = slow_status (life, today);

  CHECK (slow.state == status->state);
  CHECK (slow.last_known_state == status->last_known_state);
  CHECK (slow.age == status->age);
  CHECK (slow.onset == status->onset);
  CHECK (slow.last_pain == status->last_pain);
  CHECK (slow.bouts == status->bouts);
  CHECK (slow.episodes == status->episodes);
  if (slow.flags != status->flags)
    g_test_message ("flags: %x, slowly %x", status->flags, slow.flags);
  CHECK (slow.flags == status->flags);
  CHECK (slow.pain_days == status->pain_days);
  CHECK (slow.known_days == status->known_days);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n = get_count (), beyond = 0, active = 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (LumTestLife) life = lum_test_life_random (rand, MAX_DAYS);
    LumDay today = g_rand_int_range (rand, 0, MAX_DAYS + 20);
    g_autoptr (LumStatus) status = look (life, today);

    active += rank (status) > 0;
    beyond += rank (status) >= (int) LUM_STATE_BEYOND;
    check_slow (life, status, today);
    check_bounds (life, status, today);
    check_set (life, status, today, rand);
    check_twice_and_future (life, status, today, rand);
    check_lows (life, status, today, rand);
    check_silence (life, status, today, rand);
    check_one_more (life, status, today);
  }
  g_test_message ("%u diaries, %u of them active, %u beyond three weeks", n, active, beyond);
  g_assert_cmpuint (active, >, n / 10);
  g_assert_cmpuint (beyond, >, n / 50);
}

/* Long diaries of one temper each, for what needs months: low grade, half a year of pain, calm that resolves. */
static void
test_long (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed + 3);
  guint n = get_count () / 10, low_grade = 0, nih = 0, recurrent = 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    int days = g_rand_int_range (rand, 20, 300);
    int temper = g_rand_int_range (rand, 0, 3); /* ones, pain, spells */
    double logging = g_rand_double_range (rand, 0.3, 1.1), more = g_rand_double (rand) * 0.6;
    LumDay today = g_rand_int_range (rand, days - 5, days + 20);
    g_autoptr (LumStatus) status = NULL;

    for (LumDay d = 0; d < days; d++) {
      gboolean in_spell = d % 45 < 6;
      int low = g_rand_double (rand) < more * 0.5 ? 0 : 1;
      int score = temper == 1   ? (g_rand_double (rand) < more ? low : g_rand_int_range (rand, 2, 6))
                  : temper == 2 ? (in_spell ? 4 : low)
                                : low;

      if (temper == 0 && g_rand_double (rand) < 0.005)
        score = 3;
      if (g_rand_double (rand) < logging)
        lum_test_life_add_pain (life, d, score, LUM_MOMENT_AVERAGE);
    }
    status = look (life, today);
    check_slow (life, status, today);
    low_grade += (status->flags & LUM_FLAG_LOW_GRADE_PERSISTENT) != 0;
    nih += (status->flags & LUM_FLAG_NIH_CHRONIC) != 0;
    recurrent += (status->flags & LUM_FLAG_RECURRENT) != 0;
  }
  g_test_message ("%u low grade, %u half a year, %u recurrent of %u", low_grade, nih, recurrent, n);
  g_assert_cmpuint (low_grade, >, n / 50);
  g_assert_cmpuint (nih, >, n / 50);
  g_assert_cmpuint (recurrent, >, n / 50);
}

/* Gaps about as long as the rule bridges, with a calm day or a short answer in them: where one day decides. */
static void
test_gaps (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed + 4);

  for (guint i = 0; i < get_count () / 5; i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumStatus) status = NULL;
    LumDay today = 0;

    for (int spell = 0; spell < 3; spell++) {
      int gap = g_rand_int_range (rand, 2, 24);

      for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
        lum_test_life_add_pain (life, today++, 4, LUM_MOMENT_AVERAGE);
      for (int n = g_rand_int_range (rand, 0, 3); n > 0; n--)
        lum_test_life_add_pain (life, today + g_rand_int_range (rand, 0, gap), 0, LUM_MOMENT_AVERAGE);
      for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--) {
        LumDay first = today + g_rand_int_range (rand, -1, gap);

        lum_test_life_answer (life, first, first + g_rand_int_range (rand, 0, 4),
                              g_rand_boolean (rand) ? LUM_GAP_ON_AND_OFF : (LumGapWord) g_rand_int_range (rand, 0, 4));
      }
      today += gap;
    }
    lum_test_life_add_pain (life, today, 4, LUM_MOMENT_AVERAGE);
    status = look (life, today);
    check_slow (life, status, today);
  }
}

/* PM-6 in whole numbers: sums and counts, multiplied crosswise, have no rounding. */
static LumTrendVerdict
slow_trend (const int *scores, LumDay day)
{
  int s1 = 0, n1 = 0, s0 = 0, n0 = 0, change;

  for (LumDay d = day - 13; d <= day; d++) {
    if (d < 0 || scores[d] < 0)
      continue;
    if (d > day - 7) {
      s1 += scores[d];
      n1++;
    } else {
      s0 += scores[d];
      n0++;
    }
  }
  if (n1 < 4 || n0 < 4)
    return LUM_TREND_NOT_ENOUGH_DATA;
  change = s1 * n0 - s0 * n1;
  if (change <= -2 * n0 * n1 || (s0 >= 3 * n0 && change <= -n0 * n1 && 10 * change <= -3 * s0 * n1))
    return LUM_TREND_BETTER;
  if (change >= 2 * n0 * n1 || (s0 >= 3 * n0 && change >= n0 * n1 && 10 * change >= 3 * s0 * n1))
    return LUM_TREND_WORSE;
  return LUM_TREND_SAME;
}

static gboolean
slow_flare (const int *scores, LumDay day)
{
  int at[11] = {0}, n = 0, twice_base = 0, seen = 0;

  for (LumDay d = day - 14; d <= day - 3; d++)
    if (d >= 0 && scores[d] >= 0) {
      at[scores[d]]++;
      n++;
    }
  if (scores[day] < 0 || n < 5)
    return FALSE;
  for (int score = 0; score <= 10; score++)
    for (int i = 0; i < at[score]; i++, seen++)
      twice_base += ((seen == (n - 1) / 2) + (seen == n / 2)) * score;
  if (2 * scores[day] >= twice_base + 6)
    return TRUE;
  return 2 * scores[day] >= twice_base + 4 &&
         ((day >= 1 && 2 * scores[day - 1] >= twice_base + 4) || (day >= 2 && 2 * scores[day - 2] >= twice_base + 4));
}

static gboolean
slow_severe (const int *scores, LumDay day)
{
  if (scores[day] < 0)
    return FALSE;
  if (scores[day] >= 7 && ((day >= 1 && scores[day - 1] >= 7) || (day >= 2 && scores[day - 2] >= 7)))
    return TRUE;
  return slow_trend (scores, day) == LUM_TREND_WORSE;
}

/* PM-6, EP-10 and EP-11 on every day of random diaries with one score a day. */
static void
test_numbers (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed + 6);
  guint verdicts[4] = {0}, flares = 0, severe = 0;

  for (guint i = 0; i < get_count () / 20; i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumDiary) diary = NULL;
    int scores[40], usual = g_rand_int_range (rand, 0, 7);
    double logging = g_rand_double_range (rand, 0.3, 1.1);

    for (LumDay d = 0; d < 40; d++) {
      int step = g_rand_int_range (rand, -3, 4), wobble = g_rand_int_range (rand, -1, 2);

      if (d % 7 == 0)
        usual = CLAMP (usual + step, 0, 9);
      scores[d] = g_rand_double (rand) < logging ? CLAMP (usual + wobble, 0, 10) : -1;
      if (scores[d] >= 0)
        lum_test_life_add_pain (life, d, scores[d], LUM_MOMENT_AVERAGE);
    }
    diary = lum_test_life_make (life);
    for (LumDay today = 0; today < 40; today++) {
      LumTrendVerdict verdict = lum_trend_new (diary, today).verdict;

      CHECK (verdict == slow_trend (scores, today));
      CHECK (lum_is_flare_candidate (diary, today) == slow_flare (scores, today));
      CHECK (lum_is_severe_or_worse (diary, today) == slow_severe (scores, today));
      verdicts[verdict]++;
      flares += slow_flare (scores, today);
      severe += slow_severe (scores, today);
    }
  }
  for (guint v = 0; v < G_N_ELEMENTS (verdicts); v++)
    g_assert_cmpuint (verdicts[v], >, 0);
  g_assert_cmpuint (flares, >, 0);
  g_assert_cmpuint (severe, >, 0);
}

/* I9: one bout that truly ended by day 20, logged on any of its days. */
static void
test_short_bout (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed + 9);

  for (guint i = 0; i < get_count () / 4; i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    int end = g_rand_int_range (rand, 0, 21);
    double logging = g_rand_double_range (rand, 0.05, 1);
    LumDay today = g_rand_int_range (rand, 0, 120);
    g_autoptr (LumStatus) status = NULL;

    for (LumDay d = -20; d <= 100; d++)
      if (g_rand_double (rand) < logging)
        lum_test_life_add_pain (life, d,
                                d >= 0 && d <= end ? g_rand_int_range (rand, 2, 11) : g_rand_int_range (rand, 0, 2),
                                LUM_MOMENT_AVERAGE);
    status = look (life, today);
    CHECK (rank (status) < (int) LUM_STATE_BEYOND);
  }
}

/* I11: kilometres or miles change words, never what is said. */
static void
test_units (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed + 11);

  for (guint i = 0; i < get_count () / 50; i++) {
    g_autoptr (LumTestLife) life = lum_test_life_random (rand, MAX_DAYS);
    g_autoptr (LumDiary) diary = NULL;
    g_autoptr (LumFindings) km = NULL, miles = NULL;
    LumDay today = g_rand_int_range (rand, 0, MAX_DAYS);

    for (LumDay d = 0; d <= today; d += g_rand_int_range (rand, 1, 5))
      lum_test_life_add_run (life, d, g_rand_double_range (rand, 2000, 30000));
    diary = lum_test_life_make (life);
    km = lum_findings_new (diary, today, LUM_UNITS_METRIC);
    miles = lum_findings_new (diary, today, LUM_UNITS_IMPERIAL);
    CHECK (km->cards->len == miles->cards->len);
    for (guint c = 0; c < km->cards->len; c++) {
      const LumCard *a = km->cards->pdata[c], *b = miles->cards->pdata[c];

      CHECK (strcmp (a->rule, b->rule) == 0 && strcmp (a->variant, b->variant) == 0 && a->severity == b->severity &&
             a->shown == b->shown && a->first == b->first && a->last == b->last);
    }
  }
}

/* The sliding window of all runs says what each run says alone. */
static void
test_spikes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed + 5);

  for (guint i = 0; i < get_count () / 100; i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumDiary) diary = NULL;
    g_autoptr (GArray) all = NULL;
    LumDay today = 0;

    for (int n = g_rand_int_range (rand, 0, 60); n > 0; n--) {
      LumDay day = g_rand_int_range (rand, 0, 90);

      lum_test_life_add_run (life, day, g_rand_int_range (rand, 0, 9) ? g_rand_int_range (rand, 0, 20) * 1000 : NAN);
    }
    if (g_rand_boolean (rand))
      lum_test_life_set_preference (life, LUM_PREFERENCE_BASELINE, "9000");
    diary = lum_test_life_make (life);
    all = lum_spikes_for_all (diary);
    for (guint r = 0; r < all->len; r++) {
      LumSpike a = g_array_index (all, LumSpike, r), b = lum_spike_for_run (diary, r);

      CHECK (a.category == b.category && a.reference_m == b.reference_m && a.metres == b.metres && a.run == r &&
             same_number (a.ratio, b.ratio));
    }
  }
}

int
main (int argc, char *argv[])
{
  const char *text = g_getenv ("LUMBAR_SEED");

  g_test_init (&argc, &argv, NULL);
  seed = text ? (guint32) g_ascii_strtoull (text, NULL, 10) : g_random_int ();
  g_test_message ("LUMBAR_SEED=%u", seed);

  g_test_add_func ("/properties/random", test_random);
  g_test_add_func ("/properties/gaps", test_gaps);
  g_test_add_func ("/properties/long", test_long);
  g_test_add_func ("/properties/numbers", test_numbers);
  g_test_add_func ("/properties/short-bout", test_short_bout);
  g_test_add_func ("/properties/units", test_units);
  g_test_add_func ("/properties/spikes", test_spikes);
  return g_test_run ();
}
