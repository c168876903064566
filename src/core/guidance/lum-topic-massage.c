/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-topics-private.h"

static const LumFact facts[] = {
    FACT ("A13", ADVICE, N_ ("A skilled sports-massage therapist may help to loosen the points that hurt.")),
    END,
};

static const LumResearchNote notes[] = {
    NOTE ("N5",
          "A13",
          "A (low)",
          N_ ("Massage is one of the options a guideline gives for back pain that is new."),
          N_ ("A guideline, resting on low-quality evidence."),
          N_ ("American College of Physicians 2017")),
    END,
};

static const char *const related[] = {"causes", "stretching", NULL};

const LumTopic lum_topic_massage = {
    .id = "massage",
    .title = N_ ("Massage"),
    .summary = N_ ("What it may do for painful points"),
    .facts = facts,
    .notes = notes,
    .related = related,
};
