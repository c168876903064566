/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-change-log.h"

#include "lum-i18n.h"

struct _LumChangeLog {
  LumDb *db;
  LumTable **tables; /* not owned */
  char *origin;
  LumStmt *last;
  LumStmt *touched;
  LumStmt *group;
  LumStmt *writes[LUM_N_RECORD_KINDS];
};

/* What a group did to one row. */
typedef struct {
  LumRecordKind kind;
  char *id;
  char *before; /* NULL: the row is new */
  char *after;
  LumInstant updated_at; /* of @before */
  /* The row came with a time of its own, from an export: not a deed of this moment. Taking it back gives back the time
   * that the row had, too, and a row that was not there is one that never was; or another computer would take it for
   * deleted, and the same export would bring nothing when it is restored again. */
  gboolean brought;
} Entry;

static void
clear_touched (gpointer data)
{
  g_clear_pointer (&((LumTouched *) data)->id, g_free);
}

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->id);
  g_free (entry->before);
  g_free (entry->after);
}

/**
 * lum_touched_new:
 *
 * Returns: (transfer full): an empty array of LumTouched
 */
GArray *
lum_touched_new (void)
{
  GArray *touched = g_array_new (FALSE, FALSE, sizeof (LumTouched));

  g_array_set_clear_func (touched, clear_touched);
  return touched;
}

static void
add_touched (GArray *touched, LumRecordKind kind, const char *id, gboolean is_new)
{
  LumTouched row = {kind, g_strdup (id), is_new};

  g_array_append_val (touched, row);
}

static gboolean
ensure (LumStmt **stmt, LumDb *db, const char *sql, GError **error)
{
  if (!*stmt)
    *stmt = lum_stmt_new (db, sql, error);
  return *stmt != NULL;
}

/**
 * lum_change_log_new:
 * @tables: one a kind; must outlive the log
 * @origin: a UUID that names this session
 */
LumChangeLog *
lum_change_log_new (LumDb *db, LumTable **tables, const char *origin)
{
  LumChangeLog *self = g_new0 (LumChangeLog, 1);

  self->db = db;
  self->tables = tables;
  self->origin = g_strdup (origin);
  return self;
}

void
lum_change_log_free (LumChangeLog *self)
{
  g_clear_pointer (&self->last, lum_stmt_free);
  g_clear_pointer (&self->touched, lum_stmt_free);
  g_clear_pointer (&self->group, lum_stmt_free);
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++)
    g_clear_pointer (&self->writes[kind], lum_stmt_free);
  g_free (self->origin);
  g_free (self);
}

/**
 * lum_change_log_get_last:
 * @seq: (out): the number of the last change, 0 where there is none
 */
gboolean
lum_change_log_get_last (LumChangeLog *self, gint64 *seq, GError **error)
{
  LumStep step;

  if (!ensure (&self->last, self->db, "SELECT max(seq) FROM change_log", error))
    return FALSE;
  step = lum_stmt_step (self->last, error);
  *seq = step == LUM_STEP_ROW ? lum_stmt_get_int (self->last, 0) : 0;
  lum_stmt_reset (self->last);
  return step != LUM_STEP_ERROR;
}

/**
 * lum_change_log_read_touched:
 * @touched: gets the rows that were changed later than @after_seq, by whomever
 */
gboolean
lum_change_log_read_touched (LumChangeLog *self, gint64 after_seq, GArray *touched, GError **error)
{
  LumStep step;

  if (!ensure (&self->touched, self->db, "SELECT tbl, row_id FROM change_log WHERE seq > ?1", error))
    return FALSE;
  lum_stmt_bind_int (self->touched, 1, after_seq);
  while ((step = lum_stmt_step (self->touched, error)) == LUM_STEP_ROW) {
    LumRecordKind kind = lum_record_kind_from_table (lum_stmt_get_text (self->touched, 0));

    if (kind != LUM_N_RECORD_KINDS)
      add_touched (touched, kind, lum_stmt_get_text (self->touched, 1), FALSE);
  }
  lum_stmt_reset (self->touched);
  return step == LUM_STEP_DONE;
}

