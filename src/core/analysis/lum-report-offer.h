/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-diary.h"

G_BEGIN_DECLS

/* How many activities the report speaks of (RP-8). */
#define LUM_N_REPORT_ACTIVITIES 2

typedef enum {
  LUM_REPORT_OFFER_SAFETY = 1 << 0,     /* a line of the safety check was not answered within a week (RF-R7) */
  LUM_REPORT_OFFER_ACTIVITIES = 1 << 1, /* one is not named yet, or not rated on that day (RP-8) */
  LUM_REPORT_OFFER_QUESTIONS = 1 << 2,  /* there is none for the doctor */
} LumReportOfferPart;

/* How an activity went: at first and by a day. Both point into the diary, and are one where it was rated once. */
typedef struct {
  const LumActivityRating *then; /* NULL: not rated yet */
  const LumActivityRating *now;
} LumActivityCourse;

/* What may be filled in before the report is printed; none of it is needed. */
typedef struct {
  guint parts;        /* LumReportOfferPart, 0: nothing is left */
  LumDay last_check;  /* since when every line of the safety check was answered, or LUM_DAY_NONE */
  LumDay last_answer; /* of any of its lines, or LUM_DAY_NONE */
  const LumActivity *activities[LUM_N_REPORT_ACTIVITIES]; /* of the diary; NULL: not named yet */
  LumActivityCourse courses[LUM_N_REPORT_ACTIVITIES];
} LumReportOffer;

LumReportOffer lum_report_offer_new (const LumDiary *diary, LumDay today);
LumActivityCourse lum_activity_course_new (const LumDiary *diary, const LumActivity *activity, LumDay last);

G_END_DECLS
