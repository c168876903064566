/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "lum-transfer-private.h"

/* Two journals become one. Of each identity there is one latest state, a record or its deletion, and both sides find the
 * same one, whoever begins, however often: the later time wins; at the same time a deletion, or else the record that
 * says more. */
typedef struct {
  LumChangeSet *changes;
  LumMergeCounts *counts;
  GHashTable *known[LUM_N_RECORD_KINDS];  /* every identity of either side, deleted ones too */
  GHashTable *living[LUM_N_RECORD_KINDS]; /* id → LumRecord that the journal has, or is to have */
} Merge;

/* What names a record that neither side knows names none. */
void
lum_transfer_drop_dangling (LumRecordKind kind, gpointer record, GHashTable *const *known)
{
  const LumRecordInfo *info = lum_record_get_info (kind);

  for (guint i = 0; i < info->n_fields; i++) {
    LumRecordKind target = lum_field_get_target (&info->fields[i]);
    const char **at = (gpointer) ((char *) record + info->fields[i].offset);

    if (target != LUM_N_RECORD_KINDS && *at && !g_hash_table_contains (known[target], *at))
      *at = NULL;
  }
}

#define COMPARE(a, b) (((a) > (b)) - ((a) < (b)))

/* What is unset is less than anything. */
static int
compare_field (const LumField *field, gconstpointer one, gconstpointer other)
{
  gconstpointer a = (const char *) one + field->offset, b = (const char *) other + field->offset;

  switch (field->type) {
  case LUM_FIELD_TEXT:
    return g_strcmp0 (*(char *const *) a, *(char *const *) b);
  case LUM_FIELD_INT:
  case LUM_FIELD_BOOL:
  case LUM_FIELD_WORD:
  case LUM_FIELD_DAY:
    return COMPARE (*(const gint32 *) a, *(const gint32 *) b);
  case LUM_FIELD_REAL:
    if (isnan (*(const double *) a) || isnan (*(const double *) b))
      return isnan (*(const double *) b) - isnan (*(const double *) a);
    return COMPARE (*(const double *) a, *(const double *) b);
  case LUM_FIELD_INSTANT:
    return COMPARE (*(const LumInstant *) a, *(const LumInstant *) b);
  }
  return 0;
}

/**
 * lum_transfer_compare:
 *
 * An order of records by what they say, whenever it was said. It is the same on every computer.
 */
int
lum_transfer_compare (LumRecordKind kind, gconstpointer one, gconstpointer other)
{
  const LumRecordInfo *info = lum_record_get_info (kind);
  int order = 0;

  for (guint i = 0; order == 0 && i < info->n_fields; i++)
    order = compare_field (&info->fields[i], one, other);
  return order;
}

static int
compare_states (LumRecordKind kind, const LumRecord *one, const LumRecord *other)
{
  int order = COMPARE (one->updated_at, other->updated_at);

  if (order == 0)
    order = lum_transfer_compare (kind, one, other);
  if (order == 0)
    order = COMPARE (one->created_at, other->created_at);
  if (order == 0)
    order = COMPARE (one->utc_offset, other->utc_offset);
  return order;
}

/* id → the latest LumDeletion of it */
static GHashTable *
index_deletions (const LumDeletions *one, const LumDeletions *other, LumRecordKind kind)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);
  const LumDeletions *both[] = {one, other};

  for (guint side = 0; side < G_N_ELEMENTS (both); side++) {
    gsize n;
    const LumDeletion *deletions = lum_deletions_get (both[side], kind, &n);

    for (gsize i = 0; i < n; i++) {
      const LumDeletion *before = g_hash_table_lookup (index, deletions[i].id);

      if (!before || before->at < deletions[i].at)
        g_hash_table_insert (index, (gpointer) deletions[i].id, (gpointer) &deletions[i]);
    }
  }
  return index;
}

