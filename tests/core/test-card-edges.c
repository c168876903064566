/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When cards and offers come and go, at the edges of their days: the budget (OU-16), what a card's numbers name (MS-3),
 * the offer of the safety check (RF-R5) and the tiers (RF-R1, RF-R2). */
#include <math.h>
#include <string.h>

#include "lum-offer.h"
#include "lum-small-rules.h"
#include "lum-test-findings.h"

#define ORIGIN 20000

static LumTestLife *
live (const char *diary)
{
  LumTestLife *life = lum_test_life_new ();

  lum_test_life_add_days (life, diary, ORIGIN, G_MAXINT32);
  return life;
}

static LumFindings *
find (const LumTestLife *life, int today)
{
  return lum_test_find (life, ORIGIN + today);
}

/* --- the budget --- */

static void
add_event (LumTestLife *life, const char *variant, int day, LumCardEvent event, int until)
{
  lum_test_life_add_card (life, "EP-12", variant, ORIGIN, ORIGIN + day, ORIGIN + day, event,
                          until < 0 ? LUM_DAY_NONE : ORIGIN + until);
}

/* OU-16 on a card that may be said every week: two events and what is left of them. -1: no second one. */
static void
test_budget (void)
{
  static const struct {
    const char *name;
    LumCardEvent first;
    int day, until;
    LumCardEvent second;
    int second_day, second_until;
    int today;
    gboolean shown;
  } rows[] = {
      {"six days later", LUM_CARD_SHOWN, 30, -1, 0, -1, -1, 36, FALSE},
      {"a week later", LUM_CARD_SHOWN, 30, -1, 0, -1, -1, 37, TRUE},
      {"dismissed, 13 days later", LUM_CARD_DISMISSED, 30, -1, 0, -1, -1, 43, FALSE},
      {"dismissed, 14 days later", LUM_CARD_DISMISSED, 30, -1, 0, -1, -1, 44, TRUE},
      {"put off until tomorrow", LUM_CARD_SHOWN, 30, -1, LUM_CARD_LATER, 30, 32, 31, FALSE},
      {"put off until today", LUM_CARD_SHOWN, 30, -1, LUM_CARD_LATER, 30, 32, 32, TRUE},
      {"shown since it came back", LUM_CARD_LATER, 30, 32, LUM_CARD_SHOWN, 32, -1, 33, FALSE},
      {"… and since before", LUM_CARD_LATER, 30, 32, LUM_CARD_SHOWN, 31, -1, 33, TRUE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = live ("1x50");
    g_autoptr (LumFindings) findings = NULL;

    g_test_message ("%s", rows[i].name);
    add_event (life, "low-grade", rows[i].day, rows[i].first, rows[i].until);
    if (rows[i].second_day >= 0)
      add_event (life, "low-grade", rows[i].second_day, rows[i].second, rows[i].second_until);
    findings = find (life, rows[i].today);
    g_assert_cmpint (lum_test_find_card (findings, "EP-12")->shown, ==, rows[i].shown);
  }
}

/* Only what was shown today takes the day's turn; what was put away today leaves it to another. */
static void
test_turn (void)
{
  static const LumCardEvent all[] = {LUM_CARD_SHOWN, LUM_CARD_LATER, LUM_CARD_DISMISSED, LUM_CARD_SETTLED};

  for (guint i = 0; i < G_N_ELEMENTS (all); i++) {
    g_autoptr (LumTestLife) life = live ("4x20 7 8");
    g_autoptr (LumFindings) findings = NULL;

    lum_test_life_add_card (life, "EP-11", "severe", ORIGIN + 20, ORIGIN + 21, ORIGIN + 21, all[i], LUM_DAY_NONE);
    findings = find (life, 21);
    g_assert_cmpint (lum_test_find_card (findings, "EP-11")->shown, ==, all[i] == LUM_CARD_SHOWN);
    g_assert_cmpint (lum_test_find_card (findings, "EP-8")->shown, ==, all[i] != LUM_CARD_SHOWN);
  }
}

/* EP-9, dismissed: comes back when worse, but not on the day on which it was put away. */
static void
test_dismissed_and_worse (void)
{
  for (int day = 26; day <= 27; day++) {
    g_autoptr (LumTestLife) life = live ("3 0x6 3 0x6 3 0x6 9x4 0x2 9");
    g_autoptr (LumFindings) findings = NULL;
    const LumCard *card;

    lum_test_life_add_card (life, "EP-9", "comes-and-goes", ORIGIN, ORIGIN + day, ORIGIN + day, LUM_CARD_DISMISSED,
                            LUM_DAY_NONE);
    /* The strong pain has its own card, which goes first. */
    lum_test_life_add_card (life, "EP-11", "severe", ORIGIN, ORIGIN + 26, ORIGIN + 26, LUM_CARD_LATER, LUM_DAY_NONE);
    findings = find (life, 27);
    card = lum_test_find_card (findings, "EP-9");
    g_assert_nonnull (card);
    g_assert_true (card->worse);
    g_assert_cmpint (card->shown, ==, day == 26);
  }
}

/* --- what the numbers of a card name --- */

/* OU-11: a run without a score in or after it, but with two mornings; and one without mornings. For three days. */
static void
test_single_run (void)
{
  static const struct {
    int during, morning, next; /* -1: none */
    int today;                 /* the run is on day 9 */
    const char *variant;
    gboolean worst, next_morning;
  } rows[] = {
      {-1, 0, 4, 10, "not-back", FALSE, TRUE}, {6, -1, -1, 10, "red", TRUE, FALSE}, {6, 0, 1, 10, "red", TRUE, TRUE},
      {6, -1, -1, 9, "red", TRUE, FALSE},      {6, -1, -1, 11, "red", TRUE, FALSE}, {6, -1, -1, 12, NULL, FALSE, FALSE},
      {6, -1, -1, 8, NULL, FALSE, FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumFindings) findings = NULL;
    const LumCard *card;

    lum_test_life_add_run (life, ORIGIN + 9, 5000);
    if (rows[i].during >= 0)
      lum_test_life_add_pain (life, ORIGIN + 9, rows[i].during, LUM_MOMENT_DURING_RUN);
    if (rows[i].morning >= 0)
      lum_test_life_add_pain (life, ORIGIN + 9, rows[i].morning, LUM_MOMENT_WAKING);
    if (rows[i].next >= 0)
      lum_test_life_add_pain (life, ORIGIN + 10, rows[i].next, LUM_MOMENT_WAKING);
    findings = find (life, rows[i].today);
    card = lum_test_find_card (findings, "OU-11");
    g_test_message ("row %u", i);
    g_assert_cmpstr (card ? card->variant : NULL, ==, rows[i].variant);
    if (!card)
      continue;
    g_assert_cmpint (lum_test_get_evidence (card, "Worst during or after the run") != NULL, ==, rows[i].worst);
    g_assert_cmpint (lum_test_get_evidence (card, "Next morning") != NULL, ==, rows[i].next_morning);
  }
}

/* OU-12: of two pairs the card is of the one that crossed last. */
static void
test_two_pairs (void)
{
  for (int first = 0; first < 2; first++) {
    g_autoptr (LumTestLife) life = live ("0x39 3x5");
    g_autoptr (LumFindings) findings = NULL;

    for (int pair = 0; pair < 2; pair++) {
      LumShoe *shoe = lum_test_life_add (life, LUM_RECORD_SHOE);

      shoe->name = pair == 0 ? "Blue" : "Red";
      shoe->start_distance_m = 499000;
      lum_test_life_add_run (life, ORIGIN + (pair == first ? 40 : 42), 5000)->shoe_id = shoe->base.id;
    }
    findings = find (life, 43);
    g_assert_nonnull (strstr (lum_test_find_card (findings, "OU-12")->message, first == 0 ? "Red" : "Blue"));
  }
}

/* OU-13, OU-14: runs of tomorrow do not exist yet; two runs are enough for a break. */
static void
test_small_rules (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;

  lum_test_life_add_run (life, ORIGIN, 10000);
  lum_test_life_add_run (life, ORIGIN + 20, 8000);
  lum_test_life_add_run (life, ORIGIN + 21, 8000);
  diary = lum_test_life_make (life);
  g_assert_cmpint (lum_after_break_new (diary, ORIGIN + 19).days_off, ==, 0);
  g_assert_cmpint (lum_after_break_new (diary, ORIGIN + 20).days_off, ==, 19);
  g_assert_true (lum_after_break_new (diary, ORIGIN + 20).too_far);
  g_assert_cmpint (lum_after_break_new (diary, ORIGIN + 21).days_off, ==, 0);
  g_assert_cmpint (lum_after_break_new (diary, ORIGIN - 1).days_off, ==, 0);

  g_autoptr (LumTestLife) pair = lum_test_life_new ();
  g_autoptr (LumDiary) in_one = NULL;

  for (int i = 0; i < 9; i++)
    lum_test_life_add_run (pair, ORIGIN + i, 5000)->shoe_id = i < 8 ? "a" : "b";
  in_one = lum_test_life_make (pair);
  g_assert_cmpint (lum_count_runs_in_one_pair (in_one, ORIGIN + 7), ==, 8);
  g_assert_cmpint (lum_count_runs_in_one_pair (in_one, ORIGIN + 6), ==, 0);
  g_assert_cmpint (lum_count_runs_in_one_pair (in_one, ORIGIN + 8), ==, 0);
}

/* --- the safety check --- */

/* RF-R1, RF-R2: emergency and urgent are alerts, within days a caution, soon a note. */
static void
test_severity (void)
{
  static const struct {
    const char *sign, *variant;
    LumSafetyWord word;
    LumSeverity severity;
  } rows[] = {
      {"RF-02", "emergency", LUM_SAFETY_YES, LUM_SEVERITY_ALERT},
      {"RF-02", "emergency", LUM_SAFETY_NOT_SURE, LUM_SEVERITY_ALERT},
      {"RF-10", "urgent", LUM_SAFETY_YES, LUM_SEVERITY_ALERT},
      {"RF-11", "within-days", LUM_SAFETY_YES, LUM_SEVERITY_CAUTION},
      {"RF-16", "soon", LUM_SAFETY_YES, LUM_SEVERITY_NOTE},
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumFindings) findings = NULL;
    LumSafetyAnswer *answer = lum_test_life_add (life, LUM_RECORD_SAFETY_ANSWER);
    const LumCard *card;

    answer->question = rows[i].sign;
    answer->answer = rows[i].word;
    answer->day = ORIGIN;
    findings = find (life, 0);
    card = lum_test_find_card (findings, "RF");
    g_assert_cmpstr (card->variant, ==, rows[i].variant);
    g_assert_cmpint (card->severity, ==, rows[i].severity);
    /* RF-R7: "not sure" is told apart from yes. */
    g_assert_cmpstr (card->evidence[1], ==, rows[i].word == LUM_SAFETY_YES ? "yes" : "not sure");
  }
}

