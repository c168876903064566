/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-topics-private.h"

static const LumFact facts[] = {
    FACT ("A12", ADVICE, N_ ("Do more strength training.")),
    END,
};

static const char *const also[] = {"A04", "A05", NULL};

static const LumResearchNote notes[] = {
    NOTE ("N4",
          "A12",
          "A",
          N_ ("In 84 runners with chronic back pain, leg-strength exercise improved the ability to run more than back "
              "exercises did. Pain while running fell equally in all three groups."),
          N_ ("Good: one randomised trial."),
          N_ ("Cai 2017")),
    END,
};

static const LumTip tips[] = {
    {N_ ("Legs"),
     N_ ("Squat or leg press, and moving the hip back and out to the side against resistance. In the trial, runners "
         "trained twice a week for eight weeks with somebody watching."),
     N_ ("One randomised trial in runners."), "EX-9"},
    {N_ ("Curl-Up"), N_ ("On your back, your hands under it, a small lift: hold for 10 seconds, rest, repeat."),
     N_ ("Usual practice; weak evidence."), "EX-4"},
    {N_ ("Trunk"), N_ ("Side plank, bird-dog: hold for 10 seconds, rest, repeat."),
     N_ ("Usual practice; weak evidence."), "EX-5"},
    {N_ ("Glutes"), N_ ("Bridge on both feet, later on one: up, hold two seconds, down, 10 to 12 times."),
     N_ ("Usual practice; weak evidence."), "EX-8"},
    {N_ ("When to Stop"), N_ ("Stop if pain rises above 5 or spreads down the leg."), N_ ("Lumbar’s choice.")},
    {NULL},
};

static const char *const related[] = {"stretching", "causes", NULL};

const LumTopic lum_topic_strength = {
    .id = "strength",
    .title = N_ ("Strength"),
    .summary = N_ ("Legs, glutes and trunk"),
    .facts = facts,
    .also = also,
    .notes = notes,
    .tips_title = N_ ("Where to Begin"),
    .tips = tips,
    .related = related,
};
