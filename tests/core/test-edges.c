/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of pain at their edges: for each number of rules §2 a diary that just reaches it and one that just does not.
 * The rows are derived from the rules' words; ./dev mutate tells which edge has none. */
#include <math.h>
#include <string.h>

#include "lum-test-findings.h"

/* A Monday, day 0 of the diaries. */
static LumDay
get_origin (void)
{
  return lum_day_from_ymd (2026, 5, 11);
}

static LumTestLife *
live (const char *diary)
{
  LumTestLife *life = lum_test_life_new ();

  lum_test_life_add_days (life, diary, get_origin (), G_MAXINT32);
  return life;
}

static LumFindings *
find (const LumTestLife *life, int today)
{
  return lum_test_find (life, get_origin () + today);
}

/* --- flags (EP-6b, EP-9…EP-13) --- */

static const struct {
  const char *name;
  const char *diary;
  int today;
  LumFlags flag;
  gboolean set;
} flags[] = {
    {"EP-6b a third of the days known is enough", "4 .x3 4 .x2 4 .x2 4", 10, LUM_FLAG_PROVISIONAL, FALSE},
    {"EP-6b less than a third is not", "4 .x3 4 .x3 4 .x3 4", 12, LUM_FLAG_PROVISIONAL, TRUE},
    {"EP-6b an onset 365 days ago counts", ". 3x5 0x359 4x2", 366, LUM_FLAG_RECURRENT, TRUE},
    {"EP-6b one 366 days ago does not", ". 3x5 0x359 4x3", 367, LUM_FLAG_RECURRENT, FALSE},
    {"EP-9b 14 known days", "3 .x6 3 .x6 3 .x4 3 0 . 0x2 . 0x2 3x5", 31, LUM_FLAG_RELAPSING_PERSISTENT, TRUE},
    {"EP-9b not 13", "3 .x6 3 .x6 3 .x4 3 0 . 0x2 . 0x2 3x4", 30, LUM_FLAG_RELAPSING_PERSISTENT, FALSE},
    {"EP-9b half of them", ". 3 .x6 3 .x6 3 0x7 . 3 .x5 3 .x5 3 .x5 3", 42, LUM_FLAG_RELAPSING_PERSISTENT, TRUE},
    {"EP-9b less than half", ". 3 .x6 3 .x6 3 0x8 3 .x5 3 .x5 3 .x5 3", 42, LUM_FLAG_RELAPSING_PERSISTENT, FALSE},
    {"EP-9b pain 42 days before the last", "3x2 .x6 3 .x6 3 0x8 3 .x5 3 .x5 3 .x5 3", 42, LUM_FLAG_RELAPSING_PERSISTENT,
     FALSE},
    {"EP-12 a span of 21", "1x22", 21, LUM_FLAG_LOW_GRADE_PERSISTENT, TRUE},
    {"EP-12 not 20", "1x21", 20, LUM_FLAG_LOW_GRADE_PERSISTENT, FALSE},
    {"EP-12 80 in a hundred at 1", "1x20 0x5", 24, LUM_FLAG_LOW_GRADE_PERSISTENT, TRUE},
    {"EP-12 not 79", "1x19 0x5", 23, LUM_FLAG_LOW_GRADE_PERSISTENT, FALSE},
    {"EP-13 60 known days, a span of 90", "3x59 .x31 3", 90, LUM_FLAG_NIH_CHRONIC, TRUE},
    {"EP-13 not a span of 89", "3x59 .x30 3", 89, LUM_FLAG_NIH_CHRONIC, FALSE},
    {"EP-13 not 59 known days", "3x58 .x32 3", 90, LUM_FLAG_NIH_CHRONIC, FALSE},
    {"EP-13 the first of 182 days", "3 .x122 3x59", 181, LUM_FLAG_NIH_CHRONIC, TRUE},
    {"EP-13 the day before them", "3 .x123 3x59", 182, LUM_FLAG_NIH_CHRONIC, FALSE},
};

