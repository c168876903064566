/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>

#include "lum-json-writer.h"
#include "lum-link.h"
#include "lum-watch-service.h"

#define SPIKE_DAYS 14 /* the runs of how many days are told */

#define WRITE(type, name, value) (lum_json_writer_key (json, name), lum_json_writer_##type (json, value))

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
write_flags (LumJsonWriter *json, guint flags)
{
  g_auto (GStrv) words = lum_flags_to_words (flags);

  qsort (words, g_strv_length (words), sizeof *words, compare_words);
  lum_json_writer_key (json, "flags");
  lum_json_writer_begin (json, '[');
  for (guint i = 0; words[i]; i++)
    lum_json_writer_text (json, words[i]);
  lum_json_writer_close (json);
}

static void
write_trend (LumJsonWriter *json, const LumTrend *trend)
{
  lum_json_writer_key (json, "trend");
  if (trend->verdict == LUM_TREND_NOT_ENOUGH_DATA) {
    lum_json_writer_null (json);
    return;
  }
  lum_json_writer_begin (json, '{');
  WRITE (text, "verdict", lum_trend_to_word (trend->verdict));
  WRITE (real, "previous", trend->previous);
  WRITE (real, "last", trend->last);
  lum_json_writer_close (json);
}

static void
write_load (LumJsonWriter *json, const LumLoad *load)
{
  gboolean rest_known = load->rest.verdict != LUM_LOAD_NOT_ENOUGH_DATA;

  lum_json_writer_key (json, "load");
  lum_json_writer_begin (json, '{');
  WRITE (int, "distance_7d_m", lround (load->week_m));
  WRITE (real, "acwr_coupled", load->acwr.coupled);
  WRITE (real, "acwr_uncoupled", load->acwr.uncoupled);
  WRITE (real, "acwr_ewma", load->acwr.ewma);
  WRITE (real, "monotony", load->monotony.monotony);
  WRITE (real, "strain", load->monotony.strain);
  WRITE (int, "rest_days_14", rest_known ? load->rest.rest_days : LUM_INT_NONE);
  WRITE (int, "streak", load->streak.streak);
  lum_json_writer_close (json);
}

static void
write_overuse (LumJsonWriter *json, const LumOveruse *overuse)
{
  const char *words[LUM_N_OVERUSE_KINDS];
  int n = 0;

  for (int kind = 0; kind < LUM_N_OVERUSE_KINDS; kind++)
    if (overuse->kinds & (1u << kind))
      words[n++] = lum_overuse_kind_to_word (kind);
  qsort (words, n, sizeof *words, compare_words);

  lum_json_writer_key (json, "overuse");
  lum_json_writer_begin (json, '{');
  WRITE (int, "score", overuse->score);
  lum_json_writer_key (json, "kinds");
  lum_json_writer_begin (json, '[');
  for (int i = 0; i < n; i++)
    lum_json_writer_text (json, words[i]);
  lum_json_writer_close (json);
  WRITE (bool, "fires", overuse->fires);
  lum_json_writer_close (json);
}

/* Costs more than all the rest together, so nobody else computes it with the findings. */
static void
write_association (LumJsonWriter *json, const LumDiary *diary, LumDay today)
{
  static const char *const lags[LUM_ASSOCIATION_LAGS] = {"0", "1", "2", "3"};
  LumLink link;

  lum_link_new (diary, today, NULL, &link, NULL);
  lum_json_writer_key (json, "association");
  lum_json_writer_begin (json, '{');
  WRITE (text, "verdict", lum_association_to_word (link.test.verdict));
  WRITE (int, "best_lag", link.test.best_lag < 0 ? LUM_INT_NONE : link.test.best_lag);
  lum_json_writer_key (json, "rho");
  lum_json_writer_begin (json, '{');
  for (int lag = 0; lag < LUM_ASSOCIATION_LAGS; lag++)
    WRITE (real, lags[lag], link.test.rho[lag]);
  lum_json_writer_close (json);
  WRITE (real, "p", link.test.p);
  WRITE (int, "days", link.test.days);
  lum_json_writer_close (json);
}

