/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-diary.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lum-run.h"

/* Memory of strings; blocks that differ in a few records share what they have in common. */
typedef struct {
  gatomicrefcount refs;
  GStringChunk *chunk;
} Strings;

/* All records of one kind. Diaries that differ in other kinds share it. */
typedef struct {
  gatomicrefcount refs;
  gsize size; /* of a record */
  gsize n;
  gsize room;
  char *records;
  Strings *strings;  /* of what was added to this block; NULL while there is none */
  GPtrArray *shared; /* Strings of the blocks that it was made from; NULL where there are none */
} Block;

/* After so many changes of single records a block is written anew, so that what nobody refers to any more goes. */
#define MAX_SHARED 64

typedef struct {
  gatomicrefcount refs;
  gsize n;
  LumDaySummary *days;
} DayTable;

struct _LumDiary {
  gatomicrefcount refs;
  guint64 revision;
  Block *blocks[LUM_N_RECORD_KINDS];
  DayTable *days;
};

struct _LumDiaryBuilder {
  Block *blocks[LUM_N_RECORD_KINDS];
  gboolean begun[LUM_N_RECORD_KINDS];
  gboolean unsorted[LUM_N_RECORD_KINDS];
  DayTable *days;
};

G_DEFINE_BOXED_TYPE (LumDiary, lum_diary, lum_diary_ref, lum_diary_unref)

static Block *
block_new (LumRecordKind kind, gsize expected)
{
  Block *block = g_new0 (Block, 1);

  g_atomic_ref_count_init (&block->refs);
  block->size = lum_record_get_info (kind)->size;
  block->room = expected;
  block->records = expected ? g_malloc (expected * block->size) : NULL;
  return block;
}

static void
strings_unref (gpointer data)
{
  Strings *strings = data;

  if (!g_atomic_ref_count_dec (&strings->refs))
    return;
  g_string_chunk_free (strings->chunk);
  g_free (strings);
}

static void
block_share_strings (Block *block, Strings *strings)
{
  if (!block->shared)
    block->shared = g_ptr_array_new_with_free_func (strings_unref);
  g_atomic_ref_count_inc (&strings->refs);
  g_ptr_array_add (block->shared, strings);
}

static Block *
block_ref (Block *block)
{
  g_atomic_ref_count_inc (&block->refs);
  return block;
}

static void
block_unref (Block *block)
{
  if (!g_atomic_ref_count_dec (&block->refs))
    return;
  g_free (block->records);
  g_clear_pointer (&block->strings, strings_unref);
  g_clear_pointer (&block->shared, g_ptr_array_unref);
  g_free (block);
}

static void
block_sort (Block *block, GCompareFunc compare)
{
  gboolean sorted = TRUE;

  for (gsize i = 1; i < block->n && sorted; i++)
    sorted = compare (block->records + (i - 1) * block->size, block->records + i * block->size) <= 0;
  if (!sorted)
    qsort (block->records, block->n, block->size, (int (*) (const void *, const void *)) compare);
}

static void
day_table_unref (DayTable *table)
{
  if (!g_atomic_ref_count_dec (&table->refs))
    return;
  g_free (table->days);
  g_free (table);
}

static void
summarise_entries (LumDaySummary *day, const LumPainEntry *entries)
{
  double all = 0, averages = 0;
  guint n_averages = 0;

  day->recalled = TRUE;
  for (guint i = 0; i < day->n_entries; i++) {
    const LumPainEntry *entry = &entries[day->first_entry + i];

    if (day->highest == LUM_INT_NONE || entry->score > day->highest)
      day->highest = entry->score;
    all += entry->score;
    if (entry->moment == LUM_MOMENT_AVERAGE) {
      averages += entry->score;
      n_averages++;
    }
    if (entry->entered == LUM_DAY_NONE || entry->entered - entry->day <= 2)
      day->recalled = FALSE;
  }

  if (n_averages)
    day->chart = averages / n_averages;
  else if (day->n_entries)
    day->chart = all / day->n_entries;
  else
    day->recalled = FALSE;
}

