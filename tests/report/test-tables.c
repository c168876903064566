/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "lum-page-builder.h"
#include "report-lives.h"

/* Tables on paper: columns from what stands in them, rows over several pages. */

#define WIDTH 507.0

static LumReportTable *
make_table (const char *const *titles, const char *const *cells)
{
  LumReportTable *table = lum_report_table_new ();

  for (guint i = 0; titles[i]; i++)
    lum_report_table_add_column (table, titles[i], i == 0 ? LUM_REPORT_ALIGN_START : LUM_REPORT_ALIGN_END);
  for (guint i = 0; cells[i]; i++)
    lum_report_table_add (table, g_strdup (cells[i]));
  return lum_report_table_end (table);
}

static double
get_width (const LumPageTable *laid, guint column)
{
  g_autoptr (PangoLayout) cell = lum_page_table_create_cell (laid, 0, column);

  return lum_page_text_get_box_width (cell);
}

static guint
count_lines (LumPageTable *laid, int row)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (double));

  lum_page_table_measure_row (laid, row, lines);
  for (guint i = 1; i < lines->len; i++)
    g_assert_cmpfloat (g_array_index (lines, double, i), >, g_array_index (lines, double, i - 1));
  return lines->len - 1;
}

/* Where there is room nothing is broken; where there is not, the widest column alone gives way. */
static void
test_columns (void)
{
  static const char *const titles[] = {"Day", "Scored Days", "Note", NULL};
  static const char *const small[] = {"2 Jun", "4", "Sat long.", "3 Jun", "12", "Walked.", NULL};
  g_autoptr (GString) essay = g_string_new (NULL);
  g_autoptr (LumReportTable) table = make_table (titles, small), wide = NULL;
  LumPageTable *laid = lum_page_table_new (table, WIDTH), *narrowed;
  double day = get_width (laid, 0), days = get_width (laid, 1);

  g_assert_cmpuint (count_lines (laid, 0), ==, 1);
  g_assert_cmpuint (count_lines (laid, LUM_PAGE_TABLE_HEAD), ==, 1);
  g_assert_cmpfloat (day, <, days); /* as wide as their words */
  g_assert_cmpfloat (day + days + get_width (laid, 2), <, WIDTH / 2);

  for (int i = 0; i < 200; i++)
    g_string_append (essay, "word ");
  const char *const large[] = {"2 Jun", "4", essay->str, NULL};
  wide = make_table (titles, large);
  narrowed = lum_page_table_new (wide, WIDTH);
  g_assert_cmpfloat_with_epsilon (get_width (narrowed, 0), day, 1);
  g_assert_cmpfloat (get_width (narrowed, 2), >, WIDTH / 2);
  g_assert_cmpfloat (get_width (narrowed, 0) + get_width (narrowed, 1) + get_width (narrowed, 2), <, WIDTH);
  g_assert_cmpuint (count_lines (narrowed, 0), >, 5);
  lum_page_table_unref (laid);
  lum_page_table_unref (narrowed);
}

/* Lines of one row stand beside each other: high letters in one cell push those of the others down. */
static void
test_scripts_beside_each_other (void)
{
  static const char *const titles[] = {"A", "B", NULL};
  static const char *const cells[] = {"one\ntwo\nthree", "ألم\nألم", NULL};
  g_autoptr (LumReportTable) table = make_table (titles, cells);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (double));
  LumPageTable *laid = lum_page_table_new (table, WIDTH);

  lum_page_table_measure_row (laid, 0, lines);
  g_assert_cmpuint (lines->len, ==, 4);
  for (guint c = 0; c < 2; c++) {
    g_autoptr (PangoLayout) cell = lum_page_table_create_cell (laid, 0, c);

    for (int i = 0; i < pango_layout_get_line_count (cell); i++)
      g_assert_cmpfloat (g_array_index (lines, double, i + 1) - g_array_index (lines, double, i), >=,
                         lum_page_text_get_height (cell, i, 1) - 0.01);
  }
  lum_page_table_unref (laid);
}

