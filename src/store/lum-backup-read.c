/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "lum-backup-file-private.h"
#include "lum-i18n.h"
#include "lum-journal-file.h"
#include "lum-schema.h"
#include "lum-table.h"

/* A diary takes what a table holds; what is to be written must be right, too. */
static gboolean
check_records (const LumDiary *diary, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    gsize n, size = lum_record_get_info (kind)->size;
    const char *records = lum_diary_get_records (diary, kind, &n);

    for (gsize i = 0; i < n; i++) {
      const LumRecord *record = (const LumRecord *) (records + i * size);
      g_autoptr (GError) cause = NULL;

      if (!g_uuid_string_is_valid (record->id)) {
        g_set_error (error, LUM_ERROR, LUM_ERROR_DAMAGED, _ ("The journal “%s” is damaged and cannot be read."), name);
        return FALSE;
      }
      if (!lum_record_check (kind, record, &cause)) {
        /* Translators: the second %s is a sentence that says what is wrong. */
        g_set_error (error, LUM_ERROR, LUM_ERROR_DAMAGED, _ ("The journal “%s” is damaged: %s"), name, cause->message);
        return FALSE;
      }
    }
  }
  return TRUE;
}

static LumDiary *
load (LumDb *db, GError **error)
{
  g_autoptr (LumDiaryBuilder) builder = lum_diary_builder_new (NULL);

  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    g_autoptr (LumTable) table = lum_table_new (db, kind);

    if (!lum_table_load (table, builder, error))
      return NULL;
  }
  return lum_diary_builder_end (g_steal_pointer (&builder), 0);
}

/* The copy is brought to this program's form where it is of an older one; what was chosen stays as it is. */
static LumDiary *
read_copy (LumDb *source, const char *beside, const char *path, GError **error)
{
  g_autoptr (LumDb) copy = lum_db_open (beside, LUM_DB_WRITE, error);
  g_autoptr (LumDiary) diary = NULL;
  g_autofree char *mode = NULL;
  gint64 version;

  if (!copy)
    return NULL;
  lum_db_set_path (copy, path);
  /* It is thrown away at once. */
  if (!lum_db_exec (copy, "PRAGMA synchronous = OFF", error) || !lum_db_copy_to (source, copy, error) ||
      !(mode = lum_db_query_text (copy, "PRAGMA journal_mode = DELETE", error)) ||
      !lum_db_query_int (copy, "PRAGMA user_version", &version, error) ||
      !lum_schema_migrate (copy, (int) version, error) || !(diary = load (copy, error)) ||
      !check_records (diary, path, error))
    return NULL;
  return g_steal_pointer (&diary);
}

/**
 * lum_backup_file_read:
 * @journal: beside which the work is done
 * @path: a copy of it, or another journal, perhaps in use
 *
 * Reads what a journal's file holds, of whatever version, without changing it.
 *
 * Returns: (transfer full) (nullable): %NULL with an error
 */
LumDiary *
lum_backup_file_read (const char *journal, const char *path, GError **error)
{
  g_autofree char *folder = lum_journal_file_get_backup_folder (journal);
  /* The name of an unfinished copy: what a power cut leaves behind is taken away with those. */
  g_autofree char *prefix = lum_backup_file_get_prefix (journal);
  g_autofree char *name = g_strconcat (prefix, "read.db.new-XXXXXX", NULL);
  g_autofree char *beside = g_build_filename (folder, name, NULL);
  g_autoptr (LumDb) source = lum_backup_file_open (path, error);
  LumDiary *diary;
  int fd;

  if (!source)
    return NULL;
  if (g_mkdir_with_parents (folder, 0700) != 0 || (fd = g_mkstemp_full (beside, O_RDWR | O_CLOEXEC, 0600)) < 0) {
    lum_backup_file_set_error (beside, errno, error);
    return NULL;
  }
  close (fd);
  diary = read_copy (source, beside, path, error);
  g_unlink (beside);
  return diary;
}