static void
test_flag (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (LumTestLife) life = live (flags[i].diary);
  g_autoptr (LumDiary) diary = lum_test_life_make (life);
  g_autoptr (LumStatus) status = lum_status_new (diary, get_origin () + flags[i].today);

  g_assert_cmpint (!!(status->flags & flags[i].flag), ==, flags[i].set);
}

/* EP-6b: subacute from 42 days on, chronic from 84. */
static void
test_course (void)
{
  static const struct {
    int age;
    LumCourse course;
  } rows[] = {{41, LUM_COURSE_ACUTE}, {42, LUM_COURSE_SUBACUTE}, {83, LUM_COURSE_SUBACUTE}, {84, LUM_COURSE_CHRONIC}};
  g_autoptr (LumTestLife) life = live ("3x90");
  g_autoptr (LumDiary) diary = lum_test_life_make (life);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumStatus) status = lum_status_new (diary, get_origin () + rows[i].age);

    g_assert_cmpint (status->course, ==, rows[i].course);
  }
}

/* EP-5 (b): a reported onset reaches back over calm that is not verified, never over calm that is. */
static void
test_early_calm (void)
{
  static const struct {
    const char *diary;
    int pain, reported, onset;
  } rows[] = {
      {"0x5 .x2 3", 7, 0, 0},         /* 5 low days, but over 5 days */
      {"0 . 0 . 0x2 0 3", 7, 0, 7},   /* 5 low days over 7: what is after them is the onset */
      {"0 . 0 . 0 . 0 3", 7, 0, 0},   /* 4 low days over 7 */
      {"0x3 . . 0 3", 6, 0, 0},       /* 4 over 6 */
      {"0 . 0x2 . 0x2 . 3", 8, 0, 7}, /* 5 over 7, a silent day after them */
      {"0x2 . 0x2 0 3", 6, 0, 0},     /* 5 over 6 */
      {"3x3 0x9 3", 12, 5, 12},       /* relief is verified calm */
      {"0x20 .x10 3", 30, 25, 25},    /* over mere silence it may */
      {"0x20 .x10 3", 30, 10, 20},    /* … as far as the calm */
      {"0x20 .x10 3", 30, 30, 30},    /* the day itself is no earlier onset */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = live (rows[i].diary);
    g_autoptr (LumDiary) diary = NULL;
    g_autoptr (LumStatus) status = NULL;

    g_test_message ("row %u", i);
    lum_test_life_report (life, get_origin () + rows[i].pain, get_origin () + rows[i].reported);
    diary = lum_test_life_make (life);
    status = lum_status_new (diary, get_origin () + rows[i].pain);
    g_assert_cmpint (status->onset - get_origin (), ==, rows[i].onset);
    g_assert_cmpint (!!(status->flags & LUM_FLAG_ONSET_REPORTED), ==, rows[i].onset < rows[i].pain);
  }
}

/* VI-1: a visit on the day of the onset is one since the onset; one on the day before is not. */
static void
test_visit_since_onset (void)
{
  for (int day = 9; day <= 10; day++) {
    g_autoptr (LumTestLife) life = live ("0x10 4x5");
    g_autoptr (LumDiary) diary = NULL;
    g_autoptr (LumStatus) status = NULL;

    lum_test_life_add_visit (life, get_origin () + day);
    diary = lum_test_life_make (life);
    status = lum_status_new (diary, get_origin () + 14);
    g_assert_cmpint (status->visit, ==, day == 10 ? get_origin () + 10 : LUM_DAY_NONE);
  }
}

/* --- cards --- */

