/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "lum-page-flow.h"
#include "lum-page-text.h"
#include "lum-report-private.h"
#include "lum-sample-life.h"
#include "lum-test-life.h"

/* The pages: how many, how large the letters, that nothing is cut and nothing overlaps. */

#define TODAY (lum_day_from_ymd (2026, 6, 2))
#define LEAST_PT 9

static const char *const with_notes[] = {"asks", "since", "self-check", "background", "story",   "function", "tried",
                                         "seen", "worse", "better",     "chart",      "running", "notes",    NULL};
static const char *const with_weeks[] = {"story", "chart", "running", "weeks", NULL};

static LumReport *
make_report (LumDiary *diary, LumPaper paper, int days, const char *const *sections, const char *questions)
{
  g_autoptr (LumFindings) findings = lum_findings_new (diary, TODAY, LUM_UNITS_METRIC);
  LumReportOptions options;

  lum_report_options_init (&options, TODAY);
  options.paper = paper;
  options.units = LUM_UNITS_METRIC;
  options.sections = sections;
  options.questions = questions;
  if (days > 0)
    options.first = TODAY - days + 1;
  return lum_report_new (diary, findings, &options);
}

/* The cells' lines are within the row, and not over those of the next column. */
static void
check_row (const LumPageItem *item)
{
  for (guint c = 0; c < lum_page_table_get_n_columns (item->table); c++) {
    g_autoptr (PangoLayout) cell = lum_page_table_create_cell (item->table, item->row, c);
    double width = lum_page_text_get_box_width (cell);

    g_assert_cmpint (pango_font_description_get_size (pango_layout_get_font_description (cell)), >=,
                     LEAST_PT * PANGO_SCALE);
    g_assert_cmpfloat (lum_page_text_get_width (cell), <=, width + 0.01);
    g_assert_cmpfloat (lum_page_text_get_height (cell, item->first_line, item->n_lines), <=,
                       item->rect.height - 2 * LUM_PAGE_TABLE_PADDING + 0.01);
  }
}

static gboolean
overlap (const LumChartRect *a, const LumChartRect *b)
{
  return a->x + a->width > b->x + 0.01 && b->x + b->width > a->x + 0.01 && a->y + a->height > b->y + 0.01 &&
         b->y + b->height > a->y + 0.01;
}

/* Every page within its paper, in letters of 9 points or more, nothing on top of something else. */
static void
check_pages (const LumReport *report)
{
  double width, height;

  lum_report_get_page_size (report, &width, &height);
  for (guint p = 0; p < report->pages->len; p++) {
    const GPtrArray *page = g_ptr_array_index (report->pages, p);

    for (guint i = 0; i < page->len; i++) {
      const LumPageItem *item = g_ptr_array_index (page, i);

      g_assert_cmpfloat (item->rect.x, >=, 36);
      g_assert_cmpfloat (item->rect.y, >=, 36);
      g_assert_cmpfloat (item->rect.x + item->rect.width, <=, width - 36);
      g_assert_cmpfloat (item->rect.y + item->rect.height, <=, height - 24);
      if (item->kind == LUM_PAGE_ITEM_ROW)
        check_row (item);
      else if (item->kind == LUM_PAGE_ITEM_TEXT)
        g_assert_cmpint (pango_font_description_get_size (pango_layout_get_font_description (item->layout)), >=,
                         LEAST_PT * PANGO_SCALE);
      else
        continue;
      for (guint k = 0; k < i; k++) {
        const LumPageItem *other = g_ptr_array_index (page, k);

        if (other->kind == LUM_PAGE_ITEM_TEXT || other->kind == LUM_PAGE_ITEM_ROW)
          g_assert_false (overlap (&other->rect, &item->rect));
      }
    }
  }
}

/* RP-2: twelve months fit one page of either paper. */
static void
test_a_year_is_one_page (void)
{
  for (guint64 seed = 1; seed <= 6; seed++) {
    g_autoptr (LumDiary) diary = lum_sample_life_new (TODAY, 3, seed);

    for (LumPaper paper = LUM_PAPER_A4; paper <= LUM_PAPER_LETTER; paper++) {
      static const int days[] = {0, 28, 91, 365};

      for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
        g_autoptr (LumReport) report = make_report (diary, paper, days[i], NULL, "One?\nTwo?\nThree?");

        g_assert_cmpuint (lum_report_get_n_pages (report), ==, 1);
        check_pages (report);
      }
    }
  }
}

