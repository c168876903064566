/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-card.h"
#include "lum-detectors-list.h"
#include "lum-i18n.h"
#include "lum-messages.h"
#include "lum-parameters.h"

/* EP-8: what is said at 21 and 84 days. The phase is the engine's, the words follow the person's own share of pain
 * days. */

/* The first pain day on which the bout was three weeks old: how long the question about its gaps has stood. */
static LumDay
find_crossing (const LumEvidence *e)
{
  const LumDayTable *table = e->table;

  for (gsize i = lum_day_table_find (table, e->status->onset + LUM_P_BEYOND); i < table->n; i++)
    if (table->days[i].pain)
      return table->days[i].day;
  return e->today;
}

/* The gaps are asked about first; the card follows when that is answered, or was not for three days. */
static gboolean
waits_for_gaps (const LumEvidence *e)
{
  const LumStatus *status = e->status;

  return (status->flags & LUM_FLAG_PROVISIONAL) && status->gap_first != LUM_DAY_NONE &&
         e->today - find_crossing (e) < LUM_P_PROVISIONAL_WAIT;
}

static LumCard *
make_beyond (const LumEvidence *e)
{
  const LumStatus *status = e->status;
  int pain = status->pain_days, known = status->known_days;
  LumDay first = status->onset, last = status->last_pain;
  LumCard *card;

  if (status->mean < LUM_P_SLIGHT_MEAN) {
    card = lum_card_new (e, "EP-8", "slight", LUM_SEVERITY_NOTE, first, last);
    card->message = lum_message_three_weeks_slight (status->mean);
    card->actions = LUM_CARD_ACTION_LATER | LUM_CARD_ACTION_DISMISS;
  } else if (status->share < LUM_P_SHARE_MOST) {
    card = lum_card_new (e, "EP-8", "comes-and-goes", LUM_SEVERITY_CAUTION, first, last);
    card->message = lum_message_three_weeks_on_and_off (pain, known, first, e->today);
    card->actions = LUM_CARD_ACTION_SEE_RUNS | LUM_CARD_ACTION_SEEN_SOMEONE | LUM_CARD_ACTION_DISMISS;
  } else if (waits_for_gaps (e)) {
    card = lum_card_new (e, "EP-8", "gaps", LUM_SEVERITY_CAUTION, first, last);
    card->message = lum_message_three_weeks_gaps (known, status->age + 1);
    card->actions = LUM_CARD_ACTION_FILL_GAPS | LUM_CARD_ACTION_SEEN_SOMEONE | LUM_CARD_ACTION_LATER;
  } else if (status->trend.verdict == LUM_TREND_BETTER && status->mean <= LUM_P_EASED_MEAN + LUM_P_SAME) {
    card = lum_card_new (e, "EP-8", "easing", LUM_SEVERITY_CAUTION, first, last);
    card->message = lum_message_three_weeks_easing (status->trend.previous, status->trend.last);
    card->actions = LUM_CARD_ACTION_PREPARE_PAGE | LUM_CARD_ACTION_SEEN_SOMEONE | LUM_CARD_ACTION_LATER;
  } else {
    card = lum_card_new (e, "EP-8", "beyond", LUM_SEVERITY_ALERT, first, last);
    card->message = lum_message_three_weeks (pain, known, first, e->today);
    card->actions = LUM_CARD_ACTION_PREPARE_PAGE | LUM_CARD_ACTION_SEEN_SOMEONE | LUM_CARD_ACTION_LATER;
  }
  return card;
}

static LumCard *
make_twelve_weeks (const LumEvidence *e)
{
  const LumStatus *status = e->status;
  LumCard *card;

  if (status->mean < LUM_P_SLIGHT_MEAN) {
    card = lum_card_new (e, "EP-8", "twelve-weeks-slight", LUM_SEVERITY_NOTE, status->onset, status->last_pain);
    card->message = lum_message_twelve_weeks_slight (status->mean);
    card->actions = LUM_CARD_ACTION_LATER | LUM_CARD_ACTION_DISMISS;
    return card;
  }
  card = lum_card_new (e, "EP-8", "twelve-weeks", LUM_SEVERITY_ALERT, status->onset, status->last_pain);
  card->message = lum_message_twelve_weeks (status->pain_days, status->known_days);
  card->actions = LUM_CARD_ACTION_PREPARE_PAGE | LUM_CARD_ACTION_SEEN_SOMEONE | LUM_CARD_ACTION_LATER;
  return card;
}

static LumCard *
detect (const LumEvidence *e)
{
  const LumStatus *status = e->status;
  gboolean chronic = status->state == LUM_STATE_CHRONIC;
  LumCard *card;

  if (!chronic && status->state != LUM_STATE_BEYOND)
    return NULL;
  if ((status->flags & LUM_FLAG_SETTLING) || status->visit != LUM_DAY_NONE)
    return NULL;

  card = chronic ? make_twelve_weeks (e) : make_beyond (e);
  lum_card_add_evidence (card, _ ("Pain days"), lum_message_pain_of_known (status->pain_days, status->known_days));
  lum_card_add_evidence (card, _ ("Began"), lum_message_date (status->onset, e->today));
  lum_card_add_evidence (card, _ ("Last pain day"), lum_message_date (status->last_pain, e->today));
  if (status->trend.verdict != LUM_TREND_NOT_ENOUGH_DATA) {
    lum_card_add_evidence (card, _ ("Mean this week"), lum_message_mean (status->trend.last, status->trend.n_last));
    lum_card_add_evidence (card, _ ("Mean last week"),
                           lum_message_mean (status->trend.previous, status->trend.n_previous));
  }
  card->visit_from = status->onset;
  return card;
}

const LumDetector lum_detector_weeks = {
    .rule = "EP-8",
    .variants = lum_phase_variants,
    .dismissed_days = LUM_P_DISMISSED,
    .once = TRUE,
    .detect = detect,
};
