/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <math.h>

#include "lum-foreign.h"
#include "lum-i18n.h"
#include "lum-import-private.h"
#include "lum-importers.h"
#include "lum-table-memory.h"

#define PROGRESS_MS 100 /* how often the person is told */
#define LARGE_FILE (8 * 1024 * 1024)
#define MAX_GONE 20 /* files in a row that are not there any more */

/* How far the thread is. The main thread looks at it now and then; the thread never calls out. */
typedef struct {
  GMutex lock;
  double fraction;
  char *label;
  GSeekable *stream; /* of a large file that is being read: how far it is tells its position */
  double size, part; /* of that file: its bytes, and how much of the whole it is */
} Progress;

struct _LumImportJob {
  GObject parent_instance;

  LumJournal *journal;
  LumUnits units;
  Progress progress;
  guint timer;
  double fraction;
  char *label;
  guint64 compared_revision;
};

G_DEFINE_FINAL_TYPE (LumImportJob, lum_import_job, G_TYPE_OBJECT)

enum { PROP_0, PROP_FRACTION, PROP_LABEL, N_PROPS };

static GParamSpec *properties[N_PROPS];

/* What the thread gets. */
typedef struct {
  GPtrArray *files;
  LumDiary *diary;
  LumClock *clock;
  LumUnits units;
  GHashTable *tables; /* what the person said of tables */
  char *journal;      /* the path of its file */
  guint n_files;      /* that were found */
  Progress *progress; /* of the job, which the outer task holds */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_ptr_array_unref (work->files);
  lum_diary_unref (work->diary);
  g_object_unref (work->clock);
  g_clear_pointer (&work->tables, g_hash_table_unref);
  g_free (work->journal);
  g_free (work);
}

static void
set_progress (Progress *progress, double fraction, const char *label)
{
  g_mutex_lock (&progress->lock);
  progress->fraction = fraction;
  g_free (progress->label);
  progress->label = g_strdup (label);
  g_mutex_unlock (&progress->lock);
}

static void
set_stream (Progress *progress, GSeekable *stream, double size, double part)
{
  g_mutex_lock (&progress->lock);
  g_set_object (&progress->stream, stream);
  progress->size = size;
  progress->part = part;
  g_mutex_unlock (&progress->lock);
}

/* --- in the thread --- */

/* The open journal's own files must not be read: closing them would take away SQLite's locks on them (lum-db.c). */
static gboolean
is_journal (const Work *work, GFile *file)
{
  static const char *const endings[] = {"", "-wal", "-shm", "-journal"};
  const char *path = g_file_peek_path (file);
  GStatBuf info, own;

  if (!path || g_stat (path, &info) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *own_path = g_strconcat (work->journal, endings[i], NULL);

    if (g_stat (own_path, &own) == 0 && own.st_dev == info.st_dev && own.st_ino == info.st_ino)
      return TRUE;
  }
  return FALSE;
}

static void
refuse (LumImportBatch *batch, const LumFoundFile *found, const char *reason)
{
  LumImportItem *item = lum_import_batch_add (batch, found->name, NULL, "unknown");

  lum_import_batch_refuse (batch, item, LUM_IMPORT_REFUSED, "%s", reason);
}

static gboolean
read_file (Work *work, LumImportBatch *batch, const LumFoundFile *found, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) cause = NULL;
  g_autofree char *reason = NULL;
  LumImportSource source = {.file = found->name,
                            .clock = work->clock,
                            .units = work->units,
                            .modified = found->modified,
                            .tables = work->tables,
                            .others = lum_foreign_importers};

  if (found->problem) {
    refuse (batch, found, found->problem);
    return TRUE;
  }
  if (is_journal (work, found->file)) {
    refuse (batch, found, _ ("It is the journal that is open."));
    return TRUE;
  }
  stream = g_file_read (found->file, cancellable, &cause);
  if (stream) {
    gboolean done;

    /* Archives of gigabytes are read for minutes. */
    if (found->size > LARGE_FILE)
      set_stream (work->progress, G_SEEKABLE (stream), (double) found->size, 1.0 / work->n_files);
    done = lum_io_read_stream (&source, G_INPUT_STREAM (stream), batch, cancellable, error);
    set_stream (work->progress, NULL, 0, 0);
    return done;
  }

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_propagate_error (error, g_steal_pointer (&cause));
    return FALSE;
  }
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    reason = g_strdup (_ ("It cannot be read: you have no permission."));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    reason = g_strdup (_ ("It is not there any more."));
  else
    /* Translators: %s is a reason that the system gives. */
    reason = g_strdup_printf (_ ("It cannot be read: %s"), cause->message);
  refuse (batch, found, reason);
  return TRUE;
}

