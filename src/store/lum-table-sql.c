/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-table-sql.h"

#include <string.h>

#include "lum-table.h"

static const struct {
  LumRecordKind kind;
  const char *column;
  LumRecordKind target;
} references[] = {
    {LUM_RECORD_RUN, "shoe_id", LUM_RECORD_SHOE},
    {LUM_RECORD_RUN, "batch_id", LUM_RECORD_IMPORT_BATCH},
    {LUM_RECORD_PAIN, "run_id", LUM_RECORD_RUN},
    {LUM_RECORD_ACTIVITY_RATING, "activity_id", LUM_RECORD_ACTIVITY},
};

/**
 * lum_table_get_reference:
 *
 * Which kind of record a column names the id of.
 *
 * Returns: LUM_N_RECORD_KINDS for a column that names none
 */
LumRecordKind
lum_table_get_reference (LumRecordKind kind, const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    if (references[i].kind == kind && strcmp (references[i].column, column) == 0)
      return references[i].target;
  return LUM_N_RECORD_KINDS;
}

static void
append_columns (GString *sql, const LumRecordInfo *info, const char *before, const char *between)
{
  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (sql, "%s%s\"%s\"", i ? between : "", before, info->fields[i].name);
}

static char *
make_select (const LumRecordInfo *info, const char *where)
{
  GString *sql = g_string_new ("SELECT id, created_at, updated_at, utc_offset, ");

  append_columns (sql, info, "", ", ");
  g_string_append_printf (sql, " FROM %s WHERE %s", info->table, where);
  return g_string_free (sql, FALSE);
}

/* What happens to a row that is there: it lives again if it was deleted, else it keeps when and where it was first
 * created, unless the new one knows better. */
static void
append_conflict (GString *sql, const LumRecordInfo *info, const char *deleted_at, gboolean as_it_is)
{
  static const char *const origin[] = {"created_at", "utc_offset"};

  g_string_append_printf (sql, " ON CONFLICT (id) DO UPDATE SET updated_at = excluded.updated_at, deleted_at = %s",
                          deleted_at);
  for (guint i = 0; i < G_N_ELEMENTS (origin); i++)
    if (as_it_is)
      g_string_append_printf (sql, ", %s = excluded.%s", origin[i], origin[i]);
    else
      g_string_append_printf (sql, ", %s = iif (deleted_at IS NULL, %s, excluded.%s)", origin[i], origin[i], origin[i]);
  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\" = excluded.\"%s\"", info->fields[i].name, info->fields[i].name);
}

/* A reference to a record that this journal never had (an export leaves deleted ones out) becomes blank: better a run
 * without its shoe than no run. */
static char *
make_put (const LumRecordInfo *info, gboolean as_it_is)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO %s (id, created_at, updated_at, utc_offset, ", info->table);
  append_columns (sql, info, "", ", ");
  g_string_append (sql, ") VALUES (?1, ?2, ?3, ?4");
  for (guint i = 0; i < info->n_fields; i++) {
    LumRecordKind target = lum_table_get_reference (info->kind, info->fields[i].name);

    if (target != LUM_N_RECORD_KINDS)
      g_string_append_printf (sql, ", (SELECT id FROM %s WHERE id = ?%u)", lum_record_get_info (target)->table,
                              i + LUM_TABLE_N_BASE + 1);
    else
      g_string_append_printf (sql, ", ?%u", i + LUM_TABLE_N_BASE + 1);
  }
  g_string_append (sql, ")");
  append_conflict (sql, info, "NULL", as_it_is);
  return g_string_free (sql, FALSE);
}

static char *
make_put_json (const LumRecordInfo *info)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO %s (id, created_at, updated_at, utc_offset, deleted_at, ", info->table);
  append_columns (sql, info, "", ", ");
  g_string_append (sql, ") SELECT json_extract (?1, '$.id'), json_extract (?1, '$.created_at'), ?2, "
                        "json_extract (?1, '$.utc_offset'), json_extract (?1, '$.deleted_at')");
  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (sql, ", json_extract (?1, '$.%s')", info->fields[i].name);
  g_string_append (sql, " WHERE true");
  append_conflict (sql, info, "excluded.deleted_at", TRUE);
  return g_string_free (sql, FALSE);
}

/* The SQL expression that gives a whole row as JSON. */
char *
lum_table_make_json_expression (const LumRecordInfo *info)
{
  GString *sql = g_string_new ("json_object ('id', id, 'created_at', created_at, 'updated_at', updated_at, "
                               "'utc_offset', utc_offset, 'deleted_at', deleted_at");

  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (sql, ", '%s', \"%s\"", info->fields[i].name, info->fields[i].name);
  g_string_append (sql, ")");
  return g_string_free (sql, FALSE);
}

