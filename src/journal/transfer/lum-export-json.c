/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lum-json-writer.h"
#include "lum-transfer-private.h"

/* Which kind a field names a record of. A new reference is one line here. */
LumRecordKind
lum_field_get_target (const LumField *field)
{
  static const struct {
    const char *name;
    LumRecordKind kind;
  } targets[] = {
      {"shoe_id", LUM_RECORD_SHOE},
      {"run_id", LUM_RECORD_RUN},
      {"batch_id", LUM_RECORD_IMPORT_BATCH},
      {"activity_id", LUM_RECORD_ACTIVITY},
  };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    if (field->type == LUM_FIELD_TEXT && strcmp (field->name, targets[i].name) == 0)
      return targets[i].kind;
  return LUM_N_RECORD_KINDS;
}

/* Whether a record says anything without what it names: the rating of an activity that nobody knows does not. */
gboolean
lum_transfer_can_stand (LumRecordKind kind, gconstpointer record, GHashTable *const *ids)
{
  const char *activity = kind == LUM_RECORD_ACTIVITY_RATING ? ((const LumActivityRating *) record)->activity_id : NULL;

  return kind != LUM_RECORD_ACTIVITY_RATING || (activity && g_hash_table_contains (ids[LUM_RECORD_ACTIVITY], activity));
}

/* Every identity that a journal knows of a kind, deleted ones too; as long as diary and deletions live. */
GHashTable *
lum_transfer_index (const LumDiary *diary, const LumDeletions *deletions, LumRecordKind kind)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);
  gsize n, size = lum_record_get_info (kind)->size;
  const char *records = lum_diary_get_records (diary, kind, &n);
  const LumDeletion *deleted;

  for (gsize i = 0; i < n; i++)
    g_hash_table_add (index, (gpointer) ((const LumRecord *) (records + i * size))->id);
  deleted = lum_deletions_get (deletions, kind, &n);
  for (gsize i = 0; i < n; i++)
    g_hash_table_add (index, (gpointer) deleted[i].id);
  return index;
}

/* What is unset is left out: a blank is no value. */
static void
write_field (LumJsonWriter *json, const LumField *field, gconstpointer record, GHashTable *const *indexes)
{
  gconstpointer at = (const char *) record + field->offset;
  gint32 number = field->type == LUM_FIELD_TEXT ? 0 : *(const gint32 *) at;
  LumRecordKind target = lum_field_get_target (field);

  switch (field->type) {
  case LUM_FIELD_TEXT: {
    const char *text = *(char *const *) at;

    /* A shoe that was deleted is still named, since it may live again; one that never was is not. */
    if (!text || (target != LUM_N_RECORD_KINDS && !g_hash_table_contains (indexes[target], text)))
      return;
    lum_json_writer_key (json, field->name);
    lum_json_writer_text (json, text);
    return;
  }
  case LUM_FIELD_INT:
    if (number == LUM_INT_NONE)
      return;
    lum_json_writer_key (json, field->name);
    lum_json_writer_int (json, number);
    return;
  case LUM_FIELD_BOOL:
    lum_json_writer_key (json, field->name);
    lum_json_writer_bool (json, number);
    return;
  case LUM_FIELD_WORD:
    if (number == LUM_INT_NONE)
      return;
    lum_json_writer_key (json, field->name);
    lum_json_writer_text (json, field->words[number]);
    return;
  case LUM_FIELD_DAY:
    if (number == LUM_DAY_NONE)
      return;
    lum_json_writer_key (json, field->name);
    lum_json_writer_day (json, number);
    return;
  case LUM_FIELD_REAL:
    if (*(const double *) at != *(const double *) at)
      return;
    lum_json_writer_key (json, field->name);
    lum_json_writer_real (json, *(const double *) at);
    return;
  case LUM_FIELD_INSTANT:
    if (*(const LumInstant *) at == LUM_INSTANT_NONE)
      return;
    lum_json_writer_key (json, field->name);
    lum_json_writer_instant (json, *(const LumInstant *) at);
    return;
  }
}

