/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-link-service.h"

#include "lum-clock.h"

struct _LumLinkService {
  GObject parent_instance;

  LumJournal *journal;
  LumDiary *diary; /* the one that is or was looked at, NULL before the first */
  LumDay today;    /* the day for which */
  LumLink link;
  gboolean known;            /* there is an answer; while another is looked for, it is still that */
  GCancellable *cancellable; /* of the thread that runs, else NULL */
};

G_DEFINE_FINAL_TYPE (LumLinkService, lum_link_service, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* What a thread gets: values, no objects. */
typedef struct {
  LumDiary *diary;
  LumDay today;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  lum_diary_unref (question->diary);
  g_free (question);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Question *question = task_data;
  g_autofree LumLink *link = g_new0 (LumLink, 1);
  GError *error = NULL;

  if (lum_link_announce (question->diary, question->today, cancellable, link, &error))
    g_task_return_pointer (task, g_steal_pointer (&link), g_free);
  else
    g_task_return_error (task, error);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GWeakRef *weak = user_data;
  g_autoptr (LumLinkService) self = g_weak_ref_get (weak);
  g_autofree LumLink *link = g_task_propagate_pointer (G_TASK (result), NULL);

  g_weak_ref_clear (weak);
  g_free (weak);
  /* One that was cancelled has a successor, which tells. */
  if (!self || !link || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  self->link = *link;
  self->known = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
look (LumLinkService *self, LumDiary *diary, LumDay today)
{
  g_autoptr (GTask) task = NULL;
  Question *question = g_new0 (Question, 1);
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->diary, lum_diary_unref);
  self->diary = lum_diary_ref (diary);
  self->today = today;
  self->cancellable = g_cancellable_new ();

  question->diary = lum_diary_ref (diary);
  question->today = today;
  g_weak_ref_init (weak, self);
  task = g_task_new (NULL, self->cancellable, looked_cb, weak);
  g_task_set_source_tag (task, look);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, look_in_thread);
}

static void
lum_link_service_dispose (GObject *object)
{
  LumLinkService *self = LUM_LINK_SERVICE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->diary, lum_diary_unref);
  G_OBJECT_CLASS (lum_link_service_parent_class)->dispose (object);
}

static void
lum_link_service_class_init (LumLinkServiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lum_link_service_dispose;

  /**
   * LumLinkService::changed:
   *
   * lum_link_service_ask() has another answer.
   */
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lum_link_service_init (LumLinkService *self)
{
}

/**
 * lum_link_service_new:
 *
 * A service over the diary and the clock of @journal.
 */
LumLinkService *
lum_link_service_new (LumJournal *journal)
{
  LumLinkService *self = g_object_new (LUM_TYPE_LINK_SERVICE, NULL);

  self->journal = g_object_ref (journal);
  return self;
}

/**
 * lum_link_service_ask:
 *
 * What is told today. Where the journal or the day has changed, a new look begins; a look at what has changed since is
 * cancelled.
 *
 * Returns: (transfer none) (nullable): %NULL until the first answer is there
 */
const LumLink *
lum_link_service_ask (LumLinkService *self)
{
  g_return_val_if_fail (LUM_IS_LINK_SERVICE (self), NULL);

  LumDiary *diary = lum_journal_get_diary (self->journal);
  LumDay today = lum_clock_get_today (lum_journal_get_clock (self->journal));

  if (diary && (diary != self->diary || today != self->today))
    look (self, diary, today);
  return self->known ? &self->link : NULL;
}
