/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-run-offer.h"

#include "lum-i18n.h"
#include "lum-run-candidate.h"

struct _LumRunOffer {
  GObject parent_instance;

  LumRunSource *source;
  LumJournal *journal;
  LumUnits units;
  GCancellable *cancellable; /* of the look that is under way, else NULL */
  gboolean again;            /* somebody asked while one was */
  gboolean stopped;
  GPtrArray *reading; /* LumRunFile: what the look reads now */
  GPtrArray *kept;    /* LumRunCandidate: files with something that is not in the journal */
  guint n_new;
  gsize n_runs; /* of the journal */
  char *problem;
};

G_DEFINE_FINAL_TYPE (LumRunOffer, lum_run_offer, G_TYPE_OBJECT)

enum { PROP_0, PROP_N_NEW, N_PROPS };

static GParamSpec *properties[N_PROPS];

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
set_state (LumRunOffer *self, const char *problem)
{
  guint n_new = 0;
  gboolean same_problem = g_strcmp0 (self->problem, problem) == 0;

  for (guint i = 0; i < self->kept->len; i++)
    n_new += ((LumRunCandidate *) self->kept->pdata[i])->n_new;
  if (n_new == self->n_new && same_problem)
    return;
  if (!same_problem) {
    g_free (self->problem);
    self->problem = g_strdup (problem);
  }
  if (n_new != self->n_new) {
    self->n_new = n_new;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_NEW]);
  }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remembered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  /* It only costs time: the files are read again at the next look. */
  if (!lum_run_source_remember_finish (LUM_RUN_SOURCE (source), result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("What was seen could not be noted: %s", error->message);
}

/* Takes out what is in the journal by now. */
static gboolean
drop_known (LumRunOffer *self)
{
  LumDiary *diary = lum_journal_get_diary (self->journal);
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func ((GDestroyNotify) lum_run_file_free);
  g_autoptr (GHashTable) names = NULL;

  if (self->kept->len == 0 || !diary)
    return FALSE;
  names = lum_run_file_index_names (diary);
  for (guint i = self->kept->len; i > 0; i--) {
    const LumRunCandidate *candidate = self->kept->pdata[i - 1];

    if (lum_run_file_is_known (candidate->file, names)) {
      g_ptr_array_add (known, lum_run_file_copy (candidate->file));
      g_ptr_array_remove_index (self->kept, i - 1);
    }
  }
  if (known->len > 0)
    lum_run_source_remember_async (self->source, known, NULL, remembered_cb, NULL);
  return known->len > 0;
}

static gsize
count_runs (LumRunOffer *self)
{
  LumDiary *diary = lum_journal_get_diary (self->journal);
  gsize n = 0;

  if (diary)
    lum_diary_get_runs (diary, &n);
  return n;
}

/* By the names at once. What is left may be in the journal all the same: cards date their files without a zone, so that
 * one may seem to be written after it was imported. Reading it again tells. */
static void
diary_changed_cb (LumRunOffer *self)
{
  gsize n_runs = count_runs (self);

  if (self->stopped || n_runs == self->n_runs)
    return;
  self->n_runs = n_runs;
  if (drop_known (self))
    set_state (self, self->problem);
  if (self->kept->len > 0 || self->cancellable)
    lum_run_offer_look (self);
}

/* --- a look: list, read, count --- */

static void
finish_look (LumRunOffer *self, const char *problem)
{
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->reading, g_ptr_array_unref);
  if (self->stopped)
    return;
  drop_known (self);
  set_state (self, problem);
  if (self->again) {
    self->again = FALSE;
    lum_run_offer_look (self);
  }
}

/* Keeps what holds something that the journal has not, and notes that the rest was read. */
static void
sort_out (LumRunOffer *self, const LumImportBatch *batch)
{
  g_autoptr (GPtrArray) done = g_ptr_array_new_with_free_func ((GDestroyNotify) lum_run_file_free);

  g_ptr_array_unref (self->kept);
  self->kept = lum_run_candidates_new (self->reading, batch, done);
  if (done->len > 0)
    lum_run_source_remember_async (self->source, done, self->cancellable, remembered_cb, NULL);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LumRunOffer) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LumImportBatch) batch = lum_import_job_read_finish (LUM_IMPORT_JOB (source), result, &error);

  if (batch && !self->stopped)
    sort_out (self, batch);
  finish_look (self, error && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? error->message : NULL);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LumRunOffer) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = lum_run_source_list_finish (LUM_RUN_SOURCE (source), result, &error);
  g_autoptr (GListStore) list = NULL;
  g_autoptr (LumImportJob) job = NULL;

  if (!files || self->stopped || files->len == 0) {
    if (!self->stopped)
      g_ptr_array_set_size (self->kept, 0);
    finish_look (self, error && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? error->message : NULL);
    return;
  }
  self->reading = g_steal_pointer (&files);
  list = g_list_store_new (G_TYPE_FILE);
  for (guint i = 0; i < self->reading->len; i++)
    g_list_store_append (list, ((LumRunFile *) self->reading->pdata[i])->file);
  job = lum_import_job_new (self->journal, self->units);
  lum_import_job_read_async (job, G_LIST_MODEL (list), self->cancellable, read_cb, g_object_ref (self));
}

