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

/* Memory of records. What has been given away never changes; but whoever is the first to claim the place behind it may
 * write there, so that a record which comes last, as today's do, costs no copy of the twenty years before. */
typedef struct {
  gatomicrefcount refs;
  gint used; /* places that somebody has claimed */
  gint room;
  char *data;
} Store;

/* All records of one kind. Diaries that differ in other kinds share it. */
typedef struct {
  gatomicrefcount refs;
  gsize size; /* of a record */
  gsize n;
  Store *store;
  gboolean borrowed; /* while it is made: the store is another block's, too */
  Strings *strings;  /* of what was added to this block; NULL while there is none */
  GPtrArray *shared; /* Strings of the blocks that it was made from; NULL where there are none */
} Block;

/* After so many changes of single records a block is written anew, so that what nobody refers to any more goes. */
#define MAX_SHARED 64

struct _LumDiary {
  gatomicrefcount refs;
  guint64 revision;
  Block *blocks[LUM_N_RECORD_KINDS];
  Store *days; /* LumDaySummary */
  gsize n_days;
};

struct _LumDiaryBuilder {
  Block *blocks[LUM_N_RECORD_KINDS];
  gboolean begun[LUM_N_RECORD_KINDS];
  gboolean unsorted[LUM_N_RECORD_KINDS];
  Store *days; /* of the diary that it starts from */
  gsize n_days;
  LumDay first_changed;  /* days before it are as they were */
  LumDay changed_before; /* the same, but for the record that was added last */
};

G_DEFINE_BOXED_TYPE (LumDiary, lum_diary, lum_diary_ref, lum_diary_unref)

static Store *
store_new (gsize room, gsize size)
{
  Store *store = g_new0 (Store, 1);

  g_atomic_ref_count_init (&store->refs);
  store->room = (gint) room;
  store->data = room ? g_malloc_n (room, size) : NULL;
  return store;
}

static Store *
store_ref (Store *store)
{
  g_atomic_ref_count_inc (&store->refs);
  return store;
}

static void
store_unref (Store *store)
{
  if (!g_atomic_ref_count_dec (&store->refs))
    return;
  g_free (store->data);
  g_free (store);
}

/* Returns: whether the places @n to @n + @more - 1 are now ours to write */
static gboolean
store_claim (Store *store, gsize n, gsize more)
{
  return n + more <= (gsize) store->room &&
         g_atomic_int_compare_and_exchange (&store->used, (gint) n, (gint) (n + more));
}

static Block *
block_new (LumRecordKind kind, gsize expected)
{
  Block *block = g_new0 (Block, 1);

  g_atomic_ref_count_init (&block->refs);
  block->size = lum_record_get_info (kind)->size;
  block->store = store_new (expected, block->size);
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
  store_unref (block->store);
  g_clear_pointer (&block->strings, strings_unref);
  g_clear_pointer (&block->shared, g_ptr_array_unref);
  g_free (block);
}

static inline char *
block_at (const Block *block, gsize i)
{
  return block->store->data + i * block->size;
}

/* From here on the records are the block's own, with some room behind them. */
static void
block_own (Block *block)
{
  Store *store;

  if (!block->borrowed)
    return;
  store = store_new (block->n + block->n / 8 + 16, block->size);
  if (block->n)
    memcpy (store->data, block->store->data, block->n * block->size);
  store->used = (gint) block->n;
  store_unref (block->store);
  block->store = store;
  block->borrowed = FALSE;
}

