/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-table.h"

#include <math.h>
#include <string.h>

#include "lum-i18n.h"

/* Statements are prepared when they are first needed and then kept: a program that only reads prepares one a table. */
typedef enum { STMT_LOAD, STMT_READ, STMT_PUT, STMT_DELETE, STMT_GET_JSON, STMT_IS_AS, STMT_PUT_JSON, N_STMTS } StmtId;

/* id, created_at, updated_at and utc_offset come before a record's own fields, in SELECTs and as parameters. */
#define N_BASE 4

struct _LumTable {
  LumDb *db;
  const LumRecordInfo *info;
  LumStmt *stmts[N_STMTS];
};

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

/* --- the SQL, made from the description ------------------------------------------------------------------------ */

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

/* On conflict the row keeps when and where it was first created, and lives again if it was deleted. */
static void
append_conflict (GString *sql, const LumRecordInfo *info, const char *deleted_at)
{
  g_string_append_printf (sql, " ON CONFLICT (id) DO UPDATE SET updated_at = excluded.updated_at, deleted_at = %s",
                          deleted_at);
  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\" = excluded.\"%s\"", info->fields[i].name, info->fields[i].name);
}

/* A reference to a record that this journal never had (an export leaves deleted ones out) becomes blank: better a run
 * without its shoe than no run. */
static char *
make_put (const LumRecordInfo *info)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO %s (id, created_at, updated_at, utc_offset, ", info->table);
  append_columns (sql, info, "", ", ");
  g_string_append (sql, ") VALUES (?1, ?2, ?3, ?4");
  for (guint i = 0; i < info->n_fields; i++) {
    LumRecordKind target = lum_table_get_reference (info->kind, info->fields[i].name);

    if (target != LUM_N_RECORD_KINDS)
      g_string_append_printf (sql, ", (SELECT id FROM %s WHERE id = ?%u)", lum_record_get_info (target)->table,
                              i + N_BASE + 1);
    else
      g_string_append_printf (sql, ", ?%u", i + N_BASE + 1);
  }
  g_string_append (sql, ")");
  append_conflict (sql, info, "NULL");
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
  append_conflict (sql, info, "excluded.deleted_at");
  return g_string_free (sql, FALSE);
}

/**
 * lum_table_dup_json_expression:
 *
 * The SQL expression that gives a whole row as JSON. Numbers with a fraction keep 15 digits.
 *
 * Returns: (transfer full): SQL
 */
char *
lum_table_dup_json_expression (LumTable *self)
{
  GString *sql = g_string_new ("json_object ('id', id, 'created_at', created_at, 'updated_at', updated_at, "
                               "'utc_offset', utc_offset, 'deleted_at', deleted_at");

  for (guint i = 0; i < self->info->n_fields; i++)
    g_string_append_printf (sql, ", '%s', \"%s\"", self->info->fields[i].name, self->info->fields[i].name);
  g_string_append (sql, ")");
  return g_string_free (sql, FALSE);
}

static char *
make_sql (LumTable *self, StmtId id)
{
  const char *table = self->info->table;
  g_autofree char *json = NULL;

  switch (id) {
  case STMT_LOAD:
    return make_select (self->info, "deleted_at IS NULL");
  case STMT_READ:
    return make_select (self->info, "deleted_at IS NULL AND id = ?1");
  case STMT_PUT:
    return make_put (self->info);
  case STMT_PUT_JSON:
    return make_put_json (self->info);
  case STMT_DELETE:
    return g_strdup_printf ("UPDATE %s SET deleted_at = ?2, updated_at = ?2 WHERE id = ?1 AND deleted_at IS NULL",
                            table);
  case STMT_GET_JSON:
    json = lum_table_dup_json_expression (self);
    return g_strdup_printf ("SELECT %s FROM %s WHERE id = ?1", json, table);
  case STMT_IS_AS:
    /* When a row was last touched says nothing about what it holds. */
    json = lum_table_dup_json_expression (self);
    return g_strdup_printf ("SELECT json_remove (%s, '$.updated_at') = json_remove (?2, '$.updated_at') "
                            "FROM %s WHERE id = ?1",
                            json, table);
  case N_STMTS:
    break;
  }
  g_return_val_if_reached (NULL);
}

