/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "slow-status.h"

#include <string.h>

/* Days −60…400 are enough for the diaries of the tests. */
#define FROM (-60)
#define SIZE 460

typedef enum { UNKNOWN, LOW, PAIN } Kind;

typedef struct {
  LumDay first, last, onset;
  gboolean confirmed, reported, provisional, unclear, fresh, resolved, relief;
  int n_lows;
} Bout;

typedef struct {
  Kind kind[SIZE];
  gboolean on_off[SIZE];
  int entry[SIZE]; /* the highest, −1 without */
  LumDay report[SIZE];
  LumDay today;
  Bout bouts[SIZE];
  int n_bouts;
} World;

#define KIND(w, d) ((w)->kind[(d) -FROM])

static void
fill_world (World *w, const LumTestLife *life, LumDay today)
{
  const GArray *pain = life->records[LUM_RECORD_PAIN], *answers = life->records[LUM_RECORD_GAP_ANSWER];

  memset (w, 0, sizeof *w);
  w->today = today;
  for (int i = 0; i < SIZE; i++) {
    w->entry[i] = -1;
    w->report[i] = LUM_DAY_NONE;
  }
  for (guint i = 0; i < pain->len; i++) {
    const LumPainEntry *entry = &g_array_index (pain, LumPainEntry, i);
    int at = entry->day - FROM;

    if (entry->day > today)
      continue;
    w->entry[at] = MAX (w->entry[at], entry->score);
    if (entry->started != LUM_DAY_NONE && (w->report[at] == LUM_DAY_NONE || entry->started < w->report[at]))
      w->report[at] = entry->started;
  }
  for (LumDay d = FROM; d <= today; d++) {
    int seq = -1, word = LUM_GAP_UNSURE;

    for (guint i = 0; i < answers->len; i++) {
      const LumGapAnswer *answer = &g_array_index (answers, LumGapAnswer, i);

      if (answer->first <= d && d <= answer->last && answer->seq > seq) {
        seq = answer->seq;
        word = answer->answer;
      }
    }
    if (w->entry[d - FROM] >= 0)
      KIND (w, d) = w->entry[d - FROM] >= 2 ? PAIN : LOW;
    else if (word == LUM_GAP_HURT)
      KIND (w, d) = PAIN;
    else if (word == LUM_GAP_FINE)
      KIND (w, d) = LOW;
    else
      w->on_off[d - FROM] = word == LUM_GAP_ON_AND_OFF;
  }
}

/* The low days between two days, both left out. */
static int
count_lows (const World *w, LumDay after, LumDay before, LumDay *last)
{
  int n = 0;

  for (LumDay d = after + 1; d < before; d++)
    if (KIND (w, d) == LOW) {
      n++;
      *last = d;
    }
  return n;
}

static gboolean
is_relief (const World *w, LumDay last, LumDay before)
{
  LumDay L = last;

  return count_lows (w, last, before, &L) >= 5 && L - last >= 7;
}

/* Tries every pair of low days as the two ends of a stretch. */
static gboolean
is_resolved (const World *w, LumDay last, LumDay before)
{
  for (LumDay a = last + 1; a < before; a++) {
    int unknown = 0, lows = 0;
    LumDay base = a - 1;
    gboolean first = TRUE;

    if (KIND (w, a) != LOW)
      continue;
    for (LumDay d = last + 1; d < a; d++)
      first = first && KIND (w, d) == UNKNOWN;
    if (first && a - last - 1 <= 14)
      base = last;
    for (LumDay b = a; b < before; b++) {
      unknown = KIND (w, b) == UNKNOWN ? unknown + 1 : 0;
      if (unknown > 14)
        break;
      lows += KIND (w, b) == LOW;
      if (KIND (w, b) == LOW && lows >= 5 && b - base >= 30)
        return TRUE;
    }
  }
  return FALSE;
}

/* EP-5 (b): the last day of the latest verified calm before `until`. */
static LumDay
find_calm (const World *w, LumDay until)
{
  LumDay before = LUM_DAY_NONE, found = LUM_DAY_NONE;

  for (LumDay p = FROM; p <= until; p++) {
    LumDay from = before, first = LUM_DAY_NONE, last = LUM_DAY_NONE;
    int n = 0;

    if (KIND (w, p) != PAIN)
      continue;
    for (LumDay d = before == LUM_DAY_NONE ? FROM : before + 1; d < p; d++)
      if (KIND (w, d) == LOW) {
        first = first == LUM_DAY_NONE ? d : first;
        last = d;
        n++;
      }
    if (n >= 5 && last - (from == LUM_DAY_NONE ? first : from + 1) + 1 >= 7)
      found = last;
    before = p;
  }
  return found;
}

