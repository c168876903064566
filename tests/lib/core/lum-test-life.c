/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-test-life.h"

#include <string.h>

LumTestLife *
lum_test_life_new (void)
{
  LumTestLife *self = g_new0 (LumTestLife, 1);

  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++)
    self->records[kind] = g_array_new (FALSE, FALSE, lum_record_get_info (kind)->size);
  return self;
}

LumTestLife *
lum_test_life_copy (const LumTestLife *self)
{
  LumTestLife *copy = lum_test_life_new ();

  copy->serial = self->serial;
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++)
    g_array_append_vals (copy->records[kind], self->records[kind]->data, self->records[kind]->len);
  return copy;
}

void
lum_test_life_free (LumTestLife *self)
{
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++)
    g_array_unref (self->records[kind]);
  g_free (self);
}

/* Ids live as long as the test and are the same in every life, so that records can be copied about. */
static const char *
get_id (guint serial)
{
  static GPtrArray *ids;

  if (!ids)
    ids = g_ptr_array_new ();
  while (ids->len <= serial)
    g_ptr_array_add (ids, g_strdup_printf ("00000000-0000-4000-8000-%012x", ids->len));
  return ids->pdata[serial];
}

/* Room for one more record, every field unset, with an id of its own. Valid until the next of its kind. */
gpointer
lum_test_life_add (LumTestLife *self, LumRecordKind kind)
{
  GArray *array = self->records[kind];
  LumRecord *record;

  g_array_set_size (array, array->len + 1);
  record = (gpointer) (array->data + (array->len - 1) * lum_record_get_info (kind)->size);
  lum_record_init (kind, record);
  record->id = get_id (++self->serial);
  record->created_at = record->updated_at = self->serial;
  return record;
}

LumPainEntry *
lum_test_life_add_pain (LumTestLife *self, LumDay day, int score, LumMoment moment)
{
  LumPainEntry *entry = lum_test_life_add (self, LUM_RECORD_PAIN);

  entry->day = entry->entered = day;
  entry->score = score;
  entry->moment = moment;
  return entry;
}

/* A diary in the form of scenarios.json: "3x5 . 3/0 .x9"; the first token is day `first`. Entries after `until` do not
 * exist yet. Of several entries on a day the first is that of waking. */
void
lum_test_life_add_days (LumTestLife *self, const char *diary, LumDay first, LumDay until)
{
  g_auto (GStrv) tokens = g_strsplit (diary, " ", -1);
  LumDay day = first;

  for (guint t = 0; tokens[t]; t++) {
    g_auto (GStrv) parts = g_strsplit (tokens[t], "x", 2);
    int times = parts[0] && parts[1] ? atoi (parts[1]) : 1;

    if (!parts[0] || !*parts[0])
      continue;
    for (int i = 0; i < times; i++, day++) {
      g_auto (GStrv) scores = g_strsplit (parts[0], "/", -1);

      if (*parts[0] == '.' || day > until)
        continue;
      for (guint s = 0; scores[s]; s++)
        lum_test_life_add_pain (self, day, atoi (scores[s]), scores[s + 1] ? LUM_MOMENT_WAKING : LUM_MOMENT_AVERAGE);
    }
  }
}

/* "It started then", given with the last entry of a day. */
void
lum_test_life_report (LumTestLife *self, LumDay day, LumDay started)
{
  GArray *pain = self->records[LUM_RECORD_PAIN];

  for (guint i = pain->len; i-- > 0;) {
    LumPainEntry *entry = &g_array_index (pain, LumPainEntry, i);

    if (entry->day == day) {
      entry->started = started;
      return;
    }
  }
}

void
lum_test_life_answer (LumTestLife *self, LumDay first, LumDay last, LumGapWord word)
{
  LumGapAnswer *answer = lum_test_life_add (self, LUM_RECORD_GAP_ANSWER);

  answer->first = first;
  answer->last = last;
  answer->answer = word;
  answer->seq = (gint32) self->records[LUM_RECORD_GAP_ANSWER]->len;
}

