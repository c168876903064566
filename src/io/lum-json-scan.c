/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-json-scan.h"

#include <string.h>

#include "lum-error.h"
#include "lum-i18n.h"
#include "lum-json-cursor.h"

/* A walk over JSON that builds nothing. It comes before json-glib, which knows no limit of depth and stops at things
 * that programs do write (NaN), and which would need many times a large export's size if it got it whole: so a file is
 * looked through first, all of it, and its activities are then parsed one by one. */

#define MAX_DEPTH 64
#define MAX_SPANS 500000

/* Keys of one object: a hash table that is made to be slow stays bearable. */
#define MAX_KEYS 2000

/* The list of activities is a value of the root object, or of an object in the root array. */
#define MAX_LIST_DEPTH 2

#define OBJECT_WEIGHT 5

typedef struct {
  LumJsonCursor at;
  const char *text;
  const char *list;
  gboolean has_list;
  GArray *listed, *rooted; /* LumJsonSpan: objects of the list, objects of the root array */
  guint n_values;
} Scanner;

static gboolean scan_value (Scanner *self, guint depth, GArray *spans);
static gboolean scan_member (Scanner *self, guint depth);

/* The values of an array, or the members of an object. */
static gboolean
scan_items (Scanner *self, guint depth, char close, GArray *spans)
{
  LumJsonCursor *at = &self->at;
  guint n = 0;

  at->p++;
  lum_json_cursor_skip_blanks (at);
  if (lum_json_cursor_peek (at) == close) {
    at->p++;
    return TRUE;
  }
  while (close == '}' ? scan_member (self, depth) : scan_value (self, depth + 1, spans)) {
    lum_json_cursor_skip_blanks (at);
    if (lum_json_cursor_peek (at) == close) {
      at->p++;
      return TRUE;
    }
    if (lum_json_cursor_peek (at) != ',')
      return lum_json_cursor_fail (at, LUM_JSON_BROKEN);
    if (close == '}' && ++n >= MAX_KEYS)
      return lum_json_cursor_fail (at, LUM_JSON_TOO_MUCH);
    at->p++;
    lum_json_cursor_skip_blanks (at);
  }
  return FALSE;
}

/* A key and its value. */
static gboolean
scan_member (Scanner *self, guint depth)
{
  LumJsonCursor *at = &self->at;
  const char *key = at->p + 1;
  gsize length;

  if (lum_json_cursor_peek (at) != '"')
    return lum_json_cursor_fail (at, LUM_JSON_BROKEN);
  if (!lum_json_cursor_scan_text (at))
    return FALSE;
  length = (gsize) (at->p - 1 - key);
  lum_json_cursor_skip_blanks (at);
  if (lum_json_cursor_peek (at) != ':')
    return lum_json_cursor_fail (at, LUM_JSON_BROKEN);
  at->p++;
  lum_json_cursor_skip_blanks (at);
  if (!self->list || depth >= MAX_LIST_DEPTH || length != strlen (self->list) ||
      memcmp (key, self->list, length) != 0 || lum_json_cursor_peek (at) != '[')
    return scan_value (self, depth + 1, NULL);
  self->has_list = TRUE;
  return scan_items (self, depth + 1, ']', self->listed);
}

static gboolean
scan_object (Scanner *self, guint depth, GArray *spans)
{
  const char *from = self->at.p;
  guint n_before = self->n_values;
  LumJsonSpan span = {.offset = (gsize) (from - self->text)};

  if (!scan_items (self, depth, '}', NULL))
    return FALSE;
  span.length = (gsize) (self->at.p - from);
  span.n_values = self->n_values - n_before;
  if (spans && spans->len >= MAX_SPANS)
    return lum_json_cursor_fail (&self->at, LUM_JSON_TOO_MUCH);
  if (spans)
    g_array_append_val (spans, span);
  return TRUE;
}