static LumStmt *
get_stmt (LumTable *self, StmtId id, GError **error)
{
  if (!self->stmts[id]) {
    g_autofree char *sql = make_sql (self, id);

    self->stmts[id] = lum_stmt_new (self->db, sql, error);
  }
  return self->stmts[id];
}

/* --- values ---------------------------------------------------------------------------------------------------- */

/* Civil days are read 26,000 times when a long journal is opened: no allocation, no locale. */
static gboolean
parse_day (const char *text, int length, LumDay *day)
{
  static const guint8 places[] = {0, 1, 2, 3, 5, 6, 8, 9};
  int year, month, mday;

  if (length != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (text[places[i]] < '0' || text[places[i]] > '9')
      return FALSE;
  year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0');
  month = (text[5] - '0') * 10 + (text[6] - '0');
  mday = (text[8] - '0') * 10 + (text[9] - '0');
  if (!g_date_valid_dmy (mday, month, year))
    return FALSE;
  *day = lum_day_from_ymd (year, month, mday);
  return TRUE;
}

static void
bind_field (LumStmt *stmt, int parameter, const LumField *field, gconstpointer record)
{
  gconstpointer at = (const char *) record + field->offset;
  gint32 number;
  double real;
  LumInstant instant;

  switch (field->type) {
  case LUM_FIELD_TEXT:
    lum_stmt_bind_text (stmt, parameter, *(char *const *) at);
    return;
  case LUM_FIELD_BOOL:
    lum_stmt_bind_int (stmt, parameter, *(const gint32 *) at);
    return;
  case LUM_FIELD_INT:
    number = *(const gint32 *) at;
    if (number != LUM_INT_NONE)
      lum_stmt_bind_int (stmt, parameter, number);
    else
      lum_stmt_bind_null (stmt, parameter);
    return;
  case LUM_FIELD_WORD:
    number = *(const gint32 *) at;
    lum_stmt_bind_text (stmt, parameter, number != LUM_INT_NONE ? field->words[number] : NULL);
    return;
  case LUM_FIELD_DAY:
    number = *(const gint32 *) at;
    if (number != LUM_DAY_NONE) {
      g_autofree char *text = lum_day_to_iso (number);

      lum_stmt_bind_text_copy (stmt, parameter, text, -1);
    } else
      lum_stmt_bind_null (stmt, parameter);
    return;
  case LUM_FIELD_REAL:
    real = *(const double *) at;
    if (!isnan (real))
      lum_stmt_bind_real (stmt, parameter, real);
    else
      lum_stmt_bind_null (stmt, parameter);
    return;
  case LUM_FIELD_INSTANT:
    instant = *(const LumInstant *) at;
    if (instant != LUM_INSTANT_NONE)
      lum_stmt_bind_int (stmt, parameter, instant);
    else
      lum_stmt_bind_null (stmt, parameter);
    return;
  }
}

/* Returns: %FALSE for a value that no Lumbar ever wrote */
static gboolean
read_field (LumTable *self, LumStmt *stmt, int column, const LumField *field, LumDiaryBuilder *builder, gpointer record)
{
  gpointer at = (char *) record + field->offset;
  const char *text;
  gint64 number;

  switch (field->type) {
  case LUM_FIELD_TEXT:
    text = lum_stmt_get_text (stmt, column);
    if (text)
      *(const char **) at =
          lum_diary_builder_text (builder, self->info->kind, text, lum_stmt_get_length (stmt, column));
    return TRUE;
  case LUM_FIELD_INT:
    if (lum_stmt_is_null (stmt, column))
      return TRUE;
    number = lum_stmt_get_int (stmt, column);
    *(gint32 *) at = (gint32) number;
    return number >= field->min && number <= field->max;
  case LUM_FIELD_BOOL:
    number = lum_stmt_get_int (stmt, column);
    *(gint32 *) at = number != 0;
    return number == 0 || number == 1;
  case LUM_FIELD_WORD:
    text = lum_stmt_get_text (stmt, column);
    if (!text)
      return TRUE;
    *(gint32 *) at = lum_field_find_word (field, text);
    return *(gint32 *) at != LUM_INT_NONE;
  case LUM_FIELD_DAY:
    text = lum_stmt_get_text (stmt, column);
    return !text || parse_day (text, lum_stmt_get_length (stmt, column), (LumDay *) at);
  case LUM_FIELD_REAL:
    if (!lum_stmt_is_null (stmt, column))
      *(double *) at = lum_stmt_get_real (stmt, column);
    return TRUE;
  case LUM_FIELD_INSTANT:
    if (!lum_stmt_is_null (stmt, column))
      *(LumInstant *) at = lum_stmt_get_int (stmt, column);
    return TRUE;
  }
  return FALSE;
}

static gboolean
read_row (LumTable *self, LumStmt *stmt, LumDiaryBuilder *builder, LumRecord *record, GError **error)
{
  const char *id = lum_stmt_get_text (stmt, 0);

  record->id = lum_diary_builder_text (builder, self->info->kind, id ? id : "", id ? lum_stmt_get_length (stmt, 0) : 0);
  record->created_at = lum_stmt_get_int (stmt, 1);
  record->updated_at = lum_stmt_get_int (stmt, 2);
  record->utc_offset = (gint32) lum_stmt_get_int (stmt, 3);
  for (guint i = 0; i < self->info->n_fields; i++)
    if (!read_field (self, stmt, i + N_BASE, &self->info->fields[i], builder, record)) {
      g_autofree char *name = g_filename_display_name (lum_db_get_path (self->db));

      g_set_error (error, LUM_ERROR, LUM_ERROR_DAMAGED,
                   /* Translators: the file, then a table and a column of it, which stay English. */
                   _ ("The journal “%s” is damaged: it holds a value that means nothing (%s, %s)."), name,
                   self->info->table, self->info->fields[i].name);
      return FALSE;
    }
  return TRUE;
}

/* --- public ---------------------------------------------------------------------------------------------------- */

LumTable *
lum_table_new (LumDb *db, LumRecordKind kind)
{
  LumTable *self = g_new0 (LumTable, 1);

  self->db = db;
  self->info = lum_record_get_info (kind);
  return self;
}

void
lum_table_free (LumTable *self)
{
  for (int i = 0; i < N_STMTS; i++)
    g_clear_pointer (&self->stmts[i], lum_stmt_free);
  g_free (self);
}

/**
 * lum_table_load:
 *
 * Reads every living row into a diary that is being made.
 *
 * Returns: %FALSE with an error (LUM_ERROR_DAMAGED for a value that means nothing)
 */
gboolean
lum_table_load (LumTable *self, LumDiaryBuilder *builder, GError **error)
{
  LumStmt *stmt = get_stmt (self, STMT_LOAD, error);
  LumStep step;

  if (!stmt)
    return FALSE;
  lum_diary_builder_begin (builder, self->info->kind, 0);
  while ((step = lum_stmt_step (stmt, error)) == LUM_STEP_ROW)
    if (!read_row (self, stmt, builder, lum_diary_builder_add (builder, self->info->kind), error)) {
      lum_stmt_reset (stmt);
      return FALSE;
    }
  lum_stmt_reset (stmt);
  return step == LUM_STEP_DONE;
}

/**
 * lum_table_load_row:
 * @known: whether the builder may have the row; %FALSE saves looking for it
 *
 * Brings one row of a diary that is being made up to date: what the table has of it now, or that it is gone.
 */
gboolean
lum_table_load_row (LumTable *self, LumDiaryBuilder *builder, const char *id, gboolean known, GError **error)
{
  LumStmt *stmt = get_stmt (self, STMT_READ, error);
  LumRecordKind kind = self->info->kind;
  gboolean ok = TRUE;
  LumStep step;

  if (!stmt)
    return FALSE;
  if (known)
    lum_diary_builder_remove (builder, kind, id);
  lum_stmt_bind_text (stmt, 1, id);
  step = lum_stmt_step (stmt, error);
  if (step == LUM_STEP_ROW) {
    ok = read_row (self, stmt, builder, lum_diary_builder_add (builder, kind), error);
    lum_diary_builder_settle (builder, kind);
  }
  lum_stmt_reset (stmt);
  return ok && step != LUM_STEP_ERROR;
}

/**
 * lum_table_put:
 *
 * Inserts a row, or replaces the one with the same id. A deleted one lives again.
 */
gboolean
lum_table_put (LumTable *self, const LumRecord *record, GError **error)
{
  LumStmt *stmt = get_stmt (self, STMT_PUT, error);

  if (!stmt)
    return FALSE;
  lum_stmt_bind_text (stmt, 1, record->id);
  lum_stmt_bind_int (stmt, 2, record->created_at);
  lum_stmt_bind_int (stmt, 3, record->updated_at);
  lum_stmt_bind_int (stmt, 4, record->utc_offset);
  for (guint i = 0; i < self->info->n_fields; i++)
    bind_field (stmt, i + N_BASE + 1, &self->info->fields[i], record);
  return lum_stmt_run (stmt, error);
}

/**
 * lum_table_delete:
 *
 * Makes a row a tombstone.
 */
gboolean
lum_table_delete (LumTable *self, const char *id, LumInstant now, GError **error)
{
  LumStmt *stmt = get_stmt (self, STMT_DELETE, error);

  if (!stmt)
    return FALSE;
  lum_stmt_bind_text (stmt, 1, id);
  lum_stmt_bind_int (stmt, 2, now);
  return lum_stmt_run (stmt, error);
}

/**
 * lum_table_get_json:
 * @json: (out) (nullable) (transfer full): the whole row, living or not; %NULL where there is none
 */
gboolean
lum_table_get_json (LumTable *self, const char *id, char **json, GError **error)
{
  LumStmt *stmt = get_stmt (self, STMT_GET_JSON, error);
  LumStep step;

  *json = NULL;
  if (!stmt)
    return FALSE;
  lum_stmt_bind_text (stmt, 1, id);
  step = lum_stmt_step (stmt, error);
  if (step == LUM_STEP_ROW)
    *json = g_strdup (lum_stmt_get_text (stmt, 0));
  lum_stmt_reset (stmt);
  return step != LUM_STEP_ERROR;
}

/**
 * lum_table_is_as:
 * @same: (out): whether the row still holds what @json says
 */
gboolean
lum_table_is_as (LumTable *self, const char *id, const char *json, gboolean *same, GError **error)
{
  LumStmt *stmt = get_stmt (self, STMT_IS_AS, error);
  LumStep step;

  if (!stmt)
    return FALSE;
  lum_stmt_bind_text (stmt, 1, id);
  lum_stmt_bind_text (stmt, 2, json);
  step = lum_stmt_step (stmt, error);
  *same = step == LUM_STEP_ROW && lum_stmt_get_int (stmt, 0) == 1;
  lum_stmt_reset (stmt);
  return step != LUM_STEP_ERROR;
}

/**
 * lum_table_put_json:
 *
 * Puts a row back as the change log remembers it, its tombstone included; only when it was touched is new.
 */
gboolean
lum_table_put_json (LumTable *self, const char *json, LumInstant now, GError **error)
{
  LumStmt *stmt = get_stmt (self, STMT_PUT_JSON, error);

  if (!stmt)
    return FALSE;
  lum_stmt_bind_text (stmt, 1, json);
  lum_stmt_bind_int (stmt, 2, now);
  return lum_stmt_run (stmt, error);
}
