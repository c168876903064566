/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */
#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "lum-error.h"
#include "lum-pdf-update.h"
#include "lum-report.h"
#include "lum-sample-life.h"
#include "report-lives.h"
#include "report-tools.h"

/* The files: whole or not there at all, a clear sentence for what can go wrong, and text that can be found. */

#define TODAY (lum_day_from_ymd (2026, 5, 27))

typedef struct {
  char *folder;
  LumDiary *diary;
  LumFindings *findings;
  LumChart *chart;
  LumChartView view;
  LumReport *report;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LumReportOptions options;

  fixture->folder = g_dir_make_tmp ("lumbar-report-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->diary = lum_sample_life_new (TODAY, 2, 7);
  fixture->findings = lum_findings_new (fixture->diary, TODAY, LUM_UNITS_METRIC);
  fixture->chart = lum_chart_new (fixture->diary, fixture->findings);
  fixture->view = (LumChartView){.first = TODAY - 90, .last = TODAY, .week_start = 1, .font_scale = 1};
  lum_report_options_init (&options, TODAY);
  options.units = LUM_UNITS_METRIC;
  options.name = "Zoë Muñoz";
  options.created = (LumInstant) TODAY * 86400000;
  fixture->report = lum_report_new (fixture->diary, fixture->findings, &options);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;
  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (fixture->folder);
  lum_report_free (fixture->report);
  lum_chart_unref (fixture->chart);
  lum_findings_unref (fixture->findings);
  lum_diary_unref (fixture->diary);
  g_free (fixture->folder);
}

static void
test_forms (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *name, *magic;
  } cases[] = {{"a.png", "\x89PNG"}, {"b.svg", "<?xml"}, {"c.pdf", "%PDF-"}, {"D.PNG", "\x89PNG"}};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_build_filename (fixture->folder, cases[i].name, NULL);
    g_autofree char *bytes = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_true (lum_image_write_chart (fixture->chart, &fixture->view, 800, 400, path, &error));
    g_assert_no_error (error);
    g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
    g_assert_cmpint (strncmp (bytes, cases[i].magic, strlen (cases[i].magic)), ==, 0);
    g_assert_cmpuint (count_files (fixture->folder), ==, i + 1);
  }
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *name;
    int width;
    int code;
  } cases[] = {
      {"chart.gif", 800, LUM_ERROR_INVALID_INPUT},      {"chart", 800, LUM_ERROR_INVALID_INPUT},
      {"chart.png", 5, LUM_ERROR_INVALID_INPUT},        {"chart.png", 1000000, LUM_ERROR_INVALID_INPUT},
      {"no/such/folder.png", 800, LUM_ERROR_NOT_FOUND},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_build_filename (fixture->folder, cases[i].name, NULL);
    g_autoptr (GError) error = NULL;

    g_assert_false (lum_image_write_chart (fixture->chart, &fixture->view, cases[i].width, 400, path, &error));
    g_assert_error (error, LUM_ERROR, cases[i].code);
    g_assert_true (g_str_has_suffix (error->message, "."));
    g_assert_cmpuint (count_files (fixture->folder), ==, 0);
  }
}

/* A folder that is there but takes no files is not said to be missing. */
static void
test_folder_takes_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!g_file_test ("/proc/self", G_FILE_TEST_IS_DIR)) {
    g_test_skip ("there is no /proc here");
    return;
  }
  g_assert_false (lum_report_write_pdf (fixture->report, "/proc/report.pdf", &error));
  if (error->code != LUM_ERROR_READ_ONLY) /* mounted so, in some containers */
    g_assert_error (error, LUM_ERROR, LUM_ERROR_IO);
  g_assert_null (strstr (error->message, "not there"));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_folder_in_the_way (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "taken.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_false (lum_report_write_pdf (fixture->report, path, &error));
  g_assert_error (error, LUM_ERROR, LUM_ERROR_IO);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_rmdir (path);
}

