/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The safety check (rules §3): tiers × answers × what became of them, which card stands where, when it is offered. */
#include <string.h>

#include "lum-emergency.h"
#include "lum-findings.h"
#include "lum-offer.h"
#include "lum-safety.h"
#include "lum-test-life.h"

#define ORIGIN 20000

static LumSafetyAnswer *
answer (LumTestLife *life, const char *question, LumSafetyWord word, int day)
{
  LumSafetyAnswer *record = lum_test_life_add (life, LUM_RECORD_SAFETY_ANSWER);

  record->question = question;
  record->answer = word;
  record->day = ORIGIN + day;
  return record;
}

static LumTier
get_tier (const LumTestLife *life, int today, gboolean *locked)
{
  g_autoptr (LumDiary) diary = lum_test_life_make (life);
  g_autoptr (LumSafety) safety = lum_safety_new (diary, ORIGIN + today);

  *locked = safety->exercises_locked;
  return safety->tier;
}

/* Every sign × every answer × what became of it (RF-R3, RF-R4). */
static void
test_truth_table (void)
{
  enum { OPEN, CHECKED, CHECKED_LATER, MISTAKE, NO_LATER, NOT_SURE_LATER, OLD_LATER, TOMORROW, LATER, N_FATES };
  guint n, open = 0, rows = 0;
  const LumSafetySign *signs = lum_safety_signs_get (&n);

  for (guint i = 0; i < n; i++)
    for (int word = LUM_SAFETY_NO; word <= LUM_SAFETY_OLD_CHECKED; word++)
      for (int fate = OPEN; fate < N_FATES; fate++) {
        g_autoptr (LumTestLife) life = lum_test_life_new ();
        LumSafetyAnswer *record = answer (life, signs[i].id, word, fate == TOMORROW ? 11 : fate == LATER ? 12 : 10);
        gboolean fresh = signs[i].fresh_is_never_old, emergency = signs[i].tier == LUM_TIER_EMERGENCY;
        /* RF-01…05: "old and checked", and new this week, is a yes. */
        gboolean counts = word == LUM_SAFETY_YES || (word == LUM_SAFETY_NOT_SURE && emergency) ||
                          (word == LUM_SAFETY_OLD_CHECKED && fresh);
        LumTier wanted, tier;
        gboolean locked;

        record->since = ORIGIN + 8;
        switch (fate) {
        case CHECKED:
          record->checked_on = ORIGIN + 10;
          counts = FALSE;
          break;
        case CHECKED_LATER: /* not yet */
          record->checked_on = ORIGIN + 20;
          break;
        case MISTAKE:
          record->mistake_on = ORIGIN + 10;
          counts = FALSE;
          break;
        case NO_LATER: /* nobody has looked at it by that */
          answer (life, signs[i].id, LUM_SAFETY_NO, 10);
          break;
        case NOT_SURE_LATER:
          answer (life, signs[i].id, LUM_SAFETY_NOT_SURE, 10);
          counts = counts || emergency;
          break;
        case OLD_LATER:
          answer (life, signs[i].id, LUM_SAFETY_OLD_CHECKED, 10)->since = ORIGIN - 4;
          counts = FALSE;
          break;
        case LATER:
          counts = FALSE;
          break;
        default: /* TOMORROW: it was given beyond the date line */
          break;
        }
        wanted = counts ? signs[i].tier : LUM_TIER_NONE;
        tier = get_tier (life, 10, &locked);
        g_test_message ("%s, answer %d, fate %d", signs[i].id, word, fate);
        g_assert_cmpint (tier, ==, wanted);
        g_assert_cmpint (locked, ==, wanted == LUM_TIER_EMERGENCY || wanted == LUM_TIER_URGENT);
        /* It stays, for years. */
        if (fate == OPEN)
          g_assert_cmpint (get_tier (life, 4000, &locked), ==, wanted);
        if (fate == CHECKED_LATER)
          g_assert_cmpint (get_tier (life, 20, &locked), ==, LUM_TIER_NONE);
        open += wanted != LUM_TIER_NONE;
        rows++;
      }
  g_assert_cmpuint (n, ==, 25);
  g_assert_cmpuint (rows, ==, 25 * 4 * N_FATES);
  g_assert_cmpuint (open, >, 25 * 4);
}