/* One row a logged day, merged from the sorted entries and the sorted runs. */
static DayTable *
make_days (const Block *pain, const Block *runs)
{
  const LumPainEntry *entries = (const LumPainEntry *) pain->records;
  const LumRun *run = (const LumRun *) runs->records;
  DayTable *table = g_new0 (DayTable, 1);
  gsize e = 0, r = 0;

  g_atomic_ref_count_init (&table->refs);
  table->days = g_new (LumDaySummary, pain->n + runs->n + 1);

  while (e < pain->n || r < runs->n) {
    LumDaySummary *day = &table->days[table->n++];

    memset (day, 0, sizeof *day);
    if (r >= runs->n || (e < pain->n && entries[e].day <= run[r].day))
      day->day = entries[e].day;
    else
      day->day = run[r].day;
    day->highest = LUM_INT_NONE;
    day->chart = NAN;
    day->first_entry = e;
    day->first_run = r;

    for (; e < pain->n && entries[e].day == day->day; e++)
      day->n_entries++;
    for (; r < runs->n && run[r].day == day->day; r++) {
      day->n_runs++;
      if (!isnan (run[r].distance_m))
        day->distance_m += run[r].distance_m;
      double seconds = lum_run_get_duration (&run[r]);
      if (!isnan (seconds))
        day->duration_s += seconds;
    }
    summarise_entries (day, entries);
  }

  table->days = g_renew (LumDaySummary, table->days, table->n + 1);
  return table;
}

/**
 * lum_diary_new_empty:
 *
 * A diary with nothing in it, revision 0.
 */
LumDiary *
lum_diary_new_empty (void)
{
  return lum_diary_builder_end (lum_diary_builder_new (NULL), 0);
}

LumDiary *
lum_diary_ref (LumDiary *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
lum_diary_unref (LumDiary *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++)
    block_unref (self->blocks[kind]);
  day_table_unref (self->days);
  g_free (self);
}

/**
 * lum_diary_get_revision:
 *
 * A number that is larger for a later state of the same journal.
 */
guint64
lum_diary_get_revision (const LumDiary *self)
{
  return self->revision;
}

/**
 * lum_diary_get_records:
 * @n: (out): how many
 *
 * All records of a kind, in the kind's order; an array of its struct.
 */
gconstpointer
lum_diary_get_records (const LumDiary *self, LumRecordKind kind, gsize *n)
{
  *n = self->blocks[kind]->n;
  return self->blocks[kind]->records;
}

/**
 * lum_diary_find:
 *
 * A record by its identity. Looks at each of the kind: for a click, not for a loop.
 *
 * Returns: (nullable): %NULL where there is none
 */
gconstpointer
lum_diary_find (const LumDiary *self, LumRecordKind kind, const char *id)
{
  const Block *block = self->blocks[kind];

  for (gsize i = 0; i < block->n; i++) {
    const LumRecord *record = (const LumRecord *) (block->records + i * block->size);

    if (g_strcmp0 (record->id, id) == 0)
      return record;
  }
  return NULL;
}

/**
 * lum_diary_get_days:
 *
 * The logged days, oldest first.
 */
const LumDaySummary *
lum_diary_get_days (const LumDiary *self, gsize *n)
{
  *n = self->days->n;
  return self->days->days;
}

/**
 * lum_diary_find_first_day:
 *
 * Where in lum_diary_get_days() the first day that is not before @day stands (the count, if there is none).
 */
