/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>
#include <string.h>

#include "lum-chart-theme.h"
#include "lum-test-life.h"
#include "lum-year-layout.h"

/* The year in days: each day once, found again where it is drawn, numbers that can be read, gaps that stay gaps. */

#define TODAY (lum_day_from_ymd (2026, 5, 27))
#define TEXT 4.5

static const int widths[] = {250, 320, 480, 700, 900, 1300};
static const int years[] = {2023, 2024, 2026, 2028, 1999};

static LumYearView
make_view (int year, int week_start)
{
  return (LumYearView){.year = year, .today = LUM_DAY_NONE, .week_start = week_start, .font_scale = 1};
}

static LumChartRect
make_rect (int width, const LumYearView *view)
{
  return (LumChartRect){10, 20, width, lum_year_measure_height (view, width)};
}

/* Every day of every year is inside, once, in calendar order, and found again in all four corners of its cell. */
static void
test_days (void)
{
  for (guint y = 0; y < G_N_ELEMENTS (years); y++) {
    for (int week_start = 1; week_start <= 7; week_start++) {
      for (guint w = 0; w < G_N_ELEMENTS (widths); w++) {
        LumYearView view = make_view (years[y], week_start);
        LumChartRect rect = make_rect (widths[w], &view), before = {0};
        LumDay first = lum_day_from_ymd (years[y], 1, 1), last = lum_day_from_ymd (years[y], 12, 31);
        LumYearLayout layout;

        lum_year_layout_init (&layout, &rect, &view);
        for (LumDay day = first; day <= last; day++) {
          LumChartRect cell = lum_year_layout_get_cell (&layout, day);

          g_assert_true (lum_year_layout_has_day (&layout, day));
          g_assert_cmpfloat (cell.x, >=, rect.x - 0.5);
          g_assert_cmpfloat (cell.y, >=, rect.y - 0.5);
          g_assert_cmpfloat (cell.x + cell.width, <=, rect.x + rect.width + 0.5);
          g_assert_cmpfloat (cell.y + cell.height, <=, rect.y + rect.height + 0.5);
          for (int corner = 0; corner < 4; corner++)
            g_assert_cmpint (lum_year_layout_find_day (&layout, cell.x + (corner & 1 ? cell.width - 0.1 : 0.1),
                                                       cell.y + (corner & 2 ? cell.height - 0.1 : 0.1)),
                             ==, day);
          /* A day later is below or to the right, never on top. */
          if (day > first)
            g_assert_true (cell.x >= before.x + before.width || cell.y >= before.y + before.height ||
                           cell.x > before.x);
          before = cell;
        }
        lum_year_layout_clear (&layout);
        g_assert_false (lum_year_get_cell (&rect, &view, first - 1, &before));
        g_assert_false (lum_year_get_cell (&rect, &view, last + 1, &before));
        g_assert_cmpint (lum_year_day_at (&rect, &view, -100, -100), ==, LUM_DAY_NONE);
      }
    }
  }
}

/* It reflows: weeks as columns where there is room, months where there is not; larger text needs more room. */
static void
test_reflow (void)
{
  LumYearView view = make_view (2026, 1);
  LumChartRect wide = {0, 0, 1000, 400}, narrow = {0, 0, 320, 900};
  double height = lum_year_measure_height (&view, 320);

  g_assert_true (lum_year_is_by_weeks (&wide, &view));
  g_assert_false (lum_year_is_by_weeks (&narrow, &view));
  view.font_scale = 2;
  g_assert_cmpfloat (lum_year_measure_height (&view, 320), >, height);
  /* Months that have not begun take no room there. */
  view.font_scale = 1;
  view.today = TODAY;
  g_assert_cmpfloat (lum_year_measure_height (&view, 320), <, height);
}

/* What is written on a cell can be read on every colour that a cell may have (WCAG 2.2). */
static void
test_ink (void)
{
  for (guint name = 0; name <= LUM_CHART_THEME_PRINT_GREY; name++) {
    const LumChartTheme *theme = lum_chart_theme_get (name);

    for (guint i = 0; i < LUM_N_PAIN_COLORS; i++) {
      LumColor tint = lum_color_mix (theme->background, theme->pain[i], 0.3);

      g_assert_cmpfloat (lum_color_get_contrast (lum_color_get_ink (theme->pain[i]), theme->pain[i]), >=, TEXT);
      g_assert_cmpfloat (lum_color_get_contrast (lum_color_get_ink (tint), tint), >=, TEXT);
    }
    g_assert_cmpfloat (lum_color_get_contrast (lum_color_get_ink (theme->background), theme->background), >=, TEXT);
  }
}

