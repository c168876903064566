/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-topics-private.h"

static const LumFact facts[] = {
    FACT ("A08", CAUSE, N_ ("Pain during a run, or after it, may come from the spine instead.")),
    FACT ("A09", ADVICE, N_ ("If the spine may be the source, stop running until you have talked to your physician.")),
    FACT ("A20", CAUSE, N_ ("Back pain from running can come from a structural problem in the lower back.")),
    FACT ("A21", CAUSE, N_ ("One such problem is a herniated disc.")),
    FACT ("A22", CAUSE, N_ ("Another is degenerative disc disease.")),
    FACT ("A25", CAUSE, N_ ("With age, the discs of the spine can wear excessively.")),
    FACT ("A27", MECHANISM, N_ ("The discs absorb the impact of running.")),
    FACT ("A28", MECHANISM, N_ ("When discs get weak, this can lead to pain after a run.")),
    END,
};

static const LumResearchNote notes[] = {
    NOTE ("N2",
          "A28",
          "A",
          N_ ("Running has not been shown to wear discs out. Runners have low rates of back pain (0.7 to 20.2 %, study "
              "by study). In a trial with people whose back pain was chronic, a 12-week run-walk programme eased it by "
              "15 points of 100, with one back-pain setback among 20 people; overall, their discs did not change."),
          N_ ("Good but small: a review, and one trial with few people."),
          N_ ("Maselli 2020; the ASTEROID trial and its disc analysis")),
    END,
};

static const char *const related[] = {"stop", "see-someone", "words", NULL};

const LumTopic lum_topic_spine = {
    .id = "spine",
    .title = N_ ("When It May Be the Spine"),
    .summary = N_ ("Discs, wear, and what to do first"),
    .facts = facts,
    .notes = notes,
    .related = related,
    .actions = LUM_TOPIC_ACTION_SAFETY_CHECK | LUM_TOPIC_ACTION_REPORT | LUM_TOPIC_ACTION_SEEN_SOMEONE,
};