gsize
lum_diary_find_first_day (const LumDiary *self, LumDay day)
{
  gsize low = 0, high = self->days->n;

  while (low < high) {
    gsize middle = (low + high) / 2;

    if (self->days->days[middle].day < day)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/**
 * lum_diary_find_day:
 *
 * What was logged on a day.
 *
 * Returns: (nullable): %NULL where nothing was
 */
const LumDaySummary *
lum_diary_find_day (const LumDiary *self, LumDay day)
{
  gsize i = lum_diary_find_first_day (self, day);

  return i < self->days->n && self->days->days[i].day == day ? &self->days->days[i] : NULL;
}

/**
 * lum_diary_get_preference:
 *
 * A preference that belongs to the journal.
 *
 * Returns: (nullable): %NULL where it was never set
 */
const char *
lum_diary_get_preference (const LumDiary *self, const char *key)
{
  gsize n;
  const LumPreference *preferences = lum_diary_get_preferences (self, &n);
  const LumPreference *found = NULL;

  for (gsize i = 0; i < n; i++)
    if (strcmp (preferences[i].key, key) == 0 && (!found || preferences[i].base.updated_at >= found->base.updated_at))
      found = &preferences[i];
  return found ? found->value : NULL;
}

/**
 * lum_diary_is_empty:
 *
 * Whether nothing was ever logged: no day and no answer.
 */
gboolean
lum_diary_is_empty (const LumDiary *self)
{
  return self->days->n == 0 && self->blocks[LUM_RECORD_GAP_ANSWER]->n == 0 && self->blocks[LUM_RECORD_VISIT]->n == 0;
}

/**
 * lum_diary_builder_new:
 * @base: (nullable): the diary to start from
 *
 * Starts a diary: all of @base, or nothing.
 */
LumDiaryBuilder *
lum_diary_builder_new (const LumDiary *base)
{
  LumDiaryBuilder *self = g_new0 (LumDiaryBuilder, 1);

  if (base) {
    for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++)
      self->blocks[kind] = block_ref (base->blocks[kind]);
    self->days = base->days;
    g_atomic_ref_count_inc (&self->days->refs);
  }
  return self;
}

/**
 * lum_diary_builder_begin:
 * @expected: about how many will come
 *
 * Drops what the diary has of a kind, so that all of it is added anew.
 */
void
lum_diary_builder_begin (LumDiaryBuilder *self, LumRecordKind kind, gsize expected)
{
  g_clear_pointer (&self->blocks[kind], block_unref);
  self->blocks[kind] = block_new (kind, expected);
  self->begun[kind] = TRUE;
  self->unsorted[kind] = FALSE;
  if (kind == LUM_RECORD_PAIN || kind == LUM_RECORD_RUN)
    g_clear_pointer (&self->days, day_table_unref);
}

/* A kind that is only added to is copied first: the diary it came from never changes. Its strings are shared. */
static Block *
writable_block (LumDiaryBuilder *self, LumRecordKind kind)
{
  Block *from, *block;

  if (self->begun[kind])
    return self->blocks[kind];

  from = g_steal_pointer (&self->blocks[kind]);
  lum_diary_builder_begin (self, kind, from ? from->n + 1 : 0);
  block = self->blocks[kind];
  if (from && from->shared && from->shared->len >= MAX_SHARED) {
    for (gsize i = 0; i < from->n; i++)
      lum_diary_builder_add_copy (self, kind, from->records + i * from->size);
    self->unsorted[kind] = FALSE;
  } else if (from) {
    if (from->n)
      memcpy (block->records, from->records, from->n * from->size);
    block->n = from->n;
    for (guint i = 0; from->shared && i < from->shared->len; i++)
      block_share_strings (block, g_ptr_array_index (from->shared, i));
    if (from->strings)
      block_share_strings (block, from->strings);
  }
  g_clear_pointer (&from, block_unref);
  return block;
}

static void
block_make_room (Block *block)
{
  if (block->n < block->room)
    return;
  block->room = MAX (16, block->room * 2);
  block->records = g_realloc_n (block->records, block->room, block->size);
}

/**
 * lum_diary_builder_add:
 *
 * Room for one more record, with every field unset. Its strings come from lum_diary_builder_text().
 *
 * Returns: (transfer none): valid until the next call
 */
gpointer
lum_diary_builder_add (LumDiaryBuilder *self, LumRecordKind kind)
{
  Block *block = writable_block (self, kind);
  gpointer record;

  block_make_room (block);
  record = block->records + block->n++ * block->size;
  lum_record_init (kind, record);
  self->unsorted[kind] = TRUE;
  return record;
}

/**
 * lum_diary_builder_text:
 * @length: bytes, or -1
 *
 * A copy of a text that lives as long as the kind's records.
 *
 * Returns: (transfer none) (nullable): %NULL for %NULL
 */
const char *
lum_diary_builder_text (LumDiaryBuilder *self, LumRecordKind kind, const char *text, gssize length)
{
  Block *block = writable_block (self, kind);

  if (!text)
    return NULL;
  if (!block->strings) {
    block->strings = g_new0 (Strings, 1);
    g_atomic_ref_count_init (&block->strings->refs);
    block->strings->chunk = g_string_chunk_new (block->n > 64 && !block->shared ? 65536 : 1024);
  }
  return g_string_chunk_insert_len (block->strings->chunk, text, length);
}

/**
 * lum_diary_builder_add_copy:
 *
 * Adds a copy of a record.
 */
void
lum_diary_builder_add_copy (LumDiaryBuilder *self, LumRecordKind kind, gconstpointer record)
{
  const LumRecordInfo *info = lum_record_get_info (kind);
  LumRecord *copy = lum_diary_builder_add (self, kind);

  memcpy (copy, record, info->size);
  copy->id = lum_diary_builder_text (self, kind, copy->id, -1);
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == LUM_FIELD_TEXT) {
      const char **at = (gpointer) ((char *) copy + info->fields[i].offset);

      *at = lum_diary_builder_text (self, kind, *at, -1);
    }
}

