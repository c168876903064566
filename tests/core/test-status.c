/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The worked examples of rules §2 and §10, so that they hold where the shared file is absent; and what the engine must
 * bear: days centuries apart, answers without end, nothing at all. */
#include <math.h>
#include <string.h>

#include "lum-findings.h"
#include "lum-parameters.h"
#include "lum-test-life.h"

#define ORIGIN 20000
#define NONE G_MININT32

static const struct {
  const char *name;
  const char *diary; /* as in the scenarios: "3x5 . 3/0" */
  int today;
  const char *reported; /* "day:onset" */
  const char *answers;  /* "first:last:word" */
  const char *state, *last_known_state;
  int age, onset, last_pain;
  int episodes, bouts;
  const char *flags;
} rows[] = {
    {"S01a strain healing, mid", "6x2 5x2 4x2 3x2 2x2 1x2 0x5", 9, "", "", "within", "within", 9, 0, 9, 1, 1, ""},
    {"S01b first low day", "6x2 5x2 4x2 3x2 2x2 1x2 0x5", 10, "", "", "within", "within", 9, 0, 9, 1, 1, "settling"},
    {"S01c 6th low day", "6x2 5x2 4x2 3x2 2x2 1x2 0x5", 15, "", "", "within", "within", 9, 0, 9, 1, 1, "settling"},
    {"S01d 7th low day", "6x2 5x2 4x2 3x2 2x2 1x2 0x5", 16, "", "", "remission", "remission", 9, 0, 9, 1, 1, ""},
    {"S02@0 constant 3/10", "3x1", 0, "", "", "new", "new", 0, 0, 0, 0, 0, ""},
    {"S02@1 constant 3/10", "3x2", 1, "", "", "within", "within", 1, 0, 1, 1, 1, ""},
    {"S02@13 constant 3/10", "3x14", 13, "", "", "within", "within", 13, 0, 13, 1, 1, ""},
    {"S02@14 constant 3/10", "3x15", 14, "", "", "approaching", "approaching", 14, 0, 14, 1, 1, ""},
    {"S02@20 constant 3/10", "3x21", 20, "", "", "approaching", "approaching", 20, 0, 20, 1, 1, ""},
    {"S02@21 constant 3/10", "3x22", 21, "", "", "beyond", "beyond", 21, 0, 21, 1, 1, ""},
    {"S02@41 constant 3/10", "3x42", 41, "", "", "beyond", "beyond", 41, 0, 41, 1, 1, ""},
    {"S02@83 constant 3/10", "3x84", 83, "", "", "beyond", "beyond", 83, 0, 83, 1, 1, ""},
    {"S02@84 constant 3/10", "3x85", 84, "", "", "chronic", "chronic", 84, 0, 84, 1, 1, ""},
    {"S03a one zero day does not reset", "3x10 0 3x11", 21, "", "", "beyond", "beyond", 21, 0, 21, 1, 1, ""},
    {"S03b six low days do not reset", "3x10 0x3 1x3 3x6", 21, "", "", "beyond", "beyond", 21, 0, 21, 1, 1, ""},
    {"S03c seven low days reset the strain clock", "3x10 0x7 3x5", 21, "", "", "within", "within", 4, 17, 21, 1, 2,
     "relapse"},
    {"S03d 7 calendar days, 2 unlogged (5 known low): still a reset", "3x10 0 . 0x2 . 0x2 3x2", 18, "", "", "within",
     "within", 1, 17, 18, 1, 2, "relapse"},
    {"S03e 7 calendar days, 3 unlogged (4 known low): no reset", "3x10 0 . 0 . 0 . 0 3x5", 21, "", "", "beyond",
     "beyond", 21, 0, 21, 1, 1, ""},
    {"S03f two 3-week-ish bouts, one calm week: day 27", "3x20 0x7 3", 27, "", "", "new", "new", 0, 27, 27, 1, 1, ""},
    {"S03g same, day 28: keeps coming back", "3x20 0x7 3x2", 28, "", "", "within", "within", 1, 27, 28, 1, 2,
     "relapse relapsing_persistent"},
    {"S03h short relapse after short strain: quiet", "3x5 0x20 3x4", 28, "", "", "within", "within", 3, 25, 28, 1, 2,
     "relapse"},
    {"S03i span is last minus first: 27 is not yet 28", "3x19 0x7 3x2", 27, "", "", "within", "within", 1, 26, 27, 1, 2,
     "relapse"},
    {"S04a never escalates on pain-free days", "4x21 0x3", 23, "", "", "approaching", "approaching", 20, 0, 20, 1, 1,
     "settling"},
    {"S04b one more pain day tips it", "4x21 0x3 2", 24, "", "", "beyond", "beyond", 24, 0, 24, 1, 1, ""},
    {"S05a gap 10, unanswered: bridged, provisional", "4x10 .x10 4x4", 21, "", "", "beyond", "beyond", 21, 0, 21, 1, 1,
     "provisional"},
    {"S05b answered: it hurt", "4x10 .x10 4x4", 21, "", "10:19:hurt", "beyond", "beyond", 21, 0, 21, 1, 1, ""},
    {"S05c answered: fine", "4x10 .x10 4x4", 21, "", "10:19:fine", "within", "within", 1, 20, 21, 1, 2, "relapse"},
    {"S05d answered: on and off", "4x10 .x10 4x4", 21, "", "10:19:on-and-off", "beyond", "beyond", 21, 0, 21, 1, 1,
     "provisional"},
    {"S05e a bridged gap that ends on a low day is provisional too", "3x8 .x10 0 3x3", 21, "", "", "beyond", "beyond",
     21, 0, 21, 1, 1, "provisional"},
    {"S05f an entry wins over an answer", "4x10 .x4 0 .x5 4x4", 21, "", "10:19:hurt", "beyond", "beyond", 21, 0, 21, 1,
     1, ""},
    {"S05g answered days carry the age: hurt until day 20, then 0", "3x10 .x11 0", 21, "", "10:20:hurt", "approaching",
     "approaching", 20, 0, 20, 1, 1, "settling"},
    {"S06a gap 20, unanswered: not bridged", "4x5 .x20 4x3", 27, "", "", "within", "within", 2, 25, 27, 1, 2,
     "continuity_unknown"},
    {"S06b answered: it hurt", "4x5 .x20 4x3", 27, "", "5:24:hurt", "beyond", "beyond", 27, 0, 27, 1, 1, ""},
    {"S06c answered: on and off = bridged, provisional", "4x5 .x20 4x3", 27, "", "5:24:on-and-off", "beyond", "beyond",
     27, 0, 27, 1, 1, "provisional"},
    {"S06d a low day after the gap does not bridge it", "3x10 .x20 0 3x2", 32, "", "", "within", "within", 1, 31, 32, 1,
     2, "continuity_unknown"},
    {"S06e calm, then a long silence, then pain: neither relapse nor a new episode", "3x10 0x7 .x100 3x2", 118, "", "",
     "within", "within", 1, 117, 118, 1, 2, "continuity_unknown"},
    {"S06f a low day back-dated into a long gap does not bridge it", "4x5 .x7 0 .x12 4x3", 27, "", "", "within",
     "within", 2, 25, 27, 1, 2, "continuity_unknown"},
    {"S06g ... whichever side of 14 unknown days that leaves", "4x5 .x7 0 .x7 4x3", 22, "", "", "within", "within", 2,
     20, 22, 1, 2, "continuity_unknown"},
    {"S06h 14 days between, one of them calm: bridged, provisionally", "4x5 .x6 0 .x7 4x3", 21, "", "", "beyond",
     "beyond", 21, 0, 21, 1, 1, "provisional"},
    {"S07a stops logging: day 8 = stale, still last known phase", "4x5", 8, "", "", "within", "within", 4, 0, 4, 1, 1,
     "stale"},
    {"S07b 25 days silent: never beyond", "4x5", 29, "", "", "unknown", "within", 4, 0, 4, 1, 1, "stale"},
    {"S07c stopped because it was fine, said later: remission, then resolved", "4x10 2", 44, "", "11:44:fine",
     "resolved", "resolved", 10, 0, 10, 1, 1, ""},
    {"S07d unknown ranks as its last known state", "4x22 .x22 0", 44, "", "", "beyond", "beyond", 21, 0, 21, 1, 1,
     "settling"},
    {"S08a weekly logger in pain", "4 .x6 4 .x6 4 .x6 4", 21, "", "", "beyond", "beyond", 21, 0, 21, 1, 1,
     "provisional"},
    {"S08b weekly logger, pain-free afterwards", "4 .x2 4 .x6 0 .x6 0 .x6 0 .x6 0 .x6 0", 38, "", "", "resolved",
     "resolved", 3, 0, 3, 1, 1, ""},
    {"S08c weekly logger: pain, two calm weeks, pain: 18 unknown days in all are not bridged", "4 .x6 0 .x6 0 .x6 4",
     21, "", "", "new", "new", 0, 21, 21, 0, 0, "continuity_unknown"},
    {"S09a 3rd Sunday", "4 0x6 4 0x6 4 0x6 4 0x6 4", 14, "", "", "new", "new", 0, 14, 14, 0, 0, ""},
    {"S09b 4th Sunday", "4 0x6 4 0x6 4 0x6 4 0x6 4", 21, "", "", "new", "new", 0, 21, 21, 0, 0,
     "intermittent_persistent"},
    {"S09c mid-week after 4th Sunday", "4 0x6 4 0x6 4 0x6 4 0x6 4", 24, "", "", "isolated", "isolated", 0, 21, 21, 0, 0,
     "intermittent_persistent"},
    {"S09d 5th Sunday", "4 0x6 4 0x6 4 0x6 4 0x6 4", 28, "", "", "new", "new", 0, 28, 28, 0, 0,
     "intermittent_persistent"},
    {"S10a 29 pain-free days = relapse", "3x5 0x29 4x3", 36, "", "", "within", "within", 2, 34, 36, 1, 2, "relapse"},
    {"S10b 30 pain-free days = new episode, recurrent", "3x5 0x30 4x3", 37, "", "", "within", "within", 2, 35, 37, 2, 2,
     "recurrent"},
    {"S10c resolved on the 30th low day", "3x5 0x30", 34, "", "", "resolved", "resolved", 4, 0, 4, 1, 1, ""},
    {"S10d not yet on the 29th", "3x5 0x29", 33, "", "", "remission", "remission", 4, 0, 4, 1, 1, ""},
    {"S10e resolved counts again after a long silence", "3x10 .x20 0x30", 59, "", "", "resolved", "resolved", 9, 0, 9,
     1, 1, ""},
    {"S10f ... and not before", "3x10 .x20 0x29", 58, "", "", "remission", "remission", 9, 0, 9, 1, 1, ""},
    {"S10k verified calm is not lost by one more calm day after a silence", "3x10 0x40 .x20 0 3x2", 72, "", "",
     "within", "within", 1, 71, 72, 2, 2, "recurrent"},
    {"S10g a lone pain day restarts the 30 days", "3x10 0x20 3 0x20 3x3", 53, "", "", "within", "within", 2, 51, 53, 1,
     2, "relapse"},
    {"S10h a lone pain day after 30 calm days begins the new episode", "3x10 0x40 3 0x20 3x3", 73, "", "", "within",
     "within", 2, 71, 73, 2, 2, "recurrent"},
    {"S10i two episodes more than a year apart: not recurrent", "3x5 0x370 4x3", 377, "", "", "within", "within", 2,
     375, 377, 2, 2, ""},
    {"S10j a bout after only a lone day is no relapse", "3 0x10 3x2", 12, "", "", "within", "within", 1, 11, 12, 1, 1,
     ""},
    {"S11b 22 civil days", "3x22", 21, "", "", "beyond", "beyond", 21, 0, 21, 1, 1, ""},
    {"S12a morning 3 evening 0 is a pain day", "4 3/0", 1, "", "", "within", "within", 1, 0, 1, 1, 1, ""},
    {"S12b morning 1 evening 0 is a low day", "4x3 1/0 0/1 0/0", 5, "", "", "within", "within", 2, 0, 2, 1, 1,
     "settling"},
    {"S13a before backfill", ".x10 4x11", 20, "", "", "within", "within", 10, 10, 20, 1, 1, ""},
    {"S13b after backfilling days 0-9", "4x10 4x11", 20, "", "", "approaching", "approaching", 20, 0, 20, 1, 1, ""},
    {"S13c next day", "4x22", 21, "", "", "beyond", "beyond", 21, 0, 21, 1, 1, ""},
    {"S13d deleting day 21 withdraws", "4x21", 21, "", "", "approaching", "approaching", 20, 0, 20, 1, 1, ""},
    {"S14a \"it started 20 days ago\", first entry", "4", 0, "0:-20", "", "approaching", "approaching", 20, -20, 0, 1,
     1, "onset_reported"},
    {"S14b next day", "4x2", 1, "0:-20", "", "beyond", "beyond", 21, -20, 1, 1, 1, "onset_reported"},
    {"S14c a reported onset does not reach over verified calm", "3x3 0x10 4x2", 14, "13:-5", "", "within", "within", 1,
     13, 14, 1, 2, "relapse"},
    {"S14d ... nor over calm with no bout before it", "0x30 4x2", 31, "30:5", "", "within", "within", 1, 30, 31, 1, 1,
     ""},
    {"S14e three logged zeros are not verified calm", "0x3 4", 3, "3:-15", "", "approaching", "approaching", 18, -15, 3,
     1, 1, "onset_reported"},
    {"S14f a report on a later pain day of the bout counts; the earliest wins", "3x3", 2, "1:-19 2:-5", "", "beyond",
     "beyond", 21, -19, 2, 1, 1, "onset_reported"},
    {"S14g a lone pain day before it limits the report", "4 0x6 4", 7, "7:-10", "", "within", "within", 6, 1, 7, 1, 1,
     "onset_reported"},
    {"S15a constant 1/10", "1x28", 27, "", "", "no_pain", "no_pain", NONE, NONE, NONE, 0, 0, "low_grade_persistent"},
    {"S15b constant 2/10", "2x22", 21, "", "", "beyond", "beyond", 21, 0, 21, 1, 1, ""},
    {"S15c constant 0", "0x40", 39, "", "", "no_pain", "no_pain", NONE, NONE, NONE, 0, 0, ""},
    {"S15d lone 9/10 day: not an episode, but a safety question", "9 0x3", 3, "", "", "isolated", "isolated", 0, 0, 0,
     0, 0, ""},
    {"S15e a lone day, then seven calm: no pain, nothing to date", "3 0x7", 7, "", "", "no_pain", "no_pain", NONE, NONE,
     NONE, 0, 0, ""},
    {"S16m silence does not make it chronic: windows end at the last known day", "0x70 3x60", 200, "", "", "unknown",
     "beyond", 59, 70, 129, 1, 1, "stale"},
    {"S16a chronic + NIH", "3x100 6x2", 101, "", "", "chronic", "chronic", 101, 0, 101, 1, 1, "nih_chronic"},
    {"S17 a red flag is independent of the pain state", "0x5", 4, "", "", "no_pain", "no_pain", NONE, NONE, NONE, 0, 0,
     ""},
};

