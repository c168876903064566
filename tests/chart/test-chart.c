/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "lum-chart.h"
#include "lum-frame.h"
#include "lum-sample-life.h"
#include "lum-test-life.h"

#define TODAY 20600

static LumChart *
make_sample (int years)
{
  g_autoptr (LumDiary) diary = years > 0 ? lum_sample_life_new (TODAY, years, 3) : lum_diary_new_empty ();
  g_autoptr (LumFindings) findings = lum_findings_new (diary, TODAY, LUM_UNITS_METRIC);

  return lum_chart_new (diary, findings);
}

static LumChartView
make_view (const LumChart *chart, int days)
{
  LumDay first, last;

  lum_chart_get_extent (chart, &first, &last);
  return (LumChartView){.first = days > 0 ? last - days + 1 : first, .last = last, .week_start = 1, .font_scale = 1};
}

static LumChartStats
draw (const LumChart *chart, const LumChartView *view, int width, int height, cairo_surface_t *surface)
{
  LumChartRect rect = {0, 0, width, height};
  LumChartStats stats;
  cairo_t *cr = cairo_create (surface);

  lum_chart_draw (chart, cr, &rect, view, &stats);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return stats;
}

static const int widths[] = {200, 360, 720, 1200};
static const int ranges[] = {1, 14, 91, 180, 181, 365, 400, 401, 1100, 3000, 0};

/* Everywhere a day's middle is found again as that day. */
static void
test_round_trip (void)
{
  g_autoptr (LumChart) chart = make_sample (9);

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++) {
    for (guint r = 0; r < G_N_ELEMENTS (ranges); r++) {
      LumChartView view = make_view (chart, ranges[r]);
      LumChartRect rect = {17, 5, widths[w], 400};
      g_autoptr (LumChartLayout) layout = lum_chart_layout_new (chart, &rect, &view, NULL);
      int step = MAX (1, (int) (view.last - view.first) / 40);

      for (LumDay day = (LumDay) view.first; day <= view.last; day += step) {
        double x = lum_chart_layout_x_of (layout, day);

        g_assert_cmpfloat (x, >, rect.x);
        g_assert_cmpfloat (x, <, rect.x + rect.width);
        g_assert_cmpint (lum_chart_layout_day_at (layout, x), ==, day);
      }
      g_assert_cmpint (lum_chart_layout_day_at (layout, -1e6), ==, (LumDay) view.first);
      g_assert_cmpint (lum_chart_layout_day_at (layout, 1e6), ==, (LumDay) view.last);
    }
  }
}

/* While panning, the view begins within a day. */
static void
test_round_trip_panned (void)
{
  g_autoptr (LumChart) chart = make_sample (2);
  LumChartRect rect = {0, 0, 700, 400};

  for (double shift = 0; shift < 2; shift += 0.13) {
    LumChartView view = make_view (chart, 60);
    g_autoptr (LumChartLayout) layout = NULL;

    view.first -= shift;
    view.last -= shift;
    layout = lum_chart_layout_new (chart, &rect, &view, NULL);
    for (LumDay day = (LumDay) ceil (view.first); day <= floor (view.last); day++)
      g_assert_cmpint (lum_chart_layout_day_at (layout, lum_chart_layout_x_of (layout, day)), ==, day);
  }
}

