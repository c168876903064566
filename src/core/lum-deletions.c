/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-deletions.h"

struct _LumDeletions {
  gatomicrefcount refs;
  GStringChunk *ids;
  GArray *kinds[LUM_N_RECORD_KINDS]; /* LumDeletion */
};

/**
 * lum_deletions_new:
 *
 * Returns: (transfer full): an empty list
 */
LumDeletions *
lum_deletions_new (void)
{
  LumDeletions *self = g_new0 (LumDeletions, 1);

  g_atomic_ref_count_init (&self->refs);
  self->ids = g_string_chunk_new (4096);
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++)
    self->kinds[kind] = g_array_new (FALSE, FALSE, sizeof (LumDeletion));
  return self;
}

LumDeletions *
lum_deletions_ref (LumDeletions *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
lum_deletions_unref (LumDeletions *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++)
    g_array_unref (self->kinds[kind]);
  g_string_chunk_free (self->ids);
  g_free (self);
}

/**
 * lum_deletions_add:
 *
 * Adds a deletion, while the list is being made. The order stays as they come.
 */
void
lum_deletions_add (LumDeletions *self, LumRecordKind kind, const char *id, LumInstant at)
{
  LumDeletion deletion = {g_string_chunk_insert (self->ids, id), at};

  g_array_append_val (self->kinds[kind], deletion);
}

/**
 * lum_deletions_get:
 * @self: (nullable): %NULL for none
 * @n: (out): how many
 *
 * What was deleted of a kind.
 */
const LumDeletion *
lum_deletions_get (const LumDeletions *self, LumRecordKind kind, gsize *n)
{
  *n = self ? self->kinds[kind]->len : 0;
  return self ? (const LumDeletion *) (gconstpointer) self->kinds[kind]->data : NULL;
}