/* A row for something of which only the identity and the end are known: the least that the table takes. */
static char *
make_bury (const LumRecordInfo *info)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO %s (id, created_at, updated_at, utc_offset, deleted_at, ", info->table);
  append_columns (sql, info, "", ", ");
  g_string_append (sql, ") VALUES (?1, ?2, ?2, 0, ?2");
  for (guint i = 0; i < info->n_fields; i++) {
    const LumField *field = &info->fields[i];

    switch (field->type) {
    case LUM_FIELD_TEXT:
      /* A rating alone must name another record; lum_table_bury() makes one with its own identity. */
      if (lum_table_get_reference (info->kind, field->name) == LUM_RECORD_ACTIVITY)
        g_string_append (sql, ", ?1");
      else if (lum_table_get_reference (info->kind, field->name) != LUM_N_RECORD_KINDS)
        g_string_append (sql, ", NULL");
      else
        g_string_append (sql, ", ''");
      break;
    case LUM_FIELD_INT:
    case LUM_FIELD_BOOL:
      g_string_append_printf (sql, ", %d", field->min);
      break;
    case LUM_FIELD_WORD:
      g_string_append_printf (sql, ", '%s'", field->words[0]);
      break;
    case LUM_FIELD_DAY:
      g_string_append (sql, ", '1970-01-01'");
      break;
    case LUM_FIELD_REAL:
    case LUM_FIELD_INSTANT:
      g_string_append (sql, ", 0");
      break;
    }
  }
  g_string_append (sql, ") ON CONFLICT (id) DO UPDATE SET updated_at = ?2, deleted_at = ?2");
  return g_string_free (sql, FALSE);
}

/* The row as JSON, when it was touched, and each of its numbers with a fraction. */
static char *
make_get_json (const LumRecordInfo *info, const char *json)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "SELECT %s, updated_at", json);
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == LUM_FIELD_REAL)
      g_string_append_printf (sql, ", \"%s\"", info->fields[i].name);
  g_string_append_printf (sql, " FROM %s WHERE id = ?1", info->table);
  return g_string_free (sql, FALSE);
}

/* What lum_table_get_json() said of the numbers that 15 digits do not hold. */
static char *
make_read_exact (const LumRecordInfo *info)
{
  GString *sql = g_string_new ("SELECT json_extract (?1, '$.id')");

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == LUM_FIELD_REAL)
      g_string_append_printf (sql, ", json_extract (?1, '$.exact.%s')", info->fields[i].name);
  return g_string_free (sql, FALSE);
}

static char *
make_put_exact (const LumRecordInfo *info)
{
  GString *sql = g_string_new (NULL);
  int parameter = 2;

  g_string_append_printf (sql, "UPDATE %s SET id = id", info->table);
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == LUM_FIELD_REAL) {
      g_string_append_printf (sql, ", \"%s\" = coalesce (?%d, \"%s\")", info->fields[i].name, parameter,
                              info->fields[i].name);
      parameter++;
    }
  g_string_append (sql, " WHERE id = ?1");
  return g_string_free (sql, FALSE);
}

/* Returns: (transfer full): one statement */
char *
lum_table_make_sql (const LumRecordInfo *info, LumTableStmt id)
{
  const char *table = info->table;
  g_autofree char *json = NULL;

  switch (id) {
  case LUM_TABLE_LOAD:
    return make_select (info, "deleted_at IS NULL");
  case LUM_TABLE_READ:
    return make_select (info, "deleted_at IS NULL AND id = ?1");
  case LUM_TABLE_PUT:
    return make_put (info, FALSE);
  case LUM_TABLE_PUT_AS_IT_IS:
    return make_put (info, TRUE);
  case LUM_TABLE_PUT_JSON:
    return make_put_json (info);
  case LUM_TABLE_DELETE:
    return g_strdup_printf ("UPDATE %s SET deleted_at = ?2, updated_at = ?2 WHERE id = ?1 AND deleted_at IS NULL",
                            table);
  case LUM_TABLE_BURY:
    return make_bury (info);
  case LUM_TABLE_LIST_DELETIONS:
    /* When a row was touched last is when it was deleted last; what never was is as old as can be (lum_table_bury()). */
    return g_strdup_printf ("SELECT id, updated_at FROM %s WHERE deleted_at > 0 ORDER BY id", table);
  case LUM_TABLE_GET_JSON:
    json = lum_table_make_json_expression (info);
    return make_get_json (info, json);
  case LUM_TABLE_READ_EXACT:
    return make_read_exact (info);
  case LUM_TABLE_PUT_EXACT:
    return make_put_exact (info);
  case LUM_TABLE_IS_AS:
    /* When a row was last touched says nothing about what it holds. */
    json = lum_table_make_json_expression (info);
    return g_strdup_printf ("SELECT json_remove (%s, '$.updated_at') = json_remove (?2, '$.updated_at') "
                            "FROM %s WHERE id = ?1",
                            json, table);
  case LUM_TABLE_N_STMTS:
    break;
  }
  g_return_val_if_reached (NULL);
}