/* Hit-testing finds what drawing drew: the only dot of a diary is where x_of says. */
static void
test_dot_is_where_layout_says (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;
  g_autoptr (LumFindings) findings = NULL;
  g_autoptr (LumChart) chart = NULL;
  g_autoptr (LumChartLayout) layout = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 600, 400);
  LumChartRect rect = {0, 0, 600, 400};
  LumChartView view;
  guint32 rgb = lum_chart_theme_get (LUM_CHART_THEME_LIGHT)->pain[3].rgb;
  int lowest = G_MAXINT, highest = -1;
  const guchar *pixels;

  lum_test_life_add_pain (life, TODAY - 5, 8, LUM_MOMENT_AVERAGE);
  diary = lum_test_life_make (life);
  findings = lum_findings_new (diary, TODAY, LUM_UNITS_METRIC);
  chart = lum_chart_new (diary, findings);
  view = make_view (chart, 14);
  layout = lum_chart_layout_new (chart, &rect, &view, NULL);
  draw (chart, &view, 600, 400, surface);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (int y = 0; y < 400; y++) {
    const guint32 *row = (const guint32 *) (gconstpointer) (pixels + y * cairo_image_surface_get_stride (surface));

    for (int x = 0; x < 600; x++) {
      if ((row[x] & 0xffffff) == rgb) {
        lowest = MIN (lowest, x);
        highest = MAX (highest, x);
      }
    }
  }
  g_assert_cmpint (highest, >=, lowest);
  g_assert_cmpfloat_with_epsilon ((lowest + highest + 1) / 2.0, lum_chart_layout_x_of (layout, TODAY - 5), 1.0);
  cairo_surface_destroy (surface);
}

static void
test_marks_are_bounded (void)
{
  g_autoptr (LumChart) chart = make_sample (20);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1200, 600);
  static const LumChartLoad loads[] = {LUM_CHART_LOAD_DISTANCE, LUM_CHART_LOAD_DURATION, LUM_CHART_LOAD_EFFORT,
                                       LUM_CHART_LOAD_WEEKLY};

  for (guint l = 0; l < G_N_ELEMENTS (loads); l++) {
    for (guint r = 0; r < G_N_ELEMENTS (ranges); r++) {
      LumChartView view = make_view (chart, ranges[r]);
      LumChartStats stats;

      view.load = loads[l];
      stats = draw (chart, &view, 1200, 600, surface);
      g_assert_cmpuint (stats.marks, <=, 1200);
      g_assert_cmpint (stats.binned, ==, ranges[r] > 400 || ranges[r] == 0);
    }
  }
  cairo_surface_destroy (surface);
}

static gpointer
add_record (LumDiaryBuilder *builder, LumRecordKind kind, int i)
{
  LumRecord *record = lum_diary_builder_add (builder, kind);
  g_autofree char *id = g_strdup_printf ("%d-%d", kind, i);

  record->id = lum_diary_builder_text (builder, kind, id, -1);
  return record;
}

/* A run, a score and a flare a day for twenty years, with spikes and shoes without end: the worst that a journal can
 * hold. */
static void
test_marks_are_bounded_at_worst (void)
{
  LumDiaryBuilder *builder = lum_diary_builder_new (NULL);
  g_autoptr (LumDiary) diary = NULL;
  g_autoptr (LumFindings) findings = NULL;
  g_autoptr (LumChart) chart = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1200, 600);
  LumChartView view;
  static const LumRecordKind kinds[] = {LUM_RECORD_PAIN, LUM_RECORD_RUN, LUM_RECORD_FLARE_ANSWER};

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    lum_diary_builder_begin (builder, kinds[i], 7305);
  for (int i = 7304; i >= 0; i--) {
    LumPainEntry *entry = add_record (builder, LUM_RECORD_PAIN, i);
    LumRun *run = add_record (builder, LUM_RECORD_RUN, i);
    LumFlareAnswer *flare = add_record (builder, LUM_RECORD_FLARE_ANSWER, i);

    entry->day = entry->entered = run->day = flare->day = TODAY - i;
    entry->score = i % 50 < 10 ? 7 : 0;
    entry->moment = LUM_MOMENT_AVERAGE;
    run->distance_m = i % 40 == 0 ? 30000 : 9000 + i % 35 * 100;
    run->shoe_id = run->base.id; /* a new pair for each run */
    flare->yes = 1;
  }
  diary = lum_diary_builder_end (builder, 1);
  findings = lum_findings_new (diary, TODAY, LUM_UNITS_METRIC);
  chart = lum_chart_new (diary, findings);
  for (guint r = 0; r < G_N_ELEMENTS (ranges); r++) {
    view = make_view (chart, ranges[r]);
    g_assert_cmpuint (draw (chart, &view, 1200, 600, surface).marks, <=, 1500);
  }
  view = make_view (chart, 0);
  g_assert_cmpuint (draw (chart, &view, 1200, 600, surface).marks, <=, 1200);
  cairo_surface_destroy (surface);
}