static LumChart *
make_chart (LumTestLife *life)
{
  g_autoptr (LumDiary) diary = lum_test_life_make (life);
  g_autoptr (LumFindings) findings = lum_findings_new (diary, TODAY, LUM_UNITS_METRIC);

  return lum_chart_new (diary, findings);
}

static cairo_surface_t *
draw (LumChart *chart, const LumYearView *view, LumChartRect *rect, LumChartStats *stats)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1100, 500);
  cairo_t *cr = cairo_create (surface);

  *rect = (LumChartRect){0, 0, 1100, lum_year_measure_height (view, 1100)};
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  lum_year_draw (chart, cr, rect, view, stats);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, double x, double y)
{
  const guchar *pixels = cairo_image_surface_get_data (surface);

  return *(const guint32 *) (gconstpointer) (pixels + (int) y * cairo_image_surface_get_stride (surface) +
                                             4 * (int) x) &
         0xffffff;
}

/* A is drawn against B: where only one diary has a score, only that cell differs; a gap and the future stay empty. */
static void
test_gaps (void)
{
  g_autoptr (LumTestLife) some = lum_test_life_new (), more = lum_test_life_new ();
  g_autoptr (LumChart) a = NULL, b = NULL;
  LumYearView view = make_view (2026, 1);
  LumChartRect rect, cell;
  LumChartStats stats;
  cairo_surface_t *first, *second;
  LumDay gap = TODAY - 20;
  int differing = 0;

  view.today = TODAY;
  for (int ago = 0; ago < 60; ago++) {
    if (TODAY - ago != gap)
      lum_test_life_add_pain (some, TODAY - ago, 7, LUM_MOMENT_AVERAGE);
    lum_test_life_add_pain (more, TODAY - ago, 7, LUM_MOMENT_AVERAGE);
  }
  a = make_chart (some);
  b = make_chart (more);
  first = draw (a, &view, &rect, &stats);
  second = draw (b, &view, &rect, NULL);
  for (LumDay day = lum_day_from_ymd (2026, 1, 1); day <= lum_day_from_ymd (2026, 12, 31); day++) {
    gboolean same = TRUE;

    g_assert_true (lum_year_get_cell (&rect, &view, day, &cell));
    for (double y = cell.y + 1; y < cell.y + cell.height - 1; y++)
      for (double x = cell.x + 1; x < cell.x + cell.width - 1; x++)
        same = same && get_pixel (first, x, y) == get_pixel (second, x, y);
    differing += !same;
    g_assert_cmpint (same, ==, day != gap);
    /* Empty within: a gap, and what is to come. */
    if (day == gap || day > TODAY)
      g_assert_cmpuint (get_pixel (first, cell.x + cell.width / 2, cell.y + cell.height / 2), ==, 0xffffff);
  }
  g_assert_cmpint (differing, ==, 1);
  g_assert_cmpuint (stats.marks, <=, 2 * 366 + 20);
  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
}

static void
test_words (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumChart) chart = NULL;
  LumYearView view = make_view (2026, 1);
  g_autofree char *year = NULL, *empty = NULL, *day = NULL;
  int first, last;

  for (int ago = 0; ago < 10; ago++)
    lum_test_life_add_pain (life, TODAY - ago, ago < 4 ? 3 : 1, LUM_MOMENT_AVERAGE);
  lum_test_life_add_run (life, TODAY - 1, 8200);
  lum_test_life_add_pain (life, lum_day_from_ymd (2024, 3, 1), 2, LUM_MOMENT_AVERAGE);
  chart = make_chart (life);
  lum_year_get_extent (chart, &first, &last);
  g_assert_cmpint (first, ==, 2024);
  g_assert_cmpint (last, ==, 2026);
  year = lum_year_describe (chart, &view);
  g_test_message ("%s", year);
  g_assert_nonnull (strstr (year, "2026"));
  g_assert_nonnull (strstr (year, "10 of 147 days logged"));
  g_assert_nonnull (strstr (year, "pain on 4"));
  g_assert_nonnull (strstr (year, "8.2 km"));
  day = lum_year_describe_day (chart, &view, TODAY - 1);
  g_assert_nonnull (strstr (day, "26 May"));
  view.year = 2025;
  empty = lum_year_describe (chart, &view);
  g_test_message ("%s", empty);
  g_assert_null (strstr (empty, "NaN"));
  g_assert_null (strstr (empty, "nan"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/year/days", test_days);
  g_test_add_func ("/chart/year/reflow", test_reflow);
  g_test_add_func ("/chart/year/ink", test_ink);
  g_test_add_func ("/chart/year/gaps", test_gaps);
  g_test_add_func ("/chart/year/words", test_words);
  return g_test_run ();
}
