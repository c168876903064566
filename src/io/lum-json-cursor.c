/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-json-cursor.h"

#include <string.h>

/**
 * lum_json_cursor_fail:
 *
 * Notes what is wrong where the cursor is; what is broken at the end is cut off.
 *
 * Returns: %FALSE
 */
gboolean
lum_json_cursor_fail (LumJsonCursor *self, LumJsonProblem problem)
{
  self->problem = problem == LUM_JSON_BROKEN && self->p >= self->end ? LUM_JSON_CUT : problem;
  return FALSE;
}

/* Writes something else than the bytes from @from to where the cursor is. */
static void
replace (LumJsonCursor *self, const char *from, const char *with, gssize length)
{
  if (!self->clean)
    return;
  g_string_append_len (self->clean, self->kept, from - self->kept);
  g_string_append_len (self->clean, with, length);
  self->kept = self->p;
}

/**
 * lum_json_cursor_skip_blanks:
 *
 * Goes on to what is no blank.
 */
void
lum_json_cursor_skip_blanks (LumJsonCursor *self)
{
  while (self->p < self->end && (*self->p == ' ' || *self->p == '\n' || *self->p == '\r' || *self->p == '\t'))
    self->p++;
}

/* --- texts ------------------------------------------------------------------------------------------------------- */

static gboolean
read_hex (LumJsonCursor *self, gunichar *value)
{
  *value = 0;
  if (self->end - self->p < 6 || self->p[0] != '\\' || self->p[1] != 'u')
    return FALSE;
  for (int i = 2; i < 6; i++) {
    int digit = g_ascii_xdigit_value (self->p[i]);

    if (digit < 0)
      return FALSE;
    *value = *value * 16 + (gunichar) digit;
  }
  self->p += 6;
  return TRUE;
}

/* A character by its number. Halves of a pair that stand alone are no character, and control characters say nothing. */
static gboolean
scan_unicode (LumJsonCursor *self)
{
  const char *from = self->p;
  gunichar c, low;
  char utf8[6];

  if (!read_hex (self, &c)) {
    if (self->end - self->p < 6)
      self->p = self->end;
    return lum_json_cursor_fail (self, LUM_JSON_BROKEN);
  }
  if (c >= 0xd800 && c <= 0xdbff) {
    const char *second = self->p;

    if (read_hex (self, &low) && low >= 0xdc00 && low <= 0xdfff) {
      c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
    } else {
      self->p = second;
      c = 0xfffd;
    }
  } else if (c >= 0xdc00 && c <= 0xdfff) {
    c = 0xfffd;
  }
  if (c < 0x20 && c != '\t' && c != '\n' && c != '\r')
    c = ' ';
  /* The others stay escaped. */
  if (c >= 0x20 && c != '"' && c != '\\')
    replace (self, from, utf8, g_unichar_to_utf8 (c, utf8));
  return TRUE;
}

/**
 * lum_json_cursor_scan_text:
 *
 * Goes past a text with its quotation marks.
 *
 * Returns: %FALSE where it is none
 */
gboolean
lum_json_cursor_scan_text (LumJsonCursor *self)
{
  self->p++;
  while (self->p < self->end && *self->p != '"') {
    if (*self->p != '\\') {
      self->p++;
      continue;
    }
    if (self->end - self->p < 2) {
      self->p = self->end;
      break;
    }
    if (self->p[1] == 'u') {
      if (!scan_unicode (self))
        return FALSE;
    } else if (self->p[1] == 'b' || self->p[1] == 'f') {
      self->p += 2;
      replace (self, self->p - 2, " ", 1);
    } else if (strchr ("\"\\/nrt", self->p[1])) {
      self->p += 2;
    } else {
      return lum_json_cursor_fail (self, LUM_JSON_BROKEN);
    }
  }
  if (self->p >= self->end)
    return lum_json_cursor_fail (self, LUM_JSON_CUT);
  self->p++;
  return TRUE;
}

/* --- numbers and words ------------------------------------------------------------------------------------------- */

static guint
skip_digits (LumJsonCursor *self)
{
  const char *from = self->p;

  while (self->p < self->end && g_ascii_isdigit (*self->p))
    self->p++;
  return (guint) (self->p - from);
}

/**
 * lum_json_cursor_scan_number:
 *
 * Goes past a number.
 *
 * Returns: %FALSE where it is none
 */
gboolean
lum_json_cursor_scan_number (LumJsonCursor *self)
{
  /* json-glib stops at a whole number that is larger. */
  static const char max_int[] = "9223372036854775807";
  gboolean whole = TRUE;
  guint n;

  if (lum_json_cursor_peek (self) == '-')
    self->p++;
  n = skip_digits (self);
  if (n == 0 || (n > 1 && self->p[-(gssize) n] == '0'))
    return lum_json_cursor_fail (self, LUM_JSON_BROKEN);
  if (lum_json_cursor_peek (self) == '.') {
    whole = FALSE;
    self->p++;
    if (skip_digits (self) == 0)
      return lum_json_cursor_fail (self, LUM_JSON_BROKEN);
  }
  if (lum_json_cursor_peek (self) == 'e' || lum_json_cursor_peek (self) == 'E') {
    whole = FALSE;
    self->p++;
    if (lum_json_cursor_peek (self) == '+' || lum_json_cursor_peek (self) == '-')
      self->p++;
    if (skip_digits (self) == 0)
      return lum_json_cursor_fail (self, LUM_JSON_BROKEN);
  }
  if (whole && (n > 19 || (n == 19 && memcmp (self->p - 19, max_int, 19) > 0)))
    replace (self, self->p, ".0", 2);
  return TRUE;
}

/**
 * lum_json_cursor_scan_word:
 *
 * Goes past true, false and null; and past NaN and infinity, which are no JSON, but which programs write for a number
 * that they do not have.
 *
 * Returns: %FALSE where it is none
 */
gboolean
lum_json_cursor_scan_word (LumJsonCursor *self)
{
  static const struct {
    const char *word;
    gboolean is_null;
  } words[] = {{"true", FALSE}, {"false", FALSE},   {"null", FALSE},
               {"NaN", TRUE},   {"Infinity", TRUE}, {"-Infinity", TRUE}};

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    gsize length = strlen (words[i].word);
    gsize left = (gsize) (self->end - self->p);

    if (left < length && left > 0 && memcmp (self->p, words[i].word, left) == 0) {
      self->p = self->end;
      return lum_json_cursor_fail (self, LUM_JSON_CUT);
    }
    if (left >= length && memcmp (self->p, words[i].word, length) == 0) {
      self->p += length;
      if (words[i].is_null)
        replace (self, self->p - length, "null", 4);
      return TRUE;
    }
  }
  return lum_json_cursor_fail (self, LUM_JSON_BROKEN);
}
