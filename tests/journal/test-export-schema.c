/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema of exports and the description of records say the same: every field, with its range, and no more. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "lum-record.h"

#define N_BASE 4 /* id, created_at, updated_at, utc_offset */

static JsonObject *
load_schema (JsonParser *parser)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "lumbar-export.schema.json", NULL);
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static const char *
get_text (JsonObject *object, const char *key)
{
  return json_object_get_string_member_with_default (object, key, NULL);
}

static void
assert_words (JsonObject *entry, const LumField *field)
{
  JsonArray *words = json_object_get_array_member (entry, "enum");

  g_assert_cmpuint (json_array_get_length (words), ==, g_strv_length ((GStrv) field->words));
  for (guint i = 0; field->words[i]; i++)
    g_assert_cmpstr (json_array_get_string_element (words, i), ==, field->words[i]);
}

static void
assert_field (JsonObject *entry, const LumField *field)
{
  const char *type = get_text (entry, "type"), *ref = get_text (entry, "$ref"), *unit = get_text (entry, "unit");
  const char *description = get_text (entry, "description");

  g_assert_cmpuint (description ? strlen (description) : 0, >, 5);
  switch (field->type) {
  case LUM_FIELD_TEXT:
    g_assert_cmpstr (type ? type : ref, ==,
                     g_str_has_suffix (field->name, "_id") && strcmp (field->name, "source_id") != 0 ? "#/$defs/id"
                                                                                                     : "string");
    break;
  case LUM_FIELD_INT:
    g_assert_cmpstr (type, ==, "integer");
    g_assert_cmpint (json_object_get_int_member (entry, "minimum"), ==, field->min);
    g_assert_cmpint (json_object_get_int_member (entry, "maximum"), ==, field->max);
    break;
  case LUM_FIELD_BOOL:
    g_assert_cmpstr (type, ==, "boolean");
    break;
  case LUM_FIELD_WORD:
    g_assert_cmpstr (type, ==, "string");
    assert_words (entry, field);
    break;
  case LUM_FIELD_DAY:
    g_assert_cmpstr (ref, ==, "#/$defs/day");
    break;
  case LUM_FIELD_REAL:
    g_assert_cmpstr (type, ==, "number");
    g_assert_cmpint (json_object_get_int_member (entry, "minimum"), ==, 0);
    /* The name says the unit, too. */
    g_assert_cmpstr (unit, ==,
                     g_str_has_suffix (field->name, "_m")   ? "metres"
                     : g_str_has_suffix (field->name, "_s") ? "seconds"
                                                            : "hours");
    break;
  case LUM_FIELD_INSTANT:
    g_assert_cmpstr (ref, ==, "#/$defs/instant");
    break;
  }
  if (field->type == LUM_FIELD_INT && g_str_has_suffix (field->name, "_s"))
    g_assert_cmpstr (unit, ==, "seconds");
  if (field->type == LUM_FIELD_INT && g_str_has_suffix (field->name, "_min"))
    g_assert_cmpstr (unit, ==, "minutes");
}

static void
test_fields (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *schema = load_schema (parser);
  JsonObject *definitions = json_object_get_object_member (schema, "$defs");
  JsonObject *tables = json_object_get_object_member (schema, "properties");
  JsonObject *deleted = json_object_get_object_member (json_object_get_object_member (tables, "deleted"), "properties");

  /* format, version and deleted stand beside the tables. */
  g_assert_cmpuint (json_object_get_size (tables), ==, LUM_N_RECORD_KINDS + 3);
  g_assert_cmpuint (json_object_get_size (deleted), ==, LUM_N_RECORD_KINDS);
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    const LumRecordInfo *info = lum_record_get_info (kind);
    JsonObject *table = json_object_get_object_member (definitions, info->table);
    JsonObject *fields;

    g_test_message ("%s", info->table);
    g_assert_nonnull (table);
    g_assert_true (json_object_has_member (tables, info->table));
    g_assert_true (json_object_has_member (deleted, info->table));
    g_assert_nonnull (get_text (table, "description"));
    g_assert_false (json_object_get_boolean_member_with_default (table, "additionalProperties", TRUE));
    fields = json_object_get_object_member (table, "properties");
    g_assert_cmpuint (json_object_get_size (fields), ==, info->n_fields + N_BASE);
    for (guint i = 0; i < info->n_fields; i++) {
      g_test_message ("%s.%s", info->table, info->fields[i].name);
      g_assert_true (json_object_has_member (fields, info->fields[i].name));
      assert_field (json_object_get_object_member (fields, info->fields[i].name), &info->fields[i]);
    }
  }
}

/* What the schema calls required is what a record cannot be without, and what is always written. */
static void
test_required (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *definitions = json_object_get_object_member (load_schema (parser), "$defs");

  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    const LumRecordInfo *info = lum_record_get_info (kind);
    JsonArray *required =
        json_object_get_array_member (json_object_get_object_member (definitions, info->table), "required");
    g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

    for (guint i = 0; i < json_array_get_length (required); i++)
      g_hash_table_add (names, (gpointer) json_array_get_string_element (required, i));
    g_assert_cmpuint (g_hash_table_size (names), ==, json_array_get_length (required));
    for (guint i = 0; i < info->n_fields; i++) {
      const LumField *field = &info->fields[i];

      g_test_message ("%s.%s", info->table, field->name);
      if (field->type == LUM_FIELD_BOOL)
        g_assert_true (g_hash_table_remove (names, field->name));
      else if (g_hash_table_remove (names, field->name))
        g_assert_true (field->type == LUM_FIELD_TEXT || field->type == LUM_FIELD_DAY || field->type == LUM_FIELD_WORD ||
                       field->type == LUM_FIELD_INT);
    }
    g_assert_cmpuint (g_hash_table_size (names), ==, N_BASE);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export-schema/fields", test_fields);
  g_test_add_func ("/export-schema/required", test_required);
  return g_test_run ();
}