static void
lum_run_offer_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_N_NEW:
    g_value_set_uint (value, LUM_RUN_OFFER (object)->n_new);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
lum_run_offer_finalize (GObject *object)
{
  LumRunOffer *self = LUM_RUN_OFFER (object);

  g_clear_object (&self->source);
  g_clear_object (&self->journal);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->reading, g_ptr_array_unref);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_free (self->problem);
  G_OBJECT_CLASS (lum_run_offer_parent_class)->finalize (object);
}

static void
lum_run_offer_class_init (LumRunOfferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lum_run_offer_get_property;
  object_class->finalize = lum_run_offer_finalize;
  properties[PROP_N_NEW] =
      g_param_spec_uint ("n-new", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * LumRunOffer::changed:
   *
   * There are more or fewer new runs, or the place can or cannot be read any more.
   */
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lum_run_offer_init (LumRunOffer *self)
{
  self->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) lum_run_candidate_free);
}

/**
 * lum_run_offer_new:
 * @journal: an open journal
 * @units: what a distance without a unit means, where a format leaves that open
 *
 * What @source has to offer; nothing before lum_run_offer_look().
 */
LumRunOffer *
lum_run_offer_new (LumRunSource *source, LumJournal *journal, LumUnits units)
{
  LumRunOffer *self;

  g_return_val_if_fail (LUM_IS_RUN_SOURCE (source) && LUM_IS_JOURNAL (journal), NULL);

  self = g_object_new (LUM_TYPE_RUN_OFFER, NULL);
  self->source = g_object_ref (source);
  self->journal = g_object_ref (journal);
  self->units = units;
  self->n_runs = count_runs (self);
  g_signal_connect_object (journal, "notify::diary", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * lum_run_offer_look:
 *
 * Looks for files that were not there before and reads them, in threads; "changed" tells what came of it. While a look
 * is under way, another follows it. A journal that cannot be written has no use for runs.
 */
void
lum_run_offer_look (LumRunOffer *self)
{
  LumDiary *diary;

  g_return_if_fail (LUM_IS_RUN_OFFER (self));

  diary = lum_journal_get_diary (self->journal);
  if (self->stopped || !diary || lum_journal_get_read_only (self->journal))
    return;
  if (self->cancellable) {
    self->again = TRUE;
    return;
  }
  self->cancellable = g_cancellable_new ();
  lum_run_source_list_async (self->source, diary, self->cancellable, listed_cb, g_object_ref (self));
}

/**
 * lum_run_offer_stop:
 *
 * Offers nothing any more: the watch was pulled out, the folder forgotten. A look under way is cancelled.
 */
void
lum_run_offer_stop (LumRunOffer *self)
{
  g_return_if_fail (LUM_IS_RUN_OFFER (self));

  self->stopped = TRUE;
  g_cancellable_cancel (self->cancellable);
  g_ptr_array_set_size (self->kept, 0);
  set_state (self, NULL);
}

guint
lum_run_offer_get_n_new (LumRunOffer *self)
{
  g_return_val_if_fail (LUM_IS_RUN_OFFER (self), 0);

  return self->n_new;
}

/**
 * lum_run_offer_get_looking:
 *
 * Whether a look is under way.
 */
gboolean
lum_run_offer_get_looking (LumRunOffer *self)
{
  g_return_val_if_fail (LUM_IS_RUN_OFFER (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * lum_run_offer_get_problem:
 *
 * Returns: (transfer none) (nullable): a sentence: why the place could not be looked at
 */
const char *
lum_run_offer_get_problem (LumRunOffer *self)
{
  g_return_val_if_fail (LUM_IS_RUN_OFFER (self), NULL);

  return self->problem;
}

LumRunSource *
lum_run_offer_get_source (LumRunOffer *self)
{
  g_return_val_if_fail (LUM_IS_RUN_OFFER (self), NULL);

  return self->source;
}

/**
 * lum_run_offer_list_files:
 *
 * The files with new runs, and with some that may be known.
 *
 * Returns: (transfer full): of #GFile
 */
GListModel *
lum_run_offer_list_files (LumRunOffer *self)
{
  GListStore *files = g_list_store_new (G_TYPE_FILE);

  g_return_val_if_fail (LUM_IS_RUN_OFFER (self), G_LIST_MODEL (files));

  for (guint i = 0; i < self->kept->len; i++)
    g_list_store_append (files, ((LumRunCandidate *) self->kept->pdata[i])->file->file);
  return G_LIST_MODEL (files);
}

/**
 * lum_run_offer_describe:
 *
 * Returns: (transfer full): "3 new runs on Forerunner"
 */
char *
lum_run_offer_describe (LumRunOffer *self)
{
  const char *name;

  g_return_val_if_fail (LUM_IS_RUN_OFFER (self), NULL);

  name = lum_run_source_get_name (self->source);
  if (lum_run_source_get_kind (self->source) == LUM_RUN_SOURCE_DEVICE)
    /* Translators: %s is the name of a watch or a card, as "Forerunner". */
    return g_strdup_printf (ngettext ("%u new run on %s", "%u new runs on %s", self->n_new), self->n_new, name);
  /* Translators: %s is the name of a folder. */
  return g_strdup_printf (ngettext ("%u new run in “%s”", "%u new runs in “%s”", self->n_new), self->n_new, name);
}