static void
walk (World *w)
{
  Bout *b = NULL;

  for (LumDay d = FROM; d <= w->today; d++) {
    LumDay L;
    int K, gone = 0, silent = 0, run = 0, longest = 0;
    gboolean relief, isolated, far;

    if (KIND (w, d) != PAIN)
      continue;
    if (!b) {
      b = &w->bouts[w->n_bouts++];
      *b = (Bout){.first = d, .last = d, .onset = d};
    } else {
      K = count_lows (w, b->last, d, &L);
      for (LumDay x = b->last + 1; x < d; x++) {
        gone += !w->on_off[x - FROM];
        silent += !w->on_off[x - FROM] && KIND (w, x) == UNKNOWN;
        run = KIND (w, x) == UNKNOWN ? run + 1 : 0;
        longest = MAX (longest, run);
      }
      relief = is_relief (w, b->last, d);
      isolated = !b->confirmed && K >= 1 && d - b->last > 3;
      far = gone > 14;
      if (relief || isolated || far) {
        gboolean resolved = is_resolved (w, b->last, d);

        b = &w->bouts[w->n_bouts++];
        *b = (Bout){.first = d, .last = d, .onset = d, .fresh = resolved};
        b->unclear = !resolved && (silent > 14 || (!relief && !isolated));
      } else {
        b->confirmed = b->confirmed || d - b->last <= 3 || K == 0;
        b->provisional = b->provisional || longest > 3;
        b->last = d;
      }
    }

    if (w->report[d - FROM] != LUM_DAY_NONE) {
      LumDay onset = w->report[d - FROM];
      LumDay calm = find_calm (w, b->first);

      if (w->n_bouts > 1)
        onset = MAX (onset, b[-1].last + 1);
      if (calm != LUM_DAY_NONE)
        onset = MAX (onset, calm + 1);
      b->onset = MIN (b->onset, onset);
      if (b->onset < b->first)
        b->confirmed = b->reported = TRUE;
    }
  }

  for (int i = 0; i < w->n_bouts; i++) {
    Bout *at = &w->bouts[i];
    LumDay before = i + 1 < w->n_bouts ? w->bouts[i + 1].first : w->today + 1;
    int known = 0;
    LumDay L;

    at->n_lows = count_lows (w, at->last, before, &L);
    at->relief = is_relief (w, at->last, before);
    at->resolved = is_resolved (w, at->last, before);
    for (LumDay d = at->first; d <= at->last; d++)
      known += KIND (w, d) != UNKNOWN;
    if (known * 3 < at->last - at->first + 1)
      at->provisional = TRUE;
  }
}

static int
count (const World *w, LumDay after, LumDay until, Kind kind, LumDay *first, LumDay *last)
{
  int n = 0;

  *first = *last = 0;
  for (LumDay d = MAX (after + 1, FROM); d <= until; d++)
    if (kind == UNKNOWN ? KIND (w, d) != UNKNOWN : KIND (w, d) == kind) { /* UNKNOWN asks for all known days */
      *first = n ? *first : d;
      *last = d;
      n++;
    }
  return n;
}

static gboolean
comes_and_goes (const World *w, LumDay a)
{
  LumDay first, last, before = LUM_DAY_NONE;
  int clusters = 0;

  if (count (w, a - 28, a, PAIN, &first, &last) < 4 || last - first < 21)
    return FALSE;
  for (int block = 0; block < 4; block++)
    if (count (w, a - 7 * block - 7, a - 7 * block, PAIN, &first, &last) == 0)
      return FALSE;
  for (LumDay d = a - 27; d <= a; d++)
    if (d >= FROM && KIND (w, d) == PAIN) {
      LumDay L;

      if (before == LUM_DAY_NONE || count_lows (w, before, d, &L) >= 2)
        clusters++;
      before = d;
    }
  return clusters >= 3;
}

static guint
find_patterns (const World *w, LumDay a, LumDay known, gboolean relapse, gboolean long_phase)
{
  guint flags = 0;
  LumDay first, last, pain_first, pain_last;
  int n, pain, ones = 0;

  if (a != LUM_DAY_NONE && w->today - a <= 6 && !long_phase) {
    if (comes_and_goes (w, a))
      flags |= LUM_FLAG_INTERMITTENT_PERSISTENT;
    n = count (w, a - 42, a, UNKNOWN, &first, &last);
    pain = count (w, a - 42, a, PAIN, &pain_first, &pain_last);
    if (relapse && n >= 14 && 2 * pain >= n && pain_last - pain_first >= 28)
      flags |= LUM_FLAG_RELAPSING_PERSISTENT;
  }
  if (known == LUM_DAY_NONE)
    return flags;

  n = count (w, known - 28, known, UNKNOWN, &first, &last);
  pain = count (w, known - 28, known, PAIN, &pain_first, &pain_last);
  for (LumDay d = MAX (known - 27, FROM); d <= known; d++)
    ones += w->entry[d - FROM] == 1;
  if (n >= 20 && last - first >= 21 && pain == 0 && ones >= 0.8 * n)
    flags |= LUM_FLAG_LOW_GRADE_PERSISTENT;

  n = count (w, known - 182, known, UNKNOWN, &first, &last);
  pain = count (w, known - 182, known, PAIN, &pain_first, &pain_last);
  if (n >= 60 && last - first >= 90 && 2 * pain >= n)
    flags |= LUM_FLAG_NIH_CHRONIC;
  return flags;
}

