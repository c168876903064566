/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <stdlib.h>
#include <time.h>

#include "lum-chart.h"
#include "lum-sample-life.h"

/* Drawing the whole of a journal must not cost more because the journal is longer: 20 years against 5 and against 1,
 * each at 1200 × 600, drawn in turn in one process; medians. */

#define WIDTH 1200
#define HEIGHT 600
#define ROUNDS 31
#define MOST_MARKS 1200

static const int years[] = {20, 5, 1};
static const double limits[] = {0, 1.3, 2.0};

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* The processor's time, not the wall's: what else the machine does is not the chart's. */
static double
get_cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e6 + now.tv_nsec / 1e3;
}

static double
draw (const LumChart *chart, cairo_t *cr, LumChartStats *stats)
{
  LumChartRect rect = {0, 0, WIDTH, HEIGHT};
  LumDay first, last;
  double begin = get_cpu_us ();

  lum_chart_get_extent (chart, &first, &last);
  LumChartView view = {.first = first, .last = last, .week_start = 1, .font_scale = 1};

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  lum_chart_draw (chart, cr, &rect, &view, stats);
  return get_cpu_us () - begin;
}

int
main (void)
{
  LumDay today = lum_day_from_ymd (2026, 5, 27);
  LumChart *charts[G_N_ELEMENTS (years)];
  double times[G_N_ELEMENTS (years)][ROUNDS];
  LumChartStats stats[G_N_ELEMENTS (years)];
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  gboolean ok = TRUE;

  setlocale (LC_ALL, "");
  for (guint i = 0; i < G_N_ELEMENTS (years); i++) {
    g_autoptr (LumDiary) diary = lum_sample_life_new (today, years[i], 1);
    g_autoptr (LumFindings) findings = lum_findings_new (diary, today, LUM_UNITS_METRIC);

    charts[i] = lum_chart_new (diary, findings);
    draw (charts[i], cr, &stats[i]); /* fonts and caches */
  }
  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (years); i++)
      times[i][round] = draw (charts[i], cr, &stats[i]);
  for (guint i = 0; i < G_N_ELEMENTS (years); i++) {
    qsort (times[i], ROUNDS, sizeof times[i][0], compare_doubles);
    lum_chart_unref (charts[i]);
  }

  for (guint i = 1; i < G_N_ELEMENTS (years); i++) {
    double ratio = times[0][ROUNDS / 2] / times[i][ROUNDS / 2];

    g_print ("chart-20y-vs-%dy: ratio %.2f (limit %.1f)\n", years[i], ratio, limits[i]);
    ok = ok && ratio <= limits[i];
  }
  g_print ("chart-20y-marks: %u (limit %u)\n", stats[0].marks, MOST_MARKS);
  ok = ok && stats[0].marks <= MOST_MARKS;
  g_print ("chart-20y-draw: %.1f ms\n", times[0][ROUNDS / 2] / 1000);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