static void
write_record (LumJsonWriter *json, const LumRecordInfo *info, const LumRecord *record, GHashTable *const *indexes)
{
  lum_json_writer_begin (json, '{');
  lum_json_writer_set_on_one_line (json, TRUE);
  lum_json_writer_key (json, "id");
  lum_json_writer_text (json, record->id);
  lum_json_writer_key (json, "created_at");
  lum_json_writer_instant (json, record->created_at);
  lum_json_writer_key (json, "updated_at");
  lum_json_writer_instant (json, record->updated_at);
  lum_json_writer_key (json, "utc_offset");
  lum_json_writer_int (json, record->utc_offset);
  for (guint i = 0; i < info->n_fields; i++)
    write_field (json, &info->fields[i], record, indexes);
  lum_json_writer_close (json);
  lum_json_writer_set_on_one_line (json, FALSE);
}

/* What was deleted: identities and times. Without them an old copy on another computer would bring it back. */
static void
write_deletions (LumJsonWriter *json, const LumDeletions *deletions)
{
  lum_json_writer_key (json, "deleted");
  lum_json_writer_begin (json, '{');
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    gsize n;
    const LumDeletion *deleted = lum_deletions_get (deletions, kind, &n);

    lum_json_writer_key (json, lum_record_get_info (kind)->table);
    lum_json_writer_begin (json, '[');
    for (gsize i = 0; i < n; i++) {
      lum_json_writer_begin (json, '{');
      lum_json_writer_set_on_one_line (json, TRUE);
      lum_json_writer_key (json, "id");
      lum_json_writer_text (json, deleted[i].id);
      lum_json_writer_key (json, "deleted_at");
      lum_json_writer_instant (json, deleted[i].at);
      lum_json_writer_close (json);
      lum_json_writer_set_on_one_line (json, FALSE);
    }
    lum_json_writer_close (json);
  }
  lum_json_writer_close (json);
}

/**
 * lum_export_to_json:
 * @deletions: (nullable): what was deleted, by identity
 *
 * All of a journal as one JSON text: format name, version, then every kind by its description, in the diary's order, and
 * what was deleted. The same journal gives the same bytes. data/lumbar-export.schema.json describes the form.
 *
 * Returns: (transfer full): UTF-8 text
 */
char *
lum_export_to_json (const LumDiary *diary, const LumDeletions *deletions)
{
  g_autoptr (LumJsonWriter) json = lum_json_writer_new ();
  GHashTable *indexes[LUM_N_RECORD_KINDS];

  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++)
    indexes[kind] = lum_transfer_index (diary, deletions, kind);

  lum_json_writer_begin (json, '{');
  lum_json_writer_key (json, "format");
  lum_json_writer_text (json, LUM_EXPORT_FORMAT);
  lum_json_writer_key (json, "version");
  lum_json_writer_int (json, LUM_EXPORT_VERSION);
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    const LumRecordInfo *info = lum_record_get_info (kind);
    gsize n;
    const char *records = lum_diary_get_records (diary, kind, &n);

    lum_json_writer_key (json, info->table);
    lum_json_writer_begin (json, '[');
    for (gsize i = 0; i < n; i++) {
      const LumRecord *record = (const LumRecord *) (records + i * info->size);

      if (lum_transfer_can_stand (kind, record, indexes))
        write_record (json, info, record, indexes);
    }
    lum_json_writer_close (json);
  }
  write_deletions (json, deletions);
  lum_json_writer_close (json);

  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++)
    g_hash_table_unref (indexes[kind]);
  return lum_json_writer_end (json);
}

/**
 * lum_export_json:
 *
 * Writes lum_export_to_json() into a file, beside it first and then renamed; only the person can read it.
 *
 * Returns: %FALSE with LUM_ERROR_FULL, _READ_ONLY, _NOT_FOUND or _IO; a file that was there is then untouched
 */
gboolean
lum_export_json (const LumDiary *diary, const LumDeletions *deletions, const char *path, GError **error)
{
  g_autofree char *text = lum_export_to_json (diary, deletions);

  return lum_write_file (path, text, error);
}
