/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-chart-widget-private.h"
#include "lum-sample-life.h"
#include "ui-test.h"

/* The chart under pointer, wheel, fingers and keys: what keeps its place, and what is not done twice. */

#define TODAY 20600
#define WIDTH 700
#define HEIGHT 460

typedef struct {
  GtkWidget *window;
  LumChartWidget *chart;
} Fixture;

static gboolean
is_drawn (gpointer data)
{
  return lum_chart_widget_get_n_drawn (((Fixture *) data)->chart) > 0;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LumDiary) diary = lum_sample_life_new (TODAY, 4, 3);
  g_autoptr (LumFindings) findings = lum_findings_new (diary, TODAY, LUM_UNITS_METRIC);
  g_autoptr (LumChart) chart = lum_chart_new (diary, findings);

  fixture->chart = LUM_CHART_WIDGET (lum_chart_widget_new ());
  fixture->window = gtk_window_new ();
  gtk_widget_set_size_request (GTK_WIDGET (fixture->chart), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->chart));
  lum_chart_widget_set_chart (fixture->chart, chart, TODAY);
  lum_chart_widget_set_range (fixture->chart, TODAY - 500, TODAY - 410);
  g_object_set (gtk_widget_get_settings (fixture->window), "gtk-enable-animations", TRUE, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait_until (is_drawn, fixture);
  ui_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static double
get_moment (Fixture *fixture, double x)
{
  return lum_chart_layout_moment_at (lum_chart_widget_get_layout (fixture->chart), x);
}

/* What is under the pointer stays there while the view is panned, in every unit and over every axis. */
static void
test_pan (Fixture *fixture, gconstpointer data)
{
  for (LumChartLoad load = LUM_CHART_LOAD_DISTANCE; load <= LUM_CHART_LOAD_WEEKLY; load++) {
    double moment;

    lum_chart_widget_set_look (fixture->chart, load, LUM_UNITS_METRIC, 1);
    lum_chart_widget_set_range (fixture->chart, TODAY - 500, TODAY - 410);
    moment = get_moment (fixture, 300);
    for (int x = 300; x < 690; x += 13) {
      lum_chart_widget_put (fixture->chart, moment, x);
      g_assert_cmpfloat_with_epsilon (get_moment (fixture, x), moment, 1e-6);
    }
  }
}

/* And while it is zoomed, also where the bars become weeks, the scores bins, and the panels begin elsewhere. */
static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  static const double places[] = {60, 350, 660};

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    double moment, first, last;

    lum_chart_widget_set_range (fixture->chart, TODAY - 760, TODAY - 700);
    moment = get_moment (fixture, places[i]);
    for (int step = 0; step < 12; step++) {
      lum_chart_widget_get_range (fixture->chart, &first, &last);
      lum_chart_widget_zoom_at (fixture->chart, first, last, 1 / ZOOM_STEP, places[i]);
      lum_chart_widget_get_range (fixture->chart, &first, &last);
      if (first <= fixture->chart->extent_first + 0.5 || last >= fixture->chart->extent_last - 0.5)
        break; /* there is no more to see: the end gives way */
      g_assert_cmpfloat_with_epsilon (get_moment (fixture, places[i]), moment, 1e-6);
    }
    g_assert_cmpfloat (last - first, >, 200);
  }
}

/* Pointing lays nothing out and draws no chart; a pan does each once; the same again does nothing. */
static void
test_counts (Fixture *fixture, gconstpointer data)
{
  guint laid_out = lum_chart_widget_get_n_laid_out (fixture->chart);
  guint drawn = lum_chart_widget_get_n_drawn (fixture->chart);

  g_assert_cmpuint (drawn, >, 0);
  for (int x = 60; x < 680; x += 40) {
    lum_chart_widget_point_at (fixture->chart, x);
    ui_settle ();
  }
  g_assert_cmpint (lum_chart_widget_get_crosshair (fixture->chart), !=, LUM_DAY_NONE);
  lum_chart_widget_set_range (fixture->chart, TODAY - 500, TODAY - 410);
  lum_chart_widget_set_look (fixture->chart, LUM_CHART_LOAD_DISTANCE, LUM_UNITS_METRIC, 1);
  ui_settle ();
  g_assert_cmpuint (lum_chart_widget_get_n_laid_out (fixture->chart), ==, laid_out);
  g_assert_cmpuint (lum_chart_widget_get_n_drawn (fixture->chart), ==, drawn);

  lum_chart_widget_move_range (fixture->chart, TODAY - 501, TODAY - 411);
  ui_settle ();
  g_assert_cmpuint (lum_chart_widget_get_n_laid_out (fixture->chart), ==, laid_out + 1);
  g_assert_cmpuint (lum_chart_widget_get_n_drawn (fixture->chart), ==, drawn + 1);
  /* A date or two came into view, and the axis of the bars may be another. */
  g_assert_cmpuint (lum_chart_widget_get_stats (fixture->chart)->shaped, <=, 6);
}