static cairo_status_t
count_bytes (void *total, const unsigned char *data, unsigned int length)
{
  *(gsize *) total += length;
  return CAIRO_STATUS_SUCCESS;
}

/* One path for every surface, each finished without error, in every theme; with the same marks. */
static void
test_surfaces (void)
{
  g_autoptr (LumChart) chart = make_sample (2);

  for (guint theme = 0; theme <= LUM_CHART_THEME_PRINT_GREY; theme++) {
    LumChartView view = make_view (chart, 91);
    gsize bytes = 0;
    cairo_rectangle_t extents = {0, 0, 800, 500};
    cairo_surface_t *surfaces[] = {
        cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 800, 500),
        cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents),
        cairo_pdf_surface_create_for_stream (count_bytes, &bytes, 800, 500),
        cairo_svg_surface_create_for_stream (count_bytes, &bytes, 800, 500),
    };
    guint marks = 0;

    view.theme = theme;
    for (guint i = 0; i < G_N_ELEMENTS (surfaces); i++) {
      LumChartStats stats = draw (chart, &view, 800, 500, surfaces[i]);

      cairo_surface_finish (surfaces[i]);
      g_assert_cmpint (cairo_surface_status (surfaces[i]), ==, CAIRO_STATUS_SUCCESS);
      cairo_surface_destroy (surfaces[i]);
      if (i > 0)
        g_assert_cmpuint (stats.marks, ==, marks);
      marks = stats.marks;
    }
    g_assert_cmpuint (bytes, >, 1000);
    g_assert_cmpuint (marks, >, 30);
  }
}

static void
assert_same (cairo_surface_t *a, cairo_surface_t *b)
{
  cairo_surface_flush (a);
  cairo_surface_flush (b);
  g_assert_cmpint (memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b),
                           (gsize) cairo_image_surface_get_stride (a) * cairo_image_surface_get_height (a)),
                   ==, 0);
}

/* What is drawn straight is what is drawn by way of a recording. */
static void
test_recording_is_the_same (void)
{
  g_autoptr (LumChart) chart = make_sample (1);
  LumChartView view = make_view (chart, 60);
  cairo_rectangle_t extents = {0, 0, 640, 400};
  cairo_surface_t *straight = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 640, 400);
  cairo_surface_t *replayed = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 640, 400);
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cairo_t *cr;

  draw (chart, &view, 640, 400, straight);
  draw (chart, &view, 640, 400, recording);
  cr = cairo_create (replayed);
  cairo_set_source_surface (cr, recording, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  assert_same (straight, replayed);
  cairo_surface_destroy (straight);
  cairo_surface_destroy (replayed);
  cairo_surface_destroy (recording);
}