static void
write_spikes (LumJsonWriter *json, const LumFindings *findings)
{
  LumDay today = findings->status->today;

  lum_json_writer_key (json, "spikes");
  lum_json_writer_begin (json, '[');
  for (guint i = 0; i < findings->spikes->len; i++) {
    const LumSpike *spike = &g_array_index (findings->spikes, LumSpike, i);

    if (spike->day <= today - SPIKE_DAYS || spike->day > today)
      continue;
    lum_json_writer_begin (json, '{');
    WRITE (day, "date", spike->day);
    WRITE (int, "distance_m", spike->metres);
    WRITE (text, "category", lum_spike_to_word (spike->category));
    WRITE (real, "ratio", spike->ratio);
    WRITE (int, "reference_m", spike->reference_m);
    lum_json_writer_close (json);
  }
  lum_json_writer_close (json);
}

static void
write_cards (LumJsonWriter *json, const LumFindings *findings)
{
  static const char *const severities[] = {"note", "caution", "alert"};

  lum_json_writer_key (json, "cards");
  lum_json_writer_begin (json, '[');
  for (guint i = 0; i < findings->cards->len; i++) {
    const LumCard *card = g_ptr_array_index (findings->cards, i);

    lum_json_writer_begin (json, '{');
    WRITE (text, "rule", card->rule);
    WRITE (text, "severity", severities[card->severity]);
    WRITE (text, "title", card->title);
    WRITE (text, "message", card->message);
    lum_json_writer_key (json, "evidence");
    lum_json_writer_begin (json, '{');
    for (guint j = 0; card->evidence && card->evidence[j] && card->evidence[j + 1]; j += 2)
      WRITE (text, card->evidence[j], card->evidence[j + 1]);
    lum_json_writer_close (json);
    WRITE (text, "clears", card->clears);
    WRITE (text, "source", card->source);
    WRITE (bool, "shown", card->shown);
    lum_json_writer_close (json);
  }
  lum_json_writer_close (json);
}

/**
 * lum_status_to_json:
 *
 * Where the back stands, as `lumbar-cli status --json` tells it: keys in a fixed order, dates in ISO form, null for
 * what is not known. Computes the association, which takes some milliseconds.
 *
 * Returns: (transfer full): one JSON object and a line feed
 */
char *
lum_status_to_json (LumDiary *diary, LumFindings *findings)
{
  const LumStatus *status = findings->status;
  g_autoptr (LumJsonWriter) json = lum_json_writer_new ();

  lum_json_writer_begin (json, '{');
  WRITE (day, "date", status->today);
  WRITE (text, "state", lum_state_to_word (status->state));
  if (status->state == LUM_STATE_UNKNOWN)
    WRITE (text, "last_known_state", lum_state_to_word (status->last_known_state));
  WRITE (int, "age", status->age);
  WRITE (text, "course", status->course == LUM_COURSE_NONE ? NULL : lum_course_to_word (status->course));
  WRITE (day, "onset", status->onset);
  WRITE (day, "last_pain", status->last_pain);
  WRITE (int, "episodes", status->episodes);
  WRITE (int, "bouts", status->bouts);
  write_flags (json, status->flags);
  WRITE (int, "pain_days", status->pain_days);
  WRITE (int, "known_days", status->known_days);
  WRITE (real, "share", status->share);
  write_trend (json, &status->trend);
  WRITE (bool, "flare_candidate", status->flare_candidate);
  WRITE (bool, "severe_or_worse", status->severe_or_worse);
  write_load (json, &findings->load);
  write_spikes (json, findings);
  write_overuse (json, &findings->load.overuse);
  write_association (json, diary, status->today);
  write_cards (json, findings);
  lum_json_writer_close (json);
  return lum_json_writer_end (json);
}