/* A tick that was a mistake takes away itself, not one before it; a check takes all before it. */
static void
test_several_answers (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  LumSafetyAnswer *second;
  gboolean locked;

  answer (life, "RF-02", LUM_SAFETY_YES, 1);
  second = answer (life, "RF-02", LUM_SAFETY_YES, 3);
  second->mistake_on = ORIGIN + 3;
  g_assert_cmpint (get_tier (life, 3, &locked), ==, LUM_TIER_EMERGENCY);
  second->mistake_on = LUM_DAY_NONE;
  second->checked_on = ORIGIN + 4;
  g_assert_cmpint (get_tier (life, 4, &locked), ==, LUM_TIER_NONE);
  answer (life, "RF-02", LUM_SAFETY_YES, 6);
  g_assert_cmpint (get_tier (life, 6, &locked), ==, LUM_TIER_EMERGENCY);
}

/* The table of rules §3. */
static void
test_tiers (void)
{
  static const char *const tiers[LUM_N_TIERS] = {
      "RF-01 RF-02 RF-03 RF-04 RF-05 RF-06 RF-07 RF-08 RF-09 RF-24",
      "RF-10 RF-14 RF-17 RF-18 RF-20 RF-25",
      "RF-12 RF-11",
      "RF-13 RF-15 RF-16 RF-21 RF-26 RF-23 RF-22",
  };
  guint n, seen = 0;
  const LumSafetySign *signs = lum_safety_signs_get (&n);

  for (int tier = 0; tier < LUM_N_TIERS; tier++) {
    g_auto (GStrv) ids = g_strsplit (tiers[tier], " ", -1);

    g_assert_cmpint (lum_safety_tier_from_word (lum_safety_tier_to_word (tier)), ==, tier);
    for (int i = 0; ids[i]; i++, seen++) {
      const LumSafetySign *sign = lum_safety_sign_find (ids[i]);

      g_assert_nonnull (sign);
      g_assert_cmpint (sign->tier, ==, tier);
      g_assert_cmpint (sign->fresh_is_never_old, ==, strcmp (sign->id, "RF-05") <= 0);
      g_assert_cmpint (sign->pauses_running, ==, g_str_equal (sign->id, "RF-21"));
      g_assert_cmpint (sign->counted, ==, g_str_equal (sign->id, "RF-22"));
    }
  }
  g_assert_cmpuint (seen, ==, n);
  for (guint i = 0; i < 10; i++)
    g_assert_cmpint (signs[i].tier, ==, LUM_TIER_EMERGENCY); /* ten lines first (RF-R6) */
  g_assert_null (lum_safety_sign_find ("RF-27"));
  g_assert_cmpint (lum_safety_tier_from_word ("late"), ==, LUM_TIER_NONE);
}

/* RF-13 is urgent beside RF-10, RF-11 or RF-12, and only beside an open one. */
static void
test_combinations (void)
{
  static const struct {
    const char *with;
    LumSafetyWord word;
    LumTier tier;
  } rows[] = {
      {"RF-10", LUM_SAFETY_YES, LUM_TIER_URGENT},         {"RF-11", LUM_SAFETY_YES, LUM_TIER_URGENT},
      {"RF-12", LUM_SAFETY_YES, LUM_TIER_URGENT},         {"RF-11", LUM_SAFETY_NOT_SURE, LUM_TIER_SOON},
      {"RF-12", LUM_SAFETY_OLD_CHECKED, LUM_TIER_SOON},   {"RF-15", LUM_SAFETY_YES, LUM_TIER_SOON},
      {"RF-02", LUM_SAFETY_NOT_SURE, LUM_TIER_EMERGENCY}, {"RF-12", LUM_SAFETY_NO, LUM_TIER_SOON},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    gboolean locked;

    answer (life, "RF-13", LUM_SAFETY_YES, 3);
    answer (life, rows[i].with, rows[i].word, 3);
    g_assert_cmpint (get_tier (life, 3, &locked), ==, rows[i].tier);
  }
}

