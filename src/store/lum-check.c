/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-check.h"

#include <string.h>

#include "lum-i18n.h"
#include "lum-journal-file.h"
#include "lum-stmt.h"
#include "lum-table.h"

/* No more sentences than somebody would read. */
#define MAX_SENTENCES 50

static void
add (GPtrArray *sentences, char *sentence)
{
  if (sentences->len < MAX_SENTENCES)
    g_ptr_array_add (sentences, sentence);
  else
    g_free (sentence);
}

/* SQLite's own checks: is the file what it should be, and does every reference lead somewhere? */
static gboolean
check_file (LumDb *db, GPtrArray *sentences, GError **error)
{
  g_autoptr (LumStmt) integrity = lum_stmt_new (db, "PRAGMA integrity_check (20)", error);
  g_autoptr (LumStmt) references = integrity ? lum_stmt_new (db, "PRAGMA foreign_key_check", error) : NULL;
  LumStep step;

  if (!references)
    return FALSE;
  while ((step = lum_stmt_step (integrity, error)) == LUM_STEP_ROW)
    if (g_strcmp0 (lum_stmt_get_text (integrity, 0), "ok") != 0)
      /* Translators: %s is a technical reason in English. */
      add (sentences, g_strdup_printf (_ ("The file is damaged: %s."), lum_stmt_get_text (integrity, 0)));
  if (step == LUM_STEP_ERROR)
    return FALSE;
  while ((step = lum_stmt_step (references, error)) == LUM_STEP_ROW)
    /* Translators: both %s are tables of the journal; they stay English. */
    add (sentences, g_strdup_printf (_ ("A row of %s names a row of %s that is not there."),
                                     lum_stmt_get_text (references, 0), lum_stmt_get_text (references, 2)));
  return step == LUM_STEP_DONE;
}

/* What the rules say of single records, and of the order of days within one. */
static void
check_record (LumRecordKind kind, const LumRecord *record, GPtrArray *sentences)
{
  g_autoptr (GError) error = NULL;
  const char *table = lum_record_get_info (kind)->table;

  if (!g_uuid_string_is_valid (record->id))
    /* Translators: a table of the journal, then an identity; both stay as they are. */
    add (sentences, g_strdup_printf (_ ("In %s, “%s” is not a valid identity."), table, record->id));
  if (!lum_record_check (kind, record, &error))
    /* Translators: a table of the journal, an identity, and a whole sentence that says what is wrong. */
    add (sentences, g_strdup_printf (_ ("In %s, record %s: %s"), table, record->id, error->message));

  if (kind == LUM_RECORD_PAIN) {
    const LumPainEntry *entry = (const LumPainEntry *) record;

    if (entry->started != LUM_DAY_NONE && entry->started > entry->day)
      add (sentences,
           g_strdup_printf (_ ("In %s, record %s: the pain starts after the day it was felt on."), table, record->id));
  } else if (kind == LUM_RECORD_TREATMENT) {
    const LumTreatment *treatment = (const LumTreatment *) record;

    if (treatment->last != LUM_DAY_NONE && treatment->last < treatment->first)
      add (sentences, g_strdup_printf (_ ("In %s, record %s: the last day is before the first."), table, record->id));
  }
}

static gboolean
check_rules (LumDb *db, GPtrArray *sentences, GError **error)
{
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    g_autoptr (LumTable) table = lum_table_new (db, kind);
    g_autoptr (LumDiaryBuilder) builder = lum_diary_builder_new (NULL);
    g_autoptr (LumDiary) diary = NULL;
    g_autoptr (GError) local = NULL;
    const char *records;
    gsize n;

    if (!lum_table_load (table, builder, &local)) {
      if (!g_error_matches (local, LUM_ERROR, LUM_ERROR_DAMAGED)) {
        g_propagate_error (error, g_steal_pointer (&local));
        return FALSE;
      }
      add (sentences, g_strdup (local->message));
      continue;
    }
    diary = lum_diary_builder_end (g_steal_pointer (&builder), 0);
    records = lum_diary_get_records (diary, kind, &n);
    for (gsize i = 0; i < n; i++)
      check_record (kind, (const LumRecord *) (records + i * lum_record_get_info (kind)->size), sentences);

    /* Two answers must not claim to have been given at the same time, or nobody knows which is the later (EP-4). Two
     * computers count each for themselves; there the moment tells. */
    for (gsize i = 1; kind == LUM_RECORD_GAP_ANSWER && i < n; i++) {
      const LumGapAnswer *answer = &((const LumGapAnswer *) (gconstpointer) records)[i];

      if (answer->seq == answer[-1].seq && answer->base.created_at == answer[-1].base.created_at)
        add (sentences,
             g_strdup_printf (_ ("Two answers about days without entries have the same number (%d)."), answer->seq));
    }
  }
  return TRUE;
}

/* The log must lead to what is there: a row's last entry says what the row holds now. */
static gboolean
check_log (LumDb *db, GPtrArray *sentences, GError **error)
{
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    const char *name = lum_record_get_info (kind)->table;
    g_autoptr (LumTable) table = lum_table_new (db, kind);
    g_autofree char *json = lum_table_dup_json_expression (table);
    g_autofree char *sql = g_strdup_printf (
        "SELECT count(*) FROM (SELECT row_id, after, max (seq) FROM change_log WHERE tbl = '%s' GROUP BY row_id) AS l "
        "LEFT JOIN %s AS t ON t.id = l.row_id WHERE l.after IS NOT %s",
        name, name, json);
    gint64 n;

    if (!lum_db_query_int (db, sql, &n, error))
      return FALSE;
    if (n > 0)
      add (sentences,
           g_strdup_printf (ngettext ("%d record of %s was changed by something other than Lumbar.",
                                      "%d records of %s were changed by something other than Lumbar.", (int) n),
                            (int) n, name));
  }
  return TRUE;
}

/**
 * lum_check_file:
 *
 * Looks whether a journal is sound: the file, its references, each record by the rules, and the change log. Reads only,
 * with a connection of its own.
 *
 * Returns: (transfer full) (nullable): a sentence for each thing that is wrong, empty where all is well; %NULL with an
 *   error where the journal cannot be looked at
 */
char **
lum_check_file (const char *journal, GError **error)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (LumDb) db = NULL;
  LumFileState state;

  if (!lum_journal_file_inspect (journal, &state, error) || !(db = lum_db_open (journal, LUM_DB_READ, error)))
    return NULL;
  if (!lum_db_exec (db, "BEGIN", error) || !check_file (db, sentences, error))
    return NULL;
  /* In a broken file the rest would only say the same in other words. */
  if (!sentences->len && (!check_rules (db, sentences, error) || !check_log (db, sentences, error)))
    return NULL;
  lum_db_rollback (db);
  g_ptr_array_add (sentences, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&sentences), FALSE);
}