/* Labels of a row never touch, and stay inside, at any width, range and text size. */
static void
test_labels_do_not_overlap (void)
{
  g_autoptr (LumDiary) diary = lum_sample_life_new (TODAY, 20, 3);
  g_autoptr (LumFindings) findings = lum_findings_new (diary, TODAY, LUM_UNITS_METRIC);
  g_autoptr (LumSeries) series = lum_series_new (diary, findings);
  static const double scales[] = {0.75, 1, 1.5, 2};

  for (guint s = 0; s < G_N_ELEMENTS (scales); s++) {
    for (guint w = 0; w < G_N_ELEMENTS (widths); w++) {
      for (guint r = 0; r < G_N_ELEMENTS (ranges); r++) {
        LumChartRect rect = {0, 0, widths[w], 500};
        LumChartView view = {.last = TODAY, .week_start = 1, .font_scale = scales[s]};
        LumFrame frame;

        view.first = ranges[r] > 0 ? TODAY - ranges[r] + 1 : series->first;
        lum_frame_init (&frame, series, &rect, &view, NULL);
        lum_frame_fill (&frame);
        for (guint row = 0; row < 2; row++) {
          const GArray *marks = row == 0 ? frame.ticks : frame.contexts;
          double end = -1e9;

          for (guint i = 0; i < marks->len; i++) {
            const LumTickMark *mark = &g_array_index (marks, LumTickMark, i);

            g_assert_cmpfloat (mark->label_x, >, end);
            end = mark->label_x + mark->label_width;
          }
        }
        for (guint p = 0; p < LUM_N_PANELS; p++) {
          const GArray *key = frame.panels[p].key;

          g_assert_cmpfloat (frame.panels[p].plot.height, >, 0);
          g_assert_cmpfloat (frame.panels[p].plot.x, >=, 0);
          g_assert_cmpfloat (frame.panels[p].plot.x + frame.panels[p].plot.width, <=, widths[w]);
          for (guint i = 0; i < key->len; i++)
            g_assert_cmpfloat (g_array_index (key, LumKeyEntry, i).y + frame.line_height, <=,
                               frame.panels[p].plot.y + 1);
        }
        g_assert_cmpfloat (frame.axis_y + 2 * frame.line_height, <=, 500 + 1);
        lum_frame_clear (&frame);
      }
    }
  }
}

/* Views that say nothing, and sizes that hold nothing, are answered, too. */
static void
test_degenerate (void)
{
  g_autoptr (LumChart) empty = make_sample (0);
  g_autoptr (LumDiary) none = lum_diary_new_empty ();
  g_autoptr (LumChart) bare = lum_chart_new (none, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 10, 10);
  LumChartView view = make_view (empty, 0);
  LumDay first, last;

  g_assert_cmpuint (draw (empty, &view, 800, 400, surface).marks, ==, 0);
  g_assert_cmpuint (draw (empty, &view, 1, 1, surface).marks, ==, 0);
  lum_chart_get_extent (empty, &first, &last);
  g_assert_cmpint (last, ==, TODAY);
  g_assert_cmpint (first, ==, TODAY - 13);
  view.first = view.last = TODAY + 5000;
  draw (empty, &view, 800, 400, surface);
  view.first = TODAY;
  view.last = TODAY - 10;
  draw (empty, &view, 800, 400, surface);
  view.font_scale = 0;
  draw (bare, &view, 800, 400, surface);
  cairo_surface_destroy (surface);
}

/* The crosshair stays inside at both ends, and draws on no more than it says: a small piece at a time. */
static void
test_crosshair (void)
{
  g_autoptr (LumChart) chart = make_sample (1);
  LumChartView view = make_view (chart, 28);
  LumChartRect rect = {0, 0, 360, 400};
  g_autoptr (LumChartLayout) layout = lum_chart_layout_new (chart, &rect, &view, NULL);
  cairo_rectangle_t extents = {-50, -50, 460, 500};

  for (LumDay day = TODAY - 27; day <= TODAY; day++) {
    for (int part = 0; part < 2; part++) {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
      cairo_t *cr = cairo_create (surface);
      LumChartRect said;
      double x, y, width, height;

      if (part == 0) {
        lum_chart_layout_get_line_rect (layout, day, &said);
        lum_chart_layout_draw_line (layout, cr, day);
      } else {
        lum_chart_layout_get_readout_rect (layout, day, &said);
        lum_chart_layout_draw_readout (layout, cr, day);
        g_assert_cmpfloat (said.x, >=, -1);
        g_assert_cmpfloat (said.y, >=, -1);
        g_assert_cmpfloat (said.x + said.width, <=, 361);
        g_assert_cmpfloat (said.y + said.height, <=, 401);
      }
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      g_assert_cmpfloat (x, >=, said.x);
      g_assert_cmpfloat (y, >=, said.y);
      g_assert_cmpfloat (x + width, <=, said.x + said.width);
      g_assert_cmpfloat (y + height, <=, said.y + said.height);
      cairo_surface_destroy (surface);
    }
  }
}

