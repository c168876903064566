/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-sniff.h"

#include <string.h>

/* How far is looked before the root element: comments and a DTD may come first. */
#define HEAD (64 * 1024)

/* Bytes as characters, whatever the encoding: with UTF-16 the low bytes are enough to know ASCII names. */
typedef struct {
  const guint8 *data;
  gsize length; /* in characters */
  guint step, first;
} Chars;

static Chars
begin (const guint8 *data, gsize length)
{
  Chars chars = {data, MIN (length, HEAD), 1, 0};

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0) {
    chars.data += 3;
    chars.length = MIN (length - 3, HEAD);
  } else if (length >= 2 && ((data[0] == 0xff && data[1] == 0xfe) || (data[0] == 0xfe && data[1] == 0xff))) {
    chars.data += 2;
    chars.first = data[0] == 0xfe ? 1 : 0;
    chars.length = MIN (length - 2, HEAD) / 2;
    chars.step = 2;
  }
  return chars;
}

static char
get (const Chars *chars, gsize i)
{
  return i < chars->length ? (char) chars->data[i * chars->step + chars->first] : '\0';
}

static gboolean
starts_with (const Chars *chars, gsize i, const char *text)
{
  for (; *text; text++, i++)
    if (get (chars, i) != *text)
      return FALSE;
  return TRUE;
}

static gsize
skip_blanks (const Chars *chars, gsize i)
{
  while (i < chars->length && g_ascii_isspace (get (chars, i)))
    i++;
  return i;
}

static gsize
skip_past (const Chars *chars, gsize i, const char *end)
{
  while (i < chars->length && !starts_with (chars, i, end))
    i++;
  return i + strlen (end);
}

/**
 * lum_sniff_first_char:
 *
 * The first character that is no blank, after a byte order mark.
 *
 * Returns: '\0' if there is none
 */
char
lum_sniff_first_char (const guint8 *data, gsize length)
{
  Chars chars = begin (data, length);

  return get (&chars, skip_blanks (&chars, 0));
}

/**
 * lum_sniff_xml_root:
 * @name: (out): the local name of the root element, cut at 63 bytes
 *
 * Finds the root element of XML.
 *
 * Returns: %FALSE if it does not begin like XML
 */
gboolean
lum_sniff_xml_root (const guint8 *data, gsize length, char name[64])
{
  Chars chars = begin (data, length);
  gsize i = skip_blanks (&chars, 0), n = 0;

  name[0] = '\0';
  if (get (&chars, i) != '<')
    return FALSE;

  while (i < chars.length && get (&chars, i) == '<') {
    if (starts_with (&chars, i, "<?")) {
      i = skip_past (&chars, i, "?>");
    } else if (starts_with (&chars, i, "<!--")) {
      i = skip_past (&chars, i + 4, "-->");
    } else if (starts_with (&chars, i, "<!")) {
      gsize close = skip_past (&chars, i, ">"), subset = i;

      while (subset < close && get (&chars, subset) != '[')
        subset++;
      i = subset < close ? skip_past (&chars, skip_past (&chars, subset, "]"), ">") : close;
    } else {
      for (i++; i < chars.length && n < 63; i++) {
        char c = get (&chars, i);

        if (g_ascii_isspace (c) || c == '>' || c == '/')
          break;
        if (c == ':')
          n = 0;
        else
          name[n++] = c;
      }
      name[n] = '\0';
      return TRUE;
    }
    i = skip_blanks (&chars, i);
  }
  return TRUE;
}

/**
 * lum_sniff_is_text:
 *
 * Whether the bytes look like text: hardly any control characters. NULs alone at the end do not count.
 */
gboolean
lum_sniff_is_text (const guint8 *data, gsize length)
{
  Chars chars = begin (data, length);
  gsize odd = 0;

  while (chars.length > 0 && get (&chars, chars.length - 1) == '\0')
    chars.length--;
  for (gsize i = 0; i < chars.length; i++) {
    guchar c = (guchar) get (&chars, i);

    if (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f')
      odd++;
  }
  return chars.length > 0 && odd * 50 <= chars.length;
}
