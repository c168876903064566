/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "lum-i18n.h"
#include "lum-import-private.h"

#define SHORT_RUN_M 100
#define SHORT_RUN_S 30

/* What is known already, while a batch is compared item by item: first what the journal holds, then what earlier items
 * of the batch bring. */
typedef struct {
  LumImportBatch *batch;
  const LumDiary *diary;
  GHashTable *hashes;                      /* sha256 → LumRun of the journal */
  GHashTable *sources;                     /* source_id → LumRun of the journal */
  GHashTable *file_runs;                   /* sha256 → how many runs of the batch are from that file */
  GHashTable *batch_runs;                  /* day → GPtrArray of LumImportItem that are new */
  GHashTable *entries[LUM_N_RECORD_KINDS]; /* what an entry says → how often it is there */
  GHashTable *ids[LUM_N_RECORD_KINDS];
} Comparison;

/* --- runs --- */

static gboolean
same_real (double a, double b)
{
  return (isnan (a) && isnan (b)) || fabs (a - b) < 0.5;
}

/* Read from the same bytes with the same result. */
static gboolean
says_the_same (const LumRun *a, const LumRun *b)
{
  return a->day == b->day && a->start == b->start && same_real (a->distance_m, b->distance_m) &&
         same_real (lum_run_get_duration (a), lum_run_get_duration (b));
}

/* Whether the start is an instant that a device wrote, so that no zone can have shifted it. */
static gboolean
has_sure_instant (const LumRun *run)
{
  static const char *const endings[] = {".gpx", ".tcx", ".fit", ".gpx.gz", ".tcx.gz", ".fit.gz"};
  g_autofree char *name = run->source_file ? g_ascii_strdown (run->source_file, -1) : NULL;

  if (run->offset_source == LUM_OFFSET_FILE)
    return TRUE;
  for (guint i = 0; name && i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]))
      return TRUE;
  return FALSE;
}

/* Two runs of one day, of which one has no time of day: the same length and time make them look alike. */
static gboolean
looks_alike_by_day (const LumRun *a, const LumRun *b)
{
  double da = lum_run_get_duration (a), db = lum_run_get_duration (b);

  if (a->day != b->day || (a->start != LUM_INSTANT_NONE && b->start != LUM_INSTANT_NONE))
    return FALSE;
  if (isnan (a->distance_m) || isnan (b->distance_m))
    return !isnan (da) && !isnan (db) && fabs (da - db) <= 60;
  if (fabs (a->distance_m - b->distance_m) > MAX (100, 0.03 * MAX (a->distance_m, b->distance_m)))
    return FALSE;
  return isnan (da) || isnan (db) || MIN (da, db) >= 0.8 * MAX (da, db);
}

/* How much two runs are the same: LUM_IMPORT_KNOWN, _SIMILAR, or _NEW for not at all (formats §1). */
static LumImportStatus
compare_runs (const LumRun *a, const LumRun *b)
{
  if (a->source_id && g_strcmp0 (a->source_id, b->source_id) == 0)
    return LUM_IMPORT_KNOWN;
  if (a->start == LUM_INSTANT_NONE || b->start == LUM_INSTANT_NONE) {
    if (a->start == b->start && says_the_same (a, b) && g_strcmp0 (a->note, b->note) == 0)
      return LUM_IMPORT_KNOWN;
    return looks_alike_by_day (a, b) ? LUM_IMPORT_SIMILAR : LUM_IMPORT_NEW;
  }
  if (!lum_run_looks_same (a, b))
    return LUM_IMPORT_NEW;
  if (ABS (a->start - b->start) <= 90 * 1000)
    return LUM_IMPORT_KNOWN;
  return has_sure_instant (a) && has_sure_instant (b) ? LUM_IMPORT_NEW : LUM_IMPORT_SIMILAR;
}

static void
set_status (Comparison *self, LumImportItem *item, LumImportStatus status, const char *id, const char *reason)
{
  item->status = status;
  item->similar_to = lum_import_batch_text (self->batch, id);
  item->reason = lum_import_batch_text (self->batch, reason);
}

