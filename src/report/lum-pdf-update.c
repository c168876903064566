/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-pdf-update.h"

#include <stdlib.h>
#include <string.h>

/* An incremental update: new versions of a few objects behind the finished file, a cross-reference table of them, and
 * a trailer that points back to the first one. It reads the plain form that cairo writes for PDF 1.4; where a file
 * looks otherwise it is left as it is, complete and only less accessible. */

#define MOST_OBJECTS 2000000

typedef struct {
  const char *text; /* the file, NUL-terminated */
  gsize length;
  gint64 *offsets; /* of the objects; 0 for free ones */
  int size;
  gint64 xref;
  int root, info;
} Reader;

/* The last occurrence of a word in the last kilobyte. */
static const char *
find_last (const Reader *self, const char *word)
{
  gsize from = self->length > 1024 ? self->length - 1024 : 0;

  return g_strrstr_len (self->text + from, (gssize) (self->length - from), word);
}

static int
read_number_after (const char *text, const char *key)
{
  const char *found = strstr (text, key);

  return found ? atoi (found + strlen (key)) : -1;
}

static gboolean
read_tables (Reader *self)
{
  const char *start = find_last (self, "startxref"), *trailer = find_last (self, "trailer"), *table;

  if (!start || !trailer || trailer > start)
    return FALSE;
  self->xref = g_ascii_strtoll (start + strlen ("startxref"), NULL, 10);
  self->size = read_number_after (trailer, "/Size ");
  self->root = read_number_after (trailer, "/Root ");
  self->info = read_number_after (trailer, "/Info ");
  if (self->xref <= 0 || self->xref >= (gint64) self->length || self->size <= 1 || self->size > MOST_OBJECTS ||
      self->root <= 0 || self->root >= self->size)
    return FALSE;

  table = self->text + self->xref;
  if (!g_str_has_prefix (table, "xref\n0 ") || atoi (table + strlen ("xref\n0 ")) != self->size)
    return FALSE;
  table = strchr (table + strlen ("xref\n"), '\n');
  if (!table || ++table + 20 * (gsize) self->size > self->text + self->length)
    return FALSE;
  self->offsets = g_new0 (gint64, self->size);
  for (int i = 0; i < self->size; i++, table += 20) {
    self->offsets[i] = table[17] == 'n' ? g_ascii_strtoll (table, NULL, 10) : 0;
    if (self->offsets[i] >= (gint64) self->length)
      return FALSE;
  }
  return TRUE;
}

/* The dictionary of an object without its closing brackets, or NULL where it is none or holds a stream. */
static char *
read_dictionary (const Reader *self, int number)
{
  const char *begin = self->text + self->offsets[number], *open, *end;
  g_autofree char *body = NULL;
  char *close;

  if (self->offsets[number] == 0 || atoi (begin) != number)
    return NULL;
  open = strstr (begin, "<<");
  end = strstr (begin, "endobj");
  if (!open || !end || open > end)
    return NULL;
  body = g_strndup (open, (gsize) (end - open));
  close = g_strrstr (body, ">>");
  if (!close || strstr (body, "stream"))
    return NULL;
  *close = '\0';
  return g_steal_pointer (&body);
}

/* A text string as PDF has it in every language: UTF-16 with its mark, in hexadecimal. */
static void
append_text (GString *output, const char *text)
{
  glong n = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);

  g_string_append (output, "<FEFF");
  for (glong i = 0; i < n; i++)
    g_string_append_printf (output, "%04X", units[i]);
  g_string_append_c (output, '>');
}

static void
begin_object (const Reader *self, GString *output, GString *table, int number, const char *dictionary)
{
  g_string_append_printf (table, "%d 1\n%010" G_GINT64_FORMAT " 00000 n \n", number,
                          (gint64) (self->length + output->len));
  g_string_append_printf (output, "%d 0 obj\n%s", number, dictionary);
}

static void
end_object (GString *output)
{
  g_string_append (output, ">>\nendobj\n");
}

/**
 * lum_pdf_update_append:
 * @file: a finished PDF; the update is appended to it
 *
 * Marks the file as tagged, names its language, gives its figures their alternative text and the titles of its tables
 * their scope, and has its title shown.
 *
 * Returns: %FALSE where the file is not of the form that cairo writes; it is then untouched
 */
gboolean
lum_pdf_update_append (GByteArray *file, const LumPdfUpdate *update)
{
  g_autofree char *text = g_malloc (file->len + 1);
  g_autofree char *catalog = NULL;
  Reader self = {.text = text, .length = file->len};
  g_autoptr (GString) output = g_string_new (NULL), table = g_string_new (NULL);
  gint64 xref;

  if (file->len == 0)
    return FALSE;

  /* The streams hold NULs, but all that is looked for is found from known offsets or the end. */
  memcpy (text, file->data, file->len);
  text[file->len] = '\0';
  if (!read_tables (&self) || !(catalog = read_dictionary (&self, self.root)) || !strstr (catalog, "/Catalog")) {
    g_free (self.offsets);
    return FALSE;
  }

  if (file->data[file->len - 1] != '\n')
    g_string_append_c (output, '\n');
  begin_object (&self, output, table, self.root, catalog);
  if (!strstr (catalog, "/MarkInfo"))
    g_string_append (output, "   /MarkInfo << /Marked true >>\n");
  if (!strstr (catalog, "/Lang")) {
    g_string_append (output, "   /Lang ");
    append_text (output, update->language);
    g_string_append_c (output, '\n');
  }
  if (!strstr (catalog, "/ViewerPreferences"))
    g_string_append (output, "   /ViewerPreferences << /DisplayDocTitle true >>\n");
  end_object (output);

  for (int i = 1; i < self.size; i++) {
    g_autofree char *element = read_dictionary (&self, i);

    if (!element || !strstr (element, "/Type /StructElem"))
      continue;
    if (strstr (element, "/S /Figure") && !strstr (element, "/Alt")) {
      begin_object (&self, output, table, i, element);
      g_string_append (output, "   /Alt ");
      append_text (output, update->figure_text);
      g_string_append_c (output, '\n');
      end_object (output);
    } else if (strstr (element, "/S /TH\n") && !strstr (element, "/Scope")) {
      begin_object (&self, output, table, i, element);
      g_string_append (output, "   /A << /O /Table /Scope /Column >>\n");
      end_object (output);
    }
  }

  xref = (gint64) (self.length + output->len);
  g_string_append_printf (output, "xref\n%strailer\n<< /Size %d\n   /Root %d 0 R\n", table->str, self.size, self.root);
  if (self.info > 0)
    g_string_append_printf (output, "   /Info %d 0 R\n", self.info);
  g_string_append_printf (output, "   /Prev %" G_GINT64_FORMAT "\n>>\nstartxref\n%" G_GINT64_FORMAT "\n%%%%EOF\n",
                          self.xref, xref);
  g_byte_array_append (file, (const guint8 *) output->str, (guint) output->len);
  g_free (self.offsets);
  return TRUE;
}
