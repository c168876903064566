/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <time.h>

#include "lum-report.h"
#include "lum-sample-life.h"

/* A page of a year must not cost much more than one of a month, and a long appendix not more a page than a short one:
 * laid out and written to a file in turn, in one process; medians of the thread's own time. */

#define ROUNDS 15
#define MOST_KIB 150

typedef struct {
  const char *name;
  int days; /* of the period */
  gboolean whole;
  double times[ROUNDS];
  guint pages;
  gint64 size;
} Case;

static Case cases[] = {
    {"1-month", 30, FALSE, {0}, 0, 0},
    {"12-months", 365, FALSE, {0}, 0, 0},
    {"5-years-whole", 5 * 365, TRUE, {0}, 0, 0},
    {"10-years-whole", 10 * 365, TRUE, {0}, 0, 0},
};

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static const char *const *
list_sections (void)
{
  static const char *ids[64];
  guint n;
  const LumReportSection *sections = lum_report_get_sections (&n);

  for (guint i = 0; i < MIN (n, G_N_ELEMENTS (ids) - 1); i++)
    ids[i] = sections[i].id;
  return ids;
}

static double
make_report (Case *self, LumDiary *diary, LumFindings *findings, LumDay today, const char *path)
{
  double begin = get_cpu_ms ();
  g_autoptr (LumReport) report = NULL;
  g_autoptr (GError) error = NULL;
  LumReportOptions options;
  GStatBuf info;

  lum_report_options_init (&options, today);
  options.first = today - self->days + 1;
  options.sections = self->whole ? list_sections () : NULL;
  report = lum_report_new (diary, findings, &options);
  if (!lum_report_write_pdf (report, path, &error))
    g_error ("%s", error->message);
  begin = get_cpu_ms () - begin;
  self->pages = lum_report_get_n_pages (report);
  self->size = g_stat (path, &info) == 0 ? info.st_size : -1;
  return begin;
}

/* The ratio of two cases, or of what each of their pages takes. */
static gboolean
tell (const char *name, const Case *a, const Case *b, gboolean by_page, double limit)
{
  double ratio = a->times[ROUNDS / 2] / b->times[ROUNDS / 2];

  if (by_page)
    ratio *= (double) b->pages / a->pages;
  g_print ("%s: ratio %.2f (limit %.1f)\n", name, ratio, limit);
  return ratio <= limit;
}

int
main (void)
{
  LumDay today = lum_day_from_ymd (2026, 5, 27);
  g_autoptr (LumDiary) diary = NULL;
  g_autoptr (LumFindings) findings = NULL;
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "lumbar-bench-report.pdf", NULL);
  gboolean ok = TRUE;

  setlocale (LC_ALL, "");
  diary = lum_sample_life_new (today, 12, 1);
  findings = lum_findings_new (diary, today, LUM_UNITS_METRIC);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    make_report (&cases[i], diary, findings, today, path); /* fonts and caches */
  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      cases[i].times[round] = make_report (&cases[i], diary, findings, today, path);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    qsort (cases[i].times, ROUNDS, sizeof cases[i].times[0], compare_doubles);
  g_unlink (path);

  ok = tell ("report-12-months-vs-1", &cases[1], &cases[0], FALSE, 2.0) && ok;
  ok = tell ("report-page-of-10-years-vs-5", &cases[3], &cases[2], TRUE, 1.3) && ok;
  g_print ("report-12-months-size: ratio %.2f (limit 1.0)\n", cases[1].size / (MOST_KIB * 1024.0));
  ok = ok && cases[1].size > 0 && cases[1].size <= MOST_KIB * 1024;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_print ("report-%s: %.1f ms, %u pages, %d KiB\n", cases[i].name, cases[i].times[ROUNDS / 2], cases[i].pages,
             (int) (cases[i].size / 1024));
  return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
