/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-report-saver.h"

#include "lum-error.h"
#include "lum-i18n.h"
#include "lum-transfer.h"

#define CHART_WIDTH 1200
#define CHART_HEIGHT 640

typedef struct {
  LumDiary *diary;
  LumFindings *findings;
  LumReportOptions options; /* with its own texts */
  const char *form;
  char *path;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  lum_diary_unref (work->diary);
  lum_findings_unref (work->findings);
  lum_report_options_clear (&work->options);
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
      .theme = work->options.grey ? LUM_CHART_THEME_PRINT_GREY : LUM_CHART_THEME_LIGHT,
  };
  LumDay first, last;

  lum_report_get_period (report, &first, &last);
  view.first = first;
  view.last = last;
  return lum_image_write_chart (chart, &view, CHART_WIDTH, CHART_HEIGHT, work->path, error);
}

static gboolean
write_days (const Work *work, const LumReport *report, GError **error)
{
  LumDay first, last;

  lum_report_get_period (report, &first, &last);
  return lum_export_days_csv (work->diary, first, last, work->path, error);
}

static gboolean
write_page (const Work *work, const LumReport *report, GError **error)
{
  return lum_report_write_pdf (report, work->path, error);
}

static const struct {
  const char *name;
  const char *ending;
  gboolean (*write) (const Work *work, const LumReport *report, GError **error);
} forms[] = {
    {"pdf", ".pdf", write_page},        {"chart-png", ".png", write_chart}, {"chart-svg", ".svg", write_chart},
    {"chart-pdf", ".pdf", write_chart}, {"csv", ".csv", write_days},
};

static guint
find_form (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (forms[i].name, name))
      return i;
  g_return_val_if_reached (0);
}

/**
 * lum_report_get_ending:
 * @form: "pdf" for the report, "chart-png", "chart-svg" or "chart-pdf" for its chart, "csv" for its days
 *
 * How the name of such a file ends.
 */
const char *
lum_report_get_ending (const char *form)
{
  return forms[find_form (form)].ending;
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  g_autoptr (LumReport) report = lum_report_new (work->diary, work->findings, &work->options);
  g_autoptr (GError) error = NULL;

  if (forms[find_form (work->form)].write (work, report, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * lum_report_save_async:
 * @form: as for lum_report_get_ending(); static
 * @file: must be on this computer; a name without the form's ending gets it
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
  lum_report_options_copy (&work->options, options);
  work->form = forms[find_form (form)].name;
  work->path = g_str_has_suffix (path, lum_report_get_ending (form))
                   ? g_steal_pointer (&path)
                   : g_strconcat (path, lum_report_get_ending (form), NULL);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
lum_report_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