/* A file that was listed and is not there any more. */
static gboolean
is_gone (LumImportBatch *batch, guint n_before, const LumFoundFile *found)
{
  const LumImportItem *last;

  if (found->problem || lum_import_batch_get_n_items (batch) != n_before + 1)
    return FALSE;
  last = lum_import_batch_get_item (batch, n_before);
  return last->status == LUM_IMPORT_REFUSED && !last->unknown_kind && !g_file_query_exists (found->file, NULL);
}

/* A watch that was unplugged has thousands of files that are not there: one line says so. */
static void
refuse_rest (LumImportBatch *batch, const LumFoundFile *found, guint n)
{
  g_autofree char *folder = g_path_get_dirname (found->name);
  LumImportItem *item = lum_import_batch_add (batch, folder, NULL, "unknown");

  lum_import_batch_refuse (batch, item, LUM_IMPORT_REFUSED,
                           ngettext ("Its files are not there any more, as if it had been unplugged; %u more was not "
                                     "looked at.",
                                     "Its files are not there any more, as if it had been unplugged; %u more were not "
                                     "looked at.",
                                     n),
                           n);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  g_autoptr (LumImportBatch) batch = lum_import_batch_new ();
  g_autoptr (GPtrArray) found = NULL;
  GError *error = NULL;
  guint n_gone = 0;

  work->tables = lum_table_memory_load (work->journal);
  found = lum_gather_files (work->files, cancellable, &error);
  work->n_files = found ? found->len : 0;
  for (guint i = 0; !error && i < found->len && n_gone < MAX_GONE; i++) {
    const LumFoundFile *file = found->pdata[i];
    guint n_items = lum_import_batch_get_n_items (batch);

    set_progress (work->progress, (double) i / found->len, file->name);
    if (g_cancellable_set_error_if_cancelled (cancellable, &error) ||
        !read_file (work, batch, file, cancellable, &error))
      break;
    n_gone = is_gone (batch, n_items, file) ? n_gone + 1 : 0;
    if (n_gone == MAX_GONE && i + 1 < found->len)
      refuse_rest (batch, file, found->len - i - 1);
  }
  if (error) {
    g_task_return_error (task, error);
    return;
  }
  set_progress (work->progress, 1, NULL);
  lum_import_join (batch);
  lum_import_compare (batch, work->diary);
  lum_import_warn_of_short_runs (batch);
  g_task_return_pointer (task, g_steal_pointer (&batch), (GDestroyNotify) lum_import_batch_free);
}

/* --- on the main thread --- */

static void
show_progress (LumImportJob *self)
{
  g_autofree char *label = NULL;
  double fraction;

  g_mutex_lock (&self->progress.lock);
  fraction = self->progress.fraction;
  if (self->progress.stream)
    fraction +=
        self->progress.part * CLAMP ((double) g_seekable_tell (self->progress.stream) / self->progress.size, 0, 1);
  label = g_strdup (self->progress.label);
  g_mutex_unlock (&self->progress.lock);

  if (fraction != self->fraction && !(isnan (fraction) && isnan (self->fraction))) {
    self->fraction = fraction;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  }
  if (g_strcmp0 (label, self->label) != 0) {
    g_free (self->label);
    self->label = g_steal_pointer (&label);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
  }
}

static gboolean
progress_cb (gpointer user_data)
{
  show_progress (user_data);
  return G_SOURCE_CONTINUE;
}

