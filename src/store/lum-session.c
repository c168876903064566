/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-session.h"

#include <string.h>
#include <unistd.h>

#include "lum-backup-file.h"
#include "lum-change-log.h"
#include "lum-i18n.h"
#include "lum-journal-file.h"
#include "lum-schema.h"
#include "lum-table.h"

/* Of one kind in one transaction; see read_touched(). */
#define MANY_ROWS 32

struct _LumSession {
  char *path;
  LumDb *db;
  LumTable *tables[LUM_N_RECORD_KINDS];
  LumChangeLog *log;
  LumStmt *begin_read, *begin_write, *commit, *data_version;
  int lock_fd;
  gboolean read_only;
  gboolean remote;

  LumDiary *diary;
  gint64 seen_seq;          /* the last change that the diary holds */
  gint64 seen_data_version; /* PRAGMA data_version then; another number means that somebody else wrote */

  GArray *undo; /* Step: what this session may take back, newest last */
  GArray *redo; /* Step: what took something back */
};

/* A group on a stack. A change that was undone and redone has a new group, but is still known by its first name. */
typedef struct {
  gint64 group;
  gint64 name;
} Step;

/* --- opening --------------------------------------------------------------------------------------------------- */

static gboolean load_all (LumSession *self, GError **error);

/* After everything could be read, since a file that is damaged must stay as it is. The mode is the file's own and hardly
 * ever has to change; where it does, the diary is read again, to be sure of what it was read from. */
static gboolean
set_up_writing (LumSession *self, GError **error)
{
  const char *wanted = self->remote ? "delete" : "wal";
  g_autofree char *mode = lum_db_query_text (self->db, "PRAGMA journal_mode", error);

  if (!mode)
    return FALSE;
  if (strcmp (mode, wanted) != 0) {
    g_autofree char *sql = g_strconcat ("PRAGMA journal_mode = ", wanted, NULL);
    g_autofree char *now = lum_db_query_text (self->db, sql, error);

    if (!now || !load_all (self, error))
      return FALSE;
  }
  /* A commit has survived a power cut when it returns. */
  return lum_db_exec (self->db, "PRAGMA synchronous = FULL", error);
}

static gboolean
bring_up_to_date (LumSession *self, GError **error)
{
  gint64 version;
  g_autofree char *name = g_filename_display_name (self->path);

  if (!lum_db_query_int (self->db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version > lum_schema_get_version ()) {
    g_set_error (error, LUM_ERROR, LUM_ERROR_NEWER,
                 _ ("The journal “%s” was written by a newer Lumbar; please update Lumbar to open it."), name);
    return FALSE;
  }
  if (version == lum_schema_get_version ())
    return TRUE;
  if (self->read_only) {
    g_set_error (error, LUM_ERROR, LUM_ERROR_READ_ONLY,
                 _ ("The journal “%s” was written by an older Lumbar and may not be changed, so it cannot be opened."),
                 name);
    return FALSE;
  }
  return lum_backup_file_write_before_migration (self->path, (int) version, error) &&
         lum_schema_migrate (self->db, (int) version, error);
}

static gboolean
prepare (LumSession *self, GError **error)
{
  g_autofree char *origin = g_uuid_string_random ();

  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++)
    self->tables[kind] = lum_table_new (self->db, kind);
  self->log = lum_change_log_new (self->db, self->tables, origin);
  return (self->begin_read = lum_stmt_new (self->db, "BEGIN", error)) &&
         (self->begin_write = lum_stmt_new (self->db, "BEGIN IMMEDIATE", error)) &&
         (self->commit = lum_stmt_new (self->db, "COMMIT", error)) &&
         (self->data_version = lum_stmt_new (self->db, "PRAGMA data_version", error));
}

/**
 * lum_session_open:
 *
 * Opens a journal and reads its diary. A file that is not a journal, newer, damaged or not readable is left as it is.
 *
 * Returns: (transfer full) (nullable): close with lum_session_close(); %NULL with an error
 */
