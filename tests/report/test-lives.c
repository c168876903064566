/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "lum-report-private.h"
#include "report-lives.h"
#include "report-tools.h"

/* The files of several kinds of people, as other programs read them: sound, tagged, with each number in its place.
 * With LUMBAR_KEEP_REPORTS=FOLDER they stay there, to be looked at. */

static char *
write_report (const LumReport *report, const char *name, const char *variant)
{
  const char *kept = g_getenv ("LUMBAR_KEEP_REPORTS");
  g_autofree char *base = g_strdup_printf ("%s-%s.pdf", name, variant);
  char *path = g_build_filename (kept ? kept : g_get_tmp_dir (), base, NULL);
  g_autoptr (GError) error = NULL;

  lum_report_write_pdf (report, path, &error);
  g_assert_no_error (error);
  return path;
}

static void
drop (char *path)
{
  if (!g_getenv ("LUMBAR_KEEP_REPORTS"))
    g_unlink (path);
  g_free (path);
}

/* Without any space, so that it does not matter where lines were broken. */
static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (; *text; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      g_string_append_unichar (squeezed, g_utf8_get_char (text));
  return g_string_free (squeezed, FALSE);
}

static guint
count (const char *text, const char *word)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, word)); at += strlen (word))
    n++;
  return n;
}

static gboolean
is_plain (const char *text)
{
  return g_str_is_ascii (text) && !strchr (text, '\n');
}

/* The cells of a row as they follow each other on a line; NULL where one is broken, or not in Latin. */
static char *
join_row (const LumReportTable *table, guint row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint c = 0; c < lum_report_table_get_n_columns (table); c++) {
    const char *cell = lum_report_table_get_cell (table, row, c);

    if (!is_plain (cell) || strlen (cell) > 60)
      return NULL;
    g_string_append (text, cell);
  }
  return squeeze (text->str);
}

/* Every number of every table can be found in the file's text, in its row. */
static guint
check_tables (const LumReport *report, const char *text, guint *titles)
{
  g_autofree char *squeezed = squeeze (text);
  guint rows = 0;

  *titles = 0;
  for (const LumReportPart *part = lum_report_appendix_parts; part->id; part++) {
    g_autoptr (LumReportTable) table = part->build_table ? part->build_table (&report->input) : NULL;

    for (guint row = 0; table && row < lum_report_table_get_n_rows (table); row++, rows++) {
      g_autofree char *line = join_row (table, row);

      if (line && !strstr (squeezed, line))
        g_error ("“%s” of “%s” is not in the file", line, part->id);
    }
    *titles += table ? lum_report_table_get_n_columns (table) : 0;
  }
  return rows;
}

/* The structure: a table each, a row each, a title each; on whatever page. */
static void
check_structure (const char *path, guint rows, guint titles)
{
  g_autofree char *structure = report_run_tool ("pdfinfo", "-struct-text", path);
  guint tables = 0;

  if (!structure) {
    g_test_skip ("pdfinfo is not installed");
    return;
  }
  tables = count (structure, "Table (block)");
  g_assert_cmpuint (tables, >=, 1);
  g_assert_cmpuint (count (structure, " TH"), ==, titles);
  g_assert_cmpuint (count (structure, "/Scope /Column"), ==, titles);
  /* A row that goes on over a page is two. */
  g_assert_cmpuint (count (structure, " TR\n"), >=, rows + tables);
  g_assert_cmpuint (count (structure, " TR\n"), <=, rows + tables + 3);
  g_assert_cmpuint (count (structure, "Figure"), ==, 1);
  g_assert_true (g_str_has_prefix (structure, "Document"));
  /* Words at the end of a line do not run into the next. */
  g_assert_null (strstr (structure, "HighestScore"));
  g_assert_null (strstr (structure, "treatment.Patient"));
}

static void
check_soundness (const char *path)
{
  g_autofree char *sound = report_run_tool ("qpdf", "--check", path);
  g_autofree char *fonts = report_run_tool ("pdffonts", NULL, path);
  g_auto (GStrv) lines = g_strsplit (fonts ? fonts : "", "\n", -1);

  if (!sound || !fonts) {
    g_test_skip ("qpdf and pdffonts are not installed");
    return;
  }
  g_assert_nonnull (strstr (sound, "No syntax or stream encoding errors"));
  g_assert_null (strstr (sound, "WARNING"));
  g_assert_cmpuint (g_strv_length (lines), >, 3);
  for (guint i = 2; lines[i] && *lines[i]; i++)
    g_assert_nonnull (strstr (lines[i], " yes yes yes ")); /* embedded, a subset, with its letters */
}