/* Writes down that a row was @before and is now as the table has it. */
static gboolean
write_entry (LumChangeLog *self,
             gint64 group,
             LumRecordKind kind,
             const char *id,
             const char *before,
             LumInstant now,
             gint64 reverts,
             GError **error)
{
  LumStmt *stmt = self->writes[kind];

  if (!stmt) {
    g_autofree char *json = lum_table_dup_json_expression (self->tables[kind]);
    g_autofree char *sql =
        g_strdup_printf ("INSERT INTO change_log (grp, origin, tbl, row_id, before, after, at, reverts) "
                         "SELECT ?1, ?2, '%s', ?3, ?4, %s, ?5, ?6 FROM %s WHERE id = ?3",
                         lum_record_get_info (kind)->table, json, lum_record_get_info (kind)->table);

    if (!ensure (&self->writes[kind], self->db, sql, error))
      return FALSE;
    stmt = self->writes[kind];
  }
  lum_stmt_bind_int (stmt, 1, group);
  lum_stmt_bind_text (stmt, 2, self->origin);
  lum_stmt_bind_text (stmt, 3, id);
  lum_stmt_bind_text (stmt, 4, before);
  lum_stmt_bind_int (stmt, 5, now);
  if (reverts)
    lum_stmt_bind_int (stmt, 6, reverts);
  else
    lum_stmt_bind_null (stmt, 6);
  return lum_stmt_run (stmt, error);
}

static gboolean
apply_change (LumChangeLog *self,
              const LumChange *change,
              gboolean keep_times,
              LumInstant now,
              gint64 group,
              GArray *touched,
              GError **error)
{
  LumTable *table = self->tables[change->kind];
  const char *id = change->record->id;
  g_autofree char *before = NULL;
  LumInstant updated_at = 0;

  if (!lum_table_get_json (table, id, &before, &updated_at, error))
    return FALSE;
  /* Somebody was quicker: what was newer when an export was compared with the journal need not be newer now. */
  if (keep_times && before && updated_at > change->record->updated_at)
    return TRUE;
  if (change->type == LUM_CHANGE_PUT) {
    if (!lum_table_put (table, change->record, keep_times, error))
      return FALSE;
  } else if (keep_times) {
    if (!lum_table_bury (table, id, change->record->updated_at, error))
      return FALSE;
  } else {
    if (!before) /* nobody knows it: it is as deleted as can be */
      return TRUE;
    if (!lum_table_delete (table, id, now, error))
      return FALSE;
  }
  add_touched (touched, change->kind, id, !before);
  return write_entry (self, group, change->kind, id, before, now, 0, error);
}

/* When the log says that something happened. A row that was brought is known by its time being another. */
static LumInstant
find_other_time (LumInstant now, const LumInstant *times, gsize n)
{
  LumInstant latest = now;
  gboolean clash = FALSE;

  for (gsize i = 0; i < n; i++) {
    clash = clash || times[i] == now;
    latest = MAX (latest, times[i]);
  }
  return clash ? latest + 1 : now;
}

static LumInstant
find_time (LumInstant now, const LumChange *changes, gsize n, gboolean keep_times)
{
  g_autofree LumInstant *times = g_new0 (LumInstant, n);

  for (gsize i = 0; i < n; i++)
    times[i] = changes[i].record->updated_at;
  return keep_times ? find_other_time (now, times, n) : now;
}

/**
 * lum_change_log_apply:
 * @now: when the changes are made
 * @last_seq: (inout): the number of the last change, before and after
 * @group: (out): the name of the group; 0 where nothing changed
 * @touched: gets the rows that changed
 *
 * Makes all changes of a set. What others refer to is written first, whatever the order in the set.
 */
gboolean
lum_change_log_apply (LumChangeLog *self,
                      const LumChangeSet *changes,
                      LumInstant now,
                      gint64 *last_seq,
                      gint64 *group,
                      GArray *touched,
                      GError **error)
{
  /* Runs name shoes and imports, pain names runs, ratings name activities. */
  static const LumRecordKind first_kinds[] = {LUM_RECORD_SHOE, LUM_RECORD_IMPORT_BATCH, LUM_RECORD_ACTIVITY,
                                              LUM_RECORD_RUN};
  gsize n;
  const LumChange *all = lum_change_set_get_changes (changes, &n);
  guint before = touched->len;
  gint64 seq = *last_seq + 1;
  gboolean keep_times = lum_change_set_get_keep_times (changes);
  LumInstant at = find_time (now, all, n, keep_times);

  for (guint turn = 0; turn <= G_N_ELEMENTS (first_kinds); turn++)
    for (gsize i = 0; i < n; i++) {
      guint its_turn = 0;

      while (its_turn < G_N_ELEMENTS (first_kinds) && first_kinds[its_turn] != all[i].kind)
        its_turn++;
      if (its_turn == turn && !apply_change (self, &all[i], keep_times, at, seq, touched, error))
        return FALSE;
    }
  *group = touched->len > before ? seq : 0;
  *last_seq += touched->len - before;
  return TRUE;
}