LumSession *
lum_session_open (const char *path, LumStoreOpenFlags flags, GError **error)
{
  g_autoptr (LumSession) self = g_new0 (LumSession, 1);
  LumFileState state = {FALSE, FALSE};

  self->path = g_strdup (path);
  self->lock_fd = -1;
  self->diary = lum_diary_new_empty ();
  self->undo = g_array_new (FALSE, FALSE, sizeof (Step));
  self->redo = g_array_new (FALSE, FALSE, sizeof (Step));

  if ((flags & LUM_STORE_OPEN_CREATE) && !lum_journal_file_create (path, error))
    return NULL;
  if (!lum_journal_file_inspect (path, &state, error))
    return NULL;
  self->read_only = state.read_only;
  self->remote = state.remote || (flags & LUM_STORE_OPEN_NO_WAL);

  if ((flags & LUM_STORE_OPEN_WINDOW) && !self->read_only && (self->lock_fd = lum_journal_file_lock (path, error)) < 0)
    return NULL;
  self->db = self->read_only ? lum_journal_file_open_to_read (path, error) : lum_db_open (path, LUM_DB_WRITE, error);
  if (!self->db || !bring_up_to_date (self, error) || !prepare (self, error) || !load_all (self, error) ||
      (!self->read_only && !set_up_writing (self, error)))
    return NULL;
  return g_steal_pointer (&self);
}

void
lum_session_close (LumSession *self)
{
  g_clear_pointer (&self->log, lum_change_log_free);
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++)
    g_clear_pointer (&self->tables[kind], lum_table_free);
  g_clear_pointer (&self->begin_read, lum_stmt_free);
  g_clear_pointer (&self->begin_write, lum_stmt_free);
  g_clear_pointer (&self->commit, lum_stmt_free);
  g_clear_pointer (&self->data_version, lum_stmt_free);
  g_clear_pointer (&self->db, lum_db_close);
  if (self->lock_fd >= 0)
    close (self->lock_fd);
  lum_diary_unref (self->diary);
  g_array_unref (self->undo);
  g_array_unref (self->redo);
  g_free (self->path);
  g_free (self);
}

/* --- reading --------------------------------------------------------------------------------------------------- */

static gboolean
read_data_version (LumSession *self, gint64 *version, GError **error)
{
  LumStep step = lum_stmt_step (self->data_version, error);

  *version = step == LUM_STEP_ROW ? lum_stmt_get_int (self->data_version, 0) : 0;
  lum_stmt_reset (self->data_version);
  return step != LUM_STEP_ERROR;
}

/* The whole diary, inside a transaction. A revision is larger than any before it in this session. */
static LumDiary *
read_diary (LumSession *self, GError **error)
{
  g_autoptr (LumDiaryBuilder) builder = lum_diary_builder_new (NULL);

  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++)
    if (!lum_table_load (self->tables[kind], builder, error))
      return NULL;
  return lum_diary_builder_end (g_steal_pointer (&builder), lum_diary_get_revision (self->diary) + 1);
}

/* The diary with these rows read anew. Where there are many, reading all of their kind is less work than finding each. */
static LumDiary *
read_touched (LumSession *self, GArray *touched, GError **error)
{
  g_autoptr (LumDiaryBuilder) builder = lum_diary_builder_new (self->diary);
  guint counts[LUM_N_RECORD_KINDS] = {0};

  for (guint i = 0; i < touched->len; i++)
    counts[g_array_index (touched, LumTouched, i).kind]++;
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++)
    if (counts[kind] > MANY_ROWS && !lum_table_load (self->tables[kind], builder, error))
      return NULL;
  for (guint i = 0; i < touched->len; i++) {
    const LumTouched *row = &g_array_index (touched, LumTouched, i);

    if (counts[row->kind] <= MANY_ROWS &&
        !lum_table_load_row (self->tables[row->kind], builder, row->id, !row->is_new, error))
      return NULL;
  }
  return lum_diary_builder_end (g_steal_pointer (&builder), lum_diary_get_revision (self->diary) + 1);
}

static void
take_diary (LumSession *self, LumDiary *diary)
{
  lum_diary_unref (self->diary);
  self->diary = diary;
}

static gboolean
load_all (LumSession *self, GError **error)
{
  g_autoptr (LumDiary) diary = NULL;
  gint64 version, seq;

  if (!lum_stmt_run (self->begin_read, error))
    return FALSE;
  if (!lum_change_log_get_last (self->log, &seq, error) || !read_data_version (self, &version, error) ||
      !(diary = read_diary (self, error)) || !lum_stmt_run (self->commit, error)) {
    lum_db_rollback (self->db);
    return FALSE;
  }
  self->seen_seq = seq;
  self->seen_data_version = version;
  take_diary (self, g_steal_pointer (&diary));
  lum_db_shrink (self->db); /* the diary holds it all, the pages are not needed again */
  return TRUE;
}

