/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-watch-service.h"

struct _LumWatchService {
  GObject parent_instance;

  LumJournal *journal;
  LumSettings *settings;
  LumDiary *diary;       /* the one that the findings are of */
  LumFindings *findings; /* of `diary`, or NULL */
  LumChart *chart;       /* of both */
  gboolean running;      /* a thread computes */
  gboolean again;        /* something changed meanwhile: what it computes is stale */
};

G_DEFINE_FINAL_TYPE (LumWatchService, lum_watch_service, G_TYPE_OBJECT)

enum { PROP_0, PROP_FINDINGS, N_PROPS };

static GParamSpec *properties[N_PROPS];

/* What a thread gets: values, no objects. */
typedef struct {
  LumDiary *diary;
  LumDay today;
  LumUnits units;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  lum_diary_unref (question->diary);
  g_free (question);
}

/* What it gives back. */
typedef struct {
  LumFindings *findings;
  LumChart *chart;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->findings, lum_findings_unref);
  g_clear_pointer (&answer->chart, lum_chart_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static void compute (LumWatchService *self);

static void
compute_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Question *question = task_data;

  Answer *answer = g_new0 (Answer, 1);

  answer->findings = lum_findings_new (question->diary, question->today, question->units);
  answer->chart = lum_chart_new (question->diary, answer->findings);
  g_task_return_pointer (task, answer, answer_free);
}

static void
clear (LumWatchService *self)
{
  g_clear_pointer (&self->diary, lum_diary_unref);
  g_clear_pointer (&self->findings, lum_findings_unref);
  g_clear_pointer (&self->chart, lum_chart_unref);
}

static void
computed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GWeakRef *weak = user_data;
  g_autoptr (LumWatchService) self = g_weak_ref_get (weak);
  Question *question = g_task_get_task_data (G_TASK (result));
  g_autoptr (Answer) answer = g_task_propagate_pointer (G_TASK (result), NULL);

  g_weak_ref_clear (weak);
  g_free (weak);
  if (!self)
    return;
  self->running = FALSE;
  if (self->again) {
    self->again = FALSE;
    compute (self);
    return;
  }

  clear (self);
  self->diary = lum_diary_ref (question->diary);
  self->findings = g_steal_pointer (&answer->findings);
  self->chart = g_steal_pointer (&answer->chart);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINDINGS]);
}

/* Starts a thread, unless one runs: then what it finds is thrown away and the newest diary is taken. However many
 * changes come at once, at most two computations follow. */
static void
compute (LumWatchService *self)
{
  LumDiary *diary = self->journal ? lum_journal_get_diary (self->journal) : NULL;
  g_autoptr (GTask) task = NULL;
  Question *question;
  GWeakRef *weak;

  if (!diary)
    return;
  if (self->running) {
    self->again = TRUE;
    return;
  }

  question = g_new0 (Question, 1);
  question->diary = lum_diary_ref (diary);
  question->today = lum_clock_get_today (lum_journal_get_clock (self->journal));
  question->units = lum_settings_get_units (self->settings);
  self->running = TRUE;

  /* The thread does not hold the service, which could else end there. */
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  task = g_task_new (NULL, NULL, computed_cb, weak);
  g_task_set_source_tag (task, compute);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, compute_in_thread);
}

static void
lum_watch_service_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FINDINGS)
    g_value_set_pointer (value, LUM_WATCH_SERVICE (object)->findings);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lum_watch_service_dispose (GObject *object)
{
  LumWatchService *self = LUM_WATCH_SERVICE (object);

  g_clear_object (&self->journal);
  g_clear_object (&self->settings);
  clear (self);
  G_OBJECT_CLASS (lum_watch_service_parent_class)->dispose (object);
}

static void
lum_watch_service_class_init (LumWatchServiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lum_watch_service_get_property;
  object_class->dispose = lum_watch_service_dispose;
  properties[PROP_FINDINGS] = g_param_spec_pointer ("findings", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lum_watch_service_init (LumWatchService *self)
{
}

/**
 * lum_watch_service_new:
 *
 * A service that follows @journal, its clock and the units of @settings. It begins at once if the journal is open.
 */
LumWatchService *
lum_watch_service_new (LumJournal *journal, LumSettings *settings)
{
  LumWatchService *self;

  g_return_val_if_fail (LUM_IS_JOURNAL (journal) && LUM_IS_SETTINGS (settings), NULL);

  self = g_object_new (LUM_TYPE_WATCH_SERVICE, NULL);
  self->journal = g_object_ref (journal);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (journal, "notify::diary", G_CALLBACK (compute), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lum_journal_get_clock (journal), "day-changed", G_CALLBACK (compute), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::units", G_CALLBACK (compute), self, G_CONNECT_SWAPPED);
  compute (self);
  return self;
}

/**
 * lum_watch_service_get_findings:
 *
 * The newest findings.
 *
 * Returns: (transfer none) (nullable): %NULL until the first are there
 */
LumFindings *
lum_watch_service_get_findings (LumWatchService *self)
{
  g_return_val_if_fail (LUM_IS_WATCH_SERVICE (self), NULL);

  return self->findings;
}

/**
 * lum_watch_service_get_diary:
 *
 * The diary that the findings were made from; draw both together.
 *
 * Returns: (transfer none) (nullable): %NULL until the first findings are there
 */
LumDiary *
lum_watch_service_get_diary (LumWatchService *self)
{
  g_return_val_if_fail (LUM_IS_WATCH_SERVICE (self), NULL);

  return self->diary;
}

/**
 * lum_watch_service_get_chart:
 *
 * The chart of the newest findings, made in their thread: a page only draws it.
 *
 * Returns: (transfer none) (nullable): %NULL until the first findings are there
 */
LumChart *
lum_watch_service_get_chart (LumWatchService *self)
{
  g_return_val_if_fail (LUM_IS_WATCH_SERVICE (self), NULL);

  return self->chart;
}