/* A group's rows lie side by side, because a transaction that writes is alone. */
static GArray *
read_group (LumChangeLog *self, gint64 group, GError **error)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  LumStep step;

  g_array_set_clear_func (entries, clear_entry);
  if (!ensure (&self->group, self->db,
               "SELECT grp, tbl, row_id, before, after, json_extract (before, '$.updated_at'), "
               "json_extract (after, '$.updated_at') <> at FROM change_log WHERE seq >= ?1 ORDER BY seq",
               error))
    return NULL;
  lum_stmt_bind_int (self->group, 1, group);
  while ((step = lum_stmt_step (self->group, error)) == LUM_STEP_ROW && lum_stmt_get_int (self->group, 0) == group) {
    Entry entry = {lum_record_kind_from_table (lum_stmt_get_text (self->group, 1)),
                   g_strdup (lum_stmt_get_text (self->group, 2)),
                   g_strdup (lum_stmt_get_text (self->group, 3)),
                   g_strdup (lum_stmt_get_text (self->group, 4)),
                   lum_stmt_get_int (self->group, 5),
                   lum_stmt_get_int (self->group, 6) != 0};

    g_array_append_val (entries, entry);
  }
  lum_stmt_reset (self->group);
  return step != LUM_STEP_ERROR ? g_steal_pointer (&entries) : NULL;
}

static gboolean
revert_entry (LumChangeLog *self,
              const Entry *entry,
              LumInstant now,
              gint64 group,
              gint64 reverts,
              GArray *touched,
              GError **error)
{
  LumTable *table = self->tables[entry->kind];
  g_autofree char *current = NULL;
  gboolean ok;

  if (!lum_table_is_as (table, entry->id, entry->after, &ok, error))
    return FALSE;
  if (!ok) {
    g_autofree char *name = g_filename_display_name (lum_db_get_path (self->db));

    g_set_error (error, LUM_ERROR, LUM_ERROR_CONFLICT,
                 _ ("This cannot be taken back: what it changed in “%s” has been changed again since."), name);
    return FALSE;
  }
  if (!lum_table_get_json (table, entry->id, &current, NULL, error))
    return FALSE;
  if (entry->before)
    ok = lum_table_put_json (table, entry->before, entry->brought ? entry->updated_at : now, error);
  else if (entry->brought)
    ok = lum_table_bury (table, entry->id, 0, error);
  else
    ok = lum_table_delete (table, entry->id, now, error);
  if (!ok)
    return FALSE;
  add_touched (touched, entry->kind, entry->id, FALSE);
  return write_entry (self, group, entry->kind, entry->id, current, now, reverts, error);
}

/**
 * lum_change_log_revert:
 * @last_seq: (inout): the number of the last change, before and after
 * @new_group: (out): the group that took it back; reverting that one is redo
 *
 * Puts back what a group changed. All of it or nothing: a row that something else changed since is LUM_ERROR_CONFLICT.
 */
gboolean
lum_change_log_revert (LumChangeLog *self,
                       gint64 group,
                       LumInstant now,
                       gint64 *last_seq,
                       gint64 *new_group,
                       GArray *touched,
                       GError **error)
{
  g_autoptr (GArray) entries = read_group (self, group, error);
  g_autofree LumInstant *times = NULL;
  gint64 seq = *last_seq + 1;
  guint before = touched->len;

  if (!entries)
    return FALSE;
  times = g_new0 (LumInstant, entries->len);
  for (guint i = 0; i < entries->len; i++)
    times[i] = g_array_index (entries, Entry, i).brought ? g_array_index (entries, Entry, i).updated_at : 0;
  now = find_other_time (now, times, entries->len);
  if (entries->len == 0) {
    g_set_error_literal (error, LUM_ERROR, LUM_ERROR_NOT_FOUND, _ ("There is nothing to take back."));
    return FALSE;
  }
  for (guint i = entries->len; i-- > 0;) {
    const Entry *entry = &g_array_index (entries, Entry, i);

    if (entry->kind != LUM_N_RECORD_KINDS && !revert_entry (self, entry, now, seq, group, touched, error))
      return FALSE;
  }
  *new_group = seq;
  *last_seq += touched->len - before;
  return TRUE;
}