static const LumRun *
find_certain (Comparison *self, const LumRun *run)
{
  const LumRun *known = run->sha256 ? g_hash_table_lookup (self->hashes, run->sha256) : NULL;
  gboolean alone = run->sha256 && GPOINTER_TO_INT (g_hash_table_lookup (self->file_runs, run->sha256)) == 1;

  if (known && (alone || says_the_same (known, run)))
    return known;
  return run->source_id ? g_hash_table_lookup (self->sources, run->source_id) : NULL;
}

/* The best match among the runs of the days around. */
static LumImportStatus
compare_with_diary (Comparison *self, const LumRun *run, const LumRun **match)
{
  gsize n_days, n_runs;
  const LumDaySummary *days = lum_diary_get_days (self->diary, &n_days);
  const LumRun *runs = lum_diary_get_runs (self->diary, &n_runs);
  LumImportStatus best = LUM_IMPORT_NEW;

  for (gsize d = lum_diary_find_first_day (self->diary, run->day - 1); d < n_days && days[d].day <= run->day + 1; d++)
    for (guint i = 0; i < days[d].n_runs; i++) {
      const LumRun *other = &runs[days[d].first_run + i];
      LumImportStatus status = compare_runs (run, other);

      if (status == LUM_IMPORT_KNOWN || (status == LUM_IMPORT_SIMILAR && best == LUM_IMPORT_NEW)) {
        best = status;
        *match = other;
      }
      if (best == LUM_IMPORT_KNOWN)
        return best;
    }
  return best;
}

static LumImportStatus
compare_with_batch (Comparison *self, const LumImportItem *item, const LumRun *run, const LumImportItem **match)
{
  LumImportStatus best = LUM_IMPORT_NEW;

  for (LumDay day = run->day - 1; day <= run->day + 1; day++) {
    GPtrArray *items = g_hash_table_lookup (self->batch_runs, GINT_TO_POINTER (day));

    for (guint i = 0; items && i < items->len; i++) {
      const LumImportItem *other = items->pdata[i];
      const LumRun *other_run = other->records->pdata[0];
      LumImportStatus status = compare_runs (run, other_run);

      /* Equal rows without a time in one table are two runs: somebody wrote them down twice. */
      if (run->start == LUM_INSTANT_NONE && other_run->start == LUM_INSTANT_NONE &&
          g_strcmp0 (other->file, item->file) == 0)
        continue;
      if (g_strcmp0 (run->sha256, other_run->sha256) == 0 && run->sha256 && g_strcmp0 (other->file, item->file) == 0 &&
          status != LUM_IMPORT_KNOWN)
        continue;
      if (status == LUM_IMPORT_KNOWN || (status == LUM_IMPORT_SIMILAR && best == LUM_IMPORT_NEW)) {
        best = status;
        *match = other;
      }
    }
  }
  return best;
}

static char *
describe_similar (const LumRun *run)
{
  g_autofree char *day = lum_day_format (run->day, LUM_DAY_FORMAT_LONG);

  /* Translators: %s is a date. */
  return g_strdup_printf (_ ("It looks like the run of %s but might be another one."), day);
}

/* The better source's numbers, a person's words. */
static void
merge_items (LumImportBatch *batch, LumImportItem *first, const LumImportItem *second)
{
  int rank = lum_import_rank_format (first->format), other_rank = lum_import_rank_format (second->format);

  lum_import_merge_runs (first->records->pdata[0], second->records->pdata[0], other_rank > rank,
                         other_rank == 1 && rank > 1);
  if (!first->shoe_names && second->shoe_names && second->shoe_names->len && second->shoe_names->pdata[0])
    lum_import_batch_set_shoe (batch, first, 0, second->shoe_names->pdata[0]);
}

/* Whether a person changed a run after the import that brought it: everything of one import has one time. */
static gboolean
is_touched (const LumDiary *diary, const LumRun *run)
{
  const LumRecord *batch =
      run->source_file && run->batch_id ? lum_diary_find (diary, LUM_RECORD_IMPORT_BATCH, run->batch_id) : NULL;

  return !batch || batch->updated_at != run->base.updated_at;
}

