/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards of load (rules §4, §9): when each is there and what it says, which of two comes first, and that the budget
 * holds when all of them speak at once. */
#include <string.h>

#include "lum-test-findings.h"

/* 2026-05-11 is a Monday; day 0 of the diaries below. */
static LumDay
get_origin (void)
{
  return lum_day_from_ymd (2026, 5, 11);
}

static LumFindings *
find (const LumTestLife *life, int today)
{
  return lum_test_find (life, get_origin () + today);
}

static LumTestLife *
live (const char *diary)
{
  LumTestLife *life = lum_test_life_new ();

  lum_test_life_add_days (life, diary, get_origin (), G_MAXINT32);
  return life;
}

static LumRun *
add_run (LumTestLife *life, int day, double metres)
{
  return lum_test_life_add_run (life, get_origin () + day, metres);
}

static LumPainEntry *
add_pain (LumTestLife *life, int day, int score, LumMoment moment)
{
  return lum_test_life_add_pain (life, get_origin () + day, score, moment);
}

/* OU-7, OU-8: a note, a caution while the back hurts, silence while learning (OU-17) and while nothing hurts (OU-18). */
static void
test_few_rest_days (void)
{
  static const struct {
    const char *pain;
    int today;
    int missed; /* a day without a run in the last 14 is missed every so many */
    const char *rest, *streak;
  } rows[] = {
      {"0x20 3 0x9", 29, 0,
       "0 rest days in the last 14. The article names too little recovery as one cause of back "
       "pain; most plans have a rest day or two each week.",
       "30 run days in a row, more than your usual 0. A day off is allowed."},
      {"0x20 3x10", 29, 0,
       "0 rest days in the last 14, while your back is hurting. The article names too little "
       "recovery as one cause of back pain; most plans have a rest day or two each week.",
       "30 run days in a row, while your back is hurting. A day off is allowed."},
      {"0x20 3x10", 29, 13,
       "1 rest day in the last 14, while your back is hurting. The article names too little "
       "recovery as one cause of back pain; most plans have a rest day or two each week.",
       "12 run days in a row, while your back is hurting. A day off is allowed."},
      {"0x20 3x10", 29, 3, NULL, NULL},
      {"0x20 3x8", 27, 0, NULL, NULL}, /* 28 days of diary */
      {"3 0x35", 30, 0, NULL, NULL},   /* no pain for 30 days */
      {"0 3 0x35", 30, 0,
       "0 rest days in the last 14. The article names too little recovery as one cause of back "
       "pain; most plans have a rest day or two each week.",
       "31 run days in a row, more than your usual 0. A day off is allowed."},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = live (rows[i].pain);
    g_autoptr (LumFindings) findings = NULL;
    const LumCard *rest, *streak;

    g_test_message ("row %u", i);
    for (int day = 0; day <= rows[i].today; day++)
      if (rows[i].missed == 0 || (rows[i].today - day) % rows[i].missed != rows[i].missed - 1)
        add_run (life, day, 5000);
    findings = find (life, rows[i].today);
    rest = lum_test_find_card (findings, "OU-7");
    streak = lum_test_find_card (findings, "OU-8");
    g_assert_cmpstr (rest ? rest->message : NULL, ==, rows[i].rest);
    g_assert_cmpstr (streak ? streak->message : NULL, ==, rows[i].streak);
    if (rest)
      lum_test_assert_complete (rest);
    if (streak)
      lum_test_assert_complete (streak);
    if (rest && streak)
      g_assert_cmpint (rest->severity, ==, streak->severity);
  }
}

/* OU-11: the newest run, else the patterns; to new users too. */
static void
test_through_pain (void)
{
  static const struct {
    int runs, during, after, morning, next; /* every other day, the last is today − 1 */
    const char *variant, *message;
  } rows[] = {
      {1, 6, 2, 1, 1, "red",
       "Pain reached 6 during this run. Next time stop or walk when it passes 5. If that happens twice in a week, "
       "pause "
       "running and talk to someone."},
      {1, 2, 7, 1, 1, "red",
       "Pain reached 7 in the two hours after this run. Make the next one shorter or easier. If that happens twice in "
       "a "
       "week, pause running and talk to someone."},
      {1, 4, 4, 1, 5, "not-back",
       "The morning after, your back was 4 points above the morning before. The last run was probably more than it "
       "likes "
       "right now."},
      {1, 5, 5, 1, 2, NULL, NULL},
      {2, 6, 2, 1, 1, "red-runs",
       "2 runs in the last seven days hurt too much. Pause running, keep walking, and talk to someone."},
      {2, 2, 2, 0, 2, "not-back",
       "The morning after, your back was 2 points above the morning before. The last run was probably more than it "
       "likes "
       "right now."},
      {3, 2, 2, 0, 2, "not-backs",
       "After 3 runs of the last two weeks, your back was worse on the next morning. Shorter or fewer runs until "
       "mornings "
       "are as before would be kind to it."},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumFindings) findings = NULL, later = NULL;
    const LumCard *card;

    g_test_message ("row %u", i);
    for (int run = 0; run < rows[i].runs; run++) {
      int day = 9 - 3 * run;

      add_run (life, day, 5000);
      add_pain (life, day, rows[i].morning, LUM_MOMENT_WAKING);
      add_pain (life, day, rows[i].during, LUM_MOMENT_DURING_RUN);
      add_pain (life, day, rows[i].after, LUM_MOMENT_AFTER_RUN);
      add_pain (life, day + 1, rows[i].next, LUM_MOMENT_WAKING);
    }
    findings = find (life, 10);
    card = lum_test_find_card (findings, "OU-11");
    g_assert_cmpstr (card ? card->variant : NULL, ==, rows[i].variant);
    g_assert_cmpstr (card ? card->message : NULL, ==, rows[i].message);
    if (card)
      lum_test_assert_complete (card);
    later = find (life, 30);
    g_assert_null (lum_test_find_card (later, "OU-11"));
  }
}

