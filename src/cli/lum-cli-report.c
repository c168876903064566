/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-cli.h"
#include "lum-i18n.h"
#include "lum-report.h"

/* lumbar-cli report */
int
lum_cli_report (LumCli *cli)
{
  char *from = NULL, *to = NULL, *paper = NULL, *name = NULL;
  const LumCliOption options[] = {
      {"from", "YYYY-MM-DD", &from, N_ ("the first day; when this bout began")},
      {"to", "YYYY-MM-DD", &to, N_ ("the last day; today")},
      {"paper", "PAPER", &paper, N_ ("a4 or letter; the locale's")},
      {"name", "TEXT", &name, N_ ("the name on the page")},
  };
  g_autoptr (LumFindings) findings = NULL;
  g_autoptr (LumReport) report = NULL;
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
  if (!lum_cli_has_suffix (cli->args[0], ".pdf"))
    return lum_cli_usage (cli, _ ("“%s” does not end in .pdf."), cli->args[0]);

  if (!lum_cli_open (cli, FALSE, &error))
    return lum_cli_failed (cli, error);
  diary = lum_journal_get_diary (cli->journal);
  page.today = lum_clock_get_today (cli->clock);
  page.units = cli->units;
  page.week_start = lum_settings_get_week_start (cli->settings);
  page.name = name ? name : lum_diary_get_preference (diary, LUM_PREFERENCE_NAME);
  findings = lum_findings_new (diary, page.today, cli->units);
  report = lum_report_new (diary, findings, &page);
  if (!lum_report_write_pdf (report, cli->args[0], &error))
    return lum_cli_failed (cli, error);
  return LUM_CLI_DONE;
}
