/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-messages.h"

#include <string.h>

#include "lum-i18n.h"

/* The fixed texts of every card, one row a rule and variant. Titles in header capitalisation, the rest in whole
 * sentences. A variant that is not here speaks with the row of its rule that has none. */
static const LumMessageTexts texts[] = {
    {"RF-18", NULL, N_ ("Leg Signs"),
     N_ ("It goes when you have seen or spoken to someone, or when you take the tick away; without a new tick it goes "
         "after a week."),
     N_ ("The scope of a national guideline on low back pain and sciatica (NG59) names leg signs as something to be "
         "examined; the detail, and that it should be today, are not from a source that was checked. Not graded.")},
    {"EP-11", "severe", N_ ("Strong Pain"),
     N_ ("It goes when two of three days are no longer at 7 or more, or when you have seen someone."),
     N_ ("Published lists of signs say: severe or growing back pain deserves a routine appointment soon. The numbers 7 "
         "and three days are a convention. Grade A for the advice.")},
    {"EP-11", "worse", N_ ("Getting Worse"),
     N_ ("It goes when the week is no longer clearly worse than the week before, or when you have seen someone."),
     N_ ("A change of 2 points, or of 30 % from 3 upwards, is one that people notice (Ostelo 2008); that it counts for "
         "worsening too is a convention. Grade A for the advice.")},
    {"EP-11", "stops", N_ ("It Stops Your Day"),
     N_ ("It goes on a day on which you do not tick it, or when you have seen someone."),
     N_ ("Published lists of signs say: back pain that stops daily activities deserves an appointment. Grade A.")},
    {"EP-8", "beyond", N_ ("Three Weeks"),
     N_ ("It goes when the pain stays at 0 or 1 for seven days, or when you have seen someone."),
     N_ ("A spine clinic’s patient page: a strain generally gets better within two to three weeks, see an expert when "
         "it goes on longer. In a trial with 1,650 people the median time to recovery was about 17 days; in a study of "
         "973 it took 58 days until half had no pain at all. Grades A and B.")},
    {"EP-8", "easing", N_ ("Three Weeks, and Easing"),
     N_ ("It goes when the pain stays at 0 or 1 for seven days, or when you have seen someone."),
     N_ ("A spine clinic’s patient page: a strain generally gets better within two to three weeks. That easing counts "
         "is judged by a change of 2 points or 30 % (Ostelo 2008). Grades A and B.")},
    {"EP-8", "gaps", N_ ("Three Weeks, With Gaps"), N_ ("It goes when you say how the missing days were."),
     N_ ("A missing day is not a zero, and silence proves nothing: that is how this diary counts. Grade D, a "
         "convention.")},
    {"EP-8", "slight", N_ ("Three Weeks, Slight by Now"), N_ ("It goes when the pain stays at 0 or 1 for seven days."),
     N_ ("0 and 1 out of 10 are called minor (Kongsted 2016); that a low mean needs no appointment is a convention. "
         "Grades B and D.")},
    {"EP-8", "comes-and-goes", N_ ("It Comes and Goes"),
     N_ ("It goes when the pain stays at 0 or 1 for seven days, or when you have seen someone."),
     N_ ("A spine clinic’s patient page: if back pain after running persists, get yourself checked. That less than "
         "half of the days is called coming and going is a convention, grade D.")},
    {"EP-8", "twelve-weeks", N_ ("Twelve Weeks"),
     N_ ("It is said once, and goes when you have seen someone; after that only what is unusual for you is told."),
     N_ ("Twelve weeks are where research begins to speak of persistent pain (Wallwork 2024). Grade A.")},
    {"EP-8", "twelve-weeks-slight", N_ ("Twelve Weeks, Slight by Now"),
     N_ ("It is said once; after that only what is unusual for you is told."),
     N_ ("0 and 1 out of 10 are called minor (Kongsted 2016); that a low mean needs no appointment is a convention. "
         "Grades B and D.")},
    {"EP-9", "comes-and-goes", N_ ("It Comes and Goes"),
     N_ ("It goes after a week without a day at 2 or more, or when you have seen someone."),
     N_ ("A spine clinic’s patient page: if back pain after running persists, get yourself checked. How it is "
         "recognised (four weeks in a row, calm days in between) is a convention, grade D.")},
    {"EP-9", "keeps-coming-back", N_ ("It Keeps Coming Back"),
     N_ ("It goes after a week without a day at 2 or more, or when you have seen someone."),
     N_ ("A spine clinic’s patient page: if back pain after running persists, get yourself checked. How it is "
         "recognised (half the logged days of six weeks) is a convention, grade D.")},
    {"EP-8", "approaching", N_ ("Two Weeks"),
     N_ ("It goes when the pain stays at 0 or 1 for seven days; at three weeks another message takes its place."),
     N_ ("A spine clinic’s patient page: pain from a muscle strain generally gets better within two to three weeks. In "
         "a trial with 1,650 people the median time to recovery was about 17 days. Grade A.")},
    {"EP-12", NULL, N_ ("Low and Steady"), N_ ("It goes with days at 0, or with a day at 2 or more."),
     N_ ("0 and 1 out of 10 are called minor (Kongsted 2016); that four weeks of it are worth a line is a convention. "
         "Grades B and D.")},
    {"RF", "emergency", N_ ("Get Help Now"),
     N_ ("It goes when you say that you have been checked, or that you ticked it by mistake."),
     N_ ("Published lists of signs that cannot wait (cauda equina warning card, NHS-style lists). In our own words, "
         "not yet reviewed by a clinician.")},
    {"RF", "urgent", N_ ("Speak to Someone Today"),
     N_ ("It goes when you say that you have spoken to someone, or that you ticked it by mistake."),
     N_ ("Published lists of signs that should be looked at the same day. In our own words, not yet reviewed by a "
         "clinician.")},
    {"RF", "within-days", N_ ("Speak to a Doctor This Week"),
     N_ ("It goes when you say that you have spoken to someone, or that you ticked it by mistake."),
     N_ ("Published lists of signs that should be looked at within days. In our own words, not yet reviewed by a "
         "clinician.")},
    {"RF", "soon", N_ ("Tell Whoever You See"),
     N_ ("It goes when you say that it was looked at, or that you ticked it by mistake."),
     N_ ("Many people with ordinary back pain tick one of these: of 1,172 with new back pain, four in five had a sign, "
         "and one in a hundred a serious cause (Henschke 2009).")},
    {"OU-15", NULL, N_ ("Too Much at Once"),
     N_ ("It goes when fewer of these held in the last 14 days, or when the back has calmed down."),
     N_ ("A spine clinic’s patient page: sometimes the issue is overuse, running too much without enough recovery "
         "time. How the things are added up is our own judgement. Grade D.")},
    {"OU-7", NULL, N_ ("Few Rest Days"), N_ ("It goes with four days without a run in the last 14."),
     N_ ("A spine clinic’s patient page: too little recovery time can cause back pain. Of 446 endurance athletes, "
         "those with fewer than two rest days a week told of more overuse injuries, looking back (Ristolainen 2014). "
         "Grade C.")},
    {"OU-8", NULL, N_ ("Many Days in a Row"), N_ ("It goes with a day without a run."),
     N_ ("A spine clinic’s patient page: too little recovery time can cause back pain. That seven days are many is a "
         "convention. Grade D.")},
    {"OU-11", "not-back", N_ ("Worse on the Morning After"), N_ ("It goes after a few days."),
     N_ ("Runners with a sore Achilles tendon did as well when they kept running by such a rule (Silbernagel 2007, 38 "
         "people); for backs it was never tested. Grade C.")},
    {"OU-11", "red", N_ ("That Run Hurt"), N_ ("It goes after a few days."),
     N_ ("Runners with a sore Achilles tendon did as well when they kept running by such a rule (Silbernagel 2007, 38 "
         "people); for backs it was never tested. Grade C.")},
    {"OU-11", "not-backs", N_ ("Worse on the Mornings After"),
     N_ ("It goes when fewer than three runs of the last 14 days were followed by a worse morning."),
     N_ ("Runners with a sore Achilles tendon did as well when they kept running by such a rule (Silbernagel 2007, 38 "
         "people); for backs it was never tested. Grade C.")},
    {"OU-11", "red-runs", N_ ("Running Hurts"),
     N_ ("It goes when fewer than two runs of the last seven days hurt at 6 or more, or left a worse morning."),
     N_ ("Runners with a sore Achilles tendon did as well when they kept running by such a rule (Silbernagel 2007, 38 "
         "people); for backs it was never tested. Grade C.")},
    {"OU-12", NULL, N_ ("Worn Shoes"), N_ ("It is said once for each pair and distance, and goes after two weeks."),
     N_ ("A spine clinic’s patient page: it may be time for new running shoes. That shoes last 500 to 800 km is a "
         "convention; no study was seen that ties their age to back pain. Grade D.")},
    {"OU-3", NULL, N_ ("Days All Alike"), N_ ("It goes with a week of easy, hard and rest days."),
     N_ ("Monotony is the mean of the days’ loads over their spread (Foster 1998, 25 athletes, illness as the "
         "outcome). Not about backs. Grade C.")},
    {"OU-6", NULL, N_ ("A Big Week"), N_ ("It goes with a week that is no more than 30 % above the one before."),
     N_ ("Of 874 new runners, those who added more than 30 % had more injuries of knee and shin, but not for certain; "
         "in "
         "5,205 runners the weekly jump did not matter (Nielsen 2014, Frandsen 2025). Grade C.")},
    {"OU-9", NULL, N_ ("Many Hard Minutes"), N_ ("It goes with a week of fewer hard minutes."),
     N_ ("No single training error could be named in a review (Nielsen 2012); the numbers are our own. Grade D.")},
    {"OU-10", NULL, N_ ("Other Ground Than Usual"), N_ ("It goes when this kind of ground is no longer new for you."),
     N_ ("Downhill the lower back bends most, uphill least (Levine 2007, healthy women on a treadmill). That it "
         "matters for pain is a guess. Grade D.")},
    {"OU-13", NULL, N_ ("One Pair for Everything"), N_ ("It goes with a run in another pair."),
     N_ ("Runners who used more than one pair at a time had fewer injuries in one study of 264; the low back was among "
         "them (Malisoux 2015). Grade C.")},
    {"OU-14", NULL, N_ ("Back After a Break"), N_ ("It goes after a week, or with the next run."),
     N_ ("A convention: after two weeks off, a run far below the old long run is a gentle start. Grade D.")},
    {"OU-5", NULL, N_ ("A Long Step Up"),
     N_ ("It goes after a few days, and with 30 days without a day at 2 or more it is not said at all."),
     N_ ("Frandsen and others 2025: 5,205 runners, runs more than 10 % beyond the longest of the 30 days before. "
         "Self-reported overuse of any part of the body, observed, not tested; a larger jump did not mean more. Grade "
         "B, for the back in particular less sure.")},
};

/**
 * lum_message_texts_get:
 * @n: (out): how many
 *
 * All rows, for tests and listings.
 */
const LumMessageTexts *
lum_message_texts_get (gsize *n)
{
  *n = G_N_ELEMENTS (texts);
  return texts;
}

/**
 * lum_message_texts_find:
 *
 * The row of a rule and variant, else that of the rule without a variant.
 *
 * Returns: (nullable): %NULL where the rule has none
 */
const LumMessageTexts *
lum_message_texts_find (const char *rule, const char *variant)
{
  const LumMessageTexts *plain = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (strcmp (texts[i].rule, rule) == 0) {
      if (texts[i].variant && g_strcmp0 (texts[i].variant, variant) == 0)
        return &texts[i];
      if (!texts[i].variant)
        plain = &texts[i];
    }
  return plain;
}

/**
 * lum_message_texts_translate:
 *
 * A text of a row in the person's language.
 */
const char *
lum_message_texts_translate (const char *text)
{
  return g_dgettext (GETTEXT_PACKAGE, text);
}
