/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-change-set.h"

struct _LumChangeSet {
  GArray *changes; /* LumChange */
  gboolean keep_times;
  gboolean quiet;
};

static void
clear_change (gpointer data)
{
  LumChange *change = data;

  lum_record_free (change->kind, change->record);
}

/**
 * lum_change_set_new:
 *
 * A set without changes.
 */
LumChangeSet *
lum_change_set_new (void)
{
  LumChangeSet *self = g_new0 (LumChangeSet, 1);

  self->changes = g_array_new (FALSE, FALSE, sizeof (LumChange));
  g_array_set_clear_func (self->changes, clear_change);
  return self;
}

void
lum_change_set_free (LumChangeSet *self)
{
  g_array_unref (self->changes);
  g_free (self);
}

/**
 * lum_change_set_put:
 * @record: of the kind's struct; without an id it is new and gets one
 *
 * Adds or replaces a record.
 *
 * Returns: (transfer none): its id, as long as the set lives
 */
const char *
lum_change_set_put (LumChangeSet *self, LumRecordKind kind, gconstpointer record)
{
  LumChange change = {LUM_CHANGE_PUT, kind, lum_record_copy (kind, record)};

  if (!change.record->id)
    change.record->id = g_uuid_string_random ();
  g_array_append_val (self->changes, change);
  return change.record->id;
}

/**
 * lum_change_set_delete:
 *
 * Deletes a record (it leaves a tombstone, so that undo revives the same identity).
 */
void
lum_change_set_delete (LumChangeSet *self, LumRecordKind kind, const char *id)
{
  LumChange change = {LUM_CHANGE_DELETE, kind, NULL};

  change.record = g_malloc0 (lum_record_get_info (kind)->size);
  lum_record_init (kind, change.record);
  change.record->id = g_strdup (id);
  g_array_append_val (self->changes, change);
}

/**
 * lum_change_set_bury:
 * @at: when it was deleted, perhaps on another computer
 *
 * Deletes a record as of that time, also one that the journal never had: for sets that keep their times.
 */
void
lum_change_set_bury (LumChangeSet *self, LumRecordKind kind, const char *id, LumInstant at)
{
  lum_change_set_delete (self, kind, id);
  g_array_index (self->changes, LumChange, self->changes->len - 1).record->updated_at = at;
}

/**
 * lum_change_set_get_changes:
 * @n: (out): how many
 *
 * The changes, in the order in which they were added.
 */
const LumChange *
lum_change_set_get_changes (const LumChangeSet *self, gsize *n)
{
  *n = self->changes->len;
  return (const LumChange *) self->changes->data;
}

/**
 * lum_change_set_set_time:
 *
 * Dates the changes: `updated_at` becomes @now, and so do `created_at` and the offset where they are unset.
 */
void
lum_change_set_set_time (LumChangeSet *self, LumInstant now, gint32 utc_offset_s)
{
  for (guint i = 0; i < self->changes->len; i++) {
    LumRecord *record = g_array_index (self->changes, LumChange, i).record;

    if (self->keep_times && record->updated_at)
      continue;
    if (!record->created_at) {
      record->created_at = now;
      record->utc_offset = utc_offset_s;
    }
    record->updated_at = now;
  }
}

/**
 * lum_change_set_keep_times:
 *
 * Keeps the times that records bring along: for restoring an export. What the journal has in a newer state by then
 * stays, and taking the set back gives former times back, too, as if it had never been.
 */
void
lum_change_set_keep_times (LumChangeSet *self)
{
  self->keep_times = TRUE;
}

gboolean
lum_change_set_get_keep_times (const LumChangeSet *self)
{
  return self->keep_times;
}

/**
 * lum_change_set_set_quiet:
 *
 * Says that this is no deed of the person's (a card was on screen): undo and redo step over it, and what was undone
 * before can still be made again.
 */
void
lum_change_set_set_quiet (LumChangeSet *self)
{
  self->quiet = TRUE;
}

gboolean
lum_change_set_get_quiet (const LumChangeSet *self)
{
  return self->quiet;
}

/**
 * lum_change_set_check:
 *
 * Whether every record may be written (lum_record_check()).
 */
gboolean
lum_change_set_check (const LumChangeSet *self, GError **error)
{
  for (guint i = 0; i < self->changes->len; i++) {
    const LumChange *change = &g_array_index (self->changes, LumChange, i);

    if (change->type == LUM_CHANGE_PUT && !lum_record_check (change->kind, change->record, error))
      return FALSE;
  }
  return TRUE;
}