static gboolean
is_relapse (const World *w, const gboolean *starts)
{
  int i = w->n_bouts - 1;

  if (!w->bouts[i].confirmed || starts[i] || w->bouts[i].unclear)
    return FALSE;
  for (i--; i >= 0 && !w->bouts[i].confirmed; i--)
    if (w->bouts[i].unclear)
      return FALSE;
  return TRUE;
}

static LumState
find_phase (const Bout *b, gboolean any)
{
  if (!any)
    return LUM_STATE_NO_DATA;
  if (!b || (!b->confirmed && b->relief))
    return LUM_STATE_NO_PAIN;
  if (!b->confirmed)
    return b->n_lows >= 3 ? LUM_STATE_ISOLATED : LUM_STATE_NEW;
  if (b->relief)
    return b->resolved ? LUM_STATE_RESOLVED : LUM_STATE_REMISSION;
  if (b->last - b->onset >= 84)
    return LUM_STATE_CHRONIC;
  if (b->last - b->onset >= 21)
    return LUM_STATE_BEYOND;
  return b->last - b->onset >= 14 ? LUM_STATE_APPROACHING : LUM_STATE_WITHIN;
}

SlowStatus
slow_status (const LumTestLife *life, LumDay today)
{
  g_autofree World *w = g_new (World, 1);
  gboolean starts[SIZE] = {FALSE};
  const GArray *entries = life->records[LUM_RECORD_PAIN];
  SlowStatus s = {.age = LUM_INT_NONE, .onset = LUM_DAY_NONE, .last_pain = LUM_DAY_NONE};
  LumDay known = LUM_DAY_NONE, a = LUM_DAY_NONE, first, last;
  int recent = 0, before = -1;
  gboolean active, relapse;
  Bout *b;

  fill_world (w, life, today);
  walk (w);
  for (LumDay d = FROM; d <= today; d++) {
    known = KIND (w, d) != UNKNOWN ? d : known;
    a = KIND (w, d) == PAIN ? d : a;
  }
  b = w->n_bouts ? &w->bouts[w->n_bouts - 1] : NULL;

  for (int i = 0; i < w->n_bouts; i++)
    if (w->bouts[i].confirmed) {
      s.bouts++;
      starts[i] = before < 0;
      for (int j = before + 1; j <= i; j++)
        starts[i] = starts[i] || (before >= 0 && w->bouts[j].fresh);
      before = i;
      s.episodes += starts[i];
      recent += starts[i] && w->bouts[i].onset >= today - 365;
    }

  s.state = s.last_known_state = find_phase (b, known != LUM_DAY_NONE);
  active = s.state >= LUM_STATE_NEW;
  if (active && today - known > 14)
    s.state = LUM_STATE_UNKNOWN;
  if (s.state > LUM_STATE_NO_PAIN) {
    s.onset = b->onset;
    s.last_pain = b->last;
    s.age = b->last - b->onset;
    s.known_days = count (w, b->onset - 1, b->last, UNKNOWN, &first, &last);
    s.pain_days = count (w, b->onset - 1, b->last, PAIN, &first, &last);
  } else {
    s.known_days = s.pain_days = LUM_INT_NONE;
  }

  relapse = active && is_relapse (w, starts);
  if (active) {
    s.flags |= b->n_lows ? LUM_FLAG_SETTLING : 0;
    s.flags |= b->provisional ? LUM_FLAG_PROVISIONAL : 0;
    s.flags |= b->reported ? LUM_FLAG_ONSET_REPORTED : 0;
    s.flags |= b->unclear ? LUM_FLAG_CONTINUITY_UNKNOWN : 0;
    s.flags |= relapse ? LUM_FLAG_RELAPSE : 0;
  }
  s.flags |= recent >= 2 ? LUM_FLAG_RECURRENT : 0;
  s.flags |= known != LUM_DAY_NONE && today - known > 3 ? LUM_FLAG_STALE : 0;
  s.flags |= find_patterns (w, a, known, relapse,
                            s.last_known_state == LUM_STATE_BEYOND || s.last_known_state == LUM_STATE_CHRONIC);
  for (guint i = 0; i < entries->len; i++)
    if (g_array_index (entries, LumPainEntry, i).day > today)
      s.flags |= LUM_FLAG_FUTURE_ENTRIES_IGNORED;
  return s;
}
