/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-topics-private.h"

static const LumFact facts[] = {
    FACT ("A14", CAUSE, N_ ("In some cases poor posture leads to back pain with running.")),
    FACT ("A15", CAUSE, N_ ("In some cases poor running form does.")),
    END,
};

static const LumTip tips[] = {
    {N_ ("Trunk"), N_ ("Tall but relaxed, with a slight lean from the ankles. Hands loose."),
     N_ ("Usual coaching advice; no score, no test.")},
    {N_ ("Feet"), N_ ("Land under your body, with short, quick steps."),
     N_ ("Usual coaching advice; no score, no test.")},
    {N_ ("Downhill"), N_ ("Take downhills gently: the curve of the lower back is larger there."),
     N_ ("Levine 2007: a measurement on a treadmill, not a study of pain.")},
    {N_ ("Step Rate"),
     N_ ("Try 5 % more steps a minute than your own at the same speed, 10 % at most. If yours is 160, try 168 and stay "
         "below 176."),
     N_ ("Weak: runners with back pain took 166 steps a minute, others 171, in one look at both (Drozda 2024). It "
         "cannot tell what came first.")},
    {N_ ("One Thing at a Time"), N_ ("Change one thing, keep it for two weeks, and see how your back answers."),
     N_ ("Lumbar’s choice.")},
    {NULL},
};

static const char *const related[] = {"causes", "shoes", NULL};

const LumTopic lum_topic_form = {
    .id = "form",
    .title = N_ ("Posture and Form"),
    .summary = N_ ("Five small things to try"),
    .facts = facts,
    .tips_title = N_ ("Form Tips"),
    .tips = tips,
    .related = related,
};
