/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records, change sets and the diary: the values between the rooms. */
#include <math.h>
#include <string.h>

#include "lum-change-set.h"
#include "lum-diary.h"
#include "lum-error.h"
#include "lum-run.h"
#include "lum-test-life.h"

static gboolean
is_unset (const LumField *field, gconstpointer record)
{
  gconstpointer at = (const char *) record + field->offset;

  switch (field->type) {
  case LUM_FIELD_TEXT:
    return *(char *const *) at == NULL;
  case LUM_FIELD_BOOL:
    return *(const gint32 *) at == 0;
  case LUM_FIELD_INT:
  case LUM_FIELD_WORD:
  case LUM_FIELD_DAY:
    return *(const gint32 *) at == LUM_INT_NONE;
  case LUM_FIELD_REAL:
    return isnan (*(const double *) at);
  case LUM_FIELD_INSTANT:
    return *(const LumInstant *) at == LUM_INSTANT_NONE;
  }
  return FALSE;
}

/* Something else than unset, in the range of each field. */
static void
fill (const LumRecordInfo *info, gpointer record)
{
  for (guint i = 0; i < info->n_fields; i++) {
    const LumField *field = &info->fields[i];
    gpointer at = (char *) record + field->offset;

    switch (field->type) {
    case LUM_FIELD_TEXT:
      *(const char **) at = field->name;
      break;
    case LUM_FIELD_BOOL:
      *(gint32 *) at = 1;
      break;
    case LUM_FIELD_INT:
      *(gint32 *) at = field->max;
      break;
    case LUM_FIELD_WORD:
      *(gint32 *) at = (gint32) g_strv_length ((GStrv) field->words) - 1;
      break;
    case LUM_FIELD_DAY:
      *(gint32 *) at = 20000 + (gint32) i;
      break;
    case LUM_FIELD_REAL:
      *(double *) at = 1.5 + i;
      break;
    case LUM_FIELD_INSTANT:
      *(LumInstant *) at = 1742250600000;
      break;
    }
  }
}

/* Every kind is described: its table, its fields within the struct, each name once, none over another. */
static void
test_description (void)
{
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    const LumRecordInfo *info = lum_record_get_info ((LumRecordKind) kind);
    g_autofree char *used = g_malloc0 (info->size);

    g_assert_cmpint (info->kind, ==, kind);
    g_assert_cmpint (lum_record_kind_from_table (info->table), ==, kind);
    for (guint i = 0; i < info->n_fields; i++) {
      const LumField *field = &info->fields[i];
      gsize size = field->type == LUM_FIELD_TEXT      ? sizeof (char *)
                   : field->type == LUM_FIELD_REAL    ? sizeof (double)
                   : field->type == LUM_FIELD_INSTANT ? sizeof (LumInstant)
                                                      : sizeof (gint32);

      g_assert_true (lum_record_find_field ((LumRecordKind) kind, field->name) == field);
      g_assert_cmpuint (field->offset, >=, sizeof (LumRecord));
      g_assert_cmpuint (field->offset + size, <=, info->size);
      for (gsize b = 0; b < size; b++)
        g_assert_false (used[field->offset + b]++);
      g_assert_cmpint (field->words != NULL, ==, field->type == LUM_FIELD_WORD);
    }
    /* A pointer, day or number that nobody described would leave a hole larger than padding. */
    for (gsize b = sizeof (LumRecord), hole = 0; b < info->size; b++) {
      hole = used[b] ? 0 : hole + 1;
      g_assert_cmpuint (hole, <, 8);
    }
  }
  g_assert_cmpint (lum_record_kind_from_table ("nothing"), ==, LUM_N_RECORD_KINDS);
  g_assert_null (lum_record_find_field (LUM_RECORD_PAIN, "nothing"));
}