/**
 * lum_session_refresh:
 *
 * Reads what another program has changed meanwhile. Costs next to nothing where nobody has.
 */
gboolean
lum_session_refresh (LumSession *self, GError **error)
{
  g_autoptr (GArray) touched = lum_touched_new ();
  g_autoptr (LumDiary) diary = NULL;
  gint64 version, seq;

  if (!read_data_version (self, &version, error))
    return FALSE;
  if (version == self->seen_data_version)
    return TRUE;

  if (!lum_stmt_run (self->begin_read, error))
    return FALSE;
  if (!lum_change_log_get_last (self->log, &seq, error) || !read_data_version (self, &version, error) ||
      !lum_change_log_read_touched (self->log, self->seen_seq, touched, error) ||
      /* Somebody wrote and logged nothing, so it was no Lumbar: anything may be different. */
      !(diary = touched->len ? read_touched (self, touched, error) : read_diary (self, error)) ||
      !lum_stmt_run (self->commit, error)) {
    lum_db_rollback (self->db);
    return FALSE;
  }
  self->seen_seq = seq;
  self->seen_data_version = version;
  take_diary (self, g_steal_pointer (&diary));
  return TRUE;
}

/* Returns: %FALSE with an error, or without one where somebody has written since the diary was read */
static gboolean
read_deletions (LumSession *self, LumDeletions *deletions, GError **error)
{
  gint64 version;
  gboolean ok;

  if (!lum_stmt_run (self->begin_read, error))
    return FALSE;
  ok = read_data_version (self, &version, error) && version == self->seen_data_version;
  for (int kind = 0; ok && kind < LUM_N_RECORD_KINDS; kind++)
    ok = lum_table_list_deletions (self->tables[kind], deletions, error);
  if (!ok || !lum_stmt_run (self->commit, error)) {
    lum_db_rollback (self->db);
    return FALSE;
  }
  return TRUE;
}

/**
 * lum_session_list_deletions:
 *
 * What was deleted, as of the moment of the session's diary, which is brought up to date for that.
 *
 * Returns: (transfer full) (nullable): %NULL with an error
 */
LumDeletions *
lum_session_list_deletions (LumSession *self, GError **error)
{
  for (;;) {
    g_autoptr (LumDeletions) deletions = lum_deletions_new ();
    GError *local = NULL;

    if (!lum_session_refresh (self, error))
      return NULL;
    if (read_deletions (self, deletions, &local))
      return g_steal_pointer (&deletions);
    if (local) {
      g_propagate_error (error, local);
      return NULL;
    }
  }
}

/* --- writing --------------------------------------------------------------------------------------------------- */

/* One transaction: either @changes, or, without them, taking back @reverts. The new diary is read inside it, so that it
 * is what was committed, with whatever others committed before. */
static gboolean
write_group (LumSession *self,
             const LumChangeSet *changes,
             gint64 reverts,
             LumInstant now,
             gint64 *group,
             GError **error)
{
  g_autoptr (GArray) touched = lum_touched_new ();
  g_autoptr (LumDiary) diary = NULL;
  gint64 version, seq = self->seen_seq;
  gboolean all = FALSE;

  if (self->read_only) {
    g_autofree char *name = g_filename_display_name (self->path);

    g_set_error (error, LUM_ERROR, LUM_ERROR_READ_ONLY, _ ("The journal “%s” may only be read, not changed."), name);
    return FALSE;
  }
  if (!lum_stmt_run (self->begin_write, error))
    return FALSE;

  if (!read_data_version (self, &version, error))
    goto fail;
  if (version != self->seen_data_version) {
    if (!lum_change_log_read_touched (self->log, self->seen_seq, touched, error) ||
        !lum_change_log_get_last (self->log, &seq, error))
      goto fail;
    all = touched->len == 0;
  }
  if (!(changes ? lum_change_log_apply (self->log, changes, now, &seq, group, touched, error)
                : lum_change_log_revert (self->log, reverts, now, &seq, group, touched, error)))
    goto fail;
  if (!(diary = all ? read_diary (self, error) : read_touched (self, touched, error)) ||
      !lum_stmt_run (self->commit, error))
    goto fail;

  self->seen_seq = seq;
  self->seen_data_version = version;
  take_diary (self, g_steal_pointer (&diary));
  return TRUE;

fail:
  lum_db_rollback (self->db);
  return FALSE;
}