/* What a file knows that the journal does not. Where a person changed the run, or typed it in, only blanks are filled. */
static void
find_update (Comparison *self, LumImportItem *item, const LumRun *known)
{
  const LumRun *run = item->records->pdata[0];
  gboolean touched = is_touched (self->diary, known);
  int rank = lum_import_rank_run (known), new_rank = lum_import_rank_format (item->format);
  gboolean has_shoe = item->shoe_names && item->shoe_names->len && item->shoe_names->pdata[0];
  LumRun merged = *known;
  gboolean changed;

  /* The same bytes, and lines of our own tables, have nothing to add. */
  if ((known->sha256 && g_strcmp0 (known->sha256, run->sha256) == 0) || run->start == LUM_INSTANT_NONE)
    return;
  changed = lum_import_merge_runs (&merged, run, !touched && new_rank > rank, !touched && new_rank == 1 && rank > 1);
  if (!changed && !(has_shoe && !known->shoe_id))
    return;
  /* What an import wrote is an import's again; what a person wrote stays hers. */
  if (!touched)
    merged.batch_id = NULL;
  item->update = lum_record_copy (LUM_RECORD_RUN, &merged);
  item->reason = lum_import_batch_text (
      self->batch, _ ("It is in the journal already; what this file knows besides will be added to it."));
}

static char *
make_run_key (const LumRun *run)
{
  return g_strdup_printf ("%d|%ld|%ld|%s", run->day, isnan (run->distance_m) ? -1 : lround (run->distance_m),
                          isnan (lum_run_get_duration (run)) ? -1 : lround (lum_run_get_duration (run)),
                          run->note ? run->note : "");
}

static int
get_count (GHashTable *counts, const char *key)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (counts, key));
}

static void
set_count (GHashTable *counts, const char *key, int count)
{
  g_hash_table_insert (counts, g_strdup (key), GINT_TO_POINTER (count));
}

static void
compare_run_item (Comparison *self, LumImportItem *item, GHashTable *seen)
{
  LumRun *run = item->records->pdata[0];
  const LumRun *known = find_certain (self, run);
  const LumImportItem *other = NULL;
  LumImportStatus status = LUM_IMPORT_KNOWN;
  g_autofree char *reason = NULL;
  GPtrArray *items;

  /* Without a time of day, equal runs are told apart by their position among equal ones, as diary entries are. */
  if (!known && run->start == LUM_INSTANT_NONE) {
    g_autofree char *key = make_run_key (run);
    int position = get_count (seen, key) + 1;
    gsize n;
    const LumDaySummary *day = lum_diary_find_day (self->diary, run->day);
    const LumRun *runs = lum_diary_get_runs (self->diary, &n);
    int there = 0;

    set_count (seen, key, position);
    for (guint i = 0; day && i < day->n_runs && there < position; i++) {
      const LumRun *candidate = &runs[day->first_run + i];
      g_autofree char *other_key = candidate->start == LUM_INSTANT_NONE ? make_run_key (candidate) : NULL;

      if (g_strcmp0 (key, other_key) == 0 && ++there == position)
        known = candidate;
    }
    if (!known && there > 0)
      status = LUM_IMPORT_NEW; /* one more of the same: wanted, if the table says so */
    else if (!known)
      status = compare_with_diary (self, run, &known);
  } else if (!known) {
    status = compare_with_diary (self, run, &known);
  }

  if (known && status == LUM_IMPORT_SIMILAR) {
    reason = describe_similar (known);
    set_status (self, item, status, known->base.id, reason);
    return;
  }
  if (known) {
    set_status (self, item, LUM_IMPORT_KNOWN, known->base.id, _ ("It is in the journal already."));
    find_update (self, item, known);
    return;
  }

  status = compare_with_batch (self, item, run, &other);
  if (status != LUM_IMPORT_NEW) {
    if (status == LUM_IMPORT_KNOWN)
      /* Translators: %s is a file's name. */
      reason = g_strdup_printf (_ ("It is the same run as in “%s”."), other->file);
    else
      /* Translators: %s is a file's name. */
      reason = g_strdup_printf (_ ("It looks like the run in “%s” but might be another one."), other->file);
    set_status (self, item, status, NULL, reason);
    if (status == LUM_IMPORT_KNOWN)
      merge_items (self->batch, (LumImportItem *) other, item);
    return;
  }

  items = g_hash_table_lookup (self->batch_runs, GINT_TO_POINTER (run->day));
  if (!items) {
    items = g_ptr_array_new ();
    g_hash_table_insert (self->batch_runs, GINT_TO_POINTER (run->day), items);
  }
  g_ptr_array_add (items, item);
}