/**
 * lum_diary_builder_remove:
 *
 * Takes a record out, if it is there. Looks at each of the kind: for a few changes, not for many.
 */
void
lum_diary_builder_remove (LumDiaryBuilder *self, LumRecordKind kind, const char *id)
{
  Block *block = writable_block (self, kind);

  for (gsize i = 0; i < block->n; i++)
    if (strcmp (((const LumRecord *) (block->records + i * block->size))->id, id) == 0) {
      block->n--;
      memmove (block->records + i * block->size, block->records + (i + 1) * block->size, (block->n - i) * block->size);
      return;
    }
}

/**
 * lum_diary_builder_settle:
 *
 * Moves the record that was added last to its place, in a kind that is in order otherwise. For a few changes this is
 * much less than sorting.
 */
void
lum_diary_builder_settle (LumDiaryBuilder *self, LumRecordKind kind)
{
  Block *block = self->blocks[kind];
  GCompareFunc compare = lum_record_get_info (kind)->compare;
  gsize low = 0, high;
  g_autofree char *record = NULL;

  g_return_if_fail (block && block->n > 0);

  high = block->n - 1;
  record = g_memdup2 (block->records + high * block->size, block->size);
  while (low < high) {
    gsize middle = (low + high) / 2;

    if (compare (block->records + middle * block->size, record) <= 0)
      low = middle + 1;
    else
      high = middle;
  }
  memmove (block->records + (low + 1) * block->size, block->records + low * block->size,
           (block->n - 1 - low) * block->size);
  memcpy (block->records + low * block->size, record, block->size);
  self->unsorted[kind] = FALSE;
}

/**
 * lum_diary_builder_end:
 * @self: (transfer full): the builder
 *
 * Sorts, sums up the days, and gives the diary.
 *
 * Returns: (transfer full): the diary
 */
LumDiary *
lum_diary_builder_end (LumDiaryBuilder *self, guint64 revision)
{
  LumDiary *diary = g_new0 (LumDiary, 1);

  g_atomic_ref_count_init (&diary->refs);
  diary->revision = revision;
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    if (!self->blocks[kind])
      self->blocks[kind] = block_new (kind, 0);
    if (self->unsorted[kind])
      block_sort (self->blocks[kind], lum_record_get_info (kind)->compare);
    diary->blocks[kind] = g_steal_pointer (&self->blocks[kind]);
  }
  diary->days = self->days ? g_steal_pointer (&self->days)
                           : make_days (diary->blocks[LUM_RECORD_PAIN], diary->blocks[LUM_RECORD_RUN]);
  lum_diary_builder_free (self);
  return diary;
}

void
lum_diary_builder_free (LumDiaryBuilder *self)
{
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++)
    g_clear_pointer (&self->blocks[kind], block_unref);
  g_clear_pointer (&self->days, day_table_unref);
  g_free (self);
}