static void
test_unset (void)
{
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    const LumRecordInfo *info = lum_record_get_info ((LumRecordKind) kind);
    g_autofree LumRecord *record = g_malloc (info->size);
    g_autoptr (LumDiary) diary = NULL;
    LumDiaryBuilder *builder = lum_diary_builder_new (NULL);
    gsize n;

    memset (record, 0xaa, info->size);
    lum_record_init ((LumRecordKind) kind, record);
    for (guint i = 0; i < info->n_fields; i++)
      g_assert_true (is_unset (&info->fields[i], record));
    g_assert_null (record->id);

    /* A blank stays a blank through a diary. */
    record->id = "a";
    lum_diary_builder_begin (builder, (LumRecordKind) kind, 1);
    lum_diary_builder_add_copy (builder, (LumRecordKind) kind, record);
    diary = lum_diary_builder_end (builder, 1);
    for (guint i = 0; i < info->n_fields; i++)
      g_assert_true (is_unset (&info->fields[i], lum_diary_get_records (diary, (LumRecordKind) kind, &n)));
    g_assert_cmpuint (n, ==, 1);
  }
}

static void
test_copy (void)
{
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    const LumRecordInfo *info = lum_record_get_info ((LumRecordKind) kind);
    g_autofree LumRecord *record = g_malloc0 (info->size);
    LumRecord *copy;
    g_autoptr (GError) error = NULL;

    lum_record_init ((LumRecordKind) kind, record);
    record->id = "the id";
    fill (info, record);
    g_assert_true (lum_record_check ((LumRecordKind) kind, record, &error));
    g_assert_no_error (error);

    copy = lum_record_copy ((LumRecordKind) kind, record);
    g_assert_cmpstr (copy->id, ==, record->id);
    g_assert_true (copy->id != record->id);
    for (guint i = 0; i < info->n_fields; i++) {
      gconstpointer a = (char *) record + info->fields[i].offset, b = (char *) copy + info->fields[i].offset;

      g_assert_false (is_unset (&info->fields[i], copy));
      if (info->fields[i].type == LUM_FIELD_TEXT) {
        g_assert_cmpstr (*(char *const *) a, ==, *(char *const *) b);
        g_assert_true (*(char *const *) a != *(char *const *) b);
      }
    }
    lum_record_free ((LumRecordKind) kind, copy);
  }
  lum_record_free (LUM_RECORD_PAIN, NULL);
}

static void
assert_refused (LumRecordKind kind, gconstpointer record)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (lum_record_check (kind, record, &error));
  g_assert_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_check (void)
{
  LumPainEntry entry;
  LumRun run;
  LumGapAnswer answer;

  lum_record_init (LUM_RECORD_PAIN, &entry);
  assert_refused (LUM_RECORD_PAIN, &entry);
  entry.day = 20000;
  entry.score = 3;
  assert_refused (LUM_RECORD_PAIN, &entry); /* no moment */
  entry.moment = LUM_MOMENT_AVERAGE;
  g_assert_true (lum_record_check (LUM_RECORD_PAIN, &entry, NULL));
  entry.score = 11;
  assert_refused (LUM_RECORD_PAIN, &entry);
  entry.score = -1;
  assert_refused (LUM_RECORD_PAIN, &entry);
  entry.score = 10;
  entry.moment = LUM_N_MOMENTS;
  assert_refused (LUM_RECORD_PAIN, &entry);
  entry.moment = LUM_MOMENT_WORST;
  entry.note = "broken \xff text";
  assert_refused (LUM_RECORD_PAIN, &entry);
  entry.note = NULL;
  entry.day = 3000000;
  assert_refused (LUM_RECORD_PAIN, &entry);

  lum_record_init (LUM_RECORD_RUN, &run);
  run.day = 20000;
  assert_refused (LUM_RECORD_RUN, &run);
  run.elapsed_s = 60;
  g_assert_true (lum_record_check (LUM_RECORD_RUN, &run, NULL));
  run.distance_m = -1;
  assert_refused (LUM_RECORD_RUN, &run);
  run.distance_m = INFINITY;
  assert_refused (LUM_RECORD_RUN, &run);
  run.distance_m = 5000;
  run.race = 2;
  assert_refused (LUM_RECORD_RUN, &run);

  lum_record_init (LUM_RECORD_GAP_ANSWER, &answer);
  answer.first = 10;
  answer.last = 9;
  answer.answer = LUM_GAP_FINE;
  answer.seq = 1;
  assert_refused (LUM_RECORD_GAP_ANSWER, &answer);
  answer.last = 10;
  g_assert_true (lum_record_check (LUM_RECORD_GAP_ANSWER, &answer, NULL));
}

