/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lum-cli.h"
#include "lum-error.h"
#include "lum-i18n.h"
#include "lum-report.h"

#define PAGE "page" /* the whole page, as it is without the option */
#define ALL "all"

static void
add_sections (GPtrArray *ids, gboolean appendix)
{
  guint n;
  const LumReportSection *sections = lum_report_get_sections (&n);

  for (guint i = 0; i < n; i++)
    if (appendix || !sections[i].appendix)
      g_ptr_array_add (ids, (gpointer) sections[i].id);
}

static const char *
find_section (const char *id)
{
  guint n;
  const LumReportSection *sections = lum_report_get_sections (&n);

  for (guint i = 0; i < n; i++)
    if (strcmp (sections[i].id, id) == 0)
      return sections[i].id;
  return NULL;
}

/* All the words that --sections takes. */
static char *
list_sections (void)
{
  g_autoptr (GString) text = g_string_new (ALL ", " PAGE);
  guint n;
  const LumReportSection *sections = lum_report_get_sections (&n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, ", %s", sections[i].id);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "story,chart" → ids, NULL at the end; NULL with an error where one is unknown. */
static GPtrArray *
parse_sections (const char *list, GError **error)
{
  g_auto (GStrv) words = g_strsplit (list, ",", -1);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (!*words) {
    g_set_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT, _ ("“--sections” names no section."));
    return NULL;
  }
  for (char **word = words; *word; word++) {
    const char *id = find_section (g_strstrip (*word));

    if (strcmp (*word, ALL) == 0 || strcmp (*word, PAGE) == 0) {
      add_sections (ids, strcmp (*word, ALL) == 0);
    } else if (id) {
      g_ptr_array_add (ids, (gpointer) id);
    } else {
      g_autofree char *known = list_sections ();

      g_set_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT,
                   /* Translators: %2$s lists the words that are known */
                   _ ("“%1$s” is no section of the report; there are: %2$s."), *word, known);
      return NULL;
    }
  }
  g_ptr_array_add (ids, NULL);
  return g_steal_pointer (&ids);
}

/* lumbar-cli report */
int
lum_cli_report (LumCli *cli)
{
  char *from = NULL, *to = NULL, *paper = NULL, *name = NULL, *section_list = NULL;
  gboolean grey = FALSE;
  const LumCliOption options[] = {
      {"from", "YYYY-MM-DD", &from, N_ ("the first day; when this bout began")},
      {"to", "YYYY-MM-DD", &to, N_ ("the last day; today")},
      {"paper", "PAPER", &paper, N_ ("a4 or letter; the locale's")},
      {"name", "TEXT", &name, N_ ("the name on the page")},
      {"sections", "LIST", &section_list, N_ ("what is on it, by commas; page or all; the whole page")},
      {"grey", NULL, &grey, N_ ("the chart in shades of grey")},
  };
  g_autoptr (LumFindings) findings = NULL;
  g_autoptr (LumReport) report = NULL;
  g_autoptr (GPtrArray) sections = NULL;
  LumReportOptions page = {.first = LUM_DAY_NONE, .last = LUM_DAY_NONE, .created = LUM_INSTANT_NONE};
  GError *error = NULL;
  LumDiary *diary;
  int status;

  if (!lum_cli_parse (cli, options, G_N_ELEMENTS (options), 1, 1, &status))
    return status;
  if (!lum_cli_parse_range (from, to, &page.first, &page.last, &error))
    return lum_cli_usage_error (cli, error);
  page.paper = lum_settings_get_paper (cli->settings);
  if (g_strcmp0 (paper, "a4") == 0)
    page.paper = LUM_PAPER_A4;
  else if (g_strcmp0 (paper, "letter") == 0)
    page.paper = LUM_PAPER_LETTER;
  else if (paper)
    return lum_cli_usage (cli, _ ("“%s” is neither “a4” nor “letter”."), paper);
  if (name && !g_utf8_validate (name, -1, NULL))
    return lum_cli_usage (cli, _ ("The name is not UTF-8 text."));
  if (section_list && !(sections = parse_sections (section_list, &error)))
    return lum_cli_usage_error (cli, error);
  if (!lum_cli_has_suffix (cli->args[0], ".pdf"))
    return lum_cli_usage (cli, _ ("“%s” does not end in .pdf."), cli->args[0]);

  if (!lum_cli_open (cli, FALSE, &error))
    return lum_cli_failed (cli, error);
  diary = lum_journal_get_diary (cli->journal);
  page.today = lum_clock_get_today (cli->clock);
  page.units = cli->units;
  page.week_start = lum_settings_get_week_start (cli->settings);
  page.grey = grey;
  page.sections = sections ? (const char *const *) sections->pdata : NULL;
  page.name = name ? name : lum_diary_get_preference (diary, LUM_PREFERENCE_NAME);
  findings = lum_findings_new (diary, page.today, cli->units);
  report = lum_report_new (diary, findings, &page);
  if (!lum_report_write_pdf (report, cli->args[0], &error))
    return lum_cli_failed (cli, error);
  return LUM_CLI_DONE;
}