static void
test_sizes (void)
{
  double width, height;

  lum_page_flow_get_size (LUM_PAPER_A4, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595.28, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 841.89, 0.01);
  lum_page_flow_get_size (LUM_PAPER_LETTER, &width, &height);
  g_assert_cmpfloat (width, ==, 612);
  g_assert_cmpfloat (height, ==, 792);
}

/* All that is drawn of a text's lines, on whichever page. */
static void
add_lines (PangoLayout *layout, int first, int n, GString *text)
{
  const char *whole = pango_layout_get_text (layout);

  for (int i = first; i < MIN (first + n, pango_layout_get_line_count (layout)); i++) {
    PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);

    g_string_append_len (text, whole + line->start_index, line->length);
    g_string_append_c (text, ' ');
  }
}

static void
add_drawn (const LumPageItem *item, GString *text)
{
  if (item->kind == LUM_PAGE_ITEM_TEXT)
    add_lines (item->layout, item->first_line, item->n_lines, text);
  for (guint c = 0; item->kind == LUM_PAGE_ITEM_ROW && c < lum_page_table_get_n_columns (item->table); c++) {
    g_autoptr (PangoLayout) cell = lum_page_table_create_cell (item->table, item->row, c);

    add_lines (cell, item->first_line, item->n_lines, text);
  }
}

static char *
read_pages (const LumReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint p = 0; p < report->pages->len; p++) {
    const GPtrArray *page = g_ptr_array_index (report->pages, p);

    for (guint i = 0; i < page->len; i++)
      add_drawn (g_ptr_array_index (page, i), text);
  }
  return g_string_free (text, FALSE);
}

/* Long texts of every kind flow on: each of their words is on some page, in the same size. */
static void
test_long_texts_flow (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;
  g_autoptr (LumReport) report = NULL;
  g_autoptr (GString) agreed = g_string_new (NULL), note = g_string_new (NULL);
  g_autofree char *text = NULL;
  LumVisit *visit;

  for (int i = 0; i < 900; i++) {
    g_string_append_printf (agreed, "agreed%d ", i);
    g_string_append_printf (note, "note%d ", i);
  }
  lum_test_life_add_days (life, "5x14", TODAY - 13, TODAY);
  visit = lum_test_life_add (life, LUM_RECORD_VISIT);
  visit->day = TODAY - 3;
  visit->who = "山田先生";
  visit->agreed = g_intern_string (agreed->str);
  lum_test_life_add_pain (life, TODAY - 2, 4, LUM_MOMENT_WORST)->note = g_intern_string (note->str);
  lum_test_life_add_pain (life, TODAY - 1, 4, LUM_MOMENT_WORST)->note = "ألم أقل بعد المشي";
  for (int i = 0; i < 60; i++) {
    LumTreatment *treatment = lum_test_life_add (life, LUM_RECORD_TREATMENT);
    g_autofree char *name = g_strdup_printf ("treatment%d", i);

    treatment->name = g_intern_string (name);
    treatment->first = TODAY - 5;
  }
  diary = lum_test_life_make (life);
  report = make_report (diary, LUM_PAPER_A4, 0, with_notes, NULL);
  g_assert_cmpuint (lum_report_get_n_pages (report), >, 2);
  check_pages (report);
  text = read_pages (report);
  for (int i = 0; i < 900; i++) {
    g_autofree char *a = g_strdup_printf (i < 899 ? "agreed%d " : "agreed%d.", i);
    g_autofree char *b = g_strdup_printf ("note%d ", i);

    g_assert_nonnull (strstr (text, a));
    g_assert_nonnull (strstr (text, b));
  }
  for (int i = 0; i < 60; i++) {
    g_autofree char *name = g_strdup_printf ("treatment%d,", i);

    g_assert_nonnull (strstr (text, name));
  }
  g_assert_nonnull (strstr (text, "山田先生"));
  g_assert_nonnull (strstr (text, "ألم أقل"));
  /* The chart keeps its place on the first page. */
  g_assert_nonnull (strstr (text, "Page 1 of"));
}

