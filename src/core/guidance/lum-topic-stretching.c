/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-topics-private.h"

static const LumFact facts[] = {
    FACT ("A11", ADVICE, N_ ("Do more stretching.")),
    END,
};

static const char *const also[] = {"A03", "A05", "A06", NULL};

static const LumResearchNote notes[] = {
    NOTE ("N3",
          "A11",
          "A/C",
          N_ ("For chronic back pain, stretching alone did no better than control when many trials were compared; "
              "Pilates, resistance, stabilisation and aerobic training did. In runners, poor flexibility of hamstrings "
              "and back and stiff hip flexion were reported as risk factors."),
          N_ ("Strong for the comparison of trials, weak for the risk factors."),
          N_ ("Owen 2020; Maselli 2020")),
    END,
};

static const char dose[] =
    N_ ("Flexibility advice of the American College of Sports Medicine. Strong for flexibility, weak for pain.");

static const LumTip tips[] = {
    {N_ ("Hamstrings"),
     N_ ("Lie on your back and raise one leg with a strap, the knee soft. Hold 30 seconds, twice a side, on two or "
         "three days a week; daily is best."),
     dose, "EX-1"},
    {N_ ("Hip Flexors"),
     N_ ("Kneel on one knee, tuck your pelvis and lean gently forward. Hold 30 seconds, twice a side."), dose, "EX-2"},
    {N_ ("Glutes"),
     N_ ("Lie on your back, ankle over the other knee, and draw the leg in; or bring the knee to the opposite "
         "shoulder. Hold 30 seconds, twice a side."),
     dose, "EX-3"},
    {N_ ("When to Stop"), N_ ("Stop if pain rises above 5 or spreads down the leg."), N_ ("Lumbar’s choice.")},
    {NULL},
};

static const char *const related[] = {"strength", "causes", NULL};

const LumTopic lum_topic_stretching = {
    .id = "stretching",
    .title = N_ ("Stretching"),
    .summary = N_ ("Hamstrings, hip flexors, glutes"),
    .facts = facts,
    .also = also,
    .notes = notes,
    .tips_title = N_ ("Three Stretches"),
    .tips = tips,
    .related = related,
};
