/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-table-memory.h"

#include <string.h>

#include "lum-importers.h"
#include "lum-transfer-private.h"

#define GROUP "tables"

static char *
make_path (const char *journal_path)
{
  g_autofree char *folder = g_path_get_dirname (journal_path);

  return g_build_filename (folder, "tables.ini", NULL);
}

/**
 * lum_table_memory_load:
 * @journal_path: of any journal in the folder
 *
 * Reads what is remembered. A file that is missing or damaged is nothing remembered: the person can say it again.
 *
 * Returns: (transfer full) (element-type utf8 LumCsvMapping): by the tables' signatures
 */
GHashTable *
lum_table_memory_load (const char *journal_path)
{
  GHashTable *tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) lum_csv_mapping_free);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = make_path (journal_path);
  g_auto (GStrv) keys = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return tables;
  keys = g_key_file_get_keys (file, GROUP, NULL, NULL);
  for (guint i = 0; keys && keys[i]; i++) {
    g_autofree char *text = g_key_file_get_string (file, GROUP, keys[i], NULL);
    LumCsvMapping *mapping = text ? lum_csv_mapping_from_text (text) : NULL;

    if (mapping)
      g_hash_table_insert (tables, g_strdup (keys[i]), mapping);
  }
  return tables;
}

/**
 * lum_table_memory_save:
 *
 * Remembers what the columns of a table are, in place of what was remembered of it.
 *
 * Returns: %FALSE with LUM_ERROR_FULL, _READ_ONLY or _IO
 */
gboolean
lum_table_memory_save (const char *journal_path, const char *signature, const LumCsvMapping *mapping, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = make_path (journal_path);
  g_autofree char *text = lum_csv_mapping_to_text (mapping);
  g_autofree char *whole = NULL;

  g_key_file_load_from_file (file, path, G_KEY_FILE_KEEP_COMMENTS, NULL);
  g_key_file_set_string (file, GROUP, signature, text);
  whole = g_key_file_to_data (file, NULL, NULL);
  return lum_write_file (path, whole, error);
}

/**
 * lum_table_try:
 *
 * Reads the beginning of a table as if its columns were what @mapping says.
 *
 * Returns: (transfer full): the items
 */
LumImportBatch *
lum_table_try (const LumTableSample *sample, const LumCsvMapping *mapping, LumClock *clock, LumUnits units)
{
  LumImportBatch *batch = lum_import_batch_new ();
  g_autoptr (GHashTable) tables = g_hash_table_new (g_str_hash, g_str_equal);
  LumImportSource source = {.file = "",
                            .data = (const guint8 *) sample->text,
                            .length = strlen (sample->text),
                            .clock = clock,
                            .units = units,
                            .tables = tables};

  g_hash_table_insert (tables, sample->signature, (gpointer) mapping);
  lum_io_read (&source, batch, NULL, NULL);
  return batch;
}