static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "report.pdf", NULL);
  g_autoptr (GError) error = NULL;

  gboolean is_root = geteuid () == 0;
  gboolean written;

  /* Root may write anywhere, so that for a moment it is nobody. */
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  if (is_root && seteuid (65534) != 0) {
    g_test_skip ("root may write anywhere, and cannot be somebody else here");
    return;
  }
  written = lum_report_write_pdf (fixture->report, path, &error);
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_false (written);
  g_assert_error (error, LUM_ERROR, LUM_ERROR_READ_ONLY);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

/* No room for the whole file: a limit on file sizes stands for a full disk. What was there before stays. */
static void
test_no_space (Fixture *fixture, gconstpointer data)
{
  struct rlimit before, small;
  static const char *const names[] = {"report.pdf", "chart.png", "chart.svg", "chart.pdf"};

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
    g_autofree char *kept = NULL;
    g_autoptr (GError) error = NULL;
    gboolean written;

    g_assert_true (g_file_set_contents (path, "old", -1, NULL));
    small = before;
    small.rlim_cur = 4096;
    g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
    written = i == 0 ? lum_report_write_pdf (fixture->report, path, &error)
                     : lum_image_write_chart (fixture->chart, &fixture->view, 900, 500, path, &error);
    g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
    g_assert_false (written);
    g_assert_error (error, LUM_ERROR, LUM_ERROR_FULL);
    g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
    g_assert_cmpstr (kept, ==, "old");
    g_assert_cmpuint (count_files (fixture->folder), ==, i + 1);
  }
}

/* A report with a long appendix is as whole or as absent as a page; where the folder is gone by then it says so. */
static void
test_long_report (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "report.pdf", NULL);
  g_autofree char *folder = g_build_filename (fixture->folder, "gone", NULL);
  g_autofree char *gone = g_build_filename (folder, "report.pdf", NULL);
  g_autoptr (LumReport) report = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit before, small;
  LumReportOptions options;
  gboolean written;

  lum_report_options_init (&options, TODAY);
  options.sections = report_all_sections ();
  options.first = TODAY - 364;
  report = lum_report_new (fixture->diary, fixture->findings, &options);
  g_assert_cmpuint (lum_report_get_n_pages (report), >, 5);

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 100 * 1024; /* room for the first page, not for all */
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  written = lum_report_write_pdf (report, path, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_false (written);
  g_assert_error (error, LUM_ERROR, LUM_ERROR_FULL);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
  g_clear_error (&error);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (lum_report_write_pdf (report, gone, &error));
  g_assert_cmpint (g_unlink (gone), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_false (lum_report_write_pdf (report, gone, &error));
  g_assert_error (error, LUM_ERROR, LUM_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "gone"));
}

/* With a fixed creation date the same report is the same bytes. */
static void
test_byte_identical (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = g_build_filename (fixture->folder, "a.pdf", NULL);
  g_autofree char *b = g_build_filename (fixture->folder, "b.pdf", NULL);
  g_autofree char *first = NULL, *second = NULL;
  gsize n, m;
  g_autoptr (GError) error = NULL;

  g_assert_true (lum_report_write_pdf (fixture->report, a, &error));
  g_assert_true (lum_report_write_pdf (fixture->report, b, &error));
  g_assert_true (g_file_get_contents (a, &first, &n, NULL));
  g_assert_true (g_file_get_contents (b, &second, &m, NULL));
  g_assert_cmpmem (first, n, second, m);
  g_assert_cmpuint (n, <=, 150 * 1024);
}

