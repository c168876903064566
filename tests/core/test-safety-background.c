/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the background raises (rules §3), the count of RF-22, and the gate for exercises (RF-R9). */
#include <string.h>

#include "lum-exercise-gate.h"
#include "lum-findings.h"
#include "lum-test-life.h"

#define TODAY lum_day_from_ymd (2026, 5, 27)

static void
tick (LumTestLife *life, const char *question, LumSafetyWord word, int back)
{
  LumSafetyAnswer *record = lum_test_life_add (life, LUM_RECORD_SAFETY_ANSWER);

  record->question = g_intern_string (question);
  record->answer = word;
  record->day = TODAY - back;
}

static LumBackground *
know (LumTestLife *life, const char *fact, const char *value)
{
  LumBackground *record = lum_test_life_add (life, LUM_RECORD_BACKGROUND);

  record->fact = g_intern_string (fact);
  record->value = g_intern_string (value);
  record->day = TODAY - 100;
  return record;
}

/* The open signs, most pressing first: "RF-13 urgent, RF-12 within-days". */
static char *
list_open (const LumTestLife *life)
{
  g_autoptr (LumDiary) diary = lum_test_life_make (life);
  g_autoptr (LumSafety) safety = lum_safety_new (diary, TODAY);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < safety->open->len; i++) {
    const LumOpenSign *open = &g_array_index (safety->open, LumOpenSign, i);

    g_assert_true (lum_safety_find_open (safety, open->sign->id) == open);
    g_string_append_printf (list, "%s%s %s", i > 0 ? ", " : "", open->sign->id, lum_safety_tier_to_word (open->tier));
  }
  return g_string_free (list, FALSE);
}

/* --- the background --- */

static const struct {
  const char *facts;  /* "cancer=yes birth-year=1950" */
  const char *ticked; /* ids, "RF-12=no" */
  int how;            /* of an onset reported days ago, LumHow */
  int days_ago;
  const char *open;
} backgrounds[] = {
    {"", "RF-13", -1, 0, "RF-13 soon"},
    {"cancer=yes", "RF-13", -1, 0, "RF-13 urgent"},
    {"cancer=no", "RF-13", -1, 0, "RF-13 soon"},
    {"cancer=yes", "RF-13 RF-12=no", -1, 0, "RF-13 soon"},
    {"cancer=yes", "RF-13 RF-12", -1, 0, "RF-13 urgent, RF-12 within-days"},
    {"cancer=yes", "RF-16", -1, 0, "RF-16 soon"},
    {"cancer=yes", "", -1, 0, ""},
    {"weak-immune-system=yes", "RF-13", -1, 0, "RF-13 urgent"},
    {"weak-immune-system=yes", "RF-13 RF-10=no", -1, 0, "RF-13 soon"},
    {"spinal-operation=yes", "RF-13", -1, 0, "RF-13 urgent"},
    {"osteoporosis=yes", "RF-13", -1, 0, "RF-13 soon"},
    {"osteoporosis=yes", "", LUM_HOW_FALL, 5, "RF-17 urgent"},
    {"steroids=yes", "", LUM_HOW_LIFTING, 5, "RF-17 urgent"},
    {"blood-thinners=yes", "", LUM_HOW_FALL, 41, "RF-17 urgent"},
    {"blood-thinners=yes", "", LUM_HOW_FALL, 42, ""},
    {"blood-thinners=yes", "", LUM_HOW_DURING_RUN, 5, ""},
    {"blood-thinners=yes", "RF-17=no", LUM_HOW_FALL, 5, ""},
    {"blood-thinners=no", "", LUM_HOW_FALL, 5, ""},
    {"birth-year=1955", "", LUM_HOW_FALL, 5, "RF-17 urgent"},
    {"birth-year=1956", "", LUM_HOW_FALL, 5, ""},
    {"birth-year=1906", "", LUM_HOW_FALL, 5, ""}, /* nobody is 120 */
    {"birth-year=1907", "", LUM_HOW_FALL, 5, "RF-17 urgent"},
    {"birth-year=soon", "", LUM_HOW_FALL, 5, ""},
    {"birth-year=1800", "", LUM_HOW_FALL, 5, ""},
    {"birth-year=2099", "", LUM_HOW_FALL, 5, ""},
    {"", "", LUM_HOW_FALL, 5, ""},
};

