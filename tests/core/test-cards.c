/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards of the watch: when each is there, what it says, and what silences it (rules §9, EP-8…EP-12, OU-5, OU-16). */
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

/* What the one card of a diary says. */
static const struct {
  const char *name;
  const char *diary;
  int today;
  const char *rule, *variant;
  LumSeverity severity;
  const char *message; /* as a whole, or NULL: none of that rule */
} messages[] = {
    {"severe", "7 8", 1, "EP-11", "severe", LUM_SEVERITY_ALERT,
     "7 and 8 in 2 days. That deserves an appointment this week, sooner if it keeps rising. First, the "
     "one-minute safety check."},
    {"severe over three days", "0 7 2 9", 3, "EP-11", "severe", LUM_SEVERITY_ALERT,
     "7 and 9 in 3 days. That deserves an appointment this week, sooner if it keeps rising. First, the "
     "one-minute safety check."},
    {"severe, the morning after", "7 8 .", 2, "EP-11", "severe", LUM_SEVERITY_ALERT,
     "7 and 8 in 2 days. That deserves an appointment this week, sooner if it keeps rising. First, the "
     "one-minute safety check."},
    {"a low day ends it", "7 8 0", 2, "EP-11", NULL, 0, NULL},
    {"long ago", "7 8", 6, "EP-11", NULL, 0, NULL},
    {"worse", "2x7 5x7", 13, "EP-11", "worse", LUM_SEVERITY_ALERT,
     "Worse: 5.0 this week, 2.0 last week. That deserves an appointment this week, sooner if it keeps rising. First, "
     "the "
     "one-minute safety check."},
    {"three weeks", "4x22", 21, "EP-8", "beyond", LUM_SEVERITY_ALERT,
     "Pain on 22 of 22 logged days since 11 May. A spine clinic’s advice is to see someone when it goes on longer than "
     "two "
     "to three weeks. Many people need longer than that, and it does not mean damage. A routine appointment with a "
     "physiotherapist or doctor is fine. Keep walking, and keep runs easy until then."},
    {"three weeks, a gap and calm days", "4x8 . 4x4 1 4x8", 21, "EP-8", "beyond", LUM_SEVERITY_ALERT,
     "Pain on 20 of 21 logged days since 11 May. A spine clinic’s advice is to see someone when it goes on longer than "
     "two "
     "to three weeks. Many people need longer than that, and it does not mean damage. A routine appointment with a "
     "physiotherapist or doctor is fine. Keep walking, and keep runs easy until then."},
    {"three weeks, easing", "5x15 2x7", 21, "EP-8", "easing", LUM_SEVERITY_CAUTION,
     "Three weeks, and easing (5.0 → 2.0). If that continues you may not need anyone; book if it stalls for a week."},
    {"three weeks, easing, but still 5", "8x15 5x7", 21, "EP-8", "beyond", LUM_SEVERITY_ALERT, NULL},
    {"three weeks, eased to 3", "6x15 3x7", 21, "EP-8", "easing", LUM_SEVERITY_CAUTION,
     "Three weeks, and easing (6.0 → 3.0). If that continues you may not need anyone; book if it stalls for a week."},
    {"three weeks, low but not easing", "3x22", 21, "EP-8", "beyond", LUM_SEVERITY_ALERT, NULL},
    {"three weeks, half of the days", "8x2 0x2 8x2 0x2 8x2 0x2 8x2 0x2 8x2 0x3 8", 21, "EP-8", "beyond",
     LUM_SEVERITY_ALERT, NULL},
    {"three weeks, with gaps", "4x4 .x10 4x2 . 4 . 4 . 4", 21, "EP-8", "gaps", LUM_SEVERITY_CAUTION,
     "You logged 9 of 22 days, so we can’t tell. How were the others?"},
    {"three weeks, gaps ignored", "4x4 .x10 4x2 . 4 . 4 . 4 4 4 4", 24, "EP-8", "beyond", LUM_SEVERITY_ALERT,
     "Pain on 12 of 12 logged days since 11 May. A spine clinic’s advice is to see someone when it goes on longer than "
     "two "
     "to three weeks. Many people need longer than that, and it does not mean damage. A routine appointment with a "
     "physiotherapist or doctor is fine. Keep walking, and keep runs easy until then."},
    {"three weeks, slight", "3x14 1x5 2x2 0 2", 22, "EP-8", "slight", LUM_SEVERITY_NOTE,
     "Three weeks, and slight by now: 1.3 on average this week. Mention it when you see someone anyway, or book if it "
     "rises again."},
    {"three weeks, settling", "4x22 0", 22, "EP-8", NULL, 0, NULL},
    {"three weeks, on and off", "8x2 0x4 8 0x4 8 0x4 8 0x4 8", 21, "EP-8", "comes-and-goes", LUM_SEVERITY_CAUTION,
     "Pain on 6 of 22 logged days since 11 May, calm in between. Three weeks of coming and going are worth a word with "
     "a "
     "physiotherapist if it stays."},
    {"twelve weeks", "4x85", 84, "EP-8", "twelve-weeks", LUM_SEVERITY_ALERT,
     "Twelve weeks, pain on 85 of 85 logged days. From here the day count says little, so Lumbar shows your usual "
     "range, "
     "flares and what you can do. If nobody has looked at it yet, this is a good moment; there are many options for "
     "relief."},
    {"twelve weeks, slight", "4x78 1x6 2", 84, "EP-8", "twelve-weeks-slight", LUM_SEVERITY_NOTE,
     "Twelve weeks, and slight by now: 1.1 on average this week. From here the day count says little, so Lumbar shows "
     "your usual range."},
    {"twelve weeks, at 2", "4x78 2x7", 84, "EP-8", "twelve-weeks", LUM_SEVERITY_ALERT, NULL},
    {"two weeks", "5x7 4x8", 14, "EP-8", "approaching", LUM_SEVERITY_NOTE,
     "Two weeks. Strains usually ease about now or in the next week. Yours: 4.0 this week, 4.9 last week. If it isn’t "
     "clearly better by 1 Jun, book a routine appointment."},
    {"two weeks, few scores", "5x3 .x3 5 .x3 5 .x3 5", 14, "EP-8", "approaching", LUM_SEVERITY_NOTE,
     "Two weeks. Strains usually ease about now or in the next week. If it isn’t clearly better by 1 Jun, book a "
     "routine "
     "appointment."},
    {"one week", "5x8", 7, "EP-8", NULL, 0, NULL},
    {"Mondays", "4 0x6 4 0x6 4 0x6 4", 21, "EP-9", "comes-and-goes", LUM_SEVERITY_CAUTION,
     "Pain on each of the last 4 Mondays, calm in between. It never lasts long enough to reach three weeks, so a day "
     "count "
     "would miss it. Mention it to a physiotherapist if it stays."},
    {"three Mondays", "4 0x6 4 0x6 4", 14, "EP-9", NULL, 0, NULL},
    {"comes and goes", "4 0x6 4 0x6 4 0x4 4 0x7 4", 28, "EP-9", "comes-and-goes", LUM_SEVERITY_CAUTION,
     "Pain in each of the last four weeks, on 5 of 28 logged days, calm in between. It never lasts long enough to "
     "reach "
     "three weeks, so a day count would miss it. Mention it to a physiotherapist if it stays."},
    {"keeps coming back", "3x20 0x7 3x2", 28, "EP-9", "keeps-coming-back", LUM_SEVERITY_CAUTION,
     "Pain on 22 of 29 logged days, with a calm week in between. The count starts anew each time, so a day count would "
     "miss it. Mention it to a physiotherapist if it stays."},
    {"low grade", "1x28", 27, "EP-12", "low-grade", LUM_SEVERITY_NOTE,
     "A steady 1 out of 10: 28 of 28 logged days in four weeks. Nothing to act on; mention it when you see someone "
     "anyway."},
    {"nothing", "0x40", 39, "EP-12", NULL, 0, NULL},
};

