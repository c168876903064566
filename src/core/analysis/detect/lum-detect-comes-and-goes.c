/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-card.h"
#include "lum-detectors-list.h"
#include "lum-i18n.h"
#include "lum-messages.h"
#include "lum-parameters.h"
#include "lum-patterns.h"

/* EP-9 and EP-9b: pain that no day count sees, because calm days end it again and again. */

static gboolean
is_pain_day (const LumDayTable *table, LumDay day)
{
  gsize i = lum_day_table_find (table, day);

  return i < table->n && table->days[i].day == day && table->days[i].pain;
}

/* For how many weeks back from `a` it hurt on that weekday and on no other day; 0 if that does not describe it. */
static int
count_same_weekday (const LumEvidence *e, LumDay a)
{
  int weeks = 0, known, pain;

  while (is_pain_day (e->table, a - weeks * LUM_P_WEEK)) {
    lum_day_table_count (e->table, a - (weeks + 1) * LUM_P_WEEK + 1, a - weeks * LUM_P_WEEK, &known, &pain);
    if (pain != 1)
      break;
    weeks++;
  }
  return weeks * LUM_P_WEEK >= LUM_P_GOES_WIN ? weeks : 0;
}

static gboolean
has_run (const LumEvidence *e, LumDay day)
{
  const LumDaySummary *found = lum_diary_find_day (e->diary, day);

  return found && found->n_runs > 0;
}

/* Whether most of the pain days are days of a run or the day after one: only then is a shorter run worth a try. */
static gboolean
follows_runs (const LumEvidence *e, LumDay first, LumDay last)
{
  int pain = 0, after = 0;

  for (gsize i = lum_day_table_find (e->table, first); i < e->table->n && e->table->days[i].day <= last; i++)
    if (e->table->days[i].pain) {
      LumDay day = e->table->days[i].day;

      pain++;
      after += has_run (e, day) || has_run (e, day - 1);
    }
  return after * 100 > LUM_P_GOES_RUNS_PERCENT * pain;
}

static LumCard *
detect (const LumEvidence *e)
{
  const LumStatus *status = e->status;
  gboolean goes = (status->flags & LUM_FLAG_INTERMITTENT_PERSISTENT) != 0;
  LumDay a = lum_day_table_get_last_pain (e->table);
  LumDay first;
  int known, pain, weeks;
  LumCard *card;

  if (!goes && !(status->flags & LUM_FLAG_RELAPSING_PERSISTENT))
    return NULL;

  first = a - (goes ? LUM_P_GOES_WIN : LUM_P_BACK_WIN) + 1;
  lum_day_table_count (e->table, first, a, &known, &pain);
  card = lum_card_new (e, "EP-9", goes ? "comes-and-goes" : "keeps-coming-back", LUM_SEVERITY_CAUTION, first, a);

  weeks = goes ? count_same_weekday (e, a) : 0;
  if (weeks > 0) {
    card->message = lum_message_each_weekday (lum_day_get_weekday (a), weeks, follows_runs (e, first, a));
  } else if (goes) {
    card->message = lum_message_comes_and_goes (pain, known, follows_runs (e, first, a));
  } else {
    const GArray *bouts = status->all_bouts;
    gboolean calm_week = bouts->len > 1 && g_array_index (bouts, LumBout, bouts->len - 2).relief;

    card->message = lum_message_keeps_coming_back (pain, known, calm_week);
  }

  lum_card_add_evidence (card, _ ("Pain days"), lum_message_pain_of_known (pain, known));
  lum_card_add_evidence (card, _ ("Last pain day"), lum_message_date (a, e->today));
  card->actions = LUM_CARD_ACTION_SEE_RUNS | LUM_CARD_ACTION_SEEN_SOMEONE | LUM_CARD_ACTION_DISMISS;
  card->visit_from = first;
  card->worse = status->trend.verdict == LUM_TREND_WORSE;
  return card;
}

static const char *const variants[] = {"comes-and-goes", "keeps-coming-back", NULL};

const LumDetector lum_detector_comes_and_goes = {
    .rule = "EP-9",
    .variants = variants,
    .dismissed_days = LUM_P_GOES_SILENT,
    .detect = detect,
};