/* What EP-8, EP-9 and EP-11 say at their edges; NULL: nothing. */
static const struct {
  const char *name;
  const char *diary;
  int today;
  int visit; /* -1: none */
  const char *rule, *variant;
} cards[] = {
    {"the mean is of seven days", "3x15 8 1x5 2", 21, -1, "EP-8", "beyond"},
    {"eased to 4 is not eased to 3", "6x15 4x7", 21, -1, "EP-8", "beyond"},
    {"gaps ignored for two days", "4x4 .x10 4x2 . 4 . 4 . 4x3", 23, -1, "EP-8", "gaps"},
    {"gaps ignored for three", "4x4 .x10 4x2 . 4 . 4 . 4x4", 24, -1, "EP-8", "beyond"},
    {"10 of 22 days are less than half", "8 0 8 0 8 0 8 0 8 0 8 0 8 0x2 8 0x2 8 0x2 8", 21, -1, "EP-8",
     "comes-and-goes"},
    {"the day of which two weeks speaks is still ahead", "5x21", 20, -1, "EP-8", "approaching"},
    {"and when it is here", "5x20 .x2", 21, -1, "EP-8", NULL},
    {"one above the usual after a visit", "6x19 7x2", 20, 3, "EP-11", NULL},
    {"two above", "5x19 7x2", 20, 3, "EP-11", "severe"},
    {"the usual is of 84 days", "5 7 5x42 7x41", 84, -1, "EP-11", NULL},
    {"severe is spoken of for three days", "0x3 7 8 .x3", 7, -1, "EP-11", "severe"},
    {"and not on the fourth", "0x3 7 8 .x4", 8, -1, "EP-11", NULL},
};

static void
test_card (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (LumTestLife) life = live (cards[i].diary);
  g_autoptr (LumFindings) findings = NULL;
  const LumCard *card;

  if (cards[i].visit >= 0)
    lum_test_life_add_visit (life, get_origin () + cards[i].visit);
  findings = find (life, cards[i].today);
  card = lum_test_find_card (findings, cards[i].rule);
  g_assert_cmpstr (card ? card->variant : NULL, ==, cards[i].variant);
}

/* MS-3: the means stand among the numbers where there are any. */
static void
test_means_in_evidence (void)
{
  g_autoptr (LumTestLife) full = live ("4x22"), sparse = live ("4 .x2 4 .x2 4 .x2 4 .x2 4 .x2 4 .x2 4 .x2 4");
  g_autoptr (LumFindings) a = find (full, 21), b = find (sparse, 21);

  g_assert_nonnull (lum_test_get_evidence (lum_test_find_card (a, "EP-8"), "Mean this week"));
  g_assert_nonnull (lum_test_find_card (b, "EP-8"));
  g_assert_null (lum_test_get_evidence (lum_test_find_card (b, "EP-8"), "Mean this week"));
}

