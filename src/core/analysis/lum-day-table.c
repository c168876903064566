/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-day-table.h"

#include <stdlib.h>

#include "lum-parameters.h"

/* --- answers to silence: the later given wins --- */

static int
compare_days (const void *pa, const void *pb)
{
  LumDay a = *(const LumDay *) pa, b = *(const LumDay *) pb;

  return (a > b) - (a < b);
}

static gsize
find_edge (const LumDay *edges, gsize n, LumDay day)
{
  const LumDay *found = bsearch (&day, edges, n, sizeof day, compare_days);

  return found - edges;
}

/* The first stretch at or after `i` that no answer holds yet. */
static gsize
find_free (gsize *next, gsize i)
{
  gsize root = i;

  while (next[root] != root)
    root = next[root];
  while (next[i] != root) {
    gsize up = next[i];

    next[i] = root;
    i = up;
  }
  return root;
}

/* Cuts the calendar at every first and last day of an answer; the newest answer then takes its pieces first, and older
 * ones what is left. Costs next to nothing per answer, however they overlap. */
static void
resolve_answers (LumDayTable *self, const LumDiary *diary)
{
  gsize n, n_edges = 0, unique = 0;
  const LumGapAnswer *answers = lum_diary_get_answers (diary, &n);
  g_autofree LumDay *edges = g_new (LumDay, 2 * n + 1);
  g_autofree gsize *next = g_new (gsize, 2 * n + 1);
  g_autofree gint32 *owner = g_new (gint32, 2 * n + 1);

  for (gsize i = 0; i < n; i++)
    if (answers[i].first <= self->today && answers[i].first <= answers[i].last) {
      edges[n_edges++] = answers[i].first;
      edges[n_edges++] = MIN (answers[i].last, self->today) + 1;
    }
  qsort (edges, n_edges, sizeof *edges, compare_days);
  for (gsize i = 0; i < n_edges; i++)
    if (i == 0 || edges[i] != edges[i - 1])
      edges[unique++] = edges[i];
  for (gsize i = 0; i <= unique; i++) {
    next[i] = i;
    owner[i] = -1;
  }

  for (gsize i = n; i-- > 0;) {
    if (answers[i].first > self->today || answers[i].first > answers[i].last)
      continue;

    gsize end = find_edge (edges, unique, MIN (answers[i].last, self->today) + 1);

    for (gsize at = find_free (next, find_edge (edges, unique, answers[i].first)); at < end;
         at = find_free (next, at)) {
      owner[at] = i;
      next[at] = at + 1;
    }
  }

  self->answers = g_new (LumAnswered, unique + 1);
  for (gsize i = 0; i + 1 < unique; i++)
    if (owner[i] >= 0)
      self->answers[self->n_answers++] = (LumAnswered){edges[i], edges[i + 1] - 1, answers[owner[i]].answer};
}

/* --- the days --- */

static LumDay
find_report (const LumDaySummary *day, const LumPainEntry *entries)
{
  LumDay earliest = LUM_DAY_NONE;

  for (guint i = 0; i < day->n_entries; i++) {
    LumDay started = entries[day->first_entry + i].started;

    if (started != LUM_DAY_NONE && (earliest == LUM_DAY_NONE || started < earliest))
      earliest = started;
  }
  return earliest;
}

/* How many known days the answers can add: their days that are not logged are at most all their days. */
static gsize
count_answered (const LumDayTable *self)
{
  gsize n = 0;

  for (gsize i = 0; i < self->n_answers; i++)
    if (self->answers[i].answer == LUM_GAP_HURT || self->answers[i].answer == LUM_GAP_FINE)
      n += self->answers[i].last - self->answers[i].first + 1;
  return n;
}

/* The answered days before `until` that no entry speaks of. */
static void
take_answers (LumDayTable *self, gsize *answer, LumDay *from, LumDay until, gint32 *on_and_off)
{
  for (; *answer < self->n_answers; (*answer)++) {
    const LumAnswered *at = &self->answers[*answer];
    LumDay first = MAX (at->first, *from);
    LumDay last = MIN (at->last, until - 1);

    if (at->answer == LUM_GAP_ON_AND_OFF && first <= last)
      *on_and_off += last - first + 1;
    else if (at->answer == LUM_GAP_HURT || at->answer == LUM_GAP_FINE)
      for (LumDay day = first; day <= last; day++)
        self->days[self->n++] = (LumKnownDay){
            .day = day,
            .started = LUM_DAY_NONE,
            .on_and_off = *on_and_off,
            .score = -1,
            .pain = at->answer == LUM_GAP_HURT,
        };
    if (at->last >= until)
      break;
  }
  *from = until;
}

/**
 * lum_day_table_new:
 *
 * The days of which something is known at @today: an entry, else an answer (EP-2, EP-3, EP-4). Entries and answered days
 * after @today do not exist yet.
 *
 * Returns: (transfer full): the table
 */
LumDayTable *
lum_day_table_new (const LumDiary *diary, LumDay today)
{
  LumDayTable *self = g_new0 (LumDayTable, 1);
  gsize n_days, n_entries, answer = 0;
  const LumDaySummary *days = lum_diary_get_days (diary, &n_days);
  const LumPainEntry *entries = lum_diary_get_pain (diary, &n_entries);
  LumDay from = G_MININT32 / 2;
  gint32 on_and_off = 0;

  self->today = today;
  resolve_answers (self, diary);
  self->days = g_new (LumKnownDay, MIN (n_days, n_entries) + count_answered (self) + 1);

  for (gsize i = 0; i < n_days; i++) {
    if (days[i].highest == LUM_INT_NONE)
      continue;
    if (days[i].day > today) {
      self->future_entries = TRUE;
      break;
    }
    take_answers (self, &answer, &from, days[i].day, &on_and_off);
    from = days[i].day + 1;
    self->days[self->n++] = (LumKnownDay){
        .day = days[i].day,
        .started = find_report (&days[i], entries),
        .on_and_off = on_and_off,
        .score = (gint8) days[i].highest,
        .pain = days[i].highest >= LUM_P_PAIN_MIN,
    };
  }
  take_answers (self, &answer, &from, today + 1, &on_and_off);

  return self;
}

void
lum_day_table_free (LumDayTable *self)
{
  g_free (self->days);
  g_free (self->answers);
  g_free (self);
}

/**
 * lum_day_table_find:
 *
 * Where the first known day that is not before @day stands (the count, if there is none).
 */
gsize
lum_day_table_find (const LumDayTable *self, LumDay day)
{
  gsize low = 0, high = self->n;

  while (low < high) {
    gsize middle = (low + high) / 2;

    if (self->days[middle].day < day)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/**
 * lum_day_table_count:
 * @known: (out): known days among @first to @last, both counted
 * @pain: (out): pain days among them
 *
 * Counts the days of a span.
 */
void
lum_day_table_count (const LumDayTable *self, LumDay first, LumDay last, int *known, int *pain)
{
  *known = *pain = 0;
  for (gsize i = lum_day_table_find (self, first); i < self->n && self->days[i].day <= last; i++) {
    *known += 1;
    *pain += self->days[i].pain;
  }
}