/**
 * lum_session_commit:
 * @now: when it happens, for the log and for tombstones
 * @group: (out): names the transaction; 0 where nothing had to be changed
 *
 * Writes all changes of a set, or none. When it returns they have survived a power cut and the diary holds them. A quiet
 * set leaves undo and redo as they are; by its name it can still be taken back.
 */
gboolean
lum_session_commit (LumSession *self, const LumChangeSet *changes, LumInstant now, gint64 *group, GError **error)
{
  *group = 0;
  if (!lum_change_set_check (changes, error) || !write_group (self, changes, 0, now, group, error))
    return FALSE;
  if (*group && !lum_change_set_get_quiet (changes)) {
    Step step = {*group, *group};

    g_array_append_val (self->undo, step);
    g_array_set_size (self->redo, 0);
  }
  return TRUE;
}

/* Takes back the group at @index of @from and remembers the group that did so in @to. What can never be taken back any
 * more is forgotten, or it would bar the way to what was before it. */
static gboolean
move_step (LumSession *self, GArray *from, guint index, GArray *to, LumInstant now, GError **error)
{
  Step step = g_array_index (from, Step, index);
  GError *local = NULL;
  gint64 reverting = 0;

  if (write_group (self, NULL, step.group, now, &reverting, &local)) {
    step.group = reverting;
    g_array_remove_index (from, index);
    g_array_append_val (to, step);
    return TRUE;
  }
  if (g_error_matches (local, LUM_ERROR, LUM_ERROR_CONFLICT))
    g_array_remove_index (from, index);
  g_propagate_error (error, local);
  return FALSE;
}

/* Returns: where a change stands by its first name, or -1 */
static int
find_step (GArray *steps, gint64 name)
{
  for (guint i = steps->len; i-- > 0;)
    if (g_array_index (steps, Step, i).name == name)
      return (int) i;
  return -1;
}

static gboolean
set_nothing (GError **error)
{
  g_set_error_literal (error, LUM_ERROR, LUM_ERROR_NOT_FOUND, _ ("There is nothing to take back."));
  return FALSE;
}

/**
 * lum_session_undo:
 *
 * Takes back the newest change of this session.
 *
 * Returns: %FALSE with LUM_ERROR_CONFLICT where something else has changed the same rows since
 */
gboolean
lum_session_undo (LumSession *self, LumInstant now, GError **error)
{
  if (!self->undo->len)
    return set_nothing (error);
  return move_step (self, self->undo, self->undo->len - 1, self->redo, now, error);
}

/**
 * lum_session_redo:
 *
 * Makes again what was undone last.
 */
gboolean
lum_session_redo (LumSession *self, LumInstant now, GError **error)
{
  if (!self->redo->len)
    return set_nothing (error);
  return move_step (self, self->redo, self->redo->len - 1, self->undo, now, error);
}

/**
 * lum_session_revert:
 *
 * Takes back one named group, as a toast does: of this session, wherever it stands, or of another.
 */
gboolean
lum_session_revert (LumSession *self, gint64 group, LumInstant now, GError **error)
{
  int index = find_step (self->undo, group);
  Step step = {0, group};

  if (index >= 0)
    return move_step (self, self->undo, index, self->redo, now, error);
  if (find_step (self->redo, group) >= 0) /* it is undone already */
    return set_nothing (error);
  if (!write_group (self, NULL, group, now, &step.group, error))
    return FALSE;
  g_array_append_val (self->redo, step);
  return TRUE;
}

/* --- getters --------------------------------------------------------------------------------------------------- */

const char *
lum_session_get_path (LumSession *self)
{
  return self->path;
}

LumDiary *
lum_session_get_diary (LumSession *self)
{
  return self->diary;
}

gboolean
lum_session_is_read_only (LumSession *self)
{
  return self->read_only;
}

gboolean
lum_session_is_remote (LumSession *self)
{
  return self->remote;
}

gboolean
lum_session_get_can_undo (LumSession *self)
{
  return self->undo->len > 0;
}

gboolean
lum_session_get_can_redo (LumSession *self)
{
  return self->redo->len > 0;
}