static void
test_old (void)
{
  const LumSafetySign *saddle = lum_safety_sign_find ("RF-01"), *chest = lum_safety_sign_find ("RF-07");

  g_assert_false (lum_safety_can_be_old (saddle, ORIGIN - 13, ORIGIN));
  g_assert_true (lum_safety_can_be_old (saddle, ORIGIN - 14, ORIGIN));
  g_assert_false (lum_safety_can_be_old (saddle, LUM_DAY_NONE, ORIGIN));
  g_assert_true (lum_safety_can_be_old (chest, ORIGIN, ORIGIN));
}

/* --- cards --- */

/* What is shown, in order: "RF emergency, EP-8". */
static char *
list_shown (const LumTestLife *life, int today)
{
  g_autoptr (LumDiary) diary = lum_test_life_make (life);
  g_autoptr (LumFindings) findings = lum_findings_new (diary, ORIGIN + today, LUM_UNITS_METRIC);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < findings->cards->len; i++) {
    const LumCard *card = g_ptr_array_index (findings->cards, i);

    g_assert_true (*card->message && *card->window && *card->title && card->evidence[0] && card->actions);
    if (!card->shown)
      continue;
    g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", card->rule);
    if (g_str_equal (card->rule, "RF"))
      g_string_append_printf (list, " %s", card->variant);
  }
  return g_string_free (list, FALSE);
}

/* A life in which everything speaks on day 34: weeks of pain, rising at the end, long runs every day. */
static LumTestLife *
live_hard (const char *pain)
{
  LumTestLife *life = lum_test_life_new ();

  lum_test_life_add_days (life, pain, ORIGIN, G_MAXINT32);
  for (int day = 0; day <= 34; day++)
    lum_test_life_add_run (life, ORIGIN + day, day < 34 ? 5000 : 14000);
  return life;
}

