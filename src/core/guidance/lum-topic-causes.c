/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-topics-private.h"

static const LumFact facts[] = {
    FACT ("A02",
          CAUSE,
          N_ ("When running brings on back pain, it comes most often from the muscles rather than from the spine.")),
    FACT ("A03", CAUSE, N_ ("Often the hamstrings are tight: the muscles along the back of your thighs.")),
    FACT ("A04", CAUSE, N_ ("Or your core muscles are tight: those around your belly and trunk.")),
    FACT ("A05", CAUSE, N_ ("Or your glutes are: the muscles of your buttocks.")),
    FACT ("A06", CAUSE, N_ ("Or your hip flexors are: the muscles across the front of your hips.")),
    FACT ("A07",
          MECHANISM,
          N_ ("Tightness there can change how your body lines up and moves. The back muscles then over-extend and do "
              "more than their share.")),
    FACT ("A10", ADVICE, N_ ("For a muscle problem there are several things you can do.")),
    END,
};

static const char *const also[] = {"A14", "A15", "A16", "A17", NULL};

static const char *const related[] = {"stretching", "strength", "massage", "form", "drinking",
                                      "overuse",    "shoes",    "spine",   NULL};

const LumTopic lum_topic_causes = {
    .id = "causes",
    .title = N_ ("Likely Causes"),
    .summary = N_ ("Muscles first, and which ones"),
    .facts = facts,
    .also = also,
    .related = related,
};
