/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-table.h"

#include <math.h>
#include <string.h>

#include "lum-i18n.h"
#include "lum-table-sql.h"

struct _LumTable {
  LumDb *db;
  const LumRecordInfo *info;
  LumStmt *stmts[LUM_TABLE_N_STMTS];
};

static LumStmt *
get_stmt (LumTable *self, LumTableStmt id, GError **error)
{
  if (!self->stmts[id]) {
    g_autofree char *sql = lum_table_make_sql (self->info, id);

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
    if (!read_field (self, stmt, i + LUM_TABLE_N_BASE, &self->info->fields[i], builder, record)) {
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
  for (int i = 0; i < LUM_TABLE_N_STMTS; i++)
    g_clear_pointer (&self->stmts[i], lum_stmt_free);
  g_free (self);
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
  return lum_table_make_json_expression (self->info);
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
  LumStmt *stmt = get_stmt (self, LUM_TABLE_LOAD, error);
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
  LumStmt *stmt = get_stmt (self, LUM_TABLE_READ, error);
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
 * Inserts a row, or replaces the one with the same id. A deleted one lives again. A row that is there keeps when and
 * where it was created, unless @as_it_is has the record's own taken over.
 */
gboolean
lum_table_put (LumTable *self, const LumRecord *record, gboolean as_it_is, GError **error)
{
  LumStmt *stmt = get_stmt (self, as_it_is ? LUM_TABLE_PUT_AS_IT_IS : LUM_TABLE_PUT, error);

  if (!stmt)
    return FALSE;
  lum_stmt_bind_text (stmt, 1, record->id);
  lum_stmt_bind_int (stmt, 2, record->created_at);
  lum_stmt_bind_int (stmt, 3, record->updated_at);
  lum_stmt_bind_int (stmt, 4, record->utc_offset);
  for (guint i = 0; i < self->info->n_fields; i++)
    bind_field (stmt, i + LUM_TABLE_N_BASE + 1, &self->info->fields[i], record);
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
  LumStmt *stmt = get_stmt (self, LUM_TABLE_DELETE, error);

  if (!stmt)
    return FALSE;
  lum_stmt_bind_text (stmt, 1, id);
  lum_stmt_bind_int (stmt, 2, now);
  return lum_stmt_run (stmt, error);
}

/**
 * lum_table_bury:
 * @at: since when it is deleted; 0 says that it never was, and is listed nowhere
 *
 * Makes a row a tombstone as of another time than now, and a row that is not there as well: what was deleted on another
 * computer must not come in from a third one. Such a row has the least that its table takes.
 */
gboolean
lum_table_bury (LumTable *self, const char *id, LumInstant at, GError **error)
{
  LumStmt *stmt = get_stmt (self, LUM_TABLE_BURY, error);

  if (!stmt)
    return FALSE;
  /* A rating must name an activity. One that nobody knows names one that never was. */
  if (self->info->kind == LUM_RECORD_ACTIVITY_RATING) {
    g_autoptr (LumTable) activities = lum_table_new (self->db, LUM_RECORD_ACTIVITY);
    LumStmt *read = get_stmt (self, LUM_TABLE_GET_JSON, error);
    LumStep step;

    if (!read)
      return FALSE;
    lum_stmt_bind_text (read, 1, id);
    step = lum_stmt_step (read, error);
    lum_stmt_reset (read);
    if (step == LUM_STEP_ERROR || (step == LUM_STEP_DONE && !lum_table_bury (activities, id, 0, error)))
      return FALSE;
  }
  lum_stmt_bind_text (stmt, 1, id);
  lum_stmt_bind_int (stmt, 2, at);
  return lum_stmt_run (stmt, error);
}

/**
 * lum_table_list_deletions:
 *
 * Adds every tombstone of the table, by identity.
 */
gboolean
lum_table_list_deletions (LumTable *self, LumDeletions *deletions, GError **error)
{
  LumStmt *stmt = get_stmt (self, LUM_TABLE_LIST_DELETIONS, error);
  LumStep step;

  if (!stmt)
    return FALSE;
  while ((step = lum_stmt_step (stmt, error)) == LUM_STEP_ROW)
    lum_deletions_add (deletions, self->info->kind, lum_stmt_get_text (stmt, 0), lum_stmt_get_int (stmt, 1));
  lum_stmt_reset (stmt);
  return step == LUM_STEP_DONE;
}

/* SQLite writes numbers with 15 digits, and reads more of them not always back as they were. Where that is too few, as
 * for a distance that was summed up from points, the number's bits follow. */
static char *
dup_exact (LumTable *self, LumStmt *stmt)
{
  GString *json = g_string_new (lum_stmt_get_text (stmt, 0));
  gboolean any = FALSE;
  int column = 2;

  for (guint i = 0; i < self->info->n_fields; i++) {
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    double value;
    gint64 bits;

    if (self->info->fields[i].type != LUM_FIELD_REAL)
      continue;
    value = lum_stmt_is_null (stmt, column) ? 0 : lum_stmt_get_real (stmt, column);
    column++;
    if (g_ascii_strtod (g_ascii_formatd (text, sizeof text, "%.15g", value), NULL) == value)
      continue;
    memcpy (&bits, &value, sizeof bits);
    if (!any)
      g_string_truncate (json, json->len - 1); /* the bracket */
    g_string_append_printf (json, "%s\"%s\":%" G_GINT64_FORMAT, any ? "," : ",\"exact\":{", self->info->fields[i].name,
                            bits);
    any = TRUE;
  }
  if (any)
    g_string_append (json, "}}");
  return g_string_free (json, FALSE);
}

static gboolean
put_exact (LumTable *self, const char *json, GError **error)
{
  LumStmt *read = get_stmt (self, LUM_TABLE_READ_EXACT, error);
  LumStmt *put = read ? get_stmt (self, LUM_TABLE_PUT_EXACT, error) : NULL;
  g_autofree char *id = NULL;
  LumStep step;
  int column = 1;

  if (!put)
    return FALSE;
  lum_stmt_bind_text (read, 1, json);
  step = lum_stmt_step (read, error);
  if (step != LUM_STEP_ROW)
    return FALSE;
  id = g_strdup (lum_stmt_get_text (read, 0));
  lum_stmt_bind_text (put, 1, id);
  for (guint i = 0; i < self->info->n_fields; i++) {
    gint64 bits;
    double value;

    if (self->info->fields[i].type != LUM_FIELD_REAL)
      continue;
    bits = lum_stmt_get_int (read, column);
    memcpy (&value, &bits, sizeof value);
    if (lum_stmt_is_null (read, column))
      lum_stmt_bind_null (put, column + 1);
    else
      lum_stmt_bind_real (put, column + 1, value);
    column++;
  }
  lum_stmt_reset (read);
  return lum_stmt_run (put, error);
}

/**
 * lum_table_get_json:
 * @json: (out) (nullable) (transfer full): the whole row, living or not; %NULL where there is none. It is what
 *   lum_table_put_json() takes; a number with a fraction may need more digits than the log's own JSON has
 * @updated_at: (out) (optional): when it was last touched, or deleted
 */
gboolean
lum_table_get_json (LumTable *self, const char *id, char **json, LumInstant *updated_at, GError **error)
{
  LumStmt *stmt = get_stmt (self, LUM_TABLE_GET_JSON, error);
  LumStep step;

  *json = NULL;
  if (!stmt)
    return FALSE;
  lum_stmt_bind_text (stmt, 1, id);
  step = lum_stmt_step (stmt, error);
  if (step == LUM_STEP_ROW)
    *json = dup_exact (self, stmt);
  if (step == LUM_STEP_ROW && updated_at)
    *updated_at = lum_stmt_get_int (stmt, 1);
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
  LumStmt *stmt = get_stmt (self, LUM_TABLE_IS_AS, error);
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
 * @updated_at: when it counts as touched
 *
 * Puts a row back as the change log remembers it, its tombstone included.
 */
gboolean
lum_table_put_json (LumTable *self, const char *json, LumInstant updated_at, GError **error)
{
  LumStmt *stmt = get_stmt (self, LUM_TABLE_PUT_JSON, error);

  if (!stmt)
    return FALSE;
  lum_stmt_bind_text (stmt, 1, json);
  lum_stmt_bind_int (stmt, 2, updated_at);
  return lum_stmt_run (stmt, error) && (!strstr (json, "\"exact\":{") || put_exact (self, json, error));
}
