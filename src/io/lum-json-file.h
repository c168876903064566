/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "lum-recording.h"
#include "lum-time-parse.h"

G_BEGIN_DECLS

/* The JSON files of other programs: the way to their activities, and lenient getters for what those hold. Every getter
 * takes %NULL for an object, and a value of the wrong type is as good as none: programs change theirs without notice. */

/* What an importer does with one activity of a file: it adds at least one item. */
typedef void (*LumJsonActivityFunc) (JsonObject *activity, const LumImportSource *source, LumImportBatch *batch);

gboolean lum_json_sniff (const LumImportSource *source, const char *const *keys);
JsonObject *lum_json_parse (JsonParser *parser, const char *text, gsize length);
gboolean lum_json_read (const LumImportSource *source,
                        const char *format,
                        const char *list,
                        LumJsonActivityFunc func,
                        LumImportBatch *batch,
                        GCancellable *cancellable,
                        GError **error);

double lum_json_get_number (JsonObject *object, const char *key, double min, double max);
gint32 lum_json_get_int (JsonObject *object, const char *key, gint32 min, gint32 max);
const char *lum_json_get_text (JsonObject *object, const char *key);
char *lum_json_get_id (JsonObject *object, const char *key);
JsonObject *lum_json_get_object (JsonObject *object, const char *key);
JsonArray *lum_json_get_array (JsonObject *object, const char *key);
JsonObject *lum_json_get_element (JsonArray *array, guint i);
LumInstant lum_json_get_epoch_ms (JsonObject *object, const char *key);
gboolean lum_json_get_time (JsonObject *object, const char *key, LumTime *time);

void lum_json_set_sport (LumRecording *run, const char *word);
void lum_json_set_start (LumRecording *run, const LumTime *time);

G_END_DECLS