static void
block_sort (Block *block, GCompareFunc compare)
{
  gboolean sorted = TRUE;

  for (gsize i = 1; i < block->n && sorted; i++)
    sorted = compare (block_at (block, i - 1), block_at (block, i)) <= 0;
  if (!sorted) {
    block_own (block);
    qsort (block->store->data, block->n, block->size, (int (*) (const void *, const void *)) compare);
  }
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

/* One row a logged day, merged from the sorted entries and the sorted runs. The first @n rows of @old hold still; they
 * are shared if they were all there was, and copied otherwise. */
static Store *
make_days (const Block *pain, const Block *runs, Store *old, gsize n_old, gsize n, gsize *n_days)
{
  const LumPainEntry *entries = (const LumPainEntry *) (gconstpointer) pain->store->data;
  const LumRun *run = (const LumRun *) (gconstpointer) runs->store->data;
  const LumDaySummary *last = n ? (const LumDaySummary *) (gconstpointer) old->data + n - 1 : NULL;
  gsize e = last ? last->first_entry + last->n_entries : 0;
  gsize r = last ? last->first_run + last->n_runs : 0;
  gsize most = pain->n - e + runs->n - r;
  LumDaySummary *days;
  Store *table;

  if (n && n == n_old && store_claim (old, n, most))
    table = store_ref (old);
  else {
    table = store_new (n + most + most / 8 + 64, sizeof (LumDaySummary));
    if (n)
      memcpy (table->data, old->data, n * sizeof (LumDaySummary));
    table->used = (gint) (n + most);
  }
  days = (LumDaySummary *) (gpointer) table->data;

  while (e < pain->n || r < runs->n) {
    LumDaySummary *day = &days[n++];

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
      double seconds = lum_run_get_duration (&run[r]);

      day->n_runs++;
      if (!isnan (run[r].distance_m))
        day->distance_m += run[r].distance_m;
      if (!isnan (seconds))
        day->duration_s += seconds;
    }
    summarise_entries (day, entries);
  }

  /* Days with several entries need fewer rows than there are entries: what was claimed too much goes back. */
  g_atomic_int_set (&table->used, (gint) n);
  *n_days = n;
  return table;
}