/* OU-15's own message, with what it stands on. */
static void
test_overuse (void)
{
  g_autoptr (LumTestLife) life = live ("0x34 3x6"), one = live ("0x34 3x6");
  g_autoptr (LumFindings) findings = NULL, large = NULL;
  const LumCard *card;

  for (int day = 0; day < 36; day += 4)
    add_run (life, day, 10000);
  add_run (life, 36, 14000);
  add_pain (life, 36, 6, LUM_MOMENT_DURING_RUN);
  add_run (life, 38, 5000);
  add_pain (life, 38, 7, LUM_MOMENT_DURING_RUN);
  findings = find (life, 39);
  card = lum_test_find_card (findings, "OU-15");
  g_assert_nonnull (card);
  lum_test_assert_complete (card);
  g_assert_cmpint (card->severity, ==, LUM_SEVERITY_ALERT);
  g_assert_cmpstr (
      card->message, ==,
      "Some things came together in the last two weeks, while your back hurts: a run 40 % beyond your recent "
      "longest; two runs in a week that hurt too much. The article names overuse — too much running without "
      "time to recover — as one cause. An easier week is a cheap test.");
  g_assert_cmpstr (card->evidence[0], ==, "a run 40 % beyond your recent longest");
  g_assert_cmpstr (card->evidence[1], ==, "in the days up to 16 Jun; counts 2");

  for (int day = 0; day < 32; day++)
    if (day % 7 < 4)
      add_run (one, day, 5000);
  add_run (one, 36, 11000);
  large = find (one, 39);
  g_assert_true (g_str_has_prefix (lum_test_find_card (large, "OU-15")->message,
                                   "One thing stands out in the last two weeks, while your back hurts: a run 120 % "
                                   "beyond your recent longest. "));
}

/* MS-1, pair by pair: of two that hold together, the one that MS-1 names first stands before the other. */
static void
test_pairs (void)
{
  static const char *const order[] = {"RF emergency", "RF urgent", "RF within-days", "EP-11", "EP-8 beyond",
                                      "EP-9",         "OU-15",     "OU-5",           "OU-11", "EP-8 approaching",
                                      "RF soon",      "OU-7",      "OU-8",           "EP-12", "OU-12"};
  static const char *const pains[] = {
      "4x35", "0x14 4x21", "0x28 4x5 7 8", "4x33 7 8", "4 0x6 4 0x6 4 0x6 4 0x6 4 0x5 4", "1x34 1"};
  gboolean met[G_N_ELEMENTS (order)][G_N_ELEMENTS (order)] = {{FALSE}};
  guint n_met = 0;

  for (guint p = 0; p < G_N_ELEMENTS (pains); p++)
    for (int emergency = 0; emergency <= 1; emergency++) {
      g_autoptr (LumTestLife) life = live (pains[p]);
      g_autoptr (LumFindings) findings = NULL;
      LumShoe *shoe = lum_test_life_add (life, LUM_RECORD_SHOE);
      int before = -1;

      shoe->name = "Blue";
      shoe->start_distance_m = 499000;
      for (int day = 0; day <= 34; day++)
        add_run (life, day, day < 34 ? 5000 : 14000)->shoe_id = day == 34 ? shoe->base.id : NULL;
      if (p < 4) {
        add_pain (life, 32, 6, LUM_MOMENT_DURING_RUN);
        add_pain (life, 34, 6, LUM_MOMENT_DURING_RUN);
      }
      for (int sign = 0; sign < 4; sign++) {
        static const char *const ids[] = {"RF-02", "RF-10", "RF-11", "RF-16"};
        LumSafetyAnswer *answer = lum_test_life_add (life, LUM_RECORD_SAFETY_ANSWER);

        answer->question = ids[sign];
        answer->answer = sign > 0 || emergency ? LUM_SAFETY_YES : LUM_SAFETY_NO;
        answer->day = get_origin () + 34;
      }
      findings = find (life, 34);
      for (guint i = 0; i < findings->cards->len; i++) {
        const LumCard *card = g_ptr_array_index (findings->cards, i);
        g_autofree char *name = g_strdup_printf ("%s %s", card->rule, card->variant ? card->variant : "");
        int place = -1;

        for (guint o = 0; o < G_N_ELEMENTS (order); o++)
          if (g_str_has_prefix (name, order[o]))
            place = (int) o;
        g_assert_cmpint (place, >, before);
        for (int o = 0; o < place; o++)
          for (guint j = 0; j < i; j++) {
            const LumCard *other = g_ptr_array_index (findings->cards, j);
            g_autofree char *other_name = g_strdup_printf ("%s %s", other->rule, other->variant ? other->variant : "");

            if (g_str_has_prefix (other_name, order[o]) && !met[o][place]) {
              met[o][place] = TRUE;
              n_met++;
            }
          }
        before = place;
        g_assert_cmpint (card->shown, ==, card->shown && (!emergency || i == 0));
      }
    }
  g_test_message ("%u pairs met", n_met);
  g_assert_cmpuint (n_met, >=, 60);
}