/* --- diary entries --- */

/* What makes two entries the same. A pain entry: date, moment, score, note. Any other: all that it says, but for the
 * order in which it was given. */
static char *
make_key (LumRecordKind kind, gconstpointer record)
{
  const LumRecordInfo *info = lum_record_get_info (kind);
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < info->n_fields; i++) {
    const LumField *field = &info->fields[i];
    gconstpointer at = (const char *) record + field->offset;

    if (kind == LUM_RECORD_PAIN && strcmp (field->name, "day") && strcmp (field->name, "moment") &&
        strcmp (field->name, "score") && strcmp (field->name, "note"))
      continue;
    if (kind == LUM_RECORD_GAP_ANSWER && strcmp (field->name, "seq") == 0)
      continue;
    if (field->type == LUM_FIELD_TEXT) {
      const char *text = *(char *const *) at;

      g_string_append_printf (key, "%s\x1f", text ? text : "");
    } else if (field->type == LUM_FIELD_REAL) {
      g_string_append_printf (key, "%.6g\x1f", *(const double *) at);
    } else if (field->type == LUM_FIELD_INSTANT) {
      g_string_append_printf (key, "%" G_GINT64_FORMAT "\x1f", *(const LumInstant *) at);
    } else {
      g_string_append_printf (key, "%d\x1f", *(const gint32 *) at);
    }
  }
  return g_string_free (key, FALSE);
}