static void
test_words (void)
{
  const LumField *field = lum_record_find_field (LUM_RECORD_GAP_ANSWER, "answer");

  g_assert_cmpint (lum_field_find_word (field, "hurt"), ==, LUM_GAP_HURT);
  g_assert_cmpint (lum_field_find_word (field, "on-and-off"), ==, LUM_GAP_ON_AND_OFF);
  g_assert_cmpint (lum_field_find_word (field, "fine"), ==, LUM_GAP_FINE);
  g_assert_cmpint (lum_field_find_word (field, "unsure"), ==, LUM_GAP_UNSURE);
  g_assert_cmpint (lum_field_find_word (field, "Hurt"), ==, LUM_INT_NONE);
  g_assert_cmpint (lum_field_find_word (field, NULL), ==, LUM_INT_NONE);
  field = lum_record_find_field (LUM_RECORD_PAIN, "moment");
  g_assert_cmpint (lum_field_find_word (field, "average"), ==, LUM_MOMENT_AVERAGE);
  g_assert_cmpint (lum_field_find_word (field, "after-run"), ==, LUM_MOMENT_AFTER_RUN);
}

static void
test_change_set (void)
{
  g_autoptr (LumChangeSet) set = lum_change_set_new ();
  LumPainEntry entry;
  g_autofree char *note = g_strdup ("a note");
  const LumChange *changes;
  const char *id;
  gsize n;

  lum_record_init (LUM_RECORD_PAIN, &entry);
  entry.day = 20000;
  entry.score = 3;
  entry.moment = LUM_MOMENT_AVERAGE;
  entry.note = note;
  id = lum_change_set_put (set, LUM_RECORD_PAIN, &entry);
  g_assert_true (g_uuid_string_is_valid (id));
  entry.base.id = "11111111-1111-4111-8111-111111111111";
  entry.base.created_at = 500;
  entry.base.utc_offset = 3600;
  g_assert_cmpstr (lum_change_set_put (set, LUM_RECORD_PAIN, &entry), ==, entry.base.id);
  lum_change_set_delete (set, LUM_RECORD_RUN, "22222222-2222-4222-8222-222222222222");
  note[0] = 'A'; /* the set has its own */

  changes = lum_change_set_get_changes (set, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (((LumPainEntry *) changes[0].record)->note, ==, "a note");
  g_assert_cmpint (changes[2].type, ==, LUM_CHANGE_DELETE);
  g_assert_true (lum_change_set_check (set, NULL));

  lum_change_set_set_time (set, 1000, 7200);
  g_assert_cmpint (changes[0].record->created_at, ==, 1000);
  g_assert_cmpint (changes[0].record->utc_offset, ==, 7200);
  g_assert_cmpint (changes[1].record->created_at, ==, 500);
  g_assert_cmpint (changes[1].record->utc_offset, ==, 3600);
  g_assert_cmpint (changes[1].record->updated_at, ==, 1000);
  lum_change_set_keep_times (set);
  lum_change_set_set_time (set, 2000, 0);
  g_assert_cmpint (changes[1].record->updated_at, ==, 1000);

  entry.score = 12;
  lum_change_set_put (set, LUM_RECORD_PAIN, &entry);
  g_assert_false (lum_change_set_check (set, NULL));
}

/* Whatever the order in which they come, records stand by day, then by when they were written, then by identity. */
static void
test_sorting (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (int round = 0; round < 50; round++) {
    g_autoptr (LumTestLife) life = lum_test_life_new ();
    g_autoptr (LumDiary) diary = NULL;
    const LumPainEntry *entries;
    const LumDaySummary *days;
    gsize n, n_days, seen = 0;

    for (int i = 0; i < 60; i++)
      lum_test_life_add_pain (life, g_rand_int_range (rand, 0, 20), g_rand_int_range (rand, 0, 11), LUM_MOMENT_AVERAGE)
          ->base.created_at = g_rand_int_range (rand, 0, 5);
    for (int i = 0; i < 20; i++)
      lum_test_life_add_run (life, g_rand_int_range (rand, 0, 30), 1000);
    diary = lum_test_life_make (life);

    entries = lum_diary_get_pain (diary, &n);
    g_assert_cmpuint (n, ==, 60);
    for (gsize i = 1; i < n; i++) {
      const LumPainEntry *a = &entries[i - 1], *b = &entries[i];

      g_assert_true (
          a->day < b->day || (a->day == b->day && a->base.created_at < b->base.created_at) ||
          (a->day == b->day && a->base.created_at == b->base.created_at && strcmp (a->base.id, b->base.id) < 0));
    }

    days = lum_diary_get_days (diary, &n_days);
    for (gsize i = 0; i < n_days; i++) {
      int highest = LUM_INT_NONE;

      g_assert_true (i == 0 || days[i - 1].day < days[i].day);
      g_assert_true (days[i].n_entries + days[i].n_runs > 0);
      g_assert_true (lum_diary_find_day (diary, days[i].day) == &days[i]);
      for (guint e = 0; e < days[i].n_entries; e++) {
        g_assert_cmpint (entries[days[i].first_entry + e].day, ==, days[i].day);
        highest = MAX (highest, entries[days[i].first_entry + e].score);
      }
      g_assert_cmpint (days[i].highest, ==, highest);
      g_assert_cmpint (isnan (days[i].chart), ==, highest == LUM_INT_NONE);
      g_assert_cmpfloat (days[i].distance_m, ==, 1000.0 * days[i].n_runs);
      seen += days[i].n_entries;
    }
    g_assert_cmpuint (seen, ==, n);
    g_assert_null (lum_diary_find_day (diary, 99));
    g_assert_cmpuint (lum_diary_find_first_day (diary, 99), ==, n_days);
    g_assert_cmpuint (lum_diary_find_first_day (diary, -99), ==, 0);
  }
}

/* PM-5: late is more than two days after; a day is hollow only if all its scores came late. */
static void
test_recalled (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;

  for (LumDay d = 0; d < 4; d++)
    lum_test_life_add_pain (life, d, 3, LUM_MOMENT_AVERAGE)->entered = d + d;
  lum_test_life_add_pain (life, 3, 3, LUM_MOMENT_AVERAGE);
  lum_test_life_add_pain (life, 5, 3, LUM_MOMENT_AVERAGE)->entered = 8;
  lum_test_life_add_pain (life, 6, 3, LUM_MOMENT_AVERAGE)->entered = LUM_DAY_NONE;
  lum_test_life_add_run (life, 7, 1000);
  diary = lum_test_life_make (life);
  g_assert_false (lum_diary_find_day (diary, 2)->recalled);
  g_assert_false (lum_diary_find_day (diary, 3)->recalled);
  g_assert_true (lum_diary_find_day (diary, 5)->recalled);
  g_assert_false (lum_diary_find_day (diary, 6)->recalled);
  g_assert_false (lum_diary_find_day (diary, 7)->recalled);
}

/* A diary made from another shares what did not change, and neither changes the other. */
static void
test_sharing (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) first = NULL, second = NULL, third = NULL;
  LumDiaryBuilder *builder;
  LumPainEntry *added;
  gsize n;

  lum_test_life_add_days (life, "3x5", 0, 9);
  lum_test_life_add_run (life, 2, 8000);
  first = lum_test_life_make (life);

  builder = lum_diary_builder_new (first);
  added = lum_diary_builder_add (builder, LUM_RECORD_PAIN);
  added->base.id = lum_diary_builder_text (builder, LUM_RECORD_PAIN, "new", -1);
  added->day = 1;
  added->score = 9;
  added->moment = LUM_MOMENT_WORST;
  second = lum_diary_builder_end (builder, lum_diary_get_revision (first) + 1);

  lum_diary_get_pain (first, &n);
  g_assert_cmpuint (n, ==, 5);
  lum_diary_get_pain (second, &n);
  g_assert_cmpuint (n, ==, 6);
  g_assert_true (lum_diary_get_runs (first, &n) == lum_diary_get_runs (second, &n));
  g_assert_cmpint (lum_diary_find_day (first, 1)->highest, ==, 3);
  g_assert_cmpint (lum_diary_find_day (second, 1)->highest, ==, 9);
  g_assert_nonnull (lum_diary_find (second, LUM_RECORD_PAIN, "new"));
  g_assert_null (lum_diary_find (first, LUM_RECORD_PAIN, "new"));

  /* Something that no day depends on: the days are shared, too. */
  builder = lum_diary_builder_new (second);
  lum_diary_builder_begin (builder, LUM_RECORD_VISIT, 0);
  third = lum_diary_builder_end (builder, 9);
  g_assert_true (lum_diary_get_days (second, &n) == lum_diary_get_days (third, &n));
  g_clear_pointer (&first, lum_diary_unref);
  g_clear_pointer (&second, lum_diary_unref);
  g_assert_cmpint (lum_diary_find_day (third, 1)->highest, ==, 9);
  g_assert_false (lum_diary_is_empty (third));

  lum_diary_builder_free (lum_diary_builder_new (third));
}

