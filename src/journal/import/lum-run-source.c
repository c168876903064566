/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-run-source.h"

#include "lum-run-walk.h"
#include "lum-seen-files.h"

struct _LumRunSource {
  GObject parent_instance;

  LumRunSourceKind kind;
  GFile *root;
  char *name;
  char *cache;
};

G_DEFINE_FINAL_TYPE (LumRunSource, lum_run_source, G_TYPE_OBJECT)

/* What a thread gets: the source does not change once it is made. */
typedef struct {
  LumDiary *diary;
  GPtrArray *files; /* LumRunFile, to be remembered */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_pointer (&work->diary, lum_diary_unref);
  g_clear_pointer (&work->files, g_ptr_array_unref);
  g_free (work);
}

/* --- in the thread --- */

/* A file that the journal names is noted as seen, too: a run that was taken in once and deleted since is not offered
 * for ever. */
static void
list_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  LumRunSource *self = source;
  Work *work = task_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) files = lum_run_walk (self->kind, self->root, cancellable, &error);
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func ((GDestroyNotify) lum_run_file_free);
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = NULL;
  g_autoptr (GHashTable) names = NULL;

  if (!files) {
    g_task_return_error (task, error);
    return;
  }
  seen = lum_seen_files_load (self->cache);
  names = lum_run_file_index_names (work->diary);
  for (guint i = 0; i < files->len; i++) {
    const LumRunFile *file = files->pdata[i];

    if (g_hash_table_contains (seen, file->key))
      continue;
    if (lum_run_file_is_known (file, names))
      g_ptr_array_add (known, file->key);
    else
      g_ptr_array_add (fresh, lum_run_file_copy (file));
  }
  lum_seen_files_add (self->cache, known, NULL); /* without a cache it only takes longer */
  g_task_return_pointer (task, g_steal_pointer (&fresh), (GDestroyNotify) g_ptr_array_unref);
}