/* A record of theirs, against what the journal has of the same identity. */
static void
merge_record (Merge *self, LumRecordKind kind, LumRecord *record, const LumDeletion *deleted)
{
  const LumRecord *ours = g_hash_table_lookup (self->living[kind], record->id);
  const LumChange *changes;
  gsize n;

  if (deleted && deleted->at >= record->updated_at)
    return;
  lum_transfer_drop_dangling (kind, record, self->known);
  if (!lum_transfer_can_stand (kind, record, self->known))
    return;
  if (ours) {
    g_autofree LumRecord *copy = g_memdup2 (ours, lum_record_get_info (kind)->size);

    lum_transfer_drop_dangling (kind, copy, self->known);
    if (compare_states (kind, record, copy) <= 0)
      return;
  }

  lum_change_set_put (self->changes, kind, record);
  changes = lum_change_set_get_changes (self->changes, &n);
  record = changes[n - 1].record;
  g_hash_table_replace (self->living[kind], (gpointer) record->id, record);
  if (ours)
    self->counts->n_changed++;
  else
    self->counts->n_new++;
}

/* What either side has deleted, where nothing was said of it since. */
static void
merge_deletion (Merge *self, LumRecordKind kind, const LumDeletion *deletion, const LumDeletion *ours)
{
  const LumRecord *record = g_hash_table_lookup (self->living[kind], deletion->id);

  if (record ? record->updated_at > deletion->at : ours && ours->at >= deletion->at)
    return;
  lum_change_set_bury (self->changes, kind, deletion->id, deletion->at);
  if (record)
    self->counts->n_deleted++;
}

static void
merge_kind (Merge *self,
            LumRecordKind kind,
            const LumDeletions *our_deletions,
            const LumDiary *theirs,
            const LumDeletions *their_deletions)
{
  g_autoptr (GHashTable) gone = index_deletions (our_deletions, their_deletions, kind);
  g_autoptr (GHashTable) our_gone = index_deletions (our_deletions, NULL, kind);
  g_autoptr (GHashTable) their_gone = index_deletions (their_deletions, NULL, kind);
  gsize n, n_deleted, size = lum_record_get_info (kind)->size;
  const char *records = lum_diary_get_records (theirs, kind, &n);
  const LumDeletion *deleted = lum_deletions_get (their_deletions, kind, &n_deleted);
  g_autofree LumRecord *record = g_malloc (size);

  for (gsize i = 0; i < n; i++) {
    memcpy (record, records + i * size, size);
    merge_record (self, kind, record, g_hash_table_lookup (gone, record->id));
  }
  for (gsize i = 0; i < n_deleted; i++)
    if (g_hash_table_lookup (their_gone, deleted[i].id) == &deleted[i])
      merge_deletion (self, kind, &deleted[i], g_hash_table_lookup (our_gone, deleted[i].id));
}

/**
 * lum_merge:
 * @diary: what the journal holds
 * @deletions: (nullable): what was deleted from it
 * @theirs: what another journal holds
 * @their_deletions: (nullable): what was deleted from that
 * @counts: (out): what becomes of the journal
 *
 * Finds what the journal lacks of another one: a record that it does not have or has in an older state, and a deletion
 * that nobody has said anything against since. All of it keeps its times.
 *
 * Returns: (transfer full): the changes to commit, perhaps none
 */
LumChangeSet *
lum_merge (const LumDiary *diary,
           const LumDeletions *deletions,
           const LumDiary *theirs,
           const LumDeletions *their_deletions,
           LumMergeCounts *counts)
{
  Merge self = {lum_change_set_new (), counts, {NULL}, {NULL}};

  memset (counts, 0, sizeof *counts);
  lum_change_set_keep_times (self.changes);
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    g_autoptr (GHashTable) known = lum_transfer_index (theirs, their_deletions, kind);
    GHashTableIter iter;
    gpointer id;
    gsize n, size = lum_record_get_info (kind)->size;
    const char *records = lum_diary_get_records (diary, kind, &n);

    self.known[kind] = lum_transfer_index (diary, deletions, kind);
    g_hash_table_iter_init (&iter, known);
    while (g_hash_table_iter_next (&iter, &id, NULL))
      g_hash_table_add (self.known[kind], id);
    self.living[kind] = g_hash_table_new (g_str_hash, g_str_equal);
    for (gsize i = 0; i < n; i++) {
      const LumRecord *record = (const LumRecord *) (records + i * size);

      g_hash_table_insert (self.living[kind], (gpointer) record->id, (gpointer) record);
    }
  }
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++)
    merge_kind (&self, kind, deletions, theirs, their_deletions);
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    g_hash_table_unref (self.known[kind]);
    g_hash_table_unref (self.living[kind]);
  }
  return self.changes;
}
