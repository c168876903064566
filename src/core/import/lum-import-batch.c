/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-import-batch.h"

struct _LumImportBatch {
  GPtrArray *items;
  GStringChunk *texts;
};

static void
free_item (gpointer data)
{
  LumImportItem *item = data;

  if (!item)
    return;
  g_clear_pointer (&item->warnings, g_ptr_array_unref);
  g_clear_pointer (&item->records, g_ptr_array_unref);
  g_clear_pointer (&item->shoe_names, g_ptr_array_unref);
  g_clear_pointer (&item->table, lum_table_sample_free);
  if (item->update)
    lum_record_free (item->kind, item->update);
  g_free (item);
}

/**
 * lum_import_batch_new:
 *
 * An empty batch.
 */
LumImportBatch *
lum_import_batch_new (void)
{
  LumImportBatch *self = g_new0 (LumImportBatch, 1);

  self->items = g_ptr_array_new_with_free_func (free_item);
  self->texts = g_string_chunk_new (4096);
  return self;
}

void
lum_import_batch_free (LumImportBatch *self)
{
  g_ptr_array_unref (self->items);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * lum_import_batch_add:
 * @member: (nullable): the name inside an archive
 * @format: a static word
 *
 * A new item, for now a new one without records.
 *
 * Returns: (transfer none): it lives as long as the batch
 */
LumImportItem *
lum_import_batch_add (LumImportBatch *self, const char *file, const char *member, const char *format)
{
  LumImportItem *item = g_new0 (LumImportItem, 1);

  item->file = lum_import_batch_text (self, file);
  item->member = lum_import_batch_text (self, member);
  item->format = lum_import_batch_text (self, format);
  item->wanted = -1;
  g_ptr_array_add (self->items, item);
  return item;
}

/**
 * lum_import_batch_text:
 *
 * A copy of a text that lives as long as the batch; %NULL for %NULL.
 */
const char *
lum_import_batch_text (LumImportBatch *self, const char *text)
{
  return text ? g_string_chunk_insert (self->texts, text) : NULL;
}

/**
 * lum_import_batch_add_record:
 *
 * One more record of an item, every field unset. Its texts come from lum_import_batch_text().
 *
 * Returns: (transfer none): the kind's struct
 */
gpointer
lum_import_batch_add_record (LumImportBatch *self, LumImportItem *item, LumRecordKind kind)
{
  gpointer record = g_malloc (lum_record_get_info (kind)->size);

  lum_record_init (kind, record);
  if (!item->records)
    item->records = g_ptr_array_new_with_free_func (g_free);
  item->kind = kind;
  g_ptr_array_add (item->records, record);
  return record;
}

/**
 * lum_import_batch_refuse:
 * @status: LUM_IMPORT_REFUSED or LUM_IMPORT_NOT_A_RUN
 *
 * Says of an item why it is not taken in: one whole sentence.
 */
void
lum_import_batch_refuse (LumImportBatch *self, LumImportItem *item, LumImportStatus status, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  item->status = status;
  item->reason = lum_import_batch_text (self, reason);
}

/**
 * lum_import_batch_warn:
 *
 * Notes something that the person should know of an item that is taken in all the same.
 */
void
lum_import_batch_warn (LumImportBatch *self, LumImportItem *item, const char *format, ...)
{
  g_autofree char *warning = NULL;
  va_list args;

  va_start (args, format);
  warning = g_strdup_vprintf (format, args);
  va_end (args);
  if (!item->warnings)
    item->warnings = g_ptr_array_new ();
  g_ptr_array_add (item->warnings, (gpointer) lum_import_batch_text (self, warning));
}

/**
 * lum_import_batch_set_shoe:
 * @record: index of the run in the item
 *
 * Names the shoe of a run; the pair is found or made when the batch is written.
 */
void
lum_import_batch_set_shoe (LumImportBatch *self, LumImportItem *item, guint record, const char *shoe_name)
{
  if (!item->shoe_names)
    item->shoe_names = g_ptr_array_new ();
  if (item->shoe_names->len <= record)
    g_ptr_array_set_size (item->shoe_names, record + 1);
  g_ptr_array_index (item->shoe_names, record) = (gpointer) lum_import_batch_text (self, shoe_name);
}

/**
 * lum_import_batch_remove_dropped:
 *
 * Takes out the items that are marked so, from the @first on.
 */
void
lum_import_batch_remove_dropped (LumImportBatch *self, guint first)
{
  guint kept = first;

  for (guint i = first; i < self->items->len; i++) {
    LumImportItem *item = self->items->pdata[i];

    if (item->dropped)
      free_item (item);
    else
      self->items->pdata[kept++] = item;
  }
  /* Those behind were freed or have moved. */
  for (guint i = kept; i < self->items->len; i++)
    self->items->pdata[i] = NULL;
  g_ptr_array_set_size (self->items, (int) kept);
}

/**
 * lum_import_item_is_wanted:
 * @with_similar: what holds where the person chose nothing
 *
 * Whether an item's records come into the journal.
 */
gboolean
lum_import_item_is_wanted (const LumImportItem *self, gboolean with_similar)
{
  if (!self->records || self->records->len == 0 || self->status == LUM_IMPORT_REFUSED ||
      self->status == LUM_IMPORT_KNOWN)
    return FALSE;
  if (self->wanted >= 0)
    return self->wanted;
  return self->status == LUM_IMPORT_NEW || (with_similar && self->status == LUM_IMPORT_SIMILAR);
}

/**
 * lum_import_batch_get_n_items:
 *
 * How many items there are.
 */
guint
lum_import_batch_get_n_items (const LumImportBatch *self)
{
  return self->items->len;
}

LumImportItem *
lum_import_batch_get_item (const LumImportBatch *self, guint i)
{
  return g_ptr_array_index (self->items, i);
}

/**
 * lum_import_batch_count:
 *
 * How many items have a status.
 */
guint
lum_import_batch_count (const LumImportBatch *self, LumImportStatus status)
{
  guint count = 0;

  for (guint i = 0; i < self->items->len; i++) {
    const LumImportItem *item = g_ptr_array_index (self->items, i);

    if (item->status == status)
      count += 1;
  }
  return count;
}

/**
 * lum_import_status_to_word:
 *
 * The word that machines read: "new", "known", "similar", "not_a_run", "refused".
 */
const char *
lum_import_status_to_word (LumImportStatus status)
{
  static const char *const words[] = {"new", "known", "similar", "not_a_run", "refused"};

  return words[status];
}
