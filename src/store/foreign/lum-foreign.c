/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-foreign.h"

#include <string.h>

#include "lum-error.h"
#include "lum-foreign-form.h"
#include "lum-i18n.h"
#include "lum-schema.h"

/* The databases that are known, one line each. */
#define FORMS(X)              \
  X (lum_health_connect_form) \
  X (lum_fitotrack_form)

#define DECLARE(form) extern const LumForeignForm form;
#define POINT_TO(form) &form,

FORMS (DECLARE)

static const LumForeignForm *const forms[] = {FORMS (POINT_TO)};

#define APPLICATION_ID_AT 68

static gboolean
is_journal (const LumImportSource *source)
{
  guint32 id;

  if (source->length < APPLICATION_ID_AT + sizeof id)
    return FALSE;
  memcpy (&id, source->data + APPLICATION_ID_AT, sizeof id);
  return GUINT32_FROM_BE (id) == LUM_APPLICATION_ID;
}

static const LumForeignForm *
find_form (LumForeignDb *db, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (GError) local = NULL;

    if (lum_foreign_db_has_table (db, forms[i]->table, forms[i]->columns, &local))
      return forms[i];
    if (local) {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  }
  g_set_error_literal (error, LUM_ERROR, LUM_ERROR_UNREADABLE,
                       _ ("An SQLite database of a program that Lumbar does not know."));
  return NULL;
}

static gboolean
read_runs (const LumImportSource *source,
           GArray *runs,
           GStringChunk *words,
           const char **format,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (LumForeignDb) db = NULL;
  const LumForeignForm *form;

  if (is_journal (source)) {
    g_set_error_literal (error, LUM_ERROR, LUM_ERROR_UNREADABLE,
                         _ ("A Lumbar journal: it is opened, or restored as a backup, and not imported."));
    return FALSE;
  }
  db = lum_foreign_db_open (source->data, source->length, cancellable, error);
  form = db ? find_form (db, error) : NULL;
  if (!form)
    return FALSE;
  *format = form->format;
  if (!form->read (db, runs, words, error))
    return FALSE;
  if (runs->len > 0)
    return TRUE;
  g_set_error_literal (error, LUM_ERROR, LUM_ERROR_UNREADABLE, _ ("There is no activity in the file."));
  return FALSE;
}

static gboolean
sniff (const LumImportSource *source)
{
  return source->length >= 16 && memcmp (source->data, "SQLite format 3", 16) == 0;
}

static gboolean
parse (const LumImportSource *source, LumImportBatch *batch, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (LumRecording));
  g_autoptr (GStringChunk) words = g_string_chunk_new (4096);
  g_autoptr (GError) local = NULL;
  const char *format = "sqlite";

  if (read_runs (source, runs, words, &format, cancellable, &local)) {
    for (guint i = 0; i < runs->len; i++)
      lum_recording_add (&g_array_index (runs, LumRecording, i), source, format, batch);
  } else if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  } else {
    lum_recording_refuse (source, format, batch, "%s", local->message);
  }
  return TRUE;
}

static const LumImporter importer = {.format = "sqlite",
                                     .sniff = sniff,
                                     .parse = parse,
                                     .max_bytes = LUM_FOREIGN_MAX_BYTES};

const LumImporter *const lum_foreign_importers[] = {&importer, NULL};
