/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-card.h"
#include "lum-detectors-list.h"
#include "lum-i18n.h"
#include "lum-messages.h"
#include "lum-parameters.h"
#include "lum-run-pains.h"

/* OU-11 as a card: the patterns of the last one and two weeks, else the newest run. Speaks to new users too (OU-17). */

static const LumRunScores *
find_newest (const LumEvidence *e)
{
  for (guint i = e->run_scores->len; i-- > 0;) {
    const LumRunScores *scores = &g_array_index (e->run_scores, LumRunScores, i);

    if (scores->day <= e->today - LUM_P_RUN_PAIN_DAYS)
      break;
    if (scores->day <= e->today)
      return scores;
  }
  return NULL;
}

static LumCard *
make_pattern (const LumEvidence *e, int red, int not_back)
{
  gboolean red_runs = red >= LUM_P_RED_RUNS;
  LumCard *card = lum_card_new (e, "OU-11", red_runs ? "red-runs" : "not-backs", LUM_SEVERITY_CAUTION,
                                e->today - (red_runs ? LUM_P_RED_WIN : LUM_P_NOT_BACK_WIN) + 1, e->today);

  card->message = red_runs ? lum_message_red_runs (red) : lum_message_not_backs (not_back);
  lum_card_add_evidence (card, _ ("Red runs of the last 7 days"), lum_format_number (red, 0));
  lum_card_add_evidence (card, _ ("Runs of the last 14 days with a worse morning after"),
                         lum_format_number (not_back, 0));
  return card;
}

static int
get_rise (const LumRunScores *scores)
{
  return scores->next_morning - (scores->morning != LUM_INT_NONE ? scores->morning : scores->before);
}

static LumCard *
make_single (const LumEvidence *e, const LumRunScores *scores)
{
  LumRunPain pain = lum_run_scores_judge (scores, e->today);
  int worst = MAX (scores->during, scores->after);
  LumCard *card;

  if (worst != LUM_INT_NONE && worst >= LUM_P_RED_FROM) {
    card = lum_card_new (e, "OU-11", "red", LUM_SEVERITY_NOTE, scores->day, scores->day);
    card->message = lum_message_run_reached (worst, scores->during == worst);
  } else if (pain.back == LUM_BACK_NO) {
    card = lum_card_new (e, "OU-11", "not-back", LUM_SEVERITY_NOTE, scores->day, scores->day + 1);
    card->message = lum_message_not_back (get_rise (scores));
  } else {
    return NULL;
  }
  if (worst != LUM_INT_NONE)
    lum_card_add_evidence (card, _ ("Worst during or after the run"), lum_message_score (worst, scores->day, e->today));
  if (pain.back != LUM_BACK_UNKNOWN)
    lum_card_add_evidence (card, _ ("Next morning"),
                           lum_message_score (scores->next_morning, scores->day + 1, e->today));
  return card;
}

static LumCard *
detect (const LumEvidence *e)
{
  const LumRunScores *newest = find_newest (e);
  LumCard *card = NULL;
  int red, not_back;

  lum_run_scores_count (e->run_scores, e->today, &red, &not_back);
  if (red >= LUM_P_RED_RUNS || not_back >= LUM_P_NOT_BACK_RUNS)
    card = make_pattern (e, red, not_back);
  else if (newest)
    card = make_single (e, newest);
  if (card)
    card->actions = LUM_CARD_ACTION_SEE_RUNS | LUM_CARD_ACTION_LATER | LUM_CARD_ACTION_DISMISS;
  return card;
}

static const char *const variants[] = {"not-back", "red", "not-backs", "red-runs", NULL};

const LumDetector lum_detector_through_pain = {
    .rule = "OU-11",
    .variants = variants,
    .dismissed_days = LUM_P_DISMISSED,
    .load = TRUE,
    .detect = detect,
};
