/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-topics-private.h"

static const LumFact facts[] = {
    TERM_FACT ("A26",
               CONTEXT,
               N_ ("Degenerative Disc Disease"),
               N_ ("The name for the excessive wear of spinal discs with age.")),
    TERM_FACT ("A29", CONTEXT, N_ ("Herniated Disc"), N_ ("Also called a ruptured or slipped disc.")),
    TERM_FACT ("A30",
               MECHANISM,
               N_ ("Herniation"),
               N_ ("The inner part of a disc between two vertebrae starts to push through the disc’s outer ring.")),
    END,
};

static const LumTerm terms[] = {
    {N_ ("Bout"),
     N_ ("A stretch of back pain. It ends after seven calm days, with a score logged on at least five of them.")},
    {N_ ("Calm"), N_ ("Pain at 0 or 1 of 10. After seven such days a bout has settled.")},
    {N_ ("Episode"), N_ ("Bouts with less than 30 calm days between them belong to one episode.")},
    {N_ ("Flare"), N_ ("A spell clearly above what is usual for you, hard to tolerate or changing what you do.")},
    {N_ ("Logged Day"), N_ ("A day with a score. A day without one stays a gap: it never counts as zero.")},
    {N_ ("Pain Day"), N_ ("A day on which your highest score is 2 or more.")},
    {N_ ("Pain-Free"), N_ ("A score of 0, nothing else.")},
    {N_ ("Pain Score"), N_ ("A whole number from 0, no pain, to 10, the worst pain imaginable.")},
    {N_ ("Seven-Day Mean"), N_ ("The average of the last seven days, shown where at least three of them are logged.")},
    {N_ ("Spike"), N_ ("A run more than 10 % longer than your longest in the 30 days before it.")},
    {N_ ("Strain Clock"),
     N_ ("Counts the days of a bout up to the last day with pain, with marks at two and three weeks.")},
    {NULL},
};

static const char *const related[] = {"spine", "see-someone", NULL};

const LumTopic lum_topic_words = {
    .id = "words",
    .title = N_ ("Words Explained"),
    .summary = N_ ("What the article and Lumbar mean by them"),
    .facts = facts,
    .terms = terms,
    .related = related,
};