static void
test_message (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (LumTestLife) life = live (messages[i].diary);
  g_autoptr (LumFindings) findings = find (life, messages[i].today);
  const LumCard *card = lum_test_find_card (findings, messages[i].rule);

  if (!messages[i].variant) {
    g_assert_null (card);
    return;
  }
  g_assert_nonnull (card);
  lum_test_assert_complete (card);
  g_assert_cmpstr (card->variant, ==, messages[i].variant);
  g_assert_cmpint (card->severity, ==, messages[i].severity);
  if (messages[i].message)
    g_assert_cmpstr (card->message, ==, messages[i].message);
}

static LumDayDetail *
add_detail (LumTestLife *life, int day)
{
  LumDayDetail *detail = lum_test_life_add (life, LUM_RECORD_DAY_DETAIL);

  detail->day = get_origin () + day;
  return detail;
}

/* RF-18: a numb or weak leg of the last seven days; below the knee alone is nothing. */
static void
test_leg_signs (void)
{
  static const struct {
    int day, today;
    int numb, below_knee;
    int visit; /* -1: none */
    gboolean there, shown;
  } rows[] = {
      {3, 3, 1, LUM_INT_NONE, -1, TRUE, TRUE},
      {3, 9, 1, LUM_INT_NONE, -1, TRUE, TRUE},
      {3, 10, 1, LUM_INT_NONE, -1, FALSE, FALSE},
      {3, 2, 1, LUM_INT_NONE, -1, FALSE, FALSE},
      {3, 3, 1, 1, -1, TRUE, TRUE},
      {3, 3, LUM_INT_NONE, 1, -1, FALSE, FALSE},
      {3, 3, 0, 1, -1, FALSE, FALSE},
      {3, 5, 1, 1, 4, TRUE, FALSE},
      {3, 5, 1, 1, 3, TRUE, FALSE},
      {3, 5, 1, 1, 2, TRUE, TRUE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = live ("2x11");
    g_autoptr (LumFindings) findings = NULL;
    LumDayDetail *detail = add_detail (life, rows[i].day);
    const LumCard *card;

    detail->leg_numb = rows[i].numb;
    detail->spread_below_knee = rows[i].below_knee;
    if (rows[i].visit >= 0)
      lum_test_life_add_visit (life, get_origin () + rows[i].visit);
    findings = find (life, rows[i].today);
    card = lum_test_find_card (findings, "RF-18");
    g_test_message ("row %u", i);
    g_assert_cmpint (card != NULL, ==, rows[i].there);
    if (!card)
      continue;
    lum_test_assert_complete (card);
    g_assert_cmpint (card->severity, ==, LUM_SEVERITY_ALERT);
    g_assert_cmpint (card->shown, ==, rows[i].shown);
    g_assert_true (card->actions & LUM_CARD_ACTION_WARNING_SIGNS);
    g_assert_false (card->actions & (LUM_CARD_ACTION_LATER | LUM_CARD_ACTION_DISMISS));
    g_assert_nonnull (strstr (card->message, "speak to a doctor or an urgent-care line today"));
  }
}

/* A safety card is on top whatever was shown, put off or dismissed, and takes no other card's turn (OU-16). */
static void
test_leg_signs_override (void)
{
  static const LumCardEvent all[] = {LUM_CARD_SHOWN, LUM_CARD_LATER, LUM_CARD_DISMISSED};
  g_autoptr (LumTestLife) life = live ("4x22");
  g_autoptr (LumFindings) findings = NULL;

  add_detail (life, 20)->leg_numb = 1;
  lum_test_life_add_card (life, "EP-8", "beyond", get_origin (), get_origin () + 21, get_origin () + 21, LUM_CARD_SHOWN,
                          LUM_DAY_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    lum_test_life_add_card (life, "RF-18", "leg-signs", get_origin () + 20, get_origin () + 20, get_origin () + 20,
                            all[i], LUM_DAY_NONE);
  findings = find (life, 21);
  g_assert_cmpstr (lum_findings_get_top_card (findings)->rule, ==, "RF-18");
  g_assert_true (lum_test_find_card (findings, "EP-8")->shown);
}

/* The order of MS-1, and only one card on top. */
static void
test_order (void)
{
  g_autoptr (LumTestLife) life = live ("4x20 7 8");
  g_autoptr (LumFindings) findings = find (life, 21);

  g_assert_cmpuint (findings->cards->len, ==, 2);
  g_assert_cmpstr (((LumCard *) findings->cards->pdata[0])->rule, ==, "EP-11");
  g_assert_cmpstr (((LumCard *) findings->cards->pdata[1])->rule, ==, "EP-8");
  g_assert_true (((LumCard *) findings->cards->pdata[0])->shown);
  g_assert_false (((LumCard *) findings->cards->pdata[1])->shown);
  g_assert_true (lum_findings_get_top_card (findings) == findings->cards->pdata[0]);
}

/* Runs of up to 10 km in the 30 days before, then one of `metres` on day 40. */
static LumTestLife *
run_far (const char *diary, double metres)
{
  LumTestLife *life = live (diary);
  static const int days[] = {10, 14, 20, 25, 30};
  static const double before[] = {8000, 8000, 6000, 10000, 5000};

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    lum_test_life_add_run (life, get_origin () + days[i], before[i]);
  lum_test_life_add_run (life, get_origin () + 40, metres);
  return life;
}

static LumRun *
get_last_run (LumTestLife *life)
{
  GArray *runs = life->records[LUM_RECORD_RUN];

  return &g_array_index (runs, LumRun, runs->len - 1);
}

static void
test_long_run (void)
{
  static const struct {
    const char *diary;
    double metres;
    int today;
    const char *variant;
    LumSeverity severity;
  } rows[] = {
      {".x38 3 0", 14000, 40, "moderate", LUM_SEVERITY_CAUTION},
      {".x34 3 0", 14000, 40, "moderate", LUM_SEVERITY_CAUTION},
      {".x33 3 0", 14000, 40, "moderate", LUM_SEVERITY_NOTE},
      {".x11 3 0", 14000, 40, "moderate", LUM_SEVERITY_NOTE},
      {".x10 3 0", 14000, 40, NULL, 0},
      {"0x40", 14000, 40, NULL, 0},
      {".x38 3 0", 12000, 40, "small", LUM_SEVERITY_CAUTION},
      {".x38 3 0", 25000, 40, "large", LUM_SEVERITY_CAUTION},
      {".x38 3 0", 11000, 40, NULL, 0},
      {".x38 3 0", 14000, 47, "moderate", LUM_SEVERITY_NOTE},
      {".x38 3 0", 14000, 48, NULL, 0},
      {".x38 3 0", 14000, 39, NULL, 0},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = run_far (rows[i].diary, rows[i].metres);
    g_autoptr (LumFindings) findings = find (life, rows[i].today);
    const LumCard *card = lum_test_find_card (findings, "OU-5");

    g_test_message ("row %u", i);
    if (!rows[i].variant) {
      g_assert_null (card);
      continue;
    }
    g_assert_nonnull (card);
    lum_test_assert_complete (card);
    g_assert_cmpstr (card->variant, ==, rows[i].variant);
    g_assert_cmpint (card->severity, ==, rows[i].severity);
  }
}

static void
test_long_run_words (void)
{
  g_autoptr (LumTestLife) life = run_far (".x38 3 0", 14000);
  g_autoptr (LumFindings) findings = find (life, 40);
  g_autoptr (LumDiary) diary = lum_test_life_make (life);
  g_autoptr (LumFindings) miles = lum_findings_new (diary, get_origin () + 40, LUM_UNITS_IMPERIAL);

  g_assert_cmpstr (
      lum_test_find_card (findings, "OU-5")->message, ==,
      "14 km; your longest in the 30 days before was 10 km. In a study of 5,200 runners, runs more than 10 % "
      "beyond that were followed by more overuse injuries of all kinds, not backs in particular. Your back "
      "hurt this week: an easy few days, under 11 km, is a cheap test.");
  g_assert_nonnull (
      strstr (lum_test_find_card (miles, "OU-5")->message, "8.7 mi; your longest in the 30 days before was 6.2 mi."));
  g_assert_cmpstr (lum_test_find_card (miles, "OU-5")->variant, ==, "moderate");
}

/* A race never makes a card; nor does a run that came with an import when it is older than two days. */
static void
test_long_run_exceptions (void)
{
  g_autoptr (LumTestLife) life = run_far (".x38 3 0", 14000);

  get_last_run (life)->race = 1;
  {
    g_autoptr (LumFindings) findings = find (life, 40);

    g_assert_null (lum_test_find_card (findings, "OU-5"));
  }
  get_last_run (life)->race = 0;
  get_last_run (life)->batch_id = "batch";
  for (int today = 40; today <= 44; today++) {
    g_autoptr (LumFindings) findings = find (life, today);

    if (today <= 42)
      g_assert_nonnull (lum_test_find_card (findings, "OU-5"));
    else
      g_assert_null (lum_test_find_card (findings, "OU-5"));
  }
}

/* OU-17: four weeks of learning, unless the person gave a baseline. */
static void
test_new_user (void)
{
  g_autoptr (LumTestLife) life = live ("3x28");
  g_autoptr (LumFindings) silent = NULL, speaking = NULL;

  for (int i = 0; i < 5; i++)
    lum_test_life_add_run (life, get_origin () + 2 * i, 5000);
  lum_test_life_add_run (life, get_origin () + 12, 12000);
  silent = find (life, 12);
  g_assert_null (lum_test_find_card (silent, "OU-5"));
  lum_test_life_set_preference (life, LUM_PREFERENCE_BASELINE, "6000");
  speaking = find (life, 12);
  g_assert_nonnull (lum_test_find_card (speaking, "OU-5"));
}

/* A visit settles what says to see someone, but not what is information. */
static void
test_visit (void)
{
  g_autoptr (LumTestLife) life = live ("4x22");
  g_autoptr (LumFindings) before = find (life, 21);
  g_autoptr (LumFindings) after = NULL;

  g_assert_nonnull (lum_test_find_card (before, "EP-8"));
  lum_test_life_add_visit (life, get_origin () + 21);
  after = find (life, 21);
  g_assert_null (lum_test_find_card (after, "EP-8"));
}

static void
test_visit_settles_strong (void)
{
  g_autoptr (LumTestLife) life = live ("0x7 7 8");
  g_autoptr (LumFindings) after = NULL;

  lum_test_life_add_visit (life, get_origin () + 8);
  after = find (life, 8);
  g_assert_nonnull (lum_test_find_card (after, "EP-11"));
  g_assert_null (lum_findings_get_top_card (after));
}

/* After a visit only what is two points above the usual is said (EP-11). */
static void
test_strong_after_visit (void)
{
  g_autoptr (LumTestLife) usual = live ("7x20");
  g_autoptr (LumTestLife) unusual = live ("5x19 7x2");

  lum_test_life_add_visit (usual, get_origin () + 3);
  lum_test_life_add_visit (unusual, get_origin () + 3);
  {
    g_autoptr (LumFindings) a = find (usual, 19);
    g_autoptr (LumFindings) b = find (unusual, 20);

    g_assert_null (lum_test_find_card (a, "EP-11"));
    g_assert_false (a->status->severe_or_worse);
    g_assert_nonnull (lum_test_find_card (b, "EP-11"));
    g_assert_true (b->status->severe_or_worse);
  }
}

#define LONG_SUNDAYS "4 0x6 4 0x6 4 0x6 4 0x6 4 0x6 4 0x6 4 0x6 4 0x6 4 0x6 4 0x6 4 0x6 4"

/* What silences a card (OU-16): events of the diary, each on its day. `shown` is that of the card on `today`. */
static const struct {
  const char *name;
  const char *diary;
  int today;
  const char *rule, *variant;
  LumCardEvent event;
  int first, last, day, until; /* -1: none */
  gboolean shown;
} events[] = {
    {"shown today stays", "4x22", 21, "EP-8", "beyond", LUM_CARD_SHOWN, 0, 21, 21, -1, TRUE},
    {"shown once", "4x30", 29, "EP-8", "beyond", LUM_CARD_SHOWN, 0, 21, 21, -1, FALSE},
    {"an onset that moved by the whole bout", "4x30", 29, "EP-8", "beyond", LUM_CARD_SHOWN, 29, 50, 26, -1, FALSE},
    {"an onset that moved is not a new alert", "4x30", 29, "EP-8", "beyond", LUM_CARD_SHOWN, 5, 26, 26, -1, FALSE},
    {"another bout is", "4x3 0x10 4x22", 34, "EP-8", "beyond", LUM_CARD_SHOWN, 0, 2, 2, -1, TRUE},
    {"the gaps were asked about before", "4x22", 21, "EP-8", "gaps", LUM_CARD_SHOWN, 0, 20, 20, -1, TRUE},
    {"two weeks was said before", "4x22", 21, "EP-8", "approaching", LUM_CARD_SHOWN, 0, 14, 20, -1, TRUE},
    {"twelve weeks after three", "4x85", 84, "EP-8", "beyond", LUM_CARD_SHOWN, 0, 21, 21, -1, TRUE},
    {"later", "4x22", 21, "EP-8", "beyond", LUM_CARD_LATER, 0, 21, 21, 24, FALSE},
    {"later is over", "4x25", 24, "EP-8", "beyond", LUM_CARD_LATER, 0, 21, 21, 24, TRUE},
    {"later without a day is a week", "4x28", 27, "EP-8", "beyond", LUM_CARD_LATER, 0, 21, 21, -1, FALSE},
    {"… and no longer", "4x29", 28, "EP-8", "beyond", LUM_CARD_LATER, 0, 21, 21, -1, TRUE},
    {"dismissed until the next phase", "4x60", 59, "EP-8", "beyond", LUM_CARD_DISMISSED, 0, 21, 21, -1, FALSE},
    {"… which comes", "4x85", 84, "EP-8", "beyond", LUM_CARD_DISMISSED, 0, 21, 21, -1, TRUE},
    {"settled", "4x30", 29, "EP-8", "beyond", LUM_CARD_SETTLED, 0, 21, 21, -1, FALSE},
    {"strong, not again for a week", "7x7", 6, "EP-11", "severe", LUM_CARD_SHOWN, 0, 1, 1, -1, FALSE},
    {"strong, after a week", "7x9", 8, "EP-11", "severe", LUM_CARD_SHOWN, 0, 1, 1, -1, TRUE},
    {"strong rises from worse", "7x7", 6, "EP-11", "worse", LUM_CARD_SHOWN, 0, 5, 5, -1, TRUE},
    {"comes and goes, dismissed for eight weeks", LONG_SUNDAYS, 76, "EP-9", "comes-and-goes", LUM_CARD_DISMISSED, 0, 21,
     21, -1, FALSE},
    {"… and no longer", LONG_SUNDAYS, 77, "EP-9", "comes-and-goes", LUM_CARD_DISMISSED, 0, 21, 21, -1, TRUE},
    {"low grade, dismissed for two weeks", "1x40", 39, "EP-12", "low-grade", LUM_CARD_DISMISSED, 0, 27, 27, -1, FALSE},
    {"… and no longer", "1x42", 41, "EP-12", "low-grade", LUM_CARD_DISMISSED, 0, 27, 27, -1, TRUE},
    {"an event of tomorrow does not count", "4x22", 21, "EP-8", "beyond", LUM_CARD_SETTLED, 0, 21, 22, -1, TRUE},
};

static void
test_event (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (LumTestLife) life = live (events[i].diary);
  g_autoptr (LumFindings) before = find (life, events[i].today);
  g_autoptr (LumFindings) after = NULL;
  const LumCard *card = lum_test_find_card (before, events[i].rule);

  g_assert_nonnull (card);
  g_assert_true (lum_findings_get_top_card (before) == card);
  lum_test_life_add_card (life, events[i].rule, events[i].variant, get_origin () + events[i].first,
                          get_origin () + events[i].last, get_origin () + events[i].day, events[i].event,
                          events[i].until < 0 ? LUM_DAY_NONE : get_origin () + events[i].until);
  after = find (life, events[i].today);
  g_assert_cmpint (lum_test_find_card (after, events[i].rule)->shown, ==, events[i].shown);
}

/* OU-16's own test: all that can speak does so for 14 days; at most one card a day, each rule at least once. */
static void
test_budget (void)
{
  g_autoptr (LumTestLife) life = live ("4x21 7 8 7 8 7 8 7 8 7 8 7 8 7 8 7");
  g_autoptr (GHashTable) rules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint shown = 0;

  for (int i = 0; i <= 40; i++) {
    LumRun *run = lum_test_life_add_run (life, get_origin () + i, i < 21 ? 5000 : 5000 * (1 + (i - 20) * 1.5));

    run->race = 0;
  }

  for (int today = 21; today < 35; today++) {
    g_autoptr (LumFindings) findings = find (life, today);
    guint of_day = 0;

    for (guint i = 0; i < findings->cards->len; i++) {
      const LumCard *card = g_ptr_array_index (findings->cards, i);

      of_day += card->shown;
      if (card->shown) {
        g_hash_table_add (rules, g_strdup (card->rule));
        lum_test_life_add_card (life, card->rule, card->variant, card->first, card->last, get_origin () + today,
                                LUM_CARD_SHOWN, LUM_DAY_NONE);
      }
    }
    g_assert_cmpuint (of_day, <=, 1);
    shown += of_day;

    /* A second look on the same day shows the same. */
    g_autoptr (LumFindings) again = find (life, today);
    const LumCard *first = lum_findings_get_top_card (findings), *second = lum_findings_get_top_card (again);

    g_assert_cmpstr (first ? first->rule : NULL, ==, second ? second->rule : NULL);
  }
  g_assert_cmpuint (shown, <=, 14);
  g_assert_true (g_hash_table_contains (rules, "EP-11"));
  g_assert_true (g_hash_table_contains (rules, "EP-8"));
  g_assert_true (g_hash_table_contains (rules, "OU-5"));
}

static void
test_trend_sentences (void)
{
  static const struct {
    const char *diary;
    int today;
    const char *sentence;
  } rows[] = {
      {"5x7 3x4 . 3x3", 14, "Easing: 3.0 this week, 4.7 last week. Pain on 14 of 14 logged days."},
      {"5x7 3x3 . 3x4", 14, "Easing: 3.0 this week, 4.7 last week. Pain on 14 of 14 logged days."},
      {"4x7 4x7", 13, "About the same: 4.0 this week, 4.0 last week. Pain on 14 of 14 logged days."},
      {"2x7 5x7", 13, "Worse: 5.0 this week, 2.0 last week. Pain on 14 of 14 logged days."},
      {"5x3 0 5", 4, "Pain on 4 of 5 logged days."},
      {"5", 0, "Pain on 1 of 1 logged day."},
      {"0x9", 8, NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = live (rows[i].diary);
    g_autoptr (LumFindings) findings = find (life, rows[i].today);
    g_autofree char *sentence = lum_findings_describe_trend (findings);

    g_assert_cmpstr (sentence, ==, rows[i].sentence);
  }
}

/* EP-4: which silence is asked about, and in which words. */
static void
test_silence (void)
{
  static const struct {
    const char *diary;
    int today;
    int answered_first, answered_last; /* fine; -1: none */
    int first, last;                   /* -1: nothing to ask */
    const char *words;
  } rows[] = {
      {"3x5", 8, -1, 0, -1, 0, NULL},
      {"3x5", 9, -1, 0, 5, 8, "Nothing logged Sat 16 May – Tue 19 May. Type a digit for each, or:"},
      {"0x5", 30, -1, 0, 5, 29, "Nothing logged since 15 May. How has your back been?"},
      {"3x5", 9, 5, 8, -1, 0, NULL},
      {"3x5", 9, 8, 8, -1, 0, NULL},
      {"3x5", 9, 5, 5, -1, 0, NULL},
      {"3x5", 10, 5, 5, 6, 9, "Nothing logged Sun 17 May – Wed 20 May. Type a digit for each, or:"},
      {"3x5", 14, 5, 9, 10, 13, "Nothing logged Thu 21 May – Sun 24 May. Type a digit for each, or:"},
      {"3x5", 13, 5, 9, -1, 0, NULL},
      {"3x5 .x4 3", 9, -1, 0, 5, 8, "Nothing logged Sat 16 May – Tue 19 May. Type a digit for each, or:"},
      {"3x5 .x4 0", 9, -1, 0, 5, 8, "Nothing logged Sat 16 May – Tue 19 May. Type a digit for each, or:"},
      {"3x5 .x3 3", 8, -1, 0, -1, 0, NULL},
      {"0x5 .x4 3", 9, -1, 0, 5, 8, "Nothing logged Sat 16 May – Tue 19 May. Type a digit for each, or:"},
      {"0x5 .x4 0x3", 11, -1, 0, -1, 0, NULL},
      {"0x5 .x4 0 3", 10, -1, 0, -1, 0, NULL},
      {"", 10, -1, 0, -1, 0, NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumTestLife) life = live (rows[i].diary);
    g_autoptr (LumFindings) findings = NULL;
    g_autofree char *words = NULL;

    g_test_message ("row %u", i);
    if (rows[i].answered_first >= 0)
      lum_test_life_answer (life, get_origin () + rows[i].answered_first, get_origin () + rows[i].answered_last,
                            LUM_GAP_UNSURE);
    findings = find (life, rows[i].today);
    words = lum_findings_describe_silence (findings);
    g_assert_cmpstr (words, ==, rows[i].words);
    if (rows[i].first >= 0) {
      g_assert_cmpint (findings->status->gap_first, ==, get_origin () + rows[i].first);
      g_assert_cmpint (findings->status->gap_last, ==, get_origin () + rows[i].last);
    } else {
      g_assert_cmpint (findings->status->gap_first, ==, LUM_DAY_NONE);
    }
  }
}

/* A question that was skipped is not asked again; four more silent days are. */
static void
test_silence_skipped (void)
{
  g_autoptr (LumTestLife) life = live ("3x5");
  g_autoptr (LumFindings) skipped = NULL, again = NULL;

  lum_test_life_add_card (life, "EP-4", NULL, get_origin () + 5, get_origin () + 8, get_origin () + 9,
                          LUM_CARD_DISMISSED, LUM_DAY_NONE);
  skipped = find (life, 12);
  g_assert_cmpint (skipped->status->gap_first, ==, LUM_DAY_NONE);
  again = find (life, 13);
  g_assert_cmpint (again->status->gap_first, ==, get_origin () + 9);
  g_assert_cmpint (again->status->gap_last, ==, get_origin () + 12);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (messages); i++) {
    g_autofree char *name = g_strdup_printf ("/cards/message/%s", messages[i].name);

    g_test_add_data_func (name, GSIZE_TO_POINTER (i), test_message);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (events); i++) {
    g_autofree char *name = g_strdup_printf ("/cards/event/%02" G_GSIZE_FORMAT " %s", i, events[i].name);

    g_test_add_data_func (name, GSIZE_TO_POINTER (i), test_event);
  }
  g_test_add_func ("/cards/order", test_order);
  g_test_add_func ("/cards/leg-signs", test_leg_signs);
  g_test_add_func ("/cards/leg-signs/override", test_leg_signs_override);
  g_test_add_func ("/cards/long-run", test_long_run);
  g_test_add_func ("/cards/long-run/words", test_long_run_words);
  g_test_add_func ("/cards/long-run/exceptions", test_long_run_exceptions);
  g_test_add_func ("/cards/long-run/new-user", test_new_user);
  g_test_add_func ("/cards/visit", test_visit);
  g_test_add_func ("/cards/visit/strong", test_visit_settles_strong);
  g_test_add_func ("/cards/visit/strong-after", test_strong_after_visit);
  g_test_add_func ("/cards/budget", test_budget);
  g_test_add_func ("/cards/trend", test_trend_sentences);
  g_test_add_func ("/cards/silence", test_silence);
  g_test_add_func ("/cards/silence/skipped", test_silence_skipped);
  return g_test_run ();
}
