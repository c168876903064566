/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lum-i18n.h"
#include "lum-importer.h"
#include "lum-sniff.h"

/* Files that are known by their content and cannot be read yet: people should hear what they have, not "unknown".
 * A format leaves this list when its importer comes. */

static gboolean
has (const LumImportSource *source, gsize at, const char *bytes, gsize n)
{
  return source->length >= at + n && memcmp (source->data + at, bytes, n) == 0;
}

static const struct {
  const char *root;
  const char *format;
  const char *reason;
} roots[] = {
    {"TrainingCenterDatabase", "tcx", N_ ("A TCX file; this version cannot read those yet.")},
    {"kml", "kml", N_ ("A KML file; this version cannot read those yet.")},
    {"HealthData", "apple-health", N_ ("An Apple Health export; this version cannot read those yet.")},
    {"polar-exercise-data", "polar", N_ ("A Polar file; this version cannot read those yet.")},
    {"FitnessWorkbook", "fitlog", N_ ("A SportTracks file; this version cannot read those yet.")},
    {"RunningAHEADLog", "runningahead", N_ ("A RunningAHEAD file; this version cannot read those yet.")},
};

/* What it is; NULL if it is none of these. */
static const char *
find_format (const LumImportSource *source, const char **reason)
{
  char root[64];
  char first = lum_sniff_first_char (source->data, source->length);

  if (source->length >= 12 && source->data[0] >= 12 && has (source, 8, ".FIT", 4)) {
    *reason = N_ ("A FIT file; this version cannot read those yet.");
    return "fit";
  }
  if (has (source, 0, "PK\x03\x04", 4) || has (source, 0, "PK\x05\x06", 4)) {
    *reason = N_ ("A ZIP archive; this version cannot read those yet.");
    return "zip";
  }
  if (has (source, 0, "SQLite format 3\0", 16)) {
    *reason = N_ ("An SQLite database; this version cannot import those yet.");
    return "sqlite";
  }
  if (lum_sniff_xml_root (source->data, source->length, root)) {
    for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
      if (strcmp (root, roots[i].root) == 0) {
        *reason = roots[i].reason;
        return roots[i].format;
      }
    *reason = N_ ("An XML file of a kind that Lumbar does not know.");
    return "xml";
  }
  if ((first == '{' || first == '[') && lum_sniff_is_text (source->data, source->length)) {
    *reason = N_ ("A JSON file of a kind that Lumbar does not know.");
    return "json";
  }
  return NULL;
}

static gboolean
sniff (const LumImportSource *source)
{
  const char *reason;

  return find_format (source, &reason) != NULL;
}

static gboolean
parse (const LumImportSource *source, LumImportBatch *batch, GCancellable *cancellable, GError **error)
{
  const char *reason = NULL, *format = find_format (source, &reason);
  LumImportItem *item = lum_import_batch_add (batch, source->file, source->member, format ? format : "unknown");

  lum_import_batch_refuse (batch, item, LUM_IMPORT_REFUSED, "%s", reason ? _ (reason) : "");
  return TRUE;
}

const LumImporter lum_later_importer = {.format = "later", .sniff = sniff, .parse = parse};

/* What nobody knows. */

static gboolean
sniff_any (const LumImportSource *source)
{
  return TRUE;
}

static gboolean
parse_unknown (const LumImportSource *source, LumImportBatch *batch, GCancellable *cancellable, GError **error)
{
  LumImportItem *item = lum_import_batch_add (batch, source->file, source->member, "unknown");

  lum_import_batch_refuse (batch, item, LUM_IMPORT_REFUSED, "%s",
                           source->length == 0 ? _ ("The file is empty.")
                                               : _ ("Lumbar does not know this kind of file."));
  return TRUE;
}

const LumImporter lum_unknown_importer = {.format = "unknown", .sniff = sniff_any, .parse = parse_unknown};