/* OU-16: a diary in which all of it holds every day for 14 days. At most one card a day, every rule once. */
static void
test_budget_of_everything (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (GHashTable) held = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) rules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint shown = 0;

  lum_test_life_add_days (life, "0x10 4x21 7 8 7 8 7 8 7 8 7 8 7 8 7 8 7", get_origin (), G_MAXINT32);
  for (int shoe_no = 0; shoe_no < 14; shoe_no++) {
    LumShoe *shoe = lum_test_life_add (life, LUM_RECORD_SHOE);
    LumRun *run;

    shoe->name = "Blue";
    shoe->start_distance_m = 499000;
    run = add_run (life, 31 + shoe_no, 5000 * (3 + shoe_no * 1.5));
    run->shoe_id = shoe->base.id;
    add_pain (life, 31 + shoe_no, 7, LUM_MOMENT_DURING_RUN);
  }
  for (int day = 0; day < 31; day++)
    add_run (life, day, 5000);

  for (int today = 31; today < 45; today++) {
    g_autoptr (LumFindings) findings = find (life, today);
    guint of_day = 0;

    for (guint i = 0; i < findings->cards->len; i++) {
      const LumCard *card = g_ptr_array_index (findings->cards, i);

      g_hash_table_add (held, g_strdup (card->rule));
      of_day += card->shown;
      if (card->shown) {
        g_hash_table_add (rules, g_strdup (card->rule));
        lum_test_life_add_card (life, card->rule, card->variant, card->first, card->last, get_origin () + today,
                                LUM_CARD_SHOWN, LUM_DAY_NONE);
      }
    }
    g_assert_cmpuint (of_day, <=, 1);
    shown += of_day;
  }
  g_assert_cmpuint (shown, <=, 14);
  g_assert_cmpuint (g_hash_table_size (held), ==, g_hash_table_size (rules));
  for (guint i = 0; i < 8; i++) {
    static const char *const all[] = {"EP-8", "EP-11", "OU-5", "OU-7", "OU-8", "OU-11", "OU-12", "OU-15"};

    g_assert_true (g_hash_table_contains (rules, all[i]));
  }
}

/* OU-17, OU-18: runs alone never make a card. */
static void
test_runs_alone (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);

  for (int life_no = 0; life_no < 200; life_no++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumDiary) diary = NULL;

    for (int day = 0; day < 28; day++)
      if (g_rand_boolean (rand))
        for (int run = g_rand_int_range (rand, 1, 3); run > 0; run--) {
          LumRun *added = lum_test_life_add_run (life, get_origin () + day, g_rand_double_range (rand, 1000, 42000));

          added->timer_s = g_rand_double_range (rand, 600, 20000);
          added->effort = g_rand_int_range (rand, 0, 11);
          added->ascent_m = g_rand_double_range (rand, 0, 2000);
          added->surface = g_rand_int_range (rand, 0, 6);
          added->pain_before = 0;
        }
    diary = lum_test_life_make (life);
    for (int day = 0; day < 28; day += 3) {
      g_autoptr (LumFindings) findings = lum_findings_new (diary, get_origin () + day, LUM_UNITS_METRIC);

      g_assert_cmpuint (findings->cards->len, ==, 0);
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/load-cards/budget/everything", test_budget_of_everything);
  g_test_add_func ("/load-cards/few-rest-days", test_few_rest_days);
  g_test_add_func ("/load-cards/through-pain", test_through_pain);
  g_test_add_func ("/load-cards/overuse", test_overuse);
  g_test_add_func ("/load-cards/pairs", test_pairs);
  g_test_add_func ("/load-cards/runs-alone", test_runs_alone);
  return g_test_run ();
}
