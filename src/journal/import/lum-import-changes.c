/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-i18n.h"
#include "lum-import-private.h"
#include "lum-shoe-finder.h"

/* "morning.gpx", or how many files there were. */
static char *
describe_source (const LumImportBatch *batch, gboolean with_similar)
{
  const char *file = NULL;
  guint n_files = 0;

  for (guint i = 0; i < lum_import_batch_get_n_items (batch); i++) {
    const LumImportItem *item = lum_import_batch_get_item (batch, i);

    if (lum_import_item_is_wanted (item, with_similar) && g_strcmp0 (item->file, file) != 0) {
      file = item->file;
      n_files += 1;
    }
  }
  if (n_files == 1)
    return g_strdup (file);
  /* Translators: where an import came from */
  return g_strdup_printf (ngettext ("%u file", "%u files", n_files), n_files);
}

/* What grows while items are added. */
typedef struct {
  LumChangeSet *changes;
  LumDiary *diary;
  GHashTable *shoes; /* name → id, of this batch */
  const char *batch_id;
  gint32 seq; /* of the next answer to silence */
  guint n_records;
} Additions;

static const char *
find_shoe (Additions *self, const LumImportItem *item, guint i)
{
  const char *name = item->shoe_names && i < item->shoe_names->len ? item->shoe_names->pdata[i] : NULL;
  const char *id;

  if (!name || !*name)
    return NULL;
  id = g_hash_table_lookup (self->shoes, name);
  if (!id) {
    id = lum_find_or_make_shoe (self->diary, self->changes, name);
    g_hash_table_insert (self->shoes, (gpointer) name, (gpointer) id);
  }
  return id;
}

/* A run that the journal has already, with what is new in it. */
static void
add_update (Additions *self, const LumImportItem *item)
{
  LumRun *run = item->update;

  if (!run->shoe_id)
    run->shoe_id = g_strdup (find_shoe (self, item, 0));
  if (!run->batch_id)
    run->batch_id = g_strdup (self->batch_id);
  lum_change_set_put (self->changes, item->kind, run);
  self->n_records += 1;
}

static void
add_item (Additions *self, const LumImportItem *item)
{
  for (guint i = 0; i < item->records->len; i++) {
    gpointer record = item->records->pdata[i];

    if (item->kind == LUM_RECORD_RUN) {
      LumRun *run = record;

      run->batch_id = self->batch_id;
      run->shoe_id = find_shoe (self, item, i);
    } else if (item->kind == LUM_RECORD_GAP_ANSWER) {
      ((LumGapAnswer *) record)->seq = self->seq++;
    }
    lum_change_set_put (self->changes, item->kind, record);
    self->n_records += 1;
  }
}

/**
 * lum_import_make_changes:
 * @with_similar: whether those that look like something known come in, too
 *
 * The batch as one set of changes: the import itself, shoes that are new, and the records. Imported runs wear no pair
 * that their file does not name.
 *
 * Returns: (transfer full) (nullable): %NULL where nothing comes in
 */
LumChangeSet *
lum_import_make_changes (const LumImportBatch *batch, LumDiary *diary, LumDay today, gboolean with_similar)
{
  g_autoptr (LumChangeSet) changes = lum_change_set_new ();
  g_autoptr (GHashTable) shoes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *source = describe_source (batch, with_similar);
  LumImportBatchRecord import;
  Additions additions = {changes, diary, shoes};
  gsize n_answers;
  const LumGapAnswer *answers = lum_diary_get_answers (diary, &n_answers);

  lum_record_init (LUM_RECORD_IMPORT_BATCH, &import);
  import.day = today;
  import.source = source;
  import.n_new = 0;
  for (guint i = 0; i < lum_import_batch_get_n_items (batch); i++)
    import.n_new += lum_import_item_is_wanted (lum_import_batch_get_item (batch, i), with_similar);
  import.n_known = (gint32) lum_import_batch_count (batch, LUM_IMPORT_KNOWN);
  import.n_refused = (gint32) lum_import_batch_count (batch, LUM_IMPORT_REFUSED);
  additions.seq = n_answers ? answers[n_answers - 1].seq + 1 : 1;
  additions.batch_id = lum_change_set_put (changes, LUM_RECORD_IMPORT_BATCH, &import);

  /* Pairs come first, so that a table of runs that names them finds them. */
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < lum_import_batch_get_n_items (batch); i++) {
      const LumImportItem *item = lum_import_batch_get_item (batch, i);

      if (lum_import_item_is_wanted (item, with_similar) && (item->kind == LUM_RECORD_SHOE) == (pass == 0))
        add_item (&additions, item);
    }
  for (guint i = 0; i < lum_import_batch_get_n_items (batch); i++) {
    const LumImportItem *item = lum_import_batch_get_item (batch, i);

    if (item->update && item->status == LUM_IMPORT_KNOWN)
      add_update (&additions, item);
  }
  return additions.n_records ? g_steal_pointer (&changes) : NULL;
}
