/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-run-walk.h"

#include <string.h>

#include "lum-error.h"
#include "lum-i18n.h"
#include "lum-seen-files.h"

#define MAX_DEPTH 8        /* folders below the watched one */
#define MAX_FILES 5000     /* that may hold a run, in one look */
#define MAX_ENTRIES 100000 /* of any kind, in one look: somebody may watch a whole disk */
#define MAX_STORAGES 16    /* folders at the top of a device that are looked into */

/* Where makers put activities: one line each, from the top of the device or of one of its storages. Polar, Suunto and
 * TomTom show no drive; what their programs save on the computer is for the watched folder. */
static const char *const makers_folders[] = {
    "GARMIN/Activity",     /* Forerunner, fēnix, Edge and most others */
    "GARMIN/Activities",   /* handhelds, and some newer watches */
    "GARMIN/History",      /* Edge 605 and 705: TCX */
    "COROS/Activity",      /* COROS */
    "Activity",            /* COROS, Bryton: without a folder of the maker's */
    "exports",             /* Wahoo ELEMNT */
    "iGPSPORT/Activities", /* iGPSPORT */
    "Activities",          /* cards of bicycle computers without a folder of the maker's */
};

/* What may hold a run; each packed with gzip, too. */
static const char *const endings[] = {".fit", ".gpx", ".tcx", ".zip"};

typedef struct {
  GFile *root;
  GPtrArray *found; /* LumRunFile */
  guint n_entries;
  GCancellable *cancellable;
} Walk;

/* What the system says is not for people; what happened to the folder is. */
static void
set_read_error (GError **error, GFile *folder, const GError *cause)
{
  g_autofree char *base = g_file_get_basename (folder);
  g_autofree char *name = g_filename_display_name (base ? base : "?");

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
           g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_MOUNTED))
    g_set_error (error, LUM_ERROR, LUM_ERROR_NOT_FOUND, _ ("“%s” is not there any more."), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, LUM_ERROR, LUM_ERROR_READ_ONLY,
                 _ ("“%s” cannot be read: you have no permission to look into it."), name);
  else
    /* Translators: the second %s is a reason that the system gives. */
    g_set_error (error, LUM_ERROR, LUM_ERROR_IO, _ ("“%s” cannot be read: %s"), name, cause->message);
}

static gboolean
may_hold_a_run (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  gsize length = strlen (lower);

  if (g_str_has_suffix (lower, ".gz"))
    lower[length - strlen (".gz")] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

static int
compare_infos (gconstpointer a, gconstpointer b)
{
  GFileInfo *info_a = *(GFileInfo *const *) a, *info_b = *(GFileInfo *const *) b;

  return g_strcmp0 (g_file_info_get_name (info_a), g_file_info_get_name (info_b));
}

/* What a folder holds, by name; links are not followed, so nothing leads in circles. */
static GPtrArray *
list_folder (Walk *walk, GFile *folder, GError **error)
{
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (
      folder, LUM_RUN_WALK_ATTRIBUTES, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, walk->cancellable, &cause);
  GFileInfo *info;

  while (children && walk->n_entries < MAX_ENTRIES &&
         (info = g_file_enumerator_next_file (children, walk->cancellable, &cause))) {
    walk->n_entries += 1;
    g_ptr_array_add (infos, info);
  }
  if (cause) {
    set_read_error (error, folder, cause);
    return NULL;
  }
  g_ptr_array_sort (infos, compare_infos);
  return g_steal_pointer (&infos);
}

static void
add_file (Walk *walk, GFile *file, GFileInfo *info)
{
  LumRunFile *found;

  if (walk->found->len >= MAX_FILES || !may_hold_a_run (g_file_info_get_name (info)) ||
      g_file_info_get_size (info) <= 0)
    return;
  /* Not noted as seen either: somebody may allow it later. */
  if (g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_ACCESS_CAN_READ) &&
      !g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_READ))
    return;

  found = g_new0 (LumRunFile, 1);
  found->file = g_object_ref (file);
  found->name = g_strdup (g_file_info_get_display_name (info));
  found->key = lum_run_walk_make_key (walk->root, file, info);
  found->modified = (gint64) g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED);
  g_ptr_array_add (walk->found, found);
}

