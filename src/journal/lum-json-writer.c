/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-json-writer.h"

#include <math.h>
#include <string.h>

#include "lum-record.h"

struct _LumJsonWriter {
  GString *text;
  GString *brackets;    /* those that are open, outermost first */
  gboolean after_key;   /* the value of a key comes next */
  gboolean after_value; /* a comma comes before the next one */
  gboolean on_one_line;
};

/**
 * lum_json_writer_new:
 *
 * A writer that has written nothing yet.
 */
LumJsonWriter *
lum_json_writer_new (void)
{
  LumJsonWriter *self = g_new0 (LumJsonWriter, 1);

  self->text = g_string_new (NULL);
  self->brackets = g_string_new (NULL);
  return self;
}

void
lum_json_writer_free (LumJsonWriter *self)
{
  if (self->text)
    g_string_free (self->text, TRUE);
  g_string_free (self->brackets, TRUE);
  g_free (self);
}

/**
 * lum_json_writer_end:
 *
 * Ends the text with a line feed; the writer can only be freed afterwards.
 *
 * Returns: (transfer full): the JSON
 */
char *
lum_json_writer_end (LumJsonWriter *self)
{
  g_return_val_if_fail (self->brackets->len == 0, NULL);

  g_string_append_c (self->text, '\n');
  return g_string_free (g_steal_pointer (&self->text), FALSE);
}

static void
new_line (LumJsonWriter *self)
{
  if (self->on_one_line) {
    if (self->after_value)
      g_string_append_c (self->text, ' ');
    return;
  }
  g_string_append_c (self->text, '\n');
  for (gsize i = 0; i < self->brackets->len; i++)
    g_string_append (self->text, "  ");
}

/* What stands before a value or a key: a comma, and a new line inside of brackets. */
static void
begin_value (LumJsonWriter *self)
{
  if (self->after_key) {
    self->after_key = FALSE;
    return;
  }
  if (self->after_value)
    g_string_append_c (self->text, ',');
  if (self->brackets->len)
    new_line (self);
}

/**
 * lum_json_writer_begin:
 * @bracket: '{' for an object, '[' for an array
 */
void
lum_json_writer_begin (LumJsonWriter *self, char bracket)
{
  begin_value (self);
  g_string_append_c (self->text, bracket);
  g_string_append_c (self->brackets, bracket);
  self->after_value = FALSE;
}

/**
 * lum_json_writer_close:
 *
 * Closes the innermost object or array.
 */
void
lum_json_writer_close (LumJsonWriter *self)
{
  char bracket = self->brackets->str[self->brackets->len - 1];

  g_string_truncate (self->brackets, self->brackets->len - 1);
  if (self->after_value && !self->on_one_line)
    new_line (self);
  g_string_append_c (self->text, bracket == '{' ? '}' : ']');
  self->after_value = TRUE;
}

/**
 * lum_json_writer_set_on_one_line:
 *
 * Whether what is written next goes on on the same line: for long lists of small objects.
 */
void
lum_json_writer_set_on_one_line (LumJsonWriter *self, gboolean on_one_line)
{
  self->on_one_line = on_one_line;
}

static void
append_quoted (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p; p++) {
    if (*p == '"' || *p == '\\')
      g_string_append_printf (out, "\\%c", *p);
    else if (*p == '\n')
      g_string_append (out, "\\n");
    else if (*p == '\t')
      g_string_append (out, "\\t");
    else if ((guchar) *p < 0x20 || *p == 0x7f)
      g_string_append_printf (out, "\\u%04x", (guint) (guchar) *p);
    else
      g_string_append_c (out, *p);
  }
  g_string_append_c (out, '"');
}

/**
 * lum_json_writer_key:
 *
 * Names the next value of an object.
 */
void
lum_json_writer_key (LumJsonWriter *self, const char *key)
{
  begin_value (self);
  append_quoted (self->text, key);
  g_string_append (self->text, ": ");
  self->after_key = TRUE;
  self->after_value = FALSE;
}

static void
append_literal (LumJsonWriter *self, const char *literal)
{
  begin_value (self);
  g_string_append (self->text, literal);
  self->after_value = TRUE;
}

/**
 * lum_json_writer_text:
 * @text: (nullable): valid UTF-8; %NULL is null
 */
void
lum_json_writer_text (LumJsonWriter *self, const char *text)
{
  if (!text) {
    lum_json_writer_null (self);
    return;
  }
  begin_value (self);
  append_quoted (self->text, text);
  self->after_value = TRUE;
}

/**
 * lum_json_writer_int:
 * @number: LUM_INT_NONE is null
 */
void
lum_json_writer_int (LumJsonWriter *self, gint64 number)
{
  char buffer[24];

  if (number == LUM_INT_NONE) {
    lum_json_writer_null (self);
    return;
  }
  g_snprintf (buffer, sizeof buffer, "%" G_GINT64_FORMAT, number);
  append_literal (self, buffer);
}

/**
 * lum_json_writer_real:
 * @number: NAN is null
 */
void
lum_json_writer_real (LumJsonWriter *self, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (number)) {
    lum_json_writer_null (self);
    return;
  }
  for (int digits = 15; digits <= 17; digits++) {
    char format[8];

    g_snprintf (format, sizeof format, "%%.%dg", digits);
    g_ascii_formatd (buffer, sizeof buffer, format, number);
    if (g_ascii_strtod (buffer, NULL) == number)
      break;
  }
  append_literal (self, buffer);
}

void
lum_json_writer_bool (LumJsonWriter *self, gboolean value)
{
  append_literal (self, value ? "true" : "false");
}

void
lum_json_writer_null (LumJsonWriter *self)
{
  append_literal (self, "null");
}

/**
 * lum_json_writer_day:
 * @day: an ISO date; LUM_DAY_NONE is null
 */
void
lum_json_writer_day (LumJsonWriter *self, LumDay day)
{
  g_autofree char *iso = lum_day_to_iso (day);

  lum_json_writer_text (self, iso);
}

/**
 * lum_json_writer_instant:
 * @instant: ISO 8601 in UTC; LUM_INSTANT_NONE is null
 */
void
lum_json_writer_instant (LumJsonWriter *self, LumInstant instant)
{
  g_autofree char *iso = lum_instant_to_iso (instant);

  lum_json_writer_text (self, iso);
}
