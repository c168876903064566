/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-seen-files.h"

#include <glib/gstdio.h>
#include <string.h>

#include "lum-config.h"
#include "lum-importers.h"

#define KEY_LENGTH 32 /* hexadecimal digits: half a SHA-256 */
#define MAX_KEYS 20000
#define MAX_BYTES ((MAX_KEYS + 1) * (KEY_LENGTH + 1) + 1024)

/* Two watches may be read at the same time. */
static GMutex lock;

/* A newer version may read what this one refuses: it begins a list of its own. */
static char *
make_header (void)
{
  g_autofree char *formats = lum_importers_describe ();

  return g_strdup_printf ("lumbar-seen-files %s %s", LUM_VERSION, formats);
}

static gboolean
is_key (const char *line)
{
  return strlen (line) == KEY_LENGTH && strspn (line, "0123456789abcdef") == KEY_LENGTH;
}

/* The keys in their order, oldest first; none where the file is missing, foreign, or larger than this ever writes. */
static GPtrArray *
read_keys (const char *cache)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *header = make_header ();
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GStatBuf info;

  if (g_stat (cache, &info) != 0 || !S_ISREG (info.st_mode) || info.st_size > MAX_BYTES ||
      !g_file_get_contents (cache, &text, NULL, NULL))
    return g_steal_pointer (&keys);
  lines = g_strsplit (text, "\n", -1);
  if (g_strcmp0 (lines[0], header) != 0)
    return g_steal_pointer (&keys);
  for (guint i = 1; lines[i] && keys->len < MAX_KEYS; i++)
    if (is_key (lines[i]))
      g_ptr_array_add (keys, g_strdup (lines[i]));
  return g_steal_pointer (&keys);
}

/**
 * lum_seen_files_make_key:
 * @place: what identifies the watch or folder
 * @path: of the file, from there
 * @size: in bytes
 * @modified: seconds since 1970
 *
 * The fingerprint of a file as it is now: one that has grown or was written anew has another.
 */
char *
lum_seen_files_make_key (const char *place, const char *path, goffset size, gint64 modified)
{
  g_autofree char *text =
      g_strdup_printf ("%s\n%s\n%" G_GOFFSET_FORMAT "\n%" G_GINT64_FORMAT, place, path, size, modified);
  char *key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  key[KEY_LENGTH] = '\0';
  return key;
}

/**
 * lum_seen_files_load:
 * @cache: the path of the cache
 *
 * Reads the fingerprints of all files that were seen.
 *
 * Returns: (transfer full): a set of texts; empty where there is no cache
 */
GHashTable *
lum_seen_files_load (const char *cache)
{
  GHashTable *seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) keys = NULL;

  g_mutex_lock (&lock);
  keys = read_keys (cache);
  g_mutex_unlock (&lock);

  for (guint i = 0; i < keys->len; i++)
    g_hash_table_add (seen, g_strdup (keys->pdata[i]));
  return seen;
}

/**
 * lum_seen_files_add:
 * @cache: the path of the cache; its folder is made where it is missing
 * @keys: (element-type utf8): fingerprints
 *
 * Notes files as seen, in one step: after a power cut there is the old list or the new one. The oldest are forgotten
 * when there are more than a watch and a folder of years hold.
 *
 * Returns: %FALSE with an error of #GFileError where the cache cannot be written
 */
gboolean
lum_seen_files_add (const char *cache, GPtrArray *keys, GError **error)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *header = make_header ();
  g_autofree char *folder = g_path_get_dirname (cache);
  g_autoptr (GString) text = g_string_new (header);
  gboolean written;

  if (keys->len == 0)
    return TRUE;
  g_mutex_lock (&lock);
  all = read_keys (cache);
  for (guint i = 0; i < all->len; i++)
    g_hash_table_add (there, all->pdata[i]);
  for (guint i = 0; i < keys->len; i++)
    if (!g_hash_table_contains (there, keys->pdata[i])) {
      g_ptr_array_add (all, g_strdup (keys->pdata[i]));
      g_hash_table_add (there, all->pdata[all->len - 1]);
    }

  g_string_append_c (text, '\n');
  for (guint i = all->len > MAX_KEYS ? all->len - MAX_KEYS : 0; i < all->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) all->pdata[i]);
  g_mkdir_with_parents (folder, 0700);
  written =
      g_file_set_contents_full (cache, text->str, (gssize) text->len, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
  g_mutex_unlock (&lock);
  return written;
}