static void
read_extras (LumTestLife *life, const char *reported, const char *answers)
{
  g_auto (GStrv) reports = g_strsplit (reported, " ", -1);
  g_auto (GStrv) ranges = g_strsplit (answers, " ", -1);
  const LumField *field = lum_record_find_field (LUM_RECORD_GAP_ANSWER, "answer");

  for (guint i = 0; reports[i] && *reports[i]; i++) {
    g_auto (GStrv) parts = g_strsplit (reports[i], ":", 2);

    lum_test_life_report (life, ORIGIN + atoi (parts[0]), ORIGIN + atoi (parts[1]));
  }
  for (guint i = 0; ranges[i] && *ranges[i]; i++) {
    g_auto (GStrv) parts = g_strsplit (ranges[i], ":", 3);

    lum_test_life_answer (life, ORIGIN + atoi (parts[0]), ORIGIN + atoi (parts[1]),
                          (LumGapWord) lum_field_find_word (field, parts[2]));
  }
}

static int
relative (LumDay day)
{
  return day == LUM_DAY_NONE ? NONE : day - ORIGIN;
}

static void
test_row (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;
  g_autoptr (LumStatus) status = NULL;
  g_auto (GStrv) flags = NULL;
  g_autofree char *joined = NULL;

  lum_test_life_add_days (life, rows[i].diary, ORIGIN, ORIGIN + rows[i].today);
  read_extras (life, rows[i].reported, rows[i].answers);
  diary = lum_test_life_make (life);
  status = lum_status_new (diary, ORIGIN + rows[i].today);
  flags = lum_flags_to_words (status->flags);
  joined = g_strjoinv (" ", flags);

  g_assert_cmpstr (lum_state_to_word (status->state), ==, rows[i].state);
  g_assert_cmpstr (lum_state_to_word (status->last_known_state), ==, rows[i].last_known_state);
  g_assert_cmpint (status->age, ==, rows[i].age);
  g_assert_cmpint (relative (status->onset), ==, rows[i].onset);
  g_assert_cmpint (relative (status->last_pain), ==, rows[i].last_pain);
  g_assert_cmpint (status->episodes, ==, rows[i].episodes);
  g_assert_cmpint (status->bouts, ==, rows[i].bouts);
  g_assert_cmpstr (joined, ==, rows[i].flags);
  g_assert_cmpstr (lum_course_to_word (status->course), ==,
                   rows[i].age == NONE ? NULL
                   : rows[i].age < 42  ? "acute"
                   : rows[i].age < 84  ? "subacute"
                                       : "chronic");
}

