/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-report-printer.h"

#include "lum-error.h"
#include "lum-i18n.h"

typedef struct {
  GtkWindow *parent; /* weak */
  LumDiary *diary;
  LumFindings *findings;
  LumReportOptions options; /* with its own texts */
  char *export_to;          /* a PDF instead of a printer: for tests */
  LumReport *report;
  GtkPrintOperation *operation;
  gboolean told; /* how it ended */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_weak_pointer (&work->parent);
  g_clear_object (&work->operation);
  g_clear_pointer (&work->report, lum_report_free);
  lum_diary_unref (work->diary);
  lum_findings_unref (work->findings);
  lum_report_options_clear (&work->options);
  g_free (work->export_to);
  g_free (work);
}

/* The printer's paper may be another than the page's: then the page is made smaller, never cut. */
static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Work *work)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, paper_width = gtk_print_context_get_width (context),
                        paper_height = gtk_print_context_get_height (context), scale;

  lum_report_get_page_size (work->report, &width, &height);
  scale = MIN (MIN (paper_width / width, paper_height / height), 1);
  cairo_save (cr);
  cairo_translate (cr, (paper_width - width * scale) / 2, (paper_height - height * scale) / 2);
  cairo_scale (cr, scale, scale);
  lum_report_draw_page (work->report, cr, (guint) page);
  cairo_restore (cr);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GTask *task)
{
  g_autoptr (GTask) owned = NULL;
  g_autoptr (GError) cause = NULL;
  Work *work = g_task_get_task_data (task);

  if (work->told)
    return;
  work->told = TRUE;
  owned = task;
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR) {
    g_task_return_int (owned, result == GTK_PRINT_OPERATION_RESULT_CANCEL);
    return;
  }
  gtk_print_operation_get_error (operation, &cause);
  /* Translators: %s is the system's reason */
  g_task_return_new_error (owned, LUM_ERROR, LUM_ERROR_IO, _ ("The page was not printed: %s"),
                           cause ? cause->message : C_ ("reason", "the printer did not say why"));
}

static void
set_paper (GtkPrintOperation *operation, LumPaper paper)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (paper == LUM_PAPER_LETTER ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  gtk_print_operation_set_default_page_setup (operation, setup);
}

/* The report is there: on with it. */
static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = g_object_ref (user_data);
  Work *work = g_task_get_task_data (task);
  GtkPrintOperation *operation = work->operation = gtk_print_operation_new ();
  g_autoptr (GError) error = NULL;

  /* Whoever closed the dialog meanwhile does not want another one. */
  if (!work->parent || !gtk_widget_get_mapped (GTK_WIDGET (work->parent))) {
    done_cb (operation, GTK_PRINT_OPERATION_RESULT_CANCEL, task);
    return;
  }
  work->report = g_task_propagate_pointer (G_TASK (result), NULL);
  gtk_print_operation_set_n_pages (operation, (int) lum_report_get_n_pages (work->report));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* The page has its margins already. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, _ ("Low-back and running diary"));
  gtk_print_operation_set_allow_async (operation, TRUE);
  set_paper (operation, work->options.paper);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), work);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), task);
  if (work->export_to)
    gtk_print_operation_set_export_filename (operation, work->export_to);
  /* How it ended is told by "done", but not always where it never began. */
  if (gtk_print_operation_run (
          operation, work->export_to ? GTK_PRINT_OPERATION_ACTION_EXPORT : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
          work->parent, &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    done_cb (operation, GTK_PRINT_OPERATION_RESULT_ERROR, task);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;

  g_task_return_pointer (task, lum_report_new_apart (work->diary, work->findings, &work->options),
                         (GDestroyNotify) lum_report_free);
}

/**
 * lum_report_print_async:
 * @export_to: (nullable): a PDF file that takes the printer's place
 *
 * Lays the report out in a thread, then shows the print dialog over @parent and prints what is chosen there.
 */
void
lum_report_print_async (GtkWindow *parent,
                        LumDiary *diary,
                        LumFindings *findings,
                        const LumReportOptions *options,
                        const char *export_to,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  g_autoptr (GTask) maker = g_task_new (NULL, NULL, made_cb, task);
  Work *work = g_new0 (Work, 1);

  g_set_weak_pointer (&work->parent, parent);
  work->diary = lum_diary_ref (diary);
  work->findings = lum_findings_ref (findings);
  lum_report_options_copy (&work->options, options);
  work->export_to = g_strdup (export_to);
  g_task_set_task_data (task, work, work_free);
  g_task_set_task_data (maker, work, NULL);
  g_task_run_in_thread (maker, make_in_thread);
}

/**
 * lum_report_print_finish:
 * @cancelled: (out) (optional): whether the person changed their mind
 *
 * Returns: %FALSE with LUM_ERROR_IO when it was not printed
 */
gboolean
lum_report_print_finish (GAsyncResult *result, gboolean *cancelled, GError **error)
{
  gssize value = g_task_propagate_int (G_TASK (result), error);

  if (cancelled)
    *cancelled = value == 1;
  return value >= 0;
}
