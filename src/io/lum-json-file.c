/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-json-file.h"

#include <math.h>
#include <string.h>

#include "lum-i18n.h"
#include "lum-json-scan.h"
#include "lum-number.h"
#include "lum-sniff.h"
#include "lum-text-decode.h"

#define HEAD (64 * 1024)

/* Of one activity with all its samples: enough for a day of half a dozen series at one a second. json-glib takes about
 * a hundred bytes for each. */
#define MAX_VALUES 6000000

/* Numbers of milliseconds that a day can be made of, whatever it is. */
#define MAX_EPOCH_MS 1e14

/* --- a file ------------------------------------------------------------------------------------------------------ */

/**
 * lum_json_sniff:
 * @keys: (array zero-terminated=1)
 *
 * Whether a file begins like JSON and all of some keys are near its beginning.
 */
gboolean
lum_json_sniff (const LumImportSource *source, const char *const *keys)
{
  char first = lum_sniff_first_char (source->data, source->length);
  g_auto (LumText) head = {0};

  if (first != '{' && first != '[')
    return FALSE;
  lum_text_decode (&head, source->data, MIN (source->length, HEAD));
  for (; *keys; keys++) {
    g_autofree char *quoted = g_strdup_printf ("\"%s\"", *keys);

    if (!g_strstr_len (head.text, (gssize) head.length, quoted))
      return FALSE;
  }
  return TRUE;
}

/**
 * lum_json_parse:
 * @text: an object that lum_json_scan() found
 *
 * Makes a tree of it, in place of what the parser held before.
 *
 * Returns: (transfer none) (nullable): the parser's
 */
JsonObject *
lum_json_parse (JsonParser *parser, const char *text, gsize length)
{
  gsize clean_length;
  g_autofree char *clean = lum_json_clean (text, length, &clean_length);
  JsonNode *root;

  if (!json_parser_load_from_data (parser, clean, (gssize) clean_length, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  return root && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
}

/**
 * lum_json_read:
 * @format: a static word, for the item of what cannot be read
 * @list: (nullable): the key of the array of activities, where a file may have one; see lum_json_scan()
 *
 * Gives each activity of a file to @func. A file that is damaged or cut off is refused whole.
 *
 * Returns: %FALSE with an error only where it was cancelled
 */
gboolean
lum_json_read (const LumImportSource *source,
               const char *format,
               const char *list,
               LumJsonActivityFunc func,
               LumImportBatch *batch,
               GCancellable *cancellable,
               GError **error)
{
  g_auto (LumText) text = {0};
  g_autoptr (GArray) spans = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) cause = NULL;

  lum_text_decode (&text, source->data, source->length);
  spans = lum_json_scan (text.text, text.length, list, &cause);
  if (!spans) {
    lum_recording_refuse (source, format, batch, "%s", cause->message);
    return TRUE;
  }
  for (guint i = 0; i < spans->len; i++) {
    const LumJsonSpan *span = &g_array_index (spans, LumJsonSpan, i);
    JsonObject *activity = NULL;

    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    if (span->n_values <= MAX_VALUES)
      activity = lum_json_parse (parser, text.text + span->offset, span->length);
    if (activity)
      func (activity, source, batch);
    else
      lum_recording_refuse (source, format, batch, "%s",
                            span->n_values > MAX_VALUES ? _ ("It holds more values than any activity has.")
                                                        : _ ("An activity of this file cannot be read."));
  }
  if (spans->len == 0)
    lum_recording_refuse (source, format, batch, "%s", _ ("There is no activity in the file."));
  return TRUE;
}

/* --- values ------------------------------------------------------------------------------------------------------ */

static JsonNode *
get_node (JsonObject *object, const char *key)
{
  return object ? json_object_get_member (object, key) : NULL;
}

static gboolean
get_double (JsonNode *node, double *value)
{
  GType type = node && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type == G_TYPE_STRING) {
    const char *text = json_node_get_string (node);

    return lum_number_parse (text, strlen (text), value);
  }
  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return FALSE;
  *value = json_node_get_double (node);
  return isfinite (*value);
}

