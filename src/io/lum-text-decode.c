/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-text-decode.h"

#include <string.h>

/* The encoding that an XML declaration names; NULL where there is none or it can be left alone. */
static char *
find_declared_encoding (const char *text, gsize length)
{
  gsize head = MIN (length, 200);
  const char *end = g_strstr_len (text, head, "?>");
  const char *at;
  gsize n = 0;
  char quote;

  if (length < 5 || memcmp (text, "<?xml", 5) != 0 || !end)
    return NULL;
  at = g_strstr_len (text, end - text, "encoding");
  if (!at)
    return NULL;
  for (at += strlen ("encoding"); at < end && (g_ascii_isspace (*at) || *at == '='); at++)
    ;
  if (at >= end || (*at != '"' && *at != '\''))
    return NULL;
  quote = *at++;
  while (at + n < end && at[n] != quote)
    n++;
  if (n == 0 || n > 40 || g_ascii_strncasecmp (at, "utf", 3) == 0)
    return NULL;
  return g_strndup (at, n);
}

static gboolean
is_control (guchar c)
{
  return c < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

/* Eight bytes at a time, since every byte of every file goes through here: a word without a byte below a blank has
 * no control character. */
static gboolean
has_control_bytes (const char *text, gsize length)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  gsize i = 0;

  for (; i + 8 <= length; i += 8) {
    guint64 word;

    memcpy (&word, text + i, 8);
    if (!((word - ones * 0x20) & ~word & (ones * 0x80)))
      continue;
    for (gsize j = i; j < i + 8; j++)
      if (is_control ((guchar) text[j]))
        return TRUE;
  }
  for (; i < length; i++)
    if (is_control ((guchar) text[i]))
      return TRUE;
  return FALSE;
}

/* Takes a converted text over, or keeps what is there where it could not be converted. */
static gboolean
convert (LumText *self, const char *from)
{
  gsize length = 0;
  char *converted = g_convert (self->text, (gssize) self->length, "UTF-8", from, NULL, &length, NULL);

  if (!converted)
    return FALSE;
  g_free (self->owned);
  self->text = self->owned = converted;
  self->length = length;
  return TRUE;
}

static void
drop_control_bytes (LumText *self)
{
  char *clean = g_malloc (self->length + 1);
  gsize n = 0;

  for (gsize i = 0; i < self->length; i++) {
    guchar c = (guchar) self->text[i];

    if (!is_control (c))
      clean[n++] = (char) c;
  }
  clean[n] = '\0';
  g_free (self->owned);
  self->text = self->owned = clean;
  self->length = n;
}

/* Which of the two UTF-16 it is, by the byte order mark or by the NUL beside the first ASCII character. */
static const char *
find_utf16 (const guint8 *data, gsize length, gsize *skip)
{
  *skip = 0;
  if (length < 2)
    return NULL;
  if ((data[0] == 0xff && data[1] == 0xfe) || (data[0] == 0xfe && data[1] == 0xff)) {
    *skip = 2;
    return data[0] == 0xff ? "UTF-16LE" : "UTF-16BE";
  }
  if (length >= 4 && data[0] && !data[1] && data[2] && !data[3])
    return "UTF-16LE";
  if (length >= 4 && !data[0] && data[1] && !data[2] && data[3])
    return "UTF-16BE";
  return NULL;
}

/**
 * lum_text_decode:
 * @self: (out): keeps pointing into @data where nothing had to be changed
 *
 * Text as UTF-8 (formats §1): byte order marks, UTF-16, an XML declaration's encoding, else Windows-1252 where it is
 * not valid UTF-8. NULs and control characters are dropped. Never fails: what cannot be read becomes U+FFFD.
 */
void
lum_text_decode (LumText *self, const guint8 *data, gsize length)
{
  const char *utf16;
  gsize skip = 0;
  g_autofree char *declared = NULL;

  *self = (LumText){(const char *) data, length, NULL};
  if (length == 0) {
    self->text = "";
    return;
  }

  utf16 = find_utf16 (data, length, &skip);
  if (utf16) {
    self->text += skip;
    self->length -= skip;
    /* A lone byte at the end belongs to a cut file; it must not cost the rest. */
    self->length &= ~(gsize) 1;
    convert (self, utf16);
  } else {
    if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0) {
      self->text += 3;
      self->length -= 3;
    }
    declared = find_declared_encoding (self->text, self->length);
    if (declared)
      convert (self, declared);
  }

  if (has_control_bytes (self->text, self->length))
    drop_control_bytes (self);
  if (!g_utf8_validate_len (self->text, self->length, NULL) && !convert (self, "WINDOWS-1252")) {
    char *valid = g_utf8_make_valid (self->text, (gssize) self->length);

    g_free (self->owned);
    self->text = self->owned = valid;
    self->length = strlen (valid);
  }
}

/**
 * lum_text_clear:
 *
 * Frees what lum_text_decode() had to make.
 */
void
lum_text_clear (LumText *self)
{
  g_clear_pointer (&self->owned, g_free);
  self->text = NULL;
  self->length = 0;
}