/* Text is text: what the page says can be found and copied out of the file. */
static void
test_text_is_found (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "report.pdf", NULL);
  g_autofree char *text = NULL, *info = NULL;
  const LumStatus *status = fixture->findings->status;
  g_autofree char *days = g_strdup_printf ("Pain on %d of %d logged days", status->pain_days, status->known_days);
  g_autofree char *mean = g_strdup_printf ("%.1f", status->trend.last);
  g_autoptr (GError) error = NULL;

  g_assert_true (lum_report_write_pdf (fixture->report, path, &error));
  g_assert_no_error (error);
  text = report_run_tool ("pdftotext", "-layout", path);
  info = report_run_tool ("pdfinfo", "-isodates", path);
  if (!text || !info) {
    g_test_skip ("pdftotext and pdfinfo are not installed");
    return;
  }
  g_assert_nonnull (strstr (text, days));
  g_assert_nonnull (strstr (text, mean));
  g_assert_nonnull (strstr (text, "Zoë Muñoz"));
  g_assert_nonnull (strstr (text, "LOW-BACK AND RUNNING DIARY"));
  g_assert_nonnull (strstr (text, "7-day mean"));
  g_assert_nonnull (strstr (info, "Low-back and running diary, "));
  g_assert_nonnull (strstr (info, "Zoë Muñoz"));
  g_assert_nonnull (strstr (info, "Lumbar"));
  g_assert_nonnull (strstr (info, "2026-05-27T00:00:00"));
  g_assert_nonnull (strstr (info, "A4"));
  g_assert_nonnull (strstr (info, "Tagged:          yes"));
}

static void
test_file_is_sound (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "report.pdf", NULL);
  g_autofree char *output = NULL, *structure = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (lum_report_write_pdf (fixture->report, path, &error));
  output = report_run_tool ("qpdf", "--check", path);
  structure = report_run_tool ("pdfinfo", "-struct-text", path);
  if (!output || !structure) {
    g_test_skip ("qpdf and pdfinfo are not installed");
    return;
  }
  g_assert_nonnull (strstr (output, "No syntax or stream encoding errors"));
  /* qpdf rebuilds a cross-reference table that it cannot read, and says so. */
  g_assert_null (strstr (output, "WARNING"));
  g_assert_true (g_str_has_prefix (structure, "Document"));
  g_assert_nonnull (strstr (structure, "H1"));
  g_assert_nonnull (strstr (structure, "H2"));
  g_assert_nonnull (strstr (structure, "Figure"));
  g_assert_nonnull (strstr (structure, "self-reported"));
}

static gboolean
holds (const GByteArray *file, const char *text)
{
  return memmem (file->data, file->len, text, strlen (text)) != NULL;
}

/* What cairo leaves out is appended, once; a file of another form, a broken one too, is left alone. */
static void
test_update (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "report.pdf", NULL);
  g_autofree char *bytes = NULL;
  gsize length;
  LumPdfUpdate update = {"de", "Größe"};
  g_autoptr (GError) error = NULL;
  g_autoptr (GByteArray) whole = g_byte_array_new ();

  g_assert_true (lum_report_write_pdf (fixture->report, path, &error));
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_byte_array_append (whole, (const guint8 *) bytes, (guint) length);
  g_assert_true (holds (whole, "/Marked true"));
  g_assert_true (holds (whole, "/Lang <FEFF0065006E>"));
  g_assert_true (holds (whole, "/DisplayDocTitle true"));
  g_assert_true (holds (whole, "/Alt <FEFF"));

  for (gsize n = 0; n < length; n += n + 600 < length ? 97 : 1) {
    g_autoptr (GByteArray) part = g_byte_array_new ();

    g_byte_array_append (part, (const guint8 *) bytes, (guint) n);
    if (!lum_pdf_update_append (part, &update))
      g_assert_cmpuint (part->len, ==, n);
  }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("/report/files/forms", test_forms);
  ADD ("/report/files/refused", test_refused);
  ADD ("/report/files/folder-in-the-way", test_folder_in_the_way);
  ADD ("/report/files/folder-takes-none", test_folder_takes_none);
  ADD ("/report/files/read-only-folder", test_read_only_folder);
  ADD ("/report/files/no-space", test_no_space);
  ADD ("/report/files/long-report", test_long_report);
  ADD ("/report/files/byte-identical", test_byte_identical);
  ADD ("/report/files/text-is-found", test_text_is_found);
  ADD ("/report/files/file-is-sound", test_file_is_sound);
  ADD ("/report/files/update", test_update);
  return g_test_run ();
}
