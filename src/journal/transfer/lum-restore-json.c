/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <math.h>

#include "lum-error.h"
#include "lum-i18n.h"
#include "lum-transfer-private.h"

/* No place on earth is further from UTC, in seconds. */
#define MAX_OFFSET_S 64800

/* Where in the file something is read, for the sentence that says what is wrong. */
typedef struct {
  const char *file;
  const char *table;
  guint index;
} Place;

/* Sets a field of a record from a JSON value; texts stay in the parser's tree. */
static gboolean
read_field (const LumField *field, gpointer record, JsonNode *node)
{
  gpointer at = (char *) record + field->offset;
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  const char *text = type == G_TYPE_STRING ? json_node_get_string (node) : NULL;

  switch (field->type) {
  case LUM_FIELD_TEXT:
    *(const char **) at = text;
    return text != NULL;
  case LUM_FIELD_INT: {
    gint64 number = type == G_TYPE_INT64 ? json_node_get_int (node) : G_MAXINT64;

    *(gint32 *) at = (gint32) number;
    return number > G_MININT32 && number <= G_MAXINT32;
  }
  case LUM_FIELD_BOOL:
    *(gint32 *) at = type == G_TYPE_BOOLEAN && json_node_get_boolean (node);
    return type == G_TYPE_BOOLEAN;
  case LUM_FIELD_WORD:
    *(gint32 *) at = lum_field_find_word (field, text);
    return *(gint32 *) at != LUM_INT_NONE;
  case LUM_FIELD_DAY:
    return text && lum_day_parse (text, at, NULL);
  case LUM_FIELD_REAL:
    *(double *) at = type == G_TYPE_INT64 || type == G_TYPE_DOUBLE ? json_node_get_double (node) : NAN;
    return isfinite (*(double *) at);
  case LUM_FIELD_INSTANT:
    return lum_instant_parse_iso (text, at);
  }
  return FALSE;
}

static void
set_damaged (GError **error, const Place *place, const char *key)
{
  /* Translators: file, table, number of the entry in it, and key; "“export.json” is damaged: entry 12 of “pain” …" */
  g_set_error (error, LUM_ERROR, LUM_ERROR_DAMAGED,
               _ ("“%s” is damaged: entry %u of “%s” has no usable “%s”. Nothing was restored."), place->file,
               place->index + 1, place->table, key);
}

