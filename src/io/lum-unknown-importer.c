/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lum-i18n.h"
#include "lum-importer.h"
#include "lum-sniff.h"

/* Files of which only the wrapping is known: people should hear what they have, not "unknown". */

static gboolean
has (const LumImportSource *source, gsize at, const char *bytes, gsize n)
{
  return source->length >= at + n && memcmp (source->data + at, bytes, n) == 0;
}

/* What it is; NULL if it is none of these. */
static const char *
find_format (const LumImportSource *source, const char **reason)
{
  char root[64];
  char first = lum_sniff_first_char (source->data, source->length);

  if (has (source, 0, "SQLite format 3\0", 16)) {
    *reason = N_ ("An SQLite database of a kind that Lumbar does not know.");
    return "sqlite";
  }
  if (lum_sniff_xml_root (source->data, source->length, root)) {
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

  item->unknown_kind = TRUE;
  lum_import_batch_refuse (batch, item, LUM_IMPORT_REFUSED, "%s", reason ? _ (reason) : "");
  return TRUE;
}

const LumImporter lum_nearly_importer = {.format = "nearly", .sniff = sniff, .parse = parse};

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

  item->unknown_kind = source->length > 0;
  lum_import_batch_refuse (batch, item, LUM_IMPORT_REFUSED, "%s",
                           source->length == 0 ? _ ("The file is empty.")
                                               : _ ("Lumbar does not know this kind of file."));
  return TRUE;
}

const LumImporter lum_unknown_importer = {.format = "unknown", .sniff = sniff_any, .parse = parse_unknown};
