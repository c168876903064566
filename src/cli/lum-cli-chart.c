/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-cli.h"
#include "lum-i18n.h"
#include "lum-report.h"

#define MIN_SIZE 100
#define MAX_SIZE 10000

/* lumbar-cli chart */
int
lum_cli_chart (LumCli *cli)
{
  char *from = NULL, *to = NULL, *width_text = NULL, *height_text = NULL;
  const LumCliOption options[] = {
      {"from", "YYYY-MM-DD", &from, N_ ("the first day; that of the journal")},
      {"to", "YYYY-MM-DD", &to, N_ ("the last day; today")},
      {"width", "N", &width_text, N_ ("width in pixels or points; 1200")},
      {"height", "N", &height_text, N_ ("height in pixels or points; 600")},
  };
  g_autoptr (LumFindings) findings = NULL;
  g_autoptr (LumChart) chart = NULL;
  LumChartView view = {.font_scale = 1, .theme = LUM_CHART_THEME_PRINT};
  LumDay first = LUM_DAY_NONE, last = LUM_DAY_NONE, chart_first, chart_last;
  int width = 1200, height = 600, status;
  GError *error = NULL;
  LumDiary *diary;

  if (!lum_cli_parse (cli, options, G_N_ELEMENTS (options), 1, 1, &status))
    return status;
  if (!lum_cli_parse_range (from, to, &first, &last, &error) ||
      !lum_cli_parse_whole (width_text, MIN_SIZE, MAX_SIZE, &width, &error) ||
      !lum_cli_parse_whole (height_text, MIN_SIZE, MAX_SIZE, &height, &error))
    return lum_cli_usage_error (cli, error);
  if (!lum_cli_has_suffix (cli->args[0], ".svg") && !lum_cli_has_suffix (cli->args[0], ".png") &&
      !lum_cli_has_suffix (cli->args[0], ".pdf"))
    return lum_cli_usage (cli, _ ("“%s” ends in none of .svg, .png and .pdf."), cli->args[0]);

  if (!lum_cli_open (cli, FALSE, &error))
    return lum_cli_failed (cli, error);
  diary = lum_journal_get_diary (cli->journal);
  findings = lum_findings_new (diary, lum_clock_get_today (cli->clock), cli->units);
  chart = lum_chart_new (diary, findings);
  lum_chart_get_extent (chart, &chart_first, &chart_last);
  view.first = first != LUM_DAY_NONE ? first : last != LUM_DAY_NONE ? MIN (chart_first, last) : chart_first;
  view.last = last != LUM_DAY_NONE ? last : MAX (chart_last, view.first);
  view.units = cli->units;
  view.week_start = lum_settings_get_week_start (cli->settings);
  if (!lum_image_write_chart (chart, &view, width, height, cli->args[0], &error))
    return lum_cli_failed (cli, error);
  return LUM_CLI_DONE;
}