/* An identity is a UUID as GLib writes it, so that it can stand in a database and in a file name. */
static gboolean
read_base (LumRecord *record, JsonObject *object, const Place *place, GError **error)
{
  static const char *const keys[] = {"id", "created_at", "updated_at", "utc_offset"};
  const LumField fields[] = {
      {"id", LUM_FIELD_TEXT, offsetof (LumRecord, id)},
      {"created_at", LUM_FIELD_INSTANT, offsetof (LumRecord, created_at)},
      {"updated_at", LUM_FIELD_INSTANT, offsetof (LumRecord, updated_at)},
      {"utc_offset", LUM_FIELD_INT, offsetof (LumRecord, utc_offset)},
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    JsonNode *node = json_object_get_member (object, keys[i]);

    if (!node || !read_field (&fields[i], record, node) || (i == 0 && !g_uuid_string_is_valid (record->id)) ||
        (i == 3 && ABS ((gint64) record->utc_offset) > MAX_OFFSET_S)) {
      set_damaged (error, place, keys[i]);
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
read_record (LumRecordKind kind, gpointer record, JsonNode *node, const Place *place, GError **error)
{
  const LumRecordInfo *info = lum_record_get_info (kind);
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autoptr (GError) cause = NULL;

  if (!object) {
    set_damaged (error, place, "id");
    return FALSE;
  }
  lum_record_init (kind, record);
  if (!read_base (record, object, place, error))
    return FALSE;
  for (guint i = 0; i < info->n_fields; i++) {
    JsonNode *value = json_object_get_member (object, info->fields[i].name);

    if (value && !JSON_NODE_HOLDS_NULL (value) && !read_field (&info->fields[i], record, value)) {
      set_damaged (error, place, info->fields[i].name);
      return FALSE;
    }
  }
  if (!lum_record_check (kind, record, &cause)) {
    /* Translators: file, number of the entry, table, and a sentence that says what is wrong. */
    g_set_error (error, LUM_ERROR, LUM_ERROR_DAMAGED,
                 _ ("“%s” is damaged at entry %u of “%s”: %s Nothing was restored."), place->file, place->index + 1,
                 place->table, cause->message);
    return FALSE;
  }
  return TRUE;
}

static JsonArray *
get_array (JsonObject *object, Place *place, gboolean *ok, GError **error)
{
  JsonNode *node = json_object_get_member (object, place->table);

  *ok = !node || JSON_NODE_HOLDS_ARRAY (node);
  if (!*ok)
    set_damaged (error, place, "id");
  return node && *ok ? json_node_get_array (node) : NULL;
}

static gboolean
read_records (LumDiaryBuilder *builder, LumRecordKind kind, JsonObject *root, const char *file, GError **error)
{
  const LumRecordInfo *info = lum_record_get_info (kind);
  g_autofree gpointer record = g_malloc0 (info->size);
  Place place = {file, info->table, 0};
  gboolean ok;
  JsonArray *array = get_array (root, &place, &ok, error);

  for (; array && place.index < json_array_get_length (array); place.index++) {
    if (!read_record (kind, record, json_array_get_element (array, place.index), &place, error))
      return FALSE;
    lum_diary_builder_add_copy (builder, kind, record);
  }
  return ok;
}

static gboolean
read_deletions (LumDeletions *deletions, LumRecordKind kind, JsonObject *deleted, const char *file, GError **error)
{
  Place place = {file, lum_record_get_info (kind)->table, 0};
  gboolean ok;
  JsonArray *array = get_array (deleted, &place, &ok, error);

  for (; array && place.index < json_array_get_length (array); place.index++) {
    JsonNode *node = json_array_get_element (array, place.index);
    JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
    const char *id = NULL, *at = NULL;
    LumInstant instant;

    if (object) {
      id = json_object_get_string_member_with_default (object, "id", NULL);
      at = json_object_get_string_member_with_default (object, "deleted_at", NULL);
    }
    if (!id || !g_uuid_string_is_valid (id)) {
      set_damaged (error, &place, "id");
      return FALSE;
    }
    /* Nothing can have been deleted before there were computers; in the store zero means that it never was. */
    if (!at || !lum_instant_parse_iso (at, &instant) || instant <= 0) {
      set_damaged (error, &place, "deleted_at");
      return FALSE;
    }
    lum_deletions_add (deletions, kind, id, instant);
  }
  return ok;
}

static JsonObject *
read_root (JsonParser *parser, const char *path, const char *name, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *text = NULL;
  gsize length;
  JsonNode *root;
  JsonObject *object;

  if (!g_file_get_contents (path, &text, &length, &cause)) {
    gboolean missing = g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT);

    if (missing)
      g_set_error (error, LUM_ERROR, LUM_ERROR_NOT_FOUND, _ ("“%s” is not there."), name);
    else
      /* Translators: the second %s is a reason that the system gives. */
      g_set_error (error, LUM_ERROR, LUM_ERROR_IO, _ ("“%s” cannot be read: %s"), name, cause->message);
    return NULL;
  }
  if (!g_utf8_validate (text, (gssize) length, NULL) ||
      !json_parser_load_from_data (parser, text, (gssize) length, &cause)) {
    g_set_error (error, LUM_ERROR, LUM_ERROR_DAMAGED, _ ("“%s” is not a whole JSON file. Nothing was restored."), name);
    return NULL;
  }
  root = json_parser_get_root (parser);
  object = root && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  if (!object || g_strcmp0 (json_object_get_string_member_with_default (object, "format", NULL), LUM_EXPORT_FORMAT)) {
    g_set_error (error, LUM_ERROR, LUM_ERROR_NOT_A_JOURNAL, _ ("“%s” is not an export of a Lumbar journal."), name);
    return NULL;
  }
  if (json_object_get_int_member_with_default (object, "version", 0) > LUM_EXPORT_VERSION) {
    g_set_error (error, LUM_ERROR, LUM_ERROR_NEWER, _ ("“%s” was written by a newer Lumbar; this one cannot read it."),
                 name);
    return NULL;
  }
  return object;
}

/**
 * lum_export_read:
 * @diary: (out) (transfer full): what it holds
 * @deletions: (out) (transfer full): what it says was deleted
 *
 * Reads what lum_export_json() wrote, also what the first version wrote, which told of no deletions. Every record is
 * checked; an identity may still come twice.
 *
 * Returns: %FALSE with LUM_ERROR_NOT_FOUND, _DAMAGED, _NEWER, _NOT_A_JOURNAL or _IO, and then nothing is set
 */
gboolean
lum_export_read (const char *path, LumDiary **diary, LumDeletions **deletions, GError **error)
{
  g_autoptr (LumDiaryBuilder) builder = lum_diary_builder_new (NULL);
  g_autoptr (LumDeletions) gone = lum_deletions_new ();
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *name = g_filename_display_basename (path);
  JsonObject *root = read_root (parser, path, name, error);
  JsonNode *deleted;
  gboolean ok = root != NULL;

  for (int kind = 0; ok && kind < LUM_N_RECORD_KINDS; kind++)
    ok = read_records (builder, kind, root, name, error);
  deleted = ok ? json_object_get_member (root, "deleted") : NULL;
  if (deleted && !JSON_NODE_HOLDS_OBJECT (deleted)) {
    set_damaged (error, &(Place){name, "deleted", 0}, "id");
    return FALSE;
  }
  for (int kind = 0; ok && deleted && kind < LUM_N_RECORD_KINDS; kind++)
    ok = read_deletions (gone, kind, json_node_get_object (deleted), name, error);
  if (!ok)
    return FALSE;

  *diary = lum_diary_builder_end (g_steal_pointer (&builder), 0);
  *deletions = g_steal_pointer (&gone);
  return TRUE;
}