/* RF-R5: each thing that brings the check, against the day of the last check. */
static void
test_offers (void)
{
  static const struct {
    const char *name;
    const char *pain;
    int flare[2]; /* days of answers, -1: none */
    int yes[2];
    int today;
    int checked; /* -1: never; everything was no */
    LumOffer offer;
  } rows[] = {
      {"a pain day of 2 confirms", "2 2", {-1, -1}, {0}, 1, -1, LUM_OFFER_CONFIRMED},
      {"two weeks of 2", "2x15", {-1, -1}, {0}, 14, 3, LUM_OFFER_TWO_WEEKS},
      {"checked on the day on which it confirmed", "2 2 2", {-1, -1}, {0}, 2, 1, LUM_OFFER_NONE},
      {"no flare", "3x10", {9, -1}, {0, 0}, 9, 5, LUM_OFFER_NONE},
      {"a flare", "3x10", {9, -1}, {1, 0}, 9, 5, LUM_OFFER_FLARE},
      {"a flare again, after a check that knew of one", "3x10", {3, 9}, {1, 1}, 9, 5, LUM_OFFER_NONE},
      {"… on whose day it was", "3x10", {5, 9}, {1, 1}, 9, 5, LUM_OFFER_NONE},
      {"strong on the day of the check, and again", "3x10 7 0 7", {-1, -1}, {0}, 12, 10, LUM_OFFER_NONE},
      {"strong 28 days before the check", "7 0x27 0 7", {-1, -1}, {0}, 29, 28, LUM_OFFER_STRONG},
      {"strong 27 days before the check", "0 7 0x26 0 7", {-1, -1}, {0}, 29, 28, LUM_OFFER_NONE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = live (rows[i].pain);
    g_autoptr (LumDiary) diary = NULL;
    g_autoptr (LumStatus) status = NULL;

    g_test_message ("%s", rows[i].name);
    for (int f = 0; f < 2; f++)
      if (rows[i].flare[f] >= 0) {
        LumFlareAnswer *flare = lum_test_life_add (life, LUM_RECORD_FLARE_ANSWER);

        flare->day = ORIGIN + rows[i].flare[f];
        flare->yes = rows[i].yes[f];
      }
    if (rows[i].checked >= 0) {
      LumSafetyAnswer *answer = lum_test_life_add (life, LUM_RECORD_SAFETY_ANSWER);

      answer->question = "RF-01";
      answer->answer = LUM_SAFETY_NO;
      answer->day = ORIGIN + rows[i].checked;
    }
    diary = lum_test_life_make (life);
    status = lum_status_new (diary, ORIGIN + rows[i].today);
    g_assert_cmpint (lum_offer_new (diary, status), ==, rows[i].offer);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/card-edges/budget", test_budget);
  g_test_add_func ("/card-edges/turn", test_turn);
  g_test_add_func ("/card-edges/dismissed-and-worse", test_dismissed_and_worse);
  g_test_add_func ("/card-edges/single-run", test_single_run);
  g_test_add_func ("/card-edges/two-pairs", test_two_pairs);
  g_test_add_func ("/card-edges/small-rules", test_small_rules);
  g_test_add_func ("/card-edges/severity", test_severity);
  g_test_add_func ("/card-edges/offers", test_offers);
  return g_test_run ();
}