static gsize
find_first_day (const Store *table, gsize n, LumDay day)
{
  const LumDaySummary *days = (const LumDaySummary *) (gconstpointer) table->data;
  gsize low = 0, high = n;

  while (low < high) {
    gsize middle = (low + high) / 2;

    if (days[middle].day < day)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
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
  store_unref (self->days);
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
  return self->blocks[kind]->store->data;
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
    const LumRecord *record = (const LumRecord *) (gconstpointer) block_at (block, i);

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
  *n = self->n_days;
  return (const LumDaySummary *) (gconstpointer) self->days->data;
}

/**
 * lum_diary_find_first_day:
 *
 * Where in lum_diary_get_days() the first day that is not before @day stands (the count, if there is none).
 */
gsize
lum_diary_find_first_day (const LumDiary *self, LumDay day)
{
  return find_first_day (self->days, self->n_days, day);
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
  gsize n, i = lum_diary_find_first_day (self, day);
  const LumDaySummary *days = lum_diary_get_days (self, &n);

  return i < n && days[i].day == day ? &days[i] : NULL;
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
  return self->n_days == 0 && self->blocks[LUM_RECORD_GAP_ANSWER]->n == 0 && self->blocks[LUM_RECORD_VISIT]->n == 0;
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

  self->first_changed = base ? G_MAXINT32 : G_MININT32;
  if (base) {
    for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++)
      self->blocks[kind] = block_ref (base->blocks[kind]);
    self->days = store_ref (base->days);
    self->n_days = base->n_days;
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
    self->first_changed = G_MININT32;
}

/* A kind that is only added to goes on from the diary that it came from, which never changes. */
static Block *
writable_block (LumDiaryBuilder *self, LumRecordKind kind)
{
  LumDay first_changed = self->first_changed;
  Block *from, *block;

  if (self->begun[kind])
    return self->blocks[kind];

  from = g_steal_pointer (&self->blocks[kind]);
  lum_diary_builder_begin (self, kind, 0);
  block = self->blocks[kind];
  if (from && from->shared && from->shared->len >= MAX_SHARED) {
    for (gsize i = 0; i < from->n; i++)
      lum_diary_builder_add_copy (self, kind, block_at (from, i));
    self->unsorted[kind] = FALSE;
  } else if (from) {
    store_unref (block->store);
    block->store = store_ref (from->store);
    block->n = from->n;
    block->borrowed = TRUE;
    for (guint i = 0; from->shared && i < from->shared->len; i++)
      block_share_strings (block, g_ptr_array_index (from->shared, i));
    if (from->strings)
      block_share_strings (block, from->strings);
  }
  self->first_changed = first_changed;
  g_clear_pointer (&from, block_unref);
  return block;
}

/* The place behind the last record. */
static char *
block_append (Block *block)
{
  Store *store;

  if (block->borrowed && !store_claim (block->store, block->n, 1))
    block_own (block);
  store = block->store;
  if (!block->borrowed) {
    if ((gint) block->n == store->room) {
      store->room = MAX (16, store->room * 2);
      store->data = g_realloc_n (store->data, store->room, block->size);
    }
    store->used = (gint) block->n + 1;
  }
  return block_at (block, block->n++);
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

  record = block_append (block);
  lum_record_init (kind, record);
  self->unsorted[kind] = TRUE;
  if (kind == LUM_RECORD_PAIN || kind == LUM_RECORD_RUN) {
    self->changed_before = self->first_changed;
    self->first_changed = G_MININT32;
  }
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
    block->strings->chunk = g_string_chunk_new (block->shared ? 1024 : 16384);
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

/* Which days have to be summed up anew. */
static void
note_change (LumDiaryBuilder *self, LumRecordKind kind, gconstpointer record, LumDay before)
{
  if (kind == LUM_RECORD_PAIN)
    self->first_changed = MIN (before, ((const LumPainEntry *) record)->day);
  else if (kind == LUM_RECORD_RUN)
    self->first_changed = MIN (before, ((const LumRun *) record)->day);
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
    if (strcmp (((const LumRecord *) (gconstpointer) block_at (block, i))->id, id) == 0) {
      note_change (self, kind, block_at (block, i), self->first_changed);
      block_own (block);
      block->n--;
      memmove (block_at (block, i), block_at (block, i + 1), (block->n - i) * block->size);
      block->store->used = (gint) block->n;
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
  note_change (self, kind, block_at (block, high), self->changed_before);
  while (low < high) {
    gsize middle = (low + high) / 2;

    if (compare (block_at (block, middle), block_at (block, block->n - 1)) <= 0)
      low = middle + 1;
    else
      high = middle;
  }
  if (low < block->n - 1) {
    block_own (block);
    record = g_memdup2 (block_at (block, block->n - 1), block->size);
    memmove (block_at (block, low + 1), block_at (block, low), (block->n - 1 - low) * block->size);
    memcpy (block_at (block, low), record, block->size);
  }
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
  gsize kept;

  g_atomic_ref_count_init (&diary->refs);
  diary->revision = revision;
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    if (!self->blocks[kind])
      self->blocks[kind] = block_new (kind, 0);
    if (self->unsorted[kind])
      block_sort (self->blocks[kind], lum_record_get_info (kind)->compare);
    self->blocks[kind]->borrowed = FALSE;
    diary->blocks[kind] = g_steal_pointer (&self->blocks[kind]);
  }
  kept = self->days ? find_first_day (self->days, self->n_days, self->first_changed) : 0;
  diary->days = make_days (diary->blocks[LUM_RECORD_PAIN], diary->blocks[LUM_RECORD_RUN], self->days, self->n_days,
                           kept, &diary->n_days);
  lum_diary_builder_free (self);
  return diary;
}

void
lum_diary_builder_free (LumDiaryBuilder *self)
{
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++)
    g_clear_pointer (&self->blocks[kind], block_unref);
  g_clear_pointer (&self->days, store_unref);
  g_free (self);
}
