/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-topics-private.h"

static const LumFact facts[] = {
    FACT ("A23", WINDOW, N_ ("Pain from a muscle strain generally gets better within two to three weeks.")),
    FACT ("A24", ADVICE, N_ ("When it goes on longer than that, get the help of an expert.")),
    FACT ("A31", ADVICE, N_ ("If back pain after running persists, get yourself checked.")),
    FACT ("A32", CONTEXT, N_ ("There are many options for relief.")),
    END,
};

static const char *const also[] = {"A09", NULL};

static const LumResearchNote notes[] = {
    NOTE ("N1",
          "A23",
          "A/B",
          N_ ("In a trial in which 1,650 people kept a daily diary, half had recovered (0 or 1 of 10 for seven days) "
              "after about 17 days. In a group of 973 people, half had no pain at all after 58 days, and 72 % had "
              "recovered after a year. Across studies pooled together, pain fell from 52 to 23 of 100 by week six. So "
              "passing day 21 is common and does not mean damage; it is the article’s moment to get checked."),
          N_ ("Strong: one large trial, one cohort, one pooled review."),
          N_ ("Williams 2014 (PACE); Henschke 2008; Menezes 2012")),
    END,
};

/* What cannot wait stands on top, so that nobody has to look for it. */
static const LumTip first[] = {
    {N_ ("Get Help at Once"),
     N_ ("Even if the pain is mild, for: new numbness between the legs or around the back passage; new trouble with "
         "bladder or bowel; pain, numbness or weakness in both legs, or a leg that gives way; chest pain; or pain that "
         "began with a serious accident or a fall from a height."),
     N_ ("Published lists of warning signs for back pain. These signs are rare.")},
    {N_ ("Speak to Someone Today"),
     N_ ("For new numbness or weakness in one leg that spreads or grows; and for a temperature of 38 °C or more with "
         "the back pain. A doctor or an urgent-care line is the right place."),
     N_ ("Published lists of warning signs for back pain; for one leg, the scope of a national guideline. Lumbar’s "
         "wording.")},
    {NULL},
};

static const LumTip tips[] = {
    {N_ ("Who"), N_ ("For pain that lasts, a routine appointment with a physiotherapist or doctor is fine."),
     N_ ("Lumbar’s wording.")},
    {N_ ("What to Bring"),
     N_ ("The doctor report: one page with when it began, how it went, what you tried, and your runs."),
     N_ ("Lumbar’s choice.")},
    {NULL},
};

static const char *const related[] = {"spine", "stop", "words", NULL};

const LumTopic lum_topic_see_someone = {
    .id = "see-someone",
    .title = N_ ("When to See Someone"),
    .summary = N_ ("Two to three weeks, and what cannot wait"),
    .first_title = N_ ("Do Not Wait"),
    .first = first,
    .facts = facts,
    .also = also,
    .notes = notes,
    .tips_title = N_ ("Making the Visit Count"),
    .tips = tips,
    .related = related,
    .actions = LUM_TOPIC_ACTION_SAFETY_CHECK | LUM_TOPIC_ACTION_REPORT | LUM_TOPIC_ACTION_SEEN_SOMEONE,
};
