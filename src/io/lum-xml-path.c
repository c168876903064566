/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-xml-path.h"

#include <string.h>

#include "lum-sniff.h"
#include "lum-xml-reader.h"

/* Notes are shorter by far. Longer texts are samples, which nobody here reads. */
#define MAX_TEXT (64 * 1024)

typedef struct {
  const LumXmlPathCallbacks *callbacks;
  gpointer user_data;
  GString *path;
  guint starts[LUM_XML_MAX_DEPTH + 1]; /* where the path of the element above ends */
  guint depth;
  GString *text;
  gboolean leaf; /* the element in work has no elements in it so far */
} Reader;

static void
say_value (Reader *self, char *text, gsize length)
{
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  while (length > 0 && g_ascii_isspace (*text)) {
    text++;
    length--;
  }
  if (length == 0)
    return;
  text[length] = '\0';
  self->callbacks->value (self->user_data, self->path->str, text, length);
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char *name,
                  const char **attribute_names,
                  const char **attribute_values,
                  gpointer user_data,
                  GError **error)
{
  Reader *self = user_data;
  gsize end;

  if (!lum_xml_check_depth (self->depth, error))
    return;
  self->starts[self->depth++] = (guint) self->path->len;
  if (self->path->len > 0)
    g_string_append_c (self->path, '/');
  g_string_append (self->path, lum_xml_get_local_name (name));
  g_string_truncate (self->text, 0);
  self->leaf = TRUE;

  if (self->callbacks->begin) {
    GError *local = NULL;

    self->callbacks->begin (self->user_data, self->path->str, &local);
    if (local) {
      g_propagate_error (error, local);
      return;
    }
  }
  end = self->path->len;
  for (guint i = 0; attribute_names[i]; i++) {
    g_string_append_c (self->path, '@');
    g_string_append (self->path, lum_xml_get_local_name (attribute_names[i]));
    g_string_assign (self->text, attribute_values[i]);
    say_value (self, self->text->str, self->text->len);
    g_string_truncate (self->path, end);
  }
  g_string_truncate (self->text, 0);
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer user_data, GError **error)
{
  Reader *self = user_data;

  if (!self->leaf)
    return;
  if (length > MAX_TEXT - self->text->len) {
    length = MAX_TEXT - self->text->len;
    /* A cut must not go through a character. */
    while (length > 0 && ((guchar) text[length] & 0xc0) == 0x80)
      length--;
  }
  g_string_append_len (self->text, text, (gssize) length);
}

static void
end_element_cb (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Reader *self = user_data;

  if (self->leaf)
    say_value (self, self->text->str, self->text->len);
  if (self->callbacks->end)
    self->callbacks->end (self->user_data, self->path->str, error);
  g_string_truncate (self->path, self->starts[--self->depth]);
  self->leaf = FALSE;
}

/**
 * lum_xml_path_read:
 * @format: a static word, for the item of a file that cannot be read
 * @broken: (out): whether it could not be read to its end; the refused item with the line is in the batch then
 *
 * Feeds a file's paths and values to an importer. An error of LUM_ERROR that it sets ends the file and is said as it is.
 *
 * Returns: %FALSE with an error only where it was cancelled
 */
gboolean
lum_xml_path_read (const LumImportSource *source,
                   const char *format,
                   const LumXmlPathCallbacks *callbacks,
                   gpointer user_data,
                   LumImportBatch *batch,
                   gboolean *broken,
                   GCancellable *cancellable,
                   GError **error)
{
  static const GMarkupParser parser = {start_element_cb, end_element_cb, text_cb, NULL, NULL};
  Reader self = {.callbacks = callbacks, .user_data = user_data};
  gboolean done;

  self.path = g_string_new (NULL);
  self.text = g_string_new (NULL);
  done = lum_xml_read (source, format, &parser, &self, batch, broken, cancellable, error);
  g_string_free (self.path, TRUE);
  g_string_free (self.text, TRUE);
  return done;
}

/**
 * lum_xml_path_ends_with:
 * @names: the last names of a path, such as "Track/when"
 */
gboolean
lum_xml_path_ends_with (const char *path, const char *names)
{
  gsize length = strlen (path), n = strlen (names);

  return length >= n && strcmp (path + length - n, names) == 0 && (length == n || path[length - n - 1] == '/');
}

/**
 * lum_xml_path_below:
 * @base: a path without a / at its end; "" is above the root
 *
 * What of a path is below another: "result/distance", "@id" or "".
 *
 * Returns: (nullable): a part of @path; %NULL if it is somewhere else
 */
const char *
lum_xml_path_below (const char *path, const char *base)
{
  gsize length = strlen (base);

  if (strncmp (path, base, length) != 0)
    return NULL;
  path += length;
  if (length == 0)
    return path;
  if (*path == '/')
    return path + 1;
  return *path == '\0' || *path == '@' ? path : NULL;
}

/**
 * lum_xml_has_root:
 *
 * Whether the bytes are XML whose root element has this local name.
 */
gboolean
lum_xml_has_root (const LumImportSource *source, const char *name)
{
  char root[64];

  return lum_sniff_xml_root (source->data, source->length, root) && strcmp (root, name) == 0;
}
