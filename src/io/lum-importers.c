/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-importers.h"

#include <string.h>

#include "lum-error.h"
#include "lum-gunzip.h"
#include "lum-i18n.h"

/* The importers, one line each; the first that knows the bytes takes them. `nearly` knows the wrapping
 * alone, `unknown` takes the rest. */
#define IMPORTERS(X)               \
  X (lum_fit_importer)             \
  X (lum_gpx_importer)             \
  X (lum_tcx_importer)             \
  X (lum_apple_health_importer)    \
  X (lum_zip_importer)             \
  X (lum_polar_xml_importer)       \
  X (lum_fitlog_importer)          \
  X (lum_runningahead_importer)    \
  X (lum_suunto_xml_importer)      \
  X (lum_fitotrack_xml_importer)   \
  X (lum_kml_importer)             \
  X (lum_garmin_json_importer)     \
  X (lum_google_fit_json_importer) \
  X (lum_fitbit_json_importer)     \
  X (lum_nike_json_importer)       \
  X (lum_polar_json_importer)      \
  X (lum_suunto_json_importer)     \
  X (lum_smashrun_json_importer)   \
  X (lum_runalyze_importer)        \
  X (lum_other_json_importer)      \
  X (lum_nearly_importer)          \
  X (lum_csv_importer)             \
  X (lum_unknown_importer)

#define DECLARE(importer) extern const LumImporter importer;
#define POINT_TO(importer) &importer,

IMPORTERS (DECLARE)

static const LumImporter *const importers[] = {IMPORTERS (POINT_TO)};

/**
 * lum_importer_find:
 *
 * Who reads these bytes, by their content (formats §1). They are not unpacked for it.
 *
 * Returns: (transfer none): never %NULL
 */
const LumImporter *
lum_importer_find (const LumImportSource *source)
{
  g_return_val_if_fail (source, NULL);

  for (guint i = 0; source->others && source->others[i]; i++)
    if (source->others[i]->sniff (source))
      return source->others[i];
  for (guint i = 0; i < G_N_ELEMENTS (importers); i++)
    if (importers[i]->sniff (source))
      return importers[i];
  return importers[G_N_ELEMENTS (importers) - 1];
}

/**
 * lum_importers_describe:
 *
 * The formats that have an importer, in a row: another row means that other files can be read.
 *
 * Returns: (transfer full): "gpx csv"
 */
char *
lum_importers_describe (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (importers); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", importers[i]->format ? importers[i]->format : "-");
  return g_string_free (text, FALSE);
}

/* Packed files may be packed once more (Strava does it), but not for ever. */
#define MAX_GZIP_DEPTH 2

/**
 * lum_io_read:
 *
 * Unpacks, recognises and reads one file's bytes into @batch. What is wrong with the file is an item with a reason.
 *
 * Returns: %FALSE with an error only where it was cancelled
 */
gboolean
lum_io_read (const LumImportSource *source, LumImportBatch *batch, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) unpacked = NULL;
  LumImportSource inner;

  g_return_val_if_fail (source && source->file && batch, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  inner = *source;
  for (int depth = 0; lum_is_gzip (inner.data, inner.length); depth++) {
    g_autoptr (GError) local = NULL;
    g_autoptr (GBytes) next = NULL;

    if (depth < MAX_GZIP_DEPTH)
      next = lum_gunzip (inner.data, inner.length, LUM_IO_MAX_BYTES, cancellable, &local);
    else
      local = g_error_new_literal (LUM_ERROR, LUM_ERROR_TOO_LARGE, _ ("It is packed more than twice."));
    if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
    if (!next) {
      LumImportItem *item = lum_import_batch_add (batch, source->file, source->member, "gzip");

      lum_import_batch_refuse (batch, item, LUM_IMPORT_REFUSED, "%s", local->message);
      return TRUE;
    }
    g_clear_pointer (&unpacked, g_bytes_unref);
    unpacked = g_steal_pointer (&next);
    inner.data = g_bytes_get_data (unpacked, &inner.length);
  }

  return lum_importer_find (&inner)->parse (&inner, batch, cancellable, error);
}