static gboolean
is_at_rest (gpointer data)
{
  return ((Fixture *) data)->chart->glide == 0;
}

/* A view that is let go runs on, slower and slower, and rests; whoever touches it stops it. */
static void
test_glide (Fixture *fixture, gconstpointer data)
{
  double first, last, before;

  lum_chart_widget_get_range (fixture->chart, &before, NULL);
  lum_chart_widget_glide (fixture->chart, 600);
  ui_wait_until (is_at_rest, fixture);
  lum_chart_widget_get_range (fixture->chart, &first, &last);
  /* 600 px/s that decay by e in 0.325 s go 195 px: to the right is back in time. */
  g_assert_cmpfloat (first, <, before - 15);
  g_assert_cmpfloat (first, >, before - 40);
  g_assert_cmpfloat_with_epsilon (last - first, 90, 1e-6);

  lum_chart_widget_glide (fixture->chart, -600);
  g_assert_cmpuint (fixture->chart->glide, !=, 0);
  lum_chart_widget_stop (fixture->chart);
  g_assert_cmpuint (fixture->chart->glide, ==, 0);

  /* The end of what there is stops it, too; one that hardly moves never starts. */
  lum_chart_widget_glide (fixture->chart, -8000);
  ui_wait_until (is_at_rest, fixture);
  lum_chart_widget_get_range (fixture->chart, NULL, &last);
  g_assert_cmpfloat (last, <=, TODAY);
  lum_chart_widget_glide (fixture->chart, 3);
  g_assert_cmpuint (fixture->chart->glide, ==, 0);
}

/* Nothing glides for those who asked for no animations. */
static void
test_no_animations (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->chart));

  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  lum_chart_widget_glide (fixture->chart, 600);
  g_assert_cmpuint (fixture->chart->glide, ==, 0);
}

/* Day by day with the keys, at the edge the view follows; Home and End reach all there is. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  double first, last;

  gtk_widget_grab_focus (GTK_WIDGET (fixture->chart));
  ui_press_key (GTK_WIDGET (fixture->chart), GDK_KEY_End, 0);
  g_assert_cmpint (lum_chart_widget_get_crosshair (fixture->chart), ==, TODAY);
  for (int i = 1; i <= 120; i++) {
    ui_press_key (GTK_WIDGET (fixture->chart), GDK_KEY_Left, 0);
    LumDay day = lum_chart_widget_get_crosshair (fixture->chart);

    lum_chart_widget_get_range (fixture->chart, &first, &last);
    g_assert_cmpint (day, ==, TODAY - i);
    g_assert_cmpfloat (day, >=, first - 1e-6);
  }
  ui_press_key (GTK_WIDGET (fixture->chart), GDK_KEY_plus, 0);
  lum_chart_widget_get_range (fixture->chart, &first, &last);
  g_assert_cmpfloat (last - first, <, 80);
  g_assert_cmpfloat (first, <=, TODAY - 120 + 0.5); /* its middle keeps its place */
  g_assert_cmpfloat (last, >=, TODAY - 120);
  ui_press_key (GTK_WIDGET (fixture->chart), GDK_KEY_Home, 0);
  g_assert_cmpint (lum_chart_widget_get_crosshair (fixture->chart), ==, fixture->chart->extent_first);
}

#define ADD(name, function) g_test_add ("/ui/chart/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  if (!ui_test_init (&argc, &argv))
    return 0;
  ADD ("pan", test_pan);
  ADD ("zoom", test_zoom);
  ADD ("counts", test_counts);
  ADD ("glide", test_glide);
  ADD ("no-animations", test_no_animations);
  ADD ("keys", test_keys);
  return g_test_run ();
}
