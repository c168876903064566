/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-topics-private.h"

static const LumFact facts[] = {
    FACT ("A01",
          CONTEXT,
          N_ ("Running bothers your lower back. Should you stop? This is the question the article asks.")),
    END,
};

static const char *const also[] = {"A02", "A09", "A23", "A24", NULL};

static const LumResearchNote notes[] = {
    NOTE ("N8",
          "A09",
          "A",
          N_ ("Guidelines for back pain favour staying as active as the pain allows. The article says to stop running "
              "until you have talked to a doctor if the spine may be the source. Both fit: pause the running, keep "
              "walking."),
          N_ ("Strong: two national guidelines. They speak of activity in general, the article of running."),
          N_ ("American College of Physicians 2017; NICE guideline NG59")),
    END,
};

static const LumTip tips[] = {
    {N_ ("Pause Running"),
     N_ ("Walk instead, and move as far as it lets you, when the spine may be the source, when something new happens "
         "in "
         "your leg, when pain changes your stride, when pain is strong or clearly rising, or when it has reached 6 or "
         "more on two runs in a week."),
     N_ ("The first is the article’s advice. The others are Lumbar’s cautious choice.")},
    {N_ ("Adjust"),
     N_ ("At three weeks of milder pain: easy runs, pain at 3 or less while you run, no worse the next morning, and a "
         "routine appointment. A steady 2 of 10 is no reason to stop."),
     N_ ("Borrowed from a pain-monitoring trial in 38 people with Achilles trouble. Never tested for backs.")},
    {N_ ("Run as Agreed"), N_ ("After a visit, what you agreed there comes first."), N_ ("Lumbar’s choice.")},
    {NULL},
};

static const char *const related[] = {"spine", "overuse", "see-someone", NULL};

const LumTopic lum_topic_stop = {
    .id = "stop",
    .title = N_ ("Should I Stop?"),
    .summary = N_ ("When to run on, ease off or pause"),
    .facts = facts,
    .also = also,
    .notes = notes,
    .tips_title = N_ ("Stop, Ease Off or Carry On"),
    .tips = tips,
    .related = related,
    .actions = LUM_TOPIC_ACTION_TRENDS,
};
