/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-topics-private.h"

static const LumFact facts[] = {
    FACT ("A16", MECHANISM, N_ ("Dehydration can cause muscle spasms, and you may feel them in your lower back.")),
    END,
};

static const LumResearchNote notes[] = {
    NOTE ("N6",
          "A16",
          "X/C",
          N_ ("Whether cramps come from dehydration is contested. Losing 3 % of body weight as sweat did not make "
              "muscles cramp more easily; a review prefers to look for each person’s own causes over “drink more”. "
              "Drinking far too much can kill."),
          N_ ("The link is uncertain: one experiment speaks against it, reviews disagree."),
          N_ ("Miller 2010; review of exercise cramps 2022; Miller 2015")),
    END,
};

static const char source[] = N_ ("American College of Sports Medicine 2007; National Athletic Trainers’ Association "
                                 "2017. Strong: position statements.");

static const LumTip tips[] = {
    {N_ ("Before"), N_ ("Start well hydrated."), source},
    {N_ ("During"), N_ ("Drink to thirst, and keep what you lose to about 2 % of your weight."), source},
    {N_ ("Never Gain Weight"),
     N_ ("If you weigh more after a run than before it, you drank too much. Drinking more than you sweat can be "
         "dangerous."),
     source},
    {N_ ("How Much You Sweat"),
     N_ ("Weight before, less weight after, plus what you drank, less what you passed: that is your sweat, a kilogram "
         "to the litre. From 70.0 to 68.9 kg with half a litre drunk is 1.6 litres."),
     source},
    {NULL},
};

static const char *const related[] = {"causes", "overuse", NULL};

const LumTopic lum_topic_drinking = {
    .id = "drinking",
    .title = N_ ("Drinking"),
    .summary = N_ ("Enough, and not too much"),
    .facts = facts,
    .notes = notes,
    .tips_title = N_ ("Around a Run"),
    .tips = tips,
    .related = related,
};