/* EP-8: the share of pain days, from the onset or over the last 28 known days. */
static void
test_share (void)
{
  static const struct {
    const char *diary;
    int today, pain, known;
    double share;
  } shares[] = {
      {"3", 0, 1, 1, 1.0},
      {"3x10 0 3x11", 21, 21, 22, 21.0 / 22},
      {"3x10 .x3 3x9", 21, 19, 19, 1.0},
      {"3x20 0x4 3x2 0x4 3x2 0x4 3x2 0x4 3x2", 43, 28, 44, 12.0 / 28},
      {"3x10 0x2", 11, 10, 10, 1.0},
  };

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++) {
    g_autoptr (LumDiary) diary = lum_test_diary_new (shares[i].diary, ORIGIN);
    g_autoptr (LumStatus) status = lum_status_new (diary, ORIGIN + shares[i].today);

    g_assert_cmpint (status->pain_days, ==, shares[i].pain);
    g_assert_cmpint (status->known_days, ==, shares[i].known);
    g_assert_cmpfloat_with_epsilon (status->share, shares[i].share, 1e-12);
  }
}

/* PM-3: detection takes the highest score of a day, means and trends take its averages. */
static void
test_two_scores (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;
  const LumDaySummary *day;

  lum_test_life_add_pain (life, 0, 3, LUM_MOMENT_WAKING);
  lum_test_life_add_pain (life, 0, 0, LUM_MOMENT_AVERAGE);
  lum_test_life_add_pain (life, 1, 3, LUM_MOMENT_WAKING);
  lum_test_life_add_pain (life, 1, 4, LUM_MOMENT_DURING_RUN);
  lum_test_life_add_pain (life, 1, 4, LUM_MOMENT_WORST);
  diary = lum_test_life_make (life);
  day = lum_diary_find_day (diary, 0);
  g_assert_cmpint (day->highest, ==, 3);
  g_assert_cmpfloat (day->chart, ==, 0);
  day = lum_diary_find_day (diary, 1);
  g_assert_cmpint (day->highest, ==, 4);
  g_assert_cmpfloat_with_epsilon (day->chart, 11.0 / 3, 1e-12);
}