static void
lum_import_job_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LumImportJob *self = LUM_IMPORT_JOB (object);

  switch (id) {
  case PROP_FRACTION:
    g_value_set_double (value, self->fraction);
    break;
  case PROP_LABEL:
    g_value_set_string (value, self->label);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
lum_import_job_finalize (GObject *object)
{
  LumImportJob *self = LUM_IMPORT_JOB (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->journal);
  g_mutex_clear (&self->progress.lock);
  g_clear_object (&self->progress.stream);
  g_free (self->progress.label);
  g_free (self->label);
  G_OBJECT_CLASS (lum_import_job_parent_class)->finalize (object);
}

static void
lum_import_job_class_init (LumImportJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lum_import_job_get_property;
  object_class->finalize = lum_import_job_finalize;
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lum_import_job_init (LumImportJob *self)
{
  g_mutex_init (&self->progress.lock);
  self->progress.fraction = self->fraction = NAN;
}

/**
 * lum_import_job_new:
 * @journal: an open journal
 * @units: what a distance without a unit means, where a format leaves that open
 *
 * One import, from files to the journal.
 */
LumImportJob *
lum_import_job_new (LumJournal *journal, LumUnits units)
{
  LumImportJob *self;

  g_return_val_if_fail (LUM_IS_JOURNAL (journal), NULL);

  self = g_object_new (LUM_TYPE_IMPORT_JOB, NULL);
  self->journal = g_object_ref (journal);
  self->units = units;
  return self;
}

/* The thread's task knows nothing of the job: whichever thread drops it last, the job dies on the main one. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  LumImportBatch *batch = g_task_propagate_pointer (G_TASK (result), &error);

  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, batch, (GDestroyNotify) lum_import_batch_free);
}

/**
 * lum_import_job_read_async:
 * @files: a list of #GFile: files and folders
 *
 * Reads files, folders at any depth included, in a thread, and compares them with the journal. Nothing is written. The
 * properties say how far it is; @cancellable stops it between two blocks of bytes.
 */
void
lum_import_job_read_async (LumImportJob *self,
                           GListModel *files,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) inner = NULL;
  GTask *task;
  LumDiary *diary;
  Work *work;

  g_return_if_fail (LUM_IS_IMPORT_JOB (self) && G_IS_LIST_MODEL (files));

  task = g_task_new (self, cancellable, callback, user_data);
  inner = g_task_new (NULL, cancellable, read_cb, task);

  diary = lum_journal_get_diary (self->journal);
  work = g_new0 (Work, 1);
  work->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (work->files, g_list_model_get_item (files, i));
  work->diary = diary ? lum_diary_ref (diary) : lum_diary_new_empty ();
  work->clock = g_object_ref (lum_journal_get_clock (self->journal));
  work->units = self->units;
  work->journal = g_strdup (lum_journal_get_path (self->journal));
  work->progress = &self->progress;
  self->compared_revision = lum_diary_get_revision (work->diary);

  g_task_set_source_tag (task, lum_import_job_read_async);
  g_task_set_task_data (inner, work, work_free);
  if (!self->timer)
    self->timer = g_timeout_add (PROGRESS_MS, progress_cb, self);
  g_task_run_in_thread (inner, read_in_thread);
}

/**
 * lum_import_job_read_finish:
 *
 * Returns: (transfer full): what the files hold, one item for each activity, group of entries or refusal; %NULL with
 * G_IO_ERROR_CANCELLED
 */
LumImportBatch *
lum_import_job_read_finish (LumImportJob *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (LUM_IS_IMPORT_JOB (self) && g_task_is_valid (result, self), NULL);

  g_clear_handle_id (&self->timer, g_source_remove);
  show_progress (self);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gint64 group = 0;

  if (!lum_journal_commit_finish (LUM_JOURNAL (source), result, &group, &error)) {
    g_task_return_error (task, error);
    return;
  }
  g_task_set_task_data (task, g_memdup2 (&group, sizeof group), g_free);
  g_task_return_boolean (task, TRUE);
}

/**
 * lum_import_job_commit_async:
 * @batch: what was read; it must live until the callback
 * @with_similar: take in those that look like something known, too
 *
 * Writes the new items in one transaction, which one undo takes back.
 */
void
lum_import_job_commit_async (LumImportJob *self,
                             LumImportBatch *batch,
                             gboolean with_similar,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (LumChangeSet) changes = NULL;
  LumClock *clock;
  LumDiary *diary;
  gint32 offset;
  LumInstant now;

  g_return_if_fail (LUM_IS_IMPORT_JOB (self) && batch);

  g_task_set_source_tag (task, lum_import_job_commit_async);
  clock = lum_journal_get_clock (self->journal);
  diary = lum_journal_get_diary (self->journal);

  /* Somebody may have written to the journal while the preview was looked at. */
  if (lum_diary_get_revision (diary) != self->compared_revision)
    lum_import_compare (batch, diary);

  changes = lum_import_make_changes (batch, diary, lum_clock_get_today (clock), with_similar);
  if (!changes) {
    g_task_set_task_data (task, g_new0 (gint64, 1), g_free);
    g_task_return_boolean (task, TRUE);
    return;
  }
  now = lum_clock_get_now (clock, &offset);
  lum_change_set_set_time (changes, now, offset);
  lum_journal_commit_async (self->journal, g_steal_pointer (&changes), cancellable, committed_cb, g_object_ref (task));
}

/**
 * lum_import_job_commit_finish:
 * @group: (out) (optional): names the import for lum_journal_revert_async(); 0 where nothing was to be written
 *
 * Returns: %FALSE with the error of lum_journal_commit_finish()
 */
gboolean
lum_import_job_commit_finish (LumImportJob *self, GAsyncResult *result, gint64 *group, GError **error)
{
  gint64 *committed;

  g_return_val_if_fail (LUM_IS_IMPORT_JOB (self) && g_task_is_valid (result, self), FALSE);

  committed = g_task_get_task_data (G_TASK (result));
  if (group)
    *group = committed ? *committed : 0;
  return g_task_propagate_boolean (G_TASK (result), error);
}
