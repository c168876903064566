/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-topics-private.h"

static const LumFact facts[] = {
    FACT ("A17", CAUSE, N_ ("Sometimes the issue is overuse.")),
    FACT ("A18", CAUSE, N_ ("Running too much, without enough time to recover, can cause back pain.")),
    END,
};

static const LumTip tips[] = {
    {N_ ("One Run, Not Too Long"),
     N_ ("Compare a run with your longest in the 30 days before. In a study of 5,200 runners, runs more than 10 % "
         "beyond that were followed by more overuse injuries of all kinds, not backs in particular. Lumbar marks such "
         "runs in "
         "Trends."),
     N_ ("Frandsen 2025. Good: one large study that followed runners; what it saw need not be the cause.")},
    {N_ ("Rest Days"), N_ ("Most plans have a rest day or two each week."),
     N_ ("Weak: asked of elite athletes afterwards.")},
    {N_ ("After a Break"), N_ ("After two weeks off, start with about half of your old long run."),
     N_ ("Lumbar’s choice.")},
    {N_ ("Numbers to Take Lightly"),
     N_ ("Weekly jumps, and ratios of this week to the last four, are popular. They say little about one runner, and "
         "Lumbar never raises an alarm on a ratio."),
     N_ ("Contested: in the study above the ratio pointed the wrong way.")},
    {NULL},
};

static const char *const related[] = {"stop", "shoes", NULL};

const LumTopic lum_topic_overuse = {
    .id = "overuse",
    .title = N_ ("Overuse and Rest"),
    .summary = N_ ("Too much, too soon, too little rest"),
    .facts = facts,
    .tips_title = N_ ("What to Watch"),
    .tips = tips,
    .related = related,
    .actions = LUM_TOPIC_ACTION_LOG_RUN | LUM_TOPIC_ACTION_IMPORT | LUM_TOPIC_ACTION_TRENDS,
};