static void
test_cards (void)
{
  static const struct {
    const char *pain;
    const char *ticked;
    const char *shown;
  } rows[] = {
      {"4x35", "", "EP-8"},
      {"4x33 7 8", "", "EP-11"},
      {"4x35", "RF-02", "RF emergency"},
      {"0x35", "RF-02", "RF emergency"}, /* S17: also at 0 out of 10 */
      {"", "RF-02", "RF emergency"},
      {"4x33 7 8", "RF-02 RF-10 RF-11 RF-16", "RF emergency"},
      {"4x33 7 8", "RF-10", "RF urgent, EP-11"},
      {"4x35", "RF-10 RF-11 RF-16", "RF urgent, RF within-days, EP-8, RF soon"},
      {"4x35", "RF-11", "RF within-days, EP-8"},
      {"4x35", "RF-16", "EP-8, RF soon"},
      {"0x14 4x21", "", "OU-15"},
      {"0x14 4x21", "RF-16", "OU-15, RF soon"},
      {"0x14 4x21", "RF-10", "RF urgent, EP-8"}, /* nothing about running beside "leave running" */
      {"0x14 4x21", "RF-11", "RF within-days, EP-8"},
      {"0x35", "RF-16", "RF soon"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = live_hard (rows[i].pain);
    g_auto (GStrv) ticked = g_strsplit (rows[i].ticked, " ", -1);
    g_autofree char *shown = NULL;

    g_test_message ("row %u", i);
    for (int t = 0; ticked[t]; t++)
      if (*ticked[t])
        answer (life, g_intern_string (ticked[t]), LUM_SAFETY_YES, 34);
    shown = list_shown (life, 34);
    g_assert_cmpstr (shown, ==, rows[i].shown);
  }
}

/* No budget, no dismissal and no "later" puts it away (RF-R4, OU-16). */
static void
test_cards_stay (void)
{
  g_autoptr (LumTestLife) life = live_hard ("4x35");

  answer (life, "RF-10", LUM_SAFETY_YES, 30);
  for (int event = LUM_CARD_SHOWN; event <= LUM_CARD_SETTLED; event++)
    lum_test_life_add_card (life, "RF", "urgent", ORIGIN + 30, ORIGIN + 30, ORIGIN + 34, event, ORIGIN + 90);
  lum_test_life_add_visit (life, ORIGIN + 34);
  for (int today = 30; today < 60; today++) {
    g_autofree char *shown = list_shown (life, today);

    g_assert_true (g_str_has_prefix (shown, "RF urgent"));
  }
}

static char *
get_message (const LumTestLife *life)
{
  g_autoptr (LumDiary) diary = lum_test_life_make (life);
  g_autoptr (LumFindings) findings = lum_findings_new (diary, ORIGIN, LUM_UNITS_METRIC);

  return g_strdup (lum_findings_get_top_card (findings)->message);
}

static void
test_words (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new (), urgent = lum_test_life_new (), pause = lum_test_life_new ();
  g_autofree char *unknown = NULL, *known = NULL, *today = NULL, *soon = NULL;

  answer (life, "RF-03", LUM_SAFETY_YES, 0);
  answer (life, "RF-02", LUM_SAFETY_NOT_SURE, 0);
  unknown = get_message (life);
  g_assert_cmpstr (unknown, ==,
                   "Get help now. You ticked: bladder; bowel. With back pain this has to be checked in hospital today, "
                   "even if the pain is mild. Call your emergency number, or have someone take you.");
  lum_test_life_set_preference (life, LUM_PREFERENCE_EMERGENCY, "999");
  known = get_message (life);
  g_assert_nonnull (strstr (known, "Call 999, or the local emergency number where you are, or have someone take you."));

  answer (urgent, "RF-10", LUM_SAFETY_YES, 0);
  today = get_message (urgent);
  g_assert_cmpstr (today, ==,
                   "Speak to a doctor or an urgent-care line today. You ticked: fever, or a risk of infection. Leave "
                   "running and exercises until you have.");
  answer (pause, "RF-21", LUM_SAFETY_YES, 0);
  soon = get_message (pause);
  g_assert_nonnull (strstr (soon, "Pause running"));
}

static void
test_emergency_numbers (void)
{
  static const struct {
    const char *locale, *number, *service;
  } rows[] = {
      {"en_GB.UTF-8", "999", "NHS 111"},
      {"en_US.UTF-8", "911", NULL},
      {"en_CA", "911", NULL},
      {"de_DE.UTF-8", "112", "116 117"},
      {"fr_FR@euro", "112", NULL},
      {"C.UTF-8", NULL, NULL},
      {"xx_QQ.UTF-8", NULL, NULL},
      {"de", NULL, NULL},
      {"de_", NULL, NULL},
      {"es_419", NULL, NULL},
      {NULL, NULL, NULL},
      {"en_USA", NULL, NULL},
  };
  guint n;
  const LumEmergency *all = lum_emergency_get_all (&n);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const LumEmergency *found = lum_emergency_from_locale (rows[i].locale);

    g_assert_cmpstr (found ? found->number : NULL, ==, rows[i].number);
    g_assert_cmpstr (found ? found->service : NULL, ==, rows[i].service);
  }
  for (guint i = 1; i < n; i++)
    g_assert_cmpstr (all[i - 1].country, <, all[i].country);
}

/* --- when it is offered (RF-R5) --- */

static const struct {
  const char *name;
  const char *pain;
  int today;
  int checked; /* day of a check, -1: none */
  LumSafetyWord word;
  LumOffer offer;
} offers[] = {
    {"nothing", "", 0, -1, 0, LUM_OFFER_NONE},
    {"calm", "0x40", 39, -1, 0, LUM_OFFER_NONE},
    {"one pain day", "3", 0, -1, 0, LUM_OFFER_NONE},
    {"a bout", "3 3", 1, -1, 0, LUM_OFFER_CONFIRMED},
    {"… for a week", "3x8", 7, -1, 0, LUM_OFFER_CONFIRMED},
    {"… and no longer", "3x9", 8, -1, 0, LUM_OFFER_NONE},
    {"… answered", "3x5", 4, 2, LUM_SAFETY_NO, LUM_OFFER_NONE},
    {"… answered before", "3 3", 1, 0, LUM_SAFETY_NO, LUM_OFFER_CONFIRMED},
    {"strong", "7", 0, -1, 0, LUM_OFFER_STRONG},
    {"not strong", "6", 0, -1, 0, LUM_OFFER_NONE},
    {"strong, answered today", "7", 0, 0, LUM_SAFETY_NO, LUM_OFFER_NONE},
    {"strong again, all was no", "3x10 7 7", 11, 10, LUM_SAFETY_NO, LUM_OFFER_NONE},
    {"strong again, something was yes", "3x10 7 7", 11, 10, LUM_SAFETY_YES, LUM_OFFER_STRONG},
    {"strong for the first time since", "3x10 7", 10, 5, LUM_SAFETY_NO, LUM_OFFER_STRONG},
    {"strong again, four weeks later", "7 0x27 7", 28, 0, LUM_SAFETY_NO, LUM_OFFER_STRONG},
    {"… a day less", "7 0x26 7", 27, 0, LUM_SAFETY_NO, LUM_OFFER_NONE},
    {"two weeks", "3x15", 14, 3, LUM_SAFETY_NO, LUM_OFFER_TWO_WEEKS},
    {"three weeks", "3x22", 21, 14, LUM_SAFETY_NO, LUM_OFFER_THREE_WEEKS},
    {"between", "3x31", 30, 21, LUM_SAFETY_NO, LUM_OFFER_NONE},
    {"twelve weeks", "3x85", 84, 21, LUM_SAFETY_NO, LUM_OFFER_TWELVE_WEEKS},
    {"three months later", "3x180", 175, 84, LUM_SAFETY_NO, LUM_OFFER_AGAIN},
    {"… a day less", "3x180", 174, 84, LUM_SAFETY_NO, LUM_OFFER_NONE},
    {"a check of tomorrow", "7 0", 0, 1, LUM_SAFETY_NO, LUM_OFFER_STRONG},
};