/* PM-6 with scores that no float holds: a difference of exactly two points counts. */
static void
test_trend_precision (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;
  LumTrend trend;

  for (LumDay d = 0; d < 14; d++)
    for (int i = 0; i < 3; i++)
      lum_test_life_add_pain (life, d, d < 7 ? (i ? 3 : 4) : (i ? 1 : 2), LUM_MOMENT_AVERAGE);
  diary = lum_test_life_make (life);
  trend = lum_trend_new (diary, 13);
  g_assert_cmpint (trend.verdict, ==, LUM_TREND_BETTER);
  g_assert_cmpfloat_with_epsilon (trend.last - trend.previous, -2, 1e-12);
}

/* PM-6: less than a whole point is no change, though it be 30 %; 22/7 → 11/5 is. */
static void
test_trend_edges (void)
{
  static const struct {
    const char *diary;
    LumTrendVerdict verdict;
  } trends[] = {
      {"3x6 4 2x4 3 .x2", LUM_TREND_SAME}, /* 3.14 → 2.2: 30 %, 0.94 points */
      {"4x7 3x7", LUM_TREND_SAME},         /* one point, 25 % */
      {"3x7 2x7", LUM_TREND_BETTER},       /* one point, 33 % */
      {"2x7 1x7", LUM_TREND_SAME},         /* 50 %, but from below 3 */
      {"2x7 4x7", LUM_TREND_WORSE},        /* two points, from wherever */
      {"4x6 3 2x3 3x4", LUM_TREND_BETTER}, /* 3.86 → 2.57: 33 % */
      {"2x3 .x4 4x3 .x4", LUM_TREND_NOT_ENOUGH_DATA},
      {"2x4 .x3 4x3 .x4", LUM_TREND_NOT_ENOUGH_DATA},
      {"2x3 .x4 4x4 .x3", LUM_TREND_NOT_ENOUGH_DATA},
      {"2x4 .x3 4x4 .x3", LUM_TREND_WORSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (trends); i++) {
    g_autoptr (LumDiary) diary = lum_test_diary_new (trends[i].diary, ORIGIN);

    g_test_message ("row %u", i);
    g_assert_cmpint (lum_trend_new (diary, ORIGIN + 13).verdict, ==, trends[i].verdict);
  }
}

/* EP-10 at its edges. */
static void
test_flare_edges (void)
{
  static const struct {
    const char *diary;
    int day;
    gboolean flare;
  } flares[] = {
      {"3x12 3x2 6", 14, TRUE},      {"3x12 3x2 5", 14, FALSE},   {"3x12 3 5 5", 14, TRUE},
      {"3x12 5 3 5", 14, TRUE},      {"3x11 5 3x2 5", 14, FALSE}, {".x7 3x4 .x3 6", 14, FALSE},
      {".x6 3x5 .x3 6", 14, TRUE},   {"3x12 3x2 .", 14, FALSE},   {"2x6 3x6 3x2 5 6", 15, TRUE},
      {"2x6 3x6 2x2 5 ", 14, FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (flares); i++) {
    g_autoptr (LumDiary) diary = lum_test_diary_new (flares[i].diary, 0);

    g_test_message ("row %u", i);
    g_assert_cmpint (lum_is_flare_candidate (diary, flares[i].day), ==, flares[i].flare);
  }
}

/* EP-11 by a tick, and only on a scored day. */
static void
test_stops_activities (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;

  lum_test_life_add_days (life, "3x3", 0, 2);
  for (LumDay d = 2; d < 4; d++) {
    LumDayDetail *detail = lum_test_life_add (life, LUM_RECORD_DAY_DETAIL);

    detail->day = d;
    detail->stops_activities = 1;
  }
  diary = lum_test_life_make (life);
  g_assert_false (lum_is_severe_or_worse (diary, 1));
  g_assert_true (lum_is_severe_or_worse (diary, 2));
  g_assert_false (lum_is_severe_or_worse (diary, 3));
}

static void
test_nothing (void)
{
  g_autoptr (LumDiary) diary = lum_diary_new_empty ();
  g_autoptr (LumFindings) findings = lum_findings_new (diary, ORIGIN, LUM_UNITS_METRIC);
  g_autofree char *trend = lum_findings_describe_trend (findings);

  g_assert_cmpint (findings->status->state, ==, LUM_STATE_NO_DATA);
  g_assert_cmpuint (findings->status->flags, ==, 0);
  g_assert_cmpuint (findings->cards->len, ==, 0);
  g_assert_null (lum_findings_get_top_card (findings));
  g_assert_null (trend);
  g_assert_false (lum_status_is_active (findings->status));
  g_assert_null (lum_status_get_current_bout (findings->status));
}

/* A diary of hostile dates: a first entry in 1900, one in 2100, and answers from the year 1 to the year 9999. */
static void
test_centuries (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;
  g_autoptr (LumFindings) findings = NULL;
  LumDay today = lum_day_from_ymd (2100, 1, 2);

  lum_test_life_add_pain (life, lum_day_from_ymd (1900, 1, 1), 5, LUM_MOMENT_AVERAGE)->started =
      lum_day_from_ymd (1, 1, 1);
  lum_test_life_add_pain (life, today - 1, 5, LUM_MOMENT_AVERAGE);
  lum_test_life_add_pain (life, today, 5, LUM_MOMENT_AVERAGE);
  lum_test_life_add_pain (life, lum_day_from_ymd (9999, 12, 31), 5, LUM_MOMENT_AVERAGE);
  lum_test_life_add_run (life, lum_day_from_ymd (1900, 1, 1), 1e300);
  lum_test_life_add_run (life, today, 1e300);
  diary = lum_test_life_make (life);
  findings = lum_findings_new (diary, today, LUM_UNITS_METRIC);
  g_assert_cmpint (findings->status->state, ==, LUM_STATE_WITHIN);
  g_assert_cmpint (findings->status->bouts, ==, 2);
  g_assert_cmpint (findings->status->onset, ==, today - 1);
  g_clear_pointer (&findings, lum_findings_unref);
  g_clear_pointer (&diary, lum_diary_unref);

  for (int i = 0; i < 2000; i++)
    lum_test_life_answer (life, lum_day_from_ymd (1, 1, 1) + i, lum_day_from_ymd (9999, 12, 31) - i,
                          (LumGapWord) (i % 3));
  lum_test_life_answer (life, lum_day_from_ymd (1950, 1, 1), today, LUM_GAP_HURT);
  diary = lum_test_life_make (life);
  findings = lum_findings_new (diary, today, LUM_UNITS_METRIC);
  g_assert_cmpint (findings->status->state, ==, LUM_STATE_CHRONIC);
  g_assert_cmpint (findings->status->last_pain, ==, today);
}

/* Of two answers for a day the later given wins; `unsure` withdraws (EP-4). */
static void
test_answers (void)
{
  static const struct {
    const char *answers;
    const char *state;
    int age;
  } cases[] = {
      {"", "beyond", 21},
      {"10:19:fine", "within", 1},
      {"10:19:fine 10:19:hurt", "beyond", 21},
      {"10:19:hurt 10:19:fine", "within", 1},
      {"10:19:fine 10:19:unsure", "beyond", 21},
      {"10:19:fine 15:15:unsure", "within", 1},
      {"10:19:fine 10:15:unsure", "beyond", 21},
      {"0:30:fine 10:19:on-and-off", "beyond", 21},
      {"10:19:on-and-off 10:19:fine", "within", 1},
      {"30:10:fine", "beyond", 21},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumDiary) diary = NULL;
    g_autoptr (LumStatus) status = NULL;

    g_test_message ("%s", cases[i].answers);
    lum_test_life_add_days (life, "4x10 .x10 4x2", ORIGIN, ORIGIN + 21);
    read_extras (life, "", cases[i].answers);
    diary = lum_test_life_make (life);
    status = lum_status_new (diary, ORIGIN + 21);
    g_assert_cmpstr (lum_state_to_word (status->state), ==, cases[i].state);
    g_assert_cmpint (status->age, ==, cases[i].age);
  }
}

/* A run without metres is no session to measure against (OU-5). */
static void
test_empty_runs (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;

  for (LumDay d = 0; d < 3; d++)
    lum_test_life_add_run (life, d, 5000);
  lum_test_life_add_run (life, 3, 0);
  lum_test_life_add_run (life, 4, NAN);
  lum_test_life_add_run (life, 5, 9000);
  lum_test_life_add_run (life, 6, 9000);
  diary = lum_test_life_make (life);
  g_assert_cmpint (lum_spike_for_run (diary, 3).category, ==, LUM_SPIKE_NOT_ENOUGH_DATA);
  g_assert_cmpint (lum_spike_for_run (diary, 5).category, ==, LUM_SPIKE_NOT_ENOUGH_DATA);
  g_assert_cmpint (lum_spike_for_run (diary, 5).reference_m, ==, 5000);
  g_assert_cmpint (lum_spike_for_run (diary, 6).category, ==, LUM_SPIKE_REFERENCE);
}

/* Every bout is listed, with what the chart and the report need of it. */
static void
test_all_bouts (void)
{
  g_autoptr (LumDiary) diary = lum_test_diary_new ("3x5 0x30 4 0x6 4x3 0x2", ORIGIN);
  g_autoptr (LumStatus) status = lum_status_new (diary, ORIGIN + 46);
  const LumBout *bouts = (const LumBout *) status->all_bouts->data;

  g_assert_cmpuint (status->all_bouts->len, ==, 3);
  g_assert_true (bouts[0].confirmed && bouts[0].starts_episode && bouts[0].resolved && bouts[0].relief);
  g_assert_cmpint (bouts[0].last, ==, ORIGIN + 4);
  g_assert_cmpint (bouts[0].n_lows, ==, 30);
  g_assert_cmpint (bouts[0].last_low, ==, ORIGIN + 34);
  g_assert_true (!bouts[1].confirmed && bouts[1].fresh && !bouts[1].starts_episode);
  g_assert_true (bouts[2].confirmed && bouts[2].starts_episode && !bouts[2].resolved);
  g_assert_cmpint (bouts[2].n_lows, ==, 2);
  g_assert_true (lum_status_get_current_bout (status) == &bouts[2]);
  g_assert_true (lum_status_is_active (status));
}

/* The table of parameters carries the defaults of rules §2, each once. */
static void
test_parameters (void)
{
  static const struct {
    const char *name;
    double value;
  } wanted[] = {
      {"PAIN_MIN", 2},   {"LOW_MAX", 1},     {"CONFIRM_SPAN", 3}, {"SILENT_GAP", 3},   {"MAX_GAP", 14},
      {"REMIT_SPAN", 7}, {"REMIT_KNOWN", 5}, {"ISOLATED_LOW", 3}, {"MIN_COVER_OF", 3}, {"RECUR_WIN", 365},
      {"APPROACH", 14},  {"BEYOND", 21},     {"SUBACUTE", 42},    {"CHRONIC", 84},     {"RESOLVE_SPAN", 30},
      {"STALE", 3},      {"LOST", 14},       {"NIH_WIN", 182},    {"NIH_KNOWN", 60},   {"NIH_SPAN", 90},
  };
  gsize n;
  const LumParameter *parameters = lum_parameters_get (&n);

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++) {
    int found = 0;

    for (gsize j = 0; j < n; j++)
      if (g_str_equal (parameters[j].name, wanted[i].name)) {
        g_assert_cmpfloat (parameters[j].value, ==, wanted[i].value);
        g_assert_true (*parameters[j].unit && *parameters[j].rule);
        found++;
      }
    g_assert_cmpint (found, ==, 1);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *name = g_strdup_printf ("/status/%s", rows[i].name);

    for (char *p = name + strlen ("/status/"); *p; p++)
      if (*p == '/')
        *p = '|';
    g_test_add_data_func (name, GSIZE_TO_POINTER (i), test_row);
  }
  g_test_add_func ("/status/share", test_share);
  g_test_add_func ("/status/two-scores", test_two_scores);
  g_test_add_func ("/status/trend-precision", test_trend_precision);
  g_test_add_func ("/status/trend-edges", test_trend_edges);
  g_test_add_func ("/status/flare-edges", test_flare_edges);
  g_test_add_func ("/status/stops-activities", test_stops_activities);
  g_test_add_func ("/status/nothing", test_nothing);
  g_test_add_func ("/status/centuries", test_centuries);
  g_test_add_func ("/status/answers", test_answers);
  g_test_add_func ("/status/empty-runs", test_empty_runs);
  g_test_add_func ("/status/all-bouts", test_all_bouts);
  g_test_add_func ("/status/parameters", test_parameters);
  return g_test_run ();
}
