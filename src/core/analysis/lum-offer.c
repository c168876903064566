/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-offer.h"

#include "lum-parameters.h"

/* RF-R5: when the safety check comes by itself. Everything that can bring it has a day on which it happened; it is
 * offered for a week from then on, until a check was made. */

typedef struct {
  const LumDiary *diary;
  const LumStatus *status;
  LumDay today;
  LumDay last_check; /* LUM_DAY_NONE without one */
  gboolean all_no;   /* the last check said no to everything */
} Offer;

static void
find_last_check (Offer *o)
{
  gsize n;
  const LumSafetyAnswer *answers = lum_diary_get_safety (o->diary, &n);

  o->last_check = LUM_DAY_NONE;
  o->all_no = TRUE;
  for (gsize i = n; i-- > 0;) {
    if (answers[i].day > o->today)
      continue;
    if (o->last_check == LUM_DAY_NONE)
      o->last_check = answers[i].day;
    if (answers[i].day < o->last_check)
      break;
    o->all_no = o->all_no && answers[i].answer == LUM_SAFETY_NO;
  }
}

/* Whether something that happened on `day` brings the check now. `before` is the last time that the like happened by the
 * day of the last check. */
static gboolean
is_due (const Offer *o, LumDay day, LumDay before)
{
  if (day == LUM_DAY_NONE || day > o->today || o->today - day >= LUM_P_OFFER_DAYS)
    return FALSE;
  if (o->last_check == LUM_DAY_NONE)
    return TRUE;
  if (day <= o->last_check)
    return FALSE;
  /* The same again, soon after a check that found nothing, is nothing new. */
  return !o->all_no || o->today - o->last_check >= LUM_P_OFFER_AGAIN || before == LUM_DAY_NONE ||
         o->last_check - before >= LUM_P_OFFER_AGAIN;
}

static gboolean
is_strong_due (const Offer *o)
{
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (o->diary, &n);
  LumDay newest = LUM_DAY_NONE, before = LUM_DAY_NONE;

  for (gsize i = lum_diary_find_first_day (o->diary, o->today - LUM_P_OFFER_DAYS - LUM_P_OFFER_AGAIN);
       i < n && days[i].day <= o->today; i++)
    if (days[i].highest != LUM_INT_NONE && days[i].highest >= LUM_P_OFFER_PAIN) {
      newest = days[i].day;
      if (newest <= o->last_check)
        before = newest;
    }
  return is_due (o, newest, before);
}

static guint
get_leg_signs (const LumDayDetail *detail)
{
  return (detail->spread_below_knee > 0) | (detail->leg_numb > 0) << 1;
}

/* A sign that the detail before it did not have. */
static gboolean
is_detail_due (const Offer *o)
{
  gsize n;
  const LumDayDetail *details = lum_diary_get_details (o->diary, &n);
  LumDay newest = LUM_DAY_NONE;

  for (gsize i = 0; i < n && details[i].day <= o->today; i++)
    if (get_leg_signs (&details[i]) & ~(i > 0 ? get_leg_signs (&details[i - 1]) : 0))
      newest = details[i].day;
  return is_due (o, newest, LUM_DAY_NONE);
}

static gboolean
is_flare_due (const Offer *o)
{
  gsize n;
  const LumFlareAnswer *flares = lum_diary_get_flares (o->diary, &n);
  LumDay newest = LUM_DAY_NONE, before = LUM_DAY_NONE;

  for (gsize i = 0; i < n && flares[i].day <= o->today; i++)
    if (flares[i].yes > 0) {
      newest = flares[i].day;
      if (newest <= o->last_check)
        before = newest;
    }
  return is_due (o, newest, before);
}

/* The first logged pain day of the bout on which it was so old: 14, 21 and 84 days. */
static LumDay
find_age_day (const Offer *o, int age)
{
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (o->diary, &n);

  for (gsize i = lum_diary_find_first_day (o->diary, o->status->onset + age); i < n && days[i].day <= o->today; i++)
    if (days[i].highest != LUM_INT_NONE && days[i].highest >= LUM_P_PAIN_MIN)
      return days[i].day;
  return LUM_DAY_NONE;
}

/* The second pain day of the bout, or the first where its onset was reported before it. */
static LumDay
find_confirmed_day (const Offer *o, const LumBout *bout)
{
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (o->diary, &n);
  LumDay from = bout->onset < bout->first ? bout->first : bout->first + 1;

  for (gsize i = lum_diary_find_first_day (o->diary, from); i < n && days[i].day <= o->today; i++)
    if (days[i].highest != LUM_INT_NONE && days[i].highest >= LUM_P_PAIN_MIN)
      return days[i].day;
  return LUM_DAY_NONE;
}

static LumOffer
find_bout_offer (const Offer *o)
{
  static const struct {
    LumOffer offer;
    int age;
  } ages[] = {{LUM_OFFER_TWELVE_WEEKS, LUM_P_CHRONIC},
              {LUM_OFFER_THREE_WEEKS, LUM_P_BEYOND},
              {LUM_OFFER_TWO_WEEKS, LUM_P_APPROACH}};
  const LumBout *bout = lum_status_get_current_bout (o->status);

  if (!bout || !bout->confirmed || !lum_status_is_active (o->status))
    return LUM_OFFER_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (ages); i++)
    if (is_due (o, find_age_day (o, ages[i].age), LUM_DAY_NONE))
      return ages[i].offer;
  if (is_due (o, find_confirmed_day (o, bout), LUM_DAY_NONE))
    return LUM_OFFER_CONFIRMED;
  if (o->status->state == LUM_STATE_CHRONIC &&
      (o->last_check == LUM_DAY_NONE || o->today - o->last_check >= LUM_P_OFFER_EVERY))
    return LUM_OFFER_AGAIN;
  return LUM_OFFER_NONE;
}

/**
 * lum_offer_was_settled:
 *
 * Whether the check was made or put off today: it is offered at most once a day.
 */
gboolean
lum_offer_was_settled (const LumDiary *diary, LumDay today)
{
  Offer offer = {.diary = diary, .today = today};
  gsize n;
  const LumCardRecord *events = lum_diary_get_cards (diary, &n);

  find_last_check (&offer);
  if (offer.last_check == today)
    return TRUE;
  for (gsize i = n; i-- > 0 && events[i].day >= today;)
    if (events[i].day == today && events[i].event != LUM_CARD_SHOWN && g_strcmp0 (events[i].rule, LUM_RULE_OFFER) == 0)
      return TRUE;
  return FALSE;
}

/**
 * lum_offer_new:
 * @status: that of the day that is looked at
 *
 * Whether the safety check is to be offered by itself on that day, and why (RF-R5). It is always one click away.
 */
LumOffer
lum_offer_new (const LumDiary *diary, const LumStatus *status)
{
  Offer offer = {.diary = diary, .status = status, .today = status->today};

  find_last_check (&offer);
  if (lum_offer_was_settled (diary, offer.today))
    return LUM_OFFER_NONE;
  if (is_strong_due (&offer))
    return LUM_OFFER_STRONG;
  if (is_detail_due (&offer))
    return LUM_OFFER_DETAIL;
  if (is_flare_due (&offer))
    return LUM_OFFER_FLARE;
  return find_bout_offer (&offer);
}
