/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-i18n.h"
#include "lum-import-private.h"

#define MAX_DEPTH 64
#define ATTRIBUTES                                                                                                  \
  G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE              \
                                 "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN \
                                 "," G_FILE_ATTRIBUTE_ID_FILE "," G_FILE_ATTRIBUTE_TIME_MODIFIED

typedef struct {
  GPtrArray *found;    /* LumFoundFile */
  GHashTable *folders; /* identities of those that were entered: links may lead in circles */
  GCancellable *cancellable;
} Walk;

void
lum_found_file_free (LumFoundFile *found)
{
  g_object_unref (found->file);
  g_free (found->name);
  g_free (found->problem);
  g_free (found);
}

static LumFoundFile *
add_found (Walk *walk, GFile *file, const char *name)
{
  LumFoundFile *found = g_new0 (LumFoundFile, 1);

  found->file = g_object_ref (file);
  found->name = g_strdup (name);
  g_ptr_array_add (walk->found, found);
  return found;
}

static int
compare_infos (gconstpointer a, gconstpointer b)
{
  GFileInfo *info_a = *(GFileInfo *const *) a, *info_b = *(GFileInfo *const *) b;

  return g_strcmp0 (g_file_info_get_name (info_a), g_file_info_get_name (info_b));
}

static void walk_file (Walk *walk, GFile *file, GFileInfo *info, const char *name, int depth);

static void
walk_folder (Walk *walk, GFile *folder, const char *name, int depth)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileEnumerator) children =
      g_file_enumerate_children (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, walk->cancellable, &error);
  GFileInfo *info;

  while (children && (info = g_file_enumerator_next_file (children, walk->cancellable, &error)))
    g_ptr_array_add (infos, info);
  if (error) {
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      /* Translators: %s is a reason that the system gives. */
      add_found (walk, folder, name)->problem = g_strdup_printf (_ ("The folder cannot be read: %s"), error->message);
    return;
  }

  g_ptr_array_sort (infos, compare_infos);
  for (guint i = 0; i < infos->len; i++) {
    g_autoptr (GFile) child = g_file_get_child (folder, g_file_info_get_name (infos->pdata[i]));
    g_autofree char *child_name = g_build_filename (name, g_file_info_get_display_name (infos->pdata[i]), NULL);

    if (g_cancellable_is_cancelled (walk->cancellable))
      return;
    if (!g_file_info_get_is_hidden (infos->pdata[i]))
      walk_file (walk, child, infos->pdata[i], child_name, depth + 1);
  }
}

static void
walk_file (Walk *walk, GFile *file, GFileInfo *info, const char *name, int depth)
{
  const char *id = g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ID_FILE);
  g_autoptr (GDateTime) modified = NULL;
  LumFoundFile *found;

  switch (g_file_info_get_file_type (info)) {
  case G_FILE_TYPE_DIRECTORY:
    if (depth > MAX_DEPTH || (id && !g_hash_table_add (walk->folders, g_strdup (id))))
      return;
    walk_folder (walk, file, name, depth);
    return;
  case G_FILE_TYPE_REGULAR:
    found = add_found (walk, file, name);
    found->size = g_file_info_get_size (info);
    modified = g_file_info_get_modification_date_time (info);
    found->modified = modified ? g_date_time_to_unix (modified) * 1000 : 0;
    return;
  default:
    add_found (walk, file, name)->problem = g_strdup (_ ("It is neither a file nor a folder."));
    return;
  }
}

/* Two files of one name from two places are called by their paths; one that is given twice is read once. */
static void
make_names_unique (GPtrArray *found)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < found->len;) {
    LumFoundFile *file = found->pdata[i];
    const LumFoundFile *other = g_hash_table_lookup (names, file->name);

    if (other && g_file_equal (other->file, file->file)) {
      g_ptr_array_remove_index (found, i);
      continue;
    }
    if (other) {
      g_free (file->name);
      file->name = g_file_get_parse_name (file->file);
    }
    if (!g_hash_table_contains (names, file->name))
      g_hash_table_insert (names, file->name, file);
    i += 1;
  }
}

/**
 * lum_gather_files:
 * @files: (element-type GFile): files and folders
 *
 * Lists the files to read: those given, and those in folders, at any depth, by name. Hidden files in folders are left
 * out, a folder is entered once. What is missing or closed is in the list, with the problem.
 *
 * Returns: (transfer full) (element-type LumFoundFile): %NULL with an error only where it was cancelled
 */
GPtrArray *
lum_gather_files (GPtrArray *files, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) lum_found_file_free);
  g_autoptr (GHashTable) folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Walk walk = {found, folders, cancellable};

  for (guint i = 0; i < files->len; i++) {
    GFile *file = files->pdata[i];
    g_autoptr (GError) cause = NULL;
    g_autoptr (GFileInfo) info = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, &cause);
    g_autofree char *base = g_file_get_basename (file);
    g_autofree char *name = info ? g_strdup (g_file_info_get_display_name (info)) : g_filename_display_name (base);

    if (info)
      walk_file (&walk, file, info, name, 0);
    else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
      add_found (&walk, file, name)->problem = g_strdup (_ ("It is not there."));
    else
      /* Translators: %s is a reason that the system gives. */
      add_found (&walk, file, name)->problem = g_strdup_printf (_ ("It cannot be read: %s"), cause->message);
  }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  make_names_unique (found);
  return g_steal_pointer (&found);
}