/* A view that follows another shapes only the labels that are new in it; drawn again, it shapes none. */
static void
test_nothing_is_shaped_twice (void)
{
  g_autoptr (LumChart) chart = make_sample (3);
  LumChartRect rect = {0, 0, 900, 500};
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 900, 500);
  LumChartView view = make_view (chart, 91);
  LumChartLayout *layout = lum_chart_layout_new (chart, &rect, &view, NULL);
  cairo_t *cr = cairo_create (surface);
  LumChartStats stats;

  lum_chart_layout_draw (layout, cr, &stats);
  g_assert_cmpuint (stats.shaped, >, 10);
  for (int step = 0; step < 60; step++) {
    LumChartLayout *next;

    view.first -= 0.5;
    view.last -= 0.5;
    next = lum_chart_layout_new (chart, &rect, &view, layout);
    lum_chart_layout_draw (next, cr, &stats);
    /* A date or two, and at times the axis of the bars. */
    g_assert_cmpuint (stats.shaped, <=, 6);
    lum_chart_layout_free (layout);
    layout = lum_chart_layout_new (chart, &rect, &view, next);
    lum_chart_layout_draw (layout, cr, &stats);
    g_assert_cmpuint (stats.shaped, ==, 0);
    lum_chart_layout_free (next);
  }
  lum_chart_layout_free (layout);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* What a borrowed pen draws is what a new one draws. */
static void
test_borrowed_pen_draws_the_same (void)
{
  g_autoptr (LumChart) chart = make_sample (2);
  LumChartRect rect = {0, 0, 640, 400};
  LumChartView before = make_view (chart, 365), view = make_view (chart, 60);
  g_autoptr (LumChartLayout) first = lum_chart_layout_new (chart, &rect, &before, NULL);
  g_autoptr (LumChartLayout) second = NULL;
  cairo_surface_t *a = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 640, 400);
  cairo_surface_t *b = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 640, 400);
  cairo_t *cr;

  draw (chart, &view, 640, 400, a);
  cr = cairo_create (b);
  lum_chart_layout_draw (first, cr, NULL);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  second = lum_chart_layout_new (chart, &rect, &view, first);
  lum_chart_layout_draw (second, cr, NULL);
  cairo_destroy (cr);
  assert_same (a, b);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

/* The panels begin where the span says, wherever in time the view is: a panned day keeps its place under the pointer. */
static void
test_panels_keep_their_place (void)
{
  g_autoptr (LumChart) chart = make_sample (5);
  LumChartRect rect = {0, 0, 700, 400};
  static const int spans[] = {14, 91, 365, 900};

  for (guint load = 0; load <= LUM_CHART_LOAD_WEEKLY; load++) {
    for (guint i = 0; i < G_N_ELEMENTS (spans); i++) {
      double left = NAN, width;

      for (LumDay last = TODAY; last > TODAY - 1700 + spans[i]; last -= 13) {
        LumChartView view = {
            .first = last - spans[i] + 1, .last = last, .load = load, .week_start = 1, .font_scale = 1};
        g_autoptr (LumChartLayout) layout = lum_chart_layout_new (chart, &rect, &view, NULL);
        double this_left;

        lum_chart_layout_get_plot (layout, &this_left, &width);
        g_assert_true (isnan (left) || this_left == left);
        left = this_left;
      }
    }
  }
}

/* Beyond 400 days days are drawn together; at the crossing nothing but that changes: the binned drawing covers every
 * score of the plain one and is blank where it is blank. */
