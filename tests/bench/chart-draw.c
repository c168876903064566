/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <stdlib.h>
#include <time.h>

#include "bench-yardstick.h"
#include "lum-chart.h"
#include "lum-sample-life.h"

/* Drawing the whole of a journal must not cost more because the journal is longer: 20 years against 5 and against 1,
 * each at 1200 × 600, laid out after the layout before it as the window does, drawn in turn in one process; medians.
 * And each against as many bare segments and glyphs as it shows, on the same surface. */

#define WIDTH 1200
#define HEIGHT 600
#define ROUNDS 31
#define MOST_MARKS 1200
#define LIMIT_YARDSTICK 2.0

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

static void
clear (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
}

static double
draw (LumChart *chart, LumChartLayout **layout, cairo_t *cr, LumChartStats *stats)
{
  LumChartRect rect = {0, 0, WIDTH, HEIGHT};
  LumChartLayout *before = *layout;
  LumDay first, last;
  double begin = get_cpu_us ();

  lum_chart_get_extent (chart, &first, &last);
  LumChartView view = {.first = first, .last = last, .week_start = 1, .font_scale = 1};

  clear (cr);
  *layout = lum_chart_layout_new (chart, &rect, &view, before);
  lum_chart_layout_draw (*layout, cr, stats);
  g_clear_pointer (&before, lum_chart_layout_free);
  return get_cpu_us () - begin;
}

static double
draw_yardstick (cairo_t *cr, const LumChartStats *stats)
{
  double begin = get_cpu_us ();

  clear (cr);
  bench_draw_yardstick (cr, WIDTH, HEIGHT, stats->marks + stats->lines, stats->glyphs);
  return get_cpu_us () - begin;
}

static double
get_median (double *times)
{
  qsort (times, ROUNDS, sizeof times[0], compare_doubles);
  return times[ROUNDS / 2];
}

int
main (void)
{
  LumDay today = lum_day_from_ymd (2026, 5, 27);
  LumChart *charts[G_N_ELEMENTS (years)];
  LumChartLayout *layouts[G_N_ELEMENTS (years)] = {NULL};
  double times[G_N_ELEMENTS (years)][ROUNDS], yardsticks[G_N_ELEMENTS (years)][ROUNDS];
  double medians[G_N_ELEMENTS (years)];
  LumChartStats stats[G_N_ELEMENTS (years)];
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  gboolean ok = TRUE;

  setlocale (LC_ALL, "");
  for (guint i = 0; i < G_N_ELEMENTS (years); i++) {
    g_autoptr (LumDiary) diary = lum_sample_life_new (today, years[i], 1);
    g_autoptr (LumFindings) findings = lum_findings_new (diary, today, LUM_UNITS_METRIC);

    charts[i] = lum_chart_new (diary, findings);
    draw (charts[i], &layouts[i], cr, &stats[i]); /* fonts and caches */
  }
  for (guint round = 0; round < ROUNDS; round++) {
    for (guint i = 0; i < G_N_ELEMENTS (years); i++) {
      times[i][round] = draw (charts[i], &layouts[i], cr, &stats[i]);
      yardsticks[i][round] = draw_yardstick (cr, &stats[i]);
    }
  }
  for (guint i = 0; i < G_N_ELEMENTS (years); i++) {
    double ratio;

    medians[i] = get_median (times[i]);
    ratio = medians[i] / get_median (yardsticks[i]);
    g_print ("chart-%dy-vs-%u-segments-%u-glyphs: ratio %.2f (limit %.1f)\n", years[i], stats[i].marks + stats[i].lines,
             stats[i].glyphs, ratio, LIMIT_YARDSTICK);
    ok = ok && ratio <= LIMIT_YARDSTICK;
    lum_chart_layout_free (layouts[i]);
    lum_chart_unref (charts[i]);
  }

  for (guint i = 1; i < G_N_ELEMENTS (years); i++) {
    double ratio = medians[0] / medians[i];

    g_print ("chart-20y-vs-%dy: ratio %.2f (limit %.1f)\n", years[i], ratio, limits[i]);
    ok = ok && ratio <= limits[i];
  }
  g_print ("chart-20y-marks: %u (limit %u)\n", stats[0].marks, MOST_MARKS);
  ok = ok && stats[0].marks <= MOST_MARKS;

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
