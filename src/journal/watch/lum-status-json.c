/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "lum-json-writer.h"
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

/* A part that a later step fills. */
static void
write_later (LumJsonWriter *json, const char *name)
{
  lum_json_writer_key (json, name);
  lum_json_writer_null (json);
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
 * what is not known and for the parts that come later (load, overuse, association).
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
  write_later (json, "load");
  write_spikes (json, findings);
  write_later (json, "overuse");
  write_later (json, "association");
  write_cards (json, findings);
  lum_json_writer_close (json);
  return lum_json_writer_end (json);
}