static void
test_background (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (backgrounds); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_auto (GStrv) facts = g_strsplit (backgrounds[i].facts, " ", -1);
    g_auto (GStrv) ticked = g_strsplit (backgrounds[i].ticked, " ", -1);
    g_autofree char *open = NULL;

    g_test_message ("row %u", i);
    for (int f = 0; facts[f] && *facts[f]; f++) {
      g_auto (GStrv) pair = g_strsplit (facts[f], "=", 2);

      know (life, pair[0], pair[1]);
    }
    for (int t = 0; ticked[t] && *ticked[t]; t++) {
      g_auto (GStrv) pair = g_strsplit (ticked[t], "=", 2);

      tick (life, pair[0], pair[1] ? LUM_SAFETY_NO : LUM_SAFETY_YES, 2);
    }
    if (backgrounds[i].how >= 0)
      lum_test_life_add_pain (life, TODAY - backgrounds[i].days_ago, 4, LUM_MOMENT_AVERAGE)->how = backgrounds[i].how;
    open = list_open (life);
    g_assert_cmpstr (open, ==, backgrounds[i].open);
  }
}

/* An operation counts for three months; the newest answer to a fact counts, and none of later. */
static void
test_facts_over_time (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL, later = NULL;
  LumBackground *operation = know (life, LUM_FACT_OPERATION, "yes"), *changed;

  operation->since = TODAY - 91;
  diary = lum_test_life_make (life);
  g_assert_true (lum_background_is_yes (diary, LUM_FACT_OPERATION, TODAY));
  g_assert_false (lum_background_is_yes (diary, LUM_FACT_OPERATION, TODAY + 1));
  g_assert_false (lum_background_is_yes (diary, LUM_FACT_OPERATION, TODAY - 102)); /* not asked yet */
  g_assert_null (lum_background_find (diary, LUM_FACT_CANCER, TODAY));
  changed = know (life, LUM_FACT_OPERATION, "no");
  changed->day = TODAY - 5;
  later = lum_test_life_make (life);
  g_assert_false (lum_background_is_yes (later, LUM_FACT_OPERATION, TODAY));
  g_assert_true (lum_background_is_yes (later, LUM_FACT_OPERATION, TODAY - 20));
}

/* What nobody ticked says where it comes from, and is settled by an answer like any other. */
static void
test_implied_card (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;
  g_autoptr (LumFindings) findings = NULL;
  g_autofree char *settled = NULL;
  const LumCard *card;

  know (life, LUM_FACT_OSTEOPOROSIS, "yes");
  lum_test_life_add_pain (life, TODAY - 3, 4, LUM_MOMENT_AVERAGE)->how = LUM_HOW_FALL;
  diary = lum_test_life_make (life);
  findings = lum_findings_new (diary, TODAY, LUM_UNITS_METRIC);
  card = lum_findings_get_top_card (findings);
  g_assert_cmpstr (card->variant, ==, "urgent");
  g_assert_cmpstr (card->evidence[1], ==, "follows from your other answers and your background");
  g_assert_nonnull (strstr (card->message, "From your answers: minor fall with fragile bones."));
  g_assert_cmpint (findings->tier, ==, LUM_TIER_URGENT);

  tick (life, "RF-17", LUM_SAFETY_NO, 0);
  settled = list_open (life);
  g_assert_cmpstr (settled, ==, "");
}

/* --- RF-22 --- */