/* RP-2: each page can be filed; a table that goes on says again what its columns are. */
static void
check_pages (const LumReport *report, const char *text, const char *person)
{
  g_auto (GStrv) pages = g_strsplit (text, "\f", -1);
  guint n = lum_report_get_n_pages (report);
  g_autofree char *range = lum_report_format_range (report->input.first, report->input.last, LUM_DAY_NONE);

  g_assert_cmpuint (g_strv_length (pages), >=, n);
  for (guint i = 0; i < n; i++) {
    g_autofree char *number = g_strdup_printf ("Page %u of %u", i + 1, n);

    g_assert_nonnull (strstr (pages[i], range));
    g_assert_nonnull (strstr (pages[i], "Name"));
    if (person && g_utf8_strlen (person, -1) == (glong) g_utf8_strlen (person, 20))
      g_assert_nonnull (strstr (pages[i], person));
    if (n > 1)
      g_assert_nonnull (strstr (pages[i], number));
  }
  if (n > 3)
    g_assert_nonnull (strstr (pages[n - 1], "Day"));
}

static void
test_life (gconstpointer data)
{
  const ReportLife *life = data;
  g_autoptr (LumDiary) diary = life->make ();

  for (LumPaper paper = LUM_PAPER_A4; paper <= LUM_PAPER_LETTER; paper++) {
    g_autoptr (LumReport) report =
        report_life_make (life, diary, paper, paper == LUM_PAPER_LETTER, report_all_sections ());
    char *path = write_report (report, life->name, paper == LUM_PAPER_LETTER ? "letter-grey" : "a4");
    g_autofree char *text = report_run_tool ("pdftotext", "-layout", path);
    guint rows, titles;

    g_assert_cmpuint (lum_report_get_n_pages (report), >, 1);
    check_soundness (path);
    if (text) {
      rows = check_tables (report, text, &titles);
      /* pdfinfo reads a page anew for each element: minutes for twenty years. */
      if (lum_report_get_n_pages (report) < 20)
        check_structure (path, rows, titles);
      check_pages (report, text, life->person);
    } else {
      g_test_skip ("pdftotext is not installed");
    }
    drop (path);
  }
}

/* RP-2: what is usual fits the page, on either paper. */
static void
test_one_page (gconstpointer data)
{
  const ReportLife *life = data;
  g_autoptr (LumDiary) diary = life->make ();

  for (LumPaper paper = LUM_PAPER_A4; paper <= LUM_PAPER_LETTER; paper++) {
    g_autoptr (LumReport) report = report_life_make (life, diary, paper, FALSE, NULL);
    char *path = write_report (report, life->name, paper == LUM_PAPER_LETTER ? "page-letter" : "page-a4");
    GStatBuf info;

    if (strcmp (life->name, "chronic") != 0) /* whose six visits are too long for the smaller paper */
      g_assert_cmpuint (lum_report_get_n_pages (report), ==, 1);
    g_assert_cmpint (g_stat (path, &info), ==, 0);
    g_assert_cmpint (info.st_size, <=, 150 * 1024);
    drop (path);
  }
}

/* The questions of a doctor, each answered on the page (Mayo, ADAM). */
static void
test_answers (void)
{
  static const char *const answers[] = {
      "Began 12 May, after a run of 24 km",                                          /* onset */
      "Pain on 21 of 21 logged days",                                                /* how often */
      "run 5 km: 2 → 5 of 10 · tie shoes: 3 → 6 of 10",                              /* how limiting */
      "YES: pain below one knee with numbness or weakness (since 28 May).",          /* other symptoms */
      "Usual 33.3 km a week (run days: 3.0;",                                        /* activity */
      "heat, since 27 May: much · massage, 22 May: no · ibuprofen, 13–19 May: some", /* treatments */
      "Born 1983, 42 or 43 years old. No: cancer,",
      "Mean pain: 4.5 (n 6) in the week up to it → 3.1 (n 7) in the last 7 days.",
      "sitting (2) · bending (1)",
  };
  guint n;
  const ReportLife *life = &report_lives_get (&n)[0];
  g_autoptr (LumDiary) diary = life->make ();
  g_autoptr (LumReport) report = report_life_make (life, diary, LUM_PAPER_A4, TRUE, NULL);
  char *path = write_report (report, life->name, "answers");
  g_autofree char *text = report_run_tool ("pdftotext", "-layout", path);
  g_autofree char *squeezed = squeeze (text ? text : "");

  for (guint i = 0; text && i < G_N_ELEMENTS (answers); i++) {
    g_autofree char *answer = squeeze (answers[i]);

    if (!strstr (squeezed, answer))
      g_error ("“%s” is not on the page", answers[i]);
  }
  if (!text)
    g_test_skip ("pdftotext is not installed");
  drop (path);
}

int
main (int argc, char **argv)
{
  guint n;
  const ReportLife *lives = report_lives_get (&n);

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < n; i++) {
    g_autofree char *whole = g_strdup_printf ("/report/lives/whole/%s", lives[i].name);
    g_autofree char *page = g_strdup_printf ("/report/lives/page/%s", lives[i].name);

    g_test_add_data_func (whole, &lives[i], test_life);
    g_test_add_data_func (page, &lives[i], test_one_page);
  }
  g_test_add_func ("/report/lives/answers", test_answers);
  return g_test_run ();
}