/* RF-18: the days that the card names are the first and the last of the ticks, and the last below the knee. */
static void
test_leg_days (void)
{
  static const struct {
    int numb[3], below[3]; /* day by day from day 10 */
    int first, last;
    const char *below_knee;
  } rows[] = {
      {{1, 0, 1}, {0, 0, 0}, 10, 12, NULL},
      {{1, 1, 1}, {1, 1, 0}, 10, 12, "22 May"},
      {{0, 1, 1}, {1, 0, 1}, 11, 12, "23 May"},
      {{1, 1, 0}, {0, 1, 1}, 10, 11, "22 May"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = live ("2x13");
    g_autoptr (LumFindings) findings = NULL;
    const LumCard *card;
    const char *below;

    g_test_message ("row %u", i);
    for (int day = 0; day < 3; day++) {
      LumDayDetail *detail = lum_test_life_add (life, LUM_RECORD_DAY_DETAIL);

      detail->day = get_origin () + 10 + day;
      detail->leg_numb = rows[i].numb[day];
      detail->spread_below_knee = rows[i].below[day];
    }
    findings = find (life, 12);
    card = lum_test_find_card (findings, "RF-18");
    g_assert_nonnull (card);
    g_assert_cmpint (card->first - get_origin (), ==, rows[i].first);
    g_assert_cmpint (card->last - get_origin (), ==, rows[i].last);
    below = lum_test_get_evidence (card, "Below the knee, ticked last for");
    g_test_message ("%s", below ? below : "none");
    g_assert_cmpint (below != NULL, ==, rows[i].below_knee != NULL);
    if (below)
      g_assert_nonnull (strstr (below, rows[i].below_knee));
  }
}

/* MS-4, EP-9: a shorter run is worth a try only where most pain days are days of a run or the day after one. */
static void
test_follows_runs (void)
{
  static const struct {
    const char *pain;
    const char *runs; /* days */
    gboolean shorter;
  } rows[] = {
      {"4 0x6 4 0x6 4 0x6 4", "21", FALSE},          {"4 0x6 4 0x6 4 0x6 4", "14 20", FALSE},
      {"4 0x6 4 0x6 4 0x6 4", "6 14 20", TRUE},      {"4 0x6 4 0x6 4 0x6 4", "0 6 14 20", TRUE},
      {"4 0x3 4 0x2 4 0x6 4 0x6 4", "0 4 21", TRUE}, {"4 0x3 4 0x2 4 0x6 4 0x6 4", "0 4 19", FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = live (rows[i].pain);
    g_auto (GStrv) runs = g_strsplit (rows[i].runs, " ", -1);
    g_autoptr (LumFindings) findings = NULL;

    for (int r = 0; runs[r]; r++)
      lum_test_life_add_run (life, get_origin () + atoi (runs[r]), 8000);
    findings = find (life, 21);
    g_test_message ("row %u", i);
    g_assert_nonnull (lum_test_find_card (findings, "EP-9"));
    g_assert_cmpint (strstr (lum_test_find_card (findings, "EP-9")->message, "shorter") != NULL, ==, rows[i].shorter);
  }
}

/* EP-4: an answer for today alone counts today. */
static void
test_answer_today (void)
{
  static const struct {
    LumGapWord word;
    int last_pain, last_known;
  } rows[] = {{LUM_GAP_HURT, 5, 5}, {LUM_GAP_FINE, 4, 5}, {LUM_GAP_ON_AND_OFF, 4, 4}, {LUM_GAP_UNSURE, 4, 4}};

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = live ("3x5");
    g_autoptr (LumFindings) findings = NULL;

    lum_test_life_answer (life, get_origin () + 5, get_origin () + 5, rows[i].word);
    findings = find (life, 5);
    g_assert_cmpint (findings->status->last_pain - get_origin (), ==, rows[i].last_pain);
    g_assert_cmpint (findings->status->last_known - get_origin (), ==, rows[i].last_known);
  }
}

/* EP-4: up to 14 silent days are named from when to when; more only since when. */
static void
test_silence_words (void)
{
  g_autoptr (LumTestLife) life = live ("3x5");
  g_autoptr (LumFindings) fourteen = find (life, 19), fifteen = find (life, 20);
  g_autofree char *a = lum_findings_describe_silence (fourteen), *b = lum_findings_describe_silence (fifteen);

  g_assert_true (g_str_has_prefix (a, "Nothing logged Sat 16 May – Fri 29 May."));
  g_assert_true (g_str_has_prefix (b, "Nothing logged since 15 May."));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++) {
    g_autofree char *name = g_strdup_printf ("/edges/flag/%s", flags[i].name);

    g_test_add_data_func (name, GSIZE_TO_POINTER (i), test_flag);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (cards); i++) {
    g_autofree char *name = g_strdup_printf ("/edges/card/%s", cards[i].name);

    g_test_add_data_func (name, GSIZE_TO_POINTER (i), test_card);
  }
  g_test_add_func ("/edges/course", test_course);
  g_test_add_func ("/edges/early-calm", test_early_calm);
  g_test_add_func ("/edges/visit", test_visit_since_onset);
  g_test_add_func ("/edges/means", test_means_in_evidence);
  g_test_add_func ("/edges/leg-days", test_leg_days);
  g_test_add_func ("/edges/follows-runs", test_follows_runs);
  g_test_add_func ("/edges/answer-today", test_answer_today);
  g_test_add_func ("/edges/silence-words", test_silence_words);
  return g_test_run ();
}
