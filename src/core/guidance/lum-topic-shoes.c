/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-topics-private.h"

static const LumFact facts[] = {
    FACT ("A19", ADVICE, N_ ("It may be time for new running shoes.")),
    END,
};

static const LumResearchNote notes[] = {
    NOTE ("N7",
          "A19",
          "C/D",
          N_ ("The cushioning of a shoe falls by about 20 to 40 % within 500 miles. No study that we have seen ties "
              "the age "
              "of shoes to back pain."),
          N_ ("Weak: old measurements, and a convention."),
          N_ ("Cook 1985")),
    END,
};

static const LumTip tips[] = {
    {N_ ("Distance"),
     N_ ("Many people replace a pair after 500 to 800 km (300 to 500 miles). Look at wear and comfort: the number "
         "itself is a "
         "convention."),
     N_ ("Convention.")},
    {N_ ("Two Pairs"), N_ ("Runners who used more than one pair had fewer injuries in one study."),
     N_ ("Malisoux 2015. Weak: one group of 264 runners.")},
    {NULL},
};

static const char *const related[] = {"form", "overuse", NULL};

const LumTopic lum_topic_shoes = {
    .id = "shoes",
    .title = N_ ("Shoes"),
    .summary = N_ ("When a pair has done its distance"),
    .facts = facts,
    .notes = notes,
    .tips_title = N_ ("Looking After Pairs"),
    .tips = tips,
    .related = related,
    .actions = LUM_TOPIC_ACTION_LOG_RUN,
};