static LumOffer
get_offer (const LumTestLife *life, int today)
{
  g_autoptr (LumDiary) diary = lum_test_life_make (life);
  g_autoptr (LumStatus) status = lum_status_new (diary, ORIGIN + today);

  return lum_offer_new (diary, status);
}

static void
test_offers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (offers); i++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();

    g_test_message ("%s", offers[i].name);
    lum_test_life_add_days (life, offers[i].pain, ORIGIN, ORIGIN + offers[i].today);
    if (offers[i].checked >= 0)
      answer (life, "RF-01", offers[i].word, offers[i].checked);
    g_assert_cmpint (get_offer (life, offers[i].today), ==, offers[i].offer);
  }
}

/* A leg sign that was not there before, a flare; once a day. */
static void
test_offers_more (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new (), flare = lum_test_life_new ();
  LumDayDetail *detail;
  LumFlareAnswer *yes;

  for (int day = 0; day < 3; day++) {
    detail = lum_test_life_add (life, LUM_RECORD_DAY_DETAIL);
    detail->day = ORIGIN + 10 * day;
    detail->spread_below_knee = day > 0;
  }
  g_assert_cmpint (get_offer (life, 0), ==, LUM_OFFER_NONE);
  g_assert_cmpint (get_offer (life, 10), ==, LUM_OFFER_DETAIL);
  g_assert_cmpint (get_offer (life, 20), ==, LUM_OFFER_NONE); /* it was there before */
  lum_test_life_add_card (life, LUM_RULE_OFFER, NULL, LUM_DAY_NONE, LUM_DAY_NONE, ORIGIN + 10, LUM_CARD_LATER,
                          LUM_DAY_NONE);
  g_assert_cmpint (get_offer (life, 10), ==, LUM_OFFER_NONE);
  g_assert_cmpint (get_offer (life, 11), ==, LUM_OFFER_DETAIL);

  yes = lum_test_life_add (flare, LUM_RECORD_FLARE_ANSWER);
  yes->day = ORIGIN;
  yes->yes = 1;
  g_assert_cmpint (get_offer (flare, 0), ==, LUM_OFFER_FLARE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/safety/truth-table", test_truth_table);
  g_test_add_func ("/safety/several-answers", test_several_answers);
  g_test_add_func ("/safety/tiers", test_tiers);
  g_test_add_func ("/safety/combinations", test_combinations);
  g_test_add_func ("/safety/old", test_old);
  g_test_add_func ("/safety/cards", test_cards);
  g_test_add_func ("/safety/cards/stay", test_cards_stay);
  g_test_add_func ("/safety/words", test_words);
  g_test_add_func ("/safety/emergency-numbers", test_emergency_numbers);
  g_test_add_func ("/safety/offers", test_offers);
  g_test_add_func ("/safety/offers/more", test_offers_more);
  return g_test_run ();
}
