/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-report-saver.h"

#include "lum-error.h"
#include "lum-i18n.h"

#define CHART_WIDTH 1200
#define CHART_HEIGHT 640

typedef struct {
  LumDiary *diary;
  LumFindings *findings;
  LumReportOptions options;
  char *name, *questions; /* the options' own */
  char *path;
  gboolean chart;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  lum_diary_unref (work->diary);
  lum_findings_unref (work->findings);
  g_free (work->name);
  g_free (work->questions);
  g_free (work->path);
  g_free (work);
}

static gboolean
write_chart (const Work *work, const LumReport *report, GError **error)
{
  g_autoptr (LumChart) chart = lum_chart_new (work->diary, work->findings);
  LumChartView view = {
      .units = work->options.units,
      .week_start = work->options.week_start,
      .font_scale = 1,
      .theme = LUM_CHART_THEME_LIGHT,
  };
  LumDay first, last;

  lum_report_get_period (report, &first, &last);
  view.first = first;
  view.last = last;
  return lum_image_write_chart (chart, &view, CHART_WIDTH, CHART_HEIGHT, work->path, error);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  g_autoptr (LumReport) report = lum_report_new (work->diary, work->findings, &work->options);
  g_autoptr (GError) error = NULL;

  if (work->chart ? write_chart (work, report, &error) : lum_report_write_pdf (report, work->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * lum_report_save_async:
 * @form: "pdf" for the report, "png" or "svg" for its chart
 * @file: must be on this computer
 */
void
lum_report_save_async (LumDiary *diary,
                       LumFindings *findings,
                       const LumReportOptions *options,
                       const char *form,
                       GFile *file,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  g_autofree char *path = g_file_get_path (file);
  Work *work;

  if (!path) {
    g_task_return_new_error (task, LUM_ERROR, LUM_ERROR_INVALID_INPUT, "%s",
                             _ ("The file can only be saved in a folder of this computer."));
    return;
  }
  work = g_new0 (Work, 1);
  work->diary = lum_diary_ref (diary);
  work->findings = lum_findings_ref (findings);
  work->name = g_strdup (options->name);
  work->questions = g_strdup (options->questions);
  work->options = *options;
  work->options.name = work->name;
  work->options.questions = work->questions;
  work->chart = !g_str_equal (form, "pdf");
  /* The chart's form follows the ending of its name. */
  if (work->chart && !g_str_has_suffix (path, form))
    work->path = g_strdup_printf ("%s.%s", path, form);
  else
    work->path = g_steal_pointer (&path);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
lum_report_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
