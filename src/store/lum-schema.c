/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-schema.h"

#include <gio/gio.h>

#include "lum-store-resources.h"

/* One line a version; the files never change once they were released. */
static const char *const migrations[] = {
    "0001-journal.sql",
    "0002-original-scores.sql",
};

/**
 * lum_schema_get_version:
 *
 * The version that this program writes, as in PRAGMA user_version.
 */
int
lum_schema_get_version (void)
{
  return G_N_ELEMENTS (migrations);
}

/**
 * lum_schema_get_sql:
 * @version: 1 to lum_schema_get_version()
 *
 * The step that leads to a version.
 *
 * Returns: (transfer none): SQL
 */
const char *
lum_schema_get_sql (int version)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (version >= 1 && version <= lum_schema_get_version (), NULL);

  path = g_strconcat ("/io/github/lumbar_journal/Lumbar/store/sql/", migrations[version - 1], NULL);
  bytes = g_resource_lookup_data (lum_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  /* Compiled in and uncompressed, so the text stays where it is after the bytes are let go. */
  return bytes ? g_bytes_get_data (bytes, NULL) : NULL;
}

/**
 * lum_schema_migrate:
 * @from: the file's version, 0 for a new one
 *
 * Brings a file to this program's version: each step in one transaction with its number, so that a power cut leaves
 * the version before or the version after.
 */
gboolean
lum_schema_migrate (LumDb *db, int from, GError **error)
{
  for (int version = from + 1; version <= lum_schema_get_version (); version++) {
    g_autofree char *numbers =
        g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT", LUM_APPLICATION_ID, version);

    if (!lum_db_exec (db, "BEGIN IMMEDIATE", error))
      return FALSE;
    if (!lum_db_exec (db, lum_schema_get_sql (version), error) || !lum_db_exec (db, numbers, error)) {
      lum_db_rollback (db);
      return FALSE;
    }
  }
  return TRUE;
}