static int
collect_columns (LumChart *chart, int days, const LumChartTheme *theme, gboolean columns[2000])
{
  LumChartView view = make_view (chart, days);
  LumChartRect rect = {0, 0, 2000, 400};
  g_autoptr (LumChartLayout) layout = lum_chart_layout_new (chart, &rect, &view, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 2000, 400);
  LumChartStats stats = draw (chart, &view, 2000, 400, surface);
  const guchar *pixels;
  int marked = 0;

  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (int x = 0; x < 2000; x++) {
    columns[x] = FALSE;
    for (int y = 60; y < 220; y++) {
      guint32 rgb =
          *(const guint32 *) (gconstpointer) (pixels + y * cairo_image_surface_get_stride (surface) + 4 * x) & 0xffffff;

      for (guint i = 0; i < LUM_N_PAIN_COLORS; i++)
        columns[x] = columns[x] || rgb == theme->pain[i].rgb;
      columns[x] = columns[x] || rgb == theme->band.rgb;
    }
    marked += columns[x];
  }
  g_assert_cmpint (stats.binned, ==, days > 400);
  cairo_surface_destroy (surface);
  return marked;
}

static void
test_binned_drawing_against_plain (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;
  g_autoptr (LumFindings) findings = NULL;
  g_autoptr (LumChart) chart = NULL;
  const LumChartTheme *theme = lum_chart_theme_get (LUM_CHART_THEME_LIGHT);
  gboolean plain[2000], binned[2000];
  int missed = 0, invented = 0, all = 0;

  /* Scores for a month, none for the next, and so on. */
  for (int day = 0; day < 420; day++)
    if (day / 30 % 2 == 0)
      lum_test_life_add_pain (life, TODAY - day, 3 + day % 5, LUM_MOMENT_AVERAGE);
  diary = lum_test_life_make (life);
  findings = lum_findings_new (diary, TODAY, LUM_UNITS_METRIC);
  chart = lum_chart_new (diary, findings);
  g_assert_cmpint (collect_columns (chart, 400, theme, plain), >, 300);
  g_assert_cmpint (collect_columns (chart, 401, theme, binned), >, 300);
  for (int x = 10; x < 1990; x++) {
    gboolean near_plain = FALSE, near_binned = FALSE;

    /* Two bins: the scale differs by a day in 400, a dot is as wide as a third of a day. */
    for (int d = -12; d <= 12; d++) {
      near_plain = near_plain || plain[CLAMP (x + d, 0, 1999)];
      near_binned = near_binned || binned[CLAMP (x + d, 0, 1999)];
    }
    all += plain[x];
    missed += plain[x] && !near_binned;
    invented += binned[x] && !near_plain;
  }
  g_assert_cmpint (all, >, 200);
  g_assert_cmpint (missed, ==, 0);
  g_assert_cmpint (invented, ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/round-trip", test_round_trip);
  g_test_add_func ("/chart/round-trip-panned", test_round_trip_panned);
  g_test_add_func ("/chart/dot-is-where-layout-says", test_dot_is_where_layout_says);
  g_test_add_func ("/chart/marks-are-bounded", test_marks_are_bounded);
  g_test_add_func ("/chart/marks-are-bounded-at-worst", test_marks_are_bounded_at_worst);
  g_test_add_func ("/chart/surfaces", test_surfaces);
  g_test_add_func ("/chart/recording-is-the-same", test_recording_is_the_same);
  g_test_add_func ("/chart/labels-do-not-overlap", test_labels_do_not_overlap);
  g_test_add_func ("/chart/degenerate", test_degenerate);
  g_test_add_func ("/chart/crosshair", test_crosshair);
  g_test_add_func ("/chart/nothing-is-shaped-twice", test_nothing_is_shaped_twice);
  g_test_add_func ("/chart/borrowed-pen-draws-the-same", test_borrowed_pen_draws_the_same);
  g_test_add_func ("/chart/panels-keep-their-place", test_panels_keep_their_place);
  g_test_add_func ("/chart/binned-drawing-against-plain", test_binned_drawing_against_plain);
  return g_test_run ();
}