LumRun *
lum_test_life_add_run (LumTestLife *self, LumDay day, double metres)
{
  LumRun *run = lum_test_life_add (self, LUM_RECORD_RUN);

  run->day = day;
  run->distance_m = metres;
  return run;
}

void
lum_test_life_add_visit (LumTestLife *self, LumDay day)
{
  LumVisit *visit = lum_test_life_add (self, LUM_RECORD_VISIT);

  visit->day = day;
}

void
lum_test_life_add_card (LumTestLife *self,
                        const char *rule,
                        const char *variant,
                        LumDay first,
                        LumDay last,
                        LumDay day,
                        LumCardEvent event,
                        LumDay until)
{
  LumCardRecord *card = lum_test_life_add (self, LUM_RECORD_CARD);

  card->rule = g_intern_string (rule);
  card->variant = g_intern_string (variant);
  card->first = first;
  card->last = last;
  card->day = day;
  card->event = event;
  card->until = until;
}

void
lum_test_life_set_preference (LumTestLife *self, const char *key, const char *value)
{
  LumPreference *preference = lum_test_life_add (self, LUM_RECORD_PREFERENCE);

  preference->key = g_intern_string (key);
  preference->value = g_intern_string (value);
}

LumDiary *
lum_test_life_make (const LumTestLife *self)
{
  LumDiaryBuilder *builder = lum_diary_builder_new (NULL);

  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    gsize size = lum_record_get_info (kind)->size;

    if (self->records[kind]->len == 0)
      continue;
    lum_diary_builder_begin (builder, kind, self->records[kind]->len);
    for (guint i = 0; i < self->records[kind]->len; i++)
      lum_diary_builder_add_copy (builder, kind, self->records[kind]->data + i * size);
  }
  return lum_diary_builder_end (builder, self->serial);
}

/* A diary of a few weeks with all that a person may do: spells of pain and calm, gaps, several entries a day, reports of
 * an onset, answers of every kind, entries written in any order (back-dating). Days begin at 0; most lives are short,
 * so that a hundred thousand of them take seconds. */
LumTestLife *
lum_test_life_random (GRand *rand, int max_days)
{
  LumTestLife *self = lum_test_life_new ();
  int days = g_rand_int_range (rand, 1, max_days + 1);
  double logging = g_rand_double_range (rand, 0.1, 1.0);

  for (LumDay day = 0; day < days;) {
    int length = g_rand_int_range (rand, 1, 34);
    int spell = g_rand_int_range (rand, 0, 4); /* calm, pain, mixed, silence */

    for (int i = 0; i < length && day < days; i++, day++) {
      int entries = g_rand_double (rand) < 0.15 ? g_rand_int_range (rand, 2, 4) : 1;

      if (spell == 3 || g_rand_double (rand) > logging)
        continue;
      for (int e = 0; e < entries; e++) {
        int score = spell == 0   ? g_rand_int_range (rand, 0, 2)
                    : spell == 1 ? g_rand_int_range (rand, 2, 11)
                                 : g_rand_int_range (rand, 0, 5);
        LumPainEntry *entry =
            lum_test_life_add_pain (self, day, score, (LumMoment) g_rand_int_range (rand, 0, LUM_N_MOMENTS));

        if (g_rand_double (rand) < 0.04)
          entry->started = day - g_rand_int_range (rand, 0, 40);
        if (g_rand_double (rand) < 0.1) /* written later than what follows */
          entry->base.created_at += 1000000;
      }
    }
  }

  for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--) {
    LumDay first = g_rand_int_range (rand, -5, days + 3);

    lum_test_life_answer (self, first, first + g_rand_int_range (rand, 0, 30),
                          (LumGapWord) g_rand_int_range (rand, 0, 4));
  }
  return self;
}

/* The diary of a scenario string. */
LumDiary *
lum_test_diary_new (const char *diary, LumDay first)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();

  lum_test_life_add_days (life, diary, first, G_MAXINT32);
  return lum_test_life_make (life);
}

/* A clock that stands still at nine in the evening of a day, two hours east of Greenwich. */
LumClock *
lum_test_clock_new (LumDay today)
{
  return lum_clock_new_frozen (today, 21 * 60, 7200);
}