/* Only what is still there as it was: a watch that was pulled out meanwhile has not been read. */
static void
remember_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  LumRunSource *self = source;
  Work *work = task_data;
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  GError *error = NULL;

  for (guint i = 0; i < work->files->len && !g_cancellable_is_cancelled (cancellable); i++) {
    const LumRunFile *file = work->files->pdata[i];
    g_autoptr (GFileInfo) info =
        g_file_query_info (file->file, LUM_RUN_WALK_ATTRIBUTES, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, NULL);
    g_autofree char *key = info ? lum_run_walk_make_key (self->root, file->file, info) : NULL;

    if (g_strcmp0 (key, file->key) == 0)
      g_ptr_array_add (keys, file->key);
  }
  if (g_cancellable_set_error_if_cancelled (cancellable, &error) || !lum_seen_files_add (self->cache, keys, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* --- on the main thread --- */

static void
lum_run_source_finalize (GObject *object)
{
  LumRunSource *self = LUM_RUN_SOURCE (object);

  g_clear_object (&self->root);
  g_free (self->name);
  g_free (self->cache);
  G_OBJECT_CLASS (lum_run_source_parent_class)->finalize (object);
}

static void
lum_run_source_class_init (LumRunSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lum_run_source_finalize;
}

static void
lum_run_source_init (LumRunSource *self)
{
}

/**
 * lum_run_source_new:
 * @root: the top of the device, or the folder
 * @name: (nullable): what people call it; the folder's own name where %NULL
 * @cache: the path of the file in which it is noted what was seen; one for each journal
 *
 * A place where runs come from.
 */
LumRunSource *
lum_run_source_new (LumRunSourceKind kind, GFile *root, const char *name, const char *cache)
{
  LumRunSource *self;

  g_return_val_if_fail (G_IS_FILE (root) && cache, NULL);

  self = g_object_new (LUM_TYPE_RUN_SOURCE, NULL);
  self->kind = kind;
  self->root = g_object_ref (root);
  self->cache = g_strdup (cache);
  if (name) {
    self->name = g_strdup (name);
  } else {
    g_autofree char *base = g_file_get_basename (root);

    self->name = g_filename_display_name (base ? base : "?");
  }
  return self;
}

LumRunSourceKind
lum_run_source_get_kind (LumRunSource *self)
{
  g_return_val_if_fail (LUM_IS_RUN_SOURCE (self), LUM_RUN_SOURCE_FOLDER);

  return self->kind;
}

GFile *
lum_run_source_get_root (LumRunSource *self)
{
  g_return_val_if_fail (LUM_IS_RUN_SOURCE (self), NULL);

  return self->root;
}

/**
 * lum_run_source_get_name:
 *
 * Returns: (transfer none): what people call it: "Forerunner", "Downloads"
 */
const char *
lum_run_source_get_name (LumRunSource *self)
{
  g_return_val_if_fail (LUM_IS_RUN_SOURCE (self), NULL);

  return self->name;
}

/**
 * lum_run_source_list_async:
 * @diary: whose runs are known
 *
 * Looks for files that may hold a run, that no run of @diary came from, and that were not seen before. A file that was
 * written after its run was imported counts as new.
 */
void
lum_run_source_list_async (LumRunSource *self,
                           LumDiary *diary,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  g_return_if_fail (LUM_IS_RUN_SOURCE (self) && diary);

  task = g_task_new (self, cancellable, callback, user_data);
  work = g_new0 (Work, 1);
  work->diary = lum_diary_ref (diary);
  g_task_set_source_tag (task, lum_run_source_list_async);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, list_in_thread);
}

/**
 * lum_run_source_list_finish:
 *
 * Returns: (transfer full) (element-type LumRunFile): by name; %NULL with a sentence where the folder is gone or closed,
 * or with G_IO_ERROR_CANCELLED
 */
GPtrArray *
lum_run_source_list_finish (LumRunSource *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (LUM_IS_RUN_SOURCE (self) && g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lum_run_source_remember_async:
 * @files: (element-type LumRunFile): that were read, whatever they held
 *
 * Notes that files need not be read again, on this computer; nothing is written to the watch. Those that are gone or
 * have changed since they were listed are not noted.
 */
void
lum_run_source_remember_async (LumRunSource *self,
                               GPtrArray *files,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  g_return_if_fail (LUM_IS_RUN_SOURCE (self) && files);

  task = g_task_new (self, cancellable, callback, user_data);
  work = g_new0 (Work, 1);
  work->files = g_ptr_array_ref (files);
  g_task_set_source_tag (task, lum_run_source_remember_async);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, remember_in_thread);
}

gboolean
lum_run_source_remember_finish (LumRunSource *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (LUM_IS_RUN_SOURCE (self) && g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- files --- */

LumRunFile *
lum_run_file_copy (const LumRunFile *file)
{
  LumRunFile *copy = g_new0 (LumRunFile, 1);

  copy->file = g_object_ref (file->file);
  copy->name = g_strdup (file->name);
  copy->key = g_strdup (file->key);
  copy->modified = file->modified;
  return copy;
}

void
lum_run_file_free (LumRunFile *file)
{
  g_object_unref (file->file);
  g_free (file->name);
  g_free (file->key);
  g_free (file);
}

/**
 * lum_run_file_index_names:
 *
 * The names of the files that runs came from, without folders and in small letters, and when the last one came.
 *
 * Returns: (transfer full): name → #LumInstant (gint64 *)
 */
GHashTable *
lum_run_file_index_names (LumDiary *diary)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gsize n;
  const LumRun *runs = lum_diary_get_runs (diary, &n);

  for (gsize i = 0; i < n; i++) {
    g_autofree char *base = runs[i].source_file ? g_path_get_basename (runs[i].source_file) : NULL;
    g_autofree char *name = base ? g_utf8_strdown (base, -1) : NULL;
    const gint64 *before = name ? g_hash_table_lookup (names, name) : NULL;
    gint64 came = runs[i].base.created_at;

    if (name && (!before || *before < came))
      g_hash_table_insert (names, g_steal_pointer (&name), g_memdup2 (&came, sizeof came));
  }
  return names;
}

/**
 * lum_run_file_is_known:
 * @names: lum_run_file_index_names()
 *
 * Whether a run came from a file of this name, after the file was last written: some programs write each run to the same
 * name.
 */
gboolean
lum_run_file_is_known (const LumRunFile *file, GHashTable *names)
{
  g_autofree char *name = g_utf8_strdown (file->name, -1);
  const gint64 *came = g_hash_table_lookup (names, name);

  return came && file->modified <= *came / 1000;
}