/**
 * lum_json_get_number:
 *
 * A number from @min to @max, also where it is written as a text.
 *
 * Returns: %NAN if there is none
 */
double
lum_json_get_number (JsonObject *object, const char *key, double min, double max)
{
  double value;

  return get_double (get_node (object, key), &value) && value >= min && value <= max ? value : NAN;
}

/**
 * lum_json_get_int:
 *
 * A whole number from @min to @max.
 *
 * Returns: LUM_INT_NONE if there is none
 */
gint32
lum_json_get_int (JsonObject *object, const char *key, gint32 min, gint32 max)
{
  double value = lum_json_get_number (object, key, min, max);

  return value == floor (value) ? (gint32) value : LUM_INT_NONE;
}

/**
 * lum_json_get_text:
 *
 * Returns: (transfer none) (nullable): a text that is not empty; it lives as long as the object
 */
const char *
lum_json_get_text (JsonObject *object, const char *key)
{
  JsonNode *node = get_node (object, key);
  const char *text = NULL;

  if (node && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    text = json_node_get_string (node);
  return text && *text ? text : NULL;
}

/**
 * lum_json_get_id:
 *
 * An identity as it is written, be it a text or a whole number.
 *
 * Returns: (transfer full) (nullable)
 */
char *
lum_json_get_id (JsonObject *object, const char *key)
{
  JsonNode *node = get_node (object, key);

  if (node && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return g_strdup (lum_json_get_text (object, key));
}

/**
 * lum_json_get_object:
 *
 * Returns: (transfer none) (nullable)
 */
JsonObject *
lum_json_get_object (JsonObject *object, const char *key)
{
  JsonNode *node = get_node (object, key);

  return node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * lum_json_get_array:
 *
 * Returns: (transfer none) (nullable)
 */
JsonArray *
lum_json_get_array (JsonObject *object, const char *key)
{
  JsonNode *node = get_node (object, key);

  return node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/**
 * lum_json_get_element:
 * @array: (nullable)
 *
 * Returns: (transfer none) (nullable): the object at a place of an array, if one is there
 */
JsonObject *
lum_json_get_element (JsonArray *array, guint i)
{
  JsonNode *node = array && i < json_array_get_length (array) ? json_array_get_element (array, i) : NULL;

  return node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * lum_json_get_epoch_ms:
 *
 * Milliseconds since 1970.
 *
 * Returns: LUM_INSTANT_NONE if there are none
 */
LumInstant
lum_json_get_epoch_ms (JsonObject *object, const char *key)
{
  double value = lum_json_get_number (object, key, -MAX_EPOCH_MS, MAX_EPOCH_MS);

  return isnan (value) ? LUM_INSTANT_NONE : (LumInstant) value;
}

/**
 * lum_json_get_time:
 * @time: (out): untouched if there is none
 *
 * A time that is written out; see lum_time_parse().
 */
gboolean
lum_json_get_time (JsonObject *object, const char *key, LumTime *time)
{
  const char *text = lum_json_get_text (object, key);

  return text && lum_time_parse (text, strlen (text), time);
}

/* --- a recording ------------------------------------------------------------------------------------------------- */

/**
 * lum_json_set_sport:
 * @word: (nullable): must live as long as the recording
 *
 * Sets the sport of an activity of a program that names every sport: a word that is not known to mean running means
 * something else.
 */
void
lum_json_set_sport (LumRecording *run, const char *word)
{
  lum_recording_set_sport (run, word);
  if (run->sport_class == LUM_SPORT_UNKNOWN && run->sport)
    run->sport_class = LUM_SPORT_OTHER;
}

/**
 * lum_json_set_start:
 *
 * Sets the start by a time that is written out: with its offset, as UTC, or as the wall clock's.
 */
void
lum_json_set_start (LumRecording *run, const LumTime *time)
{
  run->start = time->instant;
  run->wall_clock = time->zone == LUM_ZONE_NONE;
  if (time->zone == LUM_ZONE_OFFSET)
    run->utc_offset = time->utc_offset;
}