static void
test_preferences (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;

  lum_test_life_set_preference (life, "b", "1");
  lum_test_life_set_preference (life, "a", "2");
  lum_test_life_set_preference (life, "b", "3");
  diary = lum_test_life_make (life);
  g_assert_cmpstr (lum_diary_get_preference (diary, "b"), ==, "3");
  g_assert_cmpstr (lum_diary_get_preference (diary, "a"), ==, "2");
  g_assert_null (lum_diary_get_preference (diary, "c"));
  g_assert_true (lum_diary_is_empty (diary));
}

static void
test_run_values (void)
{
  LumRun a, b;

  lum_record_init (LUM_RECORD_RUN, &a);
  g_assert_true (isnan (lum_run_get_duration (&a)));
  g_assert_cmpint (lum_run_get_metres (&a), ==, LUM_INT_NONE);
  g_assert_true (isnan (lum_run_get_load (&a)));
  a.elapsed_s = 4000;
  g_assert_cmpfloat (lum_run_get_duration (&a), ==, 4000);
  a.moving_s = 3700;
  g_assert_cmpfloat (lum_run_get_duration (&a), ==, 3700);
  a.timer_s = 3600;
  g_assert_cmpfloat (lum_run_get_duration (&a), ==, 3600);
  a.effort = 7;
  g_assert_cmpfloat (lum_run_get_load (&a), ==, 420);
  a.distance_m = 16093.44;
  g_assert_cmpint (lum_run_get_metres (&a), ==, 16093);
  a.distance_m = 1e300;
  g_assert_cmpint (lum_run_get_metres (&a), >, 0);

  a.distance_m = 10000;
  a.start = 1742250600000;
  a.offset_source = LUM_OFFSET_FILE;
  b = a;
  g_assert_true (lum_run_looks_same (&a, &b));
  b.start += 91000;
  g_assert_false (lum_run_looks_same (&a, &b));
  b.start = a.start + 90000;
  b.distance_m = 10300;
  g_assert_true (lum_run_looks_same (&a, &b));
  b.distance_m = 10400;
  g_assert_false (lum_run_looks_same (&a, &b));
  b.distance_m = 10000;
  b.start = a.start + 7200000;
  g_assert_false (lum_run_looks_same (&a, &b));
  b.offset_source = LUM_OFFSET_USER;
  g_assert_true (lum_run_looks_same (&a, &b));
  b.start = LUM_INSTANT_NONE;
  g_assert_false (lum_run_looks_same (&a, &b));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/records/description", test_description);
  g_test_add_func ("/records/unset", test_unset);
  g_test_add_func ("/records/copy", test_copy);
  g_test_add_func ("/records/check", test_check);
  g_test_add_func ("/records/words", test_words);
  g_test_add_func ("/records/change-set", test_change_set);
  g_test_add_func ("/diary/sorting", test_sorting);
  g_test_add_func ("/diary/recalled", test_recalled);
  g_test_add_func ("/diary/sharing", test_sharing);
  g_test_add_func ("/diary/preferences", test_preferences);
  g_test_add_func ("/run/values", test_run_values);
  return g_test_run ();
}