/* @spans: (nullable): takes the value, if it is an object */
static gboolean
scan_value (Scanner *self, guint depth, GArray *spans)
{
  LumJsonCursor *at = &self->at;
  char c = lum_json_cursor_peek (at);

  if (depth >= MAX_DEPTH)
    return lum_json_cursor_fail (at, LUM_JSON_TOO_DEEP);
  self->n_values += c == '{' ? OBJECT_WEIGHT : 1;
  if (c == '{')
    return scan_object (self, depth, spans);
  if (c == '[')
    return scan_items (self, depth, ']', NULL);
  if (c == '"')
    return lum_json_cursor_scan_text (at);
  if (g_ascii_isdigit (c) || (c == '-' && (at->end - at->p < 2 || at->p[1] != 'I')))
    return lum_json_cursor_scan_number (at);
  return lum_json_cursor_scan_word (at);
}

static gboolean
scan_root (Scanner *self)
{
  LumJsonCursor *at = &self->at;
  gboolean is_array;

  lum_json_cursor_skip_blanks (at);
  is_array = lum_json_cursor_peek (at) == '[';
  if (is_array ? !scan_items (self, 0, ']', self->rooted) : !scan_value (self, 0, self->rooted))
    return FALSE;
  lum_json_cursor_skip_blanks (at);
  return at->p == at->end || lum_json_cursor_fail (at, LUM_JSON_BROKEN);
}

static void
set_error (const Scanner *self, GError **error)
{
  guint line = 1;

  for (const char *p = self->text; p < self->at.p; p++)
    line += *p == '\n';
  switch (self->at.problem) {
  case LUM_JSON_CUT:
    g_set_error_literal (error, LUM_ERROR, LUM_ERROR_UNREADABLE,
                         _ ("The file is cut off: its JSON ends in the middle."));
    break;
  case LUM_JSON_TOO_DEEP:
    g_set_error_literal (error, LUM_ERROR, LUM_ERROR_TOO_LARGE, _ ("Its values are nested too deeply."));
    break;
  case LUM_JSON_TOO_MUCH:
    g_set_error_literal (error, LUM_ERROR, LUM_ERROR_TOO_LARGE, _ ("It holds more entries than Lumbar can take in."));
    break;
  case LUM_JSON_BROKEN:
    g_set_error (error, LUM_ERROR, LUM_ERROR_UNREADABLE,
                 /* Translators: %u is the number of a line in a file */
                 _ ("The file is broken in line %u and cannot be read."), line);
    break;
  }
}

/**
 * lum_json_scan:
 * @text: UTF-8
 * @list: (nullable): the key whose array holds the activities
 *
 * Finds the activities of a JSON text: the objects of its lists; without such a list those of the root array, or the
 * root object alone. The whole text is looked through, so that a damaged one gives none.
 *
 * Returns: (transfer full) (element-type LumJsonSpan): perhaps empty; %NULL with LUM_ERROR_UNREADABLE or _TOO_LARGE,
 * whose messages are for people
 */
GArray *
lum_json_scan (const char *text, gsize length, const char *list, GError **error)
{
  g_autoptr (GArray) listed = g_array_new (FALSE, FALSE, sizeof (LumJsonSpan));
  g_autoptr (GArray) rooted = g_array_new (FALSE, FALSE, sizeof (LumJsonSpan));
  Scanner self = {.at = {.p = text, .end = text + length, .kept = text},
                  .text = text,
                  .list = list,
                  .listed = listed,
                  .rooted = rooted};

  if (!scan_root (&self)) {
    set_error (&self, error);
    return NULL;
  }
  return self.has_list ? g_steal_pointer (&listed) : g_steal_pointer (&rooted);
}

/**
 * lum_json_clean:
 * @text: JSON that lum_json_scan() has found to be sound, or an object of it
 *
 * The same as json-glib takes it: null for NaN and infinity, characters for their numbers, none that is half or does
 * not belong in a text.
 *
 * Returns: (transfer full): NUL-terminated
 */
char *
lum_json_clean (const char *text, gsize length, gsize *clean_length)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (LumJsonSpan));
  g_autoptr (GString) clean = g_string_sized_new (length + 1);
  Scanner self = {.at = {.p = text, .end = text + length, .kept = text}, .text = text, .listed = none, .rooted = none};

  self.at.clean = clean;
  scan_root (&self);
  g_string_append_len (clean, self.at.kept, self.at.end - self.at.kept);
  *clean_length = clean->len;
  return g_string_free (g_steal_pointer (&clean), FALSE);
}