static void
index_kind (Comparison *self, LumRecordKind kind)
{
  gsize n, size = lum_record_get_info (kind)->size;
  const char *records = lum_diary_get_records (self->diary, kind, &n);

  if (self->entries[kind])
    return;
  self->entries[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->ids[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (gsize i = 0; i < n; i++) {
    const LumRecord *record = (const LumRecord *) (records + i * size);
    g_autofree char *key = make_key (kind, record);

    set_count (self->entries[kind], key, get_count (self->entries[kind], key) + 1);
    g_hash_table_add (self->ids[kind], g_strdup (record->id));
  }
}

static gboolean
is_known_entry (Comparison *self, LumRecordKind kind, const LumRecord *record, GHashTable *seen)
{
  g_autofree char *key = make_key (kind, record);
  int position;

  if (record->id)
    return !g_hash_table_add (self->ids[kind], g_strdup (record->id));
  position = get_count (seen, key) + 1;
  set_count (seen, key, position);
  return position <= get_count (self->entries[kind], key);
}

static void
compare_entries (Comparison *self, LumImportItem *item)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_known = 0;
  GHashTableIter iter;
  gpointer key, count;

  index_kind (self, item->kind);
  for (guint i = 0; i < item->records->len;) {
    if (is_known_entry (self, item->kind, item->records->pdata[i], seen)) {
      g_ptr_array_remove_index (item->records, i);
      n_known += 1;
    } else {
      i += 1;
    }
  }

  g_hash_table_iter_init (&iter, seen);
  while (g_hash_table_iter_next (&iter, &key, &count))
    if (GPOINTER_TO_INT (count) > get_count (self->entries[item->kind], key))
      set_count (self->entries[item->kind], key, GPOINTER_TO_INT (count));

  if (item->records->len == 0 && n_known > 0)
    set_status (self, item, LUM_IMPORT_KNOWN, NULL, _ ("It is in the journal already."));
  else if (n_known > 0)
    lum_import_batch_warn (
        self->batch, item,
        ngettext ("%u entry is in the journal already.", "%u entries are in the journal already.", n_known), n_known);
}

/* --- the batch --- */

static void
index_runs (Comparison *self)
{
  gsize n;
  const LumRun *runs = lum_diary_get_runs (self->diary, &n);

  for (gsize i = 0; i < n; i++) {
    if (runs[i].sha256)
      g_hash_table_insert (self->hashes, (gpointer) runs[i].sha256, (gpointer) &runs[i]);
    if (runs[i].source_id)
      g_hash_table_insert (self->sources, (gpointer) runs[i].source_id, (gpointer) &runs[i]);
  }
  for (guint i = 0; i < lum_import_batch_get_n_items (self->batch); i++) {
    const LumImportItem *item = lum_import_batch_get_item (self->batch, i);
    const LumRun *run = item->kind == LUM_RECORD_RUN && item->records ? item->records->pdata[0] : NULL;

    if (run && run->sha256)
      set_count (self->file_runs, run->sha256, get_count (self->file_runs, run->sha256) + 1);
  }
}

/* What was found in the journal as it was before is looked for again. */
static void
reset (LumImportItem *item)
{
  if (item->kind != LUM_RECORD_RUN || !item->similar_to)
    return;
  item->status = LUM_IMPORT_NEW;
  item->similar_to = item->reason = NULL;
  if (item->update)
    lum_record_free (item->kind, g_steal_pointer (&item->update));
}

/**
 * lum_import_compare:
 *
 * Finds out which of the new items of a batch the journal has already, which only look like it, and which come twice in
 * the batch. Entries of a group that are known leave the group.
 */
void
lum_import_compare (LumImportBatch *batch, const LumDiary *diary)
{
  g_autoptr (GHashTable) seen_runs = NULL;
  const char *file = NULL;
  Comparison self = {batch, diary};

  self.hashes = g_hash_table_new (g_str_hash, g_str_equal);
  self.sources = g_hash_table_new (g_str_hash, g_str_equal);
  self.file_runs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.batch_runs = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  index_runs (&self);

  for (guint i = 0; i < lum_import_batch_get_n_items (batch); i++) {
    LumImportItem *item = lum_import_batch_get_item (batch, i);

    reset (item);
    if (item->status != LUM_IMPORT_NEW || !item->records || item->records->len == 0)
      continue;
    if (g_strcmp0 (item->file, file) != 0 || !seen_runs) {
      g_clear_pointer (&seen_runs, g_hash_table_unref);
      seen_runs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      file = item->file;
    }
    if (item->kind == LUM_RECORD_RUN)
      compare_run_item (&self, item, seen_runs);
    else
      compare_entries (&self, item);
  }

  g_hash_table_unref (self.hashes);
  g_hash_table_unref (self.sources);
  g_hash_table_unref (self.file_runs);
  g_hash_table_unref (self.batch_runs);
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    g_clear_pointer (&self.entries[kind], g_hash_table_unref);
    g_clear_pointer (&self.ids[kind], g_hash_table_unref);
  }
}

/**
 * lum_import_warn_of_short_runs:
 *
 * Says which runs that would come in are hardly runs: a watch started by mistake, a file cut short. They come in.
 */
void
lum_import_warn_of_short_runs (LumImportBatch *batch)
{
  for (guint i = 0; i < lum_import_batch_get_n_items (batch); i++) {
    LumImportItem *item = lum_import_batch_get_item (batch, i);
    const LumRun *run;
    double seconds;

    if ((item->status != LUM_IMPORT_NEW && item->status != LUM_IMPORT_SIMILAR) || item->kind != LUM_RECORD_RUN ||
        !item->records || item->records->len == 0)
      continue;
    run = item->records->pdata[0];
    seconds = lum_run_get_duration (run);
    if (run->distance_m < SHORT_RUN_M)
      /* Translators: %.0f is a number of metres */
      lum_import_batch_warn (batch, item, _ ("Very short: %.0f m."), run->distance_m);
    else if (seconds < SHORT_RUN_S)
      /* Translators: %.0f is a number of seconds */
      lum_import_batch_warn (batch, item, _ ("Very short: %.0f s."), seconds);
  }
}
