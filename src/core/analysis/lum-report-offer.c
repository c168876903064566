/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-report-offer.h"

#include "lum-parameters.h"
#include "lum-safety.h"

/* RF-R7, RP-8: what is worth filling in before the page for the doctor is made. */

/* The newest day on which a question was answered; who travels over the date line has answered tomorrow. */
static LumDay
find_answer_day (const LumDiary *diary, const char *question, LumDay today)
{
  gsize n;
  const LumSafetyAnswer *answers = lum_diary_get_safety (diary, &n);

  while (n-- > 0)
    if (answers[n].day <= today + LUM_P_SIGN_AHEAD && g_strcmp0 (answers[n].question, question) == 0)
      return answers[n].day;
  return LUM_DAY_NONE;
}

/* A check may be answered in pieces, and what is open is not asked again: so it is as old as its oldest line. A settled
 * sign or a single tick does not make a new one. */
static void
look_at_safety (LumReportOffer *offer, const LumDiary *diary, LumDay today)
{
  g_autoptr (LumSafety) safety = lum_safety_new (diary, today);
  guint n;
  const LumSafetySign *signs = lum_safety_signs_get (&n);

  offer->last_check = today;
  offer->last_answer = LUM_DAY_NONE;
  for (guint i = 0; i < n; i++) {
    LumDay day = find_answer_day (diary, signs[i].id, today);
    const LumOpenSign *open = lum_safety_find_open (safety, signs[i].id);

    offer->last_answer = MAX (offer->last_answer, day);
    if (!signs[i].counted && !(open && open->answer))
      offer->last_check = MIN (offer->last_check, day); /* one that was never answered is below all */
  }
  if (offer->last_check == LUM_DAY_NONE || today - offer->last_check > LUM_P_REPORT_CHECK)
    offer->parts |= LUM_REPORT_OFFER_SAFETY;
}

static void
look_at_activities (LumReportOffer *offer, const LumDiary *diary, LumDay today)
{
  gsize n;
  const LumActivity *activities = lum_diary_get_activities (diary, &n);
  guint found = 0;

  for (gsize i = 0; i < n && found < LUM_N_REPORT_ACTIVITIES; i++)
    if (activities[i].name)
      offer->activities[found++] = &activities[i];
  for (guint i = 0; i < LUM_N_REPORT_ACTIVITIES; i++) {
    if (offer->activities[i])
      offer->courses[i] = lum_activity_course_new (diary, offer->activities[i], today);
    if (!offer->courses[i].now || offer->courses[i].now->day != today)
      offer->parts |= LUM_REPORT_OFFER_ACTIVITIES;
  }
}

/**
 * lum_report_offer_new:
 *
 * What can be filled in before the report is printed on a day: the safety check if any of it is older than seven days
 * (RF-R7), the two activities if they are not named and rated on that day (RP-8), the questions for the doctor if there
 * are none.
 *
 * Returns: what points into @diary
 */
LumReportOffer
lum_report_offer_new (const LumDiary *diary, LumDay today)
{
  LumReportOffer offer = {0};
  const char *questions = lum_diary_get_preference (diary, LUM_PREFERENCE_QUESTIONS);

  look_at_safety (&offer, diary, today);
  look_at_activities (&offer, diary, today);
  while (questions && g_ascii_isspace (*questions))
    questions++;
  if (!questions || !*questions)
    offer.parts |= LUM_REPORT_OFFER_QUESTIONS;
  return offer;
}

/**
 * lum_activity_course_new:
 * @last: what was rated later does not count
 *
 * How an activity went at first and by a day, as the report and what is offered before it both say it.
 *
 * Returns: what points into @diary
 */
LumActivityCourse
lum_activity_course_new (const LumDiary *diary, const LumActivity *activity, LumDay last)
{
  LumActivityCourse course = {0};
  gsize n;
  const LumActivityRating *ratings = lum_diary_get_activity_ratings (diary, &n);

  for (gsize i = 0; i < n && ratings[i].day <= last; i++) {
    if (ratings[i].score == LUM_INT_NONE || g_strcmp0 (ratings[i].activity_id, activity->base.id) != 0)
      continue;
    if (!course.then)
      course.then = &ratings[i];
    course.now = &ratings[i];
  }
  return course;
}
