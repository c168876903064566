/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-card.h"
#include "lum-detectors-list.h"
#include "lum-i18n.h"
#include "lum-messages.h"
#include "lum-parameters.h"
#include "lum-patterns.h"
#include "lum-quiet.h"

/* OU-5 as a card: a run well beyond the longest of the 30 days before it, while the back has hurt lately. */

static const LumSpike *
find_spike (const LumEvidence *e)
{
  gsize n;
  const LumRun *runs = lum_diary_get_runs (e->diary, &n);

  for (gsize i = n; i-- > 0 && runs[i].day >= e->today - LUM_P_SPIKE_CARD_DAYS;) {
    const LumSpike *spike = &g_array_index (e->spikes, LumSpike, i);

    if (runs[i].day > e->today || runs[i].race || spike->category < LUM_SPIKE_SMALL)
      continue;
    if (runs[i].batch_id && e->today - runs[i].day > LUM_P_SPIKE_IMPORT_DAYS)
      continue;
    return spike;
  }
  return NULL;
}

/* The longest run that would not have been a step up, rounded down to half a kilometre so that it reads well. */
static double
get_easy_metres (int reference_m)
{
  double most = reference_m * (LUM_P_SPIKE_REFERENCE / 100.0);

  return most >= 1000 ? floor (most / 500) * 500 : most;
}

/* The runs that it was measured against; days without pain scores play no part. */
static char *
describe_window (const LumEvidence *e, const LumSpike *spike)
{
  gsize n;
  const LumRun *runs = lum_diary_get_runs (e->diary, &n);
  LumDay first = spike->day - LUM_P_SPIKE_WIN;
  int before = 0;

  for (gsize i = spike->run; i-- > 0 && runs[i].day >= first;)
    before++;
  return lum_message_runs (first, spike->day, before, e->today);
}

static LumCard *
detect (const LumEvidence *e)
{
  LumDay pain = lum_day_table_get_last_pain (e->table);
  const LumSpike *spike = find_spike (e);
  gboolean this_week;
  LumCard *card;

  if (!spike || pain == LUM_DAY_NONE || e->today - pain >= LUM_P_SPIKE_PAIN_NOTE ||
      lum_is_learning (e->diary, e->today))
    return NULL;

  this_week = e->today - pain < LUM_P_SPIKE_PAIN_CAUTION;
  card = lum_card_new (e, "OU-5", lum_spike_to_word (spike->category),
                       this_week ? LUM_SEVERITY_CAUTION : LUM_SEVERITY_NOTE, spike->day - LUM_P_SPIKE_WIN, spike->day);
  card->message = lum_message_long_run (spike->metres, spike->reference_m, get_easy_metres (spike->reference_m),
                                        this_week, e->units);
  lum_card_add_evidence (card, _ ("This run"), lum_format_distance (spike->metres, e->units));
  lum_card_add_evidence (card, _ ("Longest of the 30 days before"), lum_format_distance (spike->reference_m, e->units));
  lum_card_add_evidence (card, _ ("Times as long"), lum_format_number (spike->ratio, 2));
  lum_card_add_evidence (card, _ ("Last pain day"), lum_message_date (pain, e->today));
  card->actions = LUM_CARD_ACTION_SEE_RUNS | LUM_CARD_ACTION_LATER | LUM_CARD_ACTION_DISMISS;
  card->first = card->last = spike->day;
  g_free (card->window);
  card->window = describe_window (e, spike);
  return card;
}

static const char *const variants[] = {"small", "moderate", "large", NULL};

const LumDetector lum_detector_long_run = {
    .rule = "OU-5",
    .variants = variants,
    .dismissed_days = LUM_P_DISMISSED,
    .load = TRUE,
    .detect = detect,
};
