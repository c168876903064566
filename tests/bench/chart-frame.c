/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A frame of Trends at 1400 × 700, laid out, drawn and put on the window's surface by the renderer that GSK_RENDERER
 * names: a journal of twenty years against one of five, and each view against a yardstick of as many bare cairo
 * segments and glyphs as it shows. All are drawn in turn in one process; medians of the process' own time. */
#include <adwaita.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "bench-yardstick.h"
#include "lum-chart-widget.h"
#include "lum-sample-life.h"

#define WIDTH 1400
#define HEIGHT 700
#define ROUNDS 41
#define WARM_UP 4
#define LIMIT_YEARS 1.3
#define LIMIT_YARDSTICK 2.0

typedef struct {
  const char *name;
  int years, days; /* days shown; 0: all */
  GtkWidget *window;
  LumChartWidget *chart;
  double first, last;
  LumChartStats stats;
  double times[ROUNDS], yardstick[ROUNDS];
} Side;

static double
get_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e6 + (double) now.tv_nsec / 1e3;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
get_median (const double *times)
{
  double sorted[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    sorted[i] = times[i];
  qsort (sorted, ROUNDS, sizeof sorted[0], compare_doubles);
  return sorted[ROUNDS / 2];
}

static void
settle (int ms)
{
  gint64 end = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
set_up (Side *side)
{
  LumDay today = lum_day_from_ymd (2026, 5, 27), first, last;
  g_autoptr (LumDiary) diary = lum_sample_life_new (today, side->years, 1);
  g_autoptr (LumFindings) findings = lum_findings_new (diary, today, LUM_UNITS_METRIC);
  g_autoptr (LumChart) chart = lum_chart_new (diary, findings);

  side->chart = LUM_CHART_WIDGET (lum_chart_widget_new ());
  side->window = gtk_window_new ();
  gtk_widget_set_size_request (GTK_WIDGET (side->chart), WIDTH, HEIGHT);
  gtk_window_set_decorated (GTK_WINDOW (side->window), FALSE);
  gtk_window_set_child (GTK_WINDOW (side->window), GTK_WIDGET (side->chart));
  lum_chart_widget_set_chart (side->chart, chart, today);
  lum_chart_get_extent (chart, &first, &last);
  side->first = side->days > 0 ? today - side->days + 1 : first;
  side->last = today;
  lum_chart_widget_set_range (side->chart, side->first, side->last);
  gtk_window_present (GTK_WINDOW (side->window));
  settle (300);
}

/* To the last pixel: a texture of gl is only complete when it is read. */
static void
render (Side *side, GskRenderNode *node)
{
  static guchar pixels[WIDTH * HEIGHT * 4];
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (side->window));
  g_autoptr (GdkTexture) texture =
      gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));

  gdk_texture_download (texture, pixels, WIDTH * 4);
}

/* All that a frame takes once the range has changed. */
static double
draw_chart (Side *side, guint round)
{
  GtkSnapshot *snapshot;
  g_autoptr (GskRenderNode) node = NULL;
  double begin = get_us (), shift = round % 2 == 0 ? 0 : 2.5;

  /* Now a little closer, now as wide as before: the view is another each time. */
  lum_chart_widget_set_range (side->chart, side->first + shift, side->last);
  snapshot = gtk_snapshot_new ();
  GTK_WIDGET_GET_CLASS (side->chart)->snapshot (GTK_WIDGET (side->chart), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  render (side, node);
  side->stats = *lum_chart_widget_get_stats (side->chart);
  return get_us () - begin;
}

/* As many segments as there are marks and lines, and as many glyphs, in a node of the same size. */
static double
draw_yardstick (Side *side)
{
  g_autoptr (GskRenderNode) node = NULL;
  double begin = get_us ();
  cairo_t *cr;

  node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
  cr = gsk_cairo_node_get_draw_context (node);
  bench_draw_yardstick (cr, WIDTH, HEIGHT, side->stats.marks + side->stats.lines, side->stats.glyphs);
  cairo_destroy (cr);
  render (side, node);
  return get_us () - begin;
}

int
main (void)
{
  Side sides[] = {{"all-20y", 20, 0}, {"all-5y", 5, 0}, {"year-20y", 20, 365}, {"year-5y", 5, 365}};
  gboolean ok = TRUE;
  const char *name;

  setlocale (LC_ALL, "");
  if (!gtk_init_check ()) {
    g_printerr ("there is no display\n");
    return EXIT_FAILURE;
  }
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    set_up (&sides[i]);
  name = G_OBJECT_TYPE_NAME (gtk_native_get_renderer (GTK_NATIVE (sides[0].window)));
  for (int round = -WARM_UP; round < ROUNDS; round++) {
    for (guint i = 0; i < G_N_ELEMENTS (sides); i++) {
      double chart = draw_chart (&sides[i], (guint) (round + WARM_UP));
      double yardstick = draw_yardstick (&sides[i]);

      if (round >= 0) {
        sides[i].times[round] = chart;
        sides[i].yardstick[round] = yardstick;
      }
    }
  }

  g_print ("renderer: %s\n", name);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++) {
    double ratio = get_median (sides[i].times) / get_median (sides[i].yardstick);

    g_print ("frame-%s-vs-%u-segments-%u-glyphs: ratio %.2f (limit %.1f)\n", sides[i].name,
             sides[i].stats.marks + sides[i].stats.lines, sides[i].stats.glyphs, ratio, LIMIT_YARDSTICK);
    ok = ok && ratio <= LIMIT_YARDSTICK;
  }
  for (guint i = 0; i + 1 < G_N_ELEMENTS (sides); i += 2) {
    double ratio = get_median (sides[i].times) / get_median (sides[i + 1].times);

    g_print ("frame-%s-vs-%s: ratio %.2f (limit %.1f)\n", sides[i].name, sides[i + 1].name, ratio, LIMIT_YEARS);
    ok = ok && ratio <= LIMIT_YEARS;
  }
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    gtk_window_destroy (GTK_WINDOW (sides[i].window));
  return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