static GPtrArray *
flow_life (const char *name, LumPaper paper)
{
  guint n;
  const ReportLife *lives = report_lives_get (&n);

  for (guint i = 0; i < n; i++)
    if (strcmp (lives[i].name, name) == 0) {
      g_autoptr (LumDiary) diary = lives[i].make ();
      g_autoptr (LumFindings) findings = lum_findings_new (diary, LIVES_TODAY, LUM_UNITS_METRIC);
      LumReportOptions options;
      LumReportInput input;
      double width, height;
      GPtrArray *pages;

      lum_report_options_init (&options, LIVES_TODAY);
      options.sections = report_all_sections ();
      options.first = LIVES_TODAY - 364;
      lum_report_input_init (&input, diary, findings, &options);
      lum_page_flow_get_size (paper, &width, &height);
      pages = lum_page_flow (&input, width, height);
      lum_report_input_clear (&input);
      return pages;
    }
  g_assert_not_reached ();
}

/* What a page of rows begins with: its titles, then in the order of the table. */
static void
check_rows (const GPtrArray *page, gboolean *open, LumPageTable **table, int *row, int *line)
{
  gboolean first = TRUE;

  for (guint i = 0; i < page->len; i++) {
    const LumPageItem *item = g_ptr_array_index (page, i);

    if (item->kind == LUM_PAGE_ITEM_BEGIN) {
      g_assert_false (*open);
      *open = TRUE;
      *row = -1;
      first = FALSE;
    } else if (item->kind == LUM_PAGE_ITEM_END) {
      g_assert_true (*open);
      *open = FALSE;
    } else if (item->kind == LUM_PAGE_ITEM_ROW && item->row == LUM_PAGE_TABLE_HEAD) {
      /* Titles that are said again are not in the structure again. */
      g_assert_cmpint (item->tag != NULL, ==, !first);
      if (first)
        g_assert_true (item->table == *table);
      *table = item->table;
      first = FALSE;
    } else if (item->kind == LUM_PAGE_ITEM_ROW) {
      g_assert_false (first);
      g_assert_true (item->table == *table);
      g_assert_cmpstr (item->tag, ==, "TR");
      /* Each row once, or on where it was broken. */
      if (item->first_line > 0) {
        g_assert_cmpint (item->row, ==, *row);
        g_assert_cmpint (item->first_line, ==, *line);
      } else {
        g_assert_cmpint (item->row, ==, *row + 1);
      }
      *row = item->row;
      *line = item->first_line + item->n_lines;
    }
  }
}

/* Over all pages: titles repeat, rows follow each other without gap, nothing is left open, no row stands alone. */
static void
test_pages (void)
{
  static const char *const names[] = {"runs-only", "chronic", "scripts"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (LumPaper paper = LUM_PAPER_A4; paper <= LUM_PAPER_LETTER; paper++) {
      g_autoptr (GPtrArray) pages = flow_life (names[i], paper);
      gboolean open = FALSE;
      LumPageTable *table = NULL;
      int row = -1, line = 0;

      g_assert_cmpuint (pages->len, >, 3);
      for (guint p = 0; p < pages->len; p++)
        check_rows (g_ptr_array_index (pages, p), &open, &table, &row, &line);
      g_assert_false (open);
    }
}

/* A heading is never the last on its page, and a table does not end on a page with one row alone. */
static void
test_widows (void)
{
  static const char *const names[] = {"strain", "runs-only", "chronic", "scripts"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (LumPaper paper = LUM_PAPER_A4; paper <= LUM_PAPER_LETTER; paper++) {
      g_autoptr (GPtrArray) pages = flow_life (names[i], paper);

      for (guint p = 1; p < pages->len; p++) {
        const GPtrArray *page = g_ptr_array_index (pages, p);
        int rows = 0, since_heading = 99;
        gboolean continued = TRUE;

        for (guint k = 0; k < page->len; k++) {
          const LumPageItem *item = g_ptr_array_index (page, k);

          if (g_strcmp0 (item->tag, "H2") == 0)
            since_heading = 0;
          else if (item->kind == LUM_PAGE_ITEM_TEXT && item->tag)
            since_heading += 3;
          else if (item->kind == LUM_PAGE_ITEM_BEGIN)
            continued = FALSE;
          else if (item->kind == LUM_PAGE_ITEM_ROW && item->row != LUM_PAGE_TABLE_HEAD) {
            rows += item->n_lines;
            since_heading++;
          } else if (item->kind == LUM_PAGE_ITEM_END && continued) {
            g_assert_cmpint (rows, >, 1);
            continued = FALSE;
          }
        }
        g_assert_cmpint (since_heading, >, 0);
      }
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/tables/columns", test_columns);
  g_test_add_func ("/report/tables/scripts-beside-each-other", test_scripts_beside_each_other);
  g_test_add_func ("/report/tables/pages", test_pages);
  g_test_add_func ("/report/tables/widows", test_widows);
  return g_test_run ();
}