/* The page says whose it is not, always. */
static void
test_disclaimer (void)
{
  g_autoptr (LumDiary) diary = lum_diary_new_empty ();
  g_autoptr (LumReport) report = make_report (diary, LUM_PAPER_A4, 0, NULL, NULL);
  g_autofree char *text = read_pages (report);

  g_assert_cmpuint (lum_report_get_n_pages (report), ==, 1);
  check_pages (report);
  g_assert_nonnull (strstr (text, "A diary, not a diagnosis"));
  g_assert_nonnull (strstr (text, "Not reviewed by a clinician."));
  g_assert_nonnull (strstr (text, "self-reported, 0 of 28 days logged"));
  g_assert_nonnull (strstr (text, "Not asked."));
  g_assert_nonnull (strstr (text, "No runs recorded."));
}

static gboolean
has_chart (const LumReport *report)
{
  const GPtrArray *page = g_ptr_array_index (report->pages, 0);

  for (guint i = 0; i < page->len; i++)
    if (((LumPageItem *) g_ptr_array_index (page, i))->kind == LUM_PAGE_ITEM_CHART)
      return TRUE;
  return FALSE;
}

static gboolean
has_heading (const LumReport *report, const char *label)
{
  /* Capitals beside the text of the page, as they are above that of the appendix. */
  g_autofree char *heading = g_utf8_strup (label, -1);

  for (guint p = 0; p < report->pages->len; p++) {
    const GPtrArray *page = g_ptr_array_index (report->pages, p);

    for (guint i = 0; i < page->len; i++) {
      const LumPageItem *item = g_ptr_array_index (page, i);

      if (g_strcmp0 (item->tag, "H2") == 0 && (g_str_equal (pango_layout_get_text (item->layout), heading) ||
                                               g_str_equal (pango_layout_get_text (item->layout), label)))
        return TRUE;
    }
  }
  return FALSE;
}

/* Each section can be left out alone, and only it is then gone; what must be said cannot. */
static void
test_sections (void)
{
  g_autoptr (LumDiary) diary = lum_sample_life_new (TODAY, 1, 5);
  g_autoptr (LumReport) whole = make_report (diary, LUM_PAPER_A4, 91, NULL, NULL);
  guint n;
  const LumReportSection *sections = lum_report_get_sections (&n);

  g_assert_true (has_chart (whole));
  g_assert_true (has_heading (whole, "Story"));
  for (guint left_out = 0; left_out < n; left_out++) {
    g_autoptr (GPtrArray) ids = g_ptr_array_new ();
    g_autoptr (LumReport) report = NULL;
    g_autofree char *text = NULL;

    for (guint i = 0; i < n; i++)
      if (i != left_out && !sections[i].appendix)
        g_ptr_array_add (ids, (gpointer) sections[i].id);
    g_ptr_array_add (ids, NULL);
    report = make_report (diary, LUM_PAPER_A4, 91, (const char *const *) ids->pdata, NULL);
    text = read_pages (report);
    check_pages (report);
    g_assert_cmpint (has_chart (report), ==, strcmp (sections[left_out].id, "chart") != 0);
    g_assert_nonnull (strstr (text, "A diary, not a diagnosis"));
    for (guint i = 0; i < n; i++) {
      gboolean expected = !sections[i].appendix && i != left_out && has_heading (whole, sections[i].label);

      g_assert_cmpint (has_heading (report, sections[i].label), ==, expected);
    }
  }
}

/* The preview draws on any surface; a recording one finishes without error, so no tag was written. */
static void
test_preview (void)
{
  g_autoptr (LumDiary) diary = lum_sample_life_new (TODAY, 1, 5);
  g_autoptr (LumReport) report = make_report (diary, LUM_PAPER_LETTER, 91, with_weeks, NULL);
  cairo_rectangle_t extents = {0, 0, 612, 792};
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  double x, y, width, height;

  g_assert_cmpuint (lum_report_get_n_pages (report), ==, 2);
  for (guint page = 0; page < lum_report_get_n_pages (report); page++) {
    cairo_t *cr = cairo_create (surface);

    lum_report_draw_page (report, cr, page);
    g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
    cairo_destroy (cr);
  }
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  g_assert_cmpfloat (x, >=, 30);
  g_assert_cmpfloat (x + width, <=, 612 - 30);
  g_assert_cmpfloat (y + height, <=, 792 - 20);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/pages/a-year-is-one-page", test_a_year_is_one_page);
  g_test_add_func ("/report/pages/sizes", test_sizes);
  g_test_add_func ("/report/pages/long-texts-flow", test_long_texts_flow);
  g_test_add_func ("/report/pages/disclaimer", test_disclaimer);
  g_test_add_func ("/report/pages/sections", test_sections);
  g_test_add_func ("/report/pages/preview", test_preview);
  return g_test_run ();
}
