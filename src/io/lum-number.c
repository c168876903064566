/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-number.h"

#include <math.h>
#include <string.h>

/* No number in a file is longer; Garmin writes coordinates of 30 digits. */
#define MAX_LENGTH 64

/* Numbers whose digits fit a double exactly, divided by a power of ten that does, too, are rounded once and so
 * correctly: that is nearly all of them. The rest goes to g_ascii_strtod(). */
#define MAX_EXACT (G_GUINT64_CONSTANT (1) << 53)
#define MAX_EXACT_DIGITS 18

static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8, 1e9,
                                1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18};

static gboolean
parse_slowly (const char *text, gsize length, double *value)
{
  char copy[MAX_LENGTH + 1];
  char *end;
  double number;

  if (length > MAX_LENGTH)
    return FALSE;
  /* Only what a number is made of: no "inf", "nan" or "0x", which g_ascii_strtod() takes. */
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]) && !(text[i] && strchr ("+-.eE", text[i])))
      return FALSE;
  memcpy (copy, text, length);
  copy[length] = '\0';
  number = g_ascii_strtod (copy, &end);
  if (end == copy || *end || !isfinite (number))
    return FALSE;
  *value = number;
  return TRUE;
}

/**
 * lum_number_parse:
 * @value: (out): untouched if it is no number
 *
 * Reads a whole token as a number with a decimal point, in every locale (formats §1). Blanks around it are allowed;
 * anything after it, NaN, infinity and hexadecimal are not.
 */
gboolean
lum_number_parse (const char *text, gsize length, double *value)
{
  const char *p = text, *end = text + length;
  guint64 digits = 0;
  guint n = 0, decimals = 0;
  gboolean negative = FALSE, point = FALSE;

  while (p < end && g_ascii_isspace (*p))
    p++;
  while (p < end && g_ascii_isspace (end[-1]))
    end--;
  text = p;

  if (p < end && (*p == '-' || *p == '+'))
    negative = *p++ == '-';
  for (; p < end; p++) {
    if (*p >= '0' && *p <= '9') {
      digits = digits * 10 + (guint64) (*p - '0');
      if (++n > MAX_EXACT_DIGITS)
        return parse_slowly (text, (gsize) (end - text), value);
      decimals += point;
    } else if (*p == '.' && !point) {
      point = TRUE;
    } else {
      return parse_slowly (text, (gsize) (end - text), value);
    }
  }
  if (n == 0)
    return FALSE;
  if (digits > MAX_EXACT)
    return parse_slowly (text, (gsize) (end - text), value);

  double number = (double) digits / powers[decimals];
  *value = negative ? -number : number;
  return TRUE;
}

/**
 * lum_number_parse_coordinate:
 *
 * Reads a latitude or longitude. Some programs write 17 decimals and more; those beyond the 18th digit are far below
 * the width of an atom and are left out, which costs at most one unit in the last place of a double.
 */
gboolean
lum_number_parse_coordinate (const char *text, gsize length, double *degrees)
{
  const char *p = text, *end = text + length;
  guint64 digits = 0;
  guint n = 0, decimals = 0;
  gboolean negative;

  negative = p < end && *p == '-';
  p += negative;
  for (; p < end && *p >= '0' && *p <= '9' && n < 4; p++, n++)
    digits = digits * 10 + (guint64) (*p - '0');
  if (n == 0 || p == end || *p != '.')
    return lum_number_parse (text, length, degrees);
  for (p++; p < end && *p >= '0' && *p <= '9' && n < MAX_EXACT_DIGITS; p++, n++, decimals++)
    digits = digits * 10 + (guint64) (*p - '0');
  while (p < end && *p >= '0' && *p <= '9')
    p++;
  if (p != end)
    return lum_number_parse (text, length, degrees);

  double number = (double) digits / powers[decimals];
  *degrees = negative ? -number : number;
  return TRUE;
}

/**
 * lum_number_parse_in:
 *
 * A number from @min to @max.
 */
gboolean
lum_number_parse_in (const char *text, gsize length, double min, double max, double *value)
{
  double number;

  if (!lum_number_parse (text, length, &number) || number < min || number > max)
    return FALSE;
  *value = number;
  return TRUE;
}