static void
test_inflammation (void)
{
  static const struct {
    int yes, no;
    const char *born;
    const char *answered; /* RF-22 itself */
    const char *open;
  } rows[] = {
      {3, 5, NULL, NULL, ""},           {4, 0, NULL, NULL, "RF-22 soon"},
      {8, 0, NULL, NULL, "RF-22 soon"}, {4, 4, "1982", NULL, "RF-22 soon"}, /* 44 */
      {4, 4, "1981", NULL, ""},                                             /* 45 */
      {4, 4, NULL, "no", ""},
  };
  guint n;
  const LumInflammationSign *signs = lum_inflammation_signs_get (&n);

  g_assert_cmpuint (n, ==, 8);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autofree char *open = NULL;

    g_test_message ("row %u", i);
    for (int s = 0; s < rows[i].yes + rows[i].no; s++)
      tick (life, signs[s].id, s < rows[i].yes ? LUM_SAFETY_YES : LUM_SAFETY_NO, 3);
    if (rows[i].born)
      know (life, LUM_FACT_BIRTH_YEAR, rows[i].born);
    if (rows[i].answered)
      tick (life, "RF-22", LUM_SAFETY_NO, 1);
    open = list_open (life);
    g_assert_cmpstr (open, ==, rows[i].open);
  }
}

/* --- RF-R9 --- */

static const struct {
  const char *ticked;
  int score, score_back; /* a score so many days ago, -1: none */
  int below_knee_back;   /* likewise */
  const char *exercise;
  gboolean allowed;
} gates[] = {
    {"", -1, 0, -1, "EX-1", TRUE},      {"", 5, 0, -1, "EX-4", TRUE},      {"", 6, 0, -1, "EX-4", FALSE},
    {"", 6, 3, -1, "EX-6", FALSE},      {"", 6, 4, -1, "EX-6", TRUE},      {"RF-02", -1, 0, -1, "EX-6", FALSE},
    {"RF-10", 0, 0, -1, "EX-6", FALSE}, {"RF-11", 0, 0, -1, "EX-6", TRUE}, {"RF-16", 0, 0, -1, "EX-6", TRUE},
    {"", 2, 0, 0, "EX-1", FALSE},       {"", 2, 0, 6, "EX-4", FALSE},      {"", 2, 0, 7, "EX-4", TRUE},
    {"", 2, 0, 0, "EX-6", TRUE},        {"", 2, 0, 0, "EX-10", TRUE},
};

static void
test_gate (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (gates); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumDiary) diary = NULL;
    g_autoptr (LumFindings) findings = NULL;
    gboolean any;

    g_test_message ("row %u", i);
    if (*gates[i].ticked)
      tick (life, gates[i].ticked, LUM_SAFETY_YES, 1);
    if (gates[i].score >= 0)
      lum_test_life_add_pain (life, TODAY - gates[i].score_back, gates[i].score, LUM_MOMENT_AVERAGE);
    if (gates[i].below_knee_back >= 0) {
      LumDayDetail *detail = lum_test_life_add (life, LUM_RECORD_DAY_DETAIL);

      detail->day = TODAY - gates[i].below_knee_back;
      detail->spread_below_knee = 1;
    }
    diary = lum_test_life_make (life);
    findings = lum_findings_new (diary, TODAY, LUM_UNITS_METRIC);
    any = findings->exercises.exercises != LUM_EXERCISES_OPEN || findings->exercises.below_knee;
    g_assert_cmpint (lum_exercise_gate_allows (&findings->exercises, gates[i].exercise), ==, gates[i].allowed);
    g_assert_cmpint (lum_exercise_gate_describe (&findings->exercises) != NULL, ==, any);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/safety/background", test_background);
  g_test_add_func ("/safety/background/over-time", test_facts_over_time);
  g_test_add_func ("/safety/background/card", test_implied_card);
  g_test_add_func ("/safety/inflammation", test_inflammation);
  g_test_add_func ("/safety/gate", test_gate);
  return g_test_run ();
}