/* Takes a folder whole. One further down that is closed, or gone in between, is left out: the others still count. */
static gboolean
walk_folder (Walk *walk, GFile *folder, int depth, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GPtrArray) infos = list_folder (walk, folder, &local);

  if (!infos) {
    if (depth > 0 && (g_error_matches (local, LUM_ERROR, LUM_ERROR_NOT_FOUND) ||
                      g_error_matches (local, LUM_ERROR, LUM_ERROR_READ_ONLY)))
      return TRUE;
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  for (guint i = 0; i < infos->len; i++) {
    GFileInfo *info = infos->pdata[i];
    g_autoptr (GFile) child = g_file_get_child (folder, g_file_info_get_name (info));

    if (g_file_info_get_is_hidden (info))
      continue;
    if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
      add_file (walk, child, info);
    else if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY && depth < MAX_DEPTH &&
             !walk_folder (walk, child, depth + 1, error))
      return FALSE;
  }
  return TRUE;
}

static GPtrArray *
keep_folders (GPtrArray *infos)
{
  for (guint i = infos->len; i > 0; i--)
    if (g_file_info_get_file_type (infos->pdata[i - 1]) != G_FILE_TYPE_DIRECTORY ||
        g_file_info_get_is_hidden (infos->pdata[i - 1]))
      g_ptr_array_remove_index (infos, i - 1);
  return infos;
}

/* Case matters nowhere on these devices, but it does to the computer. */
static gboolean
is_called (GFileInfo *info, const char *name)
{
  return g_ascii_strcasecmp (g_file_info_get_name (info), name) == 0 ||
         g_ascii_strcasecmp (g_file_info_get_display_name (info), name) == 0;
}

/* Follows the rest of a line of the table, a name at a time. */
static gboolean
follow (Walk *walk, GFile *folder, GPtrArray *infos, char **names, GError **error)
{
  for (guint i = 0; i < infos->len; i++) {
    g_autoptr (GFile) child = g_file_get_child (folder, g_file_info_get_name (infos->pdata[i]));
    g_autoptr (GPtrArray) inner = NULL;

    if (!is_called (infos->pdata[i], names[0]))
      continue;
    if (!names[1]) {
      if (!walk_folder (walk, child, 0, error))
        return FALSE;
      continue;
    }
    inner = list_folder (walk, child, error);
    if (!inner || !follow (walk, child, keep_folders (inner), names + 1, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
walk_makers_folders (Walk *walk, GFile *top, GPtrArray *infos, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (makers_folders); i++) {
    g_auto (GStrv) names = g_strsplit (makers_folders[i], "/", -1);

    if (!follow (walk, top, infos, names, error))
      return FALSE;
  }
  return TRUE;
}

/* A device by MTP has storages at its top, as "Primary" or "Internal Storage", whose names every maker invents. */
static gboolean
walk_device (Walk *walk, GError **error)
{
  g_autoptr (GPtrArray) infos = list_folder (walk, walk->root, error);

  if (!infos || !walk_makers_folders (walk, walk->root, keep_folders (infos), error))
    return FALSE;
  if (walk->found->len > 0)
    return TRUE;
  for (guint i = 0; i < MIN (infos->len, MAX_STORAGES); i++) {
    g_autoptr (GFile) storage = g_file_get_child (walk->root, g_file_info_get_name (infos->pdata[i]));
    g_autoptr (GError) local = NULL;
    g_autoptr (GPtrArray) inner = list_folder (walk, storage, &local);

    if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
    if (inner && !walk_makers_folders (walk, storage, keep_folders (inner), error))
      return FALSE;
  }
  return TRUE;
}

/**
 * lum_run_walk:
 *
 * Lists the files that may hold a run, by name. Reads no file, follows no link, enters nothing hidden.
 *
 * Returns: (transfer full) (element-type LumRunFile): %NULL with a sentence where the folder itself cannot be read, or
 * with G_IO_ERROR_CANCELLED
 */
GPtrArray *
lum_run_walk (LumRunSourceKind kind, GFile *root, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) lum_run_file_free);
  Walk walk = {root, found, 0, cancellable};
  gboolean done = kind == LUM_RUN_SOURCE_DEVICE ? walk_device (&walk, error) : walk_folder (&walk, root, 0, error);

  return done ? g_steal_pointer (&found) : NULL;
}

/**
 * lum_run_walk_make_key:
 * @info: of @file, with %LUM_RUN_WALK_ATTRIBUTES
 *
 * The fingerprint of a file below @root, as it is now.
 */
char *
lum_run_walk_make_key (GFile *root, GFile *file, GFileInfo *info)
{
  g_autofree char *place = g_file_get_uri (root);
  g_autofree char *path = g_file_get_relative_path (root, file);

  return lum_seen_files_make_key (place, path ? path : "", g_file_info_get_size (info),
                                  (gint64) g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED));
}
